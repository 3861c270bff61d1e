"""The moved market day: the map that each briefing leads to. They are examples; other maps can be as good."""

from dastarkhan.content.conflict_analysis.parts import MILL, WILLOW, Tie
from dastarkhan.languages import Words


def maps(_: Words) -> dict[str, tuple[Tie, ...]]:
    """By side, the lines of its map."""
    return {MILL: _of_mill(_), WILLOW: _of_willow(_)}


def _tie(one: str, other: str, kind: str, why: str) -> Tie:
    return Tie(one=one, other=other, kind=kind, why=why)


def _of_mill(_: Words) -> tuple[Tie, ...]:
    return (
        _tie("sellers_mill", "office_mill", "trust", _("He gave her the stall that was her mother's.")),
        _tie("sellers_mill", "porters", "trade", _("He carries her boxes, and she pays him.")),
        _tie("sellers_mill", "sellers_willow", "need", _("One has the scales, the other the seeds.")),
        _tie("sellers_mill", "sellers_willow", "quarrel", _("They have words whenever they meet.")),
        _tie("office_mill", "office_willow", "silence", _("An office writes to an office, and neither wrote.")),
        _tie("sellers_mill", "lorry", "trade", _("The lorry stops in Mill first.")),
        _tie("sellers_willow", "lorry", "trade", _("The lorry stops in Willow too.")),
        _tie("porters", "bakers", "trust", _("They sit side by side in the evening course.")),
    )


def _of_willow(_: Words) -> tuple[Tie, ...]:
    return (
        _tie("sellers_willow", "office_willow", "trust", _("She looked for a way when the Wednesday was dying.")),
        _tie("office_mill", "office_willow", "trust", _("They have always got on.")),
        _tie("office_willow", "doctor", "trust", _("She kept the square free for his bus.")),
        _tie("sellers_mill", "doctor", "need", _("People of Mill come to him as well.")),
        _tie("sellers_mill", "sellers_willow", "need", _("His stall has her cheese, and buyers ask for it.")),
        _tie("sellers_mill", "sellers_willow", "trade", _("He still sells her cheese.")),
        _tie("sellers_willow", "lorry", "trade", _("The lorry buys what is left over.")),
        _tie("bakers", "lorry", "trade", _("With the lorry they sell every loaf.")),
        _tie("bakers", "office_willow", "quarrel", _("They were moved to the edge of the square.")),
    )
