"""The debrief without a browser: every screen, with tables of rivers and of packages."""

import json
from pathlib import Path

import pytest

from dastarkhan.lessons import lesson
from dastarkhan.lessons.debrief import records
from dastarkhan.lessons.debrief.answers import answers
from dastarkhan.lessons.debrief.facts import table_of
from dastarkhan.lessons.debrief.pages import pages_html
from dastarkhan.lessons.debrief.questions import Stage
from dastarkhan.lessons.debrief.world import world_of
from simulations.games import read_case
from tests.lessons.debrief_room import (
    AFTER_FEELINGS,
    GOOD,
    WORSE,
    M,
    W,
    fair_table,
    many_sides,
    no_agreement,
    river_table,
    taken,
)
from tests.lessons.rooms import fair, river
from tests.lessons.screen import buttons, everything, press, radios, words_on

# --- dots


def test_dots_show_no_table_until_it_is_asked_for(room) -> None:
    alike = {f"fair{n}": fair_table() for n in range(1, 6)}
    others = {f"none{n}": no_agreement() for n in range(1, 6)}
    dots = taken(room(**alike, **others)).activity("dots")
    quiet = dots.picture.value
    assert "5 tables found an agreement. 5 tables ended without agreement" in words_on(dots.box)
    assert "Table 1" not in quiet
    radios(dots.box)[0].value = 1
    assert dots.picture.value != quiet
    radios(dots.box)[0].value = 0
    assert dots.picture.value == quiet


def test_few_tables_have_no_picture_of_all_but_each_may_look_at_its_own(room) -> None:
    dots = taken(room(one=fair_table(), two=no_agreement(), three=fair(), four=fair_table())).activity("dots")
    assert "With fewer than five tables everybody could guess" in words_on(dots.box)
    assert "agreed" not in words_on(dots.box)
    assert dots.picture.value == ""
    radios(dots.box)[0].value = 1
    own = dots.picture.value
    radios(dots.box)[0].value = 4  # in the order of their names: four, one, three, two
    assert own != dots.picture.value
    assert own.count("<circle") == dots.picture.value.count("<circle"), "one table each"
    radios(dots.box)[0].value = 0
    assert dots.picture.value == ""


def test_a_lone_table_without_agreement_among_many_is_not_pointed_at(room) -> None:
    alike = {f"fair{n}": fair_table() for n in range(1, 6)}
    dots = taken(room(**alike, none=no_agreement())).activity("dots")
    assert dots.picture.value == ""
    assert "everybody could guess which. So there is no picture of all." in words_on(dots.box)
    assert "without agreement" not in words_on(dots.box)
    radios(dots.box)[0].value = 6
    assert "<svg" in dots.picture.value, "its own it may look at"


def test_a_table_without_agreement_stands_where_it_is_alone() -> None:
    alone = world_of(read_case("fair"), 1).alone_by_side()
    assert alone == {"mill": 50, "willow": 48}
    assert table_of(1, no_agreement().to_text()).result.gained == {"mill": 0, "willow": 0}
    assert table_of(1, fair_table().to_text()).result.gained == {"mill": 68 - 50, "willow": 73 - 48}


def test_one_table_alone_needs_no_choice(room) -> None:
    visit = taken(room(one=fair_table()))
    assert "The large dot is your table." in words_on(visit.activity("dots").box)
    for key in ("dots", "path", "answers", "talk_over"):
        assert radios(visit.activity(key).box) == []


# --- the way of one table


def test_a_table_is_played_step_by_step(room) -> None:
    visit = taken(room(one=fair_table(), two=no_agreement()))
    path = visit.activity("path")
    assert "Step 1 of 4" in words_on(path.box)
    assert "How it ended" not in words_on(path.box)
    press(path.box, "Next step")
    assert "Not for now. It is not enough for our side yet." in words_on(path.box)
    press(path.box, "Next step")
    shown = words_on(path.box)
    assert "Offer 2" in shown
    assert "Mill 68 50" in shown
    assert "Willow 73 48" in shown
    path.slider.value = 4
    assert "There was an agreement." in words_on(path.box)
    assert "Nothing was better for one side without being worse for another." in words_on(path.box)
    assert path.done
    press(path.box, "Step back")
    assert path.slider.value == 3
    assert visit.activity("path").state["step"] == 2, "it comes back where it was left"


def test_another_table_begins_at_its_first_step(room) -> None:
    visit = taken(room(one=fair_table(), two=no_agreement()))
    path = visit.activity("path")
    path.slider.value = 3
    radios(path.box)[0].value = 2
    shown = words_on(path.box)
    assert "Step 1 of 1" in shown
    assert "The talks stop. Somebody was not heard, and should be." in shown
    assert "No agreement, for a reason: Somebody was not heard, and should be." in shown
    assert "There were packages with which no side has less than alone." in shown


def test_questions_news_and_leavers_are_steps_too(room) -> None:
    question = {"question": "worries"}
    record = fair(
        (M, "ask", question),
        (W, "tell", {**question, "answer": "when"}),
        (M, "break", {}),
        ("facilitator", "inject", {"inject": "rain"}),
        ("facilitator", "seat_leave", {"which": "mill_players"}),
        ("facilitator", "seat_return", {"which": "mill_players"}),
        (M, "offer", GOOD),
        (M, "withdraw", {"offer": 1}),
        seats=(M, "mill_players", W),
    )
    path = taken(room(one=record)).activity("path")
    shown = []
    for step in range(1, 9):
        path.slider.value = step
        shown.append(words_on(path.box))
    for words, step in zip(
        (
            "A question: What worries you?",
            "An answer: This worries us:",
            "A short break, please.",
            "News:",
            "Players, Mill leaves the table.",
            "Players, Mill is back.",
            "We put an offer on the table.",
            "We take our offer back.",
        ),
        shown,
        strict=True,
    ):
        assert words in step
    assert "The talks were not finished." in shown[-1]


def test_nobody_made_an_offer(room) -> None:
    path = taken(room(one=fair())).activity("path")
    assert "Nobody made an offer here." in words_on(path.box)


def test_a_river_has_years(room) -> None:
    visit = taken(room(one=river_table()))
    path = visit.activity("path")
    assert "There was an agreement." not in words_on(path.box)
    path.slider.value = 3
    assert "The year comes:" in words_on(path.box)
    radios(path.box)[0].value = 2
    assert "Nobody made an offer here." in words_on(path.box)


def test_better_packages_by_hand() -> None:
    world = world_of(read_case("fair"), 1)
    assert world.points_of(WORSE) == {"mill": 50, "willow": 66}
    better = world.better(WORSE)
    assert {"where": "mill_square", "when": "june_early", "costs": 60, "takings": "late_bus"} in [
        dict(world.packages[place]) for place in better
    ], "a late bus brings 6 more to Mill and 17 more to Willow"
    nearest = world.packages[better[0]]
    assert sum(nearest[term] != WORSE[term] for term in WORSE) == 1
    assert world.better(GOOD) == ()
    assert world.points_of({"where": "on the moon"}) is None


# --- who answered whom


def test_answers_are_edges() -> None:
    table = table_of(1, fair_table().to_text())
    graph = answers(table)
    found = {(one, other, data["kind"]) for one, other, data in graph.edges(data=True)}
    assert found == {(W, M, "not_yet"), (M, W, "yes")}
    question = {"question": "worries"}
    told = fair((M, "ask", question), (W, "tell", {**question, "answer": "when"}))
    edges = answers(table_of(1, told.to_text())).edges(data=True)
    assert [(one, other, data["kind"]) for one, other, data in edges] == [(W, M, "told")]
    silent = fair((M, "ask", question), (W, "tell", {**question, "answer": "not_said"}))
    assert not answers(table_of(1, silent.to_text())).edges


def test_a_seat_tells_whom_it_answered(room) -> None:
    asked = taken(room(one=fair_table())).activity("answers")
    assert "It answered: W1." in words_on(asked.box)
    assert asked.summary() == "Lines are answers, not friendships."


# --- many years


def test_a_river_agreement_meets_the_weather(room) -> None:
    shown = words_on(taken(room(one=river_table())).activity("years").box)
    assert "It held in" in shown
    assert "A model is an argument, not evidence." in shown


def test_no_table_meets_the_years_before_it_was_asked(room) -> None:
    years = taken(room(one=river_table(), two=river_table())).activity("years")
    assert "It held in" not in words_on(years.box)
    radios(years.box)[0].value = 2
    assert "It held in" in words_on(years.box)
    radios(years.box)[0].value = 0
    assert "It held in" not in words_on(years.box)


def test_years_without_river_or_agreement(room) -> None:
    assert "This table had no river." in words_on(taken(room(one=fair_table())).activity("years").box)
    (records.folder() / "one.jsonl").unlink()
    quiet = river(("springs_water", "close", {"reason": "dry_years"}))
    assert "no agreement to test, for a reason" in words_on(taken(room(two=quiet)).activity("years").box)


# --- talk it over


def test_the_discussion_goes_from_feelings_to_home(room) -> None:
    visit = taken(room(one=fair_table(), two=no_agreement()))
    talk = visit.activity("talk_over")
    seen = []
    for _step in range(4):
        seen.append(words_on(talk.box))
        press(talk.box, "Go on")
    for words, shown in zip(("Feelings", "What happened", "Why", "Where at home"), seen, strict=True):
        assert words in shown
    assert talk.done
    press(talk.box, "Look at the steps again")
    press(talk.box, "Go on")
    press(talk.box, "Back")
    assert "Step 1 of 4" in words_on(talk.box)


def test_questions_for_one_table(room) -> None:
    talk = taken(room(one=fair_table(), two=no_agreement())).activity("talk_over")
    assert len(talk.chosen()) == 6
    radios(talk.box)[0].value = 1
    assert {rule.key for rule in talk.chosen()} >= {"stood", "home_agreed"}
    assert "without" not in {rule.key for rule in talk.chosen()}


def test_what_happened_comes_before_the_questions_for_every_table(room) -> None:
    visit = taken(room(one=fair_table(), two=no_agreement()))
    talk, of_guide = visit.activity("talk_over"), visit.guide.debrief
    met = []
    for step in range(4):
        shown = words_on(talk.box)
        head, always = shown.split("Questions for every table")
        chosen = [rule.text for rule in talk.chosen() if rule.text in shown]
        assert chosen, step
        assert all(text in head for text in chosen)
        assert [one.q for one in of_guide if one.q in head] == []
        met += [one.q for one in of_guide if one.q in always]
        press(talk.box, "Go on")
    assert met == [one.q for one in of_guide]


def test_a_step_for_which_nothing_was_chosen_has_the_guides_questions(room) -> None:
    talk = taken(room(one=fair())).activity("talk_over")
    empty = [stage for stage in Stage if stage not in {rule.stage for rule in talk.chosen()}]
    assert empty == [Stage.WHY]
    for _step in range(2):
        press(talk.box, "Go on")
    asked = next(one.value for one in everything(talk.box) if "<details" in getattr(one, "value", ""))
    assert "<details open>" in asked
    assert "What in this game is not so in life?" in asked


def test_what_a_picture_says_is_asked_from_the_guide_before_any_result(room) -> None:
    visit = room()
    checks = visit.activity("checks")
    for asked in visit.guide.check_questions:
        for letter in asked.choices:
            radios(checks.box)[0].value = letter
            press(checks.box, "Check")
            opening = "Yes." if letter == asked.correct else "Look again."
            assert f"{opening} {asked.why}" in words_on(checks.box)
        press(checks.box, "Go on")
    assert checks.done


# --- pages


def test_a_page_for_each_table(room) -> None:
    visit = taken(room(one=fair_table(), two=no_agreement()))
    pages = visit.activity("pages")
    press(pages.box, "Make the pages")
    assert "fair-tables.html" in words_on(pages.box)
    document = pages_html(pages.tables, visit.words)
    assert document.count("<section>") == 2
    assert "Table 1" in document
    assert "Table 2" in document
    assert "A reasoned no agreement counts as a result." in document
    assert "http" not in document.replace("http://www.w3.org", ""), "it needs nothing from outside"


# --- all kinds of tables


@pytest.mark.parametrize(
    "make", [fair_table, no_agreement, river_table, many_sides, fair], ids=lambda make: make.__name__
)
@pytest.mark.parametrize("language", ["en", "prs"])
def test_every_screen_shows_every_table(room, make, language: str) -> None:
    taken(room(one=make(), two=make()))
    visit = lesson("debrief", language=language)
    for key in ("tables", "feelings", *AFTER_FEELINGS):
        activity = visit.activity(key)
        assert activity.summary()
        assert words_on(activity.box)
    assert pages_html(visit.activity("pages").tables, visit.words).count("<section>") == 2


def test_any_saved_state_opens(room) -> None:
    visit = taken(room(one=fair_table()))
    odd = {"table": [1], "step": "x", "year": {}, "at": -4, "files": ["../x", 7], "example": 3, "said": 1, "about": 5}
    for key in ("dots", "path", "answers", "years", "talk_over", "pages"):
        visit.progress.save(key, odd, done=False, based_on=0)
        assert words_on(visit.activity(key).box)
    visit.progress.save("tables", odd, done=False, based_on=0)
    assert visit.activity("tables").state == {"files": [], "example": None}


def test_no_person_is_in_what_is_saved(room, work: Path) -> None:
    taken(room(one=fair_table()))
    saved = json.loads((work / "debrief.json").read_text("utf-8"))
    assert set(saved["activities"]) <= {"tables", "feelings"}
    assert buttons(lesson("debrief", language="en").activity("tables").box)
