"""A facilitator guide as a page: for a trainer who prepares at the screen, and for the browser's own printing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from dastarkhan.jupyter.choice import choose
from dastarkhan.jupyter.look import asset
from dastarkhan.jupyter.pages import POLICY, drafted, environment
from dastarkhan.jupyter.shelf import SOURCE_LANGUAGE
from dastarkhan.languages import LANGUAGES, Words, words
from dastarkhan.languages.blocks import page
from dastarkhan.languages.paths import House

_FRONT = re.compile(r"---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
_PART = re.compile(r"<h2>(.*?)</h2>")
_NOTEBOOK = re.compile(r'href="([\w.-]+\.ipynb)"')
_PICTURE = re.compile(r'src="(pictures/[\w.-]+\.png)"')
_TITLE = re.compile(r"<h1>(.*?)</h1>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadGuide:
    """A guide as it is read on the screen.

    Attributes
    ----------
    language : str
        The language it is in: English where there is no guide in the language asked for.
    html : str
        Its body; every part (a heading of the second level) has an address of its own.
    title : str
        Its first heading.
    parts : tuple of tuple
        Address and title of each part.
    """

    language: str
    title: str
    html: str
    parts: tuple[tuple[str, str], ...]


def guide_file(root: Path, number: str, language: str) -> Path | None:
    """Find a guide by its lesson's number or its tool's name, in this language or in English; None without any."""
    house = House(root=root)
    known = (path for code in (language, SOURCE_LANGUAGE) for path in house.guide_texts(code))
    return next((path for path in known if path.stem.partition("_")[0] == number), None)


def read_for_screen(path: Path) -> ReadGuide:
    """Read a guide and give its parts addresses."""
    html = page(_FRONT.sub("", path.read_text(encoding="utf-8"), count=1))
    parts = tuple((f"part-{number}", _bare(title)) for number, title in enumerate(_PART.findall(html), start=1))
    names = iter(name for name, _ in parts)
    html = _PART.sub(lambda part: f'<h2 id="{next(names)}">{part[1]}</h2>', html)
    html = _NOTEBOOK.sub(lambda link: f'href="{_page_of(path, link[1])}"', html)
    html = _PICTURE.sub(lambda shown: f'src="{_file_of(path, shown[1])}" loading="lazy"', html)
    html = html.replace("<table>", '<div class="wide" tabindex="0"><table>').replace("</table>", "</table></div>")
    first = _TITLE.search(html)
    return ReadGuide(language=path.parent.name, html=html, title=_bare(first[1]) if first else path.stem, parts=parts)


def _page_of(guide: Path, notebook: str) -> str:
    """Give the address of a notebook beside the guide as a page, from the guide's own address."""
    language = guide.parent.name
    return f"../../../voila/render/facilitator_guides/{language}/{notebook}?language={language}"


def _file_of(guide: Path, picture: str) -> str:
    """Give the address of a picture beside the guide, from the guide's own address."""
    return f"../../../files/facilitator_guides/{guide.parent.name}/{picture}"


def _bare(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


class GuideHandler(JupyterHandler):
    """Serve ``<base_url>dastarkhan/guide/<number>/``."""

    @property
    def content_security_policy(self) -> str:
        """Nothing but the kit's own files may be loaded."""
        return POLICY

    @web.authenticated
    async def get(self, number: str) -> None:
        """Answer with the guide in the language asked for."""
        language = choose(self)
        path = guide_file(Path(self.settings["server_root_dir"]).expanduser(), number, language)
        if path is None:
            raise web.HTTPError(404)
        guide, _ = read_for_screen(path), words(language, "kit")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            environment().get_template("guide.html.j2").render(
                spoken=LANGUAGES[language], written=LANGUAGES[guide.language], guide=guide, language=language,
                number=number, say=guide_words(_, guide), asset=lambda name: f"../../{asset(name)}",
                languages=[(code, LANGUAGES[code]) for code in languages_of(path)],
            )
        )  # fmt: skip


def languages_of(path: Path) -> Sequence[str]:
    """List the languages that this guide can be read in."""
    folder = path.parents[1]
    return tuple(code for code in LANGUAGES if (folder / code / path.name).exists())


def guide_words(_: Words, guide: ReadGuide) -> dict[str, str]:
    """Return the sentences of the page around the guide."""
    return {
        "home": _("All lessons"),
        "for_trainers": _("For trainers"),
        "parts": _("In this guide"),
        "languages": _("Language"),
        "drafted": drafted(_) if guide.language == _.lang else "",
        "english": "" if guide.language == _.lang else _("This guide has not been translated yet."),
    }
