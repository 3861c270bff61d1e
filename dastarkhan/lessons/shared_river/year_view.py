"""One year of the river in small pictures, and the points beside what another choice would have given."""

from collections.abc import Mapping, Sequence
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
    case: Case, card: str, decisions: Mapping[str, int], _: Words, *, only: Sequence[Show] = tuple(Show)
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
    """
    flows = river.year(case, card, decisions)
    year = _Year(case=case, flows=flows, planted=decisions["planted_share"] / 100, looks=party_looks(case, _), _=_)
    panels = [getattr(year, show)() for show in only]
    shown = [panel for panel in panels if panel.flood is None or any(panel.flood)]
    svgs = year_panels(shown, _, first_month=int(case.basin["first_month"]), unit=_("million m³"))
    return "<div class='dk-panels'>" + "".join(svgs) + "</div>"


@dataclass(frozen=True, kw_only=True)
class _Year:
    """A computed year; each method makes one picture ready."""

    case: Case
    flows: Flows
    planted: float
    looks: Mapping[str, PartyLook]
    _: Words

    def power(self) -> YearPanel:
        """What the reservoir keeps, what passes its turbines, and how much of the power comes in winter."""
        _, node, look = self._, self._node("reservoir"), self.looks["springs"]
        turbined, kept = self.flows.turbined_mcm["reservoir"][0], self.flows.storage_mcm["reservoir"][0]
        gwh = turbined * float(node["energy_gwh_per_mcm"])
        winter = ~summer_months(int(self.case.basin["first_month"]))
        amounts = {"n": round(float(gwh[winter].sum()), 1), "total": round(float(gwh.sum()), 1)}
        store = _("kept: at most {n}", n=round(float(kept.max())))
        return YearPanel(
            title=_("Power in {side}", side=look.name),
            summary=_("{n} of {total} GWh in winter", **amounts),
            bars=(MonthBars(name=_("through the turbines"), got=turbined, look=look),),
            lines=(MonthLine(name=store, values=kept, full=float(node["capacity_mcm"])),),
            top=float(node["turbine_mcm"]),
        )

    def fields(self) -> YearPanel:
        """What the planted fields wanted and got; all pictures of fields share one scale."""
        return YearPanel(
            title=self._("Fields in {side}", side=self.looks["gardens"].name),
            summary=self._("{share} of the need", share=self._met("gardens_farms")),
            bars=(self._bars("gardens_farms"),),
            top=float(max(self._node("gardens_farms")["demand_mcm"])),
        )

    def homes(self) -> YearPanel:
        """What the homes on both banks wanted and got."""
        homes = ("springs_villages", "gardens_town")
        return YearPanel(
            title=" · ".join(self._name(home) for home in homes),
            summary=" · ".join(self._met(home) for home in homes),
            bars=tuple(self._bars(home) for home in homes),
        )

    def wetland(self) -> YearPanel:
        """What nature needed in the river and found there."""
        return YearPanel(
            title=self._name("wetland"),
            summary=self._("{share} of the need", share=self._met("wetland")),
            bars=(self._bars("wetland"),),
        )

    def flood(self) -> YearPanel:
        """What went over the low banks."""
        flood = self.flows.flood_mcm["gardens_reach"][0]
        return YearPanel(
            title=self._name("gardens_reach"),
            summary=self._("{n} million m³ too much", n=round(float(flood.sum()), 1)),
            flood=flood,
            flood_name=self._("over the banks"),
        )

    def _node(self, key: str) -> Mapping[str, Any]:
        node: Mapping[str, Any] = self.case.basin["nodes"][key]
        return node

    def _name(self, key: str) -> str:
        return self._.case(self.case, f"nodes.{key}.name")

    def _asked(self, key: str) -> NDArray[np.float64]:
        node = self._node(key)
        needs = np.array(node["need_mcm" if node["kind"] == "ecosystem" else "demand_mcm"], dtype=float)
        return needs * self.planted if key == "gardens_farms" else needs

    def _got(self, key: str) -> NDArray[np.float64]:
        came = self.flows.flow_mcm if self._node(key)["kind"] == "ecosystem" else self.flows.delivered_mcm
        met: NDArray[np.float64] = np.minimum(came[key][0], self._asked(key))
        return met

    def _bars(self, key: str) -> MonthBars:
        look = self.looks[self._node(key)["side"]]
        return MonthBars(name=self._name(key), got=self._got(key), asked=self._asked(key), look=look)

    def _met(self, key: str) -> str:
        return self._.percent(float(self._got(key).sum()) / max(1e-9, float(self._asked(key).sum())))


def choices_picture(case: Case, card: str, decisions: Mapping[str, int], decision: str, _: Words) -> str:
    """Both sides' points for every option of `decision`, the other decisions staying as they were."""
    options = case.decisions[decision]["options"]
    looks = [look for key, look in party_looks(case, _).items() if key in case.sides]
    results = [outcome(case, card, {**decisions, decision: option}) for option in options]
    return points_bars(
        [[result[f"{look.key}_points"] for look in looks] for result in results],
        [_option(decision, option, _) for option in options],
        looks,
        _,
        title=_.case(case, f"decisions.{decision}.title"),
        chosen=options.index(decisions[decision]),
        total=_("together"),
        key=f"points-{decision}",
    )


def _option(decision: str, option: int, _: Words) -> str:
    """A decision in two words, as it fits beside a bar."""
    return _("{n} million", n=option) if decision == "summer_release" else _("{n} of {total}", n=option, total=100)
