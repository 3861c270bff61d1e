"""What is stored: entries in their order, durable before they are acknowledged."""

from dastarkhan.live.store.entries import ROOM, Behind, Entry, table_stream
from dastarkhan.live.store.sqlite import copy_room
from dastarkhan.live.store.store import Store

__all__ = ["ROOM", "Behind", "Entry", "Store", "copy_room", "table_stream"]
