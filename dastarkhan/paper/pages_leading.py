"""The paper twin of lesson 04: tasks of a team, the fair on cards and on a sheet, sentences, scenes and moments."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.leading.fair import (
    DEADLINE_DAYS,
    PEOPLE,
    WORKS,
    needs,
    offer,
    people_names,
    portraits,
    side_names,
    takes,
    waits,
    work_names,
    work_scenes,
)
from dastarkhan.content.leading.feedback_scenes import feedback_scenes, own_checks, own_parts
from dastarkhan.content.leading.meetings import moments
from dastarkhan.content.leading.parts import part_kinds, part_scenes
from dastarkhan.content.leading.strengths import help_checks, stress_words, team_tasks
from dastarkhan.content.leading.ways_to_lead import lead_kinds, lead_scenes
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, heading, lines, numbered, table, text, ticks
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards

ON_A_PAGE = 6


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    return {
        "own_tasks": (_("What you bring to a team"), _("one for each person")),
        "own_stress": (_("When it gets too much"), _("private: one for each person")),
        "fair_people": (_("An apricot fair in two towns"), _("six people, for each table")),
        "fair_tasks": (_("An apricot fair in two towns"), _("twelve tasks, for each table")),
        "fair_sheet": (_("A sheet for the plan"), _("one for each table")),
        "parts": (_("What feedback is made of"), _("sentences to read aloud and to sort")),
        "feedback": (_("Say it so that it can be heard"), _("six scenes, for each table")),
        "own_feedback": (_("Feedback of your own"), _("private: one for each person")),
        "moments_safe": (_("What would you say next?"), _("six moments to read aloud")),
        "fits": (_("What fits today"), _("scenes to read aloud and to sort")),
        "parts_why": (_("What feedback is made of"), answers),
        "feedback_why": (_("Say it so that it can be heard"), answers),
        "moments_safe_why": (_("What would you say next?"), answers),
        "fits_why": (_("What fits today"), answers),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        yield from _self(room, lang)
        yield from _fair(room, lang)
        yield from _feedback(room, lang)
        yield from _safe(room, lang)
    yield from _answers(room)


def _page(room: LessonRoom, lang: str, part: str, title: str, blocks: Sequence[Block], about: str = "") -> Page:
    return Page(part=part, lang=lang, title=title, foot=room.foot(lang, about), blocks=tuple(blocks))


def _self(room: LessonRoom, lang: str) -> Iterator[Page]:
    _ = room.speakers[lang]
    ask = text(_("Tick up to three tasks that you like. Put a cross at one that you leave to others."), strong=True)
    blocks = [ask, ticks((one.name for one in team_tasks(_)), columns=2)]
    yield _page(room, lang, "own_tasks", _("What you bring to a team"), blocks)
    private = text(_("This sheet is yours. Nobody collects it. You may leave it empty."), strong=True)
    asked = _("What helps me then, and what may others say to me?")
    rows = [[one.name, f"{one.wants} {one.ideas}"] for one in stress_words(_)]
    head = [_("When it gets too much"), _("What it wants, and what has helped some people")]
    blocks = [private, table(head, rows, widths=(2, 5), size_pt=10), heading(asked), lines(3), ticks(help_checks(_))]
    yield _page(room, lang, "own_stress", _("When it gets too much"), blocks)


def _fair(room: LessonRoom, lang: str) -> Iterator[Page]:
    _ = room.speakers[lang]
    how = bullets(
        (
            _("Six cups are the people. Put as many beans into a cup as the person gives days."),
            _("Whoever takes a task pays its days with beans from the cup. No beans: too much."),
            _("Compare what the task asks for with what the person can do and speak."),
            _("The tasks with a star are done in the light. Share them between both towns, women and men."),
        )
    )
    drawn = cards([_person(key, _) for key in range(len(PEOPLE))], columns=2, height_mm=44)
    yield _page(room, lang, "fair_people", _("An apricot fair in two towns"), (how, drawn))
    made = [_task(number, _) for number in range(len(WORKS))]
    for start in range(0, len(made), ON_A_PAGE):
        drawn = cards(made[start : start + ON_A_PAGE], columns=2, height_mm=66)
        yield _page(room, lang, "fair_tasks", _("An apricot fair in two towns"), (drawn,))
    yield _page(room, lang, "fair_sheet", _("A sheet for the plan"), tuple(_sheet(_)))


def _person(number: int, _: Words) -> tuple[Block, ...]:
    one = PEOPLE[number]
    name = f"{people_names(_)[one.key]}, {side_names(_)[one.side]}"
    return (text(name, strong=True), text(portraits(_)[one.key]), text(offer(one, _), small=True))


def _named(number: int, _: Words) -> str:
    work = WORKS[number]
    star = " *" if work.task().prestige else ""
    return f"{work_names(_)[work.key]}{star}"


def _task(number: int, _: Words) -> tuple[Block, ...]:
    work = WORKS[number]
    return (
        text(_named(number, _), strong=True),
        text(work_scenes(_)[work.key]),
        text(f"{takes(work, _)} {needs(work, _)} {waits(work, _)}", small=True),
    )


def _sheet(_: Words) -> Iterator[Block]:
    told = _("The trees bloom for {n} days. All should be ready by then.", n=DEADLINE_DAYS)
    yield text(told, strong=True)
    head = [_("Task"), _("Days"), _("It waits for"), _("Who takes it"), _("From day, to day")]
    rows = [
        [_named(n, _), _.number(work.days), _.listed(work_names(_)[key] for key in work.after), "", ""]
        for n, work in enumerate(WORKS)
    ]
    yield table(head, rows, widths=(3, 1, 4, 3, 3), height_mm=11, size_pt=10)
    yield ticks(
        (
            _("Nobody has more days than offered, and everybody can do their tasks."),
            _("All is ready in time, also when nobody does two things at once."),
            _("The light is shared between both towns, and between women and men."),
            _("We know whom we would ask first: minutes, stage, kitchen, last tablecloth."),
        )
    )


def _feedback(room: LessonRoom, lang: str) -> Iterator[Page]:
    _ = room.speakers[lang]
    title = _("What feedback is made of")
    for drawn in scene_cards(part_scenes(_), _):
        yield _page(room, lang, "parts", title, (kind_list(part_kinds(_)), drawn))
    made = [
        (text(one.text, strong=True), *(text(f"{_.number(n)}. {say.text}") for n, say in enumerate(one.sayings, 1)))
        for one in feedback_scenes(_)
    ]
    asked = text(_("Which one can be heard best?"), strong=True)
    drawn = cards(made, columns=2, height_mm=76)
    yield _page(room, lang, "feedback", _("Say it so that it can be heard"), (asked, drawn))
    private = text(_("This sheet is yours and a friend's. No names, please."), strong=True)
    written = [block for part in own_parts(_).values() for block in (heading(part), lines(2))]
    yield _page(room, lang, "own_feedback", _("Feedback of your own"), (private, *written, ticks(own_checks(_))))


def _safe(room: LessonRoom, lang: str) -> Iterator[Page]:
    _ = room.speakers[lang]
    made = [
        (text(one.text, strong=True), *(text(f"{_.number(n)}. {reply.say}") for n, reply in enumerate(one.replies, 1)))
        for one in moments(_)
    ]
    drawn = cards(made, columns=2, height_mm=76)
    yield _page(room, lang, "moments_safe", _("What would you say next?"), (drawn,))
    for drawn in scene_cards(lead_scenes(_), _):
        yield _page(room, lang, "fits", _("What fits today"), (kind_list(lead_kinds(_)), drawn))


def _answers(room: LessonRoom) -> Iterator[Page]:
    """What only the trainers read: reasons for everything, and what happens after each reply."""
    lang = room.trainers
    _ = room.speakers[lang]
    mine = _("for the trainers")
    said = [
        block
        for one in feedback_scenes(_)
        for block in (heading(one.text), numbered(f"{say.text} {say.why}" for say in one.sayings))
    ]
    then = [
        block
        for one in moments(_)
        for block in (heading(one.text), numbered(f"{r.say} {r.then} {r.why}" for r in one.replies))
    ]
    yield _page(
        room, lang, "parts_why", _("What feedback is made of"), [*reasons(part_kinds(_), part_scenes(_), _)], mine
    )
    yield _page(room, lang, "feedback_why", _("Say it so that it can be heard"), said, mine)
    yield _page(room, lang, "moments_safe_why", _("What would you say next?"), then, mine)
    yield _page(room, lang, "fits_why", _("What fits today"), [*reasons(lead_kinds(_), lead_scenes(_), _)], mine)
