"""The paper game's arithmetic: what a person does with a pencil, with nothing but the numbers on the sheets."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.paper.sheets import Points, Sheets, StressRow, StressSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One year added up: where to look, and what each step adds.

    Attributes
    ----------
    values : tuple of int
        Which row and column of the year's page.
    river : Points
        What stands there.
    steps : mapping of str to Points
        Term or inject -> what it adds or takes.
    """

    values: tuple[int, ...]
    river: Points
    steps: Mapping[str, Points]

    @property
    def points(self) -> dict[str, int]:
        """Each side's points of the year."""
        return {
            side: start + sum(step.get(side, 0) for step in self.steps.values()) for side, start in self.river.items()
        }


def year_by_hand(
    sheets: Sheets,
    card: str,
    agreement: Mapping[str, int] | None,
    decided: Mapping[str, int],
    injects: tuple[str, ...] = (),
) -> Sum:
    """Add a year up.

    Parameters
    ----------
    sheets : Sheets
    card : str
        The year card, or the inject that took its place.
    agreement : mapping of term to option, or None
    decided : mapping of decision to option
        What stands on the decision slips, for everything that is not agreed.
    injects : tuple of str
        What was read aloud in this year.
    """
    agreed = agreement or {}
    in_time = data_in_time(sheets, agreed, injects)
    table = sheets.table_of(card)
    values = tuple(
        _as_agreed(sheets, name, card, agreed, in_time) if name in agreed else decided[name] for name in table.decisions
    )
    cell = table.cells[values]
    return Sum(values=values, river=cell.points, steps=_steps(sheets, card, agreed, injects, in_time))


def data_in_time(sheets: Sheets, agreed: Mapping[str, int], injects: tuple[str, ...]) -> bool:
    """Tell whether data are shared and nothing held them up."""
    shared = sheets.data is not None and bool(agreed.get(sheets.data))
    return shared and not set(injects) & set(sheets.cancels)


def _as_agreed(sheets: Sheets, name: str, card: str, agreed: Mapping[str, int], in_time: bool) -> int:
    """Return an agreed decision in this weather; what was decided before the year was known stays as it is."""
    value = agreed[name]
    follows = sheets.rule is not None and agreed.get(sheets.rule) in sheets.release_follows
    if follows and (in_time or name not in sheets.early):
        return sheets.shrunk[name].get(card, {}).get(value, value)
    return value


def _steps(
    sheets: Sheets, card: str, agreed: Mapping[str, int], injects: tuple[str, ...], in_time: bool
) -> dict[str, Points]:
    found: dict[str, Points] = {}
    sides = tuple(next(iter(sheets.results[0].cells.values())).points)
    follows = sheets.rule is not None and agreed.get(sheets.rule) in sheets.payment_follows
    for payment in sheets.payments:
        if payment.term in agreed:
            value = agreed[payment.term]
            paid = payment.shrunk.get(card, {}).get(value, value) if follows else value
            found[payment.term] = {side: -paid if side == payment.payer else paid for side in sides}
    for term, options in sheets.added.items():
        if term in agreed:
            late = term == sheets.data and agreed[term] and not in_time
            found[term] = sheets.late if late else options[agreed[term]]
    for inject in injects:
        harm = sheets.harms.get(inject)
        if harm is not None and not _spared(sheets, harm.spared_by, agreed, in_time):
            found[inject] = harm.points
    return found


def _spared(sheets: Sheets, saver: str, agreed: Mapping[str, int], in_time: bool) -> bool:
    return in_time if saver == sheets.data else bool(agreed.get(saver))


def stress_row(stress: StressSheet, sheets: Sheets, agreement: Mapping[str, int]) -> StressRow:
    """Return the row of the stress sheet that an agreement belongs to."""
    follows = sheets.rule is not None and agreement.get(sheets.rule) in sheets.release_follows
    informed = data_in_time(sheets, agreement, ())
    return next(
        row
        for row in stress.rows
        if row.follows == follows
        and row.informed == informed
        and all(agreement.get(name) == value for name, value in row.agreed.items())
    )


def stress_by_hand(stress: StressSheet, sheets: Sheets, agreement: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Return what each year under an agreement is worth beside acting alone: card -> side -> points more or less."""
    row = stress_row(stress, sheets, agreement)
    found = {}
    for card, river in row.river.items():
        steps = _steps(sheets, card, agreement, (), data_in_time(sheets, agreement, ()))
        added = {side: sum(step.get(side, 0) for step in steps.values()) for side in river}
        found[card] = {side: river[side] + added[side] - stress.alone[card][side] for side in river}
    return found
