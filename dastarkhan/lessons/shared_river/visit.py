"""A person's years on one bank: the river game's record, with a partner on the other bank."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.lessons.shared_river.saved_record import read_saved, saved_text
from simulations.errors import KitError
from simulations.games import GAMES, without_talks
from simulations.table import NATURE, Case, Holder, Move, Record, next_move, replay, seats_of, turn

SEED = 2
SHARES = (1.0, 0.7, 1.2)
"""Of a normal year's water, year by year: the first year teaches, then the river surprises in both directions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Which seat and which decision are a side's own in a year alone."""

    seat: str
    decision: str


def deciders(case: Case) -> dict[str, Decider]:
    """Who decides what on each side, in the order of the case's sides; a side that decides nothing is left out."""
    made: dict[str, Decider] = {}
    for name, one in case.decisions.items():
        made.setdefault(case.seats[one["seat"]]["side"], Decider(seat=one["seat"], decision=name))
    return {side: made[side] for side in case.sides if side in made}


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
        One of `deciders`.
    record : Record
        The game so far; nature's card of the year that is being decided lies open.
    """

    side: str
    record: Record

    @classmethod
    def begin(cls, case: Case, side: str) -> "Visit":
        """Sit down on a side; the first year is a normal one, so that it teaches before it surprises."""
        seats = seats_of(case, holders={deciders(case)[side].seat: Holder.PERSON})
        record = Record(case=without_talks(case), seats=seats, seed=SEED, moves=())
        return cls(side=side, record=record).begin_year()

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
        case, number = self.record.case, self.number
        if number > len(SHARES):
            return self._with(next_move(GAMES[case.game], self._state, NATURE))
        card = min(case.cards, key=lambda name: abs(case.cards[name]["inflow_factor"] - SHARES[number - 1]))
        return self._with(Move(id=f"{len(self.record.moves) + 1}", seat=NATURE, kind="card", data={"card": card}))

    def _with(self, move: Move) -> "Visit":
        record = self.record.add(move)
        replay(record)  # an unlawful move must not get into the record
        return Visit(side=self.side, record=record)

    # --- what is known

    @property
    def decider(self) -> Decider:
        """The seat and the decision that are the person's own."""
        return deciders(self.record.case)[self.side]

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
        """What one's own side would hope of every decision: much let go from a dam, little taken by others."""
        case = self.record.case
        kinds = {name: case.basin["nodes"][one["node"]]["kind"] for name, one in case.decisions.items()}
        return {
            name: (max if kinds[name] == "reservoir" else min)(one["options"]) for name, one in case.decisions.items()
        }

    def waits_for_others(self) -> bool:
        """Whether what others decide comes to one's own place with the water."""
        import networkx as nx

        case, own = self.record.case, self.own_node
        ways = nx.DiGraph((arc["from"], arc["to"]) for arc in case.basin["arcs"])
        others = (one["node"] for name, one in case.decisions.items() if name != self.decider.decision)
        return any(nx.has_path(ways, other, own) for other in others)

    @property
    def own_node(self) -> str:
        """The place of the river that the own decision is about."""
        return str(self.record.case.decisions[self.decider.decision]["node"])

    def best_together(self) -> int:
        """The most points that both sides together could have had in the last year."""
        facts = GAMES[self.record.case.game].debrief(self._state)
        best: int = facts["best_together"][-1]["points"]  # type: ignore[index]
        return best


def _numbers(case: Case) -> str:
    """A mark of what a case's numbers were made from; words may change without harm to a saved game."""
    return str(case.data.get("outcomes", {}).get("made_from"))
