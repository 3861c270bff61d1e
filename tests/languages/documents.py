"""Documents that Hypothesis writes: every kind of block that a lesson or a guide may hold, nested and wrapped."""

import json

from hypothesis import strategies as st

PLAIN = ["water", "gate", "3", "10.", "-", "+", "#", "S", "~", "&amp;", "\\$5", "a\\|b"]
MARKED = ["`x|y`", "$a_1$", "*slow*", "**now**", "[see](a.md)", "<b>b</b>", "<http://a.b>", "^[note]", "![alt](a.png)"]
WORD = st.sampled_from([*PLAIN, *MARKED])
SENTENCE = st.lists(WORD, min_size=1, max_size=7).map(lambda words: "go " + " ".join(words))
WRAPPED = st.lists(SENTENCE, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "  \n", "\\\n", "\n   "]).map(lambda end: end.join(lines))
)


def _table(rows: list[str]) -> str:
    cells = [f"| {row.replace('`x|y`', 'x')} | b |" for row in rows]
    return "\n".join([cells[0], "|---|:-:|", *cells[1:]])


BLOCK = st.one_of(
    WRAPPED,
    SENTENCE.map(lambda text: f"## {text} ##"),
    SENTENCE.map(lambda text: f"{text}\n==="),
    st.lists(SENTENCE, min_size=1, max_size=3).map(_table),
    SENTENCE.map(lambda text: f"<details><summary>{text}</summary>\n\n{text}\n\n</details>"),
    SENTENCE.map(lambda text: f'<div title="Tip">\n  {text}\n  wrapped\n</div>'),
    SENTENCE.map(lambda text: f":::{{note}} A title\n:class: tip\n\n{text}\n:::"),
    SENTENCE.map(lambda text: f"```python\nx = 1  # {text}\n```"),
    SENTENCE.map(lambda text: f"$$\n{text}\n$$"),
    SENTENCE.map(lambda text: f"    {text}"),
)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *[rest + line if line or rest.strip() else line for line in lines[1:]]])


DOCUMENT = st.recursive(
    BLOCK,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
        inner.map(lambda text: _indented(text, "> ", "> ")),
        inner.map(lambda text: _indented(text, "- ", "  ")),
        inner.map(lambda text: _indented(text, "10. ", "    ")),
        inner.map(lambda text: _indented(text, "- [ ] ", "  ")),
    ),
    max_leaves=6,
)


# --- front matter of a guide

KEY = st.sampled_from(["aim", "say", "title", "if_then", "min", "check"])
SAID = st.one_of(SENTENCE, st.text(alphabet="ab Əм\"'\\:#{}[]>|-é\u200c\t", min_size=1, max_size=30))
QUOTED = SAID.map(lambda text: json.dumps(text, ensure_ascii=False))
FOLDED = st.tuples(st.sampled_from([">", "|", ">-", "|-"]), st.lists(SENTENCE, min_size=1, max_size=3))
DATA = st.sampled_from(["5", "[1, 2]", "{a: 1, b: [x]}", "draft", "'kept as it is'", "2026-03-08", "true", "~"])


def _value(indent: str) -> st.SearchStrategy[str]:
    block = FOLDED.map(lambda made: f"{made[0]}\n" + "\n".join(f"{indent}  {line}" for line in made[1]))
    return st.one_of(QUOTED, block, DATA)


def _mapping(indent: str) -> st.SearchStrategy[str]:
    pairs = st.dictionaries(KEY, _value(indent), min_size=1, max_size=4)
    return pairs.map(lambda found: "\n".join(f"{indent}{key}: {value}" for key, value in found.items()))


STEPS = st.lists(_mapping("    "), min_size=1, max_size=3).map(
    lambda steps: "steps:\n" + "\n".join(f"  - {step[4:]}" for step in steps)
)
FRONT = st.one_of(_mapping(""), st.tuples(_mapping(""), STEPS).map("\n".join))
GUIDE = st.tuples(FRONT, DOCUMENT).map(lambda parts: f"---\n{parts[0]}\n---\n\n{parts[1]}\n")
