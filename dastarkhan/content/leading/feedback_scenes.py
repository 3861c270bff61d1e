"""Six small scenes before the fair, and three ways to say it: one can be heard, two are hard to hear."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One way to say it.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    text : str
        What is said.
    why : str
        What it may do to the person who hears it.
    heard : bool
        Whether situation, behaviour and impact are in it, and no judgement.
    """

    key: str
    text: str
    why: str
    heard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackScene:
    """What happened, and three ways to say it, in the order shown."""

    key: str
    text: str
    sayings: tuple[Saying, Saying, Saying]


def feedback_scenes(_: Words) -> tuple[FeedbackScene, ...]:
    """Key, tea, poster, van, courtyard, minutes."""
    return (
        FeedbackScene(
            key="key",
            text=_("Daniyar had the key of the hall. He came forty minutes late, and six people waited in the wind."),
            sayings=(
                Saying(
                    key="always",
                    text=_("“It is always the same with you.”"),
                    why=_("“Always” makes Daniyar look for the times when it was not so. The key is forgotten."),
                ),
                Saying(
                    key="heard",
                    text=_(
                        "“You had the key at four, and came forty minutes later. We froze, and lost an hour of light.”"
                    ),
                    why=_("He can see the moment, the key and the cold. What he does next is his, and he can begin."),
                    heard=True,
                ),
                Saying(
                    key="nothing",
                    text=_("“Never mind, it was nothing.”"),
                    why=_("Kind, and not true. The six will tell it among themselves, without him."),
                ),
            ),
        ),
        FeedbackScene(
            key="tea",
            text=_(
                "The tea was to be ready at the break. Zarina was still screwing the railing, and it came too late."
            ),
            sayings=(
                Saying(
                    key="joke",
                    text=_("“Our queen of tea has arrived!” (before all, with a laugh)"),
                    why=_("All laugh, and one person laughs along. A joke before others cannot be answered."),
                ),
                Saying(
                    key="women",
                    text=_("“A woman should know when the tea is due.”"),
                    why=_("That is about women, not about tea. And why did nobody else put on the kettle?"),
                ),
                Saying(
                    key="heard",
                    text=_(
                        "“At the break the tea was not there, and you were at the railing. "
                        "The old people went home. What would have helped?”"
                    ),
                    why=_("Three facts and a question. It may come out that two tasks lay in one pair of hands."),
                    heard=True,
                ),
            ),
        ),
        FeedbackScene(
            key="poster",
            text=_("Farhod made the poster in two scripts, equally large. People from both towns stop and read it."),
            sayings=(
                Saying(
                    key="heard",
                    text=_(
                        "“On the bridge I saw two boys read it, each in his own script. "
                        "You made both equally large. I was proud of us.”"
                    ),
                    why=_("Praise with eyes: Farhod knows what worked, and will do it again."),
                    heard=True,
                ),
                Saying(
                    key="genius",
                    text=_("“You are a genius!”"),
                    why=_("It warms for a moment. What exactly was good? The next poster does not know it."),
                ),
                Saying(
                    key="but",
                    text=_("“Quite nice, but the tree could be greener.”"),
                    why=_("After “but” nobody hears the first half. The tree can wait until tomorrow."),
                ),
            ),
        ),
        FeedbackScene(
            key="van",
            text=_("The uncle has lent his van. He drives it himself, fast, and two benches have lost a leg."),
            sayings=(
                Saying(
                    key="heard",
                    text=_(
                        "“Uncle, thank you for the van. At the bend two benches slid off and lost a leg. "
                        "May I sit in the back and hold them?”"
                    ),
                    why=_("Thanks first, then what happened, then a wish that he can grant. His face stays whole."),
                    heard=True,
                ),
                Saying(
                    key="reckless",
                    text=_("“Nobody in this town drives worse.”"),
                    why=_("A verdict before the young ones. Next year the van will have a cold."),
                ),
                Saying(
                    key="mother",
                    text=_("Nothing to him. To his sister: “Can you tell him?”"),
                    why=_("It spares a hard minute. But now two people have to carry it, and he hears it second hand."),
                ),
            ),
        ),
        FeedbackScene(
            key="courtyard",
            text=_("Aibek promised Grandmother a quiet evening. Nobody else knew, and the drums are ordered."),
            sayings=(
                Saying(
                    key="why_you",
                    text=_("“Why do you promise things that are not yours to promise?”"),
                    why=_("It has the form of a question, and is a blow. Whoever is asked so defends himself."),
                ),
                Saying(
                    key="all",
                    text=_("“All of us are angry with you.”"),
                    why=_("Against “all of us” one stands alone. Have you asked them all?"),
                ),
                Saying(
                    key="heard",
                    text=_(
                        "“On Monday you told Grandmother it would be quiet, and we did not hear of it. "
                        "Now I do not know what to say to the band.”"
                    ),
                    why=_(
                        "Moment, words, and your own trouble. Now both of you have a problem, and can look for a way."
                    ),
                    heard=True,
                ),
            ),
        ),
        FeedbackScene(
            key="minutes",
            text=_("Nargiza has written the minutes five times. At the last meeting, all looked at her again."),
            sayings=(
                Saying(
                    key="best",
                    text=_("“Nobody writes as beautifully as you do!”"),
                    why=_("A compliment with a pen in its hand. It keeps her where she is."),
                ),
                Saying(
                    key="heard",
                    text=_(
                        "“Five times you wrote while we spoke. I have heard few of your own ideas, and I miss them. "
                        "Today I write.”"
                    ),
                    why=_("What happened, what is missing, and one hand that takes the pen. Feedback can be a deed."),
                    heard=True,
                ),
                Saying(
                    key="speak_up",
                    text=_("“You should speak up more.”"),
                    why=_("With a pen in the hand that is hard. The advice forgets who gave her the pen."),
                ),
            ),
        ),
    )


def own_parts(_: Words) -> dict[str, str]:
    """What is asked for each part of one's own feedback."""
    return {
        "situation": _("When and where was it?"),
        "behaviour": _("What did you see or hear?"),
        "impact": _("What did it do to you, or to all?"),
    }


def own_checks(_: Words) -> tuple[str, ...]:
    """What the writer asks, and last what a friend may tick."""
    return (
        _("It names one moment, and not “always” or “never”."),
        _("A camera could have seen or heard it."),
        _("The impact is mine or ours, and no guess at reasons."),
        _("I would say it with two people in the room, and not before all."),
        _("A friend read it aloud and says: I could hear that."),
    )
