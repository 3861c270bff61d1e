"""A fair plan, or the smallest thing that is lacking for one."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulations.teamwork.critical import graph_of
from simulations.teamwork.load import LoadFairness, load_fairness
from simulations.teamwork.program import ROUNDING, program_of
from simulations.teamwork.tasks import Task, Volunteer, read_tasks, read_volunteers

DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who does what. Truthy when everybody can do it within the hours offered.

    Attributes
    ----------
    assignment : dict of str to str
        Task -> volunteer. A falsy plan needs what is lacking first.
    lacking_abilities : tuple of (str, str, str)
        Volunteer, ``"skill"`` or ``"language"``, and the code: the fewest that must be added for any plan.
    lacking_hours : tuple of (str, float)
        Volunteer, and the hours to be added: the fewest in all that any plan needs then.
    prestige_on : tuple of (str, str)
        ``("side", key)`` or ``("gender", key)`` of those who have all prestige tasks because it cannot be otherwise.
    fairness : LoadFairness
    proven : bool
        Whether all of this is proven the best; False when the search for it was cut short.
    """

    assignment: dict[str, str]
    lacking_abilities: tuple[tuple[str, str, str], ...]
    lacking_hours: tuple[tuple[str, float], ...]
    prestige_on: tuple[tuple[str, str], ...]
    fairness: LoadFairness
    proven: bool

    def __bool__(self) -> bool:
        return not (self.lacking_abilities or self.lacking_hours)


def assign(tasks: Iterable[Task], volunteers: Iterable[Volunteer]) -> Plan:
    """Share tasks so that everybody can do theirs, nobody gives more hours than offered, and all carry alike.

    Parameters
    ----------
    tasks : iterable of Task
    volunteers : iterable of Volunteer

    Returns
    -------
    Plan
        When no plan is possible, it says what the smallest help would be, and how the work could then be shared.

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated``, ``teamwork.unknown`` or ``teamwork.cycle``.

    Notes
    -----
    An integer program, exact. Its aims, each only where those before it leave a choice: (1) as few skills and
    languages to be added as possible, none when that can be; (2) as few hours to be added as possible; (3) prestige
    tasks not all on one side, nor all with women or all with men; (4) the largest share of the hours offered as
    small as possible; (5) the differences between any two shares as small as possible in sum, which is what the Gini
    coefficient adds up. As (1) and (2) are smallest, nothing of what is lacking can be left out.

    Examples
    --------
    >>> tasks = [Task(key="stage", hours=2), Task(key="speech", hours=2, languages=["b"])]
    >>> ana = Volunteer(key="ana", hours=4, side="mill", languages=["a"])
    >>> bek = Volunteer(key="bek", hours=4, side="willow", languages=["a", "b"])
    >>> assign(tasks, [ana, bek]).assignment
    {'stage': 'ana', 'speech': 'bek'}
    >>> assign(tasks, [ana]).lacking_abilities
    (('ana', 'language', 'b'),)
    """
    work, people = read_tasks(tasks), read_volunteers(volunteers)
    graph_of(work)  # a plan whose tasks wait in a circle is none
    solved = program_of(work, people).solve()
    chosen = {name: round(number, DECIMALS) for name, number in solved.values.items() if number > 10 * ROUNDING}
    doers = {name[2]: name[1] for name in chosen if name[0] == "does"}
    assignment = {task.key: doers[task.key] for task in work}
    return Plan(
        assignment=assignment,
        lacking_abilities=tuple((name[1], name[2], name[3]) for name in chosen if name[0] == "learns"),
        lacking_hours=tuple((name[1], number) for name, number in chosen.items() if name[0] == "over"),
        prestige_on=tuple((name[1], name[2]) for name in chosen if name[0] == "all_on"),
        fairness=load_fairness(work, people, assignment),
        proven=solved.proven,
    )
