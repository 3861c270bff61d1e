"""Which picture of the results stands on the wall: the newest that the trainer has released."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dastarkhan.live.pages.environment import render
from dastarkhan.live.pages.wall_dots import dots
from dastarkhan.live.pages.wall_relations import relations
from dastarkhan.live.pages.wall_stress import stress
from dastarkhan.live.room.looks import WallLook
from dastarkhan.live.room.releasing import releases_of
from dastarkhan.live.room.stages import Release

PICTURES: Mapping[Release, Callable[[WallLook], object]] = {
    Release.DOTS: dots,
    Release.RELATIONS: relations,
    Release.STRESS: stress,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and which one it is; what it says stands beside it, in every language of the wall."""

    what: str
    drawn: Markup
    about: object


def picture(look: WallLook, columns: object) -> Picture | None:
    """Return the picture of the newest release; None before there is one, and where it would point at a table."""
    newest = newest_release(look)
    if newest is None or newest not in look.pictures:
        return None
    return _drawn(look, columns, newest, PICTURES[newest](look))


def newest_release(look: WallLook) -> Release | None:
    """Return the step that was given last, in the order of the debrief."""
    return next((one for one in reversed(releases_of(look.case.game)) if one in look.released), None)


def _drawn(look: WallLook, columns: object, what: Release, about: object) -> Picture:
    html = render(f"wall_{what.value}.html", look.languages[0], about=about, columns=columns)
    return Picture(what=what.value, drawn=html, about=about)
