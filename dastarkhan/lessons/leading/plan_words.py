"""What is said about a plan of the fair: a reason in words for everything that the model finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dastarkhan.content.leading.fair import (
    DEADLINE_DAYS,
    LIGHT,
    Work,
    language_names,
    people_names,
    quiet_tasks,
    side_names,
    skill_names,
    tasks,
    waits,
    work_names,
)
from dastarkhan.languages import Words
from simulations.teamwork import Gender, PlanCheck, Volunteer, check_plan, critical_path

ALIKE, UNEVEN = 0.1, 0.3
"""Gini coefficients up to which people carry nearly alike, and noticeably unevenly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A plan, and the people who are there for it."""

    people: Sequence[Volunteer]
    plan: Mapping[str, str]

    def check(self) -> PlanCheck:
        """Everything that the model finds in it."""
        return check_plan(tasks(), self.people, self.plan, deadline_hours=DEADLINE_DAYS)

    def quiet(self) -> PlanCheck:
        """The same question for the tasks that nobody sees."""
        return check_plan(quiet_tasks(), self.people, self.plan, deadline_hours=DEADLINE_DAYS)


def about_one(one: Round, task: str, _: Words) -> tuple[str, bool]:
    """Answer a tap: what speaks for and against this person for this task, and whether anything speaks against it."""
    person, found = one.plan[task], one.check()
    against = [
        *(said for key, _who, lacks in found.unable if key == task for said in _lacking(person, lacks, _)),
        *(_too_much(who, days, _) for who, days in found.overloaded if who == person),
        *_late(found, _),
        *(_one_sided(one, found, _) if task in LIGHT else ()),
    ]
    if against:
        return " ".join(against), True
    offered = next(each.hours for each in one.people if each.key == person)
    left = round(offered - found.fairness.hours[person])
    name = _.isolate(people_names(_)[person])
    if not left:
        return _("{name} can do this, and then has given every day.", name=name), False
    told = _.n(
        "{name} can do this, and has {n} day left.", "{name} can do this, and has {n} days left.", left, name=name
    )
    return told, False


def faults(one: Round, _: Words) -> tuple[str, ...]:
    """Everything that should be looked at once more, each with its reason; nothing when the plan stands."""
    found, names, works = one.check(), people_names(_), work_names(_)
    said = []
    if found.open_tasks:
        todo = _.listed(works[key] for key in found.open_tasks)
        said.append(_("Nobody has these yet: {tasks}.", tasks=todo))
    for task, person, lacks in found.unable:
        said += [f"{works[task]}: {reason}" for reason in _lacking(person, lacks, _)]
    said += [_too_much(person, days, _) for person, days in found.overloaded if person in names]
    return (*said, *_late(found, _), *_one_sided(one, found, _))


def _lacking(person: str, lacks: Sequence[tuple[str, str]], _: Words) -> Iterator[str]:
    name = _.isolate(people_names(_)[person])
    for kind, code in lacks:
        if kind == "skill":
            what = skill_names(_)[code]
            yield _("This needs {what}, and {name} has not learned it yet.", what=what, name=name)
        else:
            what = language_names(_)[code]
            yield _("This needs {what}. {name} would need an interpreter.", what=what, name=name)


def _too_much(person: str, days: float, _: Words) -> str:
    name = _.isolate(people_names(_)[person])
    return _.n(
        "{name} now has {n} day more than offered.",
        "{name} now has {n} days more than offered.",
        round(days),
        name=name,
    )


def _late(found: PlanCheck, _: Words) -> tuple[str, ...]:
    if not found.late_hours:
        return ()
    told = _("All is ready after {n} days, and the trees bloom for {total}.", n=round(found.finish_hours),
             total=DEADLINE_DAYS)  # fmt: skip
    return (told, _("Somebody has two tasks that could run side by side. Look at those with a double edge first."))


def _one_sided(one: Round, found: PlanCheck, _: Words) -> Iterator[str]:
    if not set(LIGHT) <= set(one.plan):  # what is still open can still share the light
        return
    if found.prestige_side:
        side = side_names(_)[found.prestige_side]
        yield _("All tasks in the light lie with {side}. How would the other town see itself?", side=side)
    if found.prestige_gender is Gender.WOMAN:
        yield _("All tasks in the light lie with women. Is there a man who would like one?")
    if found.prestige_gender is Gender.MAN:
        yield _("All tasks in the light lie with men. Which woman was not asked?")


def seen_besides(one: Round, _: Words) -> Iterator[str]:
    """What is no fault and still worth a look: how evenly people carry, and who has what nobody sees."""
    gini = one.check().fairness.gini
    number = _.number(gini, decimals=2)
    if gini <= ALIKE:
        yield _("All carry nearly alike, each measured by what they offered. (Gini coefficient: {n})", n=number)
    elif gini <= UNEVEN:
        yield _("Some carry noticeably more than others, measured by what they offered. (Gini coefficient: {n})",
                n=number)  # fmt: skip
    else:
        yield _("A few carry most of it, and others hardly anything. (Gini coefficient: {n})", n=number)
    yield from _quiet_words(one.quiet(), _)


def _quiet_words(found: PlanCheck, _: Words) -> Iterator[str]:
    if found.prestige_gender is Gender.WOMAN:
        yield _("Minutes, cooking and cleaning up all lie with women. Did they choose it, or did it happen?")
    if found.prestige_gender is Gender.MAN:
        yield _("Minutes, cooking and cleaning up all lie with men. Did they choose it, or did it happen?")
    if found.prestige_side:
        side = side_names(_)[found.prestige_side]
        yield _("All three quiet tasks lie with {side}. Who thanks for what nobody sees?", side=side)


def days_of(work: Work, _: Words) -> tuple[str, str]:
    """When a task can be done, and what is read about it: what it waits for, and how far it may slip."""
    times = next(one for one in critical_path(tasks()).times if one.key == work.key)
    first, last, slack = round(times.earliest_start) + 1, round(times.earliest_finish), round(times.slack)
    if first == last:
        when = _("day {n}", n=_.number(first))
    else:
        when = _("days {n} and {last}", n=_.number(first), last=_.number(last))
    if slack:
        told = _.n("It may slip by {n} day.", "It may slip by {n} days.", slack)
    else:
        told = _("It must not slip: all that follows waits for it.")
    return when, f"{waits(work, _)} {told}"
