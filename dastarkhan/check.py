"""Checking a case or a guide: every fault with its file, line, key, value and what is allowed, in words."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dastarkhan.check_package import package_plain, package_sentences
from dastarkhan.guides.checking import Checked
from dastarkhan.guides.checking import check as check_guide
from dastarkhan.languages import environment_language, say, words
from dastarkhan.languages.near_home import near_home
from simulations.errors import KitError
from simulations.games import Inspection, inspect_case
from simulations.games.outcomes import outcome_text
from simulations.games.reading import outcomes_path
from simulations.table import Case

DONE, BAD_INPUT = 0, 2
RIVER, PACKAGE = "river", "package"
GUIDES, NO_CASES = (".md",), (".ipynb",)


def run(args: argparse.Namespace) -> int:
    """Check a case or a guide and say what was found.

    Parameters
    ----------
    args : argparse.Namespace
        ``file``: the name of one of the kit's cases, or the path of a case or guide; ``picture``: where to draw
        the basin, or None;
        ``json``: one line for programs; ``outcomes``, optional: also write the outcome table beside the case.

    Returns
    -------
    int
        0 when the case or guide is sound; 2 when it is not.

    Raises
    ------
    KitError
        ``check.only_cases``, ``check.no_picture``, ``check.no_river``, ``case.not_found``, ``guide.unreadable`` or
        ``check.cannot_write``; the command says it and answers 2.
    """
    lang = environment_language()
    if Path(str(args.file)).suffix.lower() in GUIDES:
        return _guide(args, lang)
    inspection = _inspect(str(args.file))
    if inspection.case and inspection.case.game != RIVER and (args.picture or getattr(args, "outcomes", False)):
        raise KitError("check.no_river", value=str(args.file))
    written = [] if inspection.case is None else _write(args, inspection, inspection.case, lang)
    if args.json:
        print(json.dumps(_plain(inspection, written, lang)))
    else:
        _tell(args, inspection, written, lang)
    return BAD_INPUT if inspection.faults else DONE


def _guide(args: argparse.Namespace, lang: str) -> int:
    if args.picture or getattr(args, "outcomes", False):
        raise KitError("check.no_picture", value=str(args.file))
    checked = check_guide(Path(str(args.file)))
    if args.json:
        print(json.dumps(_plain_guide(checked, lang)))
    else:
        _tell_guide(checked, lang)
    return BAD_INPUT if checked.faults else DONE


def _tell_guide(checked: Checked, lang: str) -> None:
    _ = words(lang, "kit")
    for fault in checked.faults:
        print(_located(fault, lang), file=sys.stderr)
    if checked.faults:
        print(_.n("{n} fault found.", "{n} faults found.", len(checked.faults)), file=sys.stderr)
    elif checked.guide is not None:
        print(_("The guide “{title}” is sound.", title=checked.guide.title))
    for warning in checked.warnings:
        print(say(warning, lang))


def _plain_guide(checked: Checked, lang: str) -> dict[str, Any]:
    return {
        "file": checked.file,
        "sound": not checked.faults,
        "faults": [_plain_fault(fault, lang) for fault in checked.faults],
        "warnings": [_plain_fault(warning, lang) for warning in checked.warnings],
    }


def _plain_fault(fault: KitError, lang: str) -> dict[str, Any]:
    plain = {"code": fault.code, **fault.params, "sentence": say(fault, lang)}
    found: dict[str, Any] = json.loads(json.dumps(plain, default=str))
    return found


def _inspect(file: str) -> Inspection:
    if Path(file).suffix.lower() in NO_CASES:
        raise KitError("check.only_cases", value=file)
    return inspect_case(file)


def _write(args: argparse.Namespace, inspection: Inspection, case: Case, lang: str) -> list[str]:
    """Write the picture and the outcome table that were asked for, and return their paths."""
    written = []
    if args.picture:
        from dastarkhan.pictures import draw_basin, save_png

        figure = draw_basin(case, words(lang), width="wide", strip=False).figure
        written.append(_save(Path(args.picture), lambda path: save_png(figure, path)))
    if getattr(args, "outcomes", False):
        text = outcome_text(case.data["outcomes"])
        written.append(_save(outcomes_path(inspection.path), lambda path: path.write_text(text, encoding="utf-8")))
    return written


def _save(path: Path, write: Callable[[Path], object]) -> str:
    try:
        write(path)
    except OSError as error:
        raise KitError("check.cannot_write", value=str(path), reason=error.strerror or str(error)) from error
    return str(path)


def _tell(args: argparse.Namespace, inspection: Inspection, written: list[str], lang: str) -> None:
    """Say to a person what was found; faults go to standard error."""
    _ = words(lang, "kit")
    for fault in inspection.faults:
        print(_located(fault, lang), file=sys.stderr)
    if inspection.case is None:
        print(_.n("{n} fault found.", "{n} faults found.", len(inspection.faults)), file=sys.stderr)
        if args.picture:
            print(_("There is no picture yet: mend the case first."), file=sys.stderr)
        return
    print(_("The case “{title}” is sound.", title=_.case(inspection.case, "title")))
    if warning := near_home(inspection.case, _):
        print(warning)
    if inspection.case.game == PACKAGE:
        print("\n".join(package_sentences(inspection.case, _)))
    if not inspection.outcomes_fresh and not getattr(args, "outcomes", False):
        print(_("Its outcome table is missing or older than the case. Write a new one with --outcomes."))
    for path in written:
        print(_("Written: {path}", path=_.isolate(path) if _.direction == "rtl" else path))


def _located(fault: KitError, lang: str) -> str:
    _ = words(lang, "kit")
    place = {"file": fault.params["file"], "line": fault.params["line"]}
    return _("{file}, line {line}: {sentence}", **place, sentence=say(fault, lang))


def _plain(inspection: Inspection, written: list[str], lang: str) -> dict[str, Any]:
    """Return what was found as JSON-plain data."""
    faults, case = [_plain_fault(fault, lang) for fault in inspection.faults], inspection.case
    facts = {"package": package_plain(case)} if case and case.game == PACKAGE else {}
    return {
        "file": str(inspection.path),
        "sound": not faults,
        "not_for": list(case.not_for) if case else [],
        "faults": faults,
        "outcomes_fresh": inspection.outcomes_fresh,
        "written": written,
        **facts,
    }
