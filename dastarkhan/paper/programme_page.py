"""A programme as a page of Markdown: each day a table with clock times."""

from collections.abc import Iterator

from dastarkhan.guides.made import table
from dastarkhan.guides.programmes import Line, Pause, Programme, clock
from dastarkhan.languages import Words


def programme_page(programme: Programme, _: Words) -> str:
    """Write the days one below the other; lessons that have no guide are said first."""
    return "\n\n".join(_parts(programme, _)) + "\n"


def _parts(programme: Programme, _: Words) -> Iterator[str]:
    if programme.missing:
        yield _("Not complete yet: lessons {lessons} are missing.", lessons=", ".join(programme.missing))
    heads = [_.c("guide", "When"), _.c("guide", "Step"), _("What is left out"), _("Talk afterwards")]
    for number, day in enumerate(programme.days, start=1):
        yield "## " + _("Day {n}", n=number)
        yield table(heads, [_row(line, _) for line in day])
        yield _("Before you go: everybody writes one line, without a name.")


def _row(line: Line, _: Words) -> list[str]:
    when = f"{clock(line.start)}–{clock(line.end)}"
    if line.pause:
        named = {Pause.BREAK: _("Break"), Pause.LUNCH: _("Lunch"), Pause.PRAYER: _("Time for prayer")}
        return [when, named[line.pause], "", ""]
    if not line.title:
        return [when, _("Lesson {lesson}: no guide in this language yet", lesson=line.lesson), "", ""]
    percent = _("{n}%", n=round(100 * line.debrief_min / (line.end - line.start)))
    return [when, f"{line.lesson} · {line.title}", line.cut, percent]
