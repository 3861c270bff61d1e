"""The PDF: the kit's own letters and no others, tagged, the same every day, readable in every language."""

import json
import re
import shutil
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import pytest

from dastarkhan import cli
from dastarkhan.languages import say
from dastarkhan.paper.command import people_by_language
from dastarkhan.paper.pack import make_pack, pack_data, pack_pdf
from dastarkhan.paper.typesetting import typeset
from simulations.errors import KitError
from simulations.games import read_case

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "languages"))
from pseudo import make_pseudo, untranslated

NEEDS_POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")


@cache
def pdf(name: str, *people: tuple[str, int]) -> bytes:
    return pack_pdf(make_pack(read_case(name), dict(people)))


def opened(made: bytes) -> bytes:
    """The whole PDF with its streams unpacked."""
    found = [made]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def fonts(made: bytes) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([\w-]+)", opened(made))}


def text_of(made: bytes, folder: Path) -> str:
    path = folder / "pack.pdf"
    path.write_bytes(made)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("people", [4, 7, 23, 24, 60])
def test_any_number_of_people_has_a_pack(people: int) -> None:
    made = pdf("ayna", ("en", people))
    assert made.startswith(b"%PDF-1.7")
    assert fonts(made) <= {
        f"{family}-{weight}" for family in ("NotoSans", "Vazirmatn") for weight in ("Regular", "Bold")
    }
    assert fonts(made) >= {"NotoSans-Regular", "NotoSans-Bold"}
    assert opened(made).count(b"/FontFile2") >= 2  # embedded


def test_it_is_tagged_and_the_same_again() -> None:
    made = pdf("ayna", ("en", 4))
    whole = opened(made)
    assert b"pdfuaid:part" in whole
    assert b"/StructTreeRoot" in whole
    assert b"/Alt" in whole
    assert pack_pdf(make_pack(read_case("ayna"), {"en": 4})) == made


@NEEDS_POPPLER
@pytest.mark.parametrize("name", ["ayna", "bell", "heron", "swallow"])
def test_title_and_every_seat_can_be_found(name: str, tmp_path: Path) -> None:
    case = read_case(name)
    found = text_of(pdf(name, ("en", 8)), tmp_path)
    assert case.text["title"] in found
    assert all(case.text[f"seats.{seat}.name"] in found for seat in case.seats)
    assert all(case.text[f"injects.{inject}.name"] in found for inject in case.injects)


@NEEDS_POPPLER
def test_right_to_left_pages_hold_no_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang in ("prs", "kk"):
        make_pseudo(tmp_path / "trial", lang)
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path / "trial"))
    made = make_pack(read_case("ayna"), {"prs": 4, "kk": 3})
    assert made.untranslated == 0
    whole = pack_pdf(made)
    assert {"Vazirmatn-Regular", "NotoSans-Regular"} <= fonts(whole)
    assert b"/Lang" in opened(whole)
    assert b"fa-AF" in opened(whole)
    sources = {"http", "https", "www", "doi"}
    left = [word for word in untranslated(text_of(whole, tmp_path)) if word.lower() not in sources]
    addresses = re.sub(r"\s", "", text_of(whole, tmp_path)).lower()
    assert [word for word in left if word.lower() not in addresses[addresses.find("http") :]] == []


# --- the command


def asked(*words: str, folder: Path) -> dict[str, object]:
    output = folder / "out.pdf"
    assert cli.main(["paper", *words, "--output", str(output), "--json"]) == 0
    assert output.read_bytes().startswith(b"%PDF")
    return {"path": output}


def test_the_command_writes_the_pack_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked("ayna", "--people", "5", "--language", "kk:3,ru:2", folder=tmp_path)
    told = json.loads(capsys.readouterr().out)
    assert (told["people"], told["languages"], told["tables"]) == (5, {"kk": 3, "ru": 2}, [5])
    assert told["not_for"] == ["zhambyl-talas"]


def test_without_a_name_the_file_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DASTARKHAN_LANGUAGE", raising=False)
    assert cli.main(["paper", "heron", "--people", "4"]) == 0
    assert (tmp_path / "heron-en-4.pdf").exists()
    said = capsys.readouterr().out
    assert "4 people at 1 table" in said
    assert "Bukhara and Lebap" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ayna", "--people", "3"), "paper.people"),
        (("ayna", "--people", "61"), "paper.people"),
        (("ayna", "--people", "24", "--language", "kk:14,ru:9"), "paper.counts"),
        (("ayna", "--language", "kk:14,ru"), "paper.counts"),
        (("ayna", "--language", "kk,kk"), "paper.twice"),
        (("ayna", "--language", "xx"), "languages.unknown"),
        (("nowhere",), "case.not_found"),
    ],
)
def test_what_does_not_fit_is_named(words: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["paper", *words, "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == code
    if code == "paper.counts":
        assert "kk:12,ru:12" in told["sentence"]


def test_a_bad_place_for_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"check\.cannot_write") as caught:
        typeset("pack", {"title": "T", "language": "en", "pages": []}, tmp_path / "nowhere" / "pack.pdf")
    assert "nowhere" in say(caught.value, "en")


def test_counted_people_need_no_number() -> None:
    assert people_by_language("kk:14,ru:10", None) == {"kk": 14, "ru": 10}
    assert people_by_language("prs", None) == {"prs": 24}


def test_the_shipped_letters_are_enough_for_every_language() -> None:
    """The typesetter takes no other font, so a letter that is in none of ours would be an empty box."""
    from matplotlib.ft2font import FT2Font

    from dastarkhan.languages import LANGUAGES
    from dastarkhan.pictures.tokens import FONT_FOLDER

    known = {chr(code) for path in FONT_FOLDER.glob("*-Regular.ttf") for code in FT2Font(str(path)).get_charmap()}
    data = json.dumps(pack_data(make_pack(read_case("ayna"), {"en": 8})), ensure_ascii=False)
    letters = {letter for one in LANGUAGES.values() for letter in one.alphabet + one.alphabet.upper() + one.digits}
    marks = set("−≈·–…“”«»،؛؟٪")
    needed = {letter for letter in set(data) | letters | marks if letter.isprintable()}
    assert not needed - known
