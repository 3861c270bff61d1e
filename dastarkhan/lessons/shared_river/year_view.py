"""One year of the river in small pictures, and the points beside what another choice would have given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dastarkhan.languages import Words
from dastarkhan.pictures import MonthBars, MonthLine, PartyLook, YearPanel, party_looks, points_bars, year_panels
from simulations.basins import Flows
from simulations.games import outcome, river
from simulations.games.schedule import summer_months
from simulations.table import Case


class Show(StrEnum):
    """The small pictures of a year."""

    POWER = "power"
    FIELDS = "fields"
    HOMES = "homes"
    WETLAND = "wetland"
    FLOOD = "flood"


def year_pictures(
    case: Case,
    card: str,
    decisions: Mapping[str, int],
    _: Words,
    *,
    only: Sequence[Show] = tuple(Show),
    places: Sequence[str] | None = None,
) -> str:
    """The year month by month as HTML; a flood is shown only when there is one.

    Parameters
    ----------
    case : Case
        Of the river game.
    card : str
        The year's inflow card.
    decisions : Mapping
        What both sides decided.
    only : sequence of Show, optional
        Which pictures; all by default.
    places : sequence of str, optional
        Of which places of the river; of all by default.
    """
    year = lived(case, card, decisions, _)
    each = [pictured for show in only for pictured in getattr(year, show)()]
    panels = [panel for panel, keys in each if places is None or set(keys) & set(places)]
    shown = [panel for panel in panels if panel.flood is None or any(panel.flood)]
    return "<div class='dk-panels'>" + "".join(drawn(year, shown, _)) + "</div>"


def lived(case: Case, card: str, decisions: Mapping[str, int], _: Words) -> "LivedYear":
    """Compute a year, ready to be drawn and told."""
    return LivedYear(
        case=case, flows=river.year(case, card, decisions), decisions=decisions, looks=party_looks(case, _), _=_
    )


def drawn(year: "LivedYear", panels: Sequence[YearPanel], _: Words) -> tuple[str, ...]:
    """Draw small pictures of a year as SVG."""
    return year_panels(panels, _, first_month=int(year.case.basin["first_month"]), unit=_("million m³"))


Pictured = Iterator[tuple[YearPanel, tuple[str, ...]]]
"""Small pictures, each with the places of the river that it is about."""


@dataclass(frozen=True, kw_only=True)
class LivedYear:
    """A computed year; each method makes the pictures of one kind ready."""

    case: Case
    flows: Flows
    decisions: Mapping[str, int]
    looks: Mapping[str, PartyLook]
    _: Words

    def power(self) -> Pictured:
        """What a reservoir keeps, what passes its turbines, and how much of the power comes in winter."""
        _, winter = self._, ~summer_months(int(self.case.basin["first_month"]))
        for key in self.of_kind("reservoir"):
            node, look = self._node(key), self.looks[self._node(key)["side"]]
            turbined, kept = self.flows.turbined_mcm[key][0], self.flows.storage_mcm[key][0]
            gwh = turbined * float(node.get("energy_gwh_per_mcm", 0))
            amounts = {"n": round(float(gwh[winter].sum()), 1), "total": round(float(gwh.sum()), 1)}
            store = _("kept: at most {n}", n=round(float(kept.max())))
            panel = YearPanel(
                title=_("Power in {side}", side=look.name) if look.key in self.case.sides else self.name(key),
                summary=_("{n} GWh in winter, {total} all year", **amounts),
                bars=(MonthBars(name=_("through the turbines"), got=turbined, look=look),),
                lines=(MonthLine(name=store, values=kept, full=float(node["capacity_mcm"])),),
                top=float(node["turbine_mcm"]) if "turbine_mcm" in node else None,
            )
            yield panel, (key,)

    def fields(self) -> Pictured:
        """What the planted fields wanted and got; all pictures of the same fields share one scale."""
        for key in self.of_kind("demand"):
            if key in self._decided:
                panel = YearPanel(
                    title=self._("Fields in {side}", side=self.looks[self._node(key)["side"]].name),
                    summary=self._("{share} of the need", share=self._met(key)),
                    bars=(self._bars(key),),
                    top=float(max(self._node(key)["demand_mcm"])),
                )
                yield panel, (key,)

    def homes(self) -> Pictured:
        """What the homes wanted and got, two places a picture."""
        homes = [key for key in self.of_kind("demand") if key not in self._decided]
        for pair in (homes[place : place + 2] for place in range(0, len(homes), 2)):
            panel = YearPanel(
                title=" · ".join(self.name(home) for home in pair),
                summary=" · ".join(self._met(home) for home in pair),
                bars=tuple(self._bars(home) for home in pair),
            )
            yield panel, tuple(pair)

    def wetland(self) -> Pictured:
        """What nature needed in the river and found there."""
        for key in self.of_kind("ecosystem"):
            panel = YearPanel(
                title=self.name(key),
                summary=self._("{share} of the need", share=self._met(key)),
                bars=(self._bars(key),),
            )
            yield panel, (key,)

    def flood(self) -> Pictured:
        """What went over low banks."""
        for key, months in self.flows.flood_mcm.items():
            panel = YearPanel(
                title=self.name(key),
                summary=self._("{n} million m³ too much", n=round(float(months[0].sum()), 1)),
                flood=months[0],
                flood_name=self._("over the banks"),
            )
            yield panel, (key,)

    @property
    def _decided(self) -> dict[str, float]:
        """Share of a demand that is wanted this year, for those that somebody decides about."""
        made = {decision["node"]: self.decisions[name] / 100 for name, decision in self.case.decisions.items()}
        return {node: share for node, share in made.items() if self._node(node)["kind"] == "demand"}

    def of_kind(self, kind: str) -> list[str]:
        """Places of the river of one kind."""
        return [key for key, node in self.case.basin["nodes"].items() if node["kind"] == kind]

    def _node(self, key: str) -> Mapping[str, Any]:
        node: Mapping[str, Any] = self.case.basin["nodes"][key]
        return node

    def name(self, key: str) -> str:
        """What a place is called."""
        return self._.case(self.case, f"nodes.{key}.name")

    def asked(self, key: str) -> NDArray[np.float64]:
        """What a place needed, million m3 in each month."""
        node = self._node(key)
        needs = np.array(node["need_mcm" if node["kind"] == "ecosystem" else "demand_mcm"], dtype=float)
        return needs * self._decided.get(key, 1.0)

    def got(self, key: str) -> NDArray[np.float64]:
        """What it got of that, million m3 in each month."""
        came = self.flows.flow_mcm if self._node(key)["kind"] == "ecosystem" else self.flows.delivered_mcm
        met: NDArray[np.float64] = np.minimum(came[key][0], self.asked(key))
        return met

    def _bars(self, key: str) -> MonthBars:
        look = self.looks[self._node(key)["side"]]
        return MonthBars(name=self.name(key), got=self.got(key), asked=self.asked(key), look=look)

    def share(self, key: str) -> float:
        """What a place got of its need over the year, from 0 to 1."""
        return float(self.got(key).sum()) / max(1e-9, float(self.asked(key).sum()))

    def _met(self, key: str) -> str:
        return self._.percent(self.share(key))


def choices_picture(case: Case, card: str, decisions: Mapping[str, int], decision: str, _: Words) -> str:
    """Both sides' points for every option of `decision`, the other decisions staying as they were."""
    options = case.decisions[decision]["options"]
    looks = [look for key, look in party_looks(case, _).items() if key in case.sides]
    results = [outcome(case, card, {**decisions, decision: option}) for option in options]
    return points_bars(
        [[result[f"{look.key}_points"] for look in looks] for result in results],
        [_option(case, decision, option, _) for option in options],
        looks,
        _,
        title=_.case(case, f"decisions.{decision}.title"),
        chosen=options.index(decisions[decision]),
        total=_("together"),
        key=f"points-{decision}",
    )


def _option(case: Case, decision: str, option: int, _: Words) -> str:
    """A decision in two words, as it fits beside a bar."""
    kind = case.basin["nodes"][case.decisions[decision]["node"]]["kind"]
    return _("{n} million", n=option) if kind == "reservoir" else _("{n} of {total}", n=option, total=100)
