"""Who is asking: keys in cookies, tokens in forms, and the language of somebody who is not known yet."""

import hmac
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response

from dastarkhan.languages import environment_language, language
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import form_token, key_for, who_has
from dastarkhan.live.web.site import room_of
from simulations.errors import KitError

SEAT, TRAINER, WALL = "seat", "trainer", "wall"
COOKIE_DAYS = 2
PERSIAN, DARI = "fa", "prs"  # the nearest that the kit speaks


class NotYours(KitError):  # noqa: N818 - said to a person
    """A page or a form without the right key."""


def give_key(request: Request, response: Response, door: str, who: str) -> None:
    """Let a browser keep the key of a link.

    No path is named, so that the browser takes the folder of this address: right behind any proxy too.
    """
    response.set_cookie(
        f"dastarkhan_{door}",
        key_for(room_of(request).state.secret, who),
        max_age=COOKIE_DAYS * 24 * 3600,
        path=None,
        httponly=True,
        samesite="lax",
        secure=is_private(request),
    )


def is_private(request: Request) -> bool:
    """Tell whether the way from the browser is encrypted."""
    said = request.headers.get("x-forwarded-proto", request.url.scheme)
    return said.split(",")[0].strip() == "https"  # several proxies in a row: the first one met the browser


def there(request: Request) -> Room:
    """Return the room, unless it was erased: then no door leads anywhere any more.

    Raises
    ------
    NotYours
        ``live.erased``.
    """
    room = room_of(request)
    if room.erased:
        raise NotYours("live.erased")
    return room


async def who_asks(request: Request, door: str) -> str:
    """Return who holds the key of a door.

    Raises
    ------
    NotYours
        ``live.not_yours`` or ``live.erased``.
    """
    return await _who(request, door, request.cookies.get(f"dastarkhan_{door}", ""))


async def who_enters(request: Request, door: str) -> str:
    """Return whose link was opened."""
    return await _who(request, door, request.query_params.get("key", ""))


async def _who(request: Request, door: str, key: str) -> str:
    room = there(request)
    who = who_has(room.state.secret, key)
    if who is not None and not _fits(request, door, who):
        await room.catch_up()  # a key of ours: perhaps another process let somebody in a moment ago
    if who is None or not _fits(request, door, who):
        raise NotYours("live.not_yours")
    return who


def _fits(request: Request, door: str, who: str) -> bool:
    state = room_of(request).state
    if door == SEAT:
        return who in state.people
    if door == TRAINER:
        return who in {f"trainer{number}" for number in range(1, state.trainers + 1)}
    return who == WALL


def check_token(request: Request, who: str, token: str) -> None:
    """Refuse a form that does not come from our own page.

    Raises
    ------
    NotYours
        ``live.foreign_form``.
    """
    secret = room_of(request).state.secret
    good = form_token(secret, key_for(secret, who))
    if not hmac.compare_digest(good.encode(), token.encode()) or _from_elsewhere(request):
        raise NotYours("live.foreign_form")


def _from_elsewhere(request: Request) -> bool:
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def language_of(request: Request) -> str:
    """Return the language of a page for somebody unknown: what the address says, then the browser, then the room."""
    header = request.headers.get("accept-language", "")
    wishes = [request.query_params.get("language", ""), *(part.split(";")[0].strip() for part in header.split(",")[:8])]
    for tag in filter(None, wishes):
        with suppress(KitError):
            return DARI if tag.lower() == PERSIAN else language(tag).code
    return environment_language()
