"""The lesson's own words about its time are true: what its activities say adds up."""

import json
from pathlib import Path

from dastarkhan.lessons import Lesson

NOTEBOOK = Path(__file__).parents[2] / "modules" / "en" / "11_shared_river.ipynb"
MORE_IF_YOU_LIKE = {"all_agreements", "both_keep", "six_rules"}
AFTER_THE_ROLE = ("role_down", "clauses", "debrief", "one_line")


def minutes(river: Lesson) -> dict[str, int]:
    from dastarkhan.lessons.shared_river import ACTIVITIES

    return {key: river.activity(key).minutes() for key in ACTIVITIES}


def test_the_core_takes_the_time_that_the_welcome_page_promises(river: Lesson) -> None:
    core = sum(each for key, each in minutes(river).items() if key not in MORE_IF_YOU_LIKE)
    promised = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["metadata"]["dastarkhan"]["minutes"]
    assert abs(core - promised) <= 5


def test_looking_back_gets_a_third(river: Lesson) -> None:
    taken = minutes(river)
    core = sum(each for key, each in taken.items() if key not in MORE_IF_YOU_LIKE)
    assert sum(taken[key] for key in AFTER_THE_ROLE) >= core / 3
