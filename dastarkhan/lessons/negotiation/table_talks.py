"""A negotiation about packages: sit down, talk to the end, and begin anew if one likes."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.negotiation.table_meeting import KINDS, TableMeeting
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.shared_river.talks.talk_steps import TalkSteps
from simulations.games import read_case
from simulations.games.talks import Reason
from simulations.table import Case

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

PANES = ("refuse", "ask", "break", "close")
MOST_GAMES = 999


@lru_cache(maxsize=8)
def case_named(name: str) -> Case:
    """A case of the kit, read once."""
    return read_case(name)


class TableTalks(TalkSteps):
    """Talks at a table of packages, with partners of one manner or a second person on another side."""

    CASES: ClassVar[tuple[str, ...]]

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("The talks are over.") if self.done else _("The talks are not over yet.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without games, sides and drafts that this version cannot play."""
        name = one_of(saved.get("case"), self.CASES, self.CASES[0])
        sides = tuple(case_named(name).sides)
        draft, notes, game = part(saved.get("draft")), part(saved.get("notes")), self._clean_game(saved.get("game"))
        picked = saved.get("picked")
        return {
            "case": game["case"] if game else name,
            "side": one_of(saved.get("side"), sides),
            "second": one_of(saved.get("second"), sides),
            "partner": one_of(saved.get("partner"), KINDS, KINDS[0]),
            "game": game,
            "games": whole(saved.get("games"), 0, MOST_GAMES),
            "draft": {side: dict(part(draft[side])) for side in sides if side in draft},
            "notes": {side: notes[side] for side in sides if isinstance(notes.get(side), str)},
            "pane": one_of(saved.get("pane"), PANES),
            "picked": picked if isinstance(picked, str) else None,
            "sheet": saved.get("sheet") is not False,
            "hands": one_of(saved.get("hands"), sides),
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The note of a person who plays one side; where two share the screen, notes are whose nobody knows."""
        sides = part(state.get("game")).get("sides")
        notes = part(state.get("notes"))
        side = one_of(sides[0], [*notes]) if isinstance(sides, list) and len(sides) == 1 else None
        _ = lesson.words
        return own_words(_("Your own note:"), {"text": notes.get(str(side))})

    def _clean_game(self, saved: object) -> dict[str, Any] | None:
        found = part(saved)
        name, sides = one_of(found.get("case"), self.CASES), found.get("sides")
        if name is None or not isinstance(sides, list) or not all(side in case_named(name).sides for side in sides):
            return None
        partner, text = found.get("partner"), found.get("record")
        if TableMeeting.take_up(case_named(name), tuple(sides), partner, text) is None:
            return None
        return {"case": name, "sides": sides, "partner": partner, "record": text}

    @property
    def case(self) -> Case:
        """What is talked about."""
        return case_named(self.state["case"])

    def meeting(self) -> TableMeeting | None:
        """The table as it stands; None before one sits down."""
        game = self.state["game"]
        found = game and table_of_game(game)
        return found.partners_answer() if found else None

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Where the talks stand."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self.show()
        return (self.stage,)

    def show(self) -> None:
        """Build the screen from the state."""
        from dastarkhan.lessons.negotiation.table_screen import screen

        self.build += 1
        self.stage.children = tuple(screen(self))

    # --- what a person does

    def begin(self) -> None:
        """Sit down as chosen."""
        side, second = self.state["side"], self.state["second"]
        if side is None:
            return
        sides = [side] if second in (None, side) else [side, second]
        meeting = TableMeeting.sit(self.case, tuple(sides), self.state["partner"], game=self.state["games"])
        game = {"case": self.case.id, "sides": sides, "partner": self.state["partner"], "record": meeting.text()}
        fresh: dict[str, Any] = {"draft": {}, "notes": {}, "pane": None, "picked": None, "hands": None, "sheet": True}
        self.step(**fresh, game=game, games=min(self.state["games"] + 1, MOST_GAMES))

    def again(self) -> None:
        """Go back to the choice of side and partner."""
        self.step(game=None, pane=None, picked=None)

    def offer(self, side: str, package: Mapping[str, Any]) -> None:
        """Offer a package; an offer of theirs that lies on the table was a good start."""
        meeting = self.meeting()
        if meeting is None:
            return
        if meeting.talk["offer"]:
            data = {"offer": meeting.talk["offer"]["number"], "reason": Reason.GOOD_START.value}
            meeting = meeting.add(side, "reject", data)
        if meeting.lawful(side, "offer"):
            meeting = meeting.add(side, "offer", package)
        kept = {**self.state["draft"], side: dict(package)}
        self._keep(meeting.partners_answer(), draft=kept, sheet=False)

    def ask(self, side: str) -> None:
        """Ask the question that was picked; among many sides it names who is asked."""
        of, _mark, question = self.state["picked"].rpartition(":")
        self._do(side, "ask", {"question": question, **({"of": of} if of else {})})

    def keep(self, meeting: Any, **changes: Any) -> None:
        """Save what the table has become, and show it."""
        self._keep(meeting, **changes)

    def _keep(self, meeting: Any, **changes: Any) -> None:
        game = {**self.state["game"], "record": meeting.text()}
        closed: dict[str, Any] = {"pane": None, "picked": None}
        self.remember(done=not meeting.talking, **{**closed, **changes}, game=game)
        self.show()


def table_of_game(game: Mapping[str, Any]) -> TableMeeting | None:
    """The table of a saved game."""
    return TableMeeting.take_up(case_named(game["case"]), tuple(game["sides"]), game["partner"], game["record"])
