"""The rules of simulate say the same as falling costs in a linear program, solved month by month."""

import basins as BENCHMARK  # noqa: N812 - benchmarks/basins.py, which holds the network
import numpy as np
from scipy.optimize import linprog


def deliveries_by_costs(factors: np.ndarray) -> dict[str, list[float]]:
    """One program a month: columns are the river's arcs, the canals and the storages at the end of the month."""
    river = [arc for arc in BENCHMARK.ARCS if arc[0] not in BENCHMARK.SOURCES]
    columns = [*river, *BENCHMARK.DEMANDS, *BENCHMARK.RESERVOIRS]
    nodes = sorted({tail for tail, _ in river})
    balance = np.zeros((len(nodes), len(columns)))
    for place, column in enumerate(columns):
        if column in BENCHMARK.DEMANDS:
            balance[nodes.index(BENCHMARK.DEMANDS[column][0]), place] = -1
        elif column in BENCHMARK.RESERVOIRS:
            balance[nodes.index(column), place] = -1
        else:
            balance[nodes.index(column[0]), place] = -1
            if column[1] in nodes:
                balance[nodes.index(column[1]), place] = 1
    costs = [BENCHMARK.STORAGE_COSTS.get(c, BENCHMARK.DEMANDS[c][3] if c in BENCHMARK.DEMANDS else 0) for c in columns]
    stored = {dam: first for dam, (_, _, first) in BENCHMARK.RESERVOIRS.items()}
    found: dict[str, list[float]] = {name: [] for name in BENCHMARK.DEMANDS}
    for month, factor in enumerate(factors):
        brings = np.array([stored.get(node, 0.0) for node in nodes])
        for tail, head in BENCHMARK.ARCS:
            if tail in BENCHMARK.SOURCES:
                brings[nodes.index(head)] += BENCHMARK.SOURCES[tail][month % 12] * factor
        bounds = [(0, None)] * len(river)
        bounds += [(0, min(demand[month % 12], most)) for _, demand, most, _ in BENCHMARK.DEMANDS.values()]
        bounds += [(dead, most) for most, dead, _ in BENCHMARK.RESERVOIRS.values()]
        result = linprog(costs, A_eq=balance, b_eq=-brings, bounds=bounds)
        for place, column in enumerate(columns):
            if column in found:
                found[column].append(result.x[place])
            elif column in stored:
                stored[column] = result.x[place]
    return found


def test_the_rules_agree_with_falling_costs() -> None:
    """The network of benchmarks/basins.py, eight years with dry ones among them, without Pywr."""
    factors = np.repeat([1.0, 0.6, 0.5, 1.4, 0.8, 0.4, 0.45, 1.2], 12) * np.random.default_rng(3).uniform(0.8, 1.2, 96)
    expected = deliveries_by_costs(factors)
    deliveries, _ = BENCHMARK.run_ours(factors.reshape(1, -1))
    met = sum(sum(given) for given in expected.values()) / (
        8 * sum(sum(d) for _, d, _, _ in BENCHMARK.DEMANDS.values())
    )
    assert 0.5 < met < 0.95  # scarce enough that priorities matter
    for name, given in expected.items():
        np.testing.assert_allclose(deliveries[name][0], given, atol=1e-6)
