"""What a moment is made of: what a camera would have shown, sentences about it, readings, and two people's own view."""

from dataclasses import dataclass

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words

SIDES = ("mill", "willow")
SEEN, TAKEN, FELT = "seen", "taken", "felt"
ME, MOMENT, HABIT = "me", "moment", "habit"


def sentence_kinds(_: Words) -> tuple[Kind, ...]:
    """Three things that one sentence can do."""
    return (
        Kind(key=SEEN, name=_("Seen or heard"), says=_("a camera or a phone could have caught it")),
        Kind(key=TAKEN, name=_("Taken to mean"), says=_("what I make of it: a meaning, an intention, a judgement")),
        Kind(key=FELT, name=_("Felt"), says=_("what happened in me, and nobody can be wrong about that")),
    )


def reading_kinds(_: Words) -> tuple[Kind, ...]:
    """Three places to look for a reading; the first comes by itself, the others have to be looked for."""
    return (
        Kind(key=ME, name=_("It is about me"), says=_("they mean me by it, well or badly")),
        Kind(key=MOMENT, name=_("It is about the moment"), says=_("hurry, noise, tiredness, a phone without power")),
        Kind(key=HABIT, name=_("It is how this person does it"), says=_("learned in one house, one team, one kitchen")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a moment.

    Attributes
    ----------
    kind : str
        ``"me"``, ``"moment"`` or ``"habit"``.
    text : str
        What one then believes; never shown as the right one.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How one of the two saw it.

    Attributes
    ----------
    who : str
        Name and town.
    woman : bool
        So that a test can count.
    old : bool
        Whether this is somebody older.
    says : str
        In their own words.
    """

    who: str
    woman: bool
    says: str
    old: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment between two people of two towns.

    Attributes
    ----------
    key : str
        Its name in the saved work, and on paper.
    reader : str
        The side of the person who wonders, ``"mill"`` or ``"willow"``.
    title : str
        Two or three words.
    text : str
        What a camera would have shown, and nothing else.
    sentences : tuple of Scene
        What the wondering person says about it, to be put into kinds; a reason for each kind.
    readings : tuple of Reading
        Three, one of each kind. There may be more.
    mill, willow : Voice
        The same moment from both banks.
    ask : str
        What one of them could ask or say, so that nobody loses face.
    """

    key: str
    reader: str
    title: str
    text: str
    sentences: tuple[Scene, Scene]
    readings: tuple[Reading, Reading, Reading]
    mill: Voice
    willow: Voice
    ask: str


def sentence(key: str, text: str, kind: str, *, seen: str, taken: str, felt: str) -> Scene:
    """Make a sentence with its three reasons."""
    return Scene(key=key, text=text, kind=kind, why={SEEN: seen, TAKEN: taken, FELT: felt})


def readings(*, me: str, moment: str, habit: str) -> tuple[Reading, Reading, Reading]:
    """Make three readings in the order in which they mostly come."""
    return Reading(kind=ME, text=me), Reading(kind=MOMENT, text=moment), Reading(kind=HABIT, text=habit)
