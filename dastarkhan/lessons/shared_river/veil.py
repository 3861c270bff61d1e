"""A rule chosen before one knows who one is; then a slip is drawn."""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.languages.sharing_words import CORE, rule_words
from dastarkhan.lessons.activity import choice, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part
from dastarkhan.lessons.shared_river.claims import SEASON, Claims
from simulations.sharing import RULES

FOUR = 4


def slips(groups: int) -> dict[int, int]:
    """Number on a slip -> place among the claimants; the same on every screen, so that a table can talk about it.

    Examples
    --------
    >>> slips(4)
    {1: 2, 2: 0, 3: 3, 4: 1}
    """
    places = (*range(2, groups, 3), *range(0, groups, 3), *range(1, groups, 3))
    mixed = (2, 0, 3, 1) if groups == FOUR else places
    return dict(enumerate(mixed, start=1))


def clean_veil(saved: object, groups: int) -> dict[str, Any]:
    """A saved choice and slip with nothing in them that does not belong there."""
    found = part(saved)
    return {"rule": one_of(found.get("rule"), CORE), "slip": one_of(found.get("slip"), slips(groups))}


def veil(
    claims: Claims, state: Mapping[str, Any], changed: Callable[[dict[str, Any]], None], _: Words
) -> ipywidgets.VBox:
    """Choose a rule for a dry year as somebody who might be any of the groups.

    Parameters
    ----------
    claims : Claims
        Who asks for how much.
    state : Mapping
        ``rule`` and ``slip``, as `clean_veil` gives them.
    changed : callable
        Called with the new state.
    """
    now, lying, told = dict(state), ipywidgets.VBox(), html(live=True)

    def take(rule: str) -> None:
        step(rule=rule, slip=None)
        lay_slips()

    def step(**change: object) -> None:
        now.update(change)
        changed(dict(now))
        told.value = note(_told(claims, now, _))

    def lay_slips() -> None:  # anew for every rule, face down
        numbers = [(_.number(slip), slip) for slip in slips(len(claims.keys))]
        draw = choice(_("Draw a slip"), numbers, now["slip"], lambda slip: step(slip=slip), row=True)
        lying.children = (draw,) if now["rule"] else ()

    ask = (
        _("And if you did not know which of the four groups you are? Which rule would you take?")
        if len(claims.keys) == FOUR
        else _("And if you did not know which of these groups you are? Which rule would you take?")
    )
    rules = [(words.name, rule) for rule, words in rule_words(_).items() if rule in CORE]
    lay_slips()
    told.value = note(_told(claims, now, _))
    return ipywidgets.VBox([choice(ask, rules, now["rule"], take), lying, told])


def _told(claims: Claims, now: Mapping[str, Any], _: Words) -> str:
    """Who the slip makes one, and what one's own rule leaves to that group."""
    if now["rule"] is None or now["slip"] is None:
        return ""
    who = slips(len(claims.keys))[now["slip"]]
    award = float(RULES[now["rule"]](claims.supplies[SEASON], claims.amounts)[who])
    drawn = _(
        "The slip says: {name}. This rule leaves you {award} of {claim}.",
        name=claims.names[who],
        award=round(award, 1),
        claim=float(claims.amounts[who]),
    )
    return f"{drawn} {_('Would you still take it?')}"
