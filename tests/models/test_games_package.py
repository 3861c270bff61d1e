"""The package game, held to the table's contract and to its rules one by one."""

from functools import cache
from typing import Any, ClassVar

import pytest

from simulations.errors import KitError
from simulations.games import GAMES, Package, read_case
from simulations.games.talks import Question
from simulations.table import FACILITATOR, Case, Game, IllegalMove, Seat, seats_of, turn
from tests.models.contract import GameContract
from tests.models.made_packages import HOST, THREE, kinds, made, moved, opened

FIRST = {"when": "o0", "who": "o0"}
SECOND = {"when": "o1", "who": "o2"}


@cache
def shipped(name: str) -> Case:
    return read_case(name)


@cache
def hurried(name: str, rounds: int) -> Case:
    """A case with few rounds: the contract plays it hundreds of times."""
    case = shipped(name)
    return Case(data={**case.data, "talks": {**case.data["talks"], "rounds": rounds}})


class TestFair(GameContract):
    game: ClassVar[Game] = GAMES["package"]

    def case(self) -> Case:
        return hurried("fair", 2)


class TestCanal(GameContract):
    game: ClassVar[Game] = GAMES["package"]

    def case(self) -> Case:
        return hurried("canal", 1)


class TestCanalWithEmptyChairs(TestCanal):
    def seats(self, case: Case) -> tuple[Seat, ...]:
        return seats_of(case, ("orchards_growers", "melons_growers", "reeds_friends"))


def three(**more: Any) -> Case:
    return made(THREE, alone={"farms": 5, "town": 3, "school": 1}, **more)


def offered(state: Any, seat: str, package: dict[str, str]) -> Any:
    return moved(state, seat, "offer", **package)


# --- who agrees


def test_all_sides_have_to_agree() -> None:
    state = offered(opened(three()), "farms_0", FIRST)
    state = moved(state, "town_0", "accept", offer=1)
    assert state.talk.agreement is None
    state = moved(state, "school_0", "accept", offer=1)
    assert dict(state.talk.agreement) == FIRST
    assert turn(Package(), state) is None
    facts: Any = Package().debrief(state)
    assert facts["points"] == {"farms": 10, "town": 4, "school": 1}


def test_the_no_of_one_side_is_enough_and_the_next_has_the_word() -> None:
    state = offered(opened(three()), "farms_0", FIRST)
    state = moved(state, "school_0", "reject", offer=1, reason="too_little")
    assert (state.talk.offer, state.talk.speaking, state.talk.turn) == (None, "town", 2)


def test_a_case_may_name_who_has_to_agree_and_how_many() -> None:
    case = three(talks={"must_agree": ["farms"], "quorum": 2})
    state = offered(moved(opened(case), "farms_0", "pass"), "town_0", FIRST)
    state = moved(state, "school_0", "reject", offer=1, reason="ask_at_home")
    assert state.talk.offer is not None, "farms and town are still enough"
    assert dict(moved(state, "farms_0", "accept", offer=1).talk.agreement) == FIRST
    assert moved(state, "farms_0", "reject", offer=1, reason="good_start").talk.offer is None


def test_a_quorum_alone_needs_nobody_by_name() -> None:
    state = offered(opened(three(talks={"quorum": 2})), "farms_0", FIRST)
    one_against = moved(state, "school_0", "reject", offer=1, reason="too_little")
    assert dict(moved(one_against, "town_0", "accept", offer=1).talk.agreement) == FIRST
    assert moved(one_against, "town_0", "reject", offer=1, reason="too_little").talk.offer is None


def test_only_who_is_needed_can_end_the_talks() -> None:
    needed = opened(three(talks={"must_agree": ["farms"], "quorum": 2}))
    assert "close" in kinds(needed, "farms_0")
    assert "close" not in kinds(moved(needed, "farms_0", "pass"), "town_0")
    closed = moved(needed, "farms_0", "close", reason="missing_voice")
    assert closed.talk.no_agreement == "missing_voice"
    facts: Any = Package().debrief(closed)
    assert (facts["agreement"], facts["no_agreement"]) == (None, "missing_voice")
    assert facts["points"] == facts["alone"] == {"farms": 5, "town": 3, "school": 1}


def test_reasons_of_the_river_that_mean_nothing_here_are_not_given() -> None:
    state = offered(opened(three()), "farms_0", FIRST)
    for kind, data in (("reject", {"offer": 1, "reason": "dry_years"}), ("close", {"reason": "turns_used"})):
        with pytest.raises(IllegalMove):
            moved(state, "town_0", kind, **data)


def test_a_side_of_two_seats_needs_its_spokesperson_and_a_sponsor_comes_first() -> None:
    state = offered(opened(three(seats=2)), "farms_1", FIRST)
    assert {"sponsor", "reject"} <= kinds(state, "town_1")
    assert kinds(state, "farms_0") == {"close"}
    state = moved(state, "town_1", "sponsor", offer=1)
    for seat in ("school_0", "town_0"):
        state = moved(state, seat, "accept", offer=1)
    assert state.talk.agreement is None, "the one who speaks for the farms has not voted"
    assert dict(moved(state, "farms_0", "accept", offer=1).talk.agreement) == FIRST


def test_an_offer_names_every_term_in_the_order_of_the_case() -> None:
    state = offered(opened(three()), "farms_0", {"who": "o2", "when": "o1"})
    assert list(state.talk.offer.package) == ["when", "who"]
    for package in ({"when": "o1"}, {**FIRST, "when": "o7"}, {**FIRST, "more": "o1"}):
        with pytest.raises(IllegalMove):
            offered(opened(three()), "farms_0", package)


def test_options_may_be_numbers() -> None:
    state = opened(shipped("fair"), "mill_growers", "willow_bakers")
    package = {"where": "mill_square", "when": "june_early", "costs": 40, "takings": "late_bus"}
    assert offered(state, "mill_growers", package).talk.offer.package["costs"] == 40
    with pytest.raises(IllegalMove):
        offered(state, "mill_growers", {**package, "costs": "40"})


# --- the word, rounds, questions


def test_the_word_goes_round_until_the_rounds_are_used() -> None:
    state = opened(three())
    for place in range(9):
        assert (state.talk.turn, state.clock) == (place + 1, (place // 3 + 1, 3, 9))
        state = moved(state, f"{state.talk.speaking}_0", "pass")
    assert state.talk.no_agreement == "turns_used"


def test_a_question_names_whom_it_asks_where_there_are_more_than_two() -> None:
    state = opened(three())
    with pytest.raises(IllegalMove):
        moved(state, "farms_0", "ask", question="worries")
    state = moved(state, "farms_0", "ask", of="school", question="worries")
    assert [kinds(state, seat) for seat in ("farms_0", "town_0", "school_0")] == [set(), set(), {"tell"}]
    state = moved(state, "school_0", "tell", question="worries", answer="when")
    for question in Question:
        again = {"of": "school", "question": question.value}
        if question == "worries":
            with pytest.raises(IllegalMove):
                moved(state, "farms_0", "ask", **again)
        else:
            assert moved(state, "farms_0", "ask", **again).talk.question.of == "school"
    assert moved(state, "farms_0", "ask", of="town", question="worries").talk.question.of == "town"
    assert state.talk.turn == 1, "a question costs no turn"


def test_two_sides_ask_as_on_the_river() -> None:
    state = opened(shipped("fair"), "mill_growers", "willow_bakers")
    state = moved(state, "mill_growers", "ask", question="matters_most")
    assert kinds(state, "willow_bakers") == {"tell"}


# --- a mediator's single text


def single_text() -> Any:
    state = opened(three(more_seats=HOST))
    for side in ("farms", "town", "school"):
        state = moved(state, f"{side}_0", "pass")
    return state


def test_the_mediator_has_the_last_word_of_a_round() -> None:
    state = single_text()
    assert (state.talk.speaking, state.clock.round, kinds(state, "host")) == ("none", 1, {"offer", "pass"})
    state = moved(state, "host", "pass")
    assert (state.talk.speaking, state.clock.round) == ("farms", 2)


def test_all_sides_take_the_single_text() -> None:
    state = moved(single_text(), "host", "offer", **SECOND)
    assert state.talk.offer.stands == ()
    for side in ("farms", "town", "school"):
        assert {"accept", "reject", "improve"} <= kinds(state, f"{side}_0")
        state = moved(state, f"{side}_0", "accept", offer=1)
    assert dict(state.talk.agreement) == SECOND


def test_every_side_says_what_would_mend_the_text_before_it_falls() -> None:
    state = moved(single_text(), "host", "offer", **SECOND)
    state = moved(state, "farms_0", "improve", offer=1, term="when", option="o0")
    assert state.talk.offer is not None
    with pytest.raises(IllegalMove):
        moved(state, "town_0", "improve", offer=1, term="when", option="o1")  # it says so already
    state = moved(state, "town_0", "improve", offer=1, term="who", option="o1")
    state = moved(state, "school_0", "accept", offer=1)
    assert (state.talk.offer, state.talk.speaking, state.clock.round) == (None, "farms", 2)
    (shown,) = Package().view(state, None)["talk"]["offers"]  # type: ignore[index]
    assert shown["wishes"] == (
        {"seat": "farms_0", "term": "when", "option": "o0"},
        {"seat": "town_0", "term": "who", "option": "o1"},
    )


def test_other_offers_are_not_improved_but_answered() -> None:
    assert "improve" not in kinds(offered(opened(three(more_seats=HOST)), "farms_0", FIRST), "town_0")


def test_a_mediator_neither_votes_nor_closes_and_sees_no_points() -> None:
    state = offered(opened(three(more_seats=HOST)), "farms_0", FIRST)
    assert kinds(state, "host") == set()
    assert kinds(moved(single_text(), "host", "offer", **FIRST), "host") == {"withdraw"}
    you: Any = Package().view(state, "host")["you"]
    assert (you["side"], set(you)) == ("none", {"seat", "side", "covers", "private"})


def test_who_belongs_to_no_side_and_does_not_mediate_watches() -> None:
    state = opened(three(more_seats={"guest": {"side": "none"}}))
    assert kinds(state, "guest") == set()
    assert Package().view(state, None)["mediators"] == ()


# --- news


def test_news_change_values_and_what_a_side_has_alone() -> None:
    heat = {"private": {"farms": {"alone_points": 2, "points": {"when": [0, 9]}}}}
    state = opened(three(injects={"heat": heat}))
    state = moved(state, FACILITATOR, "inject", inject="heat")
    farms: Any = Package().view(state, "farms_0")["you"]
    assert (farms["points"]["when"], farms["alone"]) == ((10, 9), 7)
    town: Any = Package().view(state, "town_0")["you"]
    assert (town["points"]["when"], town["alone"]) == ((0, 6), 3)
    assert Package().view(state, None)["injects"] == ("heat",)
    with pytest.raises(IllegalMove):
        moved(state, FACILITATOR, "inject", inject="heat")


def test_a_nearer_deadline_takes_rounds_away_and_lets_the_present_one_end() -> None:
    state = opened(three(injects={"hurry": {"rounds_less": 2}, "more": {"rounds_less": 1}}))
    state = moved(state, FACILITATOR, "inject", inject="hurry")
    assert state.clock == (1, 1, 3)
    assert kinds(state, FACILITATOR) == {"close", "seat_change"}, "no time is left to take away"
    for side in ("farms", "town", "school"):
        assert state.talk.no_agreement is None
        state = moved(state, f"{side}_0", "pass")
    assert state.talk.no_agreement == "turns_used"


def test_news_come_no_more_when_the_talks_are_over() -> None:
    state = moved(opened(three(injects={"news": {}})), "farms_0", "close", reason="needs_more_time")
    assert kinds(state, FACILITATOR) == {"seat_change"}


# --- who is there


def test_a_side_without_a_seat_is_passed_over_and_still_counted() -> None:
    state = opened(shipped("canal"), "orchards_growers", "melons_growers")
    seen: Any = Package().view(state, None)
    assert seen["absent"] == ("town", "school", "drivers", "reeds")
    assert (seen["must_agree"], seen["quorum"]) == (("orchards", "melons"), 2)
    package = {name: term["options"][0] for name, term in state.case.terms.items()}
    state = moved(offered(state, "orchards_growers", package), "melons_growers", "accept", offer=1)
    facts: Any = Package().debrief(state)
    assert facts["points"] == {"orchards": 80, "melons": 46, "town": 20, "school": 28, "drivers": 26, "reeds": 24}
    assert facts["below_alone"] == facts["absent"]


def test_one_side_alone_is_no_table() -> None:
    with pytest.raises(KitError) as fault:
        Package().open(three(), (Seat(id="farms_0"),), 1)
    assert fault.value.code == "package.too_few_sides"
    assert fault.value.params == {"value": ("farms",), "allowed": ("farms", "town", "school")}
