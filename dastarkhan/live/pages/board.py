"""What a trainer looks at, with the names of things: the one way from a trainer's look to words."""

import time
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache

from markupsafe import Markup

from dastarkhan.languages import LANGUAGES, Words, words
from dastarkhan.live.invitation import qr_svg
from dastarkhan.live.pages.environment import words_of
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.room.looks import SeatLook
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.trainer_looks import SeatedPerson, TableLook, TrainerLook
from simulations.table import Case


@cache
def guide_words(lang: str, guide: str) -> Words:
    """Give the words of a guide in a language, made once."""
    return words(lang, guide)


@lru_cache(maxsize=64)
def seat_signs(case: Case, lang: str) -> Mapping[str, tuple[str, Seal]]:
    """Give the name and the seal of every seat, made once: a room's page is drawn often."""
    seen = Seen(SeatLook(lang=lang, languages=(), link="", stage=Stage.GATHER, case=case))
    return {seat: (seen.seat_name(seat), seen.seat_seal(seat)) for seat in case.seats}


@lru_cache(maxsize=64)
def qr(address: str, title: str) -> Markup:
    """Draw a square to scan, once for each address."""
    return Markup(qr_svg(address, title))


class Board:
    """A trainer's look and its words.

    Parameters
    ----------
    look : TrainerLook
    id : str, optional
        Of the next tap, for a page without script; ``""``: the script makes one for each tap.
    """

    def __init__(self, look: TrainerLook, id: str = "") -> None:
        self.look, self.id = look, id
        self.words: Words = words_of(look.lang)
        self.case: Case = look.case
        self._seats = seat_signs(look.case, look.lang)

    @property
    def open(self) -> bool:
        """Whether anything can still be done."""
        return self.look.stage is not Stage.CLOSED

    @property
    def running(self) -> bool:
        """Whether the tables play, or pause."""
        return self.look.stage in (Stage.PLAY, Stage.PAUSE)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {person.id: place for place, person in enumerate(self.look.people, start=1)}

    @cached_property
    def _here(self) -> frozenset[int]:
        return frozenset(person.table for person in self.look.people if person.here)

    @cached_property
    def sitting(self) -> Mapping[tuple[int, str], tuple[SeatedPerson, ...]]:
        """Who holds a seat: (table, seat) -> people."""
        found: dict[tuple[int, str], tuple[SeatedPerson, ...]] = {}
        for person in self.look.people:
            if person.table:
                place = (person.table, person.seat)
                found[place] = (*found.get(place, ()), person)
        return found

    def sitting_at(self, number: int) -> bool:
        """Whether anybody who holds a seat of this table is here."""
        return number in self._here

    def seen(self, table: TableLook) -> Seen:
        """Give the words for a table's view: what everybody at it sees, and nobody's private numbers."""
        facts = self.look.debrief.get(table.number)
        about = SeatLook(
            lang=self.look.lang,
            languages=(),
            link="",
            stage=self.look.stage,
            case=self.case,
            table=table.number,
            over=table.over,
            view=table.view,
            debrief=facts,
        )
        return Seen(about)

    # --- names

    def seat_name(self, seat: str) -> str:
        """Name a seat."""
        return self._seats[seat][0]

    def seat_seal(self, seat: str) -> Seal:
        """Give the seal of the side that a seat belongs to."""
        return self._seats[seat][1]

    def person_name(self, person: SeatedPerson) -> str:
        """Give the nickname; for who has none, the number in the order of coming."""
        _ = self.words
        return _.isolate(person.name) if person.name else _("Person {n}", n=self._places[person.id])

    def language_name(self, code: str) -> str:
        """Name a language in itself."""
        return LANGUAGES[code].name if code in LANGUAGES else code

    def inject_name(self, inject: str) -> str:
        """Name an inject."""
        return self.words.case(self.case, f"injects.{inject}.name")

    def inject_news(self, inject: str) -> str:
        """Give the news that an inject brings."""
        return self.words.case(self.case, f"injects.{inject}.news")

    def hour(self, at: float) -> str:
        """Say a time of the day, by this computer's clock."""
        told = time.localtime(at)
        digits = self.words.language.digits
        return "".join(digits[int(sign)] if sign.isdigit() else sign for sign in f"{told.tm_hour:02}:{told.tm_min:02}")

    def minutes(self, minutes: float) -> str:
        """Say how many minutes, to the whole minute."""
        _ = self.words
        return _.n("{n} minute", "{n} minutes", round(minutes))
