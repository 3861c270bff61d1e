"""The paper twin of lesson 07: stairs to walk on, a bad line of paper, moments, help, signs, a rumour."""

from collections.abc import Iterator, Sequence

import numpy as np

from dastarkhan.content.escalation.bad_line import OF_TEN_SLIPS, Message, messages, rules
from dastarkhan.content.escalation.board import about_alarms, own_signs
from dastarkhan.content.escalation.help import Help, helps, rule_of_thumb
from dastarkhan.content.escalation.rumours import (
    good_answer,
    own_answer_ask,
    retold,
    rumour_kinds,
    rumour_messages,
    turned,
    what_to_do,
)
from dastarkhan.content.escalation.sentences import moments, own_ask, what_helps
from dastarkhan.content.escalation.signs import sign_kinds, signs
from dastarkhan.content.escalation.situation import Situation
from dastarkhan.content.escalation.situations import situations
from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.steps import level_names, levels, step_kinds, step_names, steps
from dastarkhan.content.escalation.walks import (
    FIRST_PAIR,
    N_ROUNDS,
    N_WALKS,
    PAIR,
    assumed,
    n_high,
    told,
    walks,
    ways_to_answer,
)
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import (
    Block,
    Page,
    big,
    bullets,
    cards,
    heading,
    lines,
    numbered,
    picture,
    table,
    text,
    ticks,
)
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards
from dastarkhan.pictures.help_picture import HelpMark, help_picture
from dastarkhan.pictures.stairs_picture import StepMark, stairs_picture
from simulations.escalation import FITS

N_OWN_SIGNS = 5
SLIPS = range(1, 11)
GARBLED = OF_TEN_SLIPS / len(SLIPS)
STEPS = range(1, 10)


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    table = _("one for each table")
    return {
        "stairs": (_("Nine steps along a wall"), _("nine sheets, to stand beside or to walk on")),
        "situations": (_("On which step does this stand?"), _("ten situations to read aloud")),
        "steps": (_("Nine steps, and six kinds of help"), table),
        "line": (_("What arrives over a bad line?"), _("one set for each table")),
        "last_steps": (_("Where all tables ended"), _("one for the room")),
        "walks": (_("What becomes of a thousand walks?"), _("to hang on the wall, after the bad line")),
        "moments": (_("Which sentence leads a step down?"), _("six moments, for each table")),
        "own_sentence": (_("A sentence of my own"), _("one for each person")),
        "signs": (_("Is it a sign, or noise?"), _("things to read aloud and to sort")),
        "own_signs": (_("Five signs for a place that I know"), _("private: one for each person")),
        "rumour": (_("Where did the net go?"), _("six strips to read aloud, and six messages")),
        "situations_why": (_("On which step does this stand?"), answers),
        "moments_why": (_("Which sentence leads a step down?"), answers),
        "helps_why": (_("Who can help here?"), answers),
        "signs_why": (_("Is it a sign, or noise?"), answers),
        "rumour_why": (_("Where did the net go?"), answers),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    for lang in room.languages:
        _ = room.speakers[lang]
        names = part_words(_)
        for part, blocks in _in_language(_, room.people[lang]):
            yield Page(part=part, lang=lang, title=names[part][0], foot=room.foot(lang), blocks=tuple(blocks))
    yield from _for_trainers(room)


def _in_language(_: Words, n_people: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give each page as its part and its blocks."""
    for start in range(0, len(steps(_)), 2):
        yield "stairs", (cards(_wall(start, _), columns=1, height_mm=112),)
    for drawn in scene_cards([one.on_levels() for one in situations(_)], _):
        yield "situations", (kind_list(levels(_)), drawn)
    yield "steps", tuple(_steps(_))
    yield "steps", tuple(_helps(_))
    yield "line", _rule_page(_)
    for side in PAIR:
        yield "line", _side_page(side, _)
    yield "line", _messenger_page(_)
    yield "line", _pencil_page(_)
    yield "last_steps", _last_steps_page(_)
    for blocks in _walks_pages(_):
        yield "walks", blocks
    yield "moments", (cards([_moment(at, _) for at in range(len(moments(_)))], columns=2, height_mm=76),)
    yield "own_sentence", (cards([_own_sentence(_)] * n_people, columns=2, height_mm=112),)
    for drawn in scene_cards(signs(_), _):
        yield "signs", (kind_list(sign_kinds(_)), drawn)
    yield "own_signs", (cards([_own_signs(_)] * n_people, columns=2, height_mm=114),)
    yield "rumour", (cards([(text(said),) for said in retold(_)], columns=1, height_mm=18), *_answer(_))
    for drawn in scene_cards(rumour_messages(_), _):
        yield "rumour", (kind_list(rumour_kinds(_)), drawn)


def _wall(start: int, _: Words) -> list[tuple[Block, ...]]:
    """Two of the nine sheets."""
    return [
        (
            big(_.number(int(one.stage)), size_pt=64),
            big(one.name, size_pt=26),
            text(one.says),
            big(one.heard, size_pt=16),
        )
        for one in steps(_)[start : start + 2]
    ]


def _steps(_: Words) -> Iterator[Block]:
    yield kind_list(levels(_))
    rows = [[_.number(int(one.stage)), one.name, one.says, one.heard] for one in steps(_)]
    head = ["", _("The step"), _("What happens there"), _("What one hears")]
    yield table(head, rows, widths=(1, 4, 9, 6), size_pt=10)


def _helps(_: Words) -> Iterator[Block]:
    found = helps(_)
    marks = [HelpMark(name=one.name, first=FITS[one.kind][0], last=FITS[one.kind][-1]) for one in found]
    title = _("Six kinds of help along nine steps")
    yield picture(help_picture(marks, _, title=title, key="paper-helps"), title)
    yield text(rule_of_thumb(_), strong=True)
    yield bullets(f"{one.name}: {one.says}" for one in found)


def _moment(at: int, _: Words) -> tuple[Block, ...]:
    one = moments(_)[at]
    return (text(one.text, strong=True), *(text(f"{_.number(n)}. {said.text}") for n, said in enumerate(one.said, 1)))


def _own_sentence(_: Words) -> tuple[Block, ...]:
    nobody = _("Nobody corrects it. Tick what is so; a friend ticks the last one.")
    return (text(own_ask(_), strong=True), lines(3), text(nobody, small=True), ticks(what_helps(_)))


def _own_signs(_: Words) -> tuple[Block, ...]:
    mine = _("They stay with you. Write no names of people, and no name of a group.")
    return (text(mine, strong=True), lines(N_OWN_SIGNS), ticks(own_signs(_)))


def _answer(_: Words) -> Sequence[Block]:
    ask = _("A message that makes the heart beat faster can wait a minute. Then:")
    return (heading(ask), numbered(what_to_do(_)), lines(3, label=own_answer_ask(_)))


# --- the bad line, and a thousand walks


def in_order(side: str, _: Words) -> list[Message]:
    """The messages of one side: one begins with the match, the other with the wedding."""
    found = list(messages(_))
    half = len(found) // 2
    return found if side == PAIR[0] else [*found[half:], *found[:half]]


def _rule_page(_: Words) -> Sequence[Block]:
    """What everybody at the table hears, and the slips that the messenger draws."""
    return (
        text(_("Two sides plan a match and a wedding. Play as you would. There is nothing to win."), strong=True),
        numbered(rules(_)),
        text(_("At the end all messages lie open, in a row. First one word each: how are you now?")),
        heading(_("Ten slips for a cup. Draw one for every calm message, and put it back.")),
        cards([(text(_.number(n), strong=True),) for n in SLIPS], columns=5, height_mm=22),
    )


def _side_page(side: str, _: Words) -> Sequence[Block]:
    """Two messages for each round, to cut out and fold."""
    made = [
        (text(_("Round {n}. {about}", n=round, about=one.about), small=True), text(said))
        for round, one in enumerate(in_order(side, _), start=1)
        for said in (one.calm, one.hard)
    ]
    told_before = text(
        _("In each row first the calm message, then the hard one. Fold the one that you send, and keep the other.")
    )
    return (heading(town_names(_)[side]), told_before, cards(made, columns=2, height_mm=26))


def _messenger_page(_: Words) -> Sequence[Block]:
    """What is handed over instead of a calm message."""
    towns = town_names(_)
    made = [
        (text(_("Round {n}, from {town}", n=round, town=towns[side]), small=True), text(one.garbled))
        for round, pair in enumerate(zip(*(in_order(side, _) for side in PAIR), strict=True), start=1)
        for side, one in zip(PAIR, pair, strict=True)
    ]
    how = _("For the messenger only. On slips 1, 2 and 3 hand this over, and keep the calm message until the end.")
    return (text(how, strong=True), cards(made, columns=2, height_mm=26))


def _pencil_page(_: Words) -> Sequence[Block]:
    """Nine steps and sixteen messages, for the messenger's pencil."""
    head = ["", *map(_.number, STEPS)]
    towns = town_names(_)
    rows = [
        [_("Round {n}, from {town}", n=round, town=towns[side]), *[""] * len(STEPS)]
        for round in range(1, len(messages(_)) + 1)
        for side in PAIR
    ]
    how = _("For the messenger only. Begin on step 1. After each message make a dot on the step where you stand then.")
    return (text(how, strong=True), table(head, rows, widths=(4, *[1] * 9), height_mm=9, size_pt=10))


def _last_steps_page(_: Words) -> Sequence[Block]:
    """One sheet for all tables."""
    how = text(_("Every table makes one stroke on its last step. Nobody writes whose it is."))
    names = [[name, ""] for name in reversed(step_names(_))]
    return (how, table([_("The last step"), _("Strokes")], names, widths=(3, 4), height_mm=17))


def _walks_pages(_: Words) -> Iterator[Sequence[Block]]:
    """A thousand walks of two ways to answer, and what was counted for all six."""
    names = {way.key: way for way in ways_to_answer(_)}
    for way in FIRST_PAIR:
        head = f"{_('Both: {way}', way=names[way].name)} ({names[way].says})"
        dots = text(_("After round {n} of {total}. A dot is up to ten walks.", n=N_ROUNDS, total=N_ROUNDS))
        yield (heading(head), _stairs(way, head, _), dots)
    high = {way: n_high(walks(way, way, GARBLED)) for way in names}
    alone = n_high(walks(*FIRST_PAIR, GARBLED))
    one_side = _("If only one side lets some pass, {n} of {all} walks end on step 7 or above.", n=alone, all=N_WALKS)
    first, *rest = assumed(_)
    yield (
        text(_("Both sides answer alike, and of ten calm words three arrive garbled:")),
        bullets(told(_, high)),
        text(one_side),
        heading(_("What the model takes for granted")),
        text(first, strong=True),
        bullets(rest),
        heading(_("A question to each way")),
        bullets(f"{way.name}: {way.says}. {way.ask}" for way in names.values()),
    )


def _stairs(way: str, title: str, _: Words) -> Block:
    many = np.bincount(walks(way, way, GARBLED).stages[:, -1], minlength=10)[1:]
    marks = [
        StepMark(name=name, told="", many=int(n), sign=_.number(int(n)) if n else "")
        for name, n in zip(step_names(_), many, strict=True)
    ]
    drawn = stairs_picture(marks, level_names(_), _, title=title, room=N_WALKS, on_paper=True, key=f"paper-{way}")
    return picture(drawn, title)


# --- for the trainers


def _for_trainers(room: LessonRoom) -> Iterator[Page]:
    """What only the trainers read: reasons for everything, and how each situation went on."""
    lang = room.trainers
    _ = room.speakers[lang]
    names = part_words(_)
    for part, blocks in _answers(_):
        foot = room.foot(lang, _("for the trainers"))
        yield Page(part=part, lang=lang, title=names[part][0], foot=foot, blocks=tuple(blocks))


def _answers(_: Words) -> Iterator[tuple[str, Sequence[Block]]]:
    yield "situations_why", [block for n, one in enumerate(situations(_), 1) for block in _placed(n, one, _)]
    yield "moments_why", [block for at in range(len(moments(_))) for block in _said(at, _)]
    yield "helps_why", [block for one in helps(_) for block in (heading(one.name), bullets(_fitting(one, _)))]
    yield "signs_why", [*reasons(sign_kinds(_), signs(_), _), heading(_("About alarms")), bullets(about_alarms(_)[:-1])]
    after = zip(retold(_)[1:], turned(_), strict=True)
    yield (
        "rumour_why",
        [
            bullets(f"{said} {why}" for said, why in after),
            text(good_answer(_)),
            *reasons(rumour_kinds(_), rumour_messages(_), _),
        ],
    )


def _placed(number: int, one: Situation, _: Words) -> Iterator[Block]:
    """A situation with its step, all its reasons, and how it went on."""
    names = {kind.key: kind.name for kind in levels(_)}
    places = {kind.key: kind.name for kind in step_kinds(_)[str(one.stage.level)]}
    yield heading(f"{_.number(number)}. {one.text}", 2)
    level = str(one.stage.level)
    yield text(f"{step_names(_)[one.stage - 1]}. {one.level_why[level]} {one.step_why[one.stage.key]}", strong=True)
    others = [f"{names[key]}? {why}" for key, why in one.level_why.items() if key != level]
    others += [f"{places[key]}? {why}" for key, why in one.step_why.items() if key != one.stage.key]
    yield text(" ".join(others), small=True)
    yield text(f"{_('One step down:')} {one.down}")


def _said(at: int, _: Words) -> Iterator[Block]:
    one = moments(_)[at]
    where = {
        1: _("This may lead a step up."),
        0: _("This may leave it on the same step."),
        -1: _("This may lead a step down."),
    }
    yield heading(one.text)
    yield numbered(f"{said.text} {where[said.step]} {said.why}" for said in one.said)


def _fitting(one: Help, _: Words) -> Iterator[str]:
    yield f"{_('It fits.')} {one.fits}"
    if one.too_light:
        yield f"{_('It may be too light.')} {one.too_light}"
    if one.too_strong:
        yield f"{_('It may be too strong.')} {one.too_strong}"
