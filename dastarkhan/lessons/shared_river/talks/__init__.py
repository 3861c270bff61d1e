"""The river is negotiated: the table, its screens, and what was played at it."""
