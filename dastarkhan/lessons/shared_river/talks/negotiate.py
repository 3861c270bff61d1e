"""Negotiate the river: choose a side and a partner, talk, agree or not, and live the year."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.shared_river.assumptions import river_assumptions
from dastarkhan.lessons.shared_river.rivers import river
from dastarkhan.lessons.shared_river.talks.begin_talks import FIRST_PARTNER, TWO, begin_screen
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.panes import PANES
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS
from dastarkhan.lessons.shared_river.talks.pass_seat import hand_over, hide_again
from dastarkhan.lessons.shared_river.talks.played import (
    MOST_EARLIER,
    clean_earlier,
    clean_game,
    meeting_of,
)
from dastarkhan.lessons.shared_river.talks.talk_steps import TalkSteps
from dastarkhan.lessons.shared_river.talks.talks_screen import TalksScreen
from dastarkhan.lessons.shared_river.talks.year_after import agreed_screen, come_button, decision_card, year_screen
from simulations.table import Case

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


class Negotiate(TalkSteps):
    """Years of talks with a partner of one's choice, or with a person at the same screen."""

    key = "negotiate"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What can the two sides agree on?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 25

    def summary(self) -> str:
        """One line in words."""
        meeting = self.meeting()
        years = 0 if meeting is None else len(meeting.closed)
        return self._.n("{n} year of talks is over.", "{n} years of talks are over.", years)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without games, partners and drafts that this version cannot play."""
        game, draft, notes = (
            clean_game(self.lesson, saved.get("game")),
            part(saved.get("draft")),
            part(saved.get("notes")),
        )
        meeting = meeting_of(game)
        years = 0 if meeting is None else len(meeting.closed)
        case = self._river(game)
        picked = saved.get("picked")
        return {
            "side": one_of(saved.get("side"), case.sides),
            "opposite": one_of(saved.get("opposite", FIRST_PARTNER), (*MANNERS, TWO)),
            "game": game,
            "games": whole(saved.get("games"), 0, 999),
            "earlier": clean_earlier(self.lesson, saved.get("earlier")),
            "past": whole(saved.get("past"), 0, years),
            "rest": saved.get("rest") is True,
            "draft": {side: _numbers_in(draft[side]) for side in case.sides if side in draft},
            "pane": one_of(saved.get("pane"), PANES),
            "picked": picked if type(picked) in (int, str) else None,
            "sheet": saved.get("sheet") is not False,
            "hands": one_of(saved.get("hands"), case.sides),
            "notes": {side: notes[side] for side in case.sides if isinstance(notes.get(side), str)},
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The note of a person who plays one side; where two share the screen, notes are whose nobody knows."""
        side = one_of(part(state.get("game")).get("side"), [*part(state.get("notes"))])
        _ = lesson.words
        return own_words(_("Your own note:"), {"text": part(state.get("notes")).get(side)})

    @property
    def case(self) -> Case:
        """The river that is talked about."""
        return self._river(self.state["game"])

    def _river(self, game: Mapping[str, Any] | None) -> Case:
        """The lesson's own; earlier versions of the kit chose one for the talks alone, and such talks go on."""
        return river(game["river"]) if game else self.lesson.case

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Where the game stands."""
        self.stage = ipywidgets.VBox()
        self.left_out = river_assumptions(self.case, self._)
        self.show()
        return (self.stage, self.left_out)

    # --- what the screen shows

    def show(self) -> None:
        """Build the screen from the state."""
        self.build += 1
        shown = tuple(self._screen())
        inside = [one for child in shown for one in (child, *getattr(child, "children", ()))]
        goes_on_inside = any("dk-hands-over" in child._dom_classes for child in inside)
        (self.stage.remove_class if goes_on_inside else self.stage.add_class)("dk-hands-over")
        self.stage.children = shown
        self.left_out.value = river_assumptions(self.case, self._).value

    def _screen(self) -> Sequence[ipywidgets.Widget]:
        meeting = self.meeting()
        if meeting is None:
            return begin_screen(self)
        closed = meeting.closed
        if len(closed) > self.state["past"]:
            return year_screen(self, meeting, closed[self.state["past"]])
        if meeting.talking:
            return self._for_its_eyes(meeting, lambda side: TalksScreen(self, meeting, side).widgets())
        agreed = agreed_screen(self, meeting)
        if meeting.due in meeting.people:
            return (*agreed, *self._for_its_eyes(meeting, lambda side: (decision_card(self, meeting, side),)))
        return (*agreed, come_button(self))

    def _for_its_eyes(
        self, meeting: Meeting, shown: Callable[[str], Sequence[ipywidgets.Widget]]
    ) -> Sequence[ipywidgets.Widget]:
        """What the side whose turn it is may see; between two people the screen is handed over first."""
        side = str(meeting.due)
        if meeting.partner is not None:
            return shown(side)
        if self.state["hands"] != side:
            offer = meeting.talk["offer"] if meeting.talking else None
            first_look = not (meeting.talking and any(one["side"] == side for one in meeting.talk["offers"]))
            taken = self.once(lambda: self.step(hands=side, sheet=first_look))
            return hand_over(meeting.case, side, offer, taken, self._)
        hide = hide_again(meeting.case, side, self.once(lambda: self.step(hands=None)), self._)
        return (hide, *shown(side))

    # --- the game from its beginning to its end

    def begin(self) -> None:
        """Sit down at the table as chosen."""
        side, opposite = self.state["side"], self.state["opposite"]
        two = opposite == TWO
        if opposite is None or (side is None and not two):
            return
        self._new_game(None if two else side, None if two else opposite)

    def choose_river(self, name: str) -> None:
        """Take another river for the whole lesson; the card that asks for it shows it itself, where no talks go on."""
        try:
            self.lesson.take_case(name, but=self)
        finally:
            self.take_up()
            if self.meeting() is not None:
                self.show()
            self.left_out.value = river_assumptions(self.case, self._).value

    def _new_game(self, side: str | None, partner: str | None, **changes: Any) -> None:
        meeting = Meeting.begin(self.case, side, partner, game=self.state["games"])
        game = {"river": self.case.id, "side": side, "partner": partner, "record": meeting.text()}
        fresh: dict[str, Any] = {
            "past": 0,
            "rest": False,
            "draft": {},
            "notes": {},
            "pane": None,
            "picked": None,
            "hands": None,
        }
        self.step(**fresh, game=game, games=self.state["games"] + 1, sheet=True, **changes)

    def change_sides(self) -> None:
        """Play again from the other side, with the same partner; two people only change their chairs."""
        game, meeting = self.state["game"], self.meeting()
        if game is None or meeting is None:
            return
        side = meeting.other(game["side"]) if game["side"] else None
        self.remember(side=side)
        self._new_game(side, game["partner"], earlier=self._put_away())

    def talk_again(self) -> None:
        """Go on to new talks on the same side, with the same partner; talks that are going on stay as they are."""
        game, meeting = self.state["game"], self.meeting()
        if game is None or meeting is None:
            return
        if meeting.over:
            self._new_game(game["side"], game["partner"], earlier=self._put_away())
        elif len(meeting.closed) > self.state["past"]:
            self.next_year()

    def another_partner(self) -> None:
        """Go back to the choice of a partner; the game that was played is kept."""
        self.step(earlier=self._put_away(), game=None, opposite=None, past=0, rest=False)

    def _put_away(self) -> list[dict[str, Any]]:
        games = [*self.state["earlier"], self.state["game"]]
        return [game for game in games if game is not None][-MOST_EARLIER:]

    def put_down(self) -> None:
        """Enough for today: the activities that look back may open."""
        self.remember(done=True, rest=True)
        self.show()

    def next_year(self) -> None:
        """New talks, beginning from last year's agreement."""
        meeting = self.meeting()
        if meeting is not None and not meeting.over:
            self.keep(meeting.partners_answer(), past=len(meeting.closed), draft={}, rest=False)


def _numbers_in(saved: object) -> dict[str, int]:
    """The whole numbers of a saved draft; the offer builder knows which of them can be offered."""
    return {term: option for term, option in part(saved).items() if type(option) is int}
