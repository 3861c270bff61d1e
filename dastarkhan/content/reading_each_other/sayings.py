"""Six messages said three ways: straight, roundabout, and with blame. Two can be good, for different ears."""

from dataclasses import dataclass

from dastarkhan.content.pieces import Kind
from dastarkhan.languages import Words

STRAIGHT, ROUNDABOUT, BLAME = "straight", "roundabout", "blame"


def saying_kinds(_: Words) -> tuple[Kind, ...]:
    """Three ways to say a thing. Most people can do all three, and use them with different people."""
    return (
        Kind(key=STRAIGHT, name=_("Straight"), says=_("what I need stands in the sentence")),
        Kind(key=ROUNDABOUT, name=_("Roundabout"), says=_("what I need stands beside the sentence, for you to find")),
        Kind(key=BLAME, name=_("With blame"), says=_("the sentence says what is wrong with you")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One way to say it.

    Attributes
    ----------
    kind : str
        ``"straight"``, ``"roundabout"`` or ``"blame"``.
    text : str
        What is said.
    gives : str
        What it gives to whoever hears it.
    costs : str
        What may get lost on the way.
    """

    kind: str
    text: str
    gives: str
    costs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something that has to be said, to whom, and three ways to say it, in the order shown."""

    key: str
    text: str
    sayings: tuple[Saying, Saying, Saying]


def messages(_: Words) -> tuple[Message, ...]:
    """Generator, bus, photo, turn, a no, soup."""
    return (*_at_home(_), *_on_the_way(_))


def _at_home(_: Words) -> tuple[Message, ...]:
    return (
        Message(
            key="generator",
            text=_("The neighbour's generator runs past midnight. Shoira has to get up at five."),
            sayings=(
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“My little one sleeps so lightly these days. How do your children sleep?”"),
                    gives=_("He can find out by himself, and offer it as a gift. Nobody was told off."),
                    costs=_("He may tell of his children for an hour, and the generator runs on."),
                ),
                Saying(
                    kind=STRAIGHT,
                    text=_("“I get up at five. Could the generator rest from eleven on?”"),
                    gives=_("An hour and a reason. He knows what to do, and can say yes, no, or twelve."),
                    costs=_("Before others at the gate it may sound like an order. Alone it is a request."),
                ),
                Saying(
                    kind=BLAME,
                    text=_("“Some people think that they live alone in this street.”"),
                    gives=_("It gives relief to whoever says it, for about as long as the sentence lasts."),
                    costs=_("He now thinks of his pride. Nobody thinks of eleven o'clock."),
                ),
            ),
        ),
        Message(
            key="soup",
            text=_("Erlan is asked how he likes the new soup for the fair. It is too salty for him."),
            sayings=(
                Saying(
                    kind=STRAIGHT,
                    text=_("“I like the herbs. For me there is too much salt in it.”"),
                    gives=_("The cook knows what may stay and what may change, and whose tongue it is."),
                    costs=_("With ten guests at the table she may hear only the second sentence."),
                ),
                Saying(
                    kind=BLAME,
                    text=_("“You can see that you have never cooked for guests.”"),
                    gives=_("It gives the cook nothing that could go into the pot."),
                    costs=_("It speaks of all her days in the kitchen. It was asked about one soup."),
                ),
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“What a soup! It makes one look forward to the tea.”"),
                    gives=_("The cook can laugh, taste again, and take back the salt as if by chance."),
                    costs=_("She may also be pleased, and cook eighty litres of it."),
                ),
            ),
        ),
        Message(
            key="a_no",
            text=_("Kamila is asked to host the whole evening. She has an exam the next day."),
            sayings=(
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“What an honour. Let me think how it could be done with my exam.”"),
                    gives=_("The one who asked is not sent away, and can still withdraw the question."),
                    costs=_("He may hear a yes that only has to be arranged, and print her name."),
                ),
                Saying(
                    kind=STRAIGHT,
                    text=_("“I cannot, I have an exam. I can write the first page for whoever does it.”"),
                    gives=_("A clear no, and a hand beside it. He can ask somebody else today."),
                    costs=_("Where a no is seldom said aloud, it may sound as if a door had been shut."),
                ),
                Saying(
                    kind=BLAME,
                    text=_("“You always come to me when nobody else wants to.”"),
                    gives=_("He learns that something has been heavy for a long time. He does not learn what."),
                    costs=_("“Always” starts a count of other times. The evening still has no host."),
                ),
            ),
        ),
    )


def _on_the_way(_: Words) -> tuple[Message, ...]:
    return (
        Message(
            key="bus",
            text=_("Dilnoza has paid the bus for all six. Two weeks later one share is missing."),
            sayings=(
                Saying(
                    kind=BLAME,
                    text=_("“I did not think that you were one of those.”"),
                    gives=_("It tells of a disappointment, but under a heavy coat."),
                    costs=_("“One of those”: whoever hears it will look for a defence before a purse."),
                ),
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“I am just doing the sums for the bus, and have lost my own list.”"),
                    gives=_("The other may remember alone, and has saved face before anybody noticed."),
                    costs=_("Somebody who thinks in straight lines may send her a new list."),
                ),
                Saying(
                    kind=STRAIGHT,
                    text=_("“Your share of the bus is still open. Does Friday suit you?”"),
                    gives=_("A thing and a day. It can be answered with one word."),
                    costs=_("In the group chat it would be a poster. In a message to one person it is a reminder."),
                ),
            ),
        ),
        Message(
            key="photo",
            text=_("A picture of Asel's sister was put into the chat. The family does not want that."),
            sayings=(
                Saying(
                    kind=STRAIGHT,
                    text=_("“Please delete the picture of my sister now. She does not want to be seen.”"),
                    gives=_("What, when and why. Where safety is at stake, nothing should have to be guessed."),
                    costs=_("It is short. A private message spares whoever posted it."),
                ),
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“Lovely pictures! My sister is a little shy, you know.”"),
                    gives=_("It is friendly, and the one who posted it keeps their joy."),
                    costs=_("It may be heard tomorrow, and the picture travels today."),
                ),
                Saying(
                    kind=BLAME,
                    text=_("“How can anybody be so thoughtless?”"),
                    gives=_("It shows how serious it is. It does not show what to do."),
                    costs=_("The talk is about a character now, and the picture is still there."),
                ),
            ),
        ),
        Message(
            key="turn",
            text=_("Old Mirzo needs another water turn: on Tuesday his granddaughter gets married."),
            sayings=(
                Saying(
                    kind=ROUNDABOUT,
                    text=_("“On Tuesday my granddaughter gets married. My tomatoes will have to be patient.”"),
                    gives=_("The neighbour can offer the turn. An offer weighs more than a granted request."),
                    costs=_("Somebody younger may only say: congratulations, and mean it warmly."),
                ),
                Saying(
                    kind=BLAME,
                    text=_("“You have water enough, and never ask how others are.”"),
                    gives=_("Perhaps it is excitement that speaks. Whoever knows him may hear that."),
                    costs=_("The neighbour hears an account. He will count his own water now."),
                ),
                Saying(
                    kind=STRAIGHT,
                    text=_("“On Tuesday we have a wedding. Could I have your turn on Monday, and you mine?”"),
                    gives=_("A reason, a day and an exchange. Even a stranger could help."),
                    costs=_("To somebody who would have offered it, it may come a breath too soon."),
                ),
            ),
        ),
    )


def when_each_helps(_: Words) -> dict[str, tuple[str, ...]]:
    """When straight helps more, and when roundabout; never who is like that."""
    return {
        STRAIGHT: (
            _("when there is danger, or a clock is ticking"),
            _("when it passes through several hands or languages"),
            _("when two people do not know each other's hints yet"),
        ),
        ROUNDABOUT: (
            _("when others are listening, and somebody could lose face"),
            _("when the other should be free to offer it"),
            _("when both know the same hints, and like them"),
        ),
    }


def both_ways_checks(_: Words) -> tuple[str, ...]:
    """What a person asks of their own two sentences."""
    return (
        _("In the straight one a stranger would find what I need."),
        _("In the roundabout one nobody is told what is wrong with them."),
        _("Neither has “always”, “never”, or “people like you” in it."),
        _("I would like to hear both of them myself."),
    )


def both_ways_examples(_: Words) -> dict[str, str]:
    """One message said both ways, by somebody invented; no model to be copied."""
    return {
        STRAIGHT: _("“I need the ladder tomorrow at eight. Can you bring it, or shall I fetch it?”"),
        ROUNDABOUT: _("“My cherries are hanging higher than my arms this year.”"),
    }
