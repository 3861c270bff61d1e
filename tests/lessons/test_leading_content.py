"""What lesson 04 says of its fair is computed or counted; its words keep the rules for words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from dastarkhan.content.leading.fair import (
    DEADLINE_DAYS,
    LIGHT,
    PEOPLE,
    QUIET,
    WORKS,
    bridge_closed,
    ill,
    tasks,
    work_names,
    work_scenes,
)
from dastarkhan.content.leading.feedback_scenes import feedback_scenes
from dastarkhan.content.leading.kit_plans import KIT_PLANS, kit_plan
from dastarkhan.content.leading.meetings import moments
from dastarkhan.content.leading.parts import part_scenes
from dastarkhan.content.leading.strengths import stress_words, team_tasks
from dastarkhan.content.leading.ways_to_lead import lead_kinds, lead_scenes
from dastarkhan.languages import words
from dastarkhan.paper.lesson_pack import make_lesson_pack, part_words
from simulations.teamwork import Volunteer, assign, check_plan, critical_path

_ = words("en", "lesson_04", "guide_04")
KIT = Path(__file__).parents[2]
OURS = (KIT / "dastarkhan/content/leading", KIT / "dastarkhan/lessons/leading")
MOST_WORDS = 20


def within_hours(people: tuple[Volunteer, ...]) -> Iterator[dict[str, str]]:
    """All plans in which everybody can do their tasks within the days offered."""
    work = tasks()
    able = [[one.key for one in people if task.needs <= one.abilities] for task in work]
    left, plan = {one.key: one.hours for one in people}, dict[str, str]()

    def share(n: int) -> Iterator[dict[str, str]]:
        if n == len(work):
            yield dict(plan)
            return
        for key in able[n]:
            if left[key] >= work[n].hours:
                left[key] -= work[n].hours
                plan[work[n].key] = key
                yield from share(n + 1)
                left[key] += work[n].hours

    return share(0)


def people_after(happened: str) -> tuple[Volunteer, ...]:
    return PEOPLE if not happened else bridge_closed() if happened == "bridge" else ill(happened)


def test_the_longest_chain_by_hand() -> None:
    found = critical_path(tasks())
    # courtyard 1, programme 2, poster 2, radio 1, opening 1, cleaning up 1
    assert found.path == ("courtyard", "programme", "poster", "radio", "opening", "clean")
    assert found.length_hours == 1 + 2 + 2 + 1 + 1 + 1 == DEADLINE_DAYS
    assert set(found.critical) == set(found.path)


def test_what_the_guide_tells_the_trainers_about_the_fair() -> None:
    assert sum(one.days for one in WORKS) == 18
    assert sum(one.hours for one in PEOPLE) == 24
    assert sum(len(one.languages) == 2 for one in PEOPLE) == 4
    assert set(Counter(skill for one in PEOPLE for skill in one.skills).values()) == {2}
    quiet = {kit_plan("")[key] for key in QUIET}
    assert {(one.side, str(one.gender)) for one in PEOPLE if one.key in quiet} == {("willow", "man")}


def test_both_towns_and_women_and_men_give_alike() -> None:
    for side in ("mill", "willow"):
        assert sum(one.hours for one in PEOPLE if one.side == side) == 12
    genders = Counter(str(one.gender) for one in PEOPLE)
    assert genders["woman"] == genders["man"] == 3
    soft = {"cooking"}
    assert not any(soft & set(one.skills) for one in PEOPLE if str(one.gender) == "woman")


def test_thousands_of_plans_pass_every_check() -> None:
    plans = list(within_hours(PEOPLE))
    sample = plans[:: len(plans) // 150]
    good = sum(bool(check_plan(tasks(), PEOPLE, plan, deadline_hours=DEADLINE_DAYS)) for plan in sample)
    assert len(plans) * good / len(sample) > 5000  # far more than "thousands" needs, whatever the sample


@pytest.mark.parametrize("happened", KIT_PLANS)
def test_whatever_happens_there_is_a_plan_without_a_fault(happened: str) -> None:
    people = people_after(happened)
    plans = islice(within_hours(people), 3000)
    assert any(check_plan(tasks(), people, plan, deadline_hours=DEADLINE_DAYS) for plan in plans)
    found = check_plan(tasks(), people, kit_plan(happened), deadline_hours=DEADLINE_DAYS)
    wrong = (found.open_tasks, found.overloaded, found.unable, found.prestige_side, found.prestige_gender)
    assert not any(wrong)


@pytest.mark.parametrize("happened", ["farhod"])
def test_a_kept_plan_is_the_models_own(happened: str) -> None:
    made = assign(tasks(), ill(happened))
    kept = check_plan(tasks(), ill(happened), kit_plan(happened))
    assert made.proven
    assert max(kept.fairness.shares.values()) == pytest.approx(max(made.fairness.shares.values()))
    assert kept.fairness.gini == pytest.approx(made.fairness.gini)


def test_tasks_have_places_of_their_own_and_wait_only_upwards() -> None:
    places = {one.key: one.place for one in WORKS}
    assert len(set(places.values())) == len(WORKS)
    assert all(places[before][0] < one.place[0] for one in WORKS for before in one.after)
    assert set(work_names(_)) == set(work_scenes(_)) == {one.key for one in WORKS}
    assert not set(LIGHT) & set(QUIET)


def test_scenes_are_whole() -> None:
    assert set(Counter(scene.kind for scene in part_scenes(_)).values()) == {4}
    assert {scene.kind for scene in lead_scenes(_)} == {kind.key for kind in lead_kinds(_)}
    assert len(team_tasks(_)) == 14
    assert len(stress_words(_)) == 10
    for scene in feedback_scenes(_):
        assert sum(saying.heard for saying in scene.sayings) == 1
    for moment in moments(_):
        assert sum(reply.opens for reply in moment.replies) == 1
    for found in ([[s.heard for s in one.sayings].index(True) for one in feedback_scenes(_)],
                  [[r.opens for r in one.replies].index(True) for one in moments(_)]):  # fmt: skip
        assert len(set(found)) == 3, "the answer has no fixed place"


def sentences() -> Iterator[str]:
    """Every sentence that the lesson's own files say."""
    for folder in OURS:
        for path in sorted(folder.glob("*.py")):
            text = re.sub(r'"\s*\n\s*"', "", path.read_text("utf-8"))
            for said in re.findall(r'_(?:\.n|\.c)?\(\s*"([^"]+)"', text):
                yield from re.split(r"(?<=[.!?:”])\s+", said)


def test_no_sentence_is_too_long() -> None:
    found = list(sentences())
    assert len(found) > 300
    assert not [one for one in found if len(one.split()) > MOST_WORDS]


def test_no_feast_nation_or_type_is_named() -> None:
    forbidden = re.compile(
        r"\b(nauryz|nowruz|nooruz|navruz|islam|muslim|kazakh|kyrgyz|tajik|uzbek|turkmen|afghan|russian|introvert|wine|beer)",
        re.IGNORECASE,
    )
    notebook = (KIT / "modules/en/04_leading.ipynb").read_text("utf-8")
    assert not [one for one in (*sentences(), notebook) if forbidden.search(one)]


def test_all_of_it_is_on_paper_and_answers_only_for_trainers() -> None:
    pack = make_lesson_pack("04_leading", {"en": 12})
    assert {page.part for page in pack.pages} <= set(part_words(pack.room.slug, _))
    for_trainers = str([page.to_plain() for page in pack.pages if "for the trainers" in page.foot])
    for_all = str([page.to_plain() for page in pack.pages if "for the trainers" not in page.foot])
    whys = [why for scene in (*part_scenes(_), *lead_scenes(_)) for why in scene.why.values()]
    whys += [saying.why for scene in feedback_scenes(_) for saying in scene.sayings]
    whys += [part for moment in moments(_) for reply in moment.replies for part in (reply.then, reply.why)]
    for why in whys:
        shown = repr(why)[1:-1]
        assert shown in for_trainers
        assert shown not in for_all
    cards = [scene.text for scene in part_scenes(_)] + [scene.text for scene in feedback_scenes(_)]
    assert all(repr(text)[1:-1] in for_all for text in (*cards, *work_scenes(_).values()))
