"""What one side sees at a table of packages, in the order in which a person needs it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.negotiation.people import who_sits_there
from dastarkhan.languages import Words
from dastarkhan.languages.near_home import near_home
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, text_of
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.negotiation.table_log import log_html
from dastarkhan.lessons.negotiation.table_meeting import KINDS, TableMeeting
from dastarkhan.lessons.negotiation.worth import points_html, sheet_html, word_html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.fold import fold
from dastarkhan.lessons.shared_river.talks.offer_builder import OfferBuilder
from dastarkhan.lessons.shared_river.talks.panes import allowed, answering, back, breathing, pick, refusing
from dastarkhan.lessons.shared_river.talks.partner_words import card_words
from dastarkhan.lessons.shared_river.talks.private_sheet import briefs, heard
from dastarkhan.lessons.shared_river.talks.seating import deciding_seats
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from simulations.games.package_points import options_of
from simulations.table import Case

if TYPE_CHECKING:
    from dastarkhan.lessons.negotiation.table_talks import TableTalks

NOBODY = "nobody"
TWO = 2


def screen(activity: "TableTalks") -> Sequence[ipywidgets.Widget]:
    """Sit down, talk, or see how it ended."""
    meeting = activity.meeting()
    if meeting is None:
        return (_begin(activity),)
    if not meeting.talking:
        return (_ended(activity, meeting),)
    side = str(meeting.due)
    if len(meeting.people) == TWO and activity.state["hands"] != side:
        return (_hand_over(activity, meeting, side),)
    return _talks(activity, meeting, side)


# --- before the talks


def _begin(activity: "TableTalks") -> ipywidgets.VBox:
    _, state, case = activity.lesson.words, activity.state, activity.case
    sit = button(_("Sit down at the table"), activity.once(activity.begin))
    sit.disabled = state["side"] is None

    def side(chosen: str) -> None:
        activity.remember(side=chosen)
        sit.disabled = False

    names = [(f"{side_name(case, one, _)}. {_brief(case, one, _)}", one) for one in sides_by_name(case, _)]
    seconds = [(_("Nobody: partners sit there"), NOBODY), *((side_name(case, one, _), one) for one in case.sides)]
    second = choice(
        _("Does a second person sit at this screen? On which side?"),
        seconds,
        state["second"] or NOBODY,
        lambda one: activity.remember(second=None if one == NOBODY else one),
    )
    manner = choice(
        _("How are the partners?"),
        [(card_words(kind, _), kind) for kind in KINDS],
        state["partner"],
        lambda kind: activity.remember(partner=kind),
    )
    about = f"<h3>{escape(_.case(case, 'title'))}</h3><p>{escape(_.case(case, 'about'))}</p>"
    return card(
        html(about),
        *_which_case(activity),
        choice(_("On which side do you sit? Take the one that is least like home."), names, state["side"], side),
        fold(_("Other partners, or a second person"), _("Close this"), manner, second),
        sit,
    )


def _brief(case: Case, side: str, _: Words) -> str:
    return _.case(case, f"seats.{deciding_seats(case)[side]}.brief")


def _which_case(activity: "TableTalks") -> tuple[ipywidgets.Widget, ...]:
    """Another table, for whom this one is too near to home."""
    from dastarkhan.lessons.negotiation.table_talks import case_named

    _ = activity.lesson.words
    if len(activity.CASES) < TWO:
        return ()
    options = [(_.case(case_named(name), "title"), name) for name in activity.CASES]

    def take(name: str) -> None:
        activity.step(case=name, side=None, second=None)

    warning = near_home(activity.case, _)
    trainer = (
        f"<details><summary>{escape(_('For trainers'))}</summary><p>{escape(warning)}</p></details>" if warning else ""
    )
    which = choice(_("Which table? Take the one that is least like home."), options, activity.state["case"], take)
    return (fold(_("Another table"), _("Close this"), which), html(trainer))


# --- the talks


def _talks(activity: "TableTalks", meeting: TableMeeting, side: str) -> Sequence[ipywidgets.Widget]:
    opened = _pane(activity, meeting, side)
    head = html(_head(meeting, side, activity.lesson.words))
    if opened is not None:
        return (head, opened, _sheet(activity, meeting, side))
    offer = meeting.talk["offer"]
    theirs = (_theirs(activity, meeting, side, offer),) if offer else ()
    may_offer = meeting.lawful(side, "offer") or (offer and len(meeting.case.sides) == TWO)
    mine = (_mine(activity, meeting, side),) if may_offer else ()
    left = ipywidgets.VBox([*theirs, *mine])
    right = ipywidgets.VBox([_sheet(activity, meeting, side), html(log_html(meeting, activity.lesson.words))])
    # Whoever has not read the sheet yet begins there; on a phone what stands first is what is seen.
    unread = activity.state["sheet"] and not offer
    both = side_by_side(right, left) if unread else side_by_side(left, right)
    return (head, both, _else(activity, meeting, side))


def _head(meeting: TableMeeting, side: str, _: Words) -> str:
    talk = meeting.talk
    place = _("Round {n} of {total}", n=int(talk["round"]), total=int(talk["rounds"]))
    seat = _("You speak for {side}.", side=side_name(meeting.case, side, _))
    others = [one for one in meeting.case.sides if one != side and one not in meeting.people]
    people = "".join(f"<p>{escape(who_sits_there(meeting.case.id, one, _))}</p>" for one in others)
    return f"<p class='dk-small'>{escape(place)}</p><p><b>{escape(seat)}</b></p>{people}"


def _sheet(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.VBox:
    _, state = activity.lesson.words, activity.state

    def turned(shown: bool) -> Any:
        return activity.once(lambda: activity.step(sheet=shown))

    if not state["sheet"]:
        return ipywidgets.VBox([button(_("Show my sheet"), turned(True), css="dk-quiet")])
    heading = escape(_("Your private sheet: {side}", side=side_name(meeting.case, side, _)))
    told = f"<h3>{heading}</h3>{briefs(meeting, side, _)}{sheet_html(meeting.case, side, _)}{heard(meeting, side, _)}"
    own = state["notes"].get(side, "")
    mine = f"<p><b>{escape(_('Your own note:'))}</b> {escape(own)}</p>" if own else ""
    sheet = card(html(told + mine), button(_("Hide my sheet"), turned(False), css="dk-quiet"))
    sheet.add_class("dk-sheet")
    return sheet


def _theirs(activity: "TableTalks", meeting: TableMeeting, side: str, offer: Mapping[str, Any]) -> ipywidgets.VBox:
    _, case, package = activity.lesson.words, meeting.case, dict(offer["package"])
    made = meeting.mine(offer["side"])
    before = made[-2]["package"] if len(made) > 1 else None
    heading = escape(_("{side} offers", side=side_name(case, offer["side"], _)))
    folded = f"<details><summary>{escape(_('In points'))}</summary>{points_html(case, side, package, _)}</details>"
    return card(
        html(f"<h3>{heading}</h3>{package_list(case, package, _, before=before)}"),
        html(word_html(case, side, package, _) + folded),
        buttons(
            button(_("Accept this offer"), activity.once(lambda: activity.accept(side))),
            button(
                _("Say no, and why"), activity.once(lambda: activity.step(pane="refuse", picked=None)), css="dk-quiet"
            ),
        ),
    )


class PackageOffer(OfferBuilder):
    """Builds an offer of a package case."""

    def cleaned(self, draft: Mapping[str, object]) -> dict[str, Any]:
        """What of a draft can be offered, in the order of the case."""
        return {
            term: option
            for term, options in options_of(self._case).items()
            for option in options
            if type(draft.get(term)) is type(option) and draft[term] == option
        }

    def worth(self, _: Words) -> tuple[str, str]:
        """What the draft means for one's own side."""
        return points_html(self._case, self._side, self.draft, _), word_html(self._case, self._side, self.draft, _)


def _mine(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.VBox:
    _, state, case = activity.lesson.words, activity.state, meeting.case
    made, offer = meeting.mine(side), meeting.talk["offer"]
    draft = state["draft"].get(side) or (dict(made[-1]["package"]) if made else {})
    send = button(_("Make this offer"), activity.once(lambda: activity.offer(side, dict(builder.draft))))
    theirs = dict(offer["package"]) if offer else None

    def changed(new: dict[str, Any]) -> None:
        activity.remember(draft={**state["draft"], side: new})

    builder = PackageOffer(case, side, 1, draft, theirs, changed, send, _)
    return card(html(f"<h3>{escape(_('Your offer'))}</h3>"), builder.box)


def _else(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.VBox:
    _, found = activity.lesson.words, []
    if meeting.lawful(side, "ask"):
        ask = activity.once(lambda: activity.step(pane="ask", picked=None))
        found.append(button(_("Ask a question"), ask, css="dk-quiet"))
    if meeting.lawful(side, "pass"):
        passing = activity.once(lambda: activity._do(side, "pass", {}))
        found.append(button(_("Let the others speak"), passing, css="dk-quiet"))
    if meeting.lawful(side, "break"):
        found.append(button(_("Take a break"), activity.once(lambda: activity.rest_a_little(side)), css="dk-quiet"))
    if meeting.lawful(side, "close"):
        stop = activity.once(lambda: activity.step(pane="close", picked=None))
        found.append(button(_("Stop without agreement"), stop, css="dk-quiet"))
    return ipywidgets.VBox([html(f"<p><b>{escape(_('What else you can do'))}</b></p>"), buttons(*found)])


def _pane(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.Widget | None:
    """What lies open over the talks."""
    opened = activity.state["pane"]
    if meeting.lawful(side, "tell"):
        return answering(activity, meeting, side)
    if opened == "break":
        return breathing(activity, side)
    if opened == "refuse" and meeting.lawful(side, "reject"):
        return refusing(activity, meeting, side)
    if opened == "ask" and meeting.lawful(side, "ask"):
        return _asking(activity, meeting, side)
    if opened == "close" and meeting.lawful(side, "close"):
        return _closing(activity, meeting, side)
    return None


def _asking(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.Widget:
    _, options = activity.lesson.words, list[tuple[str, object]]()
    for one in meeting.lawful(side, "ask"):
        of = str(one.data.get("of", ""))
        for question in one.options["question"]:
            words = text_of(QUESTIONS, question, _)
            name = side_name(meeting.case, of, _) if of else ""
            options.append((_("{side}: {question}", side=name, question=words) if of else words, f"{of}:{question}"))
    go = button(_("Ask"), activity.once(lambda: activity.ask(side)))
    ask = _("What would you like to know? The answer is kept on your sheet. A question costs no turn.")
    return pick(activity, ask, options, go, back(activity))


def _closing(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.Widget:
    _ = activity.lesson.words
    options: list[tuple[str, object]] = [
        (text_of(NO_AGREEMENT, reason, _), reason) for reason in allowed(meeting, side, "close", "reason")
    ]
    go = button(_("Yes, stop the talks"), activity.once(lambda: activity.close(side)))
    ask = _("Why do you stop? A reasoned no agreement is a result too.")
    return pick(activity, ask, options, go, back(activity))


def _hand_over(activity: "TableTalks", meeting: TableMeeting, side: str) -> ipywidgets.VBox:
    _, name = activity.lesson.words, side_name(meeting.case, side, activity.lesson.words)
    told = escape(_("Now it is the turn of {side}. The other side looks away.", side=name))
    taken = activity.once(lambda: activity.step(hands=side, sheet=False))
    return card(
        html(f"<h3>{escape(_('Hand the screen over'))}</h3><p>{told}</p>"),
        button(_("I am {side}: show my side", side=name), taken),
    )


# --- after the talks


def _ended(activity: "TableTalks", meeting: TableMeeting) -> ipywidgets.VBox:
    _, talk = activity.lesson.words, meeting.talk
    if talk["agreement"]:
        shown = f"<h3>{escape(_('You have an agreement'))}</h3>{package_list(meeting.case, talk['agreement'], _)}"
    else:
        reason = text_of(NO_AGREEMENT, talk["no_agreement"] or "", _)
        heading, calm = escape(_("No agreement")), escape(_("That is a result too. Say why, if you can."))
        shown = f"<h3>{heading}</h3><p>{escape(reason)}</p><p>{calm}</p>"
    wait = note(_("What else was possible comes later, after the cards are face down."))
    again = button(_("Talk once more, with others"), activity.once(activity.again), css="dk-quiet")
    return card(html(shown + wait), html(log_html(meeting, _)), again)
