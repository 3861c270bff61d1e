"""Pages for the room: what is in the pack, cards for the door, signs and names for the tables."""

from collections.abc import Iterator, Sequence

from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.languages.near_home import near_home
from dastarkhan.paper.guide_texts import signed_agreements
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, big, bullets, cards, heading, lines, note, shape, tents, text
from dastarkhan.paper.room import Room

DOOR_CARDS_ON_A_PAGE = 12
TENTS_ON_A_PAGE = 3


def about_pack(room: Room) -> tuple[Block, ...]:
    """Return what stands on the cover above the contents."""
    lang = room.trainers
    _, case = room.speakers[lang], room.case
    people = sum(room.people.values())
    told = [
        _.n("{n} person", "{n} people", people),
        _.n("{n} table", "{n} tables", len(room.tables)),
        _.listed(f"{LANGUAGES[code].name}: {_.number(n)}" for code, n in room.people.items()),
    ]
    blocks = [text(_.case(case, "about")), text(" · ".join(told), strong=True)]
    if warning := near_home(case, _):
        blocks.append(note(warning))
    if any(code != "en" for code in room.people):
        blocks.append(
            note(_("The words of this pack were translated by machine. Please let a native reader look at them first."))
        )
    return tuple(blocks)


def how_to(room: Room) -> tuple[Block, ...]:
    """Return how the pack is used, and who sits where."""
    lang = room.trainers
    _ = room.speakers[lang]
    steps = (
        _("Print on one side of the paper. Black and white is enough."),
        _("Cut along the dashed lines. Fold the names along the dotted ones."),
        _("Hand out in the order of the list. Each page says at its foot for which table it is."),
        _("Keep the result tables in an envelope. They are opened after the year, and not before."),
        _("A role card is for one person. Nobody sees the sheet of the other bank."),
    )
    return (heading(_("How to use it")), bullets(steps), heading(_("Who sits at which table")), *_tables(room, _))


def _tables(room: Room, _: Words) -> tuple[Block, ...]:
    told = []
    for table in room.tables:
        spoken = [person.lang for person in table.people]
        named = _.listed(f"{LANGUAGES[code].name}: {_.number(spoken.count(code))}" for code in table.languages)
        people = _.n("{n} person", "{n} people", len(table.people))
        told.append(_("Table {n}: {people} ({languages})", n=table.number, people=people, languages=named))
    return (bullets(told),)


def door_cards(room: Room) -> Iterator[Page]:
    """Give a circle and a triangle for every person, and who sits where."""
    lang = room.trainers
    _, people = room.speakers[lang], sum(room.people.values())
    upper, lower = sorted(room.case.sides, key=lambda side: room.shape(side) == "circle")
    names = {"triangle": room.side(upper, lang), "circle": room.side(lower, lang)}
    told = {
        "circle": _(
            "Circle (orange): nearer to the beginning of the river at home. Sits downstream: {side}.",
            side=names["circle"],
        ),
        "triangle": _("Triangle (violet): nearer to its end. Sits upstream: {side}.", side=names["triangle"]),
    }
    says = {"circle": _("circle"), "triangle": _("triangle")}
    for kind in ("circle", "triangle"):
        for start in range(0, people, DOOR_CARDS_ON_A_PAGE):
            n = min(DOOR_CARDS_ON_A_PAGE, people - start)
            drawn = cards([(shape(kind, says[kind]),)] * n, columns=3, height_mm=56)
            yield Page(
                part="doors",
                lang=lang,
                title=_("Cards for the door"),
                foot=room.foot(lang),
                blocks=(text(told[kind], small=True), drawn),
            )


def table_signs(room: Room) -> Iterator[Page]:
    """Give a sign for each table: its number, the river, and a free line, in every language of the table."""
    for table in room.tables:
        for lang in table.languages:
            _ = room.speakers[lang]
            upper = next(side for side in room.case.sides if room.shape(side) == "triangle")
            lower = next(side for side in room.case.sides if side != upper)
            yield Page(
                part="signs",
                lang=lang,
                title=_("Table {n}", n=table.number),
                foot=room.foot(lang, table.number),
                blocks=(
                    big(_.number(table.number), size_pt=150),
                    big(room.title(lang), size_pt=34),
                    big(
                        _(
                            "{upper} upstream, {lower} downstream",
                            upper=room.side(upper, lang),
                            lower=room.side(lower, lang),
                        ),
                        size_pt=17,
                    ),
                    heading(_("Our agreement, or our reason for none")),
                    *(
                        block
                        for year in range(1, int(room.case.data["years"]) + 1)
                        for block in (lines(2, label=_("Year {n}", n=year)),)
                    ),
                ),
            )


def name_tents(room: Room) -> Iterator[Page]:
    """Give the names of the seats to fold and stand up, each in the language of its person."""
    everybody = room.everybody()
    lang = room.trainers
    _ = room.speakers[lang]
    for start in range(0, len(everybody), TENTS_ON_A_PAGE):
        items = []
        for table, person in everybody[start : start + TENTS_ON_A_PAGE]:
            speaker = room.speakers[person.lang]
            seat = person.seat.id
            sign = room.seal(str(room.case.seats[seat]["side"]), person.lang)
            items.append(
                {
                    "lang": person.lang,
                    "name": speaker.case(room.case, f"seats.{seat}.name"),
                    "under": f"{room.title(person.lang)} · {speaker('table {n}', n=table.number)}",
                    "letter": sign["letter"],
                    "pattern": sign["pattern"],
                }
            )
        yield Page(
            part="tents",
            lang=lang,
            title=_("Names to stand on the table"),
            foot=room.foot(lang),
            blocks=(tents(items, height_mm=76),),
        )


def catch_up(room: Room) -> Iterator[Page]:
    """Give a card of three lines for whoever comes late."""
    for lang in room.languages:
        _ = room.speakers[lang]
        said = (
            _("Two invented countries share one river."),
            _("You speak for a role, never for your country."),
            _("Ask, offer, or say no with a reason. You may pass on any question."),
        )
        card = (
            heading(_("Good that you are here"), 2),
            bullets(said),
            text(_("Sit beside your neighbour for this year. The next one is yours.")),
        )
        yield Page(
            part="late",
            lang=lang,
            title=_("For those who come late"),
            foot=room.foot(lang),
            blocks=(cards([card] * 4, columns=2, height_mm=64),),
        )


def last_lines(room: Room | LessonRoom) -> Iterator[Page]:
    """Give slips for the one line without a name."""
    for lang, people in room.people.items():
        _ = room.speakers[lang]
        slip = (text(_("One line: a concern, a fear, a hope or an idea. No names, please.")), lines(2))
        for start in range(0, people, 10):
            yield Page(
                part="lines",
                lang=lang,
                title=_("One line to leave behind"),
                foot=room.foot(lang),
                blocks=(cards([slip] * min(10, people - start), columns=2, height_mm=44),),
            )


def real_agreements(room: Room) -> Iterator[Page]:
    """Give three agreements that both sides signed, with their sources."""
    for lang in room.languages:
        _ = room.speakers[lang]
        told, sources = signed_agreements(_)
        yield Page(
            part="agreements",
            lang=lang,
            title=_("On real rivers: agreements that both sides signed"),
            foot=room.foot(lang),
            blocks=(
                bullets(told),
                heading(_("Sources")),
                *_sources(sources),
                text(_("Agreements change: ask what is in force today.")),
            ),
        )


def _sources(sources: Sequence[tuple[str, str]]) -> Iterator[Block]:
    for ref, url in sources:
        yield {"kind": "source", "ref": ref, "url": url}
