"""Six moments of a team meeting: what would you say next, and what may happen then."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Something to say next.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    say : str
        What you say or do.
    then : str
        What happens after it, in this invented meeting.
    why : str
        What it does to the courage of those who listen.
    opens : bool
        Whether it becomes easier to speak.
    """

    key: str
    say: str
    then: str
    why: str
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One moment of a meeting, and three replies in the order shown."""

    key: str
    text: str
    replies: tuple[Reply, Reply, Reply]


def moments(_: Words) -> tuple[Moment, ...]:
    """A mistake, a laugh, a phone, a no, a silence, an idea that wanders."""
    return (*_before_the_break(_), *_after_the_break(_))


def _before_the_break(_: Words) -> tuple[Moment, ...]:
    return (
        Moment(
            key="mistake",
            text=_("Shirin says quietly: I ordered two hundred cups. They come on the day after the fair."),
            replies=(
                Reply(
                    key="thanks",
                    say=_("“Thank you for telling us today. What do we need to know to mend it?”"),
                    then=_("She has already asked a cousin. By evening there are cups from five kitchens."),
                    why=_("A mistake that is told early is a gift of days. Whoever is thanked tells the next one too."),
                    opens=True,
                ),
                Reply(
                    key="how",
                    say=_("“How could that happen?”"),
                    then=_("She explains for ten minutes. Nobody speaks of cups."),
                    why=_("It sounds like interest, and is heard as a charge. First mend, later look for reasons."),
                ),
                Reply(
                    key="take_over",
                    say=_("“Leave it, I will do it myself.”"),
                    then=_("The cups come. Next time she orders nothing, and tells nothing."),
                    why=_("Quick, and it takes a task away from her before all. Help would have left it in her hands."),
                ),
            ),
        ),
        Moment(
            key="laugh",
            text=_("The youngest asks what a budget is. Two people laugh."),
            replies=(
                Reply(
                    key="ignore",
                    say=_("Nothing. The agenda is long."),
                    then=_("He nods as if he had understood, and writes the word down for later."),
                    why=_("Whoever says nothing is counted among those who laughed. It is a pity, and it is so."),
                ),
                Reply(
                    key="scold",
                    say=_("“Stop laughing, that is very rude!”"),
                    then=_("The two look at the table. He wishes that he had not asked."),
                    why=_("You stood by him, and now he is the reason for a quarrel. The question is still open."),
                ),
                Reply(
                    key="good",
                    say=_("“Good that you ask. I would also like us to say it in one sentence. Who can?”"),
                    then=_("Three people try, and two of them differ. The budget becomes a better one."),
                    why=_("The question is lifted, and nobody is pushed down. Others dare to ask now."),
                    opens=True,
                ),
            ),
        ),
        Moment(
            key="phone",
            text=_("While Aibek tells of the ovens, somebody answers a call in the room. Aibek stops."),
            replies=(
                Reply(
                    key="wait",
                    say=_("“We wait a moment. Aibek, you were at the second oven.”"),
                    then=_("The call goes outside. Aibek begins again where he was, and finishes."),
                    why=_("The turn stays his. And whoever had a call may have had a reason, and keeps their face."),
                    opens=True,
                ),
                Reply(
                    key="next",
                    say=_("“Then let us go on with the next point.”"),
                    then=_("Nobody hears of the third oven until it is missing."),
                    why=_("It saves a minute. A turn that was lost is seldom asked for again."),
                ),
                Reply(
                    key="ban",
                    say=_("“From now on phones are collected in a basket.”"),
                    then=_("Somebody whose mother is ill does not come to the next meeting."),
                    why=_("A rule for all, made out of one call. Ask first what people need to have their phones for."),
                ),
            ),
        ),
    )


def _after_the_break(_: Words) -> tuple[Moment, ...]:
    return (
        Moment(
            key="no",
            text=_("All like the plan. Zarina says: I do not. The stage will not bear the children."),
            replies=(
                Reply(
                    key="outvote",
                    say=_("“We have decided already. Five against one.”"),
                    then=_("The stage bears them, this time. Nobody says a no any more."),
                    why=_("One may decide so. But a no with a reason was the cheapest test that you could get."),
                ),
                Reply(
                    key="show",
                    say=_("“What have you seen that we have not? Show us.”"),
                    then=_("She lifts a board. The wood is soft. Two men get new beams before noon."),
                    why=_("A no is looked at like news. After that, others bring theirs in time."),
                    opens=True,
                ),
                Reply(
                    key="mood",
                    say=_("“Please do not spoil the mood now.”"),
                    then=_("The mood stays good until somebody puts a foot through the board."),
                    why=_("Harmony is bought on credit here. The price comes later, and on the day."),
                ),
            ),
        ),
        Moment(
            key="silence",
            text=_("You ask: any questions? Nobody says anything. You have planned two minutes more."),
            replies=(
                Reply(
                    key="fine",
                    say=_("“Good, then all is clear.”"),
                    then=_("On the stairs three people ask each other who brings the key."),
                    why=_("Silence can be agreement, tiredness or fear. “Any questions?” asks for courage first."),
                ),
                Reply(
                    key="pairs",
                    say=_("“Take a minute in pairs: what could still go wrong on the day?”"),
                    then=_("The room hums. Five things come up, and the key is one of them."),
                    why=_("To whisper is easier than to speak. And “what could go wrong” allows a doubt."),
                    opens=True,
                ),
                Reply(
                    key="name",
                    say=_("“Nargiza, you have not said anything yet.”"),
                    then=_("She says that all is fine. It is not."),
                    why=_("Meant as an invitation, it feels like an exam. An offer to all leaves everybody free."),
                ),
            ),
        ),
        Moment(
            key="idea",
            text=_("Nargiza proposed lanterns on the bridge. Now Daniyar says the same, louder, and all clap for him."),
            replies=(
                Reply(
                    key="later",
                    say=_("Nothing now. Later, to her: “I know that it was yours.”"),
                    then=_("She is glad that you saw it. The others still think that it was his."),
                    why=_("Better than nothing. But ideas go where they are thanked, and he was thanked."),
                ),
                Reply(
                    key="thief",
                    say=_("“That was her idea. You have stolen it!”"),
                    then=_("He turns red, she looks at the floor, and nobody speaks of lanterns."),
                    why=_("True perhaps, and too hot. He may not have heard her, like many others."),
                ),
                Reply(
                    key="back",
                    say=_("“Lanterns, as Nargiza said before. Nargiza, how did you see them?”"),
                    then=_("She draws a row of lights. Daniyar knows where to get the wire."),
                    why=_("The idea goes home, and nobody loses face. Now it has two parents."),
                    opens=True,
                ),
            ),
        ),
    )
