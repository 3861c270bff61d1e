"""Race `simulations.relations.frustration` against an exact solver by tree decomposition (dimod and dwave-samplers).

Random maps, the same for both. The peer turns the map into a quadratic problem and solves it exactly along a tree of
small parts; that is very quick as long as the map is narrow, and refused when it is not. Ours has no such limit. Timed
is everything from the graph to the index.
"""

import sys
from pathlib import Path

import networkx as nx
import numpy as np
from peers import Peer, Row, race, timed

SHARED = ((60, 90, 0.3, 0.1), (100, 150, 0.1, 0.1))  # people, ties, share of bad ties, aim
ALONE = ((300, 900, 0.1), (300, 2400, 0.1), (300, 6000, 0.1))


def compare(peer: Peer) -> list[Row]:
    """Solve the same maps with both, then those that only ours can."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from simulations.relations import frustration

    rows = []
    for n_people, n_ties, share, aim in SHARED:
        ties = random_map(n_people, n_ties, share)
        found, ours_s = timed(lambda ties=ties: frustration(graph_of(ties)), times=3)
        theirs = peer.answer(ties)
        same = found.proven and found.index == theirs["index"]
        rows.append(Row(work=work(n_people, n_ties, share), ours_s=ours_s, peer_s=theirs["s"], aim=aim, same=same))
    for n_people, n_ties, share in ALONE:
        ties = random_map(n_people, n_ties, share)
        found, ours_s = timed(lambda ties=ties: frustration(graph_of(ties), time_limit_s=60), times=1)
        rows.append(Row(work=f"{work(n_people, n_ties, share)}: proven", ours_s=ours_s, same=found.proven))
    return rows


def work(n_people: int, n_ties: int, share: float) -> str:
    """Name a piece of work."""
    return f"{n_people} people, {n_ties:,} ties, {share:.0%} of them bad"


def random_map(n_people: int, n_ties: int, share: float) -> list[tuple[int, int, int]]:
    """Return ties with their signs; as many bad ones as the share says."""
    graph = nx.gnm_random_graph(n_people, n_ties, seed=3)
    signs = np.ones(n_ties, dtype=int)
    signs[np.random.default_rng(3).choice(n_ties, round(share * n_ties), replace=False)] = -1
    return [(one, other, int(sign)) for (one, other), sign in zip(graph.edges, signs, strict=True)]


def graph_of(ties: list[tuple[int, int, int]]) -> nx.Graph:
    """Return the signed graph."""
    graph = nx.Graph()
    graph.add_edges_from((one, other, {"sign": sign}) for one, other, sign in ties)
    return graph


def answer(ties: list[tuple[int, int, int]]) -> dict[str, float]:
    """Solve one map in the peer's environment."""
    import dimod
    from dwave.samplers import TreeDecompositionSolver

    def solve() -> int:
        graph = graph_of(ties)
        sides = TreeDecompositionSolver().sample(dimod.generators.structural_imbalance(graph)).first.sample
        return sum(int(sides[one] * sides[other] * sign < 0) for one, other, sign in ties)

    index, seconds = timed(solve, times=3)
    return {"index": index, "s": seconds}


if __name__ == "__main__":
    peer = ["dwave-samplers>=1.4", "dimod>=0.12.20", "networkx", "numpy"]
    sys.exit(race(__file__, peer=peer, compare=compare, answer=answer))
