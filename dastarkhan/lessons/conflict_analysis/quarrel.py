"""What the activities of this lesson share: which quarrel it is, and whose briefing was read."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from dastarkhan.content.conflict_analysis import SIDES, Conflict, conflicts, ways
from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.saved import one_of

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


def quarrel_of(lesson: "Lesson") -> Conflict:
    """The case of now."""
    return next(one for one in conflicts(lesson.words) if one.key == lesson.chosen.name)


def side_of(lesson: "Lesson") -> str:
    """Whose briefing was read last."""
    return str(one_of(lesson.entry("briefs").state.get("side"), SIDES, SIDES[0]))


def other_side(side: str) -> str:
    """The other one of the two."""
    return SIDES[1 - SIDES.index(side)]


def shapes(_: Words) -> Mapping[str, str]:
    """The shape on the card of each side."""
    return {"mill": _("Circle"), "willow": _("Square")}


def map_names(_: Words) -> Mapping[str, str]:
    """What each of the two maps is called."""
    return {"mill": _("The map of the circles"), "willow": _("The map of the squares")}


class OfQuarrel:
    """An activity about the case of now; it is read again when another briefing is taken."""

    key: ClassVar[str]
    follows: ClassVar[tuple[str, ...]] = ("briefs",)
    lesson: "Lesson"
    _: Words

    @property
    def quarrel(self) -> Conflict:
        """The case of now."""
        return quarrel_of(self.lesson)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def names(self) -> Mapping[str, str]:
        """First names by key."""
        return {party.key: party.first_name for party in self.quarrel.parties}


def listed(items: Any, css: str = "") -> str:
    """Lines of HTML as a list."""
    kind = f" class='{css}'" if css else ""
    return f"<ul{kind}>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
