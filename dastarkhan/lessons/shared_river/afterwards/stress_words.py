"""What many years with an agreement are called in words: the first break and why, two runs side by side."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.afterwards.agreement_words import signed
from dastarkhan.lessons.shared_river.afterwards.stress_packages import key_terms
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, term_title
from simulations.games.agreements import mean_points, values, year_under
from simulations.games.river_years import weather
from simulations.games.sample_agreement import YEARS
from simulations.games.stress import RESERVE_POINTS, Break, Stress
from simulations.games.terms import Package, TermKind, term_of
from simulations.table import Case

BANDS: Mapping[str, tuple[int, int]] = {
    "few": (0, 49),
    "some": (50, 99),
    "most": (100, 149),
    "nearly_all": (150, 189),
    "all": (190, YEARS),
}
"""In how many of the years an agreement may hold, as a person guesses it."""


def band_words(_: Words) -> dict[str, str]:
    """The guesses in words."""
    return {key: _("{low} to {high} years", low=low, high=high) for key, (low, high) in BANDS.items()}


def how_long_it_held(stress: Stress, guess: str | None, first: str | None, case: Case, _: Words) -> str:
    """How often the agreement held, beside the guess if there was one, without praise or blame."""
    kept, total = stress.years_kept, len(stress.cards)
    told = [_.n("It held in {n} of {total} years.", "It held in {n} of {total} years.", kept, total=total)]
    if guess is not None:
        told.append(_("You guessed {band}.", band=band_words(_)[guess]))
    if not stress.breaks:
        told.append(_("Nobody had to stop."))
        return " ".join(told)
    side = stress.breaks[0].side
    name = side_name(case, side, _)
    if guess is None:
        told.append(_("{side} stopped first.", side=name))
    elif first == side:
        told.append(_("{side} stopped first, as you thought.", side=name))
    else:
        told.append(_("{side} stopped first. Was that a surprise?", side=name))
    return " ".join(told)


def named(case: Case, name: str, package: Package, _: Words) -> str:
    """Which agreement a picture is about, with the two of its terms that tell most about dry years, as HTML."""
    terms = " · ".join(
        _("{term}: {option}", term=term_title(case, term, _), option=option_words(case, term, package[term], _))
        for term in key_terms(case, package)
    )
    return f"<p><b>{escape(name)}</b><br><span class='dk-small'>{escape(terms)}</span></p>"


def hardest_year(case: Case, stress: Stress) -> tuple[int, str] | None:
    """The year, from 1, in which a reserve was smallest, and whose; None when no year took anything from one."""
    left, year, side = min(
        (left, year, side) for side, each in stress.reserve.items() for year, left in enumerate(each)
    )
    return (year + 1, side) if left < _full(case) else None


def _full(case: Case) -> int:
    return int(case.data["talks"].get("reserve_points", RESERVE_POINTS))


def near_words(case: Case, stress: Stress, _: Words) -> str:
    """How near an agreement that nothing broke came to its end."""
    found = hardest_year(case, stress)
    if found is None:
        return _("It held. No year took anything from a reserve.")
    year, side = found
    return _(
        "It held. In year {year} {side} had {left} of {full} left.",
        year=year,
        side=side_name(case, side, _),
        left=stress.reserve[side][year - 1],
        full=_full(case),
    )


def break_words(case: Case, package: Package, found: Break, _: Words) -> str:
    """When an agreement broke, for whom, and why."""
    name, nature = side_name(case, found.side, _), _.case(case, f"cards.{found.card}.name")
    told = [_("Year {n}: {card}.", n=found.year, card=nature)]
    if found.dry_years > 1:
        told.append(
            _.n(
                "It is year {n} in a row with less water than normal.",
                "It is year {n} in a row with less water than normal.",
                found.dry_years,
            )
        )
    told.append(
        _.n(
            "{side} has used up its reserve; {n} point is missing.",
            "{side} has used up its reserve; {n} points are missing.",
            found.short_points,
            side=name,
        )
    )
    told.append(_why(case, package, found, _))
    return " ".join(told)


def _why(case: Case, package: Package, found: Break, _: Words) -> str:
    """The part of the agreement that cost this side most in the year of the break, beside acting alone."""
    under = year_under(case, found.card, package).parts[found.side]
    alone = year_under(case, found.card, None).parts[found.side]
    part = min(under, key=lambda one: under[one] - alone[one])
    name = side_name(case, found.side, _)
    if part == "payment":
        return _why_payment(case, package, found, under["payment"], name, _)
    why = {
        "river": _("What was promised left {side} less from the river than acting alone would have.", side=name),
        "upkeep": _("The care of the works cost the same as ever, in a year that brought little."),
        "data": _("The shared measuring cost the same as ever, in a year that brought little."),
    }
    return why.get(part, "")


def _why_payment(case: Case, package: Package, found: Break, paid: int, name: str, _: Words) -> str:
    """Why a payment was too much in the year of the break."""
    if weather(case)[found.card] >= 1:
        return _("Such a year is good alone as well, and {side} paid in full.", side=name)
    full = sum(value for term, value in package.items() if case.terms[term]["kind"] == "payment")
    if abs(paid) == full:
        return _("The payment stayed as large as in a normal year, but the river brought less.")
    return _("Even the smaller payment was more than such a year could carry.")


def runs_table(case: Case, runs: Sequence[Stress], _: Words) -> str:
    """One run, or two side by side: years kept, breaks, and an average year of each side, as HTML."""
    heads = [_("As agreed"), _("With the change")][: len(runs)]
    rows = [
        (_("Years that it held"), [_.number(run.years_kept) for run in runs]),
        (_("Times that it broke"), [_.number(len(run.breaks)) for run in runs]),
    ]
    for side in sides_by_name(case, _):
        name = side_name(case, side, _)
        means = [_.number(round(float(np.mean(run.points[side])))) for run in runs]
        alone = _.number(round(float(np.mean(runs[0].alone[side]))))
        rows.append((_("{side}, points a year (alone in these years {n})", side=name, n=alone), means))
    head = "".join(f"<th scope='col' class='dk-num'>{escape(word)}</th>" for word in heads)
    body = "".join(
        f"<tr><th scope='row'>{escape(name)}</th>"
        + "".join(f"<td class='dk-num'>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for name, cells in rows
    )
    caption = escape(_.n("{n} year", "{n} years", len(runs[0].cards)))
    empty = f"<td><span class='dk-small'>{caption}</span></td>"
    return f"<table class='dk-table'><thead><tr>{empty}{head}</tr></thead><tbody>{body}</tbody></table>"


def what_a_rule_costs(case: Case, term: str, runs: Sequence[Stress], _: Words) -> str:
    """What a dry-year rule costs in the years that hold with it and without it; nothing for other changes."""
    held = np.all([run.kept for run in runs], axis=0)
    if case.terms[term]["kind"] != "dry_year" or len(runs[1].breaks) > len(runs[0].breaks) or not held.any():
        return ""
    means = [{side: float(np.mean(np.array(run.points[side])[held])) for side in case.sides} for run in runs]
    less = {side: round(means[0][side] - means[1][side]) for side in sides_by_name(case, _)}
    paid = [
        _.n(
            "While the agreement holds, {side} has {n} point a year less with the rule.",
            "While the agreement holds, {side} has {n} points a year less with the rule.",
            n,
            side=side_name(case, side, _),
        )
        for side, n in less.items()
        if n > 0
    ]
    if not paid:
        return ""
    roof = _("This is what the rule costs while all goes well. It is like a roof.")
    return " ".join((*paid, roof))


def what_data_bring(case: Case, package: Package, _: Words) -> str:
    """What shared data bring each side in an average year that holds; nothing in a case without such a term."""
    term = term_of(case, TermKind.DATA)
    if term is None:
        return ""
    options = case.terms[term]["options"]
    without, shared = (mean_points(case, values(case, {**package, term: one})) for one in (options[0], options[-1]))
    each = [f"{side_name(case, side, _)} {signed(shared[side] - without[side], _)}" for side in sides_by_name(case, _)]
    return _(
        "“{term}” changes an average year in which the agreement holds, in points: {who}.",
        term=term_title(case, term, _),
        who=_.listed(each),
    )
