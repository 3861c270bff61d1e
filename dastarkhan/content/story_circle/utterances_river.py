"""What is said at the canal, in the queue at the crossing, and in a family that thinks about a road."""

from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def river_and_crossing(_: Words) -> tuple[Scene, ...]:
    """Ten utterances of the twenty."""
    return (*_canal(_), *_queue(_), *_road(_))


def _canal(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="canal_night",
            text=_("At the canal: “Take our night turn on Friday. In return we take your morning on Sunday.”"),
            kind="negotiation",
            why={
                "dialogue": _("They need not know what the night means to each other. They swap two turns."),
                "debate": _("Nobody shows that the other is wrong. Both plan their week."),
                "negotiation": _("One turn for another, with two days named. Both can promise it."),
                "mediation": _("The two neighbours settle it themselves."),
            },
        ),
        Scene(
            key="canal_who_right",
            text=_("“Our field is larger. So more water is only logical. Or can you prove the opposite?”"),
            kind="debate",
            why={
                "dialogue": _("The last sentence looks like a question. It asks for a proof, not for a view."),
                "debate": _("“Logical” and “prove” make a contest. The other has to answer against it."),
                "negotiation": _("He says what he wants, yet he offers nothing. An offer is still missing."),
                "mediation": _("He speaks for his own field. A mediator would speak for neither."),
            },
        ),
        Scene(
            key="canal_tell_me",
            text=_("“I always thought that the fields near the gate have it easy. What is a dry week like for you?”"),
            kind="dialogue",
            why={
                "dialogue": _("She lays her own picture on the table, and asks whether it is true."),
                "debate": _("Her first sentence is a view. But she questions it herself, and does not defend it."),
                "negotiation": _("No water is divided here. Perhaps it will be easier afterwards."),
                "mediation": _("She is one of the neighbours herself, and speaks with the other directly."),
            },
        ),
    )


def _queue(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="queue_stranger",
            text=_("In the queue at the crossing: “We have two hours. How did your family come to this town?”"),
            kind="dialogue",
            why={
                "dialogue": _("A wide question, and time for it. Whoever prefers silence can say only a little."),
                "debate": _("There is no point to win, only two hours to share."),
                "negotiation": _("Neither wants anything from the other, except perhaps a story."),
                "mediation": _("Two strangers talk. Nobody stands between them."),
            },
        ),
        Scene(
            key="queue_facts",
            text=_("“This window is faster. I counted: twelve people in ten minutes. Yours had nine.”"),
            kind="debate",
            why={
                "dialogue": _("He shares what he saw. Yet he shows that his view is the better one, with numbers."),
                "debate": _("A claim and its proof. A debate can be useful: perhaps everybody changes windows."),
                "negotiation": _("He suggests no exchange. He says who is right about the windows."),
                "mediation": _("Nobody asked him to help two others."),
            },
        ),
        Scene(
            key="queue_swap",
            text=_("“You have a small child. Go before me, and keep a seat for me on the bus?”"),
            kind="negotiation",
            why={
                "dialogue": _("There is kindness in it. Still, a place is given and a seat is asked for."),
                "debate": _("Nobody argues who may go first."),
                "negotiation": _("A small deal from which both travel better. Kindness and a deal go well together."),
                "mediation": _("It is arranged between the two of them."),
            },
        ),
    )


def _road(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="road_aunt",
            text=_("A new road past the house? The aunt: “You want it, he does not. May I ask each of you something?”"),
            kind="mediation",
            why={
                "dialogue": _("She opens one for the two others. Her own view stays outside."),
                "debate": _("She names both sides, and praises neither."),
                "negotiation": _("She neither wants nor gives anything. She helps the two who do."),
                "mediation": _("She stands between two people, asks first whether she may, and asks both."),
            },
        ),
        Scene(
            key="road_proof",
            text=_("The brother: “Everybody who thinks ahead is for the road. The rest is fear.”"),
            kind="debate",
            why={
                "dialogue": _("To learn something he would have to ask what the fear is about."),
                "debate": _("Two camps, and his is the clever one. Whoever is in the other must now fight."),
                "negotiation": _("Which road, when, and what in return? None of it is on the table."),
                "mediation": _("He is a side himself, and calls the other one names."),
            },
        ),
        Scene(
            key="road_grandmother",
            text=_("“Grandmother, you are quiet. What do you see when you think of this road?”"),
            kind="dialogue",
            why={
                "dialogue": _("Somebody who was not heard is asked, and no answer hides in the question."),
                "debate": _("A debate would need her as a voice for one side. Here any picture is welcome."),
                "negotiation": _("Nothing is asked of her but her view. Nothing has to be settled by it."),
                "mediation": _("It is caring, but there are no two sides between whom somebody sits."),
            },
        ),
        Scene(
            key="road_listen",
            text=_("“I still see it differently. Thank you, now I know why the mulberry tree matters to you.”"),
            kind="dialogue",
            why={
                "dialogue": _("They still differ, and one knows the other better. So a dialogue may end."),
                "debate": _("In a debate somebody would have had to give in, or lose."),
                "negotiation": _("No promise was made about the tree. That could come next."),
                "mediation": _("Nobody was between the two. They have listened to each other."),
            },
        ),
    )
