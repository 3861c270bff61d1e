"""What every request needs: the room, and what the start has settled."""

from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

from dastarkhan.live.room.room import Room
from dastarkhan.live.web.guesses import Guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A room on the air.

    Attributes
    ----------
    room : Room
    join_urls : tuple of str
        Addresses for phones, the best first; empty: as the request came in.
    warnings : tuple of str
        Codes of sentences that the trainer's page shows.
    records : Path or None
        Folder where the trainer may save the moves.
    guesses : Guesses
        Of join codes.
    """

    room: Room
    join_urls: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: Path | None = None
    guesses: Guesses = field(default_factory=Guesses)


def site_of(request: Request) -> Site:
    """Return the site of a request."""
    site: Site = request.app.state.site
    return site


def room_of(request: Request) -> Room:
    """Return the room of a request."""
    return site_of(request).room


def join_urls(request: Request) -> tuple[str, ...]:
    """Return addresses for phones: those of the start, else where this request came in."""
    return site_of(request).join_urls or (str(request.url_for("join")).removesuffix("join"),)
