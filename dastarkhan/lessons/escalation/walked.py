"""A thousand walks of two ways to answer, as pictures and in sentences."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.steps import level_names, step_names
from dastarkhan.content.escalation.walks import HIGH, N_ROUNDS, N_WALKS, PAIR, n_high, told, walks, ways_to_answer
from dastarkhan.languages import Words
from dastarkhan.pictures.stairs_picture import StepMark, stairs_picture
from dastarkhan.pictures.walk_picture import plain_walk
from simulations.escalation import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """One picture's walks: how each town answers, and how many of ten calm words are garbled."""

    mill: str
    willow: str
    tenths: int

    @property
    def runs(self) -> Runs:
        """All walks; the same ones every time."""
        return _runs(self.mill, self.willow, self.tenths)

    @property
    def high(self) -> int:
        """How many end where both lose."""
        return n_high(self.runs)

    def after(self, walk: int) -> list[int]:
        """The steps of one walk, at the beginning and after every round."""
        return [int(step) for step in self.runs.stages[walk]]

    def many(self, round: int) -> list[int]:
        """How many stand on each step after a round."""
        return [int(n) for n in np.bincount(self.runs.stages[:, round], minlength=10)[1:]]


@lru_cache(maxsize=64)
def _runs(mill: str, willow: str, tenths: int) -> Runs:
    return walks(mill, willow, tenths / 10)


def named(one: Walked, _: Words) -> str:
    """Who answers how."""
    names, towns = {way.key: way.name for way in ways_to_answer(_)}, town_names(_)
    if one.mill == one.willow:
        return _("Both: {way}", way=names[one.mill])
    return "; ".join(f"{towns[side]}: {names[getattr(one, side)]}" for side in PAIR)


def stairs_of(one: Walked, round: int, walk: int, _: Words, *, key: str) -> str:
    """Where all walks stand after a round; the followed one is marked."""
    marks = []
    for name, n in zip(step_names(_), one.many(round), strict=True):
        here = _("{n} of {all} walks stand here after round {round}.", n=n, all=N_WALKS, round=round)
        marks.append(StepMark(name=name, told=here, many=n, sign=_.number(n) if n else ""))
    followed = one.after(walk)[round] - 1
    return stairs_picture(marks, level_names(_), _, title=named(one, _), room=N_WALKS, followed=followed, key=key)


def line_of(one: Walked, round: int, walk: int, _: Words, *, key: str) -> str:
    """The followed walk, round by round."""
    return plain_walk(one.after(walk), round, _, title=_("Walk {n}", n=walk + 1), key=key)


def said_of(one: Walked, _: Words) -> str:
    """How many end high."""
    if one.mill == one.willow:
        return told(_, {one.mill: one.high})[0]
    return _("{ways}: {n} of {all} walks end on step {step} or above.", ways=named(one, _), n=one.high, all=N_WALKS,
             step=HIGH)  # fmt: skip


def about_walk(one: Walked, walk: int, _: Words) -> str:
    """Where the followed walk turned first, and where it ended."""
    steps = one.after(walk)
    rose = next((round for round in range(1, N_ROUNDS + 1) if steps[round] > steps[round - 1]), None)
    last = steps[-1]
    if rose is None:
        return _("It never left the first step.")
    return _("It went up first in round {n}, stood at most on step {most}, and ended on step {last}.", n=rose,
             most=max(steps), last=last)  # fmt: skip
