"""Which river the whole lesson is about: chosen at the top of the page, or at the table."""

from collections.abc import Callable
from html import escape

import ipywidgets

from dastarkhan.lessons.activity import choice, html
from dastarkhan.lessons.lesson import Lesson
from dastarkhan.lessons.shared_river.rivers import river, rivers
from dastarkhan.lessons.shared_river.talks.fold import fold
from simulations.errors import KitError


class RiverChoice:
    """The kit's rivers behind a button, each with a line about it.

    Parameters
    ----------
    lesson : Lesson
    take : callable
        Called with the name of a river that is chosen.
    inside : Widget
        What stands under the rivers.
    """

    def __init__(self, lesson: Lesson, take: Callable[[str], None], *inside: ipywidgets.Widget) -> None:
        self.lesson, self._take = lesson, take
        _ = lesson.words
        names = sorted(rivers(), key=lambda name: _.case(river(name), "title"))
        told = [(f"{_.case(river(name), 'title')}. {_.case(river(name), 'about')}", name) for name in names]
        asked = choice(_("Which river?"), told, lesson.case.id, self._chosen)
        self._radios = asked.children[1]
        kept = escape(_("The whole lesson goes on with it. What you did on another river is kept."))
        self._said = html(live=True)
        self.box = fold(
            _("Another river"),
            _("Close the list of rivers"),
            asked,
            html(f"<p class='dk-small'>{kept}</p>"),
            self._said,
            *inside,
        )

    def show(self) -> None:
        """Mark the lesson's river as the chosen one; nobody has chosen it here."""
        self._radios.value = self.lesson.case.id

    def _chosen(self, name: str) -> None:
        self._said.value = ""
        if name == self.lesson.case.id:
            return
        try:
            self._take(name)
        except KitError as error:
            self._said.value = f"<span class='dk-note-warn'>{escape(self.lesson.say(error))}</span>"


class TopChoice:
    """The choice at the top of the lesson: which river it is about, and the others behind a button."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self._about = html(live=True)
        self._choice = RiverChoice(lesson, lesson.take_case)

    @property
    def widgets(self) -> tuple[ipywidgets.Widget, ...]:
        """What stands at the top."""
        return (self._about, self._choice.box)

    def show(self) -> None:
        """Name the river of now."""
        _ = self.lesson.words
        take = escape(_("Take the river that is least like home."))
        about = escape(self.lesson.about())
        self._about.value = f"<p><b>{about}</b> <span class='dk-small'>{take}</span></p>"
        self._choice.show()
