"""What partners promise a person on every river: no mocking, a mirror that mirrors, a memory, true answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from dastarkhan.lessons.shared_river.afterwards.found_more import possible, telling_question
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS, Level
from simulations.games import read_case
from simulations.games.agreements import alone_points, package_points
from simulations.games.river import River
from simulations.games.river_answers import told_by
from simulations.games.river_partners import PARTNERS
from simulations.games.term_effects import term_effects
from simulations.games.terms import packages, terms_in
from simulations.table import Case, Move, next_move, seats_of, turn
from tests.turns import another

RIVERS = ("ayna", "bell", "heron", "swallow")
OFFERED = ("conceder", "problem_solver", "tit_for_tat", "boulware", "stubborn")
Package = Mapping[str, int]
every_river = pytest.mark.parametrize("name", RIVERS)
a_river = pytest.mark.parametrize("name", another(RIVERS))


@cache
def river(name: str) -> Case:
    return read_case(name)


def gain(case: Case, side: str, package: Package) -> int:
    """What a package is worth to a side, against acting alone."""
    year = next(year for year in (1, 2, 3) if set(terms_in(case, year)) == set(package))
    return gains(case, year)[side][tuple(package[name] for name in terms_in(case, year))]


@cache
def gains(case: Case, year: int) -> Mapping[str, Mapping[tuple[int, ...], int]]:
    every, alone = packages(case, year), alone_points(case)
    return {
        side: {tuple(one.values()): points - alone[side] for one, points in zip(every, row, strict=True)}
        for side, row in package_points(case, year).items()
    }


@dataclass(frozen=True)
class Heard:
    """A talk between a person and a partner: who offered what, and the year; None: nothing agreed."""

    year: int
    offers: tuple[tuple[bool, Package], ...]  # by the person?
    agreed: Package | None


Person = Callable[[Case, str, int, tuple[Package, ...], "Package | None", bool, np.random.Generator], Package | None]
"""From case, side, year, own offers, the partner's offer and whether it is the last word: an offer, or None for yes."""


def deciding(case: Case) -> dict[str, str]:
    return {
        side: next(s for s, one in case.seats.items() if one["side"] == side and one.get("required"))
        for side in case.sides
    }


def played(name: str, side: str, partner: str, person: Person, *, seed: int = 0, years: int = 1) -> list[Heard]:
    """Let a person talk with a partner for some years."""
    case, rng = river(name), np.random.default_rng(seed)
    seats = deciding(case)
    state: Any = River().open(case, seats_of(case, tuple(seats.values())), seed)
    heard = []
    for year in range(1, years + 1):
        offers: list[tuple[bool, Package]] = []
        while state.year == year and not state.closed[year - 1 :]:
            actor = turn(River(), state)
            assert actor is not None
            talking = str(state.phase) == "talk"
            if talking and actor == seats[side]:
                move = _by_person(case, side, state, actor, person, offers, rng)
            else:
                move = next_move(River(), state, actor, PARTNERS[partner])
            if move.kind == "offer":
                offers.append((actor == seats[side], dict(move.data)))
            state = River().apply(state, move)
        heard.append(Heard(year, tuple(offers), state.closed[year - 1]["agreement"]))
    return heard


def _by_person(case: Case, side: str, state: Any, seat: str, person: Person, offers: Any, rng: Any) -> Move:
    talk, count = state.talk, str(len(state.move_ids))
    last = talk.turn >= case.data["talks"]["turns"]
    theirs = talk.offer
    said = person(
        case, side, state.year, tuple(one for own, one in offers if own), theirs and theirs.package, last, rng
    )
    if said is None and theirs is not None:
        return Move(id=count, seat=seat, kind="accept", data={"offer": theirs.number})
    if theirs is not None:
        return Move(id=count, seat=seat, kind="reject", data={"offer": theirs.number, "reason": "good_start"})
    if said is None:
        return Move(id=count, seat=seat, kind="close", data={"reason": "needs_more_time"})
    return Move(id=count, seat=seat, kind="offer", data=said)


def beginner(share: float) -> Person:
    """Somebody who looks at own points only, comes down step by step, and takes what is good enough."""

    def say(case: Case, side: str, year: int, mine: Any, theirs: Any, last: bool, rng: Any) -> Package | None:
        own = gains(case, year)[side]
        best = max(own.values())
        if theirs is not None and (gain(case, side, theirs) >= share * best or (last and gain(case, side, theirs) > 0)):
            return None
        target = best * (0.95 - 0.12 * len(mine))
        near = [row for row, worth in own.items() if target - 0.05 * best <= worth <= target + 0.15 * best]
        row = near[rng.integers(len(near))] if near else max(own, key=own.__getitem__)
        return dict(zip(terms_in(case, year), row, strict=True))

    return say


def never_content(case: Case, side: str, year: int, mine: Any, theirs: Any, last: bool, rng: Any) -> Package | None:
    """Somebody who comes down one step at a time in the partner's eyes, and never says yes."""
    other = next(one for one in case.sides if one != side)
    rows = sorted(gains(case, year)[other].items(), key=lambda item: item[1])
    place = min(len(rows) - 1, len(mine) * len(rows) // 14)
    return dict(zip(terms_in(case, year), rows[place][0], strict=True))


# --- what was refused


@a_river
@pytest.mark.parametrize("partner", PARTNERS)
def test_nobody_offers_what_it_refused_nor_less(name: str, partner: str) -> None:
    case = river(name)
    answers = 0
    for side in case.sides:
        other = next(one for one in case.sides if one != side)
        for seed in range(4):
            for heard in played(name, side, partner, beginner(0.3 + 0.2 * (seed % 3)), seed=seed, years=3):
                refused = -np.inf
                for by_person, package in heard.offers:
                    if by_person:
                        refused = max(refused, gain(case, other, package))
                    else:
                        answers += refused > -np.inf
                        assert gain(case, other, package) > refused
    assert answers > 10


# --- the mirror


@every_river
def test_the_mirror_answers_every_step_with_a_step(name: str) -> None:
    """Also far below what it has alone: the person comes nearer each time, and each time it comes nearer too."""
    case = river(name)
    for side in case.sides:
        other = next(one for one in case.sides if one != side)
        for heard in played(name, side, "tit_for_tat", never_content):
            rows = [(by_person, gain(case, other, package)) for by_person, package in heard.offers]
            came = [worth for by_person, worth in rows if by_person]
            own = [worth for by_person, worth in rows if not by_person]
            assert came == sorted(set(came))
            assert len(own) >= 3
            every = gains(case, 1)[other].values()
            heard_so_far, last = -np.inf, None
            for by_person, worth in rows:
                if by_person:
                    heard_so_far = max(heard_so_far, worth)
                    continue
                room_left = last is None or any(max(heard_so_far, 0) < one < last for one in every)
                assert last is None or (worth < last if room_left else worth <= last)
                last = worth


@every_river
def test_the_mirror_stands_still_before_who_stands_still(name: str) -> None:
    case = river(name)
    for side in case.sides:

        def insists(case: Case, own: str, year: int, *_: object) -> Package | None:
            row = max(gains(case, year)[own].items(), key=lambda item: item[1])[0]
            return dict(zip(terms_in(case, year), row, strict=True))

        offers = [
            package for by_person, package in played(name, side, "tit_for_tat", insists)[0].offers if not by_person
        ]
        answers = offers if side == next(iter(case.sides)) else offers[1:]  # its opening is no answer
        assert len(answers) >= 4
        assert all(one == answers[0] for one in answers)


# --- memory


def half_way(case: Case, side: str, year: int, agreed: Package, package: Package) -> bool:
    """Whether a package lies, on every old term, no further than half way from last year's option to the best one."""
    for term, row in term_effects(case, year, side).items():
        if term in agreed:
            options = case.terms[term]["options"]
            old, new = row[options.index(agreed[term])], row[options.index(package[term])]
            if new > old + 0.5 * (max(row) - old) + 1e-6:
                return False
    return True


@a_river
@pytest.mark.parametrize("partner", OFFERED)
def test_a_new_year_begins_near_the_last_agreement(name: str, partner: str) -> None:
    """On no old term further than half way, unless that would leave it less than a fifth of what it can gain."""
    case = river(name)
    begun = 0
    for side in case.sides:
        other = next(one for one in case.sides if one != side)
        for seed in range(3):
            for before, now in pairwise(played(name, side, partner, beginner(0.3), seed=seed, years=3)):
                first = next((package for by_person, package in now.offers if not by_person), None)
                if before.agreed is None or first is None:
                    continue
                begun += 1
                near = [one for one in packages(case, now.year) if half_way(case, other, now.year, before.agreed, one)]
                best = max(gains(case, now.year)[other].values())
                if max(gain(case, other, one) for one in near) >= 0.2 * best and (True, first) not in now.offers:
                    assert first in near
    assert begun > 0


# --- answers


@every_river
@pytest.mark.parametrize("year", [2, 3])
def test_answers_name_a_term_that_tells_something(name: str, year: int) -> None:
    """Not the payment, and not the same term for what matters most and for what is easy to give."""
    case = river(name)
    for side in case.sides:
        said = {
            question: told_by(case, year, side, question) for question in ("matters_most", "easy_to_give", "worries")
        }
        assert all(case.terms[term]["kind"] != "payment" for term in said.values())
        assert said["easy_to_give"] not in (said["matters_most"], said["worries"])
        if year == 3:
            assert case.terms[said["worries"]]["kind"] == "dry_year"


@every_river
def test_easy_to_give_is_a_step_towards_the_others_wish(name: str) -> None:
    """A term on which the other asks for what this side wants anyway would be no gift."""
    case = river(name)
    for side in case.sides:
        effects = term_effects(case, 3, side)
        named = ("decision", "upkeep", "data")
        felt = [one for one, row in effects.items() if case.terms[one]["kind"] in named and max(row) - min(row) > 3]
        if len(felt) < 3:
            continue  # what matters most, and one term only that could be a gift
        worst = {term: case.terms[term]["options"][int(np.argmin(row))] for term, row in effects.items()}
        first = told_by(case, 3, side, "easy_to_give", wished=worst)
        fulfilled = {**worst, first: case.terms[first]["options"][int(np.argmax(effects[first]))]}
        assert told_by(case, 3, side, "easy_to_give", wished=fulfilled) != first


@every_river
@pytest.mark.parametrize("partner", ["conceder", "problem_solver", "tit_for_tat", "boulware"])
def test_the_question_that_the_lesson_tells_of_gives_the_term_that_it_tells_of(name: str, partner: str) -> None:
    case = river(name)
    seats = deciding(case)
    for side in case.sides:
        telling = telling_question(case, possible(case, 1), side, None)
        state: Any = River().open(case, seats_of(case, tuple(seats.values())), 1)
        other = next(one for one in case.sides if one != side)
        if state.talk.speaking == other:
            state = River().apply(state, Move(id="p", seat=seats[other], kind="pass"))
        for question in ("matters_most", "easy_to_give", "worries"):
            ask = Move(id="ask", seat=seats[side], kind="ask", data={"question": question})
            answer = next_move(River(), River().apply(state, ask), seats[other], PARTNERS[partner]).data["answer"]
            assert answer == told_by(case, 1, other, question)
            if telling is not None and telling.question == question:
                assert answer == telling.term
    for side in case.sides:
        telling = telling_question(case, possible(case, 3), side, None)
        assert telling is not None
        other = next(one for one in case.sides if one != side)
        assert told_by(case, 3, other, telling.question) == telling.term


# --- how hard they are


@pytest.mark.slow
@pytest.mark.turn("many games")
def test_partners_are_as_hard_as_their_cards_say() -> None:
    """What beginners gain themselves in the first year, over both sides and over easy and hard to please ones."""
    got = {}
    for partner in OFFERED:
        found = [
            gain(river(name), side, heard.agreed) / max(gains(river(name), 1)[side].values()) if heard.agreed else 0.0
            for name in RIVERS
            for side in river(name).sides
            for share in (0.2, 0.35, 0.5)
            for seed in range(4)
            for heard in played(name, side, partner, beginner(share), seed=seed)
        ]
        got[MANNERS[partner].level] = [*got.get(MANNERS[partner].level, []), float(np.mean(found))]
    assert min(got[Level.GENTLE]) > max(got[Level.PATIENT])
    assert min(got[Level.PATIENT]) > max(got[Level.HARD]) + 0.02
