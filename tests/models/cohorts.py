"""Invented cohorts on anonymous cards, and what the rules count, written out plainly."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from simulations.teamwork import Card, Meeting, Rule

# What people of a side may speak; codes only, and each side has people who speak nothing but their own.
REGION = {
    "A": ("u", "ur", "ur", "ure", "ru"),
    "B": ("k", "kr", "kr", "ku", "kre"),
    "C": ("t", "tr", "tr", "tde", "tre"),
    "D": ("d", "dp", "de", "dpe", "p"),
    "E": ("m", "mr", "mr", "mu", "mre"),
    "F": ("z", "zr", "zt", "zre", "zr"),
}
PAIR = {"A": ("u", "ur", "ure", "uk"), "B": ("k", "kr", "kre", "ku")}


def cohort(sides: dict[str, tuple[str, ...]], n_people: int, seed: int) -> list[Card]:
    """People of the sides in turn, with random languages; nine of ten say whether they are a woman or a man."""
    rng = np.random.default_rng(seed)
    names = sorted(sides)
    cards = []
    for number in range(n_people):
        side = names[number % len(names)]
        languages = tuple(sides[side][rng.integers(len(sides[side]))])
        gender = [None, "woman", "man"][int(rng.choice(3, p=[0.1, 0.45, 0.45]))]
        cards.append(Card(key=f"{number:02d}", side=side, languages=languages, gender=gender))  # type: ignore[arg-type]
    return cards


@st.composite
def some_cards(draw: st.DrawFn, n_people: int) -> list[Card]:
    """Few languages and many wishes, so that rules collide."""
    keys = [str(number) for number in range(n_people)]
    cards = []
    for key in keys:
        others = [other for other in keys if other != key]
        wishes = draw(st.lists(st.sampled_from(others), unique=True, max_size=2))
        n_apart = draw(st.integers(0, len(wishes)))
        cards.append(
            Card(
                key=key,
                side=draw(st.sampled_from("xyz")),
                languages=tuple(draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=2, unique=True))),
                gender=draw(st.sampled_from(["woman", "man", None])),
                apart=tuple(wishes[:n_apart]),
                together=tuple(wishes[n_apart:]),
            )
        )
    return cards


@st.composite
def some_meetings(draw: st.DrawFn, cards: list[Card]) -> list[Meeting]:
    keys = [card.key for card in cards]
    meetings = []
    for _ in range(draw(st.integers(0, 4))):
        order = draw(st.permutations(keys))
        bridges = draw(st.lists(st.sampled_from(keys), unique=True, max_size=2))
        meetings.append(Meeting(tables=(tuple(order[:3]), tuple(order[3:])), bridges=tuple(bridges)))
    return meetings


def talk(cards: Iterable[Card]) -> nx.Graph:
    """Who shares a language with whom."""
    graph = nx.Graph()
    graph.add_nodes_from(card.key for card in cards)
    pairs = combinations(cards, 2)
    graph.add_edges_from((one.key, other.key) for one, other in pairs if set(one.languages) & set(other.languages))
    return graph


def counted(cards: Sequence[Card], tables: Sequence[Sequence[str]], meetings: Sequence[Meeting]) -> dict[Rule, int]:
    """What every rule counts, from its definition and from nothing else."""
    by_key = {card.key: card for card in cards}
    seats = [[by_key[key] for key in table] for table in tables]
    at = {key: place for place, table in enumerate(tables) for key in table}
    apart = {frozenset((card.key, other)) for card in cards for other in card.apart if other in by_key}
    together = {frozenset((card.key, other)) for card in cards for other in card.together if other in by_key} - apart
    found = dict.fromkeys(Rule, 0)
    found[Rule.APART] = sum(len({at[key] for key in pair}) == 1 for pair in apart)
    found[Rule.TOGETHER] = sum(len({at[key] for key in pair}) == 2 for pair in together)
    for table in seats:
        graph, size = talk(table), len(table)
        missed = {card.key: size - 1 - graph.degree(card.key) for card in table}
        spoken = [
            sum(code in card.languages for card in table) for code in {c for card in table for c in card.languages}
        ]
        found[Rule.BRIDGE] += min(missed.values())
        found[Rule.COMMON] += size - max(spoken)
        if max(spoken) < size and not min(missed.values()):
            bridges = [key for key, number in missed.items() if not number]
            found[Rule.RESTED] += min(min(3, sum(key in m.bridges for m in meetings)) for key in bridges)
        for kind in ("woman", "man"):
            found[Rule.LONE] += sum(card.gender == kind for card in table) == 1
            found[Rule.GENDERS] += _uneven(cards, table, "gender", kind)
        for side in {card.side for card in cards}:
            found[Rule.SIDES] += _uneven(cards, table, "side", side)
        for one, other in combinations([card.key for card in table], 2):
            times = sum({one, other} <= set(former) for m in meetings for former in m.tables)
            found[Rule.NEW_PEOPLE] += min(3, times)
    return found


def _uneven(cards: Sequence[Card], table: Sequence[Card], name: str, kind: str) -> int:
    """The square of how many too many or too few, where the table's share of the room may be rounded up or down."""
    share = sum(getattr(card, name) == kind for card in cards) * len(table) / len(cards)
    here = sum(getattr(card, name) == kind for card in table)
    low, high = int(np.floor(share + 1e-9)), int(np.ceil(share - 1e-9))
    return max(0, here - high, low - here) ** 2
