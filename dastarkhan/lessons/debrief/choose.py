"""Which tables? Files of a room, a file that is brought, or an example."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html
from dastarkhan.lessons.debrief import records
from dastarkhan.lessons.debrief.opened import chosen_records, clean_choice
from dastarkhan.lessons.reflection import note
from simulations.errors import KitError
from simulations.games import read_case


class ChooseTables(Activity):
    """Choose the tables that are talked over."""

    key = "tables"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Which tables do you talk over?")

    def minutes(self) -> int:
        """How long it takes a trainer."""
        return 2

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        chosen = bool(self.state["files"] or self.state["example"])
        return _("The tables are chosen.") if chosen else _("No tables are chosen yet.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved choice, without files that have gone."""
        return clean_choice(saved)

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Files to tick, a file to bring, examples, and what is open now."""
        self.told = html(live=True)
        self.files = ipywidgets.VBox()
        self._show_files()
        self._tell()
        return (card(self.files, self._bring(), self.told), card(*self._examples()))

    # --- what a person does

    def _take_ticked(self) -> None:
        ticked = [name for name, box in self.boxes.items() if box.value]
        if not ticked:
            self._say(self._("Tick a file first."))
            return
        self._take(files=ticked, example=None)

    def _take_room(self, name: str) -> None:
        """Show another room's files; nothing is opened yet."""
        self._show_files(room=name)

    def _take_example(self, name: str) -> None:
        self._take(files=[], example=name)
        self._show_files()

    def _take(self, **change: Any) -> None:
        """Open tables; where that cannot be done, nothing changes and a sentence says why."""
        self.told.value = note(self._("One moment …"))  # twelve tables, or an example, take a few seconds
        try:
            chosen_records(change)
        except KitError as error:
            self._say(self._why(error))
            return
        self.remember(done=True, **change)
        self._tell()

    def _brought(self) -> None:
        """Put the brought files beside the others and tick them."""
        kept, refused = [], []
        for one in self.upload.value:
            try:
                kept.append(records.keep(str(one["name"]), bytes(one["content"])))
            except KitError as error:
                refused.append(self._why(error))
        self._show_files(ticked=kept)
        if refused:
            self._say(" ".join(refused))
        elif kept:
            self._take(files=list(dict.fromkeys(kept)), example=None)

    # --- what the screen shows

    def _show_files(self, ticked: Sequence[str] = (), room: str | None = None) -> None:
        """Show the files of one room: the one asked for, the one whose files are ticked, or the newest."""
        _, rooms = self._, records.rooms()
        on = {*self.state["files"], *ticked}
        if not rooms:
            self.boxes = {}
            told = _("There is no file of a room yet. Save the moves at the end of a session, or bring a file.")
            self.files.children = (html(f"<p>{escape(told)}</p>"),)
            return
        shown = next((one for one in rooms if one.name == room or (room is None and on & set(one.files))), rooms[0])
        self.boxes = {name: self._box(shown, name, on) for name in shown.files}
        take = button(_("Open these tables"), self._take_ticked)
        self.files.children = (self._which(rooms, shown), *self.boxes.values(), take)

    def _box(self, room: records.SavedRoom, name: str, on: set[str]) -> ipywidgets.Checkbox:
        """A file to tick; the tables of a room are ticked together, as many as can be opened."""
        whole = bool(room.name) and not on & set(room.files) and len(room.files) <= records.MOST_TABLES
        told = self._("Table {n}", n=room.files[name]) if room.name else name
        return ipywidgets.Checkbox(value=whole or name in on, description=told, indent=False)

    def _which(self, rooms: Sequence[records.SavedRoom], shown: records.SavedRoom) -> ipywidgets.Widget:
        """A choice among rooms, where there are several."""
        if len(rooms) == 1:
            told = self._room_words(shown) if shown.name else self._("Files in your folder of rooms")
            return html(f"<b>{escape(told)}</b>")
        options = [(self._room_words(one), one.name) for one in rooms]
        return choice(self._("Which room?"), options, shown.name, self._take_room)

    def _room_words(self, room: records.SavedRoom) -> str:
        """When a room was opened, and what was played there."""
        _ = self._
        if room.opened is None:
            return _("Other files")
        try:
            title = _.case(read_case(room.case), "title")
        except KitError:  # somebody's own case
            title = room.case
        digits = _.language.digits
        hour = "".join(digits[int(sign)] if sign.isdecimal() else sign for sign in f"{room.opened:%H:%M}")
        return _("{date}, {time}: {title}", date=_.date(room.opened.date()), time=hour, title=title)

    def _bring(self) -> ipywidgets.FileUpload:
        self.upload = ipywidgets.FileUpload(
            accept=",".join(records.KINDS), multiple=True, description=self._("Bring a file")
        )
        self.upload.add_class("dk-quiet")
        self.upload.observe(lambda change: self._brought(), names="value")
        return self.upload

    def _examples(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("No session yet? Look at an example. The kit's own partners have played at five tables.")
        made = [self._example(name) for name in records.EXAMPLES]
        return (html(f"<p>{escape(told)}</p>"), buttons(*made))

    def _example(self, name: str) -> ipywidgets.Button:
        _ = self._
        title = _.case(read_case(name), "title")
        return button(_("Example: {title}", title=title), lambda: self._take_example(name), css="dk-quiet")

    def _tell(self) -> None:
        """What is open now."""
        _ = self._
        if not (self.state["files"] or self.state["example"]):
            self.told.value = ""
            return
        try:
            found = chosen_records(self.state)
        except KitError as error:
            self._say(self._why(error))
            return
        title = _.case(found[0].case, "title")
        told = _.n("{n} table is open: {title}.", "{n} tables are open: {title}.", len(found), title=title)
        self.told.value = note(told)

    def _why(self, error: KitError) -> str:
        """What is wrong, and with which line of the file where that is known."""
        cause = error.__cause__
        said = self.lesson.say(error)
        return f"{said} {self.lesson.say(cause)}" if isinstance(cause, KitError) else said

    def _say(self, sentence: str) -> None:
        self.told.value = f"<p class='dk-note-warn'>{escape(sentence)}</p>"
