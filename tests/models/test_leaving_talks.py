"""One leaver never freezes a table: what becomes of offers, passes, questions and decisions when a seat leaves."""

from functools import cache
from typing import Any

import pytest

from simulations.games import GAMES
from simulations.games.river import River
from simulations.table import FACILITATOR, Case, IllegalMove, Move, Record, replay, seats_of, turn
from simulations.table.plain import thaw
from tests.models import made_packages as packages
from tests.models.made_packages import HOST, THREE, made
from tests.models.talks_on_ayna import FIRST, ayna, kinds, moved, offered, opened

FOUR = ("springs_water", "springs_energy", "gardens_farms", "gardens_town")
FIVE = (*FOUR, "gardens_nature")


@cache
def loose() -> Case:
    """The Ayna, where the seats that decide may leave: a colleague takes their decisions."""
    data: Any = thaw(ayna().data)
    for seat, colleague in (("springs_water", "springs_energy"), ("gardens_farms", "gardens_town")):
        data["seats"][seat] |= {"required": False, "merges_into": [colleague]}
    return Case(data=data)


def loosely(*present: str) -> Any:
    return River().open(loose(), seats_of(loose(), present), 3)


def left(state: Any, seat: str) -> Any:
    return moved_at(state, FACILITATOR, "seat_leave", which=seat)


def back(state: Any, seat: str) -> Any:
    return moved_at(state, FACILITATOR, "seat_return", which=seat)


def moved_at(state: Any, seat: str, kind: str, **data: object) -> Any:
    move = Move(id=str(len(state.move_ids) + 1), seat=seat, kind=kind, data=data)
    return GAMES[state.case.game].apply(state, move)


def may(state: Any, kind: str) -> set[str]:
    lawful = GAMES[state.case.game].lawful(state, FACILITATOR)
    return {which for choice in lawful if choice.kind == kind for which in choice.options["which"]}


# --- who may leave


def test_who_is_needed_or_not_covered_stays() -> None:
    assert may(opened(*FIVE), "seat_leave") == {"springs_energy", "gardens_town", "gardens_nature"}
    everybody = River().open(ayna(), seats_of(ayna()), 3)
    assert "youth_observer" in may(everybody, "seat_leave"), "the secretary covers it"
    assert "commission_secretary" not in may(everybody, "seat_leave"), "nobody would cover it"
    assert "youth_observer" not in may(left(everybody, "youth_observer"), "seat_leave")


def test_a_side_keeps_a_seat() -> None:
    state = left(loosely(*FOUR), "springs_water")
    assert may(state, "seat_leave") == {"gardens_farms", "gardens_town"}
    with pytest.raises(IllegalMove):
        left(state, "springs_energy")


def test_the_last_mediator_and_a_seat_covered_from_another_side_stay() -> None:
    more = {**HOST, "second": {"side": "none", "mediates": True, "merges_into": ["host"]}}
    more["guest"] = {"side": "farms", "merges_into": ["town_0"]}
    state = packages.opened(made(THREE, more_seats=more))
    assert may(state, "seat_leave") == {"second"}
    assert may(left(state, "second"), "seat_leave") == set()


def test_the_coverer_knows_what_it_covers_and_nobody_else_does() -> None:
    state = left(opened(*FIVE), "gardens_nature")
    own: Any = River().view(state, "gardens_town")["you"]
    assert own["covers"] == ("gardens_nature",)
    assert own["private"]["gardens_nature"] == ayna().seats["gardens_nature"]["private"]
    farms: Any = River().view(state, "gardens_farms")["you"]
    assert set(farms["private"]) == {"gardens_farms"}
    after = back(left(state, "gardens_town"), "gardens_nature")
    assert [(one.id, one.covers) for one in after.seats if one.id.startswith("gardens")] == [
        ("gardens_farms", ("gardens_town",)),
        ("gardens_nature", ()),
    ]
    with pytest.raises(IllegalMove):
        River().view(after, "gardens_town")
    assert River().view(after, None)["sides"]["gardens_town"] == "gardens"  # type: ignore[index]


# --- an offer on the table


def sponsored() -> Any:
    """Springs offers, one of three in Gardens stands behind it and one is against."""
    state = moved(
        offered(opened("springs_water", *FIVE[2:]), "springs_water", FIRST), "gardens_farms", "sponsor", offer=1
    )
    return moved(state, "gardens_town", "reject", offer=1, reason="too_little")


def test_an_offer_that_stands_without_the_leaver_is_agreed() -> None:
    state = left(sponsored(), "gardens_nature")
    assert dict(state.agreement) == FIRST, "one of two is half of the side, and it decides"
    assert state.phase == "early"
    assert state.talk.offers[0].against == (("gardens_town", "too_little"),)


def test_an_offer_that_cannot_stand_any_more_falls() -> None:
    state = offered(loosely("springs_water", *FIVE[2:]), "springs_water", FIRST)
    state = moved_at(state, "gardens_town", "reject", offer=1, reason="too_little")
    assert state.talk.offer is not None
    state = left(state, "gardens_farms")
    assert (state.talk.offer, state.talk.speaking, state.talk.turn) == (None, "gardens", 2)
    assert state.talk.offers[0].outcome == "fell", "who speaks for the side now had said no"


def test_names_stay_in_an_offer_and_the_answer_counts_again() -> None:
    state = moved(offered(opened(*FIVE), "springs_energy", FIRST), "gardens_town", "sponsor", offer=1)
    state = left(state, "gardens_town")
    assert (state.talk.offer.sponsor, state.talk.offer.stands) == ("gardens_town", ("springs_energy", "gardens_town"))
    assert {"accept", "reject"} <= kinds(state, "gardens_farms")
    state = back(state, "gardens_town")
    assert not {"accept", "reject", "sponsor"} & kinds(state, "gardens_town"), "it has answered"
    state = moved(moved(state, "gardens_farms", "accept", offer=1), "springs_water", "accept", offer=1)
    assert dict(state.agreement) == FIRST, "two of three in Gardens, one of whom was away"


def test_who_covers_the_maker_can_take_its_offer_back() -> None:
    state = left(offered(opened(*FOUR), "springs_energy", FIRST), "springs_energy")
    assert kinds(state, "springs_water") == {"withdraw", "close"}
    assert turn(River(), state) == "gardens_farms"
    assert moved(state, "springs_water", "withdraw", offer=1).talk.offers[0].outcome == "withdrawn"
    state = moved(moved(state, "gardens_farms", "sponsor", offer=1), "springs_water", "accept", offer=1)
    assert dict(state.agreement) == FIRST


# --- the word, questions, decisions


def test_passes_that_are_now_all_pass_the_word() -> None:
    state = moved(opened(*FOUR), "springs_water", "pass")
    assert turn(River(), state) == "springs_energy"
    state = left(state, "springs_energy")
    assert (state.talk.speaking, state.talk.turn, state.talk.passed) == ("gardens", 2, ())


def test_the_last_pass_of_who_left_ends_the_talks() -> None:
    state = opened(*FOUR)
    for _ in range(11):
        side = "springs" if state.talk.speaking == "springs" else "gardens"
        for seat in (one for one in FOUR if one.startswith(side)):
            state = moved(state, seat, "pass")
    state = left(moved(state, "gardens_farms", "pass"), "gardens_town")
    assert (state.talk.no_agreement, state.phase) == ("turns_used", "early")


def test_a_question_waits_for_who_speaks_for_the_side_now() -> None:
    state = moved_at(loosely(*FOUR), "springs_energy", "ask", question="worries")
    assert turn(River(), state) == "gardens_farms"
    state = left(state, "gardens_farms")
    assert turn(River(), state) == "gardens_town"
    state = moved_at(state, "gardens_town", "tell", question="worries", answer="not_said")
    assert state.talk.asked[0].told_by == "gardens_town"


def test_while_a_question_waits_nothing_else_is_settled() -> None:
    state = moved(opened(*FOUR), "springs_water", "pass")
    state = left(moved(state, "springs_energy", "ask", question="worries"), "springs_energy")
    assert (state.talk.speaking, turn(River(), state)) == ("springs", "gardens_farms")
    state = moved(state, "gardens_farms", "tell", question="worries", answer="not_said")
    assert (state.talk.speaking, state.talk.turn) == ("gardens", 2), "all of Springs have passed"
    asked = left(moved(sponsored(), "gardens_nature", "ask", question="worries"), "gardens_nature")
    assert asked.talk.agreement is None
    told = moved(asked, "springs_water", "tell", question="worries", answer="not_said")
    assert dict(told.agreement) == FIRST


def test_who_covers_a_seat_takes_its_decisions() -> None:
    state = moved_at(loosely(*FOUR), FACILITATOR, "close", reason="time_up")
    assert turn(River(), state) == "gardens_farms"
    state = left(state, "gardens_farms")
    assert turn(River(), state) == "gardens_town"
    state = moved_at(state, "gardens_town", "decide", decision="planted_share", value=60)
    assert turn(River(), back(state, "gardens_farms")) == "nature", "a decision is taken once"


# --- the end of the talks


def test_the_trainer_ends_the_talks() -> None:
    state = offered(opened(*FOUR), "springs_water", FIRST)
    ended = moved(state, FACILITATOR, "close", reason="time_up")
    assert (ended.talk.no_agreement, ended.agreement, ended.phase) == ("time_up", None, "early")
    talk: Any = River().view(ended, None)["talk"]
    assert (talk["offer"]["outcome"], talk["speaking"]) == ("open", None), "nobody said no to it"
    assert River().debrief(ended)["agreements"] == ({"year": 1, "agreement": None, "no_agreement": "time_up"},)
    with pytest.raises(IllegalMove):
        moved(ended, FACILITATOR, "close", reason="time_up")


def test_no_seat_can_say_that_the_time_is_over_and_the_trainer_says_nothing_else() -> None:
    for seat, reason in (("springs_water", "time_up"), (FACILITATOR, "dry_years"), (FACILITATOR, "turns_used")):
        with pytest.raises(IllegalMove):
            moved(opened(*FOUR), seat, "close", reason=reason)


def test_a_question_without_answer_does_not_hold_the_end_up() -> None:
    state = moved(opened(*FOUR), "springs_water", "ask", question="worries")
    state = moved(state, FACILITATOR, "close", reason="time_up")
    assert (state.phase, state.talk.asked[0].answer) == ("early", None)


# --- packages


def two_each(**more: Any) -> Any:
    return packages.opened(made(THREE, seats=2, **more))


PACKAGE = {"when": "o0", "who": "o0"}


def test_a_package_table_goes_on_smaller() -> None:
    state = moved_at(moved_at(two_each(), "farms_0", "pass"), "farms_1", "pass")
    state = left(moved_at(state, "town_0", "pass"), "town_1")
    assert (state.talk.speaking, state.clock) == ("school", (1, 3, 9)), "rounds and turns are counted as before"
    state = moved_at(state, "school_0", "offer", **PACKAGE)
    for seat in ("farms_0", "town_0"):
        state = moved_at(state, seat, "accept" if state.talk.offer.sponsor else "sponsor", offer=1)
    assert dict(state.talk.agreement) == PACKAGE


def test_the_yes_of_a_leaver_does_not_bind_its_side() -> None:
    state = two_each(talks={"must_agree": ["farms", "town"], "quorum": 2})
    state = moved_at(moved_at(state, "farms_1", "offer", **PACKAGE), "town_0", "sponsor", offer=1)
    assert not left(state, "farms_1").talk.over, "who speaks for the farms has not answered yet"
    state = moved_at(state, "farms_0", "accept", offer=1)
    assert dict(state.talk.agreement) == PACKAGE


def test_a_package_stands_without_who_was_against_or_silent() -> None:
    case = made(THREE, seats=2, more_seats={"town_2": {"side": "town", "merges_into": ["town_0"]}})
    state = moved_at(packages.opened(case), "farms_0", "offer", **PACKAGE)
    for seat in ("town_0", "school_0"):
        state = moved_at(state, seat, "accept" if state.talk.offer.sponsor else "sponsor", offer=1)
    state = moved_at(state, "town_1", "reject", offer=1, reason="too_little")
    assert state.talk.offer is not None, "one of three in town is behind it"
    assert dict(left(state, "town_2").talk.agreement) == PACKAGE
    assert dict(left(state, "town_1").talk.agreement) == PACKAGE
    assert not left(state, "farms_1").talk.over, "the farms were behind it before"


def test_a_mediators_text_still_wants_a_word_from_every_side() -> None:
    state = two_each(more_seats=HOST)
    for side in THREE:
        for number in range(2):
            state = moved_at(state, f"{side}_{number}", "pass")
    state = moved_at(state, "host", "offer", **PACKAGE)
    state = moved_at(state, "farms_0", "reject", offer=1, reason="too_little")
    state = left(moved_at(state, "town_0", "reject", offer=1, reason="too_little"), "school_1")
    assert state.talk.offer is not None
    state = moved_at(state, "school_0", "reject", offer=1, reason="too_little")
    assert (state.talk.offer, state.talk.speaking) == (None, "farms")


def test_the_trainer_ends_talks_about_packages() -> None:
    state = moved_at(two_each(), "farms_0", "offer", **PACKAGE)
    ended = moved_at(state, FACILITATOR, "close", reason="time_up")
    assert turn(GAMES["package"], ended) is None
    facts: Any = GAMES["package"].debrief(ended)
    assert (facts["agreement"], facts["no_agreement"], facts["over"]) == (None, "time_up", True)
    assert [(one["by"], one["outcome"]) for one in facts["offers"]] == [("farms_0", "open")]
    for seat, reason in (("farms_0", "time_up"), (FACILITATOR, "missing_voice")):
        with pytest.raises(IllegalMove):
            moved_at(two_each(), seat, "close", reason=reason)


def test_a_record_with_leavers_replays() -> None:
    case = made(THREE, seats=2)
    seats = seats_of(case)
    steps = [
        ("farms_0", "pass", {}),
        (FACILITATOR, "seat_leave", {"which": "farms_1"}),
        ("town_0", "offer", PACKAGE),
        (FACILITATOR, "seat_return", {"which": "farms_1"}),
        ("farms_1", "sponsor", {"offer": 1}),
        (FACILITATOR, "close", {"reason": "time_up"}),
    ]
    moves = tuple(Move(id=str(n), seat=seat, kind=kind, data=data) for n, (seat, kind, data) in enumerate(steps, 1))
    record = Record(case=case, seats=seats, seed=5, moves=moves)
    state = replay(Record.from_text(record.to_text()))
    assert (state, state.seats) == (replay(record), seats)
    assert (state.talk.no_agreement, state.talk.offers[0].stands) == ("time_up", ("town_0", "farms_1"))
