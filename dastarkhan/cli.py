"""The command ``dastarkhan``: one door, and behind each word the room that does the work.

Rooms are imported only when their word is said, so that ``dastarkhan check`` never waits for Jupyter.
Exit codes: 0 done, 2 bad input, 3 something is missing on the machine, 130 stopped with Ctrl+C.
"""

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from dastarkhan.languages import LANGUAGES, Words, environment_language, say, words
from simulations.errors import KitError

DONE, BAD_INPUT, MISSING, STOPPED = 0, 2, 3, 130
ROOMS = {
    "lab": "jupyter.lab",
    "live": "live.command",
    "guide": "paper.guide_command",
    "paper": "paper.command",
    "check": "check",
    "case": "case_command",
    "languages": "language_command",
    "warm": "warm",
}
MACHINE = ("machine.", "jupyter.port_taken")  # codes that begin so are nobody's typing mistake


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and say every fault in one plain sentence.

    Parameters
    ----------
    arguments : sequence of str, optional
        Words after ``dastarkhan``; those of the process when left out. Without a command, ``lab`` is meant.

    Returns
    -------
    int
        The exit code. ``--help`` and unknown options end the process themselves, as argparse does; a value that an
        option cannot have is a fault like any other.
    """
    _write_what_can_be_written()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "lab")
    lang = language_of(given)
    args = argparse.Namespace(json="--json" in given)  # what is known where the words cannot be read
    try:
        args = build_parser(words(lang, "kit")).parse_args(given)
        return run(args)
    except KitError as error:
        return refuse(error, lang, as_json=bool(getattr(args, "json", False)))
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in ("dastarkhan", "simulations"):
            raise  # a mistake of ours, and the traceback helps whoever mends it
        return refuse(KitError("machine.no_part", part=error.name or "?"), lang, as_json=False)
    except KeyboardInterrupt:
        return STOPPED


def _write_what_can_be_written() -> None:
    """Never fail for want of a letter: a console or a pipe of an old Windows cannot write every one.

    A question mark is better than a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def whole_number(option: str, least: int, most: int) -> Callable[[str], int]:
    """Return what reads the number of an option.

    It raises ``command.bad_option`` itself: argparse would tell of the fault in English, whatever the person speaks.
    """

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            raise KitError("command.bad_option", option=option, value=text, allowed=f"{least} – {most}")
        return number

    return read


def one_of(option: str, allowed: Sequence[str]) -> Callable[[str], str]:
    """Return what reads an option that has a few values, and raises ``command.bad_option`` for any other."""

    def read(text: str) -> str:
        if text not in allowed:
            raise KitError("command.bad_option", option=option, value=text, allowed=tuple(allowed))
        return text

    return read


def language_of(arguments: Sequence[str]) -> str:
    """Language of the command line's own words: ``--language``, then ``DASTARKHAN_LANGUAGE``, then English."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language")
    try:
        asked = early.parse_known_args(list(arguments))[0].language
    except argparse.ArgumentError:
        asked = None
    first = str(asked).partition(",")[0]  # `guide` and `paper` take several
    return first if first in LANGUAGES else environment_language()


def build_parser(_: Words) -> argparse.ArgumentParser:
    """Describe the commands and their options."""
    about = _("Lessons and simulations for people on two sides of a border.")
    parser = argparse.ArgumentParser(prog="dastarkhan", description=about)
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    _add_lab(commands.add_parser("lab", help=_("open the lessons (this is what happens without a command)")), _)
    _add_live(commands.add_parser("live", help=_("open a room: a whole class negotiates on its own phones")), _)
    _add_guide(commands.add_parser("guide", help=_("print a run-sheet or a guide for trainers")), _)
    _add_paper(commands.add_parser("paper", help=_("print a case: cards, sheets and tables that need no device")), _)
    _add_check(commands.add_parser("check", help=_("check a case or a guide of your own and say what to mend")), _)
    from dastarkhan import case_command, language_command

    case_command.add_parser(commands, _)
    language_command.add_parser(commands, _)
    commands.add_parser("warm", help=_("prepare this computer, so that lessons open quickly"))
    return parser


def _add_port(parser: argparse.ArgumentParser, _: Words) -> None:
    parser.add_argument("--port", type=whole_number("--port", 1, 65535), help=_("use this port and no other"))


def _add_choice(
    parser: argparse.ArgumentParser, option: str, allowed: Sequence[str], about: str, default: str | None = None
) -> None:
    """Add an option of a few values; ``choices`` is what ``--help`` shows of them."""
    parser.add_argument(option, type=one_of(option, allowed), choices=allowed, default=default, help=about)


def _add_lab(parser: argparse.ArgumentParser, _: Words) -> None:
    parser.add_argument("--no-browser", action="store_true", help=_("only say the address, open no browser"))
    _add_port(parser, _)
    _add_choice(parser, "--language", tuple(LANGUAGES), _("language of the welcome page"))
    parser.add_argument("--json", action="store_true", help=_("print one line for programs"))


def _add_live(parser: argparse.ArgumentParser, _: Words) -> None:
    parser.add_argument("--case", default="ayna", help=_("a case: the name of one of the kit's, or your own file"))
    parser.add_argument("--wall", metavar="kk,ru", help=_("languages of the wall, up to three"))
    parser.add_argument("--plan", help=_("the plan, such as 90, 60, 45 or interpreted-90"))
    absent = ("wait", "smaller", "partner", "careful")
    about = _("when somebody is away: wait, go on smaller, a partner plays, or somebody careful does")
    _add_choice(parser, "--absence", absent, about, default="wait")
    parser.add_argument("--room", metavar=_("FILE"), help=_("keep the room in this file, or go on with it"))
    _add_port(parser, _)
    about = _("so many processes; more than one needs PostgreSQL")
    parser.add_argument("--workers", type=whole_number("--workers", 1, 64), default=1, help=about)
    parser.add_argument("--only-here", action="store_true", help=_("for this computer alone, to try it"))
    about = _("copy the room's file into this one, also while it runs")
    parser.add_argument("--backup", metavar=_("COPY"), help=about)
    parser.add_argument("--hub", action="store_true", help=_("behind the proxy of a hub, as its tile starts it"))
    parser.add_argument("--no-browser", action="store_true", help=_("only say the address, open no browser"))
    about = _("language of the command, of your own page and of the wall")
    _add_choice(parser, "--language", tuple(LANGUAGES), about)
    parser.add_argument("--json", action="store_true", help=_("print one line for programs"))


def _add_guide(parser: argparse.ArgumentParser, _: Words) -> None:
    about = _("the number of a guide, such as 11; or a programme, such as one-day")
    parser.add_argument("guide", metavar=_("GUIDE"), help=about)
    parser.add_argument("--language", help=_("language of the page; several with commas, such as kk,ru, a page each"))
    parser.add_argument("--plan", default="", help=_("the plan, such as 90, 60, 45 or interpreted-90"))
    parser.add_argument("--whole", action="store_true", help=_("print the whole guide"))
    parser.add_argument("--interpreted", action="store_true", help=_("a programme with an interpreter"))
    parser.add_argument("--output", metavar="OUT.pdf", help=_("write into this file"))
    parser.add_argument("--json", action="store_true", help=_("print one line for programs"))


def _add_check(parser: argparse.ArgumentParser, _: Words) -> None:
    about = _("a case: the name of one of the kit's, or your own file; or the file of a guide")
    parser.add_argument("file", metavar=_("FILE"), help=about)
    parser.add_argument("--picture", metavar="OUT.png", help=_("also draw the basin into this file"))
    parser.add_argument("--outcomes", action="store_true", help=_("also write the outcome table beside the case"))
    parser.add_argument("--json", action="store_true", help=_("print one line for programs"))


def _add_paper(parser: argparse.ArgumentParser, _: Words) -> None:
    about = _("a lesson, such as 00; or a case: the name of one of the kit's, or your own file")
    parser.add_argument("file", metavar=_("FILE"), help=about)
    parser.add_argument("--people", type=int, help=_("how many people come, 4 to 60; 24 if you do not say"))
    parser.add_argument(
        "--language",
        metavar="kk:14,ru:10",
        help=_("languages of the room; with numbers, or spread evenly: kk,ru"),
    )
    parser.add_argument("--output", metavar="PACK.pdf", help=_("the file to write"))
    parser.add_argument("--json", action="store_true", help=_("print one line for programs"))


def run(args: argparse.Namespace) -> int:
    """Open the room that the command names."""
    code: int = import_module(f"dastarkhan.{ROOMS[args.command]}").run(args)
    return code


def refuse(error: KitError, lang: str, *, as_json: bool) -> int:
    """Say a fault to a person, or to a program in one line, and give the exit code for it."""
    sentence = say(error, lang)
    if as_json:
        print(json.dumps({"error": error.code, "sentence": sentence}))
    else:
        print(sentence, file=sys.stderr)
    return MISSING if error.code.startswith(MACHINE) else BAD_INPUT
