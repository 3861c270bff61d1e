"""What each seat of the package game may know."""

from typing import TYPE_CHECKING

from simulations.games.package_points import alone_of, options_of, points_of

if TYPE_CHECKING:
    from simulations.games.package import PackageState


def view(state: "PackageState", seat: str | None) -> dict[str, object]:
    """Return what everybody sees; for a seat also its own numbers and its own side's points.

    Everybody sees the talks with all offers, answers and reasons. A seat of a side also gets its ``private`` numbers,
    its side's points of every option and what its side has ``alone``. Who belongs to no side, and the wall, see none.
    """
    case, seats = state.case, state.delegations
    seen: dict[str, object] = {
        "injects": state.injects,
        "seats": tuple(taken.to_plain() for taken in state.seats),
        # Who left still stands behind old offers, so its side is told too.
        "sides": {taken.id: case.seats[taken.id]["side"] for taken in (*state.seats, *state.left)},
        "absent": tuple(side for side in case.sides if side not in seats.spokespersons),
        "speakers": seats.speakers,
        "mediators": seats.mediators,
        **seats.rule(),
        "talk": {
            "terms": options_of(case),
            **state.clock._asdict(),
            **state.talk.to_plain(),
        },
    }
    if seat is not None:
        seen["you"] = _own(state, seat)
    return seen


def _own(state: "PackageState", seat: str) -> dict[str, object]:
    """Return what only this seat may know."""
    case, taken = state.case, state.seat(seat)
    side = case.seats[seat]["side"]
    own: dict[str, object] = {
        "seat": seat,
        "side": side,
        "covers": taken.covers,
        "private": {one: case.seats[one].get("private", {}) for one in taken.speaks_for},
    }
    if side in case.sides:
        own["points"] = points_of(case, side, state.injects)
        own["alone"] = alone_of(case, side, state.injects)
        own["settles"] = state.delegations.settles(state.talk.offer, seat)
    return own
