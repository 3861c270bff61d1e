"""A river's agreement meets many years: when does it hold, when does it break, and why?"""

from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import card, html, side_by_side
from dastarkhan.lessons.debrief.facts import Table
from dastarkhan.lessons.debrief.opened import AboutTables, paragraph
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.afterwards.stress_pictures import last_reserve, strip
from dastarkhan.lessons.shared_river.afterwards.stress_words import (
    break_words,
    hardest_year,
    how_long_it_held,
    near_words,
)
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from simulations.games.sample_agreement import SEED, YEARS
from simulations.games.stress import Stress, stress_test
from simulations.games.terms import Package


class ManyYears(AboutTables):
    """The stress test of one table's agreement."""

    key = "years"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Will it hold when dry years come?")

    def minutes(self) -> int:
        """How long it takes a table."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        return self._("The weather of many years is ready.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Which table; among several none before somebody asked it."""
        numbers = self.numbers()
        return {"table": one_of(saved.get("table"), numbers, 1 if len(numbers) == 1 else None)}

    def show(self) -> None:
        """The years, or why there are none to show."""
        _, table = self._, self.table
        if table.case.game != "river":
            told = _("This table had no river. Ask instead: which part of it would be hardest to keep, and for whom?")
            self.stage.children = (html(note(told)),)
            return
        which = self.which(_("Which table? Ask it first, if others look on."), or_none=True)
        if self.state["table"] is None:
            self.stage.children = which
            return
        if table.agreed is None:
            told = _("This table has no agreement to test, for a reason. What would have to be in one?")
            self.stage.children = (*which, html(note(told)))
            return
        package = table.agreed.talk.agreement or {}
        run = stress_test(table.case, package, years=YEARS, seed=SEED)
        held = paragraph(how_long_it_held(run, None, None, table.case, _))
        drawn = strip(table.case, package, run, _, title=_("Two hundred years"), key="debrief-years")
        words = f"{held}{hardest(table, package, run, _)}{note(_('A model is an argument, not evidence.'))}"
        heading = escape(_("The agreement"))
        agreed = f"<details><summary>{heading}</summary>{package_list(table.case, package, _)}</details>"
        self.stage.children = (*which, card(side_by_side(html(drawn), html(words)), html(agreed)))


def hardest(table: Table, package: Package, run: Stress, _: Words) -> str:
    """When the agreement first broke, or came nearest to it, with the reserve before it."""
    if run.breaks:
        first = run.breaks[0]
        heading, told = _("The first time that it broke"), break_words(table.case, package, first, _)
        at: tuple[int, str] | None = (first.year, first.side)
    else:
        heading, told = _("How near it came"), near_words(table.case, run, _)
        at = hardest_year(table.case, run)
    drawn = "" if at is None else last_reserve(table.case, run, *at, _, key="debrief-reserve")
    return f"<h3>{escape(heading)}</h3><p>{escape(told)}</p>{drawn}"
