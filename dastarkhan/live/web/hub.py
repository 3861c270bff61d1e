"""The door behind a hub: who gets through its proxy owns the server, and may be trainer, wall and participant.

The proxy adds a secret that only it and this process know (see dastarkhan/jupyter/live_tile.py). Somebody else on the
same machine, who comes to the port directly, does not have it and needs a code or a key as everywhere.
"""

import hmac

from starlette.requests import Request
from starlette.responses import Response

from dastarkhan.languages import say
from dastarkhan.live.pages.environment import render
from dastarkhan.live.room.secrets import key_for
from dastarkhan.live.web import seat_routes
from dastarkhan.live.web.answers import page
from dastarkhan.live.web.doors import language_of
from dastarkhan.live.web.site import site_of
from simulations.errors import KitError

HEADER = "x-dastarkhan-owner"


async def front(request: Request) -> Response:
    """Show the owner of a hub's server the three ways in; everybody else the first page."""
    if not _is_owner(request) or "code" in request.query_params:
        return await seat_routes.front(request)
    state, lang = site_of(request).room.state, language_of(request)
    links = {
        "trainer": f"trainer?key={key_for(state.secret, 'trainer1')}",
        "wall": f"wall?key={key_for(state.secret, 'wall')}",
        "join": f"?code={state.code}",
    }
    return page(str(render("hub.html", lang, links=links, sentence=say(KitError("live.hub"), lang))))


def _is_owner(request: Request) -> bool:
    owner = site_of(request).owner
    return bool(owner) and hmac.compare_digest(owner.encode(), request.headers.get(HEADER, "").encode())
