"""Scenes with a few ways to go on, each answered at once with its reason; then own words that nobody judges."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Generic, Protocol, TypeVar

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of, whole
from dastarkhan.lessons.staged import Staged


class Keyed(Protocol):
    """A scene of the kit, known by its key."""

    @property
    def key(self) -> str:
        """Its name in the saved work."""


One = TypeVar("One", bound=Keyed)


class Choosing(Staged, Generic[One]):
    """Scenes of the kit, one a screen: a choice among a few ways, and at once what may be said of it.

    A subclass gives the scenes, their ways, and the screens that follow the last scene. Nothing is locked: another way
    can be tried, and every scene can be passed.
    """

    after = 1
    """How many screens follow the last scene."""
    enough: int | None = None
    """After so many scenes the rest can be passed, when time is short."""

    @abstractmethod
    def each(self) -> Sequence[One]:
        """The scenes, in the order shown."""

    @abstractmethod
    def options(self, one: One) -> Sequence[tuple[str, str]]:
        """Text and key of each way."""

    @abstractmethod
    def head(self, one: One, at: int, total: int) -> str:
        """The scene as HTML, and where it stands."""

    @abstractmethod
    def ask(self) -> str:
        """What is asked of each scene."""

    @abstractmethod
    def answer(self, one: One, key: str) -> str:
        """What is said to a choice, as HTML."""

    def before(self, one: One) -> Sequence[ipywidgets.Widget]:
        """What stands between a scene and its ways."""
        return ()

    def open(self, one: One) -> bool:
        """Whether the ways of a scene can be seen already."""
        return True

    @abstractmethod
    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """What a screen after the scenes shows; the first is 0."""

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and the choices that this version knows."""
        each, chosen = self.each(), part(saved.get("chosen"))
        known = {one.key: [key for _text, key in self.options(one)] for one in each}
        return {
            "at": whole(saved.get("at"), 0, len(each) + self.after - 1),
            "chosen": {key: chosen[key] for key in known if one_of(chosen.get(key), known[key]) is not None},
        }

    def go(self, at: int) -> None:
        """Turn to a screen; the last one ends the activity."""
        self.remember(at=at, done=at == len(self.each()) + self.after - 1)
        self.show()

    def show(self) -> None:
        """Draw the screen anew."""
        each, at = self.each(), self.state["at"]
        shown = self._scene(each[at], at, len(each)) if at < len(each) else self.ending(at - len(each), len(each))
        self.stage.children = (card(*shown),)

    def _scene(self, one: One, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        ways = self._ways(one) if self.open(one) else ()
        steps = [button(_("Go on"), lambda: self.go(at + 1))]
        if at + 1 == self.enough:
            steps.append(button(_("Short of time: on to my own words"), lambda: self.go(total), css="dk-quiet"))
        if at:
            steps.append(button(_("Back"), lambda: self.go(at - 1), css="dk-quiet"))
        return (html(self.head(one, at, total)), *self.before(one), *ways, buttons(*steps))

    def _ways(self, one: One) -> tuple[ipywidgets.Widget, ...]:
        chosen = self.state["chosen"].get(one.key)
        asked = choice(self.ask(), self.options(one), chosen, lambda key: self._choose(one, key))
        self.reason = html(self.answer(one, chosen) if chosen else "", live=True)
        return (asked, self.reason)

    def _choose(self, one: One, key: str) -> None:
        self.remember(chosen={**self.state["chosen"], one.key: key})
        self.reason.value = self.answer(one, key)


class ChoosingThenWriting(Choosing[One]):
    """After the scenes a few texts of one's own. They are ticked by the person and a friend, and judged by nobody."""

    after = 2
    own: tuple[str, ...]
    """Keys of one's own texts."""

    @classmethod
    @abstractmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """What is asked for each text; the journal asks it too."""

    @abstractmethod
    def checks(self) -> Sequence[str]:
        """What can be ticked."""

    @abstractmethod
    def invited(self) -> tuple[str, str]:
        """What is said before the texts, and before the ticks."""

    @abstractmethod
    def farewell(self) -> str:
        """What is said at the end."""

    def examples(self) -> Sequence[ipywidgets.Widget]:
        """What stands between the texts and the ticks."""
        return ()

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """As `Choosing`, with one's own texts and ticks."""
        words = part(saved.get("own"))
        return {
            **super().clean(saved),
            "own": {key: clean_reflection(words[key], 0) for key in self.own if key in words},
            "ticked": some_of(saved.get("ticked"), range(len(self.checks()))),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """One's own texts."""
        words, asks = part(state.get("own")), cls.asks(lesson.words)
        return tuple(one for key in cls.own for one in own_words(asks[key], words.get(key), key))

    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """First the page to write on, then what was written."""
        return self._slip(total) if screen else self._page(total)

    def _page(self, total: int) -> Sequence[ipywidgets.Widget]:
        _, asks, (told, nobody) = self._, self.asks(self._), self.invited()
        fields = [reflection(asks[key], (), self.state["own"].get(key, {}), self._keeper(key)) for key in self.own]
        boxes = [
            ipywidgets.Checkbox(value=n in self.state["ticked"], description=check, indent=False)
            for n, check in enumerate(self.checks())
        ]
        for n, box in enumerate(boxes):
            box.observe(lambda change, n=n: self._tick(n, change["new"]), names="value")
        steps = buttons(
            button(_("Go on"), lambda: self.go(total + 1)),
            button(_("Back"), lambda: self.go(total - 1), css="dk-quiet"),
        )
        small = html(f"<p class='dk-small'>{escape(nobody)}</p>")
        return (html(f"<p>{escape(told)}</p>"), *fields, *self.examples(), small, *boxes, steps)

    def _keeper(self, key: str) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(own={**self.state["own"], key: dict(state)})

        return keep

    def _tick(self, number: int, on: bool) -> None:
        others = [one for one in self.state["ticked"] if one != number]
        self.remember(ticked=sorted([*others, number]) if on else others)

    def _slip(self, total: int) -> Sequence[ipywidgets.Widget]:
        _ = self._
        texts = [one.text for one in self.written(self.lesson, self.state)]
        lines = "".join(f"<p dir='auto' class='dk-clause'>{escape(text)}</p>" for text in texts)
        shown = f"<div class='dk-slip'>{lines}</div>" if lines else ""
        steps = buttons(
            button(_("Write on"), lambda: self.go(total), css="dk-quiet"),
            button(_("Look once more"), lambda: self.go(0), css="dk-quiet"),
        )
        return (html(shown + note(self.farewell())), steps)
