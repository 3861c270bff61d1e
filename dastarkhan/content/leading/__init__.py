"""Lesson 04, Leading self and team: tasks of a team, one apricot fair in two towns, feedback, meetings."""
