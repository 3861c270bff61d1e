"""How far a map is from two camps: the ties that do not fit the best camps."""

from dataclasses import dataclass, replace
from math import isfinite

import networkx as nx
import numpy as np

from simulations.errors import ModelError
from simulations.relations.blocks import part, tangled_blocks
from simulations.relations.camps import along_a_tree, misfits
from simulations.relations.cutting import bracket
from simulations.relations.deciding import decide
from simulations.relations.signs import Person, SignedTies, Tie, Whole, read_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Frustration:
    """The best two camps, and the ties that do not fit them.

    Parameters
    ----------
    camps : tuple of two tuples
        The people of each camp, in the graph's order; the first camp holds the graph's first person. Other camps
        can be as good. The second camp may be empty.
    misfits : tuple of pairs
        Bad ties inside a camp and good ones across.
    lower_bound : int
        No two camps have fewer misfits than this.
    """

    camps: tuple[tuple[Person, ...], tuple[Person, ...]]
    misfits: tuple[Tie, ...]
    lower_bound: int

    @property
    def index(self) -> int:
        """How many ties do not fit the camps: the frustration index, if `proven`."""
        return len(self.misfits)

    @property
    def proven(self) -> bool:
        """Whether no camps have fewer misfits."""
        return self.index == self.lower_bound


def frustration(G: nx.Graph, *, time_limit_s: float = 10.0) -> Frustration:
    """Find the two camps with the fewest bad ties inside and good ties across.

    Parameters
    ----------
    G : networkx.Graph
        Every tie has the attribute ``sign``, +1 or -1.
    time_limit_s : float, optional
        What the solver may use, in seconds; looking for cycles comes on top. When the time is up, the answer is the
        best camps so far and a proven bound, which a faster computer may raise. A proven index is always the same.

    Returns
    -------
    Frustration
        With ``.index``, ``.camps``, ``.misfits``, ``.lower_bound`` and ``.proven``. The index is 0 when and only
        when the map is balanced: friends of friends and enemies of enemies are friends, however long the chain.

    Raises
    ------
    ModelError
        Those of `read_signs`, and ``relations.bad_number`` for the time limit.

    Notes
    -----
    No cycle leads from one block (biconnected component) to another, so that each block is solved alone: camps by
    local search, a bound by negative cycles, and where both do not meet, an integer program. Maps of 300 people with
    900 ties, a tenth of them bad, take half a second. With half of the ties bad, proofs end at about 50 people.

    References
    ----------
    F. Harary (1959), Behavioral Science 4:316-323, doi:10.1002/bs.3830040405;
    S. Aref, A. J. Mason and M. C. Wilson (2020), Networks 75:95-110, doi:10.1002/net.21907.

    Examples
    --------
    >>> ties = [("mill", "willow", +1), ("willow", "orchard", +1), ("mill", "orchard", -1), ("orchard", "bridge", -1)]
    >>> G = nx.Graph()
    >>> G.add_edges_from((one, other, {"sign": sign}) for one, other, sign in ties)
    >>> found = frustration(G)
    >>> found.index, found.proven, found.camps
    (1, True, (('mill', 'willow', 'bridge'), ('orchard',)))
    """
    if not (isfinite(time_limit_s) and time_limit_s > 0):
        raise ModelError("relations.bad_number", key="time_limit_s", value=time_limit_s, allowed="> 0")
    ties = read_signs(G)
    blocks = list(tangled_blocks(G, ties))
    n_tangled = sum(block.size for block in blocks)
    together, lower_bound = ties.sign.copy(), 0  # for each tie, whether its ends are to be in one camp: +1 or -1
    for block in blocks:
        alone = part(ties, block)
        sides, least = _solve(alone, time_limit_s * block.size / n_tangled)
        together[block] = sides[alone.first] * sides[alone.second]
        lower_bound += least
    # Blocks meet in single people at most, so that what they say about their ties never collides.
    sides = along_a_tree(replace(ties, sign=together), np.zeros(together.size))
    return Frustration(camps=_camps(ties, sides), misfits=_pairs(ties, sides), lower_bound=lower_bound)


def _solve(block: SignedTies, time_limit_s: float) -> tuple[Whole, int]:
    """Return the sides of a block's people, and how many misfits there must be; each step may take half the time."""
    found = bracket(block, time_limit_s / 2)
    return (found.sides, found.least) if found.closed else decide(block, found, time_limit_s / 2)


def _camps(ties: SignedTies, sides: Whole) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    first, second = (tuple(ties.people[place] for place in np.flatnonzero(sides == side)) for side in (1, -1))
    return first, second


def _pairs(ties: SignedTies, sides: Whole) -> tuple[Tie, ...]:
    return tuple(
        (ties.people[ties.first[place]], ties.people[ties.second[place]]) for place in misfits(ties, sides).tolist()
    )
