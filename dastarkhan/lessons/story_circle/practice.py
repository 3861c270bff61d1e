"""A practice debate, then a practice dialogue, on a question that hurts nobody; who spoke after whom is drawn."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets
import networkx as nx

from dastarkhan.content.pieces import Ways
from dastarkhan.content.story_circle.practice import (
    EXAMPLE_DEBATE,
    EXAMPLE_DIALOGUE,
    debate_rules,
    dialogue_rules,
    harmless,
    only_this,
    talk_names,
)
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged
from dastarkhan.lessons.story_circle.turns import SEATS, Turns, seat_sign
from dastarkhan.pictures.turns_picture import turns_picture

TALKS = ("debate", "dialogue")
MADE, OWN = "made", "own"
EXAMPLES = {"debate": EXAMPLE_DEBATE, "dialogue": EXAMPLE_DIALOGUE}
MOST_TURNS = 120
ENOUGH = 2
"""So often two voices must follow each other before something is said of them."""
LAST = 3


class Practice(Staged):
    """Seats of a practice talk are tapped as they speak. A story circle is never counted."""

    key = "practice"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who speaks after whom?")

    def minutes(self) -> int:
        """How long it takes a table."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        both = [self.turns(talk) for talk in TALKS]
        return self._("In the debate {a} of 6 seats spoke, in the dialogue {b}.", a=both[0].heard, b=both[1].heard)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Look at the six on the bus. Guess before you open a picture."),
            pair=_("Debate for a minute, then talk for a minute. What did your shoulders do?"),
            room=_("One table talks, another taps. Then they change. Nobody is asked why a seat was silent."),
            call=_("The host taps. Seats have numbers, and no names are on the screen."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, question and turns, without seats that are not known."""
        taps = part(saved.get("taps"))
        return {
            "at": whole(saved.get("at"), 0, LAST),
            "who": one_of(saved.get("who"), (MADE, OWN), MADE),
            "about": one_of(saved.get("about"), harmless(self._), next(iter(harmless(self._)))),
            "taps": {talk: _seats(taps.get(talk)) for talk in TALKS},
            "answer": self.question().clean(saved.get("answer")),
        }

    def turns(self, talk: str) -> Turns:
        """The turns of one of the two talks."""
        return Turns(order=EXAMPLES[talk] if self.state["who"] == MADE else self.state["taps"][talk])

    def question(self) -> Question:
        """What such a picture cannot show."""
        _ = self._
        return Question(
            key="shows",
            ask=_("What do these pictures not show?"),
            answers=(
                Answer(key="who", text=_("Which seats spoke."),
                       why=_("That is just what they show: a dashed ring has not spoken.")),
                Answer(key="pairs", text=_("Which two voices followed each other most often."),
                       why=_("They do: the widest arrows run between these two.")),
                Answer(key="felt", text=_("Whether anybody felt heard."), right=True,
                       why=_("A silent seat may have listened with joy. Only the person knows; a count does not.")),
            ),
            hints=(_("Think of a wedding at which you said little. Was it a bad evening?"),),
        )  # fmt: skip

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Choose, debate, dialogue, and both side by side."""
        return (html(note(only_this(self._))), *super().body())

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at)
        self.show()

    def _tap(self, talk: str, seat: str) -> None:
        spoken = self.state["taps"][talk]
        if not spoken.endswith(seat):
            self._hold(talk, (spoken + seat)[:MOST_TURNS])

    def _tapper(self, talk: str, seat: str) -> Callable[[], None]:
        return lambda: self._tap(talk, seat)

    def _back(self, talk: str) -> None:
        self._hold(talk, self.state["taps"][talk][:-1])

    def _hold(self, talk: str, order: str) -> None:
        self.remember(taps={**self.state["taps"], talk: order})
        self._draw(talk)

    def _answered(self, state: dict[str, Any]) -> None:
        self.remember(answer=state, done=self.question().solved(state))

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at = self.state["at"]
        shown = self._choose() if not at else self._talk(TALKS[at - 1]) if at < LAST else self._both()
        self.stage.children = (card(*shown),)

    def _choose(self) -> tuple[ipywidgets.Widget, ...]:
        _, state = self._, self.state
        who = choice(
            _("Who talks?"),
            [(_("Six invented people on a bus: I only look"), MADE), (_("We are several, and talk ourselves"), OWN)],
            state["who"],
            lambda one: self.remember(who=one),
        )
        options = [(text, key) for key, text in harmless(_).items()]
        about = choice(_("What is it about?"), options, state["about"], lambda one: self.remember(about=one))
        return (who, about, buttons(button(_("To the debate"), lambda: self._go(1))))

    def _talk(self, talk: str) -> tuple[ipywidgets.Widget, ...]:
        _, made = self._, self.state["who"] == MADE
        name = talk_names(_)[talk]
        rules = debate_rules(_) if talk == TALKS[0] else dialogue_rules(_)
        listed = "".join(f"<li>{escape(rule)}</li>" for rule in rules)
        about = escape(harmless(_)[self.state["about"]])
        head = html(f"<h3>{escape(name)}</h3><p class='dk-scene'>{about}</p><ul>{listed}</ul>")
        self.picture, self.told = html(), html(live=True)
        steps = self._steps(talk)
        controls = [self.told] if made else [self._taps(talk), self.told]
        self._draw(talk)
        return (head, side_by_side(self.picture, ipywidgets.VBox(controls)), steps)

    def _taps(self, talk: str) -> ipywidgets.Widget:
        _ = self._
        ask = html(f"<p>{escape(_('Three minutes. Tap a seat whenever a new voice begins.'))}</p>")
        seats = [button(seat_sign(seat, _), self._tapper(talk, seat), css="dk-quiet") for seat in SEATS]
        back = button(_("Take the last tap back"), lambda: self._back(talk), css="dk-quiet")
        return ipywidgets.VBox([ask, buttons(*seats), buttons(back)])

    def _steps(self, talk: str) -> ipywidgets.Widget:
        _, at = self._, TALKS.index(talk) + 1
        on = _("To the dialogue") if at == 1 else _("Lay them side by side")
        back = button(_("Back"), lambda: self._go(at - 1), css="dk-quiet")
        return buttons(button(on, lambda: self._go(at + 1)), back)

    def _draw(self, talk: str) -> None:
        turns = self.turns(talk)
        self.picture.value = self._picture(talk)
        self.told.value = f"<p>{'</p><p>'.join(escape(one) for one in self._told(turns))}</p>"

    def _picture(self, talk: str) -> str:
        _ = self._
        title = _("The debate") if talk == TALKS[0] else _("The dialogue")
        graph = nx.relabel_nodes(self.turns(talk).graph, {seat: seat_sign(seat, _) for seat in SEATS})
        return turns_picture(graph, _, title=title, key=talk)

    def _told(self, turns: Turns) -> tuple[str, ...]:
        _ = self._
        if not turns.order:
            return (_("Nobody has spoken yet."),)
        told = [_("{n} of 6 seats spoke.", n=turns.heard)]
        if turns.busiest and turns.busiest[2] >= ENOUGH:
            one, other, times = turns.busiest
            told.append(
                _("Of {total} changes of voice, {n} were between seats {one} and {other}.",
                  total=turns.changes, n=times, one=seat_sign(one, _), other=seat_sign(other, _))
            )  # fmt: skip
        if turns.silent:
            signs = [seat_sign(seat, _) for seat in turns.silent]
            told.append(_.n("Not heard yet: seat {seats}.", "Not heard yet: seats {seats}.", len(signs),
                            seats=_.listed(signs)))  # fmt: skip
        return tuple(told)

    def _both(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        halves = "".join(self._half(talk) for talk in TALKS)
        both = html(f"<div style='display:flex;flex-wrap:wrap;gap:1.4rem'>{halves}</div>")
        asked = QuestionCard(self.question(), self.state["answer"], self._answered, _)
        invented = _("These turns are invented, and show what may happen. Yours may look different.")
        own = _("A debate is not worse: it finds the stronger argument. A dialogue finds what it means to somebody.")
        said = note(own) + (f"<p class='dk-small'>{escape(invented)}</p>" if self.state["who"] == MADE else "")
        again = button(_("Look once more"), lambda: self._go(0), css="dk-quiet")
        return (both, html(said), asked.box, buttons(again))

    def _half(self, talk: str) -> str:
        _ = self._
        name = _("The debate") if talk == TALKS[0] else _("The dialogue")
        told = "".join(f"<p>{escape(one)}</p>" for one in self._told(self.turns(talk)))
        return f"<div style='flex:1 1 15rem'><h3>{escape(name)}</h3>{self._picture(talk)}{told}</div>"


def _seats(saved: object) -> str:
    """The saved turns without letters that are no seat, and without a seat that follows itself."""
    kept = ""
    for letter in saved[: 2 * MOST_TURNS] if isinstance(saved, str) else "":
        if letter in SEATS and not kept.endswith(letter):
            kept += letter
    return kept[:MOST_TURNS]
