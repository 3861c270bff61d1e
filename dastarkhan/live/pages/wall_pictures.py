"""Which picture of the results stands on the wall: the newest that the trainer has released."""

from dataclasses import dataclass

from markupsafe import Markup

from dastarkhan.live.pages.environment import render
from dastarkhan.live.pages.wall_dots import dots
from dastarkhan.live.pages.wall_relations import relations
from dastarkhan.live.pages.wall_stress import stress
from dastarkhan.live.room.looks import WallLook
from dastarkhan.live.room.stages import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and which one it is; what it says stands beside it, in every language of the wall."""

    what: str
    drawn: Markup
    about: object


def picture(look: WallLook, columns: object) -> Picture | None:
    """Return the picture of the newest release; None before there is one."""
    if Release.STRESS in look.released and look.case.game == "river":
        return _drawn(look, columns, Release.STRESS, stress(look))
    if Release.RELATIONS in look.released:
        return _drawn(look, columns, Release.RELATIONS, relations(look))
    if Release.DOTS in look.released:
        return _drawn(look, columns, Release.DOTS, dots(look))
    return None


def _drawn(look: WallLook, columns: object, what: Release, about: object) -> Picture:
    html = render(f"wall_{what.value}.html", look.languages[0], about=about, columns=columns)
    return Picture(what=what.value, drawn=html, about=about)
