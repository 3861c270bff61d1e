"""The wall: what everybody in the room sees."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dastarkhan.live.pages.plain import erased_parts
from dastarkhan.live.pages.wall import PARTS, wall_page, wall_parts
from dastarkhan.live.room.looking import wall_look
from dastarkhan.live.room.looks import WallLook
from dastarkhan.live.room.watching import Watch
from dastarkhan.live.web.answers import page
from dastarkhan.live.web.doors import WALL, give_key, who_asks, who_enters
from dastarkhan.live.web.events import Drawn, name_of, stream
from dastarkhan.live.web.site import join_urls, room_of

GATHER_S = 0.4


async def wall(request: Request) -> Response:
    """Open the wall's link, or show the wall."""
    if "key" in request.query_params:
        answer = RedirectResponse("wall", status_code=303)
        give_key(request, answer, WALL, await who_enters(request, WALL))
        return answer
    await who_asks(request, WALL)
    look = _look(request)
    return page(wall_page(look, events=f"wall-events?seen={name_of((0, wall_parts(look)))}"))


def _look(request: Request) -> WallLook:
    room = room_of(request)
    return wall_look(room, f"{join_urls(request)[0]}?code={room.state.code}")


async def wall_events(request: Request) -> Response:
    """Send what changes on the wall."""
    room = room_of(request)
    await who_asks(request, WALL)
    watch = Watch(("room", "tables"), gather_s=GATHER_S)

    def draw() -> Drawn:
        if room.erased:
            return 0, erased_parts(room.state.wall_languages[0], PARTS)
        return 0, wall_parts(_look(request))

    async def began() -> None:
        room.watches.add(watch)

    async def ended() -> None:
        room.watches.remove(watch)

    return stream(request, room.watches, watch, draw, began, ended)
