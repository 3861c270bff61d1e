"""The talks of one year as a small log: who said what, in their order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS, text_of
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.own_value import mean, spread
from dastarkhan.lessons.shared_river.talks.partner_words import opening, says, step
from dastarkhan.lessons.shared_river.talks.talk_words import answer_words, option_words, term_title
from dastarkhan.lessons.shared_river.talks.voices import Happened
from dastarkhan.pictures import party_looks
from simulations.games.talks import NOT_SAID, Reason
from simulations.table import Case, Move

TALK_KINDS = frozenset({"offer", "sponsor", "accept", "reject", "pass", "ask", "tell", "break", "close"})
ENDS_WELL = frozenset({"accept", "sponsor"})
VOICES: Mapping[str, Happened] = {
    "accept": Happened.YES,
    "sponsor": Happened.YES,
    "reject": Happened.NO,
    "close": Happened.STOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of the log.

    Attributes
    ----------
    side : str
        Who said it.
    kind : str
        The move's kind.
    told : str
        What was said or done, in words; empty for a sentence alone.
    reason : str
        Why it did not take the offer before, when it answers one.
    voice : str
        The partner's own sentence; empty for people.
    """

    side: str
    kind: str
    told: str
    reason: str = ""
    voice: str = ""


def year_said(meeting: Meeting, _: Words) -> tuple[Said, ...]:
    """Everything that was said since the last year closed; the partner's moves come with its sentences."""
    voice = _Voice(meeting=meeting, words=_, happened=Counter(), offers=[], heard=[])
    return (*_lines(meeting, voice, spoken(meeting), _), *voice.farewell())


def spoken(meeting: Meeting) -> tuple[Move, ...]:
    """Every move of the newest talks, in their order."""
    said: list[Move] = []
    for move in reversed(meeting.record.moves):
        if move.kind in TALK_KINDS:
            said.append(move)
        elif said or meeting.talking:
            break
    return tuple(reversed(said))


def log_html(said: Sequence[Said], meeting: Meeting, _: Words) -> str:
    """Lines of the log as HTML, the oldest first; nothing when there are none."""
    if not said:
        return ""
    looks = party_looks(meeting.case, _)
    rows = []
    for one in said:
        look = looks[one.side]
        who = f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span>"
        quote = f"<q>{escape(one.voice)}</q>" if one.voice else ""
        reason = f"{escape(_('“{words}”', words=one.reason))} " if one.reason else ""
        rows.append(f"<li>{who}<div><b>{escape(look.name)}:</b> {reason}{escape(one.told)}{quote}</div></li>")
    return f"<ol class='dk-log'>{''.join(rows)}</ol>"


def folded_log(said: Sequence[Said], lying: Said | None, meeting: Meeting, _: Words) -> str:
    """The log in one line that opens, and what was said last; an offer that lies open stands elsewhere.

    Parameters
    ----------
    said : sequence of Said
    lying : Said or None
        The offer that lies on the table and is shown in full.
    """
    past = [one for one in said if one is not lying]
    newest = [said[-1]] if said and said[-1] is not lying else []
    older = past[: len(past) - len(newest)]
    heading = escape(_("What was said before"))
    folded = f"<details><summary>{heading}</summary>{log_html(older, meeting, _)}</details>" if older else ""
    return folded + log_html(newest, meeting, _)


@dataclass(slots=True, kw_only=True)
class _Voice:
    """What the partner has said so far this year; which sentence comes next follows from it."""

    meeting: Meeting
    words: Words
    happened: Counter[Happened]
    offers: list[Mapping[str, int]]
    heard: list[Mapping[str, int]]  # what people offered

    def says(self, side: str, happened: Happened | None) -> str:
        """The partner's next sentence; people speak for themselves."""
        if happened is None or side in self.meeting.people or self.meeting.partner is None:
            return ""
        self.happened[happened] += 1
        before = self.happened[happened] - 1 + self.meeting.year - 1
        return says(self.meeting.partner, happened, before, self.words)

    def offer(self, side: str, package: Mapping[str, int], *, near_end: bool) -> str:
        """The sentence that fits the partner's new offer, as the other side sees it."""
        if side in self.meeting.people:
            self.heard.append(package)
            return ""
        meeting, mine = self.meeting, self.meeting.other(side)
        last = self.offers[-1] if self.offers else None
        self.offers.append(package)
        happened = step(
            None if last is None else mean(meeting.case, mine, last),
            mean(meeting.case, mine, package),
            spread(meeting.case, mine, meeting.year),
            same=package == last,
            near_end=near_end and not self.happened[Happened.NEAR_END],
        )
        if happened is Happened.OPENING and self.heard:
            return ""  # the talks have begun already: its answer to what it heard is enough
        if happened is Happened.OPENING:
            happened = opening(meeting.case, meeting.closed)
        elif happened is Happened.NO_STEP and self._moved():
            happened = Happened.HEARD
        return self.says(side, happened)

    def _moved(self) -> bool:
        """Whether the newest offer of the people is not the one before it."""
        return len(self.heard) > 1 and self.heard[-1] != self.heard[-2]

    def farewell(self) -> Iterator[Said]:
        """What the partner says when a person has ended the talks with a yes or a stop."""
        meeting, last = self.meeting, spoken(self.meeting)
        if meeting.talking or not last or meeting.side_of(last[-1].seat) not in meeting.people:
            return
        side = meeting.other(meeting.side_of(last[-1].seat))
        voice = self.says(side, Happened.YES if last[-1].kind in ENDS_WELL else Happened.STOP)
        if voice:
            yield Said(side=side, kind="farewell", told="", voice=voice)


def _lines(meeting: Meeting, voice: _Voice, moves: Sequence[Move], _: Words) -> Iterator[Said]:
    near = int(meeting.case.data["talks"]["turns"]) * 2 // 3
    newest: dict[str, Mapping[str, int]] = {}
    reason, offers = "", 0
    for place, move in enumerate(moves):
        side = meeting.side_of(move.seat)
        if move.kind == "reject" and _goes_on(moves, place):
            if side not in meeting.people or move.data["reason"] != Reason.GOOD_START:
                reason = text_of(REASONS, move.data["reason"], _)  # one line for the no and the offer that follows
        elif move.kind == "offer":
            offers += 1
            spoken = voice.offer(side, move.data, near_end=offers > near)
            told = say_offer(meeting.case, newest.get(side), move.data, _)
            yield Said(side=side, kind=move.kind, told=told, reason=reason, voice=spoken)
            newest[side], reason = move.data, ""
        else:
            told, spoken = say_move(meeting.case, move, _), voice.says(side, _happened(move))
            if told:
                yield Said(side=side, kind=move.kind, told=told, voice=spoken)


def _goes_on(moves: Sequence[Move], place: int) -> bool:
    """Whether the same seat makes an offer right after."""
    following = moves[place + 1] if place + 1 < len(moves) else None
    return following is not None and following.kind == "offer" and following.seat == moves[place].seat


def _happened(move: Move) -> Happened | None:
    if move.kind == "tell":
        return Happened.NOT_SAID if move.data["answer"] == NOT_SAID else Happened.ANSWER
    return VOICES.get(move.kind)


def say_offer(case: Case, before: Mapping[str, Any] | None, package: Mapping[str, Any], _: Words) -> str:
    """A first offer in full, later ones by what is new in them."""
    last = before or {}
    new = " · ".join(
        _("{term}: {option}", term=term_title(case, term, _), option=option_words(case, term, option, _))
        for term, option in package.items()
        if last.get(term) != option
    )
    if not new:
        return _("The same offer once more.")
    return _("First offer: {package}", package=new) if before is None else _("New offer: {package}", package=new)


def say_move(case: Case, move: Move, _: Words) -> str:
    """What a move says, in words."""
    data: Mapping[str, Any] = move.data
    if move.kind == "reject":
        return _("Not for now. {reason}", reason=text_of(REASONS, data["reason"], _))
    if move.kind == "ask":
        return _("A question: {question}", question=text_of(QUESTIONS, data["question"], _))
    if move.kind == "tell":
        return _("An answer: {answer}", answer=answer_words(case, data["question"], data["answer"], _))
    if move.kind == "close":
        return _("The talks stop. {reason}", reason=text_of(NO_AGREEMENT, data["reason"], _))
    rest = {"accept": _("Yes."), "sponsor": _("Yes."), "break": _("A short break, please.")}
    return rest.get(move.kind, "")
