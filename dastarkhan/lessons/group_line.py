"""The last minutes of every lesson: one line without a name, for the group's own file."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.group_file import KINDS, MOST_LETTERS, GroupFile, Line
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.staged import Staged
from simulations.errors import KitError

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


def line_kinds(_: Words) -> dict[str, str]:
    """What a line can be, as a person chooses it."""
    return {
        "concern": _("A concern: something that troubles me"),
        "fear": _("A fear: something that I hope will not come"),
        "hope": _("A hope: something that I wish for us"),
        "idea": _("An idea: something that we could try"),
    }


def line_names(_: Words) -> dict[str, str]:
    """The kinds in one word, for a slip."""
    return {"concern": _("A concern"), "fear": _("A fear"), "hope": _("A hope"), "idea": _("An idea")}


def left_line(slug: str, state: Mapping[str, Any]) -> Line | None:
    """The line that a person left in a lesson, whatever was saved; None where there is none."""
    kind, text = state.get("kind"), state.get("text")
    if state.get("left") is not True or kind not in KINDS or not isinstance(text, str) or not text.strip():
        return None
    return Line(text=text[:MOST_LETTERS].strip(), kind=str(kind), lesson=slug.partition("_")[0])


class GroupLine(Staged):
    """One line of one's own: it stays in the person's file until they write it on a slip themselves."""

    key = "one_line"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Which one line do you leave behind?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 2

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("A line is written.") if self.state["left"] else _("No line is written.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved kind and text; a line that is left has both."""
        kind, text = one_of(saved.get("kind"), line_kinds(self._)), saved.get("text")
        text = text[:MOST_LETTERS] if isinstance(text, str) else ""
        left = saved.get("left") is True and kind is not None and bool(text.strip())
        return {"kind": kind, "text": text, "left": left, "given": left and saved.get("given") is True}

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The line, once it is left."""
        kind = line_names(lesson.words).get(str(state.get("kind")))
        found = own_words(kind, state) if kind and state.get("left") is True else ()
        return tuple(replace(one, nameless=True) for one in found)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Write your line. You find it again in your journal, and at the beginning of the next lesson."),
            pair=_("Each writes alone. Nobody has to show a line."),
            room=_("Everybody writes on a slip, without a name, and folds it. The slips go into one envelope."),
            call=_("Each writes on paper. Who likes reads one line aloud, their own or not."),
        )

    # --- what a person does

    def _choose(self, kind: str) -> None:
        self.remember(kind=kind)

    def _write(self, text: str) -> None:
        self.remember(text=text[:MOST_LETTERS])

    def _leave(self) -> None:
        if self.state["kind"] is not None and self.state["text"].strip():
            self.remember(done=True, left=True)
            self.show()
        else:  # never a dead button: it would still look dead while the last word is typed
            self.missing.value = escape(self._("Choose one of the four and write your line first."))

    def _change(self) -> None:
        if self._out_of_group():
            self.remember(left=False)
            self.show()

    def _take_back(self) -> None:
        if self._out_of_group():
            self._empty()

    def _empty(self) -> None:
        """An empty slip; a line that was given stays with the group, and no longer stands on this screen."""
        self.remember(kind=None, text="", left=False, given=False)
        self.show()

    def _give(self) -> None:
        """Put the line into the group's file; only a person's own tap does."""
        line = left_line(self.lesson.slug, self.state)
        if line is None:
            return
        try:
            GroupFile().add(line)
        except KitError as error:
            self.told.value = f"<p class='dk-note-warn'>{escape(self.lesson.say(error))}</p>"
            return
        self.remember(given=True)
        self.show()

    def _take_out(self) -> None:
        if self._out_of_group():
            self.show()

    def _out_of_group(self) -> bool:
        """Take the line out of the group's file; where that fails, it is said, and the line is not called taken out."""
        line = left_line(self.lesson.slug, self.state)
        if line is None or not self.state["given"]:
            return True
        try:
            GroupFile().remove(line)
        except KitError as error:
            self.told.value = f"<p class='dk-note-warn'>{escape(self.lesson.say(error))}</p>"
            return False
        self.remember(given=False)
        return True

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        self.stage.children = (card(*(self._slip() if self.state["left"] else self._blank())),)

    def _slip(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        name = line_names(_)[self.state["kind"]]
        slip = f"<div class='dk-slip'><b>{escape(name)}</b><p dir='auto'>{escape(self.state['text'])}</p></div>"
        only = _("It stands only in your own file. To give it to the group, write it on a slip without a name.")
        told = "" if self.state["given"] else note(only)
        later = _("When the group meets again, the slips are opened first. Is your line still true then?")
        steps = buttons(
            button(_("Change it"), self._change, css="dk-quiet"),
            button(_("Take it back"), self._take_back, css="dk-quiet"),
        )
        return (html(slip), html(f"{told}<p class='dk-small'>{escape(later)}</p>"), steps, *self._group())

    def _group(self) -> tuple[ipywidgets.Widget, ...]:
        """For a computer that the group shares: the group's own file."""
        _ = self._
        self.told = html(live=True)
        if self.state["given"]:
            kept = _("It lies in the group's file on this computer, without a name, and is opened at the next lesson.")
            out = button(_("Take it out of the group's file"), self._take_out, css="dk-quiet")
            following = button(_("An empty slip for the next person"), self._empty, css="dk-quiet")
            return (html(f"<p>{escape(kept)}</p>"), buttons(out, following), self.told)
        ask = _(
            "Does your group share this computer? Then your line can lie in the group's file: only the line, no name."
        )
        give = button(_("Put it into the group's file"), self._give, css="dk-quiet")
        return (html(f"<p class='dk-small'>{escape(ask)}</p>"), give, self.told)

    def _blank(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        kinds = [(label, kind) for kind, label in line_kinds(_).items()]
        ask = _("Before you go: what should not be forgotten?")
        field = ipywidgets.Textarea(
            value=self.state["text"], description=_("In one line:"), continuous_update=False, rows=2
        )
        field.add_class("dk-own-words")
        field.observe(lambda change: self._write(change["new"]), names="value")
        self.missing = html(css="dk-small", live=True)
        told = escape(_("No names, please: not yours, and nobody else's. Leaving no line is fine too."))
        small = html(f"<p class='dk-small'>{told}</p>")
        leave = button(_("Leave this line"), self._leave)
        return (choice(ask, kinds, self.state["kind"], self._choose), field, small, leave, self.missing)
