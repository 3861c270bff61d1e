"""Pictures as a page gets them: sound SVG, words as text, one look, nothing that meets another picture."""

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from matplotlib import rc_context, rcParams

from dastarkhan.languages import Words, words
from dastarkhan.languages.building import spoken
from dastarkhan.languages.paths import own_house
from dastarkhan.pictures import (
    MonthBars,
    MonthLine,
    YearPanel,
    basin_map,
    colour,
    draw_basin,
    party_looks,
    points_bars,
    save_png,
    sharing_bars,
    sharing_compare,
    year_panel,
    year_panels,
)
from dastarkhan.pictures.courses import along, curves, normal_year
from dastarkhan.pictures.labels import place_labels
from dastarkhan.pictures.sheet import Sheet, text_width, wrap
from simulations.basins import Basin, normal_inflows, simulate
from simulations.games import case_names, read_case
from simulations.table import Case

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("Villages", "Farms", "Town", "Wetland")
CLAIMS, AWARDS = np.array([20.0, 45.0, 10.0, 15.0]), np.array([17.5, 17.5, 10.0, 15.0])
ASKED = np.array([0, 0, 0, 0, 0, 2, 6, 9, 10, 10, 6, 2.0])
GOT = np.minimum(ASKED, 7)


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case("ayna")


@pytest.fixture(scope="module")
def flows(case: Case):
    basin = Basin.from_mapping(case.basin)
    return simulate(basin, normal_inflows(basin, np.array([0.6])), {})


def claimants(case: Case, _: Words) -> list:
    looks = party_looks(case, _)
    return [looks["springs"], looks["gardens"], looks["gardens"], looks["both"]]


def fields(case: Case, _: Words, **changes: object) -> YearPanel:
    look = party_looks(case, _)["gardens"]
    values = {"title": "Fields", "summary": "72%", "bars": (MonthBars(name="Farms", got=GOT, asked=ASKED, look=look),)}
    return YearPanel(**{**values, **changes})


PICTURES: dict[str, Callable[[Case, Words], str]] = {
    "map": lambda case, _: basin_map(case, _),
    "wide map": lambda case, _: basin_map(case, _, width="wide", selected="lake"),
    "year": lambda case, _: year_panel(fields(case, _), _, unit=_("million m³")),
    "shares": lambda case, _: sharing_bars(CLAIMS, AWARDS, NAMES, claimants(case, _), _, title="A dry year"),
    "rules": lambda case, _: sharing_compare(
        CLAIMS, {"Equal": AWARDS, "Other": CLAIMS / 1.5}, NAMES, claimants(case, _), _, title="Rules", chosen="Other"
    ),
    "points": lambda case, _: points_bars(
        [[306, -56], [220, 234]], ["12", "55"], claimants(case, _)[:2], _, title="Points", chosen=1
    ),
}


def texts(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))


def written(svg: str) -> list[str]:
    return ["".join(text.itertext()).strip("\u2067\u2069") for text in texts(svg)]


# --- every picture


@pytest.mark.parametrize("language", ["en", "prs"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_sound_and_always_the_same(name: str, language: str, case: Case) -> None:
    _ = words(language)
    svg = PICTURES[name](case, _)
    root = ElementTree.fromstring(svg)
    assert root.get("role") in ("img", "group")
    assert root.get("aria-label")
    assert root.find(f"{SVG}desc") is not None
    assert root.get("direction") == "ltr"
    assert "width:100%" in root.get("style", "")
    assert len(texts(svg)) > 5
    assert svg == PICTURES[name](case, _)
    assert len(svg) < 80_000
    for leftover in ("<style", "<metadata", "<?xml", "figure_1", "patch_1"):
        assert leftover not in svg


def test_no_two_pictures_share_an_id(case: Case) -> None:
    _ = words("en")
    drawn = [draw(case, _) for draw in PICTURES.values()]
    ids = [set(re.findall(r'\bid="([^"]+)"', svg)) for svg in drawn]
    assert all(ids)
    assert sum(map(len, ids)) == len(set().union(*ids))
    for svg, own in zip(drawn, ids, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= own


def test_a_key_names_the_ids(case: Case) -> None:
    svg = basin_map(case, words("en"), key="meet")
    assert all(name.startswith("meet") for name in re.findall(r'\bid="([^"]+)"', svg))


def test_settings_of_the_reader_neither_change_nor_are_changed(case: Case) -> None:
    _ = words("en")
    plain, before = PICTURES["shares"](case, _), dict(rcParams)
    with rc_context({"svg.fonttype": "path", "savefig.bbox": "tight", "font.size": 30, "font.family": "monospace"}):
        assert PICTURES["shares"](case, _) == plain
    assert dict(rcParams) == before


def test_words_come_in_the_kits_families_and_right_to_left_is_isolated(case: Case) -> None:
    for language, first in (("en", "'Noto Sans'"), ("prs", "'Vazirmatn'")):
        for text in texts(PICTURES["shares"](case, words(language))):
            family = re.search(r"font-family: ([^,;]+)", text.get("style", ""))
            assert family is not None
            assert family.group(1) == first
            assert ("".join(text.itertext())[0] == "\u2067") == (language == "prs")


def test_a_mirrored_sheet_counts_from_the_right() -> None:
    for mirrored, x, anchor in ((False, "10", "start"), (True, "90", "end")):
        sheet = Sheet(100, 50, mirrored=mirrored)
        sheet.text(10, 20, "word")
        (text,) = texts(sheet.svg(title="t"))
        assert text.get("x") == x
        assert text.get("y") == "20"
        assert f"text-anchor: {anchor}" in text.get("style", "")


# --- patterns and amounts


def fills(svg: str, pattern: str) -> int:
    """How often a pattern is used as a fill; patterns are told by their marks' colour and turn."""
    marks = {"missing": ("-45", colour("pomegranate")), "stripes": ("45", colour("apricot-soft"))}[pattern]
    found = re.findall(r'<pattern id="([^"]+)"[^>]*rotate\(([-\d]+)\)"[^>]*>.*?<g fill="(#\w+)"', svg)
    ids = [name for name, turn, ink in found if (turn, ink) == marks]
    return sum(svg.count(f"url(#{name})") for name in ids)


def test_shares_show_who_lacks_what(case: Case) -> None:
    _ = words("en")
    looks = claimants(case, _)
    svg = sharing_bars(CLAIMS, AWARDS, NAMES, looks, _, title="A dry year")
    assert fills(svg, "missing") == 2
    assert fills(svg, "stripes") == 2
    assert {"17.5 of 20", "17.5 of 45", "10 of 10", "15 of 15", "2.5 less", "27.5 less"} <= set(written(svg))
    assert "Farms: 17.5 of 45" in svg[: svg.index("<g")]  # and a screen reader hears it
    assert fills(sharing_bars(CLAIMS, CLAIMS, NAMES, looks, _, title="Enough"), "missing") == 0


def test_a_bar_is_as_long_as_its_claim(case: Case) -> None:
    _ = words("en")
    svg = sharing_bars([20, 40], [20, 40], ["a", "b"], claimants(case, _)[:2], _, title="t")
    edge = re.findall(rf'<path d="([^"]+)"[^>]*style="fill: none; stroke: {colour("ink")}', svg)
    spans = [np.ptp([float(x) for x in re.findall(r"([\d.]+) [\d.]+", path)]) for path in edge]
    assert len(spans) == 2
    assert spans[1] == pytest.approx(2 * spans[0])


def test_the_months_show_the_unmet_need_and_name_it(case: Case) -> None:
    _ = words("en")
    svg = year_panel(fields(case, _), _)
    assert fills(svg, "missing") == int((ASKED > GOT).sum()) == 3
    assert {"missing 3", "wanted", "Fields", "72%"} <= set(written(svg))
    enough = (MonthBars(name="Farms", got=ASKED, asked=ASKED, look=party_looks(case, _)["gardens"]),)
    calm = year_panel(fields(case, _, bars=enough), _)
    assert fills(calm, "missing") == 0
    assert not any("missing" in text for text in written(calm))


def test_months_begin_where_the_year_begins(case: Case) -> None:
    _ = words("en")
    names = [_.month(month, short=True) for month in (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)]
    shown = [text for text in written(year_panel(fields(case, _), _)) if text in names or text in {n[0] for n in names}]
    assert shown in (names, [name[0] for name in names])


def test_words_on_a_panel_do_not_overlap(case: Case) -> None:
    _ = words("en")
    looks = party_looks(case, _)
    busy = YearPanel(
        title="Homes",
        summary="93%",
        bars=(
            MonthBars(name="Mill and villages", got=GOT, asked=ASKED, look=looks["springs"]),
            MonthBars(name="Willow", got=GOT, asked=ASKED, look=looks["gardens"]),
        ),
        lines=(MonthLine(name="what the banks bear", values=[9] * 12, limit=True),),
        flood=np.where(np.arange(12) < 2, 3.0, 0.0),
        flood_name="over the banks",
    )
    boxes = []
    for text in texts(year_panel(busy, _)):
        style, words_shown = text.get("style", ""), "".join(text.itertext())
        size = float(re.search(r"font-size: ([\d.]+)", style).group(1))
        width = text_width(words_shown, size, bold="700" in style)
        anchor = re.search(r"anchor: (\w+)", style).group(1)
        x = float(text.get("x")) - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        boxes.append((x, x + width, float(text.get("y")), words_shown))
    assert len(boxes) > 18
    for i, (left, right, y, one) in enumerate(boxes):
        for other_left, other_right, other_y, other in boxes[i + 1 :]:
            assert abs(y - other_y) > 10 or right <= other_left or other_right <= left, (one, other)


def test_a_flood_and_a_store_are_drawn_only_where_there_is_one(case: Case) -> None:
    _ = words("en")
    flood = {"flood": np.eye(12)[2] * 3, "flood_name": "over the banks"}
    assert "over the banks" in written(year_panel(fields(case, _, **flood), _))
    dry = {"flood": np.zeros(12), "flood_name": "over the banks"}
    assert "over the banks" not in written(year_panel(fields(case, _, **dry), _))
    kept = MonthLine(name="kept", values=[60] * 12, full=70)
    low, alone = (year_panel(fields(case, _, lines=lines), _) for lines in ((kept,), ()))
    assert colour("river-soft") in low
    assert colour("river-soft") not in alone
    numbers = [text for text in written(alone) if text.isdigit()]
    assert numbers == [text for text in written(low) if text.isdigit()]  # the store keeps a scale of its own


def test_year_panels_gives_one_picture_each(case: Case) -> None:
    _ = words("en")
    panels = [fields(case, _), fields(case, _, title="Again")]
    assert year_panels(panels, _) == tuple(year_panel(panel, _) for panel in panels)


def test_points_below_zero_stand_on_the_other_side(case: Case) -> None:
    svg = PICTURES["points"](case, words("en"))
    at = {"".join(text.itertext()): float(text.get("x")) for text in texts(svg)}
    below = next(shown for shown in at if shown.endswith("56"))
    zero = float(re.search(r'd="M ([\d.]+) [\d.]+ \nL \1 ', svg).group(1))
    assert at[below] < zero < at["306"]
    assert "Points" in svg
    assert colour("river-soft") in svg  # the ground of the reader's own choice


# --- the map


def test_every_node_can_be_reached_and_tells_what_it_is(case: Case) -> None:
    _ = words("en")
    root = ElementTree.fromstring(basin_map(case, _, selected="reservoir"))
    parts = [group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("dk-part")]
    labels = [part.get("aria-label") for part in parts]
    assert len(parts) == len(case.basin["nodes"])
    for key in case.basin["nodes"]:
        told = f"{_.case(case, f'nodes.{key}.name')}. {_.case(case, f'nodes.{key}.about')}"
        assert any(label.startswith(told) for label in labels)
    assert all(part.get("tabindex") == "0" and part.get("role") == "img" for part in parts)
    tips = [group for group in root.iter(f"{SVG}g") if group.get("class") == "dk-tip"]
    assert [tip.get("visibility") for tip in tips].count("hidden") == len(parts) - 1
    chosen = next(part for part in parts if "dk-chosen" in part.get("class"))
    assert _.case(case, "nodes.reservoir.name") in chosen.get("aria-label")


def test_the_map_tells_what_came_of_the_need(case: Case, flows) -> None:
    _ = words("en")
    need = np.array(case.basin["nodes"]["gardens_farms"]["demand_mcm"])
    got = np.minimum(flows.delivered_mcm["gardens_farms"][0], need)
    year = basin_map(case, _, flows=flows)
    assert f"{_.number(round(got.sum(), 1))} of {_.number(round(need.sum(), 1))}" in written(year)
    july = basin_map(case, _, flows=flows, month=9)
    assert f"{_.number(round(got[9], 1))} of {_.number(round(need[9], 1))}" in written(july)


def test_labels_stand_still_whatever_the_year_brings(case: Case, flows) -> None:
    _ = words("en")
    names = {_.case(case, f"nodes.{key}.name") for key in case.basin["nodes"]}

    def places(month: int) -> list[tuple[str, str, str]]:
        drawn = texts(basin_map(case, _, flows=flows, month=month))
        return [(t.text, t.get("x"), t.get("y")) for t in drawn if t.text in names]

    assert places(0) == places(9)
    assert len(places(0)) >= len(names) / 2


def test_placed_labels_are_inside_and_apart() -> None:
    centres = ((50.0, 50.0), (100.0, 50.0), (100.0, 100.0), (50.0, 100.0))
    water = ((75.0, 50.0), (75.0, 100.0))
    placed = place_labels(centres, ((10.0, 10.0),) * 4, (((40.0, 16.0),),) * 4, water, (0, 0, 150, 150))
    boxes = [box for box, _side, _way in placed]
    for i, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= 150
        assert 0 <= top < bottom <= 150
        for other in boxes[i + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_a_normal_year_by_hand() -> None:
    nodes = {
        "spring": {"kind": "source", "inflow_mcm": [10.0]},
        "fork": {"kind": "junction"},
        "farm": {"kind": "demand", "demand_mcm": [4.0], "return_share": 0.5},
        "lake": {"kind": "outlet"},
    }
    arcs = {("spring", "fork"): {}, ("fork", "farm"): {"loss_share": 0.2}, ("fork", "lake"): {}, ("farm", "lake"): {}}
    water = normal_year(nodes, arcs)  # the farm takes 4 / 0.8 = 5 of the 10; half of its 4 comes back
    assert water == {("spring", "fork"): 10, ("fork", "farm"): 5, ("fork", "lake"): 5, ("farm", "lake"): 2}


def test_a_course_joins_its_nodes_and_a_cycle_does_not_hang() -> None:
    (curve,) = curves({"a": (0, 0), "b": (30, 40)}, [("a", "b")]).values()
    assert along(curve, np.array([0.0, 1.0])).tolist() == [[0, 0], [30, 40]]
    nodes = {name: {"kind": "junction"} for name in "ab"}
    assert normal_year(nodes, {("a", "b"): {}, ("b", "a"): {}}) == {("a", "b"): 0, ("b", "a"): 0}


def test_lines_are_broken_at_the_width() -> None:
    text = "Wheat, melons and vegetables grow here from April to September"
    lines = wrap(text, 13, 150)
    assert " ".join(lines) == text
    assert len(lines) > 2
    assert all(text_width(line, 13) <= 150 for line in lines)
    assert wrap("Unzertrennlich", 13, 20) == ("Unzertrennlich",)


def test_a_file_shows_the_map_without_what_appears_when_pointed_at(case: Case, tmp_path: Path) -> None:
    from matplotlib.image import imread

    _ = words("en")
    sheet = draw_basin(case, _, strip=False, selected="lake")
    save_png(sheet, tmp_path / "map.png", scale=2)
    pixels = imread(tmp_path / "map.png")
    assert pixels.shape[:2] == (2 * sheet.height, 2 * sheet.width)
    shown = {tuple(pixel) for pixel in (pixels[::2, ::2, :3].reshape(-1, 3) * 255).round().astype(int).tolist()}
    rgb = {name: tuple(int(colour(name)[i : i + 2], 16) for i in (1, 3, 5)) for name in ("river", "apricot", "saffron")}
    assert {rgb["river"], rgb["apricot"]} <= shown
    assert rgb["saffron"] not in shown  # the ring of a place that has the keyboard
    assert 'class="dk-tip"' in sheet.svg(title="t")  # the sheet itself is as before


@pytest.mark.parametrize("language", ["en", *(one.code for one in spoken(own_house()))])
@pytest.mark.parametrize("width", ["narrow", "wide"])
def test_no_name_lies_on_another_in_any_language(language: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[tuple[float, float, float, float]] = []

    def watched(*asked: object) -> object:
        found = place_labels(*asked)
        placed.extend(box for box, _side, _way in found)
        return found

    monkeypatch.setattr(sys.modules["dastarkhan.pictures.basin_map"], "place_labels", watched)
    for name in case_names("river"):
        placed.clear()
        basin_map(read_case(name), words(language, "lesson_11"), width=width)
        assert len(placed) > 5
        for i, one in enumerate(placed):
            for other in placed[i + 1 :]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert min(across, down) <= 3, (name, one, other)  # less than the leading of a line
