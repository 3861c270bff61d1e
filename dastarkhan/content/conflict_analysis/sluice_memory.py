"""The stuck sluice: two memories of one spring."""

from dastarkhan.content.conflict_analysis.parts import Moment
from dastarkhan.languages import Words


def moments(_: Words) -> tuple[Moment, ...]:
    """In the order of the days. Four are told by both, two by one side only each."""
    return (
        Moment(
            key="cleaning",
            when=_("In March"),
            mill=_("We cleaned the canal together, and laughed about the frogs."),
            willow=_("We cleaned the canal together, and shared our bread."),
        ),
        Moment(
            key="knees",
            when=_("End of March"),
            mill=_("Karim's knees hurt. We thought that somebody would follow him."),
            willow=_("Karim stopped. We heard that Mill would see to it."),
        ),
        Moment(
            key="sticks",
            when=_("7 May, a Wednesday"),
            mill=_("The board stuck for the first time, and it was in our own night."),
            willow="",
        ),
        Moment(
            key="letter",
            when=_("12 May"),
            mill=_("We wrote to Willow, half and half. We waited for three weeks."),
            willow="",
        ),
        Moment(
            key="first_friday",
            when=_("16 May, a Friday"),
            mill="",
            willow=_("Our water came at two in the morning. Nobody had said a word."),
        ),
        Moment(
            key="second_friday",
            when=_("23 May, a Friday"),
            mill=_("Somebody took the stone away, and the board cracked."),
            willow=_("Zuhra walked up in the dark, found a stone in our night, and took it out."),
        ),
        Moment(
            key="last_melons",
            when=_("26 May"),
            mill="",
            willow=_("The last gardens of the row lost their flowers."),
        ),
        Moment(
            key="shouting",
            when=_("27 May"),
            mill=_("Davron shouted at Timur, who had only helped."),
            willow=_("Davron was loud. For eleven days nobody had explained anything."),
        ),
    )
