"""What is real has a source and a day; what is invented names no real country, people or town."""

import re
from datetime import datetime
from pathlib import Path

import nbformat
import polib
import pytest

from dastarkhan.languages.paths import own_house

HOUSE = own_house()
LESSONS = [path for path in HOUSE.lessons() if path.stem[0].isdigit()]
TEMPLATES = sorted((HOUSE.locales / "templates").glob("*.pot"))
BULLET = re.compile(r"^- ", re.MULTILINE)
CHECKED = re.compile(r"Checked on (\d{1,2} [A-Z][a-z]+ \d{4})\.")
SOURCE = re.compile(r"\]\(https?://|\*[^*]+\*, \d{4}")
"""A page with its address, or a book with its year."""
REAL = re.compile(
    r"\b(?:Afghan\w*|Kazakh\w*|Kyrgyz\w*|Tajik\w*|Turkmen\w*|Uzbek\w*|Russia\w*|China|Chinese|Iran\w*|Pakistan\w*|Soviet\w*"
    r"|Badakhshan|Zhambyl|Talas|Bukhara|Lebap|Khorog|Taraz|Turkmenabat|Dushanbe|Bishkek|Tashkent|Ashgabat|Astana|Kabul"
    r"|Amu Darya|Syr Darya|Panj|Vakhsh|Naryn|Zarafshan|Fergana|Osh|Batken|Isfara|Rogun|Qosh Tepa)\b"
)
SPOKEN = {"Kazakh", "Kyrgyz", "Tajik", "Turkmen", "Uzbek", "Russian"}
"""Words for languages, which people may choose anywhere."""


def facts_of(path: Path) -> str:
    cells = [cell for cell in nbformat.read(path, 4).cells if cell.id.endswith("-facts")]
    assert len(cells) == 1, "one box of facts a lesson"
    return str(cells[0].source)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_fact_has_a_source_and_the_box_a_day(path: Path) -> None:
    box = facts_of(path)
    checked = CHECKED.search(box)
    assert checked is not None
    assert datetime.strptime(checked[1], "%d %B %Y").year >= 2026
    facts = BULLET.split(box)[1:]
    assert len(facts) >= 2
    assert [fact for fact in facts if not SOURCE.search(fact)] == []


def invented() -> list[tuple[str, str]]:
    """Texts of cases and of the content of lessons: everything that is told there is made up."""
    found = []
    for path in TEMPLATES:
        for entry in polib.pofile(str(path)):
            made_up = path.stem.startswith("case_") or any("/content/" in source for source, _ in entry.occurrences)
            if made_up:
                found.append((path.stem, entry.msgid))
    return found


def test_nothing_invented_names_a_real_country_people_or_place() -> None:
    texts = invented()
    assert len(texts) > 2000
    named = [(name, text, REAL.findall(text)) for name, text in texts]
    assert [one for one in named if set(one[2]) - SPOKEN] == []


def test_a_real_name_would_be_found() -> None:
    assert REAL.findall("The Panj runs past Osh. People of Uzbekistan speak Uzbek.") == [
        "Panj", "Osh", "Uzbekistan", "Uzbek",
    ]  # fmt: skip
    assert REAL.findall("The oshi palav of Mill, and a caravan.") == []
