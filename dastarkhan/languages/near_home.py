"""Whom a case is too near to: said to a trainer wherever a case is chosen."""

from dastarkhan.languages.lookup import Words
from simulations.table import Case


def near_home(case: Case, _: Words) -> str:
    """Return the warning for a trainer in one sentence or two; nothing when the case is for everybody."""
    if not case.not_for:
        return ""
    named = regions(case, _)
    if case.game == "river":
        return _(
            "It is not for people from {regions}: they may see their own river in it. Take another case for them.",
            regions=named,
        )
    return _(
        "It is not for people from {regions}: they may see their own place in it. Take another case for them.",
        regions=named,
    )


def regions(case: Case, _: Words) -> str:
    """Name the regions whose home a case is too near to; nothing when there are none."""
    names = {
        "zhambyl-talas": _("Zhambyl and Talas"),
        "gbao-badakhshan": _("GBAO and Badakhshan"),
        "bukhara-lebap": _("Bukhara and Lebap"),
    }
    return _.listed([names[group] for group in case.not_for])
