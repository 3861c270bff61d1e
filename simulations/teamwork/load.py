"""How evenly work is shared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from simulations.errors import ModelError
from simulations.teamwork.tasks import Task, Volunteer, read_assignment, read_tasks, read_volunteers


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFairness:
    """Who carries how much of what they offered.

    Attributes
    ----------
    hours : dict of str to float
        What each volunteer does.
    shares : dict of str to float
        The same as a share of the hours offered: 1 is all of it, and more is too much.
    gini : float
        Of the shares: 0 when all carry alike, near 1 when one carries all.
    side_shares : dict of str to float
        The hours a side does, as a share of the hours it offered.
    gini_within : dict of str to float
        The Gini coefficient of the shares inside each side.
    """

    hours: dict[str, float]
    shares: dict[str, float]
    gini: float
    side_shares: dict[str, float]
    gini_within: dict[str, float]


def gini(amounts: ArrayLike) -> float:
    """Return the Gini coefficient: how far amounts are from equal, 0 to 1.

    Parameters
    ----------
    amounts : array_like, shape (n,)
        0 or more. Where all are 0, all are equal.

    Returns
    -------
    float
        Half the mean difference between any two, as a share of the mean; ``(n - 1) / n`` when one has all.

    Raises
    ------
    ModelError
        ``teamwork.bad_number``.

    References
    ----------
    C. Gini (1912), Variabilita e mutabilita, Bologna. The formula for sorted amounts: E. W. Weisstein, Gini
    Coefficient, MathWorld.

    Examples
    --------
    >>> gini([1, 2, 3, 4]), gini([5, 5]), gini([0, 0, 0, 8])
    (0.25, 0.0, 0.75)
    """
    sorted_amounts = np.sort(np.array(amounts, dtype=np.float64).ravel())
    n, total = sorted_amounts.size, float(sorted_amounts.sum())
    if not n or not np.isfinite(total) or sorted_amounts[0] < 0:
        raise ModelError("teamwork.bad_number", key="amounts", value=sorted_amounts.tolist(), allowed=">= 0")
    ranks = 2 * np.arange(1, n + 1) - n - 1
    return float(ranks @ sorted_amounts / (n * total)) if total else 0.0


def load_fairness(
    tasks: Iterable[Task], volunteers: Iterable[Volunteer], assignment: Mapping[str, str]
) -> LoadFairness:
    """Return how evenly an assignment shares the work.

    Parameters
    ----------
    tasks : iterable of Task
    volunteers : iterable of Volunteer
    assignment : mapping of str to str
        Task -> volunteer, by key; tasks may be left open.

    Returns
    -------
    LoadFairness

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated`` or ``teamwork.unknown``.
    """
    work, people = read_tasks(tasks), read_volunteers(volunteers)
    done = read_assignment(assignment, work, people)
    hours = {person.key: 0.0 for person in people}
    for task in work:
        if task.key in done:
            hours[done[task.key]] += task.hours
    sides: dict[str, list[Volunteer]] = {}
    for person in people:
        sides.setdefault(person.side, []).append(person)
    shares = {person.key: hours[person.key] / person.hours for person in people}
    return LoadFairness(
        hours=hours,
        shares=shares,
        gini=gini(list(shares.values())),
        side_shares={
            side: sum(hours[one.key] for one in members) / sum(one.hours for one in members)
            for side, members in sides.items()
        },
        gini_within={side: gini([shares[one.key] for one in members]) for side, members in sides.items()},
    )
