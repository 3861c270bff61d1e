"""The room: who is here, who sits where, what time it is, and what may be seen."""
