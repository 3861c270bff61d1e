"""What was said before: offers that were answered, questions and answers, breaks; the newest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dastarkhan.languages.talk_reasons import REASONS, text_of
from dastarkhan.live.pages.environment import render
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.shelf import drawn_once, short

Package = Mapping[str, Any]

MOST = 12
"""So many offers are shown: what is longer takes a slow network some seconds, at every new offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An offer that was answered, in few words.

    Attributes
    ----------
    seal : Seal
    number : int
    told : str
        A side's first offer in full, later ones by what is new in them.
    outcome : str
    answers : tuple of (seat, words)
        Who was against, or wished a change.
    """

    seal: Seal
    number: int
    told: str
    outcome: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """What came of the newest offer: a sentence, and what seats said to it.

    Attributes
    ----------
    seal : Seal
    told : str
    answers : tuple of (seat, words)
    """

    seal: Seal
    told: str
    answers: tuple[tuple[str, str], ...]


def said_before(seen: Seen) -> tuple[Markup, ...]:
    """Return the answered offers as HTML, the newest first; each is drawn once for all who read its language."""
    last: dict[str, Package] = {}
    found = []
    for plain in seen.talk.get("offers", ()):
        before = last.get(plain["side"])
        found.append(_drawn(seen, plain, before))
        last[plain["side"]] = plain["package"]
    return tuple(reversed(found[-MOST:]))


def newest(seen: Seen) -> Newest | None:
    """Return what came of the newest offer, while no other one lies on the table; a reason is said to be heard."""
    talk = seen.talk
    if not seen.talks_on or talk["offer"] or not talk["offers"]:
        return None
    plain = talk["offers"][-1]
    return Newest(seal=seen.seal(plain["side"]), told=what_became_of(seen, plain), answers=tuple(_answers(seen, plain)))


def what_became_of(seen: Seen, plain: Mapping[str, Any]) -> str:
    """Say in a sentence whether an offer that was not agreed was taken back or did not stand."""
    _, seat = seen.words, seen.seat_name(plain["by"])
    if plain["outcome"] == "withdrawn":
        return _("The newest offer, by {seat}, was taken back.", seat=seat)
    return _("The newest offer, by {seat}, did not stand.", seat=seat)


def n_older(seen: Seen) -> int:
    """Count the answered offers that are too old to be shown."""
    return max(0, len(seen.talk.get("offers", ())) - MOST)


def _drawn(seen: Seen, plain: Mapping[str, Any], before: Package | None) -> Markup:
    key = ("said", seen.look.lang, seen.case, short((plain, before)))
    return drawn_once(key, lambda: render("seat_line.html", seen.look.lang, line=_line(seen, plain, before)))


def _line(seen: Seen, plain: Mapping[str, Any], before: Package | None) -> Line:
    return Line(
        seal=seen.seal(plain["side"]),
        number=plain["number"],
        told=_told(seen, plain["package"], before),
        outcome=plain["outcome"],
        answers=tuple(_answers(seen, plain)),
    )


def _told(seen: Seen, package: Package, before: Package | None) -> str:
    _, last = seen.words, before or {}
    new = " · ".join(
        _("{term}: {option}", term=seen.term(term), option=seen.option(term, option))
        for term, option in package.items()
        if last.get(term) != option
    )
    if not new:
        return _("The same offer once more.")
    return _("First offer: {package}", package=new) if before is None else _("New offer: {package}", package=new)


def _answers(seen: Seen, plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    _ = seen.words
    for no in plain["against"]:
        yield seen.seat_name(no["seat"]), _("“{words}”", words=text_of(REASONS, no["reason"], _))
    for wish in plain["wishes"]:
        wished = _("{term}: {option}", term=seen.term(wish["term"]), option=seen.option(wish["term"], wish["option"]))
        yield seen.seat_name(wish["seat"]), _("yes, with “{words}”", words=wished)
