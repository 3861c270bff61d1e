"""The river game: two sides, a river, years that nature draws and the sides decide."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulations.errors import KitError
from simulations.games.outcomes import alone_decisions, outcome, table_points, together_decisions
from simulations.games.river_partners import PARTNERS, alone
from simulations.games.river_phases import NOTHING, PLAN, RULES, Phase, RiverState, decider
from simulations.games.river_years import points, year
from simulations.table import FACILITATOR, Case, Choice, Move, Seat, TableGame
from simulations.table.plain import freeze_mapping

__all__ = ["PARTNERS", "Phase", "River", "RiverState", "alone", "points", "year"]


class River(TableGame):
    """Years on a shared river: nature draws, the sides decide, the outcome table says what comes of it."""

    partner = staticmethod(alone)

    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> RiverState:
        """Return the first state.

        Raises
        ------
        KitError
            ``river.nobody_decides`` when a decision's seat is empty and nobody covers it.
        """
        state = RiverState(case=case, seats=seats, seed=seed, decided=NOTHING)
        for name, decision in case.decisions.items():
            if decider(state, decision["seat"]) is None:
                raise KitError("river.nobody_decides", decision=name, seat=decision["seat"])
        return state

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Return what the phase allows, and the injects for the facilitator."""
        if state.phase is Phase.OVER:
            return ()
        if seat == FACILITATOR:
            return self._injects(state)
        return RULES[state.phase].choices(state, seat)

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Apply a lawful move, then go on to the phase that it opens."""
        if move.kind == "inject":
            name = move.data["inject"]
            card = name if "inflow_factor" in state.case.injects[name] else state.card
            return replace(state, card=card, injects=(*state.injects, name))
        state = RULES[state.phase].advance(state, move)
        return _next_phase(state) if RULES[state.phase].done(state) else state

    def view(self, state: RiverState, seat: str | None) -> Mapping[str, object]:
        """Return what everybody sees; for a seat also its own numbers and its own side's points.

        Points of a side are seen by that side alone until the debrief; decisions of this year by nobody else.
        """
        case = state.case
        seen: dict[str, object] = {
            "year": state.year,
            "years": case.data["years"],
            "phase": state.phase.value,
            "card": state.card,
            "weights": {name: card["weight"] for name, card in case.cards.items()},
            "injects": state.injects,
            "decisions": tuple(case.data["outcomes"]["decisions"]),
            "decided": tuple(state.decided),
            "seats": tuple(taken.to_plain() for taken in state.seats),
            "closed": tuple(_seen_year(closed, None, case) for closed in state.closed),
        }
        if seat is None:
            return seen
        taken = state.seat(seat)
        side = case.seats[seat]["side"]
        mine = {name for name, decision in case.decisions.items() if decision["seat"] in taken.speaks_for}
        seen["closed"] = tuple(_seen_year(closed, side, case) for closed in state.closed)
        seen["worth"] = _worth(case, side)
        seen["you"] = {
            "seat": seat,
            "side": side,
            "covers": taken.covers,
            "private": {one: case.seats[one].get("private", {}) for one in taken.speaks_for},
            "decisions": tuple(sorted(mine)),
            "decided": {name: value for name, value in state.decided.items() if name in mine},
        }
        return seen

    def debrief(self, state: RiverState) -> Mapping[str, object]:
        """Return the years with both sides' points, and what each year brings alone and at the best together."""
        case = state.case
        totals = {side: sum(closed["results"][f"{side}_points"] for closed in state.closed) for side in case.sides}
        table, cards = case.data["outcomes"], [closed["card"] for closed in state.closed]
        return {
            "agreement": None,
            "over": state.phase is Phase.OVER,
            "years": state.closed,
            "points": totals,
            "alone": tuple(_year_of(case, card, alone_decisions(table, case, card)) for card in cards),
            "best_together": tuple(_year_of(case, card, together_decisions(table, card)) for card in cards),
        }

    def _injects(self, state: RiverState) -> tuple[Choice, ...]:
        """Offer what was not brought in this year; an inject that changes the inflow follows the card."""
        return tuple(
            Choice(seat=FACILITATOR, kind="inject", data={"inject": name})
            for name, inject in state.case.injects.items()
            if name not in state.injects and ("inflow_factor" not in inject or state.card is not None)
        )


def _next_phase(state: RiverState) -> RiverState:
    place = PLAN.index(state.phase) + 1
    return replace(state, phase=PLAN[place]) if place < len(PLAN) else _close_year(state)


def _close_year(state: RiverState) -> RiverState:
    """Look the year up in the outcome table and begin the next one, or end the game."""
    closed = {
        "year": state.year,
        "card": state.card,
        "injects": state.injects,
        "decisions": dict(state.decided),
        "results": outcome(state.case, str(state.card), state.decided),
    }
    state = replace(state, closed=(*state.closed, freeze_mapping(closed)), card=None, decided=NOTHING, injects=())
    if state.year >= state.case.data["years"]:
        return replace(state, phase=Phase.OVER)
    return replace(state, year=state.year + 1, phase=PLAN[0])


def _seen_year(closed: Mapping[str, Any], side: str | None, case: Case) -> dict[str, Any]:
    """Return a closed year without the points of others."""
    hidden = {f"{other}_points" for other in case.sides if other != side}
    return {**closed, "results": {name: value for name, value in closed["results"].items() if name not in hidden}}


def _worth(case: Case, side: str) -> dict[str, dict[str, int]]:
    """Return a side's own points for every year there can be: card -> decisions' key -> points."""
    table = case.data["outcomes"]
    if side not in case.sides:
        return {}
    column = table["columns"].index(f"{side}_points")
    return {card: {key: row[column] for key, row in rows.items()} for card, rows in table["rows"].items()}


def _year_of(case: Case, card: str, decisions: Mapping[str, int]) -> dict[str, Any]:
    """Return a year that could have been: points of each side and, under ``points``, of all together."""
    by_side = table_points(case.data["outcomes"], card, decisions)
    return {"card": card, "decisions": decisions, "by_side": by_side, "points": sum(by_side.values())}
