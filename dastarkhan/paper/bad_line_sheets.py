"""The bad line of lesson 07 on paper: messages of two sides, what the messenger hands over, slips, and the pencil."""

from collections.abc import Iterator, Sequence

import numpy as np

from dastarkhan.content.escalation.bad_line import OF_TEN_SLIPS, Message, messages, rules
from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.steps import level_names, step_names
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
from dastarkhan.paper.page import Block, bullets, cards, heading, numbered, picture, table, text
from dastarkhan.pictures.stairs_picture import StepMark, stairs_picture

SLIPS = range(1, 11)
GARBLED = OF_TEN_SLIPS / len(SLIPS)
STEPS = range(1, 10)


def in_order(side: str, _: Words) -> list[Message]:
    """The messages of one side: one begins with the match, the other with the wedding."""
    found = list(messages(_))
    half = len(found) // 2
    return found if side == PAIR[0] else [*found[half:], *found[:half]]


def rule_page(_: Words) -> Sequence[Block]:
    """What everybody at the table hears, and the slips that the messenger draws."""
    return (
        text(_("Two sides plan a match and a wedding. Play as you would. There is nothing to win."), strong=True),
        numbered(rules(_)),
        text(_("At the end all messages lie open, in a row. First one word each: how are you now?")),
        heading(_("Ten slips for a cup. Draw one for every calm message, and put it back.")),
        cards([(text(_.number(n), strong=True),) for n in SLIPS], columns=5, height_mm=22),
    )


def side_page(side: str, _: Words) -> Sequence[Block]:
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


def messenger_page(_: Words) -> Sequence[Block]:
    """What is handed over instead of a calm message."""
    towns = town_names(_)
    made = [
        (text(_("Round {n}, from {town}", n=round, town=towns[side]), small=True), text(one.garbled))
        for round, pair in enumerate(zip(*(in_order(side, _) for side in PAIR), strict=True), start=1)
        for side, one in zip(PAIR, pair, strict=True)
    ]
    how = _("For the messenger only. On slips 1, 2 and 3 hand this over, and keep the calm message until the end.")
    return (text(how, strong=True), cards(made, columns=2, height_mm=26))


def pencil_page(_: Words) -> Sequence[Block]:
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


def last_steps_page(_: Words) -> Sequence[Block]:
    """One sheet for all tables."""
    how = text(_("Every table makes one stroke on its last step. Nobody writes whose it is."))
    names = [[name, ""] for name in reversed(step_names(_))]
    return (how, table([_("The last step"), _("Strokes")], names, widths=(3, 4), height_mm=17))


def walks_pages(_: Words) -> Iterator[Sequence[Block]]:
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
