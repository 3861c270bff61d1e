"""The rehearsal of a guide as data: a simulated group, moments of the session, and what a trainer can do in each."""

from dataclasses import dataclass

from dastarkhan.guides.vocabulary import Help, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the simulated group, known by a thing or a place, never by a name."""

    id: str
    name: Text
    here: bool = True
    at_ease: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a trainer can do in a moment, what the group does then, and why.

    Attributes
    ----------
    speaks, opens, closes, comes, goes : tuple of str
        Who speaks, who feels at ease again, who draws back, who comes, who leaves.
    min : int
        Minutes that it takes from the plan.
    """

    id: str
    do: Text
    then: Text
    why: Text
    helps: Help
    min: int
    speaks: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of the session: what you see and hear, and what you can do now.

    `step` and `card` are the step it happens in and the card that helps.
    """

    id: str
    step: str
    card: str
    see: Text
    choices: tuple[Move, ...]
    speaks: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A quarter of an hour with a simulated group."""

    minutes: int
    people: tuple[Person, ...]
    moments: tuple[Moment, ...]
