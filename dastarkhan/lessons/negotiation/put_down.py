"""Feelings first: the card lies face down, one's own name, how was it; only then what else was possible."""

from html import escape
from typing import ClassVar

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.negotiation.held import held_talks, is_down, newest
from dastarkhan.lessons.shared_river.afterwards.role_down import RoleDown
from dastarkhan.lessons.shared_river.names import side_name


class PutDown(RoleDown):
    """Put the roles of all the lesson's tables down."""

    key = "put_down"
    follows: ClassVar[tuple[str, ...]] = ("one_issue", "three_issues", "wide_table")

    def ways(self) -> Ways:
        """How it is done by one, by two, by a room and on a call."""
        _ = self._
        return Ways(
            alone=_("Say your own name aloud. Take a breath at the window."),
            pair=_("Tell each other one word. Passing is fine."),
            room=_("Cards face down, one word each, no numbers yet."),
            call=_("One word in the chat, or nothing."),
        )

    def newest(self) -> list[int]:
        """The talks that the card belongs to."""
        return newest(self.lesson)

    def is_down(self) -> bool:
        """Whether the newest role is put down."""
        return is_down(self.lesson) or not newest(self.lesson)

    def thanks(self) -> str:
        """What is said when it is."""
        return self._("Thank you. What follows is about packages, not about you.")

    def face(self) -> str:
        """The card with the side that the person spoke for last."""
        _, held = self._, held_talks(self.lesson)
        if not held:
            return f"<div class='dk-role'><b>{escape(_('Your role'))}</b></div>"
        last = held[-1]
        return f"<div class='dk-role'><b>{escape(side_name(last.meeting.case, last.sides[0], _))}</b></div>"
