"""The third negotiation, the hardest: six neighbours and six terms, or two towns and four."""

from dastarkhan.lessons.negotiation.three_issues import ThreeIssues


class WideTable(ThreeIssues):
    """Many sides, and some that are easily forgotten."""

    key = "wide_table"
    CASES = ("canal", "fair")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who has to be heard, so that it holds?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 20
