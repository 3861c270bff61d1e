"""One side's private sheet: what it is for, what it knows, what is worth what to it, what it was told."""

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.languages.talk_reasons import QUESTIONS, text_of
from dastarkhan.lessons.activity import button, card, html
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.talk_words import answer_words, option_words, term_title
from simulations.games.own_worth import Help, helps_most, what_is_worth_what
from simulations.games.talks import NOT_SAID
from simulations.table import Case

MOST = 3


def private_sheet(
    meeting: Meeting, side: str, note: str, *, shown: bool, turned: Callable[[bool], None], _: Words
) -> ipywidgets.VBox:
    """The sheet of a side; one tap shows it, one tap hides it.

    Parameters
    ----------
    meeting : Meeting
    side : str
        Whose sheet.
    note : str
        What the person wrote down in a break.
    shown : bool
        Whether it lies open.
    turned : callable
        Called with what `shown` becomes.
    """
    if not shown:
        return ipywidgets.VBox([button(_("Show my sheet"), lambda: turned(True), css="dk-quiet")])
    name = side_name(meeting.case, side, _)
    heading = html(f"<h3>{escape(_('Your private sheet: {side}', side=name))}</h3>")
    sheet = card(
        heading,
        html(sheet_html(meeting, side, note, _)),
        button(_("Hide my sheet"), lambda: turned(False), css="dk-quiet"),
    )
    sheet.add_class("dk-sheet")
    return sheet


def sheet_html(meeting: Meeting, side: str, note: str, _: Words) -> str:
    """What stands on the sheet, as HTML; nothing of it is the other side's."""
    return (
        briefs(meeting, side, _)
        + _most(meeting, side, _)
        + _worth(meeting, side, _)
        + heard(meeting, side, _)
        + (f"<p><b>{escape(_('Your own note:'))}</b> {escape(note)}</p>" if note else "")
    )


def briefs(meeting: Meeting, side: str, _: Words) -> str:
    """What the side's seats are for: the deciding one in full, those it speaks for folded under it."""
    you = meeting.view(side)["you"]
    first, *others = you["private"]
    open_facts = escape(_("Facts that you may tell them, or keep:"))
    told = f"<p>{escape(_.case(meeting.case, f'seats.{first}.brief'))}</p><p>{open_facts}</p>{facts(meeting, first, _)}"
    if not others:
        return told
    more = "".join(
        f"<p>{escape(_.case(meeting.case, f'seats.{seat}.brief'))}</p>{facts(meeting, seat, _)}" for seat in others
    )
    return f"{told}<details><summary>{escape(_('For whom else you speak'))}</summary>{more}</details>"


def facts(meeting: Meeting, seat: str, _: Words) -> str:
    """What only this seat knows, in numbers, as HTML."""
    private: Mapping[str, float] = meeting.case.seats[seat].get("private", {})
    rows = "".join(
        f"<tr><th scope='row'>{escape(_.case(meeting.case, f'seats.{seat}.private.{key}'))}</th>"
        f"<td class='dk-num'><b>{_.number(value)}</b></td></tr>"
        for key, value in private.items()
    )
    return f"<table class='dk-table'><tbody>{rows}</tbody></table>" if rows else ""


def _most(meeting: Meeting, side: str, _: Words) -> str:
    """What helps this side most, in words: enough for a first offer."""
    rows = "".join(
        f"<li>{escape(_best(meeting.case, one, _))}</li>" for one in helps_most(meeting.case, side, meeting.year)[:MOST]
    )
    heading = escape(_("What helps your side most, the weightiest first:"))
    return f"<p><b>{heading}</b></p><ol>{rows}</ol>" if rows else ""


def _best(case: Case, one: Help, _: Words) -> str:
    title, option = term_title(case, one.term, _), option_words(case, one.term, one.option, _)
    if one.option == one.best:
        return _("{term}: {option}", term=title, option=option)
    return _("{term}: {option}. More than that helps little.", term=title, option=option)


def _worth(meeting: Meeting, side: str, _: Words) -> str:
    """What each option brings this side, counted from its least, in numbers."""
    parts = []
    for term, options in what_is_worth_what(meeting.case, side, meeting.year).items():
        rows = "".join(
            f"<tr><td>{escape(option_words(meeting.case, term, option, _))}</td>"
            f"<td class='dk-num'>{_.isolate(f'+{_.number(points)}')}</td></tr>"
            for option, points in options.items()
        )
        title = escape(term_title(meeting.case, term, _))
        parts.append(f"<table class='dk-table'><caption>{title}</caption><tbody>{rows}</tbody></table>")
    told = escape(_("Points for your side in an average year, more than the option that gives you least."))
    heading = escape(_("What is worth what to you"))
    return f"<details><summary>{heading}</summary><p class='dk-small'>{told}</p>{''.join(parts)}</details>"


def heard(meeting: Meeting, side: str, _: Words) -> str:
    """What the other side answered this year."""
    if not meeting.talking:
        return ""
    told = [
        (str(asked["question"]), str(asked["answer"]))
        for asked in meeting.talk["asked"]
        if asked["side"] == side and asked["answer"] is not None
    ]
    rows = [
        f"<li>{escape(text_of(QUESTIONS, question, _)) if answer == NOT_SAID else ''} "
        f"{escape(answer_words(meeting.case, question, answer, _))}</li>"
        for question, answer in told
    ]
    heading = escape(_("What they told you:"))
    return f"<p><b>{heading}</b></p><ul>{''.join(rows)}</ul>" if rows else ""
