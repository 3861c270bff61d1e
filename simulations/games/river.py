"""The river game: two sides, a river, years that they talk about, nature draws and the sides decide."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulations.errors import KitError
from simulations.games.agreements import year_under
from simulations.games.delegations import Delegations
from simulations.games.floor import TIME_UP
from simulations.games.river_partners import PARTNERS, linear
from simulations.games.river_phases import (
    NOTHING,
    Decide,
    DecideEarly,
    Phase,
    PhaseRules,
    RiverState,
    Weather,
    decider,
)
from simulations.games.river_talks import Talks, opened
from simulations.games.river_view import debrief, view
from simulations.games.river_years import points, year
from simulations.games.talks import NoAgreement
from simulations.games.terms import has_data, is_blind, terms_in
from simulations.table import FACILITATOR, Case, Choice, Move, Seat, TableGame
from simulations.table.plain import freeze_mapping

__all__ = ["PARTNERS", "Phase", "River", "RiverState", "points", "year"]

TALKS = Talks()
RULES: Mapping[Phase, PhaseRules] = {
    Phase.TALK: TALKS,
    Phase.EARLY: DecideEarly(),
    Phase.WEATHER: Weather(),
    Phase.DECIDE: Decide(),
}
"""The phases of a year, in their order; one that has nothing to do is passed over."""
FINISH = Choice(seat=FACILITATOR, kind="finish")
"""The game ends with the year that was closed last: there is no time for another one."""


class River(TableGame):
    """Years on a shared river.

    In each year the sides talk about the terms that the case puts on the table. Then early decisions are taken, nature
    draws, and each side decides what no agreement settles. The outcome table says what comes of it.
    """

    partner = staticmethod(linear)

    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> RiverState:
        """Return the first state.

        Raises
        ------
        KitError
            ``river.nobody_decides`` when a decision's seat is empty and nobody covers it; ``river.nobody_talks`` when a
            side that is to talk has no seat at the table.
        """
        state = RiverState(case=case, seats=seats, seed=seed, decided=NOTHING, talk=opened(case, 1))
        for name, decision in case.decisions.items():
            if decider(state, decision["seat"]) is None:
                raise KitError("river.nobody_decides", decision=name, seat=decision["seat"])
        if "talks" in case.data:
            for side, taken in Delegations.of(case, seats).seats.items():
                if not taken:
                    raise KitError("river.nobody_talks", side=side)
        return _go_on(state)

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Return what the phase allows; for the facilitator the injects, and the end of the talks or of the game."""
        if state.phase is Phase.OVER:
            return ()
        if seat == FACILITATOR:
            injects = tuple(
                Choice(seat=FACILITATOR, kind="inject", data={"inject": name})
                for name in state.case.injects
                if _can_come(state, name)
            )
            ends = (TIME_UP,) if state.phase is Phase.TALK else ()
            return (*injects, *ends, *((FINISH,) if _between_years(state) else ()))
        return RULES[state.phase].choices(state, seat)

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Apply a lawful move, then go on to the phase that it opens."""
        if move.kind == "finish":
            return _finished(state)
        if move.kind != "inject":
            return _go_on(RULES[state.phase].advance(state, move))
        name = move.data["inject"]
        changes_card = state.card is not None and "inflow_factor" in state.case.injects[name]
        state = replace(state, card=name if changes_card else state.card, injects=(*state.injects, name))
        # Late data may ask for early decisions after all: the year is looked through again from there.
        return _go_on(replace(state, phase=Phase.EARLY)) if state.phase is Phase.WEATHER else state

    def reseated(self, state: RiverState) -> RiverState:
        """Look at the talks again after seats left or came back, and go on where that ends them."""
        return _go_on(TALKS.reseated(state)) if state.phase is Phase.TALK else state

    def view(self, state: RiverState, seat: str | None) -> Mapping[str, object]:
        """Return what everybody sees; for a seat also its own numbers and its own side's points.

        Points of a side are seen by that side alone until the debrief; decisions of this year by nobody else.
        """
        return view(state, seat)

    def debrief(self, state: RiverState) -> Mapping[str, object]:
        """Return agreements, the years with both sides' points, and what each could have brought."""
        return debrief(state)


def _can_come(state: RiverState, name: str) -> bool:
    """Tell whether an inject can come now: once a year, and not after what it changes has been decided.

    Data can only be late where they are shared, or may still be; nobody decides again who knew the card.
    """
    case, inject = state.case, state.case.injects[name]
    if name in state.injects:
        return False
    if "cancels" in inject:
        shared = inject["cancels"] in terms_in(case, state.year) if _talking(state) else has_data(case, state.agreement)
        return shared and state.card is None
    if "inflow_factor" in inject and state.card is not None:
        informed = has_data(case, state.agreement, state.injects)
        return all(is_blind(case, made, informed) for made in state.decided)
    return True


def _talking(state: RiverState) -> bool:
    return state.phase is Phase.TALK and not state.talk.over


def _between_years(state: RiverState) -> bool:
    """Tell whether a year is closed and nobody has said or decided anything in the next one."""
    begun = state.talk != opened(state.case, state.year) or bool(state.decided) or state.card is not None
    return bool(state.closed) and not begun


def _finished(state: RiverState) -> RiverState:
    """End the game as it would have ended if the year that was closed last had been the last of the case."""
    last = state.closed[-1]
    why_not = NoAgreement(last["no_agreement"]) if last["no_agreement"] else None
    talk = replace(opened(state.case, last["year"]), agreement=last["agreement"], no_agreement=why_not)
    return replace(state, year=last["year"], phase=Phase.OVER, talk=talk, injects=())


def _go_on(state: RiverState) -> RiverState:
    """Pass over phases that are done; after the last one close the year and begin the next, or end the game."""
    while state.phase is not Phase.OVER and RULES[state.phase].done(state):
        place = list(RULES).index(state.phase) + 1
        state = replace(state, phase=list(RULES)[place]) if place < len(RULES) else _close_year(state)
    return state


def _close_year(state: RiverState) -> RiverState:
    """Look the year up in the outcome table and begin the next one, or end the game."""
    lived = year_under(state.case, str(state.card), state.agreement, decided=state.decided, injects=state.injects)
    closed: dict[str, Any] = {
        "year": state.year,
        "card": state.card,
        "injects": state.injects,
        "decisions": lived.decisions,
        "agreement": state.agreement,
        "no_agreement": state.talk.no_agreement.value if state.talk.no_agreement else None,
        "results": lived.results,
        "points": lived.points,
        "parts": lived.parts,
    }
    state = replace(state, closed=(*state.closed, freeze_mapping(closed)), card=None, decided=NOTHING, injects=())
    if state.year >= state.case.data["years"]:
        return replace(state, phase=Phase.OVER)
    return replace(state, year=state.year + 1, phase=Phase.TALK, talk=opened(state.case, state.year + 1))
