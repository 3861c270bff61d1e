"""The pack of a lesson without a case: what its guide gives every lesson, and its own twin on paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.pack import Pack
from dastarkhan.paper.page import Block, Page, bullets, heading, note, text
from dastarkhan.paper.pages_guide import check_questions, debrief_sheets, problem_cards, run_sheets
from dastarkhan.paper.pages_room import last_lines
from dastarkhan.paper.twins import TWINS, twin
from dastarkhan.paper.typesetting import typeset
from simulations.errors import KitError

Pages = Callable[[LessonRoom], Iterator[Page]]


def make_lesson_pack(slug: str, people: Mapping[str, int]) -> Pack[LessonRoom]:
    """Return the pack of a lesson.

    Parameters
    ----------
    slug : str
        A lesson of `TWINS`.
    people : mapping of str to int
        How many people read each language, the trainers' first.

    Raises
    ------
    KitError
        ``paper.no_lesson`` for a lesson without a pack; ``paper.people`` for fewer than 4 or more than 60 people.
    """
    if slug not in TWINS:
        raise KitError("paper.no_lesson", value=slug, allowed=", ".join(TWINS))
    room = LessonRoom(slug=slug, people=people)
    parts: Sequence[Pages] = (run_sheets, twin(slug).pages, check_questions, debrief_sheets, problem_cards, last_lines)
    return Pack(room=room, pages=tuple(page for pages in parts for page in pages(room)))


def lesson_pack_pdf(pack: Pack[LessonRoom], output: Path | None = None) -> bytes:
    """Return the pack as a PDF, and write it where `output` says; see `typeset`."""
    room = pack.room
    _ = room.speakers[room.trainers]
    title = _("{lesson}: the pack for paper", lesson=room.foot(room.trainers))
    pages = [_cover(pack, title).to_plain(), *(page.to_plain() for page in pack.pages)]
    return typeset("pack", {"title": title, "language": room.trainers, "pages": pages}, output)


def _cover(pack: Pack[LessonRoom], title: str) -> Page:
    room = pack.room
    _ = room.speakers[room.trainers]
    parts = [page.part for page in pack.pages]
    told = part_words(room.slug, _)
    rows = [
        {"part": part, "what": told[part][0], "about": told[part][1], "pages": parts.count(part)}
        for part in dict.fromkeys(parts)
    ]
    head = [_("In the order of the session"), _("Sheets"), _("From page")]
    contents: Block = {"kind": "contents", "head": head, "rows": rows}
    blocks = (*_about(pack), contents, heading(_("How to use it")), bullets(_how_to(_)))
    return Page(part="cover", lang=room.trainers, title=title, foot=room.foot(room.trainers), blocks=blocks)


def _about(pack: Pack[LessonRoom]) -> Iterator[Block]:
    room = pack.room
    _ = room.speakers[room.trainers]
    told = [
        _.n("{n} person", "{n} people", room.n_people),
        _.n("{n} table", "{n} tables", len(room.tables)),
        _.listed([f"{LANGUAGES[code].name}: {_.number(n)}" for code, n in room.people.items()]),
    ]
    yield text(room.told(room.trainers, room.guide.aim, "aim"))
    yield text(" · ".join(told), strong=True)
    if any(code != "en" for code in room.people):
        yield note(
            _("The words of this pack were translated by machine. Please let a native reader look at them first.")
        )
    if pack.untranslated:
        yield note(_.n("{n} text is still in English.", "{n} texts are still in English.", pack.untranslated))


def _how_to(_: Words) -> tuple[str, ...]:
    return (
        _("Print on one side of the paper. Black and white is enough."),
        _("Cut along the dashed lines."),
        _("Cards and sheets are there once in each language. Print them again for each table that needs them."),
        _("Pages for the trainers stay with you: they hold the answers."),
    )


def part_words(slug: str, _: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of a lesson's pack is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    return {
        **twin(slug).part_words(_),
        "run": (_("The plan of the session"), _("for the trainers")),
        "checks": (_("Questions to check"), answers),
        "debrief": (_("Talk it over"), _("four steps, to hang on the wall")),
        "problems": (_("Cards for hard moments"), _("for the trainers' pocket")),
        "lines": (_("One line to leave behind"), _("slips for the envelope")),
    }
