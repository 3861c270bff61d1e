"""What a package is worth to oneself, and to nobody else: in points, beside a year without agreement."""

from collections.abc import Mapping
from html import escape

from dastarkhan.languages import Words
from simulations.games.agreements import alone_points, mean_points, package_points, packages, terms_in, values
from simulations.table import Case

DRY_FACTOR = 0.7
NEARLY = 2  # points: nobody can tell such a difference in life


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


def own_word(case: Case, side: str, package: Mapping[str, int], _: Words) -> str:
    """One quiet sentence: is the package better for oneself than no agreement?"""
    gained = gain(case, side, package)
    if gained > NEARLY:
        return _("On average this is better for you than no agreement: {n} points more.", n=gained)
    if gained < -NEARLY:
        return _("On average you would do better without it: {n} points less than alone.", n=-gained)
    return _("On average this is about the same for you as no agreement.")


def spread(case: Case, side: str, year: int) -> int:
    """How far the best and the worst package of a year lie apart for one's own side, in points."""
    points = package_points(case, year)[side]
    return max(points) - min(points)


def what_is_worth_what(case: Case, side: str, year: int) -> dict[str, dict[int, int]]:
    """What each option of each term is worth to one's own side, above its least, when all else stays open.

    Returns
    -------
    dict
        Term to option to points: the mean over all packages with that option, less the lowest of the term.
    """
    every, points = packages(case, year), package_points(case, year)[side]
    worth: dict[str, dict[int, int]] = {}
    for term in terms_in(case, year):
        means = {}
        for option in case.terms[term]["options"]:
            found = [gained for package, gained in zip(every, points, strict=True) if package[term] == option]
            means[option] = sum(found) / len(found)
        worth[term] = {option: round(value - min(means.values())) for option, value in means.items()}
    return worth


def _nearest(case: Case, factor: float) -> str:
    """The card whose inflow is nearest to a share of a normal year."""
    return min(case.cards, key=lambda card: abs(float(case.cards[card]["inflow_factor"]) - factor))
