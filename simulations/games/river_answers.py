"""What a side says, truly, when the other one asks what a term means to it: the term, never a number."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from simulations.games.agreements import package_points
from simulations.games.talks import NOT_SAID, Option, Question
from simulations.games.term_effects import Effects, effects_of
from simulations.games.terms import terms_in
from simulations.table import Case

__all__ = ["told", "told_by", "told_from"]

NOTHING = 2.5
"""Points a year: a term that moves a side by less is nothing to it, so giving it would be no gift."""


def told_by(case: Case, year: int, side: str, question: str, *, wished: Mapping[str, int] | None = None) -> str:
    """Return what a side answers in a year's talks.

    Parameters
    ----------
    case : Case
        Of the river game, with talks.
    year : int
        From 1: terms on the table in this year are spoken of.
    side : str
        Who answers.
    question : str
        ``"matters_most"``, ``"easy_to_give"`` or ``"worries"``.
    wished : mapping of str to int, optional
        The asking side's newest offer.

    Returns
    -------
    str
        A term, or ``"not_said"`` where there is none to name.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> told_by(read_case("ayna"), 3, "gardens", "matters_most"), told_by(read_case("ayna"), 3, "springs", "worries")
    ('summer_release', 'dry_year_rule')
    """
    terms = {name: case.terms[name]["options"] for name in terms_in(case, year)}
    kinds = {name: case.terms[name]["kind"] for name in terms}
    return told(terms, kinds, package_points(case, year)[side], question, wished=wished)


def told(
    terms: Mapping[str, Sequence[int]],
    kinds: Mapping[str, str],
    points: Sequence[int],
    question: str,
    *,
    wished: Mapping[str, int] | None = None,
) -> str:
    """Return the same from what a seat sees: terms and their kinds, and its side's points of every package in order.

    Everybody wants to pay little and be paid well; to say so would tell the other side nothing. So payments are left
    out where there is anything else to name. What matters most is the term that moves the side's points most. A worry
    is the dry-year rule once it is on the table, before that the term where a single step hurts most. Easy to give is,
    of the others, the term where the way to the other side's wish costs least, but something; without a wish, the one
    that moves the side's points least. When no other is on the table, nothing is easy to give.
    """
    return told_from(effects_of(terms, points), terms, question, kinds=kinds, wished=wished)


def told_from(
    effects: Effects,
    terms: Mapping[str, Sequence[Option]],
    question: str,
    *,
    kinds: Mapping[str, str],
    wished: Mapping[str, Option] | None = None,
) -> str:
    """Return the same from what each option of each term is worth to the side."""
    named = {name: row for name, row in effects.items() if kinds.get(name) != "payment"} or dict(effects)
    if question == Question.MATTERS_MOST:
        return _largest({name: max(row) - min(row) for name, row in named.items()})
    if question == Question.EASY_TO_GIVE:
        worries = {told_from(effects, terms, other, kinds=kinds) for other in (Question.MATTERS_MOST, Question.WORRIES)}
        light = {name: row for name, row in named.items() if name not in worries and kinds.get(name) != "dry_year"}
        return _easiest(light, terms, wished)
    if question == Question.WORRIES:
        rules = [name for name in named if kinds.get(name) == "dry_year"]
        return rules[0] if rules else _largest({name: _hardest_step(row) for name, row in named.items()})
    return NOT_SAID


def _easiest(named: Effects, terms: Mapping[str, Sequence[Option]], wished: Mapping[str, Option] | None) -> str:
    """Return the cheapest term that is a gift at all."""
    costs = {name: max(row) - min(row) for name, row in named.items()}
    if wished is not None:
        ways = {name: max(row) - row[list(terms[name]).index(wished[name])] for name, row in named.items()}
        if any(way > NOTHING for way in ways.values()):
            costs = ways
    costs = {name: cost for name, cost in costs.items() if cost > NOTHING} or costs
    return min(costs, key=costs.__getitem__) if costs else NOT_SAID


def _hardest_step(row: Sequence[float]) -> float:
    return max((abs(one - other) for one, other in pairwise(row)), default=0.0)


def _largest(measured: Mapping[str, float]) -> str:
    return max(measured, key=MappingProxyType(measured).__getitem__) if measured else NOT_SAID
