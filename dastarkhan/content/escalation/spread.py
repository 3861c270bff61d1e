"""What a quarrel of two does to a third who has to do with both: three relations on a small network."""

from collections.abc import Mapping

from dastarkhan.content.escalation.walks import N_ROUNDS, N_WALKS, SEED, n_high
from dastarkhan.languages import Words
from simulations.escalation import STRATEGIES, Line, Quarrel, simulate

THREE = ("mill", "willow", "orchards")
GARBLED = 0.1
CARRIED = (0.0, 0.2, 0.5)
"""The chance to answer one neighbour in the mood that another has caused: an assumption."""


def three_walk(way: str, carried: float) -> Mapping[tuple[str, str], int]:
    """How many of a thousand walks end on step 7 or above, for each of the three relations; all answer alike."""
    quarrel = Quarrel(
        parties={name: STRATEGIES[way]() for name in THREE},
        line=Line(calm_as_hostile=GARBLED),
        n_rounds=N_ROUNDS,
        carry_over=carried,
    )
    return {pair: n_high(runs) for pair, runs in simulate(quarrel, n_runs=N_WALKS, seed=SEED).items()}


def about_the_third(_: Words) -> tuple[str, ...]:
    """What to look for; the numbers are computed beside it."""
    return (
        _("Now Orchards joins in. It has no quarrel with anybody."),
        _("Sometimes people answer one neighbour in the mood that another has left behind."),
        _("Slide this from never to often. Watch the two lines that lead to Orchards."),
        _("A quarrel of two is seldom a quarrel of two. Whom does yours reach?"),
    )


def town_names(_: Words) -> dict[str, str]:
    """What the three towns are called."""
    return {"mill": _("Mill"), "willow": _("Willow"), "orchards": _("Orchards")}


def town_letters(_: Words) -> dict[str, str]:
    """One letter for each town, for drawings."""
    return {
        "mill": _.c("letter of the town Mill", "M"),
        "willow": _.c("letter of the town Willow", "W"),
        "orchards": _.c("letter of the town Orchards", "O"),
    }
