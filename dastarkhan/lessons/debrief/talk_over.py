"""Talk it over: questions that were chosen by what happened at the tables, and those of the guide for every table."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.guides import vocabulary
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.debrief.happened import altogether, happened
from dastarkhan.lessons.debrief.opened import AboutTables, opened_tables
from dastarkhan.lessons.debrief.questions import Rule, Stage, questions
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole

ALL = 0

OF_THE_GUIDE: Mapping[Stage, vocabulary.Stage] = dict(zip(Stage, vocabulary.Stage, strict=True))
"""Both have four stages in the same order."""


def stage_names(_: Words) -> Mapping[Stage, str]:
    """What the stages of a discussion are called."""
    return {
        Stage.FEELINGS: _("Feelings"),
        Stage.HAPPENED: _("What happened"),
        Stage.WHY: _("Why"),
        Stage.HOME: _("Where at home"),
    }


class TalkOver(AboutTables):
    """At most six questions, a stage a screen; below them are those of the guide, which fit every table."""

    key = "talk_over"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you take home from these tables?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 20

    def summary(self) -> str:
        """One line in words."""
        return self._("Questions wait for the discussion.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """For whom the questions are, and the step."""
        numbers = [ALL, *(table.number for table in opened_tables(self.lesson))]
        return {"table": one_of(saved.get("table"), numbers, ALL), "at": whole(saved.get("at"), 0, len(Stage))}

    def chosen(self) -> tuple[Rule, ...]:
        """The questions of the table that is looked at, or of all together."""
        looked_at = [one for one in self.tables if self.state["table"] in (ALL, one.number)]
        return questions(altogether(map(happened, looked_at)))

    def show(self) -> None:
        """One stage with its questions."""
        _ = self._
        by_stage = {stage: [one for one in self.chosen() if one.stage is stage] for stage in Stage}
        at, stages = self.state["at"], tuple(Stage)
        parts = self._stage(stages, at, by_stage) if at < len(stages) else self._end()
        self.stage.children = (*self._for_whom(), card(*parts))

    def _for_whom(self) -> tuple[ipywidgets.Widget, ...]:
        if len(self.tables) == 1:
            return ()
        _ = self._
        each = [(_("Table {n}", n=one.number), one.number) for one in self.tables]
        options = [(_("All tables together"), ALL), *each]
        return (choice(_("For whom are the questions?"), options, self.state["table"], self._take, row=True),)

    def _take(self, number: int) -> None:
        self.remember(table=number, at=0)
        self.show()

    def _go(self, at: int, *, done: bool = False) -> None:
        self.remember(at=at, done=self.done or done)
        self.show()

    def _stage(
        self, stages: Sequence[Stage], at: int, by_stage: Mapping[Stage, Sequence[Rule]]
    ) -> tuple[ipywidgets.Widget, ...]:
        _, stage = self._, stages[at]
        place = _("Step {n} of {total}", n=at + 1, total=len(stages))
        chosen = [_.marked(rule.text) for rule in by_stage[stage]]
        head = (
            f"<p class='dk-small'>{escape(place)}</p><h3>{escape(stage_names(_)[stage])}</h3>"
            f"{_listed(chosen)}{self._for_every_table(stage, unfold=not chosen)}"
        )
        told = _(
            "Take one question that speaks to you. Nobody has to answer. Speak of what happened, not of who did it."
        )
        steps = [button(_("Go on"), lambda: self._go(at + 1, done=at + 1 == len(stages)))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (html(f"{head}<p class='dk-small'>{escape(told)}</p>"), buttons(*steps))

    def _for_every_table(self, stage: Stage, *, unfold: bool) -> str:
        """The guide's questions of a stage, folded away while others were chosen by what happened."""
        _ = self._
        of_guide = [one for one in self.lesson.guide.debrief if one.stage is OF_THE_GUIDE[stage]]
        asked = _listed([_.marked(one.q, context="debrief.q") for one in of_guide])
        heading = escape(_("Questions for every table"))
        return f"<details{' open' if unfold else ''}><summary>{heading}</summary>{asked}</details>"

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        thanks = note(
            _("Thank the people who sat on the other side. One small thing within a month: what, and with whom?")
        )
        return (html(thanks), button(_("Look at the steps again"), lambda: self._go(0), css="dk-quiet"))


def _listed(asked: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(question)}</li>" for question in asked)
    return f"<ul class='dk-asked'>{items}</ul>" if items else ""
