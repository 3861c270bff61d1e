"""One year of the river in small pictures, and the points beside what another choice would have given."""

from collections.abc import Mapping, Sequence

import numpy as np

from dastarkhan.languages import Words
from dastarkhan.pictures import MonthBars, MonthLine, YearPanel, party_looks, points_bars, year_panels
from simulations.basins import Flows
from simulations.games import river
from simulations.games.schedule import summer_months
from simulations.table import Case

POWER, FIELDS, HOMES, NATURE, FLOOD = range(5)


def year_pictures(case: Case, card: str, decisions: Mapping[str, int], _: Words, *, only: Sequence[int] = ()) -> str:
    """The year month by month as SVG text: power, fields, homes, wetland, floods if any; `only` names some of them.

    Parameters
    ----------
    case : Case
        Of the river game.
    card : str
        The year's inflow card.
    decisions : Mapping
        What both sides decided.
    """
    made = _panels(case, card, decisions, _)
    chosen = [made[number] for number in only] or [
        panel for panel in made.values() if panel.flood is None or any(panel.flood)
    ]
    svgs = year_panels(chosen, _, first_month=int(case.basin["first_month"]), unit=_("million m³"))
    return "<div class='dk-panels'>" + "".join(svgs) + "</div>"


def _panels(case: Case, card: str, decisions: Mapping[str, int], _: Words) -> dict[int, YearPanel]:
    flows, nodes, looks = river.year(case, card, decisions), case.basin["nodes"], party_looks(case, _)
    name = {key: _.case(case, f"nodes.{key}.name") for key in nodes}
    planted = decisions["planted_share"] / 100
    fields = np.array(nodes["gardens_farms"]["demand_mcm"])
    asked = {
        "gardens_farms": planted * fields,
        "springs_villages": np.array(nodes["springs_villages"]["demand_mcm"]),
        "gardens_town": np.array(nodes["gardens_town"]["demand_mcm"]),
        "wetland": np.array(nodes["wetland"]["need_mcm"]),
    }
    got = {key: flows.delivered_mcm[key][0] for key in ("gardens_farms", "springs_villages", "gardens_town")}
    got["wetland"] = np.minimum(flows.flow_mcm["wetland"][0], asked["wetland"])

    def bars(key: str) -> MonthBars:
        return MonthBars(name=name[key], got=got[key], asked=asked[key], look=looks[nodes[key]["side"]])

    def met(key: str) -> str:
        return _.percent(float(got[key].sum()) / max(1e-9, float(asked[key].sum())))

    return {
        POWER: _power(case, flows, _),
        FIELDS: YearPanel(
            title=_("Fields in {side}", side=looks["gardens"].name),
            summary=_("{share} of the need", share=met("gardens_farms")),
            bars=(bars("gardens_farms"),),
            top=float(fields.max()),
        ),
        HOMES: YearPanel(
            title=f"{name['springs_villages']} · {name['gardens_town']}",
            summary=f"{met('springs_villages')} · {met('gardens_town')}",
            bars=(bars("springs_villages"), bars("gardens_town")),
        ),
        NATURE: YearPanel(
            title=name["wetland"],
            summary=_("{share} of the need", share=met("wetland")),
            bars=(bars("wetland"),),
        ),
        FLOOD: YearPanel(
            title=name["gardens_reach"],
            summary=_("{n} million m³ too much", n=round(float(flows.flood_mcm["gardens_reach"].sum()), 1)),
            flood=flows.flood_mcm["gardens_reach"][0],
            flood_name=_("over the banks"),
        ),
    }


def _power(case: Case, flows: Flows, _: Words) -> YearPanel:
    """The reservoir's year: what it keeps, what passes the turbines, and how much of the power comes in winter."""
    node, look = case.basin["nodes"]["reservoir"], party_looks(case, _)["springs"]
    turbined, kept = flows.turbined_mcm["reservoir"][0], flows.storage_mcm["reservoir"][0]
    gwh = turbined * float(node["energy_gwh_per_mcm"])
    winter = ~summer_months(int(case.basin["first_month"]))
    words = {"n": round(float(gwh[winter].sum()), 1), "total": round(float(gwh.sum()), 1)}
    capacity = float(node["capacity_mcm"])
    return YearPanel(
        title=_("Power in {side}", side=look.name),
        summary=_("{n} of {total} GWh in winter", **words),
        bars=(MonthBars(name=_("through the turbines"), got=turbined, look=look),),
        lines=(MonthLine(name=_("kept: at most {n}", n=round(float(kept.max()))), values=kept, full=capacity),),
        top=float(node["turbine_mcm"]),
    )


def choices_picture(case: Case, card: str, decisions: Mapping[str, int], decision: str, _: Words) -> str:
    """Both sides' points for every option of `decision`, the other decisions staying as they were."""
    options = case.decisions[decision]["options"]
    looks = [look for key, look in party_looks(case, _).items() if key in case.sides]
    made = [river.points(case, card, {**decisions, decision: option}) for option in options]
    return points_bars(
        [[row[look.key] for look in looks] for row in made],
        [_option(decision, option, _) for option in options],
        looks,
        _,
        title=_.case(case, f"decisions.{decision}.title"),
        chosen=options.index(decisions[decision]) if decisions[decision] in options else None,
        total=_("together"),
        key=f"points-{decision}",
    )


def _option(decision: str, option: int, _: Words) -> str:
    """A decision in two words, as it fits beside a bar."""
    return _("{n} million", n=option) if decision == "summer_release" else _("{n} of {total}", n=option, total=100)
