"""The kit's rivers, on which the lesson can be played."""

from functools import cache

from simulations.games import case_names, read_case
from simulations.table import Case


@cache
def rivers() -> tuple[str, ...]:
    """The kit's cases on which two sides can talk."""
    return tuple(name for name in case_names("river") if "talks" in river(name).data)


@cache
def river(name: str) -> Case:
    """One of the kit's cases; read once, for it never changes while a lesson is open."""
    return read_case(name)
