"""The kit's own guide with one thing changed."""

from dataclasses import dataclass
from pathlib import Path

from dastarkhan.guides.made import remade
from dastarkhan.guides.reading import find_guide, parse
from dastarkhan.languages import words

GUIDE = find_guide("11")
TEXT = GUIDE.read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Seed:
    """A fault put into the guide: what is replaced by what, and what must be said about it.

    `at` is a piece of the line that the fault must name, in the spoiled text; `also` are codes that come along.
    """

    old: str
    new: str
    code: str
    key: str
    at: str
    fresh: bool = True
    also: frozenset[str] = frozenset()


def spoiled(seed: Seed) -> str:
    """Replace the first `old`, and make the ranges of the body anew, so that only the seeded fault is there."""
    assert seed.old in TEXT, seed.old
    text = TEXT.replace(seed.old, seed.new, 1)
    guide = parse(text, "11.md").guide
    return remade(text, guide, words("en")) if seed.fresh and guide is not None else text


def line_of(text: str, piece: str) -> int:
    """Number of the first line that holds a piece."""
    assert piece in text, piece
    return text[: text.index(piece)].count("\n") + 1


def written(folder: Path, text: str, language: str = "en") -> Path:
    """Write a guide where its language can be seen from the folder."""
    path = folder / language / GUIDE.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
