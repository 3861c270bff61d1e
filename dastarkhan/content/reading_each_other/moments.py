"""Sixteen moments between people of two towns, none of which has one right reading."""

from dastarkhan.content.pieces import Scene
from dastarkhan.content.reading_each_other.moment_pieces import Moment
from dastarkhan.content.reading_each_other.moments_chat import chat_moments
from dastarkhan.content.reading_each_other.moments_river import river_moments
from dastarkhan.content.reading_each_other.moments_road import road_moments
from dastarkhan.content.reading_each_other.moments_table import table_moments
from dastarkhan.languages import Words

ORDER = (  # tables, phones, river and road in turn; both banks wonder equally often in each half
    "full_plate",
    "late_answer",
    "gate_at_dawn",
    "handshake",
    "parcel",
    "silent_call",
    "first_name",
    "first_price",
    "three_times",
    "joke",
    "pump_back",
    "quiet_goal",
    "elder_waits",
    "thumb",
    "no_question",
    "laughter",
)
FIRST = ORDER[:8]
"""Enough for the short plans."""
ASKED_FIRST = (0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1)
"""Which sentence of each moment comes in the first round, so that the three kinds come mixed."""


def moments(_: Words) -> tuple[Moment, ...]:
    """All sixteen, in the order shown."""
    found = {one.key: one for one in (*table_moments(_), *chat_moments(_), *river_moments(_), *road_moments(_))}
    return tuple(found[key] for key in ORDER)


def sentences(_: Words) -> tuple[Scene, ...]:
    """All thirty-two sentences to be put into kinds: one of each moment, then the other of each, kinds mixed."""
    every = moments(_)
    return tuple(
        one.sentences[(first + half) % 2] for half in (0, 1) for one, first in zip(every, ASKED_FIRST, strict=True)
    )


def moment_of(_: Words) -> dict[str, Moment]:
    """Give each sentence's moment by the sentence's key."""
    return {said.key: one for one in moments(_) for said in one.sentences}
