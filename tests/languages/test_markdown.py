"""The splitter: nothing is touched that is not translated, and nothing that people read is left out."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from documents import DOCUMENT
from hypothesis import given, settings
from hypothesis import strategies as st

from dastarkhan.languages.markdown import has_words, segments
from dastarkhan.languages.segments import Kind, Segment, splice
from dastarkhan.languages.structure import blocks, marks

NASTY = (Path(__file__).parent / "nasty.md").read_bytes().decode()


def written_again(source: str) -> str:
    """Write every segment with its own text, through the same path as a translation."""
    whole = source
    for part in sorted(segments(source), key=lambda one: -one.start):
        whole = whole[: part.start] + part.written(part.text) + whole[part.end :]
    return whole


def shouted(segment: Segment) -> str:
    """Change the letters outside code, mathematics, tags, addresses and labels."""
    kept = r"(`+.*?`+|\$+[^$]*\$+|<[^>]*>|\]\([^)]*\)|\[\^?\w+\]|&\w+;|\^\[|https?://\S+|\\.)"
    return "".join(p if i % 2 else re.sub(r"[a-z]", "ж", p) for i, p in enumerate(re.split(kept, segment.text)))


def test_nasty_document_comes_back_byte_for_byte() -> None:
    assert splice(NASTY, segments(NASTY), lambda segment: None) == NASTY
    assert splice(NASTY, segments(NASTY), lambda segment: segment.text) == NASTY


def test_nasty_document_keeps_its_structure() -> None:
    assert blocks(written_again(NASTY)) == blocks(NASTY)
    assert marks(written_again(NASTY)) == marks(NASTY)
    changed = splice(NASTY, segments(NASTY), shouted)
    assert changed != NASTY
    assert blocks(changed) == blocks(NASTY)


def test_nasty_document_gives_every_visible_block() -> None:
    found = [(part.kind, part.text) for part in segments(NASTY)]
    assert found == [
        (Kind.HEADING, "The river *Ayna*"),
        (Kind.PARAGRAPH, "A paragraph wrapped by hand, with `code`, $x_i$ and a price of \\$5; its third line is indented."),  # noqa: E501
        (Kind.PARAGRAPH, "A hard break here,\\\nand one more there,\\\nand the end."),
        (Kind.LIST_ITEM, "one"),
        (Kind.LIST_ITEM, "two, wrapped again"),
        (Kind.LIST_ITEM, "inside two"),
        (Kind.PARAGRAPH, "a second paragraph of the item"),
        (Kind.LIST_ITEM, "ten gates"),
        (Kind.LIST_ITEM, "done already"),
        (Kind.LIST_ITEM, "still to do"),
        (Kind.TABLE_CELL, "Side"),
        (Kind.TABLE_CELL, "Water | power"),
        (Kind.TABLE_CELL, "Springs"),
        (Kind.TABLE_CELL, "a `b|c` d"),
        (Kind.TABLE_CELL, "Gardens"),
        (Kind.PARAGRAPH, "A quote over two lines."),
        (Kind.TABLE_CELL, "In"),
        (Kind.TABLE_CELL, "a quote"),
        (Kind.TABLE_CELL, "cell"),
        (Kind.PARAGRAPH, "Mind the flood."),
        (Kind.ATTRIBUTE, "A tip"),
        (Kind.HTML, "Open <b>both</b> gates, slowly"),
        (Kind.HTML, "Hint"),
        (Kind.PARAGRAPH, "Look at the *outlet*."),
        (Kind.COMMENT, "how much water there is"),
        (Kind.TITLE, "Remember this"),
        (Kind.PARAGRAPH, "The lake is a neighbour, too."),
        (Kind.LIST_ITEM, "and the wetland"),
        (Kind.TITLE, "Inside a quote"),
        (Kind.PARAGRAPH, "Two words."),
        (Kind.PARAGRAPH, '![A map of the river](river.svg "The map") <kbd>Enter</kbd>'),
        (Kind.PARAGRAPH, "A note[^n], a [glossary][gl] word and ^[a short note]."),
        (Kind.PARAGRAPH, "What the note says, on two lines."),
        (Kind.HEADING, "Underlined"),
        (Kind.HEADING, "Closed"),
    ]  # fmt: skip


def test_translation_goes_where_the_text_stood() -> None:
    source = "> - [ ] one\n>   two  \n>   three\n\n| a\\|b | c |\n|---|---|\n"
    new = {"one two\\\nthree": "бир эки\\\nүч", "a|b": "х|у"}
    assert splice(source, segments(source), lambda part: new.get(part.text)) == (
        "> - [ ] бир эки\\\n>   үч\n\n| х\\|у | c |\n|---|---|\n"
    )


@pytest.mark.parametrize("text", ["`code`", "$a + b$", "<https://ayna.example>", "12 %", "&nbsp;", "<b></b>", "\\$ 5"])
def test_what_shows_no_letter_is_no_segment(text: str) -> None:
    assert not has_words(text)
    assert segments(text) == ()


def same_words(part: Segment, source: str) -> bool:
    """Whether the range in the source holds exactly the segment's text, but for prefixes, wrapping and escapes."""
    plain = [re.sub(r"[\s\\>]+", "", text) for text in (source[part.start : part.end], part.text)]
    return plain[0] == plain[1]


@settings(max_examples=150, deadline=None)
@given(source=DOCUMENT, ending=st.sampled_from(["\n", "\r\n"]))
def test_made_documents(source: str, ending: str) -> None:
    source = source.replace("\n", ending)
    parts = segments(source)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert all(same_words(part, source) for part in parts)
    assert splice(source, parts, lambda segment: segment.text) == source
    assert blocks(written_again(source)) == blocks(source)
    assert marks(written_again(source)) == marks(source)
    assert blocks(splice(source, parts, shouted)) == blocks(source)


@settings(max_examples=200, deadline=None)
@given(source=st.text(alphabet=st.sampled_from("ab1 \n\t\r`*_#->|[]()!$:<>\\&{}^~=.\0é"), max_size=120))
def test_any_text_is_split_without_harm(source: str) -> None:
    parts = segments(source)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert all(same_words(part, source.replace("\0", "\ufffd")) for part in parts)
    assert splice(source, parts, lambda segment: segment.text) == source
