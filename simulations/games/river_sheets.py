"""What a partner on the river knows when it has the word, as bargaining strategies read it."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.bargainers import Sheet, View, time_at
from simulations.games.term_effects import effects_of

__all__ = ["sheet_of"]

Terms = tuple[tuple[str, tuple[int, ...]], ...]

WAY_BACK = 0.5
"""How far, on an old term, one may begin from last year's option towards one's best one."""
STILL_GOOD = 0.2
"""Last year's terms bind nobody to whom they leave less than this share of the room."""


def sheet_of(view: View) -> Sheet:
    """Return what the seat's side knows: its own points and the offers, and nothing of the other side's points.

    After a year with an agreement one begins near it: for each old term, options further than half way from last
    year's option to one's own best one are left out, unless somebody offered them.
    """
    talk, you = view["talk"], view["you"]
    terms = tuple((name, tuple(options)) for name, options in talk["terms"].items())
    every, at = _product(terms), _places(terms)
    offers = [*talk["offers"], *([talk["offer"]] if talk["offer"] else [])]
    placed = [(one["side"] == you["side"], at[tuple(one["package"][name] for name, _ in terms)]) for one in offers]
    values = np.array(you["values"], dtype=float)
    kept = _near_last_year(view, values, float(you["alone"]))
    kept[[place for _, place in placed]] = True
    places = np.flatnonzero(kept)
    now = {int(place): index for index, place in enumerate(places)}
    sheet = bargaining.Talk(
        values=values[places],
        reservation=float(you["alone"]),
        mine=tuple(now[place] for own, place in placed if own),
        theirs=tuple(now[place] for own, place in placed if not own),
        time=time_at(talk["turn"], int(talk["turns"])),
        attributes=_attributes(terms)[places],
    )
    return Sheet(
        talk=sheet,
        package=lambda place: every[places[place]],
        refused=sheet.theirs,
        later=time_at(talk["turn"] + 1, int(talk["turns"])),
    )


def _near_last_year(view: View, values: Any, alone: float) -> Any:
    """Tell which packages this side would think of, by what was agreed last year."""
    terms = view["talk"]["terms"]
    every = np.ones(len(values), dtype=bool)
    closed = view["closed"]
    agreed = closed[-1].get("agreement") if closed else None
    if not agreed:
        return every
    kept = every.reshape([len(options) for options in terms.values()]).copy()
    effects = effects_of(terms, view["you"]["values"])
    for axis, (name, options) in enumerate(terms.items()):
        if agreed.get(name) in options:
            row = np.array(effects[name])
            old = row[options.index(agreed[name])]
            shape = [-1 if other == axis else 1 for other in range(kept.ndim)]
            kept &= (row <= old + WAY_BACK * (row.max() - old) + 1e-9).reshape(shape)
    kept = kept.ravel()
    still_good = values[kept].max() - alone >= STILL_GOOD * (values.max() - alone)
    return kept if still_good else every


@lru_cache(maxsize=64)
def _product(terms: Terms) -> tuple[Mapping[str, int], ...]:
    """Return every package, the last term changing first: the order of a view's values."""
    return tuple(
        MappingProxyType({name: options[place] for (name, options), place in zip(terms, row, strict=True)})
        for row in _attributes(terms).tolist()
    )


@lru_cache(maxsize=64)
def _places(terms: Terms) -> Mapping[tuple[int, ...], int]:
    """Return where in `_product` a package stands, by its options."""
    return {tuple(package.values()): place for place, package in enumerate(_product(terms))}


@lru_cache(maxsize=64)
def _attributes(terms: Terms) -> Any:
    return np.indices([len(options) for _, options in terms]).reshape(len(terms), -1).T
