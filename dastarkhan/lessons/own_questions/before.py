"""Before the course: a private code, and twelve sentences about oneself."""

from html import escape

import ipywidgets

from dastarkhan.lessons.activity import button, buttons, html
from dastarkhan.lessons.own_questions.asking import OwnQuestions
from dastarkhan.lessons.own_questions.code import code_said, read_code


class Before(OwnQuestions):
    """What a person can do and how they feel, before it begins."""

    key = "before"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Where do you stand today?")

    def first(self) -> tuple[ipywidgets.Widget, ...]:
        """The code, which one may do without."""
        _ = self._
        told = _("These sentences are for you. If your group counts its answers, a code lays yours side by side later.")
        how = _("Make up two letters and two digits. Take nothing from your name or birthday. Write it on your card.")
        self.field = ipywidgets.Text(value=self.state["code"], description=_("My code:"), continuous_update=False)
        self.field.add_class("dk-own-words")
        self.said = html(css="dk-small", live=True)
        self.field.observe(lambda change: self._take(change["new"]), names="value")
        forward = buttons(button(_("Go on"), lambda: self.go(1)))
        return (html(f"<p>{escape(told)}</p><p class='dk-small'>{escape(how)}</p>"), self.field, self.said, forward)

    def end(self) -> tuple[ipywidgets.Widget, ...]:
        """Where the answers stay."""
        _ = self._
        return self.thanks(_("Kept in your own file. The journal asks the same sentences again, whenever you like."))

    def _take(self, text: str) -> None:
        self.remember(code=read_code(text) or "")
        self.said.value = escape(code_said(text, self._))
