"""What each side does by itself where nothing is agreed: its best, knowing what is agreed."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from simulations.games.outcomes import table_points
from simulations.games.river_years import weather
from simulations.games.terms import Package, TermKind, agreed_decisions, follows, is_blind, term_of
from simulations.table import Case

Made = Mapping[str, Mapping[str, int]]
"""Decisions in every weather: card -> decision -> value."""


def free_decisions(case: Case, package: Package | None, *, informed: bool) -> Made:
    """Return what each side does by itself in every weather, doing its best for itself.

    A decision that is early is the same in every weather, unless river data are shared. The sides answer one another
    in turn until nobody wants to change. Where their answers go round and round, each takes what is best for itself on
    average over that round.
    """
    rule = term_of(case, TermKind.DRY_YEAR) if follows(case, package, "release_follows") else None
    moving = ((name, value) for name, value in (package or {}).items() if name in case.decisions or name == rule)
    return _free(case, tuple(moving), informed)


@lru_cache(maxsize=4096)
def _free(case: Case, moving: tuple[tuple[str, int], ...], informed: bool) -> Made:
    """Work it out once for all packages that move the same water."""
    fixed = {card: agreed_decisions(case, dict(moving), card, informed=informed) for card in weather(case)}
    free = [name for name in case.data["outcomes"]["decisions"] if name not in dict(moving)]
    made: Made = {
        card: {**{name: case.decisions[name]["options"][0] for name in free}, **fixed[card]} for card in fixed
    }
    lived: list[Made] = []
    while made not in lived:
        lived.append(made)
        for name in free:
            made = _with_best(case, name, made, (made,), informed)
    around = lived[lived.index(made) :]
    if len(around) > 1:
        for name in free:
            made = _with_best(case, name, made, around, informed)
    return MappingProxyType({card: MappingProxyType({name: one[name] for name in free}) for card, one in made.items()})


def _with_best(case: Case, name: str, made: Made, met: Sequence[Made], informed: bool) -> Made:
    """Return the same decisions with this one at its best against those that it may meet, all alike."""
    groups = [list(made)] if is_blind(case, name, informed) else [[card] for card in made]
    best = {card: _best(case, name, cards, met) for cards in groups for card in cards}
    return {card: {**one, name: best[card]} for card, one in made.items()}


def _best(case: Case, name: str, cards: Sequence[str], met: Sequence[Made]) -> int:
    """Return the option worth most to the deciding side, over these weathers; an inject counts only when alone."""
    side, table = case.seats[case.decisions[name]["seat"]]["side"], case.data["outcomes"]
    counted = {card: case.cards[card]["weight"] for card in cards if card in case.cards} or dict.fromkeys(cards, 1)

    def worth(value: int) -> int:
        return sum(
            weight * table_points(table, card, {**made[card], name: value})[side]
            for made in met
            for card, weight in counted.items()
        )

    best: int = max(case.decisions[name]["options"], key=worth)
    return best
