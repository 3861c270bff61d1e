"""Questions that leave little room, and three ways to open each; then two open questions of one's own."""

from collections.abc import Mapping, Sequence
from html import escape

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.story_circle.questions import (
    Narrow,
    good_examples,
    narrow_questions,
    nobody_corrects,
    question_checks,
)
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.choosing import ChoosingThenWriting
from dastarkhan.lessons.reflection import note


class OpenQuestions(ChoosingThenWriting[Narrow]):
    """The kit's questions are answered at once; one's own are ticked by oneself and a neighbour, by nobody else."""

    own = ("first", "second")
    enough = 3

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

    def each(self) -> Sequence[Narrow]:
        """Six narrow questions."""
        return narrow_questions(self._)

    def options(self, one: Narrow) -> Sequence[tuple[str, str]]:
        """Three ways to ask."""
        return [(way.text, way.key) for way in one.ways]

    def head(self, one: Narrow, at: int, total: int) -> str:
        """Who asks whom, and the question."""
        place = escape(self._("Question {n} of {total}", n=at + 1, total=total))
        says = f"<p class='dk-scene'>{escape(one.says)}</p>"
        return f"<p class='dk-small'>{place}</p><p>{escape(one.where)}</p>{says}"

    def ask(self) -> str:
        """What is asked of each question."""
        return self._("Which one leaves the other person most room?")

    def answer(self, one: Narrow, key: str) -> str:
        """The reason of the way chosen, and a hint when another one opens more."""
        _ = self._
        found = next(way for way in one.ways if way.key == key)
        if found.key == one.best:
            return note(found.why, strong=_("Yes."))
        opening = escape(_("Look again."))
        hint = f"<p class='dk-hint'>{escape(one.hint)}</p>"
        return f"<p class='dk-note-warn'><b>{opening}</b> {escape(found.why)}</p>{hint}"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """Two questions."""
        return {"first": _("My first open question:"), "second": _("My second open question:")}

    def checks(self) -> Sequence[str]:
        """What makes a question open."""
        return question_checks(self._)

    def invited(self) -> tuple[str, str]:
        """What is said before the two questions, and before the ticks."""
        _ = self._
        return (
            _("Now two of your own: questions that you would like to ask somebody in this room, or at home."),
            nobody_corrects(_),
        )

    def examples(self) -> Sequence[ipywidgets.Widget]:
        """Two that an invented person has written, folded away."""
        summary = escape(self._("Two that somebody in Willow has written"))
        listed = "".join(f"<li>{escape(text)}</li>" for text in good_examples(self._))
        return (html(f"<details><summary>{summary}</summary><ul>{listed}</ul></details>"),)

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("Ask one of them today, after the circle. Then listen longer than the question was.")
