"""What the syntax tree says about sentences and error codes in the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dastarkhan.languages.source import SPEAKERS

SENTENCE = re.compile(r"^[^\w]*[A-Z][\w’'-]*[ ,].*[a-z]", re.DOTALL)
LOGGING = frozenset({"debug", "info", "warning", "error", "exception"})
NOT_FOR_PEOPLE = ("<", "{", "#", "--", "M ", "L ")


def parsed(*folders: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file under these folders with its tree."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"), str(path))


def family(trees: list[ast.Module], root: str = "KitError") -> set[str]:
    """Names of the classes that are a KitError, however far down."""
    names, size = {root}, 0
    while size < len(names):
        size = len(names)
        for tree in trees:
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and any(_name(base) in names for base in node.bases):
                    names.add(node.name)
    return names


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def codes(tree: ast.Module, names: set[str]) -> Iterator[tuple[int, str]]:
    """Literal codes given to the constructors of the family."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in names and node.args:
            for first in ast.walk(node.args[0]):
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield node.lineno, first.value


def strings(tree: ast.Module) -> set[str]:
    """All string constants of a file."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def loose_sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """String constants that look like sentences for people and are given to no translator."""
    spoken = _ids_inside(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            text = node.value.strip()
            if SENTENCE.match(text) and not text.startswith(NOT_FOR_PEOPLE):
                yield node.lineno, text


def _ids_inside(tree: ast.Module) -> set[int]:
    """Constants in docstrings and type hints, in calls that translate or mark, and in errors for developers."""
    found: set[int] = set()
    for node in ast.walk(tree):
        hints = [getattr(node, "returns", None), getattr(node, "annotation", None)]
        found |= {id(inner) for hint in hints if hint is not None for inner in ast.walk(hint)}
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found |= {id(one.value) for one in node.body if isinstance(one, ast.Expr)}
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _translates(node.func)):
            found |= {id(inner) for inner in ast.walk(node)}
    return found


def _translates(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute) and func.attr in LOGGING:
        return True  # a log is for developers
    if isinstance(func, ast.Attribute) and func.attr in ("n", "c"):
        func = func.value
    return _name(func) in SPEAKERS | {"mark"}
