"""The packages of a talk and how alike they are: the same for everybody at the table."""

from dataclasses import dataclass, field

import numpy as np

from simulations.bargaining.numbers import Floats, Ints, read_positions


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """Packages, told apart by the place of their option on every issue.

    Parameters
    ----------
    attributes : array_like of int, shape (n_packages, n_issues)
        The place of each package's option on every issue.

    Attributes
    ----------
    spans : ndarray of int, shape (n_issues,)
        How far apart the options of an issue can lie; at least 1.
    codes : ndarray of int, shape (n_packages, n_issues)
        The options of all issues numbered through: where in a row of all options a package's own ones stand.
    firsts : ndarray of int, shape (n_issues,)
        Where in such a row each issue begins.
    issues : ndarray of int
        Of which issue each place of such a row is.

    Raises
    ------
    ModelError
        ``bargaining.wrong_shape``.

    Examples
    --------
    >>> space = Space(attributes=[[0, 0], [1, 0], [3, 1]])
    >>> space.codes.tolist()
    [[0, 4], [1, 4], [3, 5]]
    >>> space.distances_from(0).round(2).tolist()
    [0.0, 0.67, 0.83, 1.0, 0.0, 1.0]
    """

    attributes: Ints
    spans: Ints = field(init=False)
    codes: Ints = field(init=False)
    firsts: Ints = field(init=False)
    issues: Ints = field(init=False)
    _levels: tuple[Floats, ...] = field(init=False, repr=False)
    _known: dict[int, Floats] = field(init=False, repr=False, default_factory=dict)
    _by_code: dict[int, Floats] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        attributes = read_positions("attributes", self.attributes)
        found = [_levels_and_codes(column) for column in attributes.T]
        sizes = [len(levels) for levels, _ in found]
        firsts = np.cumsum([0, *sizes[:-1]])
        # The smallest whole numbers that will do: what a turn looks at must come from far less memory.
        numbered = np.empty(attributes.shape, dtype=np.min_scalar_type(sum(sizes)))
        for (_, codes), first, column in zip(found, firsts, numbered.T, strict=True):
            np.add(codes, first, out=column, casting="unsafe")
        worked_out = {
            "attributes": attributes,
            "spans": np.maximum(attributes.max(axis=0) - attributes.min(axis=0), 1),
            "codes": numbered,
            "firsts": firsts,
            "issues": np.repeat(np.arange(len(sizes)), sizes),
            "_levels": tuple(levels.astype(np.float64) for levels, _ in found),
        }
        for name, value in worked_out.items():
            object.__setattr__(self, name, value)

    def distances_from(self, package: int) -> Floats:
        """Return how far every option of every issue lies from a package's own, all in one row.

        0 for the same option of an issue and 1 for the options furthest apart. Half of it counts that the option is
        another one (options may be mere names), half how far apart the two stand in the list (options may rise).
        """
        row = self._known.get(package)
        if row is None:
            known = self._by_code
            parts = [known[code] if code in known else self._from_option(code) for code in self.codes[package].tolist()]
            row = self._known[package] = np.concatenate(parts)
        return row

    def _from_option(self, code: int) -> Floats:
        """Return how far all options of an issue lie from one of them: the same for all packages with it."""
        issue = int(self.issues[code])
        levels = self._levels[issue]
        steps = np.abs(levels - levels[code - self.firsts[issue]])
        distances: Floats = ((steps > 0) + steps / self.spans[issue]) / 2
        self._by_code[code] = distances
        return distances


def _levels_and_codes(column: Ints) -> tuple[Ints, Ints]:
    """Return the options of an issue in rising order, and which of them each package has."""
    low, high = int(column.min()), int(column.max())
    if high - low <= len(column):  # without sorting, where the places are what they mostly are: 0, 1, 2
        return np.arange(low, high + 1), column - low if low else column
    return np.unique(column, return_inverse=True)
