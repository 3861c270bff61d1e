"""One table's own results, for its own eyes: what was agreed, what it brought each side, what was possible."""

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
    for closed, alone, best in zip(facts["years"], facts["alone"], facts["best_together"], strict=True):
        together = sum(closed["points"].values())
        told = (
            _("Together that is {n}. With one plan for the river it could be {best}.", n=together, best=best["points"])
            if best["points"] > together
            else _("Together that is {n}. No other choice brings more.", n=together)
        )
        yield Result(
            title=_("Year {n}: {card}", n=closed["year"], card=seen.weather(closed["card"])),
            agreement=package_rows(seen, closed["agreement"] or {}),
            why_not=no_agreement_words(closed["no_agreement"], _),
            bars=_bars(seen, closed["points"], alone["by_side"]),
            told=(told,),
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
    _, better, possible = seen.words, facts["better"], facts["possible"]
    if better is not None and better["count"]:
        yield _.n(
            "{n} other package would be better for somebody and worse for nobody.",
            "{n} other packages would be better for somebody and worse for nobody.",
            better["count"],
        )
    elif better is not None:
        yield _("Nothing was better for one side without being worse for another.")
    if possible["zone"] is not None:
        yield _.n(
            "{n} package leaves no side with less than it has alone.",
            "{n} packages leave no side with less than it has alone.",
            possible["zone"],
        )
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
