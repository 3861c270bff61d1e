"""After the talks: the role is put down, numbers are looked at, clauses written and the day talked over."""
