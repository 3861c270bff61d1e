"""Maps of a quarrel for paper: the people alone, to draw on, and an example of a whole map for the trainers."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from dastarkhan.content.conflict_analysis import Conflict, tie_kinds
from dastarkhan.languages import Words
from dastarkhan.pictures.relation_map import PairMark, PersonMark, relation_map
from dastarkhan.pictures.tie_strokes import PATTERNS, Stroke, strokes_key


def shape_names(_: Words) -> Mapping[str, str]:
    """The shape of each side."""
    return {"mill": _("Circle"), "willow": _("Square")}


def pair_names(case: Conflict) -> Sequence[str]:
    """Every two people of a case."""
    return [f"{one.first_name} – {other.first_name}" for one, other in combinations(case.parties, 2)]


def empty_map(case: Conflict, _: Words, *, key: str) -> str:
    """Draw the people alone."""
    return relation_map(_people(case), (), _, title=case.title, description=case.about, key=key)


def kit_map(case: Conflict, side: str, _: Words, *, key: str) -> str:
    """Draw the map that a briefing leads to."""
    patterns = {kind.key: pattern for kind, pattern in zip(tie_kinds(_), PATTERNS, strict=True)}
    drawn: dict[tuple[str, str], list[Stroke]] = {}
    for tie in case.maps[side]:
        drawn.setdefault((tie.one, tie.other), []).append(Stroke(pattern=patterns[tie.kind], ink="ink"))
    pairs = [
        PairMark(one=one, other=other, strokes=tuple(each), name="", told="") for (one, other), each in drawn.items()
    ]
    there = {key for pair in drawn for key in pair}
    return relation_map(_people(case, there), pairs, _, title=case.title, description=case.about, key=key)


def strokes(_: Words) -> str:
    """Draw the five kinds of lines with what they mean."""
    named = [(pattern, f"{kind.name}. {kind.says}") for kind, pattern in zip(tie_kinds(_), PATTERNS, strict=True)]
    return strokes_key(named, _, title=_("Five kinds of lines"))


def _people(case: Conflict, there: set[str] | None = None) -> list[PersonMark]:
    return [
        PersonMark(
            key=party.key,
            name=party.first_name,
            group=party.name,
            told=party.who,
            town=party.town,
            place=party.place,
            there=there is None or party.key in there,
        )
        for party in case.parties
    ]
