"""The wall: what everybody in the room sees, from eight metres away, in up to three languages side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.languages.result_words import measure_words, result_words
from dastarkhan.live.invitation import code_in_signs
from dastarkhan.live.pages.board import guide_words, qr
from dastarkhan.live.pages.environment import render, words_of
from dastarkhan.live.pages.seals import Seal, seals
from dastarkhan.live.pages.wall_pictures import newest_release, picture
from dastarkhan.live.room.looks import WallLook
from dastarkhan.live.room.stages import Release, Stage

MOST_LINES = 8
"""More do not fit on a wall."""
MOST_NEWS = 2
"""In one language; side by side only the newest has room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One language of the wall.

    Attributes
    ----------
    words : Words
    html, direction : str
        Values of the attributes ``lang`` and ``dir``.
    step, then : str
        Titles of the step that runs and of the one that follows; ``""`` without one.
    news : tuple of str
        The newest.
    sides : tuple of Seal
        Signs and names of the sides, in the order of the case.
    """

    words: Words
    html: str
    direction: str
    step: str
    then: str
    news: tuple[str, ...]
    sides: tuple[Seal, ...]


def columns(look: WallLook) -> tuple[Column, ...]:
    """Return the languages side by side."""
    return tuple(_column(look, code) for code in look.languages)


def _column(look: WallLook, code: str) -> Column:
    _ = words_of(code)
    fresh = look.news[-1:] if len(look.languages) > 1 else look.news[-MOST_NEWS:]

    def title(step: str) -> str:
        return guide_words(code, look.guide).marked(step, context="steps.title") if step and look.guide else step

    return Column(
        words=_,
        html=LANGUAGES[code].html,
        direction=_.direction,
        step=title(look.clock.step),
        then=title(look.next_step),
        news=tuple(_.case(look.case, f"injects.{inject}.news") for inject in fresh),
        sides=tuple(seals(look.case, code).values()),
    )


def wall_parts(look: WallLook) -> dict[str, str]:
    """Return the inside of every section of the wall."""
    return {name: draw(look) for name, draw in PARTS.items()}


def wall_page(look: WallLook, events: str = "wall-events") -> str:
    """Return the whole wall.

    Parameters
    ----------
    look : WallLook
    events : str, optional
        Relative address of the news.
    """
    said = {LANGUAGES[code].digits for code in look.languages}
    digits = said.pop() if len(said) == 1 else LANGUAGES["en"].digits  # those that all can read
    return str(render("wall.html", look.languages[0], look=look, parts=wall_parts(look), events=events, digits=digits))


def _draw(template: str, look: WallLook, **values: object) -> Markup:
    columns_ = columns(look)
    return Markup(render(template, look.languages[0], look=look, columns=columns_, **values).strip())


def _head(look: WallLook) -> Markup:
    """Draw the title, the year, the step that runs where it is not the main thing, and the code for latecomers."""
    main = look.stage in (Stage.PLAY, Stage.PAUSE) or step_first(look)
    latecomers = look.code if look.stage in (Stage.PLAY, Stage.PAUSE) else ""
    return _draw("wall_head.html", look, late=code_in_signs(latecomers) if latecomers else "",
                 beside=not main and look.stage is not Stage.CLOSED)  # fmt: skip


def step_first(look: WallLook) -> bool:
    """Tell whether the run-sheet has gone on after the talks, and no picture of the results is looked at."""
    went_on = look.stage is Stage.HELD and look.looks_back and look.clock.step
    return bool(went_on) and newest_release(look) not in look.pictures


def _main(look: WallLook) -> Markup:
    return STAGES[look.stage](look)


def _gather(look: WallLook) -> Markup:
    _ = words_of(look.languages[0])
    square = qr(look.join_url, _("The square to scan")) if look.code else Markup("")
    address = look.join_url.partition("?")[0]
    return _draw("wall_gather.html", look, qr=square, code=code_in_signs(look.code), address=address,
                 seated=look.stage is Stage.SEATED)  # fmt: skip


def _play(look: WallLook) -> Markup:
    return _draw("wall_play.html", look, paused=look.stage is Stage.PAUSE)


def _held(look: WallLook) -> Markup:
    newest = newest_release(look)
    return _draw("wall_held.html", look, picture=picture(look, columns(look)), own=Release.OWN in look.released,
                 own_years=newest is Release.STRESS, step_first=step_first(look), lines=look.lines[:MOST_LINES],
                 result_words=result_words, measure_words=measure_words)  # fmt: skip


def _closed(look: WallLook) -> Markup:
    return _draw("wall_closed.html", look)


def _says(look: WallLook) -> Markup:
    return _draw("wall_says.html", look, message=look.messages[-1] if look.messages else None)


STAGES: Mapping[Stage, Callable[[WallLook], Markup]] = {
    Stage.GATHER: _gather,
    Stage.SEATED: _gather,
    Stage.PLAY: _play,
    Stage.PAUSE: _play,
    Stage.HELD: _held,
    Stage.CLOSED: _closed,
}
PARTS: Mapping[str, Callable[[WallLook], Markup]] = {"head": _head, "main": _main, "says": _says}
