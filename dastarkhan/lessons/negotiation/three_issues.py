"""The second negotiation: three issues, where none alone is enough."""

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.negotiation.table_talks import TableTalks


class ThreeIssues(TableTalks):
    """Widen the table: trade what costs you little for what matters to you."""

    key = "three_issues"
    CASES = ("gate", "fair")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What becomes possible when you talk about several things at once?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 15

    def ways(self) -> Ways:
        """How it is done by one, by two, by a room and on a call."""
        _ = self._
        return Ways(
            alone=_("A partner sits on the other side. Ask one question before your first offer."),
            pair=_("Sit on the two sides and pass the screen. Hide your sheet each time."),
            room=_("Two or three people on each side. Agree on your own side first."),
            call=_("One shares the screen. Sheets go by private message."),
        )
