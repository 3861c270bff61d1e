"""The paper twin of lesson 08: position cards, private sheets of the cart and the gate, and a sheet for offers."""

from collections.abc import Iterator

from dastarkhan.content.negotiation.people import who_sits_there
from dastarkhan.content.negotiation.positions import own_positions, positions, question_words, self_checks
from dastarkhan.languages import Words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, cut, heading, lines, note, numbered, table, text, ticks
from simulations.games import read_case
from simulations.games.package_points import alone_of, options_of, points_of
from simulations.table import Case

TABLES = ("cart", "gate", "fair")
OFFERS = 6


def part_words(_: Words) -> dict[str, tuple[str, str]]:
    """Return what each part of the lesson is called, and what it is for."""
    answers = _("answers and reasons, for the trainers")
    return {
        "positions": (_("What lies behind it"), _("eight cards: one person asks, another answers")),
        "own_words": (_("Four interests in your own words"), _("one for each person")),
        "cart_sheets": (_("The bread cart"), _("private: one sheet for each side")),
        "gate_sheets": (_("The old gate"), _("private: one sheet for each side")),
        "fair_sheets": (_("The apricot fair"), _("private: one sheet for each side")),
        "offers": (_("A sheet for offers"), _("one for each table")),
        "positions_why": (_("What lies behind it"), answers),
    }


def pages(room: LessonRoom) -> Iterator[Page]:
    """Give all pages, in the order of the lesson."""
    yield from _positions(room)
    yield from _own(room)
    for name in TABLES:
        yield from _sheets(room, read_case(name))
    for name in TABLES:
        yield from _offers(room, read_case(name))
    yield _reasons(room)


def _positions(room: LessonRoom) -> Iterator[Page]:
    """The cards with what comes to light on them: who answers holds the card, who asks does not see it."""
    for lang in room.languages:
        _ = room.speakers[lang]
        words = list(question_words(_).values())
        made = [
            (text(one.says, strong=True), *(text(f"{q} {a}", small=True) for q, a in zip(words, one.told, strict=True)))
            for one in positions(_)
        ]
        how = text(_("One person asks one of the three questions. Another holds the card and answers."), small=True)
        blocks = (how, cards(made, columns=2, height_mm=56))
        yield Page(part="positions", lang=lang, title=_("What lies behind it"), foot=room.foot(lang), blocks=blocks)


def _own(room: LessonRoom) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        blocks: list[Block] = [
            text(_("What may lie behind these four? Write it in your own words. Nobody corrects it."))
        ]
        for _key, says in own_positions(_):
            blocks += [heading(says), lines(2, label=_("They may need:")), ticks(self_checks(_))]
        title = _("Four interests in your own words")
        yield Page(part="own_words", lang=lang, title=title, foot=room.foot(lang), blocks=tuple(blocks))


def _sheets(room: LessonRoom, case: Case) -> Iterator[Page]:
    """One private sheet for each side."""
    for lang in room.languages:
        _ = room.speakers[lang]
        for side in case.sides:
            title = _("Your private sheet: {side}", side=_.case(case, f"sides.{side}.name"))
            foot = room.foot(lang, _.case(case, "title"))
            yield Page(part=f"{case.id}_sheets", lang=lang, title=title, foot=foot, blocks=tuple(_sheet(case, side, _)))


def _sheet(case: Case, side: str, _: Words) -> Iterator[Block]:
    yield text(_.case(case, "about"))
    seats = [seat for seat, about in case.seats.items() if about["side"] == side]
    yield bullets(_.case(case, f"seats.{seat}.brief") for seat in seats)
    rows = [
        [_.case(case, f"seats.{seat}.private.{key}"), value]
        for seat in seats
        for key, value in case.seats[seat].get("private", {}).items()
    ]
    yield table([_("Facts that you may tell them, or keep:"), ""], rows, widths=(5, 1))
    for other in case.sides:
        if other != side:
            yield note(who_sits_there(case.id, other, _))
    alone = alone_of(case, side)
    yield text(
        _.n(
            "Your alternative, without an agreement: {n} point.",
            "Your alternative, without an agreement: {n} points.",
            alone,
        ),
        strong=True,
    )
    for term, row in points_of(case, side).items():
        named = [_.case(case, f"terms.{term}.options.{option}") for option in options_of(case)[term]]
        worth = [list(pair) for pair in zip(named, row, strict=True)]
        yield table([_.case(case, f"terms.{term}.title"), _("points")], worth, widths=(5, 1), size_pt=9)


def _offers(room: LessonRoom, case: Case) -> Iterator[Page]:
    for lang in room.languages:
        _ = room.speakers[lang]
        head = [_("Offer"), *(_.case(case, f"terms.{term}.title") for term in case.terms), _("Yes, or no and why")]
        rows = [[_.number(n), *("" for _term in case.terms), ""] for n in range(1, OFFERS + 1)]
        how = bullets(
            (
                _("Ask before your first offer: what matters most, what is easy to give, what worries?"),
                _("Write an offer, push it across the table, and read it aloud."),
                _("You may stop without an agreement. Then say why."),
            )
        )
        drawn = table(head, rows, height_mm=16, size_pt=9)
        foot = room.foot(lang, _.case(case, "title"))
        yield Page(part="offers", lang=lang, title=_("A sheet for offers"), foot=foot, blocks=(how, cut(), drawn))


def _reasons(room: LessonRoom) -> Page:
    lang = room.trainers
    _ = room.speakers[lang]
    blocks: list[Block] = []
    for one in positions(_):
        blocks += [heading(one.says), numbered(f"{guess.text}. {guess.why}" for guess in one.interests)]
    foot = room.foot(lang, _("for the trainers"))
    return Page(part="positions_why", lang=lang, title=_("What lies behind it"), foot=foot, blocks=tuple(blocks))
