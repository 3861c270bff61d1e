"""What is printed: packs for a table without electricity, run-sheets, guides."""
