"""The drawings of lesson 07: sound, the same again, told in words, and never by colour alone."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import pytest

from dastarkhan.languages import Words, words
from dastarkhan.pictures.counts_picture import AlarmRow, CountRow, alarm_picture, counts_picture
from dastarkhan.pictures.help_picture import HelpMark, help_picture
from dastarkhan.pictures.sheet import text_width
from dastarkhan.pictures.stairs_picture import WIDTH, StepMark, stairs_picture
from dastarkhan.pictures.three_picture import three_picture
from dastarkhan.pictures.walk_picture import TurnMark, plain_walk, walk_picture

SVG = "{http://www.w3.org/2000/svg}"
LEVELS = ("Low", "Middle", "High")
CROWDS = (0, 4, 10, 11, 60, 61, 0, 854, 0)


def stairs(_: Words, **changes: object) -> str:
    marks = [
        StepMark(name=f"Step {n}", told=f"{many} here", many=many, sign=str(many) if many else "")
        for n, many in enumerate(CROWDS, start=1)
    ]
    return stairs_picture(marks, LEVELS, _, title="Stairs", **{"key": "one", **changes})  # type: ignore[arg-type]


def walk(_: Words) -> str:
    turns = [TurnMark(name="A", told="a", word="calm", after=1), TurnMark(name="B", told="b", word="garbled", after=1)]
    return walk_picture([*turns, TurnMark(name="C", told="c", word="hard", after=2)], LEVELS, _, title="Walk", key="w")


PICTURES: dict[str, Callable[[Words], str]] = {
    "stairs": stairs,
    "followed": lambda _: stairs(_, followed=4, room=1000),
    "paper": lambda _: stairs(_, on_paper=True),
    "walk": walk,
    "plain": lambda _: plain_walk([1, 2, 4, 3], 2, _, title="Plain", key="p"),
    "help": lambda _: help_picture([HelpMark(name="Light", first=1, last=3)], _, title="Help", step=2, key="h"),
    "counts": lambda _: counts_picture([CountRow(name="Rain", counts=(0, 2, 5), marked=True)], _, title="C", key="c"),
    "alarm": lambda _: alarm_picture([AlarmRow(name="9 came", good=("in time", 7), bad=("late", 2))], _, title="A"),
    "three": lambda _: three_picture(
        {"a": "Ada", "b": "Bel", "c": "Cem"}, {"a": "A", "b": "B", "c": "C"},
        {("a", "b"): 0, ("a", "c"): 40, ("b", "c"): 900}, 1000, _, title="Three", key="t",
    ),
}  # fmt: skip


def written(svg: str) -> list[str]:
    found = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return ["".join(text.itertext()).strip("\u2067\u2069") for text in found]


@pytest.mark.parametrize("language", ["en", "prs"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_sound_and_the_same_again(name: str, language: str) -> None:
    _ = words(language)
    svg = PICTURES[name](_)
    root = ElementTree.fromstring(svg)
    assert root.get("aria-label")
    assert root.find(f"{SVG}desc").text  # type: ignore[union-attr]
    assert svg == PICTURES[name](_)
    width, height = (float(n) for n in root.get("viewBox", "").split()[2:])
    assert width == 340
    for text in root.iter(f"{SVG}text"):
        x, y = float(text.get("x", 0)), float(text.get("y", 0))
        assert 0 <= x <= width, (name, text.text)
        assert 0 <= y <= height, (name, text.text)


def test_a_few_are_one_dot_and_all_dots_are_there() -> None:
    svg = stairs(words("en"), on_paper=True)
    dots = sum(path.count("M") for path in re.findall(r'd="([^"]+)" style="fill: none; stroke: #0b6472', svg))
    assert dots == sum(-(-many // 10) for many in CROWDS)
    assert {"4", "10", "11", "60", "61", "854", *LEVELS, *map(str, range(1, 10))} <= set(written(svg))
    assert "Touch a step" not in svg


def test_the_followed_walk_stands_above_its_crowd() -> None:
    plain, followed = stairs(words("en")), stairs(words("en"), followed=4)
    assert followed.count("#e0a526") == plain.count("#e0a526") + 1
    assert written(plain) == written(followed)


def test_words_have_shapes_and_names() -> None:
    told = written(walk(words("en")))
    assert {"calm", "calm, but garbled", "hard"} <= set(told)


def test_a_line_that_nobody_climbs_is_dashed() -> None:
    drawn = PICTURES["three"](words("en"))
    assert drawn.count("stroke-dasharray") == 1
    assert {"0", "40", "900", "Ada", "A"} <= set(written(drawn))


def left_of(svg: str, text: str) -> float:
    """Where a text begins or ends, in pixels from the left."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return next(float(one.attrib["x"]) for one in found if "".join(one.itertext()) == text)


@pytest.mark.parametrize(("ending", "side"), [((1, 1, 1, 1), "right"), ((3, 3), "left")])
def test_the_name_of_a_level_gives_way_to_a_walk(ending: tuple[int, ...], side: str) -> None:
    turns = [TurnMark(name="A", told="a", word="calm", after=step) for step in (*[1] * 6, *ending)]
    drawn = walk_picture(turns, ("A long name for low", "Middle", "High"), words("en"), title="Walk", key="w")
    assert ("left" if left_of(drawn, "A long name for low") < 100 else "right") == side


@pytest.mark.parametrize("language", ["en", "kk", "ky", "ru"])
def test_the_legend_of_a_walk_stays_on_the_sheet(language: str) -> None:
    _ = words(language)
    drawn = walk(_)
    for name in (_("calm"), _("calm, but garbled"), _("hard")):
        assert left_of(drawn, name) + text_width(name, 12) <= WIDTH
