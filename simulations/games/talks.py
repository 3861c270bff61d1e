"""Talks: what was offered, asked and answered, in one year of the river or at a table of packages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

Option = int | str
"""One answer to a term: a whole number, or a name."""

NO_SIDE = "none"
"""Stands where a side would: an offer of no side is a mediator's single text."""


class Reason(StrEnum):
    """Why a seat says no; each lets the other side keep its face."""

    TOO_LITTLE = "too_little"
    ASK_AT_HOME = "ask_at_home"
    DRY_YEARS = "dry_years"
    NEED_MORE_TIME = "need_more_time"
    GOOD_START = "good_start"


class NoAgreement(StrEnum):
    """Why talks end without an agreement; a result like any other."""

    ALONE_IS_ENOUGH = "alone_is_enough"
    NEEDS_MORE_TIME = "needs_more_time"
    DRY_YEARS = "dry_years"
    MISSING_VOICE = "missing_voice"
    TURNS_USED = "turns_used"
    TIME_UP = "time_up"


NOBODY_SAYS = (NoAgreement.TURNS_USED, NoAgreement.TIME_UP)
"""Endings that no seat can choose: the turns are used, or the facilitator says that the time is over."""


class Question(StrEnum):
    """What one side may ask the other; the answer names a term, or says that they would rather not say."""

    MATTERS_MOST = "matters_most"
    EASY_TO_GIVE = "easy_to_give"
    WORRIES = "worries"


NOT_SAID = "not_said"


class Outcome(StrEnum):
    """What became of an offer."""

    OPEN = "open"
    AGREED = "agreed"
    FELL = "fell"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A package that somebody put on the table.

    Attributes
    ----------
    number : int
        From 1, in one year's talks.
    by, side : str
        The seat that made it and its side; the side is ``"none"`` when a mediator made it.
    package : mapping of term to option
    sponsor : str or None
        The first seat of another side that stands behind it.
    stands : tuple of str
        Seats behind it, the maker first.
    against : tuple of (seat, reason)
    wishes : tuple of (seat, term, option)
        Of a single text: who would take it with this one change.
    outcome : Outcome
    """

    number: int
    by: str
    side: str
    package: Mapping[str, Any]
    sponsor: str | None = None
    stands: tuple[str, ...]
    against: tuple[tuple[str, str], ...] = ()
    wishes: tuple[tuple[str, str, Option], ...] = ()
    outcome: Outcome = Outcome.OPEN
    _plain: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def needs_sponsor(self) -> bool:
        """Whether nobody but its own side stands behind it yet."""
        return self.side != NO_SIDE and self.sponsor is None

    @property
    def refused_by(self) -> tuple[str, ...]:
        """Seats that do not take it as it is."""
        return (*(seat for seat, _ in self.against), *(seat for seat, _, _ in self.wishes))

    def answered(self, seat: str) -> bool:
        """Tell whether a seat has answered already; the maker has."""
        return seat in self.stands or seat in self.refused_by

    def to_plain(self) -> Mapping[str, object]:
        """Return the offer as everybody sees it, written once: all partners and pages read it, at every move."""
        if not self._plain:
            against = tuple({"seat": seat, "reason": reason} for seat, reason in self.against)
            wishes = tuple({"seat": seat, "term": term, "option": option} for seat, term, option in self.wishes)
            plain = {
                "number": self.number,
                "by": self.by,
                "side": self.side,
                "package": self.package,
                "sponsor": self.sponsor,
                "stands": self.stands,
                "against": against,
                "wishes": wishes,
                "outcome": self.outcome.value,
            }
            self._plain.update(plain)
        return MappingProxyType(self._plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question from one side to another, and its answer once it was given."""

    by: str
    side: str
    of: str
    question: str
    answer: str | None = None
    told_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Where talks stand.

    Attributes
    ----------
    speaking : str
        The side that has the word: its seats may make an offer. ``"none"``: the mediators have it.
    turn : int
        From 1; it grows when the word passes on.
    passed : tuple of str
        Seats of the speaking side that let somebody else speak.
    offers : tuple of Offer
    asked : tuple of Asked
    breaks : tuple of str
        Sides that had their break.
    agreement : mapping or None
    no_agreement : NoAgreement or None
    """

    speaking: str
    turn: int = 1
    passed: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    asked: tuple[Asked, ...] = ()
    breaks: tuple[str, ...] = ()
    agreement: Mapping[str, Any] | None = None
    no_agreement: NoAgreement | None = None

    @property
    def over(self) -> bool:
        """Whether they ended, one way or the other."""
        return self.agreement is not None or self.no_agreement is not None

    @property
    def offer(self) -> Offer | None:
        """The offer on the table."""
        return self.offers[-1] if self.offers and self.offers[-1].outcome is Outcome.OPEN else None

    @property
    def question(self) -> Asked | None:
        """The question that waits for its answer."""
        return self.asked[-1] if self.asked and self.asked[-1].answer is None else None

    def to_plain(self) -> dict[str, Any]:
        """Return the talks as everybody sees them."""
        return {
            "speaking": None if self.over else self.speaking,
            "turn": self.turn,
            "passed": self.passed,
            "offer": self.offer.to_plain() if self.offer else None,
            "offers": tuple(offer.to_plain() for offer in self.offers if offer.outcome is not Outcome.OPEN),
            "asked": tuple(
                {
                    "by": one.by,
                    "side": one.side,
                    "of": one.of,
                    "question": one.question,
                    "answer": one.answer,
                    "told_by": one.told_by,
                }
                for one in self.asked
            ),
            "breaks": self.breaks,
            "agreement": self.agreement,
            "no_agreement": self.no_agreement.value if self.no_agreement else None,
        }
