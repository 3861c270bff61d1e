"""A rumour on its way through the football chat, and four questions to every message."""

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words


def retold(_: Words) -> tuple[str, ...]:
    """One sentence in six mouths; nobody lied."""
    return (
        _("Saule, at the pitch: “The net is gone. I do not know where it is.”"),
        _("Yusuf, on the phone: “The net has disappeared, from a locked pitch.”"),
        _("A cousin, at the bazaar: “Somebody must have taken it. A van was there.”"),
        _("In the chat: “A van from the other town, at night!”"),
        _("In the next chat: “They take our things at night now.”"),
        _("Bakyt, who had washed the net, and hung it behind his bakery, read it last."),
    )


def turned(_: Words) -> tuple[str, ...]:
    """What each mouth after the first has done to the sentence."""
    return (
        _("“Gone” has become “disappeared”, and a locked pitch came with it. It is small, and nobody noticed."),
        _("Here somebody takes it for the first time, and a van comes in. “Must have” is a guess."),
        _("The guess has lost its “must have”. Now it is a town, and it is night."),
        _("One van has become “they”, and one evening “now”. It is no longer about a net."),
        _("Nobody had asked him. One call to the bakery would have ended it, at any of the mouths before."),
    )


def what_to_do(_: Words) -> tuple[str, ...]:
    """Four steps with a message that makes one's heart beat faster."""
    return (
        _("Breathe. Do not pass it on yet."),
        _("Ask: who saw it, where, when?"),
        _("Ask one person on each side."),
        _("Write what is known, what is not, and who is finding out."),
    )


def good_answer(_: Words) -> str:
    """One example of the fourth step."""
    return _("“Known: the net is not on the pitch. Not known: why. Saule and Yusuf are asking until six.”")


def own_answer_ask(_: Words) -> str:
    """What a person answers to a rumour."""
    return _("My answer to such a message: what is known, what is not, who is asking.")


def rumour_kinds(_: Words) -> tuple[Kind, ...]:
    """What a message rests on."""
    return (
        Kind(key="seen", name=_("Seen"), says=_("somebody says what they saw or heard themselves")),
        Kind(key="told", name=_("Told"), says=_("it comes from somebody who has it from somebody")),
        Kind(key="guessed", name=_("Guessed"), says=_("a reason or an aim that nobody could see")),
    )


def rumour_messages(_: Words) -> tuple[Scene, ...]:
    """Six messages of one evening."""
    return (
        Scene(
            key="net_gone",
            text=_("“I am at the pitch. The net is not here.”"),
            kind="seen",
            why={
                "seen": _("Place, person, net. You could ask Saule for more."),
                "told": _("She stands there herself. Nobody is between her and the pitch."),
                "guessed": _("She does not say why it is gone. That is her strength."),
            },
        ),
        Scene(
            key="cousin_van",
            text=_("“My cousin's neighbour saw a van.”"),
            kind="told",
            why={
                "seen": _("The neighbour may have seen one. The writer has not."),
                "told": _("Two people stand in between. Each may have added a little."),
                "guessed": _("A van can be seen. So it is more than a guess, and less than a sight."),
            },
        ),
        Scene(
            key="on_purpose",
            text=_("“They did it so that we cannot train.”"),
            kind="guessed",
            why={
                "seen": _("An empty pitch can be seen. “So that” cannot."),
                "told": _("Perhaps somebody told it. But what is told is a reason in somebody's head."),
                "guessed": _("It knows what others wanted. Nobody has asked them."),
            },
        ),
        Scene(
            key="everyone_says",
            text=_("“Everybody says there will be no match.”"),
            kind="told",
            why={
                "seen": _("It has been heard, that is true. From whom? “Everybody” cannot be called back."),
                "told": _("It comes from many mouths. Perhaps all of them heard it from one."),
                "guessed": _("It may have begun as a guess. Here somebody hands on what was said."),
            },
        ),
        Scene(
            key="asked_timur",
            text=_("“I have just asked Timur. He said to me that the match is on.”"),
            kind="seen",
            why={
                "seen": _("She heard it herself, a moment ago, from the captain. You can call both."),
                "told": _("There is one step to Timur. But she names him, and she asked him herself."),
                "guessed": _("No guess in it. She asked instead."),
            },
        ),
        Scene(
            key="must_be",
            text=_("“Strange that it happens today of all days. It must be about the wedding.”"),
            kind="guessed",
            why={
                "seen": _("The day can be seen in the calendar. What it means cannot."),
                "told": _("Nobody else is mentioned. The writer puts two things together."),
                "guessed": _("“It must be” often means: I do not know, and it worries me."),
            },
        ),
    )
