"""The first half of The shared river, used without a browser."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from dastarkhan.languages.sharing_words import CORE, rule_words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.shared_river import ACTIVITIES
from dastarkhan.lessons.shared_river.claims import read_claims
from dastarkhan.lessons.shared_river.visit import Visit, deciders
from simulations.errors import KitError
from simulations.games import read_case
from simulations.games import river as river_game
from simulations.sharing import RULES
from simulations.table import replay
from tests.lessons.screen import buttons, press, select, ticks, words_on, writing

Again = Callable[..., Lesson]


# --- meet the river


def test_every_right_answer_is_true_in_the_case(river: Lesson) -> None:
    """The questions are about the model, so the model has to agree with them."""
    meet, basin = river.activity("meet_river"), river.case.basin
    right = {q.key: [a.key for a in q.answers if a.right] for q in meet.questions()}
    assert right == {
        "who_first": ["springs_villages"],
        "why_keep": ["power"],
        "canal": ["enough"],
        "no_seat": ["wetland"],
    }
    arcs = [(arc["from"], arc["to"]) for arc in basin["arcs"]]
    after_reservoir = next(b for a, b in arcs if a == "reservoir")
    assert (after_reservoir, "springs_villages") in arcs
    assert ("springs_villages", "gardens_town") not in arcs
    worth = basin["nodes"]["reservoir"]["value_points_per_mcm"]
    assert min(worth[:6]) > max(worth[6:])  # October to March against April to September
    loss = next(arc["loss_share"] for arc in basin["arcs"] if arc["to"] == "gardens_farms")
    enough = next(a for q in meet.questions() if q.key == "canal" for a in q.answers if a.key == "enough")
    assert float(enough.text) * (1 - loss) == pytest.approx(10, abs=0.05)
    assert basin["nodes"]["wetland"]["kind"] == "ecosystem"


def test_every_answer_of_every_question_gives_a_reason(river: Lesson) -> None:
    meet = river.activity("meet_river")
    for _ in meet.questions():
        question = meet.questions()[meet.state["at"]]
        for answer in question.answers:
            select(meet.box, 0, answer.key)
            press(meet.box, "Check")
            assert answer.why in _plain(words_on(meet.box))
            assert ("Yes." in words_on(meet.box)) == answer.right
        press(meet.box, "Go on")
    assert meet.done


def test_hints_come_one_at_a_time_and_end(river: Lesson) -> None:
    meet = river.activity("meet_river")
    first, second = meet.questions()[0].hints
    assert first not in words_on(meet.box)
    press(meet.box, "Show a hint")
    assert first in words_on(meet.box)
    assert second not in words_on(meet.box)
    press(meet.box, "Show another hint")
    assert second in words_on(meet.box)
    assert not {"Show a hint", "Show another hint"} & set(buttons(meet.box))


def test_a_question_may_be_passed_over(river: Lesson) -> None:
    meet = river.activity("meet_river")
    for _ in meet.questions():
        press(meet.box, "Go on")
    assert meet.done
    assert meet.summary() == "0 of 4 questions answered."


def test_answers_come_back_after_the_kernel_is_lost(river: Lesson, again: Again) -> None:
    meet = river.activity("meet_river")
    select(meet.box, 0, "springs_villages")
    press(meet.box, "Check")
    press(meet.box, "Go on")
    press(meet.box, "Show a hint")
    back = again().activity("meet_river")
    assert back.state == meet.state
    assert words_on(back.box) == words_on(meet.box)


# --- a year alone


@pytest.mark.parametrize("side", ["springs", "gardens"])
def test_a_year_is_lived_and_both_banks_are_told(river: Lesson, side: str) -> None:
    alone = river.activity("act_alone")
    select(alone.box, 0, side)
    assert buttons(alone.box)["Let the year come"].disabled
    options = river.case.decisions[deciders(river.case)[side].decision]["options"]
    select(alone.box, 1, options[0])
    press(alone.box, "Let the year come")
    visit = Visit.read(river.case, side, alone.state["records"][side])
    results = visit.last.results
    points = [f"{name} has {results[f'{name.lower()}_points']} points." for name in ("Gardens", "Springs")]
    assert not any(one in words_on(alone.box) for one in points)  # first the people, then the numbers
    press(alone.box, "Show the points")
    assert all(one in words_on(alone.box) for one in points)
    assert alone.done
    expected = river_game.points(river.case, visit.last.card, visit.last.decisions)
    for name in ("springs", "gardens"):
        assert results[f"{name}_points"] == pytest.approx(expected[name], abs=0.51)


def test_the_other_side_stays_hidden_until_the_year_is_over(river: Lesson) -> None:
    alone = river.activity("act_alone")
    select(alone.box, 0, "gardens")
    select(alone.box, 1, 80)
    before = words_on(alone.box)
    press(alone.box, "Let the year come")
    decisions = Visit.read(river.case, "gardens", alone.state["records"]["gardens"]).last.decisions
    said = river.text(f"decisions.summer_release.options.{decisions['summer_release']}")
    assert said not in before
    assert said in words_on(alone.box)


def test_three_years_then_only_a_new_beginning(river: Lesson) -> None:
    alone = river.activity("act_alone")
    select(alone.box, 0, "springs")
    select(alone.box, 1, 12)
    for year in range(1, 4):
        press(alone.box, "Let the year come")
        assert ("One more year here" in buttons(alone.box)) == (year < 3)
        if year < 3:
            press(alone.box, "One more year here")
    press(alone.box, "Begin again on this bank")
    assert "springs" not in alone.state["records"]


def test_alone_teaches_that_each_best_choice_harms_the_other(river: Lesson) -> None:
    """The numbers behind the lesson: what Springs gains by keeping, Gardens loses, and together there is more."""
    normal = {r: river_game.points(river.case, "normal", {"summer_release": r, "planted_share": 100}) for r in (12, 55)}
    assert normal[12]["springs"] > normal[55]["springs"] + 50
    assert normal[12]["gardens"] < 0 < normal[55]["gardens"]
    assert sum(normal[55].values()) > sum(normal[12].values()) + 150


def test_a_lived_year_and_its_words_come_back(river: Lesson, again: Again) -> None:
    alone = river.activity("act_alone")
    select(alone.box, 0, "gardens")
    select(alone.box, 1, 60)
    press(alone.box, "Let the year come")
    writing(alone.box).value = "Мы ждали воды до июля. / ما تا تابستان منتظر آب بودیم"
    ticks(alone.box)[1].value = True
    back = again().activity("act_alone")
    assert back.state == alone.state
    assert writing(back.box).value == writing(alone.box).value
    assert [box.value for box in ticks(back.box)] == [False, True]
    assert words_on(back.box) == words_on(alone.box)


def test_changing_sides_keeps_both_records(river: Lesson) -> None:
    alone = river.activity("act_alone")
    for side, value in (("springs", 12), ("gardens", 100)):
        select(alone.box, 0, side)
        select(alone.box, 1, value)
        press(alone.box, "Let the year come")
    assert set(alone.state["records"]) == {"springs", "gardens"}
    for side, text in alone.state["records"].items():
        state = replay(Visit.read(river.case, side, text).record)
        assert len(state.closed) == 1
    press(alone.box, "Change sides")
    assert alone.state["side"] == "springs"
    assert "Let the year come" not in buttons(alone.box)


@pytest.mark.parametrize("broken", ["", "not a record", None, 7, '{"format":"x"}'])
def test_a_record_that_cannot_be_read_does_not_stop_the_lesson(river: Lesson, again: Again, broken: object) -> None:
    state = {"side": "springs", "records": {"springs": broken}, "wish": {"springs": 13}, "words": 5}
    river.progress.save("act_alone", state, done=False, based_on=0)
    alone = again().activity("act_alone")
    assert alone.state["records"] == {}
    assert buttons(alone.box)["Let the year come"].disabled


# --- a dry year


def test_claims_are_more_than_the_river_brings(river: Lesson) -> None:
    claims = read_claims(river.case, river.words)
    assert claims.supplies
    assert all(supply < claims.amounts.sum() for supply in claims.supplies.values())


@pytest.mark.parametrize("rule", CORE)
def test_the_picture_shows_what_the_rule_gives(river: Lesson, rule: str) -> None:
    dry = river.activity("dry_year")
    select(dry.box, 1, rule)
    claims = read_claims(river.case, river.words)
    for card, supply in claims.supplies.items():
        select(dry.box, 2, card)
        awards = RULES[rule](supply, claims.amounts).round(1)
        svg = dry.picture.value
        for name, award, claim in zip(claims.names, awards, claims.amounts, strict=True):
            shown = f"{river.words.number(float(award))} of {river.words.number(float(claim))}"
            assert name in svg
            assert shown in svg, f"{rule}, {card}: {name} should read {shown}"


def test_the_guess_is_judged_by_the_rules_themselves(river: Lesson) -> None:
    dry = river.activity("dry_year")
    claims = read_claims(river.case, river.words)
    awards = {rule: RULES[rule](claims.supplies["dry"], claims.amounts)[claims.largest] for rule in CORE}
    assert [a.key for a in dry.question().answers if a.right] == [max(awards, key=lambda rule: awards[rule])]


def test_who_carries_most_is_named(river: Lesson) -> None:
    dry = river.activity("dry_year")
    claims = read_claims(river.case, river.words)
    select(dry.box, 1, "proportional")
    assert "Everybody loses" in dry.look.value
    for rule in CORE[1:]:
        select(dry.box, 1, rule)
        missing = 1 - RULES[rule](claims.supplies["dry"], claims.amounts) / claims.amounts
        assert f"The largest part is missing here: {claims.names[int(np.argmax(missing))]} " in dry.look.value


def test_a_rule_can_be_defended_only_after_all_three_were_seen(river: Lesson, again: Again) -> None:
    dry = river.activity("dry_year")
    for rule in CORE[:2]:
        select(dry.box, 1, rule)
        assert "I could defend this one" not in buttons(dry.box)
    select(dry.box, 1, CORE[2])
    press(dry.box, "I could defend this one")
    assert dry.done
    writing(dry.box).value = "You lose most, and next year you are first."
    back = again().activity("dry_year")
    assert back.state["defended"] == CORE[2]
    assert writing(back.box).value == "You lose most, and next year you are first."
    assert rule_words(river.words)[CORE[2]].name in back.summary()


def test_a_rule_is_chosen_before_one_knows_who_one_is(river: Lesson, again: Again) -> None:
    dry = river.activity("dry_year")
    for rule in CORE:
        select(dry.box, 1, rule)
    press(dry.box, "I could defend this one")
    claims, drawn = read_claims(river.case, river.words), set()
    for rule in CORE:
        select(dry.box, 3, rule)
        assert "The slip says" not in words_on(dry.after)  # a new rule, a new slip
        for slip in range(1, 5):
            select(dry.box, 4, slip)
            name = re.search(r"The slip says: ([^.]+)\.", words_on(dry.after))[1]
            who = claims.names.index(name)
            drawn.add(who)
            award = round(float(RULES[rule](claims.supplies["dry"], claims.amounts)[who]), 1)
            assert f"leaves you {river.words.number(award)} of {claims.amounts[who]:.0f}." in words_on(dry.after)
    assert drawn == {0, 1, 2, 3}
    assert again().activity("dry_year").state["veil"] == {"rule": CORE[-1], "slip": 4}


def test_all_six_rules_have_words_and_a_picture(river: Lesson) -> None:
    six = river.activity("six_rules")
    assert set(rule_words(river.words)) == set(RULES)
    for rule in RULES:
        select(six.box, 1, rule)
        assert rule_words(river.words)[rule].says in _plain(words_on(six.box))


# --- the whole lesson


def test_the_model_says_that_it_is_an_argument(river: Lesson) -> None:
    for key in ("act_alone", "dry_year", "six_rules"):
        said = words_on(river.activity(key).box)
        assert "A model is an argument, not evidence." in said
        first = river.text("assumptions.1") if key == "act_alone" else "What each group asks for is taken as true."
        assert first in said


def test_every_activity_says_itself_in_words(river: Lesson) -> None:
    for key in ACTIVITIES:
        activity = river.activity(key)
        bundle = activity._repr_mimebundle_()
        assert "application/vnd.jupyter.widget-view+json" in bundle
        assert bundle["text/plain"] == f"{activity.title()} {activity.summary()}"


def test_the_case_read_by_the_lesson_is_the_shipped_one(river: Lesson) -> None:
    assert river.case == read_case("ayna")


@pytest.mark.parametrize(("slug", "code"), [("99_nothing", "lesson.unknown"), ("11_Shared_River", "lesson.unknown")])
def test_an_unknown_lesson_is_said_plainly(slug: str, code: str) -> None:
    with pytest.raises(KitError) as caught:
        lesson(slug)
    assert caught.value.code == code
    assert "11_shared_river" in str(caught.value.params["allowed"])


def test_an_unknown_activity_is_said_plainly(river: Lesson) -> None:
    with pytest.raises(KitError) as caught:
        river.activity("swim")
    assert caught.value.code == "lesson.unknown_activity"


def _plain(text: str) -> str:
    return text.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")


def test_a_second_tap_changes_nothing(river: Lesson) -> None:
    """A slow page sends two taps from a button that is already gone."""
    meet, alone = river.activity("meet_river"), river.activity("act_alone")

    def tap_twice(box: object, words: str) -> None:
        button = buttons(box)[words]
        button.click()
        button.click()

    tap_twice(meet.box, "Go on")
    assert meet.state["at"] == 1
    select(alone.box, 0, "springs")
    select(alone.box, 1, 40)
    for year in (1, 2, 3):
        tap_twice(alone.box, "Let the year come")
        assert len(Visit.read(river.case, "springs", alone.state["records"]["springs"]).years) == year
        if year < 3:
            tap_twice(alone.box, "One more year here")
    tap_twice(alone.box, "Change sides")
    assert alone.state["side"] == "gardens"


def test_each_bank_has_its_own_sentence(river: Lesson) -> None:
    alone = river.activity("act_alone")
    for side, value in (("springs", 12), ("gardens", 60)):
        select(alone.box, 0, side)
        select(alone.box, 1, value)
        press(alone.box, "Let the year come")
        assert writing(alone.box).value == ""
        writing(alone.box).value = f"Written for {side}"
    press(alone.box, "Change sides")
    assert writing(alone.box).value == "Written for springs"


def test_the_best_choice_is_not_scolded(river: Lesson) -> None:
    """Where no choice brings more together, the lesson asks who gave something up."""
    alone = river.activity("act_alone")
    select(alone.box, 0, "springs")
    select(alone.box, 1, 55)
    press(alone.box, "Let the year come")
    press(alone.box, "Show the points")
    assert "No other choice brings more." in words_on(alone.box)
    assert "With one plan" not in words_on(alone.box)


def test_the_river_may_do_something_else_than_was_decided(river: Lesson) -> None:
    alone = river.activity("act_alone")
    select(alone.box, 0, "springs")
    said = []
    for release in (12, 70, 12):
        select(alone.box, 1, release)
        press(alone.box, "Let the year come")
        said.append(words_on(alone.box))
        if len(said) < 3:
            press(alone.box, "One more year here")
    cards = [year.card for year in Visit.read(river.case, "springs", alone.state["records"]["springs"]).years]
    assert cards == ["normal", "dry", "wet"]
    assert "million m³ left" not in said[0]
    assert "There was less water than that: 51.8 million m³ left the reservoir in summer." in said[1]
    assert "The reservoir was full, so 25.1 million m³ left it in summer." in said[2]
    assert "expected you to do as you did the year before" not in said[0]
    assert "expected you to do as you did the year before" in said[1]


def test_a_trainer_is_told_whose_home_the_river_is_near_to(river: Lesson) -> None:
    told = words_on(river.welcome())
    assert "For trainers" in told
    assert "Zhambyl and Talas" in told
