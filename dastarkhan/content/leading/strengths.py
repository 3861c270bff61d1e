"""What somebody does in a team, as tasks and never as a kind of person; and what stress looks like on a Tuesday."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTask:
    """One thing that somebody in a team does.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        What the person does, in a few words.
    gives : str
        What the team has from it.
    small : str
        A first small piece of it, for somebody who avoids it.
    """

    key: str
    name: str
    gives: str
    small: str


def team_tasks(_: Words) -> tuple[TeamTask, ...]:
    """Fourteen tasks; nobody does all of them, and no team does well without most of them."""
    return (
        TeamTask(
            key="begin",
            name=_("begin when nobody begins"),
            gives=_("Without a first sentence the tea gets cold and the sheet stays white."),
            small=_("Begin once with a question instead of an answer."),
        ),
        TeamTask(
            key="ask",
            name=_("ask what nobody asks"),
            gives=_("Somebody has to say: and who has the key?"),
            small=_("Write one question down before the meeting, and read it aloud."),
        ),
        TeamTask(
            key="listen",
            name=_("listen to the end"),
            gives=_("Whoever is heard to the end need not say it three times."),
            small=_("Count to three before you answer, in one talk only."),
        ),
        TeamTask(
            key="bring_in",
            name=_("bring in those who are silent"),
            gives=_("Half of the good ideas sit at the table and say nothing."),
            small=_("Say once: there is room, if somebody would like it."),
        ),
        TeamTask(
            key="time",
            name=_("keep the time"),
            gives=_("A meeting that ends on time is visited again."),
            small=_("Keep the time for one point only, and say when two minutes are left."),
        ),
        TeamTask(
            key="count",
            name=_("count what there is"),
            gives=_("Forty guests and thirty cups: good that somebody counted."),
            small=_("Count one thing with somebody who likes to count."),
        ),
        TeamTask(
            key="plain",
            name=_("say it in plain words"),
            gives=_("A plan that the youngest understands is done by everybody."),
            small=_("Say one sentence as you would say it to a child of ten."),
        ),
        TeamTask(
            key="make",
            name=_("make it with the hands"),
            gives=_("At some point somebody has to hold the hammer."),
            small=_("Hold the other end of the bench for somebody who builds."),
        ),
        TeamTask(
            key="finish",
            name=_("finish what was begun"),
            gives=_("Ten things begun are a mess. One thing finished is a fair."),
            small=_("Take the last tenth of somebody's task, together with them."),
        ),
        TeamTask(
            key="calm",
            name=_("stay calm when it gets loud"),
            gives=_("One quiet voice is enough, and the others find theirs again."),
            small=_("Say once: let us take five minutes."),
        ),
        TeamTask(
            key="lighten",
            name=_("make the others smile"),
            gives=_("A laugh at the right moment carries a heavy bench halfway."),
            small=_("Tell what went wrong for you yourself, with a smile."),
        ),
        TeamTask(
            key="know_somebody",
            name=_("know whom to ask"),
            gives=_("An uncle with a van is worth more than a long list."),
            small=_("Ask one neighbour for one thing."),
        ),
        TeamTask(
            key="remember",
            name=_("write down what was agreed"),
            gives=_("What is written down need not be quarrelled about next week."),
            small=_("Write three lines after one meeting. Next time it is another's turn."),
        ),
        TeamTask(
            key="light",
            name=_("stand in the light and speak"),
            gives=_("Somebody has to say good evening when two hundred people look."),
            small=_("Say one sentence on the stage, beside somebody who likes it."),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StressWord:
    """What somebody may do when it gets too much.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        In kind words of daily life.
    wants : str
        The good thing that it tries to protect.
    ideas : str
        What has helped some people then.
    """

    key: str
    name: str
    wants: str
    ideas: str


def stress_words(_: Words) -> tuple[StressWord, ...]:
    """Ten reactions; everybody has one, and most people know several."""
    return (
        StressWord(
            key="fast",
            name=_("I get fast, and a little loud"),
            wants=_("It wants things to go well, and soon."),
            ideas=_("A glass of water, one sentence less, somebody who says: we have time."),
        ),
        StressWord(
            key="silent",
            name=_("I go quiet"),
            wants=_("It wants to do no harm with a quick word."),
            ideas=_("Ten minutes alone, a note instead of a speech, a question that can wait."),
        ),
        StressWord(
            key="alone",
            name=_("I do everything myself"),
            wants=_("It wants to spare the others, and to be sure."),
            ideas=_("Give away one small task on purpose, and do not look for an hour."),
        ),
        StressWord(
            key="please",
            name=_("I say yes to everybody"),
            wants=_("It wants all to stay friends."),
            ideas=_("The sentence: I will tell you tomorrow. Then sleep a night."),
        ),
        StressWord(
            key="plan",
            name=_("I hold on to the plan"),
            wants=_("It wants firm ground when all else moves."),
            ideas=_("Ask what must stay, and what may move. Write both down."),
        ),
        StressWord(
            key="later",
            name=_("I put it off"),
            wants=_("It wants to wait until it can be good."),
            ideas=_("Begin with five minutes, and with the easiest end."),
        ),
        StressWord(
            key="jokes",
            name=_("I make jokes"),
            wants=_("It wants the air to be lighter."),
            ideas=_("After the joke, one true sentence: this is hard for me."),
        ),
        StressWord(
            key="tidy",
            name=_("I tidy up, or wash the cups"),
            wants=_("It wants one thing at least to be in order."),
            ideas=_("Wash the cups, then come back. It may be a break for two."),
        ),
        StressWord(
            key="blame",
            name=_("I look for whose fault it was"),
            wants=_("It wants it never to happen again."),
            ideas=_("First ask: what do we need now? The reasons can wait until evening."),
        ),
        StressWord(
            key="tired",
            name=_("I get tired, or ill"),
            wants=_("It wants a rest that nobody has given it."),
            ideas=_("Put the rest into the plan before the body does."),
        ),
    )


def help_checks(_: Words) -> tuple[str, ...]:
    """What somebody may ask their own sentence about help."""
    return (
        _("It is small enough for a normal Tuesday."),
        _("I can do it without anybody's permission."),
        _("I would tell it to one person in my team."),
    )
