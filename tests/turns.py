"""What takes turns: of many like cases a change tries the first and one other, and a week of changes tries them all.

``DASTARKHAN_TURN=all`` tries all of them in one run; a number tries those of that turn. Without it the commit decides,
so that a run can be repeated.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

Case = TypeVar("Case")
ALL = "all"


def turn() -> int | None:
    """The number of this change; None when everything is wanted."""
    asked = os.environ.get("DASTARKHAN_TURN", "")
    if asked:
        return None if asked == ALL else int(asked)
    command = ["git", "rev-parse", "HEAD"]
    found = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    return int(found.stdout.strip() or "0", 16)


def first_and_another(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The first case, and one of the others by turns."""
    return (cases[0], *another(cases[1:]))


def another(cases: Sequence[Case]) -> tuple[Case, ...]:
    """One case by turns; all of them where everything is wanted."""
    number = turn()
    return tuple(cases) if number is None else (cases[number % len(cases)],)
