"""Pages for the years: the river, decision slips, year cards, numbered slips, news, a sheet for each year's talks."""

from collections.abc import Iterator, Sequence

from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS
from dastarkhan.paper.page import (
    Block,
    Page,
    big,
    bullets,
    cards,
    heading,
    note,
    numbered,
    picture,
    table,
    text,
    ticks,
    tight,
)
from dastarkhan.paper.room import Room
from dastarkhan.paper.seating import PaperTable
from dastarkhan.pictures import draw_basin
from simulations.games.talks import NoAgreement
from simulations.games.terms import terms_in

SLIPS_ON_A_PAGE = 40
OFFERS = 6


def river_drawings(room: Room) -> Iterator[Page]:
    """Give each table the river, in each of its languages."""
    drawn = {lang: _river(room, lang) for lang in room.languages}
    for at in room.tables:
        for lang in at.languages:
            _ = room.speakers[lang]
            yield Page(
                part="river",
                lang=lang,
                title=room.title(lang),
                foot=room.foot(lang, at.number),
                blocks=drawn[lang],
            )


def _river(room: Room, lang: str) -> tuple[Block, ...]:
    _, case = room.speakers[lang], room.case
    sheet = draw_basin(case, _, width="wide", strip=False)
    says = _("The river from its sources to its end")
    named = [(_.case(case, f"nodes.{name}.name"), _.case(case, f"nodes.{name}.about")) for name in case.basin["nodes"]]
    places = tight(table([_("Place"), _("What is there")], named, widths=(0, 1), size_pt=10.5))
    return (text(_.case(case, "about")), picture(sheet.svg(title=says), says), places)


def decision_slips(room: Room) -> Iterator[Page]:
    """Give each bank a slip for every decision and year: one side of the page a decision, in its decider's language."""
    case = room.case
    years = int(case.data["years"])
    for at in room.tables:
        items: list[Sequence[Block]] = []
        for year in range(years + 1):
            items += [_slip(room, at, name, year) for name in case.decisions]
        lang = at.languages[0]
        _ = room.speakers[lang]
        yield Page(
            part="slips",
            lang=lang,
            title=_("Decision slips"),
            foot=room.foot(lang, at.number),
            blocks=(
                text(
                    _("Decide in secret, and turn both slips over together. What is agreed needs no slip."), small=True
                ),
                cards(items, columns=len(case.decisions), height_mm=60),
            ),
        )


def _slip(room: Room, at: PaperTable, decision: str, year: int) -> tuple[Block, ...]:
    case, about = room.case, room.case.decisions[decision]
    decider = next((one for one in at.people if about["seat"] in one.seat.speaks_for), at.people[0])
    lang = decider.lang
    _ = room.speakers[lang]
    when = _("Year {n}", n=year) if year else _("One year alone")
    whose = room.side(str(case.seats[about["seat"]]["side"]), lang)
    options = [_.case(case, f"decisions.{decision}.options.{value}") for value in about["options"]]
    if year and about.get("early", False):
        order = _("Before the year card is opened; after it, if data are shared in time.")
    else:
        order = _("After the year card is opened.")
    head = {
        "kind": "slip_head",
        "lang": lang,
        "words": f"{when} · {whose}",
        "ask": _.case(case, f"decisions.{decision}.title"),
    }
    return (
        {
            "kind": "in_language",
            "lang": lang,
            "blocks": [head, {**ticks(options), "small": True}, text(order, small=True)],
        },
    )


def slip_numbers(room: Room) -> dict[str, tuple[int, int]]:
    """Return the first and the last numbered slip of every card: as many as the card's weight.

    The slips are numbered in the order of the case's cards, from 1.
    """
    found, last = {}, 0
    for card, about in room.case.cards.items():
        found[card] = (last + 1, last + int(about["weight"]))
        last += int(about["weight"])
    return found


def slips_of(room: Room, card: str) -> str:
    """Return a card's slips for a table of data: ``4–6``."""
    first, last = slip_numbers(room)[card]
    return str(first) if first == last else f"{first}–{last}"


def year_cards(room: Room) -> Iterator[Page]:
    """Give the years that nature may bring, with the slips that call them, in each language of the room."""
    for lang in room.languages:
        _, items = room.speakers[lang], []
        for card, about in room.case.cards.items():
            share = _.percent(float(about["inflow_factor"]))
            items.append(
                (
                    big(room.weather(card, lang), size_pt=20),
                    text(_("The river brings {share} of a normal year.", share=share)),
                    text(_called(room, card, lang), strong=True),
                )
            )
        yield Page(
            part="years",
            lang=lang,
            title=_("Year cards"),
            foot=room.foot(lang),
            blocks=(
                text(_("Somebody draws a numbered slip. It says which card is opened. Put the slip back afterwards.")),
                cards(items, columns=2, height_mm=52),
            ),
        )


def _called(room: Room, card: str, lang: str) -> str:
    """Return the slips that call a card, in a sentence."""
    _ = room.speakers[lang]
    first, last = slip_numbers(room)[card]
    if first == last:
        return _("Slip {n}", n=first)
    return _("Slips {first} to {last}", first=first, last=last)


def number_slips(room: Room) -> Iterator[Page]:
    """Give each table a set of numbered slips to draw from."""
    lang = room.trainers
    _ = room.speakers[lang]
    many = max(last for _first, last in slip_numbers(room).values())
    every = [(at.number, number) for at in room.tables for number in range(1, many + 1)]
    for start in range(0, len(every), SLIPS_ON_A_PAGE):
        items = [
            (big(str(number), size_pt=26), text(_("table {n}", n=at), small=True))
            for at, number in every[start : start + SLIPS_ON_A_PAGE]
        ]
        yield Page(
            part="numbers",
            lang=lang,
            title=_("Numbered slips"),
            foot=room.foot(lang),
            blocks=(
                text(_("Each table gets the slips 1 to {n} in a cup or a hat.", n=many)),
                cards(items, columns=5, height_mm=26),
            ),
        )


def news(room: Room) -> Iterator[Page]:
    """Give what a trainer may read aloud after the talks of a year, and where it leads on paper."""
    for lang in room.languages:
        _, case = room.speakers[lang], room.case
        blocks: list[Block] = [note(_("Read one at a time, after the talks of a year, and only with a reason."))]
        for name, about in case.injects.items():
            blocks += [
                heading(_.case(case, f"injects.{name}.name"), 2),
                text(_("“{news}”", news=_.case(case, f"injects.{name}.news"))),
            ]
            blocks.append(text(_leads_to(room, name, about, lang), small=True))
        yield Page(part="news", lang=lang, title=_("News to read aloud"), foot=room.foot(lang), blocks=tuple(blocks))


def _leads_to(room: Room, name: str, about: object, lang: str) -> str:
    _, sheets = room.speakers[lang], room.sheets
    if any(name in table.cards for table in sheets.results):
        return _(
            "On paper: no slip is drawn. The year stands in the result table “{year}”.", year=room.weather(name, lang)
        )
    if name in sheets.harms:
        return _("On paper: take it off after the year, as the sheet “After the year” says.")
    if name in sheets.cancels:
        return _("On paper: early decisions are taken before the slip is drawn, and data count as late.")
    return _("On paper: it changes no number.")


def talk_sheets(room: Room) -> Iterator[Page]:
    """Give each table a sheet for the talks of every year, in each of its languages: only that year's terms."""
    years = range(1, int(room.case.data["years"]) + 1)
    for at in room.tables:
        for year in years:
            for lang in at.languages:
                yield _talks(room, at, year, lang)


def _talks(room: Room, at: PaperTable, year: int, lang: str) -> Page:
    _ = room.speakers[lang]
    rows: list[list[object]] = [[_("Who offers: {letters}", letters=_letters(room, lang)), *[""] * OFFERS]]
    for term in terms_in(room.case, year):
        options = [room.option(term, int(option), lang) for option in room.case.terms[term]["options"]]
        rows.append([{"term": room.term(term, lang), "options": options}, *[""] * OFFERS])
    rows.append([_("Answer: yes, or the number of a reason"), *[""] * OFFERS])
    head = [_("Write one option into each box"), *(_("Offer {n}", n=number) for number in range(1, OFFERS + 1))]
    # On paper the trainer's watch is the only one: to run out of time and of turns is the same there.
    endings = [_.marked(NO_AGREEMENT[reason.value]) for reason in NoAgreement if reason is not NoAgreement.TIME_UP]
    return Page(
        part="talks",
        lang=lang,
        title=_("Talks of year {n}", n=year),
        foot=room.foot(lang, at.number),
        blocks=(
            {**table(head, rows, widths=(5.4, *[1.0] * OFFERS), size_pt=10), "offers": True},
            {
                "kind": "columns",
                "left": [heading(_("Reasons for a no"), 2), numbered(_.marked(one) for one in REASONS.values())],
                "right": [
                    heading(_("Questions cost nothing"), 2),
                    bullets(_.marked(one) for one in QUESTIONS.values()),
                    text(_("Payments are for works, fuel and services, never for water."), small=True),
                ],
            },
            heading(_("How the talks ended")),
            ticks([_("We agree on offer number …"), *endings], columns=2),
        ),
    )


def _letters(room: Room, lang: str) -> str:
    return room.speakers[lang].listed(room.letter(side, lang) for side in room.case.sides)
