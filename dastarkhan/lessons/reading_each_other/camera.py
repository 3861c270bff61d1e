"""Sentences about a moment: seen or heard, taken to mean something, or felt."""

from collections.abc import Sequence
from html import escape

import ipywidgets

from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.content.reading_each_other.moment_pieces import sentence_kinds
from dastarkhan.content.reading_each_other.moments import moment_of, sentences
from dastarkhan.lessons.activity import button, html
from dastarkhan.lessons.sorting import Sorting

ROUND = 8
"""After so many sentences, and after twice as many, the rest can be passed."""


class Camera(Sorting):
    """What a camera would have shown stands above each sentence."""

    key = "sort"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Seen, taken, or felt?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        return self._("{n} of {total} sentences are placed.", n=len(self.state["chosen"]), total=len(self.scenes()))

    def kinds(self) -> Sequence[Kind]:
        """Three things that one sentence can do."""
        return sentence_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Thirty-two sentences, two about each moment."""
        return sentences(self._)

    def ask(self) -> str:
        """What is asked of each sentence."""
        return self._("What is this sentence?")

    def end(self) -> str:
        """What is said after the last sentence."""
        return self._(
            "All three are allowed, and all three are needed. "
            "It only helps to know which one it is, before it is called the truth."
        )

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Eight sentences are enough if time is short. Close your eyes first: what does the camera see?"),
            pair=_("One is the camera and tells only what it shows. The other reads the sentence and chooses."),
            room=_("Three walls, three kinds. Read aloud, walk or point, and hear one voice from two walls."),
            call=_("One, two or three in the chat, all at once after three. Ask one voice whose number is rare."),
        )

    def _scene(self, scene: Scene, at: int) -> tuple[ipywidgets.Widget, ...]:
        _, total = self._, len(self.scenes())
        moment = moment_of(_)[scene.key]
        place = escape(_("Sentence {n} of {total}", n=at + 1, total=total))
        _head, *shown, steps = super()._scene(scene, at)
        head = html(
            f"<p class='dk-small'>{place}</p><p><b>{escape(moment.title)}.</b> {escape(moment.text)}</p>"
            f"<p class='dk-scene'>{escape(scene.text)}</p>"
        )
        if (at + 1) in (ROUND, 2 * ROUND):
            over = button(_("Short of time: that was enough"), lambda: self._go(total), css="dk-quiet")
            steps.children = (*steps.children, over)
        return (head, *shown, steps)
