"""The stuck sluice: eight people, and who is not at the table."""

from dastarkhan.content.conflict_analysis.parts import BOTH, MILL, WILLOW, Missing, Party
from dastarkhan.languages import Words


def parties(_: Words) -> tuple[Party, ...]:
    """Three people of each town, and two who live between them."""
    return (*_of_mill(_), *_of_willow(_), *_between(_))


def _of_mill(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="gardeners_mill",
            name=_("Gardeners, Mill"),
            who=_("Gulnora, 61, grows tomatoes and speaks for forty gardens. She knows every neighbour by their hat."),
            town=MILL,
            gender="woman",
            age=61,
            place=(0.13, 0.83),
        ),
        Party(
            key="mender",
            name=_("Mender, Mill"),
            who=_("Timur, 25, mends pumps and bicycles. When something creaks at night, people ring him."),
            town=MILL,
            gender="man",
            age=25,
            place=(0.0, 0.49),
        ),
        Party(
            key="box",
            name=_("Canal box, Mill"),
            who=_("Madina, 34, keeps the box into which both towns pay for the canal. Her book is neat."),
            town=MILL,
            gender="woman",
            age=34,
            place=(0.13, 0.15),
        ),
    )


def _of_willow(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="gardeners_willow",
            name=_("Gardeners, Willow"),
            who=_("Davron, 66, grows melons and speaks for thirty-five gardens. He taught half of Willow to graft."),
            town=WILLOW,
            gender="man",
            age=66,
            place=(0.87, 0.83),
        ),
        Party(
            key="night",
            name=_("Night waterers, Willow"),
            who=_("Zuhra, 20, studies by day. On Friday nights she opens the furrows of her family, with a torch."),
            town=WILLOW,
            gender="woman",
            age=20,
            place=(1.0, 0.49),
        ),
        Party(
            key="driver",
            name=_("Bus driver, Willow"),
            who=_("Bakyt, 40, drives the bus across the bridge. He carries crates, letters and greetings."),
            town=WILLOW,
            gender="man",
            age=40,
            place=(0.87, 0.15),
        ),
    )


def _between(_: Words) -> tuple[Party, ...]:
    return (
        Party(
            key="keeper",
            name=_("Old keeper of the sluice"),
            who=_("Karim, 70, turned the board for thirty years. In March his knees asked him to stop."),
            town=BOTH,
            gender="man",
            age=70,
            place=(0.5, 1.0),
        ),
        Party(
            key="teahouse",
            name=_("Teahouse at the bridge"),
            who=_("Anora, 48, pours tea for both towns. She hears much, and repeats little."),
            town=BOTH,
            gender="woman",
            age=48,
            place=(0.5, 0.0),
        ),
    )


def missing(_: Words) -> tuple[Missing, ...]:
    """Four whom nobody has asked."""
    return (
        Missing(
            key="nursery",
            name=_("The school nursery"),
            touches=_(
                "Pupils of both towns raise young trees. They live from the Sunday water, when the board stands still."
            ),
            ask=_("What would you notice first if the Sunday water came late?"),
        ),
        Missing(
            key="tenants",
            name=_("Families who rent a field"),
            touches=_("Their name is not in the book of turns. They water with whatever a neighbour leaves."),
            ask=_("Whom do you ask for water now, and what does it cost you to ask?"),
        ),
        Missing(
            key="night_women",
            name=_("Women who water alone at night, Mill"),
            touches=_("When a turn comes late, they walk home in the dark at another hour. No meeting is held then."),
            ask=_("At which hour would you like to go home?"),
        ),
        Missing(
            key="reeds",
            name=_("The reeds below the bridge"),
            touches=_("They drink what both towns leave. Frogs cannot send a letter."),
            ask=_("Who could count the frogs, and tell the meeting?"),
        ),
    )
