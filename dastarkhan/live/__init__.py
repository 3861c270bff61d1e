"""The live table: a whole class negotiates on its own phones. See docs/live.md."""
