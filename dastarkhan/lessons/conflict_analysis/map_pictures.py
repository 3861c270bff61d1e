"""Maps of a quarrel as pictures: one map alone, and two over each other."""

from collections.abc import Collection, Iterable
from html import escape

from dastarkhan.content.conflict_analysis import SIDES, Conflict, Party, tie_kinds
from dastarkhan.languages import Words
from dastarkhan.lessons.conflict_analysis.drawn import NEED, Line, Lines, Pair, people_on
from dastarkhan.lessons.conflict_analysis.overlaid import NEEDS, SAME, Overlaid
from dastarkhan.lessons.conflict_analysis.quarrel import shapes
from dastarkhan.pictures.relation_map import GROUNDS, PairMark, PersonMark, relation_map
from dastarkhan.pictures.tie_strokes import PATTERNS, QUESTION_MARKS, Stroke, stroke_sample

PATTERN_OF = dict(zip(("trust", "trade", "need", "quarrel", "silence"), PATTERNS, strict=True))
INK_OF = {"mill": "river", "willow": "apricot"}
BADGE_OF = {"mill": "round", "willow": "square"}


def one_map(quarrel: Conflict, lines: Lines, _: Words, *, title: str, key: str, marked: Collection[str] = ()) -> str:
    """Draw the map of one side; whoever has no line has a broken edge."""
    there = people_on(lines)
    people = [_person(party, told_of(party, quarrel, lines, _), _there(party, there)) for party in quarrel.parties]
    pairs = [_pair(quarrel, pair, [one for one in lines if one.pair == pair], _) for pair in _in_order(lines)]
    return relation_map(
        people, pairs, _, title=title, description=_listed(quarrel, lines, _), ringed=marked, key=key,
        rest=_("Touch a person or a line, or press Tab, to read more."),
    )  # fmt: skip


def both_maps(
    found: Overlaid, _: Words, *, key: str, shown: Collection[Pair] | None = None, marked: Collection[str] = ()
) -> str:
    """Draw two maps over each other.

    Parameters
    ----------
    shown : collection of pairs, optional
        Whose lines are looked at; all when left out, and the others stand back.
    marked : collection of str
        People with a ring.
    """
    lines = tuple(one for each in found.maps.values() for one in each)
    there = people_on(lines)
    people = [_person(party, party.who, _there(party, there)) for party in found.quarrel.parties]
    pairs = [_laid(found, pair, seen, shown is not None and pair not in shown, _) for pair, seen in found.pairs.items()]
    described = [f"{mark.name}. {mark.told}" for mark in pairs if not mark.faint]
    return relation_map(
        people, pairs, _, title=_("Two maps over each other"), description=" ".join(described), ringed=marked, key=key,
        rest=_("Touch a person or a line, or press Tab, to read more."),
    )  # fmt: skip


def pair_name(quarrel: Conflict, pair: Pair) -> str:
    """Who the two are."""
    names = {party.key: party.first_name for party in quarrel.parties}
    return f"{names[pair[0]]} – {names[pair[1]]}"


def kinds_told(lines: Iterable[Line], _: Words) -> str:
    """Kinds of lines in words, a guess with its question mark."""
    names = {kind.key: kind.name for kind in tie_kinds(_)}
    mark = QUESTION_MARKS[_.direction]
    told = [f"{names[one.kind]} ({mark})" if one.guessed else names[one.kind] for one in _need_last(lines)]
    return _.listed(told)


def told_of(party: Party, quarrel: Conflict, lines: Lines, _: Words) -> str:
    """Who somebody is, and with whom they have a line."""
    names = {each.key: each.first_name for each in quarrel.parties}
    mine = [one for one in lines if party.key in one.pair]
    told = []
    for one in mine:
        other = one.other if one.one == party.key else one.one
        told.append(_("{name}: {kind}", name=names[other], kind=kinds_told((one,), _)))
    return f"{party.who} {_.listed(told)}." if told else party.who


def key_of_lines(_: Words) -> str:
    """The five kinds with their strokes, as HTML."""
    rows = "".join(
        f"<li><span class='dk-stroke'>{stroke_sample(PATTERN_OF[kind.key], kind.name)}</span>"
        f"<span><b>{escape(kind.name)}.</b> {escape(kind.says)}</span></li>"
        for kind in tie_kinds(_)
    )
    return f"<ul class='dk-plain dk-strokes'>{rows}</ul>"


def _person(party: Party, told: str, there: bool) -> PersonMark:
    return PersonMark(
        key=party.key, name=party.first_name, group=party.name, told=told, town=party.town, place=party.place,
        there=there,
    )  # fmt: skip


def _there(party: Party, there: Collection[str]) -> bool:
    return party.key in there


def _in_order(lines: Lines) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(one.pair for one in lines))


def _need_last(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda one: one.kind == NEED)


def _pair(quarrel: Conflict, pair: Pair, lines: Iterable[Line], _: Words) -> PairMark:
    ordered = _need_last(lines)
    strokes = tuple(Stroke(pattern=PATTERN_OF[one.kind], guessed=one.guessed) for one in ordered)
    return PairMark(
        one=pair[0], other=pair[1], strokes=strokes, name=pair_name(quarrel, pair), told=kinds_told(ordered, _)
    )


def _listed(quarrel: Conflict, lines: Lines, _: Words) -> str:
    told = [f"{pair_name(quarrel, one.pair)}: {kinds_told((one,), _)}." for one in lines]
    return " ".join(told) or _("No line is drawn yet.")


def _laid(found: Overlaid, pair: Pair, seen: str, faint: bool, _: Words) -> PairMark:
    each = {side: _need_last(found.lines(side, pair)) for side in SIDES}
    told = laid_told(found, pair, _)
    ground = "" if faint else GROUNDS.get(seen, "")
    return PairMark(
        one=pair[0], other=pair[1], strokes=tuple(_strokes(each)), name=pair_name(found.quarrel, pair), told=told,
        ground=ground or (GROUNDS[SAME] if seen == NEEDS and all(each.values()) and not faint else ""), faint=faint,
    )  # fmt: skip


def laid_told(found: Overlaid, pair: Pair, _: Words) -> str:
    """What each map shows between two people, in words."""
    return " ".join(side_told(found, side, pair, _) for side in SIDES)


def side_told(found: Overlaid, side: str, pair: Pair, _: Words) -> str:
    """What one map shows between two people, in words."""
    lines = found.lines(side, pair)
    kind = kinds_told(lines, _) if lines else _("no line")
    return f"{_('{name}: {kind}', name=shapes(_)[side], kind=kind)}."


def _strokes(each: dict[str, list[Line]]) -> Iterable[Stroke]:
    """One stroke where both have drawn the same, else one for each side."""
    first, second = each.values()
    shared = {one.kind for one in first} & {one.kind for one in second}
    for one in first:
        if one.kind in shared:
            yield Stroke(pattern=PATTERN_OF[one.kind], ink="ink", badge="both")
    for side, lines in each.items():
        for one in lines:
            if one.kind not in shared:
                yield Stroke(pattern=PATTERN_OF[one.kind], ink=INK_OF[side], badge=BADGE_OF[side], guessed=one.guessed)
