"""Before and now beside each other, in words and dots; and the line of numbers for a group that counts."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.content.own_questions import items, steps
from dastarkhan.lessons.activity import Activity, button, card, html
from dastarkhan.lessons.own_questions.code import code_said, read_code
from dastarkhan.lessons.own_questions.numbers import FORMS, answers, first_code, line_of, numbers
from dastarkhan.lessons.reflection import note


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
        """The code as it was written here, empty for none; None as long as nothing was written."""
        code = saved.get("code")
        return {"code": read_code(code) or "" if isinstance(code, str) else None}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The table, and the file for a group that counts."""
        _ = self._
        if any(self._both(one.key) for one in items(_)):
            told = _("Fewer dots can mean that you look more closely today. Nobody adds this up.")
            shown: ipywidgets.Widget = card(html(self._table()), html(f"<p class='dk-small'>{escape(told)}</p>"))
        else:
            shown = html(note(_("Answer the sentences before and now first. Then they stand beside each other here.")))
        return (shown, *(self._for_a_group() if any(answers(self.lesson, form) for form in FORMS) else ()))

    def _for_a_group(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.link, self.said = html(live=True), html(css="dk-small", live=True)
        give = _(
            "If your group counts its answers: this file holds your code and the numbers, and not one word of yours."
        )
        self.field = ipywidgets.Text(value=self.code, description=_("My code:"), continuous_update=False)
        self.field.add_class("dk-own-words")
        self.field.observe(lambda change: self._take(change["new"]), names="value")
        make = button(_("Make the file with numbers"), self._give, css="dk-quiet")
        return (html(f"<p>{escape(give)}</p>"), self.field, self.said, make, self.link)

    @property
    def code(self) -> str:
        """The code of the card: as it was written here, else as in the first lesson."""
        return first_code() if self.state["code"] is None else str(self.state["code"])

    def _take(self, text: str) -> None:
        self.remember(code=read_code(text) or "")
        self.said.value = escape(code_said(text, self._))
        self.link.value = ""  # a file that was made before has the other code

    def numbers(self) -> dict[str, Any]:
        """The code and the answers of each form; passed sentences are left out."""
        return numbers(self.lesson, self.code)

    def _both(self, key: str) -> bool:
        return all(key in answers(self.lesson, form) for form in ("before", "now"))

    def _table(self) -> str:
        _, before, now = self._, answers(self.lesson, "before"), answers(self.lesson, "now")
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
        _, found = self._, self.numbers()
        self.remember(done=True)
        name = f"numbers-{found['code']}.json" if found["code"] else "numbers.json"
        data = base64.b64encode(line_of(found).encode("utf-8")).decode("ascii")
        words = escape(_("Save {file} on this device", file=_.isolate(name)))
        self.link.value = (
            f"<a class='dk-link' download='{escape(name)}' href='data:application/json;base64,{data}'>{words}</a>"
        )
