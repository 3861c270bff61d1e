"""What an agreement is worth: a package of terms, met by every year that nature may bring.

The water comes from the outcome table; payments, upkeep and data are sums of whole numbers. So a package is worth the
same on every machine, on a phone and on paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from simulations.errors import KitError
from simulations.games.free_decisions import free_decisions
from simulations.games.outcomes import row_key, table_points, table_row
from simulations.games.river_years import followed, weather
from simulations.games.terms import Package, TermKind, agreed_decisions, follows, has_data, packages, term_of
from simulations.table import Case

if TYPE_CHECKING:
    from simulations.bargaining import Negotiation

PARTS = ("river", "payment", "upkeep", "data", "injects")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearUnder:
    """One year under an agreement, or without one.

    Attributes
    ----------
    card : str
        What nature brought, or the inject that took its place.
    package : mapping or None
        None when every side acts for itself.
    decisions : mapping of str to int
        What was decided, as agreed or by each side.
    results : mapping of str to int
        The row of the outcome table, in the units of its columns.
    parts : mapping of side to mapping of str to int
        Points from the river, the payment, upkeep, data and injects.
    """

    card: str
    package: Package | None
    decisions: Mapping[str, int]
    results: Mapping[str, int]
    parts: Mapping[str, Mapping[str, int]]

    @property
    def points(self) -> dict[str, int]:
        """What the year was worth to each side."""
        return {side: sum(parts.values()) for side, parts in self.parts.items()}


def year_under(
    case: Case,
    card: str,
    package: Package | None,
    *,
    decided: Mapping[str, int] | None = None,
    injects: tuple[str, ...] = (),
) -> YearUnder:
    """Return a year under an agreement.

    Parameters
    ----------
    case : Case
        Of the river game, with its outcome table.
    card : str
        A card, or an inject that changes the inflow.
    package : mapping or None
        None: every side acts for itself.
    decided : mapping of str to int, optional
        What people decided; the rest is what the deciding sides do when each does its best for itself.
    injects : tuple of str, optional
        What else the facilitator brought in this year.

    Raises
    ------
    KitError
        ``river.unknown_card``; ``river.unknown_package`` for a term or an option that the case has not;
        ``river.unknown_decision`` when the outcome table has no year with these decisions.
    """
    check_package(case, card, package)
    informed = has_data(case, package, injects)
    free = free_decisions(case, package, informed=informed)[card]
    decisions = {**free, **(decided or {}), **agreed_decisions(case, package, card, informed=informed)}
    table = case.data["outcomes"]
    decisions = {name: decisions[name] for name in table["decisions"]}
    if row_key(decisions, decisions) not in table["rows"][card]:
        made = tuple(f"{name} = {value}" for name, value in decisions.items())
        raise KitError("river.unknown_decision", value=made, allowed=tuple(decisions))
    river = table_points(table, card, decisions)
    costs = _costs(case, package, card, injects)
    parts = {side: {"river": river[side], **costs[side]} for side in case.sides}
    return YearUnder(
        card=card, package=package, decisions=decisions, results=table_row(table, card, decisions), parts=parts
    )


def check_package(case: Case, card: str, package: Package | None) -> None:
    """Refuse a card or a package that the case does not know; terms that are left out count as nothing agreed."""
    if card not in case.data["outcomes"]["rows"]:
        raise KitError("river.unknown_card", value=card, allowed=tuple(case.data["outcomes"]["rows"]))
    for name, value in (package or {}).items():
        if name not in case.terms:
            raise KitError("river.unknown_package", term=name, value=value, allowed=tuple(case.terms))
        if value not in case.terms[name]["options"]:
            raise KitError("river.unknown_package", term=name, value=value, allowed=case.terms[name]["options"])


def _costs(case: Case, package: Package | None, card: str, injects: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """Return what the terms and the injects bring or cost each side, beside the river."""
    package = package or {}
    costs = {side: dict.fromkeys(PARTS[1:], 0) for side in case.sides}
    in_time = has_data(case, package, injects)
    for name, value in package.items():
        term = case.terms[name]
        if term["kind"] == TermKind.PAYMENT:
            paid = followed(value, weather(case)[card] if follows(case, package, "payment_follows") else 1.0)
            for side in case.sides:
                costs[side]["payment"] += -paid if side == term["payer"] else paid
        elif term["kind"] == TermKind.UPKEEP and value:
            others = upkeep_of_others(term, value)
            for side in case.sides:
                share = term["cost_points"] - others if side == term["keeper"] else others
                costs[side]["upkeep"] += term["spares_points"].get(side, 0) - share
        elif term["kind"] == TermKind.DATA and value:
            # Gauges cost as much in a year when their data come too late to warn anybody.
            spared = term.get("spares_points", {}) if in_time else {}
            for side in case.sides:
                costs[side]["data"] += spared.get(side, 0) - term["cost_points"].get(side, 0)
    for name in injects:
        inject = case.injects[name]
        saver = inject.get("spared_by", "")
        in_force = in_time if saver == term_of(case, TermKind.DATA) else bool(package.get(saver))
        if not in_force:
            for side, harm in inject.get("harm_points", {}).items():
                costs[side]["injects"] -= harm
    return costs


def upkeep_of_others(term: Mapping[str, Any], percent: int) -> int:
    """Return what the side that is not the keeper carries of the care of works, in whole points a year."""
    return (int(term["cost_points"]) * percent + 50) // 100


def values(case: Case, package: Package | None) -> dict[str, dict[str, int]]:
    """Return what every year is worth under a package: card -> side -> points."""
    return {card: year_under(case, card, package).points for card in case.cards}


def mean_points(case: Case, by_card: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return each side's mean over the cards as nature draws them, in whole points."""
    weights = {card: case.cards[card]["weight"] for card in by_card}
    total = sum(weights.values())
    sums = {side: sum(weights[card] * points[side] for card, points in by_card.items()) for side in case.sides}
    return {side: (2 * value + total) // (2 * total) for side, value in sums.items()}


@lru_cache(maxsize=64)
def package_points(case: Case, year: int) -> Mapping[str, tuple[int, ...]]:
    """Return what each of a year's `packages` is worth to each side on average: side -> points, in their order."""
    means = [mean_points(case, values(case, package)) for package in packages(case, year)]
    return MappingProxyType({side: tuple(mean[side] for mean in means) for side in case.sides})


@lru_cache(maxsize=64)
def alone_points(case: Case) -> Mapping[str, int]:
    """Return what a year without agreement is worth to each side on average."""
    return MappingProxyType(mean_points(case, values(case, None)))


def negotiation(case: Case, year: int) -> "Negotiation":
    """Return a year's talks for ``simulations.bargaining``.

    Payments that follow the river make a package worth more or less than the sum of its terms. So there is one issue,
    ``"package"``, whose options count through `packages`; each side's reservation value is `alone_points`.
    """
    from simulations.bargaining import Issue, Negotiation, Party

    points, alone = package_points(case, year), alone_points(case)
    options = tuple(str(place) for place in range(len(packages(case, year))))
    parties = tuple(
        Party(key=side, values={"package": points[side]}, reservation=float(alone[side])) for side in case.sides
    )
    return Negotiation(issues=(Issue(key="package", options=options),), parties=parties)
