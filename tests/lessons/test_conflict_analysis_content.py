"""What lesson 06 is made of: two fair cases, a reason for every choice, maps that differ, sentences that are short."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest

from dastarkhan.content import conflict_analysis as content
from dastarkhan.content.conflict_analysis import overlay
from dastarkhan.content.conflict_analysis.parts import Conflict, Tie
from dastarkhan.languages import words
from simulations.relations import difference, tense_triangles

KIT = Path(__file__).parents[2]
FOLDER = KIT / "dastarkhan" / "content" / "conflict_analysis"
SENTENCE = re.compile(r"(?<=[.!?:])[”\"]?\s+")
MOST_WORDS = 20
_ = words("en", "lesson_06")
SORTED = {
    "statements": (content.statements, content.statement_kinds),
    "layers": (content.layers, content.layer_kinds),
    "connectors": (content.connectors, content.connector_kinds),
    "tree": (content.tree, content.tree_kinds),
    "doors": (content.doors, content.door_kinds),
}
both_cases = pytest.mark.parametrize("case", content.conflicts(_), ids=lambda case: case.key)


def signed(ties: tuple[Tie, ...]) -> nx.Graph:
    """A map as the model reads it: needs bring people in, and are not counted."""
    graph = nx.Graph()
    for tie in ties:
        graph.add_nodes_from((tie.one, tie.other))
        sign = content.SIGNS[tie.kind]
        if sign is not None:
            graph.add_edge(tie.one, tie.other, sign=sign)
    return graph


@pytest.mark.parametrize("name", SORTED)
def test_scenes_are_whole(name: str) -> None:
    scenes, kinds = (made(_) for made in SORTED[name])
    keys = [kind.key for kind in kinds]
    assert len(keys) == 3
    assert len({scene.key for scene in scenes}) == len(scenes) == 12
    for scene in scenes:
        assert scene.kind in keys
        assert list(scene.why) == keys
        assert len({scene.text, *scene.why.values()}) == 4


@pytest.mark.parametrize("name", SORTED)
def test_both_cases_have_six_scenes_and_no_kind_is_rare(name: str) -> None:
    scenes = SORTED[name][0](_)
    for case in content.conflicts(_):
        own = content.of_case(scenes, case.key)
        assert len(own) == 6
        assert set(Counter(scene.kind for scene in own)) == set(scenes[0].why)
    assert min(Counter(scene.kind for scene in scenes).values()) >= 3
    assert all(len({scene.kind for scene in scenes[n : n + 4]}) > 1 for n in range(9)), "no row of one kind"


@both_cases
def test_both_towns_and_women_and_men_are_alike(case: Conflict) -> None:
    assert Counter(party.town for party in case.parties) == {"mill": 3, "willow": 3, "both": 2}
    assert Counter(party.gender for party in case.parties) == {"woman": 4, "man": 4}
    assert all({"woman", "man"} == {p.gender for p in case.parties if p.town == town} for town in content.SIDES)
    assert min(party.age for party in case.parties) <= 25 < 60 <= max(party.age for party in case.parties)


def test_women_and_men_of_every_age_speak_for_a_side() -> None:
    speakers = {
        (case.key, p.town): p
        for case in content.conflicts(_)
        for p in case.parties
        if "sellers" in p.key or "gardeners" in p.key
    }
    assert Counter(p.gender for p in speakers.values()) == {"woman": 2, "man": 2}
    young = [party for case in content.conflicts(_) for party in case.parties if party.age <= 25]
    assert {(party.town, party.gender) for party in young} == {
        ("mill", "man"), ("willow", "woman")
    }  # fmt: skip


@both_cases
def test_names_stand_apart_on_the_map(case: Conflict) -> None:
    for one, other in combinations(case.parties, 2):
        away = [abs(a - b) for a, b in zip(one.place, other.place, strict=True)]
        assert away[0] >= 0.15 or away[1] >= 0.15, (one.key, other.key)
    assert all(0 <= number <= 1 for party in case.parties for number in party.place)


@both_cases
def test_briefings_are_equally_long_and_name_whoever_is_on_the_map(case: Conflict) -> None:
    lengths = {side: len(" ".join(case.briefs[side]).split()) for side in content.SIDES}
    assert 140 <= min(lengths.values()) <= max(lengths.values()) <= 190
    assert max(lengths.values()) / min(lengths.values()) < 1.15
    first_names = {party.key: party.who.split(",")[0] for party in case.parties}
    for side in content.SIDES:
        on_the_map = {key for tie in case.maps[side] for key in (tie.one, tie.other)}
        told = " ".join(case.briefs[side])
        assert {key for key in on_the_map if first_names[key] not in told} == set()
        assert {key for key, name in first_names.items() if name in told} <= on_the_map


@both_cases
def test_a_pair_has_at_most_a_need_and_one_line_more(case: Conflict) -> None:
    kinds = {kind.key for kind in content.tie_kinds(_)}
    keys = {party.key for party in case.parties}
    assert kinds == set(content.SIGNS)
    for ties in case.maps.values():
        assert {key for tie in ties for key in (tie.one, tie.other)} <= keys
        assert {tie.kind for tie in ties} <= kinds
        counted = Counter((frozenset((tie.one, tie.other)), tie.kind == "need") for tie in ties)
        assert set(counted.values()) == {1}
        assert {tie.kind for tie in ties} >= {"trust", "trade", "need", "quarrel"}


@both_cases
def test_two_maps_show_every_kind_of_difference(case: Conflict) -> None:
    found = difference(signed(case.maps["mill"]), signed(case.maps["willow"]))
    assert found.same
    assert found.other_sign
    assert len(found.only_first) >= 3
    assert len(found.only_second) >= 3
    assert found.people_only_first or found.people_only_second
    assert {kind.key for kind in content.difference_kinds(_)} == {"same", "other_sign", "only_first", "only_second"}


def test_what_the_guide_says_of_the_two_maps() -> None:
    sluice, market = (
        difference(signed(case.maps["mill"]), signed(case.maps["willow"])) for case in content.conflicts(_)
    )
    assert sluice.other_sign == (("mender", "keeper"), ("box", "gardeners_willow"))
    assert (sluice.people_only_first, sluice.people_only_second) == ((), ("night",))
    assert market.other_sign == (("sellers_mill", "sellers_willow"), ("office_mill", "office_willow"))
    assert (market.people_only_first, market.people_only_second) == (("porters",), ("doctor",))
    assert ("porters", "bakers") in market.only_first
    of_mill = signed(content.market(_).maps["mill"])
    assert list(tense_triangles(of_mill)) == [("sellers_mill", "sellers_willow", "lorry")]


@both_cases
def test_each_side_remembers_what_the_other_does_not(case: Conflict) -> None:
    told = Counter(moment.told_by for moment in case.moments)
    assert len(case.moments) == 8
    assert min(told["mill"], told["willow"]) >= 2
    assert told["both"] >= 3
    assert all(moment.mill != moment.willow for moment in case.moments)


@both_cases
def test_somebody_is_missing_and_the_record_comes_from_outside(case: Conflict) -> None:
    assert len(case.missing) == 4
    assert all(one.ask.endswith("?") for one in case.missing)
    assert not {one.key for one in case.missing} & {party.key for party in case.parties}
    assert len(case.record) == 5
    told = " ".join(part for brief in case.briefs.values() for part in brief)
    assert not [fact for fact in case.record if fact in told]


def test_layers_make_whole_onions_for_both_sides_of_both_cases() -> None:
    scenes = {scene.key: scene for scene in content.layers(_)}
    assert sorted(key for keys in content.ONIONS.values() for key in keys) == sorted(scenes)
    assert all([scenes[key].kind for key in keys] == ["says", "wants", "needs"] for keys in content.ONIONS.values())
    for case, party in content.ONIONS:
        assert party in {one.key for one in getattr(content, case)(_).parties}
    assert set(content.trunks(_)) == {case.key for case in content.conflicts(_)}


def test_briefings_are_announced_and_there_is_a_way_for_paper() -> None:
    assert "differ" in overlay.announcement(_)[0]
    assert "honest" in overlay.announcement(_)[0]
    assert all(len(part(_)) >= 4 for part in (overlay.drawing, overlay.on_paper, overlay.reading, overlay.model_says))
    assert {"briefs", "map", "overlay", *SORTED} <= set(content.ways(_))


def _sentences() -> list[tuple[str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        text = re.sub(r'"\n\s+"', "", path.read_text("utf-8"))
        for said in re.findall(r'_\(\s*"([^"]+)"\s*,?\s*\)', text):
            found += [(path.name, one) for one in SENTENCE.split(said)]
    return found


def test_no_sentence_has_more_than_twenty_words() -> None:
    read = _sentences()
    assert len(read) > 500  # a reader that finds nothing fails
    assert [one for one in read if len(one[1].split()) > MOST_WORDS] == []


def test_no_nation_faith_culprit_or_border_is_named() -> None:
    forbidden = re.compile(
        r"\b(kazakh|kyrgyz|tajik|uzbek|turkmen|afghan|russian|soviet|muslim|islam|border|enem(?:y|ies)|guilty|soldier)",
        re.IGNORECASE,
    )
    assert [one for one in _sentences() if forbidden.search(one[1])] == []
