"""Six voices and three echoes of each; then an echo of one's own, which only the speaker can judge."""

from collections.abc import Mapping, Sequence
from html import escape

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.reading_each_other.giving_back import Told, echo_checks, echo_example, told
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.choosing import ChoosingThenWriting
from dastarkhan.lessons.reflection import note


class GiveBack(ChoosingThenWriting[Told]):
    """The kit's echoes have reasons; a person's own is answered by whoever has spoken."""

    own = ("echo",)
    enough = 2

    key = "give_back"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("To which echo would they nod?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} voices are given back.", n=n, total=len(self.each()))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say your own echo first, aloud. Then look at the three."),
            pair=_(
                "Tell each other one small thing from this week. Give it back until the other says: yes, that is it."
            ),
            room=_("Two or three voices together. Then pairs, two minutes each; only the speaker says what fits."),
            call=_("One, two or three in the chat. Then pairs in small rooms, cameras as you like."),
        )

    def each(self) -> Sequence[Told]:
        """Six voices."""
        return told(self._)

    def options(self, one: Told) -> Sequence[tuple[str, str]]:
        """Three echoes."""
        return [(echo.text, echo.key) for echo in one.echoes]

    def head(self, one: Told, at: int, total: int) -> str:
        """Who speaks, and what is said."""
        place = escape(self._("Voice {n} of {total}", n=at + 1, total=total))
        says = f"<p class='dk-scene'>{escape(one.says)}</p>"
        return f"<p class='dk-small'>{place}</p><p>{escape(one.where)}</p>{says}"

    def ask(self) -> str:
        """What is asked of each voice."""
        return self._("To which echo would the speaker nod?")

    def answer(self, one: Told, key: str) -> str:
        """The reason of the echo chosen, and a hint when another one fits better."""
        _ = self._
        found = next(echo for echo in one.echoes if echo.key == key)
        if found.key == one.best:
            return note(found.why, strong=_("Yes."))
        opening = escape(_("Look again."))
        hint = f"<p class='dk-hint'>{escape(one.hint)}</p>"
        return f"<p class='dk-note-warn'><b>{opening}</b> {escape(found.why)}</p>{hint}"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """One echo, to an invented voice: what a neighbour told stays with the two."""
        return {"echo": _("My own echo to one of the six voices:")}

    def checks(self) -> Sequence[str]:
        """What a person asks of their own echo."""
        return echo_checks(self._)

    def invited(self) -> tuple[str, str]:
        """What is said before the echo, and before the ticks."""
        _ = self._
        return (
            _("In a pair you only talk. Alone, take one of the six voices, and give it back in your own words."),
            _("Nobody corrects it. Tick what is so; in a pair the speaker ticks the last one."),
        )

    def examples(self) -> Sequence[ipywidgets.Widget]:
        """A first try that did not fit, and a second one."""
        summary = escape(self._("Two who tried twice"))
        lines = "".join(f"<p>{escape(text)}</p>" for text in echo_example(self._))
        return (html(f"<details><summary>{summary}</summary>{lines}</details>"),)

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("An echo that does not fit is no harm. The speaker puts it right, and has been heard twice.")
