"""The stuck sluice: the map that each briefing leads to. They are examples; other maps can be as good."""

from dastarkhan.content.conflict_analysis.parts import MILL, WILLOW, Tie
from dastarkhan.languages import Words


def maps(_: Words) -> dict[str, tuple[Tie, ...]]:
    """By side, the lines of its map."""
    return {MILL: _of_mill(_), WILLOW: _of_willow(_)}


def _tie(one: str, other: str, kind: str, why: str) -> Tie:
    return Tie(one=one, other=other, kind=kind, why=why)


def _of_mill(_: Words) -> tuple[Tie, ...]:
    return (
        _tie("gardeners_mill", "mender", "trust", _("He gets up at two in the morning for them.")),
        _tie("gardeners_mill", "box", "trust", _("Her letter speaks for all of them.")),
        _tie("mender", "keeper", "trust", _("Karim taught him what to do with a stone.")),
        _tie("gardeners_mill", "keeper", "trust", _("They miss him at the board.")),
        _tie("gardeners_mill", "gardeners_willow", "need", _("Nobody can clean the canal alone.")),
        _tie("gardeners_mill", "gardeners_willow", "quarrel", _("Each waits for the other to speak first.")),
        _tie("mender", "gardeners_willow", "quarrel", _("He was shouted at, in front of all.")),
        _tie("box", "gardeners_willow", "silence", _("A letter, and no answer for three weeks.")),
        _tie("box", "driver", "trust", _("She gave him the letter to take along.")),
        _tie("gardeners_mill", "teahouse", "trade", _("Tomatoes for the teahouse.")),
        _tie("gardeners_mill", "driver", "trade", _("Their crates go by his bus.")),
    )


def _of_willow(_: Words) -> tuple[Tie, ...]:
    return (
        _tie("gardeners_willow", "night", "trust", _("She waits for the water of them all.")),
        _tie("gardeners_willow", "keeper", "trust", _("He knows the board like his own hand.")),
        _tie("keeper", "mender", "silence", _("They think that nobody asked the old man.")),
        _tie("gardeners_mill", "gardeners_willow", "need", _("They clean the canal together.")),
        _tie("gardeners_mill", "gardeners_willow", "quarrel", _("It was their night, and nobody told them.")),
        _tie("box", "gardeners_willow", "trust", _("Her book has always been fair.")),
        _tie("mender", "gardeners_willow", "quarrel", _("He was loud with the young man at the canal.")),
        _tie("night", "teahouse", "trust", _("Anora keeps tea warm for her.")),
        _tie("gardeners_mill", "driver", "trade", _("He drives Mill's crates as before.")),
    )
