"""The line as a model: another way, another chance, and who says back; what arrives on average."""

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.reading_each_other.phone_line import CAUGHT, LINE, NEW_NUMBER, NUMBERS, RECEIVER, SENDER
from dastarkhan.lessons.activity import button, buttons, choice, html, side_by_side, slider
from dastarkhan.lessons.reading_each_other import line_told
from dastarkhan.lessons.reflection import note
from dastarkhan.pictures.arrival_picture import chances_picture
from dastarkhan.pictures.line_picture import Way
from simulations.relay import SaysBack, calls_that_say_back, chances, shortest_way

if TYPE_CHECKING:
    from dastarkhan.lessons.reading_each_other.line import PhoneLine

WAYS = ("all", "shortest", "new")
"""By all eight, the shortest way there is, and with one number more across the river."""
MOST_SLIPS = 40


def way_of(name: str) -> tuple[str, ...]:
    """Everybody on a way, by its name in `WAYS`."""
    if name == "all":
        return LINE
    return shortest_way((*NUMBERS, NEW_NUMBER) if name == "new" else NUMBERS, SENDER, RECEIVER)


class LineNumbers:
    """The last screen of the line.

    Parameters
    ----------
    activity : PhoneLine
    """

    def __init__(self, activity: "PhoneLine") -> None:
        self.activity, self._ = activity, activity._

    def shown(self) -> tuple[ipywidgets.Widget, ...]:
        """Two pictures, and what changes them."""
        _, state = self._, self.activity.state
        self.line, self.bars, self.told = html(), html(), html(live=True)
        told = {one: len(way_of(one)) - 1 for one in WAYS}
        ways = [
            (_("By all eight: passed on {n} times", n=told["all"]), "all"),
            (_("By the shortest way: passed on {n} times", n=told["shortest"]), "shortest"),
            (_("With one number more across the river: passed on {n} times", n=told["new"]), "new"),
        ]
        backs = [
            (_("Nobody"), str(SaysBack.NOBODY)),
            (_("Only the last call"), str(SaysBack.LAST)),
            (_("Everybody"), str(SaysBack.EVERYBODY)),
        ]
        ask = _("Of 100 pieces, how many slip at each call")
        slips = slider(ask, range(MOST_SLIPS + 1), state["slips"], _, lambda new: self._set(slips=new))
        controls = ipywidgets.VBox(
            [
                choice(_("Which way?"), ways, state["way"], lambda one: self._set(way=one)),
                choice(_("Who says back?"), backs, state["back"], lambda one: self._set(back=one), row=True),
                slips,
            ]
        )
        line = note(_("A model is an argument, not evidence. Change this number and see."))
        steps = buttons(
            button(_("Back to the two runs"), lambda: self.activity.go("both"), css="dk-quiet"),
            button(_("Another message"), self.activity.another, css="dk-quiet"),
        )
        self._draw()
        return (
            html(line),
            side_by_side(self.line, controls),
            side_by_side(self.bars, self.told),
            html(line_told.assumed(_)),
            steps,
        )

    def _set(self, **changes: Any) -> None:
        self.activity.remember(**changes)
        self._draw()

    def _draw(self) -> None:
        _, state = self._, self.activity.state
        way, slip = way_of(state["way"]), state["slips"] / 100
        calls = len(way) - 1
        says_back = calls_that_say_back(calls, SaysBack(state["back"]))
        plain = chances((False,) * calls, slip=slip, caught=CAUGHT)
        back = chances(says_back, slip=slip, caught=CAUGHT)
        drawn = Way(stations=way, come=calls, says_back=says_back)
        self.line.value = line_told.line_drawn(drawn, _, key="try-line", new=state["way"] == "new")
        told = self._means(plain[-1], back[-1])
        self.bars.value = chances_picture(
            [line_told.PLACES[one][2] for one in way], plain, back, (_("Nobody says back"), _("As chosen above")), _,
            title=_("Of 100 pieces, how many are as they left"), description=told, key="try-bars",
        )  # fmt: skip
        self.told.value = f"<p><b>{escape(_('Of 100 pieces, how many are as they left'))}</b></p>{note(told)}"

    def _means(self, plain: float, back: float) -> str:
        _ = self._
        told = [self._arrive(plain, back)]
        if self.activity.state["back"] == SaysBack.LAST:
            told.append(_("The last call cannot catch what slipped before it."))
        return " ".join(told)

    def _arrive(self, plain: float, back: float) -> str:
        _ = self._
        if self.activity.state["back"] == SaysBack.NOBODY:
            return _(
                "{a} of 100 pieces arrive as they left. Of five pieces that is {five} on average.",
                a=round(100 * plain), five=_.number(5 * plain, decimals=1),
            )  # fmt: skip
        return _(
            "{b} of 100 pieces arrive as they left. Without saying back it is {a}. "
            "Of five pieces that is {five} instead of {four}.",
            a=round(100 * plain), b=round(100 * back),
            five=_.number(5 * back, decimals=1), four=_.number(5 * plain, decimals=1),
        )  # fmt: skip
