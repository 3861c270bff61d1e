"""Questions that a person answers about themselves, before and after: no right answers, no sum, no name."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence about oneself.

    Attributes
    ----------
    key : str
        Its name in the saved work and in the line of numbers.
    text : str
        The sentence, in the first person.
    attitude : bool
        Whether it is about how one feels towards others; else it is about what one can do.
    """

    key: str
    text: str
    attitude: bool = False


def items(_: Words) -> tuple[Item, ...]:
    """Eight skills and four attitudes."""
    return (
        Item(key="listen", text=_("I can listen for three minutes without preparing my answer.")),
        Item(key="ask", text=_("I can ask a question that does not already hold the answer.")),
        Item(key="describe", text=_("I can say what I saw without saying what I think of it.")),
        Item(key="interests", text=_("I can find out what somebody needs behind what they demand.")),
        Item(key="package", text=_("I can put several things on the table, so that both sides gain.")),
        Item(key="calm", text=_("I can do something that calms a quarrel in my surroundings.")),
        Item(key="plan", text=_("I can share out work in a team so that nobody carries too much.")),
        Item(key="rumour", text=_("I can check a message before I pass it on.")),
        Item(key="ease", text=_("With people from the other bank I am at ease."), attitude=True),
        Item(key="trust", text=_("I expect that most people on the other bank keep their word."), attitude=True),
        Item(
            key="contact",
            text=_("I would like to do something together with people from the other bank."),
            attitude=True,
        ),
        Item(key="view", text=_("In a disagreement I try to see it from the other bank too."), attitude=True),
    )


def steps(_: Words) -> Mapping[int, str]:
    """How far a sentence is true."""
    return {0: _("not yet"), 1: _("a little"), 2: _("mostly"), 3: _("fully")}
