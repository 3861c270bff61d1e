"""The socket and the processes of a room."""

import os
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess

from dastarkhan.live.web.wire import Wire
from dastarkhan.live.worker import ENVIRONMENT, OnAir
from simulations.errors import KitError

EVERYWHERE, HERE = "0.0.0.0", "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 8600, 50
LOST_S = 30
"""After so long without a sign of life a phone is taken to be out of reach, and its page is closed."""
CALM_S = 5
"""So long open pages have to close when the server ends."""
WAITING = 256
"""So many phones may knock before the first is let in."""


def listening(host: str, asked: int | None) -> socket.socket:
    """Return a socket on the port asked for, or on the first free one; who comes early waits there.

    Raises
    ------
    KitError
        ``jupyter.port_taken``.
    """
    for port in [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        found = socket.socket()
        if os.name == "posix":  # Windows would let two servers share one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux would go on for a quarter of an hour; Windows gives up sooner
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 1000 * LOST_S)
        try:
            found.bind((host, port))
            found.listen(WAITING)  # two servers may be bound to one port, but only one may listen
        except OSError:
            found.close()
            continue
        return found
    raise KitError("jupyter.port_taken", port=asked or FIRST_PORT)


def back_at(port: int, host: str, at: socket.socket) -> socket.socket:
    """Return a socket on the port where the room was before, for its open pages knock there; else the one given."""
    if port in (0, at.getsockname()[1]):
        return at
    try:
        found = listening(host, port)
    except KitError:
        return at
    at.close()
    return found


def configured(app: str | Callable[[], Starlette], *, workers: int = 1, calm_s: int = CALM_S) -> uvicorn.Config:
    """Return how a room is served.

    Parameters
    ----------
    app : str or callable
        What makes the application, or its name, so that each process makes its own.
    workers : int, optional
    calm_s : int, optional
    """
    return uvicorn.Config(
        app,
        factory=True,
        workers=workers,
        http=Wire,
        ws="none",
        log_config=None,  # no address of anybody is written anywhere
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=calm_s,
    )


def serve(air: OnAir, at: socket.socket, workers: int) -> None:
    """Serve a room until a person stops it."""
    os.environ[ENVIRONMENT] = air.to_text()
    config = configured("dastarkhan.live.worker:build", workers=workers)
    if workers == 1:
        uvicorn.Server(config).run(sockets=[at])
    else:
        Multiprocess(config, sockets=[at]).run()
