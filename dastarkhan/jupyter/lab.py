"""``dastarkhan lab``: start Jupyter on this computer only, and open the welcome page."""

import argparse
import contextlib
import html
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
from dastarkhan.languages import environment_language, words
from simulations.errors import KitError

HOST = "127.0.0.1"
FIRST_PORT = 8888
PORTS_TRIED = 50
PATIENCE_SECONDS = 120.0
# Each would lead Jupyter to settings from elsewhere, or away from the kit's
STRANGE = ("JUPYTER_NO_CONFIG", "JUPYTERLAB_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
DOOR = """<!DOCTYPE html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={address}">
<title>Dastarkhan</title>
<a href="{address}">Dastarkhan</a>
"""


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
    own = own_settings()
    set_environment(args.language, own)
    asked = f"&language={args.language}" if args.language else ""
    address = f"http://{HOST}:{port}/dastarkhan/?token={token}{asked}"
    door = own / f"open-{port}.html"
    threading.Thread(target=_greet, args=(address, args, door), daemon=True).start()
    try:
        _serve(port, token)
    finally:
        door.unlink(missing_ok=True)
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


def own_settings() -> Path:
    """Return the folder of the kit's own Jupyter settings, made when it is not there: ``<home>/jupyter``."""
    place = Path(os.environ.get("DASTARKHAN_HOME") or KIT / "my_work").resolve() / "jupyter"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:  # the kit may lie on a read-only disk
        return Path(tempfile.mkdtemp(prefix="dastarkhan-"))
    return place


def set_environment(language: str | None, own: Path) -> None:
    """Point Jupyter and its kernels at the kit's own files, whatever else is installed on this computer.

    A person's own settings of Jupyter and IPython stay untouched and unread: a theme, a password or a start-up
    script from elsewhere must not change a lesson.

    Parameters
    ----------
    language:
        Of the pages; None leaves ``DASTARKHAN_LANGUAGE`` as it is.
    own:
        The folder where Jupyter and IPython keep what they remember for the kit.
    """
    for name in STRANGE:
        os.environ.pop(name, None)
    os.environ["JUPYTER_CONFIG_DIR"] = str(own)
    os.environ["JUPYTER_CONFIG_PATH"] = str(CONFIG_TREE)
    os.environ["IPYTHONDIR"] = str(own / "ipython")
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    _put_first("JUPYTER_PATH", DATA_TREE)
    _put_first("PYTHONPATH", KIT)
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


def _greet(address: str, args: argparse.Namespace, door: Path) -> None:
    """Wait until the page answers; only then say where it is and open it."""
    if not _answers(address):
        return
    if args.json:
        print(json.dumps({"welcome": address}), flush=True)
    else:
        _ = words(args.language or environment_language(), "kit")
        print(_("Dastarkhan is open: {address}", address=address), flush=True)
        print(_("To stop it, press Ctrl and C together in this window."), flush=True)
    if not args.no_browser:
        with contextlib.suppress(OSError):  # the address stands in the window already
            write_door(door, address)
            webbrowser.open(door.as_uri())


def write_door(door: Path, address: str) -> None:
    """Write a page that leads on to an address, for this person's eyes only.

    The address holds the token, and everybody on a computer may read the command line of a browser. It lies with the
    kit's settings because some browsers may not look into the folder for temporary files.
    """
    door.unlink(missing_ok=True)
    with os.fdopen(os.open(door, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as page:
        page.write(DOOR.format(address=html.escape(address)))


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
