"""Talks after talks: what looks back begins anew, on the river that was talked about last."""

import pytest

from dastarkhan.lessons import Lesson
from simulations.games import case_names, read_case
from tests.lessons.after_talks import FIRST, Year, hold_talks, put_role_down
from tests.lessons.screen import buttons, press, select, words_on

LOOK_BACK = ("all_agreements", "stress_test", "clauses", "debrief", "one_line")


@pytest.mark.parametrize("name", [name for name in case_names() if name != "ayna"])
def test_an_agreement_on_another_river_is_not_tested_here(river: Lesson, name: str) -> None:
    first = hold_talks(river, Year(package=FIRST))
    hold_talks(river, Year(), side=next(iter(read_case(name).sides)), name=name, earlier=(first,))
    put_role_down(river)
    opened = {key: river.activity(key) for key in LOOK_BACK}
    test = opened["stress_test"]
    assert test.case.id == name
    assert "You have no agreement of your own to test." in words_on(test.box)
    select(test.box, 0, "some")
    select(test.box, 1, "nobody")
    press(test.box, "Let 200 years come")
    assert "It held in" in words_on(test.box)
    for step in ("What else was possible?", "Which question tells most?"):
        press(opened["all_agreements"].box, step)
    while "Go on" in buttons(opened["debrief"].box):
        press(opened["debrief"].box, "Go on")
