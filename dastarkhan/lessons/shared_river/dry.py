"""A dry year: choose among three sharing rules and see who carries it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets
import numpy as np
from numpy.typing import NDArray

from dastarkhan.languages.sharing_words import CORE, rule_words
from dastarkhan.lessons.activity import Activity, button, card, choice, html, side_by_side
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, some_of
from dastarkhan.lessons.shared_river.assumptions import sharing_assumptions
from dastarkhan.lessons.shared_river.claims import SEASON, Claims, read_claims
from dastarkhan.lessons.shared_river.veil import clean_veil, veil
from dastarkhan.pictures import sharing_bars
from simulations.sharing import RULES

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

EQUAL = 0.005
FOUR = 4


class DryYear(Activity):
    """Guess, look, choose, and find words for the one who carries most."""

    key = "dry_year"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("The river brings less. Who gets how much?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        if self.state["defended"] is None:
            return _("No rule is chosen yet.")
        return _("You could defend: {rule}.", rule=rule_words(_)[self.state["defended"]].name)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without rules and years that this version does not know."""
        return {
            "guess": self.question().clean(saved.get("guess")),
            "card": one_of(saved.get("card"), self.claims.supplies, SEASON),
            "rule": one_of(saved.get("rule"), CORE),
            "seen": some_of(saved.get("seen"), CORE),
            "defended": one_of(saved.get("defended"), CORE),
            "words": clean_reflection(saved.get("words"), len(self._checks())),
            "veil": clean_veil(saved.get("veil"), len(self.claims.keys)),
        }

    @property
    def claims(self) -> Claims:
        """Who asks for how much."""
        return read_claims(self.lesson.case, self._)

    def question(self) -> Question:
        """A guess before looking; its answer is computed from the rules."""
        _, claims, names = self._, self.claims, rule_words(self._)
        largest = claims.largest
        awards = {rule: float(RULES[rule](claims.supplies[SEASON], claims.amounts)[largest]) for rule in CORE}
        best = max(awards, key=lambda rule: awards[rule])
        answers = tuple(
            Answer(
                key=rule,
                text=names[rule].name,
                why=f"{self._gets(largest, award)}. {names[rule].says}",
                right=rule == best,
            )
            for rule, award in awards.items()
        )
        return Question(
            key="guess",
            ask=_("Guess before you look: which rule leaves most to {name}?", name=claims.names[largest]),
            answers=answers,
            hints=(
                _("They asked for far more than the others.")
                if claims.far_ahead
                else _("They asked for more than any other group."),
                _("Under one rule a large claim loses no more than a small one."),
            ),
        )

    def _gets(self, who: int, award: float) -> str:
        _, claims = self._, self.claims
        return _(
            "{name} {award} of {claim}",
            name=claims.names[who],
            award=round(award, 1),
            claim=float(claims.amounts[who]),
        )

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The sentence to the group for whom a rule is hardest."""
        _ = lesson.words
        ask = _("Say it in one sentence to the group for whom it is hardest:")
        return own_words(ask, state.get("words"))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """A guess, the rules with the picture beside them, and words for the one who carries most."""
        _ = self._
        self.picture, self.look, self.after = html(), html(live=True), ipywidgets.VBox()
        self.after.add_class("dk-hands-over")
        names = rule_words(_)
        guess = QuestionCard(self.question(), self.state["guess"], lambda state: self.remember(guess=state), _)
        years = [
            (f"{self.lesson.text(f'cards.{year}.name')}: {_.number(mcm)}", year)
            for year, mcm in self.claims.supplies.items()
        ]
        rules = [(f"{names[rule].name}. {names[rule].says}", rule) for rule in CORE]
        controls = ipywidgets.VBox(
            [
                choice(_("How to share"), rules, self.state["rule"], self._choose_rule),
                choice(
                    _("What the river brings, in million m³"), years, self.state["card"], self._choose_card, row=True
                ),
                self.look,
            ]
        )
        self.picture.add_class("dk-stays")
        self._show()
        shared = card(side_by_side(self.picture, controls))
        return (self._asked(), guess.box, shared, self.after, sharing_assumptions(self.lesson))

    def _asked(self) -> ipywidgets.HTML:
        _, claims = self._, self.claims
        asked, supply, groups = float(claims.amounts.sum()), claims.supplies[SEASON], len(claims.keys)
        told = (
            _(
                "From April to September, four groups need {asked} million m³. A dry year brings {supply} million.",
                asked=asked,
                supply=supply,
            )
            if groups == FOUR
            else _.n(
                "From April to September, {n} group needs {asked} million m³. A dry year brings {supply} million.",
                "From April to September, {n} groups need {asked} million m³. A dry year brings {supply} million.",
                groups,
                asked=asked,
                supply=supply,
            )
        )
        return html(f"<p>{' '.join(map(escape, (told, *self._canals())))}</p>")

    def _canals(self) -> list[str]:
        """Who asks for more than arrives, because a canal loses some of it."""
        _, claims, basin = self._, self.claims, self.lesson.case.basin
        leaking = {arc["to"] for arc in basin["arcs"] if arc.get("loss_share", 0) > 0}
        return [
            _(
                "{name} ask for {claim}, so that {needed} arrive: their canal loses the rest.",
                name=claims.names[who],
                claim=float(claims.amounts[who]),
                needed=round(sum(basin["nodes"][key]["demand_mcm"]), 1),
            )
            for who, key in enumerate(claims.keys)
            if key in leaking
        ]

    def _choose_rule(self, rule: str) -> None:
        seen = self.state["seen"]
        self.remember(rule=rule, seen=seen if rule in seen else [*seen, rule])
        self._show()

    def _choose_card(self, year: str) -> None:
        self.remember(card=year)
        self._show()

    def _show(self) -> None:
        _, claims, rule = self._, self.claims, self.state["rule"]
        supply = claims.supplies[self.state["card"]]
        awards = RULES[rule](supply, claims.amounts) if rule else claims.amounts
        self.picture.value = sharing_bars(
            claims.amounts,
            awards.round(1),
            claims.names,
            claims.looks,
            _,
            title=rule_words(_)[rule].name if rule else _("What each group counted on"),
            key="dry-year",
        )
        self.look.value = note(self._told(awards, supply), strong=_("Look closely.")) if rule else ""
        self.after.children = self._defend() if rule else ()

    def _told(self, awards: NDArray[np.float64], supply: float) -> str:
        _, claims = self._, self.claims
        lost = 1 - awards / claims.amounts
        if lost.max() - lost.min() < EQUAL:
            return _("Everybody loses {share}. For whom is that hardest to bear, and why?", share=_.percent(lost.max()))
        worst = [int(who) for who in np.flatnonzero(lost > lost.max() - EQUAL)]
        first = _("The largest part is missing here:")
        told = f"{first} {_.listed([self._gets(who, float(awards[who])) for who in worst])}."
        if len(worst) > 1:
            return f"{told} {_('What could the others offer them?')}"
        return f"{told} {self._kinder(worst[0], float(awards[worst[0]]), supply)}"

    def _kinder(self, who: int, award: float, supply: float) -> str:
        """Which other rule would leave more to the one who carries most."""
        _, claims = self._, self.claims
        others = {rule: float(RULES[rule](supply, claims.amounts)[who]) for rule in CORE if rule != self.state["rule"]}
        kinder = max(others, key=lambda rule: others[rule])
        if others[kinder] <= award + EQUAL:
            return _("No other rule here would leave more. What could the others offer instead?")
        return _(
            "Under “{rule}” it would be {award}. What could the others offer for the difference?",
            rule=rule_words(_)[kinder].name,
            award=round(others[kinder], 1),
        )

    def _defend(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        seen = self.state["seen"]
        if len(seen) < len(CORE):
            left = len(CORE) - len(seen)
            told = _.n("Look at {n} more rule before you choose.", "Look at {n} more rules before you choose.", left)
            return (html(f"<p>{escape(told)}</p>"),)
        defend = button(_("I could defend this one"), self._chosen)
        if self.state["defended"] is None:
            return (defend,)
        name = rule_words(_)[self.state["defended"]].name
        told = _("You could defend “{rule}” to every one of them. You may change your mind.", rule=name)
        words = reflection(
            _("Say it in one sentence to the group for whom it is hardest:"),
            self._checks(),
            self.state["words"],
            lambda state: self.remember(words=state),
        )
        veiled = veil(self.claims, self.state["veil"], lambda state: self.remember(veil=state), _)
        return (defend, html(note(told)), words, veiled)

    def _checks(self) -> tuple[str, ...]:
        _ = self._
        return (
            _("I said what they lose."),
            _("I gave a reason that they could accept."),
            _("I blamed nobody."),
        )

    def _chosen(self) -> None:
        self.remember(done=True, defended=self.state["rule"])
        self._show()
