"""What a person does at the table, each saved at once; a second tap on the same button changes nothing."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from dastarkhan.lessons.activity import Activity
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import meeting_of
from simulations.games.talks import Reason


class TalkSteps(Activity):
    """An activity whose state holds a ``game`` of talks, and the steps that a side takes in it."""

    build: int = 0  # which screen is shown now

    @abstractmethod
    def show(self) -> None:
        """Build the screen from the state."""

    def meeting(self) -> Meeting | None:
        """The table as it stands; None before one sits down."""
        found = meeting_of(self.state["game"])
        if found is None:
            return None
        looking_back = len(found.closed) > self.state["past"]
        # A record may have been cut where the partner had the word: it says again what it said.
        return found if looking_back else found.partners_answer()

    def once(self, action: Callable[[], None]) -> Callable[[], None]:
        """An action of the screen that is shown now: a second tap finds another screen and does nothing."""
        build = self.build
        return lambda: action() if build == self.build else None

    def step(self, **changes: Any) -> None:
        """Change the state and show what it says."""
        self.remember(**changes)
        self.show()

    # --- what a side does

    def offer(self, side: str, package: Mapping[str, int]) -> None:
        """Offer a package; an offer of theirs that lies on the table was a good start."""
        meeting = self.meeting()
        if meeting is None:
            return
        if meeting.talk["offer"]:
            data = {"offer": meeting.talk["offer"]["number"], "reason": Reason.GOOD_START.value}  # silently said
            meeting = meeting.add(side, "reject", data)
        self.keep(meeting.act(side, "offer", package), draft={**self.state["draft"], side: dict(package)}, sheet=False)

    def accept(self, side: str) -> None:
        """Say yes to the offer on the table."""
        meeting = self.meeting()
        if meeting is not None:
            yes = next(form for kind in ("accept", "sponsor") for form in meeting.lawful(side, kind))
            self.keep(meeting.act(side, yes.kind, yes.data))

    def refuse(self, side: str) -> None:
        """Say no to it for now, with the reason that was picked; then one has the word."""
        meeting = self.meeting()
        if meeting is not None and meeting.talk["offer"]:
            data = {"offer": meeting.talk["offer"]["number"], "reason": self.state["picked"]}
            self.keep(meeting.act(side, "reject", data))

    def ask(self, side: str) -> None:
        """Ask the question that was picked."""
        self._do(side, "ask", {"question": self.state["picked"]})

    def tell(self, side: str) -> None:
        """Answer the question that lies on the table."""
        meeting = self.meeting()
        if meeting is not None:
            form = meeting.lawful(side, "tell")[0]
            self._do(side, "tell", {**form.data, "answer": self.state["picked"]})

    def close(self, side: str) -> None:
        """Stop this year's talks without agreement, with the reason that was picked."""
        self._do(side, "close", {"reason": self.state["picked"]})

    def rest_a_little(self, side: str) -> None:
        """Take this side's break."""
        meeting = self.meeting()
        if meeting is not None:
            self.keep(meeting.act(side, "break"), pane="break", sheet=True)

    def live(self) -> None:
        """Let the year come."""
        meeting = self.meeting()
        if meeting is not None:
            self.keep(meeting.live())

    def decide(self, side: str, decision: str) -> None:
        """Take a decision of one's own side."""
        meeting = self.meeting()
        if meeting is not None:
            self.keep(meeting.decide(side, decision, self.state["picked"]))

    def _do(self, side: str, kind: str, data: Mapping[str, Any]) -> None:
        meeting = self.meeting()
        if meeting is not None:
            self.keep(meeting.act(side, kind, data))

    def keep(self, meeting: Meeting, **changes: Any) -> None:
        """Save what the table has become, close what lay open over it, and show it."""
        before = meeting_of(self.state["game"])
        game = {**self.state["game"], "record": meeting.text()}
        closed: dict[str, Any] = {"pane": None, "picked": None}
        self.step(**{**closed, **changes}, game=game)
        if before is None or len(meeting.closed) > len(before.closed):
            # What looks back would go on with talks that are no longer the newest.
            self.lesson.finished(self.key)
