"""Four ways to look ahead: who would leave a state, and who is held by what the others would answer."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError
from simulations.stability.arcs import Arcs, Floats
from simulations.stability.graph_model import GraphModel, State
from simulations.stability.sequences import least_reached


class Stability(StrEnum):
    """How far a party looks ahead before it leaves a state, and which answers it reckons with.

    Attributes
    ----------
    NASH : str
        No answer: it leaves whenever it has a better state to go to.
    GMR : str
        General metarationality: any answer of the others, whatever it costs them.
    SMR : str
        Symmetric metarationality: any answer that it cannot undo by one more move of its own.
    SEQ : str
        Sequential stability: answers in which each mover of the others betters its own state.
    """

    NASH = "nash"
    GMR = "gmr"
    SMR = "smr"
    SEQ = "seq"


def stable_states(model: GraphModel, party: str, concept: Stability) -> set[State]:
    """Return the states that a party would not leave.

    Parameters
    ----------
    model : GraphModel
    party : str
    concept : Stability
        How far it looks ahead. The others answer by any sequence of their moves in which nobody moves twice in a row;
        an answer holds the party when it ends in a state that is worth no more to it than the first one.

    Returns
    -------
    set of states

    Raises
    ------
    ModelError
        ``stability.unknown`` for a party or a concept that is not there.

    References
    ----------
    L. Fang, K. W. Hipel and D. M. Kilgour (1993), Interactive Decision Making, Wiley; the sequences of several parties
    also in Water (2023) 15:3269, section 3.1, doi:10.3390/w15183269.

    Examples
    --------
    >>> from simulations.stability import OptionForm
    >>> dilemma = OptionForm(
    ...     options={"row": ["row helps"], "column": ["column helps"]},
    ...     rankings={"row": ["NY", "YY", "NN", "YN"], "column": ["YN", "YY", "NN", "NY"]},
    ... ).graph_model()
    >>> sorted(stable_states(dilemma, "row", Stability.NASH))
    ['NN', 'NY']
    >>> sorted(stable_states(dilemma, "row", Stability.SEQ))
    ['NN', 'NY', 'YY']
    """
    return _named(model, _stable(model, party, known(concept)))


def equilibria(model: GraphModel, concept: Stability) -> set[State]:
    """Return the states that no party would leave.

    Parameters and errors are those of `stable_states`.

    Examples
    --------
    >>> from simulations.stability import OptionForm
    >>> dilemma = OptionForm(
    ...     options={"row": ["row helps"], "column": ["column helps"]},
    ...     rankings={"row": ["NY", "YY", "NN", "YN"], "column": ["YN", "YY", "NN", "NY"]},
    ... ).graph_model()
    >>> {concept.value: sorted(equilibria(dilemma, concept)) for concept in Stability}
    {'nash': ['NN'], 'gmr': ['NN', 'YY'], 'smr': ['NN', 'YY'], 'seq': ['NN', 'YY']}
    """
    stable = [_stable(model, party, known(concept)) for party in model.parties]
    return _named(model, np.logical_and.reduce(stable))


def feared(model: GraphModel, party: str, concept: Stability) -> Floats:
    """Return what an answer that ends in each state leaves to a party: what it is worth once nothing can be undone."""
    worth = model.worth_to(party)
    if concept is Stability.SMR:
        return np.maximum(worth, model.arcs_of(party).most(worth))
    return worth


def known(concept: Stability) -> Stability:
    """Return the concept, refusing what is none."""
    if concept not in tuple(Stability):
        raise ModelError("stability.unknown", key="concept", value=concept, allowed=tuple(Stability))
    return Stability(concept)


def _stable(model: GraphModel, party: str, concept: Stability) -> NDArray[np.bool_]:
    """Tell for every state whether the party stays: none of its better states is better still after the answers."""
    worth = model.worth_to(party)
    improvements = model.arcs_of(party).better(worth)
    left = least_reached(movers_against(model, party, concept), feared(model, party, concept))
    stays: NDArray[np.bool_] = improvements.most(left) <= worth
    return stays


def movers_against(model: GraphModel, party: str, concept: Stability) -> list[Arcs]:
    """Return the moves of those whose answers a party reckons with."""
    others = [name for name in model.parties if name != party and concept is not Stability.NASH]
    if concept is Stability.SEQ:
        return [model.arcs_of(name).better(model.worth_to(name)) for name in others]
    return [model.arcs_of(name) for name in others]


def _named(model: GraphModel, stable: NDArray[np.bool_]) -> set[State]:
    return {model.states[place] for place in np.flatnonzero(stable).tolist()}
