"""Seeded faults: the gate catches each kind, and lets sound translations pass."""

from pathlib import Path

import polib
import pytest
from small_kits import writer

from dastarkhan.languages import LANGUAGES, say
from dastarkhan.languages.gate import check_catalog
from dastarkhan.languages.segments import Kind

LONG = "The river brings water to both banks, and every summer somebody is left with the rest."


def one(lang: str, source: str, translation: str, kind: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=source, msgstr=translation, comment=kind, **more)


def faults(folder: Path, lang: str, *entries: polib.POEntry) -> list[tuple[str, bool]]:
    path = writer(folder)(lang, "kit", list(entries))
    found = list(check_catalog(path, f"locales/{lang}/kit.po", LANGUAGES[lang]))
    for fault in found:
        assert fault.file == f"locales/{lang}/kit.po"
        assert not say(fault.error, "en").startswith(fault.error.code)  # a sentence, with everything filled in
    return [(fault.error.code.removeprefix("languages."), fault.grave) for fault in found]


SOUND = [
    ("kk", "Open the *gate* of {name}", "*Қақпаны* аш: {name}", Kind.PARAGRAPH),
    ("ky", LONG, "Дарыя эки жээкке тең суу алып келет, бирок жай сайын бирөө калганы менен калат.", Kind.PARAGRAPH),
    ("prs", "See [the map](map.svg) & $x_1$", "[نقشه](map.svg) و $x_1$ را ببین", Kind.LIST_ITEM),
    ("ru", "A box **here**", "Ящик **здесь**", Kind.HEADING),
    ("tg", "Water | power", "Об | барқ", Kind.TABLE_CELL),
    ("tk", "Open <b>both</b> gates", "<b>Iki</b> derwezäni aç", Kind.HTML),
    ("uz", "The river", "Daryo bo\u02bbyi", Kind.HEADING),
    ("ru", "Save it as CSV in JupyterLab", "Сохраните как CSV в JupyterLab", "error"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "source", "translation", "kind"), SOUND)
def test_sound_translations_pass(tmp_path: Path, lang: str, source: str, translation: str, kind: str) -> None:
    assert faults(tmp_path, lang, one(lang, source, translation, kind)) == []


SEEDED = [
    ("ru", "Take {n} of {total}", "Взять {n} из {totl}", "", "placeholders", True),
    ("ru", "Take %(n)d", "Взять %(m)d", "", "placeholders", True),
    ("kk", "Take {n}", "Ал {n", "", "placeholders", True),
    ("ru", "Open the `gate`", "Открой `ворота`", Kind.PARAGRAPH, "markup", True),
    ("ru", "Open **now**", "Открой сейчас", Kind.PARAGRAPH, "markup", True),
    ("ru", "See [the map](map.svg)", "Смотри [карту](karta.svg)", Kind.PARAGRAPH, "markup", True),
    ("ru", "So $x_1 > 0$ here", "Здесь $х > 0$", Kind.PARAGRAPH, "markup", True),
    ("ru", "One\\\ntwo", "Раз два", Kind.PARAGRAPH, "markup", True),
    ("ru", "A note[^1]", "Сноска", Kind.PARAGRAPH, "markup", True),
    ("ru", "See [the words][gl]", "Смотри [слова][сл]", Kind.PARAGRAPH, "markup", True),
    ("ru", "Open <b>both</b>", "Открой <b>оба", Kind.HTML, "markup", True),
    ("ru", "First of May", "1. мая", Kind.PARAGRAPH, "blocks", True),
    ("ru", "Minus sign", "- минус", Kind.PARAGRAPH, "blocks", True),
    ("tk", "The time", "Wagty gelipdir a\u0308", "", "not_nfc", True),
    ("ru", "The house", "Дoм", "", "mixed_script", True),
    ("kk", "The river", "Rekа", "", "mixed_script", True),
    ("ru", "The river", "reka", "", "foreign_script", False),
    ("uz", "The river", "дарё", "", "foreign_script", False),
    ("ky", "The village", "ауыл қала", "", "strange_letter", False),
    ("tg", "The goal", "цел", "", "strange_letter", False),
    ("prs", "The book", "كتاب", "", "strange_letter", True),
    ("uz", "The way", "yo'l", "", "uzbek_quote", True),
    ("uz", "The way", "yo\u2018l", "", "uzbek_quote", True),
    ("ru", LONG, "Река.", Kind.PARAGRAPH, "length", False),
    ("ru", "Gardens", "Gardens", "", "same_as_english", False),
]


@pytest.mark.parametrize(("lang", "source", "translation", "kind", "code", "grave"), SEEDED)
def test_seeded_faults_are_caught(
    tmp_path: Path, lang: str, source: str, translation: str, kind: str, code: str, grave: bool
) -> None:
    flags = ["python-brace-format"] if "{" in source else []
    assert (code, grave) in faults(tmp_path, lang, one(lang, source, translation, kind, flags=flags))


def test_an_unfinished_or_fuzzy_entry_is_no_fault(tmp_path: Path) -> None:
    empty, fuzzy = one("ru", "Open", ""), one("ru", "Take {n}", "Взять", flags=["fuzzy"])
    assert faults(tmp_path, "ru", empty, fuzzy) == []


@pytest.mark.parametrize(
    "forms",
    [{0: "{n} месяц", 1: "{n} месяца"}, {0: "{n} месяц", 1: "{n} месяца", 2: ""}, {0: "а", 1: "б", 2: "в", 3: "г"}],
)
def test_plural_forms(tmp_path: Path, forms: dict[int, str]) -> None:
    entry = polib.POEntry(msgid="{n} month", msgid_plural="{n} months", msgstr_plural=forms)
    assert ("plural_forms", True) in faults(tmp_path, "ru", entry)


def test_a_form_for_one_may_leave_out_the_number_and_nothing_else(tmp_path: Path) -> None:
    forms = {0: "бир ай", 1: "{n} ай"}
    entry = polib.POEntry(msgid="{n} month", msgid_plural="{n} months", msgstr_plural=forms)
    assert faults(tmp_path, "ky", entry) == []
    entry = polib.POEntry(msgid="{n} of {all}", msgid_plural="{n} of {all}", msgstr_plural=forms)
    assert ("placeholders", True) in faults(tmp_path, "ky", entry)


def test_the_same_text_twice(tmp_path: Path) -> None:
    twice = [polib.POEntry(msgid="Open", msgctxt="gate", msgstr="Ачык") for _ in range(2)]
    assert faults(tmp_path, "ky", *twice) == [("po_duplicate", True)]
    other = [polib.POEntry(msgid="Open", msgctxt=context, msgstr="Ачык") for context in ("gate", "door")]
    assert faults(tmp_path, "ky", *other) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("Plural-Forms", "nplurals=1; plural=0;"), ("Language", "fa"), ("Content-Type", "text/plain; charset=CP1251")],
)
def test_the_header(tmp_path: Path, field: str, value: str) -> None:
    path = writer(tmp_path)("prs", "kit", [])
    text = "\n".join(
        f'"{field}: {value}\\n"' if line.startswith(f'"{field}:') else line
        for line in path.read_text("utf-8").split("\n")
    )
    path.write_text(text, encoding="utf-8")
    found = list(check_catalog(path, "locales/prs/kit.po", LANGUAGES["prs"]))
    assert [(fault.error.code, fault.error.params["field"]) for fault in found] == [("languages.po_header", field)]


@pytest.mark.parametrize(
    "data", [b'msgid "open\nmsgstr ""\n', b'msgid "a"\nmsgstr "\xff\xfe"\n', b"no catalog at all\n"]
)
def test_what_is_no_catalog(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kit.po"
    path.write_bytes(data)
    found = list(check_catalog(path, "locales/ru/kit.po", LANGUAGES["ru"]))
    assert [fault.error.code for fault in found] == ["languages.po_unreadable"]
