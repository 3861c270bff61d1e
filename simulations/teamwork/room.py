"""A room's cards as sets of bits: person ``i`` is bit ``i``, and so a table is one number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.teamwork.cards import Card, Gender, Meeting

Ints = NDArray[np.int64]
Masks = NDArray[np.uint64]

MOST_TIMES = 3
"""Meeting or bridging more often than this counts no more: three times is often enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the rules need to know of the cards.

    Attributes
    ----------
    cards : tuple of Card
        By key; person ``i`` holds card ``i``.
    sizes : tuple of int
        Of the tables, in their order.
    languages, sides : tuple of str
    speakers : Masks, shape (n_languages,)
    reach : Masks, shape (n_people,)
        Whom a person can talk to, the person included.
    of_side, of_gender : Masks, shape (n_sides,), (2,)
    apart : Masks, shape (n_pairs, 2)
        Pairs who wish to sit apart, by their bits; ``together`` likewise.
    met : Masks, shape (at most MOST_TIMES, n_people)
        Whom a person met once or more, twice or more, ...
    bridged : ndarray, shape (n_people,)
        How often a person bridged, at most MOST_TIMES.
    """

    cards: tuple[Card, ...]
    sizes: tuple[int, ...]
    languages: tuple[str, ...]
    sides: tuple[str, ...]
    speakers: Masks
    reach: Masks
    of_side: Masks
    of_gender: Masks
    apart: Masks
    together: Masks
    met: Masks
    bridged: Ints

    @property
    def starts(self) -> Ints:
        """The first seat of every table, and one past the last; seats are numbered table by table."""
        return np.cumsum([0, *self.sizes])


def room_of(cards: tuple[Card, ...], sizes: Sequence[int], meetings: Iterable[Meeting]) -> Room:
    """Put cards, sizes and former meetings into bits."""
    languages = tuple(sorted({language for card in cards for language in card.languages}))
    sides = tuple(sorted({card.side for card in cards}))
    times, bridged = _memory(cards, tuple(meetings))
    apart = _pairs(cards, lambda card: card.apart)
    together = _pairs(cards, lambda card: card.together) - apart
    levels = np.arange(1, min(MOST_TIMES, int(times.max())) + 1)
    return Room(
        cards=cards,
        sizes=tuple(sizes),
        languages=languages,
        sides=sides,
        speakers=_masks([[language in card.languages for card in cards] for language in languages]),
        reach=_masks([[bool(set(one.languages) & set(other.languages)) for other in cards] for one in cards]),
        of_side=_masks([[card.side == side for card in cards] for side in sides]),
        of_gender=_masks([[card.gender is gender for card in cards] for gender in Gender]),
        apart=_bits(sorted(apart)),
        together=_bits(sorted(together)),
        met=_masks(times >= levels[:, None, None]),
        bridged=bridged,
    )


def _masks(holds: ArrayLike) -> Masks:
    """Turn the last axis, one flag a person, into the bits of a number."""
    flags = np.array(holds, dtype=np.uint64)
    return np.asarray((flags << np.arange(flags.shape[-1], dtype=np.uint64)).sum(axis=-1, dtype=np.uint64))


def _bits(pairs: Sequence[tuple[int, int]]) -> Masks:
    return np.uint64(1) << np.array(pairs, dtype=np.uint64).reshape(-1, 2)


def _pairs(cards: tuple[Card, ...], wishes: Callable[[Card], tuple[str, ...]]) -> set[tuple[int, int]]:
    """Return the pairs that wish for something, leaving out people who are not here."""
    place = {card.key: person for person, card in enumerate(cards)}
    wished = ((place[card.key], place[other]) for card in cards for other in wishes(card) if other in place)
    return {(min(pair), max(pair)) for pair in wished}


def _memory(cards: tuple[Card, ...], meetings: tuple[Meeting, ...]) -> tuple[Ints, Ints]:
    """Return how often each two met, and how often each bridged; people who are not here are left out."""
    place = {card.key: person for person, card in enumerate(cards)}
    times = np.zeros((len(cards), len(cards)), dtype=np.int64)
    bridged = np.zeros(len(cards), dtype=np.int64)
    for meeting in meetings:
        for table in meeting.tables:
            here = [place[key] for key in table if key in place]
            times[np.ix_(here, here)] += 1
        bridged[[place[key] for key in meeting.bridges if key in place]] += 1
    np.fill_diagonal(times, 0)
    return times, np.minimum(bridged, MOST_TIMES)
