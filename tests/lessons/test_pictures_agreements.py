"""Pictures of agreements: all that was possible, two hundred years, and a reserve that runs dry."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from itertools import pairwise, product

import numpy as np
import pytest

from dastarkhan.languages import Words, words
from dastarkhan.pictures import (
    Mark,
    PartyLook,
    StripYear,
    agreements_picture,
    colour,
    first_party,
    reserve_picture,
    second_party,
    years_strip,
)
from dastarkhan.pictures.plane import plane_around, round_step, ticks
from dastarkhan.pictures.sheet import text_width

SVG = "{http://www.w3.org/2000/svg}"
ALONE = (285, -70)
RELEASES = ((247, 96), (222, 203), (204, 245), (170, 262))
DOTS = np.array(
    [
        (springs + paid - kept * (100 - share) / 100 - data, gardens - paid - kept * share / 100 + 2 * data)
        for (springs, gardens), paid, (kept, share), data, rule in product(
            RELEASES,
            (0, 60, 100, 140, 180, 220, 260),
            ((40, 0), (40, 25), (40, 50), (40, 75)),
            (0, 4),
            (0, 1, 2),
        )
    ]
)
OWN = Mark(name="your agreement", points=(304, 105), kind="own")
FAIR = (
    Mark(name="equal gain", points=(330, 60), kind="fair"),
    Mark(name="largest product", points=(350, 40), kind="fair"),
)


class LongWords(Words):
    """A language in which everything is half as long again."""

    def _fill(self, text: str, values: object) -> str:
        return super()._fill(f"{text} {'jo ' * (len(text) // 6)}".strip(), values)


def looks(_: Words) -> list[PartyLook]:
    names = ("Springs", "Gardens") if _.direction == "ltr" else ("چشمه‌ها", "باغ‌ها")
    makers = zip((first_party, second_party), ("springs", "gardens"), names, strict=True)
    return [make(key=key, name=name, letter=name[0]) for make, key, name in makers]


def draw(_: Words, *marks: Mark, dots: object = DOTS) -> str:
    return agreements_picture(dots, looks(_), _, title="All agreements", alone=ALONE, marks=marks, key="all")


def years_of(text: str, _: Words) -> list[StripYear]:
    """Read years written as digits (how wet), "-" (without), "S" and "G" (it broke in a very dry year)."""
    sides = dict(zip("SG", looks(_), strict=True))
    return [
        StripYear(card_level=0, kept=True, broken_by=sides[sign], label=f"In year {i} it broke for {sides[sign].name}.")
        if sign in sides
        else StripYear(card_level=2 if sign == "-" else int(sign), kept=sign != "-")
        for i, sign in enumerate(text, start=1)
    ]


def strip(text: str, _: Words, **options: int) -> str:
    return years_strip(years_of(text, _), looks(_), _, title="Two hundred years", key="strip", **options)


def reserve(
    _: Words, *, gains: tuple[int, ...] = (96, -22, -38, -71), left: tuple[int, ...] = (100, 78, 40, -31)
) -> str:
    cards = ["A normal year", "A dry year", "A dry year", "A very dry year"][: len(gains)]
    years = range(12, 12 + len(gains))
    return reserve_picture(years, gains, left, looks(_)[1], _, title="Why it broke", cards=cards, key="reserve")


PICTURES: dict[str, Callable[[Words], str]] = {
    "all agreements": lambda _: draw(_, OWN, *FAIR),
    "no agreement": lambda _: draw(_),
    "years": lambda _: strip("3241" * 24 + "0G---" + "43210" * 19 + "01S-", _),
    "reserve": reserve,
}


def texts(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))


def written(svg: str) -> list[str]:
    return ["".join(text.itertext()).strip("\u2067\u2069") for text in texts(svg)]


def parts(svg: str) -> list[str]:
    """What a screen reader says of each place that can be reached."""
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    return [str(group.get("aria-label")) for group in groups if "dk-part" in group.get("class", "")]


def boxes(svg: str) -> list[tuple[float, float, float, str]]:
    """Give left, right, baseline and words of every text, but not of those that show only when pointed at."""
    root = ElementTree.fromstring(svg)
    tips = {
        text for group in root.iter(f"{SVG}g") if group.get("class") == "dk-tip" for text in group.iter(f"{SVG}text")
    }
    found = []
    for text in (one for one in root.iter(f"{SVG}text") if one not in tips):
        style, shown = text.get("style", ""), "".join(text.itertext())
        size = float(re.search(r"font-size: ([\d.]+)", style).group(1))
        width = text_width(shown, size, bold="700" in style)
        anchor = re.search(r"anchor: (\w+)", style).group(1)
        left = float(text.get("x")) - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        found.append((left, left + width, float(text.get("y")), shown))
    return found


# --- every picture


@pytest.mark.parametrize("language", ["en", "prs"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_sound_small_and_always_the_same(name: str, language: str) -> None:
    _ = words(language)
    svg = PICTURES[name](_)
    root = ElementTree.fromstring(svg)
    assert root.get("aria-label")
    assert len(root.find(f"{SVG}desc").text) > 20
    assert root.get("role") == ("group" if parts(svg) else "img")
    assert svg == PICTURES[name](_)
    assert 5_000 < len(svg) < 60_000
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert all(one.startswith(root.get("id")) for one in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("make", [lambda: words("en"), lambda: words("prs"), lambda: LongWords("en")])
def test_no_word_leaves_the_sheet_or_meets_another(make: Callable[[], Words], name: str) -> None:
    svg = PICTURES[name](make())
    width = float(re.search(r'viewBox="0 0 ([\d.]+)', svg).group(1))
    found = boxes(svg)
    assert len(found) > 8
    for i, (left, right, y, one) in enumerate(found):
        assert left >= -1, one
        assert right <= width + 1, one
        for other_left, other_right, other_y, other in found[i + 1 :]:
            assert abs(y - other_y) > 9 or right <= other_left or other_right <= left, (one, other)


# --- all agreements


def test_the_outer_edge_joins_what_nobody_can_better() -> None:
    """One corner of the line for each such agreement, outward and down; equal ones count once."""
    points = np.random.default_rng(7).integers(200, 400, (40, 2)).astype(float)
    best = {
        tuple(one)
        for one in points.tolist()
        if not any(
            other[0] >= one[0] and other[1] >= one[1] and tuple(other) != tuple(one) for other in points.tolist()
        )
    }
    svg = draw(words("en"), dots=points)
    line = next(
        path
        for path, stroke in re.findall(r'<path d="([^"]+)" style="fill: none; [^"]*stroke-width: ([\d.]+);', svg)
        if stroke == "1.8"
    )
    corners = [(float(x), float(y)) for x, y in re.findall(r"[ML] (\S+) (\S+)", line)]
    assert len(corners) == len(best) > 2
    assert corners == sorted(corners)
    assert [y for _x, y in corners] == sorted(y for _x, y in corners)
    assert "<svg" in draw(words("en"), dots=np.empty((0, 2)))


def test_equal_dots_are_drawn_once_and_counted_each() -> None:
    _ = words("en")
    svg = draw(_)
    drawn = [path.count("M ") for path in re.findall(r'<path d="([^"]+)"', svg)]
    better = (ALONE < DOTS).all(axis=1)
    assert len(np.unique(DOTS[better], axis=0)) in drawn
    assert len(np.unique(DOTS[~better], axis=0)) in drawn
    assert f"{better.sum()} agreements are better for both" in written(svg)
    assert f"{(~better).sum()} others are not better for both" in written(svg)
    assert len(DOTS) == 672


@pytest.mark.parametrize(("language", "outward"), [("en", 1), ("prs", -1)])
def test_more_points_stand_further_up_and_further_out(language: str, outward: int) -> None:
    _ = words(language)

    def star(points: tuple[int, int]) -> tuple[float, float]:
        svg = draw(_, Mark(name="mine", points=points, kind="own"))
        path = next(d for d, style in re.findall(r'<path d="([^"]+)"[^>]*style="([^"]+)', svg)
                    if colour("saffron") in style and d.count("L") >= 9)  # fmt: skip
        corners = np.array(re.findall(r"([\d.]+) ([\d.]+)", path), dtype=float)
        return float(corners[:, 0].mean()), float(corners[:, 1].mean())

    (x, y), (more_x, _same), (_x, higher_y) = star((300, 0)), star((350, 0)), star((300, 50))
    assert (more_x - x) * outward > 10
    assert higher_y < y - 10


def test_a_mark_tells_what_it_brings_beyond_acting_alone() -> None:
    _ = words("en")
    told = parts(draw(_, OWN, Mark(name="poor", points=(285, -90), kind="fair")))
    plain = [re.sub("[\u2066-\u2069]", "", one) for one in told]
    assert "your agreement. Springs: 304 points a year, 19 more than alone." in plain[-1]
    assert "Gardens: 105 points a year, 175 more than alone." in plain[-1]
    assert "Springs: 285 points a year, as many as alone." in plain[1]
    assert "Gardens: -90 points a year, 20 fewer than alone." in plain[1]
    assert plain[0] == "without agreement. Every side for itself: Springs 285 points a year, Gardens -70."


def test_without_an_own_agreement_the_picture_is_whole() -> None:
    _ = words("en")
    svg = draw(_)
    assert {"better for both", "without", "agreement", "285", "-70"} <= set(written(svg))
    assert len(parts(svg)) == 1
    named = draw(_, Mark(name="each alone", points=ALONE, kind="alone"))
    assert "each alone" in written(named)
    assert "without" not in written(named)
    assert "0 agreements are better for both" in written(draw(_, dots=[]))


def test_six_agreements_on_one_place_keep_their_numbers_apart() -> None:
    _ = words("en")
    own = [Mark(name=f"Year {n}", points=(304, 105), kind="own") for n in range(1, 7)]
    svg = draw(_, *own, *FAIR)
    assert len(svg) < 64_000
    assert {f"Year {n}" for n in range(1, 7)} <= set(written(svg))  # the legend
    on_the_plane = [(left, y) for left, _right, y, shown in boxes(svg) if shown in "123456" and y < 330]
    assert len(on_the_plane) == 6
    for i, one in enumerate(on_the_plane):
        for other in on_the_plane[i + 1 :]:
            assert np.hypot(one[0] - other[0], one[1] - other[1]) > 19
    assert len(parts(svg)) == 9


def test_fair_marks_on_one_place_share_a_name_and_look_out_from_under_a_star() -> None:
    _ = words("en")
    both = [Mark(name=name, points=OWN.points, kind="fair") for name in ("equal gain", "largest product")]
    svg = draw(_, OWN, *both)
    assert len(parts(svg)) == 3
    assert any(told.startswith("equal gain, largest product.") for told in parts(svg))
    ink = re.findall(rf'<path d="([^"]+)"[^>]*fill: {colour("cloth")}; stroke: {colour("ink")}', svg)
    spans = [np.ptp([float(x) for x in re.findall(r"([\d.]+) [\d.]+", path)]) for path in ink]
    assert max(spans) > 2 * 13 + 8  # wider than the star on it


def test_few_round_numbers_stand_along_the_edges() -> None:
    assert ticks(-216, 223) == [-200, -100, 0, 100, 200]
    assert len(ticks(144, 494)) <= 5
    assert round_step(0.4, 4) == 0.1
    plane = plane_around(np.array([[0.0, 0.0], [100.0, 100.0]]), 20, 10, 200)
    assert plane.at((50, 50)) == pytest.approx((120, plane.top + (plane.bottom - plane.top) / 2))
    assert plane.places(np.array([[50.0, 50.0]]))[0] == pytest.approx(plane.at((50, 50)), abs=0.26)
    lone = plane_around(np.array([[7.0, 7.0]]), 20, 10, 200)
    assert lone.high[0] - lone.low[0] >= 40


# --- two hundred years


def test_a_break_can_be_reached_and_says_its_words() -> None:
    _ = words("en")
    svg = strip("33220G---33201S---43", _)
    assert parts(svg) == ["In year 6 it broke for Gardens.", "In year 15 it broke for Springs."]
    assert {"it broke for Springs", "it broke for Gardens", "a year without it"} <= set(written(svg))
    assert "held to the end in 12 of 20 years" in svg
    only = strip("3320G---", _)
    assert "it broke for Springs" not in written(only)


def test_an_agreement_that_holds_needs_no_signs() -> None:
    svg = strip("43210" * 40, words("en"))
    assert parts(svg) == []
    assert "It held in all 200 years." in written(svg)
    assert "a year without it" not in written(svg)


def strokes(svg: str, width: str) -> list[str]:
    """Paths of ink of one width."""
    return re.findall(rf'<path d="([^"]+)"[^>]*stroke: {colour("ink")}; stroke-width: {width}', svg)


def test_a_line_runs_under_the_years_in_which_it_held() -> None:
    _ = words("en")
    assert strokes(strip("4444433333", _), "3.5")[0].count("M") == 1
    broken = strokes(strip("44S--33333", _), "3.5")[0]
    xs = [float(x) for x in re.findall(r"[ML] ([\d.]+)", broken)]
    assert broken.count("M") == 2
    lengths = np.diff(xs)[::2]
    assert lengths[0] < lengths[1]  # three years, then five
    assert strokes(strip("4" * 50, _), "3.5")[0].count("M") == 2  # a row each


def test_wetter_years_are_fuller_and_darker() -> None:
    svg = strip("01234", words("en"))
    glasses = re.findall(r'<path d="([^"]+)"[^>]*style="fill: (#\w{6})"', svg)
    rows = [(np.array(re.findall(r"([\d.]+) ([\d.]+)", d), float), fill) for d, fill in glasses]
    water = [(np.ptp(points[:, 1]), fill) for points, fill in rows if len(points) == 4 and np.ptp(points[:, 0]) < 11]
    heights = [height for height, _fill in water][:5]
    greys = [sum(int(fill[i : i + 2], 16) for i in (1, 3, 5)) for _height, fill in water][:5]
    assert len(heights) == 5
    assert all(one < other for one, other in pairwise(heights))
    assert all(one > other + 30 for one, other in pairwise(greys))


def test_flags_side_by_side_stand_on_two_levels() -> None:
    _ = words("en")
    seals = [(x, y) for x, _right, y, shown in boxes(strip("3GSG3", _)) if shown in "SG" and y < 70]
    assert len(seals) == 3
    for i, one in enumerate(seals):
        for other in seals[i + 1 :]:
            assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 18


def test_rows_fit_a_phone_or_a_projector() -> None:
    _ = words("en")
    narrow, wide = strip("3" * 200, _), strip("3" * 200, _, per_row=50)
    sizes = [tuple(map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)', svg).groups())) for svg in (narrow, wide)]
    assert sizes[0][0] == pytest.approx(340)
    assert sizes[1][0] > 600
    assert sizes[1][1] < sizes[0][1]
    assert {"1", "26", "176"} <= set(written(narrow))
    assert {"1", "51", "151"} <= set(written(wide))


# --- the reserve


def test_a_reserve_runs_dry_year_by_year() -> None:
    _ = words("en")
    svg = reserve(_)
    shown = [text.strip("\u200e") for text in written(svg)]
    assert {"+96", "-22", "-38", "-71", "100", "78", "40", "0"} <= set(shown)
    assert "The reserve is used up. Missing: 31" in shown
    frame = f"fill: {colour('pomegranate-soft')}; stroke: {colour('pomegranate')}; stroke-width: 1.6"
    assert svg.count(frame) == 1  # around the year that uses it up
    calm = reserve(_, gains=(96, -22), left=(100, 78))
    assert "Missing" not in "".join(written(calm))
    assert frame not in calm


def test_what_a_year_takes_is_striped_in_both_columns() -> None:
    svg = reserve(words("en"))
    found = re.findall(r'<pattern id="([^"]+)"[^>]*rotate\(-45\)', svg)
    assert sum(svg.count(f"url(#{name})") for name in found) == 6  # three losses, three pieces of the reserve


@pytest.mark.parametrize("gains", [(5, -120), (120, -5), (-60, -50), (60, 50), (0, 0)])
def test_numbers_stand_across_the_zero_line_from_their_bars(gains: tuple[int, int]) -> None:
    _ = words("en")
    svg = reserve(_, gains=gains, left=(100, 50))
    shown = {text.strip("\u200e"): (left, right) for left, right, _y, text in boxes(svg)}
    zero = float(re.search(r'd="M ([\d.]+) [\d.]+ \nL \1 ', svg).group(1))
    for gain in gains:
        left, right = shown[f"+{gain}" if gain > 0 else str(gain)]
        assert (right < zero) if gain > 0 else (left > zero)
        assert left > 98
        assert right < 234


def test_a_screen_reader_hears_every_year() -> None:
    svg = re.sub("[\u2066-\u2069\u200e]", "", reserve(words("en")))
    assert "Year 12, A normal year: +96 points beyond acting alone, reserve 100." in svg
    assert "Year 15, A very dry year: -71 points beyond acting alone, reserve 0." in svg
