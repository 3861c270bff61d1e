"""A chat over a bad line, alone against the machine or by two: feelings first, and only then the messages."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.bad_line import messages, rules
from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.walks import PAIR, ways_to_answer
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.escalation.line_game import CALM, HARD, N_ROUNDS, N_TURNS, LineGame
from dastarkhan.lessons.escalation.line_told import all_messages, arrived, picture, was_sent, what_happened
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.staged import Staged

ALONE, TWO = "alone", "two"
SCREENS = ("begin", "play", "felt", "opened")
MOST_GAMES = 99
ENOUGH = 4
"""After so many rounds the rest can be passed, when time is short."""


class BadLine(Staged):
    """The stairs stay hidden while one plays; nobody is told which message was garbled."""

    key = "bad_line"
    word: str | None = None
    """What is chosen and not yet sent."""

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What arrives over a bad line?")

    def minutes(self) -> int:
        """How long it takes one person or two."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        return self._("{n} of {total} messages are sent.", n=len(self.game().sent), total=N_TURNS)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved game, without letters that are no message; nothing is opened before it is over."""
        said = saved.get("said")
        letters = "".join(one for one in said if one in CALM + HARD) if isinstance(said, str) else ""
        found = {
            "who": one_of(saved.get("who"), (ALONE, TWO), ALONE),
            "side": one_of(saved.get("side"), PAIR, PAIR[0]),
            "game": whole(saved.get("game"), 1, MOST_GAMES),
            "felt": clean_reflection(saved.get("felt"), 0),
        }
        found["said"] = letters[: N_ROUNDS if found["who"] == ALONE else N_TURNS]
        found["looked"] = whole(saved.get("looked"), 0, len(found["said"]))
        at = one_of(saved.get("at"), SCREENS, SCREENS[0])
        found["stopped"] = saved.get("stopped") is True and len(_game(found).sent) >= 2 * ENOUGH
        over = found["stopped"] or _game(found).next_side is None
        if at in ("felt", "opened") and not over:
            at = "play"
        return {**found, "at": "felt" if over and at == "play" else at}

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """How the person felt after the last message."""
        _ = lesson.words
        return own_words(_("One word: how are you now?"), state.get("felt"))

    def game(self) -> LineGame:
        """The game as it stands."""
        return _game(self.state)

    # --- what a person does

    def _go(self, at: str, **changes: object) -> None:
        self.remember(at=at, done=at == "opened", **changes)
        self.show()

    def _send(self) -> None:
        if self.word is None:
            self.hint.value = note(self._("Choose one of the two first."))
            return
        said = self.state["said"] + self.word
        full = _game({**self.state, "said": said}).next_side is None
        self._go("felt" if full else "play", said=said)

    def _stop(self) -> None:
        self._go("felt", stopped=True)

    def _anew(self) -> None:
        after = min(self.state["game"] + 1, MOST_GAMES)
        self._go("begin", said="", looked=0, stopped=False, game=after, felt={"text": "", "ticked": []})

    def _take(self, word: str | None) -> None:
        self.word = word

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        shown = getattr(self, f"_show_{self.state['at']}")()
        self.stage.children = (card(*shown),)

    def _show_begin(self) -> tuple[ipywidgets.Widget, ...]:
        _, towns = self._, town_names(self._)
        told = _(
            "Mill and Willow prepare a match and a wedding, by messages. You write calm ones or hard ones. "
            "Play as you would. There is nothing to win."
        )
        who = choice(
            _("Who plays?"),
            [(_("I alone: the machine is the other town"), ALONE), (_("Two of us, with one device"), TWO)],
            self.state["who"],
            lambda one: self.remember(who=one),
        )
        side = choice(
            _("If you are alone: for which town do you write?"),
            [(towns[one], one) for one in PAIR],
            self.state["side"],
            lambda one: self.remember(side=one),
            row=True,
        )
        items = "".join(f"<li>{escape(rule)}</li>" for rule in rules(_))
        summary = escape(_("At a table, with slips and a pencil"))
        folded = html(f"<details><summary>{summary}</summary><ul>{items}</ul></details>")
        begin = button(_("To the first message"), lambda: self._go("play", said="", looked=0, stopped=False))
        return (html(f"<p>{escape(told)}</p>"), who, side, buttons(begin), folded)

    def _show_play(self) -> tuple[ipywidgets.Widget, ...]:
        game = self.game()
        if self.state["who"] == TWO and self.state["looked"] < len(self.state["said"]):
            return self._hand_over(str(game.next_side))
        return self._write(game, str(game.next_side))

    def _hand_over(self, side: str) -> tuple[ipywidgets.Widget, ...]:
        _, town = self._, town_names(self._)[side]
        told = _("Give the device to the other side. Now only this town looks: {town}.", town=town)
        show = button(_("Show what arrived"), lambda: self._go("play", looked=len(self.state["said"])))
        return (html(f"<p class='dk-scene'>{escape(told)}</p>"), buttons(show))

    def _write(self, game: LineGame, side: str) -> tuple[ipywidgets.Widget, ...]:
        _, towns, sent = self._, town_names(self._), game.sent
        round = len(sent) // 2 + 1
        place = _("Round {n} of {total}. Your town: {town}", n=round, total=N_ROUNDS, town=towns[side])
        head = f"<p class='dk-small'>{escape(place)}</p>"
        if sent:
            came = escape(_("This arrived. From: {town}", town=towns[sent[-1].side]))
            head += f"<p>{came}</p><p class='dk-scene'>{escape(arrived(sent[-1], _))}</p>"
        message = messages(_)[game.message_of(side, round)]
        self.word = None
        ask = _("Now you write. {about}", about=message.about)
        which = choice(ask, [(message.calm, CALM), (message.hard, HARD)], None, self._take)
        self.hint = html(live=True)
        steps = [button(_("Send"), self._send)]
        if round > ENOUGH:
            steps.append(button(_("Short of time: open the messages now"), self._stop, css="dk-quiet"))
        return (html(head), which, self.hint, buttons(*steps), *self._so_far(game, side))

    def _so_far(self, game: LineGame, side: str) -> tuple[ipywidgets.Widget, ...]:
        """What this side has sent and read; never what the other side has."""
        _, towns = self._, town_names(self._)
        if not game.sent:
            return ()
        items = "".join(
            f"<li><div><b>{escape(towns[one.side])}:</b> "
            f"{escape(was_sent(one, _) if one.side == side else arrived(one, _))}</div></li>"
            for one in game.sent
        )
        summary = escape(_("What you have sent and read so far"))
        return (html(f"<details><summary>{summary}</summary><ol class='dk-log'>{items}</ol></details>"),)

    def _show_felt(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("That was the last message. Before all are opened: put your hands on the table, and breathe.")
        words = reflection(_("One word: how are you now?"), (), self.state["felt"], lambda new: self.remember(felt=new))
        believe = escape(_("At which round did you stop believing that the others meant well? Or did you not?"))
        open_all = button(_("Open all messages"), lambda: self._go("opened"))
        return (html(f"<p>{escape(told)}</p>"), words, html(f"<p>{believe}</p>"), buttons(open_all))

    def _show_opened(self) -> tuple[ipywidgets.Widget, ...]:
        _, game = self._, self.game()
        items = "".join(f"<li>{escape(one)}</li>" for one in what_happened(game, _))
        way = ""
        if game.machine:
            found = next(one for one in ways_to_answer(_) if one.key == game.way)
            told = _("This was the machine's way: {way}, that is, {says}.", way=found.name, says=found.says)
            way = f"<p>{escape(told)}</p>"
        summary = escape(_("All messages: what was sent, and what arrived"))
        folded = f"<details open><summary>{summary}</summary>{all_messages(game, _)}</details>"
        ask = _("Lay one garbled message beside what was sent. What would have helped?")
        again = button(_("Once more, with other slips"), self._anew, css="dk-quiet")
        return (
            html(picture(game, _)),
            html(f"<ul>{items}</ul>{way}{note(ask)}"),
            html(folded),
            buttons(again),
        )


def _game(state: Mapping[str, Any]) -> LineGame:
    other = next(side for side in PAIR if side != state["side"])
    return LineGame(number=state["game"], said=state["said"], machine=other if state["who"] == ALONE else None)
