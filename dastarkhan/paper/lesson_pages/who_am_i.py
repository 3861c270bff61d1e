"""The paper twin of lesson 01: own circles, round and square cards, a web by hand, slips, sentences."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dastarkhan.content.who_am_i import PEOPLE, SIDES, portraits, prompts, sentence_kinds, sentences, side_names, topics
from dastarkhan.content.who_am_i.people import Person
from dastarkhan.languages import Words
from dastarkhan.paper.page import Block, Page, bullets, cards, heading, lines, numbered, picture, table, text, ticks
from dastarkhan.pictures.web_picture import card_shape

if TYPE_CHECKING:
    from dastarkhan.paper.lesson_pages import LessonRoom

N_CARDS = 24


def pages(room: "LessonRoom") -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        yield from _in_language(room, lang)
    yield _reasons(room)


def _in_language(room: "LessonRoom", lang: str) -> Iterator[Page]:
    _ = room.speakers[lang]
    for title, blocks in _own(_):
        yield Page(part="sheets", lang=lang, title=title, foot=room.foot(lang), blocks=tuple(blocks))
    for title, blocks in (*_shapes(_), _people(_), _slips(_, room.people[lang]), _sentences(_)):
        yield Page(part="cards", lang=lang, title=title, foot=room.foot(lang), blocks=tuple(blocks))


def _own(_: Words) -> Iterator[tuple[str, Sequence[Block]]]:
    private = text(_("This list is only for you. Fold it, and put it into your pocket."), strong=True)
    asked = [lines(1, label=one.ask) for one in prompts(_)]
    many = text(_("Print one for each person."), small=True)
    yield _("My circles"), (many, private, *asked)
    free = text(_("Three or four are enough. What you leave out needs no reason."), small=True)
    listed = [block for topic in topics(_) for block in (heading(topic.name), ticks(topic.things.values(), columns=2))]
    yield _("Small things that others may know"), (many, free, *listed)
    how = (
        _("Say your number and your things, or put the card in the middle."),
        _("Whoever shares a thing takes the wool. Write the line down."),
        _("Count lines between the same shape, and lines that cross."),
        _("Walk to three cards of the other shape. Ask one question at each."),
    )
    head = [_("Card"), _("Card"), _("They share"), _("Crosses?")]
    rows = [["", "", "", ""] for _row in range(14)]
    yield _("A web by hand"), (numbered(how), table(head, rows, widths=(1, 1, 4, 1), height_mm=10))


def _shapes(_: Words) -> Iterator[tuple[str, Sequence[Block]]]:
    """Cards to draw from a bag: the shape is drawn on them, so that nobody has to cut circles."""
    for side, name in side_names(_).items():
        drawn = [
            (picture(card_shape(side == SIDES[0], name), name), text(name, strong=True), lines(1, label=_("Number")))
            for _card in range(N_CARDS // 2)
        ]
        yield name, (cards(drawn, columns=3, height_mm=62),)


def _people(_: Words) -> tuple[str, Sequence[Block]]:
    told = text(_("For fewer than eight people: fourteen invented people of Mill and Willow join in."), small=True)
    drawn = [
        _person(number, one, said, _) for number, (one, said) in enumerate(zip(PEOPLE, portraits(_), strict=True), 1)
    ]
    return _("People of Mill and Willow"), (told, cards(drawn, columns=2, height_mm=50))


def _person(number: int, one: Person, said: str, _: Words) -> tuple[Block, ...]:
    names = {key: thing for topic in topics(_) for key, thing in topic.things.items()}
    head = _("Card {n}, a {shape}", n=number, shape=side_names(_)[one.side])
    return (text(head, strong=True), text(said), text(_.listed([names[key] for key in one.chosen]), small=True))


def _slips(_: Words, n_people: int) -> tuple[str, Sequence[Block]]:
    asked = _("Would you like to meet them again?")
    answers = (_("Yes, gladly."), _("Perhaps."), _("Not now."))
    slip = (text(asked, strong=True), ticks(answers), text(_("No name. Fold it twice."), small=True))
    return _("Would you like to meet again?"), (cards([slip] * n_people, columns=2, height_mm=55),)


def _sentences(_: Words) -> tuple[str, Sequence[Block]]:
    kinds = bullets(_("{term}: {option}", term=kind.name, option=kind.says) for kind in sentence_kinds(_))
    drawn = [(text(_.number(number), small=True), text(one.text)) for number, one in enumerate(sentences(_), 1)]
    return _("Is that so, or do they say so?"), (kinds, cards(drawn, columns=2, height_mm=36))


def _reasons(room: "LessonRoom") -> Page:
    lang = room.trainers
    _ = room.speakers[lang]
    names = {kind.key: kind.name for kind in sentence_kinds(_)}
    rows = []
    for number, one in enumerate(sentences(_), 1):
        others = [_("{term}: {option}", term=names[key], option=why) for key, why in one.why.items() if key != one.kind]
        rows.append((number, one.text, {"term": names[one.kind], "lines": [one.why[one.kind], *others]}))
    told = text(_("There may be more than one good reason. Ask first, and read afterwards."), small=True)
    listed = table(["", _("Scene"), _("What fits, and why")], rows, widths=(0, 1, 1.8), size_pt=10)
    title = _("Is that so, or do they say so?")
    return Page(part="answers", lang=lang, title=title, foot=room.for_trainers(lang), blocks=(told, listed))
