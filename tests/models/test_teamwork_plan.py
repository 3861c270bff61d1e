"""Fair plans against every plan, what is lacking, and what a check on the spot says."""

from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.teamwork import Plan, Task, Volunteer, assign, check_plan, critical_path, load_fairness
from tests.models.festival import TASKS, VOLUNTEERS, task, volunteer

quick = settings(max_examples=15, deadline=None)


def merits(tasks: list[Task], people: list[Volunteer], chosen: tuple[int, ...]) -> tuple[float, ...]:
    """What a plan costs, aim by aim, from the definitions."""
    learns = {(person, need) for task, person in zip(tasks, chosen, strict=True)
              for need in task.needs - people[person].abilities}  # fmt: skip
    hours = [
        sum(task.hours for task, person in zip(tasks, chosen, strict=True) if person == p) for p in range(len(people))
    ]
    over = sum(max(0, hours[p] - people[p].hours) for p in range(len(people)))
    doers = [people[person] for task, person in zip(tasks, chosen, strict=True) if task.prestige]
    alike = 0
    for name in ("side", "gender"):
        kinds = {getattr(one, name) for one in doers}
        others = any(getattr(one, name) not in kinds for one in people)
        alike += len(doers) > 1 and len(kinds) == 1 and kinds != {None} and others
    shares = [hours[p] / people[p].hours for p in range(len(people))]
    gaps = sum(abs(one - other) for one, other in combinations(shares, 2))
    return (len(learns), over, alike, max(shares), gaps)


@st.composite
def some_work(draw: st.DrawFn) -> tuple[list[Task], list[Volunteer]]:
    codes = st.lists(st.sampled_from("xy"), unique=True, max_size=1)
    tasks = [
        Task(
            key=key,
            hours=draw(st.integers(1, 4)),
            skills=draw(codes),
            languages=draw(codes),
            prestige=draw(st.booleans()),
        )
        for key in "abcde"[: draw(st.integers(1, 5))]
    ]
    people = [
        Volunteer(
            key=key, hours=draw(st.integers(2, 6)), side=draw(st.sampled_from(["mill", "willow"])), skills=draw(codes),
            languages=draw(codes), gender=draw(st.sampled_from(["woman", "man", None])),
        )
        for key in "pqr"[: draw(st.integers(1, 3))]
    ]  # fmt: skip
    return tasks, people


@quick
@given(work=some_work())
def test_no_plan_of_all_is_better(work: tuple[list[Task], list[Volunteer]]) -> None:
    tasks, people = work
    plan = assign(tasks, people)
    place = {person.key: p for p, person in enumerate(people)}
    chosen = tuple(place[plan.assignment[task.key]] for task in tasks)
    best = min(merits(tasks, people, other) for other in product(range(len(people)), repeat=len(tasks)))
    assert plan.proven
    assert merits(tasks, people, chosen) == pytest.approx(best, abs=1e-4)
    assert len(plan.lacking_abilities) == best[0]
    assert sum(hours for _, hours in plan.lacking_hours) == pytest.approx(best[1])
    assert len(plan.prestige_on) == best[2]
    assert bool(plan) == (best[:2] == (0, 0))
    assert plan.fairness == load_fairness(tasks, people, plan.assignment)


def helped(people: list[Volunteer], plan: Plan, *, without: object = None) -> list[Volunteer]:
    """The volunteers after they got what the plan says is lacking, but for one thing."""
    more = dict(hours for hours in plan.lacking_hours if hours != without)
    learnt = [ability for ability in plan.lacking_abilities if ability != without]

    def codes(one: Volunteer, kind: str, had: tuple[str, ...]) -> tuple[str, ...]:
        return (*had, *(code for key, what, code in learnt if (key, what) == (one.key, kind)))

    return [
        Volunteer(
            key=one.key, hours=one.hours + more.get(one.key, 0), side=one.side, gender=one.gender,
            skills=codes(one, "skill", one.skills), languages=codes(one, "language", one.languages),
        )
        for one in people
    ]  # fmt: skip


@quick
@given(work=some_work())
def test_with_what_is_lacking_it_works_and_nothing_can_be_left_out(work: tuple[list[Task], list[Volunteer]]) -> None:
    tasks, people = work
    plan = assign(tasks, people)
    assert assign(tasks, helped(people, plan))
    for thing in (*plan.lacking_abilities, *plan.lacking_hours):
        assert not assign(tasks, helped(people, plan, without=thing))


def test_the_festival_has_a_plan() -> None:
    """33 hours of work for 38 offered: all needs are met, and the light falls on both towns."""
    plan = assign(TASKS, VOLUNTEERS)
    assert plan
    assert plan.proven
    assert (sum(task.hours for task in TASKS), sum(one.hours for one in VOLUNTEERS)) == (33, 38)
    assert plan.assignment["permit"] == "ana"  # only she knows the forms
    assert plan.assignment["invitations"] == plan.assignment["posters"] == "dana"  # only she designs
    check = check_plan(TASKS, VOLUNTEERS, plan.assignment)
    assert not check.unable
    assert not check.overloaded
    assert check.prestige_side is None
    assert check.prestige_gender is None
    assert critical_path(TASKS).length_hours == 16  # permit 3, stage 5, sound 2, welcome 2, prizes 1, cleaning 3


def test_without_its_designer_the_festival_lacks_one_skill() -> None:
    others = [one for one in VOLUNTEERS if one.key != "dana"]
    offered = sum(one.hours for one in others)
    plan = assign(TASKS, others)
    assert not plan
    (lack,) = plan.lacking_abilities
    assert lack == ("ana", "skill", "design")  # invitations need both languages, and of the others only ana has them
    assert sum(hours for _, hours in plan.lacking_hours) >= sum(task.hours for task in TASKS) - offered


def test_light_that_cannot_be_shared_is_said() -> None:
    tasks = [task("welcome", 1, skills="speaking", light=True), task("prizes", 1, skills="speaking", light=True)]
    people = [volunteer("ana", 4, "mill", "speaking", "a"), volunteer("farid", 4, "willow", "", "b")]
    plan = assign(tasks, people)
    assert plan
    assert plan.prestige_on == (("side", "mill"),)
    shared = assign(tasks, [*people, volunteer("dana", 4, "willow", "speaking", "a")])
    assert shared.prestige_on == ()
    assert set(shared.assignment.values()) == {"ana", "dana"}


def test_nothing_given_is_changed() -> None:
    tasks, people = list(TASKS), list(VOLUNTEERS)
    plan = assign(tasks, people)
    before = dict(plan.assignment)
    check_plan(tasks, people, plan.assignment)
    assert (tasks, people, plan.assignment) == (list(TASKS), list(VOLUNTEERS), before)
    assert assign(tasks, people) == plan


def test_a_check_finds_every_fault() -> None:
    """Bek has the stage (5), the sound (2), the songs (4) and the prizes (1): 12 hours, and he offered 6. He cannot
    speak, and nobody has the bread. At best: permit to 3, stage to 8, sound to 10, welcome to 12, prizes to 13, and
    then cleaning to 16 while he sings to 17. Songs before the prizes would end all at 18, before the stage at 19."""
    assignment = {"permit": "ana", "budget": "cholpon", "invitations": "dana", "songs": "bek", "stage": "bek",
                  "sound": "bek", "posters": "dana", "welcome": "ana", "prizes": "bek", "minutes": "ana",
                  "cleaning": "cholpon"}  # fmt: skip
    check = check_plan(TASKS, VOLUNTEERS, assignment, deadline_hours=15)
    assert not check
    assert check.open_tasks == ("bread",)
    assert check.overloaded == (("bek", 6.0),)  # stage 5, sound 2, songs 4, prizes 1
    assert check.unable == (("prizes", "bek", (("skill", "speaking"),)),)
    assert check.prestige_side == "mill"  # ana and bek
    assert check.prestige_gender is None
    assert check.finish_hours == 17
    assert check.late_hours == 2


def test_one_pair_of_hands_takes_longer_than_the_critical_path() -> None:
    tasks = [task("stage", 3), task("bread", 2), task("feast", 1, after="stage bread")]
    alone = [volunteer("ana", 9, "mill", "", "a")]
    check = check_plan(tasks, alone, dict.fromkeys(["stage", "bread", "feast"], "ana"))
    assert critical_path(tasks).length_hours == 4
    assert (check.finish_hours, check.late_hours) == (6, 2)
    two = [*alone, volunteer("bek", 9, "mill", "", "a")]
    assert check_plan(tasks, two, {"stage": "ana", "bread": "bek", "feast": "ana"})


@quick
@given(work=some_work(), data=st.data())
def test_no_order_of_work_is_ready_earlier(work: tuple[list[Task], list[Volunteer]], data: st.DataObject) -> None:
    """Against all orders: whoever comes next in the order begins as soon as hands and earlier tasks allow."""
    plain, people = work
    tasks = []
    for one in plain:
        before = st.lists(st.sampled_from([other.key for other in tasks]), unique=True) if tasks else st.just([])
        tasks.append(Task(key=one.key, hours=one.hours, after=data.draw(before)))
    doers = {one.key: data.draw(st.sampled_from(people)).key for one in tasks}

    def ready(order: tuple[Task, ...]) -> float:
        free, ends = dict.fromkeys(doers.values(), 0.0), dict[str, float]()
        for one in order:
            if any(key not in ends for key in one.after):
                return float("inf")
            start = max([free[doers[one.key]], *(ends[key] for key in one.after)])
            free[doers[one.key]] = ends[one.key] = start + one.hours
        return max(ends.values())

    check = check_plan(tasks, people, doers, deadline_hours=0)
    assert check.finish_hours == check.late_hours == min(map(ready, permutations(tasks)))


def test_all_light_on_men_is_seen() -> None:
    tasks = [task("welcome", 1, light=True), task("prizes", 1, light=True)]
    people = [
        volunteer("bek", 4, "mill", "", "a", "man"),
        volunteer("erlan", 4, "willow", "", "a", "man"),
        volunteer("dana", 4, "willow", "", "a", "woman"),
    ]
    check = check_plan(tasks, people, {"welcome": "bek", "prizes": "erlan"})
    assert check.prestige_side is None
    assert check.prestige_gender == "man"
    assert check_plan(tasks, people, {"welcome": "bek", "prizes": "dana"})


@pytest.mark.parametrize(
    ("tasks", "people", "code"),
    [
        ([], VOLUNTEERS, "teamwork.nothing_there"),
        (TASKS, [], "teamwork.nothing_there"),
        (TASKS, [VOLUNTEERS[0], VOLUNTEERS[0]], "teamwork.repeated"),
        ([task("a", 1, after="b"), task("b", 1, after="a")], VOLUNTEERS, "teamwork.cycle"),
    ],
)
def test_a_plan_needs_tasks_and_people(tasks: list[Task], people: list[Volunteer], code: str) -> None:
    with pytest.raises(ModelError) as caught:
        assign(tasks, people)
    assert caught.value.code == code


def test_a_deadline_is_a_number() -> None:
    with pytest.raises(ModelError) as caught:
        check_plan(TASKS, VOLUNTEERS, {}, deadline_hours=-1)
    assert caught.value.code == "teamwork.bad_number"
