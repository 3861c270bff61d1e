"""The look back at one's own river: once the role is put down, with the record of the person's talks."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.guides.vocabulary import Stage
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.journal.written import Written
from dastarkhan.lessons.look_back import LookBack
from dastarkhan.lessons.saved import part
from dastarkhan.lessons.shared_river.afterwards.own_talks import what_happened
from dastarkhan.lessons.shared_river.afterwards.role_down import numbers_wait, role_is_down

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

EARLIER = {"feelings": Stage.FEEL, "home": Stage.TRANSFER}
"""What two stages are called in the files of people who wrote before the guide's names were taken."""


def _with_stages(saved: Mapping[str, Any]) -> dict[str, Any]:
    answers = {EARLIER.get(key, key): answer for key, answer in part(saved.get("answers")).items()}
    return {**saved, "answers": answers}


class Debrief(LookBack):
    """The questions of guide 11."""

    key = "debrief"
    follows: ClassVar[tuple[str, ...]] = ("negotiate", "role_down")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you take home from this river?")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and answers, under the names of today."""
        return super().clean(_with_stages(saved))

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Answers to the four stages."""
        return super().written(lesson, _with_stages(state))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One stage, once the role is put down."""
        return super().body() if role_is_down(self.lesson) else (numbers_wait(self._),)

    def facts(self, stage: Stage) -> tuple[ipywidgets.Widget, ...]:
        """The record of the newest talks, where it is asked what happened."""
        return (html(what_happened(self.lesson)),) if stage is Stage.HAPPENED else ()

    def thanks(self) -> str:
        """The last words, to two people who sat on two banks."""
        return self._("That was a long way down the river. Thank the person who sat on the other bank.")
