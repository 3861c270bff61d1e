"""Who can help on which step: six kinds of help for six situations, and all of them along the stairs."""

from collections.abc import Sequence
from html import escape

import ipywidgets

from dastarkhan.content.escalation.help import helps, rule_of_thumb
from dastarkhan.content.escalation.situation import Situation
from dastarkhan.content.escalation.situations import situations
from dastarkhan.content.escalation.steps import step_names
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, html
from dastarkhan.lessons.choosing import Choosing
from dastarkhan.lessons.reflection import note
from dastarkhan.pictures.help_picture import HelpMark, help_picture
from simulations.escalation import FITS, fitting

ASKED = ("wedding_songs", "bazaar_friday", "bridge_teahouse", "canal_gate", "chat_screenshot", "pitch_nets")
"""Steps 1, 6, 9, then 3, 5, 7: a short session takes the first three, and has seen low, middle and high."""


class Helpers(Choosing[Situation]):
    """Often more than one kind of help fits, and the ranges are a rule of thumb."""

    key = "helpers"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who can help here?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} situations have somebody who helps.", n=n, total=len(ASKED))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def each(self) -> Sequence[Situation]:
        """Six situations, on steps far apart."""
        known = {one.key: one for one in situations(self._)}
        return [known[key] for key in ASKED]

    def options(self, one: Situation) -> Sequence[tuple[str, str]]:
        """Six kinds of help, the lightest first."""
        return [(f"{each.name}: {each.says}", str(each.kind)) for each in helps(self._)]

    def head(self, one: Situation, at: int, total: int) -> str:
        """The situation and its step."""
        place = escape(self._("Situation {n} of {total}", n=at + 1, total=total))
        step = escape(step_names(self._)[one.stage - 1])
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p><p><b>{step}</b></p>"

    def ask(self) -> str:
        """What is asked of each situation."""
        return self._("Which help would you ask for? Try two.")

    def answer(self, one: Situation, key: str) -> str:
        """Fitting, too light or too strong, and why."""
        _ = self._
        found = next(each for each in helps(_) if each.kind == key)
        if found.kind in fitting(one.stage):
            return note(found.why(one.stage), strong=_("It fits."))
        light = one.stage > max(FITS[found.kind])
        opening = _("It may be too light.") if light else _("It may be too strong.")
        return f"<p class='dk-note-warn'><b>{escape(opening)}</b> {escape(found.why(one.stage))}</p>"

    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """All six along the nine steps."""
        _ = self._
        marks = [HelpMark(name=one.name, first=FITS[one.kind][0], last=FITS[one.kind][-1]) for one in helps(_)]
        drawn = help_picture(marks, _, title=_("Six kinds of help along nine steps"), key="helps")
        ask = escape(_("Who does such things where you live? Name the task, and no person."))
        again = button(_("Look once more"), lambda: self.go(0), css="dk-quiet")
        return (html(drawn), html(f"{note(rule_of_thumb(_))}<p>{ask}</p>"), again)
