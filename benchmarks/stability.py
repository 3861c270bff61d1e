"""Race `simulations.stability` against the definitions written out with networkx, and show how its cost grows.

    python benchmarks/stability.py             the table
    python benchmarks/stability.py --json      one line

No maintained open library of the graph model is known to us: gmcr-py is a window program without a package, others are
closed. So the peer is what a specialist would write in an hour: sets of states, and for each way in which a party could
leave a state a walk through everything that the others could answer. All four concepts, for all parties and all states;
both must name the same stable states. The last rows have no peer: it would need days.
"""

import argparse
import json
import sys
from collections.abc import Hashable, Iterable
from dataclasses import asdict
from pathlib import Path

import networkx as nx
import numpy as np
from peers import Row, table, timed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from simulations.stability import GraphModel, OptionForm, Stability, Statement, stable_states

PEER = "plain networkx"

Stable = dict[tuple[str, str], set]


class Plain:
    """The definitions word for word: one state, one party and one sequence of moves at a time."""

    def __init__(self, moves: dict[str, nx.DiGraph], payoffs: dict[str, dict[Hashable, float]]) -> None:
        self.moves, self.payoffs = moves, payoffs

    def ways(self, party: str, state: Hashable, *, improving: bool = False) -> list[Hashable]:
        """Return where a party can go from a state, or only where it would rather be."""
        graph, worth = self.moves[party], self.payoffs[party]
        targets = graph.successors(state) if state in graph else ()
        return [one for one in targets if one != state and (not improving or worth[one] > worth[state])]

    def reach(self, coalition: Iterable[str], start: Hashable, *, improving: bool = False) -> set[Hashable]:
        """Return what these parties reach, nobody moving twice in a row; the start only when it is come back to."""
        members, seen, waiting = list(coalition), set(), [(start, None)]
        while waiting:
            state, last = waiting.pop()
            for party in members:
                if party != last:
                    for target in self.ways(party, state, improving=improving):
                        if (target, party) not in seen:
                            seen.add((target, party))
                            waiting.append((target, party))
        return {state for state, _ in seen}

    def stable(self, party: str, concept: Stability) -> set[Hashable]:
        """Return the states that a party would not leave."""
        return {state for state in self.payoffs[party] if self._stays(party, state, concept)}

    def _stays(self, party: str, state: Hashable, concept: Stability) -> bool:
        better = self.ways(party, state, improving=True)
        if concept is Stability.NASH:
            return not better
        others, improving = [name for name in self.moves if name != party], concept is Stability.SEQ
        return all(
            any(self._holds(party, state, end, concept) for end in self.reach(others, one, improving=improving))
            for one in better
        )

    def _holds(self, party: str, state: Hashable, end: Hashable, concept: Stability) -> bool:
        worth = self.payoffs[party]
        last = [end, *(self.ways(party, end) if concept is Stability.SMR else ())]
        return all(worth[one] <= worth[state] for one in last)


def conflict(options_by_party: tuple[int, ...], *, seed: int = 5) -> OptionForm:
    """Return a conflict with so many options a party, some combinations that cannot be, and wishes of all kinds."""
    rng = np.random.default_rng(seed)
    n_options = sum(options_by_party)

    def pattern(n_signs: int) -> str:
        signs = np.full(n_options, "-")
        signs[rng.choice(n_options, n_signs, replace=False)] = rng.choice(list("YN"), n_signs)
        return "".join(signs)

    options = {f"party{n}": [f"{n}.{place}" for place in range(many)] for n, many in enumerate(options_by_party)}
    return OptionForm(
        options=options,
        infeasible=[pattern(3) for _ in range(2)],
        irreversible={"0.0": "Y"},
        priorities={
            party: [*(pattern(2) for _ in range(6)), *(Statement(wish=pattern(1), when=pattern(1)) for _ in range(6))]
            for party in options
        },
    )


def as_graphs(model: GraphModel) -> dict[str, nx.DiGraph]:
    """Return the same moves as graphs, for the peer."""
    graphs = {}
    for party in model.parties:
        arcs = model.arcs_of(party)
        pairs = zip(arcs.tails.tolist(), arcs.ends.tolist(), strict=True)
        graphs[party] = nx.DiGraph((model.states[tail], model.states[head]) for tail, head in pairs)
    return graphs


def ours(model: GraphModel) -> Stable:
    """Return the stable states of every party in every sense."""
    return {
        (party, concept.value): stable_states(model, party, concept) for party in model.parties for concept in Stability
    }


def theirs(plain: Plain) -> Stable:
    """Return the same by the definitions."""
    return {(party, concept.value): plain.stable(party, concept) for party in plain.moves for concept in Stability}


def rows() -> list[Row]:
    """Run both where both can, and ours alone where it grows."""
    found = []
    for options, aim in (((2, 2, 2), 3.0), ((2, 2, 2, 1), 20.0), ((2, 2, 2, 2), 100.0), ((3, 2, 2, 2), 300.0)):
        model = conflict(options).graph_model()
        mine, ours_s = timed(lambda model=model: ours(model))
        plain = Plain(as_graphs(model), model.payoffs)
        written_out, peer_s = timed(lambda plain=plain: theirs(plain), times=1)
        found.append(Row(work=work(model), ours_s=ours_s, peer_s=peer_s, aim=aim, same=mine == written_out))
    for options in ((2, 2, 2, 2, 2, 1), (3, 2, 2, 2, 2, 2), (3, 3, 3, 2, 2, 2), (3, 3, 3, 3, 3, 2)):
        model = conflict(options).graph_model()
        mine, ours_s = timed(lambda model=model: ours(model), times=1)
        found.append(Row(work=work(model), ours_s=ours_s, same=nested(mine)))
    return found


def work(model: GraphModel) -> str:
    """Say what was done."""
    moves = sum(model.arcs_of(party).ends.size for party in model.parties)
    return f"{len(model.parties)} parties, {len(model.states):,} states, {moves:,} moves"


def nested(stable: Stable) -> bool:
    """Tell whether who looks less far stays less often, where nobody else can tell more."""
    parties = {party for party, _ in stable}
    return all(
        stable[party, "nash"] <= stable[party, "seq"] <= stable[party, "gmr"]
        and stable[party, "nash"] <= stable[party, "smr"] <= stable[party, "gmr"]
        for party in parties
    )


def main() -> int:
    """Print the table; exit 1 when the stable states differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead of the table")
    parser.add_argument("--peers", metavar="FOLDER", help="as in the other races; this peer needs no environment")
    options = parser.parse_args()
    found = rows()
    if options.json:
        print(json.dumps({"peer": PEER, "rows": [{**asdict(row), "ratio": row.ratio} for row in found]}))
    else:
        print("\n".join(table(PEER, found)))
    return 0 if all(row.same for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
