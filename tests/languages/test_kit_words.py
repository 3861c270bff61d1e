"""The kit itself: every sentence is given to translators, every code has a sentence, templates are fresh."""

import json
import re
from pathlib import Path

import pytest
from pseudo import make_pseudo, make_pseudo_lessons, pseudo, untranslated
from source_scan import codes, family, loose_sentences, parsed, strings

from dastarkhan.languages import LANGUAGES, say, words
from dastarkhan.languages.building import texts
from dastarkhan.languages.dashes import bound
from dastarkhan.languages.gate import check_catalog
from dastarkhan.languages.messages import MESSAGES
from dastarkhan.languages.paths import own_house
from dastarkhan.languages.templates import gather, stale_templates
from simulations.errors import KitError
from simulations.games import read_case

HOUSE = own_house()
PEOPLE = (HOUSE.root / "dastarkhan" / "lessons", HOUSE.root / "dastarkhan" / "jupyter")
EVERYTHING = (HOUSE.root / "dastarkhan", HOUSE.root / "simulations")

# Sentences that are for programs or for developers; each with its reason.
LOOSE_ALLOWED: dict[str, str] = {}


def test_every_sentence_is_inside_a_call_that_translates() -> None:
    loose = [
        f"{HOUSE.relative(path)}:{line}: {text}"
        for path, tree in parsed(*PEOPLE)
        for line, text in loose_sentences(tree)
        if text not in LOOSE_ALLOWED
    ]
    assert loose == []


def test_the_scan_of_sentences_finds_one() -> None:
    import ast

    tree = ast.parse('"""A docstring here."""\nx = "Open the gate"\ny = _("Close the gate")\nz = f"Take {x} away now"')
    hint = ast.parse('def gate(way: "Open | None") -> "Closed | None":\n    return "Shut the gate"')
    assert [text for _, text in loose_sentences(hint)] == ["Shut the gate"]
    assert [text for _, text in loose_sentences(tree)] == ["Open the gate"]


def test_page_templates_hold_no_text_of_their_own() -> None:
    from jinja2 import Environment

    environment, loose, seen = Environment(), [], 0
    for path in HOUSE.sources():
        if path.suffix == ".py":
            continue
        seen += 1
        page = path.read_text(encoding="utf-8")
        data = "".join(value if kind == "data" else " " for _, kind, value in environment.lex(page))
        # A block may hold nothing but attributes of the tag around it, so these go by themselves too.
        shown = re.sub(r"(?s)<(style|script)\b.*?</\1>|<!--.*?-->|<!.*?>|<[^>]*>|[\w-]+=\"[^\"]*\"|&\w+;", " ", data)
        loose += [f"{HOUSE.relative(path)}: {word}" for word in untranslated(shown, allow=["Dastarkhan"])]
    assert seen > 0
    assert loose == []


def test_codes_raised_and_sentences_are_the_same() -> None:
    trees = dict(parsed(*EVERYTHING))
    names = family(list(trees.values()))
    assert {"KitError", "CaseError", "ModelError"} <= names
    raised = {
        code: f"{HOUSE.relative(path)}:{line}" for path, tree in trees.items() for line, code in codes(tree, names)
    }
    assert {code: where for code, where in raised.items() if code not in MESSAGES} == {}
    written = {text for path, tree in trees.items() if path.name != "messages.py" for text in strings(tree)}
    assert sorted(set(MESSAGES) - written) == []


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_sentence_can_be_filled(code: str) -> None:
    names = set(re.findall(r"\{(\w+)[^}]*\}", MESSAGES[code]))
    told = say(KitError(code, **dict.fromkeys(names, 3)), "en")
    assert "{" not in told
    assert not told.startswith(code)


def test_templates_on_disk_are_fresh() -> None:
    stale = [HOUSE.relative(path) for path in stale_templates(HOUSE)]
    assert stale == [], "run: dastarkhan languages extract"


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("pseudo")
    for lang in ("prs", "kk"):
        make_pseudo(folder, lang)
    return folder


def test_every_domain_is_gathered() -> None:
    domains = gather(HOUSE)
    assert {"kit", "lesson_11", "case_ayna"} <= set(domains)
    assert all(domains.values())


@pytest.mark.parametrize("lang", ["prs", "kk"])
def test_every_text_of_the_kit_speaks_the_pseudo_language(
    trial: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(trial))
    for domain, entries in gather(HOUSE).items():
        _ = words(lang, domain)
        for one in entries:
            entry = one.entry
            if entry.plural:
                values = dict.fromkeys(re.findall(r"\{(\w+)", entry.plural), "۵")
                told = _.n(entry.text, entry.plural, 5, **values)
                assert untranslated(told) == []
            else:
                assert _.marked(entry.text, context=entry.context) == bound(pseudo(entry.text, lang))
        assert _.missing == set()


def test_every_error_and_case_text_speaks_it(trial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(trial))
    for code in MESSAGES:
        names = re.findall(r"\{(\w+)", MESSAGES[code])
        told = say(KitError(code, **dict.fromkeys(names, 3), more=0), "prs")
        assert untranslated(told) == []
    case, _ = read_case("ayna"), words("prs")
    assert case.text
    for key in case.text:
        assert untranslated(re.sub(r"\{[^}]*\}", "", _.case(case, key))) == []
    assert _.missing == set()


@pytest.mark.parametrize("lang", ["prs", "kk"])
def test_every_lesson_speaks_it(trial: Path, lang: str, tmp_path: Path) -> None:
    lessons = make_pseudo_lessons(trial, tmp_path, lang)
    assert len(lessons) == len(HOUSE.lessons()) + len(HOUSE.guide_texts()) + len(HOUSE.rehearsals()) > 0
    for path, text in texts(HOUSE, LANGUAGES[lang], trial):
        if path.suffix == ".ipynb":
            for cell in json.loads(text)["cells"]:
                shown = "".join(cell["source"]) if cell["cell_type"] == "markdown" else cell["source"][0].rstrip()
                if cell["cell_type"] == "code" and not shown.startswith("#"):
                    continue
                shown = re.sub(r"(?s)`[^`]*`|\$[^$]*\$|<[^>]*>|\]\([^)]*\)|https?://\S+", " ", shown)
                assert untranslated(shown) == [], cell["id"]
                assert "untranslated" not in cell["metadata"]


@pytest.mark.parametrize("lang", ["prs", "kk"])
def test_the_pseudo_language_passes_the_gate(trial: Path, lang: str) -> None:
    for path in sorted((trial / lang).glob("*.po")):
        faults = list(check_catalog(path, path.name, LANGUAGES[lang]))
        grave = [fault for fault in faults if fault.grave and "other_language" not in fault.error.code]
        assert grave == []
        assert len(grave) < len(faults)  # nobody speaks it, and the identifiers say so
