"""Questions are chosen by what happened: for each one a table that calls for it, and a table that does not."""

import dataclasses
from collections.abc import Callable

import pytest

from dastarkhan.lessons.debrief.facts import table_of
from dastarkhan.lessons.debrief.happened import Happened, altogether, happened
from dastarkhan.lessons.debrief.questions import MOST, RULES, Stage, questions
from simulations.games.terms import packages
from simulations.table import Record, replay
from tests.lessons.rooms import fair, river, river_package, told, until_talks

M, W = "mill_growers", "willow_bakers"
S, G = "springs_water", "gardens_farms"
GOOD = {"where": "mill_square", "when": "june_early", "costs": 50, "takings": "late_bus"}
FOR_MILL = {"where": "mill_square", "when": "june_early", "costs": 30, "takings": "stage"}  # 84 and 36; alone 50 and 48
WORSE = {**GOOD, "costs": 60, "takings": "stage"}  # a late bus is better for both: 6 points for Mill, 17 for Willow
OFFER = (M, "offer", GOOD)
TAKEN = (W, "accept", {"offer": 1})


def close(reason: str) -> Record:
    return fair((M, "close", {"reason": reason}))


def agreed() -> Record:
    return fair(OFFER, TAKEN)


def refused(reason: str = "too_little") -> Record:
    return fair(OFFER, (W, "reject", {"offer": 1, "reason": reason}))


def asked(answer: str) -> Record:
    question = {"question": "matters_most"}
    return fair((M, "ask", question), (W, "tell", {**question, "answer": answer}))


def left() -> Record:
    seats = (M, "mill_players", W)
    return fair(("facilitator", "seat_leave", {"which": "mill_players"}), seats=seats)


def by_the_host() -> Record:
    return fair(
        (M, "pass", {}),
        (W, "pass", {}),
        ("fair_host", "offer", GOOD),
        (M, "accept", {"offer": 1}),
        (W, "accept", {"offer": 1}),
        seats=(M, W, "fair_host"),
    )


def on_the_river(card: str) -> Record:
    package = river_package(summer_release=45)
    return until_talks(river((S, "offer", package), (G, "accept", {"offer": 1})), card)


def later() -> Record:
    """No agreement in the first year, one in the second."""
    record = until_talks(river((S, "close", {"reason": "needs_more_time"})), "normal")
    speaks, other = (G, S) if replay(record).talk.speaking == "gardens" else (S, G)
    package = dict(packages(record.case, 2)[0])
    return told(record, (speaks, "offer", package), (other, "accept", {"offer": 1}))


def test_a_year_that_was_only_opened_is_no_year_of_talks() -> None:
    record = on_the_river("dry")
    assert [one.year for one in table_of(1, record.to_text()).years] == [1, 2]
    over = told(record, ("facilitator", "finish", {}))
    table = table_of(1, over.to_text())
    assert [one.year for one in table.years] == [1]
    assert table.agreed is not None
    assert table.facts["over"]


def second_offer() -> Record:
    no = (W, "reject", {"offer": 1, "reason": "too_little"})
    return fair(OFFER, no, (W, "offer", GOOD), (M, "accept", {"offer": 2}))


def no_to_less() -> Record:
    return fair((M, "offer", FOR_MILL), (W, "reject", {"offer": 1, "reason": "too_little"}))


CASES: dict[str, tuple[Callable[[], Record], Callable[[], Record]]] = {
    "chair": (left, agreed),
    "without": (lambda: close("missing_voice"), agreed),
    "stood": (agreed, refused),
    "cut_off": (refused, agreed),
    "missing_voice": (lambda: close("missing_voice"), lambda: close("alone_is_enough")),
    "alone_is_enough": (lambda: close("alone_is_enough"), lambda: close("missing_voice")),
    "dry_years": (lambda: river((S, "close", {"reason": "dry_years"})), lambda: close("missing_voice")),
    "time": (lambda: fair(("facilitator", "close", {"reason": "time_up"})), lambda: close("missing_voice")),
    "break": (lambda: fair((M, "break", {}), OFFER, TAKEN), lambda: fair((M, "break", {}), OFFER)),
    "left": (left, agreed),
    "news": (lambda: fair(("facilitator", "inject", {"inject": "rain"})), agreed),
    "still_open": (lambda: fair(OFFER, (M, "close", {"reason": "missing_voice"})), lambda: close("missing_voice")),
    "taken_back": (lambda: fair(OFFER, (M, "withdraw", {"offer": 1})), refused),
    "silence": (lambda: asked("not_said"), lambda: asked("where")),
    "an_answer": (lambda: asked("where"), lambda: asked("not_said")),
    "never_asked": (agreed, lambda: asked("where")),
    "below_alone": (lambda: fair((M, "offer", FOR_MILL), TAKEN), agreed),
    "refused_better": (refused, no_to_less),
    "better_missed": (lambda: fair((M, "offer", WORSE), TAKEN), agreed),
    "dry_after": (lambda: on_the_river("dry"), lambda: on_the_river("wet")),
    "later_agreed": (later, lambda: river((S, "close", {"reason": "needs_more_time"}))),
    "first_offer": (agreed, second_offer),
    "single_text": (by_the_host, agreed),
    "ask_at_home": (lambda: refused("ask_at_home"), lambda: refused("too_little")),
    "home_chair": (left, agreed),
    "home_without": (lambda: close("missing_voice"), agreed),
    "home_agreed": (agreed, refused),
    "home_begun": (refused, agreed),
}


def facts(record: Record) -> Happened:
    return happened(table_of(1, record.to_text()))


def test_every_question_is_tried() -> None:
    assert set(CASES) == {rule.key for rule in RULES}
    assert len({rule.text for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_question_fits_one_table_and_not_another(rule) -> None:
    fits, does_not = CASES[rule.key]
    assert rule.when(facts(fits()))
    assert not rule.when(facts(does_not()))


@pytest.mark.parametrize("key", sorted(CASES))
def test_at_most_six_questions_in_their_order(key: str) -> None:
    chosen = questions(facts(CASES[key][0]()))
    order = [list(Stage).index(rule.stage) for rule in chosen]
    assert 2 <= len(chosen) <= MOST
    assert order == sorted(order)
    assert chosen[0].stage is Stage.FEELINGS
    assert chosen[-1].stage is Stage.HOME


def test_every_stage_is_asked_where_everything_happened() -> None:
    everything = {
        field.name: frozenset({"dry_years", "missing_voice", "ask_at_home"})
        if isinstance(field.default, frozenset)
        else True
        for field in dataclasses.fields(Happened)
    }
    chosen = questions(Happened(**everything))
    counts = [sum(rule.stage is stage for rule in chosen) for stage in Stage]
    assert counts == [1, 2, 2, 1]


def test_no_question_says_who_or_how_many() -> None:
    for rule in RULES:
        assert "table 1" not in rule.text.lower()
        assert not any(sign.isdigit() for sign in rule.text)
        assert len(rule.text.split()) <= 20
        assert rule.text.endswith("?")


def test_several_tables_are_asked_together() -> None:
    joined = altogether([facts(close("missing_voice")), facts(asked("where"))])
    assert joined.no_agreement == {"missing_voice"}
    assert joined.asked == {"matters_most"}
    assert joined.answered
    assert joined.unfinished
    assert not joined.agreed
    assert altogether([]) == Happened()
