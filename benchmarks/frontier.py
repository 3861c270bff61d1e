"""Race `simulations.bargaining` against NegMAS: the same Pareto frontier and the same Nash point.

Both get the same additive values, drawn at random. NegMAS has several exact functions. Two are raced: its
`pareto_frontier`, from sheets to frontier, and `pareto_frontier_numpy`, the fastest on points that are listed already.
Listing them with numpy is counted in the latter, which is run with two parties only, to save time. Frontiers must
have the same points, to 1e-9. Rows without a peer show how the cost grows where no list of all packages fits.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
# One of NegMAS's own requirements comes as source only.
PEER = ["negmas>=0.16,<0.17", "--no-binary=stringcase"]
SEED = 14  # with six parties a shorter frontier than most, so that the peer is done in some seconds
Values = list[list[list[float]]]


def drawn(n_parties: int, n_issues: int, n_options: int, *, whole: bool = False) -> Values:
    """Return for every party and issue what the options are worth; the least of each is worth nothing.

    So no agreement, worth nothing as well, is no worse than the worst package: NegMAS would take that in its place.
    """
    rng, shape = np.random.default_rng(SEED), (n_parties, n_issues, n_options)
    values = rng.integers(0, 101, shape).astype(float) if whole else rng.random(shape)
    return (values - values.min(axis=2, keepdims=True)).tolist()


def talks(values: Values, share: float = 0.0) -> Any:
    """Return the same for our models; reservations are a share of what each would have with its best options."""
    from simulations.bargaining import Issue, Negotiation, Party

    names = [f"i{place}" for place in range(len(values[0]))]
    issues = [Issue(key=name, options=[str(o) for o in range(len(values[0][0]))]) for name in names]
    parties = [
        Party(key=f"p{place}", values=dict(zip(names, sheet, strict=True)), reservation=share * sum(map(max, sheet)))
        for place, sheet in enumerate(values)
    ]
    return Negotiation(issues=issues, parties=parties)


def compare(peer: Peer) -> list[Row]:
    """Run both, then ours alone where it grows."""
    sys.path.insert(0, str(ROOT))
    return [*_against(peer), *_growth(), *_without_frontier()]


def _against(peer: Peer) -> list[Row]:
    from simulations.bargaining import nash_solution, pareto_frontier

    rows = []
    for n_parties, aim in ((2, 50.0), (6, 20.0)):
        values = drawn(n_parties, 8, 5)
        theirs = peer.answer(values)
        frontier, seconds = timed(lambda values=values: pareto_frontier(talks(values)))
        same = _same(frontier.payoffs, theirs["frontier"])
        work = f"frontier, {n_parties} parties, 5^8 packages"
        rows.append(Row(work=work, ours_s=seconds, peer_s=theirs["whole_s"], aim=aim, same=same))
        if "listed_s" in theirs:
            listed = f"{work}, peer on a list made with numpy"
            rows.append(Row(work=listed, ours_s=seconds, peer_s=theirs["listed_s"], same=same))
        deal, seconds = timed(lambda values=values: nash_solution(talks(values)))
        same = bool(np.allclose(deal.payoffs, theirs["nash"], rtol=0, atol=1e-9))
        work = f"Nash point, {n_parties} parties, 5^8 packages"
        rows.append(Row(work=work, ours_s=seconds, peer_s=theirs["whole_s"] + theirs["nash_s"], same=same))
    return rows


def _same(ours: np.ndarray, theirs: list[list[float]]) -> bool:
    """Compare two frontiers as sets of points; the values are random, so that no two points are nearly equal."""
    points = np.array(theirs)
    if ours.shape != points.shape:
        return False
    first, second = (table[np.lexsort(np.round(table, 9).T)] for table in (ours, points))
    return bool(np.allclose(first, second, rtol=0, atol=1e-9))


def _growth() -> list[Row]:
    from simulations.bargaining import pareto_frontier

    sizes = [(2, n, whole) for whole in (False, True) for n in (10, 12, 15, 20)]
    sizes += [(3, n, True) for n in (9, 11, 13, 15)]
    rows = []
    for n_parties, n_issues, whole in sizes:
        negotiation = talks(drawn(n_parties, n_issues, 4, whole=whole))
        frontier, seconds = timed(lambda negotiation=negotiation: pareto_frontier(negotiation), times=3)
        kind = "whole points" if whole else "real values"
        work = f"frontier, {n_parties} parties, 4^{n_issues} packages, {kind}: {len(frontier)} packages"
        rows.append(Row(work=work, ours_s=seconds, same=_right(negotiation, frontier)))
    return rows


def _right(negotiation: Any, frontier: Any) -> bool:
    """Hold some of the frontier's packages against all others, and all payoffs against the sheets."""
    from simulations.bargaining import better_packages

    packages = frontier.packages.tolist()
    added = all(
        negotiation.payoffs(package).tolist() == row
        for package, row in zip(packages, frontier.payoffs.tolist(), strict=True)
    )
    return added and not any(len(better_packages(negotiation, package)) for package in packages[:: len(packages) // 2])


def _without_frontier() -> list[Row]:
    from simulations import bargaining

    negotiation = talks(drawn(8, 20, 4, whole=True), share=0.6)
    solutions: list[Callable[..., Any]] = [
        bargaining.nash_solution,
        bargaining.kalai_smorodinsky,
        bargaining.egalitarian,
        bargaining.utilitarian,
    ]
    rows = []
    on_frontier = cache(lambda package: not bargaining.better_packages(negotiation, package))
    for solution in solutions:
        deal, seconds = timed(lambda solution=solution: solution(negotiation), times=1)
        work = f"{solution.__name__}, 8 parties, 4^20 packages"
        rows.append(Row(work=work, ours_s=seconds, same=on_frontier(deal.package)))
    return rows


def run_peer(values: Values) -> dict[str, Any]:
    """Find the frontier and the Nash point with NegMAS (in its own environment)."""
    import warnings

    from negmas import LinearAdditiveUtilityFunction, make_issue
    from negmas.preferences.ops import nash_points, pareto_frontier, pareto_frontier_numpy
    from negmas.preferences.value_fun import TableFun

    warnings.simplefilter("ignore")
    issues = [make_issue(list(range(len(row))), f"i{place}") for place, row in enumerate(values[0])]
    sheets = [
        LinearAdditiveUtilityFunction(
            values=[TableFun(dict(enumerate(row))) for row in sheet],
            weights=[1.0] * len(sheet),
            issues=issues,
            reserved_value=0.0,
        )
        for sheet in values
    ]

    def listed() -> Any:
        sums = np.zeros((1, len(values)))
        for place in range(len(values[0])):
            options = np.array([sheet[place] for sheet in values]).T
            sums = (sums[:, None] + options[None]).reshape(-1, len(values))
        return sums[pareto_frontier_numpy(sums)]

    (points, _), whole_s = timed(lambda: pareto_frontier(sheets, issues=issues), times=1)
    nash, nash_s = timed(lambda: nash_points(sheets, points, issues=issues), times=1)
    answer = {} if len(values) > 2 else {"listed_s": timed(listed, times=1)[1]}
    return answer | {
        "frontier": [list(map(float, point)) for point in points],
        "nash": list(map(float, nash[0][0])),
        "whole_s": whole_s,
        "nash_s": nash_s,
    }


if __name__ == "__main__":
    sys.exit(race(__file__, peer=PEER, compare=compare, answer=run_peer))
