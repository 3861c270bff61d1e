"""Where somebody could begin: a small door, something for later, a wall."""

from dastarkhan.content.conflict_analysis.kinds import DOOR, LATER, WALL
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def doors(_: Words) -> tuple[Scene, ...]:
    """Six of each case, in a mixed order: three doors, and three that are walls or for later."""
    return (*_of_sluice(_), *_of_market(_))


def _one(key: str, text: str, kind: str, door: str, later: str, wall: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={DOOR: door, LATER: later, WALL: wall})


def _of_sluice(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "sluice_letter",
            _("Ask Bakyt where the letter is."),
            DOOR,
            _("One question to one man whom both towns trust. Nobody is blamed by it."),
            _("What should it wait for? He drives across the bridge tomorrow."),
            _("It would be one if it were asked in front of all: “who has lost our letter?”"),
        ),
        _one(
            "sluice_blame",
            _("Hold a meeting to find out whose fault it was."),
            WALL,
            _("It promises order. Those who come will bring their defence along, and not their news."),
            _("Even later it would look backwards. “What do we need by Friday?” looks ahead."),
            _("Whoever may be the culprit says as little as possible. Ears close."),
        ),
        _one(
            "sluice_karim",
            _("Walk to Karim, one from each town, and ask how the board wants to be turned."),
            DOOR,
            _("Both maps have a good line to him. On the way the two can talk."),
            _("His knees wait for nobody. A visit with tea can be tomorrow."),
            _("He is asked for knowledge, not for a verdict. That is why he is no judge."),
        ),
        _one(
            "sluice_new_gate",
            _("Plan a new gate for the whole canal, with a contract."),
            LATER,
            _("It is a good plan, and it is large. Two people who do not greet each other cannot begin there."),
            _("First one reliable Friday, then the plan. It needs trust and a summer."),
            _("It offends nobody. It is only too heavy for the first step."),
        ),
        _one(
            "sluice_list_new",
            _("Zuhra and Timur write a new list of numbers, and hang it up at the sluice."),
            DOOR,
            _("Small, cheap, visible by evening. And the two who met by a stone meet by a pencil."),
            _("It can be done before the next Friday. Only ask both whether they would like to."),
            _("It needs no sorry from anybody. It would be one if somebody made them do it."),
        ),
        _one(
            "sluice_friends",
            _("Invite all for a feast of friendship."),
            LATER,
            _("Warm, and too early. Dry melons sit at the table too."),
            _("After the first good Friday it may be lovely. Before, it covers what is not said."),
            _("It does not hurt. But whoever is still waiting for an answer may find it loud."),
        ),
    )


def _of_market(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "market_bench",
            _("Ask Erlan and Laylo what they would try, and let them ask at home."),
            DOOR,
            _("A good line that only one map shows. They already sit side by side."),
            _("They meet this week anyway. Ask whether they would like to, and do not send them."),
            _("It would be one if they had to carry the quarrel of others. Let them be free to say no."),
        ),
        _one(
            "market_petition",
            _("Collect signatures in Mill against Willow's Sunday."),
            WALL,
            _("It feels strong. In Willow one reads a list of neighbours who are against us."),
            _("What should it be good for later? The reason for Sunday would still be unknown."),
            _("Each name makes it harder to step back without losing face."),
        ),
        _one(
            "market_tea",
            _("Somebody who knows both invites Nodir and Parvina to one pot of tea."),
            DOOR,
            _("Neither has to make the first step. And each learns what the other's silence was."),
            _("Nothing has to be ready for it. A pot of tea takes an hour."),
            _("Without onlookers it threatens nobody. With onlookers it might."),
        ),
        _one(
            "market_one_calendar",
            _("A calendar for all markets of the valley, for ten years."),
            LATER,
            _("A fine aim. For a first step it asks for ten signatures too many."),
            _("First two towns try two Sundays. Whoever has tried something knows what to write down."),
            _("It threatens nobody. It is only far away."),
        ),
        _one(
            "market_hours",
            _("Try for one month: Mill until noon, Willow from one o'clock."),
            DOOR,
            _("It can be undone, it costs little, and buyers can be at both. A month is short."),
            _("It needs one talk first, that is true. But it is small enough for that talk."),
            _("Nobody has to admit anything. It would be one if one town ordered it."),
        ),
        _one(
            "market_shame",
            _("Write in the chat of both towns who began it."),
            WALL,
            _("Quick, and everybody reads it. Whoever is named there cannot come to tea any more."),
            _("No day is a good one for it. What began it has many hands."),
            _("A name in a chat stays. Then others have to take sides too."),
        ),
    )
