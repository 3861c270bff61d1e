"""What parties can reach together, and which of it would be better for every one of them."""

from collections.abc import Iterable
from itertools import combinations

from simulations.errors import ModelError
from simulations.stability.graph_model import GraphModel, State
from simulations.stability.sequences import reached_from


def reachable(model: GraphModel, coalition: Iterable[str], state: State, *, improving: bool = False) -> set[State]:
    """Return the states that a coalition can reach by its own moves, nobody moving twice in a row.

    Parameters
    ----------
    model : GraphModel
    coalition : iterable of str
        One party moves once; two or more in any order, as often as they like.
    state : state
        Where they begin; it is left out of the result.
    improving : bool, optional
        Only moves that better the state for whoever makes them.

    Raises
    ------
    ModelError
        ``stability.unknown`` or ``stability.repeated``.

    Examples
    --------
    >>> from simulations.stability import OptionForm
    >>> dilemma = OptionForm(
    ...     options={"row": ["row helps"], "column": ["column helps"]},
    ...     rankings={"row": ["NY", "YY", "NN", "YN"], "column": ["YN", "YY", "NN", "NY"]},
    ... ).graph_model()
    >>> sorted(reachable(dilemma, ["row", "column"], "NN"))
    ['NY', 'YN', 'YY']
    """
    members = (coalition,) if isinstance(coalition, str) else tuple(coalition)
    for place, name in enumerate(members):
        if name in members[:place]:
            raise ModelError("stability.repeated", key="coalition", value=name)
    movers = [model.arcs_of(name) for name in members]
    if improving:
        movers = [arcs.better(model.worth_to(name)) for arcs, name in zip(movers, members, strict=True)]
    return {model.states[place] for place in reached_from(movers, model.place_of(state)).tolist()}


def coalition_improvements(model: GraphModel, state: State) -> dict[tuple[str, ...], set[State]]:
    """Return which coalitions can lead a state to one that is better for all their members, and to which.

    A state that no party would leave may still be left by two or more together; one for which this is empty, and that
    is stable in the sense of Nash, holds against everybody.

    Parameters
    ----------
    model : GraphModel
    state : state

    Returns
    -------
    dict of tuple of str to set of states
        Coalitions of two or more, small ones first, members in the order of the model; those that gain nothing
        together are left out. What one party can do alone is `reachable` with ``improving``.

    Raises
    ------
    ModelError
        ``stability.unknown``.

    References
    ----------
    D. M. Kilgour, K. W. Hipel, L. Fang and X. Peng (2001), Coalition analysis in group decision support, Group Decision
    and Negotiation 10:159-175.

    Examples
    --------
    >>> from simulations.stability import OptionForm
    >>> dilemma = OptionForm(
    ...     options={"row": ["row helps"], "column": ["column helps"]},
    ...     rankings={"row": ["NY", "YY", "NN", "YN"], "column": ["YN", "YY", "NN", "NY"]},
    ... ).graph_model()
    >>> coalition_improvements(dilemma, "NN"), coalition_improvements(dilemma, "YY")
    ({('row', 'column'): {'YY'}}, {})
    """
    begun = model.place_of(state)
    found: dict[tuple[str, ...], set[State]] = {}
    for size in range(2, len(model.parties) + 1):
        for members in combinations(model.parties, size):
            reached = reached_from([model.arcs_of(name) for name in members], begun)
            for name in members:
                worth = model.worth_to(name)
                reached = reached[worth[reached] > worth[begun]]
            if reached.size:
                found[members] = {model.states[place] for place in reached.tolist()}
    return found
