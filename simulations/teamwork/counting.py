"""What every rule counts at a table: plain functions in one table, for many tables of one size at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulations.teamwork.room import MOST_TIMES, Ints, Masks, Room
from simulations.teamwork.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Tables of one size: ``members`` (size, n_tables), and the same people as bits, ``mask`` (n_tables,).

    The seats come first: adding up over them is then several times as fast.
    """

    members: Ints
    mask: Masks


def tables_of(members: Ints) -> Tables:
    """Return tables with their bits.

    Examples
    --------
    >>> tables_of(np.array([[0], [2]])).mask
    array([5], dtype=uint64)
    """
    bits = np.uint64(1) << members.astype(np.uint64)
    return Tables(members=members, mask=np.bitwise_or.reduce(bits, axis=0))


def cut_off(room: Room, tables: Tables) -> Ints:
    """Return with how many at the table each member shares no language, shape (size, n_tables)."""
    return _size(tables.mask & ~room.reach[tables.members])


def _size(masks: Masks) -> Ints:
    return np.bitwise_count(masks).astype(np.int64)


def _apart(room: Room, tables: Tables) -> Ints:
    both = (room.apart[:, 0] | room.apart[:, 1])[:, None]
    return np.asarray(((tables.mask & both) == both).sum(axis=0))


def _bridge(room: Room, tables: Tables) -> Ints:
    return np.asarray(cut_off(room, tables).min(axis=0))


def _common(room: Room, tables: Tables) -> Ints:
    return np.asarray(_size(tables.mask & ~room.speakers[:, None]).min(axis=0))


def _lone(room: Room, tables: Tables) -> Ints:
    return np.asarray((_size(tables.mask & room.of_gender[:, None]) == 1).sum(axis=0))


def _sides(room: Room, tables: Tables) -> Ints:
    return _uneven(room, tables, room.of_side[:, None])


def _genders(room: Room, tables: Tables) -> Ints:
    return _uneven(room, tables, room.of_gender[:, None])


def _uneven(room: Room, tables: Tables, kinds: Masks) -> Ints:
    low, high = _share(room, kinds, len(tables.members))
    here = _size(tables.mask & kinds)
    # Squares: six of one side at a table are worse than three tables with two too many.
    return np.asarray((np.maximum(np.maximum(here - high, low - here), 0) ** 2).sum(axis=0))


def _share(room: Room, kinds: Masks, size: int) -> tuple[Ints, Ints]:
    """Return how many of each kind a table of a size should have, rounded down and up."""
    share = _size(kinds) * size
    return share // len(room.cards), -(-share // len(room.cards))


def _together(room: Room, tables: Tables) -> Ints:
    # A parted pair is counted once, at the table of its first member.
    first, other = ((tables.mask & room.together[:, place, None]) != 0 for place in (0, 1))
    return np.asarray((first & ~other).sum(axis=0))


def _new_people(room: Room, tables: Tables) -> Ints:
    met = tables.mask & room.met[:, tables.members]
    return np.asarray(_size(met).sum(axis=(0, 1)) // 2)  # both of a pair met each other


def _rested(room: Room, tables: Tables) -> Ints:
    times = np.where(cut_off(room, tables) == 0, room.bridged[tables.members], MOST_TIMES + 1).min(axis=0)
    nobody_bridges = (times > MOST_TIMES) | (_common(room, tables) == 0)
    return np.asarray(np.where(nobody_bridges, 0, times))


COUNTS: dict[Rule, Callable[[Room, Tables], Ints]] = {
    Rule.APART: _apart,
    Rule.BRIDGE: _bridge,
    Rule.COMMON: _common,
    Rule.LONE: _lone,
    Rule.SIDES: _sides,
    Rule.GENDERS: _genders,
    Rule.TOGETHER: _together,
    Rule.NEW_PEOPLE: _new_people,
    Rule.RESTED: _rested,
}


def counts(room: Room, rules: Sequence[Rule], members: Ints) -> Ints:
    """Return what the rules count at tables of one size.

    Parameters
    ----------
    room : Room
    rules : sequence of Rule
    members : ndarray, shape (size, n_tables)

    Returns
    -------
    ndarray, shape (n_rules, n_tables)
    """
    tables = tables_of(members)
    return np.array([COUNTS[rule](room, tables) for rule in rules])


def totals(room: Room, rules: Sequence[Rule], seated: Ints) -> Ints:
    """Return what the rules count in a whole room, shape (n_rules,); ``seated`` is the person on each seat."""
    each = [counts(room, rules, seated[first:last, None]) for first, last in pairwise(room.starts)]
    return np.asarray(np.sum(each, axis=0)[:, 0])


def most(room: Room) -> dict[Rule, int]:
    """Return the most that each rule can count in this room; 0 where it has nothing to count."""
    n_people, n_tables = len(room.cards), len(room.sizes)
    pairs = sum(size * (size - 1) // 2 for size in room.sizes)
    gendered = bool(room.of_gender.any())
    return {
        Rule.APART: len(room.apart),
        Rule.BRIDGE: n_people - n_tables,
        Rule.COMMON: n_people - n_tables,
        Rule.LONE: 2 * n_tables * gendered,
        Rule.SIDES: _most_uneven(room, room.of_side),
        Rule.GENDERS: _most_uneven(room, room.of_gender),
        Rule.TOGETHER: len(room.together),
        Rule.NEW_PEOPLE: pairs * len(room.met),
        Rule.RESTED: n_tables * int(room.bridged.max()),
    }


def _most_uneven(room: Room, kinds: Masks) -> int:
    most, number = 0, _size(kinds)
    for size in room.sizes:
        low, high = _share(room, kinds, size)
        too_many = np.maximum(np.minimum(size, number) - high, 0)
        too_few = np.minimum(low, len(room.cards) - number)
        most += int(too_many.max() ** 2 + (too_few**2).sum())
    return most


def weights(room: Room, rules: Sequence[Rule]) -> Ints:
    """Return weights that make one number of all counts: less of an earlier rule outweighs all of the later ones."""
    limit, found, weight = most(room), [], 1
    for rule in reversed(rules):
        found.append(weight)
        weight *= limit[rule] + 1
    return np.array(found[::-1], dtype=np.int64)  # the fullest room stays below 2**63: a test
