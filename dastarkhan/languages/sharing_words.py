"""The sharing rules in words: a name, what it does, and who usually likes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages.lookup import Words

CORE = ("proportional", "constrained_equal_awards", "constrained_equal_losses")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """What a person reads about a rule."""

    name: str
    says: str


def rule_words(_: Words) -> Mapping[str, RuleWords]:
    """Every rule of ``simulations.sharing.RULES`` in words."""
    return {
        "proportional": RuleWords(
            name=_("Everybody loses the same share"),
            says=_("Whoever needs twice as much gets twice as much."),
        ),
        "constrained_equal_awards": RuleWords(
            name=_("Small needs first, then equal"),
            says=_("All get the same amount, but nobody gets more than they need."),
        ),
        "constrained_equal_losses": RuleWords(
            name=_("Everybody gives up the same amount"),
            says=_("Whoever needs less than that gets nothing."),
        ),
        "talmud": RuleWords(
            name=_("Halves first"),
            says=_("First all come up to half of their need, as equally as can be. Then losses are made equal."),
        ),
        "adjusted_proportional": RuleWords(
            name=_("What nobody disputes first"),
            says=_("Each first gets what the others leave to it. The rest is shared by what each still lacks."),
        ),
        "random_arrival": RuleWords(
            name=_("First come, first served, on average"),
            says=_("Each takes its need in the order of arrival. The result is the average over all orders."),
        ),
    }
