"""The paper twin of lesson 01: own circles, round and square cards, a web by hand, slips, sentences."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.who_am_i import (
    PEOPLE,
    SIDES,
    again_answers,
    again_ask,
    portraits,
    prompts,
    sentence_kinds,
    sentences,
    side_names,
    topics,
)
from dastarkhan.content.who_am_i.people import Person
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, cards, heading, lines, numbered, picture, table, text, ticks
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards
from dastarkhan.pictures.web_picture import card_shape

SHAPES_ON_A_PAGE = 12


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    return {
        "circles": (_("My circles"), _("private: one for each person")),
        "small_things": (_("Small things that others may know"), _("one for each person")),
        "web_sheet": (_("A web by hand"), _("one for each table")),
        "shapes": (_("Cards of two shapes"), _("to draw from a bag, one for each person")),
        "mill_and_willow": (_("People of Mill and Willow"), _("fourteen people, for fewer than eight")),
        "meet_again": (_("Would you like to meet again?"), _("slips without a name, one for each person")),
        "said": (_("Is that so, or do they say so?"), _("sentences to read aloud and to sort")),
        "said_why": (_("Is that so, or do they say so?"), _("answers and reasons, for the trainers")),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        _ = room.speakers[lang]
        told = part_words(_)
        for part, blocks in _in_language(_, room.people[lang]):
            yield Page(part=part, lang=lang, title=told[part][0], foot=room.foot(lang), blocks=tuple(blocks))
    yield _reasons(room)


def _in_language(_: Words, n_people: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give each page as its part and its blocks."""
    yield from _own(_)
    for drawn in _shapes(_, n_people):
        yield "shapes", (drawn,)
    yield "mill_and_willow", _people(_)
    yield "meet_again", (_slips(_, n_people),)
    for drawn in scene_cards(sentences(_), _):
        yield "said", (kind_list(sentence_kinds(_)), drawn)


def _own(_: Words) -> Iterator[tuple[str, Sequence[Block]]]:
    private = text(_("This list is only for you. Fold it, and put it into your pocket."), strong=True)
    asked = [lines(1, label=one.ask) for one in prompts(_)]
    many = text(_("Print one for each person."), small=True)
    yield "circles", (many, private, *asked)
    free = text(_("Three or four are enough. What you leave out needs no reason."), small=True)
    listed = [block for topic in topics(_) for block in (heading(topic.name), ticks(topic.things.values(), columns=2))]
    yield "small_things", (many, free, *listed)
    how = (
        _("Say your number and your things, or put the card in the middle."),
        _("Whoever shares a thing takes the wool. Write the line down."),
        _("Count lines between the same shape, and lines that cross."),
        _("Walk to three cards of the other shape. Ask one question at each."),
    )
    head = [_("Card"), _("Card"), _("They share"), _("Crosses?")]
    rows = [["", "", "", ""] for _row in range(14)]
    yield "web_sheet", (numbered(how), table(head, rows, widths=(1, 1, 4, 1), height_mm=10))


def _shapes(_: Words, n_people: int) -> Iterator[Block]:
    """Cards to draw from a bag: the shape is drawn on them, so that nobody has to cut circles."""
    for side, name in side_names(_).items():
        drawn = picture(card_shape(side == SIDES[0], name), name)
        one = (drawn, text(name, strong=True), lines(1, label=_("Number")))
        for rest in range(-(-n_people // 2), 0, -SHAPES_ON_A_PAGE):
            yield cards([one] * min(rest, SHAPES_ON_A_PAGE), columns=3, height_mm=62)


def _people(_: Words) -> Sequence[Block]:
    told = text(_("For fewer than eight people: fourteen invented people of Mill and Willow join in."), small=True)
    drawn = [
        _person(number, one, said, _) for number, (one, said) in enumerate(zip(PEOPLE, portraits(_), strict=True), 1)
    ]
    return (told, cards(drawn, columns=2, height_mm=50))


def _person(number: int, one: Person, said: str, _: Words) -> tuple[Block, ...]:
    names = {key: thing for topic in topics(_) for key, thing in topic.things.items()}
    head = _("Card {n}, a {shape}", n=number, shape=side_names(_)[one.side])
    return (text(head, strong=True), text(said), text(_.listed([names[key] for key in one.chosen]), small=True))


def _slips(_: Words, n_people: int) -> Block:
    slip = (
        text(again_ask(_), strong=True),
        ticks(again_answers(_).values()),
        text(_("No name. Fold it twice."), small=True),
    )
    return cards([slip] * n_people, columns=2, height_mm=55)


def _reasons(room: LessonRoom) -> Page:
    """What only the trainers read."""
    lang = room.trainers
    _ = room.speakers[lang]
    told = text(_("There may be more than one good reason. Ask first, and read afterwards."), small=True)
    blocks = (told, *reasons(sentence_kinds(_), sentences(_), _))
    foot = room.foot(lang, _("for the trainers"))
    return Page(part="said_why", lang=lang, title=part_words(_)["said_why"][0], foot=foot, blocks=blocks)
