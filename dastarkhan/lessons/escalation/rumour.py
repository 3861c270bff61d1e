"""One sentence in six mouths, six messages of an evening, one answer of one's own; and a third town, if you like."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.rumours import (
    good_answer,
    own_answer_ask,
    retold,
    rumour_kinds,
    rumour_messages,
    turned,
    what_to_do,
)
from dastarkhan.content.escalation.spread import CARRIED
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.escalation.third_town import ThirdTown
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.sorting import Sorting

RETOLD, MESSAGES, THIRD = "retold", "messages", "third"


class Rumour(Sorting):
    """Nobody lied. Every mouth after the first has its answer, and more than one is a turn."""

    key = "rumour"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Where did the net go?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def kinds(self) -> Sequence[Kind]:
        """Seen, told, guessed."""
        return rumour_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six messages."""
        return rumour_messages(self._)

    def ask(self) -> str:
        """What is asked of each message."""
        return self._("What does this message rest on?")

    def end(self) -> str:
        """What is said after the last message."""
        return self._("A message that makes the heart beat faster can wait a minute. Then:")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """As in every sorting, with the mouth that was chosen and one's own answer."""
        return {
            **super().clean(saved),
            "page": one_of(saved.get("page"), (RETOLD, MESSAGES, THIRD), RETOLD),
            "mouth": one_of(saved.get("mouth"), range(1, len(retold(self._)))),
            "own": clean_reflection(saved.get("own"), 0),
            "carried": whole(saved.get("carried"), 0, len(CARRIED) - 1),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Other views, and one's own answer."""
        return (*super().written(lesson, state), *own_words(own_answer_ask(lesson.words), state.get("own"), "own"))

    # --- what a person does

    def _turn(self, page: str, at: int) -> None:
        self.remember(page=page)
        self._go(at)

    def _mouth(self, number: int) -> None:
        self.remember(mouth=number)
        self.added.value = self._added()

    # --- what the screen shows

    def show(self) -> None:
        """The messages to sort, or another page about the rumour."""
        if self.state["page"] == MESSAGES:
            super().show()
        else:
            shown = self._retold() if self.state["page"] == RETOLD else self._third()
            self.stage.children = (card(*shown),)

    def _retold(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        first, *rest = retold(_)
        head = html(f"<p>{escape(_('It begins like this:'))}</p><p class='dk-scene'>{escape(first)}</p>")
        ask = _("At which mouth did it turn? Try more than one.")
        which = choice(ask, [(text, n) for n, text in enumerate(rest, start=1)], self.state["mouth"], self._mouth)
        self.added = html(self._added(), live=True)
        on = button(_("To six messages of that evening"), lambda: self._turn(MESSAGES, 0))
        return (head, which, self.added, buttons(on))

    def _added(self) -> str:
        mouth = self.state["mouth"]
        return note(turned(self._)[mouth - 1]) if mouth else ""

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told, folded, again = super()._all()
        items = "".join(f"<li>{escape(one)}</li>" for one in what_to_do(_))
        words = reflection(own_answer_ask(_), (), self.state["own"], lambda new: self.remember(own=new))
        nobody = html(f"<p class='dk-small'>{escape(_('Nobody corrects it. Read it to somebody, if you like.'))}</p>")
        summary = escape(_("One that somebody in Willow has written"))
        example = f"<details><summary>{summary}</summary><p>{escape(good_answer(_))}</p></details>"
        more = button(
            _("More, if you like: a third town"), lambda: self._turn(THIRD, len(self.scenes())), css="dk-quiet"
        )
        back = button(_("Back to the six mouths"), lambda: self._turn(RETOLD, 0), css="dk-quiet")
        return (told, html(f"<ol>{items}</ol>"), words, nobody, html(example), buttons(more, again, back), folded)

    def _third(self) -> tuple[ipywidgets.Widget, ...]:
        made = ThirdTown(self.state["carried"], lambda new: self.remember(carried=new), self._)
        back = button(self._("Back to my answer"), lambda: self._turn(MESSAGES, len(self.scenes())), css="dk-quiet")
        return (made.box, back)
