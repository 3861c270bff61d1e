"""Two crowds of a thousand walks climb the stairs, round by round: first a guess, then all that can be changed."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.spread import town_names
from dastarkhan.content.escalation.walks import (
    FIRST_PAIR,
    N_ROUNDS,
    N_WALKS,
    PAIR,
    ask_the_picture,
    assumed,
    ways_to_answer,
)
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side, slider
from dastarkhan.lessons.escalation.walked import Walked, about_walk, line_of, named, said_of, stairs_of
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged

PICTURES = ("first", "second")
GUESSES = (0, 200, 500, 1000)
TENTHS = (0, 1, 2, 3)
BEGIN = 3
"""Of ten calm words so many arrive garbled at first, as on the slips."""


class ThousandWalks(Staged):
    """Whoever guesses sees more: the crowds are shown only then, and they begin on the lowest step."""

    key = "walks"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What becomes of a thousand walks?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        if not self.state["at"]:
            return self._("A thousand walks wait for your guess.")
        return " ".join(said_of(self.walked(which), self._) for which in PICTURES)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved guesses, ways and numbers that this version knows."""
        known, guesses = [way.key for way in ways_to_answer(self._)], part(saved.get("guesses"))
        who = part(saved.get("who"))
        return {
            "at": whole(saved.get("at"), 0, 1),
            "guesses": {key: guesses[key] for key in PICTURES if one_of(guesses.get(key), GUESSES) is not None},
            "who": {
                key: {side: one_of(part(who.get(key)).get(side), known, way) for side in PAIR}
                for key, way in zip(PICTURES, FIRST_PAIR, strict=True)
            },
            "tenths": one_of(saved.get("tenths"), TENTHS, BEGIN),
            "round": whole(saved.get("round"), 0, N_ROUNDS),
            "walk": whole(saved.get("walk"), 0, N_WALKS - 1),
        }

    def walked(self, which: str) -> Walked:
        """The walks of one picture."""
        return Walked(**self.state["who"][which], tenths=self.state["tenths"])

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at)
        self.show()

    def _guess(self, which: str, many: int) -> None:
        self.remember(guesses={**self.state["guesses"], which: many})

    def _to_round(self, round: int) -> None:
        if round != self.state["round"]:
            self.remember(round=round, done=round == N_ROUNDS)
            self.slider.value = round
            self._draw()

    def _change(self, **changes: Any) -> None:
        self.remember(**changes)
        self._draw()

    def _answer(self, which: str, side: str, way: str) -> None:
        who = self.state["who"]
        self._change(who={**who, which: {**who[which], side: way}})

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        self.stage.children = self._crowds() if self.state["at"] else (card(*self._guesses()),)

    def _guesses(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _(
            "Two towns send each other messages, sixteen rounds long. Three of ten calm words arrive garbled. "
            "Each walk begins on step 1, and a thousand walks begin at once."
        )
        before = f"<p>{escape(told)}</p><p>{escape(ask_the_picture(_)[0])}</p>"
        asked = []
        for which, way in zip(PICTURES, FIRST_PAIR, strict=True):
            found = next(one for one in ways_to_answer(_) if one.key == way)
            ask = f"{_('Both: {way}', way=found.name)} ({found.says})"
            chosen = self.state["guesses"].get(which)
            asked.append(choice(ask, self._guess_words(), chosen, self._guesser(which)))
        return (html(before), *asked, buttons(button(_("Let them walk"), lambda: self._go(1))))

    def _guesser(self, which: str) -> Any:
        return lambda many: self._guess(which, many)

    def _guess_words(self) -> list[tuple[str, int]]:
        _ = self._
        return [
            (_("none, or hardly any"), 0),
            (_("about two hundred"), 200),
            (_("about half"), 500),
            (_("nearly all"), 1000),
        ]

    def _crowds(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.panels, self.said, self.lines = html(), html(live=True), html()
        rounds = range(N_ROUNDS + 1)
        self.slider = slider(_("After which round?"), rounds, self.state["round"], _, self._to_round)
        on = button(_("One round on"), lambda: self._to_round(min(self.state["round"] + 1, N_ROUNDS)))
        end = button(_("To the last round"), lambda: self._to_round(N_ROUNDS), css="dk-quiet")
        other = button(_("Follow another walk"), self._other_walk, css="dk-quiet")
        dots = _("A dot is up to ten walks. The large dot is the one that you follow.")
        followed = html(f"<h3>{escape(_('Follow one walk'))}</h3>")
        self._draw()
        return (
            card(
                self.slider, buttons(on, end), self.panels, html(f"<p class='dk-small'>{escape(dots)}</p>"), self.said
            ),
            card(followed, self.lines, buttons(other)),
            card(*self._to_change()),
            card(html(self._words())),
            buttons(button(_("Back to my guess"), lambda: self._go(0), css="dk-quiet")),
        )

    def _other_walk(self) -> None:
        self._change(walk=(self.state["walk"] + 1) % N_WALKS)

    def _draw(self) -> None:
        _, round, walk = self._, self.state["round"], self.state["walk"]
        stairs, lines = [], []
        for which in PICTURES:
            one = self.walked(which)
            head = f"<h3>{escape(named(one, _))}</h3>"
            stairs.append(f"<div>{head}{stairs_of(one, round, walk, _, key=f'stairs-{which}')}</div>")
            about = f"<p>{escape(about_walk(one, walk, _))}</p>" if round == N_ROUNDS else ""
            drawn = line_of(one, round, walk, _, key=f"walk-{which}")
            lines.append(f"<div><p><b>{escape(named(one, _))}</b></p>{drawn}{about}</div>")
        self.panels.value = f"<div class='dk-panels'>{''.join(stairs)}</div>"
        self.lines.value = f"<div class='dk-panels'>{''.join(lines)}</div>"
        self.said.value = self._said()

    def _said(self) -> str:
        """What was counted; at the last round also beside what was guessed."""
        _, round = self._, self.state["round"]
        if not round:
            return note(_("All still stand on step 1. Who will stay below, who will climb?"))
        if round < N_ROUNDS:
            return note(_("After round {n} of {total}. Who is still below, who climbs?", n=round, total=N_ROUNDS))
        words = {many: text for text, many in self._guess_words()}
        said = []
        for which in PICTURES:
            told = escape(said_of(self.walked(which), _))
            if which in self.state["guesses"] and self._as_guessed(which):
                told += f" {escape(_('Your guess: {guess}.', guess=words[self.state['guesses'][which]]))}"
            said.append(f"<li>{told}</li>")
        return f"<ul>{''.join(said)}</ul>"

    def _as_guessed(self, which: str) -> bool:
        """Whether the picture still shows what the guess was about."""
        way = FIRST_PAIR[PICTURES.index(which)]
        return self.walked(which) == Walked(mill=way, willow=way, tenths=BEGIN)

    def _to_change(self) -> tuple[ipywidgets.Widget, ...]:
        _, towns = self._, town_names(self._)
        head = html(f"<h3>{escape(_('Change something, and look again'))}</h3>")
        options = [(_.number(n), n) for n in TENTHS]
        ask = _("Of ten calm words, how many arrive garbled?")
        line = choice(ask, options, self.state["tenths"], lambda n: self._change(tenths=n), row=True)
        first, second = (
            ipywidgets.VBox(
                [
                    html(f"<p><b>{escape(label)}</b></p>"),
                    *(self._way_field(which, side, towns[side]) for side in PAIR),
                ]
            )
            for which, label in zip(PICTURES, (_("First picture"), _("Second picture")), strict=True)
        )
        return (head, line, side_by_side(first, second))

    def _way_field(self, which: str, side: str, town: str) -> ipywidgets.Dropdown:
        options = [(way.name, way.key) for way in ways_to_answer(self._)]
        field = ipywidgets.Dropdown(options=options, value=self.state["who"][which][side], description=town)
        field.observe(lambda change: self._answer(which, side, change["new"]), names="value")
        return field

    def _words(self) -> str:
        """What the model takes for granted, questions to the picture, and a question to each way."""
        _ = self._
        first, *rest = assumed(_)
        taken = "".join(f"<li>{escape(one)}</li>" for one in rest)
        asked = "".join(f"<li>{escape(one)}</li>" for one in ask_the_picture(_)[1:])
        each = "".join(
            f"<li><b>{escape(way.name)}</b>: {escape(way.says)}. {escape(way.ask)}</li>" for way in ways_to_answer(_)
        )
        return (
            f"<h3>{escape(_('What the model takes for granted'))}</h3><p>{escape(first)}</p><ul>{taken}</ul>"
            f"<h3>{escape(_('Talk about the picture'))}</h3><ul>{asked}</ul>"
            f"<details><summary>{escape(_('Six ways to answer, and a question to each'))}</summary>"
            f"<ul>{each}</ul></details>"
        )
