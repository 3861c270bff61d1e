"""What happened at a table, read off its moves: the talks step by step, and how they ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dastarkhan.lessons.debrief.world import World, world_of
from simulations.games import GAMES
from simulations.games.results import TableResult, table_result
from simulations.games.river_years import weather
from simulations.games.talks import Talk
from simulations.table import FACILITATOR, Case, Move, Record

TOLD = ("offer", "sponsor", "accept", "reject", "improve", "withdraw", "ask", "tell", "break", "close")
"""Moves of a seat that are a step of the talks; to let somebody else speak is none."""

FROM_OUTSIDE = ("inject", "seat_leave", "seat_return", "card")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move of the talks, and the talks right after it.

    Attributes
    ----------
    year : int
        1 at a table of packages.
    move : Move
    talk : Talk
    """

    year: int
    move: Move
    talk: Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfTalks:
    """How the talks of one year ended; a table of packages has one year.

    Attributes
    ----------
    year : int
    talk : Talk
    world : World
        What could have been agreed.
    card : str or None
        What nature brought afterwards.
    """

    year: int
    talk: Talk
    world: World
    card: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    Attributes
    ----------
    number : int
        From 1, in the order of the files; no name of a person.
    record : Record
    steps : tuple of Step
    years : tuple of YearOfTalks
    facts : mapping
        The game's own ``debrief``.
    injects : tuple of str
        What the trainer brought in, in its order.
    """

    number: int
    record: Record
    steps: tuple[Step, ...]
    years: tuple[YearOfTalks, ...]
    facts: Mapping[str, Any]
    injects: tuple[str, ...]

    @property
    def case(self) -> Case:
        """What was played."""
        return self.record.case

    @property
    def agreed(self) -> YearOfTalks | None:
        """The newest talks that came to an agreement; None when none did."""
        return next((one for one in reversed(self.years) if one.talk.agreement), None)

    @property
    def result(self) -> TableResult:
        """The same measure that the wall of a live table has."""
        return table_result(self.facts)


@lru_cache(maxsize=48)
def table_of(number: int, text: str) -> Table:
    """Play a record through and note what was said.

    Parameters
    ----------
    number : int
        Of the table, from 1.
    text : str
        The record as text: equal texts are played once.
    """
    record = Record.from_text(text)
    game = GAMES[record.case.game]
    state: Any = game.open(record.case, record.seats, record.seed)
    talks: dict[int, Talk] = {_year(state): state.talk}
    steps: list[Step] = []
    for move in record.moves:
        year = _year(state)
        before, state = state.talk, game.apply(state, move)
        if _year(state) == year:
            talks[year] = state.talk
        else:
            talks.setdefault(_year(state), state.talk)
        if move.kind in TOLD or move.kind in FROM_OUTSIDE:
            steps.append(Step(year=year, move=move, talk=state.talk if _year(state) == year else before))
    facts = game.debrief(state)
    return Table(
        number=number,
        record=record,
        steps=tuple(steps),
        years=_years(record.case, talks, facts),
        facts=facts,
        injects=tuple(str(move.data.get("inject", "")) for move in record.moves if move.kind == "inject"),
    )


def _year(state: Any) -> int:
    return int(getattr(state, "year", 1))


def _years(case: Case, talks: Mapping[int, Talk], facts: Mapping[str, Any]) -> tuple[YearOfTalks, ...]:
    cards = {int(closed["year"]): str(closed["card"]) for closed in facts.get("years", ())}
    injects = tuple(facts.get("injects", ()))
    played = tuple(cards) if "years" in facts and facts["over"] else tuple(talks)  # the next one was opened perhaps
    return tuple(
        YearOfTalks(year=year, talk=talk, world=world_of(case, year, injects), card=cards.get(year))
        for year, talk in talks.items()
        if year in played
    )


def is_dry(case: Case, card: str | None) -> bool:
    """Whether a year brought less water than a normal one."""
    return card is not None and weather(case).get(card, 1.0) < 1


def side_of(case: Case, seat: str) -> str:
    """The side of a seat; ``"none"`` for a mediator, and for who sits at no side."""
    return str(case.seats[seat]["side"]) if seat in case.seats else FACILITATOR
