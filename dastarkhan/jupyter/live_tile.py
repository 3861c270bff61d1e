"""The tile "Live table" in JupyterLab's launcher, on a hub and on Binder, through jupyter-server-proxy."""

import secrets
import sys
from typing import Any

from dastarkhan.jupyter.places import OWN_FILES
from dastarkhan.languages import environment_language, words

START_S = 60.0
OWNER = "DASTARKHAN_LIVE_OWNER"  # read by dastarkhan.live.command
HEADER = "X-Dastarkhan-Owner"  # read by dastarkhan.live.web.hub


def tile() -> dict[str, Any]:
    """Describe the server of a room to jupyter-server-proxy, which starts it at the first click.

    Whoever gets through the proxy may run code on this server anyway, so they may lead the room. The proxy shows that
    it is the proxy with a secret that is drawn here. It sends a stream on at once, but forgets to say that it is
    packed; so it asks for nothing packed.

    Returns
    -------
    dict
        Keys as in ``c.ServerProxy.servers``.
    """
    owner = secrets.token_hex(16)
    _ = words(environment_language(), "kit")
    return {
        "command": [sys.executable, "-m", "dastarkhan", "live", "--hub", "--json", "--port", "{port}"],
        "environment": {OWNER: owner},
        "request_headers_override": {HEADER: owner, "Accept-Encoding": "identity"},
        "timeout": START_S,
        "absolute_url": False,
        "launcher_entry": {"title": _("Live table"), "icon_path": str(OWN_FILES / "live_table.svg")},
    }
