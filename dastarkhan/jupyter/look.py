"""The files of the look as the server hands them out: tokens, fonts, styles and scripts."""

import hashlib
from functools import lru_cache
from pathlib import Path
from string import Template

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import FileFindHandler, JupyterHandler

from dastarkhan.jupyter.places import OWN_FILES, PAGES, PICTURES

FOLDERS = (OWN_FILES, PICTURES)
ADDRESS = r"dastarkhan/static/((?:fonts/)?[\w.-]+\.(?:css|js|svg|woff2))"
A_WEEK = 7 * 24 * 3600


class LookHandler(FileFindHandler):
    """Serve styles, fonts and scripts; an address with ``?v=`` never changes what it means."""

    def set_headers(self) -> None:
        """Let browsers keep versioned files for good and fonts for a week."""
        super().set_headers()
        if self.get_query_argument("v", ""):
            self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        elif self.request.path.endswith(".woff2"):
            self.set_header("Cache-Control", f"public, max-age={A_WEEK}")


class IconHandler(JupyterHandler):
    """Serve the small picture in the browser's tab, in the tokens' colours (an icon cannot read a style sheet)."""

    @allow_unauthenticated
    def get(self) -> None:
        """Answer with the icon; browsers ask for it once a day."""
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "public, max-age=86400")
        self.finish(_icon())


@lru_cache(maxsize=1)
def _icon() -> str:
    from dastarkhan.pictures.tokens import colours

    return Template((PAGES / "icon.svg").read_text(encoding="utf-8")).substitute(colours())


def asset(name: str) -> str:
    """Return the address of a static file relative to the welcome page's, marked with its content's hash."""
    path = next((folder / name for folder in FOLDERS if (folder / name).exists()), None)
    return f"static/{name}?v={_mark(path, path.stat().st_mtime_ns) if path else 0}"


@lru_cache(maxsize=64)
def _mark(path: Path, modified_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
