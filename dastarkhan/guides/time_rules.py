"""Rules of time: plans fill their slot, a third of each is talk about it, the two trainers share it."""

from collections.abc import Iterator

from dastarkhan.guides.guide import Variant
from dastarkhan.guides.looking import Found, Look, out_of_range, twice
from dastarkhan.guides.plans import Plan, plan, variants
from dastarkhan.guides.vocabulary import Who

LENGTHS = (45, 60, 90)
INTERPRETED = (90,)
SLOWER = 1.4
"""How much longer a session takes with an interpreter."""
DEBRIEF_SHARE = 3
"""The debrief is at least one part in so many."""


def all_lengths(look: Look) -> Iterator[Found]:
    """Every length that a trainer may have must be there, none too short, and the whole session with an interpreter."""
    times, whole, shortest = look.guide.time_variants, look.guide.duration_min, look.guide.shortest_min
    wanted = {shortest, whole, *(minutes for minutes in LENGTHS if minutes >= shortest)}
    for minutes in sorted(wanted - set(times.lengths)):
        yield Found(code="guide.missing_key", key=f"time_variants.{minutes}", value="–", allowed="{cut, steps}")
    for minutes in sorted(minutes for minutes in times.lengths if minutes < shortest):
        key = f"time_variants.{minutes}"
        yield Found(code="guide.too_short", key=key, value=minutes, allowed=shortest)
    for minutes in sorted({*INTERPRETED, round(whole * SLOWER)} - set(times.interpreted)):
        key = f"time_variants.interpreted.{minutes}"
        yield Found(code="guide.missing_key", key=key, value="–", allowed="{cut, steps}")


def _places(look: Look) -> Iterator[tuple[str, Plan, Variant]]:
    for name, (minutes, variant) in variants(look.guide).items():
        path = f"time_variants.interpreted.{minutes}" if name.startswith("interpreted") else f"time_variants.{minutes}"
        yield f"{path}.steps", plan(look.guide, name), variant


def slots_are_full(look: Look) -> Iterator[Found]:
    """Minutes of each plan add up to its slot, and name steps that there are."""
    steps = {step.id: step for step in look.guide.steps}
    for key, laid, variant in _places(look):
        for name, minutes in variant.steps.items():
            if name not in steps:
                yield Found(
                    code="guide.unknown_name", key=f"{key}.{name}", value=name, allowed=", ".join(steps)
                )  # fmt: skip
            yield from out_of_range(f"{key}.{name}", minutes, 1)
        if (total := sum(variant.steps.values())) != laid.slot_min:
            yield Found(code="guide.minutes", key=key, value=total, allowed=laid.slot_min)


def steps_agree(look: Look) -> Iterator[Found]:
    """The minutes of a step are those of the whole session's plan."""
    whole = look.guide.time_variants.lengths.get(look.guide.duration_min)
    yield from twice("steps", (step.id for step in look.guide.steps))
    for number, step in enumerate(look.guide.steps, start=1):
        wanted = whole.steps.get(step.id, 0) if whole else step.min
        if step.min != wanted:
            yield Found(code="guide.step_minutes", key=f"steps[{number}].min", value=step.min, allowed=wanted)


def debrief_is_a_third(look: Look) -> Iterator[Found]:
    """At least a third of each plan is talk about it."""
    for key, laid, _variant in _places(look):
        least = -(-laid.slot_min // DEBRIEF_SHARE)
        if laid.debrief_min < least:
            yield Found(code="guide.short_debrief", key=key, value=laid.debrief_min, allowed=least)


def both_speak(look: Look) -> Iterator[Found]:
    """In each plan both trainers speak."""
    for key, laid, _variant in _places(look):
        silent = set(Who) - {one.step.who for one in laid.steps}
        if silent:
            yield Found(code="guide.one_voice", key=key, value=", ".join(sorted(silent)), allowed="A, B")


RULES = (all_lengths, slots_are_full, steps_agree, debrief_is_a_third, both_speak)
