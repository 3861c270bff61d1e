"""Ten situations: first what both can still win, then the step; a reason for every choice, and how it came down."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.content.escalation.situations import situations
from dastarkhan.content.escalation.steps import levels, step_kinds, step_names
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Kind, Scene, Ways
from dastarkhan.lessons.activity import choice, html
from dastarkhan.lessons.escalation.stairs_words import placed_stairs
from dastarkhan.lessons.saved import one_of, part
from dastarkhan.lessons.sorting import Sorting


class Place(Sorting):
    """The level is asked as in every sorting; the steps of the level that fits open below it."""

    key = "place"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("On which step does this stand?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 12

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def kinds(self) -> Sequence[Kind]:
        """Three levels."""
        return levels(self._)

    def scenes(self) -> Sequence[Scene]:
        """Ten situations, asked for their level."""
        return tuple(one.on_levels() for one in situations(self._))

    def ask(self) -> str:
        """What is asked of each situation."""
        return self._("What can both still win?")

    def end(self) -> str:
        """What is said after the last situation."""
        return self._("A step is between people. Whatever goes up a step can come down one.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """As in every sorting, with the steps that were chosen."""
        steps = part(saved.get("steps"))
        known = {one.key: list(one.step_why) for one in situations(self._)}
        chosen = {key: steps[key] for key in known if one_of(steps.get(key), known[key]) is not None}
        return {**super().clean(saved), "steps": chosen}

    # --- what a person does

    def _choose(self, scene: Scene, kind: str) -> None:
        super()._choose(scene, kind)
        self._open_steps(scene)

    def _step(self, one: Situation, step: str) -> None:
        self.remember(steps={**self.state["steps"], one.key: step})
        self._tell(one)

    # --- what the screen shows

    def _scene(self, scene: Scene, at: int) -> tuple[ipywidgets.Widget, ...]:
        head, asked, reason, differently, steps = super()._scene(scene, at)
        self.steps = ipywidgets.VBox()
        self._open_steps(scene)
        return (head, asked, reason, self.steps, differently, steps)

    def _open_steps(self, scene: Scene) -> None:
        """Ask for the step once the level fits: before, its steps would give the level away."""
        if self.state["chosen"].get(scene.key) != scene.kind:
            self.steps.children = ()
            return
        one = next(each for each in situations(self._) if each.key == scene.key)
        kinds = step_kinds(self._)[scene.kind]
        options = [(kind.told, kind.key) for kind in kinds]
        chosen = self.state["steps"].get(one.key)
        asked = choice(self._("And on which step?"), options, chosen, lambda step: self._step(one, step))
        self.told, self.drawn = html(live=True), html()
        self.steps.children = (asked, self.told, self.drawn)
        self._tell(one)

    def _tell(self, one: Situation) -> None:
        _, chosen = self._, self.state["steps"].get(one.key)
        if chosen is None:
            self.told.value = self.drawn.value = ""
            return
        fits = chosen == one.stage.key
        opening, css = (_("Yes."), "dk-note") if fits else (_("Look again."), "dk-note-warn")
        said = f"<p class='{css}'><b>{escape(opening)}</b> {escape(one.step_why[chosen])}</p>"
        down = f"<p><b>{escape(_('One step down:'))}</b> {escape(one.down)}</p>"
        self.told.value = said + (down if fits else "")
        self.drawn.value = self._on_the_stairs(one) if fits else ""

    def _on_the_stairs(self, one: Situation) -> str:
        """All that stand on their step by now; this one is marked."""
        _ = self._
        placed = [each for each in situations(_) if self.state["steps"].get(each.key) == each.stage.key]
        return placed_stairs(placed, _, title=_("The nine steps"), key=f"stairs-{one.key}", now=int(one.stage))

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told, _by_level, again = super()._all()
        found = situations(_)
        drawn = placed_stairs(found, _, title=_("The nine steps"), key="stairs-all")
        items = []
        for number, name in enumerate(step_names(_), start=1):
            here = [escape(one.text) for one in found if one.stage == number]
            items.append(f"<h3>{escape(name)}</h3><ul>{''.join(f'<li>{text}</li>' for text in here)}</ul>")
        summary = escape(_("All scenes, in their places"))
        folded = f"<details><summary>{summary}</summary>{''.join(items)}</details>"
        return (html(drawn), told, html(folded), again)
