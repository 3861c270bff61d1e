"""The lesson's table on other cases than the kit's own: who sits there, whose turn it is, what comes in."""

import json
from typing import Any

import pytest

from dastarkhan.lessons.shared_river.talks.meeting import Meeting, driest_inject
from simulations.games import case_names, read_case
from simulations.table import Case
from simulations.table.plain import thaw

OFFER = {"summer_release": 55, "payment": 180}


def changed_ayna() -> dict[str, Any]:
    """A copy of the case's data that a test may change."""
    found: dict[str, Any] = json.loads(json.dumps(thaw(read_case("ayna").data)))
    return found


def a_year(meeting: Meeting, side: str) -> Meeting:
    """Let a side agree as soon as it can, and live the year."""
    while len(meeting.closed) == 0:
        if meeting.talking and meeting.lawful(side, "offer"):
            meeting = meeting.act(side, "offer", OFFER)
        elif meeting.talking:
            yes = next(form for kind in ("accept", "sponsor") for form in meeting.lawful(side, kind))
            meeting = meeting.act(side, yes.kind, yes.data)
        elif meeting.due == side:
            form = meeting.lawful(side, "decide")[0]
            meeting = meeting.decide(side, form.data["decision"], form.options["value"][-1])
        else:
            meeting = meeting.live()
    return meeting


@pytest.mark.parametrize("side", ["springs", "gardens"])
@pytest.mark.parametrize("needed", [("springs_energy",), ("springs_energy", "springs_villages", "gardens_town")])
def test_every_seat_that_a_case_needs_sits_at_the_table(side: str, needed: tuple[str, ...]) -> None:
    data = changed_ayna()
    for seat in needed:
        data["seats"][seat]["required"] = True
    case = Case(data=data)
    meeting = Meeting.begin(case, side, "conceder")
    assert set(needed) <= {seat.id for seat in meeting.record.seats}
    assert meeting.people == (side,)
    lived = a_year(meeting, side)
    assert lived.closed[0]["agreement"]
    assert Meeting.read(case, side, "conceder", lived.text()) == lived


def test_a_seat_that_is_second_in_the_case_may_speak_for_its_side() -> None:
    """As the game has it: the first seat at the table that a decision belongs to."""
    data = changed_ayna()
    data["seats"]["springs_energy"]["required"] = True
    data["decisions"]["summer_release"]["seat"] = "springs_energy"
    meeting = Meeting.begin(Case(data=data), None, None)
    assert meeting.seat("springs") == "springs_energy"
    meeting = meeting.add("springs", "offer", OFFER)
    assert meeting.due == "gardens"
    meeting = meeting.add("gardens", "ask", {"question": "worries"})
    assert meeting.due == "springs"
    meeting = meeting.add("springs", "tell", {"question": "worries", "answer": "payment"})
    assert meeting.due == "gardens"


@pytest.mark.parametrize("name", case_names("river"))
def test_the_second_year_brings_the_least_water_that_the_case_knows(name: str) -> None:
    injects = read_case(name).injects
    dry = driest_inject(read_case(name))
    assert dry is not None
    assert injects[dry]["inflow_factor"] == min(
        one["inflow_factor"] for one in injects.values() if "inflow_factor" in one
    )


def test_dry_weather_may_have_any_name_and_need_not_be() -> None:
    data = changed_ayna()
    data["injects"] = {"thin_snow" if name == "drought" else name: one for name, one in data["injects"].items()}
    assert driest_inject(Case(data=data)) == "thin_snow"
    data["injects"]["thin_snow"]["inflow_factor"] = 1.2
    assert driest_inject(Case(data=data)) is None
    data["injects"] = {}
    assert driest_inject(Case(data=data)) is None
