"""Models: pure functions from numbers to numbers. No screen, no words, no files but cases."""
