"""Catalogs brought up to date: little changes become fuzzy, moves are kept, nothing churns."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.entries import Entry, merged
from dastarkhan.languages.paths import House
from dastarkhan.languages.po_files import finished, updated
from dastarkhan.languages.templates import extract, gather, stale_templates, write_templates

RU = LANGUAGES["ru"]
LESSON = "modules/en/11.ipynb"


def entry(text: str, context: str = "", *, plural: str = "", file: str = LESSON) -> Entry:
    return Entry(text=text, context=context, plural=plural, file=file, note="paragraph")


def update(path: Path, *entries: Entry) -> polib.POFile:
    path.write_text(updated(path, merged(entries), RU), encoding="utf-8")
    return polib.pofile(str(path))


def translate(path: Path, **translations: str) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    for one in catalog:
        one.msgstr = translations.get(one.msgid.split()[0].lower(), one.msgstr)
    catalog.save()


def test_new_changed_gone_and_moved(tmp_path: Path) -> None:
    path = tmp_path / "lesson_11.po"
    sentence = "The river brings water to both banks in the spring."
    update(path, entry(sentence, "a"), entry("Gone now", "a"), entry("Stays", "a"), entry("Moved to another cell", "a"))
    translate(path, the="Река", gone="Ушло", stays="Есть", moved="Там")
    changed = sentence.replace("spring", "summer")
    catalog = update(
        path, entry(changed, "a"), entry("Stays", "a"), entry("Moved to another cell", "b"), entry("Quite new")
    )
    found = {one.msgid: one for one in catalog}
    assert found[changed].fuzzy
    assert (found[changed].msgstr, found[changed].previous_msgid) == ("Река", sentence)
    assert (found["Moved to another cell"].msgstr, found["Moved to another cell"].fuzzy) == ("Там", False)
    assert (found["Stays"].msgstr, found["Stays"].fuzzy, found["Quite new"].msgstr) == ("Есть", False, "")
    assert [one.msgid for one in catalog.obsolete_entries()] == ["Gone now"]
    assert finished(path) == {("a", "Stays"): "Есть", ("b", "Moved to another cell"): "Там"}


def test_a_short_text_in_another_context_is_only_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "kit.po"
    update(path, entry("Open", "gate", file="a.py"))
    translate(path, open="Открыта")
    (one,) = update(path, entry("Open", "door", file="a.py"))
    assert (one.msgstr, one.fuzzy) == ("Открыта", True)


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lesson_11.po"
    update(
        path, entry("One sentence about the river", "a"), entry("{n} month", plural="{n} months"), entry("Gone", "a")
    )
    translate(path, one="Одно", gone="Нет")
    update(path, entry("One sentence about a river", "a"), entry("{n} month", plural="{n} months"))
    first = path.read_text(encoding="utf-8")
    update(path, entry("One sentence about a river", "a"), entry("{n} month", plural="{n} months"))
    assert path.read_text(encoding="utf-8") == first
    assert "#, fuzzy" in first
    assert '#| msgid "One sentence about the river"' in first


def test_the_header_is_the_kits_own_and_people_keep_theirs(tmp_path: Path) -> None:
    path = tmp_path / "kit.po"
    header = [
        "Language: xx",
        "Last-Translator: Aigul",
        "Plural-Forms: nplurals=1; plural=0;",
        "X-Generator: Poedit 3.4",
    ]
    lines = "\n".join(f'"{field}\\n"' for field in [*header, "Content-Type: text/plain; charset=UTF-8"])
    path.write_text(f'msgid ""\nmsgstr ""\n{lines}\n\n# mine\nmsgid "Open"\nmsgstr "А"\n', encoding="utf-8")
    catalog = update(path, entry("Open"), entry("{n} month", plural="{n} months"))
    assert catalog.metadata["Plural-Forms"] == RU.plural
    assert (catalog.metadata["Language"], catalog.metadata["Last-Translator"]) == ("ru", "Aigul")
    assert catalog.metadata["X-Generator"] == "Poedit 3.4"
    assert (catalog[0].tcomment, len(catalog[1].msgstr_plural)) == ("mine", 3)


def test_dari_files_are_called_fa_af(tmp_path: Path) -> None:
    text = updated(tmp_path / "kit.po", merged([entry("{n} month", plural="{n} months")]), LANGUAGES["prs"])
    assert '"Language: fa_AF\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text
    assert text.count("msgstr[") == 2


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext's own msgfmt")
@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_gettext_itself_accepts_the_catalogs(tmp_path: Path, house: House, code: str) -> None:
    for domain, entries in gather(house).items():
        path = tmp_path / f"{domain}.po"
        path.write_text(updated(path, entries, LANGUAGES[code]), encoding="utf-8")
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr


def test_every_source_has_its_domain(house: House) -> None:
    found = {domain: [one.entry.text for one in entries] for domain, entries in gather(house).items()}
    assert list(found) == ["case_small", "guide_11", "kit", "lesson_11"]
    assert found["case_small"] == ["The small river", "You have fields."]
    assert found["kit"] == ["Welcome", "There is no {x}.", "Show a hint", "{n} month"]
    assert found["lesson_11"][-1] == "Open the gate"


def test_templates_are_the_same_whenever_they_are_made(house: House) -> None:
    assert extract(house) == extract(house)
    assert not any("Date" in text for text in extract(house).values())
    assert len(write_templates(house)) == 4
    assert stale_templates(house) == ()
    (house.root / "dastarkhan" / "lessons" / "shared.py").write_text('_("Show two hints")\n', encoding="utf-8")
    (house.root / "simulations" / "cases" / "small.toml").unlink()
    assert [path.name for path in stale_templates(house)] == ["case_small.pot", "kit.pot"]
    write_templates(house)
    assert stale_templates(house) == ()
