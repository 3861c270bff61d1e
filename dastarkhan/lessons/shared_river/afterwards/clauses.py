"""Write one dry-year clause and one data clause, and ask one's own words eight questions."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.languages.clause_words import Clause, clause_checks, clauses
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.staged import Staged

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


class Clauses(Staged):
    """Two clauses in one's own words; the kit asks questions and judges nothing."""

    key = "clauses"
    follows: ClassVar[tuple[str, ...]] = ()

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How would you write it down?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        written = sum(bool(self.state["written"][one.key]["text"].strip()) for one in clauses(self._))
        return self._.n("{n} clause is written.", "{n} clauses are written.", written)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved clauses with nothing in them that does not belong there."""
        both, checks = clauses(self._), len(clause_checks(self._))
        written = part(saved.get("written"))
        found = {one.key: part(written.get(one.key)) for one in both}
        kept = {
            key: {**clean_reflection(each, checks), "example": each.get("example") is True}
            for key, each in found.items()
        }
        return {"at": whole(saved.get("at"), 0, len(both)), "written": kept}

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Both clauses."""
        texts = part(state.get("written"))
        return tuple(text for one in clauses(lesson.words) for text in own_words(one.name, texts.get(one.key), one.key))

    def show(self) -> None:
        """Put the screen of now on the stage."""
        both, at = clauses(self._), self.state["at"]
        self.stage.children = (card(*(self._write(both[at], at) if at < len(both) else self._together(both))),)

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(clauses(self._)))
        self.show()

    def _write(self, one: Clause, at: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        head = f"<h3>{escape(one.name)}</h3><p>{escape(one.ask)}</p><p class='dk-small'>{escape(one.begin)}</p>"
        example = ipywidgets.VBox(self._example(one))
        words = reflection(
            _("Your clause, in two to five sentences:"),
            clause_checks(_),
            self.state["written"][one.key],
            lambda state: self._keep(one, state),
        )
        told = escape(_("Tick what is so. What is missing may stay missing, if you want it so."))
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (html(head), example, words, html(f"<p class='dk-small'>{told}</p>"), buttons(*steps))

    def _keep(self, one: Clause, state: Mapping[str, object]) -> None:
        written = self.state["written"]
        self.remember(written={**written, one.key: {**written[one.key], **state}})

    def _example(self, one: Clause) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if not self.state["written"][one.key]["example"]:
            return (button(_("Show me an example"), lambda: self._open(one, True), css="dk-quiet"),)
        lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in one.example)
        heading = escape(_("Two other countries, both invented, wrote:"))
        shown = html(f"<div class='dk-slip'><b>{heading}</b><ol>{lines}</ol></div>")
        return (shown, button(_("Put the example away"), lambda: self._open(one, False), css="dk-quiet"))

    def _open(self, one: Clause, opened: bool) -> None:
        self._keep(one, {"example": opened})
        self.show()

    def _together(self, both: Sequence[Clause]) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Read both aloud, to a friend if one is near. Where do they ask: “And what if …”?")
        empty = _("This page is still empty. Paper is fine too.")
        texts = {key: each["text"].strip() or empty for key, each in self.state["written"].items()}
        sheets = "".join(
            f"<div class='dk-slip'><b>{escape(one.name)}</b>"
            f"<p class='dk-clause' dir='auto'>{escape(texts[one.key])}</p></div>"
            for one in both
        )
        back = button(_("Write on"), lambda: self._go(0), css="dk-quiet")
        return (html(sheets), html(note(told)), back)
