"""Words at run time: found, filled, counted when missing."""

import datetime
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import polib
import pytest
from small_kits import Writer

from dastarkhan.languages import LANGUAGES, mark, say, words
from simulations.errors import KitError


@dataclass
class Text:
    """The part of a case that words need."""

    id: str = "ayna"
    language: str = "en"
    text: dict[str, str] = field(default_factory=lambda: {"nodes.glacier.name": "Glacier", "title": "The river"})


def entry(text: str, translation: str, context: str | None = None, **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=text, msgstr=translation, msgctxt=context, **more)


def test_english_needs_no_catalog() -> None:
    _ = words("en", "lesson_11")
    assert _("{n} of {total}", n=3, total=6) == "3 of 6"
    assert [_.n("{n} month", "{n} months", n) for n in (0, 1, 2)] == ["0 months", "1 month", "2 months"]
    assert _.c("upstream", "Open") == "Open"
    assert _("A {brace} stays without values") == "A {brace} stays without values"
    assert _.missing == set()


def test_a_lesson_wins_over_the_kit(catalog: Writer) -> None:
    catalog("kk", "kit", [entry("Check", "kit-check"), entry("Hint", "kit-hint")])
    catalog("kk", "lesson_11", [entry("Check", "lesson-check")])
    _ = words("kk", "lesson_11")
    assert (_("Check"), _("Hint"), _("Nothing")) == ("lesson-check", "kit-hint", "Nothing")
    assert _.missing == {"Nothing"}
    assert words("kk")("Check") == "kit-check"


def test_fuzzy_and_empty_are_missing(catalog: Writer) -> None:
    catalog("ru", "kit", [entry("Open", "Открыть", flags=["fuzzy"]), entry("Close", "")])
    _ = words("ru")
    assert (_("Open"), _("Close")) == ("Open", "Close")
    assert _.missing == {"Open", "Close"}


def test_context_tells_equal_texts_apart(catalog: Writer) -> None:
    catalog("ru", "kit", [entry("Open", "Открыть"), entry("Open", "Открыта", "gate")])
    _ = words("ru")
    assert (_("Open"), _.c("gate", "Open"), _.marked(mark("Open"), context="gate")) == ("Открыть", "Открыта", "Открыта")
    assert _.c("door", "Open") == "Open"


def test_russian_has_three_forms(catalog: Writer) -> None:
    forms = {0: "{n} месяц", 1: "{n} месяца", 2: "{n} месяцев"}
    catalog("ru", "kit", [polib.POEntry(msgid="{n} month", msgid_plural="{n} months", msgstr_plural=forms)])
    _ = words("ru")
    told = [_.n("{n} month", "{n} months", n).split()[1] for n in (1, 2, 5, 11, 21, 112)]
    assert told == ["месяц", "месяца", "месяцев", "месяцев", "месяц", "месяцев"]


def test_an_edit_is_seen_at_once(catalog: Writer) -> None:
    path = catalog("ky", "kit", [entry("Water", "bir")])
    path.with_suffix(".mo").write_bytes(polib.pofile(str(path)).to_binary())
    os.utime(path.with_suffix(".mo"), ns=(2_000_000_000, 2_000_000_000))
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    assert words("ky")("Water") == "bir"
    catalog("ky", "kit", [entry("Water", "eki")])
    assert words("ky")("Water") == "eki"


def test_a_compiled_catalog_is_enough(catalog: Writer) -> None:
    path = catalog("tg", "kit", [entry("Water", "Об")])
    path.with_suffix(".mo").write_bytes(polib.pofile(str(path)).to_binary())
    path.unlink()
    assert words("tg")("Water") == "Об"


def test_a_broken_placeholder_falls_back_to_english(catalog: Writer) -> None:
    catalog("uz", "kit", [entry("{n} of {total}", "{n} / {totl}"), entry("Take {n}", "{n")])
    _ = words("uz")
    assert (_("{n} of {total}", n=1, total=2), _("Take {n}", n=1)) == ("1 of 2", "Take 1")
    assert _.missing == {"{n} of {total}", "Take {n}"}


@pytest.mark.parametrize("broken", [b'msgid "Water"\nmsgst "Su"\n', b'msgid "Water"\nmsgstr "\xff"\n'])
def test_a_broken_catalog_is_left_out_and_said(catalog: Writer, broken: bytes) -> None:
    catalog("uz", "lesson_11", [entry("Water", "Suv")]).write_bytes(broken)
    catalog("uz", "kit", [entry("Water", "Suv")])
    with pytest.warns(UserWarning, match=r"lesson_11\.po is left out"):
        _ = words("uz", "lesson_11")
    assert _("Water") == "Suv"


def test_values_may_have_any_name() -> None:
    assert words("en")("{text} {context} {n}", text="a", context="b", n=1) == "a b 1"


def test_texts_of_a_case(catalog: Writer) -> None:
    catalog("prs", "case_ayna", [entry("Glacier", "یخچال", "nodes.glacier.name")])
    _ = words("prs", "lesson_11")
    assert (_.case(Text(), "nodes.glacier.name"), _.case(Text(), "title")) == ("یخچال", "The river")
    assert _.missing == {"The river"}
    assert words("kk").case(Text(language="kk", text={"title": "Өзен"}), "title") == "Өзен"
    with pytest.raises(KitError, match=r"languages\.unknown_case_text"):
        _.case(Text(), "no.such.key")


def test_dari_prose_has_its_own_digits() -> None:
    _ = words("prs")
    assert _("{n} of {total}", n=3, total=2026) == "۳ of ۲۰۲۶"
    assert _("{x:,.1f}", x=1234.56) == "۱٬۲۳۴٫۶"
    assert (_.number(12345.5), _.number(12345.5, latin=True), _.percent(0.4)) == ("۱۲٬۳۴۵٫۵", "12,345.5", "۴۰٪")
    assert _.date(datetime.date(2026, 3, 8)) == "۸ مارچ ۲۰۲۶"
    assert (_("{n}", n=-100), _.number(-1.5)) == ("\u200e−۱۰۰", "\u200e−۱٫۵")  # the mark keeps the sign on the left
    assert _.isolate("CSV") == "\u2068CSV\u2069"


def test_numbers_in_sentences_take_the_separators_of_the_language() -> None:
    _ = words("ru")
    assert (
        _("{a} {b} {c:.2f} {d}", a=np.int64(2026), b=np.float64(2.5), c=np.float32(0.125), d=True)
        == "2026 2,5 0,12 True"
    )
    assert (_.number(12345.5), _.number(2, decimals=1), _.percent(0.405, decimals=1)) == (
        "12\xa0345,5",
        "2,0",
        "40,5\xa0%",
    )
    assert (_.number(1000), _.number(10000)) == ("1000", "10\xa0000")  # 1000 as in a sentence
    assert (_.month(4), _.month(4, short=True)) == ("апрель", "апр.")
    assert words("tg").date(datetime.date(1991, 9, 9)) == "9 сентябри соли 1991"


def test_errors_speak(catalog: Writer) -> None:
    error = KitError("languages.unknown", language="xx", allowed=("en", "kk"))
    assert say(error, "en") == "The kit does not speak “xx”. It speaks: en, kk."
    catalog("prs", "kit", [entry("The kit does not speak “{language}”. It speaks: {allowed}.", "؟ {language} {allowed}",
                                 "languages.unknown")])  # fmt: skip
    assert say(error, "prs") == "؟ \u2068xx\u2069 \u2068en\u2069، \u2068kk\u2069"
    assert say(KitError("no.such_code", key=1), "en") == "no.such_code: key=1"
    assert say(KitError("languages.unknown", other=1), "en") == "languages.unknown: other=1"
    assert say(KitError("languages.unknown"), "en") == "languages.unknown"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KitError) as caught:
        words("xx")
    assert caught.value.params["allowed"] == tuple(LANGUAGES)
    assert words("fa_AF").lang == "prs"


def test_importing_reads_nothing_heavy() -> None:
    heavy = "{'babel', 'polib', 'markdown_it', 'numpy', 'jinja2', 'yaml'}"
    code = f"import sys, dastarkhan.languages; print(*{heavy} & set(sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == ""


def test_words_say_that_no_native_reader_has_checked_them(catalog: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not words("en").drafted
    path = catalog("kk", "kit", [entry("Open", "Ашу")])
    monkeypatch.setattr("dastarkhan.languages.catalogs.catalog_folders", lambda: (path.parents[1],))
    assert not words("ky").drafted, "English stands where there is no catalog"
    assert words("kk").drafted
    signed = polib.pofile(str(path))
    signed.metadata["X-Signed-By"] = "A reader from Taraz"
    signed.save(str(path))
    os.utime(path, ns=(path.stat().st_mtime_ns + 1, path.stat().st_mtime_ns + 1))
    assert not words("kk").drafted


def test_a_number_below_zero_has_the_form_of_its_size(catalog: Writer) -> None:
    forms = {0: "{n} балл", 1: "{n} балла", 2: "{n} баллов"}
    catalog("ru", "kit", [polib.POEntry(msgid="{n} point", msgid_plural="{n} points", msgstr_plural=forms)])
    said = [words("ru").n("{n} point", "{n} points", n) for n in (-1, -3, -5, -56, 21)]
    assert said == ["-1 балл", "-3 балла", "-5 баллов", "-56 баллов", "21 балл"]
