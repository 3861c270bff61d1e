"""What a lived year is called in words: who decided what, what came of it, and what it was worth."""

from collections.abc import Sequence
from html import escape

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.visit import DECIDERS, Visit, Year
from dastarkhan.pictures import party_looks
from simulations.table import Case


def seal(case: Case, side: str, _: Words) -> str:
    """A side's letter on its colour and pattern, with its name, as HTML."""
    look = party_looks(case, _)[side]
    return f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span> {escape(look.name)}"


def what_was_done(visit: Visit, _: Words) -> str:
    """The year's name and both sides' decisions, as HTML."""
    case, last = visit.record.case, visit.last
    rows = []
    for side in sides_by_name(case, _):
        decision = DECIDERS[side].decision
        option = _.case(case, f"decisions.{decision}.options.{last.decisions[decision]}")
        rows.append(f"<li>{seal(case, side, _)}: {escape(option)}</li>")
    title = _("Year {n}: {card}", n=last.number, card=_.case(case, f"cards.{last.card}.name"))
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in _surprises(visit, _))
    return f"<h3>{escape(title)}</h3><ul class='dk-plain'>{''.join(rows)}</ul>{told}"


def _surprises(visit: Visit, _: Words) -> list[str]:
    """Where the river did something else than was decided, and what the other side expected."""
    case, last = visit.record.case, visit.last
    wished = last.decisions["summer_release"]
    came = last.results["reservoir_summer_tenth_mcm"] / 10
    told = []
    if came > wished + 1:
        told.append(_("The reservoir was full, so {n} million m³ left it in summer.", n=round(came, 1)))
    elif came < wished - 1:
        told.append(_("There was less water than that: {n} million m³ left the reservoir in summer.", n=round(came, 1)))
    if last.number > 1:
        other = next(side for side in DECIDERS if side != visit.side)
        name = side_name(case, other, _)
        told.append(_("{side} expected you to do as you did the year before.", side=name))
    return told


def what_came(visit: Visit, _: Words) -> str:
    """The year's consequences in two or three sentences, without a number of points."""
    case, last = visit.record.case, visit.last
    wanted = visit.wanted_tenth_mcm("gardens_farms")
    share = last.results["gardens_farms_tenth_mcm"] / max(1.0, wanted)
    flood = last.results["gardens_reach_flood_tenth_mcm"] / 10
    gardens = _.case(case, "sides.gardens.name")
    told = [
        _("The planted fields in {side} got {share} of the water they needed.", side=gardens, share=_.percent(share))
    ]
    if flood >= 0.1:
        told.append(_("In winter {n} million m³ went over the low banks, into cellars.", n=round(flood, 1)))
    told.append(_("Both sides chose with care. Nobody had asked the other."))
    return " ".join(told)


def what_it_was_worth(visit: Visit, _: Words) -> str:
    """Both sides' points, and what one plan for the whole river could have brought."""
    case, results = visit.record.case, visit.last.results
    each = [
        _("{side} has {n} points.", side=side_name(case, side, _), n=results[f"{side}_points"])
        for side in sides_by_name(case, _)
    ]
    together, best = sum(results[f"{side}_points"] for side in DECIDERS), visit.best_together()
    if best > together:
        each.append(_("Together that is {n}. With one plan for the river it could be {best}.", n=together, best=best))
        return " ".join(each)
    each.append(_("Together that is {n}. No other choice brings more.", n=together))
    each.append(_("Which side gave something up for that? What could the other do in return?"))
    return " ".join(each)


def years_table(visit: Visit, _: Words) -> str:
    """All lived years, one line each, as HTML; nothing for a single year."""
    case, years = visit.record.case, visit.years
    if len(years) < 2:
        return ""
    sides = sides_by_name(case, _)
    names = [side_name(case, side, _) for side in sides]
    head = "".join(f"<th scope='col'>{escape(word)}</th>" for word in (_("Year"), _("Nature"), *names, _("Together")))
    body = "".join(_row(case, year, sides, _) for year in years)
    caption = escape(_("Your years, in points"))
    table = f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f"<table class='dk-table'>{table}</table>"


def _row(case: Case, year: Year, sides: Sequence[str], _: Words) -> str:
    points = [year.results[f"{side}_points"] for side in sides]
    words = (_.number(year.number), _.case(case, f"cards.{year.card}.name"))
    numbers = "".join(f"<td class='dk-num'>{escape(_.number(number))}</td>" for number in (*points, sum(points)))
    return f"<tr><td>{escape(words[0])}</td><td>{escape(words[1])}</td>{numbers}</tr>"
