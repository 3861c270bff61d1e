"""Which of three sentences can be heard, in six scenes; then feedback of one's own, in three parts."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.leading.feedback_scenes import FeedbackScene, feedback_scenes, own_checks
from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of, whole

PARTS = ("situation", "behaviour", "impact")
SHORT = 3
"""So many scenes are enough when time is short."""


class GiveFeedback(Activity):
    """Six scenes answered at once; one's own sentences are checked by oneself and a friend, and by nobody else."""

    key = "feedback"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How do you say it, so that it can be heard?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} scenes are answered.", n=n, total=len(feedback_scenes(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say the sentences aloud. Which one would you like to hear about yourself?"),
            pair=_("One says it, the other answers as the person in the scene. Then write one for each other."),
            room=_("Tables play two scenes, sitting. Own sentences are read to one friend, never to the room."),
            call=_("One scene for each small room. Own sentences stay with two people."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, choices and own words that this version knows."""
        scenes, words = feedback_scenes(self._), part(saved.get("own"))
        chosen = part(saved.get("chosen"))
        known = {one.key: [saying.key for saying in one.sayings] for one in scenes}
        return {
            "at": whole(saved.get("at"), 0, len(scenes) + 1),
            "chosen": {key: chosen[key] for key in known if one_of(chosen.get(key), known[key]) is not None},
            "own": {key: clean_reflection(words[key], 0) for key in PARTS if key in words},
            "ticked": some_of(saved.get("ticked"), range(len(own_checks(self._)))),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The three parts of the person's own feedback."""
        words, asked = part(state.get("own")), own_parts(lesson.words)
        return tuple(one for key in PARTS for one in own_words(asked[key], words.get(key)))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One scene, then the page for own words."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self._show()
        return (self.stage,)

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at > len(feedback_scenes(self._)))
        self._show()

    def _choose(self, scene: FeedbackScene, saying: str) -> None:
        self.remember(chosen={**self.state["chosen"], scene.key: saying})
        self.reason.value = self._reason(scene)

    # --- what the screen shows

    def _show(self) -> None:
        scenes, at = feedback_scenes(self._), self.state["at"]
        if at < len(scenes):
            shown = self._scene(scenes[at], at, len(scenes))
        else:
            shown = self._own(len(scenes)) if at == len(scenes) else self._slip(len(scenes))
        self.stage.children = (card(*shown),)

    def _scene(self, scene: FeedbackScene, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        place = escape(_("Scene {n} of {total}", n=at + 1, total=total))
        head = html(f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(scene.text)}</p>")
        options = [(one.text, one.key) for one in scene.sayings]
        chosen = self.state["chosen"].get(scene.key)
        asked = choice(_("Which one can be heard best?"), options, chosen, lambda key: self._choose(scene, key))
        self.reason = html(self._reason(scene), live=True)
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at + 1 == SHORT:
            steps.append(button(_("Short of time: on to my own words"), lambda: self._go(total), css="dk-quiet"))
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (head, asked, self.reason, buttons(*steps))

    def _reason(self, scene: FeedbackScene) -> str:
        chosen = self.state["chosen"].get(scene.key)
        found = next((one for one in scene.sayings if one.key == chosen), None)
        if found is None:
            return ""
        return f"<p class='{'dk-note' if found.heard else 'dk-note-warn'}'>{escape(found.why)}</p>"

    def _own(self, total: int) -> tuple[ipywidgets.Widget, ...]:
        _, asked = self._, own_parts(self._)
        told = _("Think of somebody in a team of yours: a thank you, or something hard. No names, please.")
        fields = [reflection(asked[key], (), self.state["own"].get(key, {}), self._keeper(key)) for key in PARTS]
        boxes = [
            ipywidgets.Checkbox(value=n in self.state["ticked"], description=check, indent=False)
            for n, check in enumerate(own_checks(_))
        ]
        for n, box in enumerate(boxes):
            box.observe(lambda change, n=n: self._tick(n, change["new"]), names="value")
        nobody = escape(_("Nobody corrects it. Tick what is so; a friend ticks the last one."))
        steps = buttons(
            button(_("Go on"), lambda: self._go(total + 1)),
            button(_("Back"), lambda: self._go(total - 1), css="dk-quiet"),
        )
        return (html(f"<p>{escape(told)}</p>"), *fields, html(f"<p class='dk-small'>{nobody}</p>"), *boxes, steps)

    def _keeper(self, key: str) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(own={**self.state["own"], key: dict(state)})

        return keep

    def _tick(self, number: int, on: bool) -> None:
        others = [one for one in self.state["ticked"] if one != number]
        self.remember(ticked=sorted([*others, number]) if on else others)

    def _slip(self, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        texts = [one.text for one in self.written(self.lesson, self.state)]
        lines = "".join(f"<p dir='auto' class='dk-clause'>{escape(text)}</p>" for text in texts)
        shown = f"<div class='dk-slip'>{lines}</div>" if lines else ""
        told = note(_("Then ask: how was it for you? And listen at least as long as you have spoken."))
        steps = buttons(
            button(_("Write on"), lambda: self._go(total), css="dk-quiet"),
            button(_("Look once more"), lambda: self._go(0), css="dk-quiet"),
        )
        return (html(shown + told), steps)


def own_parts(_: Words) -> dict[str, str]:
    """What is asked for each part of one's own feedback."""
    return {
        "situation": _("When and where was it?"),
        "behaviour": _("What did you see or hear?"),
        "impact": _("What did it do to you, or to all?"),
    }
