"""What a person may lay open: small things of daily life, none of them about origin, belief, party or wealth."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages import Words

SIDES = ("round", "square")
"""The shape of a card is its side. In the kit's invented group round is Mill and square is Willow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Things to choose from that belong together.

    Attributes
    ----------
    key : str
    name : str
    things : Mapping of str to str
        What is read, by its name in the saved work.
    """

    key: str
    name: str
    things: Mapping[str, str]


def side_names(_: Words) -> dict[str, str]:
    """What the two shapes of cards are called."""
    return {"round": _("round card"), "square": _("square card")}


def topics(_: Words) -> tuple[Topic, ...]:
    """Six topics with seven things each."""
    return (
        Topic(key="home", name=_("At home"), things=_home(_)),
        Topic(key="sound", name=_("Music and words"), things=_sound(_)),
        Topic(key="moving", name=_("On the move"), things=_moving(_)),
        Topic(key="hands", name=_("Hands and head"), things=_hands(_)),
        Topic(key="table", name=_("Kitchen and yard"), things=_table(_)),
        Topic(key="habits", name=_("Small habits"), things=_habits(_)),
    )


def identities(_: Words) -> dict[str, str]:
    """All things to choose from, by their names in the saved work."""
    return {key: said for topic in topics(_) for key, said in topic.things.items()}


def _home(_: Words) -> dict[str, str]:
    return {
        "eldest": _("being the eldest child"),
        "middle": _("being a child in the middle"),
        "youngest": _("being the youngest child"),
        "cousins": _("more cousins than chairs"),
        "grandmother": _("stories from a grandmother"),
        "care": _("looking after somebody small or old"),
        "two_languages": _("two languages at home"),
    }


def _sound(_: Words) -> dict[str, str]:
    return {
        "instrument": _("playing an instrument"),
        "weddings": _("singing at weddings"),
        "humming": _("humming while working"),
        "poems": _("knowing a poem by heart"),
        "reading": _("reading at night"),
        "one_more": _("learning one more language"),
        "messages": _("writing long messages"),
    }


def _moving(_: Words) -> dict[str, str]:
    return {
        "football": _("football"),
        "volleyball": _("volleyball in the yard"),
        "walks": _("long walks"),
        "river": _("a river on the way"),
        "lost": _("getting lost in a bazaar"),
        "heights": _("being afraid of heights"),
        "sea": _("wishing to see the sea"),
    }


def _hands(_: Words) -> dict[str, str]:
    return {
        "repair": _("repairing things"),
        "sewing": _("sewing or embroidery"),
        "drawing": _("drawing in the margins"),
        "code": _("writing code"),
        "maths": _("liking mathematics"),
        "chess": _("chess"),
        "teach": _("explaining things to children"),
    }


def _table(_: Words) -> dict[str, str]:
    return {
        "bread": _("making bread"),
        "cooking": _("cooking for many"),
        "tea": _("tea before anything else"),
        "garden": _("growing something, if only in a pot"),
        "animals": _("talking to animals"),
        "dogs": _("being afraid of dogs"),
        "peppers": _("eating it hotter than is wise"),
    }


def _habits(_: Words) -> dict[str, str]:
    return {
        "early": _("getting up early"),
        "late": _("being a little late"),
        "laugh": _("laughing at the wrong moment"),
        "stars": _("looking at the stars"),
        "snow": _("joy at the first snow"),
        "listening": _("listening more than talking"),
        "dancing": _("dancing when nobody looks"),
    }
