"""A wall in a real browser: nobody scrolls a projector, so every stage fits its screen, however much it tells."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from dastarkhan.live.pages.environment import ASSETS
from dastarkhan.live.pages.wall import wall_page, wall_parts
from dastarkhan.live.room.looks import Line, Message, WallLook
from dastarkhan.live.room.stages import Stage
from tests.live import looks_for_trainers as made
from tests.live.one_seat import CSP, KINDS

pytestmark = pytest.mark.browser
HERE = "http://127.0.0.1:1/"
SCREENS = ((1366, 768), (1024, 768))
LANGUAGES = (("en", "kk", "ru"), ("prs", "kk", "ru"))
CASES = ("ayna", "canal")
LONG = "Please look once more at what the other side needs most, and say it in your own words. " * 4
LEAST_PX = 12

OUTSIDE = """() => [...document.querySelectorAll("header *, main *, footer *")].filter((one) => {
  const box = one.getBoundingClientRect(), part = one.closest("header, main, footer").getBoundingClientRect();
  return box.height && (box.top < part.top - 1 || box.bottom > part.bottom + 1 || box.bottom > innerHeight + 1
    || box.left < -1 || box.right > innerWidth + 1);
}).map((one) => one.outerHTML.slice(0, 90))"""


def full_walls(languages: tuple[str, ...]) -> Iterator[WallLook]:
    """Every stage and every picture of a wall with a long message, long lines, and all news that a year can bring."""
    lines = tuple(Line(number=n, text="A line of a person who has much to say. " * 3, shown=True) for n in range(8))
    messages = (Message(number=1, text=LONG[:300], at=made.NOW),)
    for case in CASES:
        bare = made.wall_look(case, 12, languages=languages, lines=lines, messages=messages)
        full = replace(bare, news=tuple(bare.case.injects)[::-1])  # a drought comes last
        for stage in Stage:
            yield replace(full, stage=stage)
        yield replace(full, stage=Stage.HELD, looks_back=True)
        for number in range(1, len(made.ALL_RELEASES) + 1):
            released = made.ALL_RELEASES[:number]
            more = {"lines": lines, "messages": messages}
            yield made.wall_look(case, 12, languages=languages, stage=Stage.HELD, released=released, **more)


@pytest.fixture
def hang(chromium: Any) -> Iterator[Callable[[WallLook, tuple[int, int]], Any]]:
    """Show a wall on a screen of this size."""
    tabs: dict[tuple[int, int], Any] = {}
    shown: list[str] = []

    def answer(route: Any) -> None:
        name = route.request.url.rpartition("/")[2]
        if name in ASSETS:
            route.fulfill(body=ASSETS[name].read_bytes(), content_type=KINDS["." + name.rpartition(".")[2]])
        elif name == "wall":
            headers = {"Content-Security-Policy": CSP}
            route.fulfill(body=shown[-1], content_type="text/html; charset=utf-8", headers=headers)
        else:
            route.abort()

    def show(look: WallLook, size: tuple[int, int]) -> Any:
        shown.append(wall_page(look))
        if size not in tabs:
            tabs[size] = chromium.new_page(viewport={"width": size[0], "height": size[1]})
            tabs[size].route("**/*", answer)
        tabs[size].goto(f"{HERE}wall")
        return tabs[size]

    yield show
    for tab in tabs.values():
        tab.close()


def outside(tab: Any) -> list[str]:
    assert tab.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= LEAST_PX
    return list(tab.evaluate(OUTSIDE))


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_no_stage_is_higher_than_the_screen(
    hang: Callable[..., Any], languages: tuple[str, ...], size: tuple[int, int]
) -> None:
    for look in full_walls(languages):
        assert outside(hang(look, size)) == [], (look.case.game, look.stage, look.released)


def test_letters_become_smaller_when_a_message_comes_and_larger_when_it_goes(hang: Callable[..., Any]) -> None:
    quiet = replace(made.wall_look(languages=LANGUAGES[0]), messages=())
    tab = hang(quiet, SCREENS[0])
    tab.locator("time[data-ends]", has_text=":").first.wait_for()  # a clock takes its place too
    step, says = "document.documentElement.dataset.myStep", "document.querySelector('#says')"
    before = int(tab.evaluate(step))
    tab.evaluate(f"{says}.innerHTML = '<p>{LONG}{LONG}</p>'")
    assert int(tab.evaluate(step)) > before
    assert outside(tab) == []
    tab.evaluate(f"{says}.innerHTML = ''")
    assert int(tab.evaluate(step)) == before


def test_letters_become_smaller_when_a_clock_comes(hang: Callable[..., Any]) -> None:
    """A part that comes anew has no time in it yet; the page writes it a moment later."""
    for look in full_walls(LANGUAGES[0]):
        if look.stage is Stage.PLAY:
            tab = hang(replace(look, clock=replace(look.clock, ends_at=None)), SCREENS[0])
            tab.evaluate("html => document.getElementById('main').innerHTML = html", wall_parts(look)["main"])
            tab.locator("#main time", has_text=":").wait_for()
            tab.wait_for_timeout(50)
            assert outside(tab) == [], look.case.game
