"""Ten situations between Mill and Willow, to be placed on a level and then on a step."""

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.content.escalation.situations_high import both_lose
from dastarkhan.content.escalation.situations_low import both_can_win
from dastarkhan.content.escalation.situations_middle import one_wins
from dastarkhan.languages import Words

ORDER = (
    "chat_offside",
    "wedding_songs",
    "canal_gate",
    "wedding_tables",
    "bazaar_friday",
    "school_piano",
    "chat_screenshot",
    "pitch_nets",
    "club_driver",
    "bridge_teahouse",
)
"""As they are shown: not in the order of the stairs."""


def situations(_: Words) -> tuple[Situation, ...]:
    """All ten, in `ORDER`."""
    found = {one.key: one for one in (*both_can_win(_), *one_wins(_), *both_lose(_))}
    return tuple(found[key] for key in ORDER)
