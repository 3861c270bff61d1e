"""Who sits at the table of two sides, and whose turn it is."""

from collections.abc import Mapping
from typing import Any

from simulations.table import Case


def deciding_seats(case: Case) -> dict[str, str]:
    """Who decides for each side: the seat of its first decision, else its first required seat.

    Returns
    -------
    dict
        Side to seat, for every side of the case.
    """
    seats = [decision["seat"] for decision in case.decisions.values()]
    seats += [seat for seat, about in case.seats.items() if about.get("required")]
    sides = {side: [seat for seat in seats if case.seats[seat]["side"] == side] for side in case.sides}
    return {side: found[0] for side, found in sides.items() if found}


def has_the_word(talk: Mapping[str, Any], sides: tuple[str, ...]) -> str:
    """Whose turn it is: who was asked, then who has an offer before them, then who speaks."""
    against = {side: next(one for one in sides if one != side) for side in sides}
    for asked in talk["asked"]:
        if asked["answer"] is None:
            return against[asked["side"]]
    if talk["offer"]:
        return against[talk["offer"]["side"]]
    return str(talk["speaking"] or sides[0])
