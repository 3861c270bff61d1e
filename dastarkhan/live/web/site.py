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
    owner : str
        What the proxy of a hub proves itself with; ``""`` without a hub.
    """

    room: Room
    join_urls: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: Path | None = None
    guesses: Guesses = field(default_factory=Guesses)
    owner: str = ""


def site_of(request: Request) -> Site:
    """Return the site of a request."""
    site: Site = request.app.state.site
    return site


def room_of(request: Request) -> Room:
    """Return the room of a request."""
    return site_of(request).room


def join_urls(request: Request) -> tuple[str, ...]:
    """Return addresses for phones: those of the start, else where this request came in."""
    return site_of(request).join_urls or (_as_it_came(request),)


def _as_it_came(request: Request) -> str:
    """Put together where the browser believes to be; a proxy tells its folder and how the browser came to it."""
    url, headers = request.url, request.headers
    scheme = headers.get("x-forwarded-proto", url.scheme).split(",")[0].strip()
    return f"{scheme}://{url.netloc}{headers.get('x-forwarded-context', '').rstrip('/')}/"
