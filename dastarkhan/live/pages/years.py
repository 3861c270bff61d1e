"""The years that are over: what came, what was decided, what was agreed or why not, and one's own points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages import Words, mark
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, text_of
from dastarkhan.live.pages.offers import Row, package_rows
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen

PARTS: Mapping[str, str] = {
    "river": mark("From the river"),
    "payment": mark("Payment"),
    "upkeep": mark("Care of works"),
    "data": mark("River data"),
    "injects": mark("What happened on the way"),
}
"""What a year's points are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year that is over, ready to be shown.

    Attributes
    ----------
    number : int
    card : str
    news : tuple of str
        What the trainer brought in.
    agreement : tuple of Row
        Empty without one.
    why_not : str
        Why there was none.
    decided : tuple of (Seal or None, words)
        What happened; without a seal where it was agreed.
    nature : tuple of str
        What nature lacked.
    points : str
        One's own; ``""`` for who has none.
    parts : tuple of (label, points)
    """

    number: int
    card: str
    news: tuple[str, ...]
    agreement: tuple[Row, ...]
    why_not: str
    decided: tuple[tuple[Seal | None, str], ...]
    nature: tuple[str, ...]
    points: str
    parts: tuple[tuple[str, str], ...]


def years(seen: Seen) -> tuple[Year, ...]:
    """Return the closed years, the newest first."""
    return tuple(_year(seen, closed) for closed in reversed(seen.view.get("closed", ())))


def no_agreement_words(reason: object, _: Words) -> str:
    """Say why there was no agreement; nothing where there was one."""
    return text_of(NO_AGREEMENT, reason, _) if reason else ""


def _year(seen: Seen, closed: Mapping[str, Any]) -> Year:
    _ = seen.words
    own = closed.get("you_points")
    return Year(
        number=closed["year"],
        card=seen.weather(closed["card"]),
        news=tuple(seen.text(f"injects.{inject}.news") for inject in closed["injects"]),
        agreement=package_rows(seen, closed["agreement"] or {}),
        why_not=no_agreement_words(closed["no_agreement"], _),
        decided=tuple(_decided(seen, closed)),
        nature=tuple(_nature(seen, closed["results"])),
        points="" if own is None else _.isolate(_.number(own)),
        parts=tuple(
            (_.marked(PARTS[part]), _.isolate(_.number(points)))
            for part, points in closed.get("you_parts", {}).items()
            if points and part in PARTS
        ),
    )


def _decided(seen: Seen, closed: Mapping[str, Any]) -> Iterator[tuple[Seal | None, str]]:
    _, case, agreed = seen.words, seen.case, closed["agreement"] or {}
    for decision, value in closed["decisions"].items():
        if decision not in agreed:
            seal = seen.seat_seal(case.decisions[decision]["seat"])
            yield seal, seen.text(f"decisions.{decision}.options.{value}")
        elif value == agreed[decision]:
            title, option = seen.term(decision), seen.option(decision, value)
            yield None, _("{title}: {option}, as agreed", title=title, option=option)
        else:
            title, option = seen.term(decision), seen.option(decision, agreed[decision])
            came = _(
                "{title}: {n} in place of {option}, by your rule for dry years", title=title, n=value, option=option
            )
            yield None, came


def _nature(seen: Seen, results: Mapping[str, int]) -> Iterator[str]:
    """Say what places of nature got of their summer need, in tenths; no place that had enough is named."""
    _ = seen.words
    for name, node in seen.case.basin["nodes"].items():
        tenths = results.get(f"{name}_tenths") if node["kind"] == "ecosystem" else None
        if tenths is not None and tenths < 10:
            place, share = seen.text(f"nodes.{name}.name"), _.percent(tenths / 10)
            yield _("{place}: {share} of the water that it needs. Nobody could ask it.", place=place, share=share)
