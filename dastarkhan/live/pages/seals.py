"""How a side looks on a page: letter, colour and pattern together, two as in the lessons and up to eight."""

from dataclasses import dataclass
from functools import lru_cache

from dastarkhan.live.pages.environment import words_of
from simulations.games.talks import NO_SIDE
from simulations.table import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A side's sign beside its name.

    Attributes
    ----------
    name, letter : str
        In the reader's language; a mediator and an observer have no letter.
    css_class : str
        ``"side-1"`` to ``"side-8"`` in the order of the case; ``"side-0"`` for who belongs to no side.
    """

    name: str
    letter: str
    css_class: str


@lru_cache(maxsize=1024)
def seal_of(case: Case, side: str, lang: str, *, mediators: tuple[str, ...] = ()) -> Seal:
    """Give the seal of a side; who belongs to none has a plain ring.

    Parameters
    ----------
    case : Case
    side : str
        A side, ``"both"`` or ``"none"``.
    lang : str
    mediators : tuple of str, optional
        Seats that speak where the side is ``"none"``: their names stand in its place.
    """
    _ = words_of(lang)
    if side in case.sides:
        number = list(case.sides).index(side) + 1
        name, letter = (_.case(case, f"sides.{side}.{part}") for part in ("name", "letter"))
        return Seal(name=name, letter=letter, css_class=f"side-{number}")
    named = _.listed(_.case(case, f"seats.{seat}.name") for seat in mediators) if side == NO_SIDE else ""
    return Seal(name=named or _("No side"), letter="", css_class="side-0")


def seals(case: Case, lang: str) -> dict[str, Seal]:
    """Give every side of a case its seal, in the case's order."""
    return {side: seal_of(case, side, lang) for side in case.sides}
