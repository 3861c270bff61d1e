"""An integer program of who does what, solved for one aim after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from simulations.teamwork.tasks import Task, Volunteer

Floats = NDArray[np.float64]

MOST_NODES = 20_000
ROUNDING = 1e-6
"""By how much an earlier aim may slip while a later one is sought: less than any hour or share that people name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What the program found: the value of every variable by its name, and whether each aim is proven."""

    values: dict[tuple[str, ...], float]
    proven: bool


@dataclass(slots=True)
class Program:
    """Variables by name, rows that must hold, and aims by importance."""

    names: dict[tuple[str, ...], int] = field(default_factory=dict)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    aims: list[dict[int, float]] = field(default_factory=list)

    def variable(self, *name: str, whole: bool = True) -> int:
        """Return the number of a variable from 0 upwards; one that is whole is a yes or no, 1 or 0."""
        if name not in self.names:
            self.names[name] = len(self.whole)
            self.whole.append(whole)
        return self.names[name]

    def demand(self, row: dict[int, float], low: float, high: float) -> None:
        """Let the sum of a row lie between two numbers."""
        self.rows.append((row, low, high))

    def solve(self) -> Solved:
        """Return the smallest first aim, of these the smallest second aim, and so on."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        whole, found, proven = np.array(self.whole), np.zeros(len(self.whole)), True
        bounds = Bounds(0, np.where(whole, 1.0, np.inf))
        for aim in self.aims:
            rows, low, high = self._arrays()
            costs = self._dense(aim)
            limits = LinearConstraint(rows, low, high)
            options = {"node_limit": MOST_NODES, "mip_rel_gap": 0}
            done = milp(costs, integrality=whole.astype(int), bounds=bounds, constraints=limits, options=options)
            proven = proven and bool(done.success)
            if done.x is not None:
                found = np.where(whole, np.rint(done.x), done.x)
            self.demand(aim, -np.inf, float(costs @ found) + ROUNDING)
        return Solved(values={name: float(found[place]) for name, place in self.names.items()}, proven=proven)

    def _dense(self, row: dict[int, float]) -> Floats:
        dense = np.zeros(len(self.whole))
        dense[list(row)] = list(row.values())
        return dense

    def _arrays(self) -> tuple[Floats, Floats, Floats]:
        low, high = ([row[place] for row in self.rows] for place in (1, 2))
        return np.array([self._dense(row) for row, _, _ in self.rows]), np.array(low), np.array(high)


def program_of(tasks: Sequence[Task], volunteers: Sequence[Volunteer]) -> Program:
    """Write down who may do what.

    Aims, by importance: the fewest skills and languages to be added, the fewest hours to be added, prestige tasks
    not all on one side or card, the smallest largest share of the hours offered, the smallest differences of shares.
    """
    program = Program()
    does = {(one.key, task.key): program.variable("does", one.key, task.key) for one in volunteers for task in tasks}
    for task in tasks:
        program.demand({does[one.key, task.key]: 1.0 for one in volunteers}, 1, 1)
    _abilities(program, tasks, volunteers)
    _hours(program, tasks, volunteers)
    _prestige(program, tasks, volunteers)
    _shares(program, tasks, volunteers)
    return program


def _abilities(program: Program, tasks: Sequence[Task], volunteers: Sequence[Volunteer]) -> None:
    added: dict[int, float] = {}
    for one in volunteers:
        for task in tasks:
            for need in sorted(task.needs - one.abilities):
                learns = program.variable("learns", one.key, *need)
                program.demand({program.variable("does", one.key, task.key): 1.0, learns: -1.0}, -np.inf, 0)
                added[learns] = 1.0
    program.aims.append(added)


def _hours(program: Program, tasks: Sequence[Task], volunteers: Sequence[Volunteer]) -> None:
    added: dict[int, float] = {}
    for one in volunteers:
        over = program.variable("over", one.key, whole=False)
        row = {program.variable("does", one.key, task.key): task.hours for task in tasks}
        program.demand({**row, over: -1.0}, -np.inf, one.hours)
        added[over] = 1.0
    program.aims.append(added)


def _prestige(program: Program, tasks: Sequence[Task], volunteers: Sequence[Volunteer]) -> None:
    shown = [task.key for task in tasks if task.prestige]
    kinds = [("side", one.side) for one in volunteers] + [("gender", one.gender) for one in volunteers if one.gender]
    together: dict[int, float] = {}
    for name, kind in dict.fromkeys(kinds):
        alike = [one.key for one in volunteers if getattr(one, name) == kind]
        if len(shown) > 1 and len(alike) < len(volunteers):
            all_on = program.variable("all_on", name, str(kind))
            row = {program.variable("does", one, task): 1.0 for one in alike for task in shown}
            program.demand({**row, all_on: -1.0}, -np.inf, len(shown) - 1)
            together[all_on] = 1.0
    program.aims.append(together)


def _shares(program: Program, tasks: Sequence[Task], volunteers: Sequence[Volunteer]) -> None:
    largest = program.variable("largest", whole=False)
    shares = [
        {program.variable("does", one.key, task.key): task.hours / one.hours for task in tasks} for one in volunteers
    ]
    for share in shares:
        program.demand({**share, largest: -1.0}, -np.inf, 0)
    program.aims.append({largest: 1.0})
    apart: dict[int, float] = {}
    for (one, share), (other, others_share) in combinations(zip(volunteers, shares, strict=True), 2):
        gap = program.variable("gap", one.key, other.key, whole=False)
        difference = {**share, **{place: -number for place, number in others_share.items()}}
        program.demand({**difference, gap: -1.0}, -np.inf, 0)
        program.demand({**difference, gap: 1.0}, 0, np.inf)
        apart[gap] = 1.0
    program.aims.append(apart)
