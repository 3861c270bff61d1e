"""The offer builder: the terms on the table with their options, and what a phone needs to count one's own points."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.live.pages.offers import newest_of_others
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.value import OwnValue, bounds, has_value
from simulations.games.own_worth import NEARLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One option to tap; ``points`` where points add up term by term."""

    value: str
    words: str
    points: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term with its options, in the order in which packages are counted."""

    key: str
    title: str
    options: tuple[Chip, ...]


def builds(seen: Seen) -> bool:
    """Tell whether the seat may prepare an offer: it makes some, the talks are on, and nobody else plays it."""
    return (seen.deals or seen.mediates) and seen.talks_on and not seen.look.instead


def terms(seen: Seen) -> tuple[Term, ...]:
    """Return what can be built; nothing for who makes no offers, or when the talks are not on."""
    if not builds(seen):
        return ()
    points = seen.you.get("points", {})
    found = []
    for key, options in seen.talk["terms"].items():
        row = points.get(key, [None] * len(options))
        chips = (
            Chip(value=str(option), words=seen.option(key, option), points=worth)
            for option, worth in zip(options, row, strict=True)
        )
        found.append(Term(key=key, title=_title(seen, key), options=tuple(chips)))
    return tuple(found)


def _title(seen: Seen, term: str) -> str:
    _ = seen.words
    new = seen.river and seen.view["year"] > 1 and int(seen.case.terms[term].get("year", 1)) == seen.view["year"]
    return _("{term} (new this year)", term=seen.term(term)) if new else seen.term(term)


def own_values(seen: Seen) -> str:
    """Return one's own points of every package, the last term changing first; nothing where points add up."""
    return ",".join(map(str, seen.you.get("values", ())))


def worth(seen: Seen) -> OwnValue | None:
    """Return where the own points lie, for the bars; None for who has none."""
    if not has_value(seen):
        return None
    least, most = bounds(seen)
    alone = seen.you["alone"]
    return OwnValue(points=alone, alone=alone, least=least, most=most, near=NEARLY if seen.river else 0)


def theirs(seen: Seen) -> str:
    """Return somebody else's newest offer, to begin from, as the fields of the form; nothing without one."""
    return _fields(newest_of_others(seen))


def last_year(seen: Seen) -> str:
    """Return what was agreed last year, to begin from, as the fields of the form; nothing without it."""
    closed = seen.view.get("closed", ())
    return _fields(closed[-1]["agreement"] if closed else None)


def _fields(package: Mapping[str, Any] | None) -> str:
    fields = {f"data.{term}": str(option) for term, option in (package or {}).items()}
    return json.dumps(fields, ensure_ascii=False) if fields else ""
