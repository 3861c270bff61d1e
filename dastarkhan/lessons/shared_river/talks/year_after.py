"""After the talks: what was agreed, what a side still decides by itself, and the year that comes."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.shared_river.names import weather_name
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.talk_log import log_html, year_said
from dastarkhan.lessons.shared_river.talks.talk_words import agreed_box, option_words, term_title
from dastarkhan.lessons.shared_river.talks.year_story import nature_voice, year_story
from dastarkhan.lessons.shared_river.year_words import seal
from simulations.games.agreements import year_under
from simulations.table import Case

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.talks.negotiate import Negotiate


def agreed_screen(activity: "Negotiate", meeting: Meeting) -> tuple[ipywidgets.Widget, ...]:
    """What came of the talks, in one box, and how they went, folded."""
    _, talk = activity.lesson.words, meeting.talk
    box = card(html(agreed_box(meeting.case, talk, _), live=True))
    box.add_class("dk-agreed")
    said = year_said(meeting, _)
    last = said[-1] if said else None
    if last is not None and last.voice:
        box.children = (html(f"<p class='dk-voice'>{escape(last.voice)}</p>"), *box.children)
    box.children = (*box.children, html(f"<p>{escape(_('Who would you tell first at home?'))}</p>"))
    heading = escape(_("How the talks went"))
    went = html(f"<details><summary>{heading}</summary>{log_html(said, meeting, _)}</details>")
    return (box, went)


def decision_card(activity: "Negotiate", meeting: Meeting, side: str) -> ipywidgets.VBox:
    """What a side still decides by itself, and why now."""
    _, case = activity.lesson.words, meeting.case
    form = meeting.lawful(side, "decide")[0]
    decision = str(form.data["decision"])
    options = [(_.case(case, f"decisions.{decision}.options.{value}"), value) for value in form.options["value"]]
    values = [value for _words, value in options]
    picked = activity.state["picked"] if activity.state["picked"] in values else None
    go = button(_("Decide"), activity.once(lambda: activity.decide(side, decision)))
    go.disabled = picked is None

    def pick(value: int) -> None:
        activity.remember(picked=value)
        go.disabled = False

    why = html(note(" ".join((_why_now(meeting, decision, _), *_what_it_feeds(meeting, decision, _)))))
    ask = choice(_.case(case, f"decisions.{decision}.title"), options, picked, pick)
    asked = card(html(f"<p>{seal(case, side, _)}</p>"), why, ask, go)
    if meeting.state.card is not None:
        asked.add_class("dk-hands-over")  # what was agreed above it was read before the year came
    return asked


def _why_now(meeting: Meeting, decision: str, _: Words) -> str:
    early = bool(meeting.case.decisions[decision].get("early"))
    card_open = meeting.state.card
    if card_open is None:
        return _("You decide now, before anybody knows what the year will bring. You share no river data.")
    name = weather_name(meeting.case, str(card_open), _)
    if early:
        told = _("The river data came in time, so you know it before you decide: {year}.", year=name)
        news = f"injects.{card_open}.news"
        return f"{told} {_.case(meeting.case, news)}" if card_open in meeting.case.injects else told
    return _("The year is here: {year}. Nothing is agreed about this, so you decide by yourself.", year=name)


def _what_it_feeds(meeting: Meeting, decision: str, _: Words) -> tuple[str, ...]:
    """How many of a hundred fields the water reaches, as agreed; nothing where no agreement says how much comes."""
    case, agreed = meeting.case, meeting.talk["agreement"]
    place = str(case.decisions[decision]["node"])
    others = [name for name in case.decisions if name != decision]
    if case.basin["nodes"][place]["kind"] != "demand" or not all(name in (agreed or {}) for name in others):
        return ()
    need_mcm = sum(case.basin["nodes"][place]["demand_mcm"])
    everything = {decision: max(case.decisions[decision]["options"])}

    def fed(card: str) -> int:
        lived = year_under(case, card, agreed, decided=everything)
        return round(10 * lived.results[f"{place}_tenth_mcm"] / float(need_mcm))

    if meeting.state.card is not None:
        told = _(
            "What you agreed brings water for about {n} of {total} this year.", n=fed(meeting.state.card), total=100
        )
        return (told,)
    normal, dry = (_nearest(case, factor) for factor in (1.0, 0.75))
    return (
        _(
            "What you agreed brings water for about {n} of {total} in a normal year, and for {dry} in a dry one.",
            n=fed(normal),
            total=100,
            dry=fed(dry),
        ),
    )


def _nearest(case: Case, factor: float) -> str:
    """The card that brings nearest to this share of a normal year's water."""
    return min(case.cards, key=lambda card: abs(case.cards[card]["inflow_factor"] - factor))


def come_button(activity: "Negotiate") -> ipywidgets.Button:
    """The button that lets the year come."""
    _ = activity.lesson.words
    return button(_("Let the year come"), activity.once(activity.live))


def year_screen(activity: "Negotiate", meeting: Meeting, year: Mapping[str, Any]) -> Sequence[ipywidgets.Widget]:
    """A year that is over: nature, what was agreed and decided, the pictures; no points."""
    _, case = activity.lesson.words, meeting.case
    title = escape(_("Year {n}: {card}", n=year["year"], card=weather_name(case, str(year["card"]), _)))
    news = "".join(note(_.case(case, f"injects.{inject}.news")) for inject in year["injects"])
    story = card(
        html(f"<h3>{title}</h3>{news}{_decided(meeting, year, _)}"),
        html(year_story(case, str(year["card"]), year["decisions"], _)),
        html(nature_voice(case, str(year["card"]), year["decisions"], _)),
    )
    heading = _("What you had agreed") if year["agreement"] else _("How the talks ended")
    kept = html(f"<details><summary>{escape(heading)}</summary>{agreed_box(case, year, _)}</details>")
    return (story, kept, *_next_steps(activity, meeting, year))


def _decided(meeting: Meeting, year: Mapping[str, Any], _: Words) -> str:
    """Who decided what by itself, and what the agreement decided."""
    case, agreed = meeting.case, year["agreement"] or {}
    rows = []
    for decision, value in year["decisions"].items():
        if decision in agreed:
            title, option = term_title(case, decision, _), option_words(case, decision, agreed[decision], _)
            came = (
                _("{title}: {option}, as agreed", title=title, option=option)
                if value == agreed[decision]
                else _(
                    "{title}: {n} in place of {option}, by your rule for dry years", title=title, n=value, option=option
                )
            )
            rows.append(f"<li>{escape(came)}</li>")
            continue
        side = case.seats[case.decisions[decision]["seat"]]["side"]
        option = _.case(case, f"decisions.{decision}.options.{value}")
        rows.append(f"<li>{seal(case, side, _)}: {escape(option)}</li>")
    return f"<ul class='dk-plain'>{''.join(rows)}</ul>"


def _next_steps(activity: "Negotiate", meeting: Meeting, year: Mapping[str, Any]) -> tuple[ipywidgets.Widget, ...]:
    _ = activity.lesson.words
    again = (
        button(_("Change sides and play again"), activity.once(activity.change_sides), css="dk-quiet"),
        button(_("Another partner"), activity.once(activity.another_partner), css="dk-quiet"),
    )
    onward = [] if meeting.over else [button(_("Next year: new talks"), activity.once(activity.next_year))]
    if activity.state["rest"]:
        told = _("Well talked. Go on to the next activity below and put your role down there. Numbers come after that.")
        if not meeting.over:
            return (html(note(told), css="dk-hands-over"), buttons(*onward, *again))
        return (html(note(told), css="dk-hands-over"), _other_bank(activity, again))
    enough = _("Put the role down") if meeting.over else _("Enough for today: put the role down")
    down = button(enough, activity.once(activity.put_down), css="dk-primary" if meeting.over else "dk-quiet")
    if not meeting.over:
        return (buttons(*onward, down),)
    return (html(note(_("These were all the years. How did they feel?"))), buttons(down), _other_bank(activity, again))


def _other_bank(activity: "Negotiate", again: tuple[ipywidgets.Button, ...]) -> ipywidgets.VBox:
    """Why it is worth sitting down once more, and where."""
    _ = activity.lesson.words
    why = _("From the other bank the same river looks different. Sit there now, it takes ten minutes.")
    return card(html(f"<p>{escape(why)}</p>"), buttons(*again))
