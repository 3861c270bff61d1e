"""``dastarkhan live``: open a room on this computer, for everybody in the same network."""

import argparse
import asyncio
import datetime
import json
import os
import socket
import sys
import time
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from dastarkhan.languages import environment_language, say, words
from dastarkhan.live.addresses import addresses
from dastarkhan.live.beginning import first_entry, records_folder, room_url
from dastarkhan.live.invitation import code_in_signs, qr_lines
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import key_for
from dastarkhan.live.store import Store, copy_room
from dastarkhan.live.worker import ENVIRONMENT, OnAir
from simulations.errors import KitError

DONE = 0
EVERYWHERE, HERE = "0.0.0.0", "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 8600, 50
CALM_S = 5
"""So long open pages have to close when the server ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the room is to be found.

    Attributes
    ----------
    join, trainer, wall : str
        Full addresses.
    code : str
        Six signs to type.
    """

    join: str
    trainer: str
    wall: str
    code: str


def run(args: argparse.Namespace) -> int:
    """Serve a room until it is stopped.

    Parameters
    ----------
    args : argparse.Namespace
        ``case``; ``plan``, ``absence``, ``wall``, ``room``, ``port`` (each may be None), ``only_here``, ``no_browser``,
        ``backup``, ``workers``, ``language`` and ``json``.

    Returns
    -------
    int
        0 when a person stopped it.

    Raises
    ------
    KitError
        For a case, a file or a port that does not do.
    """
    lang = args.language or environment_language()
    if args.backup:
        if not args.room or "://" in args.room:
            raise KitError("live.no_room_named")
        copy_room(Path(args.room), Path(args.backup))
        return DONE
    url = room_url(args.room, args.case, datetime.date.today().isoformat())
    with _listening(HERE if args.only_here else EVERYWHERE, args.port) as listening:
        workers = _workers(args.workers, url)
        room = asyncio.run(_begin(url, args, lang))
        port = listening.getsockname()[1]
        hosts = () if args.only_here else addresses()
        air = OnAir(
            url=url,
            join_urls=tuple(f"http://{host}:{port}/" for host in hosts or (HERE,)),
            warnings=("live.no_tls",) if hosts else ("live.only_here",) if args.only_here else ("live.no_network",),
            records=str(records_folder()),
        )
        greet(links_of(room, hosts, port), args, air.warnings, lang)
        _serve(air, listening, workers)
    return DONE


def _workers(asked: int, url: str) -> int:
    if asked > 1 and url.startswith("sqlite"):
        raise KitError("live.one_worker", value=asked)
    return asked


def _listening(host: str, asked: int | None) -> socket.socket:
    """Return a socket on the port asked for, or on the first free one.

    Raises
    ------
    KitError
        ``machine.port_taken``.
    """
    for port in [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        found = socket.socket()
        if os.name == "posix":  # Windows would let two servers share one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, port))
        except OSError:
            found.close()
            continue
        return found
    raise KitError("jupyter.port_taken", port=asked or FIRST_PORT)


async def _begin(url: str, args: argparse.Namespace, lang: str) -> Room:
    """Begin a room, or read the one that is there, and let go of the store: who serves it opens it again."""
    store = await Store.open(url)
    try:
        return await Room.begin(store, first_entry(args, lang, time.time()))
    finally:
        await store.close()


def _serve(air: OnAir, listening: socket.socket, workers: int) -> None:
    config = uvicorn.Config(
        "dastarkhan.live.worker:build",
        factory=True,
        workers=workers,
        log_config=None,  # no address of anybody is written anywhere
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=CALM_S,
    )
    os.environ[ENVIRONMENT] = air.to_text()
    if workers == 1:
        uvicorn.Server(config).run(sockets=[listening])
    else:
        Multiprocess(config, sockets=[listening]).run()


def links_of(room: Room, hosts: Sequence[str], port: int) -> Links:
    """Return the addresses of a room; trainer and wall are opened on this computer."""
    secret, state = room.state.secret, room.state
    here = f"http://{HERE}:{port}/"
    return Links(
        join=f"http://{hosts[0] if hosts else HERE}:{port}/?code={state.code}",
        trainer=f"{here}trainer?key={key_for(secret, 'trainer1')}",
        wall=f"{here}wall?key={key_for(secret, 'wall')}",
        code=state.code,
    )


def greet(links: Links, args: Any, warnings: Sequence[str], lang: str) -> None:
    """Show the big code and the links, and open the trainer's page."""
    if args.json:
        about = {"join": links.join, "trainer": links.trainer, "wall": links.wall, "code": links.code}
        print(json.dumps(about), flush=True)
        return
    _ = words(lang, "live")
    print("\n".join(qr_lines(links.join, sys.stdout.encoding)))
    print(f"\n   {code_in_signs(links.code)}\n")
    print(_("People scan the square, or open this address and type the six signs: {address}", address=links.join))
    print(_("Your own page, for nobody else: {address}", address=links.trainer))
    print(_("The wall, for the projector: {address}", address=links.wall))
    for code in warnings:
        print(say(KitError(code), lang))
    print(_("If this computer asks about a firewall, allow private networks. Without it phones cannot come in."))
    print(_("Stop with Ctrl+C. Nothing is lost: “--room” with the same file goes on."), flush=True)
    if not args.no_browser:
        webbrowser.open(links.trainer)
