"""What parties prefer: statements about options in order of weight, or the states themselves from best to worst."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError

Taken = NDArray[np.bool_]
"""Which options are taken, shape (n_states, n_options)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that a party wishes, perhaps only under a condition.

    Parameters
    ----------
    wish : str or sequence of str
        Patterns with one sign an option: Y taken, N not taken, - either. Several patterns: one of them is enough.
    when : str or sequence of str, optional
        The condition. Where it does not hold, the statement counts as true.
    only_then : bool, optional
        Under the condition the wish, and without the condition the contrary ("if and only if").

    Examples
    --------
    >>> Statement(wish="Y--", when="--N").when
    '--N'
    """

    wish: str | Sequence[str]
    when: str | Sequence[str] = ()
    only_then: bool = False


def matches(pattern: str, taken: Taken, key: str) -> NDArray[np.bool_]:
    """Tell for every state whether it fits a pattern such as ``"YY-N"``."""
    n_options = taken.shape[1]
    if not isinstance(pattern, str) or len(pattern) != n_options or set(pattern) - set("YN-"):
        raise ModelError("stability.bad_pattern", key=key, value=pattern, allowed=n_options)
    signs = np.array(list(pattern))
    asked = signs != "-"
    fits: NDArray[np.bool_] = (taken[:, asked] == (signs[asked] == "Y")).all(axis=1)
    return fits


def by_priorities(statements: Sequence[str | Statement], taken: Taken, key: str) -> NDArray[np.int64]:
    """Return the rank of every state, 0 the worst: an earlier statement weighs more than all later ones together."""
    ranks = np.zeros(taken.shape[0], dtype=np.int64)
    for statement in statements:
        told = statement if isinstance(statement, Statement) else Statement(wish=statement)
        # Renumbered each time, so that no number of statements outgrows an integer.
        ranks = np.unique(2 * ranks + _holds(told, taken, key), return_inverse=True)[1].reshape(-1)
    return ranks


def by_ranking(ranking: Sequence[str | Sequence[str]], taken: Taken, key: str) -> NDArray[np.int64]:
    """Return the rank of every state, 0 the worst, -1 unranked: by the first entry that fits, from best to worst."""
    ranks = np.full(taken.shape[0], -1, dtype=np.int64)
    for rank, entry in zip(range(len(ranking) - 1, -1, -1), ranking, strict=True):
        ranks[(ranks < 0) & _any(entry, taken, key)] = rank
    return ranks


def _holds(statement: Statement, taken: Taken, key: str) -> NDArray[np.bool_]:
    wish = _any(statement.wish, taken, key)
    if not statement.when:
        return wish
    when = _any(statement.when, taken, key)
    return wish == when if statement.only_then else wish | ~when


def _any(patterns: str | Sequence[str], taken: Taken, key: str) -> NDArray[np.bool_]:
    several = (patterns,) if isinstance(patterns, str) else tuple(patterns)
    fits = np.zeros(taken.shape[0], dtype=bool)
    for one in several:
        fits |= matches(one, taken, key)
    return fits
