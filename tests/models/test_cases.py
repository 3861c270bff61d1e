"""Every case of the kit: its numbers teach, its words are plain, and no table of it grows too long."""

import re
from functools import cache
from itertools import chain

import numpy as np
import pytest
from numpy.typing import NDArray

from simulations.basins import Basin, balance_error_mcm
from simulations.games import case_names, inspect_case, outcome, read_case
from simulations.games.agreements import alone_points, package_points, values, year_under
from simulations.games.outcomes import outcome_table, outcome_text
from simulations.games.reading import CASES, outcomes_path
from simulations.games.river_years import all_years, drained_mcm, points, simulate_years, weather
from simulations.games.stress import stress_test
from simulations.games.terms import packages
from simulations.table import Case

CASE_NAMES = ("ayna", "bell", "heron", "swallow")
every_case = pytest.mark.parametrize("name", CASE_NAMES)

LARGEST_TABLE_BYTES = 200_000
REAL = re.compile(
    r"\b(kazakh|kyrgyz|tajik|uzbek|turkmen|afghan|russia|chin(a|ese)|badakhshan|pamir|bukhara|lebap|zhambyl|talas|taraz|"
    r"khorog|panj|amu|syr|aral|naryn|fergh?ana|vakhsh|rogun|toktogul)\w*",
    re.IGNORECASE,
)
"""No real country, people, place or river stands in a case."""
LESSON_SEED = 11  # of the weather in lesson 11


@cache
def river(name: str) -> Case:
    return read_case(name)


@cache
def gains(name: str) -> NDArray[np.int64]:
    """Return what each last year's package is worth over acting alone, shape (n_packages, 2)."""
    case = river(name)
    worth, alone = package_points(case, case.data["years"]), alone_points(case)
    return np.array([np.array(worth[side]) - alone[side] for side in case.sides]).T


def the_packages(name: str) -> tuple[dict[str, int], ...]:
    case = river(name)
    return tuple(dict(package) for package in packages(case, case.data["years"]))


def term(name: str, kind: str) -> str:
    return next(key for key, entry in river(name).terms.items() if entry["kind"] == kind)


def equal_gain(name: str) -> dict[str, int]:
    return the_packages(name)[int(gains(name).min(axis=1).argmax())]


def undominated(table: NDArray[np.int64]) -> list[int]:
    """Return the rows of which no other row is better for somebody and worse for nobody."""
    return [at for at, row in enumerate(table) if not ((table >= row).all(axis=1) & (table > row).any(axis=1)).any()]


def test_every_case_of_the_kit_is_looked_at() -> None:
    assert case_names("river") == CASE_NAMES


@every_case
def test_the_file_is_sound_and_its_outcome_table_is_fresh_and_small(name: str) -> None:
    inspection = inspect_case(name)
    assert inspection.faults == ()
    assert inspection.outcomes_fresh, f"run: dastarkhan check {name} --outcomes"
    stored = outcomes_path(CASES / f"{name}.toml").read_text(encoding="utf-8")
    assert stored == outcome_text(outcome_table(river(name)))
    assert len(stored.encode()) < LARGEST_TABLE_BYTES


@every_case
def test_a_normal_year_is_100_and_every_year_keeps_its_water(name: str) -> None:
    case = river(name)
    nodes = case.basin["nodes"]
    inflow = sum(sum(node["inflow_mcm"]) for node in nodes.values() if node["kind"] == "source")
    assert inflow == pytest.approx(100)
    flows = simulate_years(case, all_years(case))
    assert balance_error_mcm(Basin.from_mapping(case.basin), flows) < 1e-9
    for node, storage in flows.storage_mcm.items():
        np.testing.assert_allclose(storage[:, -1], nodes[node]["initial_storage_mcm"], atol=1e-9)


@every_case
def test_alone_is_worse_for_both_than_the_equal_gain_agreement(name: str) -> None:
    assert gains(name).min(axis=1).max() >= 20


@every_case
def test_the_joint_gain_is_worth_the_talks(name: str) -> None:
    joint = gains(name).sum(axis=1).max()
    assert joint >= sum(abs(value) for value in alone_points(river(name)).values()) / 5


@every_case
def test_the_first_year_has_room_for_several_agreements(name: str) -> None:
    """A package or two that are a little better than acting alone would leave nothing to talk about."""
    case = river(name)
    worth, alone = package_points(case, 1), alone_points(case)
    table = np.array([np.array(worth[side]) - alone[side] for side in case.sides]).T
    both = table[(table > 2).all(axis=1)]
    assert len(both) >= 8
    assert (both.max(axis=0) >= 25).all(), "either side can gain by an agreement that is good for both"
    assert len(packages(case, case.data["years"])) <= 1500


@every_case
def test_several_agreements_are_good(name: str) -> None:
    table = gains(name)
    joint = table.sum(axis=1).max()
    good = [at for at in undominated(table) if (table[at] >= joint / 4).all()]
    assert len(good) >= 5
    listed = [the_packages(name)[at] for at in good]
    differing = [key for key in listed[0] if len({package[key] for package in listed}) > 1]
    assert len(differing) >= 3, "not one right answer: good agreements differ in several terms"


@every_case
def test_nobodys_best_is_the_others_best(name: str) -> None:
    table = gains(name)
    for own, other in ((0, 1), (1, 0)):
        best = table[table[:, own] == table[:, own].max()]
        assert (best[:, other] < 0).all(), "what one side likes best is worse for the other than acting alone"


@every_case
def test_a_fixed_payment_breaks_in_a_dry_year_and_an_indexed_one_does_not(name: str) -> None:
    """An agreement that both sides gain by may still cost the payer more in a dry year than it brings."""
    case, rule = river(name), term(name, "dry_year")
    payer = case.terms[term(name, "payment")]["payer"]
    dry = [card for card in case.cards if weather(case)[card] < 1]
    alone = values(case, None)
    mended = []
    for package, gain in zip(the_packages(name), gains(name), strict=True):
        if package[rule] != 0 or (gain <= 0).any():
            continue
        indexed = {**package, rule: 1}
        for card in dry:
            fixed = year_under(case, card, package).points[payer] - alone[card][payer]
            repaired = year_under(case, card, indexed).points[payer] - alone[card][payer]
            if fixed <= -10 and repaired >= 0:
                mended.append((card, package))
    assert len(mended) >= 3


@every_case
def test_over_many_years_dry_runs_break_fixed_payments_and_indexed_ones_hold(name: str) -> None:
    case, rule = river(name), term(name, "dry_year")
    broken = [
        package
        for package, gain in zip(the_packages(name), gains(name), strict=True)
        if package[rule] == 0 and (gain >= 10).all() and stress_test(case, package).breaks
    ]
    mended = [package for package in broken if not stress_test(case, {**package, rule: 1}).breaks]
    assert len(mended) >= 3


@every_case
def test_a_typical_fixed_agreement_breaks_and_a_fitting_change_mends_it(name: str) -> None:
    """In the lesson's years: of agreements that share the gain well, many break when dry years change nothing.

    One change mends every one of them: the payment shrinks, or release and payment shrink, or river data are shared.
    """
    case, rule, data = river(name), term(name, "dry_year"), term(name, "data")
    least = gains(name).min(axis=1)
    fixed = np.array([package[rule] == 0 for package in the_packages(name)])
    typical = [the_packages(name)[at] for at in np.flatnonzero(fixed & (least >= least[fixed].max() / 2))]
    assert len(typical) >= 20

    def holds(package: dict[str, int], **changes: int) -> bool:
        return not stress_test(case, {**package, **changes}, seed=LESSON_SEED).breaks

    broken = [package for package in typical if not holds(package)]
    assert 0.25 <= len(broken) / len(typical) <= 0.75
    for package in broken:
        assert any(holds(package, **change) for change in ({rule: 1}, {rule: 2}, {data: 1})), package


@every_case
def test_sharing_data_is_worth_something_to_both_together(name: str) -> None:
    key, joint = term(name, "data"), gains(name).sum(axis=1)
    shared, own = (
        max(gain for gain, package in zip(joint, the_packages(name), strict=True) if package[key] == option)
        for option in (1, 0)
    )
    assert shared > own


@every_case
def test_a_dry_year_falls_first_on_who_is_not_at_the_table(name: str) -> None:
    """From a normal year to the driest, nature below loses a larger share than any town or village."""
    case, package = river(name), equal_gain(name)
    nodes = case.basin["nodes"]
    driest = min(case.cards, key=weather(case).__getitem__)
    nature = next(node for node, table in nodes.items() if table["kind"] == "ecosystem")
    towns = [node for node in nodes if node.endswith(("_town", "_villages")) and nodes[node]["kind"] == "demand"]
    assert towns

    def left(node: str, agreed: dict[str, int] | None) -> float:
        rows = [year_under(case, card, agreed).results for card in (driest, "normal")]
        column = next(one for one in (f"{node}_tenths", f"{node}_tenth_mcm") if one in rows[0])
        return float(rows[0][column] / max(rows[1][column], 1))

    falls = [agreed for agreed in (None, package) if left(nature, agreed) < min(left(town, agreed) for town in towns)]
    assert falls, (left(nature, None), left(nature, package))


@every_case
def test_claims_are_the_summer_needs_at_the_river(name: str) -> None:
    nodes, sharing = river(name).basin["nodes"], river(name).data["sharing"]
    losses = {arc["to"]: arc.get("loss_share", 0) for arc in river(name).basin["arcs"]}
    for user, claim in sharing["claims_mcm"].items():
        need = sum(nodes[user].get("demand_mcm", nodes[user].get("need_mcm"))[6:]) / (1 - losses[user])
        assert claim == pytest.approx(need, abs=0.51), user
    summer = sum(sum(node["inflow_mcm"][6:]) for node in nodes.values() if node["kind"] == "source")
    for card, supply in sharing["supply_mcm"].items():
        assert supply == pytest.approx(weather(river(name))[card] * summer, abs=0.51), card
    assert sharing["supply_mcm"]["dry"] < 0.8 * sum(sharing["claims_mcm"].values())


@every_case
def test_the_table_seats_four_to_eight_and_everybody_keeps_something(name: str) -> None:
    seats = river(name).seats
    assert sum(entry.get("required", False) for entry in seats.values()) == 2
    assert 4 <= len(seats) <= 8
    assert {"commission_secretary", "youth_observer"} <= set(seats)
    private = [set(entry.get("private", {})) for entry in seats.values() if entry["side"] != "both"]
    assert all(len(keys) == 2 for keys in private)
    assert len(set(chain(*private))) == 2 * len(private), "no two seats know the same thing"


@every_case
def test_all_five_kinds_of_terms_and_injects_are_there(name: str) -> None:
    case = river(name)
    assert {entry["kind"] for entry in case.terms.values()} == {"decision", "payment", "upkeep", "data", "dry_year"}
    factors = [entry["inflow_factor"] for entry in case.injects.values() if "inflow_factor" in entry]
    assert min(factors) < 1 < max(factors)
    effects = set(chain(*case.injects.values()))
    assert effects == {"inflow_factor", "harm_points", "spared_by", "cancels"}
    assert {} in [dict(entry) for entry in case.injects.values()], "news that change no number"


@pytest.mark.parametrize("name", case_names())
def test_texts_are_plain(name: str) -> None:
    for key, text in river(name).text.items():
        assert text == text.strip(), key
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            assert len(sentence.split()) <= 20, (key, sentence)
        assert not re.search(r"\b(buy|sell|price of|pay for) (the )?water\b", text, re.IGNORECASE), key
        assert not re.search(r"\b(higher up|lower down)\b", text), key
        assert not re.search(r"\b(upper|lower) (country|side)\b|\b(guilty|culprit|enemy)\b", text, re.IGNORECASE), key
        assert not re.search(REAL, text), key


@every_case
def test_a_river_says_what_it_leaves_out(name: str) -> None:
    assert sum(key.startswith("assumptions.") for key in river(name).text) >= 8


def test_each_home_has_a_case_that_is_not_for_it() -> None:
    assert {group for name in CASE_NAMES for group in river(name).not_for} == {
        "zhambyl-talas",
        "gbao-badakhshan",
        "bukhara-lebap",
    }


def test_swallow_care_shared_is_worth_more_than_its_cost() -> None:
    case = river("swallow")
    care = case.terms["upkeep_share"]
    assert care["year"] == 1
    assert care["spares_points"]["birches"] < care["cost_points"], "alone nobody keeps the dam up"
    assert sum(care["spares_points"].values()) >= 2 * care["cost_points"]
    table, listed = gains("swallow"), the_packages("swallow")
    joint = table.sum(axis=1).max()
    neglected = max(gain.sum() for gain, package in zip(table, listed, strict=True) if package["upkeep_share"] == 0)
    assert neglected < 0.4 * joint, "the care of the works is the heart of this case"


def test_bell_terraces_leave_water_for_winter_light() -> None:
    row = {
        watered: outcome(river("bell"), "normal", {"watered_share": watered, "summer_release": 18})
        for watered in (40, 70, 100)
    }
    light = [row[watered]["bell_dam_tenth_gwh"] for watered in (100, 70, 40)]
    assert light == sorted(light)
    assert light[-1] >= 1.2 * light[0]
    warnings = river("bell").terms["warnings"]
    assert sum(warnings["spares_points"].values()) >= 4 * sum(warnings["cost_points"].values())
    assert river("bell").injects["mudflow"]["spared_by"] == "warnings"


def test_heron_drain_water_costs_the_fields_below_by_hand() -> None:
    case = river("heron")
    made = {"pumped_share": 100, "planted_share": 60}
    flows = simulate_years(case, [("normal", made)])
    drained = float(flows.delivered_mcm["high_fields"].sum()) * 0.35
    assert drained_mcm(case, flows)[0] == pytest.approx(drained)
    sweet = Case(data={key: value for key, value in case.data.items() if key != "drainage"})
    lost = points(sweet, "normal", made)["shores"] - points(case, "normal", made)["shores"]
    assert lost == pytest.approx(drained * case.data["drainage"]["points_per_mcm"])
    assert points(sweet, "normal", made)["poplars"] == points(case, "normal", made)["poplars"]


def test_heron_salt_and_losses_make_pumping_dear_for_both_together() -> None:
    case = river("heron")
    both = [
        max(
            sum(year_points.values())
            for planted in (40, 60, 80, 100)
            for year_points in [points(case, "dry", {"pumped_share": pumped, "planted_share": planted})]
        )
        for pumped in (100, 70, 55)
    ]
    assert both == sorted(both)
    alone = year_under(case, "normal", None).decisions["pumped_share"]
    assert alone >= 85, "alone Poplars pumps nearly all it can"
