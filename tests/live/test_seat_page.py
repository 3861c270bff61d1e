"""A seat's page: every lawful choice once as a form, nothing of others, nothing unescaped, words from the catalogs."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dastarkhan.languages import LANGUAGES as ALL
from dastarkhan.live.pages import environment, seat, seen, shelf
from dastarkhan.live.pages.environment import ASSETS
from dastarkhan.live.pages.harder_years import harder_years
from dastarkhan.live.pages.posted import posted_move
from dastarkhan.live.pages.seat import seat_page, seat_parts
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.trainer import trainer_page
from dastarkhan.live.room.looks import JoinLook, SeatLook
from dastarkhan.live.room.stages import Release, Stage
from simulations.table import Choice, Move
from tests.live import looks_for_trainers as made
from tests.live.looks_for_pages import LANGUAGES, TABLES, look, looks, moments, staged

VOID = {"meta", "link", "input", "br", "img", "path", "hr"}


class Page(HTMLParser):
    """A page read strictly: every element is closed in its order; forms are collected as a browser would post them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.forms: list[dict[str, list[tuple[str, str, str]]]] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if "id" in given:
            self.ids.append(given["id"])
        if tag not in VOID:
            self.open.append(tag)
        if tag == "form":
            self.forms.append({"action": [("", given["action"], "")], "fields": []})
        if tag in ("input", "button", "textarea") and "form" in self.open and "disabled" not in given:
            kind = given.get("type", "text")
            self.forms[-1]["fields"].append((kind, given.get("name", ""), given.get("value", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> inside {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not {"script", "style"} & set(self.open):
            self.texts.append(data.strip())


def moves_of(page: Page, seat: str, lawful: tuple[Choice, ...]) -> list[tuple[Choice, Move]]:
    """Post every form in every way: each radio, each button with a value; return the choice that each way fills in."""
    found = []
    for form in page.forms:
        if form["action"][0][1] != "move":
            continue
        submits = [(name, value) for kind, name, value in form["fields"] if kind == "submit"]
        fixed = {name: value for kind, name, value in form["fields"] if kind == "hidden"}
        radios: dict[str, list[str]] = {}
        for kind, name, value in form["fields"]:
            if kind == "radio":
                radios.setdefault(name, []).append(value)
        if not submits:
            continue
        assert "kind" in fixed, fixed
        longest = max((len(values) for values in radios.values()), default=1)
        for at in range(longest):
            picked = {name: values[min(at, len(values) - 1)] for name, values in radios.items()}
            for name, value in submits:
                fields = {**fixed, **picked, **({name: value} if name else {})}
                kind, data = posted_move(fields, lawful)
                move = Move(id="1", seat=seat, kind=kind, data=data)
                found += [(choice, move) for choice in lawful if choice.allows(move)]
    return found


@pytest.mark.parametrize("lang", ["en", "prs"])
@pytest.mark.parametrize("name", ["two towns", "six sides"])
def test_a_term_that_asks_has_no_colon_and_no_stop_after_it(name: str, lang: str) -> None:
    found = moments(name, 2)
    some = found[:: len(found) // 6]
    pages = [seat_page(look(one, taken.id, lang=lang)) for one in some for taken in one.state.seats]
    case = next(case for case, table in made.FOR.items() if table == name)
    pages += [trainer_page(made.trainer_look(case, 2, at=at, lang=lang)) for at in (0.4, 0.6, 1.0)]
    assert any(re.search("[?؟] ", page) for page in pages)
    assert not [fault for page in pages for fault in re.findall("[^>]{1,40}[?؟]\u2069?[:.]", page)]


def test_every_lawful_choice_is_one_form_and_every_form_posts_a_lawful_move() -> None:
    kinds = set()
    for _, one in looks(every=6):
        parts = seat_parts(one)
        posted = moves_of(Page(parts["act"] + parts["build"]), one.seat, one.lawful)
        for choice in one.lawful:
            ways = [move for filled, move in posted if filled is choice]
            if choice.kind != "offer":
                assert {repr(move.data) for move in ways} == {repr(move.data) for move in choice.moves()}
            for name, values in choice.options.items():
                assert {move.data[name] for move in ways} == set(values), (choice, name)
            if len(choice.options) < 2:
                assert len(ways) == max(1, *(len(values) for values in choice.options.values()), 1), choice
            kinds.add(choice.kind)
    wanted = {"offer", "pass", "sponsor", "accept", "reject", "improve", "withdraw", "ask", "tell", "break", "close"}
    assert wanted | {"decide"} == kinds


def test_a_page_outside_the_play_posts_no_move() -> None:
    for one in list(staged())[::4]:
        if one.stage is not Stage.PLAY:
            assert moves_of(Page(seat_page(one)), one.seat, ()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_well_formed_and_carry_nothing_inline(lang: str) -> None:
    everything = [*(one for _, one in looks(lang=lang, seeds=(1,), every=9)), *staged(lang)][::5]
    assert len(everything) > 150
    for one in everything:
        html = seat_page(one)
        page = Page(html)
        assert page.faults == []
        assert len(page.ids) == len(set(page.ids)), [id for id in page.ids if page.ids.count(id) > 1]
        assert not [name for _, name, _ in page.attributes if name == "style" or name.startswith(("on", "hx-on"))]
        assert "<style" not in html
        assert "javascript:" not in html
        assert html.count("<script") == 3
        assert "<script>" not in html
        addresses = [value for _, name, value in page.attributes if name in ("href", "src", "action")]
        assert not [address for address in addresses if "//" in address or address.startswith("/")]
        assert f'lang="{ALL[lang].html}" dir="{ALL[lang].direction}"' in html


def test_what_people_typed_is_escaped() -> None:
    one = look(moments("two towns", 2)[0], "mill_growers", name="<img src=x onerror=alert(1)>")
    html = seat_page(one)
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


# --- nothing of others


@pytest.mark.parametrize("name", TABLES)
def test_no_page_shows_what_only_another_seat_may_read(name: str) -> None:
    moment = moments(name, 2)[3]
    texts = moment.case.text
    for taken in moment.state.seats:
        html = seat_page(look(moment, taken.id))
        for other in moment.case.seats:
            private = [texts[key] for key in texts if key.startswith(f"seats.{other}.private.")]
            shown = [words for words in (texts[f"seats.{other}.brief"], *private) if words in html]
            assert bool(shown) == (other in taken.speaks_for), (taken.id, other)


def test_a_seat_gets_its_own_sides_values_and_not_those_of_the_other() -> None:
    moment = moments("river", 2)[0]
    values = {
        one: moment.game.view(moment.state, one)["you"].get("values") for one in ("springs_energy", "gardens_town")
    }
    pages = {one: seat_page(look(moment, one)) for one in values}
    row = {one: ",".join(map(str, numbers)) for one, numbers in values.items()}
    assert row["springs_energy"] in pages["springs_energy"]
    assert row["springs_energy"] not in pages["gardens_town"]
    assert row["gardens_town"] in pages["gardens_town"]
    assert row["gardens_town"] not in pages["springs_energy"]
    assert "data-values" not in seat_page(look(moment, "youth_observer"))


def test_a_page_changes_nothing_when_what_it_may_not_see_changes() -> None:
    """A page is a function of its look: the whole case with all private numbers of others gone draws the same page."""
    from simulations.table import Case

    moment = moments("two towns", 2)[5]
    for taken in moment.state.seats:
        one = look(moment, taken.id)
        mine = {taken.id, *taken.covers}
        data = dict(moment.case.data.items())
        data["sides"] = {side: {} for side in moment.case.sides}
        data["seats"] = {
            id: dict(entry) if id in mine else {name: value for name, value in entry.items() if name != "private"}
            for id, entry in moment.case.seats.items()
        }
        assert seat_page(replace(one, case=Case(data=data))) == seat_page(one)


def test_the_shelf_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.clear()
    monkeypatch.setattr(shelf, "MOST_LETTERS", 50_000)
    for _, one in looks(seeds=(1,), every=9):
        seat_parts(one)
    assert 0 < sum(map(len, shelf._shelf.values())) == shelf._letters <= 50_000
    shelf.clear()


def test_what_is_drawn_once_is_what_would_be_drawn_anew() -> None:
    for _, one in looks(seeds=(2, 1), every=12):
        kept = seat_parts(one)
        shelf.clear()
        assert seat_parts(one) == kept


# --- words


class Told(environment.Words):
    """Words that put every text that went through the catalogs between brackets."""

    def _find(self, *args: object) -> str:
        return f"⟦{super()._find(*args)}⟧"  # type: ignore[arg-type]

    def case(self, case: object, key: str) -> str:
        return f"⟦{super().case(case, key)}⟧"  # type: ignore[arg-type]


def test_every_word_of_the_structure_comes_from_a_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told("ru", "live")
    for module in (environment, seen):
        monkeypatch.setattr(module, "words_of", lambda lang: told)
    monkeypatch.setattr("dastarkhan.live.pages.seals.words_of", lambda lang: told)
    caches = (environment.text_of_case, seat.Seen.seal.__globals__["seal_of"])
    for cache in caches:
        cache.cache_clear()
    shelf.clear()
    names = {name for _, name, _ in environment.language_names(tuple(ALL))}
    try:
        for one in [*staged("ru"), *(one for _, one in looks(lang="ru", seeds=(1,), every=6))][::4]:
            page = Page(seat_page(replace(one, name="", messages=())))
            said = [
                value for _, name, value in page.attributes if name in ("aria-label", "title", "placeholder", "alt")
            ]
            for text in (*page.texts, *said):
                bare = re.sub(r"⟦[^⟦⟧]*⟧", "", re.sub(r"⟦[^⟦⟧]*⟧", "", re.sub(r"⟦[^⟦⟧]*⟧", "", text)))
                assert not re.search(r"[^\W\d]{2,}", bare) or text in names, text
    finally:
        for cache in caches:
            cache.cache_clear()
        shelf.clear()


def test_digits_are_those_of_the_language() -> None:
    one = look(moments("two towns", 2)[0], "mill_growers", lang="prs")
    parts = seat_parts(one)
    visible = " ".join(Page("".join(parts.values())).texts)
    assert "۶۴۰" in visible
    assert "640" not in visible
    assert 'data-digits="۰۱۲۳۴۵۶۷۸۹"' in seat_page(one)


# --- parts


def test_parts_are_those_of_the_page_and_carry_no_id_of_a_move() -> None:
    one = look(moments("river", 2)[0], "springs_water", move_id="given-by-the-server")
    parts, page = seat_parts(one), seat_page(one)
    assert all(f'id="{name}"' in page for name in parts)
    assert "given-by-the-server" in page
    assert "given-by-the-server" not in "".join(parts.values())


def test_a_clock_that_goes_on_changes_no_part() -> None:
    moment = moments("two towns", 2)[4]
    one = look(moment, "mill_growers")
    later = replace(one, clock=replace(one.clock, now=one.clock.now + 77), version=99)
    assert seat_parts(one) == seat_parts(later)


def test_numbers_wait_until_the_feelings_were_heard() -> None:
    moment = moments("river", 2)[-1]
    facts = moment.game.debrief(moment.state)
    held = look(moment, "springs_water", stage=Stage.HELD)
    before = "".join(seat_parts(held).values())
    assert "How was it?" in before
    assert "What your table found" not in before
    assert "Points of your side" not in before
    own = seat_parts(replace(held, released=(Release.OWN,), debrief=facts))
    assert "What your table found" in own["after"]
    for closed in facts["years"]:
        for points in closed["points"].values():
            assert str(points) in own["after"]


def test_a_table_sees_the_harder_years_of_its_own_agreement() -> None:
    moment = moments("river", 2)[-1]
    facts = moment.game.debrief(moment.state)
    held = look(moment, "springs_water", stage=Stage.HELD, released=(Release.OWN,), debrief=facts)
    assert "Harder years" not in seat_parts(held)["after"]
    weak = {**facts, "agreement": {"summer_release": 45, "payment": 180}}
    later = replace(held, released=tuple(Release), debrief=weak)
    shown = seat_parts(later)["after"]
    # stress_test(ayna, that, years=30, seed=12): the side stops in its sixth year, then three years alone
    drawn = harder_years(Seen(later))
    assert drawn is not None
    states = [year.state for year in drawn.years]
    assert states[4:9] == ["kept", "broke", "alone", "alone", "alone"]
    assert "was the first that could not go on, in year 6." in shown
    assert f"It held in {states.count('kept')} of 30 years." in shown
    assert shown.count('class="glass"') == 30
    mirrored = harder_years(Seen(replace(later, lang="prs")))
    assert mirrored is not None
    assert mirrored.years[0].x > mirrored.years[1].x
    without = seat_parts(replace(later, debrief={**facts, "agreement": None}))["after"]
    assert "You made no agreement" in without
    assert "<svg" not in without


def test_first_load_is_small() -> None:
    """Page, style, script and htmx together are at most 200 KB as they lie on the disk."""
    names = ("tokens.css", "live.css", "live.js", "htmx.min.js", "hx-sse.min.js")
    files = sum(ASSETS[name].stat().st_size for name in names)
    largest = max(len(seat_page(one).encode()) for lang in ("en", "prs") for _, one in looks(lang=lang, every=9))
    assert files + largest <= 200_000, (files, largest)


def pages_ask_for(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="static/([^"]+)"', html))


def test_every_file_that_a_page_asks_for_is_there() -> None:
    one: SeatLook = look(moments("river", 2)[0], "springs_water")
    wanted = pages_ask_for(seat_page(one))
    assert wanted == {"tokens.css", "live.css", "live.js", "htmx.min.js", "hx-sse.min.js"}
    assert all(ASSETS[name].is_file() for name in wanted)


def test_who_waits_is_told_for_what_and_may_still_take_an_offer_back() -> None:
    found = moments("two towns", 2)
    moment = next(one for one in found if one.state.talk.offer and one.state.talk.offer.side == "mill")
    by = moment.state.talk.offer.by
    act = seat_parts(look(moment, by))["act"]
    assert "Your offer lies on the table. The others think about it." in act
    assert "Take my offer back" in act
    other = seat_parts(look(moment, next(one for one in ("mill_growers", "mill_players") if one != by)))["act"]
    assert "Somebody from another side has to stand behind it first." in other


# --- the pages before and beside the table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_page_needs_a_code_and_a_language_and_no_more(lang: str) -> None:
    from dastarkhan.live.pages.join import join_page

    html = join_page(JoinLook(lang=lang, languages=tuple(ALL), code='"><b>K7', token="t0ken", fault="<i>No</i>"))
    page = Page(html)
    assert page.faults == []
    names = [name for _, name, _ in page.forms[0]["fields"] if name]
    speaks = {f"speaks.{code}" for code in ALL}
    assert set(names) == {"code", "language", "name", "token", "pair", "door"} | speaks
    assert html.count(" required") == len(ALL) + 1  # a language and the code; all else may stay empty
    assert ("radio", "language", lang) in page.forms[0]["fields"]
    assert "<b>K7" not in html
    assert "<i>No</i>" not in html


def test_a_plain_page_says_one_sentence() -> None:
    from dastarkhan.live.pages.plain import message_page

    page = Page(message_page("kk", "<b>Бөлме жабық.</b>", link="table?a=1&b=2"))
    assert page.faults == []
    assert "<b>Бөлме жабық.</b>" in page.texts
    assert ("a", "href", "table?a=1&b=2") in page.attributes
    assert not [name for _, name, _ in page.attributes if name == "style"]
