"""Why a partner says no: reasons that are true of the offer, and not the same one every time."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.talks import Reason

__all__ = ["reason_for"]

CLEARLY = 0.2
"""An offer that brings this share of one's room above acting alone is a good start."""
LATE = 0.6
"""From this share of the turns on there is reason to speak of time."""
DRY = 0.04
"""A dry-year rule that costs this share of one's room, beside a better one, is a worry."""


def reason_for(view: Mapping[str, Any], sheet: bargaining.Talk, offer: int) -> str:
    """Return a reason to refuse an offer that is true and lets the other side keep its face.

    Parameters
    ----------
    view : mapping
        What the seat sees.
    sheet : Talk
        Its side's sheet.
    offer : int
        The package on the table, as a place in the sheet.

    Returns
    -------
    str
        A `Reason`: "too little" for what is worth less than acting alone, and early for what is hardly worth more;
        "a good start" for what brings clearly more; "dry years" where another dry-year rule would make it clearly
        better; "more time" when much time is used. Where two are true, the one that was not said last.
    """
    gain = float(sheet.values[offer]) - sheet.reservation
    if gain < 0:
        return Reason.TOO_LITTLE.value
    clear, late = gain >= CLEARLY * sheet.room, sheet.time >= LATE
    fits = {
        Reason.DRY_YEARS: _dry_years_hurt(view, sheet, offer),
        Reason.GOOD_START: clear and not late,
        Reason.NEED_MORE_TIME: late,
        Reason.ASK_AT_HOME: clear,
        Reason.TOO_LITTLE: not clear,
    }
    true = [reason for reason, fit in fits.items() if fit]
    last = _said_last(view)
    return next((reason for reason in true if reason != last), true[0]).value


def _dry_years_hurt(view: Mapping[str, Any], sheet: bargaining.Talk, offer: int) -> bool:
    """Tell whether the same package with another dry-year rule would be clearly better."""
    kinds = list(view["talk"].get("kinds", {}).values())
    if "dry_year" not in kinds:
        return False
    others = np.delete(sheet.attributes, kinds.index("dry_year"), axis=1)
    same = (others == others[offer]).all(axis=1)
    return bool(sheet.values[same].max() - sheet.values[offer] >= DRY * sheet.room)


def _said_last(view: Mapping[str, Any]) -> str | None:
    """Return the newest reason that this side gave to the other one in this year's talks."""
    you, sides = view["you"]["side"], view["sides"]
    said = [
        against["reason"]
        for one in view["talk"]["offers"]
        if one["side"] != you
        for against in one["against"]
        if sides[against["seat"]] == you
    ]
    return said[-1] if said else None
