"""How fast the negotiated river is: whole games, agreements' values, and 200 years of stress.

    python benchmarks/games.py             the table
    python benchmarks/games.py --json      one line

There is no peer that plays this game, so no ratio against one is claimed. Two ratios keep us honest instead. Playing is
set against replaying the same moves: replay checks that every move is lawful, so the difference is what partners, views
and draws cost. A stress test is set against its lower bound: the same draws and the same sums in plain Python, with no
package looked up. Both sides must give the same before a ratio is printed; the exit code is 1 when they do not.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from simulations.games import read_case
from simulations.games.agreements import alone_points, mean_points, package_points, values
from simulations.games.river_partners import PARTNERS
from simulations.games.stress import draw_cards, stress_test
from simulations.games.terms import packages
from simulations.table import Case, Record, play, random_partner, replay, seats_of

TABLES = {
    2: ("springs_water", "gardens_farms"),
    4: ("springs_water", "springs_energy", "gardens_farms", "gardens_town"),
    8: None,
}
N_YEARS, N_TESTS = 200, 30
PACKAGE = {"summer_release": 55, "payment": 260, "maintenance_share": 0, "data_sharing": 0, "dry_year_rule": 0}


def main() -> int:
    """Measure everything and print it; exit 1 when two ways to the same thing differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead of the table")
    options = parser.parse_args()
    case = read_case("ayna")
    cold = package_values(case)
    rows = [games(case, n_seats, by) for n_seats, by in product(TABLES, ("random", "partners"))]
    found = {"games": rows, "packages": cold, "stress": stress(case)}
    if options.json:
        print(json.dumps(found))
    else:
        show(found)
    return 0 if all(row["same"] for row in (*rows, found["packages"], found["stress"])) else 1


def timed(do: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `do` gives, and the seconds it took."""
    begun = time.perf_counter()
    result = do()
    return result, time.perf_counter() - begun


def games(case: Case, n_seats: int, by: str) -> dict[str, Any]:
    """Play whole games of three years, then replay them; by random moves, or by every pair of partners once."""
    seats = seats_of(case, TABLES[n_seats])
    pairs = list(product(PARTNERS.values(), repeat=2)) if by == "partners" else [(random_partner,) * 2] * 36
    play(case, seed=99, seats=seats)  # what is worked out once for a case is not what is measured here
    records: list[Record] = []
    states, played_s, replayed_s = [], [], []
    for seed, (one, other) in enumerate(pairs):
        chosen = {seat.id: other if case.seats[seat.id]["side"] == "gardens" else one for seat in seats}
        record, seconds = timed(lambda seed=seed, chosen=chosen: play(case, seed=seed, seats=seats, partners=chosen))
        state, again_s = timed(lambda record=record: replay(record))  # at once, so that both meet the same load
        records.append(record)
        states.append(state)
        played_s.append(seconds)
        replayed_s.append(again_s)
    again = replay(Record.from_text(records[-1].to_text()))
    return {
        "seats": n_seats,
        "by": by,
        "moves_a_game": statistics.mean(len(record.moves) for record in records),
        "games_per_second": 1 / statistics.median(played_s),
        "replays_per_second": 1 / statistics.median(replayed_s),
        "ratio": statistics.median(played_s) / statistics.median(replayed_s),
        "same": again == states[-1] and all(state.phase == "over" for state in states),
    }


def package_values(case: Case) -> dict[str, Any]:
    """Value all packages of the last year: the first time, again, and one by one with nothing kept."""
    year = case.data["years"]
    points, cold_s = timed(lambda: package_points(case, year))
    kept, warm_s = timed(lambda: package_points(case, year))
    # The free decisions are known by now, so what is left are sums and look-ups.
    one_by_one, sums_s = timed(lambda: [mean_points(case, values(case, one)) for one in packages(case, year)])
    same = kept is points and all(tuple(one[side] for one in one_by_one) == points[side] for side in points)
    return {
        "packages": len(one_by_one),
        "cold_ms": 1000 * cold_s,
        "warm_ms": 1000 * warm_s,
        "sums_only_ms": 1000 * sums_s,
        "alone": dict(alone_points(case)),
        "same": same,
    }


def stress(case: Case) -> dict[str, Any]:
    """Run 200-year tests with different seeds; the lower bound draws the same years and adds the same points."""
    by_card = values(case, PACKAGE)
    stress_test(case, PACKAGE)  # what is worked out once for a package is not what is measured here
    ours, bound = [], []
    for seed in range(N_TESTS):
        test, seconds = timed(lambda seed=seed: stress_test(case, PACKAGE, years=N_YEARS, seed=seed))
        drawn, least = timed(lambda seed=seed: lower_bound(case, by_card, seed))
        ours.append(seconds)
        bound.append(least)
        kept = [points for points, kept in zip(test.points["gardens"], test.kept, strict=True) if kept]
        expected = [points for points, kept in zip(drawn[1], test.kept, strict=True) if kept]
        if test.cards != drawn[0] or kept != expected:
            return {"same": False}
    return {
        "years": N_YEARS,
        "tests_per_second": 1 / statistics.median(ours),
        "median_ms": 1000 * statistics.median(ours),
        "ratio": statistics.median(ours) / statistics.median(bound),
        "same": True,
    }


def lower_bound(case: Case, by_card: Any, seed: int) -> tuple[tuple[str, ...], list[int]]:
    """Return the years and Gardens' points with the agreement kept in all of them."""
    cards = draw_cards(case, N_YEARS, np.random.default_rng(seed))
    return cards, [by_card[card]["gardens"] for card in cards]


def show(found: dict[str, Any]) -> None:
    """Print the table for people."""
    print("whole games of three years    moves   games/s  replays/s  played/replayed")
    for row in found["games"]:
        print(
            f"{row['seats']} seats, {row['by']:<18} {row['moves_a_game']:9.0f} {row['games_per_second']:9.0f}"
            f" {row['replays_per_second']:10.0f} {row['ratio']:12.1f}x"
        )
    cold = found["packages"]
    print(
        f"\n{cold['packages']} packages: {cold['cold_ms']:.0f} ms the first time, {cold['warm_ms']:.3f} ms again,"
        f" {cold['sums_only_ms']:.0f} ms for look-ups and sums alone"
    )
    if found["stress"]["same"]:
        test = found["stress"]
        print(f"{test['years']} years of stress: {test['median_ms']:.1f} ms, {test['ratio']:.1f}x the draws alone")
    else:
        print("the stress test and its lower bound differ")


if __name__ == "__main__":
    sys.exit(main())
