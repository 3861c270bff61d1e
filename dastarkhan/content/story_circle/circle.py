"""The story circle in words: what holds for everybody, the ladder of prompts, flashbacks, and hard moments."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One round of the circle: a prompt that everybody answers, or passes.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        In a few words.
    prompt : str
        What is read aloud.
    also : str
        Another way into it, for whoever finds none.
    seconds : int
        For each person.
    """

    key: str
    name: str
    prompt: str
    also: str
    seconds: int


def rungs(_: Words) -> tuple[Rung, ...]:
    """Three light prompts, one a little deeper than the other."""
    return (
        Rung(
            key="name",
            name=_("Your name"),
            prompt=_("Say your name, or the name that you like to be called. What does it mean to you?"),
            also=_("Who gave it to you? When do you like to hear it?"),
            seconds=60,
        ),
        Rung(
            key="guest",
            name=_("A guest"),
            prompt=_("Tell of a time when you were a guest. What did somebody do that you still remember?"),
            also=_("It can be small: a cup, a bed, a seat on a bus. Or a time when you were the host."),
            seconds=180,
        ),
        Rung(
            key="different",
            name=_("It can be done differently"),
            prompt=_("Tell of a time when you saw that somebody does a thing differently. What did you learn?"),
            also=_("Baking, greeting, waiting, laughing, keeping silent: whatever comes to you, and is light to tell."),
            seconds=180,
        ),
    )


def circle_rules(_: Words) -> tuple[str, ...]:
    """What holds in the circle."""
    return (
        _("One person tells, the others listen. No question, no advice, no story in between."),
        _("Whoever is ready begins. You may pass each time, and nobody asks why."),
        _("Tell something light, and something that is yours to tell."),
        _("All phones lie face down, but this one. Nothing is recorded or written down."),
        _("Stories stay in the circle. What you learned may travel."),
    )


def flashback_begins(_: Words) -> str:
    """How a flashback begins."""
    return _("When you told …, I saw …")


def flashback_examples(_: Words) -> tuple[str, str]:
    """A flashback, and something that is none."""
    return (
        _("A flashback: “When you told of the second blanket, I saw your grandmother's hands.”"),
        _("Not a flashback: “You should have thanked her. The same happened to me once.”"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HardMoment:
    """What may happen in a circle, and what its host does."""

    key: str
    name: str
    do: str


def hard_moments(_: Words) -> tuple[HardMoment, ...]:
    """Seven of them, short enough to read while it happens."""
    return (
        HardMoment(
            key="tears",
            name=_("Somebody has tears in the eyes"),
            do=_("Wait, and stop the clock. Ask: would you like to go on, to pass, or to go out with the helper?"),
        ),
        HardMoment(
            key="disclosure",
            name=_("A story becomes heavy, or tells of danger"),
            do=_("Thank the person, and ask nothing. Wave for the helper. The circle rests until both have gone out."),
        ),
        HardMoment(
            key="debate",
            name=_("Somebody answers, corrects or gives advice"),
            do=_("Raise a hand and say: thank you, keep it for later. Now we only listen."),
        ),
        HardMoment(
            key="silence",
            name=_("Nobody begins"),
            do=_("Count seven breaths. Then tell a small story of your own, in one minute, and wait again."),
        ),
        HardMoment(
            key="language",
            name=_("Somebody cannot follow the language"),
            do=_("Stop, and call the trainer. Another circle is better than a story that is half heard."),
        ),
        HardMoment(
            key="late",
            name=_("Somebody comes late"),
            do=_("A running circle stays closed. The helper makes tea, or a writing table, with whoever came late."),
        ),
        HardMoment(
            key="phone",
            name=_("A phone rings, or is held up"),
            do=_("Stop the clock. Ask once, to all: phones face down, please. Then the story goes on."),
        ),
    )
