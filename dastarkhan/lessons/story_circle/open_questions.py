"""Questions that leave little room, and three ways to open each; then two open questions of one's own."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.story_circle.questions import Narrow, good_examples, narrow_questions, question_checks
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of, whole

OWN = ("first", "second")
SHORT = 3
"""So many questions are enough when time is short."""


class OpenQuestions(Activity):
    """The kit's questions are answered at once; one's own are ticked by oneself and a neighbour, by nobody else."""

    key = "questions"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Which question opens a door?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} questions are opened.", n=n, total=len(narrow_questions(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say the three questions aloud. Which one would you like to be asked?"),
            pair=_("One asks the narrow question, then the open one. The other feels the difference, and says it."),
            room=_("Three scenes are enough. Tables choose, then everybody writes two questions, and neighbours tick."),
            call=_("One, two or three in the chat. Own questions are read to one other person in small rooms."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, choices and own questions that this version knows."""
        _, words, chosen = self._, part(saved.get("own")), part(saved.get("chosen"))
        each = narrow_questions(_)
        known = {one.key: [way.key for way in one.ways] for one in each}
        return {
            "at": whole(saved.get("at"), 0, len(each) + 1),
            "chosen": {key: chosen[key] for key in known if one_of(chosen.get(key), known[key]) is not None},
            "own": {key: clean_reflection(words[key], 0) for key in OWN if key in words},
            "ticked": some_of(saved.get("ticked"), range(len(question_checks(_)))),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The person's own two questions."""
        _, words = lesson.words, part(state.get("own"))
        ask = _("An open question of my own:")
        return tuple(one for key in OWN for one in own_words(ask, words.get(key), key))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One question, then the page for own words."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self._show()
        return (self.stage,)

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at > len(narrow_questions(self._)))
        self._show()

    def _choose(self, one: Narrow, way: str) -> None:
        self.remember(chosen={**self.state["chosen"], one.key: way})
        self.reason.value = self._reason(one)

    def _tick(self, number: int, on: bool) -> None:
        others = [one for one in self.state["ticked"] if one != number]
        self.remember(ticked=sorted([*others, number]) if on else others)

    # --- what the screen shows

    def _show(self) -> None:
        each, at = narrow_questions(self._), self.state["at"]
        if at < len(each):
            shown = self._narrow(each[at], at, len(each))
        else:
            shown = self._own(len(each)) if at == len(each) else self._slip(len(each))
        self.stage.children = (card(*shown),)

    def _narrow(self, one: Narrow, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        place = escape(_("Question {n} of {total}", n=at + 1, total=total))
        head = html(
            f"<p class='dk-small'>{place}</p><p>{escape(one.where)}</p><p class='dk-scene'>{escape(one.says)}</p>"
        )
        options = [(way.text, way.key) for way in one.ways]
        chosen = self.state["chosen"].get(one.key)
        ask = _("Which one leaves the other person most room?")
        asked = choice(ask, options, chosen, lambda way: self._choose(one, way))
        self.reason = html(self._reason(one), live=True)
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at + 1 == SHORT:
            steps.append(button(_("Short of time: on to my own words"), lambda: self._go(total), css="dk-quiet"))
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (head, asked, self.reason, buttons(*steps))

    def _reason(self, one: Narrow) -> str:
        _, chosen = self._, self.state["chosen"].get(one.key)
        found = next((way for way in one.ways if way.key == chosen), None)
        if found is None:
            return ""
        if found.key == one.best:
            return note(found.why, strong=_("Yes."))
        opening = escape(_("Look again."))
        hint = f"<p class='dk-hint'>{escape(one.hint)}</p>"
        return f"<p class='dk-note-warn'><b>{opening}</b> {escape(found.why)}</p>{hint}"

    def _own(self, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Now two of your own: questions that you would like to ask somebody in this room, or at home.")
        asks = {"first": _("My first open question:"), "second": _("My second open question:")}
        fields = [reflection(asks[key], (), self.state["own"].get(key, {}), self._keeper(key)) for key in OWN]
        summary = escape(_("Two that somebody in Willow has written"))
        listed = "".join(f"<li>{escape(text)}</li>" for text in good_examples(_))
        examples = html(f"<details><summary>{summary}</summary><ul>{listed}</ul></details>")
        boxes = [
            ipywidgets.Checkbox(value=n in self.state["ticked"], description=check, indent=False)
            for n, check in enumerate(question_checks(_))
        ]
        for n, box in enumerate(boxes):
            box.observe(lambda change, n=n: self._tick(n, change["new"]), names="value")
        nobody = escape(_("Nobody corrects them. Tick what is so; a neighbour ticks the last one."))
        steps = buttons(
            button(_("Go on"), lambda: self._go(total + 1)),
            button(_("Back"), lambda: self._go(total - 1), css="dk-quiet"),
        )
        small = html(f"<p class='dk-small'>{nobody}</p>")
        return (html(f"<p>{escape(told)}</p>"), *fields, examples, small, *boxes, steps)

    def _keeper(self, key: str) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(own={**self.state["own"], key: dict(state)})

        return keep

    def _slip(self, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        texts = [one.text for one in self.written(self.lesson, self.state)]
        lines = "".join(f"<p dir='auto' class='dk-clause'>{escape(text)}</p>" for text in texts)
        shown = f"<div class='dk-slip'>{lines}</div>" if lines else ""
        told = note(_("Ask one of them today, after the circle. Then listen longer than the question was."))
        steps = buttons(
            button(_("Write on"), lambda: self._go(total), css="dk-quiet"),
            button(_("Look once more"), lambda: self._go(0), css="dk-quiet"),
        )
        return (html(shown + told), steps)
