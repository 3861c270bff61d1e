"""Would both keep it: each promise, what holds it and which change would, used without a browser."""

import re
from collections.abc import Callable

import ipywidgets
import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.afterwards.both_keep_words import promise_key
from simulations.games import changes_that_hold, read_case, would_keep
from simulations.games.promise_keeping import driest_card, normal_card
from simulations.games.promises import promises_in
from simulations.games.sample_agreement import sample_package
from simulations.games.terms import packages
from simulations.stability import Stability
from tests.lessons.after_talks import CASES, FIRST, THIRD, Year, hold_talks, plain, put_role_down
from tests.lessons.screen import buttons, everything, press, radios, select, take, words_on

Again = Callable[..., Lesson]
LABELS = {
    Stability.NASH: "Holds by itself",
    Stability.SEQ: "Held by an answer",
    Stability.GMR: "Held by an answer that helps nobody",
    None: "Held by nothing in such a year",
}


def look(keep: object, guess: str = "none") -> None:
    take(keep.box, guess)
    press(keep.box, "Look at each promise")


def test_a_guess_comes_before_the_promises(talked: Lesson, again: Again) -> None:
    keep = talked.activity("both_keep")
    assert buttons(keep.box)["Look at each promise"].disabled
    assert "Left aside" not in words_on(keep.box)
    look(keep, "gardens.payment")
    assert keep.done
    assert keep.summary() == "You have looked at each promise."
    assert "the hardest is “Gardens: " in plain(words_on(keep.box))
    assert "as you thought" in words_on(keep.box)
    assert words_on(again().activity("both_keep").box) == words_on(keep.box)
    press(keep.box, "Guess again")
    look(keep, "springs.summer_release")
    assert "Was that a surprise?" in words_on(keep.box)


def test_what_is_said_is_what_the_model_found(talked: Lesson, again: Again) -> None:
    """260 points for 55 million and nothing else: nothing holds the payment, in any year; a rule would."""
    keep = talked.activity("both_keep")
    look(keep)
    for card in ("normal", "very_dry"):
        select(keep.box, 0, "driest" if card == "very_dry" else "normal")
        said = plain(words_on(keep.box))
        found = would_keep(talked.case, THIRD, card=card)
        assert found.by_side["gardens"] is None
        assert "leaving something aside is better for Gardens." in said
        for test in found.tests:
            assert f"Left aside, with no answer: +{talked.words.number(test.gain_points)} points" in said
            assert LABELS[test.holds] in said
        assert "Springs would then leave aside" not in said
        assert "Gardens would then leave aside: “Yearly payment of Gardens for works, fuel and services”." in said
        assert f"With the answer: {talked.words.number(found.tests[0].after_points)} points" in said
    assert words_on(again().activity("both_keep").box) == words_on(keep.box)
    first = changes_that_hold(talked.case, THIRD)[0]
    assert "With any one of these" in said
    assert talked.text(f"terms.{first.term}.options.{first.package[first.term]}") in said
    assert "Gardens +" in said.split("With any one of these")[1]


def test_each_step_of_a_promise_stands_on_a_line_of_its_own(talked: Lesson) -> None:
    """On a phone, left aside, the answer and what comes after it are read one below the other."""
    keep = talked.activity("both_keep")
    look(keep)
    shown = "".join(one.value for one in everything(keep.box) if isinstance(one, ipywidgets.HTML))
    steps = re.findall(r"<p>(Left aside|Gardens would then|With the answer|Whatever Springs answered)", shown)
    assert steps == ["Left aside", "Gardens would then", "With the answer", "Left aside", "Whatever Springs answered"]


def test_without_an_agreement_another_one_is_looked_at(river: Lesson) -> None:
    hold_talks(river, Year(), Year(), Year())
    put_role_down(river)
    keep = river.activity("both_keep")
    assert "You have no agreement of your own to look at." in words_on(keep.box)
    look(keep)
    assert "Left aside" in words_on(keep.box)


def test_numbers_wait_for_the_role(river: Lesson) -> None:
    hold_talks(river, Year(package=FIRST))
    assert "The numbers can wait." in plain(words_on(river.activity("both_keep").box))


def test_another_agreement_has_other_promises(talked: Lesson) -> None:
    keep = talked.activity("both_keep")
    select(keep.box, 0, "sample")
    promises = {promise_key(one) for one in promises_in(talked.case, sample_package(talked.case))}
    assert {value for _words, value in radios(keep.box)[1].options} == {*promises, "none"}
    look(keep, "springs.maintenance_share")
    assert keep.state["which"] == "sample"


def test_new_talks_begin_anew(talked: Lesson) -> None:
    keep = talked.activity("both_keep")
    look(keep)
    hold_talks(talked, Year(package=FIRST), earlier=(talked.entry("negotiate").state["game"],))
    put_role_down(talked)
    keep.reload()
    assert buttons(keep.box)["Look at each promise"].disabled
    assert not keep.state["seen"]


@pytest.mark.parametrize("name", CASES)
def test_it_speaks_on_every_river_about_every_kind_of_hold(river: Lesson, name: str) -> None:
    """A few agreements on each; no word judges who leaves a promise aside."""
    case = read_case(name)
    listed, seen, games = packages(case, int(case.data["years"])), set(), []
    for place in (0, len(listed) // 3, len(listed) // 2 + 1, len(listed) - 1):
        empty = [Year() for _ in range(case.data["years"] - 1)]
        last = Year(package=listed[place])
        games.append(hold_talks(river, *empty, last, side=None, name=name, earlier=tuple(games)))
        put_role_down(river)
        keep = river.activity("both_keep")
        look(keep)
        for weather, card in (("normal", normal_card(case)), ("driest", driest_card(case))):
            select(keep.box, 0, weather)
            said, found = plain(words_on(keep.box)), would_keep(case, listed[place], card=card)
            assert [said.count(LABELS[one.holds]) > 0 for one in found.tests] == [True] * len(found.tests)
            assert "{" not in said
            assert not re.search(r"cheat|break|broke|betray|culprit|guilt|blame|wrong|punish", said.lower())
            seen |= {one.holds for one in found.tests}
    assert {Stability.NASH, Stability.SEQ, None} <= seen
