"""Result tables, and how a year is added up with a pencil: the same numbers as the model's."""

from collections.abc import Iterator, Sequence

from dastarkhan.paper.by_hand import year_by_hand
from dastarkhan.paper.page import (
    Block,
    Page,
    bullets,
    cut,
    heading,
    note,
    numbered,
    signed,
    strong,
    table,
    text,
    tight,
    wide,
)
from dastarkhan.paper.room import Room
from dastarkhan.paper.seating import PaperTable
from dastarkhan.paper.sheets import ResultTable

NATURE = "≈"


def result_pages(room: Room) -> Iterator[Page]:
    """Give each table its result tables, in the language of most of its people, and how to add a year up.

    An example for the trainers stands before them.
    """
    yield _example(room)
    for at in room.tables:
        lang = at.languages[0]
        _ = room.speakers[lang]
        foot = room.foot(lang, at.number, about=_("closed until the year is over"))
        for result in room.sheets.results:
            yield Page(
                part="results",
                lang=lang,
                title=_title(room, result, lang),
                foot=foot,
                blocks=_result(room, result, lang),
            )
        yield Page(part="results", lang=lang, title=_("After the year"), foot=foot, blocks=tuple(_adding(room, lang)))
        yield _our_years(room, at, lang)


def _title(room: Room, result: ResultTable, lang: str) -> str:
    _ = room.speakers[lang]
    return _.listed(room.weather(card, lang) for card in result.cards)


def _result(room: Room, result: ResultTable, lang: str) -> tuple[Block, ...]:
    _, case = room.speakers[lang], room.case
    *above, across = result.decisions
    names = [name for name, node in case.basin["nodes"].items() if node["kind"] == "ecosystem"]
    last = sorted({values[-1] for values in result.cells})
    rows = []
    for lead in sorted({values[:-1] for values in result.cells}):
        row: list[object] = [_row_name(room, result, above, lead)]
        for value in last:
            cell = result.cells[(*lead, value)]
            row += [*(cell.points[side] for side in case.sides), *(cell.nature[name] for name in names)]
        rows.append(row)
    many = len(case.sides) + len(names)
    head = ["", *(wide(_across_name(room, result, across, value), many) for value in last)]
    marks = [*(room.letter(side, lang) for side in case.sides), *[NATURE] * len(names)]
    told = [_("Rows: {decision}", decision=_.case(case, f"decisions.{name}.title")) for name in above]
    told.append(_("Columns: {decision}", decision=_.case(case, f"decisions.{across}.title")))
    return (
        note(_("Closed until the year is over. A trainer reads each bank its own number, and covers the other one.")),
        *(text(one) for one in told),
        table(head, rows, second=["", *marks * len(last)], size_pt=11.5),
        *(text(one, small=True) for one in _legend(room, names, lang)),
    )


def _row_name(room: Room, result: ResultTable, names: Sequence[str], values: Sequence[int]) -> object:
    return strong(" / ".join(_made_of(room, result, name, value) for name, value in zip(names, values, strict=True)))


def _across_name(room: Room, result: ResultTable, name: str, value: int) -> object:
    return strong(_made_of(room, result, name, value))


def _made_of(room: Room, result: ResultTable, name: str, value: int) -> str:
    """Return a decided number, with the promise in brackets that may have become it by a dry-year rule."""
    shrunk = room.sheets.shrunk.get(name, {}).get(result.cards[0], {})
    promised = [str(option) for option, became in shrunk.items() if became == value != option]
    return f"{value} ({'/'.join(promised)})" if promised else str(value)


def _legend(room: Room, nature: Sequence[str], lang: str) -> Iterator[str]:
    _, case = room.speakers[lang], room.case
    for side in case.sides:
        yield _(
            "{letter}: points of {side} from the river.", letter=room.letter(side, lang), side=room.side(side, lang)
        )
    for name in nature:
        place = _.case(case, f"nodes.{name}.name")
        yield _("{sign}: {place}, how many tenths of its summer need it gets.", sign=NATURE, place=place)
    if room.sheets.release_follows:
        yield _("In brackets: what you promised. Before it: what became of it, where your rule lets it shrink.")


# --- adding up


def _adding(room: Room, lang: str) -> Iterator[Block]:
    _ = room.speakers[lang]
    yield note(_("Closed until the year is over. Begin with the row of the result table, and go down step by step."))
    yield from _rules(room, lang)
    for payment in room.sheets.payments:
        yield from _payment(room, payment.term, lang)
    for term in room.sheets.added:
        yield from _added(room, term, lang)
    yield from _harms(room, lang)


def _rules(room: Room, lang: str) -> Iterator[Block]:
    _, sheets = room.speakers[lang], room.sheets
    said = [_("What is agreed counts. For everything else, what stands on the slip counts.")]
    if sheets.release_follows and sheets.rule:
        options = _.listed(
            _("“{option}”", option=room.option(sheets.rule, one, lang)) for one in sheets.release_follows
        )
        for name in sheets.shrunk:
            said.append(
                _(
                    "If you agreed on {options}: “{term}” shrinks in a dry year. Look for your promise in brackets.",
                    options=options,
                    term=room.term(name, lang),
                )
            )
            if name in sheets.early:
                said.append(
                    _("This promise shrinks only when data are shared and came in time. Otherwise it stays as it is.")
                )
    said.append(_("Without agreement the numbers of the table are already the points of the year."))
    yield numbered(said)


def _payment(room: Room, term: str, lang: str) -> Iterator[Block]:
    _, sheets = room.speakers[lang], room.sheets
    payment = next(one for one in sheets.payments if one.term == term)
    taker = _.listed(room.side(side, lang) for side in room.case.sides if side != payment.payer)
    payer = room.side(payment.payer, lang)
    yield heading(room.term(term, lang))
    yield text(_("Take it from {payer}, and add it to {taker}.", payer=payer, taker=taker))
    groups = _alike(payment.shrunk) if sheets.payment_follows else []
    head = [
        _("Agreed"),
        *(_.listed(room.weather(card, lang) for card in cards) for cards, _sums in groups),
        _("All other years"),
    ]
    rows = [
        [strong(str(option)), *(sums[option] for _cards, sums in groups), option]
        for option in map(int, room.case.terms[term]["options"])
        if option
    ]
    if groups and sheets.rule:
        options = _.listed(
            _("“{option}”", option=room.option(sheets.rule, one, lang)) for one in sheets.payment_follows
        )
        yield text(
            _(
                "The smaller sums hold only if you agreed on {options}. Otherwise the agreed sum holds in every year.",
                options=options,
            ),
            small=True,
        )
    yield tight(table(head, rows, size_pt=10.5))


def _alike(shrunk: object) -> list[tuple[tuple[str, ...], dict[int, int]]]:
    """Return the dry years in groups that pay the same."""
    found: list[tuple[tuple[str, ...], dict[int, int]]] = []
    for card, sums in dict(shrunk).items():  # type: ignore[call-overload]
        place = next((at for at, (_cards, known) in enumerate(found) if known == sums), None)
        if place is None:
            found.append(((card,), dict(sums)))
        else:
            found[place] = ((*found[place][0], card), found[place][1])
    return found


def _added(room: Room, term: str, lang: str) -> Iterator[Block]:
    _, sheets, case = room.speakers[lang], room.sheets, room.case
    yield heading(room.term(term, lang))
    head = [_("Agreed"), *(room.side(side, lang) for side in case.sides)]
    rows: list[list[object]] = [
        [room.option(term, option, lang), *(signed(points[side]) for side in case.sides)]
        for option, points in sheets.added[term].items()
    ]
    if term == sheets.data:
        rows.append([_("Shared, but the data came too late"), *(signed(sheets.late[side]) for side in case.sides)])
    yield tight(table(head, rows, size_pt=10.5))


def _harms(room: Room, lang: str) -> Iterator[Block]:
    _, sheets, case = room.speakers[lang], room.sheets, room.case
    if not sheets.harms:
        return
    yield heading(_("News"))
    head = [
        _("If it was read aloud"),
        *(room.side(side, lang) for side in case.sides),
        _("It takes nothing if this is agreed"),
    ]
    rows: list[list[object]] = []
    for inject, harm in sheets.harms.items():
        saver = room.term(harm.spared_by, lang) if harm.spared_by else "–"
        if harm.spared_by and harm.spared_by == sheets.data:
            saver = _("{term}, and the data came in time", term=saver)
        rows.append([room.weather(inject, lang), *(signed(harm.points.get(side, 0)) for side in case.sides), saver])
    yield tight(table(head, rows, widths=(1.4, *[0.6] * len(case.sides), 1.8), size_pt=10.5))


def _example(room: Room) -> Page:
    """Return one year added up, so that nobody has to guess how."""
    lang, case, sheets = room.trainers, room.case, room.sheets
    _ = room.speakers[lang]
    agreed = {name: int(term["options"][-1 if term["kind"] == "dry_year" else 1]) for name, term in case.terms.items()}
    card = next(iter(case.cards))
    decided = {name: int(about["options"][0]) for name, about in case.decisions.items() if name not in agreed}
    summed = year_by_hand(sheets, card, agreed, decided)
    sides = [room.side(side, lang) for side in case.sides]
    rows: list[list[object]] = [
        [_row_of(room, summed.values, lang), *(summed.river[side] for side in case.sides)],
        *(
            [room.term(term, lang), *(signed(step.get(side, 0)) for side in case.sides)]
            for term, step in summed.steps.items()
        ),
        [strong(_("Together")), *(summed.points[side] for side in case.sides)],
    ]
    return Page(
        part="results",
        lang=lang,
        title=_("An example: {year}", year=room.weather(card, lang)),
        foot=room.foot(lang),
        blocks=(
            text(_("This table had agreed:")),
            bullets(
                _("{term}: {option}", term=room.term(term, lang), option=room.option(term, option, lang))
                for term, option in agreed.items()
            ),
            text(_("On the decision slip:")),
            bullets(
                f"{_.case(case, f'decisions.{name}.title')} {_.case(case, f'decisions.{name}.options.{value}')}"
                for name, value in decided.items()
            ),
            text(_("The slip called this year. Trainer B looks it up and adds, line by line:")),
            table(["", *sides], rows),
        ),
    )


def _row_of(room: Room, values: Sequence[int], lang: str) -> str:
    _ = room.speakers[lang]
    return _("From the table: {values}", values=_.listed(_.number(value, latin=True) for value in values))


def _our_years(room: Room, at: PaperTable, lang: str) -> Page:
    """Return a sheet for each bank, cut apart, on which it writes its own points and nobody else's."""
    _, case = room.speakers[lang], room.case
    years = range(1, int(case.data["years"]) + 1)
    steps = [_("From the result table")]
    steps += [room.term(payment.term, lang) for payment in room.sheets.payments]
    steps += [room.term(term, lang) for term in room.sheets.added]
    steps += [_("News"), _("Together")]
    head = [_("Our points"), *(_("Year {n}", n=year) for year in years)]
    rows = [[step, *[""] * len(years)] for step in [_("Which year it was"), *steps]]
    blocks: list[Block] = [text(_("Numbers stay at this table. Nobody compares tables."), small=True)]
    for number, side in enumerate(case.sides):
        if number:
            blocks.append(cut())
        blocks.append({"kind": "whose", "seal": room.seal(side, lang), "words": room.side(side, lang)})
        blocks.append(table(head, rows, widths=(2.4, *[1.0] * len(years)), height_mm=11))
    return Page(part="results", lang=lang, title=_("Our years"), foot=room.foot(lang, at.number), blocks=tuple(blocks))
