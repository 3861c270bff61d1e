"""Twenty things that people say: dialogue, debate, negotiation or mediation; then where the four differ."""

from collections.abc import Sequence
from html import escape

import ipywidgets

from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.content.story_circle.utterances import utterances
from dastarkhan.content.story_circle.ways_of_talking import differences, none_is_best, ways_of_talking
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.sorting import Sorting


class SortUtterances(Sorting):
    """Four ways of talking; none is better, each is good for something."""

    key = "sort"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What are they doing when they talk?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def kinds(self) -> Sequence[Kind]:
        """Four ways of talking."""
        return ways_of_talking(self._)

    def scenes(self) -> Sequence[Scene]:
        """Twenty utterances."""
        return utterances(self._)

    def ask(self) -> str:
        """What is asked of each utterance."""
        return self._("What is it most of all?")

    def end(self) -> str:
        """What is said after the last utterance."""
        return none_is_best(self._)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say each one aloud. Whose face do you see while you speak? In a short session do eight."),
            pair=_("One reads, the other chooses. Then answer it together, so that it becomes a dialogue."),
            room=_("Four corners, four ways. Read aloud, walk or point, and hear one voice from two corners."),
            call=_("One to four in the chat, all at once after three. Ask one voice whose number is rare."),
        )

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        note, *rest = super()._all()
        return (note, html(self._differences()), *rest)

    def _differences(self) -> str:
        """Four questions with four answers each, in a list that a phone can hold."""
        _, names = self._, {kind.key: kind.name for kind in self.kinds()}
        head = escape(_("Four questions tell them apart. Cover the answers, and try to say them by heart."))
        parts = []
        for one in differences(_):
            items = "".join(
                f"<li><b>{escape(names[key])}:</b> {escape(answer)}</li>" for key, answer in one.answers.items()
            )
            parts.append(f"<details><summary>{escape(one.ask)}</summary><ul>{items}</ul></details>")
        return f"<p>{head}</p>{''.join(parts)}"
