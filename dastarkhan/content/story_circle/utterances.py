"""Twenty things that people say on an ordinary day: dialogue, debate, negotiation or mediation?"""

from dastarkhan.content.pieces import Scene
from dastarkhan.content.story_circle.utterances_river import river_and_crossing
from dastarkhan.languages import Words


def utterances(_: Words) -> tuple[Scene, ...]:
    """All of them, so mixed that no kind comes twice in a row by habit."""
    found = {one.key: one for one in (*_table_and_chat(_), *_bazaar(_), *river_and_crossing(_))}
    return tuple(found[key] for key in ORDER)


ORDER = (
    "wedding_songs",
    "chat_never",
    "canal_night",
    "bazaar_two_kilos",
    "road_aunt",
    "queue_stranger",
    "canal_who_right",
    "wedding_ask",
    "road_proof",
    "chat_teacher",
    "bazaar_why",
    "queue_facts",
    "wedding_swap",
    "canal_tell_me",
    "road_grandmother",
    "chat_screenshot",
    "bazaar_neighbour",
    "queue_swap",
    "road_listen",
    "wedding_everybody",
)


def _table_and_chat(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="wedding_songs",
            text=_("At a wedding table: “Old songs or new ones? Tell me, what do the old ones mean to you?”"),
            kind="dialogue",
            why={
                "dialogue": _("He asks for a meaning, not for a vote. Both songs may still be played."),
                "debate": _("“Old or new” sounds like a contest. The second sentence turns it into interest."),
                "negotiation": _("A deal would sound like this: three old ones, then three new ones."),
                "mediation": _("Nobody stands between two others here. One person asks another."),
            },
        ),
        Scene(
            key="wedding_ask",
            text=_("An uncle: “A wedding of three days is waste. I will give you five reasons, one by one.”"),
            kind="debate",
            why={
                "dialogue": _("He shares a view, that is true. But five reasons leave no chair for another one."),
                "debate": _("He wants to show that he is right. At a merry table that can even be fun."),
                "negotiation": _("He offers nothing and asks for nothing. He wants to win the point."),
                "mediation": _("He takes a side. Whoever mediates helps two others, and takes none."),
            },
        ),
        Scene(
            key="wedding_swap",
            text=_("Two families: “We bring the musicians. Then could you cook the rice for both evenings?”"),
            kind="negotiation",
            why={
                "dialogue": _("They understand each other well already. Now they divide the work."),
                "debate": _("Nobody proves anything. One thing is given for another."),
                "negotiation": _("An offer and a request: each side gives something that the other needs."),
                "mediation": _("They talk directly. A third person would come in if they were stuck."),
            },
        ),
        Scene(
            key="wedding_everybody",
            text=_("“I would never seat guests by age. How did it feel to you, at the far end?”"),
            kind="dialogue",
            why={
                "dialogue": _("She says her own view in one sentence. Then she asks about the other's evening."),
                "debate": _("It begins with a clear view. If her reasons had followed, it would be a debate."),
                "negotiation": _("No seat is changed and nothing is promised. First she wants to know."),
                "mediation": _("She speaks for herself and asks for herself. No two others are helped."),
            },
        ),
        Scene(
            key="chat_never",
            text=_("School chat: “You in group B never help. Show me one single example!”"),
            kind="debate",
            why={
                "dialogue": _("There is a question in it. But its answer is known beforehand: there is none."),
                "debate": _("“Never” and “one single example” ask for proof. Whoever answers has to defend."),
                "negotiation": _("A request would be: could you take Thursday? Here nobody knows what is wanted."),
                "mediation": _("The writer is one of the two sides, and speaks to win."),
            },
        ),
        Scene(
            key="chat_teacher",
            text=_("The class speaker: “Both of you are angry. Who wants to tell first what happened, without blame?”"),
            kind="mediation",
            why={
                "dialogue": _("Perhaps it becomes one. For now a third person opens the door for two others."),
                "debate": _("She does not ask who is right. She asks both to be heard."),
                "negotiation": _("Nothing is offered yet. First two people have to hear each other."),
                "mediation": _("She takes no side and gives both a turn. What comes of it, the two decide."),
            },
        ),
        Scene(
            key="chat_screenshot",
            text=_("School chat: “Read this again. You wrote five o'clock, so your whole point falls down.”"),
            kind="debate",
            why={
                "dialogue": _("Clearing up a time can help. “Your whole point falls down” wants to win."),
                "debate": _("A weak spot is found and used. In a contest of arguments that is allowed."),
                "negotiation": _("A new time would be an offer. Here only the old one is counted."),
                "mediation": _("Nobody helps two others. One side speaks against the other."),
            },
        ),
    )


def _bazaar(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="bazaar_two_kilos",
            text=_("At the bazaar: “If I take two kilos, will you put in the herbs?”"),
            kind="negotiation",
            why={
                "dialogue": _("It is friendly, and yet it is not about understanding. It is about herbs."),
                "debate": _("No one has to be right here. Both may be content."),
                "negotiation": _("If you, then I: two wishes look for a meeting point."),
                "mediation": _("Buyer and seller manage alone. No third person is needed."),
            },
        ),
        Scene(
            key="bazaar_why",
            text=_("“You have sold apricots here for thirty years. What has changed, as you see it?”"),
            kind="dialogue",
            why={
                "dialogue": _("The question has many answers, and only she knows hers. “As you see it” gives room."),
                "debate": _("No view stands against hers. Nobody asks for proof."),
                "negotiation": _("The price was not mentioned. Somebody wants to hear a life, not a number."),
                "mediation": _("There are no two sides that someone brings together."),
            },
        ),
        Scene(
            key="bazaar_neighbour",
            text=_("The market elder sits down between two stalls: “First you tell, then you. Then I ask you both.”"),
            kind="mediation",
            why={
                "dialogue": _("Two people will listen to each other. But it needs the third one who holds the order."),
                "debate": _("He does not judge who speaks better. He gives each the same time."),
                "negotiation": _("They may agree later. The elder himself asks for nothing and offers nothing."),
                "mediation": _("He sits between them, and the solution stays theirs."),
            },
        ),
    )
