"""What the debrief's activities share: the tables that were chosen, and that feelings come before results."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.lessons.activity import choice, html
from dastarkhan.lessons.debrief import records
from dastarkhan.lessons.debrief.facts import Table, table_of
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, some_of
from dastarkhan.lessons.staged import Staged
from simulations.errors import KitError
from simulations.table import Record

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


NO_TABLE = 0
"""In a choice among tables: none of them."""


def clean_choice(saved: Mapping[str, Any]) -> dict[str, Any]:
    """Which files, or which example, are looked at; files that have gone are left out."""
    return {
        "files": some_of(saved.get("files"), records.names()),
        "example": one_of(saved.get("example"), records.EXAMPLES),
    }


def chosen_records(state: Mapping[str, Any]) -> tuple[Record, ...]:
    """The records of a choice.

    Raises
    ------
    KitError
        As `records.read`.
    """
    return records.example(state["example"]) if state["example"] else records.read(state["files"])


def opened_tables(lesson: "Lesson") -> tuple[Table, ...]:
    """The tables that are looked at, numbered in their order; none while nothing is chosen."""
    try:
        found = chosen_records(clean_choice(lesson.entry("tables").state))
    except KitError:  # the choice itself says why
        return ()
    return tuple(table_of(number, record.to_text()) for number, record in enumerate(found, start=1))


def choice_key(lesson: "Lesson") -> list[str]:
    """What was chosen, as a plain list: feelings were said after these tables and no others."""
    state = clean_choice(lesson.entry("tables").state)
    return [f"example:{state['example']}"] if state["example"] else list(state["files"])


def feelings_said(lesson: "Lesson") -> bool:
    """Whether somebody tapped that feelings were said, since these tables were chosen."""
    saved = part(lesson.entry("feelings").state)
    return saved.get("said") is True and saved.get("about") == choice_key(lesson) != []


class AboutTables(Staged):
    """An activity that shows results: it waits until tables are chosen and feelings were said."""

    follows: ClassVar[tuple[str, ...]] = ("tables", "feelings")

    def body(self) -> Sequence[ipywidgets.Widget]:
        """What waits, or what is shown."""
        _ = self._
        self.tables = opened_tables(self.lesson)
        if not self.tables:
            return (html(note(_("Choose the tables first, at the top of this page."))),)
        if not feelings_said(self.lesson):
            return (html(note(_("Results wait. First comes how it was, a little further up."))),)
        return super().body()

    def numbers(self) -> list[int]:
        """The tables' numbers; `clean` needs them before the screen is built."""
        return [table.number for table in opened_tables(self.lesson)]

    @property
    def table(self) -> Table:
        """The table that is looked at; the first one when none was chosen."""
        found = (one for one in self.tables if one.number == self.state.get("table"))
        return next(found, self.tables[0])

    def which(self, ask: str, *, or_none: bool = False) -> tuple[ipywidgets.Widget, ...]:
        """A choice among the tables, perhaps of none of them; nothing when there is one."""
        if len(self.tables) < 2:
            return ()
        _ = self._
        options = [(_("Table {n}", n=one.number), one.number) for one in self.tables]
        if or_none:
            options.insert(0, (_("Show none"), NO_TABLE))
        now = (self.state["table"] or NO_TABLE) if or_none else self.table.number
        return (choice(ask, options, now, self.take_table, row=True),)

    def take_table(self, number: int) -> None:
        """Look at another table, from its beginning."""
        self.remember(table=number or None)
        self.show()


def paragraph(text: str, css: str = "") -> str:
    """A sentence as HTML; nothing when it is empty."""
    mark = f" class='{css}'" if css else ""
    return f"<p{mark}>{escape(text)}</p>" if text else ""
