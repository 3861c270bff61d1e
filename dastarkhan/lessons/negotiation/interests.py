"""Dig for interests: ask a position one of three questions, and say what may lie behind it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.negotiation.positions import (
    QUESTIONS,
    Position,
    own_positions,
    positions,
    question_words,
    self_checks,
)
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, html
from dastarkhan.lessons.choosing import Choosing
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, some_of


class Interests(Choosing[Position]):
    """Eight cards of daily life, then four positions in one's own words."""

    after = 2
    enough = 4

    key = "interests"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What lies behind a position?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 12

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} positions are opened.", n=n, total=len(positions(self._)))

    def ways(self) -> Ways:
        """How it is done by one, by two, by a room and on a call."""
        _ = self._
        return Ways(
            alone=_("Ask before you choose. Four cards are enough if time is short."),
            pair=_("One asks, the other reads the answer aloud as that person."),
            room=_("Each table opens four cards, then compares which question opened most."),
            call=_("One shares the screen. The others call out which question to ask."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, questions, choices and own words that this version knows."""
        asked, words, own = part(saved.get("asked")), part(saved.get("own")), own_positions(self._)
        return {
            **super().clean(saved),
            "asked": {one.key: some_of(asked[one.key], QUESTIONS) for one in self.each() if one.key in asked},
            "own": {key: clean_reflection(words[key], len(self_checks(self._))) for key, _says in own if key in words},
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The interests in the person's own words."""
        words = part(state.get("own"))
        asked = own_positions(lesson.words)
        return tuple(text for key, says in asked for text in own_words(says, words.get(key), key))

    def each(self) -> Sequence[Position]:
        """Eight cards."""
        return positions(self._)

    def options(self, one: Position) -> Sequence[tuple[str, str]]:
        """Three interests."""
        return [(interest.text, interest.key) for interest in one.shown]

    def head(self, one: Position, at: int, total: int) -> str:
        """What somebody demands."""
        place = escape(self._("Card {n} of {total}", n=at + 1, total=total))
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.says)}</p>"

    def open(self, one: Position) -> bool:
        """Interests can be seen when one question was asked."""
        return bool(self.state["asked"].get(one.key))

    def before(self, one: Position) -> Sequence[ipywidgets.Widget]:
        """What was asked and told, and the questions that are left."""
        asked, words = self.state["asked"].get(one.key, []), question_words(self._)
        left = [self._asker(one, key, words[key]) for key in QUESTIONS if key not in asked]
        return (html(self._told(one), live=True), buttons(*left))

    def ask(self) -> str:
        """What is asked of each position."""
        return self._("Which interest may lie behind it?")

    def answer(self, one: Position, key: str) -> str:
        """The reason of the interest chosen."""
        found = next(interest for interest in one.interests if interest.key == key)
        css = "dk-note" if found is one.interests[0] else "dk-note-warn"
        return f"<p class='{css}'>{escape(found.why)}</p>"

    def _ask(self, position: Position, question: str) -> None:
        before = self.state["asked"].get(position.key, [])
        self.remember(asked={**self.state["asked"], position.key: [*dict.fromkeys([*before, question])]})
        self.show()

    def _asker(self, position: Position, key: str, words: str) -> ipywidgets.Button:
        return button(words, lambda: self._ask(position, key), css="dk-quiet")

    def _told(self, position: Position) -> str:
        words, told = question_words(self._), dict(zip(QUESTIONS, position.told, strict=True))
        rows = "".join(
            f"<p><b>{escape(words[key])}</b> {escape(told[key])}</p>"
            for key in self.state["asked"].get(position.key, [])
        )
        ask = escape(self._("Ask one question first. You may ask all three."))
        return rows or f"<p class='dk-small'>{ask}</p>"

    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """First the four in one's own words, then what to keep."""
        _ = self._
        if screen:
            told = note(_("Positions stand against each other. Interests can often stand side by side."))
            return (html(told), button(_("Look once more"), lambda: self.go(0), css="dk-quiet"))
        told = escape(_("What may lie behind these four? Write it in your own words. Nobody corrects it."))
        fields = [
            ipywidgets.VBox([html(f"<p class='dk-scene'>{escape(says)}</p>"), self._field(key)])
            for key, says in own_positions(_)
        ]
        ready = button(_("Go on"), lambda: self.go(total + 1))
        back = button(_("Back"), lambda: self.go(total - 1), css="dk-quiet")
        return (html(f"<p>{told}</p>"), *fields, buttons(ready, back))

    def _field(self, key: str) -> ipywidgets.VBox:
        def keep(state: dict[str, object]) -> None:
            self.remember(own={**self.state["own"], key: state})

        return reflection(self._("They may need:"), self_checks(self._), self.state["own"].get(key, {}), keep)
