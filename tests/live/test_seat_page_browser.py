"""A seat's page on a small phone in a real browser: what a person fills in stays, what was tapped arrives once."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from dastarkhan.live.room.looks import Message
from dastarkhan.live.room.stages import Stage
from simulations.games import GAMES
from simulations.table import Move
from tests.live.looks_for_pages import Moment, moments
from tests.live.one_seat import OneSeat
from tests.turns import first_and_another

pytestmark = pytest.mark.browser
Opened = tuple[Any, OneSeat]


@pytest.fixture
def sit_down(chromium: Any) -> Iterator[Callable[..., Opened]]:
    """Open a seat's page on a phone of 360 by 640; nothing may leave the room or reach the console as an error."""
    opened: list[tuple[Any, OneSeat]] = []
    faults: list[str] = []

    def sit(moment: Moment, seat: str, script: bool = True, **more: Any) -> Opened:
        room = OneSeat(moment, seat, **more)
        context = chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=script)
        context.set_default_timeout(10_000)
        tab = context.new_page()
        context.on("request", lambda one: faults.append(one.url) if "//127.0.0.1" not in one.url[:20] else None)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda one: faults.append(one.text) if "Content Security" in one.text else None)
        tab.goto(room.address)
        opened.append((context, room))
        return tab, room

    yield sit
    for context, room in opened:
        context.close()
        room.close()
    assert [fault for fault in faults if not fault.startswith(("data:", "blob:"))] == []


def my_turn(name: str = "two towns", seat: str = "mill_growers") -> Moment:
    """Return the first moment of a table in which a seat may make an offer."""
    found = moments(name, 2)
    return next(one for one in found if any(c.kind == "offer" for c in one.game.lawful(one.state, seat)))


def an_answer(name: str = "two towns", seat: str = "willow_bakers") -> Moment:
    """Return a moment in which a seat may answer an offer."""
    found = moments(name, 2)
    return next(one for one in found if any(c.kind == "reject" for c in one.game.lawful(one.state, seat)))


def build_best_for_mill(tab: Any) -> None:
    for term, place in (("where", 0), ("when", 3), ("costs", 0), ("takings", 1)):
        tab.check(f"#b-{term}-{place}", force=True)


def test_an_offer_is_built_by_tapping_and_its_value_is_counted_on_the_phone(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    assert tab.inner_text("#worth").startswith("Choose something for every term.")
    build_best_for_mill(tab)
    # The case file says 30 + 10 + 34 + 26 for Mill, and 50 alone.
    assert tab.inner_text("#worth output") == "100"
    assert "better for your side" in tab.inner_text("#worth")
    tab.check("#b-takings-2", force=True)
    tab.check("#b-costs-3", force=True)
    assert tab.inner_text("#worth output") == "40"
    assert "worse for your side" in tab.inner_text("#worth")
    build_best_for_mill(tab)
    tab.click("#offer button[type=submit]")
    tab.wait_for_selector("#offer-1")
    assert len(room.posted) == 1
    offer = room.moment.state.talk.offer
    assert dict(offer.package) == {"where": "mill_square", "when": "july_late", "costs": 30, "takings": "late_bus"}


def test_on_the_river_a_phone_finds_the_value_of_the_whole_package(sit_down: Callable[..., Opened]) -> None:
    moment = my_turn("river", "springs_water")
    tab, _ = sit_down(moment, "springs_water")
    tab.check("#b-summer_release-2", force=True)
    tab.check("#b-payment-3", force=True)
    values = moment.game.view(moment.state, "springs_water")["you"]["values"]
    assert tab.inner_text("#worth output") == str(values[2 * 7 + 3])


def test_what_is_filled_in_stays_when_parts_come_again(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    tab.check("#b-where-1", force=True)
    tab.check("#b-costs-2", force=True)
    tab.click("#my-notes summary")
    tab.fill("#note", "Ask about June")
    tab.click("#who summary")
    tab.click("[id^=reject] summary")
    tab.focus("#note")
    room.change(messages=(Message(number=2, text="Five more minutes", at=1.0),))
    tab.wait_for_selector("text=Five more minutes")
    room.change(name="Gul")
    tab.wait_for_selector("text=Gul")
    room.change(people={}, away_until={})
    tab.wait_for_selector("#people .away", state="detached")
    assert tab.is_checked("#b-where-1")
    assert tab.is_checked("#b-costs-2")
    assert tab.input_value("#note") == "Ask about June"
    assert tab.evaluate("document.activeElement.id") == "note"
    for opened in ("#who", "#my-notes", "[id^=reject]"):
        assert tab.evaluate(f"document.querySelector('{opened}').open"), opened
    number = room.moment.state.talk.offer.number
    room.apply(Move(id="a", seat="willow_bakers", kind="reject", data={"offer": number, "reason": "too_little"}))
    tab.wait_for_selector("#offer button[type=submit]")
    assert tab.is_checked("#b-where-1")
    assert tab.is_checked("#b-costs-2")
    assert tab.input_value("#note") == "Ask about June"
    tab.reload()
    assert tab.is_checked("#b-costs-2")
    assert tab.input_value("#note") == "Ask about June"


def test_the_card_of_who_came_late_stays_closed_once_it_was_closed(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers", came_late=True)
    inside = "#before-you-came li >> nth=0"
    assert tab.is_visible(inside)
    tab.click("#before-you-came summary")
    assert not tab.is_visible(inside)
    room.change(waits=False)
    tab.wait_for_selector("#before-you-came li:has-text('Others still think')", state="attached")
    assert not tab.is_visible(inside)
    tab.reload()
    tab.wait_for_selector("[data-my-ready]", state="attached")
    assert not tab.is_visible(inside)
    room.change(came_late=False)
    tab.wait_for_selector("#before-you-came", state="detached")


def test_a_yes_that_lay_open_over_one_offer_lies_shut_over_the_next(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    first = room.moment.state.talk.offer.number
    tab.click("[id^=sponsor] summary, [id^=accept] summary")
    assert tab.is_visible("text=Yes, I stand behind it")
    room.apply(Move(id="a", seat="willow_bakers", kind="reject", data={"offer": first, "reason": "too_little"}))
    room.others_play(40)
    while room.moment.state.talk.offer is None or room.moment.state.talk.offer.side == "willow":
        room.apply(Move(id=f"p{room.moment.state.talk.turn}", seat="willow_bakers", kind="pass", data={}))
        room.others_play(40)
    number = room.moment.state.talk.offer.number
    tab.wait_for_selector(f"#offer-{number}")
    assert tab.evaluate("document.querySelectorAll('.act[open]').length") == 0


def test_a_tap_without_network_is_kept_over_a_reload_and_arrives_once(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    build_best_for_mill(tab)
    room.broken = 0
    tab.click("#offer button[type=submit]")
    tab.wait_for_selector("#offer button[data-my-sending]:disabled")
    tab.wait_for_selector("text=No network. What you tapped is kept.")
    tab.reload()
    tab.wait_for_selector("#offer button[data-my-sending]:disabled")
    room.broken = 503
    tab.wait_for_timeout(1500)
    assert room.posted == []
    room.broken = None
    tab.wait_for_selector("#offer-1", timeout=20_000)
    tab.wait_for_selector("text=The network is back.")
    assert [one["kind"] for one in room.posted] == ["offer"]
    tab.reload()
    tab.wait_for_timeout(500)
    assert len(room.posted) == 1


@pytest.mark.parametrize("name", ["htmx.min.js", "hx-sse.min.js", "live.js"])
def test_news_come_whichever_file_is_the_last_to_arrive(sit_down: Callable[..., Opened], name: str) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    room.late = {name: 1.0}
    tab.reload()
    tab.wait_for_selector("html[data-my-ready]")
    tab.wait_for_timeout(500)
    room.change(messages=(Message(number=2, text="Five more minutes", at=1.0),))
    tab.wait_for_selector("text=Five more minutes")


def test_news_come_also_when_the_first_try_to_listen_failed(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    room.deaf = True
    tab.reload()
    tab.wait_for_selector("text=No network. What you tapped is kept.")
    room.deaf = False
    tab.wait_for_selector("text=The network is back.", timeout=20_000)
    room.change(messages=(Message(number=2, text="Five more minutes", at=1.0),))
    tab.wait_for_selector("text=Five more minutes")


def test_a_double_tap_sends_once(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    tab.click("[id^=reject] summary")
    tab.evaluate(
        "() => { const b = document.querySelector('[id^=reject] button[value=too_little]'); b.click(); b.click(); }"
    )
    tab.wait_for_timeout(800)
    assert [one["kind"] for one in room.posted] == ["reject"]
    assert len(room.posted[0]["id"]) == 24


def test_a_tap_on_a_page_that_has_not_heard_yet_sends_nothing_more(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    tab.wait_for_timeout(500)
    room.listening.clear()  # the move arrives, but what came of it does not
    tab.click("[id^=reject] summary")
    for _ in range(2):
        tab.click("[id^=reject] button[value=too_little]")
        tab.wait_for_timeout(400)
    assert len(room.posted) == 1
    assert not tab.is_visible(".fault")


def test_notes_can_be_removed_from_the_phone_when_the_room_is_closed(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    tab.click("#my-notes summary")
    tab.fill("#note", "Ask about June")
    room.change(stage=Stage.CLOSED)
    tab.click("text=Remove my notes from this phone")
    tab.wait_for_selector("html[data-my-ready]")
    assert tab.input_value("#note") == ""
    kept = tab.evaluate("Object.values(localStorage).join()")
    assert "June" not in kept


def test_a_refusal_says_why_beside_the_button(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    build_best_for_mill(tab)
    room.broken = 409
    tab.click("#offer button[type=submit]")
    tab.wait_for_selector("#offer .fault")
    assert tab.inner_text("#offer .fault") == "This is no longer possible."
    assert tab.is_enabled("#offer button[type=submit]")
    room.broken = None
    tab.click("#offer button[type=submit]")
    tab.wait_for_selector("#offer-1")


def test_one_tap_hides_what_is_private_also_after_a_reload(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers")
    secret = "Day of June when the first apricots are ripe"
    assert tab.is_visible(f"text={secret}")
    assert tab.is_visible("#table .own")
    tab.click("#my-brief > summary")
    tab.wait_for_selector("html[data-my-hidden]")
    room.change(messages=(Message(number=2, text="Five more minutes", at=1.0),))
    tab.wait_for_selector("text=Five more minutes")
    for _ in range(2):
        assert not tab.is_visible(f"text={secret}")
        assert not tab.is_visible("#table .own")
        assert not tab.is_visible("#worth")
        tab.reload()
        tab.wait_for_selector("html[data-my-ready]")


def test_a_phone_that_keeps_nothing_still_sends(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(my_turn(), "mill_growers")
    tab.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})")
    tab.reload()
    build_best_for_mill(tab)
    assert tab.inner_text("#worth output") == "100"
    tab.click("#offer button[type=submit]")
    tab.wait_for_selector("#offer-1")
    assert len(room.posted) == 1


def test_without_a_script_a_form_posts_with_the_id_that_the_server_gave(sit_down: Callable[..., Opened]) -> None:
    tab, room = sit_down(an_answer(), "willow_bakers", script=False)
    tab.click("[id^=reject] summary")
    given = room.look.move_id
    tab.click("[id^=reject] button[value=too_little]", no_wait_after=True)
    tab.wait_for_timeout(500)
    assert [(one["kind"], one["id"]) for one in room.posted] == [("reject", given)]


def test_the_clock_counts_by_the_servers_time_in_the_digits_of_the_language(sit_down: Callable[..., Opened]) -> None:
    tab, _ = sit_down(my_turn(), "mill_growers", lang="prs")  # the server says: ten minutes, whatever this clock says
    assert tab.inner_text(".who time") in ("۱۰:۰۰", "۹:۵۹", "۹:۵۸", "۹:۵۷")
    assert tab.evaluate("getComputedStyle(document.querySelector('.who')).direction") == "rtl"


def test_the_words_at_the_foot_stand_apart_in_every_language(sit_down: Callable[..., Opened]) -> None:
    for lang in ("en", "kk", "ky", "prs", "ru"):
        tab, _ = sit_down(my_turn(), "mill_growers", lang=lang)
        ends = tab.evaluate(
            """() => [...document.querySelectorAll('#jumps a')].map((one) => {
                const words = document.createRange();
                words.selectNodeContents(one);
                const box = words.getBoundingClientRect();
                return [box.left, box.right];
            }).sort((one, other) => one[0] - other[0])"""
        )
        assert len(ends) == 6
        assert all(end + 2 <= begin for (_, end), (begin, _) in pairwise(ends)), (lang, ends)
        assert (ends[0][0] >= 0, ends[-1][1] <= 360) == (True, True), (lang, ends)


@pytest.mark.parametrize("lang", first_and_another(["en", "kk", "prs"]))
@pytest.mark.parametrize("stage", [Stage.PLAY, Stage.SEATED, Stage.HELD])
def test_nothing_bars_anybody_and_nothing_is_wider_than_the_phone(
    sit_down: Callable[..., Opened], lang: str, stage: Stage
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for moment, seat in ((an_answer(), "willow_bakers"), (an_answer("six sides", "town_works"), "town_works")):
        tab, _ = sit_down(moment, seat, lang=lang, stage=stage, name="Гүл")
        tab.evaluate("document.querySelectorAll('details:not([name])').forEach((one) => { one.open = true; })")
        if stage is Stage.PLAY:
            tab.click("[id^=reject] summary")
        found = Axe().run(tab).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:100]) for one in found] == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
        small = tab.evaluate(
            """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), textarea')]
            .map((one) => [one.getBoundingClientRect(), one]).filter(([box, one]) => box.width && !one.matches('.skip')
            && (box.height < 44 || box.width < 44)).map(([box, one]) => one.outerHTML.slice(0, 90))"""
        )
        assert small == []


def test_a_whole_game_can_be_played_from_one_phone(sit_down: Callable[..., Opened]) -> None:
    """Whatever is open is tapped until the talks are over; the page never gets stuck."""
    moment = moments("two people", 2)[0]
    tab, room = sit_down(moment, "mill_growers")
    game = GAMES["package"]
    for _ in range(60):
        if room.moment.state.talk.over:
            break
        kinds = {choice.kind for choice in game.lawful(room.moment.state, "mill_growers")}
        n_posted = len(room.posted)
        if "offer" in kinds:
            tab.wait_for_selector("#offer button[type=submit]")
            build_best_for_mill(tab)
            if room.moment.state.talk.turn > 4:
                tab.check("#b-when-1", force=True)
                tab.check("#b-costs-1", force=True)
            tab.click("#offer button[type=submit]")
        elif "tell" in kinds:
            tab.click("[id^=tell] button[value=not_said]")
        elif "accept" in kinds:
            tab.click("[id^=accept] summary")
            tab.click("[id^=accept] button")
        else:
            room.others_play(1)
            continue
        tab.wait_for_selector("[data-my-sending]", state="detached")
        assert len(room.posted) == n_posted + 1
        room.others_play(1)
    assert room.moment.state.talk.over
    tab.wait_for_selector("#table .card:not(.offer)")
