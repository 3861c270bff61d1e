"""A chat over a bad line: what is meant, and what arrives. Eight rounds before a match and a wedding."""

from dataclasses import dataclass

from dastarkhan.languages import Words

OF_TEN_SLIPS = 3
"""Of ten numbered slips, this many garble a calm message: 30 percent, as on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What can be sent in one round.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    about : str
        What the round is about.
    calm, hard : str
        Two messages to choose from.
    garbled : str
        What arrives when the line garbles the calm one. A hard one arrives as it is.
    """

    key: str
    about: str
    calm: str
    hard: str
    garbled: str


def messages(_: Words) -> tuple[Message, ...]:
    """Eight rounds; each can be played by either side."""
    return (
        Message(
            key="time",
            about=_("When does the bus leave?"),
            calm=_("“Could you come at four? Then we need not hurry.”"),
            hard=_("“Four. We will not wait again.”"),
            garbled=_("“Come at four … hurry.”"),
        ),
        Message(
            key="ball",
            about=_("Whose ball is played with?"),
            calm=_("“Bring yours, please. Ours is nothing but air.”"),
            hard=_("“Bring yours. Nobody can play with you otherwise.”"),
            garbled=_("“… yours … is nothing but air.”"),
        ),
        Message(
            key="referee",
            about=_("Who blows the whistle?"),
            calm=_("“We would like your referee. He was fair last time.”"),
            hard=_("“Not your referee again.”"),
            garbled=_("“Your referee … fair? … last time.”"),
        ),
        Message(
            key="songs",
            about=_("What does the band play?"),
            calm=_("“Your songs first? Ours are terribly slow.”"),
            hard=_("“Your songs put all our guests to sleep.”"),
            garbled=_("“Your songs … are terribly slow.”"),
        ),
        Message(
            key="rice",
            about=_("Who cooks on Sunday?"),
            calm=_("“Nobody cooks rice like you. Would you?”"),
            hard=_("“You cook. We did everything else.”"),
            garbled=_("“Nobody … rice like you.”"),
        ),
        Message(
            key="chairs",
            about=_("How many chairs are there?"),
            calm=_("“We have few chairs. Could you bring some of your own?”"),
            hard=_("“Bring your own chairs this time.”"),
            garbled=_("“Few chairs … Bring … your own.”"),
        ),
        Message(
            key="photo",
            about=_("Who puts the pictures into the chat?"),
            calm=_("“Send them to us, we send you ours. We choose together.”"),
            hard=_("“Your pictures never show us.”"),
            garbled=_("“Send them to us … We choose …”"),
        ),
        Message(
            key="sweep",
            about=_("Who sweeps up afterwards?"),
            calm=_("“Shall we sweep together, before the tea?”"),
            hard=_("“Sweep your own side.”"),
            garbled=_("“… Sweep … before the tea!”"),
        ),
    )


def rules(_: Words) -> tuple[str, ...]:
    """How two people or two groups play it, on paper as well."""
    return (
        _("Two sides, eight rounds, and a pencil on step 1 of the stairs."),
        _("Each side in turn sends the calm message or the hard one, folded."),
        _("A messenger draws one of ten slips. On slips 1, 2 and 3 a calm message arrives garbled."),
        _("The other side reads only what arrived, and then chooses its own."),
        _("For every calm message sent the pencil goes a step down, for every hard one a step up."),
        _("Only the messenger moves the pencil. After the last round all messages are opened."),
    )
