"""What a mediator puts on the table: one text that belongs to nobody, mended by what the sides wish."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from simulations.games.talks import NO_SIDE, Option

Talk = Mapping[str, Any]


def single_text(talk: Talk) -> dict[str, Option] | None:
    """Return the next text: the last one brought nearer to what was wished, or else the middle of the sides' offers.

    Parameters
    ----------
    talk : mapping
        As everybody sees it; a mediator knows nothing else.

    Returns
    -------
    dict or None
        None when there is nothing new to say.

    Notes
    -----
    A wish is met half way, as the options stand in their list: what is all for one is seldom enough for another.

    References
    ----------
    R. Fisher and W. Ury (1981), Getting to Yes, chapter 6: the one-text procedure.

    Examples
    --------
    >>> talk = {"terms": {"hour": (4, 5, 6)}, "offers": [
    ...     {"side": "mill", "package": {"hour": 4}, "wishes": ()},
    ...     {"side": "willow", "package": {"hour": 6}, "wishes": ()}]}
    >>> single_text(talk)
    {'hour': 4}
    >>> wish = {"seat": "baker", "term": "hour", "option": 6}
    >>> talk["offers"].append({"side": "none", "package": {"hour": 4}, "wishes": (wish,)})
    >>> single_text(talk)
    {'hour': 5}
    """
    texts = [one for one in talk["offers"] if one["side"] == NO_SIDE]
    said = [dict(one["package"]) for one in texts]
    drafts = [_mended(talk["terms"], texts[-1])] if texts else []
    if middle := _middle(talk):
        drafts.append(middle)
    return next((draft for draft in drafts if draft not in said), None)


def _mended(terms: Mapping[str, Sequence[Option]], text: Mapping[str, Any]) -> dict[str, Option]:
    """Return a text that goes half way to what was wished, in every term that anybody wishes to change."""
    mended = dict(text["package"])
    for term, options in terms.items():
        wished = [options.index(wish["option"]) for wish in text["wishes"] if wish["term"] == term]
        if wished:
            now, then = options.index(mended[term]), _median(wished)
            step = (abs(then - now) + 1) // 2
            mended[term] = options[now + step if then > now else now - step]
    return mended


def _middle(talk: Talk) -> dict[str, Option] | None:
    """Return for every term the option in the middle of what the sides offered last; None before any offer."""
    newest = {one["side"]: one["package"] for one in talk["offers"] if one["side"] != NO_SIDE}
    if not newest:
        return None
    return {
        term: options[_median(options.index(one[term]) for one in newest.values())]
        for term, options in talk["terms"].items()
    }


def _median(places: Iterable[int]) -> int:
    ordered = sorted(places)
    return ordered[(len(ordered) - 1) // 2]
