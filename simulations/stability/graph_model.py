"""A conflict as a graph: states, each party's moves between them, and what each state is worth to each party."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np

from simulations.errors import ModelError
from simulations.stability.arcs import Arcs, Floats

State = Hashable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GraphModel:
    """Parties that move between states.

    A move need not have a way back, and where two moves lead a party need not get by one. An arc from a state to
    itself is no move.

    Parameters
    ----------
    moves : mapping of party to DiGraph or array
        Each party's own moves. A graph's nodes are states; those without moves may be left out. An array of shape
        (n_states, n_states), of numpy or sparse, has an entry other than 0 for each move, in the order of `states`.
    payoffs : mapping of party to mapping of state to number
        Of every state, to every party. More is better; only their order matters.

    Attributes
    ----------
    states : tuple
        In the order of the first party's payoffs.
    parties : tuple of str

    Raises
    ------
    ModelError
        ``stability.missing``, ``stability.unknown``, ``stability.bad_number`` or ``stability.bad_moves``.

    References
    ----------
    L. Fang, K. W. Hipel and D. M. Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution,
    Wiley.

    Examples
    --------
    >>> moves = {"springs": nx.DiGraph([("kept", "left")]), "gardens": nx.DiGraph()}
    >>> model = GraphModel(moves=moves, payoffs={name: {"kept": 2, "left": 1} for name in moves})
    >>> model.states, model.parties
    (('kept', 'left'), ('springs', 'gardens'))
    """

    moves: Mapping[str, Any]
    payoffs: Mapping[str, Mapping[State, float]]
    states: tuple[State, ...] = field(init=False)
    parties: tuple[str, ...] = field(init=False)
    _places: Mapping[State, int] = field(init=False, repr=False)
    _arcs: Mapping[str, Arcs] = field(init=False, repr=False)
    _worth: Mapping[str, Floats] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name in self.moves:
            _among("payoffs", name, self.payoffs)
        for name in self.payoffs:
            _among("moves", name, self.moves)
        states = tuple(next(iter(self.payoffs.values()), ()))
        if not states:
            raise ModelError("stability.missing", key="payoffs", value="states")
        places = {state: place for place, state in enumerate(states)}
        object.__setattr__(self, "states", states)
        object.__setattr__(self, "parties", tuple(self.payoffs))
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_arcs", {name: _arcs(name, moves, places) for name, moves in self.moves.items()})
        object.__setattr__(self, "_worth", {name: _worth(name, worth, places) for name, worth in self.payoffs.items()})

    def arcs_of(self, party: str) -> Arcs:
        """Return a party's moves between the places of `states`."""
        if party not in self._arcs:
            raise ModelError("stability.unknown", key="party", value=party, allowed=self.parties)
        return self._arcs[party]

    def worth_to(self, party: str) -> Floats:
        """Return what the states are worth to a party, in the order of `states`."""
        if party not in self._worth:
            raise ModelError("stability.unknown", key="party", value=party, allowed=self.parties)
        return self._worth[party]

    def place_of(self, state: State) -> int:
        """Return the place of a state in `states`."""
        if state not in self._places:
            raise ModelError("stability.unknown", key="state", value=state, allowed=f"{len(self.states)} states")
        return self._places[state]


def _among(key: str, name: str, known: Mapping[str, object]) -> None:
    if name not in known:
        raise ModelError("stability.missing", key=key, value=name)


def _arcs(party: str, moves: Any, places: Mapping[State, int]) -> Arcs:
    key, n_states = f"moves[{party}]", len(places)
    if isinstance(moves, nx.Graph) and moves.is_directed():
        for state in moves:
            if state not in places:
                raise ModelError("stability.unknown", key=key, value=state, allowed=f"{n_states} states")
        pairs = [(places[tail], places[head]) for tail, head in moves.edges()]
        tails, heads = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
        return Arcs.between(tails, heads, n_states)
    if getattr(moves, "shape", None) != (n_states, n_states):
        raise ModelError("stability.bad_moves", key=key, value=type(moves).__name__, allowed=(n_states, n_states))
    tails, heads = moves.nonzero()
    return Arcs.between(tails, heads, n_states)


def _worth(party: str, payoffs: Mapping[State, float], places: Mapping[State, int]) -> Floats:
    key = f"payoffs[{party}]"
    for state in payoffs:
        if state not in places:
            raise ModelError("stability.unknown", key=key, value=state, allowed=f"{len(places)} states")
    missing = [state for state in places if state not in payoffs]
    if missing:
        raise ModelError("stability.missing", key=key, value=missing[0])
    worth = np.array([payoffs[state] for state in places], dtype=np.float64)
    if not np.isfinite(worth).all():
        place = int(np.flatnonzero(~np.isfinite(worth))[0])
        raise ModelError("stability.bad_number", key=key, value=float(worth[place]))
    return worth
