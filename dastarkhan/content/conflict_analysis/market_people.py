"""The moved market day: eight people, and who is not at the table."""

from dastarkhan.content.conflict_analysis.parts import BOTH, MILL, WILLOW, Missing, Party
from dastarkhan.languages import Words


def parties(_: Words) -> tuple[Party, ...]:
    """Three people of each town, and two who come to both."""
    return (*_of_mill(_), *_of_willow(_), *_between(_))


def _of_mill(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="sellers_mill",
            name=_("Sellers, Mill"),
            who=_("Saodat, 52, sells white cheese and herbs. Her stall was her mother's stall."),
            town=MILL,
            gender="woman",
            age=52,
            place=(0.13, 0.83),
        ),
        Party(
            key="porters",
            name=_("Young porters, Mill"),
            who=_("Erlan, 19, carries boxes at the market. It pays for his evening course."),
            town=MILL,
            gender="man",
            age=19,
            place=(0.0, 0.49),
        ),
        Party(
            key="office_mill",
            name=_("Market office, Mill"),
            who=_("Nodir, 57, gives out the stalls of Mill. He writes letters by hand."),
            town=MILL,
            gender="man",
            age=57,
            place=(0.13, 0.15),
        ),
    )


def _of_willow(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="sellers_willow",
            name=_("Sellers, Willow"),
            who=_("Oraz, 60, sells honey and seeds. He knows by the bees what the weather will be."),
            town=WILLOW,
            gender="man",
            age=60,
            place=(0.87, 0.83),
        ),
        Party(
            key="bakers",
            name=_("Young bakers, Willow"),
            who=_("Laylo, 23, bakes with two friends. They began in winter, with one oven."),
            town=WILLOW,
            gender="woman",
            age=23,
            place=(1.0, 0.49),
        ),
        Party(
            key="office_willow",
            name=_("Market office, Willow"),
            who=_("Parvina, 38, gives out the stalls of Willow. She writes in the town's chat."),
            town=WILLOW,
            gender="woman",
            age=38,
            place=(0.87, 0.15),
        ),
    )


def _between(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="lorry",
            name=_("Lorry from the city"),
            who=_("Nigora, 45, drives the lorry that buys what is left over. She comes when it pays."),
            town=BOTH,
            gender="woman",
            age=45,
            place=(0.5, 1.0),
        ),
        Party(
            key="doctor",
            name=_("Doctor of the health bus"),
            who=_("Murat, 36, sees people of both towns in his bus. He needs a flat, wide place for it."),
            town=BOTH,
            gender="man",
            age=36,
            place=(0.5, 0.0),
        ),
    )


def missing(_: Words) -> tuple[Missing, ...]:
    """Four whom nobody has asked."""
    return (
        Missing(
            key="buyers",
            name=_("People who buy"),
            touches=_("They had two days a week for fresh food, and now they have one."),
            ask=_("What do you buy where, and on which day would you miss it?"),
        ),
        Missing(
            key="stall_children",
            name=_("Children who mind a stall"),
            touches=_("When both markets are on Sunday, they work on their only free day."),
            ask=_("What would you do on a Sunday without a stall?"),
        ),
        Missing(
            key="far_villages",
            name=_("Women from the far villages"),
            touches=_("They bring wool on foot. For them one Sunday cannot hold two markets."),
            ask=_("When do you set out, and when are you home?"),
        ),
        Missing(
            key="sweepers",
            name=_("Those who sweep the squares"),
            touches=_("One team sweeps both squares. On Sundays it now runs from one to the other."),
            ask=_("At which hour is your evening over?"),
        ),
    )
