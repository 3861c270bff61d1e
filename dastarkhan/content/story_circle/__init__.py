"""Lesson 03, Dialogue, not debate: utterances to place, questions to open, the circle's words, a story to listen to."""
