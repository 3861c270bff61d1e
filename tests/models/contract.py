"""What every game must keep: a test class that each game's own tests inherit."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.games.stand_in import careful
from simulations.table import (
    FACILITATOR,
    NATURE,
    Case,
    Game,
    Holder,
    IllegalMove,
    Move,
    Record,
    Seat,
    next_move,
    play,
    random_partner,
    replay,
    seats_of,
    turn,
)
from simulations.table.plain import canonical, freeze, thaw

ROOM = ("seat_leave", "seat_return", "close")
"""What a room brings about at a table, as the facilitator's moves."""

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
FEWER = settings(FEW, max_examples=6)


def numbers_in(value: object) -> set[float]:
    """Every number inside JSON-plain data, however deep."""
    if isinstance(value, Mapping):
        return set().union(*(numbers_in(item) for item in value.values()), set())
    if isinstance(value, list | tuple):
        return set().union(*(numbers_in(item) for item in value), set())
    return {value} if isinstance(value, int | float) and not isinstance(value, bool) else set()


def marked(case: Case) -> tuple[Case, dict[str, int]]:
    """Return the case with one number in every seat's private table that stands nowhere else."""
    data: Any = thaw(case.data)
    marks = {seat: 910_000_000 + 7919 * place for place, seat in enumerate(data["seats"], start=1)}
    for seat, mark in marks.items():
        data["seats"][seat].setdefault("private", {})["mark"] = mark
    return Case(data=data), marks


class GameContract:
    """Inherit it, name the game and its case; a game that breaks a promise of the table fails here."""

    game: ClassVar[Game]
    most_moves: ClassVar[int] = 500

    def case(self) -> Case:
        raise NotImplementedError

    def seats(self, case: Case) -> tuple[Seat, ...]:
        """Who is at the table: all seats of the case, where a class says nothing else."""
        return seats_of(case)

    def play(self, seed: int) -> Record:
        """A whole game by the game's own partners."""
        case = self.case()
        return play(case, seed=seed, seats=self.seats(case), game=self.game)

    def random_states(self, seed: int, case: Case | None = None) -> list[Any]:
        """All states of one game by random lawful moves."""
        case = case or self.case()
        state = self.game.open(case, self.seats(case), seed)
        states = [state]
        while (actor := turn(self.game, state)) is not None:
            assert len(states) <= self.most_moves, "the game does not end"
            state = self.game.apply(state, next_move(self.game, state, actor, random_partner))
            states.append(state)
        return states

    def room_states(self, seed: int, case: Case) -> tuple[Record, list[Any]]:
        """One game by random moves in which seats leave and come back, and the facilitator may end the talks."""
        rng = np.random.default_rng(seed)
        record = Record(case=case, seats=self.seats(case), seed=seed)
        states = [self.game.open(case, record.seats, seed)]
        while (actor := turn(self.game, states[-1])) is not None:
            assert len(states) <= 2 * self.most_moves, "the game does not end"
            move = self.of_the_room(states[-1], rng) or next_move(self.game, states[-1], actor, random_partner)
            record = record.add(replace(move, id=f"{len(states)}:{move.seat}"))
            states.append(self.game.apply(states[-1], record.moves[-1]))
        return record, states

    def of_the_room(self, state: Any, rng: np.random.Generator) -> Move | None:
        """Now and then somebody leaves or comes back; seldom the time is over."""
        choices = {one.kind: one for one in self.game.lawful(state, FACILITATOR) if one.kind in ROOM}
        for kind, chance in zip(ROOM, (0.25, 0.15, 0.02), strict=True):
            if kind in choices and rng.random() < chance:
                return choices[kind].pick(rng)
        return None

    @FEW
    @given(seed=SEEDS)
    def test_same_seed_same_game(self, seed: int) -> None:
        first = self.play(seed)
        assert first == self.play(seed)
        assert first.moves

    @FEW
    @given(seed=SEEDS)
    def test_random_lawful_moves_end_the_game(self, seed: int) -> None:
        last = self.random_states(seed)[-1]
        assert turn(self.game, last) is None
        assert "agreement" in self.game.debrief(last)
        assert freeze(dict(self.game.debrief(last))), "the debrief is JSON-plain and says something"

    @FEW
    @given(seed=SEEDS)
    def test_inputs_stay_as_they_were(self, seed: int) -> None:
        case = self.case()
        seats = self.seats(case)
        before = canonical(case.data)
        state = self.game.open(case, seats, seed)
        actor = turn(self.game, state)
        assert actor is not None
        move = next_move(self.game, state, actor, random_partner)
        as_text = canonical(move.to_plain())
        opened = repr(state)
        self.game.apply(state, move)
        assert (canonical(case.data), canonical(move.to_plain()), repr(state)) == (before, as_text, opened)
        with pytest.raises((AttributeError, TypeError)):
            state.seed = 1

    @FEW
    @given(seed=SEEDS, data=st.data())
    def test_every_lawful_choice_applies(self, seed: int, data: st.DataObject) -> None:
        state = data.draw(st.sampled_from(self.random_states(seed)))
        for choice in self.game.lawful(state, None):
            filled = {name: data.draw(st.sampled_from(values)) for name, values in choice.options.items()}
            after = self.game.apply(state, choice.move("new", **filled))
            assert after.move_ids == (*state.move_ids, "new")

    @FEW
    @given(seed=SEEDS, data=st.data())
    def test_unlawful_moves_raise_and_change_nothing(self, seed: int, data: st.DataObject) -> None:
        state = data.draw(st.sampled_from(self.random_states(seed)))
        before = repr(state)
        seat = data.draw(st.sampled_from([taken.id for taken in state.seats]))
        wrong = [
            Move(id="x", seat=seat, kind="no_such_kind"),
            Move(id="x", seat="nobody", kind="seat_change", data={"which": seat, "holder": "person"}),
            Move(id="x", seat=seat, kind="seat_change", data={"which": seat, "holder": "person"}),
            Move(id="x", seat=FACILITATOR, kind="seat_change", data={"which": "nobody", "holder": "person"}),
            Move(id="", seat=FACILITATOR, kind="seat_change", data={"which": seat, "holder": "person"}),
        ]
        wrong += [choice.move("x", extra=1) for choice in self.game.lawful(state, None)]
        for choice in self.game.lawful(state, None):
            for name in choice.options:
                good = next(choice.moves()).data
                wrong.append(Move(id="x", seat=choice.seat, kind=choice.kind, data={**good, name: "no such value"}))
        for move in wrong:
            with pytest.raises(IllegalMove):
                self.game.apply(state, move)
        assert repr(state) == before

    @FEW
    @given(seed=SEEDS)
    def test_views_keep_private_numbers(self, seed: int) -> None:
        case, marks = marked(self.case())
        for state in self.random_states(seed, case):
            wall = numbers_in(self.game.view(state, None))
            assert not wall & set(marks.values()), "the wall shows a private number"
            for seat in state.seats:
                seen = numbers_in(self.game.view(state, seat.id))
                assert seen & set(marks.values()) == {marks[one] for one in seat.speaks_for}

    @FEW
    @given(seed=SEEDS)
    def test_views_are_plain(self, seed: int) -> None:
        for state in self.random_states(seed):
            for seat in (None, *(taken.id for taken in state.seats)):
                json.dumps(thaw(self.game.view(state, seat)), allow_nan=False)

    @FEW
    @given(seed=SEEDS)
    def test_records_come_back_and_replay(self, seed: int) -> None:
        record = self.play(seed)
        again = Record.from_text(record.to_text())
        assert again == record
        assert replay(again, game=self.game) == replay(record, game=self.game)
        assert turn(self.game, replay(again, game=self.game)) is None

    @FEW
    @given(seed=SEEDS)
    def test_a_repeated_id_counts_once(self, seed: int) -> None:
        record = self.play(seed)
        twice = tuple(move for move in record.moves for _ in range(2))
        doubled = Record(case=record.case, seats=record.seats, seed=seed, moves=twice)
        assert replay(doubled, game=self.game) == replay(record, game=self.game)

    @FEW
    @given(seed=SEEDS, data=st.data())
    def test_a_seat_changes_hands_in_the_middle(self, seed: int, data: st.DataObject) -> None:
        record = self.play(seed)
        cut = data.draw(st.integers(0, len(record.moves)))
        which = data.draw(st.sampled_from([seat.id for seat in record.seats]))
        change = Move(id="late", seat=FACILITATOR, kind="seat_change", data={"which": which, "holder": "person"})
        changed = Record(
            case=record.case,
            seats=record.seats,
            seed=seed,
            moves=(*record.moves[:cut], change, *record.moves[cut:]),
        )
        after = replay(Record.from_text(changed.to_text()), game=self.game)
        assert after.seat(which).holder is Holder.PERSON
        assert self.game.debrief(after) == self.game.debrief(replay(record, game=self.game))

    @FEWER
    @given(seed=SEEDS)
    def test_a_table_goes_on_whoever_leaves_and_comes_back(self, seed: int) -> None:
        case, marks = marked(self.case())
        record, states = self.room_states(seed, case)
        assert "agreement" in self.game.debrief(states[-1])
        for state in states:
            here, gone = {seat.id for seat in state.seats}, {seat.id for seat in state.left}
            assert not here & gone
            assert {seat.id for seat in record.seats} <= here | gone <= set(case.seats)  # latecomers take empty chairs
            assert state.seats == seats_of(case, here, {seat.id: seat.holder for seat in state.seats})
            assert not numbers_in(self.game.view(state, None)) & set(marks.values()), "the wall shows a private number"
            for seat in state.seats:
                seen = numbers_in(self.game.view(state, seat.id))
                assert seen & set(marks.values()) == {marks[one] for one in seat.speaks_for}
            for choice in self.game.lawful(state, None):
                assert choice.seat in {NATURE, FACILITATOR, *here}
        assert replay(Record.from_text(record.to_text()), game=self.game) == states[-1]
        twice = tuple(move for move in record.moves for _ in range(2))
        assert replay(replace(record, moves=twice), game=self.game) == states[-1]

    @FEWER
    @given(seed=SEEDS, data=st.data())
    def test_who_is_needed_stays_and_who_stayed_cannot_come_back(self, seed: int, data: st.DataObject) -> None:
        case = self.case()
        state = data.draw(st.sampled_from(self.room_states(seed, case)[1]))
        needed = {seat for seat, about in case.seats.items() if about.get("required")}
        wrong = [("seat_leave", one) for one in (*needed, *(seat.id for seat in state.left), "nobody")]
        wrong += [("seat_return", one) for one in (*(seat.id for seat in state.seats), "nobody")]
        for kind, which in wrong:
            with pytest.raises(IllegalMove):
                self.game.apply(state, Move(id="x", seat=FACILITATOR, kind=kind, data={"which": which}))
        for kind in ("seat_leave", "seat_return"):
            with pytest.raises(IllegalMove):
                self.game.apply(state, Move(id="x", seat=state.seats[0].id, kind=kind, data={"which": "nobody"}))

    @FEWER
    @given(seed=SEEDS)
    def test_a_careful_stand_in_plays_any_seat(self, seed: int) -> None:
        case = self.case()
        seats = self.seats(case)
        everybody = dict.fromkeys((seat.id for seat in seats), careful)
        record = play(case, seed=seed, seats=seats, game=self.game, partners=everybody)
        last = replay(record, game=self.game)
        assert turn(self.game, last) is None
        by_state = self.game.open(case, seats, seed)
        for move in record.moves:
            if move.seat != NATURE:  # the same whatever is drawn: two servers make one move
                other = np.random.default_rng(seed + 1)
                again = careful(self.game.view(by_state, move.seat), self.game.lawful(by_state, move.seat), other)
                assert replace(again, id=move.id) == move
            by_state = self.game.apply(by_state, move)

    @FEW
    @given(seed=SEEDS, data=st.data())
    def test_a_game_taken_up_again_goes_on_the_same(self, seed: int, data: st.DataObject) -> None:
        record = self.play(seed)
        cut = data.draw(st.integers(0, len(record.moves) - 1))
        begun = Record(case=record.case, seats=record.seats, seed=seed, moves=record.moves[:cut])
        state = replay(Record.from_text(begun.to_text()), game=self.game)
        actor = turn(self.game, state)
        assert actor is not None
        assert next_move(self.game, state, actor) == record.moves[cut]

    @FEW
    @given(seed=SEEDS)
    def test_somebody_is_waited_for_while_somebody_may_move(self, seed: int) -> None:
        """Choices that may wait never hold a game up: where there is one, somebody else has to move."""
        for state in self.random_states(seed):
            may = any(self.game.lawful(state, seat.id) for seat in state.seats) or self.game.lawful(state, NATURE)
            assert (turn(self.game, state) is not None) == bool(may)

    def test_nobody_else_moves_for_a_seat(self) -> None:
        state = self.random_states(1)[0]
        for choice in self.game.lawful(state, None):
            assert choice.seat in {NATURE, FACILITATOR, *(seat.id for seat in state.seats)}
        for seat in state.seats:
            assert all(choice.seat == seat.id for choice in self.game.lawful(state, seat.id))
