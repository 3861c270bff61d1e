"""What is wrong with a plan, as keys and numbers, for an answer on the spot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from simulations.teamwork.cards import Gender
from simulations.teamwork.critical import ROUNDING_HOURS, critical_path
from simulations.teamwork.load import LoadFairness, load_fairness
from simulations.teamwork.names import read_hours
from simulations.teamwork.tasks import Task, Volunteer, read_assignment, read_tasks, read_volunteers
from simulations.teamwork.working import finish_hours

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCheck:
    """What a plan does. Truthy when nothing is wrong with it.

    Attributes
    ----------
    open_tasks : tuple of str
        Tasks that nobody has taken.
    finish_hours : float
        When all can be ready, with one task at a time for everybody.
    late_hours : float
        By how much that is after the deadline; 0 in time.
    overloaded : tuple of (str, float)
        Volunteers with more hours than they offered, and how many more.
    unable : tuple of (str, str, tuple of (str, str))
        Task, volunteer, and what the volunteer lacks: ``("skill", code)`` or ``("language", code)``.
    prestige_side : str or None
        The side that has all of two or more prestige tasks, where another side could have had some.
    prestige_gender : Gender or None
        The same by card.
    fairness : LoadFairness
    """

    open_tasks: tuple[str, ...]
    finish_hours: float
    late_hours: float
    overloaded: tuple[tuple[str, float], ...]
    unable: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    prestige_side: str | None
    prestige_gender: Gender | None
    fairness: LoadFairness

    def __bool__(self) -> bool:
        one_sided = self.prestige_side is not None or self.prestige_gender is not None
        return not (self.open_tasks or self.late_hours or self.overloaded or self.unable or one_sided)


def check_plan(
    tasks: Iterable[Task],
    volunteers: Iterable[Volunteer],
    assignment: Mapping[str, str],
    *,
    deadline_hours: float | None = None,
) -> PlanCheck:
    """Look at a plan, whole or half made.

    Parameters
    ----------
    tasks : iterable of Task
    volunteers : iterable of Volunteer
    assignment : mapping of str to str
        Task -> volunteer, by key.
    deadline_hours : float, optional
        From the beginning. Without it the length of the critical path, the shortest that any plan can take.

    Returns
    -------
    PlanCheck

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated``, ``teamwork.unknown``, ``teamwork.bad_number`` or
        ``teamwork.cycle``.

    Examples
    --------
    >>> tasks = [Task(key="stage", hours=3), Task(key="bread", hours=1, skills=["baking"])]
    >>> ana = Volunteer(key="ana", hours=3, side="mill", skills=["baking"])
    >>> check = check_plan(tasks, [ana], {"stage": "ana", "bread": "ana"})
    >>> bool(check), check.overloaded, check.late_hours
    (False, (('ana', 1.0),), 1.0)
    """
    work, people = read_tasks(tasks), read_volunteers(volunteers)
    done = read_assignment(assignment, work, people)
    fairness = load_fairness(work, people, done)
    by_key = {person.key: person for person in people}
    finish, deadline = finish_hours(work, done), critical_path(work).length_hours
    if deadline_hours is not None:
        deadline = read_hours("deadline_hours", deadline_hours, zero=True)
    over = ((person.key, fairness.hours[person.key] - person.hours) for person in people)
    lacks = (
        (task.key, done[task.key], task.needs - by_key[done[task.key]].abilities) for task in work if task.key in done
    )
    doers = [by_key[done[task.key]] for task in work if task.prestige and task.key in done]
    return PlanCheck(
        open_tasks=tuple(task.key for task in work if task.key not in done),
        finish_hours=finish,
        late_hours=_above(finish - deadline),
        overloaded=tuple((key, hours) for key, hours in over if _above(hours)),
        unable=tuple((task, person, tuple(sorted(needs))) for task, person, needs in lacks if needs),
        prestige_side=_all_alike([one.side for one in doers], [one.side for one in people]),
        prestige_gender=_all_alike([one.gender for one in doers], [one.gender for one in people]),
        fairness=fairness,
    )


def _above(hours: float) -> float:
    return hours if hours > ROUNDING_HOURS else 0.0


def _all_alike(doers: list[Kind], everybody: list[Kind]) -> Kind | None:
    alike = len(doers) > 1 and len(set(doers)) == 1 and len(set(everybody)) > 1
    return doers[0] if alike else None
