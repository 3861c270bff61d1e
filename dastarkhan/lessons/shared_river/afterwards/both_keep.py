"""Would both keep it? Each promise of an agreement, what would hold it, and which one change would make it hold."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.afterwards.both_keep_words import (
    changes_words,
    guess_words,
    keeping_words,
    promise_key,
    promise_slip,
    promise_words,
)
from dastarkhan.lessons.shared_river.afterwards.newest_agreement import OWN, SAMPLE, NewestAgreement
from dastarkhan.lessons.shared_river.assumptions import keeping_assumptions
from dastarkhan.lessons.shared_river.names import weather_name
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from simulations.games.promise_changes import changes_that_hold
from simulations.games.promise_keeping import Keeping, driest_card, normal_card, would_keep
from simulations.games.promises import Promise, promises_in
from simulations.games.terms import Package
from simulations.table import Case

NONE = "none"
NORMAL, DRIEST = "normal", "driest"


class BothKeep(NewestAgreement):
    """Promise by promise: who carries it out, and what holds it."""

    key = "both_keep"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Would both keep it?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("You have looked at each promise.") if self.state["seen"] else _("The promises are still unopened.")

    def clean_about(self, case: Case, which: str | None, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved guess and weather, and no promise that this agreement does not hold."""
        promises = promises_in(case, self.package_of(case, which))
        guess = one_of(saved.get("guess"), (*map(promise_key, promises), NONE))
        return {
            "guess": guess,
            "seen": saved.get("seen") is True and guess is not None,
            "weather": one_of(saved.get("weather"), (NORMAL, DRIEST), NORMAL),
        }

    def assumptions(self) -> ipywidgets.Widget:
        """What is assumed about keeping promises."""
        return keeping_assumptions(self.lesson)

    # --- what a person does

    def _take(self, which: str) -> None:
        self.remember(which=which, guess=None)
        self.guessing.children = self._guess()

    def _guessed(self, key: str) -> None:
        self.remember(guess=key)
        self.look.disabled = False

    def _look(self) -> None:
        if self.state["guess"] is not None:
            self.remember(done=True, seen=True)
            self.show()

    def _guess_again(self) -> None:
        self.remember(seen=False, guess=None)
        self.show()

    def _weather(self, weather: str) -> None:
        self.remember(weather=weather)
        self._show_promises()

    # --- what is looked at

    @property
    def _package(self) -> Package:
        return self.package_of(self.case, self.state["which"])

    @property
    def _promises(self) -> tuple[Promise, ...]:
        return promises_in(self.case, self._package)

    def _kept_in(self, weather: str) -> Keeping:
        card = driest_card(self.case) if weather == DRIEST else normal_card(self.case)
        return would_keep(self.case, self._package, card=card)

    # --- what the screen shows

    def show(self) -> None:
        """A guess first; when it is made, what comes of each promise."""
        if self.state["seen"]:
            self.stage.children = self._results()
            return
        self.guessing = card(*self._guess())
        self.stage.children = (self._which(), self.guessing)

    def _which(self) -> ipywidgets.Widget:
        _ = self._
        if self.own_package(self.case) is None:
            told = _(
                "You have no agreement of your own to look at. Take this one: it looks good, and was quickly made."
            )
            return html(note(told))
        options = [(_("My newest agreement"), OWN), (_("A high fixed payment, to compare"), SAMPLE)]
        return choice(_("Which agreement do you look at?"), options, self.state["which"] or OWN, self._take, row=True)

    def _guess(self) -> tuple[ipywidgets.Widget, ...]:
        _, case = self._, self.case
        told = (
            _("An agreement is made of promises. Each side keeps its own, or leaves some aside."),
            _("Then the other side may answer."),
            _("What counts is this year and three average years after it."),
        )
        options = [(promise_words(case, one, _), promise_key(one)) for one in self._promises]
        ask = _("Guess first. Which promise is the hardest to keep in the driest year?")
        self.look = button(_("Look at each promise"), self._look)
        self.look.disabled = self.state["guess"] is None
        return (
            html(package_list(case, self._package, _)),
            html(f"<p>{escape(' '.join(told))}</p>"),
            choice(ask, [*options, (_("None of them"), NONE)], self.state["guess"], self._guessed),
            self.look,
        )

    def _results(self) -> tuple[ipywidgets.Widget, ...]:
        """What was guessed, each promise in one year or the other, and which one change would make all hold."""
        _, case = self._, self.case
        guess = next((one for one in self._promises if promise_key(one) == self.state["guess"]), None)
        told = html(note(guess_words(case, self._kept_in(DRIEST), guess, _)))
        years = [(weather_name(case, normal_card(case), _), NORMAL), (weather_name(case, driest_card(case), _), DRIEST)]
        ask = choice(_("Which year has come?"), years, self.state["weather"], self._weather, row=True)
        self.promises = ipywidgets.VBox()
        self._show_promises()
        again = buttons(button(_("Guess again"), self._guess_again, css="dk-quiet"))
        return (card(told, ask, self.promises, again), card(html(self._change())))

    def _show_promises(self) -> None:
        _, case, found = self._, self.case, self._kept_in(self.state["weather"])
        counted = escape(_("All points: this year and the three after it, beside keeping everything."))
        slips = "".join(promise_slip(case, self._package, one, _) for one in found.tests)
        told = f"{note(keeping_words(case, found, _))}<p class='dk-small'>{counted}</p>{slips}"
        self.promises.children = (html(told, live=True),)

    def _change(self) -> str:
        """Which one change would make it hold, and a question to take to the debrief."""
        _, case, package = self._, self.case, self._package
        both = (self._kept_in(NORMAL), self._kept_in(DRIEST))
        told = changes_words(case, package, both, changes_that_hold(case, package), _)
        ask = _("What holds a promise in life, and has no number here?")
        return f"{told}{note(ask, strong=_('To talk about.'))}"
