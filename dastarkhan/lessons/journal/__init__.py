"""The journal: what a person wrote across all lessons."""
