"""One river for the whole lesson: parts 1 to 3 hold for every river, by questions, numbers and words."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import numpy as np
import pytest

from dastarkhan.languages.sharing_words import CORE
from dastarkhan.lessons import Lesson
from dastarkhan.lessons.question import Question
from dastarkhan.lessons.shared_river.claims import FAR, SEASON, read_claims
from dastarkhan.lessons.shared_river.visit import Visit, deciders
from simulations.basins import Basin
from simulations.games import case_names, read_case
from simulations.sharing import RULES
from simulations.table import Case
from tests.lessons.screen import buttons, press, radios, select, take, words_on

PARTS_1_TO_3 = ("meet_river", "act_alone", "dry_year", "six_rules")


@pytest.fixture(params=case_names("river"))
def on(request: pytest.FixtureRequest, river: Lesson) -> Lesson:
    """The lesson on each river in turn."""
    river.take_case(request.param)
    assert river.case == read_case(request.param)
    return river


def below(case: Case, place: str) -> dict[str, int]:
    """Places that the water reaches from a place, and after how many steps; walked without the kit's own graph."""
    ways = [(arc["from"], arc["to"]) for arc in case.basin["arcs"]]
    reached, edge, steps = {place: 0}, {place}, 0
    while edge:
        steps += 1
        edge = {b for a, b in ways if a in edge} - set(reached)
        reached |= dict.fromkeys(edge, steps)
    return reached


def asked(lesson: Lesson) -> dict[str, Question]:
    return {question.key: question for question in lesson.activity("meet_river").questions()}


def right(question: Question) -> str:
    (one,) = [answer.key for answer in question.answers if answer.right]
    return one


# --- meet the river


def test_four_questions_each_with_one_right_answer(on: Lesson) -> None:
    questions = asked(on)
    assert len(questions) == 4
    for question in questions.values():
        right(question)
        assert (
            len({answer.key for answer in question.answers}) == len({answer.text for answer in question.answers}) == 3
        )
        assert all(answer.why for answer in question.answers)


def test_who_is_first_is_reached_before_the_other_answers(on: Lesson) -> None:
    nodes, question = on.case.basin["nodes"], asked(on)["who_first"]
    dams = [key for key, node in nodes.items() if node["kind"] == "reservoir"]
    main = max(
        (key for key, node in nodes.items() if node["kind"] == "source"), key=lambda k: sum(nodes[k]["inflow_mcm"])
    )
    start = dams[0] if "reservoir lets water go" in question.ask else main
    assert start == main or dams
    if start == main:
        assert on.text(f"nodes.{main}.name") in question.ask
    steps, first = below(on.case, start), right(question)
    assert all(steps[first] < steps[one.key] for one in question.answers if one.key != first)
    users = [key for key, node in nodes.items() if node["kind"] in ("demand", "ecosystem") and key in steps]
    assert steps[first] == min(steps[key] for key in users)  # "they stand nearest"
    (last,) = [one.key for one in question.answers if nodes[one.key]["kind"] == "ecosystem"]
    assert any(nodes[key]["kind"] == "outlet" and at == 1 for key, at in below(on.case, last).items())  # "near the end"


def test_water_is_kept_for_winter_where_there_is_a_dam(on: Lesson) -> None:
    case, questions = on.case, asked(on)
    dams = {key: node for key, node in case.basin["nodes"].items() if node["kind"] == "reservoir"}
    assert ("why_keep" in questions) == bool(dams)
    if not dams:
        return
    (name, dam), question = next(iter(dams.items())), questions["why_keep"]
    assert right(question) == "power"
    assert on.text(f"sides.{dam['side']}.name") in question.ask
    assert name == "reservoir" or on.text(f"nodes.{name}.name") in question.ask
    worth = dam["value_points_per_mcm"]
    assert case.basin["first_month"] == 10
    assert min(worth[:6]) > max(worth[6:])  # October to March against April to September
    sources = [
        node["inflow_mcm"]
        for key, node in case.basin["nodes"].items()
        if node["kind"] == "source" and name in below(case, key)
    ]
    assert sum(sum(one[6:]) for one in sources) > sum(sum(one[:6]) for one in sources)


def test_salt_harms_the_fields_below_where_there_is_no_dam(on: Lesson) -> None:
    case, questions = on.case, asked(on)
    assert ("drains_back" in questions) == ("drainage" in case.data)
    if "drainage" not in case.data:
        return
    drainage, question = case.data["drainage"], questions["drains_back"]
    assert right(question) == drainage["to"]
    assert drainage["points_per_mcm"] > 0  # "every drop costs them something"
    assert drainage["to"] in below(case, drainage["from"])
    (above,) = {answer.key for answer in question.answers} - {drainage["to"], drainage["from"]}
    assert above not in below(case, drainage["from"])
    assert on.words.percent(case.basin["nodes"][drainage["from"]]["return_share"]) in question.ask


def test_the_canal_that_loses_most_is_asked_about(on: Lesson) -> None:
    question = asked(on)["canal"]
    losses = {arc["to"]: arc["loss_share"] for arc in on.case.basin["arcs"] if arc.get("loss_share")}
    fields = max(losses, key=lambda key: losses[key])
    assert on.words.percent(losses[fields]) in question.ask
    assert len(losses) == 1 or on.text(f"nodes.{fields}.name") in question.ask
    enough = next(float(one.text) for one in question.answers if one.key == right(question))
    assert enough * (1 - losses[fields]) == pytest.approx(10, abs=0.05)
    assert [float(one.text) * (1 - losses[fields]) == pytest.approx(10, abs=0.05) for one in question.answers].count(
        True
    ) == 1


def test_nature_alone_has_no_words(on: Lesson) -> None:
    nodes, question = on.case.basin["nodes"], asked(on)["no_seat"]
    kinds = {answer.key: nodes[answer.key]["kind"] for answer in question.answers}
    assert [key for key, kind in kinds.items() if kind == "ecosystem"] == [right(question)]
    farmers = next(one.key for one in question.answers if one.why.startswith("Farmers"))
    assert max(nodes[farmers]["demand_mcm"][:6]) == 0 < max(nodes[farmers]["demand_mcm"])  # fields, not homes
    homes = next(one.key for one in question.answers if one.why.startswith("People live there"))
    assert min(nodes[homes]["demand_mcm"]) > 0


def test_the_river_says_itself_what_it_is(on: Lesson) -> None:
    assert on.text("about") in unescape(words_on(on.activity("meet_river").box))


# --- a year alone


def test_each_side_lives_three_years_and_is_told_both_banks(on: Lesson) -> None:
    case, alone = on.case, on.activity("act_alone")
    assert set(deciders(case)) == set(case.sides)
    for side, decider in deciders(case).items():
        take(alone.box, side)
        for year in range(3):
            select(alone.box, 1, case.decisions[decider.decision]["options"][0])
            press(alone.box, "Let the year come")
            told = unescape(words_on(alone.box))
            assert all(case.text[f"sides.{one}.name"] in told for one in case.sides)
            if year < 2:
                press(alone.box, "One more year here")
        press(alone.box, "Show the points")
        visit = Visit.read(case, side, alone.state["records"][side])
        factors = [case.cards[one.card]["inflow_factor"] for one in visit.years]
        assert factors[0] == 1 and factors[1] < 1 < factors[2]  # noqa: PT018 - one sentence
        for name in case.sides:
            assert (
                f"{case.text[f'sides.{name}.name']} has {on.words.number(visit.last.results[f'{name}_points'])} points"
                in (unescape(words_on(alone.box)))
            )


def test_a_preview_shows_ones_own_place_alone(on: Lesson) -> None:
    case, alone = on.case, on.activity("act_alone")
    for side, decider in deciders(case).items():
        take(alone.box, side)
        select(alone.box, 1, case.decisions[decider.decision]["options"][-1])
        assert alone.picture.value.count("<svg") == 1
        (other,) = set(case.sides) - {side}
        assert f"in {case.text[f'sides.{other}.name']}" not in alone.picture.value
        node, far = (case.decisions[deciders(case)[one].decision]["node"] for one in (side, other))
        assert ("Will it?" in alone.picture.value) == (node in below(case, far))


def test_what_gives_and_takes_points_is_said_as_the_case_has_it(on: Lesson) -> None:
    case, alone = on.case, on.activity("act_alone")
    side, decider = next(iter(deciders(case).items()))
    take(alone.box, side)
    select(alone.box, 1, case.decisions[decider.decision]["options"][0])
    press(alone.box, "Let the year come")
    press(alone.box, "Show the points")
    (told,) = re.findall(r"Points count [^.]+\. [^.]+\.", words_on(alone.box))
    nodes = case.basin["nodes"].values()
    assert ("power" in told) == any(node["kind"] == "reservoir" for node in nodes)
    assert ("Floods" in told) == any("flood_points_per_mcm" in node for node in nodes)
    assert ("salt" in told) == ("drainage" in case.data)
    assert any("cost_points" in decision for decision in case.decisions.values())  # seed, pumps, channels


def test_salt_is_told_with_the_year(river: Lesson) -> None:
    river.take_case("heron")
    case, alone = river.case, river.activity("act_alone")
    take(alone.box, "poplars")
    select(alone.box, 1, 100)
    press(alone.box, "Let the year come")
    fields = case.basin["nodes"]["high_fields"]
    drained = sum(fields["demand_mcm"]) * fields["return_share"]  # they get all that they want in a normal year
    assert f"High fields: {drained:.1f}".rstrip("0") in words_on(alone.box)


# --- a dry year


def test_the_largest_claim_has_one_best_rule(on: Lesson) -> None:
    dry, claims = on.activity("dry_year"), read_claims(on.case, on.words)
    awards = {
        rule: round(float(RULES[rule](claims.supplies[SEASON], claims.amounts)[claims.largest]), 3) for rule in CORE
    }
    assert sorted(awards.values())[-1] > sorted(awards.values())[-2]
    assert right(dry.question()) == max(awards, key=lambda rule: awards[rule])
    second = sorted(claims.amounts)[-2]
    assert ("far more" in dry.question().hints[0]) == (claims.amounts.max() >= FAR * second)


def test_the_dry_year_names_its_groups_and_its_canals(on: Lesson) -> None:
    dry, table = on.activity("dry_year"), on.case.data["sharing"]
    told = unescape(words_on(dry.box))
    count = len(table["claims_mcm"])
    assert (f"{'four' if count == 4 else count} groups need {sum(table['claims_mcm'].values())} million m³") in told
    for arc in on.case.basin["arcs"]:
        if arc.get("loss_share"):
            name, need = on.text(f"nodes.{arc['to']}.name"), sum(on.case.basin["nodes"][arc["to"]]["demand_mcm"])
            assert f"{name} ask for {table['claims_mcm'][arc['to']]}, so that {need:g} arrive" in told
            assert table["claims_mcm"][arc["to"]] * (1 - arc["loss_share"]) == pytest.approx(need, rel=0.02)


def test_every_group_is_on_one_slip(on: Lesson) -> None:
    dry, claims = on.activity("dry_year"), read_claims(on.case, on.words)
    for rule in CORE:
        take(dry.box, rule)
        select(dry.box, 1, rule)
    press(dry.box, "I could defend this one")
    select(dry.box, 3, CORE[0])
    slips = [value for _words, value in radios(dry.box)[4].options]
    drawn = []
    for slip in slips:
        select(dry.box, 4, slip)
        drawn.append(re.search(r"The slip says: ([^.]+)\.", unescape(words_on(dry.after)))[1])
    assert sorted(drawn) == sorted(claims.names)
    assert ("which of the four groups" in words_on(dry.after)) == (len(slips) == 4)


def test_all_six_rules_on_every_river(on: Lesson) -> None:
    six, claims = on.activity("six_rules"), read_claims(on.case, on.words)
    for rule, share in RULES.items():
        take(six.box, rule)
        for name, award in zip(claims.names, share(claims.supplies[SEASON], claims.amounts).round(1), strict=True):
            assert name in unescape(six.picture.value)
            assert on.words.number(float(award)) in six.picture.value


# --- whose river it is


def names_of(case: Case) -> set[str]:
    return {case.text[f"sides.{side}.name"] for side in case.sides}


def everything_said(lesson: Lesson) -> str:
    """All that parts 1 to 3 say, with every hint, reason and picture."""
    said = [lesson.activity(key).summary() for key in PARTS_1_TO_3]
    for question in (*asked(lesson).values(), lesson.activity("dry_year").question()):
        said += [question.ask, *question.hints, *(f"{one.text} {one.why}" for one in question.answers)]
    alone = lesson.activity("act_alone")
    for side, decider in deciders(lesson.case).items():
        take(alone.box, side)
        select(alone.box, 1, lesson.case.decisions[decider.decision]["options"][0])
        said.append(words_on(alone.box))
        press(alone.box, "Let the year come")
        press(alone.box, "Show the points")
        said.append(words_on(alone.box))
    said += [words_on(lesson.activity(key).box) for key in PARTS_1_TO_3]
    return unescape(" ".join(said))


def test_nobody_meets_another_river_in_the_first_half(on: Lesson) -> None:
    far = [read_case(name) for name in case_names("river") if name != on.case.id]
    own = set(re.findall(r"\w+", " ".join(on.case.text.values())))  # the Ayna's wetland has reeds, with a capital
    others = set().union(*map(names_of, far)) - own
    said = everything_said(on)
    assert not others & set(re.findall(r"\w+", said))
    assert all(case.text["title"] not in said for case in far)


def test_the_prose_of_the_lesson_holds_on_every_river(river: Lesson) -> None:
    import json
    from pathlib import Path

    notebook = json.loads((Path(__file__).parents[2] / "modules/en/11_shared_river.ipynb").read_text("utf-8"))
    prose = " ".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    for name in case_names("river"):
        case = read_case(name)
        assert not names_of(case) & set(re.findall(r"\w+", prose))
        assert case.text["title"] not in prose
        years = sorted(term["year"] for term in case.terms.values())
        assert set(years) == {1, 2, 3}  # "every year there is more to agree on"
        assert [t["kind"] for t in case.terms.values() if t["year"] == 3] == ["dry_year"]


def test_the_models_points_are_those_of_the_basin(on: Lesson) -> None:
    """What a year alone shows is what the engine computes, whatever the river."""
    case = on.case
    assert set(Basin.from_mapping(case.basin).graph.nodes) == set(case.basin["nodes"])
    alone = on.activity("act_alone")
    side, decider = next(iter(deciders(case).items()))
    take(alone.box, side)
    select(alone.box, 1, case.decisions[decider.decision]["options"][-1])
    press(alone.box, "Let the year come")
    visit: Visit = Visit.read(case, side, alone.state["records"][side])
    results: Mapping[str, Any] = visit.last.results
    from simulations.games import river as game

    expected = game.points(case, visit.last.card, visit.last.decisions)
    assert np.allclose(
        [results[f"{one}_points"] for one in case.sides], [expected[one] for one in case.sides], atol=0.51
    )
    assert "Change sides" in buttons(alone.box)
