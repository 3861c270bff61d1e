"""What a model leaves out, always one tap away from what it shows."""

from collections.abc import Iterable
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.lesson import Lesson
from simulations.table import Case


def river_assumptions(case: Case, _: Words, *, changes: bool = False) -> ipywidgets.HTML:
    """What the model of the river leaves out: the case says it.

    Parameters
    ----------
    case : Case
    changes : bool, optional
        Whether a number can be changed on the same screen.
    """
    keys = sorted((key for key in case.text if key.startswith("assumptions.")), key=_number)
    return _shown([_.case(case, key) for key in keys], _, changes=changes)


def sharing_assumptions(lesson: Lesson) -> ipywidgets.HTML:
    """What the rules for sharing leave out."""
    _ = lesson.words
    said = (
        _("What each group asks for is taken as true. Nobody asks for more than they need."),
        _("All the water can be sent to anybody. Where somebody lives on the river does not count."),
        _("No water flows back to the river after it was used."),
        _("Water to drink and water for a field count alike."),
        _("The rules know one year only. Nobody remembers who carried the last dry one."),
    )
    return _shown(said, _, changes=True)


def stress_assumptions(lesson: Lesson) -> ipywidgets.HTML:
    """What two hundred drawn years leave out."""
    _ = lesson.words
    said = (
        _("The years are drawn by chance from the case's cards. No real river's record is in them."),
        _("Dry years like to follow dry years. How much they do so is invented."),
        _("Each side has the same reserve and stops only when it is used up. People stop earlier, or hold on longer."),
        _("After a break each side waits the same number of years. In life trust may need longer, or one visit."),
        _("Nobody mends the agreement on the way. In life both sides may meet and change it."),
    )
    return _shown(said, _, changes=True)


def keeping_assumptions(lesson: Lesson) -> ipywidgets.HTML:
    """What a look at promises, kept or left aside, leaves out."""
    _ = lesson.words
    said = (
        _("A promise is kept or left aside, whole. In life a part of it is often kept."),
        _("Each side sees at once what the other leaves aside. In life it may take years, or nobody can tell."),
        _("This year counts, and three average years after it. Nobody looks further, and the far ones count as much."),
        _("Trust, a good name and anger have no points here. In life they hold promises, or end them."),
        _("No third side helps or judges."),
    )
    return _shown(said, _, changes=True)


def _shown(said: Iterable[str], _: Words, *, changes: bool) -> ipywidgets.HTML:
    """A heading that opens, and the sentence that belongs to every model; where it can be done, what to do with it."""
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in said)
    heading, always = escape(_("What this model leaves out")), escape(_("A model is an argument, not evidence."))
    small = "" if changes else f"<p class='dk-small'>{always}</p>"
    told = f"<details class='dk-more'><summary>{heading}</summary><ul>{lines}</ul>{small}</details>"
    see = f"<p class='dk-note'><b>{always} {escape(_('Change a number and see.'))}</b></p>"
    return html(told + see if changes else told)


def _number(key: str) -> int:
    return int(key.rpartition(".")[2])
