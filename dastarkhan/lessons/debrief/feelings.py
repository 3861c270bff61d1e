"""Card face down, feelings first: results wait until somebody taps that they were said."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, card, html
from dastarkhan.lessons.debrief.opened import choice_key, feelings_said
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import some_of
from dastarkhan.lessons.shared_river.afterwards.role_down import back_of_card


class FeelingsFirst(Activity):
    """Nothing is shown before people have said how it was."""

    key = "feelings"
    follows: ClassVar[tuple[str, ...]] = ("tables",)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How was it?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("Feelings were said.") if self.state["said"] else _("Feelings come first.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Whether feelings were said; not yet, when other tables were chosen since."""
        about = choice_key(self.lesson)
        same = some_of(saved.get("about"), about) == about != []
        return {"about": about, "said": saved.get("said") is True and same}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """What to do first, and the tap that lets the results come."""
        self.stage = ipywidgets.VBox()
        self._show()
        return (self.stage,)

    def _show(self) -> None:
        _ = self._
        if not self.state["about"]:
            self.stage.children = (html(note(_("Choose the tables first, at the top of this page."))),)
            return
        if feelings_said(self.lesson):
            told = note(_("Thank you. The results are about the tables, not about anybody."))
            self.stage.children = (card(html(told), button(_("Hold them back again"), self._hold, css="dk-quiet")),)
            return
        steps = (
            _("Everybody lays the card face down."),
            _("Say your own name, aloud or to yourself."),
            _("How was it? One word is enough, and passing is fine."),
        )
        listed = "".join(f"<li>{escape(one)}</li>" for one in steps)
        wait = _("Until then no result is shown. A reasoned no agreement counts as a result too.")
        said = html(f"{back_of_card()}<ol>{listed}</ol><p class='dk-small'>{escape(wait)}</p>")
        self.stage.children = (card(said, button(_("Feelings have been said"), self._said)),)

    def _said(self) -> None:
        self.remember(done=True, said=True, about=choice_key(self.lesson))
        self._show()

    def _hold(self) -> None:
        self.remember(said=False)
        self._show()
        self.lesson.finished(self.key)
