"""What a lived year is called in words: who decided what, what came of it, and what it was worth."""

from collections.abc import Sequence
from html import escape

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.year_story import months_told
from dastarkhan.lessons.shared_river.visit import Visit, Year, deciders
from dastarkhan.lessons.shared_river.year_view import LivedYear, lived
from dastarkhan.pictures import party_looks
from simulations.games.river_years import drained_mcm
from simulations.table import Case


def seal(case: Case, side: str, _: Words) -> str:
    """A side's letter on its colour and pattern, with its name, as HTML."""
    look = party_looks(case, _)[side]
    return f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span> {escape(look.name)}"


def what_was_done(visit: Visit, _: Words) -> str:
    """The year's name and both sides' decisions, as HTML."""
    case, last = visit.record.case, visit.last
    rows = []
    sides = deciders(case)
    for side in (side for side in sides_by_name(case, _) if side in sides):
        decision = sides[side].decision
        option = _.case(case, f"decisions.{decision}.options.{last.decisions[decision]}")
        rows.append(f"<li>{seal(case, side, _)}: {escape(option)}</li>")
    title = _("Year {n}: {card}", n=last.number, card=_.case(case, f"cards.{last.card}.name"))
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in _surprises(visit, _))
    return f"<h3>{escape(title)}</h3><ul class='dk-plain'>{''.join(rows)}</ul>{told}"


def _surprises(visit: Visit, _: Words) -> list[str]:
    """Where the river did something else than was decided, and what the other side expected."""
    case, last = visit.record.case, visit.last
    told = []
    for name, decision in case.decisions.items():
        if case.basin["nodes"][decision["node"]]["kind"] == "reservoir":
            came = last.results[f"{decision['node']}_summer_tenth_mcm"] / 10
            told += _let_go(last.decisions[name], came, _)
    others = [side for side in deciders(case) if side != visit.side]
    if last.number > 1 and others:
        name = side_name(case, others[0], _)
        told.append(_("{side} expected you to do as you did the year before.", side=name))
    return told


def _let_go(wished: int, came: float, _: Words) -> list[str]:
    """Where a dam let go something else than was decided."""
    if came > wished + 1:
        return [_("The reservoir was full, so {n} million m³ left it in summer.", n=round(came, 1))]
    if came < wished - 1:
        return [_("There was less water than that: {n} million m³ left the reservoir in summer.", n=round(came, 1))]
    return []


def what_came(visit: Visit, _: Words) -> str:
    """The year's consequences in a few sentences, without a number of points."""
    case, last = visit.record.case, visit.last
    year = lived(case, last.card, last.decisions, _)
    told = [
        _(
            "The planted fields in {side} got {share} of the water they needed.",
            side=year.looks[case.basin["nodes"][keys[0]]["side"]].name,
            share=_.percent(year.share(keys[0])),
        )
        for _panel, keys in year.fields()
    ]
    for panel, keys in year.flood():
        months = year.flows.flood_mcm[keys[0]][0] > 0
        if months.any():
            over = _("The river went over its banks: {months}.", months=months_told(case, months, _))
            told.append(f"{over} {panel.title}: {panel.summary}.")
    told += _drained(year, _)
    told.append(_("Both sides chose with care. Nobody had asked the other."))
    return " ".join(told)


def _drained(year: LivedYear, _: Words) -> list[str]:
    """What came back to the river with salt in it."""
    if "drainage" not in year.case.data:
        return []
    place = year.name(year.case.data["drainage"]["from"])
    amount = round(float(drained_mcm(year.case, year.flows)[0]), 1)
    return [_("{place}: {n} million m³ drained back to the river, with salt.", place=place, n=amount)]


def what_points_count(case: Case, _: Words) -> str:
    """What gives points on this river, and what takes them off."""
    nodes = case.basin["nodes"].values()
    if any("flood_points_per_mcm" in node for node in nodes):
        return _("Points count power, harvest, homes and the wetland. Floods and seed are taken off.")
    if any(node["kind"] == "reservoir" for node in nodes):
        return _("Points count power, harvest, homes and nature. What the fields cost is taken off.")
    return _("Points count harvest, homes and nature. Pumps, seed and salt are taken off.")


def what_it_was_worth(visit: Visit, _: Words) -> str:
    """Both sides' points, and what one plan for the whole river could have brought."""
    case, results = visit.record.case, visit.last.results
    each = [
        _.n("{side} has {n} point.", "{side} has {n} points.", results[f"{side}_points"], side=side_name(case, side, _))
        for side in sides_by_name(case, _)
    ]
    together, best = sum(results[f"{side}_points"] for side in case.sides), visit.best_together()
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
    heads = (_("Year"), _("Kind of year"), *names, _("Together"))
    head = "".join(f"<th scope='col'>{escape(word)}</th>" for word in heads)
    body = "".join(_row(case, year, sides, _) for year in years)
    caption = escape(_("Your years, in points"))
    table = f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f"<table class='dk-table'>{table}</table>"


def _row(case: Case, year: Year, sides: Sequence[str], _: Words) -> str:
    points = [year.results[f"{side}_points"] for side in sides]
    words = (_.number(year.number), _.case(case, f"cards.{year.card}.name"))
    numbers = "".join(f"<td class='dk-num'>{escape(_.number(number))}</td>" for number in (*points, sum(points)))
    return f"<tr><td>{escape(words[0])}</td><td>{escape(words[1])}</td>{numbers}</tr>"
