"""Two or three tips after talks, read off the moves: what could be tried next time, never what was done wrong."""

from itertools import pairwise

from dastarkhan.languages import Words
from dastarkhan.lessons.negotiation.held import Held

FEW_OFFERS = 2


def tips(held: Held, _: Words) -> tuple[str, ...]:
    """What to try next time; at least one sentence."""
    meeting = held.meeting
    talk, case = meeting.talk, meeting.case
    made = [one["package"] for side in held.sides for one in meeting.mine(side)]
    found = []
    if not any(one["side"] in held.sides for one in talk["asked"]):
        found.append(_("Try a question before your first offer. An answer shows what a price cannot."))
    if len(case.terms) > 1 and len(made) > 1 and _one_at_a_time(made):
        found.append(_("Try to change two terms at once: one for them, one for you."))
    if len(made) < FEW_OFFERS:
        found.append(_("Try a second offer that costs you the same. The other side may like it more."))
    if not talk["agreement"]:
        found.append(_("Say your reason for the no aloud. It tells the others what they could change."))
    if len(case.sides) > len(held.sides) + 1:
        found.append(_("Look at who is not needed for the yes. Ask them first what they fear."))
    return tuple(found[:3]) or (_("Ask the other side which of your offers helped them most."),)


def _one_at_a_time(made: list[dict[str, object]]) -> bool:
    changes = [sum(before[term] != after[term] for term in after) for before, after in pairwise(made)]
    return all(change <= 1 for change in changes)
