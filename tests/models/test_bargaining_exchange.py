"""The field's exchange format: what comes back is what went out, and foreign files are read with care."""

from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.bargaining import Issue, Negotiation, Party, from_genius, pareto_frontier, to_genius
from simulations.bargaining.exchange_reading import MOST_CHARACTERS
from simulations.errors import ModelError

# Written by hand as the files of GENIUS are: evaluations in any unit, weights that add up to 1.
DOMAIN = """<?xml version="1.0" encoding="UTF-8"?>
<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" description="" name="River" type="objective" etype="objective">
<issue index="2" name="Works" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="no"> </item>
<item index="2" value="gates &amp; gauges"> </item>
</issue>
<issue index="1" name="Water" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="30"> </item>
<item index="2" value="45"> </item>
<item index="3" value="55"> </item>
</issue>
</objective>
</utility_space>
</negotiation_template>
"""
PROFILE = """<utility_space>
<objective index="0" description="" name="River" type="objective" etype="objective">
<issue index="1" name="Water" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="30" evaluation="0"> </item>
<item index="2" value="45" evaluation="3"> </item>
<item index="3" value="55" evaluation="4"> </item>
</issue>
<issue index="2" name="Works" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="no" evaluation="1"> </item>
<item index="2" value="gates &amp; gauges" evaluation="10"> </item>
</issue>
<weight index="1" value="0.6"> </weight>
<weight index="2" value="0.4"> </weight>
</objective>
<discount_factor value="1.0"> </discount_factor>
<reservation value="0.5"> </reservation>
</utility_space>
"""
NUMBERS = """<negotiation_template><utility_space number_of_issues="1"><objective index="0" name="any">
<issue index="1" name="Days" type="integer" etype="integer" vtype="integer" lowerbound="10" upperbound="14">
</issue></objective></utility_space></negotiation_template>"""
NUMBERS_PROFILE = """<utility_space><objective index="0" name="any">
<issue index="1" name="Days" type="integer" etype="integer" vtype="integer" lowerbound="10" upperbound="14">
<evaluator ftype="linear" slope="-0.5" offset="1"/></issue>
<weight index="1" value="1.0"/></objective></utility_space>"""


def test_a_file_is_read_as_genius_reads_it() -> None:
    """Water is worth 0.6 times 0, 3/4, 1 and works 0.4 times 1/10, 1: in hundredths 0, 45, 60 and 4, 40; alone 50."""
    talks = from_genius(DOMAIN, {"gardens": PROFILE})
    assert [issue.key for issue in talks.issues] == ["Water", "Works"]
    assert talks.issues[1].options == ("no", "gates & gauges")
    gardens = talks.parties[0]
    assert dict(gardens.values) == {"Water": (0, 45, 60), "Works": (4, 40)}
    assert gardens.reservation == 50


def test_whole_numbers_become_options() -> None:
    """From 10 to 14 a share that falls by a half each day, and not below 0."""
    talks = from_genius(NUMBERS, {"springs": NUMBERS_PROFILE})
    assert talks.issues[0].options == ("10", "11", "12", "13", "14")
    assert talks.parties[0].values["Days"] == (2, 1, 0, 0, 0)
    older = NUMBERS_PROFILE.replace("slope", "parameter1").replace("offset", "parameter0")
    assert from_genius(NUMBERS, {"springs": older}).parties[0].values["Days"] == (2, 1, 0, 0, 0)


def test_utilities_that_are_no_small_fractions_stay_as_they_are() -> None:
    profile = PROFILE.replace("0.6", "0.5016547003555888").replace("0.4", "0.4983452996444112")
    talks = from_genius(DOMAIN, {"gardens": profile})
    assert talks.parties[0].values["Water"] == pytest.approx((0, 0.5016547003555888 * 0.75, 0.5016547003555888))
    assert talks.parties[0].reservation == 0.5


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=8)


@st.composite
def negotiations(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Negotiation:
    keys = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    issues = tuple(Issue(key=key, options=draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))) for key in keys)
    parties = []
    for number in range(draw(st.integers(1, 3))):
        sizes = {issue.key: len(issue.options) for issue in issues}
        values = {key: draw(st.lists(numbers, min_size=size, max_size=size)) for key, size in sizes.items()}
        parties.append(Party(key=f"p{number}", values=values, reservation=draw(numbers)))
    return Negotiation(issues=issues, parties=tuple(parties))


@settings(max_examples=40, deadline=None)
@given(negotiation=negotiations(st.integers(-30_000, 30_000)))
def test_whole_points_come_back_exactly(negotiation: Negotiation) -> None:
    """Up to one scale and one shift a party: same issues, same order with all ties, same frontier, same room."""
    files = to_genius(negotiation)
    again = from_genius(files.domain, files.profiles)
    assert again.issues == negotiation.issues
    packages = list(product(*map(range, negotiation.shape)))
    before, after = (np.array([one.payoffs(package) for package in packages]) for one in (negotiation, again))
    for place, (party, read) in enumerate(zip(negotiation.parties, again.parties, strict=True)):
        assert (party.key, read.key) == (f"p{place}", f"p{place}")
        worst, room = before[:, place].min(), np.ptp(before[:, place])
        scale = np.ptp(after[:, place]) / room if room else 1.0
        assert (after[:, place] == np.round(after[:, place])).all()
        np.testing.assert_allclose(after[:, place], scale * (before[:, place] - worst), rtol=1e-12)
        assert read.reservation == pytest.approx(scale * (party.reservation - worst), rel=1e-12)
        np.testing.assert_array_equal(after[:, place] >= read.reservation, before[:, place] >= party.reservation)
        np.testing.assert_array_equal(
            np.unique(after[:, place], return_inverse=True)[1], np.unique(before[:, place], return_inverse=True)[1]
        )
    np.testing.assert_array_equal(pareto_frontier(again).packages, pareto_frontier(negotiation).packages)


@settings(max_examples=40, deadline=None)
@given(negotiation=negotiations(st.floats(-1e6, 1e6, allow_subnormal=False)))
def test_any_points_come_back_to_within_rounding(negotiation: Negotiation) -> None:
    files = to_genius(negotiation)
    again = from_genius(files.domain, files.profiles)
    for party, read in zip(negotiation.parties, again.parties, strict=True):
        worst = sum(min(row) for row in party.values.values())
        room = sum(max(row) for row in party.values.values()) - worst
        scale = sum(max(row) for row in read.values.values()) / room if room > 1e-9 else None
        for key, row in party.values.items() if scale else ():
            np.testing.assert_allclose(
                np.array(read.values[key]) / scale, np.array(row) - min(row), atol=1e-9 * max(room, 1)
            )


@settings(max_examples=30, deadline=None)
@given(negotiation=negotiations(st.integers(-20, 20)))
def test_both_ways_of_reading_a_profile_give_the_same(negotiation: Negotiation) -> None:
    """Weights add up to 1 and every largest evaluation is 1; so it does not matter whether one divides by it."""
    for party, text in zip(negotiation.parties, to_genius(negotiation).profiles.values(), strict=True):
        root = ElementTree.fromstring(text)
        weights = [float(weight.get("value")) for weight in root.iter("weight")]
        assert sum(weights) == pytest.approx(1 if any(len(set(row)) > 1 for row in party.values.values()) else 0)
        for issue in root.iter("issue"):
            evaluations = [float(item.get("evaluation")) for item in issue]
            assert max(evaluations) == 1
            assert min(evaluations) >= 0


@pytest.mark.parametrize(
    ("domain", "profile", "key"),
    [
        ("no xml", PROFILE, "domain"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]>" + DOMAIN.partition("?>")[2], PROFILE, "domain"),
        (DOMAIN, PROFILE.replace("<utility_space>", "<!DOCTYPE a SYSTEM 'b'><utility_space>"), "gardens"),
        (DOMAIN + " " * MOST_CHARACTERS, PROFILE, "domain"),
        (DOMAIN.replace('name="Works"', ""), PROFILE, "domain"),
        (DOMAIN.replace('value="no"', ""), PROFILE, "domain.Works"),
        (DOMAIN.replace('index="2" name', 'index="two" name'), PROFILE, "domain"),
        (DOMAIN.replace('index="2" name', 'index="2.5" name'), PROFILE, "domain"),
        (DOMAIN, PROFILE.replace('name="Works"', 'name="works"'), "gardens.Works"),
        (DOMAIN, PROFILE.replace('<weight index="2" value="0.4"> </weight>', ""), "gardens.Works"),
        (DOMAIN, PROFILE.replace('value="45"', 'value="46"'), "gardens.Water"),
        (DOMAIN, PROFILE.replace('evaluation="3"', ""), "gardens.Water"),
        (DOMAIN, PROFILE.replace('evaluation="3"', 'evaluation="three"'), "gardens.Water"),
        (DOMAIN, PROFILE.replace('evaluation="3"', 'evaluation="1e999"'), "gardens.Water"),
        (DOMAIN, PROFILE.replace('value="0.6"', 'value="nan"'), "gardens"),
        (DOMAIN, PROFILE.replace('factor value="1.0"', 'factor value="0.9"'), "gardens"),
        (DOMAIN, PROFILE.replace("</objective>", "<utility_function/></objective>"), "gardens"),
        (NUMBERS.replace("integer", "real"), NUMBERS_PROFILE, "domain.Days"),
        (NUMBERS.replace("14", "2000"), NUMBERS_PROFILE, "domain.Days"),
        (NUMBERS.replace('upperbound="14"', ""), NUMBERS_PROFILE, "domain.Days"),
        (NUMBERS, NUMBERS_PROFILE.replace("linear", "quadratic"), "gardens.Days"),
        (NUMBERS, NUMBERS_PROFILE.replace('<evaluator ftype="linear" slope="-0.5" offset="1"/>', ""), "gardens.Days"),
    ],
)
def test_what_cannot_be_read_is_named(domain: str, profile: str, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        from_genius(domain, {"gardens": profile})
    assert caught.value.code == "bargaining.bad_file"
    assert caught.value.params["key"] == key


def test_a_discount_can_be_left_out_knowingly() -> None:
    profile = PROFILE.replace('factor value="1.0"', 'factor value="0.9"')
    assert from_genius(DOMAIN, {"g": profile}, ignore_discount=True) == from_genius(DOMAIN, {"g": PROFILE})


def test_a_comment_does_no_harm() -> None:
    commented = PROFILE.replace("<objective", "<!-- by hand --><objective", 1)
    assert from_genius(DOMAIN, {"g": commented}) == from_genius(DOMAIN, {"g": PROFILE})


def test_the_same_option_twice_is_a_fault() -> None:
    with pytest.raises(ModelError) as caught:
        from_genius(DOMAIN.replace('value="45"', 'value="30"'), {"g": PROFILE})
    assert caught.value.code == "bargaining.repeated"
