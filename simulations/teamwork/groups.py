"""Groups from anonymous seat cards, and the trainer's own swap afterwards."""

from collections.abc import Iterable, Sequence

import numpy as np

from simulations.errors import ModelError
from simulations.teamwork.cards import Card, Meeting, read_cards
from simulations.teamwork.counting import totals
from simulations.teamwork.every import MOST_WAYS, best_of_every, n_ways
from simulations.teamwork.explaining import explain
from simulations.teamwork.languages import language_first
from simulations.teamwork.lone import fewest_lone
from simulations.teamwork.names import read_keys, read_kind
from simulations.teamwork.room import Ints, Room, room_of
from simulations.teamwork.rules import ORDERS, Need, Rule
from simulations.teamwork.search import search
from simulations.teamwork.seating import Seating

LANGUAGE_RULES = (Rule.BRIDGE, Rule.COMMON)
LARGEST_TABLE = 12
N_STARTS = 5
"""How many random seatings the search begins from."""


def groups(
    cards: Iterable[Card],
    sizes: Sequence[int],
    *,
    need: Need | str = Need.BRIDGE,
    order: Sequence[Rule | str] | None = None,
    history: Iterable[Meeting] = (),
    seed: int = 0,
) -> Seating:
    """Seat people at tables of fixed sizes, the most important rule first.

    Parameters
    ----------
    cards : iterable of Card
        At most 60. Their order does not matter.
    sizes : sequence of int
        Of the tables, each 2 to 12; together as many as there are cards. `table_sizes` finds them.
    need : Need or str
        ``"bridge"``: at every table somebody shares a language with all others. ``"common"``: one language for
        all, as story circles need it.
    order : sequence of Rule or str, optional
        The rules by importance; a rule left out does not count. Without it the order of `ORDERS` for the need.
    history : iterable of Meeting
        Former meetings; `Seating.meeting` gives them.
    seed : int
        The same cards, sizes, history and seed give the same groups.

    Returns
    -------
    Seating

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated``, ``teamwork.too_many``, ``teamwork.unknown`` or
        ``teamwork.bad_sizes``.

    Notes
    -----
    Sizes are kept and everybody sits once, always. The rules are compared one after the other: a later rule never
    gains at the cost of an earlier one. Up to 20,000 ways to seat the room are all counted, and the best is
    certain. Larger rooms are searched by swaps; what a rule counts at least is then proven for languages (an
    integer program) and for lone women and men (arithmetic), and the sides and genders alone can always be even
    (M. Bacharach (1966), Management Science 12:732-742, on rounding a table and its sums).

    Examples
    --------
    >>> speaks = {"1": "a", "2": "ab", "3": "b", "4": "c", "5": "bc", "6": "c"}
    >>> cards = [Card(key=key, side="left" if key in "135" else "right", languages=list(speaks[key])) for key in speaks]
    >>> for table in groups(cards, (3, 3)).tables:
    ...     print(table.members, table.link, table.bridge, table.sides)
    ('1', '2', '3') bridge 2 (('left', 2), ('right', 1))
    ('4', '5', '6') common None (('right', 2), ('left', 1))
    """
    read, meetings = read_cards(cards), tuple(history)
    room = room_of(read, _read_sizes(sizes, len(read)), meetings)
    rules = _read_order(need, order)
    rng = np.random.default_rng(seed)
    small = n_ways(room.sizes) <= MOST_WAYS
    seated, least = best_of_every(room, rules, rng) if small else _search(room, rules, rng)
    return explain(room, rules, seated, history=meetings, least=least, proven=small)


def swap(seating: Seating, one: str, other: str) -> Seating:
    """Let two people change seats, and look again at every rule.

    Parameters
    ----------
    seating : Seating
    one, other : str
        Keys of cards.

    Returns
    -------
    Seating
        A new one.

    Raises
    ------
    ModelError
        ``teamwork.unknown``.

    Examples
    --------
    >>> cards = [Card(key=key, side="springs", languages=[code]) for key, code in zip("1234", "aabb")]
    >>> seating = groups(cards, (2, 2))
    >>> bool(seating), bool(swap(seating, "1", "3"))
    (True, False)
    """
    for key in (one, other):
        if key not in {card.key for card in seating.cards}:
            raise ModelError("teamwork.unknown", key="swap", value=key, allowed=[card.key for card in seating.cards])
    room = room_of(seating.cards, [len(table.members) for table in seating.tables], seating.history)
    place = {card.key: person for person, card in enumerate(seating.cards)}
    changed = {one: other, other: one}
    seats = [place[changed.get(key, key)] for table in seating.tables for key in table.members]
    rules = [finding.rule for finding in seating.findings]
    seated, least = np.array(seats, dtype=np.int64), {finding.rule: finding.least for finding in seating.findings}
    as_good = totals(room, rules, seated).tolist() == [finding.amount for finding in seating.findings]
    return explain(room, rules, seated, history=seating.history, least=least, proven=seating.proven and as_good)


def _search(room: Room, order: Sequence[Rule], rng: np.random.Generator) -> tuple[Ints, dict[Rule, int]]:
    """Return the best seating found, and what is proven of it."""
    n_women, n_men = np.bitwise_count(room.of_gender).tolist()
    least = {Rule.LONE: fewest_lone(n_women, n_men, room.sizes)}
    found: list[tuple[list[int], int, Ints]] = []

    def begin(seated: Ints) -> None:
        better = search(room, order, seated, least=least, rng=rng)
        found.append((totals(room, order, better).tolist(), len(found), better))

    for _ in range(N_STARTS):
        begin(rng.permutation(len(room.cards)))
        if found[-1][0] == [least.get(rule, 0) for rule in order]:
            break
    spoken = next((rule for rule in order if rule in LANGUAGE_RULES), None)
    if spoken is not None and min(found)[0][order.index(spoken)]:
        exact = language_first(room, spoken, rng)
        least[spoken] = exact.least
        if exact.seated is not None and min(found)[0][order.index(spoken)] > exact.least:
            begin(exact.seated)
    return min(found)[2], least


def _read_sizes(sizes: Sequence[int], n_people: int) -> tuple[int, ...]:
    read = tuple(sorted((int(size) for size in sizes), reverse=True))
    if sum(read) != n_people or not 2 <= read[-1] <= read[0] <= LARGEST_TABLE:
        raise ModelError("teamwork.bad_sizes", value=tuple(sizes), allowed=n_people, most=LARGEST_TABLE)
    return read


def _read_order(need: Need | str, order: Sequence[Rule | str] | None) -> tuple[Rule, ...]:
    if order is None:
        return ORDERS[read_kind("need", need, Need)]
    rules = tuple(read_kind("order", rule, Rule) for rule in order)
    read_keys("order", rules, empty=False)
    return rules
