"""From the fields of a form back to a move: the way back of what `choices` and the offer builder write."""

from collections.abc import Iterable, Mapping
from typing import Any

from simulations.table import Choice

PREFIX = "data."


def posted_move(fields: Mapping[str, str], lawful: Iterable[Choice]) -> tuple[str, dict[str, Any]]:
    """Return a move's kind and data from the fields of a form.

    A form knows text only. What a field means is looked up among the lawful choices of that kind: 55 and "55" are not
    the same option. What fits none stays text, and the game refuses it.

    Parameters
    ----------
    fields : mapping of str to str
        With ``kind``, and ``data.<name>`` for every particular.
    lawful : iterable of Choice
        What the seat may do now.

    Examples
    --------
    >>> choice = Choice(seat="mill", kind="reject", data={"offer": 3}, options={"reason": ("too_little",)})
    >>> posted_move({"kind": "reject", "data.offer": "3", "data.reason": "too_little", "token": "x"}, [choice])
    ('reject', {'offer': 3, 'reason': 'too_little'})
    """
    kind = fields.get("kind", "")
    given = {name.removeprefix(PREFIX): value for name, value in fields.items() if name.startswith(PREFIX)}
    choices = [choice for choice in lawful if choice.kind == kind]
    fitting = [read for read in (_read(choice, given) for choice in choices) if read is not None]
    return kind, fitting[0] if fitting else dict(given)


def _read(choice: Choice, given: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the data that these texts mean for a choice; None where they do not fit it."""
    if set(given) != {*choice.data, *choice.options}:
        return None
    data = {}
    for name, text in given.items():
        values = choice.options.get(name, (choice.data.get(name),))
        meant = [value for value in values if str(value) == text]
        if not meant:
            return None
        data[name] = meant[0]
    return data
