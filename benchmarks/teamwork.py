"""Race `simulations.teamwork` against CP-SAT: the same cards, the same four rules, until the peer is as good.

No package is known that seats people by languages with bridge persons. The nearest a specialist would take is a general
solver, so the rules are written down for OR-tools' CP-SAT: somebody at every table shares a language with all others,
nobody is the only woman or the only man, then sides, then genders as even as can be, in squares, one after the other.
The small room is solved by both until the best is proven; in the larger ones CP-SAT may stop when it is as good as
ours, and must stop after ten seconds by the clock: the ratio is then at least what is printed.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
PEER = "ortools>=9.11,<10"
RULES = ("bridge", "lone", "sides", "genders")
LIMIT_S = 10
ROOMS = (  # title, sides, people, sizes, aim, whether the best must be proven
    ("11 people of 2 sides, 2 tables, proven best", "pair", 11, (6, 5), 0.3, True),
    ("12 people of 2 sides, 3 tables, proven best", "pair", 12, (4, 4, 4), 0.3, True),
    ("23 people of 2 sides, 4 tables, until as good", "pair", 23, (6, 6, 6, 5), 0.3, False),
    ("48 people of 6 sides, 8 tables, until as good", "region", 48, (6,) * 8, 10.0, False),
)


def compare(peer: Peer) -> list[Row]:
    """Run both on the same cards."""
    sys.path.insert(0, str(ROOT))
    return [_row(peer, *room) for room in ROOMS] + [_alone(n_people) for n_people in (12, 24, 36, 48, 60)]


def _cards(sides: str, n_people: int) -> list[Any]:
    from tests.models.cohorts import PAIR, REGION, cohort

    return cohort(PAIR if sides == "pair" else REGION, n_people, 5)


def _row(
    peer: Peer, title: str, sides: str, n_people: int, sizes: tuple[int, ...], aim: float | None, prove: bool
) -> Row:
    from simulations.teamwork import Seating, groups
    from tests.models.cohorts import counted

    def look(found: Sequence[Sequence[str]]) -> list[int]:
        amounts = {str(rule): number for rule, number in counted(cards, found, ()).items()}
        return [amounts[rule] for rule in RULES]

    cards = _cards(sides, n_people)
    seating: Seating
    seating, seconds = timed(lambda: groups(cards, sizes, order=RULES), times=3)
    ours = look([table.members for table in seating.tables])
    plain = [[card.key, card.side, list(card.languages), card.gender] for card in cards]
    theirs = peer.answer({"cards": plain, "sizes": sizes, "target": None if prove else ours})
    if theirs["tables"] is None:
        return Row(work=f"{title}: nothing found", ours_s=seconds, peer_s=theirs["seconds"], aim=aim)
    reached = look(theirs["tables"])
    same = seating.proven and reached == ours if prove else reached >= ours
    if reached > ours:
        title += f": still {reached} to {ours}"
    return Row(work=title, ours_s=seconds, peer_s=theirs["seconds"], aim=aim, same=same)


def _alone(n_people: int) -> Row:
    """All rules and a former meeting; the answer is right when languages are proven as good as can be."""
    from simulations.teamwork import Rule, groups, table_sizes

    cards, sizes = _cards("region", n_people), table_sizes(n_people).sizes
    before = groups(cards, sizes, seed=1).meeting
    seating, seconds = timed(lambda: groups(cards, sizes, history=[before], seed=2), times=3)
    return Row(
        work=f"{n_people} people of 6 sides, all nine rules, once met before",
        ours_s=seconds,
        same=seating[Rule.BRIDGE].amount == seating[Rule.BRIDGE].least,
    )


def run_peer(question: dict[str, Any]) -> dict[str, Any]:
    """Write the rules down for CP-SAT and solve them (in its own environment)."""
    from ortools.sat.python import cp_model

    cards, sizes, target = question["cards"], question["sizes"], question["target"]
    begun = time.process_time()
    model = cp_model.CpModel()
    people, tables = range(len(cards)), range(len(sizes))
    sits = [[model.new_bool_var(f"sits_{p}_{t}") for t in tables] for p in people]
    for p in people:
        model.add_exactly_one(sits[p])
    if len(set(sizes)) == 1:  # equal tables: one is as good as another for the first person
        model.add(sits[0][0] == 1)
    costs = {"sides": [], "genders": []}
    kinds = [("sides", 1, side) for side in sorted({card[1] for card in cards})]
    kinds += [("genders", 3, gender) for gender in ("woman", "man")]
    for t in tables:
        model.add(sum(sits[p][t] for p in people) == sizes[t])
        bridges = [model.new_bool_var(f"bridges_{p}_{t}") for p in people]
        model.add_exactly_one(bridges)
        for p in people:
            model.add_implication(bridges[p], sits[p][t])
            for q in people:
                if not set(cards[p][2]) & set(cards[q][2]):
                    model.add_at_most_one([bridges[p], sits[q][t]])
        for name, place, kind in kinds:
            alike = [p for p in people if cards[p][place] == kind]
            share = len(alike) * sizes[t]
            low, high = share // len(cards), -(-share // len(cards))
            here = model.new_int_var(0, sizes[t], f"{kind}_{t}")
            model.add(here == sum(sits[p][t] for p in alike))
            squares = [max(0, number - high, low - number) ** 2 for number in range(sizes[t] + 1)]
            cost = model.new_int_var(0, max(squares), f"cost_{kind}_{t}")
            model.add_element(here, squares, cost)
            costs[name].append(cost)
            if name == "genders":
                model.add(here != 1)
    weight = 1 + sum(size**2 for size in sizes) * 2
    model.minimize(weight * sum(costs["sides"]) + sum(costs["genders"]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = LIMIT_S
    goal = -1 if target is None else weight * target[2] + target[3]

    class Enough(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            if self.objective_value <= goal:
                self.stop_search()

    status = solver.solve(model, Enough())
    found = None
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found = [[cards[p][0] for p in people if solver.boolean_value(sits[p][t])] for t in tables]
    return {"seconds": time.process_time() - begun, "tables": found}


if __name__ == "__main__":
    sys.exit(race(__file__, peer=[PEER], compare=compare, answer=run_peer))
