"""Sentences about people: a description, a stereotype, or one person's experience."""

from collections.abc import Sequence

from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.content.who_am_i import sentence_kinds, sentences
from dastarkhan.lessons.sorting import Sorting


class Sorter(Sorting):
    """Tell a description from a stereotype, with a reason."""

    key = "sorter"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Is that so, or do they say so?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 14

    def kinds(self) -> Sequence[Kind]:
        """A description, a stereotype, one person's experience."""
        return sentence_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Twenty-two sentences."""
        return sentences(self._)

    def ask(self) -> str:
        """What is asked of each sentence."""
        return self._("What kind of sentence is it?")

    def end(self) -> str:
        """What is said after the last sentence."""
        return self._("Three questions help: could one check it? Is it about all? Who is left out?")

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say your reason aloud before you choose. In a short session do eleven."),
            pair=_("One chooses, the other asks: how would you check that?"),
            room=_("Three places in the room. Read aloud, walk or point, and hear one reason from each place."),
            call=_("Write D, S or E for experience in the chat, all at once after three."),
        )
