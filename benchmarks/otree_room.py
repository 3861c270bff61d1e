"""oTree's live pages, as its own documentation has them: the peer in the race of rooms."""

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import aiohttp
from rooms_at_work import PACKAGE, Person, Taps, Times, end, free_port, memory_mb, run, wait_for

SIX = 6

OTREE_SETTINGS = """
SESSION_CONFIGS = [dict(name="race", app_sequence=["race"], num_demo_participants=6)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0)
LANGUAGE_CODE, REAL_WORLD_CURRENCY_CODE, USE_POINTS = "en", "USD", True
SECRET_KEY, ADMIN_USERNAME = "race", "admin"
"""
OTREE_APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL, PLAYERS_PER_GROUP, NUM_ROUNDS = "race", 6, 1

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    moves = models.IntegerField(initial=0)
    last = models.LongStringField(initial="")

class Player(BasePlayer):
    pass

def say(player, data):
    player.group.moves += 1
    player.group.last = str(data)
    return {0: dict(n=data["n"], by=player.id_in_group, package=data["package"])}

class Table(Page):
    live_method = say

page_sequence = [Table]
"""
OTREE_PAGE = "{{ block content }}<p>table</p>{{ endblock }}"


@contextlib.contextmanager
def otree_server(python: str, folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Its production server, as its own documentation starts it."""
    for name in ("race", "_static", "_templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "settings.py").write_text(OTREE_SETTINGS, encoding="utf-8")
    (folder / "race" / "__init__.py").write_text(OTREE_APP, encoding="utf-8")
    (folder / "race" / "Table.html").write_text(OTREE_PAGE, encoding="utf-8")
    port = free_port()
    otree = str(Path(python).parent / "otree")
    environ = {**os.environ, "OTREE_PRODUCTION": "1", "PATH": f"{Path(python).parent}:{os.environ['PATH']}"}
    process = subprocess.Popen(
        [otree, "prodserver1of2", f"127.0.0.1:{port}"], cwd=folder, env=environ, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}", process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        end(process)


async def otree(n: int, seconds: float, taps: Taps, python: str, folder: Path) -> Times:
    """Run a session of oTree."""
    with otree_server(python, folder) as (base, process):
        async with aiohttp.ClientSession() as admin:
            about = {"session_config_name": "race", "num_participants": n}
            async with admin.post(f"{base}/api/sessions", json=about) as answer:
                assert answer.status == 200, await answer.text()
                wide = (await answer.json())["session_wide_url"]
        sessions, people = [], []
        try:
            for _ in range(n):
                session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
                sessions.append(session)
                people.append(await _otree_person(session, base, wide))
            groups = [people[place : place + SIX] for place in range(0, n - n % SIX, SIX)]
            times = await run(groups, seconds, taps)
            times.memory_mb = memory_mb(process.pid)
            return times
        finally:
            for session in sessions:
                await session.close()


async def _otree_person(session: aiohttp.ClientSession, base: str, wide: str) -> Person:
    async with session.get(wide) as answer:
        page = await answer.text()
    found = re.search(r'(/live\?[^"\']+)', page)
    assert found, page[:3000]
    path = found[1].replace("\\u0026", "&").replace("&amp;", "&")
    socket_ = await session.ws_connect(base.replace("http", "ws") + path)
    own: dict[int, asyncio.Event] = {}

    async def tap(number: int) -> None:
        own[number] = asyncio.Event()
        await socket_.send_json({"n": number, "package": PACKAGE})
        await own[number].wait()

    person = Person(tap=tap)

    async def listen() -> None:
        async for message in socket_:
            number = json.loads(message.data)["live_method_payload"]["n"]
            person.saw(number)
            if number in own:
                own[number].set()

    person.listening = asyncio.ensure_future(listen())
    return person
