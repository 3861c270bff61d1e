"""A game as a lesson saves it: who sat where, the seed and the moves. The case stays in the kit and is not copied."""

import json

from simulations.errors import KitError
from simulations.table import Case, Move, Record, Seat
from simulations.table.plain import canonical, in_order, sha256

NUMBERS = ("years", "talks", "terms", "decisions", "cards", "injects", "seats")


def numbers(case: Case) -> str:
    """A mark of everything that a game with talks is played by; words may change without harm to a saved game."""
    tables = {name: case.data.get(name) for name in NUMBERS}
    return sha256(canonical({**tables, "outcomes": case.data.get("outcomes", {}).get("made_from")}))


def saved_text(record: Record, mark: str) -> str:
    """Write a game as JSON Lines: a head with the mark of its numbers, then one line for each move."""
    head = {"numbers": mark, "seats": [seat.to_plain() for seat in record.seats], "seed": record.seed}
    return "\n".join(map(in_order, (head, *(move.to_plain() for move in record.moves)))) + "\n"


def read_saved(text: object, case: Case, mark: str) -> Record | None:
    """Read a game back with the words that its case has now.

    Parameters
    ----------
    text : object
        Whatever was saved.
    case : Case
        The case as it is now.
    mark : str
        The mark of its numbers.

    Returns
    -------
    Record or None
        None when it is no saved game, or was played on other numbers. Its moves may still be unlawful.
    """
    if not isinstance(text, str):
        return None
    try:
        head, *moves = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
        if head["numbers"] != mark or type(head["seed"]) is not int:
            return None
        seats = tuple(Seat(**seat) for seat in head["seats"])
        return Record(case=case, seats=seats, seed=head["seed"], moves=tuple(Move(**move) for move in moves))
    except (KitError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None
