"""The paper twin of lesson 00: things for the cloth, the ring of voices, the agreement, scenes and wishes."""

from collections.abc import Callable, Iterator, Sequence

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.content.welcome import (
    Promise,
    door_kinds,
    door_scenes,
    gifts,
    model_kinds,
    model_scenes,
    promise_checks,
    promises,
)
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, cut, heading, lines, note, table, text, ticks
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards

VOICES = 12


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    return {
        "cloth": (_("What lies on the cloth"), _("twelve cards for the middle of the room")),
        "ring": (_("Voices in a ring"), _("one for each table")),
        "moments": (_("Five moments"), _("one for each table")),
        "agreement": (_("Our agreement"), _("to hang on the wall")),
        "doors": (_("An open door"), _("scenes to read aloud and to sort")),
        "doors_why": (_("An open door"), answers),
        "models": (_("What a model can do"), _("wishes to read aloud and to sort")),
        "models_why": (_("What a model can do"), answers),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    yield from _cloth(room)
    yield from _ring(room)
    yield from _moments(room)
    yield from _agreement(room)
    yield from _scenes(room, "doors", lambda _: _("An open door"), door_kinds, door_scenes)
    yield from _scenes(room, "models", lambda _: _("What a model can do"), model_kinds, model_scenes)


def _cloth(room: LessonRoom) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        how = _("Lay the cards around the cloth. Everybody puts a stone on up to three. What has no stone?")
        drawn = cards([(text(words, strong=True),) for words in gifts(_).values()], columns=3, height_mm=40)
        title = _("What lies on the cloth")
        yield Page(part="cloth", lang=lang, title=title, foot=room.foot(lang), blocks=(text(how, small=True), drawn))


def _ring(room: LessonRoom) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        how = (
            _("Give every voice a number, no name. Write the languages that it would like to use today."),
            _("Hold a string between two voices that share a language, or draw a line."),
            _("Does everybody reach everybody? Through how many others? Which voice holds two parts together?"),
            _("Ask that voice first, give it a turn of its own, and let it rest."),
        )
        head = [_("Voice"), _("Languages today"), _("Talks directly with")]
        rows = [[_.number(number), "", ""] for number in range(1, VOICES + 1)]
        drawn = table(head, rows, widths=(1, 3, 3), height_mm=11)
        title = _("Voices in a ring")
        yield Page(part="ring", lang=lang, title=title, foot=room.foot(lang), blocks=(bullets(how), drawn))


def _moments(room: LessonRoom) -> Iterator[Page]:
    """Two moments on a sheet, to be cut apart: one for each table."""
    for lang in room.languages:
        _ = room.speakers[lang]
        each = promises(_)
        for start in range(0, len(each), 2):
            pair = [_moment(one, _) for one in each[start : start + 2]]
            blocks = pair[0] if len(pair) == 1 else (*pair[0], cut(), *pair[1])
            yield Page(part="moments", lang=lang, title=_("Our agreement"), foot=room.foot(lang), blocks=blocks)


def _moment(one: Promise, _: Words) -> tuple[Block, ...]:
    return (
        heading(one.name),
        note(one.scene),
        text(one.ask, strong=True),
        text(_("In our own words, one or two sentences:")),
        lines(2),
        ticks(promise_checks(_)),
        text(f"{_('An invented group wrote:')} {one.example}", small=True),
    )


def _agreement(room: LessonRoom) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        blocks = [block for one in promises(_) for block in (heading(one.name), lines(2))]
        told = text(_("Anybody may ask to change a word, at any time."), small=True)
        yield Page(part="agreement", lang=lang, title=_("Our agreement"), foot=room.foot(lang), blocks=(*blocks, told))


def _scenes(
    room: LessonRoom,
    part: str,
    title: Callable[[Words], str],
    kinds: Callable[[Words], Sequence[Kind]],
    scenes: Callable[[Words], Sequence[Scene]],
) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        for drawn in scene_cards(scenes(_), _):
            yield Page(part=part, lang=lang, title=title(_), foot=room.foot(lang), blocks=(kind_list(kinds(_)), drawn))
    lang = room.trainers
    _ = room.speakers[lang]
    blocks = tuple(reasons(kinds(_), scenes(_), _))
    yield Page(
        part=f"{part}_why", lang=lang, title=title(_), foot=room.foot(lang, _("for the trainers")), blocks=blocks
    )
