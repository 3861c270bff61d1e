"""One fault of each kind put into a sound sentence of each language: the gate finds it, and nothing in the control."""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
from small_kits import writer
from sound import SHORT, SOUND, SOURCE

from dastarkhan import language_command
from dastarkhan.languages import LANGUAGES, identifiers, say, voting
from dastarkhan.languages.gate import check_catalog
from dastarkhan.languages.glossary import Glossary, glossary
from dastarkhan.languages.paths import House, kit_root
from dastarkhan.languages.segments import Kind

LANGS = sorted(SOUND)
LOOK_ALIKE = {"CYRILLIC": ("а", "a"), "LATIN": ("a", "а"), "ARABIC": ("ا", "l")}  # own letter, stranger's


def known(lang: str) -> Glossary:
    return glossary(kit_root() / "locales" / "glossary.toml", LANGUAGES[lang])


def found(folder: Path, lang: str, *pairs: tuple[str, str], kind: str = Kind.PARAGRAPH) -> list[tuple[str, bool, str]]:
    """Code, whether it is grave, and entry of each fault; each is a whole sentence with everything filled in."""
    entries = [polib.POEntry(msgid=source, msgstr=text, comment=kind) for source, text in pairs]
    path = writer(folder)(lang, "kit", entries)
    faults = list(check_catalog(path, f"locales/{lang}/kit.po", LANGUAGES[lang], known(lang)))
    assert {fault.file for fault in faults} <= {f"locales/{lang}/kit.po"}
    assert not any(say(fault.error, "en").startswith(fault.error.code) for fault in faults)
    return [(fault.error.code.removeprefix("languages."), fault.grave, fault.entry) for fault in faults]


def mixed(text: str, lang: str) -> str:
    own, other = LOOK_ALIKE[LANGUAGES[lang].script]
    place = next(
        n
        for n in range(text.index("}"), len(text))
        if text[n] == own and text[n - 1].isalpha() and text[n + 1].isalpha()
    )
    return text[:place] + other + text[place + 1 :]


FAULTS: dict[str, tuple[Callable[[str, str], str], bool]] = {
    "placeholders": (lambda text, lang: text.replace("{name}", "{nam}"), True),
    "markup": (lambda text, lang: text.replace("*", ""), True),
    "blocks": (lambda text, lang: f"- {text}", True),
    "not_nfc": (lambda text, lang: f"{text} e\u0301", True),
    "mixed_script": (mixed, True),
    "length": (lambda text, lang: text + 2 * text.replace("{name}", "").replace("*", ""), False),
    "same_as_english": (lambda text, lang: SOURCE, False),
    "other_language": (lambda text, lang: SOURCE, True),
}


@pytest.fixture(autouse=True)
def _voters() -> None:
    """They are there wherever the tests run, but for Macs with an Intel processor, for which there is no wheel."""
    if (sys.platform, platform.machine()) == ("darwin", "x86_64") and voting.left_out():
        pytest.skip("no identifiers for this computer")
    assert not voting.left_out()


@pytest.mark.parametrize("lang", LANGS)
def test_the_control_is_clean(tmp_path: Path, lang: str) -> None:
    assert (
        found(tmp_path, lang, (SOURCE, SOUND[lang]), *[(f"Text {n}", text) for n, text in enumerate(SHORT[lang])]) == []
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_catches_in_each_language(tmp_path: Path, code: str, lang: str) -> None:
    change, grave = FAULTS[code]
    faults = found(tmp_path, lang, (SOURCE, change(SOUND[lang], lang)))
    assert (code, grave) in [fault[:2] for fault in faults]
    assert all(SOURCE.startswith(entry.rstrip("…")) for *_, entry in faults)


def test_a_paragraph_that_becomes_a_list(tmp_path: Path) -> None:
    assert ("blocks", True, "Water") in found(tmp_path, "ru", ("Water", "- Вода"), kind=Kind.PARAGRAPH)


def test_a_heading_may_count_in_its_own_digits(tmp_path: Path) -> None:
    assert found(tmp_path, "prs", ("3. A dry year", "۳. یک سال کم‌آب"), kind=Kind.HEADING) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("other", LANGS)
def test_one_language_in_the_catalog_of_another(tmp_path: Path, lang: str, other: str) -> None:
    long = found(tmp_path, lang, (SOURCE, SOUND[other]))
    short = found(tmp_path, lang, *[(f"Text {n}", text) for n, text in enumerate(SHORT[other])], kind="")
    assert (("other_language", True) in [fault[:2] for fault in long]) is (lang != other)
    assert (("other_language_block", True, "Text 0") in short) is (lang != other)


def test_a_text_of_middle_length_is_only_looked_at(tmp_path: Path) -> None:
    faults = found(tmp_path, "kk", ("Somebody has to wait", "Кому-то приходится ждать"), kind="")
    assert [fault[:2] for fault in faults] == [("other_language", False)]


LETTERS = [
    ("ky", "қала", False), ("ky", "біз", False), ("ru", "дүйнө", False), ("kk", "ҷавоб", False), ("tg", "щит", False),
    ("tk", "qala", False), ("uz", "şäher", True), ("prs", "كتاب", True), ("prs", "آبي", True), ("prs", "ښار", True),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "word", "grave"), LETTERS)
def test_letters_of_a_neighbour(tmp_path: Path, lang: str, word: str, grave: bool) -> None:
    assert found(tmp_path, lang, ("The thing", word), kind="") == [("strange_letter", grave, "The thing")]


LEAVES = "Water leaves Springs in May."
FRAMES = {
    "kk": "Су мамырда {} шығады.",
    "ky": "Суу май айында {} чыгат.",
    "prs": "آب در ماه می از {} می‌رود.",
    "ru": "В мае вода уходит: {}.",
    "tg": "Об дар моҳи май аз {} меравад.",
    "tk": "Suw maýda {} çykýar.",
    "uz": "Suv mayda {} chiqadi.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_name_is_the_same_everywhere(tmp_path: Path, lang: str) -> None:
    named = {term.key: term.word for term in known(lang).terms}
    right, wrong = (FRAMES[lang].format(named[key]) for key in ("name_springs", "name_birches"))
    assert ("name_lost", True, LEAVES) not in found(tmp_path, lang, (LEAVES, right))
    assert ("name_lost", True, LEAVES) in found(tmp_path, lang, (LEAVES, wrong))


ENDINGS = [
    ("kk", "The party agrees.", "Тарабы келісті.", "Адамы келісті."),
    ("ky", "The seat is empty.", "Орду бош эмес, орундар бош.", "Жер бош."),
    ("ru", "A dam on the river", "Плотиной на реке", "Плотиной на канале"),
    ("ru", "The villages wait.", "Сёла ждут.", "Города ждут."),
    ("prs", "Each river is a neighbour.", "هر دریا همسایه است.", "هر جوی همسایه است."),
    ("prs", "A drought", "خشکسالی", "گرمی"),
    ("tg", "The glacier", "Пиряхҳо", "Барфҳо"),
    ("tk", "Our villages", "Obalarymyz", "Şäherlerimiz"),
    ("uz", "The villages", "Qishloqlarimiz", "Shaharlarimiz"),
]


@pytest.mark.parametrize(("lang", "source", "right", "wrong"), ENDINGS)
def test_words_of_the_glossary_are_known_with_their_endings(lang: str, source: str, right: str, wrong: str) -> None:
    assert list(known(lang).faults(source, right)) == []
    assert [(error.code, grave) for error, grave in known(lang).faults(source, wrong)] == [
        ("languages.glossary_word", False)
    ]


SAID = [
    ("The dry-year rule, in a dry year", {"dry-year rule", "dry year"}),
    ("Rivers and a river bank", {"river", "bank"}),
    ("Springs in spring", {"Springs", "spring"}),
    ("Cold springs and bowling", set()),
    ("Early warnings, `dam` and {river}", {"early warning"}),
    ("Parties of one party", {"party"}),
    ("You need to move", set()),
]


@pytest.mark.parametrize(("text", "terms"), SAID)
def test_terms_found_in_an_english_text(text: str, terms: set[str]) -> None:
    assert {term.english for term in known("ru").said(text)} == terms


def test_a_capital_at_the_beginning_of_a_sentence_proves_no_name() -> None:
    text = "Reeds, fish and birds live here."
    ((error, grave),) = known("prs").faults(text, "اینجا نی، ماهی و پرنده زندگی می‌کند.")
    assert (error.code, grave) == ("languages.name_lost", False)


IRANIAN = ["او در دانشگاه است", "مدرسه‌های ما", "صندلی", "در ژوئیه", "روستاها"]


@pytest.mark.parametrize("text", IRANIAN)
def test_words_from_iran_are_shown_to_a_dari_reader(tmp_path: Path, text: str) -> None:
    assert ("iranian_word", False, "The thing") in found(tmp_path, "prs", ("The thing", text), kind="")
    assert "iranian_word" not in [fault[0] for fault in found(tmp_path, "ru", ("The thing", text), kind="")]


@pytest.mark.parametrize("text", ["پوهنتون", "می‌رود", "در قریه‌ها", "مدرسه‌زاده"])
def test_afghan_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert "iranian_word" not in [fault[0] for fault in found(tmp_path, "prs", ("The thing", text), kind="")]


@pytest.fixture
def without_identifiers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The kit as people run it: the test tools are not there."""
    identifiers.voters.cache_clear()
    monkeypatch.setitem(sys.modules, "pycld2", None)
    yield
    identifiers.voters.cache_clear()


@pytest.mark.usefixtures("without_identifiers")
def test_without_identifiers_the_rest_is_checked_and_it_is_said(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    writer(house.locales)("kk", "kit", [polib.POEntry(msgid=SOURCE, msgstr=SOUND["ru"])])
    args = argparse.Namespace(part="check", languages=[], json=False, check=False)
    assert language_command.run(args, house) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == ["0 faults to mend, 0 to look at.",
                    "Whether each text is in its language was not looked at: that needs the test tools."]  # fmt: skip
