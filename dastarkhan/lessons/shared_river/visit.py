"""A person's years on one bank: the river game's record, with a partner on the other bank."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.lessons.shared_river.saved_record import read_saved, saved_text
from simulations.errors import KitError
from simulations.games import GAMES, without_talks
from simulations.table import NATURE, Case, Holder, Move, Record, next_move, replay, seats_of, turn

FIRST_CARD = "normal"
SEED = 2  # a dry year, then a wet one: after the normal year the river surprises in both directions


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Which seat and which decision are a side's own in a year alone."""

    seat: str
    decision: str


DECIDERS: Mapping[str, Decider] = {
    "springs": Decider(seat="springs_water", decision="summer_release"),
    "gardens": Decider(seat="gardens_farms", decision="planted_share"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year that is over: its number, its card, both sides' decisions and the outcome table's whole numbers."""

    number: int
    card: str
    decisions: Mapping[str, int]
    results: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The years that one person lives on one side; every step gives a new visit.

    Parameters
    ----------
    side : str
        A key of `DECIDERS`.
    record : Record
        The game so far; nature's card of the year that is being decided lies open.
    """

    side: str
    record: Record

    @classmethod
    def begin(cls, case: Case, side: str) -> "Visit":
        """Sit down on a side; the first year is a normal one, so that it teaches before it surprises."""
        seats = seats_of(case, holders={DECIDERS[side].seat: Holder.PERSON})
        first = Move(id="1", seat=NATURE, kind="card", data={"card": FIRST_CARD})
        return cls(side=side, record=Record(case=without_talks(case), seats=seats, seed=SEED, moves=(first,)))

    @classmethod
    def read(cls, case: Case, side: str, text: object) -> "Visit | None":
        """Take up a visit that was saved, with the words that the case has now.

        None when it cannot be played on: by this version, and on the numbers of the case.
        """
        record = read_saved(text, without_talks(case), _numbers(case))
        if record is None:
            return None
        visit = cls(side=side, record=record)
        try:
            return visit if visit.deciding or visit.years else None
        except (KitError, KeyError, TypeError, ValueError):
            return None

    def text(self) -> str:
        """The game as it is saved."""
        return saved_text(self.record, _numbers(self.record.case))

    # --- steps

    def decide(self, value: int) -> "Visit":
        """Take the own decision, let partners take theirs, and close the year."""
        number = len(self.record.moves) + 1
        data = {"decision": self.decider.decision, "value": value}
        mine = Move(id=f"{number}:{self.decider.seat}", seat=self.decider.seat, kind="decide", data=data)
        visit = self._with(mine)
        while (actor := turn(GAMES[visit.record.case.game], visit._state)) not in (None, NATURE):
            visit = visit._with(next_move(GAMES[visit.record.case.game], visit._state, str(actor)))
        return visit

    def begin_year(self) -> "Visit":
        """Let nature lay the next year's card."""
        return self._with(next_move(GAMES[self.record.case.game], self._state, NATURE))

    def _with(self, move: Move) -> "Visit":
        record = self.record.add(move)
        replay(record)  # an unlawful move must not get into the record
        return Visit(side=self.side, record=record)

    # --- what is known

    @property
    def decider(self) -> Decider:
        """The seat and the decision that are the person's own."""
        return DECIDERS[self.side]

    @property
    def _state(self) -> Any:
        return replay(self.record)

    @property
    def deciding(self) -> bool:
        """Whether a card lies open and the person has to decide."""
        return self._state.card is not None

    @property
    def over(self) -> bool:
        """Whether all the years of the case have been lived."""
        return turn(GAMES[self.record.case.game], self._state) is None

    @property
    def number(self) -> int:
        """The year that is being decided, from 1."""
        return int(self._state.year)

    @property
    def card(self) -> str:
        """The card of the year that is being decided."""
        return str(self._state.card)

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that are over."""
        return tuple(
            Year(number=one["year"], card=one["card"], decisions=one["decisions"], results=one["results"])
            for one in self._state.closed
        )

    @property
    def last(self) -> Year:
        """The newest year that is over."""
        return self.years[-1]

    def hoped(self) -> dict[str, int]:
        """The largest of every decision: what one's own side would hope that the other does."""
        return {name: max(decision["options"]) for name, decision in self.record.case.decisions.items()}

    def wanted_tenth_mcm(self, demand: str) -> float:
        """What the planted part of a demand wanted in the last year, 0.1 million m3."""
        share = self.last.decisions["planted_share"] / 100
        return float(10 * share * sum(self.record.case.basin["nodes"][demand]["demand_mcm"]))

    def best_together(self) -> int:
        """The most points that both sides together could have had in the last year."""
        facts = GAMES[self.record.case.game].debrief(self._state)
        best: int = facts["best_together"][-1]["points"]  # type: ignore[index]
        return best


def _numbers(case: Case) -> str:
    """A mark of what a case's numbers were made from; words may change without harm to a saved game."""
    return str(case.data.get("outcomes", {}).get("made_from"))
