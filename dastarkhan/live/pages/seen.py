"""What a seat sees, with the names of things: the one way from a look to the words of its page."""

from collections.abc import Mapping
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.live.pages.environment import text_of_case, words_of
from dastarkhan.live.pages.seals import Seal, seal_of
from dastarkhan.live.room.looks import SeatLook
from dastarkhan.live.room.stages import Stage
from simulations.games.talks import NO_SIDE
from simulations.table import Case, Choice

NOTHING: Mapping[str, Any] = {}


class Seen:
    """A look and its words.

    Everything about the game is read from ``look.view``, which holds no other seat's private numbers.

    Parameters
    ----------
    look : SeatLook
    """

    def __init__(self, look: SeatLook) -> None:
        self.look = look
        self.words: Words = words_of(look.lang)
        self.case: Case = look.case
        self.view: Mapping[str, Any] = look.view or NOTHING
        self.you: Mapping[str, Any] = self.view.get("you", NOTHING)
        self.talk: Mapping[str, Any] = self.view.get("talk", NOTHING)
        self.side: str = str(self.you.get("side", ""))

    @property
    def seated(self) -> bool:
        """Whether there is a seat, and a table to look at."""
        return bool(self.look.seat and self.look.view)

    @property
    def river(self) -> bool:
        """Whether years follow the talks."""
        return "years" in self.view

    @property
    def deals(self) -> bool:
        """Whether the seat belongs to a side that makes the agreement."""
        return self.side in self.case.sides

    @property
    def mediates(self) -> bool:
        """Whether the seat may put a single text on the table."""
        return self.look.seat in self.view.get("mediators", ())

    @property
    def talks_on(self) -> bool:
        """Whether the sides talk now, or will when the pause is over."""
        begun = self.look.stage in (Stage.PLAY, Stage.PAUSE) and not self.look.next_year_waits
        return begun and self.talk.get("speaking") is not None and self.view.get("phase", "talk") == "talk"

    @property
    def playing(self) -> bool:
        """Whether moves are made in this room now."""
        return self.look.stage is Stage.PLAY and not self.look.over

    @property
    def mine(self) -> str:
        """As whom the seat has the word: its side, or ``"none"`` for a mediator."""
        return NO_SIDE if self.mediates else self.side

    def may(self, kind: str) -> tuple[Choice, ...]:
        """Return the lawful choices of a kind."""
        return tuple(choice for choice in self.look.lawful if choice.kind == kind)

    # --- names

    def text(self, key: str) -> str:
        """Give a text of the case in the reader's language."""
        return text_of_case(self.look.lang, self.case, key)

    def seal(self, side: str) -> Seal:
        """Give the seal of a side; of the mediators where the side is ``"none"``."""
        mediators = tuple(self.view.get("mediators", ()))
        return seal_of(self.case, side, self.look.lang, mediators=mediators)

    def seat_seal(self, seat: str) -> Seal:
        """Give the seal of the side that a seat belongs to."""
        return self.seal(str(self.case.seats[seat]["side"]))

    def seat_name(self, seat: str) -> str:
        """Name a seat."""
        return self.text(f"seats.{seat}.name")

    def term(self, term: str) -> str:
        """Name a term."""
        return self.text(f"terms.{term}.title")

    def option(self, term: str, option: object) -> str:
        """Say an option of a term."""
        return self.text(f"terms.{term}.options.{option}")

    def weather(self, card: str) -> str:
        """Name a year's card, or the inject that took its place."""
        return self.text(f"{'cards' if card in self.case.cards else 'injects'}.{card}.name")
