"""Role cards with the private sheet: what one person may know, in that person's language, and nothing more."""

from collections.abc import Iterator
from functools import lru_cache

from dastarkhan.paper.page import Block, Page, bullets, cut, heading, note, signed, strong, table, text, tight, wide
from dastarkhan.paper.room import Room
from dastarkhan.paper.seating import PaperTable, Person
from simulations.games.own_worth import Help, helps_most, what_is_worth_what
from simulations.table import Case

MOST = 3
"""As many as a screen shows: enough for a first offer."""


def role_cards(room: Room) -> Iterator[Page]:
    """Give each person a role card, and a second card for the seats that the person also speaks for."""
    for at, person in room.everybody():
        yield _role(room, at, person)
        if person.seat.covers:
            yield _second(room, at, person)


def _role(room: Room, at: PaperTable, person: Person) -> Page:
    lang, seat = person.lang, person.seat.id
    _, side = room.speakers[lang], str(room.case.seats[seat]["side"])
    blocks = [*_who(room, seat, lang)]
    if person.seat.covers:
        named = _.listed(_.case(room.case, f"seats.{one}.name") for one in person.seat.covers)
        blocks.append(
            text(_("You also speak for: {seats}. Their cards are on the next page.", seats=named), strong=True)
        )
    if side in room.case.sides:
        blocks += [*_most(room, side, lang), *_worth(room, side, lang)]
    else:
        blocks += _no_side(room, lang)
    return Page(
        part="roles",
        lang=lang,
        title=_.case(room.case, f"seats.{seat}.name"),
        foot=room.foot(lang, at.number, about=_("for this person alone")),
        blocks=tuple(blocks),
    )


def _second(room: Room, at: PaperTable, person: Person) -> Page:
    """Return the cards of empty seats: they lie before the same person."""
    lang = person.lang
    _ = room.speakers[lang]
    own = _.case(room.case, f"seats.{person.seat.id}.name")
    blocks: list[Block] = [note(_("These cards lie before “{seat}” too. Nobody sits on their seats.", seat=own))]
    for number, seat in enumerate(person.seat.covers):
        if number:
            blocks.append(cut())
        blocks += [heading(_.case(room.case, f"seats.{seat}.name")), *_who(room, seat, lang)]
    return Page(
        part="roles",
        lang=lang,
        title=_("You also speak for them"),
        foot=room.foot(lang, at.number, about=_("for this person alone")),
        blocks=tuple(blocks),
    )


def _who(room: Room, seat: str, lang: str) -> Iterator[Block]:
    """Give the seat's sign and brief, and its private facts."""
    _, case = room.speakers[lang], room.case
    side = str(case.seats[seat]["side"])
    if side in case.sides:
        sign = {"triangle": _("triangle (violet)"), "circle": _("circle (orange)")}[room.shape(side)]
        told = _("You sit on the bank of {side}. Its door card is the {shape}.", side=room.side(side, lang), shape=sign)
        yield {"kind": "whose", "seal": room.seal(side, lang), "words": told}
    yield text(_.case(case, f"seats.{seat}.brief"))
    private = case.seats[seat].get("private", {})
    if private:
        rows = [(_.case(case, f"seats.{seat}.private.{key}"), int(value)) for key, value in private.items()]
        yield tight(table([_("Facts that you may tell them, or keep:"), ""], rows, widths=(1, 0)))


def _most(room: Room, side: str, lang: str) -> Iterator[Block]:
    """Give what helps the own side most, in words: enough for a first offer."""
    _ = room.speakers[lang]
    found = _helps_most(room.case, side)[:MOST]
    yield heading(_("What helps your side most, the weightiest first:"))
    yield {"kind": "numbered", "items": [_best(room, one, lang) for one in found]}


def _best(room: Room, one: Help, lang: str) -> str:
    _ = room.speakers[lang]
    title, option = room.term(one.term, lang), room.option(one.term, one.option, lang)
    if one.option == one.best:
        return _("{term}: {option}", term=title, option=option)
    return _("{term}: {option}. More than that helps little.", term=title, option=option)


def _worth(room: Room, side: str, lang: str) -> Iterator[Block]:
    """Give what each option brings the own side in each year of talks, counted from its least."""
    _, years = room.speakers[lang], range(1, int(room.case.data["years"]) + 1)
    by_year = _worth_by_year(room.case, side)
    rows: list[list[object]] = []
    for term, options in by_year[years[-1]].items():
        rows.append([wide(strong(room.term(term, lang)), len(years) + 1)])
        for option in options:
            worth = [signed(by_year[year][term][option]) if term in by_year[year] else "" for year in years]
            rows.append([room.option(term, option, lang), *worth])
    yield heading(_("What is worth what to you"))
    yield text(_("Points for your side in an average year, more than the option that gives you least."), small=True)
    head = ["", *(_("Year {n}", n=year) for year in years)]
    yield tight(table(head, rows, widths=(1, *(0 for _year in years))))


@lru_cache(maxsize=16)
def _helps_most(case: Case, side: str) -> tuple[Help, ...]:
    """Return what helps a side in the last year of talks, worked out once for all its people."""
    return tuple(helps_most(case, side, int(case.data["years"])))


@lru_cache(maxsize=16)
def _worth_by_year(case: Case, side: str) -> dict[int, dict[str, dict[int, int]]]:
    return {year: what_is_worth_what(case, side, year) for year in range(1, int(case.data["years"]) + 1)}


def _no_side(room: Room, lang: str) -> Iterator[Block]:
    """Give a person of no side real work."""
    _ = room.speakers[lang]
    yield heading(_("What you do at the table"))
    yield bullets(
        (
            _("Watch the time, and say aloud when two minutes are left."),
            _("Read each offer aloud, in the words that stand on the sheet."),
            _("Write what is agreed, or the reason for none, on the table sign."),
            _("Write the sum of the year on the sheet “Our years” together with the trainers."),
            _("You have no points. Nobody may show you a private sheet."),
        )
    )
