"""What may be shown after the talks, in which order, and what of it keeps every table's secret on the wall."""

from collections.abc import Sequence

from dastarkhan.live.room.stages import Release
from simulations.games.results import enough_for_dots, enough_for_years

TWO = 2


def releases_of(game: str) -> tuple[Release, ...]:
    """Return the steps of a debrief in their order; harder years are a river's."""
    return tuple(one for one in Release if one is not Release.STRESS or game == "river")


def on_the_wall(what: Release, agreed: Sequence[bool]) -> bool:
    """Tell whether the wall may show a step of tables of which these have an agreement.

    Dots have one mark for each table, harder years one row for each agreement. Answers are counted together; yet where
    there are two tables, what is not one's own is the other's. A table alone sees its own.
    """
    if what is Release.RELATIONS:
        return len(agreed) != TWO
    if what is Release.STRESS:
        return enough_for_years(agreed)
    return what is Release.DOTS and enough_for_dots(agreed)


def worth_giving(what: Release, agreed: Sequence[bool]) -> bool:
    """Tell whether a step shows anything to anybody: on the wall, or on the phones of a table."""
    if what is Release.STRESS:
        return any(agreed)
    return what is Release.OWN or on_the_wall(what, agreed)
