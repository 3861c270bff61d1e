"""What the kit's programmes are called and what they are for; the data of a programme hold no sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from dastarkhan.languages import Words, mark

TITLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "one-day": (
            mark("One day"),
            mark("A new group meets, learns to listen and to trade, and ends the day at a shared river."),
        ),
        "three-days": (
            mark("Three days"),
            mark("First people meet, then they work as one team, and on the last day they negotiate."),
        ),
        "five-days": (
            mark("Five days"),
            mark("Nine lessons at full length, about two a day, with free afternoons."),
        ),
        "online": (
            mark("Online, ten sessions"),
            mark("For groups that cannot travel: one lesson of 90 minutes each time, at home."),
        ),
    }
)
"""Programme -> its title, and one sentence about it."""


def programme_title(name: str, _: Words) -> tuple[str, str]:
    """Give title and aim of a programme; one of a trainer's own has its name and nothing more.

    Examples
    --------
    >>> from dastarkhan.languages import words
    >>> programme_title("one-day", words("en"))[0], programme_title("our-week", words("en"))
    ('One day', ('our-week', ''))
    """
    if name not in TITLES:
        return name, ""
    title, aim = TITLES[name]
    return _.marked(title), _.marked(aim)
