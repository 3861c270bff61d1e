"""What a person is told who decides before the year is here: what the news tells, or that nobody knows."""

from dataclasses import replace

import pytest

from dastarkhan.live.pages.seat import seat_parts
from simulations.table import FACILITATOR, NATURE, Move
from tests.live.looks_for_pages import Moment, look, moments

BLIND = "before anybody knows what the year will bring"
NO_DATA = f"{BLIND}. You share no river data."
NEWS = "The news already tells of it"


def told(moment: Moment, kind: str, **data: object) -> Moment:
    """The facilitator does something."""
    move = Move(id=f"f{len(moment.state.move_ids)}", seat=FACILITATOR, kind=kind, data=data)
    return replace(moment, state=moment.game.apply(moment.state, move))


def act_of(moment: Moment) -> str:
    return seat_parts(look(moment, "gardens_farms"))["act"]


@pytest.mark.parametrize(
    ("injects", "says", "comes"),
    [
        ((), NO_DATA, "normal"),
        (("news",), NO_DATA, "normal"),
        (("drought",), f"{NEWS}: Drought.", "drought"),
        (("high_water", "drought"), f"{NEWS}: Drought.", "drought"),
        (("drought", "high_water"), f"{NEWS}: High water.", "high_water"),
    ],
)
def test_who_decides_early_is_told_what_the_news_tells(injects: tuple[str, ...], says: str, comes: str) -> None:
    moment = moments("river", 2)[0]
    for inject in injects:
        moment = told(moment, "inject", inject=inject)
    moment = told(moment, "close", reason="time_up")
    act = act_of(moment)
    assert says in act
    assert (BLIND in act) == (NEWS not in act)
    state = moment.state
    choice = next(one for one in moment.game.lawful(state, "gardens_farms") if one.kind == "decide")
    state = moment.game.apply(state, choice.move("decided", value=100))
    state = moment.game.apply(state, Move(id="card", seat=NATURE, kind="card", data={"card": "normal"}))
    assert state.card == comes, "what was told is what comes"


def test_who_shares_data_that_come_too_late_is_told_so() -> None:
    """Data are agreed in the second year, and a trainer holds them up."""
    moment = next(one for one in moments("river", 2) if one.state.year == 2 and one.state.talk.offer)
    offer = moment.state.talk.offer
    offer = replace(offer, package={**offer.package, "data_sharing": 1})
    moment = replace(moment, state=replace(moment.state, talk=replace(moment.state.talk, offers=(offer,))))
    moment = told(moment, "inject", inject="late_data")
    while not moment.state.talk.over:
        ways = [one for seat in moment.state.seats for one in moment.game.lawful(moment.state, seat.id)]
        yes = next(one for one in ways if one.kind in ("sponsor", "accept"))
        after = moment.game.apply(moment.state, yes.move(f"yes{len(moment.state.move_ids)}"))
        moment = replace(moment, state=after)
    act = act_of(moment)
    assert f"{BLIND}. The river data come too late." in act
    assert "You share no river data." not in act
