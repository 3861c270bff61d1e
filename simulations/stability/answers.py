"""What the others would answer to each way in which a party could leave a state."""

import numpy as np

from simulations.stability.concepts import Stability, feared, known, movers_against
from simulations.stability.graph_model import GraphModel, State
from simulations.stability.sequences import reached_from


def answers(model: GraphModel, party: str, state: State, concept: Stability) -> dict[State, State | None]:
    """Return what holds a party in a state, improvement by improvement.

    Parameters
    ----------
    model : GraphModel
    party : str
    state : state
    concept : Stability
        Which answers the party reckons with. `NASH` reckons with none.

    Returns
    -------
    dict of state to state or None
        Each better state that the party can go to, and where the others can then lead it: the end that is worst for
        the party, or None when every end is better for it than `state`. Nothing to improve gives an empty dict. The
        party is stable when no None is left.

    Raises
    ------
    ModelError
        ``stability.unknown``.

    Examples
    --------
    >>> from simulations.stability import OptionForm
    >>> dilemma = OptionForm(
    ...     options={"row": ["row helps"], "column": ["column helps"]},
    ...     rankings={"row": ["NY", "YY", "NN", "YN"], "column": ["YN", "YY", "NN", "NY"]},
    ... ).graph_model()
    >>> answers(dilemma, "row", "YY", Stability.SEQ), answers(dilemma, "row", "YY", Stability.NASH)
    ({'NY': 'NN'}, {'NY': None})
    """
    concept, worth, place = known(concept), model.worth_to(party), model.place_of(state)
    left = feared(model, party, concept)
    movers = movers_against(model, party, concept)
    found: dict[State, State | None] = {}
    for better in model.arcs_of(party).better(worth).after(np.array([place])).tolist():
        reached = reached_from(movers, better)
        holding = reached[left[reached] <= worth[place]]
        worst = holding[left[holding].argmin()] if holding.size else None
        found[model.states[better]] = None if worst is None else model.states[worst]
    return found
