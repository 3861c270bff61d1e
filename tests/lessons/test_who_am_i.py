"""Lesson 01, as a person uses it: circles, the web, meeting again, sentences, contact; all answers and ways back."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

from dastarkhan.content.who_am_i import PEOPLE, SIDES, identities, portraits, prompts, sentence_kinds, sentences
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.who_am_i import ACTIVITIES
from dastarkhan.lessons.who_am_i.contact import TIES
from dastarkhan.lessons.who_am_i.meet_again import made_answers
from dastarkhan.lessons.who_am_i.shared_web import Card, SharedWeb
from dastarkhan.lessons.who_am_i.web import MOST
from dastarkhan.pictures.web_picture import WebCard, card_places
from simulations.contact import side_assortativity
from tests.lessons.screen import buttons, everything, press, radios, select, take, ticks, words_on, writing

KIT = Path(__file__).parents[2]
_ = words("en", "lesson_01", "guide_01")


@pytest.fixture
def who(work: Path) -> Lesson:
    return lesson("01_who_am_i", language="en")


def again(visit: Lesson, key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(visit.slug, language="en").activity(key)


def chip(box: Any, word: str) -> Any:
    return next(one for one in ticks(box) if one.description == word)


def choose(box: Any, *things: str) -> None:
    """Tick things, turning to the topic in which each stands."""
    for thing in things:
        for topic in range(6):
            take_topic(box, topic)
            if any(one.description == identities(_)[thing] for one in ticks(box)):
                chip(box, identities(_)[thing]).value = True
                break


def take_topic(box: Any, number: int) -> None:
    next(one for one in radios(box) if one.options and one.options[0][0] == "At home").value = number


# --- own circles


def test_a_list_that_only_its_writer_sees(who: Lesson) -> None:
    circles = who.activity("circles")
    fields = [one for one in everything(circles.box) if hasattr(one, "placeholder") and hasattr(one, "rows")]
    assert len(fields) == len(prompts(_))
    for field in fields[:6]:
        field.value = "secret word"
    assert "6 circles, and one person in all of them." in words_on(circles.box)
    press(circles.box, "Go on")
    choose(circles.box, "eldest", "dogs")
    press(circles.box, "Go on")
    told = words_on(again(who, "circles").box)
    assert "You take this to the web: being the eldest child, being afraid of dogs." in told
    assert again(who, "circles").done
    assert type(circles).written(who, again(who, "circles").state) == ()  # the journal never sees it
    press(circles.box, "Change the list")
    assert "This list is only for you." in words_on(circles.box)


def test_at_most_six_things_over_all_topics(who: Lesson) -> None:
    circles = who.activity("circles")
    press(circles.box, "Go on")
    choose(circles.box, "eldest", "cousins", "care", "weddings", "poems", "football")
    take_topic(circles.box, 5)
    assert all(one.disabled for one in ticks(circles.box))
    take_topic(circles.box, 0)
    chip(circles.box, identities(_)["eldest"]).value = False
    take_topic(circles.box, 5)
    assert not any(one.disabled for one in ticks(circles.box))
    assert {*again(who, "circles").state["shared"]} == {"cousins", "care", "weddings", "poems", "football"}


# --- the web


def test_fourteen_people_come_in_and_one_joins_them(who: Lesson) -> None:
    circles = who.activity("circles")
    press(circles.box, "Go on")
    choose(circles.box, "tea", "dogs", "laugh")
    web = who.activity("web")
    take(web.box, "made")
    press(web.box, "Open the door")
    assert portraits(_)[0] in words_on(web.box)
    press(web.box, "Let the next one in")
    assert portraits(_)[1] in words_on(web.box)
    press(web.box, "Let all in")
    assert "Chosen, 3 of at most 6" in words_on(web.box)  # what was laid open before
    press(web.box, "Join them")
    told = words_on(web.box)
    across = sum(one.side == "square" and bool({*one.chosen} & {"tea", "dogs", "laugh"}) for one in PEOPLE)
    assert f"You are in. {across} lines lead to the other shape." in told
    assert "You and Card 14 share: being afraid of dogs." in told
    assert across >= 3
    assert again(who, "web").done
    press(again(who, "web").box, "Change my card")
    assert not again(who, "web").state["me"]


def test_every_view_of_the_invented_web(who: Lesson) -> None:
    web = who.activity("web")
    take(web.box, "made")
    press(web.box, "Let all in")
    web.look_at("12")
    assert portraits(_)[11] in words_on(web.views)
    web.take_view("across")
    assert "15 lines cross to the other shape." in words_on(web.views)
    assert "Card 9 and Card 12 share: being a little late, tea before anything else." in words_on(web.views)
    web.take_view("joins")
    assert "tea before anything else: 5 people" in words_on(web.views)
    web.take_view("connectors")
    assert "Card 12: of 100 shortest ways between the shapes, 43 lead through it." in words_on(web.views)
    assert "Without the line between Card 5 and Card 14" in words_on(web.views)
    web.take_view("before")
    told = words_on(web.views)
    assert "15 of 23 lines cross. That is 65 of 100." in told
    assert "about 54 of 100 would cross" in told  # 49 of 91 pairs
    assert "Before is assumed" in told


def add(web: Any, side: str, *things: str) -> None:
    take(web.box, side)
    choose(web.box, *things)
    press(web.box, "Add this card")


def test_on_a_wall_nothing_is_named_that_few_share(who: Lesson) -> None:
    web = who.activity("web")
    take(web.box, "own")
    press(web.box, "Add this card")
    assert "Choose at least one thing first." in words_on(web.box)
    for side in ("round", "square", "round", "square"):
        add(web, side, "tea")
    add(web, "round", "dogs")
    add(web, "square", "dogs")
    rare, common = identities(_)["dogs"], identities(_)["tea"]
    assert again(who, "web").state["wall"] is True
    for view in ("card", "across", "joins", "connectors", "before"):
        web.take_view(view)
        assert rare not in words_on(web.views)
        assert common not in words_on(web.views)  # four people only
        assert "Card 5 and Card 6 share" not in words_on(web.views)
    add(web, "round", "tea")
    web.take_view("joins")
    assert f"{common}: 5 people" in words_on(web.views)
    take(web.views, False)
    web.take_view("across")
    assert f"Card 5 and Card 6 share: {rare}." in words_on(web.views)
    press(web.box, "Take the last card back")
    assert len(again(who, "web").state["cards"]) == 6


def test_a_full_web_sends_on_to_the_next_table(who: Lesson) -> None:
    web = who.activity("web")
    web.remember(group="own", cards=[{"side": "round", "chosen": ["tea"]}] * MOST)
    web = again(who, "web")
    assert "Begin a second one at another table." in words_on(web.box)
    assert "Add this card" not in buttons(web.box)
    assert "Take the last card back" in buttons(web.box)


def test_numbers_of_a_web_by_hand() -> None:
    chosen = (("round", ("tea",)), ("square", ("tea", "dogs")), ("square", ("dogs",)))
    web = SharedWeb([Card(side=side, chosen=things) for side, things in chosen])
    assert (web.crossing, web.by_chance) == (1, 67)  # 2 of 3 pairs are of two shapes
    assert web.unexpected() == (("1", "2"),)
    assert web.ties_of("2") == ("1", "3")
    assert web.before_after.before is None or web.before_after.before == 1  # assumed: nobody knows the other shape
    assert side_assortativity(web.assumed_before(), web.sides) is None  # only one line, between the square ones


def test_cards_keep_their_places_while_others_come() -> None:
    cards = [
        WebCard(key=str(n), sign="", round=n % 2 == 0, name="", told="") for n in range(14)
    ]  # fmt: skip
    few, all_of_them = card_places(cards[:4], room=8), card_places(cards, room=8)
    assert all(few[key] == all_of_them[key] for key in few)
    assert all(x < 170 for key, (x, _y) in all_of_them.items() if int(key) % 2 == 0)


def test_the_invented_people_have_two_sides_and_nobody_is_alone() -> None:
    web = SharedWeb([Card(side=one.side, chosen=one.chosen) for one in PEOPLE])
    assert [one.side for one in PEOPLE].count("round") == [one.side for one in PEOPLE].count("square") == 7
    assert all(web.across_of(key) for key in web.cards)
    assert {thing for one in PEOPLE for thing in one.chosen} <= {*identities(_)}
    assert len(portraits(_)) == len(PEOPLE)


# --- meeting again


def test_ones_own_answer_is_nowhere(who: Lesson, work: Path) -> None:
    meet = who.activity("meet_again")
    before = dict(meet.state)
    select(meet.box, 0, "no")
    assert meet.state == before
    press(meet.box, "Go on")
    assert '"no"' not in "".join(one.read_text("utf-8") for one in work.rglob("*.json"))


@pytest.mark.parametrize(("guess", "said"), [(2, "guessed lower"), (8, "guessed nearly"), (10, "guessed higher")])
def test_the_gap_between_a_guess_and_the_fourteen(who: Lesson, guess: int, said: str) -> None:
    assert made_answers() == (11, 14)  # eight of ten
    meet = who.activity("meet_again")
    press(meet.box, "Go on")
    meet.slider.value = guess
    press(meet.box, "This is my guess")
    take(meet.box, "made")
    told = words_on(meet.box)
    assert said in told
    assert "They said yes: 8 of 10" in told
    assert "invented, so they prove nothing" in told
    writing(meet.box).value = "Come in."
    assert [one.text for one in type(meet).written(who, again(who, "meet_again").state)] == ["Come in."]


def counted(meet: Any, slips: int, yes: int) -> str:
    meet.slips.value, meet.yes.value = slips, yes
    press(meet.box, "Look at it first")
    return words_on(meet.box)


def test_a_trainer_sees_the_slips_first(who: Lesson) -> None:
    meet = who.activity("meet_again")
    press(meet.box, "Go on")
    press(meet.box, "This is my guess")
    take(meet.box, "room")
    assert "Fewer than five slips are not shown" in counted(meet, 4, 4)
    assert meet.release.disabled
    assert "There are more yes than slips." in counted(meet, 6, 7)
    assert meet.release.disabled
    assert "Talk first" in counted(meet, 7, 3)
    assert "About 9 of 10." in counted(meet, 30, 29)  # not ten: one person is not pointed at, and not left out
    press(meet.box, "Show the bowls to the room")
    told = words_on(again(who, "meet_again").box)
    assert "The room said yes: 9 of 10" in told
    assert "My guess:" not in told
    assert "29" not in told


# --- sentences


def test_every_sentence_has_a_reason_for_every_answer(who: Lesson) -> None:
    sorter = who.activity("sorter")
    assert len(sentences(_)) >= 20
    for scene in sentences(_):
        assert scene.text in words_on(sorter.box)
        for kind in sentence_kinds(_):
            radios(sorter.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sorter.box)
        press(sorter.box, "Go on")
    assert sorter.end() in words_on(sorter.box)
    assert again(who, "sorter").done


def test_half_of_the_sentences_have_all_kinds() -> None:
    for some in (sentences(_)[:11], sentences(_)):
        fits = [scene.kind for scene in some]
        assert min(fits.count(kind.key) for kind in sentence_kinds(_)) >= len(fits) // 4


# --- contact


def test_what_follows_from_an_assumption(who: Lesson) -> None:
    contact = who.activity("contact")
    assert "in 57 of 100 pairs" in words_on(contact.box)
    assert "the mean that 515 studies found" in words_on(contact.box)
    slider = next(one for one in everything(contact.box) if isinstance(one, ipywidgets.SelectionSlider))
    slider.value = 0
    told = words_on(contact.box)
    assert "in 50 of 100 pairs" in told
    assert "as with a coin" in told
    slider.value = 60
    assert "in 70 of 100 pairs" in words_on(contact.box)  # 50 + 100 asin(0.6) / pi = 70.5
    assert "515 studies found." not in words_on(contact.said)


def test_lines_between_towns_are_counted(who: Lesson) -> None:
    contact = who.activity("contact")
    found = []
    for ties in TIES:
        take(contact.box, ties)
        found.append(words_on(contact.lines).partition("stay at home: ")[2][:4])
    assert found == ["1.00", "0.94", "0.85", "0.71", "0.50"]
    assert "assumed, not found here" in words_on(contact.lines)


def test_a_comparison_is_no_cause(who: Lesson) -> None:
    contact = who.activity("contact")
    for answer in contact.question().answers:
        take(contact.box, answer.key)
        press(contact.box, "Check")
        assert answer.why in words_on(contact.box)
    take(contact.box, "together")
    press(contact.box, "Check")
    assert again(who, "contact").done


# --- the whole


def test_no_thing_asks_what_must_not_be_asked() -> None:
    asked = " ".join([*identities(_).values(), *(one.ask + one.example for one in prompts(_))]).lower()
    for word in (
        "nation",
        "ethnic",
        "tribe",
        "clan",
        "faith",
        "pray",
        "party",
        "rich",
        "poor",
        "money",
        "salary",
        "house",
    ):
        assert word not in asked.split()


@pytest.mark.parametrize("damaged", [None, [], "x", 7, {"at": "x"}, [{"side": 3}], {"chosen": 5, "side": "up"}])
def test_any_saved_state_opens(who: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = who.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(who, damaged if isinstance(damaged, dict) else {"own": damaged}) == ()


def test_each_activity_says_how_it_is_done_alone_and_together(who: Lesson) -> None:
    for key in ("circles", "web", "meet_again", "sorter", "contact"):
        ways = who.activity(key).ways()
        assert ways is not None
        assert all((ways.alone, ways.pair, ways.room, ways.call))


def test_the_page_takes_the_time_that_it_promises(who: Lesson) -> None:
    promised = json.loads((KIT / "modules/en/01_who_am_i.ipynb").read_text("utf-8"))["metadata"]["dastarkhan"][
        "minutes"
    ]
    assert abs(sum(who.activity(key).minutes() for key in ACTIVITIES) - promised) <= 5


def test_the_picture_says_what_it_is_and_mirrors(work: Path) -> None:
    assert SIDES == ("round", "square")
    visit = lesson("01_who_am_i", language="prs")
    web = visit.activity("web")
    take(web.box, "made")
    web._come(len(PEOPLE))
    assert web.picture.value.count('class="dk-part') == len(PEOPLE)
    assert "aria-label" in web.picture.value


def spoken(text: str) -> list[str]:
    """Sentences of a text, without marks."""
    return [one for one in re.split(r"(?<=[.!?:])\s+", re.sub(r"[“”*#\[\]()]", "", text)) if one.strip()]


def test_no_sentence_is_longer_than_twenty_words() -> None:
    sources = [*(KIT / "dastarkhan/lessons/who_am_i").glob("*.py"), *(KIT / "dastarkhan/content/who_am_i").glob("*.py")]
    said = [
        node.args[0].value
        for source in sources
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func) in ("_", "_.n")
        and isinstance(node.args[0], ast.Constant)
    ]
    page = json.loads((KIT / "modules/en/01_who_am_i.ipynb").read_text("utf-8"))
    said += ["".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "markdown"]
    assert len(said) > 200
    long = [one for text in said for line in text.split("\n") for one in spoken(line) if len(one.split()) > 20]
    assert not long
