"""The apricot fair: share twelve tasks among six people, ask how it is for them, and share anew when things change."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.leading.fair import DEADLINE_DAYS, PEOPLE, WORKS, bridge_closed, ill, people_names, work_names
from dastarkhan.content.leading.kit_plans import kit_plan
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.leading import fair_told
from dastarkhan.lessons.leading.plan_pictures import loads, network
from dastarkhan.lessons.leading.plan_words import Round, about_one, faults
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged
from simulations.teamwork import Volunteer

SCREENS = ("people", "tasks", "whole", "felt", "more", "end")
HAPPENED = ("bridge", *(one.key for one in PEOPLE))
"""What may happen before the fair: the bridge closes early, or somebody is ill, named by key."""
KEYS = [work.key for work in WORKS]


class FairPlan(Staged):
    """A plan of one's own first, feelings next, another plan only then; and one surprise for those who like."""

    key = "plan"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who does what, so that it is fair?")

    def minutes(self) -> int:
        """How long it takes one person or a table."""
        return 25

    def summary(self) -> str:
        """One line in words."""
        return self._("{n} of {total} tasks have somebody.", n=len(self.state["plan"]), total=len(WORKS))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Read the people aloud before you share out the tasks. Whom have you met somewhere?"),
            pair=_("One speaks for Mill, the other for Willow. A task is given when both nod."),
            room=_("One plan for each table. Whoever taps does not decide alone. Then tables visit each other's plan."),
            call=_("One shares the screen. The others take turns: each gives away two tasks and says why."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved plans, without tasks and people that are not known; nobody who is ill has a task."""
        happened = one_of(saved.get("happened"), HAPPENED)
        first, second = _known(saved.get("plan"), PEOPLE), _known(saved.get("second"), _people_after(happened))
        at, stands = one_of(saved.get("at"), SCREENS, "people"), len(first) == len(WORKS)
        if at in ("felt", "more", "end") and not stands:
            at = "whole"
        if at == "end" and (happened is None or len(second) < len(WORKS)):
            at = "more"
        return {
            "at": at,
            "task": whole(saved.get("task"), 0, len(WORKS) - 1),
            "plan": first,
            "happened": happened if stands else None,
            "second": second if stands and happened else {},
            "opened": saved.get("opened") is True,
            "felt": clean_reflection(saved.get("felt"), 0),
            "next_time": clean_reflection(saved.get("next_time"), 0),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person wrote about the people in the plan, and for the next plan."""
        _ = lesson.words
        return (
            *own_words(_("How may it be for them? Whom would you ask first?"), state.get("felt")),
            *own_words(_("What would you put into the first plan next time?"), state.get("next_time")),
        )

    # --- which plan

    def now(self) -> Round:
        """The plan that is being made: the first one, or the one after the surprise."""
        happened = self.state["happened"]
        return Round(people=_people_after(happened), plan=self.state["second" if happened else "plan"])

    def first(self) -> Round:
        """The first plan."""
        return Round(people=PEOPLE, plan=self.state["plan"])

    # --- what a person does

    def _go(self, at: str, **changes: object) -> None:
        self.remember(at=at, done=at in ("more", "end"), **changes)
        self.show()

    def _give(self, task: str, person: str) -> None:
        if self.state["happened"]:
            self.remember(second={**self.state["second"], task: person})
        else:
            self.remember(plan={**self.state["plan"], task: person})
        self.said.value = self._answer(task)

    def _next_task(self) -> None:
        after = self.state["task"] + 1
        if after < len(WORKS):
            self._go("tasks", task=after)
        else:
            self._go("whole")

    def _stands(self) -> None:
        self._go("end" if self.state["happened"] else "felt")

    def _happen(self, happened: str) -> None:
        there = {one.key for one in _people_after(happened)}
        kept = {task: person for task, person in self.state["plan"].items() if person in there}
        self._go("whole", happened=happened, second=kept, opened=False)

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        shown = getattr(self, f"_show_{self.state['at']}")()
        self.stage.children = (card(*shown),)

    def _show_people(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _(
            "Mill and Willow lie on two banks. This spring they hold one apricot fair together. "
            "The trees bloom for {n} days, and then the petals fall.",
            n=DEADLINE_DAYS,
        )
        ask = _("Six people give their time. Read them aloud, then share out twelve tasks.")
        begin = button(_("To the first task"), lambda: self._go("tasks"))
        return (html(f"<p>{escape(told)}</p><p>{escape(ask)}</p>{fair_told.people(self.first(), _)}"), begin)

    def _show_tasks(self) -> tuple[ipywidgets.Widget, ...]:
        _, at = self._, self.state["task"]
        work, now = WORKS[at], self.now()
        place = _("Task {n} of {total}", n=at + 1, total=len(WORKS))
        hours = now.check().fairness.hours
        chosen = now.plan.get(work.key)
        options = []
        for each in now.people:
            free = each.hours - hours[each.key] + (work.days if each.key == chosen else 0)
            options.append((fair_told.option(each, round(free), _), each.key))
        asked = choice(_("Who takes it?"), options, chosen, lambda key: self._give(work.key, key))
        self.said = html(self._answer(work.key), live=True)
        steps = [button(_("Go on"), self._next_task)]
        if at:
            steps.append(button(_("Back"), lambda: self._go("tasks", task=at - 1), css="dk-quiet"))
        steps.append(button(_("See the whole plan"), lambda: self._go("whole"), css="dk-quiet"))
        return (html(fair_told.task(work, place, _)), asked, self.said, buttons(*steps))

    def _answer(self, task: str) -> str:
        now = self.now()
        if task not in now.plan:
            return ""
        said, against = about_one(now, task, self._)
        return f"<p class='{'dk-note-warn' if against else 'dk-note'}'>{escape(said)}</p>"

    def _show_whole(self) -> tuple[ipywidgets.Widget, ...]:
        _, now = self._, self.now()
        parts = [html(self._what_happened())] if self.state["happened"] else []
        drawn = "".join(f"<div>{one}</div>" for one in (network(now, _, key="net"), loads(now, _, key="load")))
        works = work_names(_)
        names = people_names(_)
        options = [
            (f"{works[key]}: {names[now.plan[key]] if key in now.plan else _('nobody yet')}", KEYS.index(key))
            for key in KEYS
        ]
        change = ipywidgets.Dropdown(
            options=options, value=self._to_look_at(now), description=_("Which task do you want to change?")
        )
        steps = [button(_("Go to this task"), lambda: self._go("tasks", task=change.value), css="dk-quiet")]
        if not now.check().open_tasks:
            label = _("Go on with what is open") if faults(now, _) else _("Our plan stands")
            steps.insert(0, button(label, self._stands))
        model = _(
            "A model is an argument, not evidence. It knows days, skills and languages, and nothing of friendship."
        )
        return (
            *parts,
            html(fair_told.answers(now, _)),
            html(f"<div class='dk-panels'>{drawn}</div>"),
            change,
            buttons(*steps),
            html(f"<p class='dk-small'>{escape(model)}</p>"),
        )

    def _to_look_at(self, now: Round) -> int:
        """The first task with something to mend, or the one that was open last."""
        found = now.check()
        first = (*found.open_tasks, *(task for task, _person, _lacks in found.unable))
        return KEYS.index(first[0]) if first else int(self.state["task"])

    def _what_happened(self) -> str:
        _, happened = self._, self.state["happened"]
        if happened == "bridge":
            told = _(
                "The bridge is being mended, and from tomorrow it closes at four. "
                "Whoever lives in Willow has one day less to give."
            )
        else:
            name = _.isolate(people_names(_)[happened])
            told = _(
                "A message in the evening: {name} has a fever and stays in bed. The tasks are open again.", name=name
            )
        bears = ""
        if not faults(self.now(), _) and self.state["second"] == self.state["plan"]:
            bears = f" {_('Your plan bears it as it is.')}"
        return note(told + bears)

    def _show_felt(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Before anything is compared: put the list aside, and see faces.")
        words = reflection(
            _("How may it be for them? Whom would you ask first?"),
            (),
            self.state["felt"],
            lambda new: self.remember(felt=new),
        )
        steps = buttons(
            button(_("Go on"), lambda: self._go("more")),
            button(_("Back to the plan"), lambda: self._go("whole"), css="dk-quiet"),
        )
        return (html(f"<p>{escape(told)}</p>{fair_told.light_and_quiet(self.first(), _)}"), words, steps)

    def _show_more(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = note(_("Your plan stands. What follows is more, if you like."))
        parts: list[ipywidgets.Widget] = [html(told), *self._other_plan("")]
        ask = html(f"<p><b>{escape(_('The evening before you begin, something happens.'))}</b></p>")
        steps = buttons(
            button(_("Somebody falls ill"), lambda: self._happen(self._busiest())),
            button(_("The bridge closes early"), lambda: self._happen("bridge")),
            button(_("Back to the plan"), lambda: self._go("whole"), css="dk-quiet"),
        )
        return (*parts, ask, steps)

    def _busiest(self) -> str:
        """Who carries most: it is their fever that a plan has to bear."""
        hours = self.first().check().fairness.hours
        return max(hours, key=lambda key: hours[key])

    def _other_plan(self, happened: str) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if not self.state["opened"]:
            return (button(_("See a plan that the model made"), self._open, css="dk-quiet"),)
        mine = self.now() if happened else self.first()
        other = Round(people=mine.people, plan=kit_plan(happened))
        told = _(
            "Thousands of plans pass every check. The model shares days, skills and light. "
            "It looks neither at the calendar nor at the quiet tasks: nobody told it to."
        )
        found = f"<p><b>{escape(_('Its plan:'))}</b></p>{fair_told.answers(other, _)}"
        ask = f"<p>{escape(_('Which would you hang up, and what do you know that it does not?'))}</p>"
        return (html(f"<p>{escape(told)}</p>{fair_told.beside(mine, other, _)}{found}{ask}"),)

    def _open(self) -> None:
        self.remember(opened=True)
        self.show()

    def _show_end(self) -> tuple[ipywidgets.Widget, ...]:
        _, before, after = self._, self.state["plan"], self.state["second"]
        moved = sum(before[key] != after[key] for key in KEYS)
        told = _.n("{n} task has changed hands.", "{n} tasks have changed hands.", moved)
        words = reflection(
            _("What would you put into the first plan next time?"),
            (),
            self.state["next_time"],
            lambda new: self.remember(next_time=new),
        )
        thanks = _("Whoever takes over a task should hear two things: why, and thank you.")
        anew = button(_("Let something else happen"), self._anew, css="dk-quiet")
        back = button(_("Back to the plan"), lambda: self._go("whole"), css="dk-quiet")
        return (
            html(f"{note(told)}<p>{escape(thanks)}</p>"),
            *self._other_plan(self.state["happened"]),
            words,
            buttons(anew, back),
        )

    def _anew(self) -> None:
        self._go("more", happened=None, second={}, opened=False)


def _people_after(happened: str | None) -> tuple[Volunteer, ...]:
    if happened is None:
        return PEOPLE
    return bridge_closed() if happened == "bridge" else ill(happened)


def _known(saved: object, people: Sequence[Volunteer]) -> dict[str, str]:
    there, found = [one.key for one in people], part(saved)
    return {key: found[key] for key in KEYS if one_of(found.get(key), there) is not None}
