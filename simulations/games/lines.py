"""On which line a key of a TOML file stands: ``tomllib`` does not say."""

import re
from collections import Counter

_HEADER = re.compile(r"^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_.\s-])+?)\s*=(.*)$""")
_PART = re.compile(r"""\s*("([^"]*)"|'([^']*)'|[A-Za-z0-9_-]+)\s*\.?""")
_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*$')


def key_lines(text: str) -> dict[str, int]:
    """Return the line, from 1, of every table header and every key, by dotted path.

    A table of an array counts from 0: ``basin.arcs.0.from``. Keys inside an inline table are not listed;
    `line_of` then gives the line of the key that holds them.

    Examples
    --------
    >>> key_lines('id = "x"\\n[seats.mill]\\nside = "left"\\n[[arcs]]\\nfrom = "a"')
    {'id': 1, 'seats.mill': 2, 'seats.mill.side': 3, 'arcs.0': 4, 'arcs.0.from': 5}
    """
    lines: dict[str, int] = {}
    arrays: Counter[str] = Counter()
    table, open_brackets, quote = "", 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if quote:
            quote = "" if quote in line else quote
            continue
        if open_brackets > 0:
            open_brackets += _brackets(line)
            continue
        if header := _HEADER.match(line):
            table = _path(header[2])
            if header[1] == "[[":
                arrays[table] += 1
                table = f"{table}.{arrays[table] - 1}"
            lines.setdefault(table, number)
        elif entry := _KEY.match(line):
            lines.setdefault(f"{table}.{_path(entry[1])}".lstrip("."), number)
            quote = next((mark for mark in ('"""', "'''") if entry[2].count(mark) % 2), "")
            open_brackets = 0 if quote else _brackets(entry[2])
    return lines


def line_of(lines: dict[str, int], key: str) -> int:
    """Return the line of `key`, else of the first key inside it, else of the nearest table around it, else 1."""
    while key:
        inside = [line for name, line in lines.items() if name == key or name.startswith(f"{key}.")]
        if inside:
            return lines.get(key, min(inside))
        key = key.rpartition(".")[0]
    return 1


def _path(written: str) -> str:
    return ".".join(part[2] or part[3] or part[1].strip("\"'") for part in _PART.finditer(written))


def _brackets(value: str) -> int:
    """Count brackets that stay open, leaving strings and comments out."""
    bare = _STRINGS.sub("", value)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
