"""Whether a case's years are possible, and whether its two sides have something to talk about."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulations.games.faults import Faults
from simulations.games.free_decisions import free_decisions
from simulations.games.outcomes import outcome_table, table_points, together_decisions
from simulations.games.river_years import all_years, decision_options, simulate_years
from simulations.games.schedule import summer_months
from simulations.table import Case

if TYPE_CHECKING:
    from simulations.basins import Flows

NEAR_MCM = 0.05
"""A release may miss what was promised by this much: half of what the outcome table can show."""


def check_years(faults: Faults, case: Case) -> None:
    """Note options that no year allows, and a river on which the sides gain nothing together."""
    _check_releases(faults, case)
    if not faults.found:
        _check_gain(faults, Case(data={**case.data, "outcomes": outcome_table(case)}))


def _check_releases(faults: Faults, case: Case) -> None:
    years = all_years(case)
    flows = simulate_years(case, years)
    for name, decision in case.decisions.items():
        node = decision["node"]
        if case.basin["nodes"][node]["kind"] != "reservoir":
            continue
        reached = _released_in_summer(case, node, flows)
        for option in decision_options(case)[name]:
            most = max(float(reached[at]) for at, (_, made) in enumerate(years) if made[name] == option)
            least = min(float(reached[at]) for at, (_, made) in enumerate(years) if made[name] == option)
            if most < option - NEAR_MCM or least > option + NEAR_MCM:
                table = "decisions" if option in decision["options"] else "terms"
                faults.add("case.impossible_option", f"{table}.{name}.options", option, f"{least:.0f} – {most:.0f}")


def _released_in_summer(case: Case, node: str, flows: "Flows") -> NDArray[np.float64]:
    summer = summer_months(case.basin["first_month"])
    released = flows.release_mcm[node] + flows.spill_mcm[node]
    return np.asarray(released[:, summer].sum(axis=1))


def _check_gain(faults: Faults, case: Case) -> None:
    """Demand that both sides together can have more than each alone, in at least one card."""
    table = case.data["outcomes"]
    for card, decisions in free_decisions(case, None, informed=True).items():
        alone = table_points(table, card, decisions)
        together = table_points(table, card, together_decisions(table, card))
        if sum(together.values()) > sum(alone.values()):
            return
    faults.add("case.nothing_to_gain", "decisions", tuple(case.decisions))
