"""A table of packages as the lesson plays it: one person, or two, and partners on all other sides."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self

from dastarkhan.lessons.shared_river.saved_record import read_saved, saved_text
from dastarkhan.lessons.shared_river.talks.meeting import SEED, Meeting
from dastarkhan.lessons.shared_river.talks.seating import table_of_two
from simulations.errors import KitError
from simulations.games.package_partners import PARTNERS
from simulations.table import Case, Holder, Partner, Record, replay, seats_of
from simulations.table.plain import canonical, sha256

KINDS = ("conceder", "problem_solver", "tit_for_tat", "boulware")
"""The four manners of a partner, the gentlest first."""


class TableMeeting(Meeting):
    """Talks about packages at one table; every step gives a new meeting."""

    @staticmethod
    def partners() -> Mapping[str, Partner]:
        """Who can sit opposite."""
        return MappingProxyType({name: PARTNERS[name] for name in KINDS})

    @classmethod
    def sit(cls, case: Case, sides: tuple[str, ...], partner: str, *, game: int = 0) -> Self:
        """Sit down at the table.

        Parameters
        ----------
        case : Case
        sides : tuple of str
            Those that people play; a partner plays each of the others.
        partner : str
            The manner of these partners, one of `KINDS`.
        game : int, optional
            How many games came before.
        """
        seats = table_of_two(case).seats
        held = {seat: Holder.PERSON for side in sides for seat in seats[side]}
        record = Record(case=case, seats=seats_of(case, [one for each in seats.values() for one in each], held),
                        seed=SEED + game)  # fmt: skip
        return cls(record=record, state=replay(record), partner=partner).partners_answer()

    @classmethod
    def take_up(cls, case: Case, sides: tuple[str, ...], partner: object, text: object) -> Self | None:
        """Take up a saved game; None when this version cannot play it on."""
        record = read_saved(text, case, mark_of(case))
        if record is None or partner not in KINDS:
            return None
        try:
            meeting = cls(record=record, state=replay(record), partner=str(partner))
        except (KitError, KeyError, TypeError, ValueError):
            return None
        return meeting if set(meeting.people) == set(sides) else None

    def text(self) -> str:
        """The game as it is saved."""
        return saved_text(self.record, mark_of(self.case))

    @property
    def talking(self) -> bool:
        """Whether the sides are talking."""
        return not self.state.talk.over

    @property
    def year(self) -> int:
        """A table of packages has one year."""
        return 1

    @property
    def closed(self) -> tuple[Mapping[str, Any], ...]:
        """How the talks ended, once they did."""
        talk = self.talk
        return () if self.talking else ({"agreement": talk["agreement"], "no_agreement": talk["no_agreement"]},)

    def mine(self, side: str) -> tuple[Mapping[str, Any], ...]:
        """The offers that a side has made, the oldest first."""
        talk = self.talk
        made = [*talk["offers"], *([talk["offer"]] if talk["offer"] else [])]
        return tuple(one for one in made if one["side"] == side)


def mark_of(case: Case) -> str:
    """A mark of all that a case is played by; its words may change without harm to a saved game."""
    return sha256(canonical({name: table for name, table in case.data.items() if name != "text"}))
