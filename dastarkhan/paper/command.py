"""The command ``dastarkhan paper``: a case or a lesson, people and languages in, a PDF out."""

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from dastarkhan.languages import environment_language, language, words
from dastarkhan.languages.near_home import near_home
from dastarkhan.paper.lesson_pack import lesson_pack_pdf, make_lesson_pack
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.pack import Pack, make_pack, pack_pdf
from dastarkhan.paper.room import Room
from dastarkhan.paper.seating import even
from dastarkhan.paper.twins import TWINS, lesson_named
from simulations.errors import KitError
from simulations.games import read_case

DONE = 0
PEOPLE = 24


def run(args: argparse.Namespace) -> int:
    """Write the pack and say where it is.

    Parameters
    ----------
    args : argparse.Namespace
        ``file``: a lesson, the name of one of the kit's cases, or a path; ``people``: how many; ``language``: codes
        with commas, each with a number of people or none of them; ``output``: where to; ``json``: one line for
        programs.

    Returns
    -------
    int
        0.

    Raises
    ------
    KitError
        For a case that is not sound, people or languages that do not fit, or a file that cannot be written.
    """
    lang = environment_language()
    people = people_by_language(args.language or lang, args.people)
    slug = lesson_named(args.file)
    if slug is None and re.fullmatch(r"\d\d(_\w+)?", args.file):
        raise KitError("paper.no_lesson", value=args.file, allowed=", ".join(TWINS))
    name = slug or read_case(args.file).id
    output = Path(args.output or f"{name}-{'-'.join(people)}-{sum(people.values())}.pdf")
    pack: Pack[Room] | Pack[LessonRoom]
    if slug:
        pack = make_lesson_pack(slug, people)
        lesson_pack_pdf(pack, output)
    else:
        pack = make_pack(read_case(args.file), people)
        pack_pdf(pack, output)
    _tell(args, pack, output, lang)
    return DONE


def people_by_language(asked: str, people: int | None) -> dict[str, int]:
    """Return how many people read each language.

    Parameters
    ----------
    asked : str
        ``"kk,ru"``, spread evenly, or ``"kk:14,ru:10"``.
    people : int or None
        How many there are; None: as many as were counted, else 24.

    Raises
    ------
    KitError
        ``languages.unknown``; ``paper.counts`` when not every language has a number, or they are not the people.

    Examples
    --------
    >>> people_by_language("kk,ru", 5), people_by_language("kk:3,ru:2", None)
    ({'kk': 3, 'ru': 2}, {'kk': 3, 'ru': 2})
    """
    pairs = [part.strip().partition(":") for part in asked.split(",")]
    counted = {language(tag.strip()).code: number.strip() for tag, _, number in pairs}
    if len(counted) != len(pairs):
        raise KitError("paper.twice", value=asked)
    if not any(counted.values()):
        many = PEOPLE if people is None else people
        return {code: n for code, n in even(tuple(counted), many).items() if n > 0}
    if not all(number.isdecimal() and int(number) > 0 for number in counted.values()):
        raise KitError("paper.counts", value=asked, allowed=_as_example(tuple(counted), people or PEOPLE))
    found = {code: int(number) for code, number in counted.items()}
    if people is not None and sum(found.values()) != people:
        raise KitError("paper.counts", value=asked, allowed=_as_example(tuple(counted), people))
    return found


def _as_example(languages: tuple[str, ...], people: int) -> str:
    return ",".join(f"{code}:{n}" for code, n in even(languages, people).items())


def _tell(args: argparse.Namespace, pack: Pack[Room] | Pack[LessonRoom], output: Path, lang: str) -> None:
    _, room = words(lang, "kit"), pack.room
    if args.json:
        print(json.dumps(_plain(pack, output)))
        return
    people = _.n("{n} person", "{n} people", sum(room.people.values()))
    tables = _.n("{n} table", "{n} tables", len(room.tables))
    print(_("The pack for {people} at {tables} is ready.", people=people, tables=tables))
    if isinstance(room, Room) and (warning := near_home(room.case, _)):
        print(warning)
    if pack.untranslated:
        print(_.n("{n} text is still in English.", "{n} texts are still in English.", pack.untranslated))
    path = str(output)
    print(_("Written: {path}", path=_.isolate(path) if _.direction == "rtl" else path))


def _plain(pack: Pack[Room] | Pack[LessonRoom], output: Path) -> Mapping[str, object]:
    """Return what was made as JSON-plain data."""
    room = pack.room
    return {
        "file": str(output),
        **({"case": room.case.id} if isinstance(room, Room) else {"lesson": room.slug}),
        "people": sum(room.people.values()),
        "languages": dict(room.people),
        "tables": [len(table.people) for table in room.tables] if isinstance(room, Room) else list(room.tables),
        "sheets": len(pack.pages) + 1,
        "not_for": list(room.case.not_for) if isinstance(room, Room) else [],
        "untranslated": pack.untranslated,
    }
