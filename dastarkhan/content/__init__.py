"""What lessons are made of: scenes, sentences and cards, in words, for the screen and for paper alike.

A folder or a file for each lesson, named as its folder in ``dastarkhan/lessons``; its texts stand in that lesson's
catalog. Nothing here knows a screen or a page.
"""

from dastarkhan.content.pieces import Kind, Scene, Ways

__all__ = ["Kind", "Scene", "Ways"]
