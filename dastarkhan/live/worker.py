"""One process that serves a room; what it needs to know comes from the command through the environment."""

import gc
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from starlette.applications import Starlette

from dastarkhan.live.ending import at_the_end, end_quietly
from dastarkhan.live.room.room import Room
from dastarkhan.live.store import Store
from dastarkhan.live.web.app import create_app
from dastarkhan.live.web.site import Site

ENVIRONMENT = "DASTARKHAN_LIVE"
OLD = 1000
"""So often the middle-aged are looked through before the old: 100 times less often than Python does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAir:
    """What the command has settled.

    Attributes
    ----------
    url : str
        Of the store; a room is there already.
    join_urls, warnings : tuple of str
        As in `Site`.
    records : str
        Folder for saved moves.
    owner : str
        As in `Site`.
    """

    url: str
    join_urls: tuple[str, ...]
    warnings: tuple[str, ...]
    records: str
    owner: str = ""

    def to_text(self) -> str:
        """Write it for the environment."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> "OnAir":
        """Read what `to_text` wrote."""
        about = json.loads(text)
        return cls(**{**about, "join_urls": tuple(about["join_urls"]), "warnings": tuple(about["warnings"])})


def sweep_rarely() -> None:
    """Let Python look through everything for what nobody needs far less often.

    What the start has left stays anyway, and the search holds everybody up. The young are looked through as before.
    """
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, OLD)


def build() -> Starlette:
    """Return the application; uvicorn calls it in each process."""
    air = OnAir.from_text(os.environ[ENVIRONMENT])
    end_quietly()

    async def begin() -> Site:
        room = await Room.begin(await Store.open(air.url), {})
        at_the_end(room.watches.close)
        sweep_rarely()
        return Site(
            room=room,
            join_urls=air.join_urls,
            warnings=air.warnings,
            records=Path(air.records),
            owner=air.owner,
        )

    return create_app(begin)
