"""``dastarkhan guide 11``: the run-sheet of a session as one page, or the whole guide, as a PDF."""

import argparse
import json
from pathlib import Path

from dastarkhan.guides.programmes import programme_names, read_programme
from dastarkhan.languages import LANGUAGES, environment_language, words
from dastarkhan.paper.guide_print import run_sheet, whole_guide
from dastarkhan.paper.programme_page import programme_page
from simulations.errors import KitError

DONE = 0


def run(args: argparse.Namespace) -> int:
    """Write the PDF and say where it is.

    Raises
    ------
    KitError
        ``languages.unknown``, and those of `run_sheet` and `whole_guide`; the command says it and answers 2.
    """
    languages = chosen_languages(args.language or environment_language())
    if args.guide in programme_names():
        return _programme(args, languages)
    kind = "guide" if args.whole else "run-sheet"
    output = Path(args.output or f"{kind}-{args.guide}-{'-'.join(languages)}.pdf")
    if args.whole:
        if len(languages) > 1:
            raise KitError("paper.one_language", value=args.language, allowed=", ".join(LANGUAGES))
        whole_guide(args.guide, language=languages[0], output=output)
    else:
        run_sheet(args.guide, languages=languages, name=args.plan, output=output)
    _ = words(languages[0], "kit")
    written = _("Written: {path}", path=_.isolate(str(output)) if _.direction == "rtl" else str(output))
    print(json.dumps({"written": str(output), "languages": languages}) if args.json else written)
    return DONE


def _programme(args: argparse.Namespace, languages: tuple[str, ...]) -> int:
    if len(languages) > 1:
        raise KitError("paper.one_language", value=args.language, allowed=", ".join(LANGUAGES))
    _ = words(languages[0], "kit")
    laid = read_programme(args.guide, languages[0])
    page = programme_page(laid, _)
    if args.output:
        Path(args.output).write_text(page, encoding="utf-8")
    if args.json:
        print(json.dumps({"written": args.output, "languages": languages, "missing": laid.missing}))
    else:
        print(page if not args.output else _("Written: {path}", path=_.isolate(args.output)))
    return DONE


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
