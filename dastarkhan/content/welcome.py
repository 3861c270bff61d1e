"""Lesson 00, Welcome: what people bring, what a group may agree on, scenes about passing, what a model can do."""

from dataclasses import dataclass

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words


def gifts(_: Words) -> dict[str, str]:
    """What a person may bring to the cloth, by its name in the saved work."""
    return {
        "question": _("a question"),
        "ear": _("a patient ear"),
        "laugh": _("a laugh at the right moment"),
        "language": _("a language"),
        "story": _("a story from my street"),
        "hands": _("two hands that help"),
        "calm": _("calm"),
        "idea": _("an idea that is not ready yet"),
        "doubt": _("a doubt"),
        "song": _("a song in my head"),
        "memory": _("a memory for what was said"),
        "tea": _("time for one more tea"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One thing that a group may agree on, in its own words.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        What it is about, in a few words.
    scene : str
        A moment of daily life in which it is missed.
    ask : str
        What the group settles.
    example : str
        What another, invented group wrote.
    """

    key: str
    name: str
    scene: str
    ask: str
    example: str


def promises(_: Words) -> tuple[Promise, ...]:
    """Five moments that a group meets sooner or later."""
    return (
        Promise(
            key="turns",
            name=_("Speaking and listening"),
            scene=_(
                "Two friends tell a story at the same time. The third has waited with her own since the bread came."
            ),
            ask=_("What do we do, so that everybody gets a turn?"),
            example=_("We count to three before we answer. Whoever has spoken twice asks a question next."),
        ),
        Promise(
            key="passing",
            name=_("Passing"),
            scene=_("Everybody in the row has answered. All eyes go to Daler. He would rather not say anything."),
            ask=_("How does somebody pass, and what do the others do then?"),
            example=_("A hand on the table means: I pass. Nobody asks why. The next one begins at once."),
        ),
        Promise(
            key="pictures",
            name=_("Phones and pictures"),
            scene=_("It was only a picture of the tea. A week later an aunt asks: who was that behind the teapot?"),
            ask=_("What happens to phones, pictures and what was said here?"),
            example=_("Phones lie face down. No pictures of people. Stories stay here, what we learned may travel."),
        ),
        Promise(
            key="languages",
            name=_("Languages"),
            scene=_("A joke is told, half of the table laughs. The other half smiles, and looks at the spoon."),
            ask=_("What do we do, so that nobody sits outside a language?"),
            example=_("One sentence, then a pause. Whoever interprets gets a turn of their own, and a rest."),
        ),
        Promise(
            key="mistakes",
            name=_("When a word hurts"),
            scene=_("Somebody says a word without meaning harm. Across the table it becomes quiet."),
            ask=_("What do we say then, and what comes after it?"),
            example=_("We say: that word was hard for me. The other says thank you, and tries another word."),
        ),
    )


def promise_checks(_: Words) -> tuple[str, ...]:
    """What a group asks its own sentence."""
    return (
        _("It says what we do, not only what is forbidden."),
        _("The youngest and the oldest of us can keep it."),
        _("Somebody who comes tomorrow would know what to do."),
    )


def door_kinds(_: Words) -> tuple[Kind, Kind]:
    """What somebody's answer does to a person who is careful."""
    return (
        Kind(key="open", name=_("The door stays open"), says=_("the person can come back in whenever they like")),
        Kind(key="narrow", name=_("The door gets narrow"), says=_("coming back in would now cost something")),
    )


def door_scenes(_: Words) -> tuple[Scene, ...]:
    """Moments in which somebody passes, hesitates or comes late."""
    return (
        Scene(
            key="no_reason",
            text=_("Madina says: I pass. The trainer nods and turns to the next person."),
            kind="open",
            why={
                "open": _("No question, no sigh. Passing was as easy as speaking, so speaking stays easy too."),
                "narrow": _("It may look cold. But a question would have made her explain what she did not want to."),
            },
        ),
        Scene(
            key="one_word",
            text=_("Timur passes. Somebody says: come on, only one word, everybody else did it."),
            kind="narrow",
            why={
                "open": _("It is meant kindly. Yet now everybody looks, and saying no a second time is harder."),
                "narrow": _("“Everybody else” is the heavy part. A free choice has become a small test."),
            },
        ),
        Scene(
            key="later",
            text=_(
                "Aigul passes. Two rounds later the trainer says to all: if something has come to you, there is room."
            ),
            kind="open",
            why={
                "open": _("The room is offered to everybody. She can take it, and nobody sees that it was for her."),
                "narrow": _("If her name had been said, yes. An offer to all leaves everybody free."),
            },
        ),
        Scene(
            key="always",
            text=_("Somebody laughs: of course, Rustam never says anything."),
            kind="narrow",
            why={
                "open": _("It is said lightly. But “never” makes a habit out of a moment, before everybody."),
                "narrow": _("Now he is the one who never speaks. To speak, he must first prove them wrong."),
            },
        ),
        Scene(
            key="late_seat",
            text=_("Gulnora comes late, out of breath. Her neighbour moves the cups and makes room, without a word."),
            kind="open",
            why={
                "open": _("A place says more than a speech. Three lines about what she missed can wait for the tea."),
                "narrow": _("Silence can be a reproach. Here the hand moved the cups, and that was a welcome."),
            },
        ),
        Scene(
            key="for_all",
            text=_("Somebody asks Farida: and how do people on your side see this?"),
            kind="narrow",
            why={
                "open": _("The interest is real. But she came as Farida, and not as the voice of a bank."),
                "narrow": _("One person cannot answer for thousands. “How do you see it?” would be a door."),
            },
        ),
        Scene(
            key="own_language",
            text=_(
                "Bekzat searches for a word. His neighbour says: say it in your language, we will find it together."
            ),
            kind="open",
            why={
                "open": _("The thought comes first, and the word afterwards. Now two people look for it."),
                "narrow": _("It could embarrass somebody who wants to practise. Here the help is offered, not forced."),
            },
        ),
        Scene(
            key="thanks_first",
            text=_("Somebody tells a hard thing. The next one says: that is nothing, listen to what happened to us."),
            kind="narrow",
            why={
                "open": _("Perhaps it should comfort. But the first story is now the smaller one."),
                "narrow": _("Pain is not measured against pain. A breath and a thank you would have been enough."),
            },
        ),
        Scene(
            key="camera_off",
            text=_("On the call Sitora's camera is off. The trainer says once, to all: cameras are as you like."),
            kind="open",
            why={
                "open": _("For some people it is a matter of safety. Nobody has to say for whom."),
                "narrow": _("One would like to see faces. But who is pressed to show a face may leave the call."),
            },
        ),
        Scene(
            key="joke_stays",
            text=_("A joke about somebody's accent. The person laughs along. The group goes on."),
            kind="narrow",
            why={
                "open": _("The laugh sounds like a yes. It is often only the quickest way out."),
                "narrow": _("Next time the person speaks less. A friend can say: I like how you say it, go on."),
            },
        ),
    )


def model_kinds(_: Words) -> tuple[Kind, Kind]:
    """What the kit's models are good for."""
    return (
        Kind(key="can", name=_("A model can do this"), says=_("it counts, draws and compares what was put in")),
        Kind(key="cannot", name=_("People have to do this"), says=_("no number knows it")),
    )


def model_scenes(_: Words) -> tuple[Scene, ...]:
    """Eight wishes that somebody might have of a model."""
    return (
        Scene(
            key="reach",
            text=_("Show through how many people a message goes from one end of the table to the other."),
            kind="can",
            why={
                "can": _("It follows the lines that somebody drew. If a line is missing, the answer is wrong too."),
                "cannot": _("You could ask around. But counting steps along lines is what a model does well."),
            },
        ),
        Scene(
            key="silence",
            text=_("Say why somebody is silent."),
            kind="cannot",
            why={
                "can": _("It can count silence. What silence means, thinking, tiredness or hurt, it cannot see."),
                "cannot": _("Only the person knows, and need not say. You can offer a pause."),
            },
        ),
        Scene(
            key="fair_rule",
            text=_("Compare what three rules for sharing give to everybody in a dry year."),
            kind="can",
            why={
                "can": _("It does the sums for all rules alike. Which rule is fair, it leaves to you."),
                "cannot": _("The choice is yours, that is true. The sums before it are work for a model."),
            },
        ),
        Scene(
            key="right",
            text=_("Tell which of two neighbours is right."),
            kind="cannot",
            why={
                "can": _("It can show what each of them sees. Being right has no number."),
                "cannot": _("Both may have good reasons. A model knows only what was put into it."),
            },
        ),
        Scene(
            key="thousand",
            text=_("Play the same quarrel a thousand times, with small chances in between."),
            kind="can",
            why={
                "can": _("That is its strength. It shows what often happens, not what will happen to you."),
                "cannot": _("Nobody has lived a thousand quarrels, thank goodness. A model can play them."),
            },
        ),
        Scene(
            key="forgive",
            text=_("Decide when somebody should forgive."),
            kind="cannot",
            why={
                "can": _("In a game it can follow a rule called forgiving. A heart has no such rule."),
                "cannot": _("Nobody can ask it of another, and a number least of all."),
            },
        ),
        Scene(
            key="missing",
            text=_("Notice that two parts of a group have no line between them."),
            kind="can",
            why={
                "can": _("It sees that at once. Whether a line would be welcome, you ask the people."),
                "cannot": _("You may feel it in the room. The drawing shows exactly where."),
            },
        ),
        Scene(
            key="us",
            text=_("Tell what people of a region are like."),
            kind="cannot",
            why={
                "can": _("Beware of any model that says so. This kit has none, and does not rank people."),
                "cannot": _("There are as many answers as people. You can ask the one beside you."),
            },
        ),
    )
