"""Groups: everybody sits, everybody can talk, and what cannot be is said with its reason."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.teamwork import ORDERS, Card, Link, Meeting, Need, Rule, Seating, Standing, groups, swap, table_sizes
from tests.models.cohorts import PAIR, REGION, cohort, counted, some_cards, some_meetings, talk

quick = settings(max_examples=12, deadline=None)


def amounts(seating: Seating) -> dict[Rule, int]:
    return {finding.rule: finding.amount for finding in seating.findings}


def people(**speaks: str) -> list[Card]:
    """Cards of one side by what they speak: ``people(p1="ab")``."""
    return [Card(key=key, side="x", languages=tuple(codes)) for key, codes in speaks.items()]


def look(seating: Seating, cards: Sequence[Card], sizes: Sequence[int], meetings: Sequence[Meeting] = ()) -> None:
    """Everything a seating says of itself must be so."""
    assert sorted(key for table in seating.tables for key in table.members) == sorted(card.key for card in cards)
    assert [len(table.members) for table in seating.tables] == sorted(sizes, reverse=True)
    assert amounts(seating) == {
        rule: number
        for rule, number in counted(cards, [table.members for table in seating.tables], meetings).items()
        if rule in amounts(seating)
    }
    by_key = {card.key: card for card in cards}
    met = {frozenset((a, b)) for m in meetings for t in m.tables for a in t for b in t if a != b}
    for table in seating.tables:
        here = [by_key[key] for key in table.members]
        common = set.intersection(*(set(card.languages) for card in here))
        graph = talk(here)
        assert (table.link is Link.COMMON) == bool(common) == (table.bridge is None)
        if table.bridge is not None:
            assert set(table.cut_off) == set(graph) - {table.bridge} - set(graph[table.bridge])
            assert (table.link is Link.BRIDGE) == (not table.cut_off)
        assert dict(table.languages) == {
            code: sum(code in card.languages for card in here) for card in here for code in card.languages
        }
        assert sum(number for _, number in table.sides) == len(here)
        assert table.women == sum(card.gender == "woman" for card in here)
        assert table.men == sum(card.gender == "man" for card in here)
        assert len(table.lone) == (table.women == 1) + (table.men == 1)
        for key, others in table.new_people:
            assert set(others) == {o.key for o in here if o.key != key and frozenset((key, o.key)) not in met}
        assert all(frozenset(pair) in met for pair in table.met_before)
    for finding in seating.findings:
        assert finding.amount >= finding.least
        assert (finding.standing is Standing.KEPT) == (finding.amount == 0) == (not finding.tables)


@quick
@given(data=st.data(), sizes=st.sampled_from([(4, 4), (3, 3, 2), (8,)]), need=st.sampled_from(Need))
def test_small_rooms_tell_the_truth(data: st.DataObject, sizes: tuple[int, ...], need: Need) -> None:
    cards = data.draw(some_cards(8))
    meetings = data.draw(some_meetings(cards))
    given_cards, given_meetings = list(cards), list(meetings)
    seating = groups(cards, sizes, need=need, history=meetings, seed=3)
    look(seating, cards, sizes, meetings)
    assert seating.proven
    assert Standing.OPEN not in {finding.standing for finding in seating.findings}
    assert (cards, meetings) == (given_cards, given_meetings)
    shuffled = data.draw(st.permutations(cards))
    assert groups(shuffled, sizes, need=need, history=meetings, seed=3) == seating
    assert bool(seating) == (not any(amounts(seating).values()))


@pytest.mark.slow
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 99), n_people=st.sampled_from([20, 23]), need=st.sampled_from(Need))
def test_large_rooms_tell_the_truth(seed: int, n_people: int, need: Need) -> None:
    cards = cohort(REGION, n_people, seed)
    sizes = table_sizes(n_people).sizes
    first = groups(cards, sizes, need=need, seed=seed)
    look(first, cards, sizes)
    second = groups(cards, sizes, need=need, history=[first.meeting], seed=seed)
    look(second, cards, sizes, [first.meeting])
    assert groups(reversed(cards), sizes, need=need, seed=seed) == first


@pytest.mark.parametrize("seed", range(2))
def test_forty_eight_people_of_six_sides_can_all_talk(seed: int) -> None:
    cards = cohort(REGION, 48, seed)
    seating = groups(cards, (6,) * 8, seed=seed)
    look(seating, cards, (6,) * 8)
    assert all(table.link is not Link.NONE for table in seating.tables)
    assert seating[Rule.LONE].standing is Standing.KEPT
    assert sum(len(table.sides) == 1 for table in seating.tables) <= 1  # some speak only what no other side speaks


@pytest.mark.parametrize("seed", range(2))
def test_story_circles_of_the_region_are_as_good_as_language_allows(seed: int) -> None:
    """The integer program proves how many must be without their circle's language; the circles have no more."""
    cards = cohort(REGION, 48, seed)
    sizes = table_sizes(48, least=4, most=6, ideal=5).sizes
    seating = groups(cards, sizes, need="common", seed=seed)
    assert seating[Rule.COMMON].standing in (Standing.KEPT, Standing.IMPOSSIBLE)


@pytest.mark.parametrize("n_people", [4, 7, 11, 23])
def test_a_border_pair_of_any_number(n_people: int) -> None:
    cards = cohort(PAIR, n_people, n_people)
    sizes = table_sizes(n_people).sizes
    seating = groups(cards, sizes)
    look(seating, cards, sizes)
    assert seating[Rule.BRIDGE].amount == 0
    assert seating[Rule.SIDES].amount == 0  # each side has its share of every table, rounded up or down


def test_one_lone_woman_cannot_be_helped_and_two_can() -> None:
    def room(n_women: int) -> list[Card]:
        return [
            Card(key=f"{i:02d}", side="x", languages=("a",), gender="woman" if i < n_women else "man")  # type: ignore[arg-type]
            for i in range(24)
        ]

    one, two = groups(room(1), (6,) * 4), groups(room(2), (6,) * 4)
    finding = one[Rule.LONE]
    assert (finding.amount, finding.least, finding.standing) == (1, 1, Standing.IMPOSSIBLE)
    assert [one.tables[place].lone for place in finding.tables] == [("00",)]
    assert two[Rule.LONE].standing is Standing.KEPT
    assert any({"00", "01"} <= set(table.members) for table in two.tables)


def test_two_tongues_that_nobody_joins_are_cut_off_and_it_is_proven() -> None:
    """Three speak a, five speak b, and tables take four: at one table somebody is alone with b."""
    cards = people(p1="a", p2="a", p3="a", p4="b", p5="b", p6="b", p7="b", p8="b")
    seating = groups(cards, (4, 4))
    finding = seating[Rule.BRIDGE]
    assert (finding.amount, finding.least, finding.standing) == (1, 1, Standing.IMPOSSIBLE)
    assert len(finding.tables) == 1
    assert seating.relaxed[-1].rule is Rule.BRIDGE
    larger = groups([*cards, *people(q1="c", q2="c", q3="d", q4="d", r1="e", r2="e", r3="e", r4="e")], (4,) * 4)
    assert not larger.proven
    assert larger[Rule.BRIDGE].standing is Standing.IMPOSSIBLE  # by the integer program
    assert larger[Rule.BRIDGE].amount == 3  # one of b, and two of c or d


def test_a_rule_that_gives_way_says_to_which() -> None:
    """Languages need a with a; sides need x with y. The order decides, and the later rule is outranked."""
    cards = [Card(key=key, side=key[0], languages=(code,)) for key, code in
             {"x1": "a", "x2": "a", "y1": "b", "y2": "b"}.items()]  # fmt: skip
    seating = groups(cards, (2, 2))
    assert [(f.rule, f.amount, f.standing) for f in seating.relaxed] == [(Rule.SIDES, 4, Standing.OUTRANKED)]
    turned = groups(cards, (2, 2), order=["sides", "bridge"])
    assert [(f.rule, f.amount, f.standing) for f in turned.relaxed] == [(Rule.BRIDGE, 2, Standing.OUTRANKED)]
    assert turned.relaxed[0].tables == (0, 1)
    assert [finding.rule for finding in turned.findings] == [Rule.SIDES, Rule.BRIDGE]


def test_wishes_are_heard() -> None:
    cards = [
        Card(key="1", side="x", languages=("a",), apart=("2", "not here")),
        Card(key="2", side="x", languages=("a",), together=("1", "3")),  # 1 would rather not: that counts more
        Card(key="3", side="x", languages=("a",)),
        Card(key="4", side="x", languages=("a",)),
    ]
    seating = groups(cards, (2, 2))
    assert seating
    assert [table.members for table in seating.tables] == [("1", "4"), ("2", "3")]


def test_people_meet_new_people() -> None:
    """Sixteen people at four tables: with a new table each time all can be new for five times. Three are asked for."""
    cards = people(**{f"p{i:02d}": "a" for i in range(16)})
    meetings: list[Meeting] = []
    for seed in range(3):
        seating = groups(cards, (4,) * 4, history=meetings, seed=seed)
        assert seating[Rule.NEW_PEOPLE].amount == 0
        assert all(len(others) == 3 for table in seating.tables for _, others in table.new_people)
        meetings.append(seating.meeting)


def test_those_who_bridged_are_spared() -> None:
    cards = people(p1="a", p2="b", p3="ab", p4="ab", q1="a", q2="b")
    seen = []
    meetings: list[Meeting] = []
    for seed in range(2):
        seating = groups(cards, (6,), history=meetings, seed=seed)
        assert seating.tables[0].link is Link.BRIDGE
        seen.append(seating.tables[0].bridge)
        meetings.append(seating.meeting)
    assert seen == ["p3", "p4"]
    third = groups(cards, (6,), history=meetings)
    assert third[Rule.RESTED].amount == 1  # both have bridged once
    assert third[Rule.RESTED].standing is Standing.IMPOSSIBLE


def test_seeds_differ_and_repeat() -> None:
    cards = people(**{f"p{i:02d}": "a" for i in range(12)})
    seatings = [groups(cards, (4, 4, 4), seed=seed) for seed in range(6)]
    assert len({seating.meeting.tables for seating in seatings}) > 1
    assert groups(cards, (4, 4, 4), seed=5) == seatings[5]


def test_a_swap_looks_again_and_back_is_as_before() -> None:
    cards = cohort(PAIR, 12, 1)
    seating = groups(cards, (6, 6))
    one, other = seating.tables[0].members[0], seating.tables[1].members[0]
    swapped = swap(seating, one, other)
    look(swapped, cards, (6, 6))
    before, after = (
        {key: set(table.members) for table in found.tables for key in table.members} for found in (seating, swapped)
    )
    assert after[one] - {one} == before[other] - {other}
    assert after[other] - {other} == before[one] - {one}
    assert [finding.least for finding in swapped.findings] == [finding.least for finding in seating.findings]
    back = swap(swapped, one, other)
    assert back.tables == seating.tables
    assert amounts(back) == amounts(seating)
    same_table = swap(seating, *seating.tables[0].members[:2])
    assert same_table == seating
    worse = [finding for finding in swapped.findings if finding.amount != seating[finding.rule].amount]
    assert not worse or not swapped.proven


@pytest.mark.parametrize(
    ("cards", "sizes", "kwargs", "code"),
    [
        ([], (), {}, "teamwork.nothing_there"),
        (people(a="x") + people(a="x"), (2,), {}, "teamwork.repeated"),
        (people(**{f"p{i}": "a" for i in range(61)}), (61,), {}, "teamwork.too_many"),
        (people(a="x", b="x"), (3,), {}, "teamwork.bad_sizes"),
        (people(a="x", b="x", c="x"), (2, 1), {}, "teamwork.bad_sizes"),
        (people(a="x", b="x"), (), {}, "teamwork.bad_sizes"),
        (people(**{f"p{i}": "a" for i in range(13)}), (13,), {}, "teamwork.bad_sizes"),
        (people(a="x", b="x"), (2,), {"need": "silence"}, "teamwork.unknown"),
        (people(a="x", b="x"), (2,), {"order": ["sides", "sides"]}, "teamwork.repeated"),
        (people(a="x", b="x"), (2,), {"order": ["stars"]}, "teamwork.unknown"),
        (people(a="x", b="x"), (2,), {"order": []}, "teamwork.nothing_there"),
    ],
)
def test_bad_rooms_are_named(cards: list[Card], sizes: tuple[int, ...], kwargs: dict[str, object], code: str) -> None:
    with pytest.raises(ModelError) as caught:
        groups(cards, sizes, **kwargs)  # type: ignore[arg-type]
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"languages": ()}, "teamwork.nothing_there"),
        ({"languages": ("a", "a")}, "teamwork.repeated"),
        ({"gender": "tall"}, "teamwork.unknown"),
        ({"apart": ("2", "3", "4", "5")}, "teamwork.too_many"),
        ({"apart": ("1",)}, "teamwork.bad_wish"),
        ({"together": ("1",)}, "teamwork.bad_wish"),
        ({"apart": ("2",), "together": ("2",)}, "teamwork.bad_wish"),
    ],
)
def test_bad_cards_are_named(fields: dict[str, object], code: str) -> None:
    with pytest.raises(ModelError) as caught:
        Card(**{"key": "1", "side": "x", "languages": ("a",), **fields})  # type: ignore[arg-type]
    assert caught.value.code == code


def test_nobody_sat_at_two_tables() -> None:
    with pytest.raises(ModelError) as caught:
        Meeting(tables=[["1", "2"], ["2", "3"]])
    assert caught.value.code == "teamwork.repeated"


def test_a_swap_needs_people_who_are_there() -> None:
    with pytest.raises(ModelError) as caught:
        swap(groups(people(a="x", b="x"), (2,)), "a", "z")
    assert caught.value.code == "teamwork.unknown"


def test_each_need_ranks_every_rule_once() -> None:
    for order in ORDERS.values():
        assert sorted(order) == sorted(Rule)
