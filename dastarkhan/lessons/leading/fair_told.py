"""What the screens of the fair show as HTML: people, a task, what was found, and two plans side by side."""

from collections.abc import Iterable
from html import escape

from dastarkhan.content.leading.fair import (
    LIGHT,
    QUIET,
    WORKS,
    Work,
    asks_for,
    needs,
    offer,
    people_names,
    portraits,
    side_names,
    takes,
    work_names,
    work_scenes,
)
from dastarkhan.languages import Words
from dastarkhan.lessons.leading.plan_pictures import town_looks
from dastarkhan.lessons.leading.plan_words import Round, days_of, faults, seen_besides
from dastarkhan.lessons.reflection import note
from simulations.teamwork import Volunteer


def people(one: Round, _: Words) -> str:
    """The people with a line about each, and what they offer."""
    looks, names, lines = town_looks(_), people_names(_), portraits(_)
    items = []
    for each in one.people:
        look = looks[each.side]
        seal = f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span>"
        head = f"<b>{escape(names[each.key])}</b>, {escape(look.name)}"
        small = f"<span class='dk-small'>{escape(offer(each, _))}</span>"
        items.append(f"<li>{seal}{head}. {escape(lines[each.key])}<br>{small}</li>")
    return f"<ul class='dk-plain'>{''.join(items)}</ul>"


def option(each: Volunteer, free: int, _: Words) -> str:
    """A person as a card to choose."""
    told = _.n("{n} day is free", "{n} days are free", free) if free > 0 else _("no day is free")
    return f"{people_names(_)[each.key]}, {side_names(_)[each.side]} · {asks_for(each, _)} · {told}"


def task(work: Work, place: str, _: Words) -> str:
    """One task: its scene, how long it takes, what it asks for, and what it waits for."""
    when, told = days_of(work, _)
    head = f"<p class='dk-small'>{escape(place)}</p><h3>{escape(work_names(_)[work.key])}</h3>"
    scene = f"<p class='dk-scene'>{escape(work_scenes(_)[work.key])}</p>"
    small = f"<p class='dk-small'>{escape(f'{when} · {told}')}</p>"
    return f"{head}{scene}<p>{escape(takes(work, _))} <b>{escape(needs(work, _))}</b></p>{small}"


def answers(one: Round, _: Words) -> str:
    """Everything that was found, each with its reason; and what is worth a look besides."""
    wrong = faults(one, _)
    if wrong:
        shown = "".join(f"<p class='dk-note-warn'>{escape(text)}</p>" for text in wrong)
    else:
        shown = note(_("Everybody can do their tasks, nobody has too much, all is ready in time, the light is shared."))
    if one.check().open_tasks:
        return shown
    items = "".join(f"<li>{escape(text)}</li>" for text in seen_besides(one, _))
    return f"{shown}<p><b>{escape(_('Also worth a look:'))}</b></p><ul>{items}</ul>"


def light_and_quiet(one: Round, _: Words) -> str:
    """Who stands in the light, and who does what nobody sees."""
    names, works = people_names(_), work_names(_)

    def row(keys: Iterable[str]) -> str:
        return "".join(f"<li>{escape(works[key])}: <b>{escape(names[one.plan[key]])}</b></li>" for key in keys)

    light, quiet = escape(_("In the light:")), escape(_("Where nobody looks:"))
    return f"<p>{light}</p><ul>{row(LIGHT)}</ul><p>{quiet}</p><ul>{row(QUIET)}</ul>"


def beside(mine: Round, other: Round, _: Words) -> str:
    """Two plans, task by task."""
    names, works = people_names(_), work_names(_)
    rows = ""
    for work in WORKS:
        own, its = names.get(mine.plan.get(work.key, ""), "–"), names[other.plan[work.key]]
        cells = "".join(f"<td>{escape(text)}</td>" for text in (own, its))
        rows += f"<tr><th scope='row'>{escape(works[work.key])}</th>{cells}</tr>"
    head = "".join(f"<th scope='col'>{escape(text)}</th>" for text in (_("Task"), _("Yours"), _("The model's")))
    same = sum(mine.plan.get(work.key) == other.plan[work.key] for work in WORKS)
    told = _.n("In {n} task both plans agree.", "In {n} tasks both plans agree.", same)
    return f"<table class='dk-table'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{escape(told)}</p>"
