"""The terms of an agreement: which are on the table, which packages they make, what was promised, and none at all."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any

from simulations.games.river_years import followed, weather
from simulations.table import Case

Package = Mapping[str, int]
"""One option for each term that is on the table."""


class TermKind(StrEnum):
    """What a term speaks about: what a side decides, money for works, keeping works up, river data, dry years."""

    DECISION = "decision"
    PAYMENT = "payment"
    UPKEEP = "upkeep"
    DATA = "data"
    DRY_YEAR = "dry_year"


def terms_in(case: Case, year: int) -> tuple[str, ...]:
    """Return the terms that are on the table in a year, in the order of the case."""
    return tuple(name for name, term in case.terms.items() if term.get("year", 1) <= year)


@lru_cache(maxsize=64)
def packages(case: Case, year: int) -> tuple[Package, ...]:
    """Return every package that can be agreed in a year; the last term changes first."""
    terms = terms_in(case, year)
    options = (case.terms[name]["options"] for name in terms)
    return tuple(MappingProxyType(dict(zip(terms, values, strict=True))) for values in product(*options))


def agreed_decisions(case: Case, package: Package | None, card: str, *, informed: bool) -> dict[str, int]:
    """Return the decisions that the agreement takes, in this weather.

    Where the dry-year rule lets them follow the river, an early one follows only when `has_data` says that its year is
    known in time.
    """
    agreed = {name: value for name, value in (package or {}).items() if case.terms[name]["kind"] == TermKind.DECISION}
    factor = weather(case)[card] if follows(case, package, "release_follows") else 1.0
    return {name: followed(value, 1.0 if is_blind(case, name, informed) else factor) for name, value in agreed.items()}


def is_blind(case: Case, decision: str, informed: bool) -> bool:
    """Tell whether a decision is taken before anybody knows the year."""
    return bool(case.decisions[decision].get("early", False)) and not informed


def has_data(case: Case, package: Package | None, injects: tuple[str, ...] = ()) -> bool:
    """Tell whether early decisions are taken knowing the year: data are shared, and come in time."""
    term = term_of(case, TermKind.DATA)
    cancelled = any(case.injects[inject].get("cancels") == term for inject in injects)
    return term is not None and bool((package or {}).get(term)) and not cancelled


def term_of(case: Case, kind: TermKind) -> str | None:
    """Return the name of the term of a kind that stands alone, such as the data term."""
    return next((name for name, term in case.terms.items() if term.get("kind") == kind), None)


def follows(case: Case, package: Package | None, field: str) -> bool:
    """Tell whether the agreed dry-year rule lets the release, or the payment, follow the river."""
    name = term_of(case, TermKind.DRY_YEAR)
    if name is None or name not in (package or {}):
        return False
    term = case.terms[name]
    return bool(term[field][term["options"].index((package or {})[name])])


def without_talks(case: Case) -> Case:
    """Return the case for years alone: nobody talks, and everybody knows in time what the year will bring."""
    data: dict[str, Any] = {name: value for name, value in case.data.items() if name != "talks"}
    data["decisions"] = {
        name: {key: value for key, value in decision.items() if key != "early"}
        for name, decision in case.decisions.items()
    }
    return Case(data=data)
