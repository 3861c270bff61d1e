"""A dry year: choose among three sharing rules and see who carries it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import ClassVar

import ipywidgets
import numpy as np
from numpy.typing import NDArray

from dastarkhan.lessons.activity import Activity, button, choice, html
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.shared_river.assumptions import assumptions
from dastarkhan.lessons.shared_river.claims import SEASON, Claims, read_claims
from dastarkhan.lessons.shared_river.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.shared_river.rules import CORE, rule_words
from dastarkhan.pictures import sharing_bars
from simulations.sharing import RULES

EQUAL = 0.005


class DryYear(Activity):
    """Guess, look, choose, and find words for the one who carries most."""

    key = "dry_year"
    START: ClassVar[Mapping[str, object]] = {
        "guess": {},
        "card": SEASON,
        "rule": None,
        "seen": [],
        "defended": None,
        "words": {},
    }

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
        return _("You could defend: {rule}.", rule=rule_words(_)[str(self.state["defended"])].name)

    def clean(self, saved: Mapping[str, object]) -> dict[str, object]:
        """The saved state without rules and years that this version does not know."""
        state = super().clean(saved)
        seen = state["seen"] if isinstance(state["seen"], list) else []
        return {
            "guess": self.question().clean(state["guess"]),
            "card": state["card"] if state["card"] in self.claims.supplies else SEASON,
            "rule": state["rule"] if state["rule"] in CORE else None,
            "seen": [rule for rule in seen if rule in CORE],
            "defended": state["defended"] if state["defended"] in CORE else None,
            "words": clean_reflection(state["words"], len(self._checks())),
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
                why=f"{self._gets(largest, award)} {names[rule].says}",
                right=rule == best,
            )
            for rule, award in awards.items()
        )
        return Question(
            key="guess",
            ask=_("Guess before you look: which rule leaves most to {name}?", name=claims.names[largest]),
            answers=answers,
            hints=(
                _("They asked for far more than the others."),
                _("Under one rule a large claim loses no more than a small one."),
            ),
        )

    def _gets(self, who: int, award: float) -> str:
        _, claims = self._, self.claims
        return _(
            "{name}: {award} of {claim}.",
            name=claims.names[who],
            award=round(award, 1),
            claim=float(claims.amounts[who]),
        )

    def body(self) -> Sequence[ipywidgets.Widget]:
        """A guess, the rules with the picture beside them, and words for the one who carries most."""
        _ = self._
        self.picture, self.look, self.after = html(), html(live=True), ipywidgets.VBox()
        names = rule_words(_)
        guess = QuestionCard(self.question(), self._part("guess"), lambda state: self.remember(guess=state), _)
        years = [
            (f"{self.lesson.text(f'cards.{card}.name')}: {_.number(mcm)}", card)
            for card, mcm in self.claims.supplies.items()
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
        two = ipywidgets.HBox([self.picture, controls])
        two.add_class("dk-two")
        card = ipywidgets.VBox([two])
        card.add_class("dk-card")
        self._show()
        return (self._asked(), guess.box, card, self.after, assumptions(self.lesson))

    def _asked(self) -> ipywidgets.HTML:
        _, claims = self._, self.claims
        told = _(
            "From April to September, four groups need {asked} million m³. In a dry year there are {supply}.",
            asked=_.number(float(claims.amounts.sum())),
            supply=_.number(claims.supplies[SEASON]),
        )
        return html(f"<p>{escape(told)}</p>")

    def _choose_rule(self, rule: str) -> None:
        seen = self.state["seen"] if isinstance(self.state["seen"], list) else []
        self.remember(rule=rule, seen=seen if rule in seen else [*seen, rule])
        self._show()

    def _choose_card(self, card: str) -> None:
        self.remember(card=card)
        self._show()

    def _show(self) -> None:
        _, claims, rule = self._, self.claims, self.state["rule"]
        supply = claims.supplies[str(self.state["card"])]
        awards = RULES[str(rule)](supply, claims.amounts) if rule else claims.amounts
        self.picture.value = sharing_bars(
            claims.amounts,
            awards.round(1),
            claims.names,
            claims.looks,
            _,
            title=rule_words(_)[str(rule)].name if rule else _("What each group counted on"),
            key="dry-year",
        )
        self.look.value = note(self._told(awards, supply), strong=_("Look closely.")) if rule else ""
        self.after.children = self._defend() if rule else ()

    def _told(self, awards: NDArray[np.float64], supply: float) -> str:
        _, claims = self._, self.claims
        lost = 1 - awards / claims.amounts
        if lost.max() - lost.min() < EQUAL:
            return _("Everybody loses {share}. For whom is that hardest to bear, and why?", share=_.percent(lost.max()))
        who = int(lost.argmax())
        first = _(
            "The largest part is missing here: {name}, {award} of {claim}.",
            name=claims.names[who],
            award=round(float(awards[who]), 1),
            claim=float(claims.amounts[who]),
        )
        return f"{first} {self._kinder(who, float(awards[who]), supply)}"

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
        seen = self.state["seen"] if isinstance(self.state["seen"], list) else []
        if len(seen) < len(CORE):
            left = len(CORE) - len(seen)
            told = _.n("Look at {n} more rule before you choose.", "Look at {n} more rules before you choose.", left)
            return (html(f"<p>{escape(told)}</p>"),)
        defend = button(_("I could defend this one"), self._chosen)
        if self.state["defended"] is None:
            return (defend,)
        name = rule_words(_)[str(self.state["defended"])].name
        told = _("You could defend “{rule}” to every one of them. You may change your mind.", rule=name)
        words = reflection(
            _("Say it in one sentence to the group that carries most:"),
            self._checks(),
            self._part("words"),
            lambda state: self.remember(words=state),
        )
        return (defend, html(note(told)), words)

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

    def _part(self, name: str) -> Mapping[str, object]:
        part = self.state[name]
        return part if isinstance(part, dict) else {}
