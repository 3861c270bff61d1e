"""Words that a guide chooses from, and what is a sentence for people."""

from enum import StrEnum
from typing import NewType

Text = NewType("Text", str)
"""A sentence for people; in double quotes in the file, and translated."""
NO_TEXT = Text("")


class Status(StrEnum):
    """How far a guide has come."""

    DRAFT = "draft"
    PILOTED = "piloted"
    REVIEWED = "reviewed"


class Tag(StrEnum):
    """What an outcome is: knowledge, a skill, an attitude."""

    KNOWLEDGE = "K"
    SKILL = "S"
    ATTITUDE = "A"


class Who(StrEnum):
    """Which of the two trainers speaks."""

    A = "A"
    B = "B"


class Phase(StrEnum):
    """Whether a step is work or talk about it."""

    WORK = "work"
    DEBRIEF = "debrief"


class Stage(StrEnum):
    """The four parts of a debrief, in their order."""

    FEEL = "feel"
    HAPPENED = "happened"
    LEARNED = "learned"
    TRANSFER = "transfer"


class Device(StrEnum):
    """What a lesson can be shown on."""

    PROJECTOR = "projector"
    PHONE = "phone"
    LAPTOP = "laptop"
    PAPER = "paper"


class Internet(StrEnum):
    """Whether the session needs a connection."""

    NO = "no"
    OPTIONAL = "optional"


class When(StrEnum):
    """When a question of the evaluation is asked."""

    BEFORE = "before"
    END = "end"
    THREE_MONTHS = "three_months"


class SourceLicence(StrEnum):
    """What may be done with a source."""

    CITED_ONLY = "cited_only"
    PUBLIC_DOCUMENT = "public_document"
    CC_BY = "cc_by"
    CC_BY_SA = "cc_by_sa"
    CC0 = "cc0"


class Help(StrEnum):
    """How far something helps the group; none of it is stupid."""

    MUCH = "much"
    SOME = "some"
    LITTLE = "little"
