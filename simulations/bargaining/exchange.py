"""Negotiations in the field's exchange format, the XML files of GENIUS that NegMAS reads too."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree

from simulations.bargaining.exchange_reading import from_genius
from simulations.bargaining.negotiation import Negotiation, Party

__all__ = ["GeniusFiles", "from_genius", "to_genius"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeniusFiles:
    """A negotiation as files: the issues, and one profile for each party.

    Parameters
    ----------
    domain : str
        The text of the domain file.
    profiles : mapping of str to str
        By party, the text of its profile: what it wants, and what it has without an agreement.
    """

    domain: str
    profiles: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "profiles", MappingProxyType(dict(self.profiles)))


def to_genius(negotiation: Negotiation) -> GeniusFiles:
    """Write a negotiation as GENIUS files.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    GeniusFiles

    Notes
    -----
    The format knows utilities from 0 to 1. A party's worst package becomes 0 and its best one 1, so that
    points = worst + (best - worst) * utility: one scale and one shift for each party. An issue weighs what it can
    move; its best option counts 1 and its worst 0 (1 as well where all are worth the same to the party). Then those
    who divide by an issue's largest evaluation, as GENIUS does, and those who do not, as NegMAS, read the same. The
    reservation is written on the same scale and may lie outside 0 to 1.

    Examples
    --------
    >>> from simulations.bargaining import Issue
    >>> water = Issue(key="water", options=("little", "much"))
    >>> springs = Party(key="springs", values={"water": [50, 10]}, reservation=20)
    >>> files = to_genius(Negotiation(issues=(water,), parties=(springs,)))
    >>> print(files.profiles["springs"])
    <utility_space>
      <objective index="0" name="negotiation" description="" type="objective" etype="objective">
        <issue index="1" name="water" type="discrete" etype="discrete" vtype="discrete">
          <item index="1" value="little" evaluation="1.0" />
          <item index="2" value="much" evaluation="0.0" />
        </issue>
        <weight index="1" value="1.0" />
      </objective>
      <discount_factor value="1.0" />
      <reservation value="0.25" />
    </utility_space>
    """
    template = ElementTree.Element("negotiation_template")
    space = ElementTree.SubElement(template, "utility_space", number_of_issues=str(len(negotiation.issues)))
    _objective(space, negotiation, None)
    profiles = {party.key: _profile(negotiation, party) for party in negotiation.parties}
    return GeniusFiles(domain=_text(template), profiles=profiles)


def _profile(negotiation: Negotiation, party: Party) -> str:
    root = ElementTree.Element("utility_space")
    objective = _objective(root, negotiation, party)
    rooms = {key: max(row) - min(row) for key, row in party.values.items()}
    room = sum(rooms.values()) or 1.0
    for number, issue in enumerate(negotiation.issues, start=1):
        ElementTree.SubElement(objective, "weight", index=str(number), value=repr(rooms[issue.key] / room))
    ElementTree.SubElement(root, "discount_factor", value="1.0")
    worst = sum(min(row) for row in party.values.values())
    ElementTree.SubElement(root, "reservation", value=repr((party.reservation - worst) / room))
    return _text(root)


def _objective(root: ElementTree.Element, negotiation: Negotiation, party: Party | None) -> ElementTree.Element:
    """Add the issues to a file, with what their options are worth to a party, if it is one's."""
    named = {"index": "0", "name": "negotiation", "description": "", "type": "objective", "etype": "objective"}
    objective = ElementTree.SubElement(root, "objective", named)
    for number, issue in enumerate(negotiation.issues, start=1):
        kind = dict.fromkeys(("type", "etype", "vtype"), "discrete")
        listed = ElementTree.SubElement(objective, "issue", {"index": str(number), "name": issue.key, **kind})
        for place, option in enumerate(issue.options):
            item = ElementTree.SubElement(listed, "item", index=str(place + 1), value=option)
            if party is not None:
                item.set("evaluation", repr(_evaluation(party.values[issue.key], place)))
    return objective


def _evaluation(row: tuple[float, ...], place: int) -> float:
    least, most = min(row), max(row)
    return (row[place] - least) / (most - least) if most > least else 1.0


def _text(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode")
