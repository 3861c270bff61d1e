"""Scenes about passing, and wishes that one might have of a model."""

from collections.abc import Sequence

from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.content.welcome import door_kinds, door_scenes, model_kinds, model_scenes
from dastarkhan.lessons.sorting import Sorting


class Doors(Sorting):
    """Does an answer keep the door open for somebody who is careful?"""

    key = "doors"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Does the door stay open?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def kinds(self) -> Sequence[Kind]:
        """Open or narrow."""
        return door_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Ten moments."""
        return door_scenes(self._)

    def ask(self) -> str:
        """What is asked of each scene."""
        return self._("What happens to the door?")

    def end(self) -> str:
        """What is said after the last scene."""
        return self._(
            "An open door costs little: no question, no sigh, no “never”, and room for everybody again later."
        )

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say first what you would feel as the person. Then choose."),
            pair=_("One reads, both point at a door at the same time. Talk only where you differ."),
            room=_(
                "One wall is the open door, the other the narrow one. Read aloud, walk, ask one voice from each wall."
            ),
            call=_("Read aloud. A raised hand is the open door. Ask one voice from each side."),
        )


class Models(Sorting):
    """What a model can do, and what people have to do."""

    key = "models"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What can a model not do?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def kinds(self) -> Sequence[Kind]:
        """A model or people."""
        return model_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Eight wishes."""
        return model_scenes(self._)

    def ask(self) -> str:
        """What is asked of each wish."""
        return self._("Who can do this?")

    def end(self) -> str:
        """What is said after the last wish."""
        return self._("A model is an argument, not evidence. It counts what was put in. What it means, you talk over.")

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Add one wish of your own at the end. Who could do that?"),
            pair=_("One plays the model, the other asks it. The model may only count and compare."),
            room=_("Stand up for people, stay seated for a model. Sitting, raise a hand for people."),
            call=_("Write M or P in the chat, all at once after three."),
        )
