"""What the pictures of all tables say in words, on the wall and in the debrief alike."""

from collections.abc import Sequence

from dastarkhan.languages.lookup import Words
from simulations.games.results import SMALLEST_CELL, TableResult


def result_words(results: Sequence[TableResult], _: Words) -> tuple[str, ...]:
    """Say how many agreed and how many did not, with the same respect; small numbers are not told.

    Parameters
    ----------
    results : sequence of TableResult
        Of all tables. Where talks had several years, an agreement in one of them counts, and the words say so.
    _ : Words
    """
    if not all(one.n_years for one in results):
        return (_("Not all talks came to their end."),)
    agreed = sum(one.agreed for one in results)
    without = len(results) - agreed
    if not agreed:
        return (_("No table agreed, and there were reasons. That is a result too."),)
    by_year = any(one.n_years > 1 for one in results)
    if not without:
        if not by_year:
            return (_("All tables found an agreement."),)
        if all(one.n_agreed == one.n_years for one in results):
            return (_("All tables found an agreement in every year."),)
        return (_("All tables found an agreement in one year or more."),)
    if min(agreed, without) < SMALLEST_CELL:
        some = _("Some tables agreed in one year or more.") if by_year else _("Some tables agreed.")
        return (some, _("Others ended without agreement, and had reasons. Both are results."))
    return (
        _.n("{n} table agreed in one year or more.", "{n} tables agreed in one year or more.", agreed)
        if by_year
        else _.n("{n} table found an agreement.", "{n} tables found an agreement.", agreed),
        _.n(
            "{n} table ended without agreement, and had reasons. That is a result too.",
            "{n} tables ended without agreement, and had reasons. That is a result too.",
            without,
        ),
    )


def measure_words(results: Sequence[TableResult], _: Words) -> str:
    """Say what a dot of a river stands for; ``""`` of others, whose one agreement needs no words."""
    of_a_river = any(one.on_average for one in results)
    return _("A dot is a table's newest agreement, in an average year.") if of_a_river else ""
