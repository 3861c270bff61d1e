"""The look in numbers: contrast, colour-blind distance, one list of colours, fonts that cover eight languages."""

import re
import subprocess
import sys

import numpy as np
import pytest

from dastarkhan.pictures import colour, colours, first_party, second_party, shared_look, style_sheet, tokens
from dastarkhan.pictures.patterns import PATTERNS
from dastarkhan.pictures.tokens import FOLDER, FONT_FOLDER, Pair, edge_tile, pairs

# Machado, Oliveira & Fernandes (2009), doi:10.1109/TVCG.2009.113, severity 1.0, for linear RGB.
SIGHT = {
    "full colour": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz’“”–—…",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя«»№",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "uz": "abdefghijklmnopqrstuvxyzʻʼ",
    "prs": "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئأؤۀة۰۱۲۳۴۵۶۷۸۹،؛؟٫٬٪«»ًٌٍَُِّْٔ",
}
SIGNS = "0123456789.,:;!?()[]+−±×·³²°%/≤≥\u2066\u2067\u2068\u2069\u200c\u200f"


def edge_stitches() -> tuple[tuple[str, float, float, float, float], ...]:
    """Give the stitches of one repeat of the edge as (colour, x, y, width, height), in pixels from the top left."""
    stitches = []
    for fill, path in re.findall(r"<path fill='(#[0-9a-f]{6})' d='([^']*)'", edge_tile()):
        for x, y, width, height in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)", path):
            stitches.append((fill, float(x), float(y), float(width), float(height)))
    return tuple(stitches)


def linear(hexadecimal: str) -> np.ndarray:
    channel = np.array([int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""
    darker, lighter = sorted(float(TO_XYZ[1] @ linear(colour(name))) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(name: str, sight: str) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(SIGHT[sight] @ linear(colour(name)), 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_contrast_is_computed_as_in_the_standard() -> None:
    assert contrast("cloth", "cloth") == pytest.approx(1)
    assert float(TO_XYZ[1] @ linear("#ffffff")) == pytest.approx(1, abs=1e-4)
    grey = float(TO_XYZ[1] @ linear("#777777"))  # known to miss AA on white by a hair, at 4.48:1
    assert 1.05 / (grey + 0.05) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.colour} on {pair.ground}")
def test_every_named_pair_has_its_contrast(pair: Pair) -> None:
    assert contrast(pair.colour, pair.ground) >= pair.least_contrast


def test_the_file_names_the_grounds_of_every_colour_of_text() -> None:
    assert len(pairs()) >= 30
    named = {pair.colour for pair in pairs()} | {pair.ground for pair in pairs()}
    assert set(colours()) - named == {"line"}  # the one colour that carries no meaning


@pytest.mark.parametrize("sight", SIGHT)
def test_the_two_parties_stay_far_apart_for_every_eye(sight: str) -> None:
    first, second = (lab(look.colour_name, sight) for look in (first_party(), second_party()))
    assert np.linalg.norm(first - second) >= 40


@pytest.mark.parametrize("sight", SIGHT)
def test_no_party_looks_like_nature_or_like_an_unmet_need(sight: str) -> None:
    for one, other in (("river", "sage"), ("apricot", "sage"), ("river", "pomegranate"), ("apricot", "pomegranate")):
        assert np.linalg.norm(lab(one, sight) - lab(other, sight)) >= 10, (one, other)


def test_parties_differ_by_pattern_too_so_that_black_on_white_is_enough() -> None:
    looks = (first_party(), second_party(), shared_look())
    assert len({look.pattern for look in looks} | {"missing"}) == 4
    widths = [pattern.width for pattern in PATTERNS.values()]
    assert len(set(widths)) == len(widths)  # tile_patterns tells them apart by it


def test_there_is_no_second_list_of_colours() -> None:
    allowed = set(colours().values())
    assert {fill for fill, *_place in edge_stitches()} <= allowed
    sources = [path for path in FOLDER.glob("*") if path.suffix in (".py", ".css") and path.name != "tokens.css"]
    assert len(sources) > 10
    for path in sources:
        assert not re.findall(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b", path.read_text(encoding="utf-8")), path.name


def test_the_edge_reads_the_same_from_both_sides() -> None:
    width = 32
    rows = {(fill, y, int(x) + i) for fill, x, y, w, _h in edge_stitches() for i in range(int(w))}
    mirrored = {(fill, y, (33 - x) % width) for fill, y, x in rows}  # about the large eye, pixels 16 and 17
    assert len(rows) > 100
    assert rows == mirrored
    assert f"width='{width}'" in edge_tile()


def test_the_style_sheet_is_written_for_both_directions() -> None:
    css = re.sub(r"/\*.*?\*/", "", (FOLDER / "widgets.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    physical = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|[{;]\s*(?:left|right):", css
    )
    assert physical == []
    moving = re.compile(r"@keyframes dk-[\w-]+\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")  # its steps select nothing
    found = re.findall(r"([^{}@]+)\{", moving.sub("", css))
    selectors = [part for part in found if not part.strip().startswith(("media", "container", "("))]
    assert len(selectors) > 60
    stray = [each.strip() for each in selectors if not re.search(r"\.dk-|forced|prefers|print", each)]
    assert stray == []


def test_every_token_that_is_used_exists() -> None:
    used = set(re.findall(r"var\(--(?!jp-)([a-z0-9-]+)", style_sheet()))
    assert used <= set(tokens())
    assert tokens()["tap"] == "48px"


def test_style_sheet_points_to_fonts_where_it_is_told() -> None:
    assert "@font-face" not in style_sheet()
    assert 'url("/there/NotoSans-Bold.woff2")' in style_sheet(fonts=True, font_address="/there")


@pytest.mark.parametrize("language", ALPHABETS)
def test_the_two_families_cover_the_alphabet(language: str) -> None:
    from matplotlib.font_manager import get_font

    for weight in ("Regular", "Bold"):
        covered = set()
        for family in ("NotoSans", "Vazirmatn"):
            covered |= set(get_font(str(FONT_FOLDER / f"{family}-{weight}.ttf")).get_charmap())
        needed = ALPHABETS[language] + ALPHABETS[language].upper() + SIGNS
        assert {letter for letter in needed if ord(letter) not in covered} == set()


def test_fonts_come_with_their_licence_and_stay_small() -> None:
    rules = (FOLDER / "fonts.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("fonts/([^"]+)"\)', rules)
    assert sorted(named) == sorted(path.name for path in FONT_FOLDER.glob("*.woff2"))
    assert rules.count("font-display: swap") == len(named) == 4
    assert sum(path.stat().st_size for path in FONT_FOLDER.iterdir()) < 1_000_000
    for family in ("NotoSans", "Vazirmatn"):
        licence = (FONT_FOLDER / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert "with Reserved Font Name" not in licence.split("-----")[0]  # else a part needs another name


def test_importing_pictures_costs_nothing() -> None:
    code = "import sys, dastarkhan.pictures; print([m for m in ('matplotlib', 'numpy', 'scipy') if m in sys.modules])"
    kit = FOLDER.parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=kit)
    assert done.stdout.strip() == "[]"
