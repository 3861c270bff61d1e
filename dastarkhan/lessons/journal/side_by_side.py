"""Before and now beside each other, in words and dots; and the line of numbers for a group that counts."""

import base64
import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.content.own_questions import items, steps
from dastarkhan.lessons.activity import Activity, button, card, html
from dastarkhan.lessons.own_questions.code import read_code
from dastarkhan.lessons.progress import Progress
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part

FIRST = "00_welcome"
FORMS = ("before", "now", "looking_back")


class SideBySide(Activity):
    """Each sentence by itself: no sum, no judgement."""

    key = "side_by_side"
    follows: ClassVar[tuple[str, ...]] = ("now", "looking_back")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What has moved?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 3

    def summary(self) -> str:
        """One line in words."""
        both = [one for one in items(self._) if self._both(one.key)]
        return self._.n("{n} sentence can be compared.", "{n} sentences can be compared.", len(both))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Nothing is kept: everything stands in the forms."""
        return {}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The table, and the file for the trainer."""
        _ = self._
        rows = [one for one in items(_) if self._both(one.key)]
        if not rows:
            return (
                html(note(_("Answer the sentences before and now first. Then they stand beside each other here."))),
            )
        told = _("Fewer dots can mean that you look more closely today. Nobody adds this up.")
        self.link = html(live=True)
        give = _(
            "If your group counts its answers: this file holds your code and the numbers, and not one word of yours."
        )
        return (
            card(html(self._table()), html(f"<p class='dk-small'>{escape(told)}</p>")),
            html(f"<p>{escape(give)}</p>"),
            button(_("Make the file with numbers"), self._give, css="dk-quiet"),
            self.link,
        )

    def numbers(self) -> dict[str, Any]:
        """The code and the answers of each form; passed sentences are left out."""
        found = {form: self._answers(form) for form in FORMS}
        entry = Progress(FIRST).entry("before")
        return {"code": read_code(entry.state.get("code")) or "", **found}

    def _answers(self, form: str) -> dict[str, int]:
        progress = Progress(FIRST) if form == "before" else self.lesson.progress
        saved = part(progress.entry(form).state.get("answers"))
        read = {one.key: one_of(saved.get(one.key), steps(self._)) for one in items(self._)}
        return {key: value for key, value in read.items() if value is not None}

    def _both(self, key: str) -> bool:
        return key in self._answers("before") and key in self._answers("now")

    def _table(self) -> str:
        _, before, now = self._, self._answers("before"), self._answers("now")
        rows = "".join(
            f"<tr><td>{escape(one.text)}</td><td>{self._said(before[one.key])}</td><td>{self._said(now[one.key])}</td></tr>"
            for one in items(_)
            if one.key in before and one.key in now
        )
        head = "".join(f"<th>{escape(word)}</th>" for word in (_("The sentence"), _("Before"), _("Now")))
        return f"<div class='dk-table'><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"

    def _said(self, value: int) -> str:
        dots = "●" * (value + 1) + "○" * (len(steps(self._)) - value - 1)
        return f"<span aria-hidden='true'>{dots}</span><br>{escape(steps(self._)[value])}"

    def _give(self) -> None:
        _, numbers = self._, self.numbers()
        self.remember(done=True)
        name = f"numbers-{numbers['code'] or 'xx00'}.json"
        data = base64.b64encode(json.dumps(numbers, ensure_ascii=False).encode()).decode("ascii")
        words = escape(_("Save {file} on this device", file=_.isolate(name)))
        self.link.value = (
            f"<a class='dk-link' download='{escape(name)}' href='data:application/json;base64,{data}'>{words}</a>"
        )
