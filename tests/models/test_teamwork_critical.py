"""The longest chain of tasks, and how far the others may slip."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.teamwork import Schedule, Task, critical_path

quick = settings(max_examples=30, deadline=None)


def tasks_of(table: dict[str, tuple[float, str]]) -> list[Task]:
    return [Task(key=key, hours=hours, after=tuple(after)) for key, (hours, after) in table.items()]


def test_a_prototype_in_sixteen_hours() -> None:
    """A published teaching example, "Example 1: Draw the network for the events in Table 1" (studylib.net,
    document 8378728), its tables 1 and 2: the path A B D E G takes 16 hours, C and F may slip by one."""
    table = {"A": (6, ""), "B": (2, "A"), "C": (2, "A"), "D": (3, "B"), "F": (2, "C"), "E": (4, "DF"), "G": (1, "E")}
    schedule = critical_path(tasks_of(table))
    assert schedule.length_hours == 16
    assert schedule.path == ("A", "B", "D", "E", "G")
    assert schedule.critical == ("A", "B", "D", "E", "G")
    found = {
        times.key: (times.earliest_start, times.earliest_finish, times.latest_start, times.latest_finish, times.slack)
        for times in schedule.times
    }
    assert found == {
        "A": (0, 6, 0, 6, 0),
        "B": (6, 8, 6, 8, 0),
        "C": (6, 8, 7, 9, 1),
        "D": (8, 11, 8, 11, 0),
        "F": (8, 10, 9, 11, 1),
        "E": (11, 15, 11, 15, 0),
        "G": (15, 16, 15, 16, 0),
    }


def test_fourteen_tasks_and_their_five_paths() -> None:
    """By hand: ABELN 2+10+12+8+3 = 35, ABFIKLN 2+10+7+6+5+8+3 = 41, ACJN 2+13+12+3 = 30, ADGJN 2+12+10+12+3 = 39,
    ADHMN 2+12+16+5+3 = 38. So G may slip by 41 - 39, H and M by 41 - 38, E by 41 - 35, C by 41 - 30."""
    hours = {"A": 2, "B": 10, "C": 13, "D": 12, "E": 12, "F": 7, "G": 10, "H": 16, "I": 6, "J": 12, "K": 5, "L": 8}
    after = {"B": "A", "C": "A", "D": "A", "E": "B", "F": "B", "G": "D", "H": "D", "I": "F", "J": "CG", "K": "I"}
    table = {key: (number, after.get(key, "")) for key, number in hours.items()}
    table |= {"L": (8, "EK"), "M": (5, "H"), "N": (3, "JLM")}
    schedule = critical_path(tasks_of(table))
    assert schedule.length_hours == 41
    assert schedule.path == tuple("ABFIKLN")
    slack = {times.key: times.slack for times in schedule.times}
    assert {key: slack[key] for key in "GHMECDJ"} == {"G": 2, "H": 3, "M": 3, "E": 6, "C": 11, "D": 2, "J": 2}


def longest(tasks: list[Task]) -> float:
    """By definition: the longest of all chains, each walked."""
    graph = nx.DiGraph([(before, task.key) for task in tasks for before in task.after])
    graph.add_nodes_from(task.key for task in tasks)
    hours = {task.key: task.hours for task in tasks}
    chains = [[key] for key in graph]
    chains += [
        path for tail in graph for head in graph if tail != head for path in nx.all_simple_paths(graph, tail, head)
    ]
    return max(sum(hours[key] for key in chain) for chain in chains)


@st.composite
def some_tasks(draw: st.DrawFn) -> list[Task]:
    keys = "abcdef"[: draw(st.integers(1, 6))]
    return [
        Task(
            key=key,
            hours=draw(st.integers(0, 9)),
            after=draw(st.lists(st.sampled_from(keys[:place]), unique=True)) if place else (),
        )
        for place, key in enumerate(keys)
    ]


def slipped(tasks: list[Task], key: str, hours: float) -> Schedule:
    """The schedule when a task takes longer by so many hours: the same as if it began so much later."""
    return critical_path(
        [Task(key=t.key, hours=t.hours + hours * (t.key == key), after=t.after) for t in tasks],
    )


@quick
@given(tasks=some_tasks())
def test_length_and_slack_mean_what_they_say(tasks: list[Task]) -> None:
    schedule = critical_path(tasks)
    hours = {task.key: task.hours for task in tasks}
    assert schedule.length_hours == longest(tasks)
    assert sum(hours[key] for key in schedule.path) == schedule.length_hours
    for times in schedule.times:
        assert slipped(tasks, times.key, times.slack).length_hours == schedule.length_hours
        assert slipped(tasks, times.key, times.slack + 1).length_hours == schedule.length_hours + 1
        assert times.earliest_finish - times.earliest_start == hours[times.key]
        assert times.latest_finish - times.latest_start == hours[times.key]


def test_a_tenth_too_much_is_rounding() -> None:
    chain = [Task(key="a", hours=0.1), Task(key="b", hours=0.2, after=["a"]), Task(key="c", hours=0.3)]
    assert critical_path(chain).critical == ("a", "b", "c")


def test_a_circle_is_named() -> None:
    table = {"posters": (1, ""), "hall": (2, ""), "music": (1, ""), "permit": (1, "")}
    tasks = tasks_of(table)
    after = {"hall": ("permit", "posters"), "music": ("hall",), "permit": ("music",)}
    tasks = [Task(key=task.key, hours=task.hours, after=after.get(task.key, ())) for task in tasks]
    with pytest.raises(ModelError) as caught:
        critical_path(tasks)
    assert caught.value.code == "teamwork.cycle"
    circle = str(caught.value.params["value"]).split(", ")
    assert circle[0] == circle[-1]
    assert set(circle) == {"hall", "music", "permit"}
    assert all(tail in after[head] for tail, head in pairwise(circle))


@pytest.mark.parametrize(
    ("tasks", "code"),
    [
        ([], "teamwork.nothing_there"),
        ([Task(key="a", hours=1), Task(key="a", hours=2)], "teamwork.repeated"),
        ([Task(key="a", hours=1, after=["b"])], "teamwork.unknown"),
    ],
)
def test_tasks_must_fit_each_other(tasks: list[Task], code: str) -> None:
    with pytest.raises(ModelError) as caught:
        critical_path(tasks)
    assert caught.value.code == code


@pytest.mark.parametrize("hours", [-1, float("nan"), float("inf")])
def test_hours_are_numbers(hours: float) -> None:
    with pytest.raises(ModelError) as caught:
        Task(key="stage", hours=hours)
    assert caught.value.code == "teamwork.bad_number"
    assert caught.value.params["key"] == "stage.hours"


def test_a_task_cannot_wait_twice_for_another() -> None:
    with pytest.raises(ModelError) as caught:
        Task(key="stage", hours=1, after=["hall", "hall"])
    assert caught.value.code == "teamwork.repeated"
