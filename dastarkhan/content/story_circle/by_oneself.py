"""The way for one person: a story to listen to, a meeting to imagine, a story to write. Weaker, and it says so."""

from dastarkhan.content.story_circle.circle import flashback_begins
from dastarkhan.languages import Words


def weaker(_: Words) -> str:
    """What this way cannot do."""
    return _("A real circle does more: somebody listens to you, and looks at you. This is the small door beside it.")


def steps(_: Words) -> dict[str, tuple[str, str]]:
    """The three steps: what each is called, and how it is done."""
    return {
        "listen": (
            _("Listen"),
            _("Read it aloud, or let somebody read it to you. It takes three minutes. Do not answer in your head."),
        ),
        "imagine": (
            _("Imagine"),
            _("Read one line, close your eyes for three breaths, and then read the next."),
        ),
        "tell": (
            _("Tell"),
            _("Choose one of the two, and something light. You may also only think it: nobody looks."),
        ),
    }


def story(_: Words) -> tuple[str, ...]:
    """A story of about three minutes, told by an invented woman of Willow."""
    return (
        _("My name is Sanam, and I come from Willow. I would like to tell you about a loaf of bread."),
        _(
            "I was twenty. My aunt in Mill had fallen ill, and I went over the river to cook for her. It was "
            "the first time that I was away from home alone."
        ),
        _(
            "In the evening I went to the baker at the corner. I was too late. The shelves were swept, and "
            "the fire was going out."
        ),
        _(
            "The baker was an old man with flour in his eyebrows. He looked at my scarf and said: you are "
            "the girl from the other bank."
        ),
        _("I thought: now it comes. I put my hand on the door."),
        _(
            "But he reached under the table, and there was one loaf, wrapped in a cloth. He said: I always "
            "keep one. Somebody always comes late, and mostly it is somebody who is tired."
        ),
        _(
            "I wanted to pay double. He shook his head. In my town we would say: then take it as a gift. He "
            "did not say that. He took the money for one loaf, exactly, and counted it twice."
        ),
        _("On the way home I was almost offended. Was I not worth a gift?"),
        _(
            "My aunt laughed until she coughed. She said: he took your money so that you can come again "
            "tomorrow. To whom one gives, that person comes once. To whom one sells, that person is a "
            "neighbour."
        ),
        _(
            "I went there for eleven days. On the last day he asked how we bake in Willow. I showed him how "
            "we press the pattern, with a hen's feather."
        ),
        _(
            "I still do not know whether he liked it. But the next summer somebody brought me a loaf from "
            "Mill. In the middle there was a small feather, pressed into the crust."
        ),
        _("Today I keep one loaf under the table myself."),
    )


def imagine_steps(_: Words) -> tuple[str, ...]:
    """A meeting to imagine, in detail, a breath for each step."""
    return (
        _("Close your eyes, or look at one spot. You sit on a bench at a bus stop between Mill and Willow."),
        _("Somebody of your age from the other bank sits down. What do you see first: hands, shoes, a bag?"),
        _("The bus is late. You begin to talk. What do you ask, and how does the voice sound that answers?"),
        _("You find something that both of you like. What is it? What do you smell, what do you hear around you?"),
        _("The bus comes. What do you say when you part? How do you feel now, compared with the beginning?"),
    )


def flashback_checks(_: Words) -> tuple[str, ...]:
    """What a person asks their own flashback."""
    return (
        _("It names something that was really told."),
        _("It says what I saw or felt, not what is right."),
        _("It gives no advice and begins no story of mine."),
        _("One breath is enough to say it."),
    )


def own_asks(_: Words) -> dict[str, str]:
    """What is asked for each text of one's own: a flashback, a detail, and two stories."""
    return {
        "flashback": _("Give Sanam a flashback. Begin: {words}", words=flashback_begins(_)),
        "met": _("What did both of you like? One detail is enough:"),
        "guest": _("Write of a time when you were a guest, as you would tell it in three minutes:"),
        "different": _("Write of a time when you saw that somebody does a thing differently, and learned something:"),
    }
