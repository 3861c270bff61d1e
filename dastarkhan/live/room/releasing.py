"""What may be shown after the talks, in which order, and what of it keeps every table's secret on the wall."""

from dastarkhan.live.room.stages import Release
from simulations.games.results import enough_tables

TWO = 2


def releases_of(game: str) -> tuple[Release, ...]:
    """Return the steps of a debrief in their order; harder years are a river's."""
    return tuple(one for one in Release if one is not Release.STRESS or game == "river")


def on_the_wall(what: Release, n_tables: int) -> bool:
    """Tell whether the wall may show a step to so many tables.

    Dots and harder years have one mark for each table. Answers are counted together; yet where there are two tables,
    what is not one's own is the other's. A table alone sees its own.
    """
    if what is Release.RELATIONS:
        return n_tables != TWO
    return what is not Release.OWN and enough_tables(n_tables)


def worth_giving(what: Release, n_tables: int) -> bool:
    """Tell whether a step shows anything to anybody: on the wall, or on the phones of a table."""
    return what in (Release.OWN, Release.STRESS) or on_the_wall(what, n_tables)
