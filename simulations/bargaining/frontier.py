"""The Pareto frontier: packages that cannot be made better for one party without harm to another."""

import numpy as np

from simulations.bargaining.dominance import undominated
from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.packages import MOST_PACKAGES, Packages, longer, option_payoffs
from simulations.bargaining.rounding import rounding
from simulations.errors import ModelError

MOST_PAIRS = 10**11
"""With three and more parties, the most pairs of sums that are held against each other in one step: a minute or so."""


def pareto_frontier(negotiation: Negotiation) -> Packages:
    """Return the packages that no other package beats.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Packages
        With ``.packages`` (k, n_issues) and ``.payoffs`` (k, n_parties), rows in the lexicographic order of the
        packages. Of packages that are worth the same to everybody only the first is there. Reservation values
        are not applied: a package of the frontier may be worse for a party than no agreement.

    Raises
    ------
    ModelError
        ``bargaining.long_frontier`` before a step that would hold too many packages against each other; the four
        solutions, `agreement_zone` and `better_packages` do without the frontier.

    Notes
    -----
    Issue by issue: what begins with a beaten sum is beaten. So the cost grows with the frontiers of the first
    issues, the first two, and so on, and not with the number of packages.

    Exact for the payoffs as ``negotiation.payoffs`` adds them up, in the order of the issues. Values that round are
    no exception: rounding never turns more into less, so that a beaten beginning stays no better; and where rounding
    could make two beginnings equal at the end, the earlier one is kept as well.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [3, 3, 8]}, reservation=0)
    >>> pareto_frontier(Negotiation(issues=(water,), parties=(springs, gardens))).payoffs.tolist()
    [[5.0, 3.0], [1.0, 8.0]]
    """
    nobody_asks = np.full(len(negotiation.parties), -np.inf)
    found = merged(negotiation, least=nobody_asks, most_pairs=MOST_PAIRS)
    if isinstance(found, int):
        raise ModelError("bargaining.long_frontier", value=found, allowed=MOST_PACKAGES)
    return found


def merged(negotiation: Negotiation, *, least: Floats, most_pairs: int) -> Packages | int:
    """Return that part of the frontier which gives everybody at least so much.

    Parameters
    ----------
    negotiation : Negotiation
    least : ndarray, shape (n_parties,)
    most_pairs : int
        With three and more parties, how many pairs of sums may be held against each other in one step.

    Returns
    -------
    Packages or int
        Rows in lexicographic order; or the number of sums in the step that would have been too much.
    """
    issues, slack = option_payoffs(negotiation), rounding(negotiation)
    most_later = np.cumsum([options.max(axis=0) for options in reversed(issues)], axis=0)[::-1]
    sums, steps = np.zeros((1, len(least))), []
    for place, options in enumerate(issues):
        n_sums, last = len(sums) * len(options), place == len(issues) - 1
        if n_sums > MOST_PACKAGES or (len(least) > 2 and n_sums * len(sums) > most_pairs):
            return n_sums
        sums = longer(sums, options)
        enough = sums >= least if last else sums + most_later[place + 1] >= least - slack
        inside = np.flatnonzero(enough.all(axis=1))
        kept = inside[_unbeaten(sums[inside], np.zeros_like(slack) if last else slack)]
        sums = sums[kept]
        steps.append(np.divmod(kept, len(options)))
    return Packages(packages=_packages(steps), payoffs=sums)


def _unbeaten(sums: Floats, slack: Floats) -> Ints:
    """Return the rows that must be kept: whatever follows them, no other row makes them needless.

    A row makes another needless when it is nowhere less, and either comes first or is so much better somewhere that
    rounding cannot hide it. Values that lie apart by less than the slack, in a chain, count as not better.
    """
    best = undominated(sums)
    if not slack.any() or len(best) == len(sums):
        return best
    chains = np.stack([_chains(column, width) for column, width in zip(sums.T, slack, strict=True)], axis=1)
    groups = np.unique(chains, axis=0, return_inverse=True)[1].ravel()
    near = np.flatnonzero(np.isin(groups, groups[best]))
    return best if len(near) == len(best) else near[undominated(np.column_stack((sums[near], -near)))]


def _chains(column: Floats, width: float) -> Ints:
    """Number the values, with one number for all that follow each other at most ``width`` apart."""
    values, places = np.unique(column, return_inverse=True)
    return np.concatenate(([0], np.cumsum(np.diff(values) > width)))[places]


def _packages(steps: list[tuple[Ints, Ints]]) -> Ints:
    """Follow the kept rows back, from the last issue to the first."""
    rows = np.arange(len(steps[-1][0]))
    packages = np.empty((len(rows), len(steps)), dtype=np.int64)
    for place in reversed(range(len(steps))):
        before, options = steps[place]
        packages[:, place] = options[rows]
        rows = before[rows]
    return packages
