"""The top of a lesson: what is done so far, the way back to the welcome page, and which case it is about."""

import os
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Protocol

import ipywidgets

from dastarkhan.languages.near_home import near_home
from dastarkhan.lessons.activity import framed, html

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


class Chooser(Protocol):
    """What lets a person take another case: widgets, and a way to follow a choice made elsewhere on the page."""

    @property
    def widgets(self) -> tuple[ipywidgets.Widget, ...]:
        """What stands under the case's name."""

    def show(self) -> None:
        """Show the case of now as the chosen one."""


class FirstCell:
    """The first cell of a lesson on the screen.

    Parameters
    ----------
    lesson : Lesson
    chooser : callable, optional
        Makes the choice of a case, in a lesson that has more than one.
    """

    def __init__(self, lesson: "Lesson", chooser: "Callable[[Lesson], Chooser] | None" = None) -> None:
        self.lesson = lesson
        self.told, self.trainers = html(), html()
        self.chooser = chooser(lesson) if chooser else None
        choices = self.chooser.widgets if self.chooser else ()
        self.box = framed(self.told, *choices, self.trainers, words=lesson.words)
        self.show()

    def show(self) -> None:
        """Say it all of the case of now."""
        self.told.value = f"<p class='dk-note'>{escape(self._done())}</p>{self._damaged()}{self._home()}"
        self.trainers.value = self._for_trainers()
        if self.chooser:
            self.chooser.show()

    def _done(self) -> str:
        _, lesson = self.lesson.words, self.lesson
        entries = lesson.progress.read()
        kept = [entries[place] for key in lesson.keys if (place := lesson.saved_as(key)) in entries]
        if not kept:
            return _("Every step is saved in your own file. Nobody else sees it.")
        done = sum(entry.done for entry in kept)
        return _("{n} of {total} activities are done. Go on wherever you like.", n=done, total=len(lesson.keys))

    def _damaged(self) -> str:
        _, damaged = self.lesson.words, self.lesson.progress.damaged
        if not damaged:
            return ""
        told = _(
            "Your file was damaged. It is kept as {file}, and its last good copy is used.",
            file=_.isolate(damaged.name),
        )
        return f"<p class='dk-note-warn'>{escape(told)}</p>"

    def _home(self) -> str:
        if "VOILA_REQUEST_URL" in os.environ:  # the page view has its own way home
            return ""
        _, base = self.lesson.words, os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")
        return f"<p><a class='dk-link' href='{escape(base)}dastarkhan/'>{escape(_('All lessons'))}</a></p>"

    def _for_trainers(self) -> str:
        """Whom the lesson's case is too near to, folded: it is for whoever prepares a room."""
        _ = self.lesson.words
        if not self.lesson.chosen.name:
            return ""
        warning = near_home(self.lesson.case, _)
        if not warning:
            return ""
        summary = f"<summary>{escape(_('For trainers'))}</summary>"
        return f"<details>{summary}<p>{escape(self.lesson.about())} {escape(warning)}</p></details>"
