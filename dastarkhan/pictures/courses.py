"""The river's courses on a map: curves that leave and reach each node in the direction of the flow."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]

Arc = tuple[str, str]
Point = tuple[float, float]

CURVE = (1, 4, 4, 4)  # matplotlib's path codes of one cubic curve
_PULL = 0.4
_SWAY = 0.35  # radians: a river never runs straight


def curves(centres: Mapping[str, Point], arcs: Iterable[Arc]) -> dict[Arc, "Points"]:
    """Give each arc the four control points of a cubic curve, shape (4, 2).

    At a node the water keeps its direction: in from all sources, out to all targets.
    """
    import numpy as np

    arcs = tuple(arcs)
    at = {name: np.asarray(point, dtype=float) for name, point in centres.items()}
    straight = {(u, v): _unit(at[v] - at[u]) for u, v in arcs}
    heading: dict[str, Any] = {}
    turn = [np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) for a in (_SWAY, -_SWAY)]
    for name in at:
        inward = [way for (_u, v), way in straight.items() if v == name]
        outward = [way for (u, _v), way in straight.items() if u == name]
        through = sum(inward, np.zeros(2)) / max(1, len(inward)) + sum(outward, np.zeros(2)) / max(1, len(outward))
        heading[name] = turn[len(heading) % 2] @ _unit(through)
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
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def banks(curve: "Points", half_width: float) -> tuple[Point, ...]:
    """Give points along both banks of a course, and down its middle."""
    import numpy as np

    middle = along(curve, np.linspace(0.03, 0.97, 40))
    way: Any = np.gradient(middle, axis=0)
    length = np.maximum(1e-9, np.hypot(way[:, 0], way[:, 1]))
    across = np.stack([-way[:, 1] / length, way[:, 0] / length], axis=1)
    found = np.concatenate([middle + half_width * across, middle - half_width * across, middle]).round(1)
    return tuple((float(x), float(y)) for x, y in found)


def _unit(vector: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    import numpy as np

    length = float(np.hypot(vector[0], vector[1]))
    return vector / length if length > 0 else vector


def normal_year(nodes: Mapping[str, Mapping[str, Any]], arcs: Mapping[Arc, Mapping[str, Any]]) -> dict[Arc, float]:
    """Give roughly the water of a normal year along each arc, million m3, when nobody decides anything.

    Users take what they need first; the rest goes on in equal parts. Good enough for the width of a drawn river;
    what people are told in numbers comes from `simulations.basins`.
    """
    held = {name: float(sum(node.get("inflow_mcm", (0.0,)))) for name, node in nodes.items()}
    water: dict[Arc, float] = {}
    waiting = set(nodes)
    while waiting:
        ready = sorted(name for name in waiting if not any(v == name and u in waiting for u, v in arcs))
        if not ready:  # a cycle: `dastarkhan check` tells about it in words
            return {arc: water.get(arc, 0.0) for arc in arcs}
        for name in ready:
            _pass_on(name, nodes, arcs, held, water)
        waiting -= set(ready)
    return water


def _pass_on(
    name: str,
    nodes: Mapping[str, Mapping[str, Any]],
    arcs: Mapping[Arc, Mapping[str, Any]],
    held: dict[str, float],
    water: dict[Arc, float],
) -> None:
    node, left = nodes[name], held[name]
    if node["kind"] == "demand":
        left = min(left, float(sum(node["demand_mcm"]))) * float(node.get("return_share", 0.0))
    out = [arc for arc in arcs if arc[0] == name]
    users = [arc for arc in out if nodes[arc[1]]["kind"] == "demand"]
    for arc in users:
        water[arc] = min(left, float(sum(nodes[arc[1]]["demand_mcm"])) / (1 - float(arcs[arc].get("loss_share", 0.0))))
        left -= water[arc]
    for arc in out:
        if arc not in users:
            water[arc] = left / (len(out) - len(users))
        held[arc[1]] += water[arc]
