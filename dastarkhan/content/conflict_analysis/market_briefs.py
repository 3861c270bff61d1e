"""The moved market day: what everybody knows, two honest briefings, and what a third person could look up."""

from dastarkhan.content.conflict_analysis.parts import MILL, WILLOW
from dastarkhan.languages import Words


def about(_: Words) -> str:
    """What both sides would sign."""
    return _(
        "Mill has held its market on Sundays for as long as people remember. Willow's was on Wednesdays. "
        "Since April Willow's market is on Sundays too. Many people went to both; now they choose."
    )


def briefs(_: Words) -> dict[str, tuple[str, ...]]:
    """By side: what is told at its own tables."""
    return {MILL: _of_mill(_), WILLOW: _of_willow(_)}


def _of_mill(_: Words) -> tuple[str, ...]:
    return (
        _("You listen to the sellers of Mill. Saodat tells it like this."),
        _(
            "“One Sunday in April half of my buyers did not come. "
            "I thought of a feast or a funeral. Then Erlan said: they are in Willow, the market is there today."
        ),
        _(
            "I had two days a week: Sunday here, and Wednesday there, at a corner of Willow's square. "
            "Now I have one, and it is half a day."
        ),
        _(
            "Parvina did not ask Nodir, and nobody rang him. He went silent. "
            "He says that an office writes to an office. In thirty years we have never moved a day without a word."
        ),
        _(
            "Oraz and I have words now, whenever we meet. He has my scales, and I have his seeds. "
            "Without each other we have no change and no bags."
        ),
        _(
            "Erlan loses half of his pay. He still sits beside Laylo in the evening course, and they laugh. "
            "Nigora stops here with her lorry first. But why Sunday? We feel pushed from our own square.”"
        ),
    )


def _of_willow(_: Words) -> tuple[str, ...]:
    return (
        _("You listen to the sellers of Willow. Oraz tells it like this."),
        _(
            "“Our Wednesday was dying. There were eleven stalls in January, and in March there were six. "
            "Nigora's lorry did not stop for six stalls."
        ),
        _(
            "Then the health bus came, and it needs our square on Wednesdays. "
            "Nobody wanted to send Murat away, its doctor. People of Mill come to him as well."
        ),
        _(
            "On Sundays the lorry drives past anyway. So Parvina moved the day. "
            "For three weeks a notice hung at the bridge, and it stood in the chat. We heard no complaint."
        ),
        _(
            "She and Nodir have always got on. We think he would have rung if something was wrong. "
            "I still sell Saodat's cheese on my stall, and I do not understand her face."
        ),
        _(
            "Not all is well here either. Laylo's bakers were moved to the edge of the square. "
            "They are cross with Parvina. But with the lorry they sell every loaf. "
            "We are relieved, and we are also a little ashamed.”"
        ),
    )


def record(_: Words) -> tuple[str, ...]:
    """What stands in books and lists; it comes after the two maps."""
    return (
        _("Willow's list of stalls: 11 in January, 8 in February, 6 in March, 19 in April."),
        _("Mill's list of stalls: 31 in March, 24 in April."),
        _("The notice hung on the upstream side of the bridge. That footpath was closed for repairs all March."),
        _("The town chat of Willow has 412 members. Nine of them live in Mill, and Nodir is not one of them."),
        _("The health bus saw 64 people in April, and 27 of them came from Mill."),
    )


def meet(_: Words) -> str:
    """Where the needs of both sides touch."""
    return _("Both need a day on which enough people come. And both want to be told before it changes.")
