"""Pictures of agreements in a real browser: the keyboard tells what a mark is, on a phone, in both directions."""

from collections.abc import Callable
from typing import Any

import pytest

from dastarkhan.languages import Words, words
from dastarkhan.pictures import (
    Mark,
    StripYear,
    agreements_picture,
    first_party,
    reserve_picture,
    second_party,
    style_sheet,
    years_strip,
)

pytestmark = pytest.mark.browser
LOOK = style_sheet()
DOTS = [(200 + 7 * i % 290, 200 - 5 * i % 390) for i in range(300)]


@pytest.fixture
def phone(page: Any) -> Any:
    """A tab as narrow as a cheap phone, which has nobody to ask."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.route("**/*", lambda route: route.abort())
    return page


def document(_: Words) -> str:
    """A page as small as a page can be: the look, an activity, three pictures."""
    looks = [make(name=name, letter=name[0]) for make, name in ((first_party, "Springs"), (second_party, "Gardens"))]
    marks = [
        Mark(name="your agreement", points=(330, 40), kind="own"),
        Mark(name="fair", points=(360, 20), kind="fair"),
    ]
    dots = agreements_picture(DOTS, looks, _, title="All agreements", alone=(285, -70), marks=marks)
    years = [StripYear(card_level=i % 5, kept=True) for i in range(200)]
    for i in (30, 80):
        years[i] = StripYear(card_level=0, kept=True, broken_by=looks[1], label=f"Year {i + 1}: it broke.")
    strip = years_strip(years, looks, _, title="Two hundred years")
    cards = ["A dry year"] * 3
    reserve = reserve_picture([29, 30, 31], [-40, -40, -40], [60, 20, -20], looks[1], _, title="Why", cards=cards)
    return (
        f'<!doctype html><html lang="{_.lang}" dir="{_.direction}"><meta charset="utf-8"><title>Pictures</title>'
        f'<meta name="viewport" content="width=device-width"><style>{LOOK} body {{ margin: 12px }}</style><main>'
        f'<h1>Pictures</h1><div class="dk-activity {"dk-rtl" if _.direction == "rtl" else ""}"><div class="dk-card">'
        f"{dots}{strip}{reserve}</div></div></main></html>"
    )


def told(page: Any) -> str:
    """The words of the one strip that a person reads now."""
    return page.evaluate(
        "[...document.querySelectorAll('.dk-tip')].filter(tip => getComputedStyle(tip).visibility === 'visible')"
        ".map(tip => tip.textContent).join('|')"
    )


def test_the_keyboard_goes_from_mark_to_mark_and_on_to_the_years(phone: Any) -> None:
    phone.set_content(document(words("en")))
    assert told(phone) == ""
    for begins in ("without agreement", "fair", "your agreement", "Year 31: it broke.", "Year 81: it broke."):
        phone.keyboard.press("Tab")
        assert told(phone).split("|")[-1].strip().startswith(begins)
        assert "|" not in told(phone)


@pytest.mark.parametrize("language", ["en", "prs"])
def test_nothing_leaves_a_narrow_phone_or_bars_anybody(
    phone: Any, language: str, axe: Callable[..., list[str]]
) -> None:
    phone.set_content(document(words(language)))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    outside = phone.evaluate(
        "[...document.querySelectorAll('svg text')].filter(text => getComputedStyle(text).visibility === 'visible')"
        ".filter(text => { const box = text.getBoundingClientRect(); return box.left < 0 || box.right > 360 })"
        ".map(text => text.textContent)"
    )
    assert outside == []
    phone.keyboard.press("Tab")
    assert axe(phone) == []


def test_a_finger_finds_a_mark(phone: Any) -> None:
    phone.set_content(document(words("en")))
    for name, begins in (("your agreement", "your agreement"), ("Year 31", "Year 31: it broke.")):
        room = phone.get_by_role("img", name=name).locator("path").first
        room.scroll_into_view_if_needed()
        place = room.bounding_box()
        phone.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        assert told(phone).strip().startswith(begins)
        assert min(place["width"], place["height"]) >= 44
