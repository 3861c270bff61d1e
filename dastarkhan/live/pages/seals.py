"""How a side looks on a page: letter, colour and pattern together, two as in the lessons and up to eight."""

from dataclasses import dataclass

from dastarkhan.languages import Words
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


def seals(case: Case, _: Words) -> dict[str, Seal]:
    """Give every side of a case its seal, in the case's order."""
    return {
        side: Seal(
            name=_.case(case, f"sides.{side}.name"),
            letter=_.case(case, f"sides.{side}.letter"),
            css_class=f"side-{number}",
        )
        for number, side in enumerate(case.sides, 1)
    }


def seal_of(case: Case, side: str, _: Words, *, mediators: tuple[str, ...] = ()) -> Seal:
    """Give the seal of a side; who belongs to none has a plain ring.

    Parameters
    ----------
    case : Case
    side : str
        A side, ``"both"`` or ``"none"``.
    _ : Words
    mediators : tuple of str, optional
        Seats that speak where the side is ``"none"``: their names stand in its place.
    """
    if side in case.sides:
        return seals(case, _)[side]
    named = _.listed(_.case(case, f"seats.{seat}.name") for seat in mediators) if side == NO_SIDE else ""
    return Seal(name=named or _("No side"), letter="", css_class="side-0")
