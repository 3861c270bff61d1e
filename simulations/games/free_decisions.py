"""What each side does by itself where nothing is agreed: its best, knowing what is agreed."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from simulations.games.outcomes import table_points
from simulations.games.river_years import followed, weather
from simulations.games.terms import Package, follows
from simulations.table import Case


def free_decisions(case: Case, package: Package | None, *, informed: bool) -> Mapping[str, Mapping[str, int]]:
    """Return what each side does by itself in every weather, doing its best for itself: card -> decision -> value.

    A decision that is early is the same in every weather, unless river data are shared. Sides answer one another until
    nobody wants to change, or for twenty rounds.
    """
    agreed = tuple((name, value) for name, value in (package or {}).items() if case.terms[name]["kind"] == "decision")
    return _free(case, agreed, follows(case, package, "release_follows"), informed)


@lru_cache(maxsize=4096)
def _free(
    case: Case, agreed: tuple[tuple[str, int], ...], shrinks: bool, informed: bool
) -> Mapping[str, Mapping[str, int]]:
    factors, table = weather(case), case.data["outcomes"]
    fixed = {
        card: {name: followed(value, factor if shrinks else 1.0) for name, value in agreed}
        for card, factor in factors.items()
    }
    free = [name for name in table["decisions"] if name not in dict(agreed)]
    made = {card: {**{name: case.decisions[name]["options"][0] for name in free}, **fixed[card]} for card in factors}
    weights = {card: entry["weight"] for card, entry in case.cards.items()}
    for _ in range(20):
        before = {card: dict(one) for card, one in made.items()}
        for name in free:
            blind = case.decisions[name].get("early", False) and not informed
            groups = [list(factors)] if blind else [[card] for card in factors]
            for cards in groups:
                value = _best(case, name, {card: made[card] for card in cards}, weights)
                for card in cards:
                    made[card][name] = value
        if made == before:
            break
    return MappingProxyType({card: MappingProxyType({name: one[name] for name in free}) for card, one in made.items()})


def _best(case: Case, name: str, made: Mapping[str, Mapping[str, int]], weights: Mapping[str, int]) -> int:
    """Return the option worth most to the deciding side, over these weathers; an inject counts only when alone."""
    side = case.seats[case.decisions[name]["seat"]]["side"]
    counted = {card: weights.get(card, 0) for card in made}
    if not any(counted.values()):
        counted = dict.fromkeys(made, 1)

    def worth(value: int) -> int:
        table = case.data["outcomes"]
        return sum(
            weight * table_points(table, card, {**made[card], name: value})[side]
            for card, weight in counted.items()
            if weight
        )

    best: int = max(case.decisions[name]["options"], key=worth)
    return best
