"""One year of the river: from a card and the sides' decisions to flows and points."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from simulations.errors import KitError
from simulations.games.schedule import Storage, release_schedule, summer_months
from simulations.table import Case

if TYPE_CHECKING:  # the engine loads when a year is computed: a game that replays never needs it
    from simulations.basins import Basin, Flows

Year = tuple[str, Mapping[str, int]]
"""A card (or an inject that changes the inflow) and the decisions."""


def weather(case: Case) -> dict[str, float]:
    """Return the inflow factor of every card, and of every inject that changes the inflow."""
    injects = {name: inject for name, inject in case.injects.items() if "inflow_factor" in inject}
    return {name: float(table["inflow_factor"]) for name, table in {**case.cards, **injects}.items()}


def decision_options(case: Case, card: str | None = None) -> dict[str, tuple[int, ...]]:
    """Return the options of every decision, with those that an agreement may put in its place.

    With a `card`, also what a dry-year rule makes of them in that weather.
    """
    factor = weather(case)[card] if card is not None and release_may_follow(case) else 1.0
    options = {}
    for name, decision in case.decisions.items():
        agreed = case.terms.get(name, {}).get("options", ())
        options[name] = tuple(sorted({*decision["options"], *agreed, *(followed(one, factor) for one in agreed)}))
    return options


def release_may_follow(case: Case) -> bool:
    """Tell whether a dry-year rule can let agreed decisions follow the river."""
    return any(any(term.get("release_follows", ())) for term in case.terms.values())


def followed(value: int, factor: float) -> int:
    """Return what a promise of `value` is in a dry year when it follows the river; no wet year raises it.

    Whole numbers all the way, so that every machine rounds alike.

    Examples
    --------
    >>> followed(55, 0.7), followed(55, 1.2)
    (39, 55)
    """
    thousandths = min(1000, round(1000 * factor))
    return (value * thousandths + 500) // 1000


def all_years(case: Case) -> list[Year]:
    """Return every card with every way to decide."""
    years: list[Year] = []
    for card in weather(case):
        options = decision_options(case, card)
        years += [(card, dict(zip(options, values, strict=True))) for values in product(*options.values())]
    return years


def year(case: Case, card: str, decisions: Mapping[str, int]) -> "Flows":
    """Return one year of the river, month by month.

    Parameters
    ----------
    case : Case
        Of the river game.
    card : str
        A card, or an inject that changes the inflow.
    decisions : mapping of str to int
        Every decision of the case, as ``{"summer_release": 55, "planted_share": 100}``. Any whole number will do, not
        only the case's options.

    Returns
    -------
    Flows
        Of one scenario: arrays of shape (1, 12), million m3 a month.

    Raises
    ------
    KitError
        ``river.unknown_card`` or ``river.unknown_decision``.
    """
    return simulate_years(case, [(card, decisions)])


def simulate_years(case: Case, years: Sequence[Year]) -> "Flows":
    """Return many years at once, one scenario each; see `year`."""
    from simulations.basins import Basin, normal_inflows, simulate

    factors = weather(case)
    for card, decisions in years:
        _check(case, card, decisions, factors)
    basin = Basin.from_mapping(case.basin)
    inflows = normal_inflows(basin, np.array([factors[card] for card, _ in years]))
    chosen = {name: [int(decisions[name]) for _, decisions in years] for name in case.decisions}
    about = {name: str(decision["node"]) for name, decision in case.decisions.items()}
    dams = [name for name, node in about.items() if case.basin["nodes"][node]["kind"] == "reservoir"]
    share = {
        node: np.repeat(np.array(chosen[name], dtype=float)[:, None] / 100, 12, axis=1)
        for name, node in about.items()
        if name not in dams
    }
    release = {about[name]: _releases(case, basin, name, chosen[name], inflows, share) for name in dams}
    return simulate(basin, inflows, {"release_mcm": release, "demand_share": share})


def year_points(case: Case, flows: "Flows", years: Sequence[Year]) -> dict[str, NDArray[np.float64]]:
    """Return what the years are worth to each side: the basin's points less what decisions and drain water cost.

    Parameters
    ----------
    case : Case
    flows : Flows
        Made by `simulate_years` from the same `years`.
    years : sequence

    Returns
    -------
    dict of str to array of shape (n_years,), points
    """
    from simulations.basins import Basin, points

    worth = {side: np.array(values) for side, values in points(Basin.from_mapping(case.basin), flows).items()}
    for name, decision in case.decisions.items():
        if "cost_points" in decision:
            side = case.seats[decision["seat"]]["side"]
            costs = [np.interp(made[name], decision["options"], decision["cost_points"]) for _, made in years]
            worth[side] = worth[side] - np.array(costs)
    if "drainage" in case.data:
        drainage = case.data["drainage"]
        side = case.basin["nodes"][drainage["to"]]["side"]
        for owner in case.sides if side == "both" else (side,):
            shared = len(case.sides) if side == "both" else 1
            worth[owner] = worth[owner] - drained_mcm(case, flows) * drainage["points_per_mcm"] / shared
    return worth


def drained_mcm(case: Case, flows: "Flows") -> NDArray[np.float64]:
    """Return the water that drains back, salty, from the fields of ``[drainage]``: shape (n_years,), million m3 a year.

    The kit has no salt in its water. A case may say instead what each million m3 of drain water costs the users below;
    that harm grows evenly and ends with the year are assumptions of such a case.
    """
    fields = case.data["drainage"]["from"]
    share = float(case.basin["nodes"][fields].get("return_share", 0))
    return np.asarray(flows.delivered_mcm[fields].sum(axis=1) * share)


def points(case: Case, card: str, decisions: Mapping[str, int]) -> dict[str, float]:
    """Return what one year is worth to each side, in points; see `year`."""
    flows = year(case, card, decisions)
    return {side: float(values[0]) for side, values in year_points(case, flows, [(card, decisions)]).items()}


def reservoir_storage(node: Mapping[str, Any]) -> Storage:
    """Return what the reservoir of a case can hold."""
    return Storage(
        capacity_mcm=float(node["capacity_mcm"]),
        dead_mcm=float(node["dead_storage_mcm"]),
        initial_mcm=float(node["initial_storage_mcm"]),
    )


def _releases(
    case: Case,
    basin: "Basin",
    name: str,
    promised: Sequence[int],
    inflows: Mapping[str, NDArray[np.float64]],
    share: Mapping[str, NDArray[np.float64]],
) -> NDArray[np.float64]:
    """Return a schedule for each promise, shape (n_years, 12); what fields above the dam leave in the river counts."""
    from simulations.basins import simulate

    decision = case.decisions[name]
    node = decision["node"]
    closed = simulate(basin, inflows, {"release_mcm": {node: np.zeros(12)}, "demand_share": share})
    reaching = sum(closed.arc_mcm[arc] for arc in basin.graph.in_edges(node))
    storage = reservoir_storage(case.basin["nodes"][node])
    plans = [
        release_schedule(
            promise,
            inflow_mcm=row,
            weights=monthly_weights(case, node),
            summer=summer_months(case.basin["first_month"]),
            storage=storage,
            winter_least_mcm=float(decision.get("winter_least_mcm", 0)),
        )
        for promise, row in zip(promised, np.asarray(reaching), strict=True)
    ]
    return np.array(plans)


def monthly_weights(case: Case, reservoir: str) -> NDArray[np.float64]:
    """Return how a release is spread: in summer as the users below need it, in winter as power is worth.

    Summer needs are those of demands and of nature below the reservoir, less what other sources bring in a normal year.
    """
    import networkx as nx

    nodes, arcs = case.basin["nodes"], case.basin["arcs"]
    below = nx.descendants(nx.DiGraph([(arc["from"], arc["to"]) for arc in arcs]), reservoir)
    above = nx.ancestors(nx.DiGraph([(arc["from"], arc["to"]) for arc in arcs]), reservoir)
    needs = np.zeros(12)
    for name, node in nodes.items():
        if name in below and node["kind"] in ("demand", "ecosystem"):
            needs += np.array(node["demand_mcm" if node["kind"] == "demand" else "need_mcm"], dtype=float)
        if node["kind"] == "source" and name not in above:
            needs -= np.array(node["inflow_mcm"], dtype=float)
    worth = np.array(nodes[reservoir].get("value_points_per_mcm", [1] * 12), dtype=float)
    summer = summer_months(case.basin["first_month"])
    return np.asarray(np.where(summer, np.maximum(needs, 0.05 * max(needs.max(), 1e-6)), np.maximum(worth, 1e-6)))


def _check(case: Case, card: str, decisions: Mapping[str, int], factors: Mapping[str, float]) -> None:
    if card not in factors:
        raise KitError("river.unknown_card", value=card, allowed=tuple(factors))
    if set(decisions) != set(case.decisions):
        raise KitError("river.unknown_decision", value=tuple(decisions), allowed=tuple(case.decisions))
