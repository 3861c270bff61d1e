"""The talks of one year on the screen, in the order in which a person needs them."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, html, side_by_side
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.offer_builder import OfferBuilder, clean_draft
from dastarkhan.lessons.shared_river.talks.own_value import gain, in_points, own_sense
from dastarkhan.lessons.shared_river.talks.panes import pane
from dastarkhan.lessons.shared_river.talks.private_sheet import private_sheet
from dastarkhan.lessons.shared_river.talks.talk_head import talk_head
from dastarkhan.lessons.shared_river.talks.talk_log import folded_log, year_said
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from simulations.games.own_worth import NEARLY

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.talks.negotiate import Negotiate


class TalksScreen:
    """What one side sees while the sides talk.

    Parameters
    ----------
    activity : Negotiate
        Whose state is shown and who takes the steps.
    meeting : Meeting
    side : str
        Through whose eyes.
    """

    def __init__(self, activity: "Negotiate", meeting: Meeting, side: str) -> None:
        self.activity, self.meeting, self.side, self._ = activity, meeting, side, activity.lesson.words
        self.case, self.talk = meeting.case, meeting.talk
        self.said = year_said(meeting, self._)
        self.open: Mapping[str, Any] | None = self.talk["offer"]

    def widgets(self) -> tuple[ipywidgets.Widget, ...]:
        """Year and time; their offer; the private sheet and what was said; one's own offer; what else can be done."""
        head = talk_head(
            self.meeting, self.side, self._newest(self.side), self._newest(self.meeting.other(self.side)), self._
        )
        opened = pane(self.activity, self.meeting, self.side)
        if opened:
            opened[0].add_class("dk-hands-over")
            return (head, *opened, self._sheet())
        mine = self._mine()
        beside = ipywidgets.VBox([self._sheet(), *self._log()])
        if self.open is None:
            return (head, side_by_side(mine, beside) if self._known else side_by_side(beside, mine), self._else())
        offers = ipywidgets.VBox([self._theirs(self.open, mine), mine])
        if self._known:
            offers.add_class("dk-hands-over")  # whoever knows the sheet goes on at the new offer
        return (head, side_by_side(offers, beside), self._else())

    @property
    def _known(self) -> bool:
        """Whether the sheet was read and put away."""
        return not self.activity.state["sheet"]

    # --- what stands on it

    def _sheet(self) -> ipywidgets.VBox:
        activity = self.activity
        writing = activity.state["pane"] == "break"  # the note is in its field then
        return private_sheet(
            self.meeting,
            self.side,
            "" if writing else activity.state["notes"].get(self.side, ""),
            shown=activity.state["sheet"],
            turned=lambda shown: activity.once(lambda: activity.step(sheet=shown))(),
            _=self._,
        )

    def _log(self) -> tuple[ipywidgets.Widget, ...]:
        """Nothing before anybody has spoken; an offer that lies open stands in full above."""
        lying = max((place for place, one in enumerate(self.said) if one.kind == "offer"), default=None)
        offer = self.said[lying] if self.open and lying is not None else None
        told = folded_log(self.said, offer, self.meeting, self._)
        return (html(told, live=True),) if told else ()

    def _theirs(self, offer: Mapping[str, Any], mine: ipywidgets.Widget) -> ipywidgets.VBox:
        """Their offer: what they say, what is in it, what it means for one's own side, and what one can do now."""
        _, other = self._, offer["side"]
        name = side_name(self.case, other, _)
        package = dict(offer["package"])
        earlier = [one["package"] for one in self.talk["offers"] if one["side"] == other] or [self._last_year]
        heading = escape(_("{side} offers", side=name))
        listed = package_list(self.case, package, _, before=earlier[-1] or None)
        points = in_points(self.case, self.side, package, _)
        folded = f"<details><summary>{escape(_('In points'))}</summary>{points}</details>"
        return card(
            html(f"<h3>{heading}</h3>{self._voice()}{listed}"),
            html(own_sense(self.case, self.side, package, _) + folded),
            buttons(*self._answers(package, mine)),
        )

    def _answers(self, package: Mapping[str, int], mine: ipywidgets.Widget) -> list[ipywidgets.Button]:
        """Yes, another offer, or no; what would leave one worse off than alone is not what stands out."""
        _, activity = self._, self.activity
        worse = gain(self.case, self.side, package) < -NEARLY
        accept = button(
            _("Accept this offer"),
            activity.once(lambda: self._accept(package)),
            css="dk-quiet" if worse and not self._last else "dk-primary",
        )
        refuse = button(
            _("Say no, and why"), activity.once(lambda: activity.step(pane="refuse", picked=None)), css="dk-quiet"
        )
        if self._last:
            return [accept, refuse]
        mine.layout.display = "none"
        another = button(_("Make another offer"), lambda: _show(mine), css="dk-primary" if worse else "dk-quiet")
        return [another, accept, refuse] if worse else [accept, another, refuse]

    def _accept(self, package: Mapping[str, int]) -> None:
        """Say yes; to less than one would have alone, after asking once more."""
        if gain(self.case, self.side, package) < -NEARLY:
            self.activity.step(pane="agree")
        else:
            self.activity.accept(self.side)

    def _voice(self) -> str:
        """What they say with their offer, and why they did not take ours."""
        newest = next((one for one in reversed(self.said) if one.kind == "offer"), None)
        if newest is None:
            return ""
        told = _about_ours(newest.reason, self._) if newest.reason else ""
        return told + (f"<p class='dk-voice'>{escape(newest.voice)}</p>" if newest.voice else "")

    @property
    def _last(self) -> bool:
        """Whether an offer lies open that leaves no time for another one."""
        return self.open is not None and int(self.talk["turn"]) >= int(self.case.data["talks"]["turns"])

    def _mine(self) -> ipywidgets.Widget:
        """The offer builder; on the last turn an open offer leaves no time for another one."""
        _, activity, side = self._, self.activity, self.side
        if self._last:
            told = _("There is no time for another offer. Your yes or your no ends this year's talks.")
            return html(f"<p class='dk-note'>{escape(told)}</p>")
        make = button(
            _("Make this offer") if self.open is None else _("Offer this instead"),
            activity.once(lambda: activity.offer(side, builder.draft)),
        )
        builder = OfferBuilder(
            self.case,
            side,
            self.meeting.year,
            self._start(),
            self._newest(self.meeting.other(side)),
            lambda draft: activity.remember(draft={**activity.state["draft"], side: draft}),
            make,
            _,
        )
        heading = escape(_("Your offer") if self.open is None else _("Your own offer"))
        return card(html(f"<h3>{heading}</h3>"), builder.box)

    def _else(self) -> ipywidgets.VBox:
        _, activity, meeting, side = self._, self.activity, self.meeting, self.side
        found = []
        aloud = meeting.partner is None
        if meeting.lawful(side, "ask") and not aloud:
            found.append(
                button(
                    _("Ask a question"), activity.once(lambda: activity.step(pane="ask", picked=None)), css="dk-quiet"
                )
            )
        if meeting.lawful(side, "break"):
            found.append(button(_("Take a break"), activity.once(lambda: activity.rest_a_little(side)), css="dk-quiet"))
        if meeting.lawful(side, "close"):
            stop = activity.once(lambda: activity.step(pane="close", picked=None))
            found.append(button(_("Stop without agreement"), stop, css="dk-quiet"))
        told = f"<p><b>{escape(_('What else you can do'))}</b></p>"
        if aloud:
            told = f"<p>{escape(_('Ask aloud. Tap only your offers and your yes.'))}</p>{told}"
        return ipywidgets.VBox([html(told), buttons(*found)])

    # --- small things

    def _newest(self, side: str) -> dict[str, int] | None:
        """A side's newest offer of this year."""
        if self.open is not None and self.open["side"] == side:
            return dict(self.open["package"])
        return next((dict(one["package"]) for one in reversed(self.talk["offers"]) if one["side"] == side), None)

    def _start(self) -> dict[str, int]:
        """What is built so far; else one's last offer, last year's agreement or nothing."""
        draft = clean_draft(self.case, self.meeting.year, self.activity.state["draft"].get(self.side, {}))
        return draft or self._newest(self.side) or clean_draft(self.case, self.meeting.year, self._last_year)

    @property
    def _last_year(self) -> dict[str, int]:
        """What was agreed last year; nothing without an agreement."""
        closed = self.meeting.closed
        return dict(closed[-1]["agreement"] or {}) if closed else {}


def _show(offer: ipywidgets.Widget) -> None:
    offer.layout.display = None


def _about_ours(reason: str, _: Words) -> str:
    return f"<p>{escape(_('About your offer:'))} <b>{escape(reason)}</b></p>"
