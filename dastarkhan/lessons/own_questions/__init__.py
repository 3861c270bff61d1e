"""Questions about oneself: before, now, and looking back; each form is kept for itself and never mixed."""
