"""Where the files of this room lie, and where the kit itself stands."""

from pathlib import Path

ROOM = Path(__file__).resolve().parent
KIT = ROOM.parent.parent
CONFIG_TREE = ROOM / "etc" / "jupyter"
DATA_TREE = ROOM / "share" / "jupyter"
PAGES = ROOM / "templates"
OWN_FILES = ROOM / "static"
PICTURES = ROOM.parent / "pictures"
