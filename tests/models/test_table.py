"""The table, proved on a small second game: two or more seats divide a pie by votes at the same time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pytest

from simulations.errors import KitError
from simulations.table import (
    FACILITATOR,
    Case,
    Choice,
    Game,
    Holder,
    IllegalMove,
    Move,
    Record,
    Seat,
    State,
    TableGame,
    play,
    replay,
    seats_of,
    turn,
)
from simulations.table.plain import canonical, sha256
from tests.models.contract import GameContract


@dataclass(frozen=True, slots=True, kw_only=True)
class PieState(State):
    """Rounds so far, and the votes of this round, which nobody sees before all have voted."""

    votes: Mapping[str, str]
    rounds: tuple[Mapping[str, str], ...] = ()
    slices: int


class Pie(TableGame):
    """Everybody names the way to cut the pie; the first way that all name is the agreement."""

    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> PieState:
        return PieState(case=case, seats=seats, seed=seed, votes={}, slices=case.data["slices"])

    def choices(self, state: PieState, seat: str) -> tuple[Choice, ...]:
        if seat == FACILITATOR and not self.over(state) and state.slices > 2:
            return (Choice(seat=seat, kind="inject", data={"inject": "smaller_pie"}),)
        if seat not in {taken.id for taken in state.seats} or seat in state.votes or self.over(state):
            return ()
        return (Choice(seat=seat, kind="vote", options={"cut": tuple(state.case.data["cuts"])}),)

    def advance(self, state: PieState, move: Move) -> PieState:
        if move.kind == "inject":
            return replace(state, slices=state.slices - 1)
        return self.counted(replace(state, votes={**state.votes, move.seat: move.data["cut"]}))

    def counted(self, state: PieState) -> PieState:
        if len(state.votes) < len(state.seats):
            return state
        return replace(state, votes={}, rounds=(*state.rounds, state.votes))

    def reseated(self, state: PieState) -> PieState:
        """A hidden vote of who left is nobody's; the round closes when all who stay have voted."""
        here = {taken.id for taken in state.seats}
        return self.counted(replace(state, votes={seat: cut for seat, cut in state.votes.items() if seat in here}))

    def over(self, state: PieState) -> bool:
        return self.agreed(state) is not None or len(state.rounds) == state.case.data["rounds"]

    def agreed(self, state: PieState) -> str | None:
        last = set(state.rounds[-1].values()) if state.rounds else set()
        return last.pop() if len(last) == 1 else None

    def view(self, state: PieState, seat: str | None) -> Mapping[str, object]:
        seen: dict[str, object] = {"rounds": state.rounds, "slices": state.slices, "voted": tuple(state.votes)}
        if seat is not None:
            mine = state.seat(seat).speaks_for
            seen["private"] = {one: state.case.seats[one].get("private", {}) for one in mine}
            seen["vote"] = state.votes.get(seat)
        return seen

    def debrief(self, state: PieState) -> Mapping[str, object]:
        return {"agreement": self.agreed(state), "rounds": len(state.rounds), "slices": state.slices}


PIE = Case(
    data={
        "id": "pie",
        "game": "pie",
        "slices": 6,
        "rounds": 4,
        "cuts": ["halves", "by_hunger", "all_to_one"],
        "seats": {
            "north": {"required": True, "private": {"hunger": 4}},
            "south": {"required": True, "private": {"hunger": 2}},
            "cook": {"merges_into": ["guest", "south"]},
            "guest": {"merges_into": ["cook", "north"]},
        },
    }
)


class TestPie(GameContract):
    game: ClassVar[Game] = Pie()

    def case(self) -> Case:
        return PIE


def always(cut: str) -> Any:
    def partner(view: Mapping[str, Any], lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
        return lawful[0].move(cut=cut)

    return partner


def record(**partners: str) -> Record:
    seats = seats_of(PIE, ["north", "south"])
    return play(PIE, seed=1, seats=seats, game=Pie(), partners={seat: always(cut) for seat, cut in partners.items()})


def test_partners_play_to_agreement_or_none() -> None:
    agreed = replay(record(north="halves", south="halves"), game=Pie())
    assert Pie().debrief(agreed) == {"agreement": "halves", "rounds": 1, "slices": 6}
    apart = replay(record(north="halves", south="by_hunger"), game=Pie())
    assert Pie().debrief(apart) == {"agreement": None, "rounds": 4, "slices": 6}


def test_votes_are_hidden_until_all_have_voted() -> None:
    game = Pie()
    state = game.open(PIE, seats_of(PIE, ["north", "south"]), 0)
    state = game.apply(state, Move(id="1", seat="north", kind="vote", data={"cut": "halves"}))
    assert game.view(state, "north")["vote"] == "halves"
    assert game.view(state, "south")["vote"] is None
    assert "halves" not in repr(game.view(state, "south")) + repr(game.view(state, None))
    with pytest.raises(IllegalMove) as caught:
        game.apply(state, Move(id="2", seat="north", kind="vote", data={"cut": "by_hunger"}))
    assert caught.value.code == "move.not_lawful"
    state = game.apply(state, Move(id="2", seat="south", kind="vote", data={"cut": "by_hunger"}))
    assert state.rounds == ({"north": "halves", "south": "by_hunger"},)


def test_what_a_state_allows_is_worked_out_once_and_anew_after_each_move() -> None:
    asked: list[str] = []

    class Counting(Pie):
        def choices(self, state: Any, seat: str) -> tuple[Choice, ...]:
            asked.append(seat)
            return super().choices(state, seat)

    game = Counting()
    state = game.open(PIE, seats_of(PIE, ["north", "south"]), 0)
    before = game.lawful(state, "north")
    assert game.lawful(state, "north") is before
    after = game.apply(state, Move(id="1", seat="north", kind="vote", data={"cut": "halves"}))
    assert asked == ["north"]
    assert game.lawful(after, "north") == Pie().choices(after, "north") != before
    assert asked == ["north", "north"]
    assert state == game.open(PIE, seats_of(PIE, ["north", "south"]), 0)  # what was worked out is no part of a state


def test_an_inject_is_a_move() -> None:
    first, *others = record(north="halves", south="halves").moves
    inject = Move(id="i", seat=FACILITATOR, kind="inject", data={"inject": "smaller_pie"})
    with_inject = replace(record(north="halves", south="halves"), moves=(first, inject, *others))
    assert Pie().debrief(replay(with_inject, game=Pie()))["slices"] == 5


def test_absent_seats_are_covered_by_who_is_there() -> None:
    covers = {seat.id: seat.covers for seat in seats_of(PIE, ["north", "south"])}
    assert covers == {"north": ("guest",), "south": ("cook",)}
    one_there = {seat.id: seat.covers for seat in seats_of(PIE, ["north", "south", "guest"])}
    assert one_there == {"north": (), "south": (), "guest": ("cook",)}


def changed(state: Any, kind: str, which: str) -> Any:
    return Pie().apply(state, Move(id=str(len(state.move_ids) + 1), seat=FACILITATOR, kind=kind, data={"which": which}))


def voted(state: Any, seat: str, cut: str) -> Any:
    return Pie().apply(state, Move(id=str(len(state.move_ids) + 1), seat=seat, kind="vote", data={"cut": cut}))


def test_a_leaver_is_covered_and_comes_back_to_the_same_chair() -> None:
    state = Pie().open(PIE, seats_of(PIE, ["north", "south", "cook"], {"cook": Holder.PAIR}), 0)
    assert [(seat.id, seat.covers) for seat in state.seats] == [("north", ()), ("south", ()), ("cook", ("guest",))]
    left = changed(state, "seat_leave", "cook")
    assert [(seat.id, seat.covers) for seat in left.seats] == [("north", ("guest",)), ("south", ("cook",))]
    back = changed(left, "seat_return", "cook")
    assert (back.seats, back.left) == (state.seats, ())
    assert back.seat("cook").holder is Holder.PAIR


def test_a_latecomer_takes_a_seat_that_somebody_spoke_for() -> None:
    state = Pie().open(PIE, seats_of(PIE, ["north", "south", "cook"]), 0)
    (speaker,) = (seat for seat in state.seats if "guest" in seat.covers)
    after = changed(state, "seat_return", "guest")
    assert after.seat("guest").holder is Holder.PERSON
    assert "guest" not in after.seat(speaker.id).covers
    there = {"north", "south", "cook", "guest"}
    assert [seat.id for seat in after.seats] == [seat for seat in PIE.seats if seat in there]


def test_who_is_required_does_not_leave_and_who_is_there_does_not_return() -> None:
    state = Pie().open(PIE, seats_of(PIE, ["north", "south", "cook"]), 0)
    for kind, which in (("seat_leave", "north"), ("seat_leave", "guest"), ("seat_return", "cook")):
        with pytest.raises(IllegalMove):
            changed(state, kind, which)
    left = changed(state, "seat_leave", "cook")
    with pytest.raises(IllegalMove):
        changed(left, "seat_leave", "cook")
    with pytest.raises(IllegalMove):
        voted(left, "cook", "halves")


def test_nobody_waits_for_the_vote_of_who_left() -> None:
    state = Pie().open(PIE, seats_of(PIE, ["north", "south", "cook"]), 0)
    state = voted(voted(state, "north", "halves"), "south", "halves")
    assert turn(Pie(), state) == "cook"
    left = changed(state, "seat_leave", "cook")
    assert (left.rounds, turn(Pie(), left)) == (({"north": "halves", "south": "halves"},), None)


def test_a_hidden_vote_goes_with_who_gave_it() -> None:
    state = Pie().open(PIE, seats_of(PIE, ["north", "south", "cook"]), 0)
    first = voted(state, "cook", "all_to_one")
    state = changed(first, "seat_leave", "cook")
    state = voted(voted(state, "north", "halves"), "south", "halves")
    assert Pie().debrief(state)["agreement"] == "halves"
    again = changed(changed(first, "seat_leave", "cook"), "seat_return", "cook")
    assert (dict(first.votes), dict(again.votes)) == ({"cook": "all_to_one"}, {}), "who comes back votes anew"


def test_required_and_unknown_seats() -> None:
    with pytest.raises(KitError) as missing:
        seats_of(PIE, ["north"])
    assert (missing.value.code, missing.value.params["seat"]) == ("table.seat_missing", "south")
    with pytest.raises(KitError) as unknown:
        seats_of(PIE, ["north", "south", "west"])
    assert unknown.value.code == "table.unknown_seat"
    with pytest.raises(KitError) as holder:
        Seat(id="north", holder="robot")  # type: ignore[arg-type]
    assert holder.value.code == "table.unknown_holder"
    assert seats_of(PIE, holders={"cook": Holder.PAIR})[2].holder is Holder.PAIR


def test_a_partner_for_nobody_is_refused() -> None:
    with pytest.raises(KitError) as fault:
        play(PIE, seed=0, partners={"west": always("halves")}, game=Pie())
    assert fault.value.code == "table.unknown_seat"


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(KitError) as fault:
        play(PIE, seed=-1, game=Pie())
    assert (fault.value.code, fault.value.params) == ("table.bad_seed", {"value": -1})


def test_a_game_without_end_is_given_up() -> None:
    with pytest.raises(KitError) as fault:
        play(PIE, seed=0, game=Pie(), most_moves=2)
    assert fault.value.code == "game.endless"


def test_an_unknown_game_names_those_there_are() -> None:
    with pytest.raises(KitError) as fault:
        play(PIE, seed=0)
    assert fault.value.code == "game.unknown"
    assert "river" in fault.value.params["allowed"]  # type: ignore[operator]


def test_true_is_not_one_in_a_move() -> None:
    choice = Choice(seat="north", kind="x", options={"n": (0, 1)})
    assert choice.allows(choice.move(n=1))
    assert not choice.allows(choice.move(n=True))
    assert not choice.allows(choice.move(n=1.0))


def test_only_plain_data_enters_a_move() -> None:
    for wrong in (float("nan"), {1, 2}, {1: "a"}, np.int64(3)):
        with pytest.raises(KitError) as fault:
            Move(id="1", seat="north", kind="vote", data={"cut": wrong})
        assert fault.value.code == "plain.not_json"
        assert str(fault.value.params["key"]).startswith("data.cut")


def test_a_state_cannot_be_changed_through_its_data() -> None:
    cuts = ["halves", "by_hunger"]
    case = Case(data={"id": "pie", "game": "pie", "seats": {}, "cuts": cuts})
    cuts.append("all")
    assert case.data["cuts"] == ("halves", "by_hunger")
    with pytest.raises(TypeError):
        case.data["cuts"] = ()  # type: ignore[index]


def lines() -> list[str]:
    return record(north="halves", south="halves").to_text().splitlines()


def read_fault(changed: list[str]) -> KitError:
    with pytest.raises(KitError) as fault:
        Record.from_text("\n".join(changed))
    return fault.value


def test_the_head_holds_the_case_and_its_hash() -> None:
    head = json.loads(lines()[0])
    assert head["case_sha256"] == PIE.sha256
    assert head["case"]["seats"]["north"]["private"] == {"hunger": 4}


def test_a_changed_move_is_seen_and_named() -> None:
    text = lines()
    text[2] = text[2].replace("halves", "by_hunger")
    fault = read_fault(text)
    assert (fault.code, fault.params) == ("record.changed", {"line": 3})


def test_a_changed_case_is_seen() -> None:
    text = lines()
    text[0] = text[0].replace('"slices":6', '"slices":9')
    assert read_fault(text).params == {"line": 1}


def test_a_lost_or_moved_line_is_seen() -> None:
    text = lines()
    assert read_fault([text[0], *text[2:]]).code == "record.changed"
    assert read_fault([text[0], *reversed(text[1:])]).code == "record.changed"


def test_a_record_cut_at_a_line_is_a_shorter_game() -> None:
    shorter = Record.from_text("\n".join(lines()[:2]))
    assert len(shorter.moves) == 1
    assert turn(Pie(), replay(shorter, game=Pie())) == "south"


def test_broken_lines_and_other_versions() -> None:
    text = lines()
    assert read_fault([*text[:2], text[2][:20]]).params == {"line": 3}
    assert read_fault([]).code == "record.broken_line"
    assert read_fault(["[1]"]).code == "record.broken_line"
    assert read_fault(['{"format": "something else"}']).code == "record.broken_line"
    assert read_fault([text[0].replace('"seed":1', '"seed":NaN')]).code == "record.broken_line"
    newer = read_fault([text[0].replace('"version":1', '"version":2')])
    assert (newer.code, newer.params) == ("record.version", {"value": 2, "allowed": 1})


@pytest.mark.parametrize("case", [None, 3, "pie", [], ["pie"], [["id", "pie"]], True])
def test_a_record_whose_case_is_no_table_is_broken(case: object) -> None:
    """Somebody wrote new marks; the marks are no signature."""
    head = json.loads(lines()[0])
    head.pop("mark")
    head["case"] = case
    head["mark"] = sha256("", canonical(head))[:16]
    fault = read_fault([json.dumps(head)])
    assert (fault.code, fault.params) == ("record.broken_line", {"line": 1})


def test_words_with_unusual_line_ends_come_back() -> None:
    said = Move(id="1", seat="north", kind="say", data={"words": "one\u2028two\u0085three"})
    kept = Record(case=PIE, seats=seats_of(PIE), seed=1, moves=(said,))
    assert Record.from_text(kept.to_text()) == kept
    assert Record.from_text(kept.to_text().replace("\n", "\r\n")) == kept


def test_a_nest_without_end_is_no_record() -> None:
    assert read_fault(["[" * 100_000]).params == {"line": 1}


def test_an_unlawful_record_does_not_replay() -> None:
    good = record(north="halves", south="halves")
    with pytest.raises(IllegalMove):
        replay(
            replace(good, moves=(*good.moves, Move(id="9", seat="north", kind="vote", data={"cut": "halves"}))),
            game=Pie(),
        )
