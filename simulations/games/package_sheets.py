"""What a partner at a table of packages knows when it has the word, as bargaining strategies read it."""

from functools import lru_cache
from math import prod
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.bargaining.numbers import Ints
from simulations.games.bargainers import Sheet, View, time_at
from simulations.games.talks import NO_SIDE

__all__ = ["sheet_of"]

MOST_LISTED = 20_000
"""So many packages a partner can weigh at every turn; of more it thinks of a choice."""

SPREAD = 4_000
"""How many it thinks of then, from its worst to its best, besides what was offered and what lies on the way there."""

Rows = tuple[tuple[int, ...], ...]
"""For every term the points of its options."""


def sheet_of(view: View) -> Sheet:
    """Return what the seat's side knows: its own points and the offers, and nothing of the others' points."""
    talk, you = view["talk"], view["you"]
    terms = talk["terms"]
    rows: Rows = tuple(tuple(row) for row in you["points"].values())
    # A mediator's text is nobody's step: it counts while it waits for an answer, and not afterwards.
    offers = [one for one in talk["offers"] if one["side"] != NO_SIDE]
    offers += [talk["offer"]] if talk["offer"] else []
    offered = [tuple(terms[term].index(one["package"][term]) for term in terms) for one in offers]
    places, at = _thought_of(rows, offered)
    placed = list(zip(offers, at, strict=True))
    sheet = bargaining.Talk(
        values=_values(rows, places),
        reservation=float(you["alone"]),
        mine=tuple(place for one, place in placed if one["side"] == you["side"]),
        theirs=tuple(place for one, place in placed if one["side"] != you["side"]),
        time=time_at(talk["turn"], talk["turns"]),
        attributes=places,
    )

    def package(place: int) -> dict[str, Any]:
        return {term: terms[term][option] for term, option in zip(terms, places[place].tolist(), strict=True)}

    return Sheet(
        talk=sheet,
        package=package,
        refused=tuple(place for one, place in placed if _refused(view, one)),
        later=time_at(talk["turn"] + _turns_until(view), talk["turns"]),
    )


def _refused(view: View, offer: View) -> bool:
    """Tell whether one's own side said no to what another offered."""
    you, sides = view["you"]["side"], view["sides"]
    return offer["side"] != you and any(sides[one["seat"]] == you for one in offer["against"])


def _turns_until(view: View) -> int:
    """Return how many turns pass until one's own side has the word next, at least one."""
    speakers: tuple[str, ...] = view["speakers"]
    now = view["talk"]["speaking"]
    return (speakers.index(view["you"]["side"]) - speakers.index(now) - 1) % len(speakers) + 1


def _thought_of(rows: Rows, offered: list[tuple[int, ...]]) -> tuple[Ints, list[int]]:
    """Return the packages that one thinks of, and where the offered ones stand among them."""
    shape = tuple(len(row) for row in rows)
    if prod(shape) <= MOST_LISTED:
        return _all(shape), [int(np.ravel_multi_index(one, shape)) for one in offered]
    found = {tuple(one) for one in _spread(rows).tolist()}
    found.update(offered, *(_way(rows, one) for one in offered))
    places = sorted(found)
    at = {one: row for row, one in enumerate(places)}
    return np.array(places, dtype=np.int64), [at[one] for one in offered]


@lru_cache(maxsize=64)
def _all(shape: tuple[int, ...]) -> Ints:
    """Return every package, the last term changing first."""
    return np.indices(shape).reshape(len(shape), -1).T.astype(np.int64)


def _values(rows: Rows, places: Ints) -> Any:
    return sum(np.array(row, dtype=float)[column] for row, column in zip(rows, places.T, strict=True))


@lru_cache(maxsize=64)
def _spread(rows: Rows) -> Ints:
    """Return packages from the worst to the best, evenly: term by term, with no more than `SPREAD` kept at a time."""
    kept, values = np.zeros((1, 0), dtype=np.int64), np.zeros(1)
    for row in rows:
        options = np.arange(len(row))
        kept = np.column_stack((np.repeat(kept, len(row), axis=0), np.tile(options, len(kept))))
        values = (values[:, None] + np.array(row, dtype=float)[None, :]).ravel()
        if len(kept) > SPREAD:
            order = values.argsort(kind="stable")
            chosen = order[np.linspace(0, len(order) - 1, SPREAD).round().astype(int)]
            kept, values = kept[chosen], values[chosen]
    return kept


def _way(rows: Rows, offered: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return what lies between one's best package and an offer, giving first what costs oneself least."""
    best = [row.index(max(row)) for row in rows]
    cost = [max(row) - row[place] for row, place in zip(rows, offered, strict=True)]
    found = []
    for term in sorted(range(len(rows)), key=cost.__getitem__):
        best[term] = offered[term]
        found.append(tuple(best))
    return found
