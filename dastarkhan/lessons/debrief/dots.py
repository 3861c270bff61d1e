"""All tables among all that was possible: dots without labels; one's own table is shown when it is asked for."""

from collections.abc import Mapping
from typing import Any

from dastarkhan.languages.result_words import measure_words, result_words
from dastarkhan.lessons.activity import card, choice, html, side_by_side
from dastarkhan.lessons.debrief.naming import TWO, axis_names, looks_of
from dastarkhan.lessons.debrief.opened import NO_TABLE, AboutTables, opened_tables, paragraph
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.pictures import gains_picture, tables_picture
from simulations.games.results import SMALLEST_CELL, enough_for_dots


class TableDots(AboutTables):
    """Where the tables stand, without saying which is which."""

    key = "dots"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Where do the tables stand?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        return self._("The dots have no names.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The own table, where one was chosen: it never stays chosen for other tables."""
        numbers = [table.number for table in opened_tables(self.lesson)]
        return {"table": one_of(saved.get("table"), numbers)}

    @property
    def may_be_shown(self) -> bool:
        """Whether the dots keep their secret: none can be told apart, or one table looks at its own."""
        return len(self.tables) == 1 or enough_for_dots([one.result.agreed for one in self.tables])

    def show(self) -> None:
        """The picture, and who wants to see the own table."""
        self.picture = html()
        self._draw()
        shown = side_by_side(self.picture, html(self._words())) if self.may_be_shown else html(self._too_few())
        self.stage.children = (card(shown), *self._own())

    def _words(self) -> str:
        """What the picture says, in the words of the wall."""
        _, results = self._, [one.result for one in self.tables]
        alone = len(self.tables) == 1
        told = (
            _("The large dot is your table.")
            if alone
            else _("Each large dot is a table. No dot says which table it is."),
            measure_words(results, _),
            _("A table without agreement stands where every side is as well off as alone."),
            *(() if alone else result_words(results, _)),
        )
        calm = note(_("A reasoned no agreement counts as a result. Look for a moment before anybody speaks."))
        return "".join(map(paragraph, told)) + calm

    def _too_few(self) -> str:
        """Why there is no picture of all tables."""
        _ = self._
        return note(
            _("With fewer than five tables everybody could guess whose dot is whose. So there is no picture of all.")
            if len(self.tables) < SMALLEST_CELL
            else _("A few tables ended differently, and everybody could guess which. So there is no picture of all.")
        )

    def _own(self) -> tuple[Any, ...]:
        if len(self.tables) < TWO:
            return ()
        _ = self._
        options = [(_("Table {n}", n=one.number), one.number) for one in self.tables]
        now = self.state["table"] or NO_TABLE
        ask = _("Your own table, for your own eyes. Not while this is on the wall.")
        field = choice(ask, [(_("Show none"), NO_TABLE), *options], now, self._take, row=True)
        return (card(field) if self.may_be_shown else card(field, self.picture),)

    def _take(self, number: int) -> None:
        self.remember(table=number or None)
        self._draw()

    def _draw(self) -> None:
        """The dots of all tables; of few tables that of the own one alone, once it is asked for."""
        chosen = [one for one in self.tables if one.number == self.state["table"]]
        shown = list(self.tables) if self.may_be_shown else chosen
        if not shown:
            self.picture.value = ""
            return
        _, case = self._, self.tables[0].case
        own = shown.index(chosen[0]) if chosen else None
        title = _("All tables among all that was possible") if self.may_be_shown else _("Your table")
        gained = [[one.result.gained[side] for side in case.sides] for one in shown]
        if len(case.sides) == TWO:
            looks = looks_of(case, _)
            world = max((one.agreed or one.years[-1] for one in shown), key=lambda talks: talks.year).world
            alone = list(map(float, world.alone))
            self.picture.value = tables_picture(
                world.points,
                [looks[side] for side in case.sides],
                axis_names(case, _),
                _,
                title=title,
                alone=alone,
                tables=[[has + more for has, more in zip(alone, each, strict=True)] for each in gained],
                own=own,
                key="debrief-dots",
            )
            return
        rows = [(side_name(case, side, _), [float(each[at]) for each in gained]) for at, side in enumerate(case.sides)]
        self.picture.value = gains_picture(rows, _, title=title, own=own, key="debrief-dots")
