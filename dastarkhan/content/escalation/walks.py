"""Two ways to answer, walked a thousand times at once: everything that is counted here comes from the model."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages import Words
from simulations.escalation import STRATEGIES, Line, Quarrel, Runs, exact_stages, simulate

N_WALKS = 1000
N_ROUNDS = 16
SEED = 7
HIGH = 7
"""From this step on both lose."""
GARBLED = (0.0, 0.1, 0.2, 0.3)
"""How many calm words a line may garble; misreading goes in the hostile direction only."""
ANNOUNCED = 0.5
"""What is left of the misreading when a calm act was announced: an assumption, and the screen says so."""
FIRST_PAIR = ("mirror", "forgiving")
"""What is shown first: two who answer in kind beside two who let some hard words pass."""
PAIR = ("mill", "willow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to answer that the model knows.

    Attributes
    ----------
    key : str
        Its name in `STRATEGIES`.
    name, says : str
        What it is called, and what it does.
    ask : str
        A question to the room; no way is the best one everywhere.
    """

    key: str
    name: str
    says: str
    ask: str


def ways_to_answer(_: Words) -> tuple[Way, ...]:
    """Six of the model's ways, those of `FIRST_PAIR` first."""
    return (
        Way(
            key="mirror",
            name=_("Answer in kind"),
            says=_("calm to a calm word, hard to a hard one"),
            ask=_("It is fair. Who finds out that the first hard word was none?"),
        ),
        Way(
            key="forgiving",
            name=_("Let some pass"),
            says=_("answer in kind, but let three of ten hard words pass"),
            ask=_("Which three? And who in your group would be angry about it?"),
        ),
        Way(
            key="patient",
            name=_("Wait for the second"),
            says=_("answer hard only when two hard words came in a row"),
            ask=_("What can be done between the first word and the second?"),
        ),
        Way(
            key="grit",
            name=_("Announce and give"),
            says=_("meet hardness with three announced calm acts, then answer in kind twice, then try again"),
            ask=_("How would you announce a calm act, so that all can see it is one?"),
        ),
        Way(
            key="always_calm",
            name=_("Stay calm, whatever comes"),
            says=_("always a calm word"),
            ask=_("What does it cost the one who stays calm? The model does not count it."),
        ),
        Way(
            key="always_hard",
            name=_("Stay hard, whatever comes"),
            says=_("always a hard word"),
            ask=_("What may somebody be afraid of who answers like this?"),
        ),
    )


def quarrel(mill: str, willow: str, garbled: float) -> Quarrel:
    """Two sides and a line, ready to be walked; the ways are keys of `ways_to_answer`."""
    parties = dict(zip(PAIR, (STRATEGIES[mill](), STRATEGIES[willow]()), strict=True))
    line = Line(calm_as_hostile=garbled, left_when_announced=ANNOUNCED)
    return Quarrel(parties=parties, line=line, n_rounds=N_ROUNDS)


def walks(mill: str, willow: str, garbled: float) -> Runs:
    """A thousand walks, the same ones every time."""
    return simulate(quarrel(mill, willow, garbled), n_runs=N_WALKS, seed=SEED)[PAIR]


def n_high(runs: Runs) -> int:
    """How many walks end where both lose."""
    return int((runs.stages[:, -1] >= HIGH).sum())


def exact_high(mill: str, willow: str, garbled: float, *, n_rounds: int = N_ROUNDS) -> float:
    """The exact share for it after so many rounds, without chance: for paper and for whoever doubts."""
    return float(exact_stages(quarrel(mill, willow, garbled))[n_rounds, HIGH - 1 :].sum())


def told(_: Words, high: Mapping[str, int]) -> tuple[str, ...]:
    """What the thousand walks say; ``high`` by way, both sides alike, as `n_high` counted them."""
    return tuple(
        _("{way}: {n} of {all} walks end on step 7 or above.", way=way.name, n=high[way.key], all=N_WALKS)
        for way in ways_to_answer(_)
        if way.key in high
    )


def assumed(_: Words) -> tuple[str, ...]:
    """What the model takes for granted; shown beside every picture of it."""
    return (
        _("A model is an argument, not evidence. Change this number and see."),
        _("There are only calm words and hard words. Each moves the pencil one step."),
        _("The line garbles calm words only, and all of them with the same chance."),
        _("Nobody here learns, tires, or meets the other at the bazaar."),
        _("How much an announcement helps is our guess: it halves the misreading."),
    )


def ask_the_picture(_: Words) -> tuple[str, ...]:
    """Questions before and after the thousand walks."""
    return (
        _("Before: both sides mean well. How many of a thousand walks will end high?"),
        _("Follow one walk with your finger. Where did it turn?"),
        _("Now only one side lets some pass. What changes, and for whom?"),
        _("What would you have to change so that nobody has to be a saint?"),
    )
