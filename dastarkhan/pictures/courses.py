"""The river's courses on a map: curves that leave and reach each node in the direction of the flow."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]

Arc = tuple[str, str]
Point = tuple[float, float]

_PULL = 0.4


def curves(centres: Mapping[str, Point], arcs: Iterable[Arc]) -> dict[Arc, "Points"]:
    """Give each arc the four control points of a cubic curve, shape (4, 2).

    At a node the water keeps its direction: in from all sources, out to all targets.
    """
    import numpy as np

    arcs = tuple(arcs)
    at = {name: np.asarray(point, dtype=float) for name, point in centres.items()}
    straight = {(u, v): _unit(at[v] - at[u]) for u, v in arcs}
    heading = {}
    for name in at:
        inward = [way for (_u, v), way in straight.items() if v == name]
        outward = [way for (u, _v), way in straight.items() if u == name]
        heading[name] = _unit(sum(inward, np.zeros(2)) / max(1, len(inward)) + sum(outward, np.zeros(2)) / max(1, len(outward)))
    found = {}
    for (u, v), way in straight.items():
        reach = _PULL * float(np.hypot(*(at[v] - at[u])))
        leaving, reaching = _unit(heading[u] + 0.5 * way), _unit(heading[v] + 0.8 * way)
        found[u, v] = np.array([at[u], at[u] + reach * leaving, at[v] - reach * reaching, at[v]])
    return found


def along(curve: "Points", shares: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> "Points":
    """Give points on a cubic curve at `shares` (0..1) of its parameter, shape (n, 2)."""
    t = shares[:, None]
    a, b, c, d = curve
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d  # type: ignore[no-any-return]


def _unit(vector: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    import numpy as np

    length = float(np.hypot(vector[0], vector[1]))
    return vector / length if length > 0 else vector
