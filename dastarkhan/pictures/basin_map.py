"""The basin as a network: where water comes from, where it goes and who drinks it. It looks like no real map."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from dastarkhan.languages import Words
from dastarkhan.pictures.basin_nodes import Amounts, FlowsLike, Node, arcs_of, centres_of, lacks, make_node, nodes_of
from dastarkhan.pictures.courses import CURVE, Arc, Point, along, banks, curves, normal_year
from dastarkhan.pictures.labels import Box, place_labels
from dastarkhan.pictures.parties import PartyLook, party_looks
from dastarkhan.pictures.sheet import Anchor, Sheet, text_width, wrap
from dastarkhan.pictures.symbols import draw_letter, draw_ring, draw_symbol, reach
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    from simulations.table import Case

Width = Literal["narrow", "wide"]

_SIZES: dict[Width, tuple[float, float]] = {"narrow": (340.0, 420.0), "wide": (560.0, 360.0)}
_LEGEND, _LINE, _WIDEST_RIVER = 30.0, 17.0, 15.0
_LABEL_SIZE, _NUMBER_SIZE = 13.0, 12.0
_LABEL_WIDTH = {"narrow": 96.0, "wide": 150.0}


def basin_map(
    case: "Case",
    _: Words,
    *,
    flows: FlowsLike | None = None,
    month: int | None = None,
    scenario: int = 0,
    selected: str | None = None,
    width: Width = "narrow",
    key: str | None = None,
) -> str:
    """Draw a case's basin as SVG text whose nodes can be pointed at and reached by keyboard.

    Parameters
    ----------
    case
        Gives `.sides`, `.basin` (plain data) and, through `_`, the names.
    flows
        A simulated year; without it nodes show what they need or bring in a normal year.
    month
        Index of one month, or None for the whole year.
    scenario
        Which of the simulated scenarios.
    selected
        Key of the node whose words show from the start.
    width
        "narrow" for a phone or a column, "wide" for a projector.
    """
    return draw_basin(case, _, flows=flows, month=month, scenario=scenario, selected=selected, width=width).svg(
        title=_("The river from its sources to its end"),
        description=_("Each place can be reached with the Tab key."),
        key=key,
        widest=560 if width == "narrow" else 860,
    )


def draw_basin(
    case: "Case",
    _: Words,
    *,
    flows: FlowsLike | None = None,
    month: int | None = None,
    scenario: int = 0,
    selected: str | None = None,
    width: Width = "narrow",
    strip: bool = True,
) -> Sheet:
    """Draw what `basin_map` draws and give the sheet; `save_png(sheet, path)` writes it to a file.

    `strip` keeps room under the map for what is read about a place; a file on a disk needs none.
    """
    size = _SIZES[width]
    amounts = Amounts(flows=flows, month=month, scenario=scenario)
    looks = party_looks(case, _)
    centres = centres_of(nodes_of(case), (34.0, _LEGEND + 26.0, size[0] - 40.0, size[1] - 40.0))
    nodes = [make_node(key, node, case, _, looks, amounts, centres[key]) for key, node in nodes_of(case).items()]
    tip_width = size[0] - 24
    tips = {node.key: _tip(node, tip_width) for node in nodes}
    tip_height = 12 + _LINE * max(len(lines) for lines in tips.values()) if strip else 0.0
    sheet = Sheet(size[0], size[1] + tip_height, direction=_.direction)
    _legend(sheet, [look for look in looks.values() if look.key in _sides_shown(nodes)], size[0])
    water = _rivers(sheet, case, nodes, amounts)
    _labels(sheet, nodes, _, water, size, width)
    with_tip = (size[1], tip_height)
    if strip:
        resting = _("Touch a place, or press Tab, to read about it.")
        _resting_words(sheet, with_tip, wrap(resting, _LABEL_SIZE, tip_width))
    for node in nodes:
        _place(sheet, node, tips[node.key], with_tip, chosen=node.key == selected)
    return sheet


def _sides_shown(nodes: Sequence[Node]) -> set[str]:
    return {node.look.key for node in nodes}


def _legend(sheet: Sheet, looks: Sequence[PartyLook], room: float) -> None:
    """Say once whose colour, pattern and letter is whose; long names are written smaller, and stand closer."""
    widths = [text_width(look.name, _LABEL_SIZE, bold=True) for look in looks]
    gap = min(18.0, max(8.0, (room - 12 - sum(widths) - 23 * len(looks)) / max(1, len(looks) - 1)))
    share = min(1.0, (room - 12 - 23 * len(looks) - gap * (len(looks) - 1)) / max(1.0, 1.03 * sum(widths)))
    x = 6.0
    for look in looks:
        if look.letter:
            draw_letter(sheet, (x + 9, 14), look)
        else:
            sheet.circle(x + 9, 14, 9, **look.fill)
        sheet.text(x + 23, 18.6, look.name, size=_LABEL_SIZE * share, bold=True)
        x += 23 + text_width(look.name, _LABEL_SIZE * share, bold=True) + gap


def _rivers(sheet: Sheet, case: "Case", nodes: Sequence[Node], amounts: Amounts) -> tuple[Point, ...]:
    """Draw every arc as a curve as wide as its water; give points along the banks of a normal year, so labels stay."""
    arcs = {(str(arc["from"]), str(arc["to"])): arc for arc in arcs_of(case)}
    found = curves({node.key: node.centre for node in nodes}, arcs)
    widths = _arc_widths(nodes_of(case), arcs, amounts)
    ordered = sorted(arcs, key=lambda arc: widths[arc])
    for arc in ordered:
        sheet.shape(found[arc], codes=CURVE, edge=colour("river-soft"), stroke=widths[arc] + 5)
    for arc in ordered:
        sheet.shape(found[arc], codes=CURVE, edge=colour("river"), stroke=widths[arc])
    for arc in ordered:
        _arrow(sheet, found[arc], widths[arc])
    usual = _arc_widths(nodes_of(case), arcs, Amounts(flows=None, month=None, scenario=0))
    return tuple(point for arc in arcs for point in banks(found[arc], usual[arc] / 2 + 2))


def _arc_widths(
    nodes: Mapping[str, Mapping[str, Any]], arcs: Mapping[Arc, Mapping[str, Any]], amounts: Amounts
) -> dict[Arc, float]:
    """Give every arc a width in pixels by its water; all months of a year share one scale."""
    if amounts.flows is None:
        water = normal_year(nodes, arcs)
    else:
        water = {arc: amounts.of(amounts.flows.arc_mcm[arc]) for arc in arcs}
    if amounts.flows is None or amounts.month is None:
        most = max(1e-9, *water.values())
    else:  # months share one scale, so that a dry month looks dry
        most = max(1e-9, *(float(amounts.flows.arc_mcm[arc][amounts.scenario].max()) for arc in arcs))
    return {arc: max(2.0, _WIDEST_RIVER * amount / most) for arc, amount in water.items()}


def _arrow(sheet: Sheet, curve: Any, width: float) -> None:
    """A small head in the middle of a course: which way the water goes."""
    import numpy as np

    before, middle, after = along(curve, np.array([0.52, 0.56, 0.6]))
    way = (after - before) / max(1e-9, float(np.hypot(*(after - before))))
    across = np.array([-way[1], way[0]])
    half = max(3.2, min(4.5, width / 3))
    head = [middle - half * way + half * across, middle + half * way, middle - half * way - half * across]
    if width >= 7:
        sheet.line([tuple(point) for point in head], ink=colour("cloth"), stroke=2)
    else:
        big = [middle - 5.5 * way + 5.5 * across, middle + 6.5 * way, middle - 5.5 * way - 5.5 * across]
        sheet.shape([tuple(point) for point in big], fill=colour("river"), edge=colour("cloth"), stroke=1)


def _labels(
    sheet: Sheet,
    nodes: Sequence[Node],
    _: Words,
    water: tuple[Point, ...],
    size: tuple[float, float],
    width: Width,
) -> None:
    """Write names and numbers beside the nodes; their room does not depend on the numbers, so nothing jumps."""
    ways = [_ways(node, _LABEL_WIDTH[width]) for node in nodes]
    sizes = tuple(
        tuple(_room_of(lines, _number_room(node, _)) for lines in each) for node, each in zip(nodes, ways, strict=True)
    )
    centres, reaches = tuple(node.centre for node in nodes), tuple(reach(node.kind) for node in nodes)
    found = place_labels(centres, reaches, sizes, water, (3, _LEGEND + 2, size[0] - 3, size[1] - 2))
    lines = {node.key: each[way] for node, each, (_box, _side, way) in zip(nodes, ways, found, strict=True)}
    places = {node.key: (box, side) for node, (box, side, _way) in zip(nodes, found, strict=True)}
    with sheet.words():
        _write_labels(sheet, nodes, lines, places)


def _ways(node: Node, width: float) -> tuple[tuple[str, ...], ...]:
    """Give the ways to write a name: in as few lines as there is room for, or with a word a line."""
    return wrap(node.name, _LABEL_SIZE, width, bold=True), tuple(node.name.split())


def _room_of(lines: Sequence[str], numbers: float) -> tuple[float, float]:
    """Give width and height of a name in these lines, with its numbers under it where they take any room."""
    widest = max(text_width(line, _LABEL_SIZE, bold=True) for line in lines)
    return max(widest, numbers), 16.0 * (len(lines) + bool(numbers))


def _number_room(node: Node, _: Words) -> float:
    """Give the room kept for a node's numbers: that of a long pair, or of the longer words here."""
    if not node.numbers:
        return 0.0
    pair = _("{amount} of {claim}", amount=_.number(88.8), claim=_.number(88.8))
    return max(text_width(words, _NUMBER_SIZE) for words in (pair, node.numbers))


def _write_labels(
    sheet: Sheet, nodes: Sequence[Node], lines: Mapping[str, Sequence[str]], places: Mapping[str, tuple[Box, Anchor]]
) -> None:
    for node in nodes:
        (left, top, right, _bottom), side = places[node.key]
        x = {"start": left, "middle": (left + right) / 2, "end": right}[side]
        leading = 16 / _LABEL_SIZE
        y = sheet.lines(x, top + 12, lines[node.key], size=_LABEL_SIZE, leading=leading, bold=True, anchor=side)
        if node.numbers:
            ink = "pomegranate" if lacks(node) else "ink-soft"
            sheet.text(x, y, node.numbers, size=_NUMBER_SIZE, ink=ink, anchor=side)


def _tip(node: Node, width: float) -> tuple[tuple[str, bool], ...]:
    """Break what is to be read about a node into lines: its name, then what it is, then its numbers."""
    whose = f"{node.name} · {node.look.name}" if node.look.letter else node.name
    text = f"{node.about} {node.sentence}".strip()
    head = ((line, True) for line in wrap(whose, _LABEL_SIZE, width, bold=True))
    return (*head, *((line, False) for line in wrap(text, _LABEL_SIZE, width)))


def _resting_words(sheet: Sheet, room: tuple[float, float], lines: Sequence[str]) -> None:
    """What stands in the strip under the map while nothing is pointed at."""
    top, height = room
    sheet.rectangle(0, top, sheet.width, height, fill=colour("paper"), round=8)
    _strip(sheet, room, [(line, False) for line in lines], ink="ink-soft")


def _strip(sheet: Sheet, room: tuple[float, float], lines: Sequence[tuple[str, bool]], *, ink: str = "ink") -> None:
    right_to_left = sheet.direction == "rtl"
    x = sheet.width - 12 if right_to_left else 12
    for i, (line, bold) in enumerate(lines):
        sheet.text(x, room[0] + 20 + _LINE * i, line, bold=bold, ink=ink, anchor="end" if right_to_left else "start")


def _place(
    sheet: Sheet, node: Node, tip: Sequence[tuple[str, bool]], room: tuple[float, float], *, chosen: bool
) -> None:
    """Draw a node as a part that can be pointed at, with the ring and the words that show when it is."""
    x, y = node.centre
    with sheet.part(f"{node.name}. {node.about} {node.sentence}".strip(), chosen=chosen):
        sheet.circle(x, y, 24, fill=colour("cloth"), opacity=0.004)  # room for a finger, hardly a mark
        with sheet.shown_when_pointed_at("ring"):
            draw_ring(sheet, node.kind, node.centre)
        draw_symbol(sheet, node.kind, node.centre, node.look, share=node.share)
        with sheet.shown_when_pointed_at("tip"):
            sheet.rectangle(0, room[0], sheet.width, room[1], fill=colour("saffron-soft"), round=8)
            _strip(sheet, room, tip)
