"""Activities in a notebook: what a lesson shows, asks and remembers."""
