"""Pictures in a real browser: pointing and the keyboard show what a place is, and nothing bars anybody."""

from collections.abc import Callable
from typing import Any

import pytest

from dastarkhan.languages import Words, words
from dastarkhan.pictures import basin_map, party_looks, sharing_bars, style_sheet
from simulations.games import read_case

pytestmark = pytest.mark.browser
LOOK = style_sheet()


@pytest.fixture
def phone(page: Any) -> Any:
    """A tab as narrow as a cheap phone, which has nobody to ask."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.route("**/*", lambda route: route.abort())
    return page


def document(_: Words) -> str:
    """A page as small as a page can be: the look, an activity, two pictures."""
    case = read_case("ayna")
    looks = party_looks(case, _)
    names = [_.case(case, f"nodes.{key}.name") for key in ("springs_villages", "gardens_farms")]
    shares = sharing_bars([20, 45], [17.5, 17.5], names, [looks["springs"], looks["gardens"]], _, title="A dry year")
    return (
        f'<!doctype html><html lang="{_.lang}" dir="{_.direction}"><meta charset="utf-8"><title>Pictures</title>'
        f'<meta name="viewport" content="width=device-width"><style>{LOOK} body {{ margin: 12px }}</style><main>'
        f'<h1>Pictures</h1><div class="dk-activity {"dk-rtl" if _.direction == "rtl" else ""}"><div class="dk-card">'
        f"{basin_map(case, _)}{shares}</div></div></main></html>"
    )


def tips_shown(page: Any) -> list[str]:
    return page.evaluate(
        "[...document.querySelectorAll('.dk-tip')].filter(tip => getComputedStyle(tip).visibility === 'visible')"
        ".map(tip => tip.querySelector('text').textContent)"
    )


def test_the_keyboard_and_the_pointer_show_what_a_place_is(phone: Any) -> None:
    phone.set_content(document(words("en")))
    assert tips_shown(phone) == []
    phone.keyboard.press("Tab")
    assert tips_shown(phone) == ["Glacier · Springs"]
    phone.keyboard.press("Tab")
    assert tips_shown(phone) == ["Reservoir · Springs"]
    seen = "ring => getComputedStyle(ring).visibility === 'visible'"
    rings = f"[...document.querySelectorAll('.dk-ring')].filter({seen}).length"
    assert phone.evaluate(rings) == 1
    lake = phone.get_by_role("img", name="Lake").locator("path").first.bounding_box()
    phone.mouse.move(lake["x"] + lake["width"] / 2, lake["y"] + lake["height"] / 2)
    assert tips_shown(phone) == ["Lake"]
    phone.mouse.move(0, 0)
    assert tips_shown(phone) == ["Reservoir · Springs"]


@pytest.mark.parametrize("language", ["en", "prs"])
def test_a_narrow_phone_scrolls_down_only_and_places_fit_a_thumb(phone: Any, language: str) -> None:
    phone.set_content(document(words(language)))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    sizes = phone.evaluate(
        "[...document.querySelectorAll('.dk-part > g:first-child, .dk-part > path:first-child')]"
        ".map(area => area.getBoundingClientRect().width)"
    )
    assert len(sizes) == len(read_case("ayna").basin["nodes"])
    assert min(sizes) >= 44  # 48 on the map, which a card's edge makes a little smaller
    outside = phone.evaluate(
        "[...document.querySelectorAll('svg text')].filter(text => getComputedStyle(text).visibility === 'visible')"
        ".filter(text => { const box = text.getBoundingClientRect(); return box.left < 0 || box.right > 360 })"
        ".map(text => text.textContent)"
    )
    assert outside == []


@pytest.mark.parametrize("language", ["en", "prs"])
def test_nothing_serious_bars_anybody(phone: Any, language: str, axe: Callable[..., list[str]]) -> None:
    phone.set_content(document(words(language)))
    phone.keyboard.press("Tab")
    assert axe(phone) == []
