"""Every word of a lesson's widgets and pictures, without a browser, in the pseudo-language."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import ipywidgets
import pytest
from ipywidgets.widgets import widget as registry
from pseudo import make_pseudo, untranslated

from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.paths import own_house

HOUSE = own_house()
SHOWN = ("description", "value", "tooltip", "placeholder", "_options_labels", "titles")
ATTRIBUTES = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
FILE = re.compile("\u2068[^\u2069]*\\.(json|html)[^\u2069]*\u2069")
SILENT = re.compile(r"(?s)<(style|script)\b.*?</\1>")
SOURCE = re.compile(r"(?s)<a href='https://doi\.org/.*?</a>")  # authors are called as they sign
NAMES = re.compile("|".join(re.escape(one.name) for one in LANGUAGES.values()))  # a language is called in itself
ROUNDS = 4


def shown_texts() -> Iterator[str]:
    """What all living widgets show or say to a screen reader."""
    for one in list(registry._instances.values()):
        chosen = hasattr(one, "_options_labels")  # its value is a key for the program, people see the label
        for trait in SHOWN:
            value = None if chosen and trait == "value" else getattr(one, trait, None)
            for text in value if isinstance(value, (tuple, list)) else (value,):
                if isinstance(text, str) and text:
                    yield read_out(text)


@cache
def read_out(html: str) -> str:
    """What a piece of a page says: its text, and the words of its tags that are read out."""
    html = SOURCE.sub(" ", SILENT.sub(" ", html))
    return unescape(" ".join([re.sub(r"<[^>]*>", " ", html), *ATTRIBUTES.findall(html)]))


def on_the_page() -> set[str]:
    """Ids of the widgets that stand in an activity now."""
    found, waiting = (
        set(),
        [one for one in registry._instances.values() if "dk-activity" in getattr(one, "_dom_classes", ())],
    )
    while waiting:
        one = waiting.pop()
        if one.model_id not in found:
            found.add(one.model_id)
            waiting.extend(getattr(one, "children", ()))
    return found


def every_text() -> set[str]:
    """What is shown at first, and after each choice is turned and each button pressed, one after the other."""
    texts, pressed = set(shown_texts()), set()
    for _ in range(ROUNDS):
        for key, one in list(registry._instances.items()):
            if key in pressed or key not in on_the_page():  # nobody can press what was put away
                continue
            pressed.add(key)
            if isinstance(one, ipywidgets.Button) and not one.disabled:
                one.click()
            elif hasattr(one, "_options_labels") and len(one._options_labels) > 1:
                one.index = 1 if one.index != 1 else 0
            else:
                continue
            texts |= set(shown_texts())
    return texts


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales")
    make_pseudo(folder)
    return folder


@pytest.mark.parametrize("path", HOUSE.lessons(), ids=lambda path: path.stem)
def test_a_lesson_shows_no_latin_word(
    path: Path, locales: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(locales))
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "prs")
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    registry._instances.clear()
    names: dict[str, object] = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    texts = every_text()
    assert len(texts) > 40
    shown = {" ".join(text.split())[:80]: NAMES.sub(" ", FILE.sub(" ", text)) for text in texts}
    loose = {begins: left for begins, text in shown.items() if (left := untranslated(text))}
    assert loose == {}
