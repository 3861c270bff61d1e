"""A facilitator guide on paper: the run-sheet, one page to hold in the hand, and the whole guide to prepare with."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dastarkhan.guides import Guide, Plan, plan, plan_names, read_guide
from dastarkhan.guides.reading import find_guide, parse, text_of
from dastarkhan.guides.vocabulary import Phase
from dastarkhan.languages import Words, words
from dastarkhan.languages.blocks import blocks
from dastarkhan.languages.paths import House
from dastarkhan.paper.drafted import drafted
from dastarkhan.paper.typesetting import typeset
from simulations.errors import KitError

_SENTENCE = re.compile(r".+?[.!?؟…](?=\s|$)", re.DOTALL)
CUE_LETTERS = 60


def run_sheet(
    which: str, *, languages: Sequence[str], name: str = "", output: Path | None = None, house: House | None = None
) -> bytes:
    """Set the run-sheet of one plan, one page in each language.

    Parameters
    ----------
    which : str
        Number of the guide, such as ``"11"``, or a path.
    languages : sequence of str
        Codes of the kit's languages, one page each.
    name : str, optional
        One of `dastarkhan.guides.plan_names`; the guide's own length when left out.
    output : Path, optional
        Also write the PDF here.
    house : House, optional
        The kit; the one that is running when left out.

    Raises
    ------
    KitError
        ``guide.not_found``, ``guide.unknown_plan``, ``check.cannot_write``.
    """
    guides = [(code, read_guide(which, code, house)) for code in languages]
    sheets = [run_sheet_page(guide, name or str(guide.duration_min), words(code, "kit")) for code, guide in guides]
    return typeset("run_sheet", {"title": sheets[0]["title"], "language": languages[0], "sheets": sheets}, output)


def run_sheet_page(guide: Guide, name: str, _: Words) -> dict[str, Any]:
    """Give what stands on a run-sheet, JSON-plain; the template only sets it."""
    laid = plan(guide, name)
    return {
        "language": _.lang,
        "title": guide.title,
        "plan": laid.cut,
        "length": plan_title(laid, _),
        "heads": [
            _("Minute"), _("Clock"), _.c("guide", "Who"), _("Step and first words"), _("What you do"),
        ],
        "steps": [
            {
                "minutes": f"{_.number(one.start)}–{_.number(one.end)}",
                "who": str(one.step.who),
                "title": one.step.title,
                "cue": _("“{text}”", text=cue(one.step.say)),
                "do": one.step.do,
                "debrief": one.step.phase is Phase.DEBRIEF,
            }
            for one in laid.steps
        ],
        "notes": [{"head": head, "text": text} for head, text in _notes(guide, laid, _)],
        "lines": [_("A person you trust"), _("Telephone"), _("Hours")],
        "foot": " · ".join(part for part in (guide.title, _("Run-sheet"), drafted(_)) if part),
    }  # fmt: skip


def plan_title(laid: Plan, _: Words) -> str:
    """Name a plan by its minutes, such as “90 minutes, interpreted”."""
    if laid.interpreted:
        return _.n("{n} minute, interpreted", "{n} minutes, interpreted", laid.slot_min)
    return _.n("{n} minute", "{n} minutes", laid.slot_min)


def cue(say: str) -> str:
    """Give the first sentences of a line, as many as make `CUE_LETTERS` letters: enough to find the way back.

    Examples
    --------
    >>> cue("Welcome. Today two countries share one river. The river is invented. You may pass on any question.")
    'Welcome. Today two countries share one river. The river is invented.'
    """
    kept = ""
    for sentence in _SENTENCE.findall(say):
        kept += sentence
        if len(kept) >= CUE_LETTERS:
            break
    return (kept or say).strip()


def _notes(guide: Guide, laid: Plan, _: Words) -> list[tuple[str, str]]:
    spare = _("Never shorten the talk afterwards.")
    if cuts := first_cuts(guide, laid):
        spare = _("Leave out first: {steps}.", steps=_.listed(cuts)) + " " + spare
    calm = guide.energiser
    return [
        (_("You are late."), spare),
        (_("No device."), _("Every step has a twin without a device. It stands in the guide.")),
        (_("A pause that wakes."), f"{calm.name}: {calm.how}"),
    ]


def first_cuts(guide: Guide, laid: Plan) -> tuple[str, ...]:
    """Give the titles of the steps that the next shorter plan of the same kind does without.

    Examples
    --------
    >>> guide = read_guide("11")
    >>> first_cuts(guide, plan(guide, "90"))
    ('A dry year', 'At the table: the third year')
    >>> first_cuts(guide, plan(guide, "45"))
    ()
    """
    others = [plan(guide, name) for name in plan_names(guide)]
    shorter = [one for one in others if one.interpreted == laid.interpreted and one.slot_min < laid.slot_min]
    if not shorter:
        return ()
    here = {one.step.id for one in laid.steps}
    return tuple(step.title for step in max(shorter, key=lambda one: one.slot_min).left_out if step.id in here)


def whole_guide(which: str, *, language: str, output: Path | None = None, house: House | None = None) -> bytes:
    """Set a guide as a booklet of A4 pages.

    Parameters
    ----------
    which : str
        Number of the guide, or a path.
    language : str
        A code of the kit's languages.
    output : Path, optional
        Also write the PDF here.
    house : House, optional
        The kit; the one that is running when left out.

    Raises
    ------
    KitError
        ``guide.not_found``, ``guide.unreadable``, ``guide.no_picture``, ``check.cannot_write``.
    """
    path = find_guide(which, language, house)
    read, _ = parse(text_of(path), str(path)), words(language, "kit")
    if read.guide is None:
        raise read.faults[0]
    foot = " · ".join(part for part in (read.guide.title, _("Guide for trainers"), drafted(_)) if part)
    body = [with_picture(one, path.parent) for one in blocks(read.body)]
    return typeset("guide", {"title": read.guide.title, "language": language, "foot": foot, "blocks": body}, output)


def with_picture(block: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    """Put a picture's own bytes into its block: the typesetter sees nothing but its templates and what it is given."""
    if block["kind"] != "picture":
        return block
    path = folder / block["path"]
    if not path.is_file():
        raise KitError("guide.no_picture", key="picture", value=str(path), allowed="docs/guides.md")
    return {**block, "bytes": list(path.read_bytes())}
