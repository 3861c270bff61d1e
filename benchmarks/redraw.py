"""How long a redraw takes: `python benchmarks/redraw.py [--limit-ms 150]`.

Draws every picture of the kit fifty times through its public function, from numbers to SVG text. Then it turns every
control of the lesson fifty times, from the new value to the new screen, saving to disk included, and does the same with
the talks of the last year, when there is most to choose from and six earlier games are kept. Prints medians and the
slowest tenth; with `--limit-ms` it ends with 1 when a median is over the limit.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import ipywidgets
import numpy as np

from dastarkhan.languages import Words, words
from dastarkhan.lessons import lesson
from dastarkhan.lessons.shared_river.afterwards.role_down import DOWN
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import MOST_EARLIER, newest_talks
from dastarkhan.pictures import (
    Mark,
    MonthBars,
    MonthLine,
    PartyLook,
    StripYear,
    YearPanel,
    agreements_picture,
    basin_map,
    party_looks,
    points_bars,
    reserve_picture,
    sharing_bars,
    sharing_compare,
    year_panel,
    years_strip,
)
from simulations.basins import Basin, Flows, normal_inflows, simulate
from simulations.games import read_case
from simulations.games.terms import packages
from simulations.table import Case

N_REDRAWS = 50


def pictures(language: str) -> dict[str, Callable[[int], str]]:
    """Give every picture as a function of a number, so that no two redraws are the same."""
    _, case = words(language), read_case("ayna")
    basin, looks = Basin.from_mapping(case.basin), party_looks(case, _)
    years = [simulate(basin, normal_inflows(basin, np.array([0.5 + i / 100])), {}) for i in range(N_REDRAWS)]
    names = [
        _.case(case, f"nodes.{key}.name") for key in ("springs_villages", "gardens_farms", "gardens_town", "wetland")
    ]
    owners = [looks["springs"], looks["gardens"], looks["gardens"], looks["both"]]
    claims = np.array([20.0, 45.0, 10.0, 15.0])
    nodes = case.basin["nodes"]

    def panel(flows: Flows, *keys: str, kept: bool = False) -> YearPanel:
        bars = tuple(
            MonthBars(
                name=_.case(case, f"nodes.{key}.name"),
                got=flows.delivered_mcm[key][0],
                asked=nodes[key]["demand_mcm"],
                look=looks[nodes[key]["side"]],
            )
            for key in keys
        )
        store = MonthLine(name="", values=flows.storage_mcm["reservoir"][0], full=70.0)
        return YearPanel(title=names[0], summary=_.percent(0.5), bars=bars, lines=(store,) if kept else ())

    rules = {str(rule): claims for rule in range(6)}
    return {
        "basin_map": lambda i: basin_map(case, _, flows=years[i]),
        "basin_map, wide, one month": lambda i: basin_map(case, _, flows=years[i], month=i % 12, width="wide"),
        "year_panel, one need": lambda i: year_panel(panel(years[i], "gardens_farms", kept=True), _),
        "year_panel, two needs": lambda i: year_panel(panel(years[i], "springs_villages", "gardens_town"), _),
        "sharing_bars": lambda i: sharing_bars(claims, claims * (0.4 + i / 100), names, owners, _, title="bars"),
        "sharing_compare, six rules": lambda i: sharing_compare(
            claims, {rule: awards * (0.4 + i / 100) for rule, awards in rules.items()}, names, owners, _, title="rules"
        ),
        "points_bars": lambda i: points_bars(
            [[300 - i, i * k] for k in range(5)], list("12345"), owners[:2], _, title="points", chosen=i % 5
        ),
        **_agreements(_, owners[:2]),
    }


def _agreements(_: Words, sides: list[PartyLook]) -> dict[str, Callable[[int], str]]:
    """Give the pictures of agreements with as many dots, breaks and years as a lesson may ask for."""
    rng = np.random.default_rng(11)
    paid = rng.choice(np.arange(0, 280, 20), 672)
    dots = np.column_stack([rng.integers(120, 250, 672) + paid, rng.integers(60, 240, 672) - paid])

    def years(i: int) -> list[StripYear]:
        calm = [StripYear(card_level=(i + k) % 5, kept=k % 8 < 5) for k in range(200)]
        for k in range(4, 200, 8):
            calm[k] = StripYear(card_level=0, kept=True, broken_by=sides[1], label=f"{k}. " + "Words about it. " * 5)
        return calm

    marks = [Mark(name=str(k), points=dots[7 * k], kind="own") for k in range(5)]
    marks += [Mark(name=name, points=dots[300 + k], kind="fair") for k, name in enumerate(("equal", "product"))]
    return {
        "agreements_picture, 672 dots": lambda i: agreements_picture(
            dots + i, sides, _, title="dots", alone=(285 + i, -70), marks=marks
        ),
        "years_strip, 25 breaks": lambda i: years_strip(years(i), sides, _, title="years"),
        "reserve_picture, 12 years": lambda i: reserve_picture(
            range(12), [i - 9] * 12, [100 - 9 * k for k in range(12)], sides[1], _, title="why", cards=["a year"] * 12
        ),
    }


def controls(language: str) -> dict[str, Callable[[int], object]]:
    """Give every choice of the lesson as a function of a number that turns it on by one."""
    visit = lesson("11_shared_river", language=language)
    meet, alone, dry, six = (visit.activity(key) for key in ("meet_river", "act_alone", "dry_year", "six_rules"))
    choices(alone.box)[0].index = 0  # a bank, so that there is something to decide
    named = {"meet_river, answer": (meet, 0), "act_alone, bank": (alone, 0), "act_alone, decision": (alone, 1)}
    named |= {"dry_year, guess": (dry, 0), "dry_year, rule": (dry, 1), "dry_year, year": (dry, 2)}
    named |= {"six_rules, year": (six, 0), "six_rules, rule": (six, 1)}

    def turn(place: tuple[object, int]) -> Callable[[int], object]:
        activity, number = place

        def on(i: int) -> object:
            control = choices(activity.box)[number]
            control.index = ((control.index or 0) + 1) % len(control.options)
            return i

        return on

    return {name: turn(place) for name, place in named.items()}


def talks(language: str) -> dict[str, Callable[[int], object]]:
    """Give the steps of the third year's talks, and of what follows them, as functions of a number."""
    visit = lesson("11_shared_river", language=language)
    table, numbers, stress = (visit.activity(key) for key in ("negotiate", "all_agreements", "stress_test"))
    earlier = [third_year(visit.case, game)[1] for game in range(MOST_EARLIER)]
    begun, ended = third_year(visit.case, MOST_EARLIER)
    table.remember(done=True, game=ended, past=3, earlier=earlier, games=MOST_EARLIER + 1)
    role, debrief = visit.activity("role_down"), visit.activity("debrief")
    role.remember(done=True, at=DOWN, talks=list(newest_talks(visit)))
    stress.remember(which="sample", guess="most", first="nobody", ran=True)
    stress.reload()
    table.state.update(game=begun, past=2)
    table.show()
    every = packages(visit.case, 3)

    def look_back(i: int) -> object:
        numbers.reload()
        return numbers.picture.value

    def tap(i: int) -> None:
        chosen = choices(table.box)[-1 - i % 5]
        chosen.index = ((chosen.index or 0) + 1) % len(chosen.options)

    def offer(i: int) -> None:
        table.state["game"] = begun  # the same talks again; only the answer builds the screen
        table.offer("gardens", every[7 * i % len(every)])

    def draw_anew(i: int) -> None:
        next(one for one in everything(stress.box) if isinstance(one, ipywidgets.Button)).click()

    def put_down(i: int) -> None:
        role.remember(done=True, at=DOWN)  # all that looks back is shown anew

    return {  # numbers first: they wait again as soon as somebody talks
        "role_down, put it down": put_down,
        "debrief, open": lambda i: debrief.reload(),
        "all_agreements, open": look_back,
        "stress_test, other 200 years": draw_anew,
        "negotiate, tap in an offer": tap,
        "negotiate, offer and answer": offer,
    }


def third_year(case: Case, game: int) -> tuple[dict[str, object], dict[str, object]]:
    """Give a saved game in its third year's talks, with 672 packages, and the same game after them."""
    meeting = Meeting.begin(case, "gardens", "problem_solver", game=game)
    saved: dict[str, object] = {"river": case.id, "side": "gardens", "partner": "problem_solver"}
    begun = saved
    while not meeting.over:
        meeting = meeting.partners_answer()
        if meeting.talking:
            begun = saved | {"record": meeting.text()}
            meeting = meeting.act("gardens", "close", {"reason": "dry_years"})
        elif meeting.due in meeting.people:
            free = meeting.lawful("gardens", "decide")[0]
            meeting = meeting.decide("gardens", str(free.data["decision"]), free.options["value"][0])
        else:
            meeting = meeting.live()
    return begun, saved | {"record": meeting.text()}


def choices(widget: ipywidgets.Widget) -> list[ipywidgets.RadioButtons]:
    """The choices on a screen, from the top."""
    return [one for one in everything(widget) if isinstance(one, ipywidgets.RadioButtons)]


def everything(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """A widget and all that stands in it, from the top."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def main() -> int:
    """Measure and print; 1 when a limit was asked for and a median is over it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit-ms", type=float)
    parser.add_argument("--times", type=int, default=N_REDRAWS, choices=range(1, N_REDRAWS + 1), metavar="N")
    options = parser.parse_args()
    limit, times = options.limit_ms, options.times
    print(f"{'redraw':<32}{'language':<10}{'median ms':>10}{'tenth slowest':>15}")
    medians = []
    with tempfile.TemporaryDirectory() as work:
        os.environ["DASTARKHAN_HOME"] = work
        for language, make in itertools.product(("en", "prs"), (pictures, controls, talks)):
            for name, redraw in make(language).items():
                redraw(0)  # the first one also loads matplotlib and measures the words
                spent = sorted(_seconds(redraw, i) * 1000 for i in range(times))
                medians.append(float(np.median(spent)))
                print(f"{name:<32}{language:<10}{medians[-1]:>10.1f}{spent[-times // 10]:>15.1f}")
    return int(limit is not None and max(medians) > limit)


def _seconds(draw: Callable[[int], object], i: int) -> float:
    start = time.perf_counter()
    draw(i)
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
