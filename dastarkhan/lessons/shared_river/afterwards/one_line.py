"""The lesson's last two minutes: one anonymous line."""

from typing import ClassVar

from dastarkhan.lessons.group_line import GroupLine


class OneLine(GroupLine):
    """A concern, a fear, a hope or an idea after the river."""

    key = "one_line"
    follows: ClassVar[tuple[str, ...]] = ()
