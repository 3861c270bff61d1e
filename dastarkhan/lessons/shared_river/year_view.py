"""One year of the river in four small pictures, and the points beside what another choice would have given."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from dastarkhan.languages import Words
from dastarkhan.pictures import MonthBars, MonthLine, YearPanel, party_looks, points_bars, year_panels
from simulations.games import river
from simulations.table import Case

POWER, HOMES, FIELDS, NATURE = range(4)


def year_pictures(case: Case, card: str, decisions: Mapping[str, int], _: Words, *, only: Sequence[int] = ()) -> str:
    """The year month by month as SVG text: power, homes, fields, wetland; `only` names some of them.

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
    chosen = [made[number] for number in only] or list(made.values())
    svgs = year_panels(chosen, _, first_month=int(case.basin["first_month"]), unit=_("million m³"))
    return "<div class='dk-panels'>" + "".join(svgs) + "</div>"


def _panels(case: Case, card: str, decisions: Mapping[str, int], _: Words) -> dict[int, YearPanel]:
    flows, nodes, looks = river.year(case, card, decisions), case.basin["nodes"], party_looks(case, _)
    name = {key: _.case(case, f"nodes.{key}.name") for key in nodes}
    turbined = flows.turbined_mcm["reservoir"][0]
    energy = float(turbined.sum()) * float(nodes["reservoir"]["energy_gwh_per_mcm"])
    capacity = float(nodes["reservoir"]["capacity_mcm"])
    planted = decisions["planted_share"] / 100
    asked = {
        "gardens_farms": planted * np.array(nodes["gardens_farms"]["demand_mcm"]),
        "springs_villages": np.array(nodes["springs_villages"]["demand_mcm"]),
        "gardens_town": np.array(nodes["gardens_town"]["demand_mcm"]),
        "wetland": np.array(nodes["wetland"]["need_mcm"]),
    }
    got = {key: flows.delivered_mcm[key][0] for key in ("gardens_farms", "springs_villages", "gardens_town")}
    got["wetland"] = np.minimum(flows.flow_mcm["wetland"][0], asked["wetland"])

    def bars(key: str) -> MonthBars:
        return MonthBars(name=name[key], got=got[key], asked=asked[key], look=looks[nodes[key]["side"]])

    def met(*keys: str) -> str:
        share = sum(float(got[key].sum()) for key in keys) / max(1e-9, sum(float(asked[key].sum()) for key in keys))
        return _("{share} of the need", share=_.percent(share))

    return {
        POWER: YearPanel(
            title=_("Power in {side}", side=looks["springs"].name),
            summary=_("{n} GWh", n=round(energy, 1)),
            bars=(MonthBars(name=_("through the turbines"), got=turbined, look=looks["springs"]),),
            lines=(MonthLine(name=_("kept"), values=flows.storage_mcm["reservoir"][0], full=capacity),),
        ),
        HOMES: YearPanel(
            title=_("Homes on both banks"),
            summary=met("springs_villages", "gardens_town"),
            bars=(bars("springs_villages"), bars("gardens_town")),
        ),
        FIELDS: YearPanel(
            title=_("Fields in {side}", side=looks["gardens"].name),
            summary=met("gardens_farms"),
            bars=(bars("gardens_farms"),),
        ),
        NATURE: YearPanel(
            title=name["wetland"],
            summary=met("wetland"),
            bars=(bars("wetland"),),
            flood=flows.flood_mcm["gardens_reach"][0],
            flood_name=_("over the banks"),
        ),
    }


def choices_picture(case: Case, card: str, decisions: Mapping[str, int], decision: str, _: Words) -> str:
    """Both sides' points for every option of `decision`, the other decisions staying as they were."""
    options = case.decisions[decision]["options"]
    looks = [look for key, look in party_looks(case, _).items() if key in case.sides]
    made = [river.points(case, card, {**decisions, decision: option}) for option in options]
    return points_bars(
        [[row[look.key] for look in looks] for row in made],
        [_.number(option) for option in options],
        looks,
        _,
        title=_.case(case, f"decisions.{decision}.title"),
        chosen=options.index(decisions[decision]) if decisions[decision] in options else None,
        key=f"points-{decision}",
    )


def seal(case: Case, side: str, _: Words) -> str:
    """A side's letter on its colour and pattern, with its name, as HTML."""
    look = party_looks(case, _)[side]
    return (
        f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span> {escape(look.name)}:"
    )
