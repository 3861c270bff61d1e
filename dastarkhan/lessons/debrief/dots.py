"""All tables among all that was possible: dots without labels; one's own table is shown when it is asked for."""

from collections.abc import Mapping
from typing import Any

from dastarkhan.lessons.activity import card, choice, html, side_by_side
from dastarkhan.lessons.debrief.naming import TWO, axis_names, looks_of
from dastarkhan.lessons.debrief.opened import AboutTables, opened_tables, paragraph
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.pictures import gains_picture, tables_picture

NO_TABLE = 0


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

    def show(self) -> None:
        """The picture, and who wants to see the own table."""
        self.picture, self.said = html(), html(live=True)
        _ = self._
        told = (
            _("Each large dot is a table. No dot says which table it is.")
            if len(self.tables) > 1
            else _("The large dot is your table.")
        )
        words = (
            paragraph(told)
            + paragraph(_("A table without agreement stands where every side is as well off as alone."))
            + note(_("A reasoned no agreement counts as a result. Look for a moment before anybody speaks."))
        )
        self._draw()
        self.stage.children = (card(side_by_side(self.picture, html(words))), *self._own())

    def _own(self) -> tuple[Any, ...]:
        if len(self.tables) < TWO:
            return ()
        _ = self._
        options = [(_("Table {n}", n=one.number), one.number) for one in self.tables]
        now = self.state["table"] or NO_TABLE
        ask = _("Your own table, for your own eyes. Not while this is on the wall.")
        field = choice(ask, [(_("Show none"), NO_TABLE), *options], now, self._take, row=True)
        return (card(field, self.said),)

    def _take(self, number: int) -> None:
        self.remember(table=number or None)
        self._draw()

    def _draw(self) -> None:
        _, case = self._, self.tables[0].case
        own = None if self.state["table"] is None else self.state["table"] - 1
        title = _("All tables among all that was possible")
        newest = max((one.agreed or one.years[-1] for one in self.tables), key=lambda talks: talks.year)
        if len(case.sides) == TWO:
            looks = looks_of(case, _)
            self.picture.value = tables_picture(
                newest.world.points,
                [looks[side] for side in case.sides],
                axis_names(case, _),
                _,
                title=title,
                alone=list(map(float, newest.world.alone)),
                tables=[one.reached for one in self.tables],
                own=own,
                key="debrief-dots",
            )
            return
        gains = [
            [points - alone for points, alone in zip(one.reached, self._alone(one), strict=True)] for one in self.tables
        ]
        rows = [(side_name(case, side, _), [each[at] for each in gains]) for at, side in enumerate(case.sides)]
        self.picture.value = gains_picture(rows, _, title=title, own=own, key="debrief-dots")

    @staticmethod
    def _alone(table: Any) -> tuple[float, ...]:
        return tuple(map(float, (table.agreed or table.years[-1]).world.alone))
