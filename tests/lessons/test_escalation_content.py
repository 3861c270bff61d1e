"""What lesson 07 is made of: whole scenes, short sentences, nobody to blame, and numbers that the model counted."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dastarkhan.content.escalation.bad_line import OF_TEN_SLIPS, messages
from dastarkhan.content.escalation.board import COSTS, COUNTED, THRESHOLDS, board, sign_names
from dastarkhan.content.escalation.cast import CAST
from dastarkhan.content.escalation.help import helps
from dastarkhan.content.escalation.rumours import retold, rumour_kinds, rumour_messages
from dastarkhan.content.escalation.sentences import moments
from dastarkhan.content.escalation.signs import sign_kinds, signs
from dastarkhan.content.escalation.situations import ORDER, situations
from dastarkhan.content.escalation.spread import CARRIED, three_walk
from dastarkhan.content.escalation.steps import levels, step_kinds, steps
from dastarkhan.content.escalation.walks import (
    GARBLED,
    N_ROUNDS,
    exact_high,
    n_high,
    told,
    walks,
    ways_to_answer,
)
from dastarkhan.content.escalation.ways import ways
from dastarkhan.languages import words
from simulations.escalation import STRATEGIES, Costs, Intervention, Stage, fitting

_ = words("en", "lesson_07")
FOLDER = Path(__file__).parents[2] / "dastarkhan" / "content" / "escalation"
MOST_WORDS = 20


def test_nine_steps_stand_on_three_levels() -> None:
    assert [step.stage for step in steps(_)] == list(Stage)
    assert {level.key: len(step_kinds(_)[level.key]) for level in levels(_)} == dict.fromkeys(
        ("win_win", "win_lose", "lose_lose"), 3
    )


def test_ten_situations_reach_every_step_and_are_not_in_its_order() -> None:
    found = situations(_)
    assert [one.key for one in found] == list(ORDER)
    assert len(found) == 10
    assert Counter(one.stage for one in found) == {stage: 1 + (stage == Stage.ACTIONS) for stage in Stage}
    assert [one.stage for one in found] != sorted(one.stage for one in found)
    assert {"wedding", "chat"} <= {key.partition("_")[0] for key in ORDER}


def test_every_situation_has_a_reason_for_every_place() -> None:
    for one in situations(_):
        assert list(one.on_levels().why) == [kind.key for kind in levels(_)]
        assert list(one.on_steps().why) == [kind.key for kind in step_kinds(_)[one.on_levels().kind]]
        assert one.on_steps().kind in one.step_why
        assert len({*one.level_why.values(), *one.step_why.values(), one.down}) == 7


@pytest.mark.parametrize(("made", "kinds", "n"), [(signs, sign_kinds, 12), (rumour_messages, rumour_kinds, 6)])
def test_sorted_scenes_are_whole_and_balanced(made, kinds, n) -> None:
    keys = [kind.key for kind in kinds(_)]
    found = made(_)
    assert all(list(one.why) == keys and len(set(one.why.values())) == len(keys) for one in found)
    assert Counter(one.kind for one in found) == dict.fromkeys(keys, n // 3)
    assert len({one.key for one in found}) == n


def test_one_sentence_goes_up_stays_or_comes_down_and_has_no_fixed_place() -> None:
    found = moments(_)
    assert len(found) == 6
    assert all(sorted(one.step for one in moment.said) == [-1, 0, 1] for moment in found)
    assert {[one.step for one in moment.said].index(-1) for moment in found} == {0, 1, 2}
    assert {moment.key for moment in found} < set(ORDER)


def test_help_is_called_fitting_where_the_model_says_so() -> None:
    found = helps(_)
    assert [one.kind for one in found] == list(Intervention)
    for stage in Stage:
        said = [one for one in found if one.why(stage) == one.fits]
        assert tuple(one.kind for one in said) == fitting(stage)
        assert all(one.why(stage) for one in found)


def test_a_bad_line_leaves_something_to_guess() -> None:
    found = messages(_)
    assert len(found) == 8
    assert all(len({one.calm, one.hard, one.garbled}) == 3 for one in found)
    assert OF_TEN_SLIPS / 10 in GARBLED
    for one in found:  # a line loses words and adds none
        sent, arrived = (set(re.findall(r"[a-z]+", said.lower())) for said in (one.calm, one.garbled))
        assert arrived < sent, one.key


def test_ways_to_answer_are_the_models() -> None:
    assert {way.key for way in ways_to_answer(_)} < set(STRATEGIES)


@pytest.mark.parametrize("garbled", [0.1, 0.3])
def test_a_thousand_walks_come_near_to_the_exact_share(garbled: float) -> None:
    for way in ways_to_answer(_):
        share = n_high(walks(way.key, way.key, garbled)) / 1000
        # four standard errors of a share of a thousand are at most 0.064
        assert share == pytest.approx(exact_high(way.key, way.key, garbled), abs=0.064)


def test_the_lessons_claims_about_two_ways_hold() -> None:
    """By hand: two mirrors reach step k in T rounds with chance 1 - (1 - p)^(2T - k + 1)."""
    assert exact_high("mirror", "mirror", 0.3) == pytest.approx(1 - 0.7 ** (2 * N_ROUNDS - 6), abs=1e-6)
    assert n_high(walks("mirror", "mirror", 0.3)) == 1000
    assert 150 < n_high(walks("forgiving", "forgiving", 0.3)) < 270  # "about a fifth"
    assert 450 < n_high(walks("mirror", "forgiving", 0.3)) < 580  # "about half" when one side alone lets some pass
    assert n_high(walks("mirror", "mirror", 0.0)) == 0  # no bad line, no quarrel
    assert n_high(walks("always_hard", "forgiving", 0.3)) > 950  # letting some pass is no answer to everything
    lines = told(_, {"mirror": 1000, "forgiving": 203})
    assert lines[0] == "Answer in kind: 1000 of 1000 walks end on step 7 or above."


def test_eight_rounds_on_paper_tell_the_same_story() -> None:
    assert exact_high("mirror", "mirror", 0.3, n_rounds=8) > 0.95
    assert exact_high("forgiving", "forgiving", 0.3, n_rounds=8) < 0.2


def test_what_the_guide_tells_the_trainers() -> None:
    """The table of a thousand walks and the two shares for paper, as they stand in the guide."""
    told_there = {"mirror": 1000, "patient": 552, "forgiving": 203, "grit": 0}
    assert {way: n_high(walks(way, way, 0.3)) for way in told_there} == told_there
    assert n_high(walks("mirror", "forgiving", 0.3)) == 515
    on_paper = [100 * exact_high(way, way, 0.3, n_rounds=8) for way in ("mirror", "forgiving")]
    assert on_paper == pytest.approx([97, 17], abs=0.6)


def test_a_third_town_is_reached_by_a_mood_that_is_carried() -> None:
    for way in ("mirror", "forgiving"):
        means = [sum(three_walk(way, carried).values()) for carried in CARRIED]
        assert means[0] < means[1] <= means[2]
    assert set(three_walk("forgiving", 0.0)) == {("mill", "willow"), ("mill", "orchards"), ("willow", "orchards")}


def test_every_activity_says_how_it_is_done() -> None:
    keys = ["place", "bad_line", "walks", "one_sentence", "helpers", "signs", "rumour"]
    assert list(ways(_)) == keys
    assert all(len({one.alone, one.pair, one.room, one.call}) == 4 for one in ways(_).values())


def test_the_board_of_signs_has_no_free_threshold() -> None:
    curve = board().curve()
    hits, false, cost = curve.hit_rates, curve.false_alarm_rates, curve.mean_costs
    assert (hits[:-1] >= hits[1:]).all()
    assert (false[:-1] >= false[1:]).all()
    at = list(THRESHOLDS).index(int(curve.cheapest))
    assert 0 < at < len(THRESHOLDS) - 1  # neither the most nervous nor the most patient
    assert hits[at] > 0.85 > 0.4 > false[at]
    assert curve.mean_lead_rounds[at] > 2
    assert cost[at] == cost.min()
    dear = board().curve(Costs(false_alarm=COSTS.missed, missed=COSTS.false_alarm))
    assert dear.cheapest > curve.cheapest  # when false alarms cost more, one waits longer
    assert set(sign_names(_)) == {one.key for one in COUNTED}
    assert [one.key for one in COUNTED if not one.per_stage] == ["onions"]


def test_the_cast_is_balanced_and_everybody_appears() -> None:
    assert set(Counter((one.town, one.gender) for one in CAST).values()) == {2}
    said = " ".join(text for _name, text in _sentences())
    assert all(re.search(rf"\b{one.name}\b", said) for one in CAST)
    assert all(
        f"{one.name} of {other}" not in said for one in CAST for other in {"Mill", "Willow"} - {one.town.title()}
    )


def test_a_rumour_grows_and_ends_where_it_began() -> None:
    found = retold(_)
    assert len(found) == 6
    assert "Saule" in found[0]
    assert "Bakyt" in found[-1]


def _sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.py")):
        text = re.sub(r'"\s*\n\s*"', "", path.read_text("utf-8"))
        for found in re.findall(r'_\(\s*"([^"]+)"', text):
            yield from ((path.name, one) for one in re.split(r"(?<=[.!?:;])[”\"]?\s+", found))


def test_no_sentence_has_more_than_twenty_words() -> None:
    read = list(_sentences())
    assert len(read) > 300  # a reader that finds nothing fails
    assert not [one for one in read if len(one[1].split()) > MOST_WORDS]


def test_no_nation_no_culprit_and_no_border_chat() -> None:
    forbidden = re.compile(
        r"\b(kazakh|kyrgyz|tajik|uzbek|turkmen|afghan|russian|border|soldier|weapon|gun|enemy|enemies|guilty|culprit|flag|police|killed)",
        re.IGNORECASE,
    )
    assert not [one for one in _sentences() if forbidden.search(one[1])]
