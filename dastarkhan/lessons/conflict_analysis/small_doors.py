"""Who is missing, six ideas that are doors or walls, and a door of one's own; own words are judged by nobody."""

from collections.abc import Mapping, Sequence
from html import escape

from dastarkhan.content.conflict_analysis import door_kinds, doors, of_case
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words
from dastarkhan.lessons.choosing import ChoosingThenWriting
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel
from dastarkhan.lessons.reflection import note

MISSING = "missing"


class SmallDoors(OfQuarrel, ChoosingThenWriting[Scene]):
    """First one of four who are missing, then six ideas, then a question and a door of one's own."""

    key = "doors"
    own = ("asked", "door")
    enough = 4

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who is missing, and where is a small door?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def summary(self) -> str:
        """One line in words."""
        chosen = [key for key in self.state["chosen"] if key != MISSING]
        return self._("{n} of {total} ideas are looked at.", n=len(chosen), total=len(self._ideas()))

    def _ideas(self) -> Sequence[Scene]:
        return of_case(doors(self._), self.quarrel.key)

    def each(self) -> Sequence[Scene]:
        """Who is missing, then six ideas of the case."""
        told = self._("Four are touched by this and sit at no table. Nobody has asked them.")
        return (Scene(key=MISSING, text=told, kind="", why={}), *self._ideas())

    def options(self, one: Scene) -> Sequence[tuple[str, str]]:
        """Four who are missing; or a door, later, a wall."""
        if one.key == MISSING:
            return [(who.name, who.key) for who in self.quarrel.missing]
        return [(kind.told, kind.key) for kind in door_kinds(self._)]

    def head(self, one: Scene, at: int, total: int) -> str:
        """What it is about, and where it stands."""
        place = "" if one.key == MISSING else escape(self._("Idea {n} of {total}", n=at, total=total - 1))
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p>"

    def ask(self) -> str:
        """What is asked of each."""
        return self._("Your choice:")

    def answer(self, one: Scene, key: str) -> str:
        """How it touches them and what to ask; or the reason for what was chosen."""
        _ = self._
        if one.key == MISSING:
            who = next(each for each in self.quarrel.missing if each.key == key)
            return f"<p>{escape(who.touches)}</p>{note(who.ask, strong=_('One could ask:'))}"
        fits = key == one.kind
        opening, css = (_("Yes."), "dk-note") if fits else (_("Look again."), "dk-note-warn")
        return f"<p class='{css}'><b>{escape(opening)}</b> {escape(one.why[key])}</p>"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """A question and a door."""
        return {
            "asked": _("A question of my own for somebody who is missing:"),
            "door": _("A small door that I see, and who would open it:"),
        }

    def checks(self) -> Sequence[str]:
        """What makes a door small."""
        _ = self._
        return (
            _("It can be tried within a week."),
            _("It frightens nobody, and nobody loses face."),
            _("Whoever opens it would like to."),
        )

    def invited(self) -> tuple[str, str]:
        """What is said before one's own words, and before the ticks."""
        _ = self._
        return (
            _("Now your own, for Mill and Willow. Stay in the invented towns, and name nobody from home."),
            _("Nobody corrects this. Tell it to a neighbour, and tick together."),
        )

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("Ask another table: whom could this door frighten? Then make it smaller.")
