"""The group's lines on the way: taken along to another computer, and brought back beside those that are there."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, card, html
from dastarkhan.lessons.group_file import GroupFile
from dastarkhan.lessons.reflection import note
from simulations.errors import KitError

NAME = "lines.json"


class GroupLines(Activity):
    """For whoever looks after the group's file; it has lines, and nothing of one's own journal."""

    key = "group_lines"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Does the group meet at another computer next time?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 2

    def summary(self) -> str:
        """One line in words."""
        return self._.n("{n} line lies in the group's file.", "{n} lines lie in the group's file.", self._many())

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Nothing is kept: the lines stand in the group's own file."""
        return {}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """How many lines there are, the file to take along, and the way back in."""
        _ = self._
        self.how_many, self.link, self.said = html(), html(live=True), html(live=True)
        told = _("Take the group's lines along as a file. It has no names, and nothing else of your journal.")
        self.upload = ipywidgets.FileUpload(accept=".json", multiple=False, description=_("Bring the lines back"))
        self.upload.add_class("dk-quiet")
        self.upload.observe(lambda change: self._bring_back(), names="value")
        make = button(_("Take the group's lines along"), self._offer, css="dk-quiet")
        self._count()
        return (card(self.how_many, html(f"<p>{escape(told)}</p>"), make, self.link, self.upload, self.said),)

    def _many(self) -> int:
        return len(GroupFile().lines())

    def _count(self) -> None:
        self.how_many.value = f"<p>{escape(self.summary())}</p>"

    def _offer(self) -> None:
        _ = self._
        data = base64.b64encode(GroupFile().text().encode("utf-8")).decode("ascii")
        words = escape(_("Save {file} on this device", file=_.isolate(NAME)))
        self.link.value = f"<a class='dk-link' download='{NAME}' href='data:application/json;base64,{data}'>{words}</a>"
        self.remember(done=True)

    def _bring_back(self) -> None:
        if not self.upload.value:
            return
        _, content = self._, bytes(self.upload.value[0]["content"])
        try:
            new = GroupFile().bring_back(content.decode("utf-8", "replace"))
        except KitError as error:
            self.said.value = f"<p class='dk-note-warn'>{escape(self.lesson.say(error))}</p>"
            return
        self._count()
        self.said.value = note(_.n("{n} line is new here.", "{n} lines are new here.", new))
