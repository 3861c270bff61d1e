"""A message on a line that garbles: guess, send it, feel what arrives, send it again and say back, try numbers."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.reading_each_other.line_messages import line_messages
from dastarkhan.content.reading_each_other.line_pieces import LineMessage
from dastarkhan.content.reading_each_other.phone_line import LINE, SLIP, saying_back
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reading_each_other import line_told
from dastarkhan.lessons.reading_each_other.line_numbers import MOST_SLIPS, WAYS, LineNumbers
from dastarkhan.lessons.reading_each_other.phone_run import PhoneRun, phone_run
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged
from dastarkhan.pictures.line_picture import Way
from simulations.relay import SaysBack, calls_that_say_back

SCREENS = ("choose", "plain", "felt", "back", "both", "try")
WALKS = {"plain": SaysBack.NOBODY, "back": SaysBack.EVERYBODY}
CALLS = len(LINE) - 1
MOST_RUNS = 999


class PhoneLine(Staged):
    """Feelings come before the count, and the count before the model."""

    key = "line"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What arrives at the other end?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 14

    def summary(self) -> str:
        """One line in words."""
        return line_told.arrived(self.run("plain"), self.run("back"), self._)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Before each call, say aloud what the next person might make of it."),
            pair=_("One is the sender, the other the receiver. Look at the screen only in turns."),
            room=_("Eight people stand in a row and play the stations. The screen shows what slips; they say it."),
            call=_("Eight people take a station each, and read aloud only what stands there. The host passes it on."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, guess, walks, words and numbers that this version knows."""
        come, keys = part(saved.get("come")), [one.key for one in line_messages(self._)]
        slips = saved.get("slips")
        return {
            "at": one_of(saved.get("at"), SCREENS, SCREENS[0]),
            "message": one_of(saved.get("message"), keys, keys[0]),
            "guess": one_of(saved.get("guess"), range(6)),
            "run": whole(saved.get("run"), 0, MOST_RUNS),
            "come": {walk: whole(come.get(walk), 0, CALLS) for walk in WALKS},
            "felt": clean_reflection(saved.get("felt"), 0),
            "slips": whole(slips, 0, MOST_SLIPS) if type(slips) is int else round(100 * SLIP),
            "way": one_of(saved.get("way"), WAYS, WAYS[0]),
            "back": one_of(saved.get("back"), [str(one) for one in SaysBack], str(SaysBack.EVERYBODY)),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person wrote at the receiving end."""
        _ = lesson.words
        return own_words(_("How is it for you now, and what would you answer?"), state.get("felt"))

    def message(self) -> LineMessage:
        """The message that is on the line."""
        return next(one for one in line_messages(self._) if one.key == self.state["message"])

    def run(self, walk: str) -> PhoneRun:
        """The message without or with saying back: the same pieces slip."""
        return phone_run(self.message(), self.state["run"], WALKS[walk])

    # --- what a person does

    def go(self, at: str, **changes: object) -> None:
        """Turn to a screen."""
        self.remember(at=at, done=at in ("both", "try"), **changes)
        self.show()

    def _take(self, key: str) -> None:
        self.remember(message=key, run=0, come=dict.fromkeys(WALKS, 0), felt=clean_reflection({}, 0))
        self.show()

    def _pass_on(self, walk: str, come: int) -> None:
        self.remember(come={**self.state["come"], walk: come})
        self._walk_shows(walk)

    def _once_more(self) -> None:
        self.go("both", run=(self.state["run"] + 1) % (MOST_RUNS + 1), come=dict.fromkeys(WALKS, CALLS))

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at = self.state["at"]
        if at in WALKS:
            shown = self._walk(at)
        elif at == "try":
            shown = LineNumbers(self).shown()
        else:
            shown = {"choose": self._choose, "felt": self._felt, "both": self._both}[at]()
        self.stage.children = (card(*shown),)

    def _choose(self) -> tuple[ipywidgets.Widget, ...]:
        _, one = self._, self.message()
        titles = [(each.title, each.key) for each in line_messages(_)]
        which = choice(_("Which message?"), titles, one.key, self._take)
        sender, receiver = (_.isolate(who) for who in line_told.ends(one, _))
        told = _("It goes from {sender} to {receiver}.", sender=sender, receiver=receiver)
        says = "".join(f"<p>{escape(piece.says)}</p>" for piece in one.pieces)
        head = html(f"<p>{escape(told)} {escape(one.stake)}</p><div class='dk-slip'>{says}</div>")
        way = LINE if one.sender == "mill" else LINE[::-1]
        line = Way(stations=way, come=0, says_back=(False,) * CALLS)
        drawn = html(line_told.line_drawn(line, _, key="explore", explore=True))
        guess = choice(
            _("It is passed on {n} times. How many of its five pieces arrive as they left?", n=CALLS),
            [(_.number(n), n) for n in range(6)],
            self.state["guess"],
            lambda n: self.remember(guess=n),
            row=True,
        )
        begin = button(_("Send it"), lambda: self.go("plain", come={**self.state["come"], "plain": 0}))
        return (which, head, side_by_side(drawn, ipywidgets.VBox([guess, buttons(begin)])))

    def _walk(self, walk: str) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.picture, self.told = html(), html(live=True)
        self.steps = buttons()
        head: tuple[ipywidgets.Widget, ...] = ()
        if walk == "back":
            said = "".join(f"<li>{escape(one)}</li>" for one in saying_back(_))
            told = escape(
                _("The same message, the same noise. But before a call ends, each says back what they heard.")
            )
            head = (html(f"<p>{told}</p><ul class='dk-asked'>{said}</ul>"),)
        self._walk_shows(walk)
        return (*head, side_by_side(self.picture, ipywidgets.VBox([self.steps, self.told])))

    def _walk_shows(self, walk: str) -> None:
        _, run, come = self._, self.run(walk), self.state["come"][walk]
        self.picture.value = line_told.run_drawn(run, come, calls_that_say_back(CALLS, WALKS[walk]), _, key=walk)
        self.told.value = line_told.station(run, come, _)
        steps = []
        if come < CALLS:
            steps.append(button(_("Pass it on"), lambda: self._pass_on(walk, come + 1)))
            steps.append(button(_("To the end"), lambda: self._pass_on(walk, CALLS), css="dk-quiet"))
        else:
            steps.append(button(_("Go on"), lambda: self.go("felt" if walk == "plain" else "both")))
        if come:
            steps.append(button(_("Back"), lambda: self._pass_on(walk, come - 1), css="dk-quiet"))
        self.steps.children = tuple(steps)

    def _felt(self) -> tuple[ipywidgets.Widget, ...]:
        _, one = self._, self.message()
        receiver = _.isolate(line_told.ends(one, _)[1])
        told = escape(_("Your chair: {person}.", person=receiver))
        only = escape(_("This is all that you have heard:"))
        head = html(
            f"<p><b>{told}</b> {escape(one.stake)}</p><p>{only}</p>{line_told.slip_of(self.run('plain'), CALLS)}"
        )
        ask = _("How is it for you now, and what would you answer?")
        words = reflection(ask, (), self.state["felt"], lambda new: self.remember(felt=new))
        on = button(_("Send it again, and say back"), lambda: self.go("back", come={**self.state["come"], "back": 0}))
        back = button(_("Back"), lambda: self.go("plain"), css="dk-quiet")
        return (head, words, buttons(on, back))

    def _both(self) -> tuple[ipywidgets.Widget, ...]:
        _, plain, back = self._, self.run("plain"), self.run("back")
        drawn = html(line_told.two_runs(plain, back, _, key="runs"))
        guess = self.state["guess"]
        guessed = f" {_('You had guessed {n}.', n=guess)}" if guess is not None and not self.state["run"] else ""
        count = note(f"{line_told.arrived(plain, back, _)}{guessed}")
        nobody = escape(_("Nobody on this line meant any harm. On the way, without saying back:"))
        caught = _.n(
            "{n} slip was put right where it happened.",
            "{n} slips were put right where they happened.",
            back.n_caught(),
        )
        told = (
            f"{count}<p>{nobody}</p>{line_told.on_the_way(plain, _)}<p>{escape(caught)} {escape(self._heart())}</p>"
            f"<p class='dk-small'>{escape(_('This is one run of many. Another one may turn out otherwise.'))}</p>"
        )
        steps = buttons(
            button(_("Change the numbers"), lambda: self.go("try")),
            button(_("Send it once more"), self._once_more, css="dk-quiet"),
            button(_("Another message"), self.another, css="dk-quiet"),
        )
        return (side_by_side(drawn, ipywidgets.VBox([html(told, live=True), steps])), html(line_told.assumed(_)))

    def another(self) -> None:
        keys = [one.key for one in line_messages(self._)]
        following = keys[(keys.index(self.state["message"]) + 1) % len(keys)]
        self.remember(at="choose", guess=None)
        self._take(following)

    def _heart(self) -> str:
        """What became of the piece that must not get lost."""
        _, one = self._, self.message()
        says = next(piece.says for piece in one.pieces if piece.key == one.heart)
        lost = [bool(self.run(walk).slips(CALLS).get(one.heart)) for walk in WALKS]
        told = {
            (True, False): _("The heart of the message arrived only with saying back: “{text}”", text=says),
            (True, True): _("The heart of the message got lost both times: “{text}”", text=says),
            (False, False): _("The heart of the message arrived both times: “{text}”", text=says),
        }
        return told[lost[0], lost[1]]
