"""One table's way: its offers step by step, both sides' points, reasons, questions, and what else was possible."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side, slider
from dastarkhan.lessons.debrief.facts import Step, YearOfTalks
from dastarkhan.lessons.debrief.naming import (
    TWO,
    axis_names,
    ended_words,
    looks_of,
    points_table,
    step_words,
    what_else,
)
from dastarkhan.lessons.debrief.opened import AboutTables, opened_tables, paragraph
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from dastarkhan.pictures import gains_picture, tables_picture

MOST_STEPS = 10_000


class PathOfOffers(AboutTables):
    """The talks of one table, one step after the other."""

    key = "path"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How did the talks go, step by step?")

    def minutes(self) -> int:
        """How long it takes a table."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        return self._("Step {n} of the talks.", n=self.state["step"] + 1)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Which table, which year and which step; a step that there is not becomes the nearest one."""
        tables = opened_tables(self.lesson)
        number = one_of(saved.get("table"), [one.number for one in tables], 1)
        table = next((one for one in tables if one.number == number), None)
        years = [one.year for one in table.years] if table else [1]
        year = one_of(saved.get("year"), years, years[0])
        return {"table": number, "year": year, "step": whole(saved.get("step"), 0, MOST_STEPS)}

    def take_table(self, number: int) -> None:
        """Look at another table, from its first step on."""
        self.remember(table=number, year=1, step=0)
        self.show()

    # --- what a person does

    def _take_year(self, year: int) -> None:
        self.remember(year=year, step=0)
        self.show()

    def _go(self, step: int) -> None:
        """Come to a step; the slider and the buttons stay where they are."""
        self.remember(step=step, done=self.done or step + 1 >= len(self.steps))
        if self.slider.value != step + 1:
            self.slider.value = step + 1  # this draws
        else:
            self._draw()

    # --- what the screen shows

    @property
    def talks(self) -> YearOfTalks:
        """The talks of the year that is looked at."""
        found = (one for one in self.table.years if one.year == self.state["year"])
        return next(found, self.table.years[0])

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of that year."""
        return tuple(step for step in self.table.steps if step.year == self.talks.year)

    def show(self) -> None:
        """The table and year to look at, and the step."""
        _ = self._
        self.picture, self.said, self.after = html(), html(live=True), html()
        which = [*self.which(_("Which table? Ask it first, if others look on.")), *self._which_year()]
        if not self.steps:
            self.stage.children = (*which, html(note(_("Nobody made an offer here."))))
            return
        at = min(self.state["step"], len(self.steps) - 1)
        steps = range(1, len(self.steps) + 1)
        self.slider = slider(_("Step of the talks"), steps, at + 1, _, self._slid)
        self.back = button(_("Step back"), lambda: self._go(max(0, self._at - 1)), css="dk-quiet")
        self.forward = button(_("Next step"), lambda: self._go(min(len(self.steps) - 1, self._at + 1)))
        self._draw()
        words = ipywidgets.VBox([self.slider, buttons(self.forward, self.back), self.said])
        self.stage.children = (*which, card(side_by_side(self.picture, words)), self.after)

    def _slid(self, value: int) -> None:
        if value - 1 != self.state["step"]:
            self.remember(step=value - 1, done=self.done or value >= len(self.steps))
        self._draw()

    @property
    def _at(self) -> int:
        return min(int(self.state["step"]), len(self.steps) - 1)

    def _which_year(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if len(self.table.years) < TWO:
            return ()
        options = [(_("Year {n}", n=one.year), one.year) for one in self.table.years]
        return (choice(_("Which year?"), options, self.talks.year, self._take_year, row=True),)

    def _draw(self) -> None:
        step = self.steps[self._at]
        self.picture.value = self._drawn(step)
        self.said.value = self._told(step)
        self.after.value = self._end() if self._at + 1 == len(self.steps) else ""
        self.back.disabled, self.forward.disabled = self._at == 0, self._at + 1 == len(self.steps)

    def _told(self, step: Step) -> str:
        """What was done in a step, and the offer that lies on the table then, with everybody's points."""
        _, table, offers = self._, self.table, step.talk.offers
        place = _("Step {n} of {total}", n=self._at + 1, total=len(self.steps))
        said = f"<p class='dk-small'>{escape(place)}</p>{step_words(table, step, _)}"
        if not offers:
            return said
        newest = offers[-1]
        before = offers[-2].package if len(offers) > 1 else None
        shown = package_list(table.case, newest.package, _, before=before)
        heading = _("Offer {n}", n=newest.number)
        points = points_table(table, self.talks, newest.package, _)
        return f"{said}<details open><summary>{escape(heading)}</summary>{shown}</details>{points}"

    def _drawn(self, step: Step) -> str:
        _, case, world = self._, self.table.case, self.talks.world
        found = [world.points_of(offer.package) for offer in step.talk.offers]
        way = [tuple(map(float, points.values())) for points in found if points]
        title = _("The offers of table {n}, in their order", n=self.table.number)
        alone: Sequence[float] = list(map(float, world.alone))
        if len(case.sides) == TWO:
            looks = looks_of(case, _)
            sides = [looks[side] for side in case.sides]
            return tables_picture(
                world.points, sides, axis_names(case, _), _, title=title, alone=alone, way=way, key="debrief-way"
            )
        if not way:
            return paragraph(_("No offer lies on the table yet."))
        rows = [
            (side_name(case, side, _), [points[at] - alone[at] for points in way]) for at, side in enumerate(case.sides)
        ]
        return gains_picture(rows, _, title=title, way=True, key="debrief-way")

    def _end(self) -> str:
        """How it ended, and what else was possible."""
        _, talks = self._, self.talks
        heading, more = escape(_("How it ended")), escape(_("What else was possible?"))
        ended = paragraph(ended_words(talks, _))
        agreed = package_list(self.table.case, talks.talk.agreement, _) if talks.talk.agreement else ""
        calm = note(_("These numbers are about packages. What they do not count was at the table too."))
        return f"<h3>{heading}</h3>{ended}{agreed}<h3>{more}</h3>{what_else(self.table, talks, _)}{calm}"
