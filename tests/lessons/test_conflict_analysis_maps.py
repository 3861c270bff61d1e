"""The two maps of lesson 06: lines that are drawn, digits that travel, both laid over each other, questions to ask."""

import xml.etree.ElementTree as ElementTree
from itertools import combinations
from math import hypot
from typing import Any

import pytest

from dastarkhan.content import conflict_analysis as content
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.conflict_analysis import cases
from dastarkhan.lessons.conflict_analysis.drawn import Line, Lines, drawn, kit_lines, line, read_lines, rubbed_out
from dastarkhan.lessons.conflict_analysis.laid_words import LaidWords
from dastarkhan.lessons.conflict_analysis.map_code import CASES, code_of, map_of
from dastarkhan.lessons.conflict_analysis.map_pictures import both_maps, one_map
from dastarkhan.lessons.conflict_analysis.overlaid import ONLY_FIRST, ONLY_SECOND, OTHER_SIGN, SAME, Overlaid
from dastarkhan.pictures.relation_map import PersonMark, relation_map, spot
from dastarkhan.pictures.tree_picture import tree_picture
from tests.lessons.screen import buttons, everything, press, radios, take, words_on, writing

_ = words("en", "lesson_06", "guide_06")
SLUG = "06_conflict_analysis"
SLUICE, MARKET = content.conflicts(_)
both_cases = pytest.mark.parametrize("case", [SLUICE, MARKET], ids=lambda case: case.key)


@pytest.fixture
def quarrel(work: Any) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


def choose(activity: Any, number: int, value: str) -> None:
    """Choose from one of the two lists of people."""
    lists = [one for one in everything(activity.box) if type(one).__name__ == "Dropdown"]
    lists[number].value = value


def laid(case: content.Conflict) -> Overlaid:
    """The kit's two maps of a case."""
    return Overlaid(case, *(kit_lines(case, side) for side in content.SIDES))


# --- the map


def test_a_line_is_drawn_changed_and_rubbed_out(quarrel: Lesson) -> None:
    drawing = quarrel.activity("map")
    assert "This map is ready" not in buttons(drawing.box)
    choose(drawing, 0, "box")
    choose(drawing, 1, "gardeners_willow")
    take(drawing.box, "silence")
    assert "They could speak, and do not." in words_on(drawing.box)
    drawing.guess.value = True
    press(drawing.box, "Draw this line")
    assert "Madina – Davron: Silence (?)" in words_on(drawing.box)
    drawing.guess.value = False
    press(drawing.box, "Draw this line")
    assert again("map").state["maps"]["mill"] == [["box", "gardeners_willow", "silence", False]]
    press(drawing.box, "Rub this line out")
    assert "No line is drawn yet." in words_on(drawing.box)


def test_a_person_is_never_offered_twice(quarrel: Lesson) -> None:
    drawing = quarrel.activity("map")
    choose(drawing, 1, "keeper")
    choose(drawing, 0, "keeper")
    assert (drawing.state["one"], drawing.state["other"]) == ("keeper", "teahouse")
    assert "keeper" not in [key for _name, key in drawing.other.options]


def test_between_two_people_a_need_and_one_line_more() -> None:
    trust, quarrel, need = (line(SLUICE, "driver", "box", kind) for kind in ("trust", "quarrel", "need"))
    assert trust.pair == ("box", "driver")
    both = drawn(drawn((trust,), need), quarrel)
    assert both == (need, quarrel)
    assert rubbed_out(both, need) == (quarrel,)


def test_the_ready_map_shows_an_example_and_judges_nothing(quarrel: Lesson) -> None:
    drawing = quarrel.activity("map")
    take(drawing.box, "quarrel")
    press(drawing.box, "Draw this line")
    press(drawing.box, "This map is ready")
    told = words_on(drawing.box)
    assert "It does not show how it is." in told
    assert "An example. Yours may have other lines, and be as good." in told
    assert all(tie.why in told for tie in SLUICE.maps["mill"])
    assert not [word for word in ("Yes.", "Look again", "right", "wrong") if word in told]
    press(drawing.box, "I am alone: draw the other map")
    assert drawing.side == "willow"
    assert "My melons had flowers" in words_on(drawing.box)
    assert again("map").done


@both_cases
def test_a_map_travels_as_digits(case: content.Conflict) -> None:
    guessed = (Line(one=case.parties[0].key, other=case.parties[7].key, kind="need", guessed=True),)
    for side in content.SIDES:
        for lines in ((), guessed, kit_lines(case, side)):
            code = code_of(lines, case, side)
            assert len(code.replace(" ", "")) <= 24
            assert set(map_of(code, case, side) or ()) == set(lines)
            in_dari = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
            assert set(map_of(in_dari, case, side) or ()) == set(lines)
            assert map_of(code, case, content.SIDES[side == "mill"]) is None, "a map of the other side"
            assert map_of(code, MARKET if case is SLUICE else SLUICE, side) is None, "a map of the other quarrel"


def test_every_single_slip_of_the_tongue_is_noticed() -> None:
    code = code_of(kit_lines(SLUICE, "mill"), SLUICE, "mill").replace(" ", "")
    slips = [code[:n] + digit + code[n + 1 :] for n in range(len(code)) for digit in "0123456789" if digit != code[n]]
    swaps = [code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(len(code) - 1) if code[n] != code[n + 1]]
    assert [
        slip for slip in (*slips, *swaps, "", "x", "12", "9" * 90) if map_of(slip, SLUICE, "mill") is not None
    ] == []


def test_a_full_map_has_digits_too() -> None:
    full: Lines = ()
    for one, other in combinations([party.key for party in SLUICE.parties], 2):
        for kind in ("need", "silence"):
            full = drawn(full, Line(one=one, other=other, kind=kind, guessed=True))
    assert set(map_of(code_of(full, SLUICE, "willow"), SLUICE, "willow") or ()) == set(full)
    assert tuple(CASES) == cases()


# --- both maps


def test_the_heart_of_the_lesson_from_two_devices(quarrel: Lesson) -> None:
    press(quarrel.activity("map").box, "Draw this line")
    overlay = quarrel.activity("overlay")
    assert "Drawn here, with 1 line" in words_on(overlay.box)
    [radio for radio in radios(overlay.box) if radio.value][1].value = "digits"
    field = next(one for one in everything(overlay.box) if type(one).__name__ == "Text")
    field.value = "1234"
    assert "are no map of this side" in words_on(overlay.box)
    field.value = code_of(kit_lines(SLUICE, "willow"), SLUICE, "willow")
    assert "9 lines came over." in words_on(overlay.box)
    press(overlay.box, "Lay them over each other")
    assert overlay.laid.maps["willow"] == read_lines(overlay.state["brought"]["willow"], SLUICE)
    assert set(overlay.laid.maps["willow"]) == set(kit_lines(SLUICE, "willow"))
    press(overlay.box, "Back")
    assert "9 lines came over." in words_on(again("overlay").box)


def test_five_questions_then_the_record_and_a_question_of_ones_own(quarrel: Lesson) -> None:
    overlay = quarrel.activity("overlay")
    press(overlay.box, "Lay them over each other")
    assert "One minute of silence. Only look." in words_on(overlay.box)
    assert not [fact for fact in SLUICE.record if fact in words_on(overlay.box)]
    asked = ["First question", "Go on", "Go on", "Go on", "Go on"]
    said = []
    for step in asked:
        press(overlay.box, step)
        said.append(words_on(overlay.box))
    assert "Gulnora – Bakyt . Circle: Trade. Square: Trade." in said[0]
    assert "nobody has to be told that it hurts" in said[0]
    assert "Only on the map “Circle”: Gulnora – Timur . Trust. He gets up at two in the morning for them." in said[1]
    assert "Only on the map “Square”: Davron – Zuhra" in said[1]
    assert "Circle: Trust. Karim taught him what to do with a stone." in said[2]
    assert "Square: Silence. They think that nobody asked the old man." in said[2]
    assert "One could ask Timur and Karim: how is it between you two?" in said[2]
    assert "Only on the map “Square”: Zuhra." in said[3]
    assert "Gulnora – Karim – Davron" in said[4]
    assert "Gulnora – Karim: only on the map “Circle”" in said[4]
    assert not [text for text in said for fact in SLUICE.record if fact in text], "the record comes last"
    press(overlay.box, "To the record")
    assert all(fact in words_on(overlay.box) for fact in SLUICE.record)
    writing(overlay.box).value = "Bakyt, wo ist der Brief?"
    assert [one.text for one in type(overlay).written(quarrel, again("overlay").state)] == ["Bakyt, wo ist der Brief?"]
    assert again("overlay").done


def test_the_other_quarrel_has_a_triangle_under_strain() -> None:
    told = LaidWords(laid(MARKET), _).answer(4)
    assert "Under strain on the map “Circle”: Saodat, Oraz, Nigora" in told
    assert "Saodat – Nigora – Oraz" in told


def test_two_maps_of_any_kind_can_be_laid_over_each_other() -> None:
    trust = line(SLUICE, "box", "driver", "trust")
    quarrel = line(SLUICE, "box", "driver", "quarrel")
    need = line(SLUICE, "box", "driver", "need")
    across = tuple(line(SLUICE, *pair, "trust") for pair in (("gardeners_mill", "box"), ("box", "gardeners_willow")))
    for first, second, seen in (
        ((), (), None), ((trust,), (trust,), SAME), ((trust,), (quarrel,), OTHER_SIGN), ((trust,), (), ONLY_FIRST),
        ((), (trust,), ONLY_SECOND), ((need,), (need,), "needs"), ((need,), (trust,), ONLY_SECOND),
        (across, across, SAME),
    ):  # fmt: skip
        found = Overlaid(SLUICE, first, second)
        assert set(found.pairs.values()) == ({seen} if seen else set())
        said = LaidWords(found, _)
        for number in range(5):
            assert said.answer(number)
            assert "<svg" in both_maps(found, _, key="k", shown=said.shown(number), marked=said.marked(number))
    assert Overlaid(SLUICE, across, ()).chains[0].known_to == (("mill",), ("mill",))
    assert "No line stands on both maps" in LaidWords(Overlaid(SLUICE, (trust,), ()), _).answer(0)
    assert "No line stands on one map alone" in LaidWords(Overlaid(SLUICE, (trust,), (trust,)), _).answer(1)
    assert "No pair has a good line on one map" in LaidWords(Overlaid(SLUICE, (), ()), _).answer(2)
    assert "On neither map:" in LaidWords(Overlaid(SLUICE, (), ()), _).answer(3)
    assert "No chain of good lines" in LaidWords(Overlaid(SLUICE, (), ()), _).answer(4)


@both_cases
def test_questions_are_asked_and_nobody_is_said_to_be_right(case: content.Conflict) -> None:
    said = LaidWords(laid(case), _)
    told = " ".join([*map(said.answer, range(5)), *said.legend(), said.table()])
    assert not [word for word in ("right", "wrong", "fault", "mistake", "correct", "true") if f" {word} " in told]


@both_cases
def test_no_line_runs_over_a_third_person(case: content.Conflict) -> None:
    at = {party.key: spot(party.place) for party in case.parties}
    for one, other in combinations(at, 2):
        (x, y), (u, v) = at[one], at[other]
        for third in set(at) - {one, other}:
            a, b = at[third]
            along = ((a - x) * (u - x) + (b - y) * (v - y)) / ((u - x) ** 2 + (v - y) ** 2)
            if 0 < along < 1:
                assert hypot(a - x - along * (u - x), b - y - along * (v - y)) > 20, (one, other, third)


def test_maps_say_themselves_in_words_and_stand_alike_in_every_language() -> None:
    svg = one_map(SLUICE, kit_lines(SLUICE, "mill"), _, title="Map", key="m")
    assert "Gulnora – Davron: Quarrel." in svg
    assert "Touch a person or a line" in svg
    shown = both_maps(laid(SLUICE), _, key="b")
    assert "Timur – Karim. Circle: Trust. Square: Silence." in shown
    assert shown.count('class="dk-part"') == len(SLUICE.parties) + len(laid(SLUICE).pairs)
    dari = words("prs", "lesson_06")
    names = [party.first_name for party in content.sluice(dari).parties]
    assert all(0 < len(name) < 16 for name in names)
    assert "direction" in one_map(content.sluice(dari), (), dari, title="x", key="m")


@pytest.mark.parametrize("language", ["en", "kk", "ky", "prs", "ru"])
def test_a_label_is_never_cut(language: str) -> None:
    for case in content.conflicts(words(language, "lesson_06")):
        marks = [person_mark(party) for party in case.parties]
        svg = relation_map(marks, (), words(language), title="Map", description="All")
        shown = " ".join(svg_texts(svg))
        assert all(mark.group in shown for mark in marks)


def person_mark(party: content.Party) -> PersonMark:
    return PersonMark(
        key=party.key, name=party.first_name, group=party.name, told="", town=party.town, place=party.place
    )


def svg_texts(svg: str) -> list[str]:
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(text.itertext()).strip("\u2067\u2069") for text in found]


@pytest.mark.parametrize("trunk", ["Nobody can rely on it", "Nobody can rely on it."])
def test_a_tree_in_words_keeps_its_sentences_apart(trunk: str) -> None:
    cards = {"effect": ["Flowers fell."], "cause": ["The board sticks."], "answer": ["There is no fine."]}
    names = {"effect": "A branch", "cause": "A root", "answer": "An answer"}
    assert "Nobody can rely on it. A branch: Flowers fell." in tree_picture(trunk, cards, names, _, title="Tree")
