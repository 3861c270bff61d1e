"""The welcome page, the page view and the settings of JupyterLab: the door to the lessons.

Jupyter Server finds the extension by this package's name; the room itself is described in ``docs/jupyter.md``.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "dastarkhan.jupyter"}]


def _load_jupyter_server_extension(server_app: Any) -> None:
    from dastarkhan.jupyter.extension import load

    load(server_app)
