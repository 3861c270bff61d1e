"""Pages for a dry year, for the stress test with slips, and for two clauses."""

from collections.abc import Iterator

import numpy as np

from dastarkhan.languages.clause_words import clause_checks, clauses
from dastarkhan.languages.sharing_words import CORE, rule_words
from dastarkhan.paper.by_hand import stress_by_hand
from dastarkhan.paper.page import (
    Block,
    Page,
    bullets,
    heading,
    lines,
    note,
    numbered,
    signed,
    strong,
    table,
    text,
    ticks,
    tight,
    wide,
)
from dastarkhan.paper.pages_years import slips_of
from dastarkhan.paper.room import Room
from dastarkhan.paper.seating import PaperTable
from simulations.games.sample_agreement import sample_package
from simulations.sharing import RULES

SEASON = "dry"
SHOWN = 3
"""Years that are worked out for the trainers, the driest first."""


def dry_year_pages(room: Room) -> Iterator[Page]:
    """Give each table what a dry year brings, who needs how much, and three rules; nothing where a case has none."""
    if "sharing" not in room.case.data:
        return
    for at in room.tables:
        for lang in at.languages:
            yield _dry_year(room, at, lang)
    yield _shared(room)


def _shared(room: Room) -> Page:
    """Return what each rule gives, for the trainers."""
    lang, sharing = room.trainers, room.case.data["sharing"]
    _, claims = room.speakers[lang], sharing["claims_mcm"]
    amounts = np.array([float(claim) for claim in claims.values()])
    blocks: list[Block] = [note(_("Tables first share by themselves. Then you may read these numbers aloud."))]
    scarce = {card: mcm for card, mcm in sharing["supply_mcm"].items() if mcm < amounts.sum()}
    for card, mcm in list(scarce.items())[:SHOWN]:
        shared = [RULES[rule](float(mcm), amounts) for rule in CORE]
        rows = [
            [
                _.case(room.case, f"nodes.{node}.name"),
                int(claim),
                *({"latin": _.number(award[at], decimals=1, latin=True)} for award in shared),
            ]
            for at, (node, claim) in enumerate(claims.items())
        ]
        head = ["", _("Needs"), *(_("Rule {n}", n=number) for number in (1, 2, 3))]
        blocks += [
            heading(room.weather(card, lang)),
            text(_("{n} million cubic metres from April to September", n=int(mcm)), small=True),
            tight(table(head, rows, widths=(2.2, 1, 1, 1, 1))),
        ]
    return Page(part="dry", lang=lang, title=_("What the three rules give"), foot=room.foot(lang), blocks=tuple(blocks))


def scarce_card(room: Room) -> str:
    """Return the year that is shared: the dry one, or the driest that brings less than is needed."""
    sharing = room.case.data["sharing"]
    needed = sum(sharing["claims_mcm"].values())
    scarce = [card for card, mcm in sharing["supply_mcm"].items() if mcm < needed]
    return SEASON if SEASON in scarce else str(scarce[0])


def _dry_year(room: Room, at: PaperTable, lang: str) -> Page:
    _, case = room.speakers[lang], room.case
    sharing, card = case.data["sharing"], scarce_card(room)
    supply, rules = int(sharing["supply_mcm"][card]), rule_words(_)
    rows = [
        [_.case(case, f"nodes.{node}.name"), int(claim), "", "", ""] for node, claim in sharing["claims_mcm"].items()
    ]
    rows.append(
        [strong(_("Together")), sum(int(claim) for claim in sharing["claims_mcm"].values()), supply, supply, supply]
    )
    head = ["", _("Needs"), *(_("Rule {n}", n=number) for number in (1, 2, 3))]
    told = [_("{rule}. {says}", rule=rules[rule].name, says=rules[rule].says) for rule in CORE]
    return Page(
        part="dry",
        lang=lang,
        title=_("A dry year: who gets how much?"),
        foot=room.foot(lang, at.number),
        blocks=(
            text(
                _(
                    "From April to September the river brings {n} million cubic metres. Lay {n} pebbles on the cloth.",
                    n=supply,
                )
            ),
            heading(_("Three old ways to share")),
            numbered(told),
            {**table(head, rows, widths=(2.2, 1, 1, 1, 1)), "height": 14},
            heading(_("Which rule could you defend to those whom it hurts most?")),
            lines(3),
            text(_("And if you did not know who you are?"), small=True),
        ),
    )


# --- ten slips


def stress_pages(room: Room) -> Iterator[Page]:
    """Give each table ten years to draw, and what its agreement brings in each beside acting alone."""
    for at in room.tables:
        lang = at.languages[0]
        _ = room.speakers[lang]
        yield Page(
            part="stress",
            lang=lang,
            title=_("Ten years of your agreement"),
            foot=room.foot(lang, at.number),
            blocks=(*_how(room, lang), *_work(room, lang)),
        )
        yield Page(
            part="stress",
            lang=lang,
            title=_("Ten years: the numbers"),
            foot=room.foot(lang, at.number),
            blocks=tuple(_rows(room, lang)),
        )


def _how(room: Room, lang: str) -> Iterator[Block]:
    _ = room.speakers[lang]
    yield text(_("Guess first: in how many of ten years will it be worse for one bank than acting alone?"))
    yield numbered(
        (
            _("Find the line of your agreement on the next page, and copy it here."),
            _("Add payment, care and data, as the sheet “After the year” says. Take away what acting alone brings."),
            _("Draw ten slips, one after the other, and put each back. Make a stroke in the last column each time."),
            _("Count the strokes of years in which a number is below zero. Do it for each bank."),
        )
    )


def _work(room: Room, lang: str) -> Iterator[Block]:
    """Give the table that is filled in by hand; what acting alone brings is printed."""
    _, case = room.speakers[lang], room.case
    many = len(case.sides)
    letters = [room.letter(side, lang) for side in case.sides]
    head = [
        _("The year"),
        _("Slips"),
        wide(_("From the river"), many),
        wide(_("Added"), many),
        wide(_("Alone"), many),
        wide(_("More or less"), many),
        _("Strokes"),
    ]
    rows: list[list[object]] = []
    for card in case.cards:
        alone = [room.stress.alone[card][side] for side in case.sides]
        rows.append(
            [room.weather(card, lang), {"latin": slips_of(room, card)}, *[""] * many * 2, *alone, *[""] * many, ""]
        )
    widths = (2.2, 1.1, *[0.9] * many * 4, 1.5)
    yield table(head, rows, second=["", "", *letters * 4, ""], widths=widths, height_mm=13, size_pt=9.5)
    found = [_("{side}: in … of ten years it was worse than alone.", side=room.side(side, lang)) for side in case.sides]
    yield bullets(found)
    yield heading(_("Change one thing, and only one"))
    yield text(_("Which term would you change, so that it holds longer? Work it out again with that one."))
    yield lines(2)


def _rows(room: Room, lang: str) -> Iterator[Block]:
    _, case, sheets = room.speakers[lang], room.case, room.sheets
    yield heading(_("What the river brings each bank under your agreement"))
    yield text(_("Here everybody does the best for themselves in what is not agreed."), small=True)
    letters = [room.letter(side, lang) for side in case.sides]
    marks = [_("Shrinks"), _("Data")] if sheets.rule or sheets.data else []
    head = [_("Agreed"), *marks, *(wide(room.weather(card, lang), len(letters)) for card in case.cards)]
    rows = []
    for row in room.stress.rows:
        named = " / ".join(str(value) for value in row.agreed.values()) or "–"
        yes = [_("yes") if one else _("no") for one in (row.follows, row.informed)][: len(marks)]
        numbers = [row.river[card][side] for card in case.cards for side in case.sides]
        rows.append([strong(named), *yes, *numbers])
    second = ["", *[""] * len(marks), *letters * len(case.cards)]
    widths = (1.2, *[1.2] * len(marks), *[1.0] * len(letters) * len(case.cards))
    yield table(head, rows, second=second, widths=widths, size_pt=9.5)
    yield from _legend(room, lang)
    yield from _quick(room, lang)


def _legend(room: Room, lang: str) -> Iterator[Block]:
    _, sheets = room.speakers[lang], room.sheets
    agreed = _.listed(room.term(name, lang) for name in sheets.shrunk)
    said = [_("Agreed: {terms}", terms=agreed)] if agreed else []
    if sheets.rule and sheets.release_follows:
        options = _.listed(
            _("“{option}”", option=room.option(sheets.rule, one, lang)) for one in sheets.release_follows
        )
        said.append(_("Shrinks: yes, if you agreed on {options}.", options=options))
    if sheets.data:
        said.append(_("Data: yes, if you agreed to share them."))
    yield {"kind": "legend", "items": said}


def _quick(room: Room, lang: str) -> Iterator[Block]:
    """Give a table without agreement a quickly made one, worked out to the end."""
    _, case = room.speakers[lang], room.case
    package = sample_package(case)
    yield heading(_("Without an agreement of your own, take this one"))
    yield bullets(
        _("{term}: {option}", term=room.term(term, lang), option=room.option(term, option, lang))
        for term, option in package.items()
    )
    gained = stress_by_hand(room.stress, room.sheets, package)
    head = [_("More or less than alone"), *(room.weather(card, lang) for card in case.cards)]
    rows = [[room.side(side, lang), *(signed(gained[card][side]) for card in case.cards)] for side in case.sides]
    yield table(head, rows, size_pt=10)


# --- clauses


def clause_pages(room: Room) -> Iterator[Page]:
    """Give each bank of a table a page for its clause, with the eight checks that a neighbour ticks."""
    for at in room.tables:
        for lang in at.languages:
            _ = room.speakers[lang]
            for one in clauses(_):
                yield Page(
                    part="clauses",
                    lang=lang,
                    title=one.name,
                    foot=room.foot(lang, at.number),
                    blocks=(
                        text(one.ask),
                        text(_("Begin like this, if the page stays empty: {words}", words=one.begin), small=True),
                        lines(12),
                        heading(_("Eight checks: a neighbour ticks what is so")),
                        ticks(clause_checks(_)),
                        note(_("Would you sign it, if you lived on the other side?")),
                    ),
                )
