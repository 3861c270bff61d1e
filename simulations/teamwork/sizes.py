"""From the number of people to the sizes of tables."""

from dataclasses import dataclass

from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Sizes of tables, or why there are none. Truthy when everybody has a seat.

    Attributes
    ----------
    sizes : tuple of int
        The largest first; empty when so many people cannot be split.
    fewer, more : int or None
        The nearest numbers of people that can be split, when these cannot: so many could sit while others
        have another task, or so many would do if others joined. None where there is no such number.
    """

    sizes: tuple[int, ...]
    fewer: int | None = None
    more: int | None = None

    def __bool__(self) -> bool:
        return bool(self.sizes)


def table_sizes(n_people: int, *, least: int = 4, most: int = 8, ideal: float = 6) -> Sizes:
    """Split people over tables whose sizes differ by at most one and are near the ideal.

    Parameters
    ----------
    n_people : int
    least, most : int
        The smallest and the largest table; story circles take 4 and 6.
    ideal : float
        The size to be near to, on average; story circles take 5. Of two equally near, the smaller tables.

    Returns
    -------
    Sizes

    Raises
    ------
    ModelError
        ``teamwork.bad_number``.

    Examples
    --------
    >>> table_sizes(23).sizes
    (6, 6, 6, 5)
    >>> table_sizes(23, least=4, most=6, ideal=5).sizes
    (5, 5, 5, 4, 4)
    >>> table_sizes(7, least=4, most=6, ideal=5)
    Sizes(sizes=(), fewer=6, more=8)
    """
    if n_people < 0:
        raise ModelError("teamwork.bad_number", key="n_people", value=n_people, allowed=">= 0")
    if not 2 <= least <= most:
        raise ModelError("teamwork.bad_number", key="least", value=least, allowed=f"2 to {most}")
    numbers = range(-(-n_people // most), n_people // least + 1) if n_people else ()
    if numbers:
        n_tables = min(numbers, key=lambda number: (abs(n_people / number - ideal), -number))
        size, larger = divmod(n_people, n_tables)
        return Sizes(sizes=(size + 1,) * larger + (size,) * (n_tables - larger))
    # So many tables of the largest size are too few, and one more of the smallest is too many.
    n_tables = n_people // most
    return Sizes(sizes=(), fewer=n_tables * most or None, more=(n_tables + 1) * least)
