"""One table's own results, for its own eyes: what was agreed, and what it brought each side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dastarkhan.live.pages.offers import Row, package_rows
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.years import no_agreement_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A side's points with what was agreed, and alone.

    Attributes
    ----------
    seal : Seal
    points, alone : str
        In words.
    filled, filled_alone, whole : int
        For a bar that begins at zero or, where somebody has less, at the least.
    """

    seal: Seal
    points: str
    alone: str
    filled: int
    filled_alone: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one year, or of the whole talks of a package.

    Attributes
    ----------
    title : str
        ``""`` where there is only one.
    agreement : tuple of Row
    why_not : str
    bars : tuple of Bar
    told : tuple of str
        What is worth a sentence.
    """

    title: str
    agreement: tuple[Row, ...]
    why_not: str
    bars: tuple[Bar, ...]
    told: tuple[str, ...]


def results(seen: Seen) -> tuple[Result, ...]:
    """Return the results of the own table: a year each on the river, one for a package."""
    facts = seen.look.debrief
    if facts is None:
        return ()
    return tuple(_years(seen, facts)) if "years" in facts else (_package(seen, facts),)


def _years(seen: Seen, facts: Mapping[str, Any]) -> Iterator[Result]:
    _ = seen.words
    for closed, alone in zip(facts["years"], facts["alone"], strict=True):
        yield Result(
            title=_("Year {n}: {card}", n=closed["year"], card=seen.weather(closed["card"])),
            agreement=package_rows(seen, closed["agreement"] or {}),
            why_not=no_agreement_words(closed["no_agreement"], _),
            bars=_bars(seen, closed["points"], alone["by_side"]),
            told=(),
        )


def _package(seen: Seen, facts: Mapping[str, Any]) -> Result:
    _ = seen.words
    return Result(
        title="",
        agreement=package_rows(seen, facts["agreement"] or {}),
        why_not=no_agreement_words(facts["no_agreement"], _),
        bars=_bars(seen, facts["points"], facts["alone"]),
        told=tuple(_about_package(seen, facts)),
    )


def _about_package(seen: Seen, facts: Mapping[str, Any]) -> Iterator[str]:
    """Tell what is worth talking about; never what a table could have had besides."""
    _ = seen.words
    if facts["agreement"] and facts["below_alone"]:
        named = _.listed(seen.seal(side).name for side in facts["below_alone"])
        yield _("With less than it has alone: {sides}. Who noticed it, and when?", sides=named)
    if facts["absent"]:
        named = _.listed(seen.seal(side).name for side in facts["absent"])
        yield _("Nobody came for: {sides}.", sides=named)
    yield _.n("You had {n} offer on the table.", "You had {n} offers on the table.", len(facts["offers"]))


def _bars(seen: Seen, points: Mapping[str, int], alone: Mapping[str, int]) -> tuple[Bar, ...]:
    _, all_of_them = seen.words, (*points.values(), *alone.values())
    least = min(0, *all_of_them)
    return tuple(
        Bar(
            seal=seen.seal(side),
            points=_.isolate(_.number(points[side])),
            alone=_.isolate(_.number(alone[side])),
            filled=points[side] - least,
            filled_alone=alone[side] - least,
            whole=max(1, max(all_of_them) - least),
        )
        for side in points
    )
