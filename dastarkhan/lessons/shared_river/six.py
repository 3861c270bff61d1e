"""More, if you like: all six rules at once."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from dastarkhan.languages.sharing_words import rule_words
from dastarkhan.lessons.activity import Activity, card, choice, html, side_by_side
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.assumptions import sharing_assumptions
from dastarkhan.lessons.shared_river.claims import SEASON, Claims, read_claims
from dastarkhan.pictures import sharing_compare
from simulations.sharing import RULES


class SixRules(Activity):
    """All six rules side by side for one dry year."""

    key = "six_rules"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Six rules for one dry year: where do they differ?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        return self._("Six ways to share the same water.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without rules and years that this version does not know."""
        return {
            "card": one_of(saved.get("card"), self.claims.supplies, SEASON),
            "rule": one_of(saved.get("rule"), RULES),
        }

    @property
    def claims(self) -> Claims:
        """Who asks for how much."""
        return read_claims(self.lesson.case, self._)

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The year, the six pictures, and what the chosen rule says."""
        _ = self._
        self.picture, self.said = html(), html(live=True)
        years = [(self.lesson.text(f"cards.{year}.name"), year) for year in self.claims.supplies]
        rules = [(words.name, rule) for rule, words in rule_words(_).items()]
        controls = ipywidgets.VBox(
            [
                choice(_("The year"), years, self.state["card"], self._choose_card, row=True),
                choice(_("Read more about one rule"), rules, self.state["rule"], self._choose_rule),
                self.said,
            ]
        )
        self._show()
        return (card(side_by_side(self.picture, controls)), sharing_assumptions(self.lesson))

    def _choose_card(self, year: str) -> None:
        self.remember(card=year)
        self._show()

    def _choose_rule(self, rule: str) -> None:
        self.remember(done=True, rule=rule)
        self._show()

    def _show(self) -> None:
        _, claims, names = self._, self.claims, rule_words(self._)
        supply = claims.supplies[self.state["card"]]
        chosen = self.state["rule"]
        self.picture.value = sharing_compare(
            claims.amounts,
            {names[rule].name: share(supply, claims.amounts).round(1) for rule, share in RULES.items()},
            claims.names,
            claims.looks,
            _,
            title=_("Six rules, {supply} million m³", supply=_.number(supply)),
            chosen=names[chosen].name if chosen else None,
            key="six-rules",
        )
        self.said.value = note(names[chosen].says, strong=names[chosen].name + ".") if chosen else ""
