"""Four ways to talk with each other, and where they differ."""

from dataclasses import dataclass

from dastarkhan.content.pieces import Kind
from dastarkhan.languages import Words

KINDS = ("dialogue", "debate", "negotiation", "mediation")


def ways_of_talking(_: Words) -> tuple[Kind, ...]:
    """The four ways; each is good for something."""
    return (
        Kind(key="dialogue", name=_("Dialogue"), says=_("I want to understand how you see it, and why")),
        Kind(key="debate", name=_("Debate"), says=_("I want to show that my view is the better one")),
        Kind(key="negotiation", name=_("Negotiation"), says=_("we look for an agreement that both can accept")),
        Kind(key="mediation", name=_("Mediation"), says=_("a third person helps two others to talk")),
    )


def none_is_best(_: Words) -> str:
    """What is said after the sorting."""
    return _("No way of talking is the best one. What helps is to know which one is going on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One question to which the four ways have four answers.

    Attributes
    ----------
    key : str
        Its name in tests and on paper.
    ask : str
        The question.
    answers : dict of str to str
        By the key of the way.
    """

    key: str
    ask: str
    answers: dict[str, str]


def differences(_: Words) -> tuple[Difference, ...]:
    """Four differences, one question each."""
    return (
        Difference(
            key="aim",
            ask=_("What is it for?"),
            answers={
                "dialogue": _("to understand each other"),
                "debate": _("to find the stronger argument"),
                "negotiation": _("to agree on something"),
                "mediation": _("to help two sides find their own way out"),
            },
        ),
        Difference(
            key="listen",
            ask=_("What do I listen for?"),
            answers={
                "dialogue": _("what it means to you"),
                "debate": _("the weak point in what you say"),
                "negotiation": _("what you need, and what you can give"),
                "mediation": _("what each side needs the other to hear"),
            },
        ),
        Difference(
            key="who",
            ask=_("Who speaks to whom?"),
            answers={
                "dialogue": _("people to each other, each for themselves"),
                "debate": _("two sides to those who listen"),
                "negotiation": _("those who can promise something"),
                "mediation": _("two sides, with a third person between them"),
            },
        ),
        Difference(
            key="end",
            ask=_("How does it end well?"),
            answers={
                "dialogue": _("we may still differ, and know each other better"),
                "debate": _("the listeners can choose with open eyes"),
                "negotiation": _("with a promise that both can keep"),
                "mediation": _("with a step that both sides chose themselves"),
            },
        ),
    )
