"""What every activity shares: one question a screen, saved at every step, restored after any loss."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.journal.written import Written
from simulations.errors import KitError

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

UNSEEN = -1


class Activity(ABC):
    """One activity of a lesson.

    A subclass says its `key`, which state there can be (`clean`) and its `body`. The state is JSON-plain and the
    only source of what is shown: `body` builds everything from it, and `remember` changes it.

    Parameters
    ----------
    lesson : Lesson
        Whose words, case and progress the activity uses.
    """

    key: ClassVar[str]
    follows: ClassVar[tuple[str, ...]] = ()
    """Activities whose end changes what this one shows: an open one is read again."""

    def __init__(self, lesson: "Lesson") -> None:
        self.lesson = lesson
        self._ = lesson.words
        self.box = framed(words=self._)
        self._saved = html(css="dk-saved", live=True)
        self.reload()

    @abstractmethod
    def title(self) -> str:
        """The question that the activity asks."""

    @abstractmethod
    def minutes(self) -> int:
        """How long it takes one person, in minutes."""

    @abstractmethod
    def body(self) -> Sequence[ipywidgets.Widget]:
        """The widgets under the title, built from `state` alone."""

    @abstractmethod
    def summary(self) -> str:
        """One line in words for a screen that cannot show widgets."""

    def ways(self) -> Ways | None:
        """How it is done alone, by two, in a room and on a call; None where the lesson says it once for all."""
        return None

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What a person wrote here in words of their own, whatever was saved; for the journal."""
        return ()

    @abstractmethod
    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The state that this version of the activity can show, whatever was saved; see `saved.py`."""

    def reload(self) -> None:
        """Read the saved state and build the screen from it."""
        before = [one for one in self.box.children if one is not self._saved]
        self._way = html(css="dk-way")
        self.take_up()
        heading = html(f"<h2 class='dk-title'>{escape(self.title())}</h2>")
        self.box.children = (self._way, heading, *self.body(), *self._done_together(), self._saved)
        for one in before:
            _close(one)

    def _done_together(self) -> tuple[ipywidgets.Widget, ...]:
        _, ways = self._, self.ways()
        if ways is None:
            return ()
        told = (
            (_("Alone."), ways.alone),
            (_("In a pair."), ways.pair),
            (_("In a room."), ways.room),
            (_("On a call."), ways.call),
        )
        items = "".join(f"<li><b>{escape(name)}</b> {escape(how)}</li>" for name, how in told)
        summary = escape(_("Alone or together: how to do this"))
        return (html(f"<details class='dk-ways'><summary>{summary}</summary><ul>{items}</ul></details>"),)

    def take_up(self) -> None:
        """Read the saved state, and say how far it is."""
        entry = self.lesson.entry(self.key)
        self.state, self.done = self.clean(entry.state), entry.done
        # What could not be shown is kept: a revision that nobody has makes the next save put it aside.
        self.revision = entry.revision if entry.state in ({}, self.state) else UNSEEN
        self._show_saved(entry.revision > 0)
        self._show_way()

    def remember(self, *, done: bool = False, **changes: object) -> None:
        """Change the state and save it at once."""
        self.state.update(changes)
        self.done = self.done or done
        try:
            place = self.lesson.saved_as(self.key)
            entry = self.lesson.progress.save(place, self.state, done=self.done, based_on=self.revision)
        except KitError as error:
            self._saved.value = f"<span class='dk-note-warn'>{escape(self.lesson.say(error))}</span>"
            return
        self.revision = entry.revision
        self._show_saved(True)
        if done:
            self._show_way()
            self.lesson.finished(self.key)

    def _show_saved(self, saved: bool) -> None:
        _ = self._
        self._saved.value = escape(_("Saved in your own file.") if saved else "")

    def _show_way(self) -> None:
        _ = self._
        number, total = self.lesson.place(self.key)
        steps = "".join(f"<i class='{'on' if n < number else ''}'></i>" for n in range(total))
        place = _("{number} of {total}", number=_.number(number), total=_.number(total))
        minutes = _.n("about {n} minute", "about {n} minutes", self.minutes())
        ready = f" · {_('done')}" if self.done else ""
        told = escape(f"{place} · {minutes}{ready}")
        self._way.value = f"<span aria-hidden='true'>{steps}</span> <span>{told}</span>"

    def _repr_mimebundle_(self, **options: object) -> dict[str, object]:
        """The widget, with words in place of the usual constructor text."""
        bundle: dict[str, object] = dict(self.box._repr_mimebundle_(**options))
        return bundle | {"text/plain": f"{self.title()} {self.summary()}"}


def _close(widget: ipywidgets.Widget) -> None:
    """Let go of a widget and of all in it: a tap that was still on its way would change what is shown now."""
    for child in getattr(widget, "children", ()):
        _close(child)
    widget.close()


def framed(*children: ipywidgets.Widget, words: Words) -> ipywidgets.VBox:
    """A box in the kit's look and in the direction of the language."""
    box = ipywidgets.VBox(children)
    box.add_class("dk-activity")
    if words.direction == "rtl":
        box.add_class("dk-rtl")
    return box


def card(*children: ipywidgets.Widget) -> ipywidgets.VBox:
    """Things that belong together, on a cloth of their own."""
    box = ipywidgets.VBox(children)
    box.add_class("dk-card")
    return box


def side_by_side(picture: ipywidgets.Widget, controls: ipywidgets.Widget) -> ipywidgets.HBox:
    """A picture and what changes it; one under the other on a phone."""
    box = ipywidgets.HBox([picture, controls])
    box.add_class("dk-two")
    return box


def buttons(*children: ipywidgets.Button) -> ipywidgets.HBox:
    """Buttons in a row that folds."""
    box = ipywidgets.HBox(children)
    box.add_class("dk-buttons")
    return box


def html(content: str = "", *, css: str = "", live: bool = False) -> ipywidgets.HTML:
    """A piece of HTML with a class of the kit's look; `live` is read aloud when it changes."""
    widget = ipywidgets.HTML(content)
    for name in css.split():
        widget.add_class(name)
    if live:
        widget.add_class("dk-live")
    return widget


def button(label: str, action: Callable[[], None], *, css: str = "dk-primary") -> ipywidgets.Button:
    """A button that calls `action` without arguments."""
    widget = ipywidgets.Button(description=label)
    widget.add_class(css)
    widget.on_click(lambda _button: action())
    return widget


def choice(
    label: str,
    options: Sequence[tuple[str, object]],
    value: object,
    action: Callable[[Any], None],
    *,
    row: bool = False,
) -> ipywidgets.VBox:
    """Cards of which one can be chosen; `action` gets the value. `row` sets them side by side."""
    radios = ipywidgets.RadioButtons(
        options=list(options), value=value, orientation="horizontal" if row else "vertical"
    )
    radios.add_class("dk-choice")
    radios.observe(lambda change: action(change["new"]), names="value")
    box = ipywidgets.VBox([html(f"<b>{escape(label)}</b>"), radios])
    box.add_class("dk-field")
    return box


def slider(
    label: str, numbers: Iterable[int], value: int, words: Words, action: Callable[[int], None] | None = None
) -> ipywidgets.SelectionSlider:
    """One of many numbers, written in the digits of the language; `action` gets it when the hand has let go."""
    options = [(words.number(number), number) for number in numbers]
    widget = ipywidgets.SelectionSlider(options=options, value=value, continuous_update=False, description=label)
    if action is not None:
        widget.observe(lambda change: action(change["new"]), names="value")
    return widget
