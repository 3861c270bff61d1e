"""``dastarkhan case export | import``: package cases to and from the field's exchange format.

Exit codes: 0 done, 2 bad input. A file that is there already stays as it is, unless ``--replace`` says otherwise.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dastarkhan.languages import Words, environment_language, words
from simulations.bargaining import from_genius, to_genius
from simulations.errors import CaseError, KitError
from simulations.games import case_names, read_case
from simulations.games.package_exchange import Exchanged, package_data
from simulations.games.package_points import negotiation_of
from simulations.games.reading import faults_of
from simulations.games.texts import text_keys
from simulations.games.writing import case_text

DONE = 0
DOMAIN = "domain.xml"


def add_parser(subparsers: Any, _: Words) -> None:
    """Describe the command and its two parts to the parser of ``dastarkhan``."""
    parser = subparsers.add_parser("case", help=_("bring package cases to other programs, and from them"))
    parts = parser.add_subparsers(dest="part", required=True, metavar=_("PART"))
    add = parts.add_parser("export", help=_("write a case as GENIUS and NegMAS files: a domain, and a profile a side"))
    add.add_argument("file", metavar=_("CASE"), help=_("a case: the name of one of the kit's, or your own file"))
    add.add_argument("folder", metavar=_("FOLDER"), help=_("where to write; made if it is not there"))
    add = parts.add_parser("import", help=_("make a case of GENIUS or NegMAS files; its prose waits to be written"))
    add.add_argument("domain", metavar="DOMAIN.xml", help=_("the file with the issues"))
    add.add_argument(
        "profiles", metavar="PROFILE.xml", nargs="+", help=_("a file for each party; its name is the party's")
    )
    add.add_argument("--id", required=True, help=_("the name of the new case: small letters, digits, low lines"))
    add.add_argument("--output", metavar="CASE.toml", help=_("write into this file"))
    for part in parts.choices.values():
        part.add_argument("--replace", action="store_true", help=_("write over files that are there already"))
        part.add_argument("--json", action="store_true", help=_("print one line for programs"))


def run(args: argparse.Namespace) -> int:
    """Do one part and say what was written.

    Parameters
    ----------
    args : argparse.Namespace
        What `add_parser` described.

    Returns
    -------
    int
        0.

    Raises
    ------
    KitError
        ``exchange.only_packages``, ``exchange.unreadable``, ``exchange.there_already``, ``exchange.same_name``,
        ``check.cannot_write``, and what a case or a file itself has wrong.
    """
    lang = environment_language()
    _ = words(lang, "kit")
    written, notes = _export(args) if args.part == "export" else _import(args, lang, _)
    if args.json:
        print(json.dumps({"written": [str(path) for path in written], "notes": notes}))
        return DONE
    for note in notes:
        print(note)
    for path in written:
        print(_("Written: {path}", path=_.isolate(str(path)) if _.direction == "rtl" else path))
    return DONE


def _export(args: argparse.Namespace) -> tuple[list[Path], list[str]]:
    case = read_case(args.file)
    if case.game != "package":
        raise KitError("exchange.only_packages", value=case.id, allowed=case_names("package"))
    files, folder = to_genius(negotiation_of(case)), Path(args.folder)
    texts = {DOMAIN: files.domain, **{f"{side}.xml": text for side, text in files.profiles.items()}}
    return _write({folder / name: text + "\n" for name, text in texts.items()}, replace=args.replace), []


def _import(args: argparse.Namespace, lang: str, _: Words) -> tuple[list[Path], list[str]]:
    made = package_data(from_genius(_read(args.domain), _profiles(args.profiles)), args.id, language=lang)
    data = {**made.data, "text": _prose(made, _)}
    if found := faults_of(data, f"{args.id}.toml"):
        raise _unplaced(found[0])
    path = Path(args.output or f"{args.id}.toml")
    rounded = (made.names[f"sides.{side}.name"] for side in made.rounded)
    notes = [
        _("{side}: the values were rounded, to 1,000 points from the worst package to the best.", side=name)
        for name in rounded
    ]
    notes.append(_("The numbers are there. Now write what stands in [text]."))
    return _write({path: case_text(data)}, replace=args.replace), notes


def _profiles(names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        party = Path(name).stem
        if party in found:
            raise KitError("exchange.same_name", value=party)
        found[party] = _read(name)
    return found


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KitError("exchange.unreadable", value=name, reason=getattr(error, "strerror", None) or "UTF-8") from error


def _write(texts: Mapping[Path, str], *, replace: bool) -> list[Path]:
    """Write all files, or none when one of them is there already."""
    there = [str(path) for path in texts if path.exists()]
    if there and not replace:
        raise KitError("exchange.there_already", value=there, allowed="--replace")
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise KitError("check.cannot_write", value=str(path), reason=error.strerror or str(error)) from error
    return list(texts)


def _unplaced(fault: CaseError) -> KitError:
    """Return a fault of a case that has no file yet, and so no line."""
    return KitError(fault.code, **{name: value for name, value in fault.params.items() if name not in ("file", "line")})


def _prose(made: Exchanged, _: Words) -> dict[str, str]:
    """Return every text of the case: a name where there was one, else a line that waits to be written."""
    waiting = {
        "title": _("To be written: a title."),
        "about": _("To be written: who meets here, and why."),
        "brief": _("To be written: what this seat does, wants and fears."),
        "assumptions": _("To be written: what is invented, and what is left out."),
    }
    text = {}
    for key in text_keys(made.data):
        field = key.rpartition(".")[2]
        side = key.split(".")[1].removesuffix("_speaker") if "." in key else ""
        named = made.names.get(f"sides.{side}.name", "")
        text[key] = made.names.get(key) or {"name": named, "letter": named[:1].upper()}.get(field) or waiting[field]
    return {**text, "assumptions.1": waiting["assumptions"]}
