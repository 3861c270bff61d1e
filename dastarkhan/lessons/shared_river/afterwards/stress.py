"""Two hundred years with an agreement: guess, look when and for whom it breaks, change one thing and look again."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.shared_river.afterwards.newest_agreement import OWN, SAMPLE, NewestAgreement
from dastarkhan.lessons.shared_river.afterwards.stress_packages import changeable_terms
from dastarkhan.lessons.shared_river.afterwards.stress_pictures import last_reserve, strip
from dastarkhan.lessons.shared_river.afterwards.stress_words import (
    BANDS,
    band_words,
    break_words,
    hardest_year,
    how_long_it_held,
    named,
    near_words,
    runs_table,
    what_a_rule_costs,
    what_data_bring,
)
from dastarkhan.lessons.shared_river.assumptions import stress_assumptions
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.negotiate import Negotiate
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, package_list, term_title
from simulations.games.sample_agreement import SEED, YEARS, sample_package
from simulations.games.stress import Stress, stress_test
from simulations.games.terms import Package, TermKind, term_of
from simulations.table import Case

MOST_DRAWS = 1000
NOBODY = "nobody"


class StressTest(NewestAgreement):
    """An agreement meets two hundred years; then one thing is changed."""

    key = "stress_test"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Will it hold when dry years come?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("The years have come.") if self.state["ran"] else _("The years have not come yet.")

    def clean_about(self, case: Case, which: str | None, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved guess and change, and no sides and terms that this version does not know."""
        state: dict[str, Any] = {
            "guess": one_of(saved.get("guess"), BANDS),
            "first": one_of(saved.get("first"), (*case.sides, NOBODY)),
            "draws": whole(saved.get("draws"), 0, MOST_DRAWS),
            "term": one_of(saved.get("term"), changeable_terms(case)),
        }
        options = case.terms[state["term"]]["options"] if state["term"] else ()
        state["option"] = one_of(saved.get("option"), options)
        state["ran"] = saved.get("ran") is True and None not in (state["guess"], state["first"])
        state["shown"] = saved.get("shown") is True and state["ran"] and which == SAMPLE
        return state

    def assumptions(self) -> ipywidgets.Widget:
        """What is assumed about the years and the reserves."""
        return stress_assumptions(self.lesson)

    # --- what a person does

    def _take(self, which: str) -> None:
        self.remember(which=which, shown=False, guess=None, first=None, term=None, option=None)
        self.predicting.children = (self._predict(),)

    def _guess(self, band: str) -> None:
        self.remember(guess=band)
        self._allow()

    def _guess_first(self, side: str) -> None:
        self.remember(first=side)
        self._allow()

    def _run(self) -> None:
        if None not in (self.state["guess"], self.state["first"]):
            self.remember(done=True, ran=True)
            self.show()

    def _guess_again(self) -> None:
        self.remember(ran=False, shown=False, guess=None, first=None, term=None, option=None)
        self.show()

    def _show_broken(self) -> None:
        """An agreement that dry years break, without a guess; the rule for them is offered as the thing to change."""
        self.remember(which=SAMPLE, shown=True, term=changeable_terms(self.case)[0], option=None)
        self.show()

    def _show_own(self) -> None:
        self.remember(which=OWN, shown=False, term=None, option=None)
        self.show()

    def _talk_again(self) -> None:
        talks = self.lesson.opened("negotiate")
        if isinstance(talks, Negotiate):
            talks.talk_again()
        rule_term = term_of(self.case, TermKind.DRY_YEAR)
        year = 1 if rule_term is None else self.case.terms[rule_term].get("year", 1)
        _ = self._
        where = _(
            "Further up, at “{activity}”, the table is laid again.", activity=_("What can the two sides agree on?")
        )
        rule = _("The rule for dry years comes to it in year {n}.", n=year)
        self.onward.children = (html(note(f"{where} {rule}"), live=True),)

    def _draw_anew(self, draws: int) -> None:
        self.remember(draws=draws)
        self.show()

    def _change(self, term: str) -> None:
        self.remember(term=term, option=None)
        self._show_change()

    def _change_to(self, option: int) -> None:
        self.remember(option=option)
        self._show_second()

    # --- what is tested

    @property
    def _package(self) -> Package:
        return self.package_of(self.case, self.state["which"])

    def _years(self, package: Package) -> Stress:
        return stress_test(self.case, package, years=YEARS, seed=SEED + self.state["draws"])

    # --- what the screen shows

    def show(self) -> None:
        """A guess first; when it is made, the years."""
        if self.state["ran"]:
            self.stage.children = self._results()
            return
        self.predicting = ipywidgets.VBox([self._predict()])
        self.stage.children = (self._which(), self.predicting)

    def _which(self) -> ipywidgets.Widget:
        _, own = self._, self.own_package(self.case)
        if own is None:
            told = _("You have no agreement of your own to test. Take this one: it looks good, and was quickly made.")
            return html(note(told))
        options = [(_("My newest agreement"), OWN), (_("A high fixed payment, to compare"), SAMPLE)]
        return choice(_("Which agreement meets the years?"), options, self.state["which"] or OWN, self._take, row=True)

    def _predict(self) -> ipywidgets.VBox:
        _, case = self._, self.case
        told = (
            _("Each side has a small reserve."),
            _("A year worse than acting alone takes from it; a better one fills it a little."),
            _("When it is used up, that side stops. For some years each acts for itself, then both try again."),
        )
        bands = [(words, key) for key, words in band_words(_).items()]
        sides = [(side_name(case, side, _), side) for side in sides_by_name(case, _)]
        who = [*sides, (_("Nobody"), NOBODY)]
        ask = _("Guess first. In how many years of {n} will it hold?", n=YEARS)
        self.run = button(_.n("Let {n} year come", "Let {n} years come", YEARS), self._run)
        self._allow()
        return card(
            html(package_list(case, self._package, _)),
            html(f"<p>{escape(' '.join(told))}</p>"),
            choice(ask, bands, self.state["guess"], self._guess, row=True),
            choice(_("Who will stop first?"), who, self.state["first"], self._guess_first, row=True),
            self.run,
        )

    def _allow(self) -> None:
        self.run.disabled = None in (self.state["guess"], self.state["first"])

    def _results(self) -> tuple[ipywidgets.Widget, ...]:
        """The years as agreed with their hardest one explained, one thing to change, and the way back to the table."""
        _, case, package = self._, self.case, self._package
        run, draws = self._years(package), (self.state["draws"] + 1) % MOST_DRAWS
        guess, first = (None, None) if self.state["shown"] else (self.state["guess"], self.state["first"])
        held = how_long_it_held(run, guess, first, case, _)
        again = buttons(
            *self._other_agreement(run),
            button(_("Other years"), lambda: self._draw_anew(draws), css="dk-quiet"),
            button(_("Guess again"), self._guess_again, css="dk-quiet"),
        )
        drawn = html(strip(case, package, run, _, title=_("As agreed"), key="stress-first"))
        words = ipywidgets.VBox([html(self._hardest(package, run)), again])
        name = html(named(case, self._name(), package, _))
        first_run = card(name, html(note(held)), side_by_side(drawn, words))
        terms = [(term_title(case, term, _), term) for term in changeable_terms(case)]
        ask = choice(_("Now change one thing, and only one. Which?"), terms, self.state["term"], self._change)
        self.instead, self.compared = ipywidgets.VBox(), ipywidgets.VBox()
        self._show_change()
        return (first_run, card(ask, self.instead, self.compared), self._way_back())

    def _name(self) -> str:
        """What the agreement that is tested is called."""
        _, own = self._, self.own_package(self.case)
        if own is not None and own == self._package and self.state["which"] != SAMPLE:
            return _("Your newest agreement")
        return _("A high fixed payment, to compare") if own is not None else _("A quickly made agreement")

    def _other_agreement(self, run: Stress) -> tuple[ipywidgets.Button, ...]:
        """The way to one that breaks, when this one holds; and back from there."""
        _ = self._
        if self.state["shown"] and self.own_package(self.case) is not None:
            return (button(_("Back to my agreement"), self._show_own, css="dk-quiet"),)
        if run.breaks or not self._years(sample_package(self.case)).breaks:
            return ()
        return (button(_("See one that broke"), self._show_broken),)

    def _hardest(self, package: Package, run: Stress) -> str:
        """When the agreement first broke, or came nearest to it, and the reserve in the years before it."""
        _, case = self._, self.case
        if run.breaks:
            found = run.breaks[0]
            heading, told = _("The first time that it broke"), break_words(case, package, found, _)
            hardest: tuple[int, str] | None = (found.year, found.side)
        else:
            heading, told = _("How near it came"), near_words(case, run, _)
            hardest = hardest_year(case, run)
        drawn = "" if hardest is None else last_reserve(case, run, *hardest, _, key="stress-reserve")
        return f"<h3>{escape(heading)}</h3><p>{escape(told)}</p>{drawn}"

    def _way_back(self) -> ipywidgets.VBox:
        """Why it is worth talking once more, and a button for it."""
        _ = self._
        why = _("Now you know what a dry year does to a promise. At the table it is still open.")
        go = button(_("Talk once more, with a dry-year rule"), self._talk_again, css="dk-quiet")
        self.onward = card(html(f"<p>{escape(why)}</p>"), go)
        return self.onward

    def _show_change(self) -> None:
        """Show the options of the term that is to be changed."""
        _, case, package, term = self._, self.case, self._package, self.state["term"]
        self.compared.children = ()
        if term is None:
            self.instead.children = ()
            return
        now = package.get(term, case.terms[term]["options"][0])
        options = [(option_words(case, term, one, _), one) for one in case.terms[term]["options"] if one != now]
        wished = self.state["option"] if self.state["option"] != now else None
        was = _("Now: {option}. Instead:", option=option_words(case, term, now, _))
        self.instead.children = (choice(was, options, wished, self._change_to),)
        self._show_second()

    def _show_second(self) -> None:
        """The same years with the change, beside the first run."""
        _, case, package = self._, self.case, self._package
        term, option = self.state["term"], self.state["option"]
        if term is None or option is None or option == package.get(term):
            return
        other = {**package, term: option}
        runs = (self._years(package), self._years(other))
        if runs[0].points == runs[1].points:
            told = _("Here this changes nothing: what it would change is not in your agreement.")
            self.compared.children = (html(note(told)),)
            return
        broke = _("With the change nobody had to stop.")
        if runs[1].breaks:
            broke = _("With the change: {told}", told=break_words(case, other, runs[1].breaks[0], _))
        drawn = strip(case, other, runs[1], _, title=_("The same years, with the change"), key="stress-second")
        words = (
            f"<p>{escape(broke)}</p>{runs_table(case, runs, _)}{note(what_a_rule_costs(case, term, runs, _))}",
            f"<p>{escape(what_data_bring(case, other, _) if term == term_of(case, TermKind.DATA) else '')}</p>",
        )
        ask = note(_("Which of these numbers would you have to explain at home?"))
        told = ipywidgets.VBox([html(words[0]), html(words[1]), html(ask)])
        self.compared.children = (side_by_side(html(drawn), told),)
