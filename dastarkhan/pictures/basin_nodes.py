"""The nodes of a basin made ready to draw: their words, their numbers and their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from dastarkhan.languages import Words
from dastarkhan.pictures.courses import Point
from dastarkhan.pictures.parties import SHARED, PartyLook

if TYPE_CHECKING:
    import numpy as np

    from simulations.table import Case

    Series = Mapping[Any, np.ndarray[tuple[int, int], np.dtype[np.float64]]]

_MET = 0.995  # rounding aside, the whole need


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
class Node:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
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


def nodes_of(case: "Case") -> Mapping[str, Mapping[str, Any]]:
    return cast("Mapping[str, Mapping[str, Any]]", case.basin["nodes"])


def arcs_of(case: "Case") -> Sequence[Mapping[str, Any]]:
    return cast("Sequence[Mapping[str, Any]]", case.basin["arcs"])


def centres_of(nodes: Mapping[str, Mapping[str, Any]], room: tuple[float, float, float, float]) -> dict[str, Point]:
    """Stretch the case's positions (0..1, up is up) over the room of a map: left, top, right, bottom in pixels."""
    across = [float(node["position"][0]) for node in nodes.values()]
    up = [float(node["position"][1]) for node in nodes.values()]
    left, top, right, bottom = room
    return {
        key: (
            left + (right - left) * (x - min(across)) / max(1e-9, max(across) - min(across)),
            bottom - (bottom - top) * (y - min(up)) / max(1e-9, max(up) - min(up)),
        )
        for key, x, y in zip(nodes, across, up, strict=True)
    }


def make_node(
    key: str,
    node: Mapping[str, Any],
    case: "Case",
    _: Words,
    looks: Mapping[str, PartyLook],
    amounts: Amounts,
    centre: Point,
) -> Node:
    kind = str(node["kind"])
    share, numbers, sentence = _say_numbers(key, kind, node, _, amounts)
    return Node(
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


def _say_numbers(
    key: str, kind: str, node: Mapping[str, Any], _: Words, amounts: Amounts
) -> tuple[float | None, str, str]:
    """Give how full a node is (0..1), its numbers in a word or two, and the same as a sentence."""
    flows = amounts.flows
    if kind in ("demand", "ecosystem"):
        needs = node["demand_mcm" if kind == "demand" else "need_mcm"]
        need = amounts.of(needs)
        if flows is None:
            number = _.number(round(need, 1))
            return None, _("needs {need}", need=number), _("Needs {need} million m³.", need=number)
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


def lacks(node: Node) -> bool:
    """Whether a need of this node is not met."""
    return node.kind in ("demand", "ecosystem") and node.share is not None and node.share < _MET
