"""A game of talks as the lesson plays it: the river game's record, with a partner or a second person opposite."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from dastarkhan.lessons.shared_river.saved_record import numbers, read_saved, saved_text
from dastarkhan.lessons.shared_river.talks.seating import table_of_two
from simulations.errors import KitError
from simulations.games import GAMES
from simulations.games.delegations import Delegations
from simulations.games.river_partners import PARTNERS
from simulations.games.river_phases import Phase
from simulations.table import (
    FACILITATOR,
    NATURE,
    Case,
    Choice,
    Holder,
    Move,
    Partner,
    Record,
    next_move,
    replay,
    seats_of,
    turn,
    waited_for,
)

DRY_YEAR = 2  # the lesson is the facilitator: in this year the case's driest weather comes, if it has any
SEED = 11
MOST_MOVES = 200  # of partners in a row: far more than a year of talks has


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two sides at one table; every step gives a new meeting.

    Parameters
    ----------
    record, state : Record, State
        The game so far and where it leads to. A side is a person's when its deciding seat is held by one.
    partner : str or None
        Who plays the other side, a key of ``PARTNERS``; None when people sit on both.
    """

    record: Record
    state: Any
    partner: str | None

    @classmethod
    def begin(cls, case: Case, side: str | None, partner: str | None, *, game: int = 0) -> Self:
        """Sit down at the table.

        Parameters
        ----------
        side, partner : str or None
            The person's side and who sits opposite; None when two people play.
        game : int, optional
            How many games came before: another game is another river.
        """
        seats = table_of_two(case).seats
        held = {seat: Holder.PERSON for one, each in seats.items() if side in (one, None) for seat in each}
        taken = tuple(seat for each in seats.values() for seat in each)
        record = Record(case=case, seats=seats_of(case, taken, held), seed=SEED + game)
        return cls(record=record, state=replay(record), partner=partner).partners_answer()

    @classmethod
    def read(cls, case: Case, side: str | None, partner: str | None, text: object) -> Self | None:
        """Take up a game that was saved, with the words that the case has now.

        None when it cannot be played on: by this version, on the numbers of the case, and from this side.
        """
        record = read_saved(text, case, numbers(case))
        if record is None or (partner is not None and partner not in PARTNERS):
            return None
        try:
            meeting = cls(record=record, state=replay(record), partner=partner)
        except (KitError, KeyError, TypeError, ValueError):
            return None
        sides = tuple(case.sides) if side is None else (side,)
        return meeting if set(meeting.people) == set(sides) else None

    def text(self) -> str:
        """The game as it is saved."""
        return saved_text(self.record, numbers(self.case))

    # --- steps

    def act(self, side: str, kind: str, data: Mapping[str, Any] | None = None) -> Self:
        """Let a person do something in the talks, and the partner answer."""
        return self.add(side, kind, data or {}).partners_answer()

    def decide(self, side: str, decision: str, value: int) -> Self:
        """Take a decision of a side, and let the year go on."""
        return self.add(side, "decide", {"decision": decision, "value": value}).live()

    def live(self) -> Self:
        """Let the year come, until a person has to decide or the year is over."""
        meeting, year = self, self.year
        for _ in range(MOST_MOVES):
            if meeting.over or meeting.talking or meeting.year != year or meeting.due in meeting.people:
                return meeting
            meeting = meeting._brought_in() or meeting._by_itself()
        return meeting

    def partners_answer(self) -> Self:
        """Let the partner speak until a person has the word or the talks are over."""
        meeting = self
        for _ in range(MOST_MOVES):
            if not meeting.talking or meeting.due is None or meeting.due in meeting.people:
                return meeting
            meeting = meeting._by_itself()
        return meeting

    def _by_itself(self) -> Self:
        """Make the next move of nature or of the partner."""
        due = self.due
        actor = self._waited_for(due)[0] if due else NATURE
        partner = self.partners().get(self.partner or "") if due else None
        return self._with(next_move(self._game, self.state, actor, partner))

    @staticmethod
    def partners() -> Mapping[str, Partner]:
        """Who can sit opposite in this game."""
        return PARTNERS

    def _brought_in(self) -> Self | None:
        """The dry year's inject, as soon as the game allows it; None when there is nothing to bring in."""
        dry = driest_inject(self.case) if self.year == DRY_YEAR else None
        for choice in self._game.lawful(self.state, FACILITATOR):
            if choice.kind == "inject" and choice.data["inject"] == dry:
                return self._with(choice.move(f"{self.count + 1}:{FACILITATOR}"))
        return None

    def add(self, side: str, kind: str, data: Mapping[str, Any]) -> Self:
        """Add a side's move, and leave it at that; one tap moves the first of its seats that may do so."""
        seat = next((seat for seat in self._able(side) if self._may(seat, kind, data)), self.seat(side))
        return self._with(Move(id=f"{self.count + 1}:{seat}", seat=seat, kind=kind, data=data))

    def _with(self, move: Move) -> Self:
        state = self._game.apply(self.state, move)  # an unlawful move does not get into the record
        return replace(self, record=self.record.add(move), state=state)

    # --- what is known

    @property
    def _game(self) -> Any:
        return GAMES[self.record.case.game]

    @property
    def _sides(self) -> Delegations:
        return Delegations.of(self.case, self.record.seats)

    @property
    def case(self) -> Case:
        """What is played."""
        return self.record.case

    @property
    def count(self) -> int:
        """How many moves were made; a button remembers it, so that a second tap finds the table changed."""
        return len(self.record.moves)

    @property
    def people(self) -> tuple[str, ...]:
        """The sides that people play."""
        held = {taken.id for taken in self.record.seats if taken.holder is not Holder.PARTNER}
        return tuple(side for side, seat in self._sides.spokespersons.items() if seat in held)

    @property
    def due(self) -> str | None:
        """The side that has to do something now; None when it is nature's turn or the game is over."""
        return next((side for side in self._sides.seats if self._waited_for(side)), None)

    @property
    def talking(self) -> bool:
        """Whether the sides are talking."""
        return bool(self.state.phase is Phase.TALK)

    @property
    def over(self) -> bool:
        """Whether all the years of the case are over."""
        return turn(self._game, self.state) is None

    @property
    def year(self) -> int:
        """The year that is being talked about or lived, from 1."""
        return int(self.state.year)

    @property
    def talk(self) -> Mapping[str, Any]:
        """This year's talks as everybody sees them."""
        return dict(self.view(None)["talk"])

    @property
    def closed(self) -> tuple[Mapping[str, Any], ...]:
        """The years that are over, without anybody's points."""
        return tuple(self.view(None)["closed"])

    def view(self, side: str | None) -> Mapping[str, Any]:
        """What a side may see; None: what everybody sees."""
        seen: Mapping[str, Any] = self._game.view(self.state, self.seat(side) if side else None)
        return seen

    def lawful(self, side: str, kind: str) -> tuple[Choice, ...]:
        """What a side may do of one kind now."""
        return tuple(
            choice for seat in self._able(side) for choice in self._game.lawful(self.state, seat) if choice.kind == kind
        )

    def _able(self, side: str) -> tuple[str, ...]:
        """The seats of a side that may do something now, the one that speaks for it first."""
        first = self.seat(side)
        seats = (first, *(seat for seat in self._sides.seats[side] if seat != first))
        return tuple(seat for seat in seats if self._game.lawful(self.state, seat))

    def _waited_for(self, side: str) -> tuple[str, ...]:
        """Those of them that the table waits for; others may do something, and need not."""
        return tuple(seat for seat in self._able(side) if waited_for(self._game, self.state, seat))

    def _may(self, seat: str, kind: str, data: Mapping[str, Any]) -> bool:
        """Whether a seat may make such a move now; whose decision it is stands in the particulars."""
        return any(
            choice.kind == kind and all(data.get(name) == value for name, value in choice.data.items())
            for choice in self._game.lawful(self.state, seat)
        )

    def seat(self, side: str) -> str:
        """The seat that speaks for a side."""
        return self._sides.spokespersons[side]

    def side_of(self, seat: str) -> str:
        """The side of a seat."""
        return str(self.case.seats[seat]["side"])

    def other(self, side: str) -> str:
        """The side opposite."""
        return self._sides.other(side)


def driest_inject(case: Case) -> str | None:
    """The inject with which the least water comes; None in a case without one that brings less than a normal year."""
    factors = {name: float(inject.get("inflow_factor", 1.0)) for name, inject in case.injects.items()}
    driest = min(factors, key=lambda name: factors[name], default=None)
    return None if driest is None or factors[driest] >= 1 else driest
