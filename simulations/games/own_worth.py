"""What the options of a year's terms are worth to one side: what stands on its private sheet, screen or paper."""

from dataclasses import dataclass

from simulations.games.term_effects import term_effects
from simulations.table import Case

ENOUGH = 0.95
"""Of what the best option of a term brings: more than that helps little."""

NEARLY = 2
"""Points: nobody can tell such a difference in life."""


def what_is_worth_what(case: Case, side: str, year: int) -> dict[str, dict[int, int]]:
    """What each option of each term is worth to one's own side, more than its least, when all else stays open.

    Returns
    -------
    dict
        Term to option to points: the mean over all packages with that option, less the lowest of the term.
    """
    worth: dict[str, dict[int, int]] = {}
    for term, means in term_effects(case, year, side).items():
        above = [round(mean - min(means)) for mean in means]
        worth[term] = dict(zip(case.terms[term]["options"], above, strict=True))
    return worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What helps a side most in one term.

    Attributes
    ----------
    term : str
    option : int
        The first option that is about as good as the best one.
    best : int
        The best one.
    """

    term: str
    option: int
    best: int


def helps_most(case: Case, side: str, year: int) -> list[Help]:
    """What helps a side most, term by term, the weightiest first; terms that hardly matter are left out."""
    found = []
    worth = what_is_worth_what(case, side, year)
    for term in sorted(worth, key=lambda term: -max(worth[term].values())):
        options = list(worth[term])
        best = max(options, key=worth[term].__getitem__)
        before = options[: options.index(best) + 1]
        enough = next(option for option in before if worth[term][option] >= ENOUGH * worth[term][best])
        if worth[term][best] > NEARLY:
            found.append(Help(term=term, option=enough, best=best))
    return found
