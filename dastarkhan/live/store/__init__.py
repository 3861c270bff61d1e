"""What is stored: entries in their order, durable before they are acknowledged."""

from dastarkhan.live.store.entries import Behind, Entry

__all__ = ["Behind", "Entry"]
