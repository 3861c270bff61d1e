"""Twelve things that somebody notices: an early sign, noise, or something to ask about first."""

from dastarkhan.content.escalation.signs_canal import canal_and_town
from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words


def sign_kinds(_: Words) -> tuple[Kind, ...]:
    """Three places; none of them says anything about a person."""
    return (
        Kind(key="sign", name=_("An early sign"), says=_("it has changed, it repeats, and it is between two groups")),
        Kind(key="noise", name=_("Noise"), says=_("it happens now and then, also when all is well")),
        Kind(key="ask", name=_("Ask first"), says=_("it could be either, and somebody can easily be asked")),
    )


def signs(_: Words) -> tuple[Scene, ...]:
    """Four of each kind, mixed."""
    return (*_chat_and_wedding(_), *canal_and_town(_))


def _chat_and_wedding(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="chat_split",
            text=_(
                "The football chat of both towns had one group. Since last week there are two new ones, one per town."
            ),
            kind="sign",
            why={
                "sign": _("People who wrote to each other now write about each other. It is new, and on both sides."),
                "noise": _("New groups are made every day. But these two follow the line between the towns."),
                "ask": _("Asking is always good. Two groups along the same line need not wait for it."),
            },
        ),
        Scene(
            key="late_bus",
            text=_("The bus from Willow came late to training. Last month the one from Mill did."),
            kind="noise",
            why={
                "sign": _("Once each in two months: buses do that in the best of years."),
                "noise": _("It happens on both sides, and it does not grow. The road has holes."),
                "ask": _("You may ask the driver. He will talk about the holes."),
            },
        ),
        Scene(
            key="one_sharp",
            text=_("One man writes a sharp sentence into the chat at two in the morning. Nobody has answered."),
            kind="ask",
            why={
                "sign": _("It may become one, if others take it up. So far it is one person and one night."),
                "noise": _("Perhaps. Or something happened to him that evening. A friend could call."),
                "ask": _("“How are you? I read you last night.” That helps him, whichever it was."),
            },
        ),
        Scene(
            key="no_invitation",
            text=_("For years each wedding had guests from both banks. At the last three there were none."),
            kind="sign",
            why={
                "sign": _("Something that used to happen has stopped, three times in a row, on both banks."),
                "noise": _("One wedding without guests could be chance. Three are a change."),
                "ask": _("Do ask the families. The change is there already, whatever they say."),
            },
        ),
        Scene(
            key="joke_both",
            text=_("At the tea house both towns tease each other about their melons, as every summer. All laugh."),
            kind="noise",
            why={
                "sign": _("A joke can be a sign, when only one side laughs. Here both do."),
                "noise": _("Old, mutual, and about melons. It may even be a bridge."),
                "ask": _("You will be told which melon is better, at length."),
            },
        ),
        Scene(
            key="left_chat",
            text=_("Madina has left the common chat. Nobody knows why."),
            kind="ask",
            why={
                "sign": _("If five leave in a week, all from one town, look again. One person is no pattern."),
                "noise": _("People clean their phones. They also leave when something has hurt them."),
                "ask": _("One call to Madina. She may have a new number, or a reason."),
            },
        ),
    )


def own_sign_ask(number: int, _: Words) -> str:
    """What is asked for one of a person's own signs."""
    return _("Sign {n}, for a place that I know:", n=number)
