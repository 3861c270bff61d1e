"""Offers in words: their terms, what changed in them, who stands behind them, who is against and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages.talk_reasons import REASONS, text_of
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.value import OwnValue, own_value
from simulations.games.talks import NO_SIDE

Package = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One term of a package: its title, the option, and what it was before (``""``: nothing changed)."""

    title: str
    option: str
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one seat said of an offer: ``words`` is its reason or its wish, ``""`` for a yes."""

    seal: Seal
    seat: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer, ready to be shown.

    Attributes
    ----------
    number : int
    seal : Seal
    seat : str
        Who made it.
    single_text : bool
        A mediator's.
    rows : tuple of Row
    stands, against, wishes : tuple of Voice
    outcome : str
    own : OwnValue or None
        What it is worth to the one who looks.
    """

    number: int
    seal: Seal
    seat: str
    single_text: bool
    rows: tuple[Row, ...]
    stands: tuple[Voice, ...]
    against: tuple[Voice, ...]
    wishes: tuple[Voice, ...]
    outcome: str
    own: OwnValue | None


def package_rows(seen: Seen, package: Package, before: Package | None = None) -> tuple[Row, ...]:
    """Say a package term by term; a term that differs from `before` says what it was."""
    _ = seen.words
    rows = []
    for term, option in package.items():
        changed = before is not None and term in before and before[term] != option
        was = _("changed; before: {option}", option=seen.option(term, before[term])) if changed and before else ""
        rows.append(Row(title=seen.term(term), option=seen.option(term, option), was=was))
    return tuple(rows)


def offer_on_table(seen: Seen) -> Offer | None:
    """Return the offer that waits for answers, beside the one that the same side made before; None once all is over."""
    plain = None if seen.look.over else seen.talk.get("offer")
    return shown(seen, plain, before=newest_of(seen, plain["side"])) if plain else None


def my_offer_lies(seen: Seen) -> bool:
    """Tell whether the offer that waits for answers is that of the one who looks."""
    plain = seen.talk.get("offer") or {}
    return plain.get("by") == seen.look.seat


def newest_of(seen: Seen, side: str) -> Package | None:
    """Return the newest package that a side offered and that was answered; None without one."""
    return next((one["package"] for one in reversed(seen.talk.get("offers", ())) if one["side"] == side), None)


def newest_of_others(seen: Seen) -> Package | None:
    """Return the newest package of anybody else, to begin an own one from."""
    said = [*seen.talk.get("offers", ()), *([seen.talk["offer"]] if seen.talk.get("offer") else [])]
    return next((one["package"] for one in reversed(said) if one["side"] != seen.mine), None)


def shown(seen: Seen, plain: Mapping[str, Any], *, before: Package | None = None) -> Offer:
    """Say an offer of the view in words."""
    return Offer(
        number=plain["number"],
        seal=seen.seal(plain["side"]),
        seat=seen.seat_name(plain["by"]),
        single_text=plain["side"] == NO_SIDE,
        rows=package_rows(seen, plain["package"], before),
        stands=tuple(_voice(seen, seat) for seat in plain["stands"]),
        against=tuple(_voice(seen, no["seat"], text_of(REASONS, no["reason"], seen.words)) for no in plain["against"]),
        wishes=tuple(_voice(seen, wish["seat"], _wish(seen, wish)) for wish in plain["wishes"]),
        outcome=plain["outcome"],
        own=own_value(seen, plain["package"]),
    )


def _wish(seen: Seen, wish: Mapping[str, Any]) -> str:
    _ = seen.words
    return _("{term}: {option}", term=seen.term(wish["term"]), option=seen.option(wish["term"], wish["option"]))


def _voice(seen: Seen, seat: str, words: str = "") -> Voice:
    return Voice(seal=seen.seat_seal(seat), seat=seen.seat_name(seat), words=words)
