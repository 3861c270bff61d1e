"""Eight rounds over a bad line: what was sent, what arrived, and where the pencil stood, all from a few letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dastarkhan.content.escalation.bad_line import OF_TEN_SLIPS
from dastarkhan.content.escalation.walks import PAIR

N_ROUNDS = 8
N_TURNS = N_ROUNDS * len(PAIR)
CALM, HARD = "c", "h"
WAYS = ("mirror", "forgiving")
"""How the machine answers, game after game."""
PASSES = 0.3
"""How many hard words it lets pass in every second game."""
SEED = 15
LOWEST, HIGHEST = 1, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message on its way.

    Attributes
    ----------
    side : str
        Who sent it.
    round : int
        From 1.
    message : int
        Which of the eight messages it is: one side begins with the match, the other with the wedding.
    word : str
        `CALM` or `HARD`, as it was sent.
    slip : int
        The slip that the messenger drew, 1 to 10.
    after : int
        The step on which the pencil stands then.
    """

    side: str
    round: int
    message: int
    word: str
    slip: int
    after: int

    @property
    def garbled(self) -> bool:
        """Whether a calm message arrived as something else."""
        return self.word == CALM and self.slip <= OF_TEN_SLIPS

    @property
    def heard_hard(self) -> bool:
        """Whether it could be taken for a hard one."""
        return self.word == HARD or self.garbled


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGame:
    """A game as it is saved.

    Attributes
    ----------
    number : int
        Which game it is, from 1: it decides the slips, who begins, and how the machine answers.
    said : str
        What people have sent so far, one letter a message.
    machine : str or None
        The side for which the machine answers; None when two people play.
    """

    number: int
    said: str
    machine: str | None

    @property
    def way(self) -> str:
        """How the machine answers in this game."""
        return WAYS[(self.number - 1) % len(WAYS)]

    @property
    def order(self) -> Sequence[str]:
        """Both sides, whoever begins first; in the next game the other one begins."""
        return PAIR if self.number % 2 else PAIR[::-1]

    @property
    def sent(self) -> tuple[Sent, ...]:
        """Everything that has been sent so far."""
        return tuple(self._sent())

    @property
    def next_side(self) -> str | None:
        """Whose message is waited for; None when all were sent."""
        n = len(self.sent)
        return self.order[n % 2] if n < N_TURNS else None

    def message_of(self, side: str, round: int) -> int:
        """Which message a side sends in a round: match and wedding change places after half of them."""
        return (round - 1 + (0 if side == PAIR[0] else N_ROUNDS // 2)) % N_ROUNDS

    def _sent(self) -> Iterator[Sent]:
        rng = np.random.default_rng([SEED, self.number])
        slips, passes = rng.integers(1, 11, size=N_TURNS), rng.random(N_TURNS) < PASSES
        people, step, heard = iter(self.said), LOWEST, False
        for turn in range(N_TURNS):
            side = self.order[turn % 2]
            if side == self.machine:
                word = HARD if heard and not (self.way == "forgiving" and passes[turn]) else CALM
            else:
                word = next(people, "")
            if not word:
                return
            step = min(step + 1, HIGHEST) if word == HARD else max(step - 1, LOWEST)
            one = Sent(side=side, round=turn // 2 + 1, message=self.message_of(side, turn // 2 + 1), word=word,
                       slip=int(slips[turn]), after=step)  # fmt: skip
            heard = one.heard_hard
            yield one


def first_turn(sent: Sequence[Sent]) -> Sent | None:
    """The first message that did not arrive as a calm one."""
    return next((one for one in sent if one.heard_hard), None)


def hard_after_garbled(sent: Sequence[Sent]) -> int:
    """How many hard messages answered a calm one that had been garbled."""
    return sum(two.word == HARD and one.garbled for one, two in pairwise(sent))
