"""Measure how often the two identifiers err: on real translations of other programs, in ``/usr/share/locale``.

Run by hand, with PYTHONPATH=. before it; ``docs/languages.md`` tells what came out. For each language it prints how
many texts there are, and for each language that they are held to be in, the percentage of long texts, middle ones and
blocks that the vote refuses.
"""

import gettext
import random
import re
from collections.abc import Iterator
from pathlib import Path

from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.spelling import prose
from dastarkhan.languages.voting import BLOCK, LONG, MIDDLE, votes

SYSTEM = Path("/usr/share/locale")
FOLDERS = {"kk": "kk", "ky": "ky", "prs": "fa", "ru": "ru", "tg": "tg", "tk": "tk", "uz": "uz"}
MOST = {"long": 400, "middle": 400, "brief": 600}


def translations(folder: Path) -> Iterator[str]:
    """Sentences of every catalog but the long lists of countries, without what is filled in."""
    for path in sorted(folder.glob("LC_MESSAGES/*.mo")):
        if not path.name.startswith("iso_"):
            with path.open("rb") as file:
                catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
            for english, text in catalog.items():
                if isinstance(text, str) and text and english and text != english:
                    yield re.sub(r"%[-\d.]*[a-z]+|[_&\n]", " ", text)


def by_length(texts: list[str]) -> dict[str, list[str]]:
    """Sort them by what the gate does with them."""
    found: dict[str, list[str]] = {name: [] for name in MOST}
    for text in texts:
        letters = sum(letter.isalpha() for letter in prose(text))
        name = "long" if letters >= LONG else "middle" if letters >= MIDDLE else "brief"
        if letters > 2 and len(found[name]) < MOST[name]:
            found[name].append(text)
    return found


def main() -> None:
    for code, folder in FOLDERS.items():
        texts = list(dict.fromkeys(translations(SYSTEM / folder)))
        random.Random(1).shuffle(texts)
        groups = by_length(texts)
        print(code, {name: len(group) for name, group in groups.items()})
        for other in FOLDERS:
            refused = []
            for name, group in groups.items():
                faults = len(list(votes([("text", text) for text in group], "f", LANGUAGES[other])))
                refused.append(round(100 * faults / max(1, len(group) // (BLOCK if name == "brief" else 1))))
            print("   held to be", other, refused)


if __name__ == "__main__":
    main()
