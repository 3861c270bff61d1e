"""Talk it over with the questions of the lesson's guide: feelings, what happened, what we learned, where at home."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.guides.made import stage_names
from dastarkhan.guides.vocabulary import Stage
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.staged import Staged

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

STAGES = tuple(Stage)


class LookBack(Staged):
    """Four cards, one a screen; writing is not asked of anybody. Guide and lesson have one set of questions."""

    key = "look_back"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you take home from this?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 15

    def summary(self) -> str:
        """One line in words."""
        _, at = self._, self.state["at"]
        if at >= len(STAGES):
            return _("All four steps are talked over.")
        return _("The step now: {name}.", name=stage_names(_)[STAGES[at]])

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Take one question of each step. A walk helps more than a chair."),
            pair=_("One speaks for two minutes, the other only listens. Then change."),
            room=_("Feelings once around, then pairs, then the voices that want to. Keep the order of the steps."),
            call=_("Feelings in one word in the chat, or nothing. Then small rooms, then all."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and answers, without stages that are not known."""
        answers = part(saved.get("answers"))
        kept = {stage.value: clean_reflection(answers[stage], 0) for stage in STAGES if stage in answers}
        return {"at": whole(saved.get("at"), 0, len(STAGES)), "answers": kept}

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Answers to the four stages."""
        answers, names = part(state.get("answers")), stage_names(lesson.words)
        return tuple(one for stage in STAGES for one in own_words(names[stage], answers.get(stage), stage.value))

    def facts(self, stage: Stage) -> tuple[ipywidgets.Widget, ...]:
        """What is shown below the questions of a stage: nothing here."""
        return ()

    def thanks(self) -> str:
        """The last words."""
        return self._("Thank somebody who said a thing that you will remember.")

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(STAGES))
        self.show()

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at = self.state["at"]
        self.stage.children = (card(*(self._step(STAGES[at], at) if at < len(STAGES) else self._end())),)

    def _step(self, stage: Stage, at: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        asked = [_.marked(one.q, context="debrief.q") for one in self.lesson.guide.debrief if one.stage is stage]
        place = escape(_("Step {n} of {total}", n=at + 1, total=len(STAGES)))
        items = "".join(f"<li>{escape(question)}</li>" for question in asked)
        head = (
            f"<p class='dk-small'>{place}</p><h3>{escape(stage_names(_)[stage])}</h3><ul class='dk-asked'>{items}</ul>"
        )
        told = escape(_("Take one question that speaks to you. Talk first; writing is up to you. Passing is fine."))
        words = reflection(_("A note for yourself:"), (), self.state["answers"].get(stage, {}), self._keeper(stage))
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (html(head), *self.facts(stage), html(f"<p class='dk-small'>{told}</p>"), words, buttons(*steps))

    def _keeper(self, stage: Stage) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(answers={**self.state["answers"], stage.value: dict(state)})

        return keep

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        notes = "".join(
            f"<p><b>{escape(one.ask)}</b><br><span dir='auto' class='dk-clause'>{escape(one.text)}</span></p>"
            for one in self.written(self.lesson, self.state)
        )
        shown = f"<div class='dk-slip'>{notes}</div>" if notes else ""
        back = button(_("Look at the steps again"), lambda: self._go(0), css="dk-quiet")
        return (html(note(self.thanks()) + shown), back)
