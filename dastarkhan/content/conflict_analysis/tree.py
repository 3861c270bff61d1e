"""A tree of each quarrel: roots, branches, and answers that look like roots."""

from dastarkhan.content.conflict_analysis.kinds import ANSWER, CAUSE, EFFECT
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def trunks(_: Words) -> dict[str, str]:
    """What stands at the trunk, so that both sides would sign it."""
    return {
        "sluice": _("Nobody can rely on the turn of the water."),
        "market": _("The two markets take buyers from each other."),
    }


def tree(_: Words) -> tuple[Scene, ...]:
    """Six of each case, in a mixed order: four of each kind."""
    return (*_of_sluice(_), *_of_market(_))


def _one(key: str, text: str, kind: str, cause: str, effect: str, answer: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={CAUSE: cause, EFFECT: effect, ANSWER: answer})


def _of_sluice(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "sluice_old_wood",
            _("The board has seen three summers more than it was made for."),
            CAUSE,
            _("Old wood swells and sticks. It was there before the first late Friday."),
            _("The quarrel did not make the wood old. It was the other way round."),
            _("It names what is, and prescribes nothing. One could mend, replace or relieve it."),
        ),
        _one(
            "sluice_flowers",
            _("The last gardens of the row lost their flowers."),
            EFFECT,
            _("It feeds the anger, that is true. But first the water was late."),
            _("It came after the late water. With a reliable turn they would have set fruit."),
            _("No way out is named in it. It tells of a loss."),
        ),
        _one(
            "sluice_no_iron",
            _("There is no iron gate."),
            ANSWER,
            _("Many canals have none, and no quarrel. What is missing may be something else."),
            _("It was so before the quarrel as well."),
            _("It wants an iron gate, and calls that the cause. Then nobody looks for cheaper ways."),
        ),
        _one(
            "sluice_nobody_minds",
            _("Since March nobody has minded the board."),
            CAUSE,
            _("Karim stopped, and a gap was left. Two towns stepped into it from two sides."),
            _("It came before the quarrel. Nobody stopped because of it."),
            _("Nearly: “there is no paid guard” would be one. This only says what has happened."),
        ),
        _one(
            "sluice_sleep",
            _("Timur does not sleep well."),
            EFFECT,
            _("He slept well before. The shouting came first."),
            _("A branch that is easily overlooked. A quarrel also lands in a bed."),
            _("It asks for nothing. Perhaps somebody should ask him."),
        ),
        _one(
            "sluice_no_law",
            _("There is no fine for whoever touches the board."),
            ANSWER,
            _("Would a fine have brought water? Timur meant to save the board."),
            _("There was never a fine. It does not follow from the quarrel."),
            _("A punishment is offered as if it were a root. It hides the question who minds the board."),
        ),
    )


def _of_market(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "market_one_lorry",
            _("One lorry decides with its route on which day selling pays."),
            CAUSE,
            _("The route was there first, and the day followed it."),
            _("The lorry did not change because of the quarrel."),
            _("It does not ask for a second lorry. It only says what the days depend on."),
        ),
        _one(
            "market_no_agreement",
            _("There is no calendar signed by both mayors."),
            ANSWER,
            _("For thirty years there was none, and it went well."),
            _("It was missing before. The quarrel has not taken it away."),
            _("A calendar may help. Named as the cause, it stops you from looking for others."),
        ),
        _one(
            "market_noon",
            _("Porters go home at noon, with half of their pay."),
            EFFECT,
            _("They earned well before the Sundays met. It came after."),
            _("A branch that nobody planned. It reaches a young man's evening course."),
            _("It proposes nothing. It shows whom the quarrel reaches."),
        ),
        _one(
            "market_two_ways",
            _("One office writes by hand, the other in a chat."),
            CAUSE,
            _("So a message about the day never arrived. That was before the first Sunday."),
            _("They wrote in two ways long before the quarrel."),
            _("It prefers neither way. “They have no common chat” would be one."),
        ),
        _one(
            "market_faces",
            _("Saodat and Oraz no longer greet each other warmly."),
            EFFECT,
            _("It makes talking harder now. But it began after the first Sunday."),
            _("First the day, then the words, then the faces."),
            _("No remedy is hidden in it. It is simply sad."),
        ),
        _one(
            "market_no_hall",
            _("Mill has no covered hall."),
            ANSWER,
            _("Neither had it one in good years. The buyers did not stay away because of rain."),
            _("The hall was missing before anybody quarrelled."),
            _("Somebody wishes for a hall, and the quarrel is a good occasion. It is an answer."),
        ),
    )
