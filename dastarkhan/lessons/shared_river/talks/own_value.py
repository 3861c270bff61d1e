"""What a package is worth to oneself, and to nobody else: in points, beside a year without agreement."""

from collections.abc import Mapping
from html import escape

from dastarkhan.languages import Words
from simulations.games.agreements import (
    alone_points,
    mean_points,
    package_points,
    values,
    year_under,
)
from simulations.games.own_worth import NEARLY
from simulations.table import Case

DRY_FACTOR = 0.7


def mean(case: Case, side: str, package: Mapping[str, int]) -> int:
    """The points that a package brings one's own side on average."""
    return mean_points(case, values(case, package))[side]


def gain(case: Case, side: str, package: Mapping[str, int]) -> int:
    """How many points more than without agreement a package brings one's own side on average."""
    return mean(case, side, package) - alone_points(case)[side]


def own_table(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """A normal year, a dry one and the average, with the package and without agreement, as HTML."""
    agreed, alone = values(case, package), values(case, None)
    rows = [
        (_.case(case, f"cards.{card}.name"), agreed[card][side], alone[card][side])
        for card in (_nearest(case, 1.0), _nearest(case, DRY_FACTOR))
    ]
    rows.append((_("On average"), mean_points(case, agreed)[side], alone_points(case)[side]))
    head = "".join(
        f"<th scope='col'{css}>{escape(word)}</th>"
        for word, css in ((_("For your side"), ""), (_("with it"), " class=dk-num"), (_("without"), " class=dk-num"))
    )
    body = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td class='dk-num'><b>{_.number(with_it)}</b></td>"
        f"<td class='dk-num'>{_.number(without)}</td></tr>"
        for name, with_it, without in rows
    )
    return f"<table class='dk-table dk-own'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def own_sense(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """What a package means for one's own side in one sentence, without a number, as HTML."""
    told = {
        1: _("This is better for your side than no agreement."),
        0: _("This is about the same for your side as no agreement."),
        -1: _("This is worse for your side than no agreement."),
    }
    return _note(case, side, package, told[_direction(gain(case, side, package))])


def own_word(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """The same with the difference, so that every tap on an offer can be compared with the one before."""
    gained = gain(case, side, package)
    if gained > NEARLY:
        return _.n(
            "On average this is better for you than no agreement: {n} point more.",
            "On average this is better for you than no agreement: {n} points more.",
            gained,
        )
    if gained < -NEARLY:
        return _.n(
            "On average you would do better without it: {n} point less than alone.",
            "On average you would do better without it: {n} points less than alone.",
            -gained,
        )
    return _("On average this is about the same for you as no agreement.")


def own_note(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """`own_word` as HTML."""
    return _note(case, side, package, own_word(case, side, package, _))


def _direction(gained: int) -> int:
    """1: better than no agreement, -1: worse, 0: hardly different."""
    return (gained > NEARLY) - (gained < -NEARLY)


def _note(case: Case, side: str, package: Mapping[str, int], told: str) -> str:
    """A note that says by its sign, and not by its colour alone, how it is meant."""
    direction = _direction(gain(case, side, package))
    css, sign = ("note-warn" if direction < 0 else "note"), {1: "✓", 0: "=", -1: "!"}[direction]
    return f"<p class='dk-{css}'><b aria-hidden='true'>{sign}</b> {escape(told)}</p>"


def in_points(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """The package in numbers, and what the numbers count, as HTML."""
    return f"<p class='dk-small'>{escape(what_counts(case, side, _))}</p>{own_table(case, side, package, _)}"


def what_counts(case: Case, side: str, _: Words) -> str:
    """What points count, and why a dry year alone can be better than a normal one, where it is so."""
    light = any("energy_gwh_per_mcm" in node for node in case.basin["nodes"].values())
    told = [
        _("Points count harvest, light and damage. Below zero is a loss.")
        if light
        else _("Points count harvest, homes and damage. Below zero is a loss.")
    ]
    if floods_explain_a_dry_year(case, side):
        told.append(_("Alone, your side can do better in a dry year: there is less flooding."))
    return " ".join(told)


def floods_explain_a_dry_year(case: Case, side: str) -> bool:
    """Whether a dry year alone is better for a side than a normal one, and fewer floods are the reason."""
    normal, dry = (year_under(case, _nearest(case, factor), None) for factor in (1.0, DRY_FACTOR))
    better = dry.points[side] - normal.points[side]
    spared = sum(
        float(node["flood_points_per_mcm"])
        * (normal.results[f"{name}_flood_tenth_mcm"] - dry.results[f"{name}_flood_tenth_mcm"])
        / 10
        for name, node in case.basin["nodes"].items()
        if node["side"] == side and "flood_points_per_mcm" in node
    )
    return 0 < better <= spared


def spread(case: Case, side: str, year: int) -> int:
    """How far the best and the worst package of a year lie apart for one's own side, in points."""
    points = package_points(case, year)[side]
    return max(points) - min(points)


def _nearest(case: Case, factor: float) -> str:
    """The card whose inflow is nearest to a share of a normal year."""
    return min(case.cards, key=lambda card: abs(float(case.cards[card]["inflow_factor"]) - factor))
