"""The first minutes of a lesson: what was left behind last time, by the group and by oneself."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import Activity, button, card, choice, html
from dastarkhan.lessons.group_file import GroupFile, Line
from dastarkhan.lessons.group_line import left_line, line_names
from dastarkhan.lessons.progress import Progress
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part

SHOWN = 6  # lines that stand open; the others are folded


class LinesAgain(Activity):
    """Lines of earlier lessons, opened again. Nobody asks whose they are, and nothing is judged."""

    key = "last_lines"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What did we leave behind last time?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 3

    def summary(self) -> str:
        """One line in words."""
        return self._.n("{n} line of an earlier lesson.", "{n} lines of earlier lessons.", len(self.lines()))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """What was said of one's own lines, by lesson."""
        said, known = part(saved.get("said")), self.answers()
        return {"said": {key: said[key] for key in said if one_of(said[key], known) is not None}}

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Read your own line. What would you write today?"),
            pair=_("Each reads one line aloud that speaks to them, whosoever it is."),
            room=_("Open the envelope first. Read the slips slowly, twice, and let a breath pass after each."),
            call=_("The host reads the lines aloud. A nod is enough."),
        )

    def answers(self) -> dict[str, str]:
        """What can be said of one's own line."""
        _ = self._
        return {
            "still": _("It is still true"),
            "changed": _("It has changed"),
            "on": _("I pass it on: somebody should hear it"),
        }

    def lines(self) -> tuple[Line, ...]:
        """The group's lines of other lessons."""
        return tuple(line for line in GroupFile().lines() if line.lesson != self.lesson.number)

    def own(self) -> dict[str, Line]:
        """The person's own lines of other lessons, by the lesson's name."""
        from dastarkhan.lessons.lesson import FOLDERS

        slugs = [slug for slug in sorted(FOLDERS) if slug[0].isdigit() and slug != self.lesson.slug]
        found = {slug: left_line(slug, Progress(slug).entry("one_line").state) for slug in slugs}
        return {slug: line for slug, line in found.items() if line}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The group's lines, and one's own."""
        _, lines, own = self._, self.lines(), self.own()
        parts: list[ipywidgets.Widget] = []
        if lines:
            parts.append(card(html(self._slips(lines))))
        parts += self._behind_a_tap(own) if lines else self._all_own(own)
        if not parts:
            told = _("There is no line yet. At the end of each lesson you may leave one; it is opened here next time.")
            return (html(note(told)),)
        return (*parts, button(_("We have read them"), lambda: self.remember(done=True)))

    def _slips(self, lines: Sequence[Line]) -> str:
        _, names = self._, line_names(self._)
        slips = [
            f"<div class='dk-slip'><b>{escape(names[line.kind])}</b><p dir='auto'>{escape(line.text)}</p></div>"
            for line in lines
        ]
        told = f"<p>{escape(_('From the group, without names:'))}</p>"
        rest = slips[SHOWN:]
        if not rest:
            return told + "".join(slips)
        more = escape(_.n("{n} line more", "{n} lines more", len(rest)))
        folded = f"<details><summary>{more}</summary>{''.join(rest)}</details>"
        return told + "".join(slips[:SHOWN]) + folded

    def _behind_a_tap(self, own: Mapping[str, Line]) -> list[ipywidgets.Widget]:
        """A group may look at this screen, and one's own line is nobody else's: it waits for a tap."""
        if not own:
            return []
        place = ipywidgets.VBox()

        def opened() -> None:
            place.children = self._all_own(own)

        place.children = (button(self._("Show my own line: only I look at the screen"), opened, css="dk-quiet"),)
        return [place]

    def _all_own(self, own: Mapping[str, Line]) -> list[ipywidgets.Widget]:
        return [self._own(slug, line) for slug, line in own.items()]

    def _own(self, slug: str, line: Line) -> ipywidgets.VBox:
        _, names = self._, line_names(self._)
        slip = (
            f"<p>{escape(_('Your own line, which only you see:'))}</p>"
            f"<div class='dk-slip'><b>{escape(names[line.kind])}</b><p dir='auto'>{escape(line.text)}</p></div>"
        )
        options = [(words, key) for key, words in self.answers().items()]
        value = self.state["said"].get(slug)
        asked = choice(_("How is it today?"), options, value, lambda key: self._say(slug, key))
        return card(html(slip), asked)

    def _say(self, slug: str, key: str) -> None:
        self.remember(said={**self.state["said"], slug: key})
