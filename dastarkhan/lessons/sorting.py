"""Put scenes into kinds, one a screen: a reason for every choice, and room for another view."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged

MOST_LETTERS = 600


class Sorting(Staged):
    """Scenes of the kit, each put into one of a few kinds.

    A subclass gives `kinds`, `scenes` and what is asked of each scene. The kit's own sentences are answered at once,
    with a reason. Whoever sees one differently says so; that is kept in their file and answered by nobody.
    """

    @abstractmethod
    def kinds(self) -> Sequence[Kind]:
        """Where a scene can be put."""

    @abstractmethod
    def scenes(self) -> Sequence[Scene]:
        """The scenes, in the order shown."""

    @abstractmethod
    def ask(self) -> str:
        """What is asked of each scene."""

    @abstractmethod
    def end(self) -> str:
        """What is said after the last scene."""

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, choices and other views, without scenes and kinds that are not known."""
        kinds = [kind.key for kind in self.kinds()]
        chosen, views = part(saved.get("chosen")), part(saved.get("views"))
        keys = [scene.key for scene in self.scenes()]
        return {
            "at": whole(saved.get("at"), 0, len(keys)),
            "chosen": {key: chosen[key] for key in keys if one_of(chosen.get(key), kinds) is not None},
            "views": {key: views[key][:MOST_LETTERS] for key in keys if isinstance(views.get(key), str)},
        }

    def summary(self) -> str:
        """One line in words."""
        return self._("{n} of {total} scenes are placed.", n=len(self.state["chosen"]), total=len(self.scenes()))

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Other views that the person has written down."""
        views = part(state.get("views"))
        _ = lesson.words
        ask = _("I see it differently, because:")
        return tuple(text for key, view in views.items() for text in own_words(ask, {"text": view}, key))

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(self.scenes()))
        self.show()

    def _choose(self, scene: Scene, kind: str) -> None:
        self.remember(chosen={**self.state["chosen"], scene.key: kind})
        self.reason.value = self._reason(scene)
        self.differently.layout.display = None

    def _see_differently(self, scene: Scene) -> None:
        self.remember(views={scene.key: "", **self.state["views"]})
        self.show()

    def _write(self, scene: Scene, text: str) -> None:
        self.remember(views={**self.state["views"], scene.key: text[:MOST_LETTERS]})

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        scenes, at = self.scenes(), self.state["at"]
        self.stage.children = (card(*(self._scene(scenes[at], at) if at < len(scenes) else self._all())),)

    def _scene(self, scene: Scene, at: int) -> tuple[ipywidgets.Widget, ...]:
        _, total = self._, len(self.scenes())
        place = escape(_("Scene {n} of {total}", n=at + 1, total=total))
        head = html(f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(scene.text)}</p>")
        kinds = [(kind.told, kind.key) for kind in self.kinds()]
        asked = choice(self.ask(), kinds, self.state["chosen"].get(scene.key), lambda key: self._choose(scene, key))
        self.reason = html(self._reason(scene), live=True)
        self.differently = ipywidgets.VBox(self._other_view(scene))
        self.differently.layout.display = None if scene.key in self.state["chosen"] else "none"
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (head, asked, self.reason, self.differently, buttons(*steps))

    def _reason(self, scene: Scene) -> str:
        _, chosen = self._, self.state["chosen"].get(scene.key)
        if chosen is None:
            return ""
        fits = chosen == scene.kind
        opening, css = (_("Yes."), "dk-note") if fits else (_("Look again."), "dk-note-warn")
        return f"<p class='{css}'><b>{escape(opening)}</b> {escape(scene.why[chosen])}</p>"

    def _other_view(self, scene: Scene) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if scene.key not in self.state["views"]:
            return (button(_("I see it differently"), lambda: self._see_differently(scene), css="dk-quiet"),)
        field = ipywidgets.Textarea(
            value=self.state["views"][scene.key], description=_("I see it differently, because:"),
            continuous_update=False, rows=2,
        )  # fmt: skip
        field.add_class("dk-own-words")
        field.observe(lambda change: self._write(scene, change["new"]), names="value")
        told = _("That is possible. It stays in your own file; tell it to a neighbour, if you like.")
        return (field, html(f"<p class='dk-small'>{escape(told)}</p>"))

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        parts = []
        for kind in self.kinds():
            here = [scene.text for scene in self.scenes() if scene.kind == kind.key]
            items = "".join(f"<li>{escape(text)}</li>" for text in here)
            if items:
                parts.append(f"<h3>{escape(kind.name)}</h3><p>{escape(kind.says)}</p><ul>{items}</ul>")
        again = button(_("Look once more"), lambda: self._go(0), css="dk-quiet")
        folded = f"<details><summary>{escape(_('All scenes, in their places'))}</summary>{''.join(parts)}</details>"
        return (html(note(self.end())), html(folded), again)
