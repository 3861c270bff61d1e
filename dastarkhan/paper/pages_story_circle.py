"""The paper twin of lesson 03: utterances, narrow questions, a practice debate, the host's card, a page for one."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.story_circle.by_oneself import flashback_checks, imagine_steps, own_asks, steps, story, weaker
from dastarkhan.content.story_circle.circle import (
    circle_rules,
    flashback_begins,
    flashback_examples,
    hard_moments,
    rungs,
)
from dastarkhan.content.story_circle.practice import debate_rules, dialogue_rules, harmless, only_this, talk_names
from dastarkhan.content.story_circle.questions import (
    Narrow,
    good_examples,
    narrow_questions,
    nobody_corrects,
    question_checks,
)
from dastarkhan.content.story_circle.utterances import utterances
from dastarkhan.content.story_circle.ways_of_talking import KINDS, differences, none_is_best, ways_of_talking
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, heading, lines, note, numbered, table, text, ticks
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards

SEATS = range(1, 7)


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    return {
        "said": (_("What are they doing when they talk?"), _("utterances to read aloud and to sort")),
        "differences": (_("Four ways of talking"), _("to hang on the wall, after the sorting")),
        "narrow": (_("Which question opens a door?"), _("scenes to read aloud and to choose")),
        "own_questions": (_("Two open questions of my own"), _("one for each person")),
        "practice": (_("Who speaks after whom?"), _("one for each table, for the practice debate only")),
        "host": (_("The card for the host"), _("one for each circle")),
        "alone": (_("And if you are alone?"), _("for the writing table, and whoever came late")),
        "said_why": (_("What are they doing when they talk?"), _("answers and reasons, for the trainers")),
        "narrow_why": (_("Which question opens a door?"), _("answers and reasons, for the trainers")),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        _ = room.speakers[lang]
        told = part_words(_)
        for part, blocks in _in_language(_, room.people[lang]):
            yield Page(part=part, lang=lang, title=told[part][0], foot=room.foot(lang), blocks=tuple(blocks))
    yield from _for_trainers(room)


def _in_language(_: Words, n_people: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give each page as its part and its blocks."""
    for drawn in scene_cards(utterances(_), _):
        yield "said", (kind_list(ways_of_talking(_)), drawn)
    yield "differences", _differences(_)
    yield "narrow", (cards([_narrow(one, _) for one in narrow_questions(_)], columns=1, height_mm=38),)
    yield "own_questions", (_own_questions(n_people, _),)
    yield "practice", tuple(_practice(_))
    yield "host", tuple(_host(_))
    yield "alone", tuple(_alone(_))
    yield "alone", tuple(_tell(_))


def _differences(_: Words) -> Sequence[Block]:
    names = {kind.key: kind.name for kind in ways_of_talking(_)}
    head = ["", *(names[key] for key in KINDS)]
    rows = [[one.ask, *(one.answers[key] for key in KINDS)] for one in differences(_)]
    told = text(none_is_best(_))
    return (kind_list(ways_of_talking(_)), table(head, rows, widths=(3, 3, 3, 3, 3)), told)


def _narrow(one: Narrow, _: Words) -> Sequence[Block]:
    asked = text(f"{one.where} {one.says}", strong=True)
    return (asked, numbered(way.text for way in one.ways))


def _own_questions(n_people: int, _: Words) -> Block:
    asked = text(_("Two questions that you would like to ask somebody in this room, or at home."), strong=True)
    nobody = text(nobody_corrects(_), small=True)
    one = (asked, lines(2), lines(2), nobody, ticks(question_checks(_)))
    return cards([one] * n_people, columns=2, height_mm=112)


def _practice(_: Words) -> Iterator[Block]:
    yield note(only_this(_))
    yield text(_("Choose a question: {questions}", questions=" ".join(harmless(_).values())))
    names = talk_names(_)
    yield heading(names["debate"])
    yield bullets(debate_rules(_))
    yield heading(names["dialogue"])
    yield bullets(dialogue_rules(_))
    yield heading(_("A stroke for every change of voice"))
    yield text(
        _("Find the row of whoever spoke, and the column of whoever followed. One sheet for each of the two talks."),
        small=True,
    )
    yield table(["", *map(_.number, SEATS)], [[_.number(seat), *[""] * len(SEATS)] for seat in SEATS], height_mm=11)


def _host(_: Words) -> Iterator[Block]:
    yield text(_("You tell like everybody else. You also read aloud, and look at the watch."), strong=True)
    yield bullets(circle_rules(_))
    yield heading(_("The rounds"))
    yield text(_("A circle of five needs 25 minutes with one story each, and 40 with two."), small=True)
    for one in rungs(_):
        yield text(f"{one.name}. {one.prompt}", strong=True)
        minutes = _.n("{n} minute for each person.", "{n} minutes for each person.", one.seconds // 60)
        yield text(f"{minutes} {one.also}", small=True)
    yield text(_("Flashbacks: everybody gives each person one, 15 seconds long. {words}", words=flashback_begins(_)),
               strong=True)  # fmt: skip
    yield text(" ".join(flashback_examples(_)), small=True)
    yield heading(_("Hard moments"))
    yield bullets(f"{one.name}: {one.do}" for one in hard_moments(_))


def _alone(_: Words) -> Iterator[Block]:
    name, told = steps(_)["listen"]
    yield note(weaker(_))
    yield heading(name)
    yield text(told)
    yield from (text(one) for one in story(_))
    yield lines(3, label=own_asks(_)["flashback"])
    yield text(_("Tick what is so:"), small=True)
    yield ticks(flashback_checks(_))


def _tell(_: Words) -> Iterator[Block]:
    asks, (imagine, how), (tell, free) = own_asks(_), steps(_)["imagine"], steps(_)["tell"]
    yield heading(imagine)
    yield text(how)
    yield numbered(imagine_steps(_))
    yield lines(2, label=asks["met"])
    yield heading(tell)
    yield text(free)
    yield from (lines(8, label=asks[key]) for key in ("guest", "different"))


def _for_trainers(room: LessonRoom) -> Iterator[Page]:
    """Give what only the trainers read."""
    lang = room.trainers
    _ = room.speakers[lang]
    told = text(_("There may be more than one good reason. Ask first, and read afterwards."), small=True)
    why = {
        "said_why": (told, *reasons(ways_of_talking(_), utterances(_), _)),
        "narrow_why": (told, *_narrow_why(_)),
    }
    for part, blocks in why.items():
        foot = room.foot(lang, _("for the trainers"))
        yield Page(part=part, lang=lang, title=part_words(_)[part][0], foot=foot, blocks=tuple(blocks))


def _narrow_why(_: Words) -> Iterator[Block]:
    for one in narrow_questions(_):
        yield heading(f"{one.where} {one.says}")
        for number, way in enumerate(one.ways, start=1):
            yield text(
                f"{_.number(number)}. {way.text} {way.why}", strong=way.key == one.best, small=way.key != one.best
            )
    yield heading(_("Two that somebody in Willow has written"))
    yield bullets(good_examples(_))
