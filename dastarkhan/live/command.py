"""``dastarkhan live``: open a room on this computer, for everybody in the same network."""

import argparse
import asyncio
import contextlib
import datetime
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dastarkhan.languages import environment_language, say, words
from dastarkhan.languages.near_home import near_home
from dastarkhan.live.addresses import addresses
from dastarkhan.live.beginning import first_entry, records_folder, room_file, room_url
from dastarkhan.live.invitation import code_in_signs, qr_lines
from dastarkhan.live.opening import opened
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import key_for
from dastarkhan.live.serving import EVERYWHERE, HERE, back_at, listening, serve
from dastarkhan.live.store import Store, copy_room
from dastarkhan.live.worker import OnAir
from simulations.errors import KitError

DONE = 0
OWNER = "DASTARKHAN_LIVE_OWNER"
"""Variable in which the tile of a hub hands over what its proxy proves itself with."""


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
        ``case``; ``plan``, ``absence``, ``wall``, ``room``, ``port`` (each may be None), ``only_here``, ``hub``,
        ``no_browser``, ``backup``, ``workers``, ``language`` and ``json``.

    Returns
    -------
    int
        0 when it ended by itself or a copy was made; Ctrl+C goes on to the caller.

    Raises
    ------
    KitError
        For a case, a file or a port that does not do.
    """
    lang = args.language or environment_language()
    if args.backup:
        return _back_up(args, lang)
    url = room_url(args.room, args.case, datetime.date.today().isoformat())
    if args.workers > 1 and url.startswith("sqlite"):
        raise KitError("live.one_worker", value=args.workers)
    alone = args.only_here or args.hub
    host = HERE if alone else EVERYWHERE
    with contextlib.ExitStack() as sockets:
        at = sockets.enter_context(listening(host, args.port))

        def place(before: int) -> int:
            nonlocal at
            if not args.port:
                at = sockets.enter_context(back_at(before, host, at))
            return int(at.getsockname()[1])

        room, before = asyncio.run(_begin(url, args, lang, place))
        port = room.state.port
        hosts = () if alone else addresses()
        air = OnAir(
            url=url,
            join_urls=() if args.hub else tuple(f"http://{host}:{port}/" for host in hosts or (HERE,)),
            warnings=(_warning(args, hosts),),
            records=str(records_folder()),
            owner=os.environ.pop(OWNER, "") if args.hub else "",
        )
        links = links_of(room, hosts, port, args.language or environment_language(otherwise=""))
        told = [say(KitError(code), lang) for code in air.warnings]
        if before not in (0, port):
            told.insert(0, say(KitError("live.other_port", value=before), lang))
        if too_near := near_home(room.state.case, words(lang, "live")):
            told.insert(0, too_near)
        greet(links, hosts, args, told, lang)
        with _browser(links, args, port):
            serve(air, at, args.workers)
    return DONE


def _back_up(args: argparse.Namespace, lang: str) -> int:
    """Copy the room's file and say where the copy is."""
    if not args.room:
        raise KitError("live.no_room_named")
    copy_room(room_file(args.room), Path(args.backup))
    if args.json:
        print(json.dumps({"copy": args.backup}))
    else:
        print(words(lang, "live")("The room was copied into {file}.", file=args.backup))
    return DONE


def _warning(args: argparse.Namespace, hosts: Sequence[str]) -> str:
    if args.hub:
        return "live.hub"
    return "live.no_tls" if hosts else "live.only_here" if args.only_here else "live.no_network"


def _browser(links: Links, args: argparse.Namespace, port: int) -> contextlib.AbstractContextManager[None]:
    if args.no_browser or args.json or args.hub:
        return contextlib.nullcontext()
    return opened(links.trainer, records_folder() / f"open-{port}.html")


async def _begin(url: str, args: argparse.Namespace, lang: str, place: Callable[[int], int]) -> tuple[Room, int]:
    """Begin a room, or read the one that is there, and let go of the store: who serves it opens it again.

    Parameters
    ----------
    url : str
    args : argparse.Namespace
    lang : str
    place : callable
        From the port where the room was served last, 0 for a new one, to the one where it is now. That is noted.

    Returns
    -------
    (Room, int)
        And the port where it was before.
    """
    about = first_entry(args, lang, time.time())  # first: what is refused leaves no file behind
    store = await Store.open(url)
    try:
        room = await Room.begin(store, about)
        before = room.state.port
        if (port := place(before)) != before:
            await room.tell("served", {"port": port})
        return room, before
    finally:
        await store.close()


def links_of(room: Room, hosts: Sequence[str], port: int, lang: str = "") -> Links:
    """Return the addresses of a room; trainer and wall are opened on this computer.

    Where somebody has asked for a language, the trainer's page opens in it, whatever the browser wishes.
    """
    secret, state = room.state.secret, room.state
    here, spoken = f"http://{HERE}:{port}/", f"&language={lang}" if lang else ""
    return Links(
        join=f"http://{hosts[0] if hosts else HERE}:{port}/?code={state.code}",
        trainer=f"{here}trainer?key={key_for(secret, 'trainer1')}{spoken}",
        wall=f"{here}wall?key={key_for(secret, 'wall')}",
        code=state.code,
    )


def greet(links: Links, hosts: Sequence[str], args: Any, warnings: Sequence[str], lang: str) -> None:
    """Show the big code and the links."""
    if args.json:
        about = {"join": links.join, "trainer": links.trainer, "wall": links.wall, "code": links.code}
        print(json.dumps(about), flush=True)
        return
    _ = words(lang, "live")
    print("\n".join(qr_lines(links.join, sys.stdout.encoding)))
    print(f"\n   {code_in_signs(links.code)}\n")
    print(_("People scan the square, or open this address and type the six signs: {address}", address=links.join))
    for host in hosts[1:]:
        print(_("If phones cannot open it, try this address: {address}", address=_at(host, links.join)))
    print(_("Your own page, for nobody else: {address}", address=links.trainer))
    print(_("The wall, for the projector: {address}", address=links.wall))
    for warning in warnings:
        print(warning)
    print(_("If this computer asks about a firewall, allow private networks. Without it phones cannot come in."))
    print(_("Stop with Ctrl+C. Nothing is lost: “--room” with the same file goes on."), flush=True)


def _at(host: str, address: str) -> str:
    """Write an address with another host."""
    parts = urlsplit(address)
    return parts._replace(netloc=f"{host}:{parts.port}").geturl()
