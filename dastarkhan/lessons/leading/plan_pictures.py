"""The plan as a network of days, and the load of each person, drawn from a round of the plan."""

from dastarkhan.content.leading.fair import WORKS, people_names, side_names, tasks, work_names
from dastarkhan.languages import Words
from dastarkhan.lessons.leading.plan_words import Round, days_of
from dastarkhan.pictures import PartyLook, first_party, second_party
from dastarkhan.pictures.load_picture import LoadMark, load_picture
from dastarkhan.pictures.plan_picture import TaskMark, plan_picture
from simulations.teamwork import critical_path


def town_looks(_: Words) -> dict[str, PartyLook]:
    """How the two towns look: colour, pattern and letter."""
    names = side_names(_)
    return {
        "mill": first_party(key="mill", name=names["mill"], letter=_.c("letter of the town Mill", "M")),
        "willow": second_party(key="willow", name=names["willow"], letter=_.c("letter of the town Willow", "W")),
    }


def network(one: Round, _: Words, *, key: str) -> str:
    """The tasks with their days and who does them."""
    must = set(critical_path(tasks()).critical)
    names, works, marks = people_names(_), work_names(_), []
    for work in WORKS:
        when, told = days_of(work, _)
        person = one.plan.get(work.key)
        marks.append(
            TaskMark(
                key=work.key,
                name=works[work.key],
                when=when,
                who=names[person] if person else "",
                told=told,
                row=work.place[0],
                column=work.place[1],
                after=work.after,
                critical=work.key in must,
            )
        )
    return plan_picture(marks, _, title=_("What waits for what"), key=key)


def loads(one: Round, _: Words, *, key: str) -> str:
    """Days taken and days offered."""
    looks, names, hours = town_looks(_), people_names(_), one.check().fairness.hours
    marks = [
        LoadMark(name=names[each.key], look=looks[each.side], days=hours[each.key], offered=each.hours)
        for each in one.people
    ]
    return load_picture(marks, _, title=_("Who carries how much"), key=key)
