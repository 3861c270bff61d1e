"""The pack: its parts in the order in which a trainer hands them out, and the PDF of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from dastarkhan.languages import Words
from dastarkhan.paper.guide_texts import run_sheets
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Page
from dastarkhan.paper.pages_after import clause_pages, dry_year_pages, stress_pages
from dastarkhan.paper.pages_results import result_pages
from dastarkhan.paper.pages_roles import role_cards
from dastarkhan.paper.pages_room import (
    about_pack,
    catch_up,
    door_cards,
    how_to,
    last_lines,
    name_tents,
    real_agreements,
    table_signs,
)
from dastarkhan.paper.pages_years import decision_slips, news, number_slips, river_drawings, talk_sheets, year_cards
from dastarkhan.paper.room import Room
from dastarkhan.paper.typesetting import typeset
from simulations.errors import KitError
from simulations.games import case_names
from simulations.table import Case

Pages = Callable[[Room], Iterator[Page]]

PARTS: Mapping[str, Pages] = MappingProxyType(
    {
        "run": run_sheets,
        "doors": door_cards,
        "signs": table_signs,
        "tents": name_tents,
        "late": catch_up,
        "river": river_drawings,
        "slips": decision_slips,
        "years": year_cards,
        "numbers": number_slips,
        "news": news,
        "dry": dry_year_pages,
        "roles": role_cards,
        "talks": talk_sheets,
        "results": result_pages,
        "stress": stress_pages,
        "clauses": clause_pages,
        "agreements": real_agreements,
        "lines": last_lines,
    }
)
"""Part -> its pages, in the order of the session."""


AnyRoom = TypeVar("AnyRoom", Room, LessonRoom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Generic[AnyRoom]):
    """A pack as plain data.

    Attributes
    ----------
    room : Room or LessonRoom
    pages : tuple of Page
        Without the cover.
    """

    room: AnyRoom
    pages: tuple[Page, ...]

    @property
    def untranslated(self) -> int:
        """How many texts had no finished translation."""
        return sum(len(speaker.missing) for speaker in self.room.speakers.values())


def make_pack(case: Case, people: Mapping[str, int]) -> Pack[Room]:
    """Return the pack of a room.

    Parameters
    ----------
    case : Case
        Of the river game, with its outcome table.
    people : mapping of str to int
        How many people read each language, the trainers' first.

    Raises
    ------
    KitError
        ``paper.people`` for fewer than 4 or more than 60 people; ``paper.no_river`` for a case of another game.
    """
    if case.game != "river":
        raise KitError("paper.no_river", value=case.id, allowed=case_names("river"))
    room = Room(case=case, people=people)
    return Pack(room=room, pages=tuple(page for pages in PARTS.values() for page in pages(room)))


def pack_pdf(pack: Pack[Room], output: Path | None = None) -> bytes:
    """Return the pack as a PDF, and write it where `output` says; see `typeset`."""
    return typeset("pack", pack_data(pack), output)


def pack_data(pack: Pack[Room]) -> dict[str, object]:
    """Return what the template reads: the cover and all pages as JSON-plain data."""
    room = pack.room
    _ = room.speakers[room.trainers]
    title = _("{river}: the pack for paper", river=room.title(room.trainers))
    pages = [page.to_plain() for page in pack.pages]
    return {"title": title, "language": room.trainers, "pages": [cover(pack, title).to_plain(), *pages]}


def cover(pack: Pack[Room], title: str) -> Page:
    """Return the cover with the contents."""
    room = pack.room
    _ = room.speakers[room.trainers]
    many = {
        part: sum(page.part == part for page in pack.pages) for part in dict.fromkeys(page.part for page in pack.pages)
    }
    told = part_words(_)
    rows = [{"part": part, "what": told[part][0], "about": told[part][1], "pages": n} for part, n in many.items()]
    contents = {
        "kind": "contents",
        "head": [_("In the order of the session"), _("Sheets"), _("From page")],
        "rows": rows,
    }
    return Page(
        part="cover",
        lang=room.trainers,
        title=title,
        foot=room.foot(room.trainers),
        blocks=(*about_pack(room), contents, *how_to(room)),
    )


def part_words(_: Words) -> dict[str, Sequence[str]]:
    """Return what each part is called, and what it is for."""
    return {
        "run": (_("The plan of the session"), _("for the trainers")),
        "doors": (_("Cards for the door"), _("two piles before minute 0; they go back into the box")),
        "signs": (_("Table signs"), _("one for each table, with a free line for the agreement")),
        "tents": (_("Names to stand on the table"), _("one for each person")),
        "late": (_("For those who come late"), _("three lines to catch up")),
        "river": (_("The river"), _("one for each table, in each of its languages")),
        "slips": (_("Decision slips"), _("for the year alone, and for what is not agreed")),
        "years": (_("Year cards"), _("trainer A opens them")),
        "numbers": (_("Numbered slips"), _("in a cup on each table")),
        "news": (_("News to read aloud"), _("for the trainers")),
        "dry": (_("A dry year: who gets how much?"), _("three rules, and pebbles")),
        "roles": (_("Role cards with private sheets"), _("one for each person, face down")),
        "talks": (_("Sheets for the talks"), _("years 1, 2 and 3")),
        "results": (_("Result tables"), _("in an envelope; trainer B opens them after each year")),
        "stress": (_("Ten years of your agreement"), _("after the roles are put down")),
        "clauses": (_("Two clauses"), _("with eight checks")),
        "agreements": (_("Agreements on real rivers"), _("with their sources")),
        "lines": (_("One line to leave behind"), _("slips for the envelope")),
    }
