"""YAML into dataclasses, field by field; every fault knows its key and its line.

A key is written as a path: ``steps[3].say`` is the field ``say`` of the third step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from dastarkhan.guides.vocabulary import Text
from simulations.errors import KitError

FIRST_LINE = 2
"""The front matter's first line in the file: the one before is ``---``."""
KINDS: Mapping[object, tuple[str, str]] = {
    int: ("int", "12"), bool: ("bool", "true, false"), str: ("str", "river-meet, '2026-11-23'"),
    Text: ("str", '"..."'), tuple: ("seq", "[ ]"), Mapping: ("map", "{ }"),
}  # fmt: skip


@dataclass(kw_only=True)
class Reader:
    """Reads one file's front matter.

    Attributes
    ----------
    file : str
        Named by every fault.
    faults : list of KitError
        What was found on the way.
    lines : dict
        Line of every key path, for whoever looks at the whole afterwards.
    """

    file: str
    faults: list[KitError] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def read(self, kind: Any, node: Any, path: str) -> Any:
        """Make a value of the type `kind`; what cannot be made becomes a fault and ``None``."""
        self.lines.setdefault(path, node.start_mark.line + FIRST_LINE)  # the line of the key, where there is one
        if is_dataclass(kind):
            return self._dataclass(kind, node, path)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._choice(kind, node, path)
        origin = get_origin(kind)
        if origin is UnionType:  # a field that may be left out is read like any other where it stands
            return self.read(get_args(kind)[0], node, path)
        if origin is tuple:
            return self._list(get_args(kind)[0], node, path)
        if origin is Mapping:
            return self._table(get_args(kind), node, path)
        return self._plain(kind, node, path)

    def fault(self, code: str, path: str, value: object, allowed: str, **more: object) -> None:
        """Remember a fault at the line of `path`, or of what holds it."""
        line = line_of(self.lines, path)
        self.faults.append(KitError(code, file=self.file, key=path, line=line, value=value, allowed=allowed, **more))

    def _wrong(self, node: Any, path: str, kind: object) -> None:
        self.fault("guide.wrong_type", path, shown(node), KINDS[kind][1])

    def _plain(self, kind: Any, node: Any, path: str) -> Any:
        name = KINDS[kind][0]
        if node.id != "scalar" or node.tag.rpartition(":")[2] != name:
            return self._wrong(node, path, kind)
        quoted = node.style in ('"', ">", "|")
        if kind is Text and not quoted:
            return self.fault("guide.not_quoted", path, node.value, f'"{node.value}"')
        if kind is Text and not node.value.strip():
            return self.fault("guide.empty_text", path, node.value, '"..."')
        if kind is str and quoted:
            return self.fault("guide.quoted_data", path, node.value, f"'{node.value}'")
        if kind is bool:
            return node.value.lower() in ("true", "yes", "on")
        return int(node.value) if kind is int else node.value

    def _choice(self, kind: type[StrEnum], node: Any, path: str) -> Any:
        known = [str(one) for one in kind]
        if node.id == "scalar" and node.value in known:
            return kind(node.value)
        return self.fault("guide.bad_choice", path, shown(node), ", ".join(known))

    def _list(self, kind: Any, node: Any, path: str) -> Any:
        if node.id != "sequence":
            return self._wrong(node, path, tuple)
        if not node.value:
            return self.fault("guide.empty_list", path, "[]", "[...]")
        return tuple(self.read(kind, one, f"{path}[{number}]") for number, one in enumerate(node.value, start=1))

    def _table(self, kinds: tuple[Any, Any], node: Any, path: str) -> Any:
        keys, values = kinds
        if node.id != "mapping":
            return self._wrong(node, path, Mapping)
        found = {}
        for key, value in self._keys(node, path):
            if KINDS[keys][0] != key.tag.rpartition(":")[2]:
                self._wrong(key, joined(path, key.value), keys)
                continue
            found[keys(key.value)] = self.read(values, value, joined(path, key.value))
        return found

    def _dataclass(self, kind: Any, node: Any, path: str) -> Any:
        if node.id != "mapping":
            return self._wrong(node, path, Mapping)
        hints, before = get_type_hints(kind), len(self.faults)
        given = {key.value: (key, value) for key, value in self._keys(node, path)}
        made: dict[str, Any] = {}
        rest = next((one for one in fields(kind) if one.metadata.get("rest")), None)
        if rest is not None:
            made[rest.name] = self._rest(hints[rest.name], node, given, path)
        for one in fields(kind):
            if one is rest:
                continue
            name = key_of(one)
            if name in given:
                made[one.name] = self.read(hints[one.name], given.pop(name)[1], joined(path, name))
            elif one.default is MISSING:
                self.fault("guide.missing_key", joined(path, name), "–", described(hints[one.name]))
        self._unknown(given, [key_of(one) for one in fields(kind)], path)
        return kind(**made) if len(self.faults) == before else None

    def _rest(self, kind: Any, node: Any, given: dict[str, Any], path: str) -> Any:
        """Read all keys that are whole numbers as one table."""
        values, found = get_args(kind)[1], {}
        for name in [name for name, (key, _) in given.items() if key.tag.endswith(":int")]:
            found[int(name)] = self.read(values, given.pop(name)[1], joined(path, name))
        return found

    def _unknown(self, given: Mapping[str, Any], known: list[str], path: str) -> None:
        for name, (key, _value) in given.items():
            self.lines[joined(path, name)] = key.start_mark.line + FIRST_LINE
            meant = get_close_matches(name, known, n=1)
            code = "guide.unknown_key_meant" if meant else "guide.unknown_key"
            self.fault(code, joined(path, name), name, ", ".join(known), **({"meant": meant[0]} if meant else {}))

    def _keys(self, node: Any, path: str) -> Iterator[tuple[Any, Any]]:
        met: set[str] = set()
        for key, value in node.value:
            self.lines[joined(path, key.value)] = key.start_mark.line + FIRST_LINE
            if key.value in met:
                self.fault("guide.key_twice", joined(path, key.value), key.value, "1")
            met.add(key.value)
            yield key, value


def line_of(lines: Mapping[str, int], path: str) -> int:
    """Give the line of a key path, or of the nearest one that holds it.

    Examples
    --------
    >>> line_of({"": 2, "steps": 70, "steps[1]": 71}, "steps[1].say")
    71
    """
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path, FIRST_LINE)


def key_of(one: "Field[Any]") -> str:
    """Give the name of a field as the file writes it."""
    return str(one.metadata.get("key", one.name))


def joined(path: str, key: str) -> str:
    """Join a key to its path."""
    return f"{path}.{key}" if path else key


def shown(node: Any) -> str:
    """Say in short what stands in the file."""
    if node.id == "scalar":
        return str(node.value) if len(node.value) <= 60 else f"{node.value[:57]}..."
    return "[ ]" if node.id == "sequence" else "{ }"


def described(kind: Any) -> str:
    """Say what a field may hold, by an example or by its choices."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return ", ".join(kind)
    origin = get_origin(kind) or kind
    if is_dataclass(origin):
        return "{" + ", ".join(key_of(one) for one in fields(origin)) + "}"
    return KINDS[origin][1]
