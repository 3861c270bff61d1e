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
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of, whole

SHORT = 4
"""So many cards are enough in 45 minutes."""


class Interests(Activity):
    """Eight cards of daily life, then four positions in one's own words."""

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
        cards, own = positions(self._), own_positions(self._)
        asked, chosen, words = part(saved.get("asked")), part(saved.get("chosen")), part(saved.get("own"))
        known = {one.key: [interest.key for interest in one.interests] for one in cards}
        return {
            "at": whole(saved.get("at"), 0, len(cards) + 1),
            "asked": {key: some_of(asked[key], QUESTIONS) for key in known if key in asked},
            "chosen": {key: chosen[key] for key in known if one_of(chosen.get(key), known[key]) is not None},
            "own": {key: clean_reflection(words[key], len(self_checks(self._))) for key, _says in own if key in words},
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The interests in the person's own words."""
        words = part(state.get("own"))
        asked = own_positions(lesson.words)
        return tuple(text for key, says in asked for text in own_words(says, words.get(key), key))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One card, then the page for own words."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self._show()
        return (self.stage,)

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at > len(positions(self._)))
        self._show()

    def _ask(self, position: Position, question: str) -> None:
        before = self.state["asked"].get(position.key, [])
        self.remember(asked={**self.state["asked"], position.key: [*dict.fromkeys([*before, question])]})
        self._show()

    def _choose(self, position: Position, interest: str) -> None:
        self.remember(chosen={**self.state["chosen"], position.key: interest})
        self.reason.value = self._reason(position)

    # --- what the screen shows

    def _show(self) -> None:
        cards, at = positions(self._), self.state["at"]
        shown = self._card(cards[at], at, len(cards)) if at < len(cards) else self._own(at - len(cards))
        self.stage.children = (card(*shown),)

    def _card(self, position: Position, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _, asked = self._, self.state["asked"].get(position.key, [])
        place = escape(_("Card {n} of {total}", n=at + 1, total=total))
        head = html(f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(position.says)}</p>")
        told = html(self._told(position), live=True)
        words = question_words(_)
        left = [self._asker(position, key, words[key]) for key in QUESTIONS if key not in asked]
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at + 1 == SHORT:
            steps.append(button(_("Short of time: on to my own words"), lambda: self._go(total), css="dk-quiet"))
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        more = self._guess(position) if asked else ()
        return (head, told, buttons(*left), *more, buttons(*steps))

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

    def _guess(self, position: Position) -> tuple[ipywidgets.Widget, ...]:
        options = [(one.text, one.key) for one in position.shown]
        chosen = self.state["chosen"].get(position.key)
        ask = self._("Which interest may lie behind it?")
        self.reason = html(self._reason(position), live=True)
        return (choice(ask, options, chosen, lambda key: self._choose(position, key)), self.reason)

    def _reason(self, position: Position) -> str:
        chosen = self.state["chosen"].get(position.key)
        found = next((one for one in position.interests if one.key == chosen), None)
        if found is None:
            return ""
        css = "dk-note" if found is position.interests[0] else "dk-note-warn"
        return f"<p class='{css}'>{escape(found.why)}</p>"

    def _own(self, after: int) -> tuple[ipywidgets.Widget, ...]:
        _, last = self._, len(positions(self._))
        if after:
            told = note(_("Positions stand against each other. Interests can often stand side by side."))
            return (html(told), button(_("Look once more"), lambda: self._go(0), css="dk-quiet"))
        told = escape(_("What may lie behind these four? Write it in your own words. Nobody corrects it."))
        fields = [
            ipywidgets.VBox([html(f"<p class='dk-scene'>{escape(says)}</p>"), self._field(key)])
            for key, says in own_positions(_)
        ]
        ready = button(_("Go on"), lambda: self._go(last + 1))
        back = button(_("Back"), lambda: self._go(last - 1), css="dk-quiet")
        return (html(f"<p>{told}</p>"), *fields, buttons(ready, back))

    def _field(self, key: str) -> ipywidgets.VBox:
        def keep(state: dict[str, object]) -> None:
            self.remember(own={**self.state["own"], key: state})

        return reflection(self._("They may need:"), self_checks(self._), self.state["own"].get(key, {}), keep)
