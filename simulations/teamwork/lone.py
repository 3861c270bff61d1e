"""Whether a lone woman or a lone man can be avoided: arithmetic over the sizes, exact."""

from collections.abc import Sequence

import numpy as np


def fewest_lone(n_women: int, n_men: int, sizes: Sequence[int]) -> int:
    """Return how many women or men must sit without another of their own, in any seating.

    Parameters
    ----------
    n_women, n_men : int
        All others are cards that leave it open, and fill the seats that remain.
    sizes : sequence of int

    Returns
    -------
    int

    Notes
    -----
    Table by table, over all numbers of women and men seated so far.

    Examples
    --------
    >>> fewest_lone(2, 6, (4, 4)), fewest_lone(1, 7, (4, 4)), fewest_lone(3, 3, (2, 2, 2))
    (0, 1, 2)
    """
    most = sum(sizes) + 1
    fewest = np.full((n_women + 1, n_men + 1), most, dtype=np.int64)
    fewest[0, 0] = 0
    for size in sizes:
        seated = np.full_like(fewest, most)
        for women in range(min(size, n_women) + 1):
            for men in range(min(size - women, n_men) + 1):
                before = fewest[: n_women + 1 - women, : n_men + 1 - men]
                here = seated[women:, men:]
                np.minimum(here, before + (women == 1) + (men == 1), out=here)
        fewest = seated
    return int(fewest[n_women, n_men])
