"""The rules of good groups, and which matter more."""

from enum import StrEnum


class Rule(StrEnum):
    """What a good table keeps. Each is counted in whole numbers; 0 means kept.

    Attributes
    ----------
    APART : pairs at one table who asked not to sit together.
    BRIDGE : people with whom the table's best bridge person shares no language.
    COMMON : people who do not speak the language that most of their table speak.
    LONE : women without another woman at the table, and men without another man.
    SIDES : people of a side too many or too few at a table, squared, against its share rounded up or down.
    GENDERS : women and men too many or too few at a table, counted likewise.
    TOGETHER : pairs who asked to sit together and do not.
    NEW_PEOPLE : pairs at one table, once for each time they sat together before, at most three times.
    RESTED : how often those who must bridge now bridged before, at most three times each.
    """

    APART = "apart"
    BRIDGE = "bridge"
    COMMON = "common"
    LONE = "lone"
    SIDES = "sides"
    GENDERS = "genders"
    TOGETHER = "together"
    NEW_PEOPLE = "new_people"
    RESTED = "rested"


class Need(StrEnum):
    """What people need to talk: somebody who bridges (tables that work), or one language (story circles)."""

    BRIDGE = "bridge"
    COMMON = "common"


_AFTER_LANGUAGE = (Rule.LONE, Rule.SIDES, Rule.GENDERS, Rule.TOGETHER, Rule.NEW_PEOPLE, Rule.RESTED)

ORDERS: dict[Need, tuple[Rule, ...]] = {
    Need.BRIDGE: (Rule.APART, Rule.BRIDGE, *_AFTER_LANGUAGE, Rule.COMMON),
    Need.COMMON: (Rule.APART, Rule.COMMON, Rule.BRIDGE, *_AFTER_LANGUAGE),
}
"""The rules by importance: each gives way to those before it, and to none after it."""
