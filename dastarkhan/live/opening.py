"""Opening the trainer's page in a browser without showing its key to others who use this computer."""

import contextlib
import html
import os
import webbrowser
from collections.abc import Iterator
from pathlib import Path

DOOR = """<!DOCTYPE html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={address}">
<title>Dastarkhan</title>
<a href="{address}">Dastarkhan</a>
"""


@contextlib.contextmanager
def opened(address: str, door: Path) -> Iterator[None]:
    """Open a private address in the browser; the page that leads there goes when the room ends.

    Everybody on a computer may read the command line of a browser, so the address does not stand there, but in a file
    for its owner's eyes only.

    Parameters
    ----------
    address : str
    door : Path
        The file to write; a fault of the disk opens nothing, for the address stands in the window already.
    """
    try:
        with contextlib.suppress(OSError):
            write_door(door, address)
            webbrowser.open(door.as_uri())
        yield
    finally:
        with contextlib.suppress(OSError):
            door.unlink(missing_ok=True)


def write_door(door: Path, address: str) -> None:
    """Write the page that leads on to an address."""
    door.parent.mkdir(parents=True, exist_ok=True)
    door.unlink(missing_ok=True)
    with os.fdopen(os.open(door, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as page:
        page.write(DOOR.format(address=html.escape(address)))
