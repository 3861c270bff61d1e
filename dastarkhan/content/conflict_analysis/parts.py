"""What a case of this lesson is made of: people, briefings, two maps, two memories, and who is missing."""

import re
from dataclasses import dataclass

from dastarkhan.content.pieces import Scene

MILL, WILLOW, BOTH = "mill", "willow", "both"
SIDES = (MILL, WILLOW)
COMMA = re.compile("[,\u060c]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody on the map: one invented person, who speaks for those around them.

    Attributes
    ----------
    key : str
        Their name in ties and in the saved work.
    name : str
        What stands on the map, in a few words.
    who : str
        Who it is, in one or two sentences.
    town : str
        ``"mill"``, ``"willow"``, or ``"both"`` for whoever lives between them.
    gender : str
        ``"woman"`` or ``"man"``, so that a test can count.
    age : int
        In years.
    place : tuple of float
        Where it stands on every map, from 0 to 1: left to right, and bottom to top. It is no geography. All stand in
        a ring, so that no line runs over a third person.
    """

    key: str
    name: str
    who: str
    town: str
    gender: str
    age: int
    place: tuple[float, float]

    @property
    def first_name(self) -> str:
        """What they are called: what stands before the first comma of `who`, in every language."""
        return COMMA.split(self.who, maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One line of a map.

    Attributes
    ----------
    one, other : str
        Keys of two parties.
    kind : str
        Key of a kind of tie: ``"trust"``, ``"trade"``, ``"need"``, ``"quarrel"`` or ``"silence"``.
    why : str
        What in the briefing speaks for it, in a sentence.
    """

    one: str
    other: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One point of the two memories of a case.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    when : str
        Its day, as both would say it.
    mill, willow : str
        What each side tells of it; empty where a side does not tell it at all.
    """

    key: str
    when: str
    mill: str
    willow: str

    @property
    def told_by(self) -> str:
        """Who tells it: ``"mill"``, ``"willow"`` or ``"both"``."""
        return BOTH if self.mill and self.willow else MILL if self.mill else WILLOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Somebody, or something alive, whom the quarrel touches and whom nobody has asked.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        In a few words.
    touches : str
        How the quarrel reaches them.
    ask : str
        A question that one could bring to them.
    """

    key: str
    name: str
    touches: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One whole case.

    Attributes
    ----------
    key : str
        ``"sluice"`` or ``"market"``.
    title, about : str
        Its name, and what everybody knows of it.
    parties : tuple of Party
        All who can stand on a map.
    briefs : dict of str to tuple of str
        By side, the briefing in short paragraphs. Both are honest, and they differ.
    maps : dict of str to tuple of Tie
        By side, the map that its briefing leads to; an example, never the answer.
    moments : tuple of Moment
        Both memories, in the order of the days.
    missing : tuple of Missing
        Who is not at the table.
    record : tuple of str
        What a third person could have looked up. It comes after the two maps, never before.
    meet : str
        Where the needs of both sides touch.
    """

    key: str
    title: str
    about: str
    parties: tuple[Party, ...]
    briefs: dict[str, tuple[str, ...]]
    maps: dict[str, tuple[Tie, ...]]
    moments: tuple[Moment, ...]
    missing: tuple[Missing, ...]
    record: tuple[str, ...]
    meet: str


def of_case(scenes: tuple[Scene, ...], case: str) -> tuple[Scene, ...]:
    """The scenes of one case, in their order; a scene's key begins with its case."""
    return tuple(scene for scene in scenes if scene.key.startswith(f"{case}_"))
