"""Gentle prompts for a list that only its writer sees."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One circle that a person stands in.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    ask : str
        What is asked.
    example : str
        What somebody else, who is invented, wrote.
    """

    key: str
    ask: str
    example: str


def prompts(_: Words) -> tuple[Prompt, ...]:
    """Eight circles. None asks for origin, belief, party or wealth, and each may stay empty."""
    return (
        Prompt(
            key="family",
            ask=_("At a family table I am …"),
            example=_("the aunt who is younger than her nephew"),
        ),
        Prompt(key="hands", ask=_("My hands can …"), example=_("open any jar, and close any quarrel of cousins")),
        Prompt(key="music", ask=_("My ears love …"), example=_("the bus driver's old songs")),
        Prompt(key="moving", ask=_("When I move, I am …"), example=_("a goalkeeper, mostly of the garden gate")),
        Prompt(key="known", ask=_("My street knows me as …"), example=_("the one who returns every dish full")),
        Prompt(
            key="tongues",
            ask=_("I speak, count or dream in …"),
            example=_("one language for numbers, another for jokes"),
        ),
        Prompt(key="kitchen", ask=_("In the kitchen I am …"), example=_("the one who may only peel carrots")),
        Prompt(key="dream", ask=_("One day I would like to be …"), example=_("somebody who has seen the sea")),
    )
