"""The worth of every coalition, as an array by bit mask."""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from simulations.coalitions.members import Floats, members_of
from simulations.errors import ModelError

MOST_PARTIES = 20
"""Twenty parties make a million coalitions, 8 MB an array; each further party doubles it."""

ROUNDING = 1e-9
"""What is smaller than this share of the largest number is rounding, not a difference."""


def worth_of(table: Mapping[Iterable[str], float], parties: Sequence[str]) -> Floats:
    """Turn a table of coalitions into an array by bit mask.

    Parameters
    ----------
    table : mapping of tuples of str to float
        The worth of every coalition, its members in any order. The empty coalition may be left out; it is 0.
    parties : sequence of str
        In the order of the bits: the first party is bit 0.

    Returns
    -------
    ndarray, shape (2**n_parties,)

    Raises
    ------
    ModelError
        ``coalitions.missing`` (naming the coalition), ``coalitions.unknown_party``, ``coalitions.repeated``,
        ``coalitions.bad_number`` or ``coalitions.too_many_parties``.

    Examples
    --------
    >>> table = {("springs",): 305, ("gardens",): -56, ("gardens", "springs"): 455}
    >>> worth_of(table, ["springs", "gardens"])
    array([  0., 305., -56., 455.])
    """
    _check_parties(parties)
    bits = {party: 1 << place for place, party in enumerate(parties)}
    numbers: dict[int, float] = {0: 0.0}
    named: set[int] = set()
    for members, number in table.items():
        mask = _mask_of(members, bits)
        if mask in named:
            raise ModelError("coalitions.repeated", key="table", value=", ".join(members_of(mask, parties)))
        named.add(mask)
        numbers[mask] = float(number)
    for mask in range(1 << len(parties)):
        if mask not in numbers:
            raise ModelError("coalitions.missing", value=", ".join(members_of(mask, parties)))
    return read_worth([numbers[mask] for mask in range(1 << len(parties))])


def last_digits_of(worth: Floats) -> float:
    """Return by how much sums over the worth may be off, since numbers have about sixteen digits.

    Examples
    --------
    >>> last_digits_of(np.array([0.0, 0.1, 0.2, 0.3])) < 1e-15
    True
    """
    return float(worth.size.bit_length() * 4 * np.finfo(float).eps * np.abs(worth).max())


def read_worth(worth: ArrayLike) -> Floats:
    """Check a game and return it as a new array.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0.

    Returns
    -------
    ndarray, shape (2**n_parties,)
        A new array; the caller's is left alone.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    Examples
    --------
    >>> read_worth([0, 1])
    array([0., 1.])
    """
    numbers = np.array(worth, dtype=np.float64)
    if numbers.ndim != 1 or numbers.size < 2 or numbers.size & (numbers.size - 1):
        raise ModelError("coalitions.wrong_shape", key="worth", value=numbers.shape, allowed="(2**n,), n >= 1")
    n_parties = numbers.size.bit_length() - 1
    if n_parties > MOST_PARTIES:
        raise ModelError("coalitions.too_many_parties", value=n_parties, allowed=MOST_PARTIES)
    if numbers[0] != 0:
        raise ModelError("coalitions.bad_number", key="worth[0]", value=float(numbers[0]), allowed="0")
    if not np.isfinite(numbers).all():
        place = next(place for place, number in enumerate(numbers.tolist()) if not isfinite(number))
        raise ModelError("coalitions.bad_number", key=f"worth[{place}]", value=float(numbers[place]), allowed="finite")
    return numbers


def read_allocation(allocation: ArrayLike, n_parties: int) -> Floats:
    """Check what each party gets and return it as a new array.

    Raises
    ------
    ModelError
        ``coalitions.wrong_shape`` or ``coalitions.bad_number``.

    Examples
    --------
    >>> read_allocation([1, 2], 2)
    array([1., 2.])
    """
    shares = np.array(allocation, dtype=np.float64)
    if shares.shape != (n_parties,):
        raise ModelError("coalitions.wrong_shape", key="allocation", value=shares.shape, allowed=(n_parties,))
    if not np.isfinite(shares).all():
        raise ModelError("coalitions.bad_number", key="allocation", value=shares.tolist(), allowed="finite")
    return shares


def _check_parties(parties: Sequence[str]) -> None:
    if not parties:
        raise ModelError("coalitions.wrong_shape", key="parties", value=(0,), allowed="(n,), n >= 1")
    if len(parties) > MOST_PARTIES:
        raise ModelError("coalitions.too_many_parties", value=len(parties), allowed=MOST_PARTIES)
    for place, party in enumerate(parties):
        if party in parties[:place]:
            raise ModelError("coalitions.repeated", key="parties", value=party)


def _mask_of(members: Iterable[str], bits: Mapping[str, int]) -> int:
    # A lone name is easily written ("springs") and would be read letter by letter.
    names = (members,) if isinstance(members, str) else tuple(members)
    mask = 0
    for name in names:
        if name not in bits:
            raise ModelError("coalitions.unknown_party", value=name, allowed=list(bits))
        if mask & bits[name]:
            raise ModelError("coalitions.repeated", key=", ".join(names), value=name)
        mask |= bits[name]
    return mask
