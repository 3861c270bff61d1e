"""What happened at a table, as yes and no: facts from which questions are chosen, without saying whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dastarkhan.lessons.debrief.facts import Table, YearOfTalks, is_dry, side_of
from simulations.games.talks import NO_SIDE, NOT_SAID, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Facts of one table, or of several together.

    Attributes
    ----------
    agreed, unfinished : bool
        Whether some talks came to an agreement; whether some never ended.
    no_agreement, said_no, asked : frozenset of str
        Reasons for no agreement, reasons for a no to an offer, and questions that were asked.
    answered, kept_silent : bool
        Whether a question got an answer, and whether somebody would rather not say.
    below_alone, better_missed, refused_better : bool
        Whether an agreement left a side below alone, whether a package was better for somebody and worse for nobody,
        and whether a no was said to more than one has alone.
    break_then_agreed, later_agreed, first_offer : bool
    somebody_left, news, dry_after : bool
    taken_back, still_open, single_text : bool
    """

    agreed: bool = False
    unfinished: bool = False
    no_agreement: frozenset[str] = frozenset()
    said_no: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    answered: bool = False
    kept_silent: bool = False
    below_alone: bool = False
    better_missed: bool = False
    refused_better: bool = False
    break_then_agreed: bool = False
    later_agreed: bool = False
    first_offer: bool = False
    somebody_left: bool = False
    news: bool = False
    dry_after: bool = False
    taken_back: bool = False
    still_open: bool = False
    single_text: bool = False


def happened(table: Table) -> Happened:
    """What happened at one table."""
    kinds = {move.kind for move in table.record.moves}
    ended = [one.talk for one in table.years]
    return Happened(
        agreed=table.agreed is not None,
        unfinished=any(not talk.over for talk in ended),
        no_agreement=frozenset(talk.no_agreement.value for talk in ended if talk.no_agreement),
        said_no=frozenset(reason for talk in ended for offer in talk.offers for _seat, reason in offer.against),
        asked=frozenset(str(one.question) for talk in ended for one in talk.asked),
        answered=any(one.answer not in (None, NOT_SAID) for talk in ended for one in talk.asked),
        kept_silent=any(one.answer == NOT_SAID for talk in ended for one in talk.asked),
        below_alone=any(_below_alone(one) for one in table.years),
        better_missed=any(
            bool(one.talk.agreement) and bool(one.world.better(one.talk.agreement)) for one in table.years
        ),
        refused_better=any(_refused_better(table, one) for one in table.years),
        break_then_agreed=any(bool(talk.breaks) and bool(talk.agreement) for talk in ended),
        later_agreed=_later_agreed(table.years),
        first_offer=any(bool(talk.agreement) and len(talk.offers) == 1 for talk in ended),
        somebody_left="seat_leave" in kinds,
        news="inject" in kinds,
        dry_after=any(bool(one.talk.agreement) and is_dry(table.case, one.card) for one in table.years),
        taken_back=any(offer.outcome is Outcome.WITHDRAWN for talk in ended for offer in talk.offers),
        still_open=any(talk.no_agreement is not None and talk.offer is not None for talk in ended),
        single_text=any(_by_a_mediator(one) for one in table.years),
    )


def altogether(found: Iterable[Happened]) -> Happened:
    """What happened at some table or other: nobody can tell at which."""
    tables = tuple(found)
    joined: dict[str, object] = {}
    for field in fields(Happened):
        each = [getattr(one, field.name) for one in tables]
        joined[field.name] = frozenset().union(*each) if isinstance(field.default, frozenset) else any(each)
    return Happened(**joined)  # type: ignore[arg-type]  # a field keeps the type that it has at every table


def _below_alone(talks: YearOfTalks) -> bool:
    points = talks.world.points_of(talks.talk.agreement) if talks.talk.agreement else None
    alone = talks.world.alone_by_side()
    return points is not None and any(points[side] < alone[side] for side in points)


def _refused_better(table: Table, talks: YearOfTalks) -> bool:
    """Whether a seat said no to an offer that brings its side more than it has alone, and the offer was not agreed."""
    alone = talks.world.alone_by_side()
    for offer in talks.talk.offers:
        points = talks.world.points_of(offer.package)
        if points is None or offer.outcome is Outcome.AGREED:
            continue
        sides = {side_of(table.case, seat) for seat, _reason in offer.against} & set(points)
        if any(points[side] > alone[side] for side in sides):
            return True
    return False


def _later_agreed(years: Iterable[YearOfTalks]) -> bool:
    """Whether a year without agreement was followed by one with it."""
    without = False
    for one in years:
        if one.talk.agreement and without:
            return True
        without = without or one.talk.no_agreement is not None
    return False


def _by_a_mediator(talks: YearOfTalks) -> bool:
    agreed = (offer for offer in talks.talk.offers if offer.outcome is Outcome.AGREED)
    return any(offer.side == NO_SIDE for offer in agreed)
