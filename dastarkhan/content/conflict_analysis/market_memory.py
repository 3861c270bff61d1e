"""The moved market day: two memories of one spring."""

from dastarkhan.content.conflict_analysis.parts import Moment
from dastarkhan.languages import Words


def moments(_: Words) -> tuple[Moment, ...]:
    """In the order of the days. Three are told by both, two by Mill only, three by Willow only."""
    return (
        Moment(
            key="always",
            when=_("For thirty years"),
            mill=_("Sunday in Mill, Wednesday in Willow. Everybody knew it."),
            willow=_("Wednesday in Willow, Sunday in Mill. It went well, as long as there were buyers."),
        ),
        Moment(
            key="fewer",
            when=_("January to March"),
            mill="",
            willow=_("Five stalls gave up, one after the other. The lorry did not stop any more."),
        ),
        Moment(
            key="bus",
            when=_("Beginning of March"),
            mill="",
            willow=_("The health bus came. It needed the square on Wednesdays."),
        ),
        Moment(
            key="notice",
            when=_("In March"),
            mill="",
            willow=_("A notice hung at the bridge for three weeks. Nobody complained."),
        ),
        Moment(
            key="footpath",
            when=_("The same weeks"),
            mill=_("We walked on the other side of the bridge. There was no notice there."),
            willow="",
        ),
        Moment(
            key="first_sunday",
            when=_("The first Sunday in April"),
            mill=_("Half of the buyers stayed away, and we did not know why."),
            willow=_("Nineteen stalls! Some of us had tears in their eyes."),
        ),
        Moment(
            key="pay",
            when=_("Middle of April"),
            mill=_("The porters were sent home at noon. Erlan missed a lesson of his course."),
            willow="",
        ),
        Moment(
            key="words",
            when=_("End of April"),
            mill=_("Saodat asked Oraz whether he was not ashamed. He laughed."),
            willow=_("Saodat was sharp with Oraz. He laughed, because he did not know what to say."),
        ),
    )
