"""A lesson in a notebook: its words, its case, its activities and the person's own file."""

import base64
from collections.abc import Mapping
from functools import cached_property
from html import escape
from importlib import import_module
from pathlib import Path

import ipywidgets

from dastarkhan.guides import Guide, read_guide
from dastarkhan.languages import say, words
from dastarkhan.lessons.activity import Activity, button, framed, html
from dastarkhan.lessons.chosen_case import ChosenCase
from dastarkhan.lessons.first_cell import FirstCell
from dastarkhan.lessons.language import chosen_language
from dastarkhan.lessons.progress import Entry, Progress
from simulations.errors import KitError
from simulations.games import read_case
from simulations.table import Case

FOLDERS: Mapping[str, str] = {
    "00_welcome": "welcome",
    "00_rehearsal": "rehearsal",
    "01_who_am_i": "who_am_i",
    "01_rehearsal": "rehearsal",
    "02_reading_each_other": "reading_each_other",
    "02_rehearsal": "rehearsal",
    "03_story_circle": "story_circle",
    "03_rehearsal": "rehearsal",
    "04_leading": "leading",
    "04_rehearsal": "rehearsal",
    "06_conflict_analysis": "conflict_analysis",
    "06_rehearsal": "rehearsal",
    "07_escalation": "escalation",
    "07_rehearsal": "rehearsal",
    "08_negotiation": "negotiation",
    "08_rehearsal": "rehearsal",
    "11_shared_river": "shared_river",
    "11_rehearsal": "rehearsal",
    "debrief": "debrief",
    "debrief_rehearsal": "rehearsal",
    "journal": "journal",
}


def lesson(slug: str, *, language: str | None = None) -> "Lesson":
    """Open the lesson `slug`; the first line of every notebook.

    Parameters
    ----------
    slug : str
        The notebook's name without its ending, such as ``"11_shared_river"``.
    language : str, optional
        A language's code. By default the notebook's folder says it.

    Raises
    ------
    KitError
        ``lesson.unknown`` when there is no such lesson.
    """
    if slug not in FOLDERS:
        raise KitError("lesson.unknown", value=slug, allowed=", ".join(FOLDERS))
    return Lesson(slug, language or chosen_language(Path.cwd()))


class Lesson:
    """One person's visit to a lesson. Use `lesson` to make it."""

    def __init__(self, slug: str, language: str) -> None:
        self.slug = slug
        self.language = language
        self._room = import_module(f"dastarkhan.lessons.{FOLDERS[slug]}")
        own_words = f"{getattr(self._room, 'CATALOG', 'lesson')}_{self.number}"
        self.words = words(language, own_words, *getattr(self._room, "ALSO", ()))
        self.progress = Progress(slug)
        own = self._room.CASE or ""  # a rehearsal is about a guide, and has no case
        names = self._room.cases() if hasattr(self._room, "cases") else (own,) * bool(own)
        own = own or next(iter(names), "")  # a lesson that has cases and no table begins with the first
        self.chosen = ChosenCase(self.progress, getattr(self._room, "CHOICE", "case"), own, names)
        self._read: dict[str, Case] = {}
        self._open: dict[str, Activity] = {}
        self._welcome: FirstCell | None = None

    @property
    def number(self) -> str:
        """What the slug begins with, such as ``"11"``; the whole slug of a tool without a number."""
        return self.slug.partition("_")[0]

    @cached_property
    def guide(self) -> Guide:
        """The lesson's facilitator guide in English; a lesson names its catalog in ``ALSO`` to say it in its words."""
        return read_guide(self.number)

    @property
    def case(self) -> Case:
        """The case that the lesson plays now."""
        name = self.chosen.name
        if name not in self._read:
            self._read[name] = read_case(name)
        return self._read[name]

    def about(self) -> str:
        """Which case the lesson is about, in one sentence."""
        _ = self.words
        return _("This lesson is about “{title}”.", title=self.text("title"))

    @property
    def keys(self) -> tuple[str, ...]:
        """The lesson's activities, in the order of the page."""
        return tuple(self._room.ACTIVITIES)

    def kind(self, key: str) -> type[Activity]:
        """The class of the activity `key`, which is not opened."""
        module, name = self._room.ACTIVITIES[key].split(":")
        found: type[Activity] = getattr(import_module(module), name)
        return found

    def take_case(self, name: str, *, but: Activity | None = None) -> None:
        """Let the whole lesson go on with another of its cases; what was done with this one is kept.

        Parameters
        ----------
        name : str
            One of the lesson's cases.
        but : Activity, optional
            The activity where it was chosen: it shows the new case itself.

        Raises
        ------
        KitError
            ``lesson.cannot_save`` when the choice is not kept; the page shows the new case all the same.
        """
        if name == self.chosen.name or name not in self.chosen.names:
            return
        try:
            self.chosen.take(name)
        finally:
            self._show_anew(but)

    def _show_anew(self, but: Activity | None = None) -> None:
        for activity in self._open.values():
            if activity is not but:
                activity.reload()
        if self._welcome is not None:
            self._welcome.show()

    def saved_as(self, key: str) -> str:
        """The name of an activity's work in the person's file; work that belongs to a case has its name in it."""
        return key if key in getattr(self._room, "ANY_CASE", ()) else self.chosen.key(key)

    def entry(self, key: str) -> Entry:
        """What is saved of an activity: on the case of now, where it belongs to one."""
        return self.progress.entry(self.saved_as(key))

    def activity(self, key: str) -> Activity:
        """The activity `key`, as the person left it.

        Raises
        ------
        KitError
            ``lesson.unknown_activity`` when the lesson has none of that name.
        """
        if key not in self._room.ACTIVITIES:
            raise KitError("lesson.unknown_activity", value=key, allowed=", ".join(self._room.ACTIVITIES))
        made = self.kind(key)(self)
        self._open[key] = made
        return made

    def opened(self, key: str) -> Activity | None:
        """The activity `key` where the person has it open; None where it is not."""
        return self._open.get(key)

    def finished(self, key: str) -> None:
        """Show the open activities anew that build on `key`."""
        for activity in self._open.values():
            if key in activity.follows:
                activity.reload()

    def place(self, key: str) -> tuple[int, int]:
        """Number of an activity and how many there are."""
        keys = list(self._room.ACTIVITIES)
        return keys.index(key) + 1, len(keys)

    def say(self, error: KitError) -> str:
        """An error in the lesson's language."""
        return say(error, self.language)

    def text(self, key: str) -> str:
        """Text of the case, in the lesson's language."""
        return self.words.case(self.case, key)

    def welcome(self) -> ipywidgets.VBox:
        """What the person has done so far, the way back to the welcome page, and which case it is about."""
        self._welcome = FirstCell(self, getattr(self._room, "chooser", None))
        return self._welcome.box

    def keep(self) -> ipywidgets.VBox:
        """The person's own file: where it is, to take along and to bring back."""
        return _Keep(self).box


class _Keep:
    """Download the work of a lesson as a file, and bring such a file back."""

    def __init__(self, visit: Lesson) -> None:
        self.visit = visit
        _ = visit.words
        self.link = html()
        self.upload = ipywidgets.FileUpload(accept=".json", multiple=False, description=_("Bring my work back"))
        self.upload.add_class("dk-quiet")
        self.upload.observe(lambda change: self.bring_back(), names="value")
        self.said = html(live=True)
        self.box = framed(
            html(f"<p>{escape(_('Your work is in a file of your own: {file}', file=_.isolate(self._shown())))}</p>"),
            button(_("Make a copy to take along"), self.offer),
            self.link,
            self.upload,
            self.said,
            words=_,
        )

    def offer(self) -> None:
        """Put a link to the newest state of the file on the screen."""
        _ = self.visit.words
        data = base64.b64encode(self.visit.progress.text().encode("utf-8")).decode("ascii")
        name = self.visit.progress.path.name
        self.link.value = (
            f"<a class='dk-link' download='{escape(name)}' href='data:application/json;base64,{data}'>"
            f"{escape(_('Save {file} on this device', file=_.isolate(name)))}</a>"
        )

    def bring_back(self) -> None:
        """Merge the chosen file and show every open activity anew."""
        if not self.upload.value:
            return
        _ = self.visit.words
        content = bytes(self.upload.value[0]["content"])
        try:
            changed = self.visit.progress.bring_back(content.decode("utf-8", "replace"))
        except KitError as error:
            self.said.value = f"<p class='dk-note-warn'>{escape(self.visit.say(error))}</p>"
            return
        self.visit.chosen.look_again()
        self.visit._show_anew()
        brought = len([key for key in changed if key.partition(".")[0] in self.visit.keys])
        told = _.n("{n} activity was brought back.", "{n} activities were brought back.", brought)
        self.said.value = f"<p class='dk-note'>{escape(told)}</p>"

    def _shown(self) -> str:
        path = self.visit.progress.path
        return f"{path.parent.name}/{path.name}"
