"""Where labels go on a map: beside their node, off the water and off each other."""

from functools import lru_cache
from typing import TYPE_CHECKING

from dastarkhan.pictures.sheet import Anchor, Point

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

Box = tuple[float, float, float, float]

_GAPS = (5.0, 12.0)
_CLOSE = 7.0  # nearer than this a label seems to belong to the other node
_ROUNDS = 4
_PREFERENCE = 3.0
_TWO_LABELS = 4.0  # letters on letters are worse than letters on water, which have a light edge
_OTHER_WAY = 25.0  # a name in more lines than it needs, when that keeps it off the water


@lru_cache(maxsize=64)
def place_labels(
    centres: tuple[Point, ...],
    reaches: tuple[Point, ...],
    sizes: tuple[tuple[Point, ...], ...],
    water: tuple[Point, ...],
    frame: Box,
) -> tuple[tuple[Box, Anchor, int], ...]:
    """Choose for each node's label the place that hides least.

    Each label in turn takes its best place while the others stand still, until nothing moves; of several such
    beginnings the best end counts. The same map always gives the same places.

    Parameters
    ----------
    centres, reaches
        The nodes' centres, and half their widths and heights, in pixels.
    sizes
        Width and height of each node's label, for every way to write it, the best way first; as many for each node.
    water
        Points on the rivers.
    frame
        Left, top, right, bottom of the map.

    Returns
    -------
    tuple
        For each label its box, the side its text is aligned to ("start", "middle" or "end"), and the way it is written.
    """
    import numpy as np

    options = [
        [(box, side, way) for way, size in enumerate(ways) for box, side in _options(centre, reach, size)]
        for centre, reach, ways in zip(centres, reaches, sizes, strict=True)
    ]
    boxes = np.array([[box for box, _side, _way in places] for places in options])
    symbols = [_around(*each) for each in zip(centres, reaches, strict=True)]
    nodes = np.array(symbols) + _CLOSE * np.array([-1, -1, 1, 1])
    n, k = boxes.shape[:2]
    flat = boxes.reshape(-1, 4)
    on_nodes = _shared_area(flat, nodes).reshape(n, k, n)
    on_nodes[np.arange(n), :, np.arange(n)] = 0
    alone = on_nodes.sum(axis=2) + _outside(boxes, frame) + _wet(flat, np.array(water)).reshape(n, k)
    each = k // len(sizes[0])
    alone = alone + _PREFERENCE * (np.arange(k) % each) + _OTHER_WAY * (np.arange(k) // each)
    shared = _TWO_LABELS * _shared_area(flat, flat).reshape(n, k, n, k)
    best = min((_settle(alone, shared, start) for start in range(n)), key=lambda end: end[0])
    return tuple(options[i][j] for i, j in enumerate(best[1]))


def _settle(alone: "Floats", shared: "Floats", start: int) -> tuple[float, list[int]]:
    """Place labels one after another, beginning with label `start`; give the total cost and the chosen places."""
    import numpy as np

    n = len(alone)
    chosen: dict[int, int] = {}
    for _round in range(_ROUNDS):
        before = dict(chosen)
        for i in (*range(start, n), *range(start)):
            others = [j for j in chosen if j != i]
            met = shared[i][:, others, [chosen[j] for j in others]].sum(axis=1)
            chosen[i] = int(np.argmin(alone[i] + met))
        if chosen == before:
            break
    places = [chosen[i] for i in range(n)]
    everyone = np.arange(n)
    met = shared[everyone, places][:, everyone, places]
    return float(alone[everyone, places].sum() + (met.sum() - np.trace(met)) / 2), places


def _around(centre: Point, reach: Point) -> Box:
    (x, y), (across, up) = centre, reach
    return (x - across, y - up, x + across, y + up)


def _options(centre: Point, reach: Point, size: Point) -> list[tuple[Box, Anchor]]:
    """List places around a node, the nearer and plainer first."""
    found: list[tuple[Box, Anchor]] = []
    for gap in _GAPS:
        left, top, right, bottom = _around(centre, (reach[0] + gap, reach[1] + gap))
        (x, y), (width, height) = centre, size
        corners: list[tuple[float, float, Anchor]] = [
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


def _shared_area(boxes: "Floats", others: "Floats") -> "Floats":
    """Give the area each box shares with each other box, square pixels, shape (n_boxes, n_others)."""
    import numpy as np

    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    area: Floats = np.clip(high - low, 0, None).prod(axis=2)
    return area


def _outside(boxes: "Floats", frame: Box) -> "Floats":
    """Give the cost of every pixel that a box sticks out of the map."""
    import numpy as np

    over = np.concatenate([np.array(frame[:2]) - boxes[..., :2], boxes[..., 2:] - np.array(frame[2:])], axis=-1)
    cost: Floats = 200 * np.clip(over, 0, None).sum(axis=-1)
    return cost


def _wet(boxes: "Floats", water: "Floats") -> "Floats":
    """Give the cost of the points of the banks that a box covers."""
    x, y = water[:, 0], water[:, 1]
    left, top, right, bottom = (boxes[:, [i]] for i in range(4))
    cost: Floats = 10.0 * ((x > left - 2) & (x < right + 2) & (y > top - 1) & (y < bottom + 1)).sum(axis=1)
    return cost
