"""Who answered whom: a graph made from the moves alone."""

from collections.abc import Mapping
from html import escape
from typing import Any

import networkx as nx

from dastarkhan.lessons.activity import card, html, side_by_side
from dastarkhan.lessons.debrief.facts import Table, side_of
from dastarkhan.lessons.debrief.naming import looks_of, seat_name, sign_of
from dastarkhan.lessons.debrief.opened import AboutTables, opened_tables, paragraph
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.pictures import SeatMark, answers_picture
from simulations.games import answered


def answers(table: Table) -> "nx.MultiDiGraph[str]":
    """Seats, and an edge from who answered to who was answered, for every answer of all years.

    A yes and a "not yet" go to who made the offer; an answer to a question goes to who asked.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> from simulations.table import play
    >>> from dastarkhan.lessons.debrief.facts import table_of
    >>> graph = answers(table_of(1, play(read_case("fair"), seed=3).to_text()))
    >>> sorted({data["kind"] for _one, _other, data in graph.edges(data=True)})
    ['not_yet', 'yes']
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(seats_in_order(table))
    for one in answered.answers(table.record):
        if one.kind is not answered.Said.ASKED:
            graph.add_edge(one.by, one.to, kind=one.kind.value)
    return graph


def seats_in_order(table: Table) -> tuple[str, ...]:
    """The table's seats, side by side; seats of no side come last."""
    case = table.case
    order = [*case.sides]
    seats = [seat.id for seat in table.record.seats]

    def place(seat: str) -> int:
        side = side_of(case, seat)
        return order.index(side) if side in order else len(order)

    return tuple(sorted(seats, key=lambda seat: (place(seat), seats.index(seat))))


class WhoAnswered(AboutTables):
    """Relations made of moves."""

    key = "answers"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who answered whom?")

    def minutes(self) -> int:
        """How long it takes a table."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        return self._("Lines are answers, not friendships.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Which table."""
        return {"table": one_of(saved.get("table"), [one.number for one in opened_tables(self.lesson)], 1)}

    def show(self) -> None:
        """The graph, and what its lines mean."""
        _, table = self._, self.table
        marks = seat_marks(table, _)
        drawn = answers_picture(answers(table), marks, _, title=self._("Who answered whom"), key="debrief-answers")
        words = self._legend() + self._seats(marks) + note(_("Whom would you have liked to answer, and did not?"))
        left_out = _("The lines come from taps. Words, looks and silences are not in them.")
        look = card(side_by_side(html(drawn), html(words)))
        which = self.which(_("Which table? Ask it first, if others look on."))
        self.stage.children = (*which, look, html(paragraph(left_out, "dk-small")))

    def _legend(self) -> str:
        _ = self._
        lines = (
            _("A full line: a yes to an offer."),
            _("Long dashes: not yet."),
            _("Short dashes: an answer to a question."),
        )
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"

    def _seats(self, marks: tuple[SeatMark, ...]) -> str:
        items = "".join(f"<li><b>{escape(one.sign)}</b> {escape(one.name)}</li>" for one in marks)
        return f"<ul class='dk-plain'>{items}</ul>"


def seat_marks(table: Table, _: Any) -> tuple[SeatMark, ...]:
    """The seats as they stand in the ring."""
    case, looks, counted = table.case, looks_of(table.case, _), dict[str, int]()
    marks = []
    for seat in seats_in_order(table):
        side = side_of(case, seat)
        counted[side] = counted.get(side, 0) + 1
        look = looks.get(side) if side in case.sides else None
        sign = sign_of(case, seat, counted[side], _)
        marks.append(SeatMark(seat=seat, sign=sign, name=seat_name(case, seat, _), look=look))
    return tuple(marks)
