"""The critical path: what must not slip if all is to be ready in time."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from simulations.errors import ModelError
from simulations.teamwork.tasks import Task, read_tasks

ROUNDING_HOURS = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a task can begin and end, in hours from the beginning.

    Attributes
    ----------
    key : str
    earliest_start, earliest_finish : float
        When all that comes before is done as early as can be.
    latest_start, latest_finish : float
        So that the whole is not late.
    slack : float
        By how much it may slip.
    """

    key: str
    earliest_start: float
    earliest_finish: float
    latest_start: float
    latest_finish: float

    @property
    def slack(self) -> float:
        """By how many hours the task may slip; 0 on a critical path."""
        slack = self.latest_start - self.earliest_start
        return slack if slack > ROUNDING_HOURS else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How long all tasks take when there are hands enough.

    Attributes
    ----------
    length_hours : float
    path : tuple of str
        A critical path: tasks that follow each other and fill the whole length. There may be others.
    times : tuple of Times
        One a task, in the order given.
    """

    length_hours: float
    path: tuple[str, ...]
    times: tuple[Times, ...]

    @property
    def critical(self) -> tuple[str, ...]:
        """Every task that must not slip, in the order given."""
        return tuple(times.key for times in self.times if not times.slack)


def critical_path(tasks: Iterable[Task]) -> Schedule:
    """Find the earliest and latest times of tasks that wait for each other, and the longest chain.

    Parameters
    ----------
    tasks : iterable of Task
        At least one.

    Returns
    -------
    Schedule

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated``, ``teamwork.unknown``, or ``teamwork.cycle``, which
        names the tasks that wait for each other in a circle.

    References
    ----------
    J. E. Kelley, M. R. Walker (1959), Critical-path planning and scheduling, Proceedings of the Eastern Joint
    Computer Conference, 160-173.

    Examples
    --------
    >>> plan = critical_path([Task(key="stage", hours=3), Task(key="bread", hours=1),
    ...                       Task(key="feast", hours=2, after=["stage", "bread"])])
    >>> plan.length_hours, plan.path, [times.slack for times in plan.times]
    (5.0, ('stage', 'feast'), [0.0, 2.0, 0.0])
    """
    read = read_tasks(tasks)
    graph, hours = graph_of(read), {task.key: task.hours for task in read}
    order = list(nx.topological_sort(graph))
    finish: dict[str, float] = {}
    for key in order:
        finish[key] = hours[key] + max((finish[before] for before in graph.pred[key]), default=0.0)
    length = max(finish.values())
    latest: dict[str, float] = {}
    for key in reversed(order):
        latest[key] = min((latest[later] - hours[later] for later in graph.succ[key]), default=length)
    times = (
        Times(
            key=key,
            earliest_start=finish[key] - hours[key],
            earliest_finish=finish[key],
            latest_start=latest[key] - hours[key],
            latest_finish=latest[key],
        )
        for key in hours
    )
    return Schedule(length_hours=length, path=_longest(graph, finish), times=tuple(times))


def graph_of(tasks: tuple[Task, ...]) -> "nx.DiGraph[str]":
    """Return tasks as a graph, from each to those that wait for it.

    Raises
    ------
    ModelError
        ``teamwork.cycle``.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(task.key for task in tasks)
    graph.add_edges_from((before, task.key) for task in tasks for before in task.after)
    if not nx.is_directed_acyclic_graph(graph):
        circle = [tail for tail, _ in nx.find_cycle(graph)]
        raise ModelError("teamwork.cycle", value=", ".join([*circle, circle[0]]))
    return graph


def _longest(graph: "nx.DiGraph[str]", finish: dict[str, float]) -> tuple[str, ...]:
    """Walk back from the last task to finish, always to the one it waited for."""
    path = [max(finish, key=lambda key: finish[key])]
    while graph.pred[path[-1]]:
        path.append(max(graph.pred[path[-1]], key=lambda key: finish[key]))
    return tuple(reversed(path))
