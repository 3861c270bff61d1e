"""The talks of the river game, held to the table's contract and to their rules one by one."""

from typing import ClassVar

import pytest

from simulations.errors import KitError
from simulations.games import GAMES
from simulations.games.delegations import Delegations
from simulations.games.river import River
from simulations.games.talks import Question
from simulations.table import Case, Game, IllegalMove, Seat, play, seats_of, turn
from tests.models.contract import GameContract
from tests.models.talks_on_ayna import FIRST, TWO, ayna, closed_by, kinds, lived, moved, offered, opened


class TestTalksOfAll(GameContract):
    game: ClassVar[Game] = GAMES["river"]

    def case(self) -> Case:
        return ayna()


class TestTalksOfTwo(TestTalksOfAll):
    def seats(self, case: Case) -> tuple[Seat, ...]:
        return seats_of(case, TWO)


# --- offers, sponsors, votes

FOUR = ("springs_water", "springs_energy", "gardens_farms", "gardens_town")


def test_an_offer_waits_for_a_sponsor_of_the_other_side() -> None:
    state = offered(opened(*FOUR), "springs_energy", FIRST)
    assert (kinds(state, "springs_water"), kinds(state, "springs_energy")) == ({"close"}, {"withdraw"})
    assert {"sponsor", "reject"} <= kinds(state, "gardens_town")
    assert "accept" not in kinds(state, "gardens_town")
    state = moved(state, "gardens_town", "sponsor", offer=1)
    assert state.talk.offer.sponsor == "gardens_town"
    assert state.talk.offer.stands == ("springs_energy", "gardens_town")
    assert {"accept", "reject"} <= kinds(state, "springs_water") & kinds(state, "gardens_farms")
    assert not {"accept", "reject", "sponsor"} & (kinds(state, "springs_energy") | kinds(state, "gardens_town"))


def test_an_offer_stands_when_both_deciding_seats_and_half_of_each_side_do() -> None:
    state = moved(offered(opened(*FOUR), "springs_energy", FIRST), "gardens_town", "sponsor", offer=1)
    state = moved(state, "gardens_farms", "accept", offer=1)
    assert not state.talk.over, "half of Springs is behind it, but not the seat that decides"
    state = moved(state, "springs_water", "accept", offer=1)
    assert dict(state.agreement) == dict(FIRST)
    assert state.phase == "early"


def test_a_side_of_three_needs_two() -> None:
    seats = ("springs_water", "gardens_farms", "gardens_town", "gardens_nature")
    state = moved(offered(opened(*seats), "springs_water", FIRST), "gardens_farms", "sponsor", offer=1)
    assert not state.talk.over
    state = moved(state, "gardens_town", "reject", offer=1, reason="dry_years")
    assert not state.talk.over
    assert moved(state, "gardens_nature", "accept", offer=1).agreement == FIRST
    fallen = moved(state, "gardens_nature", "reject", offer=1, reason="good_start")
    assert [offer.outcome for offer in fallen.talk.offers] == ["fell"]
    assert fallen.talk.offers[0].against == (("gardens_town", "dry_years"), ("gardens_nature", "good_start"))


def test_the_no_of_a_deciding_seat_ends_an_offer() -> None:
    state = offered(opened(*FOUR), "springs_energy", FIRST)
    one = moved(state, "gardens_town", "reject", offer=1, reason="too_little")
    assert one.talk.offer is not None, "half of a side alone makes no offer fall"
    fallen = moved(state, "gardens_farms", "reject", offer=1, reason="too_little")
    assert fallen.talk.offer is None
    assert (fallen.talk.speaking, fallen.talk.turn) == ("gardens", 2)
    own = moved(
        moved(state, "gardens_farms", "sponsor", offer=1), "springs_water", "reject", offer=1, reason="dry_years"
    )
    assert (own.talk.offer, own.talk.speaking) == (None, "gardens")


def test_two_people_need_no_sponsor() -> None:
    state = offered(opened(), "springs_water", FIRST)
    assert {"accept", "reject"} <= kinds(state, "gardens_farms")
    assert "sponsor" not in kinds(state, "gardens_farms")
    assert moved(state, "gardens_farms", "accept", offer=1).agreement == FIRST


def test_an_answer_names_the_offer_on_the_table() -> None:
    state = moved(offered(opened(), "springs_water", FIRST), "gardens_farms", "reject", offer=1, reason="too_little")
    state = offered(state, "gardens_farms", {"summer_release": 70, "payment": 60})
    for number in (1, 3):
        with pytest.raises(IllegalMove):
            moved(state, "springs_water", "accept", offer=number)
    with pytest.raises(IllegalMove):
        moved(state, "springs_water", "reject", offer=2, reason="you_are_wrong")


def test_a_package_keeps_the_order_of_the_case() -> None:
    state = offered(opened(), "springs_water", {"payment": 140, "summer_release": 55})
    assert list(state.talk.offer.package) == ["summer_release", "payment"]


def test_every_term_of_the_year_belongs_to_an_offer_and_no_other() -> None:
    for package in ({"payment": 140}, {**FIRST, "data_sharing": 1}, {"summer_release": 40, "payment": 140}):
        with pytest.raises(IllegalMove):
            offered(opened(), "springs_water", package)


# --- the word, turns, passing


def test_seats_of_a_side_let_one_another_speak() -> None:
    state = moved(opened(*FOUR), "springs_water", "pass")
    assert kinds(state, "springs_water") == kinds(state, "gardens_farms") == set()
    assert (state.talk.turn, state.talk.speaking) == (1, "springs")
    state = moved(state, "springs_energy", "pass")
    assert (state.talk.turn, state.talk.speaking, state.talk.passed) == (2, "gardens", ())


def test_the_word_alternates_until_the_turns_are_used() -> None:
    state = opened()
    for place in range(12):
        assert (state.talk.turn, state.talk.speaking) == (place + 1, ("springs", "gardens")[place % 2])
        state = moved(state, TWO[place % 2], "pass")
    assert state.talk.no_agreement == "turns_used"
    assert state.phase == "early"
    assert River().view(state, None)["talk"]["speaking"] is None  # type: ignore[index]


def test_the_last_offer_can_still_be_taken() -> None:
    state = opened()
    for place in range(11):
        state = moved(state, TWO[place % 2], "pass")
    state = offered(state, "gardens_farms", FIRST)
    assert moved(state, "springs_water", "accept", offer=1).agreement == FIRST
    assert moved(state, "springs_water", "reject", offer=1, reason="dry_years").talk.no_agreement == "turns_used"


def test_an_offer_that_nobody_answers_can_be_taken_back() -> None:
    waiting = offered(opened(*FOUR), "springs_energy", FIRST)
    assert turn(River(), waiting) == "gardens_farms", "who may take it back is not waited for"
    state = moved(waiting, "springs_energy", "withdraw", offer=1)
    assert (state.talk.offer, state.talk.turn, state.talk.speaking) == (None, 2, "gardens")
    (shown,) = River().view(state, None)["talk"]["offers"]  # type: ignore[index]
    assert (shown["outcome"], shown["against"]) == ("withdrawn", ())
    assert moved(waiting, "springs_water", "close", reason="needs_more_time").talk.no_agreement == "needs_more_time"
    for seat, kind, data in (
        ("springs_water", "withdraw", {"offer": 1}),
        ("gardens_farms", "withdraw", {"offer": 1}),
        ("springs_energy", "withdraw", {"offer": 2}),
        ("springs_energy", "close", {"reason": "dry_years"}),
    ):
        with pytest.raises(IllegalMove):
            moved(waiting, seat, kind, **data)


def test_taking_back_uses_a_turn() -> None:
    state = opened()
    for place in range(11):
        state = moved(state, TWO[place % 2], "pass")
    state = moved(offered(state, "gardens_farms", FIRST), "gardens_farms", "withdraw", offer=1)
    assert state.talk.no_agreement == "turns_used"


def test_no_partner_takes_its_own_offer_back() -> None:
    for seed in range(5):
        assert all(move.kind != "withdraw" for move in play(ayna(), seed=seed).moves)


def test_sides_begin_in_turn() -> None:
    state = opened()
    for first in ("springs", "gardens", "springs"):
        assert state.talk.speaking == first
        state = lived(closed_by(state))
    assert state.phase == "over"


# --- questions, breaks, the end


def test_a_question_waits_for_the_one_who_speaks_for_the_side() -> None:
    state = moved(opened(*FOUR), "springs_energy", "ask", question="matters_most")
    assert {seat: kinds(state, seat) for seat in FOUR} == {
        "springs_water": set(),
        "springs_energy": set(),
        "gardens_farms": {"tell"},
        "gardens_town": set(),
    }
    with pytest.raises(IllegalMove):
        moved(state, "gardens_farms", "tell", question="matters_most", answer="data_sharing")  # not on the table yet
    state = moved(state, "gardens_farms", "tell", question="matters_most", answer="payment")
    assert (state.talk.asked[0].answer, state.talk.asked[0].told_by) == ("payment", "gardens_farms")
    assert (state.talk.turn, state.talk.speaking) == (1, "springs"), "a question costs no turn"


def test_a_side_asks_each_question_once_a_year() -> None:
    state = opened()
    for question in Question:
        state = moved(state, "springs_water", "ask", question=question.value)
        state = moved(state, "gardens_farms", "tell", question=question.value, answer="not_said")
        with pytest.raises(IllegalMove):
            moved(state, "springs_water", "ask", question=question.value)
    assert "ask" not in kinds(state, "springs_water")
    state = moved(state, "springs_water", "pass")
    assert "ask" in kinds(state, "gardens_farms"), "the other side has its own questions"
    again = lived(closed_by(state))
    assert "ask" in kinds(moved(again, "gardens_farms", "pass"), "springs_water")


def test_an_offer_can_be_asked_about_before_it_is_answered() -> None:
    state = offered(opened(), "springs_water", FIRST)
    state = moved(state, "gardens_farms", "ask", question="worries")
    assert kinds(state, "gardens_farms") == set()
    state = moved(state, "springs_water", "tell", question="worries", answer="summer_release")
    assert moved(state, "gardens_farms", "accept", offer=1).agreement == FIRST


def test_a_side_takes_one_break() -> None:
    state = moved(opened(*FOUR), "springs_energy", "break")
    assert state.talk.breaks == ("springs",)
    assert not any("break" in kinds(state, seat) for seat in FOUR)
    state = moved(moved(state, "springs_energy", "pass"), "springs_water", "pass")
    assert "break" in kinds(state, "gardens_town")


@pytest.mark.parametrize("reason", ["alone_is_enough", "needs_more_time", "dry_years", "missing_voice"])
def test_no_agreement_is_a_result(reason: str) -> None:
    state = opened(*FOUR)
    assert "close" not in kinds(state, "springs_energy")
    state = moved(state, "springs_water", "close", reason=reason)
    assert (state.agreement, state.talk.no_agreement, state.phase) == (None, reason, "early")
    state = lived(state)
    assert state.closed[0]["no_agreement"] == reason
    assert River().debrief(state)["agreements"][0] == {"year": 1, "agreement": None, "no_agreement": reason}  # type: ignore[index]


def test_nobody_can_say_that_the_turns_are_used() -> None:
    with pytest.raises(IllegalMove):
        moved(opened(), "springs_water", "close", reason="turns_used")


def test_watching_seats_have_no_part_in_the_talks() -> None:
    state = opened(*TWO, "commission_secretary")
    assert Delegations.of(ayna(), state.seats).side_of("commission_secretary") is None
    for move in (("pass", {}), ("offer", FIRST), ("close", {"reason": "dry_years"})):
        with pytest.raises(IllegalMove):
            moved(state, "commission_secretary", move[0], **move[1])  # type: ignore[arg-type]


def test_talks_need_both_sides() -> None:
    with pytest.raises(KitError) as fault:
        River().open(ayna(), (Seat(id="springs_water", covers=("gardens_farms",)),), 1)
    assert fault.value.code == "river.nobody_talks"
