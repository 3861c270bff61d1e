"""Before the tap: whether a yes ends the talks, whether a no lets the offer fall, and when an offer is agreed."""

from collections.abc import Iterator
from dataclasses import replace

from dastarkhan.live.pages.seat import seat_parts
from dastarkhan.live.room.looks import SeatLook
from simulations.games import GAMES, read_case
from simulations.table import seats_of
from tests.live.looks_for_pages import TABLES, Moment, look, looks, moments


def sides_of_two() -> Iterator[tuple[Moment, SeatLook]]:
    """A table of four where the speaker of one side has made an offer: the other speaker's yes is enough."""
    case = read_case("fair")
    game = GAMES[case.game]
    state = game.open(case, seats_of(case, ("mill_growers", "mill_players", "willow_bakers", "willow_school")), 1)
    offer = next(choice for choice in game.lawful(state, "mill_growers") if choice.kind == "offer")
    moment = Moment(name="four people", case=case, state=game.apply(state, replace(next(offer.moves()), id="offer")))
    for taken in moment.state.seats:
        yield moment, look(moment, taken.id)


def test_a_yes_that_ends_the_talks_says_so_before_it_is_tapped() -> None:
    """And no other one; so does a no with which the offer leaves the table."""
    told = set()
    for moment, one in (*looks(every=4), *sides_of_two()):
        act = seat_parts(one)["act"]
        for choice in one.lawful:
            if choice.kind not in ("accept", "sponsor", "reject"):
                continue
            talk = moment.game.apply(moment.state, replace(next(choice.moves()), id="next")).talk
            answer = "no" if choice.kind == "reject" else "yes"
            settled = talk.agreement is not None if answer == "yes" else talk.offer is None
            sentence = {"yes": "With your yes it is agreed at once.", "no": "With your no the offer leaves the table."}
            assert (sentence[answer] in act) == settled, (moment.name, one.seat, choice)
            assert answer == "no" or ("Yes: it is agreed" in act) == settled
            told.add((choice.kind, settled))
    assert told == {(kind, settled) for kind in ("accept", "sponsor", "reject") for settled in (True, False)}


def test_who_sits_here_says_when_an_offer_is_agreed() -> None:
    told = {}
    for name in TABLES:
        moment = moments(name, 2)[3]
        told[name] = seat_parts(look(moment, moment.state.seats[0].id))["people"]
    of_all = "as soon as every side stands behind it"
    assert [name for name in TABLES if of_all not in told[name]] == ["six sides"]
    assert "4 of the 6 sides" in told["six sides"]
    assert "Without these nothing is agreed: " in told["six sides"]
    of_one = [name for name in TABLES if "at least half of its seats" not in told[name]]
    assert of_one == ["river, three people", "two people"]
    assert "In a side of two the speaker" not in told["river"]
    assert "In a side of two the speaker" in told["six sides"]


def test_what_came_of_the_newest_offer_stands_open_until_the_next() -> None:
    kinds = set()
    for moment, one in looks(every=3):
        table, talk = seat_parts(one)["table"], moment.state.talk
        if talk.over or not talk.offers or getattr(moment.state, "phase", "talk") != "talk":
            continue
        newest = talk.offers[-1]
        stands_open = "The newest offer, by " in table
        assert stands_open == (talk.offer is None), moment.name
        if stands_open and newest.against:
            seats = {one.case.text[f"seats.{seat}.name"] for seat, _ in newest.against}
            assert all(seat in table for seat in seats)
            kinds.add("a reason")
        if talk.asked and talk.asked[-1].answer:
            assert " asked " in table
            kinds.add("an answer")
    assert kinds == {"a reason", "an answer"}


def test_who_has_made_an_offer_reads_where_it_was_made_that_it_lies_on_the_table() -> None:
    moment, _ = next(iter(sides_of_two()))
    assert "Your offer lies on the table" in seat_parts(look(moment, "mill_growers"))["build"]
    assert "It can go on the table when you have the word" in seat_parts(look(moment, "mill_players"))["build"]
