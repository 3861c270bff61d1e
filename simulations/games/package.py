"""The package game: two to eight sides settle several terms at once, each knowing only what they mean to itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from simulations.errors import KitError
from simulations.games.delegations import LEAST_SIDES, Delegations
from simulations.games.floor import TIME_UP, Floor, may_say, reseated, said
from simulations.games.package_debrief import debrief
from simulations.games.package_partners import linear
from simulations.games.package_points import options_of
from simulations.games.package_view import view
from simulations.games.talks import NOBODY_SAYS, NoAgreement, Reason, Talk
from simulations.table import FACILITATOR, NATURE, Case, Choice, Move, Seat, State, TableGame

__all__ = ["Package", "PackageState"]

REASONS = tuple(reason.value for reason in Reason if reason is not Reason.DRY_YEARS)
CLOSING = tuple(reason.value for reason in NoAgreement if reason not in (NoAgreement.DRY_YEARS, *NOBODY_SAYS))


class Clock(NamedTuple):
    """How far the talks are.

    Attributes
    ----------
    round : int
        From 1; in a round every side at the table, and the mediators, have the word once.
    rounds : int
        How many there are, news about the time included; the one that runs is finished.
    turns : int
        How often the word passes in all.
    """

    round: int
    rounds: int
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageState(State):
    """Where the talks stand; all numbers are whole.

    Attributes
    ----------
    talk : Talk
    injects : tuple of str
        What the facilitator brought in, in order.
    delegations : Delegations
        Who sits on which side; it follows from the seats.
    clock : Clock
        How far the talks are; it follows from the talk and the injects.
    """

    talk: Talk
    injects: tuple[str, ...] = ()
    delegations: Delegations = field(init=False, repr=False, compare=False)
    clock: Clock = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        delegations = Delegations.of(self.case, self.seats)
        n_speakers = len(delegations.speakers)
        now = (self.talk.turn - 1) // n_speakers + 1
        less = sum(int(self.case.injects[name].get("rounds_less", 0)) for name in self.injects)
        rounds = max(now, int(self.case.data["talks"]["rounds"]) - less)
        object.__setattr__(self, "delegations", delegations)
        object.__setattr__(self, "clock", Clock(round=now, rounds=rounds, turns=rounds * n_speakers))


class Package(TableGame):
    """Talks about packages: one option for every term, agreed together or not at all.

    An offer is agreed when every side at the table stands behind it, as its spokesperson and at least half of its
    seats; a case may name who has to agree, and how many. No agreement is a result: each side has what it has alone.
    """

    partner = staticmethod(linear)

    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> PackageState:
        """Return the first state; the first side at the table begins.

        Raises
        ------
        KitError
            ``package.too_few_sides`` when fewer than two sides have a seat at the table.
        """
        present = tuple(Delegations.of(case, seats).spokespersons)
        if len(present) < LEAST_SIDES:
            raise KitError("package.too_few_sides", value=present, allowed=tuple(case.sides))
        return PackageState(case=case, seats=seats, seed=seed, talk=Talk(speaking=present[0]))

    def choices(self, state: PackageState, seat: str) -> tuple[Choice, ...]:
        """Return what a seat may say; for the facilitator the injects, and the end of the talks."""
        if state.talk.over or seat == NATURE:
            return ()
        if seat == FACILITATOR:
            injects = tuple(
                Choice(seat=FACILITATOR, kind="inject", data={"inject": name})
                for name in state.case.injects
                if _can_come(state, name)
            )
            return (*injects, TIME_UP)
        return may_say(_floor(state), state.talk, seat)

    def advance(self, state: PackageState, move: Move) -> PackageState:
        """Apply a lawful move."""
        if move.kind == "inject":
            return replace(state, injects=(*state.injects, move.data["inject"]))
        return replace(state, talk=said(_floor(state), state.talk, move))

    def reseated(self, state: PackageState) -> PackageState:
        """Look at the talks again after seats left or came back."""
        return replace(state, talk=reseated(_floor(state), state.talk))

    def view(self, state: PackageState, seat: str | None) -> Mapping[str, object]:
        """Return what everybody sees; for a seat also its own numbers and its own side's points."""
        return view(state, seat)

    def debrief(self, state: PackageState) -> Mapping[str, object]:
        """Return the agreement or why there is none, the path of offers, and what was possible."""
        return debrief(state)


def _floor(state: PackageState) -> Floor:
    return Floor(
        seats=state.delegations,
        terms=options_of(state.case),
        turns=state.clock.turns,
        reasons=REASONS,
        closing=CLOSING,
    )


def _can_come(state: PackageState, name: str) -> bool:
    """Tell whether an inject can come: once, and where it only shortens the time, while there is time left."""
    inject, clock = state.case.injects[name], state.clock
    only_time = "rounds_less" in inject and "private" not in inject
    return name not in state.injects and not (only_time and clock.rounds <= clock.round)
