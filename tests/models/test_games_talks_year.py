"""The year around the talks: terms that come, early decisions, injects, and the debrief."""

from collections.abc import Mapping
from typing import Any

import pytest

from simulations.games import without_talks
from simulations.games.agreements import alone_points
from simulations.games.river import River
from simulations.table import FACILITATOR, NATURE, Case, IllegalMove, Move, Record, replay, seats_of, turn
from simulations.table.plain import thaw
from tests.models.talks_on_ayna import FIRST, SECOND, TWO, agreed, ayna, closed_by, lived, moved, opened


def test_more_is_on_the_table_every_year() -> None:
    state, seen = opened(), []
    for _ in range(3):
        talk: Any = River().view(state, None)["talk"]
        seen.append(tuple(talk["terms"]))
        state = lived(closed_by(state))
    assert [len(terms) for terms in seen] == [2, 4, 5]
    assert set(seen[2]) - set(seen[1]) == {"dry_year_rule"}


def second_year() -> Any:
    return lived(closed_by(opened()))


def test_seed_is_bought_before_the_card_lies_open() -> None:
    state = agreed(opened(), FIRST)
    assert (state.phase, turn(River(), state)) == ("early", "gardens_farms")
    with pytest.raises(IllegalMove):
        moved(state, NATURE, "card", card="dry")
    state = moved(state, "gardens_farms", "decide", decision="planted_share", value=100)
    state = moved(state, NATURE, "card", card="dry")
    (closed,) = state.closed
    assert closed["decisions"] == {"summer_release": 55, "planted_share": 100}
    assert closed["agreement"] == FIRST


def test_shared_data_let_the_fields_wait_for_the_card() -> None:
    state = agreed(second_year(), {**SECOND, "data_sharing": 1})
    assert (state.phase, turn(River(), state)) == ("weather", NATURE)
    state = moved(state, NATURE, "card", card="dry")
    assert (state.phase, turn(River(), state)) == ("decide", "gardens_farms")


@pytest.mark.parametrize("before", [True, False], ids=["during the talks", "before the card"])
def test_late_data_bring_the_early_decision_back(before: bool) -> None:
    state = second_year()
    if before:
        state = moved(state, FACILITATOR, "inject", inject="late_data")
    state = agreed(state, {**SECOND, "data_sharing": 1})
    if not before:
        state = moved(state, FACILITATOR, "inject", inject="late_data")
    assert (state.phase, turn(River(), state)) == ("early", "gardens_farms")
    state = lived(state, "dry", planted=100)
    assert state.closed[1]["injects"] == ("late_data",)
    open_card = moved(agreed(second_year(), {**SECOND, "data_sharing": 1}), NATURE, "card", card="dry")
    with pytest.raises(IllegalMove):  # the card is known already
        moved(open_card, FACILITATOR, "inject", inject="late_data")


def test_the_game_can_end_between_two_years_and_nowhere_else() -> None:
    first = agreed(opened(), FIRST)
    for state in (opened(), first, moved(second_year(), "gardens_farms", "pass"), closed_by(second_year())):
        with pytest.raises(IllegalMove):
            moved(state, FACILITATOR, "finish")
    between = moved(lived(first), FACILITATOR, "inject", inject="drought")  # announced for a year that does not come
    over = moved(between, FACILITATOR, "finish")
    assert (over.phase, over.year, turn(River(), over)) == ("over", 1, None)
    facts = River().debrief(over)
    assert facts["over"]
    assert [one["year"] for one in facts["years"]] == [1]
    assert facts["agreement"] == FIRST
    assert facts["agreements"] == ({"year": 1, "agreement": FIRST, "no_agreement": None},)
    assert River().view(over, "gardens_farms")["talk"]["agreement"] == FIRST
    without = moved(second_year(), FACILITATOR, "finish")
    assert River().view(without, None)["talk"]["no_agreement"] == without.closed[0]["no_agreement"] is not None


def can_come(state: Any) -> set[str]:
    return {choice.data["inject"] for choice in River().lawful(state, FACILITATOR) if choice.kind == "inject"}


def test_data_can_be_late_only_where_they_are_shared_or_may_be() -> None:
    assert "late_data" not in can_come(opened()), "in the first year data are not on the table"
    assert "late_data" in can_come(second_year())
    assert "late_data" not in can_come(agreed(second_year(), SECOND))
    assert "late_data" not in can_come(closed_by(second_year()))
    assert "late_data" in can_come(agreed(second_year(), {**SECOND, "data_sharing": 1}))
    quiet = without_talks(ayna())
    assert "late_data" not in can_come(River().open(quiet, seats_of(quiet, TWO), 1))


def test_the_weather_stays_once_somebody_decided_who_knew_it() -> None:
    """No term speaks about the release here, so that two decisions are taken with the card open."""
    data: Any = thaw(ayna().data)
    del data["terms"]["summer_release"]
    came = []
    for shared in (0, 1):
        state: Any = River().open(Case(data=data), seats_of(ayna(), TWO), 3)
        state = lived(closed_by(state))
        state = agreed(state, {"payment": 60, "maintenance_share": 0, "data_sharing": shared})
        if not shared:
            state = moved(state, "gardens_farms", "decide", decision="planted_share", value=60)
        state = moved(state, NATURE, "card", card="wet")
        assert "drought" in can_come(state)
        if shared:
            state = moved(state, "gardens_farms", "decide", decision="planted_share", value=60)
        came.append("drought" in can_come(state))
    assert came == [True, False]


def test_an_announced_drought_takes_the_cards_place() -> None:
    state = moved(opened(), FACILITATOR, "inject", inject="drought")
    assert (state.phase, state.card) == ("talk", None)
    state = lived(agreed(state, FIRST), "wet")
    assert (state.closed[0]["card"], state.closed[0]["injects"]) == ("drought", ("drought",))
    late = moved(agreed(second_year(), {**SECOND, "data_sharing": 1}), NATURE, "card", card="wet")
    assert moved(late, FACILITATOR, "inject", inject="drought").card == "drought"


def test_cared_for_works_hold_when_a_pump_fails() -> None:
    parts = []
    for share in (0, 25):
        state = moved(second_year(), FACILITATOR, "inject", inject="pump_failure")
        state = lived(agreed(state, {**SECOND, "maintenance_share": share}))
        parts.append({side: state.closed[1]["parts"][side]["injects"] for side in ayna().sides})
    assert parts == [{"springs": 0, "gardens": -30}, {"springs": 0, "gardens": 0}]


def test_the_agreed_release_follows_the_river() -> None:
    release = {}
    for rule in (0, 1, 2):
        state = lived(closed_by(second_year()))
        state = lived(agreed(state, {**SECOND, "data_sharing": 1, "dry_year_rule": rule}), "dry")
        (closed,) = state.closed[2:]
        release[rule] = (closed["decisions"]["summer_release"], closed["parts"]["springs"]["payment"])
    assert release == {0: (55, 140), 1: (55, 98), 2: (39, 98)}


def test_the_debrief_names_the_newest_agreement() -> None:
    state = lived(closed_by(lived(agreed(opened(), FIRST))))
    facts: Mapping[str, Any] = River().debrief(state)
    assert facts["agreement"] == FIRST
    assert [one["agreement"] for one in facts["agreements"]] == [FIRST, None]
    assert facts["mean_points"]["alone"] == dict(alone_points(ayna())) == {"springs": 271, "gardens": -26}
    alone: Any = facts["alone"]
    assert alone[0]["decisions"] == {"summer_release": 12, "planted_share": 40}


def test_talks_come_back_from_text() -> None:
    state = moved(
        moved(opened(), "springs_water", "ask", question="worries"),
        "gardens_farms",
        "tell",
        question="worries",
        answer="not_said",
    )
    moves = (
        Move(id="1", seat="springs_water", kind="ask", data={"question": "worries"}),
        Move(id="2", seat="gardens_farms", kind="tell", data={"question": "worries", "answer": "not_said"}),
    )
    record = Record(case=ayna(), seats=seats_of(ayna(), TWO), seed=3, moves=moves)
    assert replay(Record.from_text(record.to_text())) == state
    assert thaw(River().view(state, "springs_water"))
