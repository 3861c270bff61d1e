"""How each partner is: its name by its manner, and the sentences that come with its moves.

A partner's moves come from `simulations.games.river_partners`; here it only gets a voice. Which sentence is said
follows from what happened and from how often it happened, so a game that is taken up again says the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dastarkhan.languages import Words, mark
from dastarkhan.lessons.shared_river.talks import voices
from dastarkhan.lessons.shared_river.talks.voices import Happened
from simulations.table import Case

SMALL_SHARE = 0.02  # of all that could differ for the listener: less than this is no step
BIG_SHARE = 0.15
DRY_FACTOR_AT_MOST = 0.8  # of a normal year's inflow: everybody remembers such a year


class Level(StrEnum):
    """How much a first-time negotiator is asked for."""

    GENTLE = "gentle"
    PATIENT = "patient"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """One partner in words, as marked texts.

    Attributes
    ----------
    name : str
        After its manner: neither a person's name nor an animal.
    about : str
        Two sentences of manner, known before the talks.
    level : Level
        How hard it is to find an agreement with it.
    says : mapping of Happened to tuple of str
        Its sentences for everything that can happen.
    """

    name: str
    about: str
    level: Level
    says: Mapping[Happened, tuple[str, ...]]


MANNERS: Mapping[str, Manner] = {
    "conceder": Manner(
        name=mark("Quick to meet you"),
        about=mark(
            "It would rather agree today than win tomorrow. It takes big steps early and hopes that you follow."
        ),
        level=Level.GENTLE,
        says=voices.QUICK,
    ),
    "problem_solver": Manner(
        name=mark("The puzzle-solver"),
        about=mark(
            "It watches your offers to guess what you need. Then it looks for another way that costs it little."
        ),
        level=Level.GENTLE,
        says=voices.PUZZLE,
    ),
    "tit_for_tat": Manner(
        name=mark("The mirror"),
        about=mark("It does as you do. A step brings a step, and waiting brings waiting."),
        level=Level.PATIENT,
        says=voices.MIRROR,
    ),
    "boulware": Manner(
        name=mark("Slow and steady"),
        about=mark("It moves little for a long time, and more when the talks near their end. Patience helps."),
        level=Level.PATIENT,
        says=voices.SLOW,
    ),
    "stubborn": Manner(
        name=mark("Deep roots"),
        about=mark("It knows what it came for and hardly moves. No agreement can be a wise answer here."),
        level=Level.HARD,
        says=voices.ROOTS,
    ),
}
LEVELS: Mapping[Level, str] = {
    Level.GENTLE: mark("Good for a first time."),
    Level.PATIENT: mark("Asks for some patience."),
    Level.HARD: mark("The hardest one. Take it when you like a riddle."),
}


def card_words(partner: str, _: Words) -> str:
    """A partner as it stands on the card to choose it by: name, manner, how hard."""
    manner = MANNERS[partner]
    return f"{_.marked(manner.name)}. {_.marked(manner.about)} {_.marked(LEVELS[manner.level])}"


def name_of(partner: str | None, _: Words) -> str:
    """The partner's name; nothing when two people play."""
    return _.marked(MANNERS[partner].name) if partner is not None and partner in MANNERS else ""


def says(partner: str, happened: Happened, before: int, _: Words) -> str:
    """What a partner says.

    Parameters
    ----------
    partner : str
        A key of `MANNERS`; another one says nothing.
    happened : Happened
        What its sentence has to fit.
    before : int
        How often the same happened before; its sentences take turns.
    """
    if partner not in MANNERS:
        return ""
    sentences = MANNERS[partner].says[happened]
    return _.marked(sentences[before % len(sentences)])


def opening(case: Case, closed: Sequence[Mapping[str, Any]]) -> Happened:
    """How a partner begins a year's talks: it remembers the year before.

    Parameters
    ----------
    case : Case
    closed : sequence of mapping
        The years that are over, with ``card`` and ``agreement``.
    """
    if not closed:
        return Happened.OPENING
    card = closed[-1]["card"]
    nature = case.cards.get(card) or case.injects.get(card) or {}
    if float(nature.get("inflow_factor", 1)) < DRY_FACTOR_AT_MOST:
        return Happened.AFTER_DRY
    return Happened.AFTER_AGREED if closed[-1]["agreement"] else Happened.AFTER_APART


def step(worth_before: int | None, worth_now: int, spread: int, *, same: bool, near_end: bool) -> Happened:
    """What a partner's new offer is, seen from the side that hears it.

    Parameters
    ----------
    worth_before, worth_now : int or None
        The listener's own points for the partner's last offer (None: this is the first) and for this one.
    spread : int
        Between the least and the most that any package brings the listener, in points.
    same : bool
        Whether the offer is the last one once more.
    near_end : bool
        Whether few turns are left.

    Examples
    --------
    >>> step(None, 40, 200, same=False, near_end=False).value, step(40, 90, 200, same=False, near_end=False).value
    ('opening', 'big_step')
    """
    if worth_before is None:
        return Happened.OPENING
    if same:
        return Happened.NO_STEP
    gained = (worth_now - worth_before) / max(1, spread)
    if gained < -SMALL_SHARE:
        return Happened.OTHER_WAY
    if gained >= BIG_SHARE:
        return Happened.BIG_STEP
    if near_end:
        return Happened.NEAR_END
    return Happened.SMALL_STEP if gained > SMALL_SHARE else Happened.OTHER_WAY
