"""What a moment is made of in which one sentence can change the step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that can be said.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    text : str
        What is said.
    step : int
        What it may do, as the kit sees it: 1 a step up, 0 it stays, -1 a step down.
    why : str
        What can be seen in it.
    """

    key: str
    text: str
    step: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of one of the situations, under the same key, and three sentences in the order shown."""

    key: str
    text: str
    said: tuple[Said, Said, Said]
