"""Twelve things that somebody notices; then five signs for a place of one's own; then a board of alarms."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.board import own_signs
from dastarkhan.content.escalation.signs import own_sign_ask, sign_kinds, signs
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.lessons.activity import button, buttons, html
from dastarkhan.lessons.escalation.alarm_board import AlarmBoard, clean_board
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, some_of, whole
from dastarkhan.lessons.sorting import Sorting

N_OWN = 5


class Signs(Sorting):
    """The kit's signs are answered at once; one's own are ticked by oneself, and collected by nobody."""

    key = "signs"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Is it a sign, or noise?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 11

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def kinds(self) -> Sequence[Kind]:
        """A sign, noise, or something to ask about."""
        return sign_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Twelve things."""
        return signs(self._)

    def ask(self) -> str:
        """What is asked of each."""
        return self._("What is it?")

    def end(self) -> str:
        """What is said after the last one."""
        return self._("A sign is a reason to ask and to visit. It tells of two groups, and never of one person.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """As in every sorting, with one's own signs and the board."""
        found, words = super().clean(saved), part(saved.get("own"))
        return {
            **found,
            "at": whole(saved.get("at"), 0, len(self.scenes()) + 1),
            "own": {key: clean_reflection(words[key], 0) for key in _own_keys() if key in words},
            "ticked": some_of(saved.get("ticked"), range(len(own_signs(self._)))),
            "board": clean_board(saved.get("board")),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Other views, and one's own signs."""
        words, _ = part(state.get("own")), lesson.words
        own = (
            one
            for n, key in enumerate(_own_keys(), start=1)
            for one in own_words(own_sign_ask(n, _), words.get(key), key)
        )
        return (*super().written(lesson, state), *own)

    # --- what a person does

    def _keeper(self, key: str) -> Any:
        return lambda new: self.remember(own={**self.state["own"], key: dict(new)})

    def _tick(self, number: int, on: bool) -> None:
        others = [one for one in self.state["ticked"] if one != number]
        self.remember(ticked=sorted([*others, number]) if on else others)

    # --- what the screen shows

    def _scene(self, scene: Scene, at: int) -> tuple[ipywidgets.Widget, ...]:
        *shown, steps = super()._scene(scene, at)
        if at + 1 == N_OWN - 1:  # after four, as in the shortest session
            on = button(
                self._("Short of time: on to my own signs"), lambda: self._go(len(self.scenes())), css="dk-quiet"
            )
            steps.children = (*steps.children, on)
        return (*shown, steps)

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        return self._board() if self.state["at"] > len(self.scenes()) else self._own()

    def _own(self) -> tuple[ipywidgets.Widget, ...]:
        _, total = self._, len(self.scenes())
        told, folded, again = super()._all()
        place = _(
            "Think of a place that you know: a school, a canal, a club, a bazaar. Which signs would you see there?"
        )
        mine = _("They stay with you. Write no names of people, and no name of a group.")
        fields = [
            reflection(own_sign_ask(n, _), (), self.state["own"].get(key, {}), self._keeper(key))
            for n, key in enumerate(_own_keys(), start=1)
        ]
        ask = html(f"<p class='dk-small'>{escape(_('Nobody corrects it. Tick what is so for all five:'))}</p>")
        more = button(_("More, if you like: a board of alarms"), lambda: self._go(total + 1), css="dk-quiet")
        head = html(f"<p>{escape(place)}</p><p>{escape(mine)}</p>")
        return (told, head, *fields, ask, *self._ticks(), buttons(more, again), folded)

    def _ticks(self) -> list[ipywidgets.Checkbox]:
        boxes = [
            ipywidgets.Checkbox(value=n in self.state["ticked"], description=check, indent=False)
            for n, check in enumerate(own_signs(self._))
        ]
        for n, box in enumerate(boxes):
            box.observe(lambda change, n=n: self._tick(n, change["new"]), names="value")
        return boxes

    def _board(self) -> tuple[ipywidgets.Widget, ...]:
        _, total = self._, len(self.scenes())
        made = AlarmBoard(self.state["board"], lambda new: self.remember(board=new), _)
        told = note(_("Some quarrels climb, and others come down by themselves. A board can only count."))
        return (html(told), made.box, button(_("Back to my own signs"), lambda: self._go(total), css="dk-quiet"))


def _own_keys() -> list[str]:
    return [f"sign-{n}" for n in range(1, N_OWN + 1)]
