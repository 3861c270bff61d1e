"""Keeping or leaving aside what was agreed: sums done by hand on the Ayna, and what must hold on every river."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stability import Plain  # benchmarks/stability.py: the definitions, word for word

from simulations.errors import KitError
from simulations.games import Order, case_names, changes_that_hold, keeping, read_case, would_keep
from simulations.games.agreements import alone_points, mean_points, values, year_under
from simulations.games.promise_keeping import driest_card, normal_card
from simulations.games.promises import ALL_KEPT, Promise, in_force, promises_in, worth_when_left
from simulations.games.terms import Package, packages
from simulations.stability import Stability, equilibria
from simulations.table import Case

NASH, GMR, SMR, SEQ = Stability
RELEASE, PAYMENT = Promise("springs", "summer_release"), Promise("gardens", "payment")
HIGH: Package = {"summer_release": 55, "payment": 260}
MIDDLE: Package = {"summer_release": 55, "payment": 220}
WHOLE: Package = {
    "summer_release": 55,
    "payment": 180,
    "maintenance_share": 50,
    "data_sharing": 1,
    "dry_year_rule": 1,
}


@cache
def ayna() -> Case:
    return read_case("ayna")


@st.composite
def agreements(draw: st.DrawFn) -> tuple[Case, Package]:
    case = read_case(draw(st.sampled_from([name for name in case_names("river") if "talks" in read_case(name).data])))
    listed = packages(case, draw(st.integers(1, int(case.data["years"]))))
    return case, draw(st.sampled_from(listed))


# --- who promises what


def test_each_term_has_its_performers() -> None:
    assert promises_in(ayna(), WHOLE) == (
        RELEASE,
        PAYMENT,
        Promise("springs", "maintenance_share"),
        Promise("gardens", "maintenance_share"),
        Promise("springs", "data_sharing"),
        Promise("gardens", "data_sharing"),
    )
    nothing = {**WHOLE, "payment": 0, "maintenance_share": 0, "data_sharing": 0}
    assert promises_in(ayna(), nothing) == (RELEASE,)


def test_what_is_still_carried_out() -> None:
    """Care of the works is in Springs' hands; data need both; a rule only says how much."""
    without = {name: WHOLE[name] for name in WHOLE if name != "maintenance_share"}
    assert in_force(ayna(), WHOLE, frozenset({Promise("springs", "maintenance_share")})) == without
    assert in_force(ayna(), WHOLE, frozenset({Promise("gardens", "maintenance_share")})) == WHOLE
    for side in ("springs", "gardens"):
        assert "data_sharing" not in in_force(ayna(), WHOLE, frozenset({Promise(side, "data_sharing")}))


@pytest.mark.parametrize(
    ("order", "left", "gone"),
    [
        (Order.FREE, RELEASE, {"summer_release"}),
        (Order.FREE, PAYMENT, {"payment"}),
        (Order.PAID_AFTER, RELEASE, {"summer_release", "payment"}),
        (Order.PAID_AFTER, PAYMENT, {"payment"}),
        (Order.PAID_BEFORE, RELEASE, {"summer_release"}),
        (Order.PAID_BEFORE, PAYMENT, {"summer_release", "payment"}),
        (Order.IN_STEPS, RELEASE, {"summer_release", "payment"}),
        (Order.IN_STEPS, PAYMENT, {"summer_release", "payment"}),
    ],
)
def test_what_waits_for_what(order: Order, left: Promise, gone: set[str]) -> None:
    kept = in_force(ayna(), WHOLE, frozenset({left}), order)
    assert set(WHOLE) - set(kept) == gone


# --- sums by hand


def test_what_the_years_are_worth() -> None:
    """A normal year and three average ones. 260 points for 55 million: Springs 482 + 3 * 456, Gardens -27 - 3 * 41.
    Without the payment 4 * 260 go back; with neither, both act alone: 305 + 3 * 271, and -56 - 3 * 26."""
    model = keeping(ayna(), HIGH)
    both = frozenset({RELEASE, PAYMENT})
    assert model.payoffs["springs"][ALL_KEPT] == 482 + 3 * 456
    assert model.payoffs["gardens"][ALL_KEPT] == -27 - 3 * 41
    assert model.payoffs["gardens"][frozenset({PAYMENT})] == -27 - 3 * 41 + 4 * 260
    assert model.payoffs["springs"][both] == 305 + 3 * 271
    assert model.payoffs["gardens"][both] == -56 - 3 * 26


def test_a_payment_that_is_too_high_is_held_by_nothing() -> None:
    """Gardens would have -134 alone, and has -150: Springs' answer would not hurt."""
    found = would_keep(ayna(), HIGH)
    release, payment = found.tests
    assert (payment.promise, payment.holds, payment.gain_points) == (PAYMENT, None, 1040)
    assert (release.promise, release.holds, release.answer) == (RELEASE, SEQ, frozenset({PAYMENT}))
    assert found.by_side == {"springs": SEQ, "gardens": None}
    assert found.holds is None


def test_a_payment_that_holds_in_a_normal_year_and_not_in_the_driest() -> None:
    """220: normal 13 - 3 * 1 = 10 against -134 alone. Driest -109 - 3 * 1 = -112 against 8 - 3 * 26 = -70."""
    normal, driest = (would_keep(ayna(), MIDDLE, card=card) for card in ("normal", "very_dry"))
    assert (normal.holds, normal.tests[1].after_points) == (SEQ, -144)
    assert (driest.holds, driest.tests[1].holds) == (None, None)
    with_rule = {**MIDDLE, "dry_year_rule": 1}
    assert would_keep(ayna(), with_rule, card="very_dry").holds is SEQ


def test_care_that_one_side_no_longer_pays_for_is_paid_by_the_keeper() -> None:
    """The care costs 40 a year, half of it each. Gardens spares its 20; Springs carries 40 in place of 20."""
    left = frozenset({Promise("gardens", "maintenance_share")})
    before, after = (worth_when_left(ayna(), WHOLE, one, "normal", years_after=3) for one in (ALL_KEPT, left))
    assert after["gardens"] - before["gardens"] == 4 * 20
    assert after["springs"] - before["springs"] == -4 * 20


def test_data_that_nobody_answers_still_cost_who_gives_them() -> None:
    """Gauges cost each side 3 points a year."""
    one, two = (frozenset({Promise(side, "data_sharing")}) for side in ("springs", "gardens"))
    both = worth_when_left(ayna(), WHOLE, one | two, "normal", years_after=0)
    alone = worth_when_left(ayna(), WHOLE, one, "normal", years_after=0)
    assert (alone["springs"], alone["gardens"]) == (both["springs"], both["gardens"] - 3)


def test_payment_after_the_water_makes_the_water_hold_by_itself() -> None:
    """Springs gains 308 by keeping the water back, and would lose the four payments."""
    free, after = (would_keep(ayna(), MIDDLE, order=order).tests[0] for order in (Order.FREE, Order.PAID_AFTER))
    assert (free.gain_points, free.holds) == (308, SEQ)
    assert (after.gain_points, after.holds) == (308 - 4 * 220, NASH)
    assert would_keep(ayna(), {**MIDDLE, "payment": 140}, order=Order.IN_STEPS).holds is NASH


def test_the_years_that_are_counted_matter() -> None:
    """In the driest year alone 220 points are 101 too many; after a hundred average years to come they are not."""
    assert [would_keep(ayna(), MIDDLE, card="very_dry", years_after=n).holds for n in (0, 3, 100)] == [None, None, SEQ]


def test_which_weather_is_meant() -> None:
    assert (normal_card(ayna()), driest_card(ayna())) == ("normal", "very_dry")
    assert keeping(ayna(), MIDDLE).payoffs == keeping(ayna(), MIDDLE, card="normal").payoffs
    inject = keeping(ayna(), MIDDLE, card="drought", years_after=0)
    assert inject.payoffs["gardens"][ALL_KEPT] == year_under(ayna(), "drought", MIDDLE).points["gardens"]


# --- which change would make it hold


def test_a_rule_for_dry_years_costs_least_where_the_payment_is_too_high() -> None:
    """260 points, nothing else: following the river, they cost Springs 34 points a year on average; lower, 80."""
    found = changes_that_hold(ayna(), HIGH)
    assert [(one.term, one.package[one.term], dict(one.points)) for one in found[:2]] == [
        ("dry_year_rule", 1, {"springs": -34, "gardens": 33}),
        ("payment", 180, {"springs": -80, "gardens": 80}),
    ]
    assert "payment" not in {one.term for one in found if one.package["payment"] == 220}


def test_no_change_of_one_term_makes_a_gift_hold() -> None:
    """A payment for nothing, and acting alone: only giving it up holds."""
    found = changes_that_hold(ayna(), {"payment": 260})
    assert [(one.term, one.package["payment"]) for one in found] == [("payment", 0)]


@settings(max_examples=6, deadline=None)
@given(drawn=agreements())
def test_a_change_does_what_it_says(drawn: tuple[Case, Package]) -> None:
    case, package = drawn
    before, alone = mean_points(case, values(case, package)), alone_points(case)
    for change in changes_that_hold(case, package):
        changed = {term for term in case.terms if change.package.get(term) != package.get(term)}
        assert changed == ({change.term} if change.term else set())
        assert (change.order is Order.FREE) is (change.term is not None)
        after = mean_points(case, values(case, change.package))
        assert all(after[side] >= alone[side] for side in case.sides)
        assert dict(change.points) == {side: after[side] - before[side] for side in case.sides}
        for card in (normal_card(case), driest_card(case)):
            model = keeping(case, change.package, card=card, order=change.order)
            assert ALL_KEPT in equilibria(model, change.holds)


# --- on every river


@settings(max_examples=12, deadline=None)
@given(drawn=agreements(), order=st.sampled_from(Order), data=st.data())
def test_the_graph_is_what_the_years_and_the_definitions_say(
    drawn: tuple[Case, Package], order: Order, data: st.DataObject
) -> None:
    case, package = drawn
    card = data.draw(st.sampled_from(list(case.cards)))
    model, found = keeping(case, package, card=card, order=order), would_keep(case, package, card=card, order=order)
    promises = promises_in(case, package)
    assert len(model.states) == 2 ** len(promises)
    kept, mean = year_under(case, card, package).points, mean_points(case, values(case, package))
    for side in case.sides:
        assert model.payoffs[side][ALL_KEPT] == kept[side] + 3 * mean[side]
    plain = Plain(dict(model.moves), model.payoffs)
    for side, holds in found.by_side.items():
        stable = [concept for concept in (NASH, SEQ, GMR) if ALL_KEPT in plain.stable(side, concept)]
        assert holds is (stable[0] if stable else None)
    for one in found.tests:
        side, other = one.promise.side, next(name for name in case.sides if name != one.promise.side)
        left, worth = frozenset({one.promise}), model.payoffs[one.promise.side]
        assert one.gain_points == worth[left] - worth[ALL_KEPT]
        assert (one.holds is NASH) is (one.gain_points <= 0)
        assert one.after_points == worth[left | one.answer] - worth[ALL_KEPT]
        assert all(promise.side == other for promise in one.answer)
        if one.holds is None:
            assert not found.by_side[side]
            ends = {left, *plain.reach([other], left)}
            assert all(worth[end] > worth[ALL_KEPT] for end in ends)
        else:
            assert one.after_points <= 0
        if one.holds is SEQ:
            assert model.payoffs[other][left | one.answer] > model.payoffs[other][left]


def test_an_agreement_is_left_as_it_is() -> None:
    package = dict(WHOLE)
    keeping(ayna(), package)
    changes_that_hold(ayna(), package)
    assert package == WHOLE


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"agreement": {"toll": 5}}, "river.unknown_package"),
        ({"agreement": {"payment": 7}}, "river.unknown_package"),
        ({"card": "hail"}, "river.unknown_card"),
        ({"years_after": -1}, "stress.bad_number"),
        ({"years_after": 101}, "stress.bad_number"),
    ],
)
def test_what_is_refused(changed: dict, code: str) -> None:
    for do in (keeping, would_keep):
        with pytest.raises(KitError) as caught:
            do(ayna(), **{"agreement": MIDDLE, **changed})
        assert caught.value.code == code
    if changed.get("agreement"):
        with pytest.raises(KitError) as caught:
            changes_that_hold(ayna(), changed["agreement"])
        assert caught.value.code == code
