"""The simulated group: who is here, who has spoken, who is at ease, after what the trainer did."""

from collections.abc import Iterable
from dataclasses import dataclass

from dastarkhan.guides.rehearsal import Moment, Move, Rehearsal


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group between two moments.

    Attributes
    ----------
    here, spoken, at_ease : frozenset of str
        Ids of people. Whoever leaves has still spoken, but is not at ease.
    minutes : int
        Taken from the plan so far.
    """

    here: frozenset[str]
    spoken: frozenset[str]
    at_ease: frozenset[str]
    minutes: int


def beginning(rehearsal: Rehearsal) -> Group:
    """Give the group as it sits there before the first moment."""
    here = frozenset(one.id for one in rehearsal.people if one.here)
    shy = frozenset(one.id for one in rehearsal.people if not one.at_ease)
    return Group(here=here, spoken=frozenset(), at_ease=here - shy, minutes=0)


def meets(group: Group, moment: Moment) -> Group:
    """Let a moment happen."""
    here = (group.here | set(moment.comes)) - set(moment.goes)
    return Group(
        here=here, spoken=group.spoken | (set(moment.speaks) & here), at_ease=group.at_ease & here,
        minutes=group.minutes,
    )  # fmt: skip


def answers(group: Group, move: Move) -> Group:
    """Let the group answer what the trainer did; nobody who is away speaks or is at ease."""
    here = (group.here | set(move.comes)) - set(move.goes)
    at_ease = (group.at_ease | set(move.opens)) - set(move.closes)
    return Group(
        here=here, spoken=group.spoken | (set(move.speaks) & here), at_ease=at_ease & here,
        minutes=group.minutes + move.min,
    )  # fmt: skip


def after(rehearsal: Rehearsal, moves: Iterable[Move | None]) -> Group:
    """Give the group after these moves, one a moment; ``None`` for a moment that waits for its move."""
    group = beginning(rehearsal)
    for moment, move in zip(rehearsal.moments, moves, strict=False):
        group = meets(group, moment)
        group = answers(group, move) if move else group
    return group
