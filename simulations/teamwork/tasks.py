"""Tasks, and the volunteers who may take them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulations.errors import ModelError
from simulations.teamwork.cards import Gender
from simulations.teamwork.names import read_hours, read_keys, read_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of work that one person does.

    Parameters
    ----------
    key : str
    hours : float
    skills, languages : sequence of str
        What the person must be able to do and to talk in, as codes.
    after : sequence of str
        Keys of tasks that must be done before.
    prestige : bool
        Whether it is done in the light, as speaking on the stage is and cleaning up is not.

    Raises
    ------
    ModelError
        ``teamwork.bad_number`` or ``teamwork.repeated``.

    Examples
    --------
    >>> Task(key="welcome", hours=1, languages=["a", "b"], after=["stage"], prestige=True).prestige
    True
    """

    key: str
    hours: float
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    prestige: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "hours", read_hours(f"{self.key}.hours", self.hours, zero=True))
        for name in ("skills", "languages", "after"):
            object.__setattr__(self, name, read_keys(f"{self.key}.{name}", getattr(self, name)))

    @property
    def needs(self) -> frozenset[tuple[str, str]]:
        """Skills and languages together, each with its kind."""
        return _abilities(self.skills, self.languages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """A person who gives hours.

    Parameters
    ----------
    key : str
    hours : float
        How many the person can give.
    skills, languages : sequence of str
        As codes.
    side : str
    gender : Gender, str or None

    Raises
    ------
    ModelError
        ``teamwork.bad_number``, ``teamwork.repeated`` or ``teamwork.unknown``.
    """

    key: str
    hours: float
    side: str
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    gender: Gender | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "hours", read_hours(f"{self.key}.hours", self.hours, zero=False))
        for name in ("skills", "languages"):
            object.__setattr__(self, name, read_keys(f"{self.key}.{name}", getattr(self, name)))
        if self.gender is not None:
            object.__setattr__(self, "gender", read_kind(f"{self.key}.gender", self.gender, Gender))

    @property
    def abilities(self) -> frozenset[tuple[str, str]]:
        """Skills and languages together, each with its kind."""
        return _abilities(self.skills, self.languages)


def _abilities(skills: tuple[str, ...], languages: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset({("skill", key) for key in skills} | {("language", key) for key in languages})


def read_tasks(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks that all differ and wait only for tasks that are there.

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated`` or ``teamwork.unknown``.
    """
    read = tuple(tasks)
    keys = read_keys("tasks", (task.key for task in read), empty=False)
    for task in read:
        for before in task.after:
            if before not in keys:
                raise ModelError("teamwork.unknown", key=f"{task.key}.after", value=before, allowed=list(keys))
    return read


def read_volunteers(volunteers: Iterable[Volunteer]) -> tuple[Volunteer, ...]:
    """Return volunteers that all differ.

    Raises
    ------
    ModelError
        ``teamwork.nothing_there`` or ``teamwork.repeated``.
    """
    read = tuple(volunteers)
    read_keys("volunteers", (volunteer.key for volunteer in read), empty=False)
    return read


def read_assignment(
    assignment: Mapping[str, str], tasks: tuple[Task, ...], volunteers: tuple[Volunteer, ...]
) -> dict[str, str]:
    """Return who does which task; tasks may be left open.

    Raises
    ------
    ModelError
        ``teamwork.unknown``.
    """
    known, people = [task.key for task in tasks], [volunteer.key for volunteer in volunteers]
    for task, volunteer in assignment.items():
        if task not in known:
            raise ModelError("teamwork.unknown", key="assignment", value=task, allowed=known)
        if volunteer not in people:
            raise ModelError("teamwork.unknown", key=f"assignment.{task}", value=volunteer, allowed=people)
    return {key: assignment[key] for key in known if key in assignment}
