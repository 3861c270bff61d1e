"""A game over the bad line in words and as a picture, once all messages lie open."""

from collections.abc import Sequence
from html import escape

from dastarkhan.content.escalation.bad_line import messages
from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.steps import level_names, steps
from dastarkhan.languages import Words
from dastarkhan.lessons.escalation.line_game import HARD, LineGame, Sent, first_turn, hard_after_garbled
from dastarkhan.pictures.walk_picture import TurnMark, Word, walk_picture


def was_sent(one: Sent, _: Words) -> str:
    """The message as it was written."""
    message = messages(_)[one.message]
    return message.hard if one.word == HARD else message.calm


def arrived(one: Sent, _: Words) -> str:
    """The message as the other side read it."""
    return messages(_)[one.message].garbled if one.garbled else was_sent(one, _)


def picture(game: LineGame, _: Words) -> str:
    """The walk of the pencil."""
    marks = [TurnMark(name=_whose(one, _), told=_told(one, _), word=_word(one), after=one.after) for one in game.sent]
    return walk_picture(marks, level_names(_), _, title=_("The way of your pencil"), key="line")


def what_happened(game: LineGame, _: Words) -> Sequence[str]:
    """What can be counted in it; nobody is called the one who began."""
    sent, told = game.sent, []
    garbled = sum(one.garbled for one in sent)
    calm = sum(one.word != HARD for one in sent)
    told.append(_("{n} of {all} calm messages arrived garbled.", n=garbled, all=calm))
    told.append(_turned(first_turn(sent), _))
    answers = hard_after_garbled(sent)
    if answers:
        told.append(
            _.n(
                "{n} hard message answered a calm one that had been garbled.",
                "{n} hard messages answered calm ones that had been garbled.",
                answers,
            )
        )
    if garbled and all(one.word != HARD for one in sent):
        told.append(_("Nobody sent a hard one. What did that cost each of you?"))
    last = sent[-1].after
    told.append(_("At the end the pencil stood on step {n}: {name}.", n=last, name=steps(_)[last - 1].name))
    return told


def _turned(one: Sent | None, _: Words) -> str:
    if one is None:
        return _("Everything arrived as it was meant. That happens, too.")
    if one.garbled:
        return _("It turned first in round {n}: a calm message was sent, and something else arrived.", n=one.round)
    return _(
        "It turned first in round {n}: a hard message, after nothing but calm ones. How was it meant?", n=one.round
    )


def all_messages(game: LineGame, _: Words) -> str:
    """Every message with what arrived, as a list."""
    items = "".join(f"<li><div><b>{escape(_whose(one, _))}</b> {escape(_told(one, _))}</div></li>" for one in game.sent)
    return f"<ol class='dk-log'>{items}</ol>"


def _whose(one: Sent, _: Words) -> str:
    return _("Round {n}, {town}:", n=one.round, town=town_names(_)[one.side])


def _told(one: Sent, _: Words) -> str:
    if not one.garbled:
        return was_sent(one, _)
    return f"{_('Sent: {words}', words=was_sent(one, _))} {_('Arrived: {words}', words=arrived(one, _))}"


def _word(one: Sent) -> Word:
    return "hard" if one.word == HARD else "garbled" if one.garbled else "calm"
