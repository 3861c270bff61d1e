"""``dastarkhan languages extract | update | build | check | level | status``.

Exit codes: 0 done, 2 something in the words has to be mended, 3 a file is missing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dastarkhan.languages.lookup import Words, say, words
from dastarkhan.languages.paths import House, own_house
from dastarkhan.languages.registry import Language, environment_language, language
from simulations.errors import KitError

if TYPE_CHECKING:
    from dastarkhan.languages.faults import Fault

DONE, BAD_INPUT, MISSING = 0, 2, 3


def add_parser(subparsers: Any, _: Words | None = None) -> None:
    """Describe the command and its parts to the parser of ``dastarkhan``."""
    _ = _ or words(environment_language(), "kit")
    parser = subparsers.add_parser("languages", help=_("gather, bring up to date, build and check the words"))
    parser.set_defaults(part="status", languages=[], check=False, json=False)
    parts = parser.add_subparsers(dest="part", metavar=_("PART"))
    add = parts.add_parser("extract", help=_("gather the English texts into templates"))
    add.add_argument("--check", action="store_true", help=_("change nothing, only say what is out of date"))
    add = parts.add_parser("update", help=_("bring the catalogs up to date with the English texts"))
    add.add_argument(
        "languages", nargs="*", metavar="LANGUAGE", help=_("a code such as kk; a new one begins a catalog")
    )
    add = parts.add_parser("build", help=_("compile the catalogs, write lessons and guides in the other languages"))
    add.add_argument("languages", nargs="*", metavar="LANGUAGE", help=_("only these; all when left out"))
    add.add_argument("--check", action="store_true", help=_("change nothing, only say what is out of date"))
    add = parts.add_parser("check", help=_("look for faults in the catalogs"))
    add.add_argument("languages", nargs="*", metavar="LANGUAGE", help=_("only these; all when left out"))
    add.add_argument("--json", action="store_true", help=_("print one line for programs"))
    parts.add_parser("level", help=_("say how hard the texts are to read, beside newspapers"))
    add = parts.add_parser("status", help=_("say how far each language is (this is what happens without a part)"))
    add.add_argument("--json", action="store_true", help=_("print one line for programs"))


def run(args: argparse.Namespace, house: House | None = None) -> int:
    """Do one part; faults are printed in plain sentences.

    Parameters
    ----------
    args : argparse.Namespace
        What `add_parser` described.
    house : House, optional
        The kit to work on; the one that is running when left out.

    Returns
    -------
    int
        The exit code, as above.

    Raises
    ------
    KitError
        ``languages.unknown``, ``languages.english_is_source``, ``languages.not_literal`` and others of a source that
        cannot be translated; the command says it and answers 2.
    """
    house, _ = house or own_house(), words(environment_language(), "kit")
    parts: dict[str, Callable[[argparse.Namespace, House, Words], int]] = {
        "extract": _extract, "update": _update, "build": _build, "check": _check, "level": _level, "status": _status,
    }  # fmt: skip
    return parts[args.part or "status"](args, house, _)


def _extract(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages import templates

    if args.check:
        return _tell_stale(templates.stale_templates(house), house, _)
    changed = templates.write_templates(house)
    _tell(changed, house)
    print(_.n("{n} template changed.", "{n} templates changed.", len(changed)))
    return DONE


def _update(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages import building, po_files, templates
    from dastarkhan.languages.waiting import waiting

    chosen = _chosen(args.languages) or building.spoken(house)
    if not chosen:
        print(_("There is no catalog yet. Name a language to begin one: dastarkhan languages update kk"))
        return MISSING
    templates.write_templates(house)
    changed = []
    # A language that is new begins with everything; a known one takes up a lesson when its guide names the language.
    left_out = {one.code: waiting(house, one) if house.catalogs(one) else frozenset() for one in chosen}
    for domain, entries in templates.gather(house).items():
        for one in chosen:
            path = house.locales / one.code / f"{domain}.po"
            if domain in left_out[one.code] and not path.exists():
                continue
            text = po_files.updated(path, entries, one)
            if not path.exists() or path.read_bytes().decode("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
                changed.append(path)
    _tell(changed, house)
    print(_.n("{n} catalog changed.", "{n} catalogs changed.", len(changed)))
    return DONE


def _build(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages import building

    chosen = _chosen(args.languages) or building.spoken(house)
    missing = [one.code for one in chosen if not house.catalogs(one)]
    if missing:
        print(_("There is no catalog for: {languages}.", languages=", ".join(missing)))
        return MISSING
    if args.check:
        return _tell_stale(tuple(building.stale(made_texts(house, chosen))), house, _)
    compiled = building.compile_catalogs(house, chosen)
    written = building.write(building.stale(made_texts(house, chosen)))
    _tell(written, house)
    print(_.n("{n} catalog compiled.", "{n} catalogs compiled.", len(compiled)))
    print(_.n("{n} lesson or guide written.", "{n} lessons and guides written.", len(written)))
    return DONE


def made_texts(house: House, languages: Sequence[Language]) -> Iterator[tuple[Path, str]]:
    """Give all that is made from sources and catalogs: ranges of English guides, then notebooks and guides."""
    from dastarkhan.guides import building as guides
    from dastarkhan.languages import building

    yield from guides.english_texts(house)
    for one in languages:
        yield from building.texts(house, one)
        yield from guides.texts(house, one)


def _check(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages import building, gate, voting

    chosen = _chosen(args.languages) or building.spoken(house)
    found = [fault for one in chosen for fault in gate.check(house, one)]
    grave = sum(fault.grave for fault in found)
    if args.json:
        plain = [_plain(fault, _) for fault in found]
        print(json.dumps({"faults": plain, "grave": grave, "languages_told_apart": not voting.left_out()}))
    else:
        for fault in found:
            sign = _("mend") if fault.grave else _("look")
            print(f"{fault.file}: {sign}: {fault.entry or '–'}: {say(fault.error, _.lang)}")
        print(_.n("{n} fault to mend, {others} to look at.", "{n} faults to mend, {others} to look at.", grave,
                  others=len(found) - grave))  # fmt: skip
        if voting.left_out():
            print(_("Whether each text is in its language was not looked at: that needs the test tools."))
    return BAD_INPUT if grave else DONE


def _plain(fault: Fault, _: Words) -> dict[str, object]:
    reason = say(fault.error, _.lang)
    return {"file": fault.file, "entry": fault.entry, "code": fault.error.code, "reason": reason, "grave": fault.grave}


def _level(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages.reading_level import NEWSPAPERS, levels

    for code, newspapers in NEWSPAPERS.items():
        for name, found in levels(house, language(code)):
            told = _(
                "{words} words a sentence and {long} long ones of 100: together {lix}. Newspapers have {newspapers}.",
                words=_.number(found.words_a_sentence, decimals=1), long=round(found.long_percent),
                lix=round(found.lix), newspapers=newspapers,
            )  # fmt: skip
            print(f"{code:4} {name:14} {told}")
    return DONE


def _status(args: argparse.Namespace, house: House, _: Words) -> int:
    from dastarkhan.languages import counting, templates

    rows = list(counting.counts(house))
    stale = [house.relative(path) for path in templates.stale_templates(house)]
    if args.json:
        print(json.dumps({"catalogs": [row.plain() for row in rows], "stale_templates": stale}))
        return DONE
    for row in rows:
        told = _(
            "{finished} of {texts}, {fuzzy} to look at again", finished=row.finished, texts=row.texts, fuzzy=row.fuzzy
        )
        checked = _("checked by {name}", name=row.signed) if row.signed else _("drafted by machine")
        print(f"{row.language:4} {row.domain:14} {f'{told}; {checked}' if row.exists else _('not begun')}")
    if stale:
        print(_("Templates are out of date; run: dastarkhan languages extract"))
    return DONE


def _chosen(codes: Sequence[str]) -> tuple[Language, ...]:
    found = tuple(language(code) for code in codes)
    if any(one.code == "en" for one in found):
        raise KitError("languages.english_is_source")
    return found


def _tell(paths: Sequence[Path], house: House) -> None:
    for path in paths:
        print(house.relative(path))


def _tell_stale(paths: Sequence[Path], house: House, _: Words) -> int:
    _tell(paths, house)
    print(_.n("{n} file is out of date.", "{n} files are out of date.", len(paths)))
    return BAD_INPUT if paths else DONE
