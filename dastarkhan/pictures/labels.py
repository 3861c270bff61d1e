"""Where labels go on a map: beside their node, off the water and off each other."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Box = tuple[float, float, float, float]
Point = tuple[float, float]

_GAPS = (5.0, 12.0)
_ROUNDS = 3
_PREFERENCE = 3.0
_GOOD = 60.0


def place_labels(
    centres: Mapping[str, Point],
    reaches: Mapping[str, Point],
    sizes: Mapping[str, Point],
    water: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
    frame: Box,
) -> dict[str, tuple[Box, str]]:
    """Choose for each label the place that hides least.

    Parameters
    ----------
    centres, reaches
        The nodes' centres, and half their widths and heights, in pixels.
    sizes
        Width and height of each label.
    water
        Points along both banks of the rivers, shape (n_points, 2).
    frame
        Left, top, right, bottom of the map.

    Returns
    -------
    dict
        For each label its box and the side its text is aligned to: "start", "middle" or "end".
    """
    nodes = {n: _around(centre, reaches[n]) for n, centre in centres.items()}
    placed: dict[str, tuple[Box, str]] = {}
    options = {name: _options(centres[name], reaches[name], sizes[name]) for name in sizes}
    alone: dict[str, list[float]] = {}
    for name, places in options.items():
        others = [nodes[n] for n in nodes if n != name]
        alone[name] = [_cost(box, others, water, frame) + _PREFERENCE * i for i, (box, _side) in enumerate(places)]
    hardest_first = sorted(sizes, key=lambda n: sum(cost < _GOOD for cost in alone[n]))
    for name in hardest_first * _ROUNDS:  # each label moves again once it knows where the others went
        taken = [placed[n][0] for n in placed if n != name]
        costs = [cost + _covered(box, taken) for cost, (box, _side) in zip(alone[name], options[name], strict=True)]
        placed[name] = options[name][costs.index(min(costs))]
    return placed


def _around(centre: Point, reach: Point) -> Box:
    (x, y), (across, up) = centre, reach
    return (x - across, y - up, x + across, y + up)


def _options(centre: Point, reach: Point, size: Point) -> list[tuple[Box, str]]:
    """List places around a node, the nearer and plainer first."""
    found = []
    for gap in _GAPS:
        left, top, right, bottom = _around(centre, (reach[0] + gap, reach[1] + gap))
        (x, y), (width, height) = centre, size
        corners = [
            (right, y - height / 2, "start"),
            (left - width, y - height / 2, "end"),
            (x - width / 2, bottom, "middle"),
            (x - width / 2, top - height, "middle"),
            (right - 0.4 * reach[0], top - height + 0.4 * reach[1], "start"),
            (right - 0.4 * reach[0], bottom - 0.4 * reach[1], "start"),
            (left - width + 0.4 * reach[0], top - height + 0.4 * reach[1], "end"),
            (left - width + 0.4 * reach[0], bottom - 0.4 * reach[1], "end"),
            (left + gap, bottom, "start"),
            (right - gap - width, bottom, "end"),
            (left + gap, top - height, "start"),
            (right - gap - width, top - height, "end"),
        ]
        found += [((x0, y0, x0 + width, y0 + height), side) for x0, y0, side in corners]
    return found


def _cost(box: Box, taken: Sequence[Box], water: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", frame: Box) -> float:
    left, top, right, bottom = box
    outside = max(0, frame[0] - left) + max(0, right - frame[2]) + max(0, frame[1] - top) + max(0, bottom - frame[3])
    x, y = water[:, 0], water[:, 1]
    wet = int(((x > left - 2) & (x < right + 2) & (y > top - 1) & (y < bottom + 1)).sum())
    return 200 * outside + _covered(box, taken) + 10 * wet


def _covered(box: Box, taken: Sequence[Box]) -> float:
    """Give the area of a box that others hold already, in square pixels."""
    left, top, right, bottom = box
    return sum(max(0.0, min(right, b[2]) - max(left, b[0])) * max(0.0, min(bottom, b[3]) - max(top, b[1])) for b in taken)
