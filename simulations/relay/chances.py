"""The chance that a piece of a message arrives as it left."""

from collections.abc import Sequence
from itertools import accumulate

from simulations.errors import ModelError


def arrives(n_calls: int, *, slip: float, caught: float = 0.0) -> float:
    """Give the chance that one piece arrives as it left.

    Parameters
    ----------
    n_calls : int
        How often it is passed on.
    slip : float
        Chance that it comes out differently at one call.
    caught : float, optional
        Chance that such a slip is caught, when everybody says back what they heard; nought without that.

    Returns
    -------
    float
        ``(1 - slip * (1 - caught)) ** n_calls``.

    Raises
    ------
    ModelError
        ``relay.bad_number``.

    Examples
    --------
    >>> round(arrives(7, slip=0.15), 2), round(arrives(7, slip=0.15, caught=0.8), 2)
    (0.32, 0.81)
    """
    if n_calls < 0:
        raise ModelError("relay.bad_number", key="n_calls", value=n_calls, allowed="0 or more")
    return chances((True,) * n_calls, slip=slip, caught=caught)[-1]


def chances(says_back: Sequence[bool], *, slip: float, caught: float) -> tuple[float, ...]:
    """Give the chance that a piece is still as it left, at the sender and after every call.

    Parameters
    ----------
    says_back : sequence of bool
        For every call, whether it is said back; see `calls_that_say_back`.
    slip, caught : float
        As in `arrives`.

    Returns
    -------
    tuple of float
        One number more than there are calls; the first is 1.

    Raises
    ------
    ModelError
        ``relay.bad_number``.

    Notes
    -----
    A slip is never put right by a lucky guess, so the chance only falls.

    Examples
    --------
    >>> [round(one, 3) for one in chances((False, True), slip=0.5, caught=0.8)]
    [1.0, 0.5, 0.45]
    """
    check_chance("slip", slip)
    check_chance("caught", caught)
    stays = (1 - slip * (1 - caught * back) for back in says_back)
    return tuple(accumulate(stays, lambda before, kept: before * kept, initial=1.0))


def check_chance(key: str, value: float) -> None:
    """Raise `ModelError` for a number that is no chance."""
    if not 0 <= value <= 1:
        raise ModelError("relay.bad_number", key=key, value=value, allowed="0 to 1")
