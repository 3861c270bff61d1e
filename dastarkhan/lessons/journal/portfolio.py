"""The portfolio: one document of a person's own texts and of what they can show, to open and print anywhere."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import Activity, button, card, html
from dastarkhan.lessons.journal.gathered import Chapter, chapters, clean_portfolio
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import some_of
from dastarkhan.pictures import style_sheet

PRINTED = """
@page { size: A4; margin: 16mm; }
body { margin: 0 auto; padding: 8mm; max-width: 182mm; background: #fff; color: var(--ink); }
body { font: 11pt/1.5 "Noto Sans", "Vazirmatn", "DejaVu Sans", sans-serif; }
h1 { font-size: 20pt; margin: 4mm 0 2mm; }
h2 { font-size: 14pt; margin: 8mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 4mm 0 1mm; color: var(--ink-soft); break-after: avoid; }
p { margin: 0 0 2mm; }
.text { white-space: pre-line; padding-inline-start: 4mm; border-inline-start: 2px solid var(--river); }
ul { margin: 0; padding-inline-start: 6mm; }
.line { border-bottom: 1px solid var(--edge); height: 9mm; max-width: 90mm; }
@media print { body { padding: 0; } }
"""


class Portfolio(Activity):
    """The person ticks what they can show, and makes the document."""

    key = "portfolio"
    follows: ClassVar[tuple[str, ...]] = ("pages",)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What can I show?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        return self._("One document with your own texts can be made.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """What the person can show, by lesson and place in its guide."""
        known = [f"{one.slug}/{n}" for one in chapters(self.lesson.language) for n in range(len(one.outcomes))]
        return {"can": some_of(saved.get("can"), known)}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The outcomes of the lessons that were begun, and the button."""
        _, found = self._, chapters(self.lesson.language)
        if not found:
            return (html(note(_("It begins with your first lesson."))),)
        told = _("Tick only what you have done yourself and could show to somebody.")
        self.link = html(live=True)
        make = button(_("Make my portfolio"), self._make)
        return (html(f"<p>{escape(told)}</p>"), *(self._chapter(one) for one in found), make, self.link)

    def _chapter(self, one: Chapter) -> ipywidgets.VBox:
        ticks = []
        for number, outcome in enumerate(one.outcomes):
            key = f"{one.slug}/{number}"
            tick = ipywidgets.Checkbox(value=key in self.state["can"], description=outcome, indent=False)
            tick.observe(lambda change, key=key: self._tick(key, change["new"]), names="value")
            ticks.append(tick)
        return card(html(f"<h3>{escape(one.title)}</h3>"), *ticks)

    def _tick(self, key: str, chosen: bool) -> None:
        others = [one for one in self.state["can"] if one != key]
        self.remember(can=[*others, key] if chosen else others)

    def _make(self) -> None:
        _ = self._
        self.remember(done=True)
        chosen = clean_portfolio(self.lesson.entry("pages").state)
        text = portfolio_html(chapters(self.lesson.language), self.state["can"], chosen, _)
        data = base64.b64encode(text.encode("utf-8")).decode("ascii")
        words = escape(_("Save {file} on this device", file=_.isolate("portfolio.html")))
        self.link.value = (
            f"<a class='dk-link' download='portfolio.html' href='data:text/html;base64,{data}'>{words}</a>"
        )


def portfolio_html(found: Sequence[Chapter], can: Sequence[str], chosen: Mapping[str, Sequence[str]], _: Words) -> str:
    """Write the document; it needs nothing else, and holds no name.

    Parameters
    ----------
    found : sequence of Chapter
    can : sequence of str
        ``"<slug>/<number>"`` of every outcome that the person can show.
    chosen : mapping
        Which pieces stand in it, as `clean_portfolio` gives it.
    """
    title = escape(_("My portfolio"))
    name = escape(_("Here is room for a name, if you want one:"))
    body = "".join(_written(one, can, chosen, _) for one in found)
    return (
        f"<!doctype html><html lang='{_.language.html}' dir='{_.direction}'><head><meta charset='utf-8'>"
        f"<meta name='viewport' content='width=device-width'><title>{title}</title>"
        f"<style>{style_sheet()}{PRINTED}</style></head><body><h1>{title}</h1>"
        f"<p>{name}</p><div class='line'></div>{body}</body></html>"
    )


def _written(one: Chapter, can: Sequence[str], chosen: Mapping[str, Sequence[str]], _: Words) -> str:
    shown = [text for number, text in enumerate(one.outcomes) if f"{one.slug}/{number}" in can]
    items = "".join(f"<li>{escape(text)}</li>" for text in shown)
    able = f"<h3>{escape(_('This I can show'))}</h3><ul>{items}</ul>" if shown else ""
    texts = "".join(
        f"<h3>{escape(piece.written.ask)}</h3><p class='text' dir='auto'>{escape(piece.written.text)}</p>"
        for piece in one.pieces
        if piece.in_portfolio(chosen)
    )
    done = _("{n} of {total} activities are done.", n=one.done, total=one.total) if one.done else ""
    if not (able or texts or done):  # begun, and all of it left out
        return ""
    said = f"<p>{escape(done)}</p>" if done else ""
    return f"<section><h2>{escape(one.title)}</h2>{said}{able}{texts}</section>"
