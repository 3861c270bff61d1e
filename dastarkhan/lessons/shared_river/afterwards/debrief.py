"""Talk it over in four steps: feelings, what happened, what we learned, where at home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import Activity, button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.shared_river.afterwards.own_talks import what_happened
from dastarkhan.lessons.shared_river.afterwards.role_down import numbers_wait, role_is_down

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the debrief: its name, its questions, and whether the person's own talks are shown with it."""

    key: str
    name: str
    questions: tuple[str, ...]
    facts: bool = False


def debrief_steps(_: Words) -> tuple[Step, ...]:
    """The four steps; feelings always come first."""
    return (
        Step(
            key="feelings",
            name=_("Feelings"),
            questions=(
                _("What is still with you from the table: a word, a face, a silence?"),
                _("When did you feel heard? When did you not?"),
                _("What was it like to sit on that bank?"),
            ),
        ),
        Step(
            key="happened",
            name=_("What happened"),
            questions=(
                _("At which moment did the talks turn? Who said what?"),
                _("What did you want to say, and did not?"),
                _("Who spoke for the fish and the birds? Who was not at the table at all?"),
            ),
            facts=True,
        ),
        Step(
            key="learned",
            name=_("What we learned"),
            questions=(
                _("What did a question open that an offer did not?"),
                _("What made it possible to believe the other side, and what made it hard?"),
                _("What in this game is not so in life?"),
            ),
        ),
        Step(
            key="home",
            name=_("Where at home"),
            questions=(
                _("What do you share with people upstream, downstream or next door: water, a road, a field, a wall?"),
                _("What would the others say about it?"),
                _("One small thing within a month: what could you ask, and whom?"),
            ),
        ),
    )


class Debrief(Activity):
    """Four cards with questions, one a screen; writing is not asked of anybody."""

    key = "debrief"
    follows: ClassVar[tuple[str, ...]] = ("negotiate", "role_down")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you take home from this river?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 15

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        steps = debrief_steps(_)
        if self.state["at"] >= len(steps):
            return _("All four steps are talked over.")
        return _("The step now: {name}.", name=steps[self.state["at"]].name)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and answers, without steps that this version does not know."""
        steps, answers = debrief_steps(self._), part(saved.get("answers"))
        kept = {one.key: clean_reflection(answers[one.key], 0) for one in steps if one.key in answers}
        return {"at": whole(saved.get("at"), 0, len(steps)), "answers": kept}

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Notes of the four steps."""
        answers = part(state.get("answers"))
        steps = debrief_steps(lesson.words)
        return tuple(text for one in steps for text in own_words(one.name, answers.get(one.key), one.key))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One step, once the role is put down."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        if not role_is_down(self.lesson):
            return (numbers_wait(self._),)
        self._show()
        return (self.stage,)

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(debrief_steps(self._)))
        self._show()

    def _show(self) -> None:
        steps, at = debrief_steps(self._), self.state["at"]
        self.stage.children = (card(*(self._step(steps[at], at) if at < len(steps) else self._end(steps))),)

    def _step(self, step: Step, at: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        total = len(debrief_steps(_))
        place = escape(_("Step {n} of {total}", n=at + 1, total=total))
        asked = "".join(f"<li>{escape(question)}</li>" for question in step.questions)
        head = f"<p class='dk-small'>{place}</p><h3>{escape(step.name)}</h3><ul class='dk-asked'>{asked}</ul>"
        facts = (html(what_happened(self.lesson)),) if step.facts else ()
        told = escape(_("Take one question that speaks to you. Talk first; writing is up to you. Passing is fine."))
        words = reflection(_("A note for yourself:"), (), self.state["answers"].get(step.key, {}), self._keeper(step))
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (html(head), *facts, html(f"<p class='dk-small'>{told}</p>"), words, buttons(*steps))

    def _keeper(self, step: Step) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(answers={**self.state["answers"], step.key: dict(state)})

        return keep

    def _end(self, steps: Sequence[Step]) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        thanks = _("That was a long way down the river. Thank the person who sat on the other bank.")
        written = [(one.name, self.state["answers"].get(one.key, {}).get("text", "").strip()) for one in steps]
        notes = "".join(
            f"<p><b>{escape(name)}</b><br><span dir='auto' class='dk-clause'>{escape(text)}</span></p>"
            for name, text in written
            if text
        )
        shown = f"<div class='dk-slip'>{notes}</div>" if notes else ""
        back = button(_("Look at the steps again"), lambda: self._go(0), css="dk-quiet")
        return (html(note(thanks) + shown), back)
