"""Good camps without a proof: follow the ties along a tree, then let single people change sides."""

import numpy as np

from simulations.relations.signs import Floats, SignedTies, Whole

_STEPS_A_PERSON = 10
_REST = (7, 5)  # steps during which who changed sides stays: the first number, and up to the second one more


def misfits(ties: SignedTies, sides: Whole) -> Whole:
    """Return the ties that do not fit: bad ones inside a camp, good ones across.

    Parameters
    ----------
    ties : SignedTies
    sides : ndarray of int, shape (n_people,)
        +1 or -1 for each person.

    Returns
    -------
    ndarray of int
        The places of the ties.

    Examples
    --------
    >>> ties = SignedTies(people=("mill", "willow"), first=np.array([0]), second=np.array([1]), sign=np.array([-1]))
    >>> misfits(ties, np.array([1, 1])).tolist(), misfits(ties, np.array([1, -1])).tolist()
    ([0], [])
    """
    return np.flatnonzero(sides[ties.first] * sides[ties.second] * ties.sign < 0)


def along_a_tree(ties: SignedTies, doubt: Floats) -> Whole:
    """Return the camps of a spanning forest, which prefers ties with little doubt; all its ties fit.

    Parameters
    ----------
    ties : SignedTies
    doubt : ndarray of float, shape (n_ties,)
        From 0 upwards: how much speaks for a tie not to fit.

    Returns
    -------
    ndarray of int, shape (n_people,)
        +1 or -1.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    n_people = len(ties.people)
    # The sparse matrix takes 0 for "no tie", so that every doubt must be above 0.
    weighed = csr_array((doubt + 1.0, (ties.first, ties.second)), shape=(n_people, n_people))
    forest, signs = minimum_spanning_tree(weighed), ties.matrix()
    sides = np.zeros(n_people, dtype=np.int64)
    for root in range(n_people):
        if not sides[root]:
            order, before = breadth_first_order(forest, root, directed=False)
            sides[root] = 1
            for person in order[1:]:
                sides[person] = sides[before[person]] * signs[person, before[person]]
    return sides


def let_change_sides(ties: SignedTies, sides: Whole) -> Whole:
    """Return camps with no more misfits: one person after another changes sides.

    Parameters
    ----------
    ties : SignedTies
    sides : ndarray of int, shape (n_people,)
        Where to begin; +1 or -1.

    Returns
    -------
    ndarray of int, shape (n_people,)

    Notes
    -----
    Tabu search (F. Glover 1989, ORSA Journal on Computing 1:190-206, doi:10.1287/ijoc.1.3.190) without chance: the
    person changes sides for whom it costs least, even when it costs, and then rests for some steps.
    """
    signs, sides = ties.matrix(), sides.copy()
    # What it would cost when a person changed sides: ties that fit now, less those that do not.
    cost = sides * (signs @ sides)
    least, now, best = 0.0, 0.0, sides.copy()
    rests_until = np.zeros(sides.size, dtype=np.int64)
    for step in range(_STEPS_A_PERSON * sides.size):
        free = np.where((rests_until <= step) | (now + cost < least), cost, np.inf)
        person = int(np.argmin(free))
        now += cost[person]
        cost -= 2 * sides[person] * sides * signs[person]
        cost[person] *= -1
        sides[person] *= -1
        rests_until[person] = step + _REST[0] + step % _REST[1]
        if now < least:
            least, best = now, sides.copy()
    return best
