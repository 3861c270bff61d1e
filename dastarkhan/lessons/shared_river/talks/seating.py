"""Who sits at the table of two sides, and who speaks for each."""

from functools import lru_cache

from simulations.games.delegations import Delegations
from simulations.table import Case, seats_of


@lru_cache(maxsize=16)
def table_of_two(case: Case) -> Delegations:
    """The smallest table at which a case can be talked about: every required seat, and one of a side without any."""
    seats = {side: [seat for seat, about in case.seats.items() if about["side"] == side] for side in case.sides}
    needed = {side: [seat for seat in each if case.seats[seat].get("required")] for side, each in seats.items()}
    taken = [seat for side, each in seats.items() for seat in (needed[side] or each[:1])]
    return Delegations.of(case, seats_of(case, taken))


def deciding_seats(case: Case) -> dict[str, str]:
    """The seat that speaks for each side at that table.

    Returns
    -------
    dict
        Side to seat, for every side of the case.
    """
    return dict(table_of_two(case).spokespersons)
