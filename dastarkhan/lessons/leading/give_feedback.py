"""Which of three sentences can be heard, in six scenes; then feedback of one's own, in three parts."""

from collections.abc import Mapping, Sequence
from html import escape

from dastarkhan.content.leading.feedback_scenes import FeedbackScene, feedback_scenes, own_checks, own_parts
from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.choosing import ChoosingThenWriting


class GiveFeedback(ChoosingThenWriting[FeedbackScene]):
    """Six scenes answered at once; one's own sentences are checked by oneself and a friend, and by nobody else."""

    own = ("situation", "behaviour", "impact")
    enough = 3

    key = "feedback"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How do you say it, so that it can be heard?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} scenes are answered.", n=n, total=len(feedback_scenes(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say the sentences aloud. Which one would you like to hear about yourself?"),
            pair=_("One says it, the other answers as the person in the scene. Then write one for each other."),
            room=_("Tables play two scenes, sitting. Own sentences are read to one friend, never to the room."),
            call=_("One scene for each small room. Own sentences stay with two people."),
        )

    def each(self) -> Sequence[FeedbackScene]:
        """Six scenes."""
        return feedback_scenes(self._)

    def options(self, one: FeedbackScene) -> Sequence[tuple[str, str]]:
        """Three sentences."""
        return [(saying.text, saying.key) for saying in one.sayings]

    def head(self, one: FeedbackScene, at: int, total: int) -> str:
        """What happened."""
        place = escape(self._("Scene {n} of {total}", n=at + 1, total=total))
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p>"

    def ask(self) -> str:
        """What is asked of each scene."""
        return self._("Which one can be heard best?")

    def answer(self, one: FeedbackScene, key: str) -> str:
        """The reason of the sentence chosen."""
        found = next(saying for saying in one.sayings if saying.key == key)
        return f"<p class='{'dk-note' if found.heard else 'dk-note-warn'}'>{escape(found.why)}</p>"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """The three parts of one's own feedback."""
        return own_parts(_)

    def checks(self) -> Sequence[str]:
        """What makes it possible to hear it."""
        return own_checks(self._)

    def invited(self) -> tuple[str, str]:
        """What is said before the three parts, and before the ticks."""
        _ = self._
        return (
            _("Think of somebody in a team of yours: a thank you, or something hard. No names, please."),
            _("Nobody corrects it. Tick what is so; a friend ticks the last one."),
        )

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("Then ask: how was it for you? And listen at least as long as you have spoken.")
