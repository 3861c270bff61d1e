"""Where labels go on a map: beside their node, off the water and off each other."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Box = tuple[float, float, float, float]
Point = tuple[float, float]

_GAP = 5.0


def place_labels(
    centres: Mapping[str, Point],
    radii: Mapping[str, float],
    sizes: Mapping[str, Point],
    water: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
    frame: Box,
) -> dict[str, tuple[Box, str]]:
    """Choose for each label the place that hides least.

    Parameters
    ----------
    centres, radii
        The nodes' centres and radii in pixels.
    sizes
        Width and height of each label.
    water
        Points along the rivers, shape (n_points, 2).
    frame
        Left, top, right, bottom of the map.

    Returns
    -------
    dict
        For each label its box and the side its text is aligned to: "start", "middle" or "end".
    """
    taken: list[Box] = [(x - radii[n], y - radii[n], x + radii[n], y + radii[n]) for n, (x, y) in centres.items()]
    placed: dict[str, tuple[Box, str]] = {}
    for name in sorted(sizes, key=lambda n: -sizes[n][0]):
        options = _options(centres[name], radii[name], sizes[name])
        own = (centres[name][0] - radii[name], centres[name][1] - radii[name])
        others = [box for box in taken if (box[0], box[1]) != own]
        costs = [_cost(box, others, water, frame) + 0.4 * i for i, (box, _side) in enumerate(options)]
        box, side = options[costs.index(min(costs))]
        placed[name] = (box, side)
        taken.append(box)
    return placed


def _options(centre: Point, radius: float, size: Point) -> list[tuple[Box, str]]:
    (x, y), (width, height), reach = centre, size, radius + _GAP
    corners = [
        (x + reach, y - height / 2, "start"),
        (x - reach - width, y - height / 2, "end"),
        (x - width / 2, y + reach, "middle"),
        (x - width / 2, y - reach - height, "middle"),
        (x + 0.75 * reach, y - 0.6 * reach - height, "start"),
        (x + 0.75 * reach, y + 0.6 * reach, "start"),
        (x - 0.75 * reach - width, y - 0.6 * reach - height, "end"),
        (x - 0.75 * reach - width, y + 0.6 * reach, "end"),
        (x - radius, y + reach, "start"),
        (x + radius - width, y + reach, "end"),
        (x - radius, y - reach - height, "start"),
        (x + radius - width, y - reach - height, "end"),
    ]
    return [((left, top, left + width, top + height), side) for left, top, side in corners]


def _cost(box: Box, taken: Sequence[Box], water: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", frame: Box) -> float:
    left, top, right, bottom = box
    outside = max(0, frame[0] - left) + max(0, right - frame[2]) + max(0, frame[1] - top) + max(0, bottom - frame[3])
    covered = sum(
        max(0.0, min(right, b[2]) - max(left, b[0])) * max(0.0, min(bottom, b[3]) - max(top, b[1])) for b in taken
    )
    x, y = water[:, 0], water[:, 1]
    wet = int(((x > left - 3) & (x < right + 3) & (y > top - 2) & (y < bottom + 2)).sum())
    return 50 * outside + 2 * covered + 6 * wet
