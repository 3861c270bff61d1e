"""Facts for the discussion after talks about packages: what was agreed, by which way, and what was possible."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from simulations import bargaining
from simulations.errors import ModelError
from simulations.games.package_points import alone_of, negotiation_of, package_at, payoffs, places_of
from simulations.games.talks import Option
from simulations.table import Case

if TYPE_CHECKING:
    from simulations.games.package import PackageState

SOME = 5
"""So many better packages are shown: those that change the fewest terms."""

MOST_COMPARED = 20_000
"""Among more sides than two nearly every package may lie on the frontier; so many are compared while a room waits."""

TOO_MANY = ("bargaining.too_many", "bargaining.long_frontier")
T = TypeVar("T")

SOLUTIONS = {
    "nash": bargaining.nash_solution,
    "kalai_smorodinsky": bargaining.kalai_smorodinsky,
    "egalitarian": bargaining.egalitarian,
    "utilitarian": bargaining.utilitarian,
}
"""Four ideas of a good agreement, by name."""


def debrief(state: "PackageState") -> dict[str, object]:
    """Return the agreement or why there is none, the path of offers, and what was possible.

    Points are counted with all the news that came. Where there are too many packages to look through, what would need
    it is None.
    """
    case, talk, injects = state.case, state.talk, state.injects
    alone = {side: alone_of(case, side, injects) for side in case.sides}
    points = payoffs(case, talk.agreement, injects) if talk.agreement else alone
    return {
        "agreement": talk.agreement,
        "no_agreement": talk.no_agreement.value if talk.no_agreement else None,
        "over": talk.over,
        "points": points,
        "alone": alone,
        "below_alone": tuple(side for side in case.sides if points[side] < alone[side]),
        "absent": tuple(side for side in case.sides if side not in state.delegations.spokespersons),
        "better": _better(case, talk.agreement, injects) if talk.agreement else None,
        "offers": tuple({**one.to_plain(), "points": payoffs(case, one.package, injects)} for one in talk.offers),
        "reasons": tuple(
            {"offer": one.number, "seat": seat, "side": case.seats[seat]["side"], "reason": reason}
            for one in talk.offers
            for seat, reason in one.against
        ),
        "asked": talk.to_plain()["asked"],
        "injects": injects,
        "possible": possible(case, injects),
    }


def _better(case: Case, agreement: Mapping[str, Option], injects: tuple[str, ...]) -> dict[str, Any] | None:
    """Return how many packages are better for somebody and worse for nobody; none when it is on the frontier."""
    places = places_of(case, agreement)
    found = _if_not_too_many(partial(bargaining.better_packages, package=places), negotiation_of(case, injects))
    if found is None:
        return None
    changed = (found.packages != np.array(places)).sum(axis=1)
    nearest = changed.argsort(kind="stable")[:SOME]
    return {
        "count": len(found),
        "pareto": not found,
        "some": tuple(_shown(case, found.packages[row], found.payoffs[row]) for row in nearest),
    }


@lru_cache(maxsize=64)
def possible(case: Case, injects: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Return what the sides could agree on: how many packages, the zone, the frontier, four solutions.

    ``zone`` counts packages that leave no side of the case below what it has alone; ``frontier`` those that cannot be
    made better for one side without harm to another, and ``both`` those of the frontier inside the zone.
    """
    negotiation = negotiation_of(case, injects)
    zone = _if_not_too_many(bargaining.agreement_zone, negotiation)
    comparable = len(negotiation.parties) <= 2 or negotiation.n_packages <= MOST_COMPARED
    frontier = _if_not_too_many(bargaining.pareto_frontier, negotiation) if comparable else None
    inside = None if frontier is None else (frontier.payoffs >= negotiation.reservations).all(axis=1)
    return {
        "packages": negotiation.n_packages,
        "zone": None if zone is None else len(zone),
        "frontier": None if frontier is None else len(frontier),
        "both": None if inside is None else int(inside.sum()),
        "solutions": {name: _solution(case, solve, negotiation) for name, solve in SOLUTIONS.items()},
    }


def _solution(
    case: Case, solve: Callable[[bargaining.Negotiation], bargaining.Deal], negotiation: bargaining.Negotiation
) -> dict[str, Any] | None:
    """Return a solution's package and points; None where nothing can be agreed on."""
    deal = _if_not_too_many(solve, negotiation)
    return _shown(case, deal.package, deal.payoffs) if deal else None


def _shown(case: Case, places: Any, points: Any) -> dict[str, Any]:
    by_side = {side: int(value) for side, value in zip(case.sides, points, strict=True)}
    return {"package": package_at(case, (int(place) for place in places)), "points": by_side}


def _if_not_too_many(find: Callable[[bargaining.Negotiation], T], negotiation: bargaining.Negotiation) -> T | None:
    """Return what is found; None where the model says that there are too many packages to look through."""
    try:
        return find(negotiation)
    except ModelError as error:
        if error.code in TOO_MANY:
            return None
        raise
