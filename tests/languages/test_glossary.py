"""The glossary: whole in every language, spelt with the right letters, and about words that the kit really says."""

import itertools
import re
import tomllib
from collections import defaultdict
from typing import Any

import pytest
from babel.messages.pofile import read_po

from dastarkhan.languages import LANGUAGES, Language
from dastarkhan.languages.paths import kit_root
from dastarkhan.languages.spelling import spelling

LOCALES = kit_root() / "locales"
GLOSSARY: dict[str, Any] = tomllib.loads((LOCALES / "glossary.toml").read_text(encoding="utf-8"))
TERMS: dict[str, dict[str, str]] = GLOSSARY["terms"]
PLANNED = frozenset(term for terms in GLOSSARY["lessons"].values() for term in terms)
OTHERS = [one for one in LANGUAGES.values() if one.code != "en"]
LONGEST_MEANING_WORDS = 20


def test_it_says_what_it_is() -> None:
    assert set(GLOSSARY) == {"schema", "status", "also_otherwise", "lessons", "terms"}
    assert (GLOSSARY["schema"], GLOSSARY["status"]) == (1, "machine-drafted")
    assert len(TERMS) >= 80


@pytest.mark.parametrize("key", TERMS)
def test_a_term_is_whole(key: str) -> None:
    term = TERMS[key]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", key)
    assert set(term) - {"note"} == {*LANGUAGES, "meaning"}
    assert all(text and text == text.strip() for text in term.values())
    assert len(term["meaning"].split()) <= LONGEST_MEANING_WORDS
    assert term["meaning"].endswith(".")


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_letters_are_those_of_the_language(language: Language) -> None:
    faults = [
        (key, term[language.code], fault.code, fault.params)
        for key, term in TERMS.items()
        # No English word is given to compare with: in a glossary not even a name stays in other letters.
        for fault, _grave in spelling("", term[language.code], language)
    ]
    assert not faults


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_one_word_a_term(language: Language) -> None:
    """A gate can look for it: one form, no choices, no brackets."""
    assert not [term[language.code] for term in TERMS.values() if re.search(r"[/()\[\];,.،؛]", term[language.code])]


def test_no_english_term_stands_twice() -> None:
    english = [term["en"].casefold() for term in TERMS.values()]
    assert len(set(english)) == len(english)


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_a_word_for_two_terms_is_explained(language: Language) -> None:
    """Two English terms that share a word are told apart, in the note of one of them."""
    shared = defaultdict(list)
    for term in TERMS.values():
        shared[term[language.code].casefold()].append(term)
    for word, terms in shared.items():
        for one, other in itertools.combinations(terms, 2):
            told = one["en"] in other.get("note", "") or other["en"] in one.get("note", "")
            assert told, word


def test_english_terms_are_said_in_the_kit_or_planned() -> None:
    said = english_texts()
    unknown = [term["en"] for term in TERMS.values() if term["en"] not in PLANNED and not occurs(term["en"], said)]
    assert not unknown


def test_planned_terms_are_terms() -> None:
    assert {term["en"] for term in TERMS.values()} >= PLANNED


def test_words_that_the_gate_leaves_alone_are_terms() -> None:
    apart = GLOSSARY["also_otherwise"]
    assert apart == sorted(set(apart) & {term["en"] for term in TERMS.values()})


def english_texts() -> str:
    texts: list[str] = []
    for path in sorted((LOCALES / "templates").glob("*.pot")):
        with path.open("rb") as file:
            for entry in read_po(file):
                texts += entry.id if isinstance(entry.id, (list, tuple)) else [entry.id]
    return "\n".join(texts)


def occurs(term: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(term)}(?:s|es)?\b", text, re.IGNORECASE) is not None
