"""``dastarkhan guide 11`` or ``guide debrief``: a run-sheet or a guide as a PDF; ``guide one-day``: a programme."""

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from dastarkhan.guides.programmes import read_programme
from dastarkhan.languages import LANGUAGES, Words, environment_language, words
from dastarkhan.languages.paths import own_house
from dastarkhan.paper.guide_print import run_sheet, whole_guide
from dastarkhan.paper.programme_page import ProgrammePage, programme_page, programme_pdf
from simulations.errors import KitError

DONE = 0
PROGRAMME = re.compile("[a-z][a-z0-9_-]*")
"""How the name of a programme looks; a guide has a number, is that of a tool (``debrief``), or is a file."""


def run(args: argparse.Namespace) -> int:
    """Write the PDF and say where it is.

    Raises
    ------
    KitError
        ``languages.unknown``, ``programme.*``, and those of `run_sheet` and `whole_guide`; the command says it and
        answers 2.
    """
    languages = chosen_languages(args.language or environment_language())
    if PROGRAMME.fullmatch(args.guide) and args.guide not in {path.stem for path in own_house().guide_texts()}:
        return _programme(args, languages)
    if args.interpreted:
        raise _other_option("--interpreted", args.guide, "--language, --plan, --whole, --output, --json")
    kind = "guide" if args.whole else "run-sheet"
    output = Path(args.output or f"{kind}-{args.guide}-{'-'.join(languages)}.pdf")
    if args.whole:
        if len(languages) > 1:
            raise KitError("paper.one_language", value=args.language, allowed=", ".join(LANGUAGES))
        whole_guide(args.guide, language=languages[0], output=output)
    else:
        run_sheet(args.guide, languages=languages, name=args.plan, output=output)
    _say(args, {"written": str(output), "languages": languages}, str(output), words(languages[0], "kit"))
    return DONE


def _programme(args: argparse.Namespace, languages: tuple[str, ...]) -> int:
    for given, option in ((args.plan, "--plan"), (args.whole, "--whole")):
        if given:
            raise _other_option(option, args.guide, "--language, --interpreted, --output, --json")
    if len(languages) > 1:
        raise KitError("programme.one_language", value=args.language, allowed=", ".join(LANGUAGES))
    laid = read_programme(args.guide, interpreted=args.interpreted)
    page = programme_page(laid, languages[0])
    if args.output:
        _write(page, Path(args.output))
    elif not args.json:
        print(page.text, end="")
        return DONE
    told = {"missing": laid.missing, "untranslated": page.untranslated}
    told |= {} if args.output else {"markdown": page.text}
    written = {"written": args.output, "languages": languages, **told}
    _say(args, written, args.output, words(languages[0], "kit"))
    return DONE


def _write(page: ProgrammePage, output: Path) -> None:
    if output.suffix != ".md":
        programme_pdf(page, output)
        return
    try:
        output.write_text(page.text, encoding="utf-8")
    except OSError as error:
        raise KitError("check.cannot_write", value=str(output), reason=error.strerror or str(error)) from error


def _say(args: argparse.Namespace, told: Mapping[str, object], output: str, _: Words) -> None:
    sentence = _("Written: {path}", path=_.isolate(output) if _.direction == "rtl" else output)
    print(json.dumps(told) if args.json else sentence)


def _other_option(option: str, name: str, allowed: str) -> KitError:
    return KitError("programme.other_option", value=option, key=name, allowed=allowed)


def chosen_languages(text: str) -> tuple[str, ...]:
    """Read codes with commas between them.

    Raises
    ------
    KitError
        ``languages.unknown`` for a code that the kit does not know.

    Examples
    --------
    >>> chosen_languages("kk, ru")
    ('kk', 'ru')
    """
    codes = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for code in codes or (text,):
        if code not in LANGUAGES:
            raise KitError("languages.unknown", language=code, allowed=tuple(LANGUAGES))
    return codes
