"""Extraction from Python, page templates and the table of errors."""

import pytest

from dastarkhan.languages.entries import Entry, merged
from dastarkhan.languages.source import message_entries, page_entries, python_entries
from simulations.errors import KitError

CODE = """
def show(self, n):
    self._("Open " "gate {n}", n=n)
    _.n("{n} month", "{n} months", n)
    self.w.c("gate", "Open")
    mark("Equal awards")
    other("Not a text"); self.n("a", "b", 1); x._y("Nor this")
    for _ in range(3): print(_)
"""


def test_the_calls_of_the_kit() -> None:
    found = [(one.text, one.plural, one.context, one.fills) for one in python_entries(CODE, "a.py")]
    assert found == [
        ("Open gate {n}", "", "", True),
        ("{n} month", "{n} months", "", True),
        ("Open", "", "gate", False),
        ("Equal awards", "", "", False),
    ]


@pytest.mark.parametrize(
    "call", ['_(f"Take {x}")', "_(title)", '_("a" + b)', '_.n("one", many, 3)', '_.c(name, "x")', "mark(x)", "_()"]
)
def test_a_text_must_be_written_out(call: str) -> None:
    with pytest.raises(KitError) as caught:
        list(python_entries(f"x = 1\n\n{call}\n", "dastarkhan/lessons/gate.py"))
    assert caught.value.code == "languages.not_literal"
    assert (caught.value.params["file"], caught.value.params["line"]) == ("dastarkhan/lessons/gate.py", 3)


def test_marked_texts_may_be_variables() -> None:
    assert list(python_entries("_.marked(title, context=name)", "a.py")) == []


def test_page_templates() -> None:
    page = """<html lang="{{ language.html }}"><h1>{{ _("Welcome") }}</h1>
    {% for x in y %}{{ _.n("{n} lesson", "{n} lessons", x) }}{% endfor %}
    <p title="{{ _.c('tip', 'Open') }}">{{ x.n("a", "b") }}"""
    found = [(one.text, one.plural, one.context) for one in page_entries(page, "welcome.html")]
    assert sorted(found) == [("Open", "", "tip"), ("Welcome", "", ""), ("{n} lesson", "{n} lessons", "")]
    with pytest.raises(KitError) as caught:
        list(page_entries("<p>\n{{ _(title) }}</p>", "welcome.html"))
    assert (caught.value.code, caught.value.params["line"]) == ("languages.not_literal", 2)


def test_the_table_of_errors() -> None:
    code = 'MESSAGES: dict[str, str] = {\n    # a room\n    "a.b": "One {x} "\n    "two.",\n}\n'
    assert [(one.context, one.text, one.fills) for one in message_entries(code, "m.py")] == [
        ("a.b", "One {x} two.", True)
    ]


def test_equal_texts_are_one_entry_with_all_its_files() -> None:
    first = Entry(text="{n} month", file="a.py")
    both = merged([first, Entry(text="Open", file="a.py"), Entry(text="{n} month", plural="{n} months", file="b.py")])
    assert [(one.entry.text, one.entry.plural, one.files) for one in both] == [
        ("{n} month", "{n} months", ("a.py", "b.py")),
        ("Open", "", ("a.py",)),
    ]
    with pytest.raises(KitError, match=r"languages\.two_plurals"):
        merged([Entry(text="a", plural="b", file="x"), Entry(text="a", plural="c", file="y")])
