"""The best that could be done with the water: a linear program with perfect foresight."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats, Kind
from simulations.basins.flows import Flows
from simulations.basins.program import Column, Program, build, worth_of
from simulations.basins.series import monthly, read_inflows
from simulations.basins.simulation import Decisions, simulate
from simulations.basins.worth import points
from simulations.errors import ModelError

_SLACK = 1e-7  # of the best: what the first aim may give up to rounding when the second is sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The best decisions and what they lead to.

    Attributes
    ----------
    points : by side, shape (n_scenarios,)
        From `simulate` under these decisions.
    release_mcm : by reservoir, shape (n_scenarios, n_months)
        All that leaves the reservoir.
    delivered_mcm : by demand, shape (n_scenarios, n_months)
    decisions : mapping
        Ready for `simulate`: ``release_mcm``, and ``demand_share`` that leaves to others what is worth more there.
    flows : Flows
        `simulate` under these decisions.
    bound_points : ndarray, shape (n_scenarios,)
        The solver's own value of the points it was to maximise; `points` reach it.
    """

    points: Mapping[str, Floats]
    release_mcm: Mapping[str, Floats]
    delivered_mcm: Mapping[str, Floats]
    decisions: Decisions
    flows: Flows
    bound_points: Floats


def best_use(
    basin: Basin,
    inflows: Mapping[str, ArrayLike],
    *,
    sides: Collection[str] | None = None,
    keep_storage: bool = False,
) -> Plan:
    """Find releases and deliveries that bring the most points.

    Parameters
    ----------
    basin : Basin
    inflows : mapping of source to array_like, shape (n_scenarios, n_months) or (n_months,)
        Known in advance: nobody could do better.
    sides : collection of str, optional
        Whose points count; all sides without it. Among plans that are equally good for them, the one that is
        best for all is taken.
    keep_storage : bool, optional
        Reservoirs end no lower than they began. Without it the last months use up the storage, as nothing
        after them is counted.

    Returns
    -------
    Plan

    Raises
    ------
    ModelError
        Those of `simulate`; ``basin.unknown_side``; ``basin.no_best_use`` when the solver gives up.

    Notes
    -----
    The physics are those of `simulate`, save that a canal may be given less than it asks; ``demand_share``
    carries this over, so that `simulate` reaches the same points. Solved by HiGHS through
    `scipy.optimize.linprog`, one program a scenario. The plan may be one of several that are equally good.
    """
    chosen = tuple(basin.sides if sides is None else sides)
    for side in chosen:
        if side not in basin.sides:
            raise ModelError("basin.unknown_side", key="sides", value=side, allowed=", ".join(basin.sides))
    water = read_inflows(basin, inflows)
    n_months, n_scenarios = next(iter(water.values())).shape
    program = build(basin, n_months, keep_storage=keep_storage)
    aims = [worth_of(basin, program, chosen)]
    if set(chosen) != set(basin.sides):
        aims.append(worth_of(basin, program, basin.sides))
    solved = [
        _solve(program, {source: array[:, scenario] for source, array in water.items()}, aims)
        for scenario in range(n_scenarios)
    ]
    decisions = _decisions(basin, program, np.array([solution for solution, _ in solved]))
    flows = simulate(basin, {source: array.T for source, array in water.items()}, decisions)
    return Plan(
        points=points(basin, flows),
        release_mcm=decisions["release_mcm"],
        delivered_mcm=flows.delivered_mcm,
        decisions=decisions,
        flows=flows,
        bound_points=np.array([best for _, best in solved]),
    )


def _solve(program: Program, inflows: Mapping[str, Floats], aims: list[Floats]) -> tuple[Floats, float]:
    """Return the best columns and the points of the first aim; each later aim keeps the earlier ones."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, vstack

    equal = program.matrix(program.equal, len(program.equal_sides))
    at_most = program.matrix(program.at_most, len(program.at_most_sides))
    sides = [side.copy() for side in program.equal_sides]
    for source, inflow in inflows.items():
        sides[program.balance_rows[source] // program.n_months] -= inflow
    limits = np.concatenate([np.zeros(0), *program.at_most_sides])
    bounds = np.column_stack((np.concatenate(program.low), np.concatenate(program.high)))
    best: list[float] = []
    for aim in aims:
        result: Any = linprog(
            -aim, A_ub=at_most, b_ub=limits, A_eq=equal, b_eq=np.concatenate(sides), bounds=bounds, method="highs"
        )
        if result.status != 0:
            raise ModelError("basin.no_best_use", value=result.message)
        best.append(-float(result.fun))
        at_most = vstack([at_most, csr_array(-aim.reshape(1, -1))])
        limits = np.append(limits, _SLACK * max(1.0, abs(best[-1])) - best[-1])
    return result.x, best[0]


def _decisions(basin: Basin, program: Program, solutions: Floats) -> dict[str, dict[str, Floats]]:
    """Turn columns into what `simulate` understands."""

    def months_of(name: Column) -> Floats:
        first = program.columns[name]
        return np.maximum(solutions[:, first : first + program.n_months], 0.0)

    releases, shares = {}, {}
    for node in basin.of_kind(Kind.RESERVOIR):
        releases[node] = sum(
            (months_of(("arc", *arc)) for arc in basin.graph.out_edges(node)), np.zeros((len(solutions), 1))
        )
    for node in basin.of_kind(Kind.DEMAND):
        wish = monthly(basin.numbers[node]["demand_mcm"], program.n_months)
        (inlet,) = basin.graph.in_edges(node)
        kept = 1.0 - float(basin.graph.edges[inlet].get("loss_share", 0.0))
        given = months_of(("arc", *inlet)) * kept
        shares[node] = np.clip(np.divide(given, wish, out=np.ones_like(given), where=wish > 0), 0.0, 1.0)
    return {"release_mcm": releases, "demand_share": shares}
