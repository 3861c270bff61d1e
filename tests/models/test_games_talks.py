"""The talks of the river game, held to the table's contract and to their rules one by one."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

import pytest

from simulations.errors import KitError
from simulations.games import GAMES, read_case
from simulations.games.agreements import Package
from simulations.games.delegations import Delegations
from simulations.games.river import River
from simulations.games.talks import Question
from simulations.table import FACILITATOR, NATURE, Case, Game, IllegalMove, Move, Record, Seat, replay, seats_of, turn
from simulations.table.plain import thaw
from tests.models.contract import GameContract

TWO = ("springs_water", "gardens_farms")
FIRST: Package = {"summer_release": 55, "payment": 140}
SECOND: Package = {**FIRST, "maintenance_share": 50, "data_sharing": 0}


@cache
def ayna() -> Case:
    return read_case("ayna")


class TestTalksOfAll(GameContract):
    game: ClassVar[Game] = GAMES["river"]

    def case(self) -> Case:
        return ayna()


class TestTalksOfTwo(TestTalksOfAll):
    def seats(self, case: Case) -> tuple[Seat, ...]:
        return seats_of(case, TWO)


def opened(*present: str) -> Any:
    return River().open(ayna(), seats_of(ayna(), present or TWO), 3)


def moved(state: Any, seat: str, kind: str, **data: object) -> Any:
    return River().apply(state, Move(id=f"{len(state.move_ids) + 1}", seat=seat, kind=kind, data=data))


def offered(state: Any, seat: str, package: Package) -> Any:
    return moved(state, seat, "offer", **package)


def kinds(state: Any, seat: str) -> set[str]:
    return {choice.kind for choice in River().lawful(state, seat)}


def agreed(state: Any, package: Package) -> Any:
    """An offer of the side that has the word, taken by the other; two seats."""
    maker = f"{state.talk.speaking}_{'water' if state.talk.speaking == 'springs' else 'farms'}"
    (other,) = set(TWO) - {maker}
    return moved(offered(state, maker, package), other, "accept", offer=len(state.talk.offers) + 1)


def closed_by(state: Any, reason: str = "needs_more_time") -> Any:
    speaker = "springs_water" if state.talk.speaking == "springs" else "gardens_farms"
    return moved(state, speaker, "close", reason=reason)


def lived(state: Any, card: str = "normal", release: int = 25, planted: int = 60) -> Any:
    """The rest of a year after its talks."""
    made = {"springs_water": ("summer_release", release), "gardens_farms": ("planted_share", planted)}
    year = state.year
    while (actor := turn(River(), state)) is not None and state.year == year:
        if actor == NATURE:
            state = moved(state, NATURE, "card", card=card)
        else:
            decision, value = made[actor]
            state = moved(state, actor, "decide", decision=decision, value=value)
    return state


# --- offers, sponsors, votes

FOUR = ("springs_water", "springs_energy", "gardens_farms", "gardens_town")


def test_an_offer_waits_for_a_sponsor_of_the_other_side() -> None:
    state = offered(opened(*FOUR), "springs_energy", FIRST)
    assert kinds(state, "springs_water") == kinds(state, "springs_energy") == set()
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


# --- the year around the talks


def test_more_is_on_the_table_every_year() -> None:
    state, seen = opened(), []
    for _ in range(3):
        talk: Any = River().view(state, None)["talk"]
        seen.append(tuple(talk["terms"]))
        state = lived(closed_by(state))
    assert [len(terms) for terms in seen] == [2, 4, 5]
    assert set(seen[2]) - set(seen[1]) == {"dry_year_rule"}


def second_year() -> Any:
    return lived(closed_by(opened()))


def test_seed_is_bought_before_the_card_lies_open() -> None:
    state = agreed(opened(), FIRST)
    assert (state.phase, turn(River(), state)) == ("early", "gardens_farms")
    with pytest.raises(IllegalMove):
        moved(state, NATURE, "card", card="dry")
    state = moved(state, "gardens_farms", "decide", decision="planted_share", value=100)
    state = moved(state, NATURE, "card", card="dry")
    (closed,) = state.closed
    assert closed["decisions"] == {"summer_release": 55, "planted_share": 100}
    assert closed["agreement"] == FIRST


def test_shared_data_let_the_fields_wait_for_the_card() -> None:
    state = agreed(second_year(), {**SECOND, "data_sharing": 1})
    assert (state.phase, turn(River(), state)) == ("weather", NATURE)
    state = moved(state, NATURE, "card", card="dry")
    assert (state.phase, turn(River(), state)) == ("decide", "gardens_farms")


@pytest.mark.parametrize("before", [True, False], ids=["during the talks", "before the card"])
def test_late_data_bring_the_early_decision_back(before: bool) -> None:
    state = second_year()
    if before:
        state = moved(state, FACILITATOR, "inject", inject="late_data")
    state = agreed(state, {**SECOND, "data_sharing": 1})
    if not before:
        state = moved(state, FACILITATOR, "inject", inject="late_data")
    assert (state.phase, turn(River(), state)) == ("early", "gardens_farms")
    state = lived(state, "dry", planted=100)
    assert state.closed[1]["injects"] == ("late_data",)
    open_card = moved(agreed(second_year(), {**SECOND, "data_sharing": 1}), NATURE, "card", card="dry")
    with pytest.raises(IllegalMove):  # the card is known already
        moved(open_card, FACILITATOR, "inject", inject="late_data")


def test_an_announced_drought_takes_the_cards_place() -> None:
    state = moved(opened(), FACILITATOR, "inject", inject="drought")
    assert (state.phase, state.card) == ("talk", None)
    state = lived(agreed(state, FIRST), "wet")
    assert (state.closed[0]["card"], state.closed[0]["injects"]) == ("drought", ("drought",))
    late = moved(agreed(second_year(), {**SECOND, "data_sharing": 1}), NATURE, "card", card="wet")
    assert moved(late, FACILITATOR, "inject", inject="drought").card == "drought"


def test_cared_for_works_hold_when_a_pump_fails() -> None:
    parts = []
    for share in (0, 25):
        state = moved(second_year(), FACILITATOR, "inject", inject="pump_failure")
        state = lived(agreed(state, {**SECOND, "maintenance_share": share}))
        parts.append({side: state.closed[1]["parts"][side]["injects"] for side in ayna().sides})
    assert parts == [{"springs": 0, "gardens": -30}, {"springs": 0, "gardens": 0}]


def test_the_agreed_release_follows_the_river() -> None:
    release = {}
    for rule in (0, 1, 2):
        state = lived(closed_by(second_year()))
        state = lived(agreed(state, {**SECOND, "data_sharing": 1, "dry_year_rule": rule}), "dry")
        (closed,) = state.closed[2:]
        release[rule] = (closed["decisions"]["summer_release"], closed["parts"]["springs"]["payment"])
    assert release == {0: (55, 140), 1: (55, 98), 2: (39, 98)}


def test_the_debrief_names_the_newest_agreement() -> None:
    state = lived(closed_by(lived(agreed(opened(), FIRST))))
    facts: Mapping[str, Any] = River().debrief(state)
    assert facts["agreement"] == FIRST
    assert [one["agreement"] for one in facts["agreements"]] == [FIRST, None]
    assert facts["mean_points"]["alone"] == {"springs": 273, "gardens": -26}
    alone: Any = facts["alone"]
    assert alone[0]["decisions"] == {"summer_release": 12, "planted_share": 40}


def test_talks_come_back_from_text() -> None:
    state = moved(
        moved(opened(), "springs_water", "ask", question="worries"),
        "gardens_farms",
        "tell",
        question="worries",
        answer="not_said",
    )
    moves = (
        Move(id="1", seat="springs_water", kind="ask", data={"question": "worries"}),
        Move(id="2", seat="gardens_farms", kind="tell", data={"question": "worries", "answer": "not_said"}),
    )
    record = Record(case=ayna(), seats=seats_of(ayna(), TWO), seed=3, moves=moves)
    assert replay(Record.from_text(record.to_text())) == state
    assert thaw(River().view(state, "springs_water"))
