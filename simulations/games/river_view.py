"""What each seat of the river game may know, and the facts for the discussion afterwards."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from simulations.games.agreements import (
    YearUnder,
    alone_points,
    mean_points,
    package_points,
    values,
    year_under,
)
from simulations.games.delegations import Delegations
from simulations.games.river_phases import Phase, RiverState
from simulations.games.terms import agreed_decisions, has_data, terms_in
from simulations.games.together import best_together
from simulations.table import Case


def view(state: RiverState, seat: str | None) -> dict[str, object]:
    """Return what everybody sees; for a seat also its own numbers and its own side's points."""
    case = state.case
    side = case.seats[state.seat(seat).id]["side"] if seat is not None else None
    seen: dict[str, object] = {
        "year": state.year,
        "years": case.data["years"],
        "phase": state.phase.value,
        "card": state.card,
        "weights": {name: card["weight"] for name, card in case.cards.items()},
        "injects": state.injects,
        "decisions": tuple(case.data["outcomes"]["decisions"]),
        "decided": tuple(state.decided),
        "seats": tuple(taken.to_plain() for taken in state.seats),
        # Who left still stands behind old offers, so its side is told too.
        "sides": {taken.id: case.seats[taken.id]["side"] for taken in (*state.seats, *state.left)},
        "closed": tuple(_seen_year(closed, side, case) for closed in state.closed),
        **Delegations.of(case, state.seats).rule(),
    }
    if "talks" in case.data:
        seen["talk"] = _seen_talk(state)
        informed = has_data(case, state.agreement, state.injects)
        seen["agreed"] = _agreed(case, tuple((state.agreement or {}).items()), informed)
    if seat is not None and side is not None:
        seen["worth"] = _worth(case, side)
        seen["you"] = _own(state, seat, side)
    return seen


def debrief(state: RiverState) -> dict[str, object]:
    """Return agreements, the years with both sides' points, and what each year brings alone and at best together."""
    case = state.case
    talks = [{name: closed[name] for name in ("year", "agreement", "no_agreement")} for closed in state.closed]
    if "talks" in case.data and state.talk.over and state.phase is not Phase.OVER:
        ended = state.talk.to_plain()
        talks.append({"year": state.year, "agreement": ended["agreement"], "no_agreement": ended["no_agreement"]})
    agreement = next((talk["agreement"] for talk in reversed(talks) if talk["agreement"]), None)
    return {
        "agreement": agreement,
        "agreements": tuple(talks),
        "over": state.phase is Phase.OVER,
        "years": state.closed,
        "points": {side: sum(closed["points"][side] for closed in state.closed) for side in case.sides},
        "mean_points": {
            "agreement": mean_points(case, values(case, agreement)) if agreement else None,
            "alone": dict(alone_points(case)),
        },
        "alone": tuple(
            _year_of(year_under(case, closed["card"], None, injects=closed["injects"])) for closed in state.closed
        ),
        "best_together": tuple(
            _year_of(best_together(case, closed["year"], closed["card"], closed["injects"])) for closed in state.closed
        ),
    }


def _seen_talk(state: RiverState) -> dict[str, Any]:
    case = state.case
    terms = {name: tuple(case.terms[name]["options"]) for name in terms_in(case, state.year)}
    kinds = {name: case.terms[name]["kind"] for name in terms}
    return {"terms": terms, "kinds": kinds, "turns": case.data["talks"]["turns"], **state.talk.to_plain()}


def _own(state: RiverState, seat: str, side: str) -> dict[str, object]:
    """Return what only this seat may know: its private numbers, its decisions, and its side's worth of packages."""
    case, taken = state.case, state.seat(seat)
    mine = {name for name, decision in case.decisions.items() if decision["seat"] in taken.speaks_for}
    own: dict[str, object] = {
        "seat": seat,
        "side": side,
        "covers": taken.covers,
        "private": {one: case.seats[one].get("private", {}) for one in taken.speaks_for},
        "decisions": tuple(sorted(mine)),
        "decided": {name: value for name, value in state.decided.items() if name in mine},
    }
    if "talks" in case.data and side in case.sides:
        own["values"] = package_points(case, state.year)[side]
        own["alone"] = alone_points(case)[side]
        own["settles"] = Delegations.of(case, state.seats).settles(state.talk.offer, seat)
    return own


def _seen_year(closed: Mapping[str, Any], side: str | None, case: Case) -> dict[str, Any]:
    """Return a closed year without the points of others."""
    hidden = {f"{other}_points" for other in case.sides if other != side}
    results = {name: value for name, value in closed["results"].items() if name not in hidden}
    seen = {**{name: value for name, value in closed.items() if name not in ("points", "parts")}, "results": results}
    if side in case.sides:
        seen |= {"you_points": closed["points"][side], "you_parts": closed["parts"][side]}
    return seen


@lru_cache(maxsize=256)
def _agreed(case: Case, package: tuple[tuple[str, int], ...], informed: bool) -> Mapping[str, Mapping[str, int]]:
    """Return the decisions that an agreement takes in every weather: card -> decision -> value."""
    cards = case.data["outcomes"]["rows"]
    return MappingProxyType(
        {card: MappingProxyType(agreed_decisions(case, dict(package), card, informed=informed)) for card in cards}
    )


@lru_cache(maxsize=64)
def _worth(case: Case, side: str) -> Mapping[str, Mapping[str, int]]:
    """Return a side's own points from the river for every year there can be: card -> decisions' key -> points."""
    table = case.data["outcomes"]
    if side not in case.sides:
        return MappingProxyType({})
    column = table["columns"].index(f"{side}_points")
    return MappingProxyType(
        {
            card: MappingProxyType({key: row[column] for key, row in rows.items()})
            for card, rows in table["rows"].items()
        }
    )


def _year_of(lived: YearUnder) -> dict[str, Any]:
    """Return a year that could have been: points of each side and, under ``points``, of all together."""
    points = lived.points
    return {
        "card": lived.card,
        "agreement": lived.package,
        "decisions": lived.decisions,
        "by_side": points,
        "points": sum(points.values()),
    }
