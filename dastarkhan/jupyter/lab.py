"""``dastarkhan lab``: start Jupyter on this computer only, and open the welcome page."""

import argparse
import json
import os
import secrets
import socket
import tempfile
import threading
import time
import urllib.request
import warnings
import webbrowser
from pathlib import Path

from dastarkhan.jupyter.places import CONFIG_TREE, DATA_TREE, KIT
from dastarkhan.languages import words
from simulations.errors import KitError

HOST = "127.0.0.1"
FIRST_PORT = 8888
PORTS_TRIED = 50
PATIENCE_SECONDS = 120.0


def run(args: argparse.Namespace) -> int:
    """Serve the kit until it is stopped.

    Parameters
    ----------
    args:
        ``no_browser``, ``port`` (None: the next free one), ``language`` (None: the browser's) and ``json``.

    Returns
    -------
    int
        0 when a person stopped it.

    Raises
    ------
    KitError
        ``jupyter.port_taken`` when the port asked for is in use.
    """
    port = free_port(args.port)
    token = secrets.token_hex(24)
    set_environment(args.language)
    asked = f"&language={args.language}" if args.language else ""
    address = f"http://{HOST}:{port}/dastarkhan/?token={token}{asked}"
    threading.Thread(target=_greet, args=(address, args), daemon=True).start()
    _serve(port, token)
    return 0


def free_port(asked: int | None) -> int:
    """Return the port asked for, or the first free one from 8888 on.

    Raises
    ------
    KitError
        ``jupyter.port_taken`` when the one asked for is in use, or none is free.
    """
    for port in [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket() as trial:
            if os.name == "posix":  # Windows would let two servers share one port
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except OSError:
                continue
            return port
    raise KitError("jupyter.port_taken", port=asked or FIRST_PORT)


def set_environment(language: str | None) -> None:
    """Point Jupyter and its kernels at the kit's own files, whatever else is installed on this computer.

    A person's own Jupyter settings stay untouched and unread: a theme or a password from elsewhere must not
    change a lesson.
    """
    _put_first("JUPYTER_CONFIG_PATH", CONFIG_TREE)
    _put_first("JUPYTER_PATH", DATA_TREE)
    _put_first("PYTHONPATH", KIT)
    os.environ.setdefault("JUPYTER_CONFIG_DIR", str(_own_settings()))
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    if language:
        os.environ["DASTARKHAN_LANGUAGE"] = language


def settings(port: int, token: str) -> list[str]:
    """Return Jupyter Server's command line; everything else stands in the configuration tree."""
    options: dict[str, object] = {
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": KIT,
        "ServerApp.default_url": "/dastarkhan/",
        "ServerApp.open_browser": False,
        "ServerApp.answer_yes": True,
        "Application.log_level": "ERROR",
        "IdentityProvider.token": token,
        "LabApp.app_settings_dir": DATA_TREE / "lab" / "settings",
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options["ServerApp.allow_root"] = True  # inside a container there is often nobody else
    return [f"--{name}={value}" for name, value in options.items()]


def _serve(port: int, token: str) -> None:
    import voila  # noqa: F401 - switches warnings on for everybody when it is imported
    from jupyter_server.serverapp import ServerApp

    warnings.filterwarnings("ignore", category=DeprecationWarning)  # Jupyter's own, no person's business
    ServerApp.launch_instance(argv=settings(port, token))


def _greet(address: str, args: argparse.Namespace) -> None:
    """Wait until the page answers; only then say where it is and open it."""
    if not _answers(address):
        return
    if args.json:
        print(json.dumps({"welcome": address}), flush=True)
    else:
        _ = words(args.language or os.environ.get("DASTARKHAN_LANGUAGE") or "en", "kit")
        print(_("Dastarkhan is open: {address}", address=address), flush=True)
        print(_("To stop it, press Ctrl and C together in this window."), flush=True)
    if not args.no_browser:
        webbrowser.open(address)


def _answers(address: str) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a proxy knows nothing of this computer
    while time.monotonic() < until:
        try:
            with opener.open(address, timeout=5) as page:
                return bool(page.status == 200)
        except OSError:
            time.sleep(0.1)
    return False


def _put_first(name: str, place: Path) -> None:
    kept = os.environ.get(name)
    os.environ[name] = os.pathsep.join([str(place), *([kept] if kept else [])])


def _own_settings() -> Path:
    place = Path(os.environ.get("DASTARKHAN_HOME") or KIT / "my_work") / "jupyter"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:  # the kit may lie on a read-only disk
        return Path(tempfile.mkdtemp(prefix="dastarkhan-"))
    return place
