"""Who is asking: keys in cookies, tokens in forms, and the language of somebody who is not known yet."""

import hmac

from starlette.requests import Request
from starlette.responses import Response

from dastarkhan.languages import LANGUAGES, environment_language
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import form_token, key_for, who_has
from dastarkhan.live.web.site import room_of
from simulations.errors import KitError

SEAT, TRAINER, WALL = "seat", "trainer", "wall"
COOKIE_DAYS = 2
NEAREST = {"fa": "prs", "fa-af": "prs", "tg": "tg"}


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


def who_asks(request: Request, door: str) -> str:
    """Return who holds the key of a door.

    Raises
    ------
    NotYours
        ``live.not_yours`` or ``live.erased``.
    """
    room = there(request)
    who = who_has(room.state.secret, request.cookies.get(f"dastarkhan_{door}", ""))
    if who is None or not _fits(request, door, who):
        raise NotYours("live.not_yours")
    return who


def who_enters(request: Request, door: str) -> str:
    """Return whose link was opened."""
    who = who_has(there(request).state.secret, request.query_params.get("key", ""))
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
    asked = [request.query_params.get("language", "")]
    asked += [part.split(";")[0].strip().lower() for part in request.headers.get("accept-language", "").split(",")[:8]]
    for one in asked:
        for code in (one, NEAREST.get(one, ""), one.split("-")[0], NEAREST.get(one.split("-")[0], "")):
            if code in LANGUAGES:
                return code
    return environment_language()
