"""The allocation whose largest complaint is as small as can be, then the next one, and so on."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.coalitions.excesses import least_excesses
from simulations.coalitions.members import Floats
from simulations.coalitions.worth import last_digits_of, read_worth


def nucleolus(worth: ArrayLike) -> Floats:
    """Share so that the coalition with most reason to complain has as little as can be, then the next one.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0. At most 20 parties. Where the numbers are costs, pass minus the costs.

    Returns
    -------
    ndarray, shape (n_parties,)
        In the unit of ``worth``; adds up to what all are worth together. Nobody gets less than alone. When all
        together are worth less than the sum of what each is worth alone, nobody can promise that; then it is the
        prenucleolus, which leaves this condition out.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    Notes
    -----
    A coalition's complaint is its excess: what it is worth alone less what it gets. Exact, by a sequence of linear
    programs; there is always one answer and only one. It lies in the core when the core is not empty. `is_nucleolus`
    proves an answer in another way.

    References
    ----------
    D. Schmeidler (1969), SIAM Journal on Applied Mathematics 17:1163-1170, doi:10.1137/0117107.

    Examples
    --------
    >>> nucleolus([0, 305, -56, 455])  # two sides of a river
    array([408.,  47.])
    >>> -nucleolus([0, -8, -12, -12, -14, -14, -14, -14])  # three planes share the cost of a runway
    array([4., 4., 6.])
    """
    numbers = read_worth(worth)
    return least_excesses(numbers, alone_at_least=enough_for_each(numbers))


def enough_for_each(worth: Floats) -> bool:
    """Tell whether all together are worth at least what each is worth alone, rounding aside.

    Examples
    --------
    >>> enough_for_each(np.array([0.0, 3.0, 4.0, 6.0]))
    False
    """
    alone = worth[1 << np.arange(worth.size.bit_length() - 1)]
    return bool(worth[-1] - alone.sum() >= -last_digits_of(worth))
