"""Three situations in which one has to lose so that the other can win."""

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.languages import Words
from simulations.escalation import Stage


def one_wins(_: Words) -> tuple[Situation, ...]:
    """Two tables at a wedding, two screenshots, a Friday at the bazaar."""
    return (
        Situation(
            key="wedding_tables",
            text=_(
                "The same wedding, a day later. Cousins are asked which table they belong to. "
                "At both tables one hears: that family is always like this. "
                "Saule and Aibek no longer know what it was about."
            ),
            stage=Stage.COALITIONS,
            level_why={
                "win_win": _("The songs could still be shared. But nobody is talking about songs any more."),
                "win_lose": _("“That family” has become the problem. Whoever sits there has chosen."),
                "lose_lose": _("Nobody wants to spoil the wedding. Each table wants to be the larger one."),
            },
            step_why={
                "coalitions": _("Friends are counted, and a picture of the others is passed around with the bread."),
                "loss_of_face": _("It is said at one's own table. Nobody has been shown up before all."),
                "threats": _("Nobody has said “or else”. A table is chosen, and that is hard enough."),
            },
            down=_("A grandmother sat down between the tables, with her plate. The children followed her at once."),
        ),
        Situation(
            key="chat_screenshot",
            text=_(
                "Somebody puts a private message of Timur's into the chat of two hundred. "
                "“See what he is really like.” An hour later there is one of Aibek's."
            ),
            stage=Stage.LOSS_OF_FACE,
            level_why={
                "win_win": _("There was a common problem once, an offside. Now it is about two names."),
                "win_lose": _("Each side hopes to look better when the other looks worse."),
                "lose_lose": _("Both have been hurt. But the aim was still to win over those who read."),
            },
            step_why={
                "coalitions": _("There are camps already. New is that one person stands before all of them."),
                "loss_of_face": _("“What he is really like”: a person's good name is taken, and from both of them."),
                "threats": _("Nothing is demanded and no date is set. It simply hurts."),
            },
            down=_("Both messages were deleted. Timur and Aibek each wrote one line: “I am sorry that it was read.”"),
        ),
        Situation(
            key="bazaar_friday",
            text=_(
                "Two lanes at the bazaar. A note from one: move your carts by Friday, or we close the passage. "
                "A note from the other: close it, and nobody unloads at our ramp."
            ),
            stage=Stage.THREATS,
            level_why={
                "win_win": _("A passage and a ramp: much could be shared. But these notes do not ask."),
                "win_lose": _("Each lane wants the other to give in. A day has been named for it."),
                "lose_lose": _("So far these are words. Carts and passage are still where they were."),
            },
            step_why={
                "coalitions": _("There are two camps, that is true. But now each demands, with a date."),
                "loss_of_face": _("Nobody has been shown up. Giving in on Friday would now feel like it."),
                "threats": _("A demand, a date, a punishment, and the same back. Now both are bound by their words."),
            },
            down=_("Nobody gave in. Both asked the woman with the scales to find a day that was not Friday."),
        ),
    )
