"""What several parties reach together: any sequence of their moves in which nobody moves twice in a row."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulations.stability.arcs import Arcs, Floats, Places


def least_reached(movers: Sequence[Arcs], values: Floats) -> Floats:
    """Return for every state the least value that these movers reach from it, infinity where they cannot move.

    All states are worked out at once, from the end of the sequences to their beginning: whoever moves first reaches
    what lies one move away, or what somebody else reaches from there. A mover is looked at again as long as what the
    others reach has changed; each time costs one pass over its moves.
    """
    by_first = [np.full(values.size, np.inf) for _ in movers]
    waiting = list(range(len(movers)))
    while waiting:
        first = waiting.pop(0)
        others = [one for place, one in enumerate(by_first) if place != first]
        reached = movers[first].least(np.minimum.reduce([values, *others]))
        if not np.array_equal(reached, by_first[first]):
            by_first[first] = reached
            waiting += [place for place in range(len(movers)) if place != first and place not in waiting]
    least: Floats = np.minimum.reduce([np.full(values.size, np.inf), *by_first])
    return least


def reached_from(movers: Sequence[Arcs], start: int) -> Places:
    """Return the places that these movers reach from one, in rising order; the start itself is left out."""
    if not movers:
        return np.empty(0, dtype=np.intp)
    seen: NDArray[np.bool_] = np.zeros((len(movers), movers[0].starts.size - 1), dtype=bool)  # by who moved last
    waiting = [(mover, np.array([start])) for mover in range(len(movers))]
    while waiting:
        mover, places = waiting.pop(0)
        found = movers[mover].after(places)
        new = found[~seen[mover, found]]
        if new.size:
            seen[mover, new] = True
            waiting += [(other, new) for other in range(len(movers)) if other != mover]
    reached = np.logical_or.reduce(seen)
    reached[start] = False
    return np.flatnonzero(reached)
