"""How well any seating can do for language alone: an integer program over kinds of people, exact."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from simulations.teamwork.room import Ints, Room
from simulations.teamwork.rules import Rule

MOST_NODES = 2_000
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFirst:
    """What a language rule counts at least in any seating, and a seating that shows it.

    Attributes
    ----------
    least : int
        Proven: no seating counts less.
    seated : ndarray of int, shape (n_people,), or None
        The person on each seat; None when none was found within the limit.
    """

    least: int
    seated: Ints | None


def language_first(room: Room, rule: Rule, rng: np.random.Generator) -> LanguageFirst:
    """Seat the room for one language rule alone, as well as can be.

    Parameters
    ----------
    room : Room
    rule : Rule
        ``COMMON`` or ``BRIDGE``.
    rng : numpy.random.Generator
        Who of those with the same languages sits where.

    Returns
    -------
    LanguageFirst

    Notes
    -----
    People with the same languages are alike, and so are tables of one size. Each table gets a hub: a language, or
    a person who bridges. The program chooses how many tables of each size get which hub and how many people of
    each kind sit with it; whoever does not share the hub counts one. Any split of those people over the tables of
    that hub counts the same, so nothing is lost by not naming the tables.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    kinds = sorted({tuple(sorted(card.languages)) for card in room.cards})
    hubs = kinds if rule is Rule.BRIDGE else [(language,) for language in room.languages]
    shares = np.array([[bool(set(hub) & set(kind)) for kind in kinds] for hub in hubs])
    sizes, n_tables = np.unique(room.sizes, return_counts=True)
    kind_of = np.array([kinds.index(tuple(sorted(card.languages))) for card in room.cards])
    rows, right = _rows(len(hubs), sizes, n_tables, np.bincount(kind_of), seated=rule is Rule.BRIDGE)
    guests = np.repeat(~shares[:, None, :], sizes.size, axis=1)
    costs = np.concatenate([np.zeros(len(hubs) * sizes.size), guests.ravel()])
    done = milp(
        costs,
        integrality=np.ones(costs.size),
        bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(rows, right, right),
        options={"node_limit": MOST_NODES, "mip_rel_gap": 0},
    )
    least = ceil(max(0.0, done.mip_dual_bound or 0.0) - ROUNDING)
    if done.x is None:
        return LanguageFirst(least=least, seated=None)
    chosen = np.rint(done.x).astype(np.int64)
    tables, people = chosen[: len(hubs) * sizes.size].reshape(-1, sizes.size), chosen[len(hubs) * sizes.size :]
    at_hub = people.reshape(len(hubs), sizes.size, len(kinds))
    return LanguageFirst(least=least, seated=_seat(room, tables, at_hub, kind_of, rule is Rule.BRIDGE, rng))


def _rows(n_hubs: int, sizes: Ints, n_tables: Ints, n_of_kind: Ints, *, seated: bool) -> tuple[Ints, Ints]:
    """Return what must hold, as rows of coefficients and their right sides; a seated hub takes a place itself."""
    shape = (n_hubs, sizes.size)
    rows, right = [], []

    def blank() -> tuple[Ints, Ints]:
        return np.zeros(shape, dtype=np.int64), np.zeros((*shape, n_of_kind.size), dtype=np.int64)

    def demand(tables: Ints, people: Ints, number: int) -> None:
        rows.append(np.concatenate([tables.ravel(), people.ravel()]))
        right.append(number)

    for kind, number in enumerate(n_of_kind):  # everybody sits
        tables, people = blank()
        people[:, :, kind] = 1
        if seated:
            tables[kind] = 1
        demand(tables, people, int(number))
    for place, number in enumerate(n_tables):  # every table has a hub
        tables, people = blank()
        tables[:, place] = 1
        demand(tables, people, int(number))
    for hub, place in np.ndindex(shape):  # every table is full
        tables, people = blank()
        tables[hub, place], people[hub, place] = -(sizes[place] - seated), 1
        demand(tables, people, 0)
    return np.array(rows), np.array(right)


def _seat(room: Room, tables: Ints, at_hub: Ints, kind_of: Ints, seated: bool, rng: np.random.Generator) -> Ints:
    """Turn numbers of people into people on seats."""
    waiting = [rng.permutation(np.flatnonzero(kind_of == kind)).tolist() for kind in range(at_hub.shape[2])]
    rows: dict[int, list[list[int]]] = {}
    for (hub, place), number in np.ndenumerate(tables):
        heads = [[waiting[hub].pop()] if seated else [] for _ in range(number)]
        people = [waiting[kind].pop() for kind, many in enumerate(at_hub[hub, place]) for _ in range(many)]
        # Dealt like cards, so that those of one kind are spread over the hub's tables.
        full = [head + people[first::number] for first, head in enumerate(heads)]
        rows.setdefault(int(np.unique(room.sizes)[place]), []).extend(full)
    return np.array([person for size in room.sizes for person in rows[size].pop()], dtype=np.int64)
