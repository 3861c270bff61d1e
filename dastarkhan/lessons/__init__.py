"""Activities in a notebook: what a lesson shows, asks and remembers."""

from dastarkhan.lessons.lesson import Lesson, lesson

__all__ = ["Lesson", "lesson"]
