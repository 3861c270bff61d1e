"""The application: which address leads where, and what is said when something is wrong."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dastarkhan.live.pages.environment import ASSETS
from dastarkhan.live.room.absence import keep_watch
from dastarkhan.live.room.playing import follow_all
from dastarkhan.live.web import hub, seat_routes, trainer_routes, wall_routes
from dastarkhan.live.web.doors import NotYours, language_of
from dastarkhan.live.web.forms import refused
from dastarkhan.live.web.safety import Safety, TooLargeError
from dastarkhan.live.web.site import Site
from dastarkhan.live.web.taps import TapsFirst
from simulations.errors import KitError

DAY_S = 24 * 3600
GONE = 410
"""Tells an open page that its room was erased."""
SMALLEST_TO_PACK = 600


async def static(request: Request) -> Response:
    """Give a file that never changes while a server runs; a phone may keep it for a day."""
    name = request.path_params["name"]
    if name not in ASSETS:
        raise HTTPException(404)
    return FileResponse(ASSETS[name], headers={"cache-control": f"private, max-age={DAY_S}"})


PACKED = (Middleware(GZipMiddleware, minimum_size=SMALLEST_TO_PACK),)
"""For pages and files. What answers a tap is short, and a stream of news packs itself."""

ROUTES = (
    Route("/move", seat_routes.move, methods=["POST"]),
    Route("/table-events", seat_routes.table_events),
    Route("/", hub.front, name="front", middleware=PACKED),
    Route("/", seat_routes.show, methods=["POST"], middleware=PACKED),
    Route("/join", seat_routes.join, methods=["POST"], name="join", middleware=PACKED),
    Route("/enter", seat_routes.enter),
    Route("/table", seat_routes.table, middleware=PACKED),
    Route("/me", seat_routes.me, methods=["POST"]),
    Route("/line", seat_routes.line, methods=["POST"]),
    Route("/away", seat_routes.away, methods=["POST"]),
    Route("/back", seat_routes.back, methods=["POST"]),
    Route("/trainer", trainer_routes.trainer, middleware=PACKED),
    Route("/trainer-events", trainer_routes.trainer_events),
    Route("/act", trainer_routes.do, methods=["POST"]),
    Route("/records", trainer_routes.records),
    Route("/record", trainer_routes.record, middleware=PACKED),
    Route("/wall", wall_routes.wall, middleware=PACKED),
    Route("/wall-events", wall_routes.wall_events),
    Route("/static/{name}", static, middleware=PACKED),
)


def create_app(begin: Callable[[], Awaitable[Site]]) -> Starlette:
    """Return the application of a room.

    Parameters
    ----------
    begin : callable
        Gives the site when the server starts, in the loop that serves it.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.site = await begin()
        room = app.state.site.room
        room.spawn(keep_watch(room))
        room.spawn(follow_all(room))  # a server that was cut off goes on where it was
        yield
        await room.stop()

    return Starlette(
        routes=ROUTES,
        middleware=[Middleware(TapsFirst), Middleware(Safety)],
        exception_handlers={
            NotYours: _not_yours,
            KitError: _refused,
            TooLargeError: _too_large,
            HTTPException: _no_such_page,
        },
        lifespan=lifespan,
    )


async def _not_yours(request: Request, error: Exception) -> Response:
    fault = _kit(error)
    return refused(request, fault, language_of(request), ".", GONE if fault.code == "live.erased" else 403)


async def _refused(request: Request, error: Exception) -> Response:
    return refused(request, _kit(error), language_of(request), ".", 409)


async def _too_large(request: Request, error: Exception) -> Response:
    return refused(request, KitError("live.too_large"), language_of(request), ".", 413)


async def _no_such_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    code = "live.bad_form" if status == 400 else "live.no_such_page"
    return refused(request, KitError(code), language_of(request), ".", status)


def _kit(error: Exception) -> KitError:
    return error if isinstance(error, KitError) else KitError("live.no_such_page")
