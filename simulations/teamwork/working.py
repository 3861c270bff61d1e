"""When all is ready if nobody does two things at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

import networkx as nx

from simulations.teamwork.critical import critical_path, graph_of
from simulations.teamwork.tasks import Task

MOST_NODES = 2_000


def finish_hours(tasks: Sequence[Task], doers: Mapping[str, str]) -> float:
    """Return the earliest hour at which all tasks can be done.

    Parameters
    ----------
    tasks : sequence of Task
    doers : mapping of str to str
        Task -> who does it; a task that nobody has taken waits for no hand.

    Returns
    -------
    float
        Exact as a rule: after 2,000 part orders the best so far is kept.

    Notes
    -----
    Branch and bound over the orders in which no task could begin earlier without delaying another.

    References
    ----------
    B. Giffler, G. L. Thompson (1960), Operations Research 8:487-503, doi:10.1287/opre.8.4.487.

    Examples
    --------
    >>> tasks = [Task(key="songs", hours=4), Task(key="stage", hours=3), Task(key="feast", hours=2, after=["stage"])]
    >>> finish_hours(tasks, {"songs": "bek", "stage": "bek", "feast": "ana"})  # the stage first, then the songs
    7.0
    """
    by_key = {task.key: task for task in tasks}
    order = [by_key[key] for key in nx.topological_sort(graph_of(tuple(tasks)))]
    whole = critical_path(tasks)
    tails = {times.key: whole.length_hours - times.latest_start for times in whole.times}
    hands = {task.key: doers.get(task.key, f" {task.key}") for task in tasks}
    search = _Search(order=order, tails=tails, hands=hands)
    search.visit({}, {})
    return search.best


@dataclass(slots=True, kw_only=True)
class _Search:
    order: list[Task]
    tails: Mapping[str, float]
    hands: Mapping[str, str]
    best: float = inf
    n_nodes: int = field(default=0)

    def visit(self, finish: Mapping[str, float], free: Mapping[str, float]) -> None:
        """Try every order of what is left; ``free`` is when each hand has done what it began."""
        left = [task for task in self.order if task.key not in finish]
        if not left:
            self.best = min(self.best, max(finish.values()))
            return
        starts = self._starts(left, finish, free)
        self.n_nodes += 1
        # At least one whole order is followed to its end.
        if self._bound(left, starts) >= self.best or (self.n_nodes > MOST_NODES and self.best < inf):
            return
        ready = [task for task in left if all(before in finish for before in task.after)]
        first = min(ready, key=lambda task: starts[task.key] + task.hours)
        limit = starts[first.key] + first.hours
        hand = self.hands[first.key]
        rivals = [task for task in ready if self.hands[task.key] == hand and starts[task.key] < limit]
        for task in sorted(rivals or [first], key=lambda task: -self.tails[task.key]):
            done = starts[task.key] + task.hours
            self.visit({**finish, task.key: done}, {**free, hand: done})

    def _starts(self, left: list[Task], finish: Mapping[str, float], free: Mapping[str, float]) -> dict[str, float]:
        ends, starts = dict(finish), dict[str, float]()
        for task in left:
            starts[task.key] = max([free.get(self.hands[task.key], 0.0), *(ends[before] for before in task.after)])
            ends[task.key] = starts[task.key] + task.hours
        return starts

    def _bound(self, left: list[Task], starts: Mapping[str, float]) -> float:
        """Return what no order of the rest can beat: the longest chain, and the fullest pair of hands."""
        chain = max(starts[task.key] + self.tails[task.key] for task in left)
        loads: dict[str, list[Task]] = {}
        for task in left:
            loads.setdefault(self.hands[task.key], []).append(task)
        full = max(
            min(starts[task.key] for task in load)
            + sum(task.hours for task in load)
            + min(self.tails[task.key] - task.hours for task in load)
            for load in loads.values()
        )
        return max(chain, full)
