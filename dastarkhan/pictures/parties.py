"""How a party looks wherever it appears: colour and pattern and letter, so that none of the three is needed alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dastarkhan.languages import Words
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    from simulations.table import Case

SHARED = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLook:
    """One party's name, letter, colour and pattern.

    `colour_name` is a token; `pattern` is a name from `PATTERNS` ("" is plain); `css_class` goes with
    `dk-seal` on a page.
    """

    key: str
    name: str
    letter: str
    colour_name: str
    pattern: str
    css_class: str

    @property
    def colour(self) -> str:
        """The party's colour as `#rrggbb`."""
        return colour(self.colour_name)

    @property
    def fill(self) -> dict[str, Any]:
        """Colour, pattern and a thin edge, as keywords of `Sheet.shape` and its kin."""
        look = {"fill": self.colour, "pattern": self.pattern, "pattern_ink": self.soft}
        return {**look, "edge": self.colour, "stroke": 0.9} if self.pattern else look

    @property
    def soft(self) -> str:
        """The soft ground of the same hue."""
        return colour(f"{self.colour_name}-soft")


def missing_fill() -> dict[str, Any]:
    """What stands for an unmet need wherever it appears: pomegranate stripes on a light ground."""
    return {"fill": colour("pomegranate-soft"), "pattern": "missing", "pattern_ink": colour("pomegranate")}


def first_party(*, key: str = "first", name: str = "", letter: str = "") -> PartyLook:
    """Give the look of the party named first in a case: river, plain."""
    return _look("river", "", "dk-party-1", key, name, letter)


def second_party(*, key: str = "second", name: str = "", letter: str = "") -> PartyLook:
    """Give the look of the party named second in a case: apricot, stripes."""
    return _look("apricot", "stripes", "dk-party-2", key, name, letter)


def shared_look(*, key: str = SHARED, name: str = "", letter: str = "") -> PartyLook:
    """Give the look of nature and of what belongs to both banks: sage, dots."""
    return _look("sage", "dots", "dk-nature", key, name, letter)


def _look(colour_name: str, pattern: str, css_class: str, key: str, name: str, letter: str) -> PartyLook:
    return PartyLook(key=key, name=name, letter=letter, colour_name=colour_name, pattern=pattern, css_class=css_class)


def party_looks(case: "Case", _: Words) -> dict[str, PartyLook]:
    """Give every side of a case its look, in the case's order, and one more under "both".

    Names and letters come in the reader's language from the case's catalog.
    """
    makers = (first_party, second_party)
    looks = {}
    for make, side in zip(makers, case.sides, strict=False):
        name, letter = _.case(case, f"sides.{side}.name"), _.case(case, f"sides.{side}.letter")
        looks[side] = make(key=side, name=name, letter=letter)
    looks[SHARED] = shared_look(name=_("Nature"))
    return looks
