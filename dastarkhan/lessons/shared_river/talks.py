"""The talks of one year on the screen, in the order in which a person needs them."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, html, side_by_side
from dastarkhan.lessons.shared_river.meeting import Meeting
from dastarkhan.lessons.shared_river.offer_builder import OfferBuilder, clean_draft
from dastarkhan.lessons.shared_river.own_value import NEARLY, gain, own_table, own_word
from dastarkhan.lessons.shared_river.panes import pane
from dastarkhan.lessons.shared_river.private_sheet import private_sheet
from dastarkhan.lessons.shared_river.talk_head import talk_head
from dastarkhan.lessons.shared_river.talk_log import Said, log_html, year_said
from dastarkhan.lessons.shared_river.talk_words import package_list

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.negotiate import Negotiate


class TalksScreen:
    """What one side sees while the sides talk.

    Parameters
    ----------
    visit : Negotiate
        Whose state is shown and who takes the steps.
    meeting : Meeting
    side : str
        Through whose eyes.
    """

    def __init__(self, visit: "Negotiate", meeting: Meeting, side: str) -> None:
        self.visit, self.meeting, self.side, self._ = visit, meeting, side, visit.lesson.words
        self.case, self.talk = meeting.case, meeting.talk
        self.said = year_said(meeting, self._)
        self.open: Mapping[str, Any] | None = self.talk["offer"]

    def widgets(self) -> tuple[ipywidgets.Widget, ...]:
        """Year and time; the private sheet; the talks; their offer; one's own; what else can be done."""
        head = talk_head(
            self.meeting, self.side, self._newest(self.side), self._newest(self.meeting.other(self.side)), self._
        )
        opened = pane(self.visit, self.meeting, self.side)
        if opened:
            opened[0].add_class("dk-hands-over")
            return (head, *opened, self._sheet())
        offers = (*self._theirs(), *self._mine())
        both = (side_by_side(*offers),) if len(offers) == 2 else offers
        return (head, side_by_side(self._sheet(), self._log()), *both, self._else())

    # --- what stands on it

    def _sheet(self) -> ipywidgets.VBox:
        visit = self.visit
        writing = visit.state["pane"] == "break"  # the note is in its field then
        return private_sheet(
            self.meeting,
            self.side,
            "" if writing else visit.state["notes"].get(self.side, ""),
            shown=visit.state["sheet"],
            turned=lambda shown: visit.once(lambda: visit.step(sheet=shown))(),
            _=self._,
        )

    def _log(self) -> ipywidgets.VBox:
        _ = self._
        said: Sequence[Said] = self.said
        if self.open:
            newest = max(place for place, one in enumerate(said) if one.kind == "offer")
            said = [*said[:newest], *said[newest + 1 :]]  # it stands in full just below
        heading = escape(_("The talks so far"))
        return card(html(f"<h3>{heading}</h3>{log_html(said, self.meeting, _)}", live=True))

    def _theirs(self) -> tuple[ipywidgets.Widget, ...]:
        if self.open is None:
            return ()
        _, visit, other = self._, self.visit, self.open["side"]
        name = _.case(self.case, f"sides.{other}.name")
        package = dict(self.open["package"])
        earlier = [one["package"] for one in self.talk["offers"] if one["side"] == other]
        heading = escape(_("{side} offers", side=name))
        listed = package_list(self.case, package, _, before=earlier[-1] if earlier else None)
        offer = card(
            html(f"<h3>{heading}</h3>{self._voice()}{listed}"),
            html(own_table(self.case, self.side, package, _)),
            html(f"<p class='dk-note'>{escape(own_word(self.case, self.side, package, _))}</p>"),
            buttons(
                button(_("Accept this offer"), visit.once(lambda: self._accept(package))),
                button(
                    _("Say no, and why"), visit.once(lambda: visit.step(pane="refuse", picked=None)), css="dk-quiet"
                ),
            ),
        )
        if not visit.state["sheet"]:
            offer.add_class("dk-hands-over")  # whoever knows the sheet goes on at the new offer
        return (offer,)

    def _accept(self, package: Mapping[str, int]) -> None:
        """Say yes; to less than one would have alone, after asking once more."""
        if gain(self.case, self.side, package) < -NEARLY:
            self.visit.step(pane="agree")
        else:
            self.visit.accept(self.side)

    def _voice(self) -> str:
        """What they say with their offer, and why they did not take ours."""
        newest = next((one for one in reversed(self.said) if one.kind == "offer"), None)
        if newest is None:
            return ""
        told = _about_ours(newest.reason, self._) if newest.reason else ""
        return told + (f"<p class='dk-voice'>{escape(newest.voice)}</p>" if newest.voice else "")

    def _mine(self) -> tuple[ipywidgets.Widget, ...]:
        """The offer builder; on the last turn an open offer leaves no time for another one."""
        _, visit, side = self._, self.visit, self.side
        last = int(self.talk["turn"]) >= int(self.case.data["talks"]["turns"])
        if self.open is not None and last:
            told = _("There is no time for another offer. Your yes or your no ends this year's talks.")
            return (html(f"<p class='dk-note'>{escape(told)}</p>"),)
        make = button(
            _("Make this offer") if self.open is None else _("Offer this instead"),
            visit.once(lambda: visit.offer(side, builder.draft)),
        )

        def changed(draft: dict[str, int]) -> None:
            visit.remember(draft={**visit.state["draft"], side: draft})
            make.disabled = not builder.complete

        builder = OfferBuilder(
            self.case,
            side,
            self.meeting.year,
            self._start(),
            self._newest(self.meeting.other(side)),
            changed,
            _,
        )
        make.disabled = not builder.complete
        heading = escape(_("Your offer") if self.open is None else _("Or your own offer"))
        return (card(html(f"<h3>{heading}</h3>"), builder.box, make),)

    def _else(self) -> ipywidgets.VBox:
        _, visit, meeting, side = self._, self.visit, self.meeting, self.side
        found = []
        if meeting.lawful(side, "ask"):
            found.append(
                button(_("Ask a question"), visit.once(lambda: visit.step(pane="ask", picked=None)), css="dk-quiet")
            )
        if meeting.lawful(side, "break"):
            found.append(button(_("Take a break"), visit.once(lambda: visit.rest_a_little(side)), css="dk-quiet"))
        if meeting.lawful(side, "close"):
            stop = visit.once(lambda: visit.step(pane="close", picked=None))
            found.append(button(_("Stop without agreement"), stop, css="dk-quiet"))
        return ipywidgets.VBox([html(f"<p><b>{escape(_('What else you can do'))}</b></p>"), buttons(*found)])

    # --- small things

    def _newest(self, side: str) -> dict[str, int] | None:
        """A side's newest offer of this year."""
        if self.open is not None and self.open["side"] == side:
            return dict(self.open["package"])
        return next((dict(one["package"]) for one in reversed(self.talk["offers"]) if one["side"] == side), None)

    def _start(self) -> dict[str, int]:
        """What is built so far; else one's last offer, last year's agreement or nothing."""
        draft = clean_draft(self.case, self.meeting.year, self.visit.state["draft"].get(self.side, {}))
        closed = self.meeting.closed
        agreed = dict(closed[-1]["agreement"] or {}) if closed else {}
        return draft or self._newest(self.side) or clean_draft(self.case, self.meeting.year, agreed)


def _about_ours(reason: str, _: Words) -> str:
    return f"<p>{escape(_('About your offer:'))} <b>{escape(reason)}</b></p>"
