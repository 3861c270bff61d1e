"""Sentences that are parts of feedback or none, and people with a task who need different things."""

from collections.abc import Sequence

from dastarkhan.content.leading.parts import part_kinds, part_scenes
from dastarkhan.content.leading.ways_to_lead import lead_kinds, lead_scenes
from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.lessons.sorting import Sorting


class Parts(Sorting):
    """Situation, behaviour, impact, or a judgement?"""

    key = "parts"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Which part of feedback is it?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def kinds(self) -> Sequence[Kind]:
        """Three parts, and judgement."""
        return part_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Sixteen sentences."""
        return part_scenes(self._)

    def ask(self) -> str:
        """What is asked of each sentence."""
        return self._("What is this sentence?")

    def end(self) -> str:
        """What is said after the last sentence."""
        return self._("A moment, what was seen and heard, what it did. Then a question, and time to answer.")

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Eight sentences are enough if time is short. Say each aloud, once kindly and once coldly."),
            pair=_("One reads, the other says: could a camera have seen it?"),
            room=_("Four corners, four kinds. Read aloud, walk or point, and hear one voice from two corners."),
            call=_("Write S, B, I or J in the chat, all at once after three."),
        )


class Fits(Sorting):
    """Leading fits the situation, and the situation is a task and a day."""

    key = "fits"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What does this person need from you today?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def kinds(self) -> Sequence[Kind]:
        """Four ways to lead."""
        return lead_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six people with a task."""
        return lead_scenes(self._)

    def ask(self) -> str:
        """What is asked of each scene."""
        return self._("What would help most?")

    def end(self) -> str:
        """What is said after the last scene."""
        return self._(
            "The same person needs different things in different tasks. If you are not sure, ask. "
            "Studies find mixed support for exact rules here."
        )

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Think of yourself as this person. What would you like to be asked?"),
            pair=_("One plays the person. The other asks one question first, and then chooses."),
            room=_("Read three of the scenes. Tables choose, and give one reason each."),
            call=_("Numbers one to four in the chat. Ask one voice whose number is rare."),
        )
