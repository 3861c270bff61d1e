"""Race `simulations.basins` against Pywr: one river, the same deliveries, one run.

Three reservoirs, six demands with lossless canals of limited capacity, 100 years month by month; once with one
scenario and once with 100. Both models get the same inflows, demands, capacities and priorities. What each
delivers to each demand in each month must agree to 1e-6 million m3.

Priorities. Pywr solves a linear program every month: each unit delivered or kept in store has a (negative) cost.
Ours are simple rules: the nearest demand first, and a reservoir serves the reach down to the next reservoir. The
costs below say the same thing in Pywr's language: they fall downstream, and the water of an upper reservoir is
worth more than any demand below the lower one. The timing covers the run alone, not building or reading.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
FIRST_YEAR, N_YEARS = 1901, 100
PEER = "pywr>=1.31,<2"

SOURCES = {  # a normal year, October first, million m3
    "left_spring": [14, 12, 10, 9, 9, 12, 25, 40, 52, 48, 33, 20],
    "right_spring": [8, 7, 6, 6, 6, 9, 20, 28, 30, 24, 16, 11],
    "brook": [4, 4, 3, 3, 4, 8, 12, 9, 5, 3, 2, 3],
}
RESERVOIRS = {  # capacity, dead storage, first storage
    "left_dam": (160, 16, 90),
    "right_dam": (90, 10, 40),
    "low_dam": (120, 12, 60),
}
DEMANDS = {  # from, what it asks, what its canal can carry, Pywr's cost of a unit
    "hill_farms": ("left_reach", [2, 0, 0, 0, 0, 3, 14, 26, 34, 36, 28, 10], 32, -1000),
    "hill_town": ("left_reach", [4, 4, 4, 4, 4, 4, 5, 6, 7, 7, 6, 5], 9, -990),
    "side_farms": ("right_reach", [0, 0, 0, 0, 0, 2, 10, 18, 22, 22, 15, 5], 20, -1000),
    "side_town": ("right_reach", [2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 2], 4, -990),
    "plain_farms": ("low_reach", [3, 0, 0, 0, 0, 5, 16, 28, 38, 40, 30, 12], 36, -200),
    "plain_town": ("low_reach", [5, 5, 5, 5, 5, 5, 6, 8, 9, 9, 8, 6], 11, -190),
}
ARCS = [
    ("left_spring", "left_dam"),
    ("left_dam", "left_reach"),
    ("left_reach", "meeting"),
    ("right_spring", "right_dam"),
    ("right_dam", "right_reach"),
    ("right_reach", "meeting"),
    ("meeting", "low_dam"),
    ("low_dam", "low_reach"),
    ("brook", "low_reach"),
    ("low_reach", "sea"),
]
STORAGE_COSTS = {"left_dam": -500, "right_dam": -500, "low_dam": -100}


def compare(peer: Peer) -> list[Row]:
    """Run both on the same random years."""
    sys.path.insert(0, str(ROOT))
    return [_row(peer, n_scenarios, aim) for n_scenarios, aim in ((1, 5.0), (100, 50.0))]


def _row(peer: Peer, n_scenarios: int, aim: float) -> Row:
    rng = np.random.default_rng(11)
    # wet and dry years that differ by scenario, months that differ a little
    years = np.repeat(rng.lognormal(-0.05, 0.35, (n_scenarios, N_YEARS)), 12, axis=1)
    factors = years * rng.lognormal(0, 0.15, years.shape)
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "factors.npy", factors)
        ours, our_seconds = run_ours(factors)
        peer_seconds = peer.answer(folder)
        theirs = np.load(Path(folder) / "deliveries.npz")
        furthest_mcm = max(float(np.abs(ours[name] - theirs[name]).max()) for name in DEMANDS)
    work = f"3 reservoirs, 6 demands, {n_scenarios} x {N_YEARS} years by month"
    return Row(work=work, ours_s=our_seconds, peer_s=peer_seconds, aim=aim, same=furthest_mcm <= 1e-6)


def run_ours(factors: np.ndarray) -> tuple[dict[str, np.ndarray], float]:
    """Return deliveries and the median processor seconds of seven runs."""
    from simulations.basins import Basin, normal_inflows, simulate

    nodes = {name: {"kind": "source", "inflow_mcm": table} for name, table in SOURCES.items()}
    nodes |= {name: {"kind": "junction"} for name in ("left_reach", "right_reach", "meeting", "low_reach")}
    nodes |= {
        name: {"kind": "reservoir", "capacity_mcm": most, "dead_storage_mcm": dead, "initial_storage_mcm": first}
        for name, (most, dead, first) in RESERVOIRS.items()
    }
    nodes |= {name: {"kind": "demand", "demand_mcm": demand} for name, (_, demand, _, _) in DEMANDS.items()}
    nodes["sea"] = {"kind": "outlet"}
    arcs = [{"from": tail, "to": head} for tail, head in ARCS]
    arcs += [{"from": at, "to": name, "capacity_mcm": most} for name, (at, _, most, _) in DEMANDS.items()]
    basin = Basin.from_mapping({"first_month": 10, "nodes": nodes, "arcs": arcs})
    inflows = normal_inflows(basin, factors)
    flows, seconds = timed(lambda: simulate(basin, inflows), times=7)
    return dict(flows.delivered_mcm), seconds


def run_peer(folder: str) -> float:
    """Build and run the same river in Pywr (in its own environment); a time step of any length counts as one month."""
    from pywr.core import Model, Scenario
    from pywr.nodes import Input, Link, Output, Storage
    from pywr.parameters import ArrayIndexedParameter, ArrayIndexedScenarioParameter
    from pywr.recorders import NumpyArrayNodeRecorder

    factors = np.load(Path(folder) / "factors.npy")
    n_scenarios, n_steps = factors.shape
    # Steps of one day, each standing for a month: Pywr counts flows per day, so no month lengths come in.
    model = Model(start=f"{FIRST_YEAR}-01-01", end=str(np.datetime64(f"{FIRST_YEAR}-01-01") + n_steps - 1), timestep=1)
    scenario = Scenario(model, "years", size=n_scenarios)
    nodes = {}
    for name, table in SOURCES.items():
        series = (factors * np.resize(table, n_steps)).T.copy()
        flow = ArrayIndexedScenarioParameter(model, scenario, series)
        nodes[name] = Input(model, name, min_flow=flow, max_flow=flow)
    for name, (most, dead, first) in RESERVOIRS.items():
        nodes[name] = Storage(
            model, name, max_volume=most, min_volume=dead, initial_volume=first, cost=STORAGE_COSTS[name]
        )
    for name in ("left_reach", "right_reach", "meeting", "low_reach"):
        nodes[name] = Link(model, name)
    nodes["sea"] = Output(model, "sea")
    for tail, head in ARCS:
        nodes[tail].connect(nodes[head])
    recorders = {}
    for name, (at, demand, most, cost) in DEMANDS.items():
        wish = ArrayIndexedParameter(model, np.resize(np.minimum(demand, most), n_steps).astype(float))
        nodes[name] = Output(model, name, max_flow=wish, cost=cost)
        nodes[at].connect(nodes[name])
        recorders[name] = NumpyArrayNodeRecorder(model, nodes[name])
    model.setup()

    def run() -> None:
        model.reset()
        model.run()

    _, seconds = timed(run, times=3)
    deliveries = {name: recorder.data.T for name, recorder in recorders.items()}
    np.savez(Path(folder) / "deliveries.npz", **deliveries)
    return seconds


if __name__ == "__main__":
    sys.exit(race(__file__, peer=[PEER], compare=compare, answer=run_peer))
