"""Things and habits of both cases: what divides, what connects, what can do both. People are never sorted."""

from dastarkhan.content.conflict_analysis.kinds import BOTH_WAYS, CONNECTS, DIVIDES
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def connectors(_: Words) -> tuple[Scene, ...]:
    """Six of each case, in a mixed order: four of each kind."""
    return (*_of_sluice(_), *_of_market(_))


def _one(key: str, text: str, kind: str, divides: str, connects: str, both: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={DIVIDES: divides, CONNECTS: connects, BOTH_WAYS: both})


def _of_sluice(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "sluice_cleaning",
            _("The cleaning of the canal each March, with bread and jokes."),
            CONNECTS,
            _("It could divide if one town stopped coming. So far both have come."),
            _("Both tell of it, and both smile. One can build on it."),
            _("Most things can turn. Here nothing in the briefings speaks for it yet."),
        ),
        _one(
            "sluice_list",
            _("A list of telephone numbers on which more than half are dead."),
            DIVIDES,
            _("Whoever wants to warn the others reaches nobody. Silence then looks like will."),
            _("A list is made to connect. This one no longer does."),
            _("Mended, it would connect. As it is now, it lets people wait in vain."),
        ),
        _one(
            "sluice_canal",
            _("One canal for two towns."),
            BOTH_WAYS,
            _("At ten in the evening it divides. In March it brings all to one bank."),
            _("It brings people together, and it also gives them something to fight about."),
            _("The same water does both. What matters is how it is shared."),
        ),
        _one(
            "sluice_tea",
            _("Anora's tea at midnight, for whoever waits for water."),
            CONNECTS,
            _("Nobody is kept from the table. If only one town sat there, it would be different."),
            _("A warm place where both towns can sit without a reason."),
            _("A teahouse can also spread rumours. Anora hears much and repeats little."),
        ),
        _one(
            "sluice_book",
            _("A book of turns that only the gardeners with a turn may sign."),
            BOTH_WAYS,
            _("For those who rent a field it is a closed door. For the others it is an agreement."),
            _("It has kept peace for years. But some have no line in it."),
            _("It joins those who are in it, and leaves others outside. Look at who is missing."),
        ),
        _one(
            "sluice_talk",
            _("The habit to speak about the others, and with them only in March."),
            DIVIDES,
            _("From April to February each town grows its own story."),
            _("Talking at home can comfort. It has not brought the two towns nearer."),
            _("One could speak with them in May. As the habit is now, it divides."),
        ),
    )


def _of_market(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "market_chat",
            _("A town chat with 412 members, nine of whom live across the river."),
            BOTH_WAYS,
            _("Whoever is not in it hears late. Whoever is in it hears at once."),
            _("It connects those who are in it. The other town is nearly absent."),
            _("A good tool with a high doorstep. Nine people could become a bridge."),
        ),
        _one(
            "market_course",
            _("An evening course in which young people of both towns sit side by side."),
            CONNECTS,
            _("It would divide if only one town could enter. Erlan and Laylo share a bench."),
            _("They meet every week, quarrel or not. The elders have not noticed yet."),
            _("It may turn, as all things may. Today it carries messages and laughter."),
        ),
        _one(
            "market_same_hour",
            _("Two markets on one day, at the same hour."),
            DIVIDES,
            _("Every buyer has to choose, and every choice is a loss for somebody."),
            _("It could connect if the hours differed. As it is, nobody can be at both."),
            _("With a bus and two hours between them it might. Today it keeps apart."),
        ),
        _one(
            "market_swap",
            _("Her scales, his seeds, each other's small change."),
            CONNECTS,
            _("Even with hard words they have not given the things back."),
            _("They need each other on every market day. Such ties outlast a quarrel."),
            _("A loan can become a weapon. In these briefings nobody has used it so."),
        ),
        _one(
            "market_bus",
            _("A health bus that comes to one town and is used by both."),
            BOTH_WAYS,
            _("It took the Wednesday away, and Mill does not know that."),
            _("It heals people of both towns. It is also why the day had to move."),
            _("For patients it connects. For the Wednesday market it was the end. Both are true."),
        ),
        _one(
            "market_offices",
            _("The rule that an office only writes to an office, and never rings."),
            DIVIDES,
            _("Each waits for a letter from the other. In the meantime a day is moved."),
            _("It was made for order. Here it has made two people silent."),
            _("Letters can connect. This rule was used as a reason to write none."),
        ),
    )
