"""Which of its cases a lesson is on, and under which names the work on each of them is kept."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from urllib.parse import parse_qs

from dastarkhan.lessons.progress import Entry, Progress
from dastarkhan.lessons.saved import one_of
from simulations.errors import KitError


def asked_case(word: str, names: Sequence[str], environment: Mapping[str, str] = os.environ) -> str | None:
    """The case that the page's address asks for, or else the environment; a name that nobody knows is passed over.

    Parameters
    ----------
    word : str
        What the lesson calls its cases: ``"river"`` is read from ``?river=`` and from DASTARKHAN_RIVER.
    names : sequence of str
        The cases that there are.

    Examples
    --------
    >>> asked_case("river", ("ayna", "heron"), {"QUERY_STRING": "language=kk&river=Heron"})
    'heron'
    >>> asked_case("river", ("ayna", "heron"), {"QUERY_STRING": "river=nile", "DASTARKHAN_RIVER": "ayna"})
    'ayna'
    """
    in_address = parse_qs(environment.get("QUERY_STRING", "")).get(word, [])
    asked = [*in_address[:1], environment.get(f"DASTARKHAN_{word.upper()}", "")]
    return next((name for one in asked if (name := one.strip().lower()) in names), None)


class ChosenCase:
    """The case of one visit. What was chosen is kept in the person's file, and comes back.

    A choice made by hand holds, until another link asks for another case. The work on the lesson's own case keeps the
    plain names that it had before there was a choice; on any other case its name follows after a dot.

    Parameters
    ----------
    progress : Progress
    word : str
        What the lesson calls its cases; also the name of the choice in the person's file.
    own : str
        The lesson's own case; empty in a lesson without one.
    names : sequence of str
        All that can be chosen.
    """

    def __init__(self, progress: Progress, word: str, own: str, names: Sequence[str]) -> None:
        self.own, self.names = own, tuple(names)
        self._progress, self._word = progress, word
        self._asked = asked_case(word, self.names)
        self.name = self._first()

    def take(self, name: str) -> None:
        """Go over to another case, and keep that.

        Raises
        ------
        KitError
            ``lesson.cannot_save``; the case is taken all the same, for this visit.
        """
        self.name = name
        self._keep()

    def look_again(self) -> None:
        """Take what the file says now, for example after one was brought back."""
        self.name = one_of(self._entry.state.get("name"), self.names, self.name)

    def key(self, activity: str) -> str:
        """The name of an activity's work on this case in the person's file."""
        return activity if self.name == self.own else f"{activity}.{self.name}"

    @property
    def _entry(self) -> Entry:
        return self._progress.entry(self._word)

    def _first(self) -> str:
        saved, asked = self._entry.state, self._asked
        kept = one_of(saved.get("name"), self.names)
        if asked is None or (kept is not None and saved.get("asked") == asked):
            return str(kept or self.own)
        self.name = asked
        with suppress(KitError):  # the first step that cannot be saved says so
            self._keep()  # without the link the person comes back to the same case
        return asked

    def _keep(self) -> None:
        state = {"name": self.name, "asked": self._asked}
        self._progress.save(self._word, state, done=False, based_on=self._entry.revision)
