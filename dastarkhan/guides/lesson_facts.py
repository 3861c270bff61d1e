"""What a guide may name of its lesson: cells of the notebook, seats of the case.

The lesson's code is read, not run: a guide is checked without Jupyter.
"""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages.paths import House
from simulations.games import read_case


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFacts:
    """A lesson, as far as its guide speaks of it.

    Attributes
    ----------
    name : str
        The notebook's name without its ending.
    cells : tuple of str
        Ids of its cells.
    seats : Mapping
        Seats of its case: id to the seats that speak for it when it is empty. Empty without a case.
    required : tuple of str
        Seats that the game needs.
    """

    name: str
    cells: tuple[str, ...]
    seats: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


def lesson_facts(number: str, house: House) -> LessonFacts | None:
    """Read the lesson with this number, or the tool with this name; ``None`` when there is none.

    Examples
    --------
    >>> from dastarkhan.languages.paths import own_house
    >>> river = lesson_facts("11", own_house())
    >>> river.name, "river-negotiate" in river.cells, river.required
    ('11_shared_river', True, ('springs_water', 'gardens_farms'))
    """
    found = [path for path in house.lessons() if path.stem.partition("_")[0] == number]
    if not found:
        return None
    name = found[0].stem
    cells = tuple(cell.get("id", "") for cell in json.loads(found[0].read_text(encoding="utf-8"))["cells"])
    case = _case_name(house, name.partition("_")[2] or name)  # a tool such as the debrief has no number
    seats = read_case(case).seats if case else {}
    return LessonFacts(
        name=name,
        cells=cells,
        seats={seat: tuple(about.get("merges_into", ())) for seat, about in seats.items()},
        required=tuple(seat for seat, about in seats.items() if about.get("required")),
    )


def _case_name(house: House, slug: str) -> str:
    room = house.root / "dastarkhan" / "lessons" / slug / "__init__.py"
    if not room.exists():
        return ""
    for node in ast.parse(room.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "CASE" for one in node.targets):
            return ast.literal_eval(node.value) or ""  # None: a lesson without a case
    return ""
