"""Markdown as blocks: nothing that a person reads is lost on the way to print."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from dastarkhan.languages.blocks import Block, blocks, page
from dastarkhan.languages.paths import own_house


def letters(block: Block) -> Iterator[str]:
    """Every run of letters of a block, in the order of reading."""
    for value in block.values():
        yield from _letters(value)


def _letters(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("kind") in ("text", "code"):
            yield value["text"]
        else:
            yield from letters(value)
    elif isinstance(value, list):
        for one in value:
            yield from _letters(one)


def test_every_kind_of_block() -> None:
    prose = "# One\n\nTwo **three** [four](five)\\\nsix `seven`\n\n"
    made = blocks(prose + "- a\n- b\n\n1. c\n\n> d\n\n---\n\n|e|f|\n|---|---|\n|g|h|\n")
    assert [block["kind"] for block in made] == ["heading", "paragraph", "list", "list", "quote", "rule", "table"]
    assert (made[0]["level"], [one["ordered"] for one in made[2:4]]) == (1, [False, True])
    assert [run["kind"] for run in made[1]["inline"]] == ["text", "strong", "text", "link", "break", "text", "code"]
    assert made[1]["inline"][3]["href"] == "five"
    assert len(made[6]["head"]) == 2
    assert len(made[6]["rows"]) == 1


def test_comments_and_wrappers_show_nothing() -> None:
    made = blocks('<!-- made: steps -->\n\n<div dir="rtl" lang="fa-AF">\n\n# متن\n\n</div>\n')
    assert [block["kind"] for block in made] == ["heading"]


@pytest.mark.parametrize("path", own_house().guide_texts(), ids=lambda path: path.stem)
def test_a_guide_keeps_every_word(path: Any) -> None:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    shown = re.sub(r"<!--.*?-->|<[^>]+>", " ", page(body), flags=re.DOTALL)
    for entity, letter in (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        shown = shown.replace(entity, letter)
    kept = " ".join(text for block in blocks(body) for text in letters(block))
    assert re.findall(r"\w+", kept) == re.findall(r"\w+", shown)
    assert len(kept) > 5000
