"""What sides, seats, axes and moves are called in the debrief."""

from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS, text_of
from dastarkhan.lessons.debrief.facts import Step, Table, YearOfTalks, side_of
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.talk_words import answer_words, option_words, package_list
from dastarkhan.pictures import PartyLook, party_looks
from simulations.table import Case

TWO = 2


def seat_name(case: Case, seat: str, _: Words) -> str:
    """What a seat is called."""
    key = f"seats.{seat}.name"
    return _.case(case, key) if key in case.text else seat


def looks_of(case: Case, _: Words) -> dict[str, PartyLook]:
    """The looks of two sides; with more sides there are none, and they are told apart by letters."""
    return party_looks(case, _) if len(case.sides) == TWO else {}


def axis_names(case: Case, _: Words) -> tuple[str, str]:
    """What the two sides' axes are called."""
    first, second = (side_name(case, side, _) for side in case.sides)
    if case.game == "river":
        return tuple(_("{side}: points a year on average", side=name) for name in (first, second))  # type: ignore[return-value]
    return _("{side}: points", side=first), _("{side}: points", side=second)


def ended_words(talks: YearOfTalks, _: Words) -> str:
    """How talks ended, in one sentence."""
    if talks.talk.agreement:
        return _("There was an agreement.")
    if talks.talk.no_agreement:
        return _("No agreement, for a reason: {reason}", reason=text_of(NO_AGREEMENT, talks.talk.no_agreement, _))
    return _("The talks were not finished.")


def step_words(table: Table, step: Step, _: Words) -> str:
    """Who did what in a step, as HTML."""
    case, move = table.case, step.move
    if move.kind in ("inject", "card", "seat_leave", "seat_return"):
        return f"<p><b>{escape(_outside(case, move.kind, move.data, _))}</b></p>"
    who = f"<b>{escape(seat_name(case, move.seat, _))}:</b> {escape(_said(case, move.kind, move.data, _))}"
    return f"<p>{who}</p>"


def _said(case: Case, kind: str, data: Mapping[str, Any], _: Words) -> str:
    if kind == "reject":
        return _("Not for now. {reason}", reason=text_of(REASONS, data["reason"], _))
    if kind == "ask":
        return _("A question: {question}", question=text_of(QUESTIONS, data["question"], _))
    if kind == "tell":
        return _("An answer: {answer}", answer=answer_words(case, data["question"], data["answer"], _))
    if kind == "close":
        return _("The talks stop. {reason}", reason=text_of(NO_AGREEMENT, data["reason"], _))
    if kind == "improve":
        option = option_words(case, data["term"], data["option"], _)
        return _("Yes, with one change: {option}.", option=option)
    told = {
        "offer": _("We put an offer on the table."),
        "accept": _("Yes."),
        "sponsor": _("Yes."),
        "break": _("A short break, please."),
        "withdraw": _("We take our offer back."),
    }
    return told.get(kind, kind)


def _outside(case: Case, kind: str, data: Mapping[str, Any], _: Words) -> str:
    if kind == "inject":
        key = f"injects.{data.get('inject')}.name"
        return _("News: {news}", news=_.case(case, key) if key in case.text else str(data.get("inject")))
    if kind == "card":
        key = f"cards.{data.get('card')}.name"
        return _("The year comes: {card}", card=_.case(case, key) if key in case.text else str(data.get("card")))
    seat = seat_name(case, str(data.get("which", "")), _)
    return _("{seat} leaves the table.", seat=seat) if kind == "seat_leave" else _("{seat} is back.", seat=seat)


def points_table(table: Table, talks: YearOfTalks, package: Mapping[str, Any] | None, _: Words) -> str:
    """What a package brings every side, beside acting alone, as HTML."""
    points = talks.world.points_of(package) if package else None
    alone = talks.world.alone_by_side()
    heads = [_("With it"), _("Alone")] if points else [_("Alone")]
    rows = []
    for side in sides_by_name(table.case, _):
        numbers = [points[side], alone[side]] if points else [alone[side]]
        cells = "".join(f"<td class='dk-num'>{escape(_.number(value))}</td>" for value in numbers)
        rows.append(f"<tr><th scope='row'>{escape(side_name(table.case, side, _))}</th>{cells}</tr>")
    head = "".join(f"<th scope='col' class='dk-num'>{escape(word)}</th>" for word in heads)
    unit = _("points a year") if table.case.game == "river" else _("points")
    empty = f"<td><span class='dk-small'>{escape(unit)}</span></td>"
    return f"<table class='dk-table'><thead><tr>{empty}{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def what_else(table: Table, talks: YearOfTalks, _: Words, *, most: int = 1) -> str:
    """What else was possible after talks, as HTML: packages that are better for somebody and worse for nobody."""
    world, own = talks.world, talks.talk.agreement
    better = world.better(own)
    if not world.packages:
        return f"<p>{escape(_('There are too many packages to look through them all.'))}</p>"
    if not better:
        calm = (
            _("Nothing was better for one side without being worse for another.")
            if own
            else _("No package leaves every side with at least what it has alone.")
        )
        return f"<p>{escape(calm)}</p>"
    told = _("There were packages that are better for somebody and worse for nobody.")
    if own is None:
        told = _("There were packages with which no side has less than alone.")
    shown = [
        f"{package_list(table.case, world.packages[place], _, before=own)}"
        f"{points_table(table, talks, world.packages[place], _)}"
        for place in better[:most]
    ]
    ask = _("One of them:")
    return f"<p>{escape(told)} {escape(ask)}</p>{''.join(shown)}"


def sign_of(case: Case, seat: str, number: int, _: Words) -> str:
    """The letter of a seat's side and its number there; a seat of no side has its number alone."""
    side = side_of(case, seat)
    letter = _.case(case, f"sides.{side}.letter") if f"sides.{side}.letter" in case.text else ""
    return f"{letter}{_.number(number)}"
