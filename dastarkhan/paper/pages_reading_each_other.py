"""The paper twin of lesson 02: sentences, moments to unfold, a line with two bags, three ways to say it, echoes."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.reading_each_other.giving_back import (
    Told,
    echo_checks,
    echo_example,
    other_chair_asks,
    other_chair_checks,
    told,
)
from dastarkhan.content.reading_each_other.line_messages import line_messages
from dastarkhan.content.reading_each_other.line_pieces import LineMessage
from dastarkhan.content.reading_each_other.moment_pieces import Moment, reading_kinds, sentence_kinds
from dastarkhan.content.reading_each_other.moments import moment_of, moments, sentences
from dastarkhan.content.reading_each_other.phone_line import (
    CAUGHT,
    SLIP,
    arrives,
    people_on_the_line,
    saying_back,
    ways_of_slipping,
    what_it_leaves_out,
)
from dastarkhan.content.reading_each_other.sayings import (
    Message,
    both_ways_checks,
    messages,
    saying_kinds,
    when_each_helps,
)
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, cut, heading, lines, note, numbered, table, text, ticks
from dastarkhan.paper.scene_cards import kind_list, reasons

SENTENCES_ON_A_PAGE = 8
FIRST_BAG, SECOND_BAG = 20, 10
CALLS = (7, 5, 2)
"""By all eight, the shortest way, and with one number more across the river."""


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    return {
        "camera": (_("What would a camera have shown?"), _("sentences to read aloud and to sort")),
        "two_banks": (_("One moment, two banks"), _("to fold along the line: two views inside")),
        "stations": (_("The line that garbles"), _("eight stations")),
        "line_cards": (_("The line that garbles"), _("five messages: three cards for each piece")),
        "bags": (_("Slips for two bags"), _("to cut out and to fold")),
        "line_sheet": (_("What arrived?"), _("one for each line")),
        "say_it": (_("Straight and roundabout"), _("messages to read aloud")),
        "own_say_it": (_("Say it both ways"), _("one for each person")),
        "echoes": (_("Yes, that is it"), _("voices to read aloud")),
        "own_chair": (_("The other chair"), _("private: one for each person")),
        "camera_why": (_("What would a camera have shown?"), answers),
        "line_why": (_("The line, with two bags"), _("how it goes, and what to expect, for the trainers")),
        "say_it_why": (_("Straight and roundabout"), _("what each way gives and costs, for the trainers")),
        "echoes_why": (_("Yes, that is it"), answers),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        _ = room.speakers[lang]
        named = part_words(_)
        for part, blocks in _in_language(_, room.people[lang]):
            yield Page(part=part, lang=lang, title=named[part][0], foot=room.foot(lang), blocks=tuple(blocks))
    lang = room.trainers
    _ = room.speakers[lang]
    why = {
        "camera_why": _camera_why(_),
        "line_why": _line_why(_),
        "say_it_why": _say_it_why(_),
        "echoes_why": _echoes_why(_),
    }
    for part, made in why.items():
        foot = room.foot(lang, _("for the trainers"))
        yield Page(part=part, lang=lang, title=part_words(_)[part][0], foot=foot, blocks=tuple(made))


def _in_language(_: Words, n_people: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give each page as its part and its blocks."""
    for drawn in _sentence_cards(_):
        yield "camera", (kind_list(sentence_kinds(_)), drawn)
    every = moments(_)
    for start in range(0, len(every), 2):
        yield "two_banks", tuple(_folded(every[start : start + 2], _))
    yield "stations", (cards([_station(n, _) for n in range(len(people_on_the_line(_)))], columns=2, height_mm=52),)
    for one in line_messages(_):
        yield "line_cards", tuple(_line_cards(one, _))
    yield "bags", tuple(_bags(_))
    yield "line_sheet", tuple(_line_sheet(_))
    yield "say_it", (cards([_three_ways(one, _) for one in messages(_)], columns=1, height_mm=38),)
    yield "own_say_it", (cards([_own_ways(_)] * n_people, columns=2, height_mm=124),)
    yield "echoes", (cards([_three_echoes(one, _) for one in told(_)], columns=1, height_mm=38),)
    yield "own_chair", (cards([_own_chair(_)] * n_people, columns=2, height_mm=124),)


def _sentence_cards(_: Words) -> Iterator[Block]:
    """Give cards with a moment and one sentence about it."""
    where = moment_of(_)
    made = [
        (text(f"{_.number(n)}. {where[one.key].text}"), text(one.text, strong=True))
        for n, one in enumerate(sentences(_), start=1)
    ]
    for start in range(0, len(made), SENTENCES_ON_A_PAGE):
        yield cards(made[start : start + SENTENCES_ON_A_PAGE], columns=2, height_mm=54)


def _folded(two: Sequence[Moment], _: Words) -> Iterator[Block]:
    """Give two moments, each with its two views under a line to fold along."""
    for number, one in enumerate(two):
        if number:
            yield cut()
        names = {kind.key: kind.name for kind in reading_kinds(_)}
        reader = one.mill if one.reader == "mill" else one.willow
        yield heading(one.title)
        yield text(one.text, strong=True)
        yield text(_("Your chair: {person}.", person=reader.who))
        yield bullets(f"{names[reading.kind]}: {reading.text}" for reading in one.readings)
        yield text(_("Fold the sheet back here, and unfold it last."), small=True)
        yield table([one.mill.who, one.willow.who], [[one.mill.says, one.willow.says]], widths=(1, 1), size_pt=11)
        yield note(f"{_('One could ask:')} {one.ask}")


def _station(number: int, _: Words) -> Sequence[Block]:
    one = people_on_the_line(_)[number]
    return (text(_("Station {n} of {total}", n=number + 1, total=8), small=True), heading(one.who), text(one.noise))


def _line_cards(one: LineMessage, _: Words) -> Iterator[Block]:
    """Give a message as cards: a row for each piece, from as it left to what it becomes."""
    people = people_on_the_line(_)
    sender, receiver = (people[0], people[-1]) if one.sender == "mill" else (people[-1], people[0])
    named = {"sender": sender.who, "receiver": receiver.who}
    yield text(f"{one.title}. {_('It goes from {sender} to {receiver}.', **named)} {one.stake}", strong=True)
    made = [
        (text(_("{piece}, card {n}", piece=letter, n=n), small=True), text(said))
        for letter, piece in zip("ABCDE", one.pieces, strict=True)
        for n, said in enumerate((piece.says, *(slip.text for slip in piece.slips)), start=1)
    ]
    yield cards(made, columns=3, height_mm=36)
    yield text(_("May be added: {texts}", texts=" ".join(one.added)), small=True)


def _bags(_: Words) -> Iterator[Block]:
    yield heading(_("The first bag: does it slip?"))
    yield cards(_slips(FIRST_BAG, round(SLIP * FIRST_BAG), _("slips"), _), columns=5, height_mm=18)
    yield heading(_("The second bag: only when people say back"))
    yield cards(_slips(SECOND_BAG, round((1 - CAUGHT) * SECOND_BAG), _("stays"), _), columns=5, height_mm=18)


def _slips(many: int, marked: int, mark: str, _: Words) -> list[Sequence[Block]]:
    """Give slips of which the first few are marked; in words, so that a copier cannot lose the mark."""
    return [
        (text(f"× {mark}", strong=True),) if n < marked else (text(_("as it is"), small=True),) for n in range(many)
    ]


def _line_sheet(_: Words) -> Iterator[Block]:
    yield text(_("Count what arrived as it left, of five pieces. First passed on, then said back each time."))
    head = [_("Message"), _("Our guess"), _("Passed on"), _("Said back each time")]
    yield table(head, [[one.title, "", "", ""] for one in line_messages(_)], widths=(3, 2, 2, 2), height_mm=14)
    yield heading(_("To say before a call ends"))
    yield bullets(saying_back(_))
    yield heading(_("What happened to words on the way?"))
    yield kind_list(ways_of_slipping(_))


def _three_ways(one: Message, _: Words) -> Sequence[Block]:
    return (text(one.text, strong=True), numbered(saying.text for saying in one.sayings))


def _own_ways(_: Words) -> Sequence[Block]:
    asked = _("Now a small message of your own, to somebody at home or in a team. Say it both ways. No names, please.")
    return (
        text(asked, strong=True),
        lines(2, label=_("My message, straight:")),
        lines(2, label=_("The same message, roundabout:")),
        text(_("Nobody corrects them. Tick what is so, alone or with a neighbour."), small=True),
        ticks(both_ways_checks(_)),
    )


def _three_echoes(one: Told, _: Words) -> Sequence[Block]:
    return (text(f"{one.where} {one.says}", strong=True), numbered(echo.text for echo in one.echoes))


def _own_chair(_: Words) -> Sequence[Block]:
    return (
        text(_("This sheet is yours. Nobody collects it. You may leave it empty."), small=True),
        *(lines(1 if key == "ask" else 2, label=ask) for key, ask in other_chair_asks(_)),
        ticks(other_chair_checks(_)),
    )


def _camera_why(_: Words) -> Iterator[Block]:
    yield text(_("There may be more than one good reason. Ask first, and read afterwards."), small=True)
    yield from reasons(sentence_kinds(_), sentences(_), _)


def _line_why(_: Words) -> Iterator[Block]:
    yield numbered(
        (
            _("Every station gets its card. The first cards of all five pieces lie before the sender."),
            _("At each call draw a slip from the first bag for every piece, and put it back."),
            _("“Slips” means: take the next card of this piece. After the third card the piece is gone."),
            _("Draw once more for what nobody sent. “Slips” means: add a sentence from below the cards."),
            _("Then once again with the first cards. After each “slips” draw from the second bag."),
            _("Only “stays” lets the mistake stand. All others mean: it was caught."),
        )
    )
    head = [_.c("how many times", "Passed on"), _("Of five pieces arrive"), _("With saying back")]
    rows = [
        [
            _.n("{n} time", "{n} times", calls),
            _.number(5 * arrives(calls), decimals=1),
            _.number(5 * arrives(calls, caught=CAUGHT), decimals=1),
        ]
        for calls in CALLS
    ]
    yield table(head, rows, widths=(2, 2, 2))
    yield text(_("These are means of many runs. Yours may turn out otherwise."), small=True)
    yield heading(_("What is assumed here, and what is left out"))
    yield bullets(what_it_leaves_out(_))


def _say_it_why(_: Words) -> Iterator[Block]:
    names = {kind.key: kind.name for kind in saying_kinds(_)}
    yield kind_list(saying_kinds(_))
    for one in messages(_):
        yield heading(one.text)
        yield numbered(
            f"{saying.text} {names[saying.kind]}. {_('What it gives:')} {saying.gives} "
            f"{_('What it may cost:')} {saying.costs}"
            for saying in one.sayings
        )
    yield heading(_("When does each of them help?"))
    for way, cases in when_each_helps(_).items():
        yield text(names[way], strong=True)
        yield bullets(cases)


def _echoes_why(_: Words) -> Iterator[Block]:
    for one in told(_):
        yield heading(f"{one.where} {one.says}")
        for number, echo in enumerate(one.echoes, start=1):
            fits = echo.key == one.best
            yield text(f"{_.number(number)}. {echo.text} {echo.why}", strong=fits, small=not fits)
    yield heading(_("Two who tried twice"))
    yield bullets(echo_example(_))
    yield heading(_("What a speaker and an echo may tick"))
    yield bullets(echo_checks(_))
