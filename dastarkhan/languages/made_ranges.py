"""Ranges of a guide's body that are made, not written: no translator sees them.

``<!-- made: steps -->`` begins one and ``<!-- /made -->`` ends it; what stands between is made from the front matter.
"""

import re

BEGINS = re.compile(r"<!-- made: (?P<name>[\w-]+) -->")
MADE = re.compile(
    r"(?P<begin><!-- made: (?P<name>[\w-]+) -->)(?P<inside>(?:(?!<!-- made: ).)*?)(?P<end><!-- /made -->)", re.DOTALL
)


def made_places(text: str) -> tuple[tuple[int, int], ...]:
    """Give first and last offset of every made range.

    Examples
    --------
    >>> made_places("A <!-- made: steps --> B <!-- /made --> C")
    ((2, 39),)
    """
    return tuple(found.span() for found in MADE.finditer(text))
