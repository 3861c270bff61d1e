"""Who can talk with whom here: voices and the languages they would like to use today."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.languages import LANGUAGES
from dastarkhan.lessons.activity import Activity, button, buttons, card, html, side_by_side
from dastarkhan.lessons.chips import Chips
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import some_of
from dastarkhan.pictures import voices_picture
from simulations.voices import Reach, common_languages, reach

LEAST, MOST = 2, 12
BUS = (("kk", "ru"), ("kk",), ("ky", "kk"), ("ky",), ("tg", "ru"), ("prs", "tg"), ("prs",))
"""An invented group on the bus to Mill, for somebody who is alone."""
SIGN, OTHER = "sign", "other"


class Voices(Activity):
    """Add voice after voice, and see who hears whom, through how many others, and who holds parts together."""

    key = "voices"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who can talk with whom here?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        return self._.n("{n} voice is in the ring.", "{n} voices are in the ring.", len(self.state["voices"]))

    def languages(self) -> dict[str, str]:
        """What a voice may choose: the kit's languages, sign language, another one."""
        _ = self._
        named = {code: one.name for code, one in LANGUAGES.items()}
        return {**named, SIGN: _("a sign language"), OTHER: _("another language")}

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved ring without languages that are not known."""
        known, voices = self.languages(), saved.get("voices")
        each = [some_of(one, known) for one in voices] if isinstance(voices, list) else []
        return {
            "voices": [one for one in each if one][:MOST],
            "next": some_of(saved.get("next"), known),
        }

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Take the bus to Mill: seven invented voices. Then add yours."),
            pair=_("Add your two voices, then people from your family. Who could interpret at a wedding of both?"),
            room=_(
                "Each table makes its own ring. Nobody says where they come from, only what they like to speak today."
            ),
            call=_("One person adds the voices that come in the chat. Numbers, no names."),
        )

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The ring, and beside it the next voice."""
        self.picture, self.told = html(), html(live=True)
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self._show()
        return (card(side_by_side(self.picture, self.stage)),)

    # --- what a person does

    def _add(self) -> None:
        if not self.state["next"]:
            self.told.value = note(self._("Choose at least one language first."))
            return
        voices = [*self.state["voices"], self.state["next"]][:MOST]
        self.remember(done=len(voices) >= LEAST, voices=voices, next=[])
        self._show()

    def _take_bus(self) -> None:
        self.remember(voices=[list(one) for one in BUS])
        self._show()

    def _drop(self) -> None:
        self.remember(voices=self.state["voices"][:-1], next=self.state["voices"][-1])
        self._show()

    # --- what the screen shows

    def _show(self) -> None:
        _, voices = self._, self._voices()
        found = reach(voices)
        told = {voice: self._heard(voice) for voice in voices}
        self.picture.value = (
            voices_picture(common_languages(voices), told, found.bridges, _, title=_("Voices in a ring"), key="voices")
            if voices
            else f"<p>{escape(_('The ring is still empty. Add a first voice.'))}</p>"
        )
        self.told.value = self._means(found) if len(voices) >= LEAST else ""
        self.stage.children = (*self._next(), self.told)

    def _voices(self) -> dict[str, list[str]]:
        return {self._.number(number): spoken for number, spoken in enumerate(self.state["voices"], start=1)}

    def _next(self) -> tuple[ipywidgets.Widget, ...]:
        _, voices = self._, self.state["voices"]
        steps = []
        if len(voices) < MOST:
            steps.append(button(_("Add this voice"), self._add))
        if voices:
            steps.append(button(_("Take the last voice back"), self._drop, css="dk-quiet"))
        else:
            steps.append(button(_("Take the bus to Mill"), self._take_bus, css="dk-quiet"))
        if len(voices) >= MOST:
            told = _("Twelve voices make a full ring. Take one back to try another.")
            return (html(f"<p>{escape(told)}</p>"), buttons(*steps))
        ask = _("Voice {n}: in which languages would you like to talk today?", n=_.number(len(voices) + 1))
        chips = Chips(self.languages(), self.state["next"], lambda new: self.remember(next=new))
        return (html(f"<p><b>{escape(ask)}</b></p>"), chips.box, buttons(*steps))

    def _heard(self, voice: str) -> str:
        _, graph = self._, common_languages(self._voices())
        near = list(graph[voice])
        if not near:
            return _("Nobody hears this voice yet. Where could it find an interpreter?")
        return _.n("It talks directly with {n} voice.", "It talks directly with {n} voices.", len(near))

    def _means(self, found: Reach) -> str:
        _, words = self._, self.languages()
        if found.common:
            shared = _.listed(words[one] for one in found.common)
            told = _(
                "Everybody would use {languages}. Ask all the same who would think better in another.", languages=shared
            )
            return note(told)
        if len(found.parts) > 1:
            n = len(found.parts)
            told = _("The ring has {n} parts that do not hear each other. One more voice could join them: which?", n=n)
            return f"<p class='dk-note-warn'>{escape(told)}</p>"
        far = _.n(
            "Everybody is reached. The farthest two need {n} person between them.",
            "Everybody is reached. The farthest two need {n} people between them.",
            found.between,
        )
        return note(f"{far} {self._bridges(found)}".strip())

    def _bridges(self, found: Reach) -> str:
        _ = self._
        if not found.bridges:
            return _("No single voice carries it alone. That is a strong ring.")
        return _.n(
            "{n} voice holds parts together. Ask it first, and let it rest.",
            "{n} voices hold parts together. Ask them first, and let them rest.",
            len(found.bridges),
        )
