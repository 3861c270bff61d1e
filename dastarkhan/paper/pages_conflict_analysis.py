"""The paper twin of lesson 06: briefings and map sheets of two shapes, cards of both cases, and the record."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.conflict_analysis import (
    SIDES,
    Conflict,
    conflicts,
    connector_kinds,
    connectors,
    door_kinds,
    doors,
    layer_kinds,
    layers,
    of_case,
    statement_kinds,
    statements,
    tie_kinds,
    tree,
    tree_kinds,
    trunks,
)
from dastarkhan.content.conflict_analysis.overlay import announcement, drawing, motto, on_paper, reading
from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.maps_by_hand import empty_map, kit_map, pair_names, shape_names, strokes
from dastarkhan.paper.page import (
    Block,
    Page,
    bullets,
    cards,
    heading,
    lines,
    note,
    numbered,
    picture,
    table,
    text,
    tight,
)
from dastarkhan.paper.scene_cards import kind_list, reasons, scene_cards
from dastarkhan.pictures.web_picture import card_shape

SHAPES_ON_A_PAGE = 12
Titled = tuple[str, str, Sequence[Block]]
"""Part, title and blocks of a page."""


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    two, one = _("briefings, map sheets, the record"), _("cards to read aloud and to sort")
    answers = _("answers and reasons, for the trainers")
    named = {case.key: case.title for case in conflicts(_)}
    return {
        "shapes": (_("Circles and squares"), _("to draw from a bag, one for each person")),
        "together": (_("Two maps, one over the other"), _("one for each pair of tables")),
        **{f"{key}_sides": (title, two) for key, title in named.items()},
        **{f"{key}_cards": (title, one) for key, title in named.items()},
        **{f"{key}_why": (title, answers) for key, title in named.items()},
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson; a session needs one of the two cases."""
    for lang in room.languages:
        _ = room.speakers[lang]
        for part, title, blocks in _in_language(_, room.people[lang]):
            yield Page(part=part, lang=lang, title=title, foot=room.foot(lang), blocks=tuple(blocks))
    lang = room.trainers
    _ = room.speakers[lang]
    for case in conflicts(_):
        for part, title, blocks in _why(case, _):
            foot = room.foot(lang, _("for the trainers"))
            yield Page(part=part, lang=lang, title=title, foot=foot, blocks=tuple(blocks))


def _in_language(_: Words, n_people: int) -> Iterator[Titled]:
    yield from _shapes(_, n_people)
    yield "together", _("Two maps, one over the other"), tuple(_together(_))
    for case in conflicts(_):
        yield from _sides(case, _)
        yield from _cards(case, _)


def _titled(case: Conflict, what: str, _: Words) -> str:
    return _("{title}: {what}", title=case.title, what=what)


def _shapes(_: Words, n_people: int) -> Iterator[Titled]:
    """Give as many circles as squares, one for each person."""
    many = n_people + n_people % 2
    for start in range(0, many, SHAPES_ON_A_PAGE):
        sides = [SIDES[n % 2] for n in range(start, min(start + SHAPES_ON_A_PAGE, many))]
        made = [(picture(card_shape(side == SIDES[0], shape_names(_)[side]), shape_names(_)[side]),) for side in sides]
        yield "shapes", _("Circles and squares"), (cards(made, columns=3, height_mm=52),)


def _together(_: Words) -> Iterator[Block]:
    yield numbered(on_paper(_))
    yield heading(_("Then ask, in this order"))
    yield numbered(reading(_))
    yield note(motto(_))


def _sides(case: Conflict, _: Words) -> Iterator[Titled]:
    part, names = f"{case.key}_sides", shape_names(_)
    for side in SIDES:
        first, *rest = case.briefs[side]
        how = (heading(_("How to draw your map")), bullets(drawing(_)))
        told = (bullets(announcement(_)), text(case.about), note(first), *(text(one) for one in rest), *how)
        yield part, _titled(case, names[side], _), told
    for side in SIDES:
        yield part, _titled(case, names[side], _), tuple(_map_sheet(case, side, _))
    rows = [[name, "", ""] for name in pair_names(case)]
    head = [_("Between"), names[SIDES[0]], names[SIDES[1]]]
    letters = text(_("Without light: write one letter for each kind of line."), small=True)
    pairs = tight(table(head, rows, widths=(4, 3, 3), size_pt=10))
    yield part, _titled(case, _("the table of pairs"), _), (letters, pairs)
    yield part, _titled(case, _("the record"), _), tuple(_record(case, _))


def _map_sheet(case: Conflict, side: str, _: Words) -> Iterator[Block]:
    yield picture(empty_map(case, _, key=f"{case.key}-{side}"), case.about)
    yield picture(strokes(_), _.listed(kind.name for kind in tie_kinds(_)))
    yield note(motto(_))


def _record(case: Conflict, _: Words) -> Iterator[Block]:
    yield text(_("Hand this out when both maps lie over each other, and not before."), strong=True)
    yield bullets(case.record)
    yield lines(2, label=_("A question that I would ask, and whom:"))


def _cards(case: Conflict, _: Words) -> Iterator[Titled]:
    part = f"{case.key}_cards"
    for what, kinds, scenes in _sorted(case, _):
        for drawn in scene_cards(scenes, _):
            trunk = (note(trunks(_)[case.key]),) if kinds == tree_kinds(_) else ()
            yield part, _titled(case, what, _), (*trunk, kind_list(kinds), drawn)
    names = shape_names(_)
    made = [
        (text(f"{names[side]} · {one.when}", strong=True), text(getattr(one, side) or _("Silence.")))
        for one in case.moments
        for side in SIDES
    ]
    yield part, _titled(case, _("two memories"), _), (cards(made, columns=2, height_mm=28),)
    rows = [[one.name, one.touches, one.ask] for one in case.missing]
    head = [_("Who is missing"), _("How it touches them"), _("One could ask:")]
    door = lines(2, label=_("A small door that I see, and who would open it:"))
    asked = table(head, rows, widths=(2, 4, 3), size_pt=10.5)
    yield part, _titled(case, _("who is missing"), _), (asked, door)


def _sorted(case: Conflict, _: Words) -> Iterator[tuple[str, Sequence[Kind], tuple[Scene, ...]]]:
    """Give what is sorted, by its name, its kinds and the scenes of a case."""
    yield _("seen, felt, guessed"), statement_kinds(_), of_case(statements(_), case.key)
    yield _("what is it for?"), layer_kinds(_), of_case(layers(_), case.key)
    yield _("doors and walls"), door_kinds(_), of_case(doors(_), case.key)
    yield _("what connects?"), connector_kinds(_), of_case(connectors(_), case.key)
    yield _("a tree"), tree_kinds(_), of_case(tree(_), case.key)


def _why(case: Conflict, _: Words) -> Iterator[Titled]:
    """Give what only the trainers read: two maps as examples, and a reason for every choice."""
    part, names = f"{case.key}_why", shape_names(_)
    told = text(_("Examples. Other maps can be as good: what counts is a sentence for each line."), small=True)
    for side in SIDES:
        ties = {kind.key: kind.name for kind in tie_kinds(_)}
        people = {party.key: party.first_name for party in case.parties}
        whys = [f"{people[tie.one]} – {people[tie.other]}: {ties[tie.kind]}. {tie.why}" for tie in case.maps[side]]
        drawn = picture(kit_map(case, side, _, key=f"{case.key}-{side}-why"), " ".join(whys))
        yield part, _titled(case, names[side], _), (told, drawn, bullets(whys))
    for what, kinds, scenes in _sorted(case, _):
        meet = (note(case.meet),) if kinds == layer_kinds(_) else ()
        yield part, _titled(case, what, _), (*reasons(kinds, scenes, _), *meet)
