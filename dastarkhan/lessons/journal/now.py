"""The twelve sentences once more: now, and, kept apart from it, looking back."""

from html import escape

import ipywidgets

from dastarkhan.lessons.activity import button, html
from dastarkhan.lessons.own_questions.asking import OwnQuestions


class Now(OwnQuestions):
    """Where the person stands after some lessons."""

    key = "now"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Where do you stand now?")

    def first(self) -> tuple[ipywidgets.Widget, ...]:
        """What it is for."""
        told = self._(
            "The same twelve sentences as at the beginning. Answer for today, without looking up what you said."
        )
        return (html(f"<p>{escape(told)}</p>"), button(self._("Go on"), lambda: self.go(1)))

    def end(self) -> tuple[ipywidgets.Widget, ...]:
        """Where it can be seen."""
        return self.thanks(self._("Thank you. Below you can lay both beside each other."))


class LookingBack(OwnQuestions):
    """How it was before the course, seen from today; people judge themselves harder so, and it is never mixed."""

    key = "looking_back"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Looking back: where did you stand before?")

    def first(self) -> tuple[ipywidgets.Widget, ...]:
        """What it is for, and its limit."""
        _ = self._
        told = _("Answer for the time before the first lesson, as you see it today.")
        limit = _(
            "Looking back, people often judge themselves harder. So it stays apart from what you said at the time."
        )
        forward = button(_("Go on"), lambda: self.go(1))
        return (html(f"<p>{escape(told)}</p><p class='dk-small'>{escape(limit)}</p>"), forward)

    def end(self) -> tuple[ipywidgets.Widget, ...]:
        """What to think about."""
        return self.thanks(self._("What helped you most on the way? One line in your own notes is enough."))
