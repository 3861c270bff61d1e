"""Texts in Python code and page templates.

Own extraction, on purpose: Babel's works on tokens and takes a name anywhere; this one reads the syntax tree, knows the
kit's few calls, and stops the build when a text is not written out where it is used.

==================================  ======================================
``_("text", name=value)``           a text; also ``self._(...)`` and ``w(...)``
``_.n("one", "many", n)``           a text that depends on a number
``_.c("context", "text")``          a short text that needs a context
``mark("text")``                    written in a table now, shown later by ``_.marked(text)``
==================================  ======================================
"""

import ast
from collections.abc import Iterator, Sequence

from dastarkhan.languages.entries import Entry
from simulations.errors import KitError

SPEAKERS = frozenset({"_", "w"})
_METHODS = {"n": 2, "c": 2}


def python_entries(code: str, file: str) -> Iterator[Entry]:
    """Texts of a Python file.

    Raises
    ------
    KitError
        ``languages.not_literal`` with file and line, when a text is an f-string, a sum or a variable.

    Examples
    --------
    >>> [entry.text for entry in python_entries('_("Open the gate")', "gate.py")]
    ['Open the gate']
    """
    calls = [node for node in ast.walk(ast.parse(code, file)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        method = _method(call.func)
        if method is None:
            continue
        wanted = _METHODS.get(method, 1)
        literals = [arg.value for arg in call.args[:wanted] if isinstance(arg, ast.Constant)]
        texts = [value for value in literals if isinstance(value, str)]
        if len(texts) < wanted:
            raise KitError("languages.not_literal", file=file, line=call.lineno, call=ast.unparse(call.func))
        yield _entry(method, texts, file, fills=bool(call.keywords) or method == "n")


def _entry(method: str, texts: Sequence[str], file: str, *, fills: bool) -> Entry:
    if method == "n":
        return Entry(text=texts[0], plural=texts[1], file=file, fills=True)
    if method == "c":
        return Entry(text=texts[1], context=texts[0], file=file, fills=fills)
    return Entry(text=texts[0], file=file, fills=fills)


def _method(func: ast.expr) -> str | None:
    """Name the kind of call: "" for a plain text, "n", "c", "mark"; None for any other call."""
    if _speaks(func):
        return ""
    if isinstance(func, ast.Attribute) and func.attr in _METHODS and _speaks(func.value):
        return func.attr
    return "mark" if isinstance(func, ast.Name) and func.id == "mark" else None


def _speaks(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name in SPEAKERS


def page_entries(page: str, file: str) -> Iterator[Entry]:
    """Texts of a Jinja page template: ``{{ _("text") }}``, ``_.n``, ``_.c``.

    Raises
    ------
    KitError
        ``languages.not_literal`` as in Python.

    Examples
    --------
    >>> [entry.text for entry in page_entries('<h1>{{ _("Welcome") }}</h1>', "welcome.html")]
    ['Welcome']
    """
    from jinja2 import Environment, nodes

    tree = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True).parse(
        page, filename=file
    )
    for call in tree.find_all(nodes.Call):
        method, speaker = "", call.node
        if isinstance(speaker, nodes.Getattr) and speaker.attr in _METHODS:
            method, speaker = speaker.attr, speaker.node
        if not (isinstance(speaker, nodes.Name) and speaker.name in SPEAKERS):
            continue
        wanted = _METHODS.get(method, 1)
        given = [arg.value for arg in call.args[:wanted] if isinstance(arg, nodes.Const)]
        texts = [value for value in given if isinstance(value, str)]
        if len(texts) < wanted:
            raise KitError("languages.not_literal", file=file, line=call.lineno, call="_")
        yield _entry(method, texts, file, fills=bool(call.kwargs) or method == "n")


def message_entries(code: str, file: str) -> Iterator[Entry]:
    """Sentences of the table ``MESSAGES``; the code of the error is the context."""
    for node in ast.parse(code, file).body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id == "MESSAGES" and isinstance(node, ast.AnnAssign) and node.value:
            for key, sentence in ast.literal_eval(node.value).items():
                yield Entry(text=sentence, context=key, file=file, note="error", fills=True)
