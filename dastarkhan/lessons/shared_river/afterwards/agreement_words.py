"""What is said about an agreement among all others: its value, what is fair, what was also there, which question."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from dastarkhan.languages import Words
from dastarkhan.languages.talk_reasons import QUESTIONS, text_of
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.shared_river.afterwards.found_more import (
    EQUAL_GAIN,
    HALF_EACH,
    PRODUCT,
    Points,
    Possible,
    Telling,
    changed,
    nearly_one,
)
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, package_list, term_title
from simulations.table import Case


def signed(value: float, _: Words) -> str:
    """A difference with its sign."""
    number = _.number(round(value))
    return _.isolate(f"+{number}" if round(value) > 0 else number)


# --- its value


def value_table(case: Case, found: Possible, own: int, _: Words) -> str:
    """What one's own agreement is worth to each side, beside acting alone, as HTML."""
    rows, less = "", []
    for side in sides_by_name(case, _):
        column = found.sides.index(side)
        alone, value = found.alone[column], found.dots[own][column]
        cells = "".join(f"<td class='dk-num'>{escape(_.number(round(float(one))))}</td>" for one in (alone, value))
        gain = f"<td class='dk-num'><b>{escape(signed(value - alone, _))}</b></td>"
        rows += f"<tr><th scope='row'>{escape(side_name(case, side, _))}</th>{cells}{gain}</tr>"
        if value < alone:
            less.append(side_name(case, side, _))
    names = (_("Alone"), _("Yours"), _("Gain"))
    head = "<td></td>" + "".join(f"<th scope='col' class='dk-num'>{escape(word)}</th>" for word in names)
    caption = escape(_("Your agreement in an average year, in points"))
    table = f"<table class='dk-table'><caption>{caption}</caption><thead><tr>{head}</tr></thead>{rows}</table>"
    if not less:
        return table
    told = _("For {side} it is less than acting alone. Would they keep it for long?", side=_.listed(less))
    return table + note(told)


def what_it_protected(reason: str | None, _: Words) -> str:
    """No agreement: what the reason stood up for, as HTML."""
    protected = {
        "alone_is_enough": _("You kept to what your side can carry by itself. You promised nothing that you doubted."),
        "needs_more_time": _("You kept your word from being given too early. A slow yes often lasts longer."),
        "dry_years": _("You protected people from a promise that a dry year might break."),
        "missing_voice": _("You kept a place at the table for somebody who was not heard."),
        "turns_used": _("The time was over before the words were. Many first talks end so."),
        "time_up": _("The time was over before the words were. Many first talks end so."),
    }
    told = protected.get(reason or "", _("You had a reason. It is worth telling the others."))
    also = _("And this was possible, for another day:")
    return f"{note(told, strong=_('No agreement.'))}<p>{escape(also)}</p>"


# --- what somebody calls fair


def fair_names(_: Words) -> dict[str, str]:
    """Names of the points that somebody calls fair."""
    return {EQUAL_GAIN: _("Equal gain"), PRODUCT: _("Balanced gain"), HALF_EACH: _("Half each")}


def fair_words(fair: Mapping[str, tuple[float, float]], found: Possible, case: Case, _: Words) -> str:
    """Each fair point, and why somebody calls it so, as HTML; in one sentence where they fall on one spot."""
    if nearly_one(fair, found):
        return _one_place(fair, found, case, _)
    why = {
        EQUAL_GAIN: _("Both sides gain about the same. Fair, some say: nobody takes more home."),
        PRODUCT: _(
            "The two gains, multiplied, are the largest. "
            "Fair, some say: nobody can gain much more without costing the other as much."
        ),
        HALF_EACH: _(
            "Each side keeps what it has alone and gets half of what the best plan adds. "
            "Fair, some say: the gain needs both."
        ),
    }
    names = fair_names(_)
    lines = "".join(
        f"<li><b>{escape(names[key])}</b> ({escape(_gains(case, found, np.array(points) - found.alone, _))}). "
        f"{escape(why[key])}</li>"
        for key, points in fair.items()
    )
    if not lines:
        return ""
    heading = escape(_("Three answers to “What is fair?”"))
    ask = _("None of them is the right one. Which would you defend, and to whom?")
    if len(set(fair.values())) < len(fair):
        ask = f"{_('On this river some of them meet in the same agreement.')} {ask}"
    return f"<h3>{heading}</h3><ul>{lines}</ul><p>{escape(ask)}</p>"


def _one_place(fair: Mapping[str, tuple[float, float]], found: Possible, case: Case, _: Words) -> str:
    """Three ways to count that come to nearly the same, in three lines."""
    heading, names = escape(_("Three ways to count, nearly one place")), fair_names(_)
    gains = _gains(case, found, np.array(fair[HALF_EACH]) - found.alone, _)
    near = _("{names}: all of them are near {gains}.", names=_.listed([names[key] for key in fair]), gains=gains)
    why = _("Nobody can gain much more without costing the other as much. Would you call it fair?")
    return f"<h3>{heading}</h3><p>{escape(near)} {escape(why)}</p>"


def _gains(case: Case, found: Possible, gains: Points, _: Words) -> str:
    each = [
        f"{side_name(case, side, _)} {signed(float(gains[found.sides.index(side)]), _)}"
        for side in sides_by_name(case, _)
    ]
    return _.listed(each)


# --- what was also there


def better_words(case: Case, found: Possible, own: int | None, better: Sequence[int], _: Words) -> str:
    """Packages better for somebody and worse for nobody, term by term, as HTML."""
    heading = escape(_("This was also on the river"))
    if not better:
        told = _("Nothing was better for one side without being worse for the other. There were other good ones, too.")
        return f"<h3>{heading}</h3><p>{escape(told)}</p>"
    base = found.alone if own is None else found.dots[own]
    opening = (
        _("Better for both than acting alone, in an average year:")
        if own is None
        else _("Better for somebody, worse for nobody, in an average year. Nobody could see it from one bank:")
    )
    mine = None if own is None else found.packages[own]
    slips = "".join(_slip(case, found, place, base, mine, _) for place in better)
    return f"<h3>{heading}</h3><p>{escape(opening)}</p>{slips}"


def _slip(case: Case, found: Possible, place: int, base: Points, mine: Mapping[str, int] | None, _: Words) -> str:
    gains = escape(_gains(case, found, found.dots[place] - base, _))
    package = found.packages[place]
    if mine is None:
        terms = package_list(case, package, _)
    else:
        lines = "".join(f"<li>{escape(_changed(case, term, mine, package, _))}</li>" for term in changed(mine, package))
        terms = f"<ul class='dk-plain'>{lines}</ul>"
    return f"<div class='dk-slip'><b>{gains}</b>{terms}</div>"


def _changed(case: Case, term: str, mine: Mapping[str, int], other: Mapping[str, int], _: Words) -> str:
    return _(
        "{term}: {other} (yours: {mine})",
        term=term_title(case, term, _),
        other=option_words(case, term, other[term], _),
        mine=option_words(case, term, mine[term], _),
    )


# --- which question


def question_words(case: Case, telling: Telling, asked: bool, _: Words, *, more: bool) -> str:
    """The question that shows where the sides differ, and whether it was asked, as HTML.

    `more` says that there was more to find; otherwise the question is told for the next talks.
    """
    heading = escape(_("Which question would have found this?") if more else _("Which question tells most here?"))
    question = _("“{question}”", question=text_of(QUESTIONS, telling.question, _))
    heavy, light = side_name(case, telling.heavy, _), side_name(case, telling.light, _)
    term = term_title(case, telling.term, _)
    differs = _("“{term}” matters far more to {heavy} than to {light}.", term=term, heavy=heavy, light=light)
    why = {
        "matters_most": _("There {light} can give more easily, and ask for something else.", light=light),
        "easy_to_give": _("{light} can give it more easily, for something else in return.", light=light),
        "worries": _("A worry that is told can be written into a clause."),
    }
    told = {
        True: _("It was asked. What was done with the answer?"),
        False: _("It was not asked this time. It costs nothing and gives away little."),
    }
    said = " ".join((differs, why[telling.question], told[asked]))
    return f"<h3>{heading}</h3><p><b>{escape(question)}</b></p><p>{escape(said)}</p>"
