"""The lesson in the languages that people read: from the kit's own catalogs, or pseudo ones until they are there."""

import shutil
from pathlib import Path

from pseudo import make_pseudo
from servers import KIT

from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.building import texts
from dastarkhan.languages.paths import own_house

SPOKEN = ("kk", "ky", "prs")


def catalogs_to_read(otherwise: Path) -> Path:
    """Give the folder of the kit's catalogs, or write pseudo ones into another when a language is not there yet."""
    own = KIT / "locales"
    if all((own / lang / "lesson_11.po").exists() for lang in SPOKEN):
        return own
    for lang in SPOKEN:
        make_pseudo(otherwise, lang)
    return otherwise


def write_lessons(root: Path, catalogs: Path) -> None:
    """Write the lessons in English and in these languages under a server's root."""
    house = own_house()
    shutil.copytree(house.modules / "en", root / "modules" / "en")
    for lang in SPOKEN:
        for path, text in texts(house, LANGUAGES[lang], catalogs):
            place = root / path.relative_to(house.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
