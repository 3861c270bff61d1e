"""The numbers that are printed: with them and a pencil a table gets the points that the model gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from simulations.games.agreements import year_under
from simulations.games.outcomes import table_decisions, table_row
from simulations.games.river_years import followed, weather
from simulations.games.terms import TermKind, term_of
from simulations.table import Case

Points = Mapping[str, int]
"""Side -> whole points."""
Values = tuple[int, ...]
"""What was decided, in the order of the outcome table's decisions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a year brought: each side's points from the river, and tenths of the summer need of each place of nature."""

    points: Points
    nature: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTable:
    """One page of results.

    Attributes
    ----------
    cards : tuple of str
        The cards, and the injects in their place, that bring this year.
    decisions : tuple of str
        In the order of the values.
    cells : mapping of values to Cell
        One for every way to decide that can happen in this year.
    """

    cards: tuple[str, ...]
    decisions: tuple[str, ...]
    cells: Mapping[Values, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment: who pays, and what each agreed sum becomes where it follows the river.

    Attributes
    ----------
    term, payer : str
    shrunk : mapping of card to mapping of option to int
        Of the dry cards only; in all other years the agreed sum is paid.
    """

    term: str
    payer: str
    shrunk: Mapping[str, Mapping[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What an inject takes from the sides, unless `spared_by` is agreed; the data term spares only when data came."""

    points: Points
    spared_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Everything that is added up on paper.

    Attributes
    ----------
    results : tuple of ResultTable
    shrunk : mapping of decision to mapping of card to mapping of option to int
        What an agreed decision becomes in a dry year where it follows the river.
    early : tuple of str
        Decisions that are taken before anybody knows the year, unless data came in time.
    release_follows, payment_follows : tuple of int
        Options of the dry-year rule that let them follow.
    rule, data : str or None
        The dry-year term and the data term.
    payments : tuple of Payment
    added : mapping of term to mapping of option to Points
        What the care of works, and data that came in time, add or take.
    late : Points
        What shared data take when they came too late.
    harms : mapping of inject to Harm
    cancels : tuple of str
        Injects that make data late.
    """

    results: tuple[ResultTable, ...]
    shrunk: Mapping[str, Mapping[str, Mapping[int, int]]]
    early: tuple[str, ...]
    release_follows: tuple[int, ...]
    payment_follows: tuple[int, ...]
    rule: str | None
    data: str | None
    payments: tuple[Payment, ...]
    added: Mapping[str, Mapping[int, Points]]
    late: Points
    harms: Mapping[str, Harm]
    cancels: tuple[str, ...]

    def table_of(self, card: str) -> ResultTable:
        """Return the page on which a year stands."""
        return next(table for table in self.results if card in table.cards)


def sheets_of(case: Case) -> Sheets:
    """Return what is printed for a case of the river game, with its outcome table."""
    rule, data = term_of(case, TermKind.DRY_YEAR), term_of(case, TermKind.DATA)
    return Sheets(
        results=_results(case),
        shrunk={name: _shrunk(case, name) for name, term in case.terms.items() if term["kind"] == TermKind.DECISION},
        early=tuple(name for name, decision in case.decisions.items() if decision.get("early", False)),
        release_follows=_following(case, rule, "release_follows"),
        payment_follows=_following(case, rule, "payment_follows"),
        rule=rule,
        data=data,
        payments=tuple(
            Payment(term=name, payer=str(term["payer"]), shrunk=_shrunk(case, name))
            for name, term in case.terms.items()
            if term["kind"] == TermKind.PAYMENT
        ),
        added={
            name: {int(option): _added(case, name, int(option)) for option in term["options"]}
            for name, term in case.terms.items()
            if term["kind"] in (TermKind.UPKEEP, TermKind.DATA)
        },
        late={} if data is None else {side: -int(case.terms[data]["cost_points"].get(side, 0)) for side in case.sides},
        harms={
            name: Harm(
                points={side: -int(n) for side, n in inject["harm_points"].items()},
                spared_by=str(inject.get("spared_by", "")),
            )
            for name, inject in case.injects.items()
            if "harm_points" in inject
        },
        cancels=tuple(name for name, inject in case.injects.items() if "cancels" in inject),
    )


def is_dry(case: Case, card: str) -> bool:
    """Tell whether a year brings less than a normal one, so that a dry-year rule changes something."""
    return round(1000 * weather(case)[card]) < 1000


def _results(case: Case) -> tuple[ResultTable, ...]:
    """Return one table for each year that differs; a drought that is like a dry year needs no page of its own."""
    outcomes = case.data["outcomes"]
    found: dict[str, tuple[tuple[str, ...], dict[Values, Cell]]] = {}
    nature = [name for name, node in case.basin["nodes"].items() if node["kind"] == "ecosystem"]
    for card in weather(case):
        cells = {}
        for made in table_decisions(outcomes, card):
            row = table_row(outcomes, card, made)
            cells[tuple(made.values())] = Cell(
                points={side: row[f"{side}_points"] for side in case.sides},
                nature={name: row[f"{name}_tenths"] for name in nature},
            )
        same = next((other for other, (_, known) in found.items() if known == cells), card)
        cards, _ = found.get(same, ((), cells))
        found[same] = ((*cards, card), cells)
    names = tuple(outcomes["decisions"])
    return tuple(ResultTable(cards=cards, decisions=names, cells=cells) for cards, cells in found.values())


def _shrunk(case: Case, term: str) -> dict[str, dict[int, int]]:
    options = case.terms[term]["options"]
    return {
        card: {int(option): followed(int(option), factor) for option in options}
        for card, factor in weather(case).items()
        if is_dry(case, card)
    }


def _following(case: Case, rule: str | None, field: str) -> tuple[int, ...]:
    if rule is None:
        return ()
    term = case.terms[rule]
    return tuple(int(option) for option, follows in zip(term["options"], term[field], strict=True) if follows)


def _added(case: Case, term: str, option: int) -> dict[str, int]:
    """Return what an option adds to each side or takes from it, whatever the river brings: the engine says it."""
    card = next(card for card in case.cards if not is_dry(case, card))
    parts = year_under(case, card, {term: option}).parts
    return {side: sum(parts[side].values()) - parts[side]["river"] for side in case.sides}


# --- the stress test on paper


@dataclass(frozen=True, slots=True, kw_only=True)
class StressRow:
    """What the river brings in each year under one way to share water, when everybody does the best for itself.

    Attributes
    ----------
    agreed : mapping of decision to option
        What an agreement says about the water.
    follows : bool
        Whether the dry-year rule lets it follow the river.
    informed : bool
        Whether data are shared.
    river : mapping of card to Points
    """

    agreed: Mapping[str, int]
    follows: bool
    informed: bool
    river: Mapping[str, Points]


@dataclass(frozen=True, slots=True, kw_only=True)
class StressSheet:
    """The years of an agreement beside those of acting alone."""

    rows: tuple[StressRow, ...]
    alone: Mapping[str, Points]


def stress_sheet(case: Case) -> StressSheet:
    """Return the numbers for a stress test with slips: ten years, and in how many an agreement is worse than none."""
    names = [name for name, term in case.terms.items() if term["kind"] == TermKind.DECISION]
    rule, data = term_of(case, TermKind.DRY_YEAR), term_of(case, TermKind.DATA)
    follow = _following(case, rule, "release_follows")
    rows = []
    for values in product(*(case.terms[name]["options"] for name in names)):
        agreed = dict(zip(names, map(int, values), strict=True))
        for follows in (False, True) if follow else (False,):
            for informed in (False, True) if data else (False,):
                package = {
                    **agreed,
                    **({str(rule): follow[0]} if follows else {}),
                    **({str(data): 1} if informed else {}),
                }
                river = {card: _river(case, card, package) for card in case.cards}
                rows.append(StressRow(agreed=agreed, follows=follows, informed=informed, river=river))
    alone = {card: dict(year_under(case, card, None).points) for card in case.cards}
    return StressSheet(rows=tuple(rows), alone=alone)


def _river(case: Case, card: str, package: Mapping[str, int]) -> dict[str, int]:
    parts = year_under(case, card, package).parts
    return {side: parts[side]["river"] for side in case.sides}
