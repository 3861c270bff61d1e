"""Which quarrel it is, which card was drawn, and one of two honest briefings: one tap hides it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.conflict_analysis import SIDES, conflicts
from dastarkhan.content.conflict_analysis.overlay import announcement
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel, listed, shapes
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.staged import Staged
from simulations.errors import KitError

CHOOSE, READ = 0, 1


class ReadBriefs(OfQuarrel, Staged):
    """Two screens: what is announced and chosen, and the briefing itself."""

    key = "briefs"
    follows = ()

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What does your side know?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        _, side = self._, self.state["side"]
        if side is None:
            return _("No briefing is taken yet.")
        return _("{title}: the briefing of the card “{shape}”.", title=self.quarrel.title, shape=shapes(_)[side])

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved card and place."""
        side = one_of(saved.get("side"), SIDES)
        return {
            "at": whole(saved.get("at"), CHOOSE, READ) if side else CHOOSE,
            "side": side,
            "hidden": saved.get("hidden") is True,
        }

    # --- what a person does

    def _take_case(self, name: str) -> None:
        try:
            self.lesson.take_case(name, but=self)
        except KitError as error:
            self.told.value = f"<p class='dk-note-warn'>{escape(self.lesson.say(error))}</p>"
        self.take_up()
        self.remember(at=CHOOSE)
        self.show()

    def _draw_card(self, side: str) -> None:
        self.remember(side=side)
        self.on.disabled = False

    def _read(self) -> None:
        self.remember(at=READ, hidden=False, done=True)
        self.show()

    def _turn(self) -> None:
        self.remember(hidden=not self.state["hidden"])
        self.show()

    def _back(self) -> None:
        self.remember(at=CHOOSE)
        self.show()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        shown = self._briefing() if self.state["at"] == READ else self._choose()
        self.stage.children = (card(*shown),)

    def _choose(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.told = html(live=True)
        options = [(f"{one.title}. {one.about}", one.key) for one in conflicts(_)]
        case = choice(_("Which quarrel? Take the one that is least like home."), options, self.quarrel.key,
                      self._take_case)  # fmt: skip
        cards = [(name, side) for side, name in shapes(_).items()]
        drawn = choice(_("Which shape is on your card?"), cards, self.state["side"], self._draw_card, row=True)
        self.on = button(_("Read the briefing"), self._read)
        self.on.disabled = self.state["side"] is None
        free = escape(_("Without a card, take either one."))
        told = html(f"{listed(map(escape, announcement(_)))}")
        return (told, case, self.told, drawn, html(f"<p class='dk-small'>{free}</p>"), buttons(self.on))

    def _briefing(self) -> tuple[ipywidgets.Widget, ...]:
        _, quarrel, side = self._, self.quarrel, self.state["side"]
        head = f"<p class='dk-small'>{escape(shapes(_)[side])}</p><h3>{escape(quarrel.title)}</h3>"
        about = f"<p>{escape(quarrel.about)}</p>"
        if self.state["hidden"]:
            told = note(_("The briefing lies face down. Nobody can look over your shoulder."))
            turn = button(_("Turn it up again"), self._turn)
        else:
            told = f"<div class='dk-slip'>{briefing(quarrel.briefs[side])}</div>"
            turn = button(_("Hide it"), self._turn, css="dk-quiet")
        back = button(_("Another card, or another quarrel"), self._back, css="dk-quiet")
        return (html(head + about + told), buttons(turn, back))


def briefing(paragraphs: Sequence[str]) -> str:
    """A briefing as HTML: first who speaks, then what they tell."""
    first, *rest = paragraphs
    return f"<p><b>{escape(first)}</b></p>" + "".join(f"<p>{escape(one)}</p>" for one in rest)
