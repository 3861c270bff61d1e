"""From the person on each seat to a seating that explains itself."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np

from simulations.teamwork.cards import Card, Gender, Meeting
from simulations.teamwork.counting import counts, cut_off, tables_of
from simulations.teamwork.room import Ints, Room
from simulations.teamwork.rules import Rule
from simulations.teamwork.seating import Finding, Link, Seating, Standing, Table, lone_of


def explain(
    room: Room,
    order: Sequence[Rule],
    seated: Ints,
    *,
    history: tuple[Meeting, ...],
    least: Mapping[Rule, int],
    proven: bool,
) -> Seating:
    """Describe a seating.

    Parameters
    ----------
    room : Room
    order : sequence of Rule
        By importance.
    seated : ndarray, shape (n_people,)
        The person on each seat.
    history : tuple of Meeting
    least : mapping
        What each rule is proven to count at least; 0 where nothing is known.
    proven : bool
        Whether it is proven that no seating is better.
    """
    rows = [np.sort(seated[first:last]) for first, last in pairwise(room.starts)]
    # Tables of one size come in the order of their first cards.
    rows.sort(key=lambda row: (-row.size, int(row[0])))
    found = np.array([counts(room, order, row[:, None])[:, 0] for row in rows])
    met = {frozenset(pair) for meeting in history for table in meeting.tables for pair in combinations(table, 2)}
    return Seating(
        tables=tuple(_table(room, row, met) for row in rows),
        findings=tuple(_finding(rule, found[:, place], least.get(rule, 0), proven) for place, rule in enumerate(order)),
        cards=room.cards,
        history=history,
        proven=proven,
    )


def _finding(rule: Rule, found: Ints, least: int, proven: bool) -> Finding:
    amount = int(found.sum())
    if amount == 0:
        standing = Standing.KEPT
    elif amount == least:
        standing = Standing.IMPOSSIBLE
    else:
        standing = Standing.OUTRANKED if proven else Standing.OPEN
    tables = tuple(np.flatnonzero(found).tolist())
    return Finding(rule=rule, amount=amount, tables=tables, least=least, standing=standing)


def _table(room: Room, row: Ints, met: set[frozenset[str]]) -> Table:
    cards = tuple(room.cards[person] for person in row)
    keys = tuple(card.key for card in cards)
    languages = _most_first(language for card in cards for language in card.languages)
    link, bridge, unreached = _link(room, row, cards, spoken=languages[0][1])
    return Table(
        members=keys,
        link=link,
        languages=languages,
        bridge=bridge,
        cut_off=unreached,
        sides=_most_first(card.side for card in cards),
        women=sum(card.gender is Gender.WOMAN for card in cards),
        men=sum(card.gender is Gender.MAN for card in cards),
        lone=lone_of(cards),
        new_people=tuple(
            (key, tuple(other for other in keys if other != key and frozenset((key, other)) not in met)) for key in keys
        ),
        met_before=tuple(pair for pair in combinations(keys, 2) if frozenset(pair) in met),
    )


def _link(room: Room, row: Ints, cards: tuple[Card, ...], *, spoken: int) -> tuple[Link, str | None, tuple[str, ...]]:
    """Return what links a table, who bridges it, and whom the bridge does not reach."""
    if spoken == row.size:
        return Link.COMMON, None, ()
    unreached = cut_off(room, tables_of(row[:, None]))[:, 0]
    # The fewest cut off; of these who bridged least, and then the first card.
    place = int(np.lexsort((room.bridged[row], unreached))[0])
    mine = set(cards[place].languages)
    lost = tuple(card.key for card in cards if not mine & set(card.languages))
    return Link.NONE if lost else Link.BRIDGE, cards[place].key, lost


def _most_first(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
