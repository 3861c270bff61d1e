"""Places to put a sentence, a tie or a difference."""

from collections.abc import Mapping

from dastarkhan.content.pieces import Kind
from dastarkhan.languages import Words

SIGNS: Mapping[str, int | None] = {"trust": +1, "trade": +1, "need": None, "quarrel": -1, "silence": -1}
"""How a model reads a tie. A need is neither good nor bad; it is drawn and not counted."""

SEEN, FELT, GUESSED = "seen", "felt", "guessed"
SAYS, WANTS, NEEDS = "says", "wants", "needs"
DIVIDES, CONNECTS, BOTH_WAYS = "divides", "connects", "both_ways"
CAUSE, EFFECT, ANSWER = "cause", "effect", "answer"
DOOR, LATER, WALL = "door", "later", "wall"


def tie_kinds(_: Words) -> tuple[Kind, ...]:
    """Five kinds of ties; a pair may have a need and one other."""
    return (
        Kind(key="trust", name=_("Trust"), says=_("One would lend the other a key.")),
        Kind(key="trade", name=_("Trade"), says=_("They buy, sell or swap, and both go home content.")),
        Kind(key="need", name=_("Need"), says=_("One cannot go on without the other, whether they like it or not.")),
        Kind(key="quarrel", name=_("Quarrel"), says=_("They speak, and it hurts.")),
        Kind(key="silence", name=_("Silence"), says=_("They could speak, and do not.")),
    )


def statement_kinds(_: Words) -> tuple[Kind, ...]:
    """What was seen, what was felt, what was guessed."""
    return (
        Kind(key=SEEN, name=_("Seen"), says=_("Somebody saw, heard or counted it, and another could have as well.")),
        Kind(key=FELT, name=_("Felt"), says=_("It tells how it was for somebody. It needs no proof.")),
        Kind(key=GUESSED, name=_("Guessed"), says=_("It says what others wanted or thought. Nobody has asked them.")),
    )


def layer_kinds(_: Words) -> tuple[Kind, ...]:
    """Three layers: what is said, what is wanted, what is needed."""
    return (
        Kind(key=SAYS, name=_("What is said"), says=_("The sentence that everybody hears; often it is a demand.")),
        Kind(key=WANTS, name=_("What is wanted"), says=_("What the demand is for. There may be another way to it.")),
        Kind(key=NEEDS, name=_("What is needed"), says=_("What a person cannot do without, on any bank of any river.")),
    )


def connector_kinds(_: Words) -> tuple[Kind, ...]:
    """What divides, what connects, and what can do both. Only things and habits are sorted, never people."""
    return (
        Kind(key=DIVIDES, name=_("It divides"), says=_("As it is now, it keeps people apart.")),
        Kind(key=CONNECTS, name=_("It connects"), says=_("As it is now, it brings people together.")),
        Kind(key=BOTH_WAYS, name=_("Both"), says=_("It depends on how it is used. Look closely.")),
    )


def tree_kinds(_: Words) -> tuple[Kind, ...]:
    """Roots, crown, and an answer that looks like a root."""
    return (
        Kind(key=CAUSE, name=_("A root"), says=_("It comes before, and helps to bring the quarrel about.")),
        Kind(key=EFFECT, name=_("A branch"), says=_("It comes after, and would go when the quarrel went.")),
        Kind(
            key=ANSWER,
            name=_("An answer in disguise"),
            says=_("It names one way out, as if its absence were the cause."),
        ),
    )


def door_kinds(_: Words) -> tuple[Kind, ...]:
    """Where somebody could begin."""
    return (
        Kind(key=DOOR, name=_("A small door"), says=_("It can be tried soon, and it threatens nobody.")),
        Kind(key=LATER, name=_("Later"), says=_("A good idea that needs something else first.")),
        Kind(key=WALL, name=_("A wall"), says=_("It may feel right, and it closes ears.")),
    )


def difference_kinds(_: Words) -> tuple[Kind, ...]:
    """What two maps show when they lie over each other, named as the model names it."""
    return (
        Kind(
            key="same",
            name=_("On both maps"),
            says=_("Both sides see it alike, be it good or hard. Here one can begin."),
        ),
        Kind(
            key="other_sign",
            name=_("On both, and not alike"),
            says=_("One side sees something good here, the other something bad. Ask, do not argue."),
        ),
        Kind(
            key="only_first",
            name=_("Only on the first map"),
            says=_("The other side does not know of it, or does not see it."),
        ),
        Kind(key="only_second", name=_("Only on the second map"), says=_("Perhaps this side has news for the other.")),
    )
