"""A programme as a page of Markdown: clock times of each day, what to prepare and what to bring; and as a PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dastarkhan.guides import Plan
from dastarkhan.guides.made import listed, table
from dastarkhan.guides.programme_data import Pause, clock
from dastarkhan.guides.programme_needs import Need, bring, preparation
from dastarkhan.guides.programme_words import programme_title
from dastarkhan.guides.programmes import DEMANDING, Day, Line, Programme
from dastarkhan.languages import Words, words
from dastarkhan.languages.blocks import blocks
from dastarkhan.languages.figures import own_digits
from dastarkhan.paper.drafted import drafted
from dastarkhan.paper.guide_print import plan_title
from dastarkhan.paper.typesetting import typeset

RIGHT_TO_LEFT = "\u200f"
"""Keeps numbers in brackets in their direction when a Latin letter, such as trainer B, stands before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """A programme in one language.

    Attributes
    ----------
    language, title, foot, text : str
        The text is Markdown.
    untranslated : int
        How many of its texts are still in English.
    """

    language: str
    title: str
    foot: str
    text: str
    untranslated: int


def programme_page(programme: Programme, language: str) -> ProgrammePage:
    """Write a programme; a text without a translation stays in English, and the page says how many there are."""
    _ = words(language, "kit", *(f"guide_{lesson}" for lesson in programme.guides))
    title, aim = programme_title(programme.id, _)
    title = _("{title}, with an interpreter", title=title) if programme.interpreted else title
    rest = [*_plan(programme, _), *_prepare(programme, _), *_bring(programme, _)]
    foot = " · ".join(part for part in (title, _("Programme for trainers"), drafted(_)) if part)
    untranslated = len(_.missing)
    head = [f"# {title}", aim, *_warnings(programme, untranslated, _)]
    text = "\n\n".join(part for part in (*head, *rest) if part) + "\n"
    return ProgrammePage(language=language, title=title, foot=foot, text=text, untranslated=untranslated)


def programme_pdf(page: ProgrammePage, output: Path | None = None) -> bytes:
    """Set the page on A4, and write it where `output` says; see `typeset`."""
    data = {"title": page.title, "language": page.language, "foot": page.foot, "blocks": blocks(page.text)}
    return typeset("guide", data, output)


def _warnings(programme: Programme, untranslated: int, _: Words) -> Iterator[str]:
    if programme.missing:
        yield "> " + _(
            "Not complete yet. These lessons have no guide: {lessons}. They keep their place.",
            lessons=_numbers(programme.missing, _),
        )
    if programme.left_out:
        yield "> " + _(
            "An interpreter needs time. So these lessons wait: {lessons}.", lessons=_numbers(programme.left_out, _)
        )
    if untranslated:
        yield "> " + _.n("{n} text is still in English.", "{n} texts are still in English.", untranslated)


def _plan(programme: Programme, _: Words) -> Iterator[str]:
    heads = [_.c("guide", "When"), _("Lesson"), _("What is left out"), _("Talk afterwards"), _("Begins")]
    if programme.online:
        rows = [[*_numbered(n, first, _), *_row(line, _)] for n, first, line in _sessions(programme)]
        yield table([_("Session"), *heads], rows)
        yield from _about(programme.days, _)
    for number, day in enumerate(() if programme.online else programme.days, start=1):
        yield f"## {_('Day {n}', n=number)} · {_span(day.lines[0].start, day.lines[-1].end, _)}"
        yield table(heads, [_row(line, _) for line in day.lines])
        yield from _about([day], _)


def _sessions(programme: Programme) -> Iterator[tuple[int, bool, Line]]:
    for number, day in enumerate(programme.days, start=1):
        for place, line in enumerate(day.lines):
            yield number, place == 0, line


def _numbered(number: int, first: bool, _: Words) -> list[str]:
    return [_.number(number) if first else ""]


def _row(line: Line, _: Words) -> list[str]:
    when = _span(line.start, line.end, _)
    if line.pause:
        return [when, _pauses(_)[line.pause], "", "", ""]
    number = own_digits(str(line.lesson), _.language)
    if not line.guide or not line.plan:
        length = _.n("{n} minute", "{n} minutes", line.minutes)
        return [when, f"{_('{lesson}: no guide yet', lesson=number)} ({length})", "", "", ""]
    title = _.marked(line.guide.title, context="title")
    share = _.percent(line.plan.debrief_min / line.plan.total_min)
    opens = str(line.plan.steps[0].step.who)
    return [when, f"{number} · {title} ({plan_title(line.plan, _)})", _cut(line.plan, _), share, opens]


def _cut(laid: Plan, _: Words) -> str:
    kind = "interpreted." if laid.interpreted else ""
    return _.marked(laid.cut, context=f"time_variants.{kind}{laid.slot_min}.cut")


def _pauses(_: Words) -> dict[Pause, str]:
    return {
        Pause.BREAK: _("Break"),
        Pause.LUNCH: _("Lunch"),
        Pause.PRAYER: _("Time for prayer and rest"),
        Pause.ARRIVE: _("Arrive, and try sound and screen"),
        Pause.LOOK_BACK: _("Look back: journals, the group's lines, one next step"),
    }


def _about(days: Iterable[Day], _: Words) -> Iterator[str]:
    days = tuple(days)
    figures = {
        "lessons": sum(day.lesson_min for day in days),
        "talk": sum(day.debrief_min for day in days),
        "rest": sum(day.pause_min for day in days),
    }
    if all(line.plan for day in days for line in day.lines if line.lesson):
        yield _("Minutes of lessons: {lessons}. Of these, talk afterwards: {talk}. Other minutes: {rest}.", **figures)
    else:
        yield _("Minutes of lessons: {lessons}. Other minutes: {rest}.", **figures)
    guides = {line.lesson: line.guide for day in days for line in day.lines if line.lesson and line.guide}
    if hard := [lesson for lesson, guide in guides.items() if guide.complexity >= DEMANDING]:
        yield _(
            "Demanding: {lessons}. The group needs the lessons before, and two trainers.", lessons=_numbers(hard, _)
        )
    if heavy := [lesson for lesson, guide in guides.items() if guide.emotional_load >= DEMANDING]:
        yield _(
            "Strong feelings may come: {lessons}. Say first that everybody may pass. Keep the quiet corner free.",
            lessons=_numbers(heavy, _),
        )


def _prepare(programme: Programme, _: Words) -> Iterator[str]:
    yield f"## {_('What to prepare')}"
    yield listed(_hints(programme, _))
    labels = (_("A week before"), _("A day before"), _("An hour before"), _("At another time"))
    for label, needs in zip(labels, preparation(programme, _), strict=True):
        if needs:
            yield f"### {label}"
            yield listed(_said(need, programme, _) for need in needs)


def _hints(programme: Programme, _: Words) -> Iterator[str]:
    yield _("Numbers in brackets are the lessons that need it. “Below” means: in the guide of that lesson.")
    if not programme.online:
        yield _("Ask who prays when, and move the pauses. On a Friday, noon needs more time.")
        yield _("In the month of fasting, lunch is a rest. Begin earlier, and end before the evening meal.")
    yield _("If you begin later, move every time by the same minutes. Leave out a step, never the talk afterwards.")


def _bring(programme: Programme, _: Words) -> Iterator[str]:
    kinds = {"paper": _("On paper"), "device": _("With devices"), "none": _("With nothing at all")}
    yield f"## {_('What to bring')}"
    for kind in ("device",) if programme.online else kinds:
        yield f"### {kinds[kind]}"
        yield listed(_said(need, programme, _) for need in bring(programme, kind, _))
    if programme.online:
        yield f"## {_('Online, lesson by lesson')}"
        told = {n: _.marked(one.variations.online, context="variations.online") for n, one in programme.guides.items()}
        yield listed(f"**{own_digits(lesson, _.language)}** {text}" for lesson, text in told.items())


def _said(need: Need, programme: Programme, _: Words) -> str:
    whole, after = tuple(programme.guides), RIGHT_TO_LEFT if _.direction == "rtl" else ""
    parts = []
    for part in need:
        every = part.lessons == whole and len(whole) > 1 and not programme.missing
        which = _("every lesson") if every else _numbers(part.lessons, _)
        parts.append(f"{part.text}{after} ({which})")
    return " ".join(parts)


def _numbers(lessons: Iterable[str], _: Words) -> str:
    return _.listed(own_digits(lesson, _.language) for lesson in lessons)


def _span(start: int, end: int, _: Words) -> str:
    return own_digits(f"{clock(start)}–{clock(end)}", _.language)
