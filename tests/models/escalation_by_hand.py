"""The quarrel once more, in plain words and fractions: every history that can happen, one by one.

Slow and short, and written without the tables that the kit works with; so it can bear witness against them.
"""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

CALM, HOSTILE = 0, 1
History = tuple[int, ...]
Habit = Callable[[History, History], Fraction | int]


def _last(history: History) -> int:
    return history[-1] if history else CALM


def grit_habit(initiatives: int, waiting: int) -> Habit:
    """Count the hostile words since the last calm one; the first ones of each series get a calm answer."""

    def habit(heard: History, own: History) -> int:
        in_a_row = 0
        for word in reversed(heard):
            if word == CALM:
                break
            in_a_row += 1
        return int(in_a_row > 0 and (in_a_row - 1) % (initiatives + waiting) >= initiatives)

    return habit


# What was heard and what one did oneself so far -> the chance to be hostile now.
HABITS: dict[str, Habit] = {
    "always_calm": lambda heard, own: 0,
    "always_hard": lambda heard, own: 1,
    "mirror": lambda heard, own: _last(heard),
    "forgiving": lambda heard, own: _last(heard) * Fraction(7, 10),
    "patient": lambda heard, own: int(heard[-2:] == (HOSTILE, HOSTILE)),
    "answers_once": lambda heard, own: int(_last(heard) == HOSTILE and _last(own) == CALM),
    "pavlov": lambda heard, own: _last(own) if _last(heard) == CALM else 1 - _last(own),
    "grit": grit_habit(3, 2),
}


def shares_by_hand(
    first: Habit, second: Habit, *, misread: Fraction, missed: Fraction, n_rounds: int, in_turn: bool
) -> list[Fraction]:
    """Return the chance of every stage after some rounds, beginning at stage 1; announcing changes nothing."""
    # What the first heard and did, what the second heard and did, the stage -> the chance of this history.
    worlds: dict[tuple[History, History, History, History, int], Fraction] = {((), (), (), (), 1): Fraction(1)}

    def acts(habit: Habit, heard: History, own: History) -> list[tuple[int, int, Fraction]]:
        chance = Fraction(habit(heard, own))
        return [
            (HOSTILE, HOSTILE, chance * (1 - missed)),
            (HOSTILE, CALM, chance * missed),
            (CALM, HOSTILE, (1 - chance) * misread),
            (CALM, CALM, (1 - chance) * (1 - misread)),
        ]

    def stairs(stage: int) -> int:
        return min(9, max(1, stage))

    for _ in range(n_rounds):
        later: Counter[tuple[History, History, History, History, int]] = Counter()
        for (heard1, own1, heard2, own2, stage), chance in worlds.items():
            for act1, word1, chance1 in acts(first, heard1, own1):
                known2 = (*heard2, word1) if in_turn else heard2
                for act2, word2, chance2 in acts(second, known2, own2):
                    up1, up2 = 2 * act1 - 1, 2 * act2 - 1
                    after = stairs(stairs(stage + up1) + up2) if in_turn else stairs(stage + up1 + up2)
                    world = ((*heard1, word2), (*own1, act1), (*heard2, word1), (*own2, act2), after)
                    later[world] += chance * chance1 * chance2
        worlds = {world: chance for world, chance in later.items() if chance}
    return [sum((c for world, c in worlds.items() if world[-1] == stage), Fraction(0)) for stage in range(1, 10)]
