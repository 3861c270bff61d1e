"""A page for each table: a file that every browser opens and prints, with one table on a sheet."""

import base64
from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, card, html
from dastarkhan.lessons.debrief.facts import Table, YearOfTalks
from dastarkhan.lessons.debrief.happened import happened
from dastarkhan.lessons.debrief.naming import TWO, axis_names, ended_words, looks_of, points_table, what_else
from dastarkhan.lessons.debrief.opened import AboutTables, paragraph
from dastarkhan.lessons.debrief.questions import questions
from dastarkhan.lessons.debrief.talk_over import stage_names
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from dastarkhan.pictures import gains_picture, style_sheet, tables_picture

PRINTED = """
@page { size: A4; margin: 14mm; }
body { margin: 0; padding: 8mm; background: #fff; color: var(--ink); }
body { font: 11pt/1.45 "Noto Sans", "DejaVu Sans", sans-serif; }
section { break-after: page; max-width: 182mm; margin: 0 auto 12mm; }
section:last-of-type { break-after: auto; }
h1 { font-size: 17pt; margin: 0 0 2mm; }
h2 { font-size: 12.5pt; margin: 5mm 0 1mm; }
h3, dl, p, ol { margin: 1mm 0; }
dl div { display: flex; gap: 3mm; }
dt { flex: 0 1 50%; }
dd { flex: 1; margin: 0; }
ol { padding-inline-start: 6mm; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(70mm, 1fr)); gap: 6mm; }
.dk-was { display: block; font-weight: 400; font-size: 9pt; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 1mm 2mm; border-bottom: 1px solid var(--edge); text-align: start; font-size: 10pt; }
th.dk-num, td.dk-num { text-align: end; }
svg { max-width: 100%; height: auto; }
.line { border-bottom: 1px solid var(--edge); height: 9mm; }
.dk-tip, .dk-ring { visibility: hidden; }
@media print { body { padding: 0; } section { margin: 0; } }
"""


class TablePages(AboutTables):
    """The file with a page for each table."""

    key = "pages"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What does each table take along?")

    def minutes(self) -> int:
        """How long it takes a trainer."""
        return 3

    def summary(self) -> str:
        """One line in words."""
        return self._("One page for each table can be printed.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Nothing is kept: the pages are made anew from the tables."""
        return {}

    def show(self) -> None:
        """How to print, and the button that makes the file."""
        _ = self._
        self.link = html(live=True)
        told = _("Save the file, open it and print it. Each table gets one page of its own, without names.")
        make = button(_("Make the pages"), self._make)
        self.stage.children = (card(html(paragraph(told)), make, self.link),)

    def _make(self) -> None:
        _ = self._
        self.remember(done=True)
        data = base64.b64encode(pages_html(self.tables, _).encode("utf-8")).decode("ascii")
        name = f"{self.tables[0].case.id}-tables.html"
        words = escape(_("Save {file} on this device", file=_.isolate(name)))
        self.link.value = (
            f"<a class='dk-link' download='{escape(name)}' href='data:text/html;base64,{data}'>{words}</a>"
        )


def pages_html(tables: tuple[Table, ...], _: Words) -> str:
    """A page for each table as one HTML document that needs nothing else."""
    title = escape(_("What each table takes along"))
    body = "".join(_page(table, _) for table in tables)
    return (
        f"<!doctype html><html lang='{_.language.html}' dir='{_.direction}'><head><meta charset='utf-8'>"
        f"<meta name='viewport' content='width=device-width'><title>{title}</title>"
        f"<style>{style_sheet()}{PRINTED}</style></head><body>{body}</body></html>"
    )


def _page(table: Table, _: Words) -> str:
    talks = table.agreed or table.years[-1]
    case_title = _.case(table.case, "title")
    head = f"<h1>{escape(_('Table {n}', n=table.number))} · {escape(case_title)}</h1>"
    agreed = package_list(table.case, talks.talk.agreement, _) if talks.talk.agreement else ""
    if not talks.talk.agreement:
        agreed = paragraph(_("A reasoned no agreement counts as a result."))
    ended = f"<h2>{escape(_('How it ended'))}</h2>{paragraph(_year(table, talks, _))}{agreed}"
    points = points_table(table, talks, talks.talk.agreement, _)
    more = f"<h2>{escape(_('What else was possible?'))}</h2>{what_else(table, talks, _)}"
    drawn = f"<div>{_drawn(table, talks, _)}</div>"
    return f"<section>{head}<div class='two'><div>{ended}{points}</div>{drawn}</div>{more}{_asked(table, _)}</section>"


def _year(table: Table, talks: YearOfTalks, _: Words) -> str:
    ended = ended_words(talks, _)
    return ended if len(table.years) == 1 else f"{_('Year {n}', n=talks.year)}: {ended}"


def _drawn(table: Table, talks: YearOfTalks, _: Words) -> str:
    case, world, key = table.case, talks.world, f"page-{table.number}"
    title = _("The offers of table {n}, in their order", n=table.number)
    found = [world.points_of(offer.package) for offer in talks.talk.offers]
    way = [tuple(map(float, points.values())) for points in found if points]
    alone = list(map(float, world.alone))
    if len(case.sides) == TWO:
        looks = looks_of(case, _)
        sides = [looks[side] for side in case.sides]
        return tables_picture(world.points, sides, axis_names(case, _), _, title=title, alone=alone, way=way, key=key)
    rows = [(side_name(case, side, _), [each[at] - alone[at] for each in way]) for at, side in enumerate(case.sides)]
    return gains_picture(rows, _, title=title, way=True, key=key) if way else ""


def _asked(table: Table, _: Words) -> str:
    names, chosen = stage_names(_), questions(happened(table))
    items = "".join(f"<li><b>{escape(names[rule.stage])}.</b> {escape(_.marked(rule.text))}</li>" for rule in chosen)
    line = escape(_("What we take home, in our own words:"))
    return f"<h2>{escape(_('Questions for us'))}</h2><ol>{items}</ol><p>{line}</p><div class='line'></div>"
