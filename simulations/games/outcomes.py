"""The outcome table: every year that the case can have, as whole numbers, for notebook, phone and paper alike.

``dastarkhan check CASE --outcomes`` writes it beside the case. A case without one, or with one that was made before the
case was changed, gets a fresh one whenever it is read.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulations.games.river_years import (
    all_years,
    decision_options,
    release_may_follow,
    simulate_years,
    weather,
    year_points,
)
from simulations.games.schedule import summer_months
from simulations.table import Case
from simulations.table.plain import canonical, sha256

Table = Mapping[str, Any]
"""An outcome table as `outcome_table` makes it."""

UNITS = {
    "points": "points, rounded",
    "tenth_mcm": "0.1 million m3 a year",
    "tenths": "tenths of the summer need that was met, 0 to 10",
    "tenth_gwh": "0.1 GWh a year",
}


def made_from(case: Case) -> str:
    """Return the SHA-256 of all that the outcome table depends on: what moves water, and what it is worth.

    Prose, payments, upkeep, turns and weights may change freely.
    """
    decisions = {
        name: {key: value for key, value in decision.items() if key not in ("early", "seat")}
        | {"side": case.seats[decision["seat"]]["side"], "all_options": options}
        for (name, decision), options in zip(case.decisions.items(), decision_options(case).values(), strict=True)
    }
    numbers = {
        "basin": case.data["basin"],
        "decisions": decisions,
        "weather": weather(case),
        "release_follows": release_may_follow(case),
        "sides": tuple(case.sides),
        "drainage": case.data.get("drainage", {}),
    }
    return sha256(canonical(numbers))


def row_key(names: Iterable[str], decisions: Mapping[str, int]) -> str:
    """Return the key of a row: the decisions' values in the order of `names`.

    Examples
    --------
    >>> row_key(["summer_release", "planted_share"], {"planted_share": 100, "summer_release": 55})
    '55/100'
    """
    return "/".join(str(decisions[name]) for name in names)


def outcome(case: Case, card: str, decisions: Mapping[str, int]) -> dict[str, int]:
    """Return the results of a year: column name to whole number.

    Parameters
    ----------
    case : Case
        Read by ``read_case``, so that it holds its outcome table.
    card : str
        A card, or an inject that changes the inflow.
    decisions : mapping of str to int
        One option for every decision.

    Raises
    ------
    KeyError
        When the table has no such year; the game offers only those it has.
    """
    return table_row(case.data["outcomes"], card, decisions)


def outcome_table(case: Case) -> dict[str, Any]:
    """Return the outcome table of a case, made with ``simulations.basins.simulate``.

    Returns
    -------
    dict
        ``columns`` names the whole numbers of a row, each with its unit at the end; ``rows`` is keyed by card and by
        the decisions' values; ``made_from`` is the SHA-256 of all that the numbers depend on.
    """
    years = all_years(case)
    flows = simulate_years(case, years)
    columns = _columns(case, flows, year_points(case, flows, years))
    whole = np.rint(np.array(list(columns.values()))).astype(int).T.tolist()
    rows: dict[str, dict[str, list[int]]] = {card: {} for card in weather(case)}
    for (card, decisions), row in zip(years, whole, strict=True):
        rows[card][row_key(case.decisions, decisions)] = row
    return {
        "schema": 1,
        "case": case.id,
        "made_from": made_from(case),
        "units": UNITS,
        "decisions": list(decision_options(case)),
        "columns": list(columns),
        "rows": rows,
    }


def table_row(table: Table, card: str, decisions: Mapping[str, int]) -> dict[str, int]:
    """Return the results of a year: column name to whole number."""
    return dict(zip(table["columns"], table["rows"][card][row_key(table["decisions"], decisions)], strict=True))


def table_points(table: Table, card: str, decisions: Mapping[str, int]) -> dict[str, int]:
    """Return each side's points of a year."""
    named = table_row(table, card, decisions)
    return {column.removesuffix("_points"): value for column, value in named.items() if column.endswith("_points")}


def table_decisions(table: Table, card: str) -> list[dict[str, int]]:
    """Return every way to decide that the table knows, in its order."""
    keys = table["rows"][card]
    return [dict(zip(table["decisions"], map(int, key.split("/")), strict=True)) for key in keys]


def together_decisions(table: Table, card: str) -> dict[str, int]:
    """Return the decisions whose points, all sides together, are most in this weather; the first of equals."""
    return max(table_decisions(table, card), key=lambda made: sum(table_points(table, card, made).values()))


def outcome_text(table: Mapping[str, Any]) -> str:
    """Return the outcome table as JSON with one row a line, so that a change can be read in a comparison."""
    head = [f"  {canonical(name)}: {canonical(value)}" for name, value in table.items() if name != "rows"]
    cards = []
    for card, rows in table["rows"].items():
        lines = [f"      {canonical(key)}: {canonical(row)}" for key, row in rows.items()]
        cards.append(f"    {canonical(card)}: {{\n" + ",\n".join(lines) + "\n    }")
    return "{\n" + ",\n".join(head) + ',\n  "rows": {\n' + ",\n".join(cards) + "\n  }\n}\n"


def _columns(case: Case, flows: Any, worth: Mapping[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float64]]:
    """Return the results by name, one number for each year."""
    summer = summer_months(case.basin["first_month"])
    columns = {f"{side}_points": worth[side] for side in case.sides}
    for name, node in case.basin["nodes"].items():
        if node["kind"] == "reservoir":
            released = flows.release_mcm[name] + flows.spill_mcm[name]
            columns[f"{name}_summer_tenth_mcm"] = _tenths(released, summer)
            columns[f"{name}_winter_tenth_mcm"] = _tenths(released, ~summer)
            columns[f"{name}_tenth_gwh"] = _tenths(flows.turbined_mcm[name]) * node.get("energy_gwh_per_mcm", 0)
        elif node["kind"] == "demand":
            columns[f"{name}_tenth_mcm"] = _tenths(flows.delivered_mcm[name])
        elif node["kind"] == "ecosystem":
            columns[f"{name}_tenths"] = _met(flows.flow_mcm[name], node["need_mcm"], summer)
        if "bankfull_mcm" in node:
            columns[f"{name}_flood_tenth_mcm"] = _tenths(flows.flood_mcm[name])
    return columns


def _tenths(monthly_mcm: NDArray[np.float64], months: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    chosen = monthly_mcm if months is None else monthly_mcm[:, months]
    return np.asarray(10 * chosen.sum(axis=1))


def _met(flow_mcm: NDArray[np.float64], need_mcm: Sequence[float], summer: NDArray[np.bool_]) -> NDArray[np.float64]:
    need = np.array(need_mcm, dtype=float)[summer]
    met = np.minimum(flow_mcm[:, summer], need).sum(axis=1)
    return np.asarray(10 * met / max(need.sum(), 1e-12))
