"""The talks in a language that the test cannot read: everything is found by its place and its kind."""

from collections.abc import Iterator
from typing import Any

FAIR_PLACES = (1, 7)  # among the cards of an offer in year 1: 45 million cubic metres, 140 points


def leave(button: Any) -> None:
    """Press a button that leads to another screen, and wait until that screen is there."""
    handle = button.element_handle()
    handle.click()
    handle.wait_for_element_state("hidden")


def primary(where: Any) -> Any:
    """The last of the buttons that lead on."""
    return where.locator("button.dk-primary").last


def talks_by_place(talks: Any) -> Iterator[Any]:
    """Sit down against a gentle partner who begins, ask, offer, agree, live the year, and have enough."""
    talks.get_by_role("radio").nth(1).check()
    yield talks
    leave(primary(talks))
    yield talks
    leave(talks.locator("button.dk-quiet").nth(-3))  # ask
    talks.get_by_role("radio").first.check()
    yield talks
    leave(primary(talks))
    while talks.locator(".dk-offer").count():
        if not talks.locator(".dk-offer").is_visible():
            worse = talks.locator(".dk-card .dk-note-warn").first.is_visible()
            talks.locator(".dk-buttons").first.locator("button").nth(0 if worse else 1).click()
        for place in FAIR_PLACES:
            talks.locator(".dk-offer").get_by_role("radio").nth(place).check()
        talks.locator(".dk-own-bar.dk-sticks").wait_for()
        yield talks
        leave(primary(talks))
    yield talks
    while talks.locator(".dk-agreed").count():
        if talks.get_by_role("radio").count():
            talks.get_by_role("radio").first.check()
        leave(primary(talks))
    yield talks
    leave(talks.locator("button.dk-quiet").last)
    yield talks


def after_by_place(
    role: Any, picture: Any, stress: Any, keep: Any, clauses: Any, debrief: Any, line: Any
) -> Iterator[Any]:
    """Put the role down, look at all agreements, two hundred years and each promise, write, talk, leave one line."""
    leave(primary(role))
    role.get_by_role("checkbox").nth(2).check()
    yield role
    leave(primary(role))
    yield role
    leave(primary(role))
    for screen, steps in ((picture, 2), (clauses, 2), (debrief, 4)):
        for _ in range(steps):
            screen.locator("button.dk-primary").wait_for()
            yield screen
            leave(primary(screen))
        yield screen
    for place in (2, 9):
        stress.get_by_role("radio").nth(place).check()
    yield stress
    leave(primary(stress))
    stress.get_by_role("radio").nth(2).check()
    stress.get_by_role("radio").nth(3).wait_for()
    stress.get_by_role("radio").last.check()
    stress.locator("svg").nth(1).wait_for()
    yield stress
    keep.get_by_role("radio").last.check()
    yield keep
    leave(primary(keep))
    keep.get_by_role("radio").last.check()
    yield keep
    line.get_by_role("radio").first.check()
    line.get_by_role("textbox").fill("آب")
    leave(primary(line))
    yield line
