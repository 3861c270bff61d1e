"""The basin as a network: where water comes from, where it goes and who drinks it. It looks like no real map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from dastarkhan.pictures.courses import Arc, Point, along, banks, curves, normal_year
from dastarkhan.pictures.labels import place_labels
from dastarkhan.pictures.parties import SHARED, CaseLike, PartyLook, WordsLike, party_looks
from dastarkhan.pictures.sheet import Sheet, text_width, wrap
from dastarkhan.pictures.symbols import draw_symbol, reach
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Series = Mapping[Any, np.ndarray[tuple[int, int], np.dtype[np.float64]]]

Width = Literal["narrow", "wide"]

_SIZES: dict[Width, tuple[float, float]] = {"narrow": (340.0, 420.0), "wide": (560.0, 360.0)}
_LEGEND, _LINE, _WIDEST_RIVER = 30.0, 17.0, 15.0
_LABEL_SIZE, _NUMBER_SIZE = 13.0, 12.0
_MET = 0.995  # rounding aside, the whole need
_LABEL_WIDTH = {"narrow": 96.0, "wide": 150.0}


class FlowsLike(Protocol):
    """What the map asks of `simulations.basins.Flows`: million m3 by node or arc, shape (n_scenarios, n_months)."""

    @property
    def storage_mcm(self) -> "Series": ...
    @property
    def delivered_mcm(self) -> "Series": ...
    @property
    def flow_mcm(self) -> "Series": ...
    @property
    def arc_mcm(self) -> "Series": ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """One node made ready to draw: words, numbers, place."""

    key: str
    kind: str
    name: str
    about: str
    look: PartyLook
    centre: Point
    share: float | None
    numbers: str
    sentence: str


def basin_map(
    case: CaseLike,
    _: WordsLike,
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
    case: CaseLike,
    _: WordsLike,
    *,
    flows: FlowsLike | None = None,
    month: int | None = None,
    scenario: int = 0,
    selected: str | None = None,
    width: Width = "narrow",
) -> Sheet:
    """Draw what `basin_map` draws and give the sheet; `save_png(sheet.figure, path)` writes it to a file."""
    size = _SIZES[width]
    amounts = _Amounts(flows=flows, month=month, scenario=scenario)
    looks = party_looks(case, _)
    centres = _centres(_nodes(case), size)
    nodes = [_node(key, node, case, _, looks, amounts, centres[key]) for key, node in _nodes(case).items()]
    tip_width = size[0] - 24
    tips = {node.key: _tip(node, tip_width) for node in nodes}
    tip_height = 12 + _LINE * max(len(lines) for lines in tips.values())
    sheet = Sheet(size[0], size[1] + tip_height, direction=_.direction)
    _legend(sheet, [look for look in looks.values() if look.key in _sides_shown(nodes)])
    water = _rivers(sheet, case, nodes, amounts)
    _labels(sheet, nodes, _, water, size, width)
    with_tip = (size[1], tip_height)
    _resting_words(sheet, with_tip, wrap(_("Touch a place, or press Tab, to read about it."), _LABEL_SIZE, tip_width))
    for node in nodes:
        _place(sheet, node, tips[node.key], with_tip, chosen=node.key == selected)
    return sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amounts:
    """Reads million m3 out of a simulated year: one month's, or the year's sum."""

    flows: FlowsLike | None
    month: int | None
    scenario: int

    def of(self, values: Any) -> float:
        """Give the month's value or the year's sum of an array (n_scenarios, n_months) or (n_months,)."""
        import numpy as np

        row = np.asarray(values, dtype=float)
        row = row[self.scenario] if row.ndim == 2 else row
        return float(row.sum() if self.month is None else row[self.month])

    def stored(self, key: str) -> float | None:
        if self.flows is None:
            return None
        row = self.flows.storage_mcm[key][self.scenario]
        return float(row[-1] if self.month is None else row[self.month])

    def met(self, key: str, needs: Any, kind: str) -> float:
        """What of a need is met; a month with more than the need does not make up for one with less."""
        import numpy as np

        assert_flows = cast(FlowsLike, self.flows)
        came = (assert_flows.delivered_mcm if kind == "demand" else assert_flows.flow_mcm)[key]
        return self.of(np.minimum(np.asarray(came, dtype=float)[self.scenario], np.asarray(needs, dtype=float)))


def _nodes(case: CaseLike) -> Mapping[str, Mapping[str, Any]]:
    return cast("Mapping[str, Mapping[str, Any]]", case.basin["nodes"])


def _arcs(case: CaseLike) -> Sequence[Mapping[str, Any]]:
    return cast("Sequence[Mapping[str, Any]]", case.basin["arcs"])


def _centres(nodes: Mapping[str, Mapping[str, Any]], size: tuple[float, float]) -> dict[str, Point]:
    """Stretch the case's positions (0..1, up is up) over the whole map."""
    across = [float(node["position"][0]) for node in nodes.values()]
    up = [float(node["position"][1]) for node in nodes.values()]
    left, right, top, bottom = 34.0, size[0] - 40.0, _LEGEND + 26.0, size[1] - 40.0
    return {
        key: (
            left + (right - left) * (x - min(across)) / max(1e-9, max(across) - min(across)),
            bottom - (bottom - top) * (y - min(up)) / max(1e-9, max(up) - min(up)),
        )
        for key, x, y in zip(nodes, across, up, strict=True)
    }


def _node(
    key: str,
    node: Mapping[str, Any],
    case: CaseLike,
    _: WordsLike,
    looks: Mapping[str, PartyLook],
    amounts: _Amounts,
    centre: Point,
) -> _Node:
    kind = str(node["kind"])
    share, numbers, sentence = _say_numbers(key, kind, node, _, amounts)
    return _Node(
        key=key,
        kind=kind,
        name=_.case(case, f"nodes.{key}.name"),
        about=_.case(case, f"nodes.{key}.about"),
        look=looks[SHARED] if kind in ("ecosystem", "outlet") else looks.get(str(node.get("side")), looks[SHARED]),
        centre=centre,
        share=share,
        numbers=numbers,
        sentence=sentence,
    )


def _say_numbers(key: str, kind: str, node: Mapping[str, Any], _: WordsLike, amounts: _Amounts) -> tuple[float | None, str, str]:
    """Give how full a node is (0..1), its numbers in a word or two, and the same as a sentence."""
    flows = amounts.flows
    if kind in ("demand", "ecosystem"):
        needs = node["demand_mcm" if kind == "demand" else "need_mcm"]
        need = amounts.of(needs)
        if flows is None:
            return None, _("needs {need}", need=_.number(round(need, 1))), _("Needs {need} million m³.", need=_.number(round(need, 1)))
        got = amounts.met(key, needs, kind)
        words = {"amount": _.number(round(got, 1)), "claim": _.number(round(need, 1))}
        sentence = _("Gets {amount} of {claim} million m³.", **words)
        return (got / need if need > 0 else 1.0), _("{amount} of {claim}", **words), sentence
    if kind == "reservoir":
        capacity = float(node["capacity_mcm"])
        held = amounts.stored(key)
        if held is None:
            return None, _("holds {n}", n=_.number(capacity)), _("Holds up to {n} million m³.", n=_.number(capacity))
        words = {"amount": _.number(round(held, 1)), "claim": _.number(capacity)}
        return held / capacity, _("{amount} of {claim}", **words), _("Holds {amount} of {claim} million m³.", **words)
    if flows is None and kind != "source":
        return None, "", ""
    amount = amounts.of(node["inflow_mcm"] if flows is None else flows.flow_mcm[key])
    number = _.number(round(amount, 1))
    sentence = _("Brings {n} million m³.", n=number) if kind == "source" else _("{n} million m³ pass here.", n=number)
    return None, (_("brings {n}", n=number) if kind == "source" else number if kind == "outlet" else ""), sentence


def _sides_shown(nodes: Sequence[_Node]) -> set[str]:
    return {node.look.key for node in nodes}


def _legend(sheet: Sheet, looks: Sequence[PartyLook]) -> None:
    """Say once whose colour, pattern and letter is whose."""
    x = 6.0
    for look in looks:
        sheet.circle(x + 9, 14, 9, fill=look.colour, pattern="" if look.letter else look.pattern, pattern_ink=look.soft)
        if look.letter:
            sheet.text(x + 9, 18.4 if sheet.direction == "ltr" else 16.2, look.letter, size=12, bold=True, ink="on-colour", anchor="middle")
        sheet.text(x + 23, 18.6, look.name, size=_LABEL_SIZE, bold=True)
        x += 23 + text_width(look.name, _LABEL_SIZE, bold=True) + 18


def _rivers(sheet: Sheet, case: CaseLike, nodes: Sequence[_Node], amounts: _Amounts) -> tuple[Point, ...]:
    """Draw every arc as a curve as wide as its water; give points along the banks of a normal year, so labels stay."""
    arcs = {(str(arc["from"]), str(arc["to"])): arc for arc in _arcs(case)}
    found = curves({node.key: node.centre for node in nodes}, arcs)
    widths = _arc_widths(_nodes(case), arcs, amounts)
    ordered = sorted(arcs, key=lambda arc: widths[arc])
    for arc in ordered:
        sheet.shape([tuple(point) for point in found[arc]], codes=[1, 4, 4, 4], edge=colour("river-soft"), stroke=widths[arc] + 5)
    for arc in ordered:
        sheet.shape([tuple(point) for point in found[arc]], codes=[1, 4, 4, 4], edge=colour("river"), stroke=widths[arc])
    for arc in ordered:
        _arrow(sheet, found[arc], widths[arc])
    usual = _arc_widths(_nodes(case), arcs, _Amounts(flows=None, month=None, scenario=0))
    return tuple(point for arc in arcs for point in banks(found[arc], usual[arc] / 2 + 2))


def _arc_widths(nodes: Mapping[str, Mapping[str, Any]], arcs: Mapping[Arc, Mapping[str, Any]], amounts: _Amounts) -> dict[Arc, float]:
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


def _labels(sheet: Sheet, nodes: Sequence[_Node], _: WordsLike, water: tuple[Point, ...], size: tuple[float, float], width: Width) -> None:
    """Write names and numbers beside the nodes; the room kept for numbers does not change with them, so nothing jumps."""
    lines = {node.key: wrap(node.name, _LABEL_SIZE, _LABEL_WIDTH[width], bold=True) for node in nodes}
    boxes = []
    for node in nodes:
        widest = max(text_width(line, _LABEL_SIZE, bold=True) for line in lines[node.key])
        rows = len(lines[node.key]) + bool(node.numbers)
        boxes.append((max(widest, _number_room(_) if node.numbers else 0.0), 16.0 * rows))
    centres, reaches = tuple(node.centre for node in nodes), tuple(reach(node.kind) for node in nodes)
    found = place_labels(centres, reaches, tuple(boxes), water, (3, _LEGEND + 2, size[0] - 3, size[1] - 2))
    places = {node.key: place for node, place in zip(nodes, found, strict=True)}
    with sheet.words():
        _write_labels(sheet, nodes, lines, places)


def _number_room(_: WordsLike) -> float:
    """Give the room kept for a node's numbers: that of a long pair in the reader's words."""
    return text_width(_("{amount} of {claim}", amount=_.number(88.8), claim=_.number(88.8)), _NUMBER_SIZE)


def _write_labels(
    sheet: Sheet, nodes: Sequence[_Node], lines: Mapping[str, Sequence[str]], places: Mapping[str, tuple[Any, str]]
) -> None:
    for node in nodes:
        (left, top, right, _bottom), side = places[node.key]
        x = {"start": left, "middle": (left + right) / 2, "end": right}[side]
        y = sheet.lines(x, top + 12, lines[node.key], size=_LABEL_SIZE, leading=16 / _LABEL_SIZE, bold=True, anchor=side)
        if node.numbers:
            sheet.text(x, y, node.numbers, size=_NUMBER_SIZE, ink="pomegranate" if _lacks(node) else "ink-soft", anchor=side)  # type: ignore[arg-type]


def _lacks(node: _Node) -> bool:
    return node.kind in ("demand", "ecosystem") and node.share is not None and node.share < _MET


def _tip(node: _Node, width: float) -> tuple[tuple[str, bool], ...]:
    """Break what is to be read about a node into lines: its name, then what it is, then its numbers."""
    whose = f"{node.name} · {node.look.name}" if node.look.letter else node.name
    text = f"{node.about} {node.sentence}".strip()
    return (*((line, True) for line in wrap(whose, _LABEL_SIZE, width, bold=True)), *((line, False) for line in wrap(text, _LABEL_SIZE, width)))


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


def _place(sheet: Sheet, node: _Node, tip: Sequence[tuple[str, bool]], room: tuple[float, float], *, chosen: bool) -> None:
    """Draw a node as a part that can be pointed at, with the ring and the words that show when it is."""
    x, y = node.centre
    with sheet.part(f"{node.name}. {node.about} {node.sentence}".strip(), chosen=chosen):
        sheet.circle(x, y, 24, fill=colour("cloth"), opacity=0.004)  # room for a finger, hardly a mark
        with sheet.shown_when_pointed_at("ring"):
            sheet.circle(x, y, max(reach(node.kind)) + 7, edge=colour("ink"), stroke=3, fill=colour("saffron-soft"))
        draw_symbol(sheet, node.kind, node.centre, node.look, share=node.share)
        with sheet.shown_when_pointed_at("tip"):
            sheet.rectangle(0, room[0], sheet.width, room[1], fill=colour("saffron-soft"), round=8)
            _strip(sheet, room, tip)
