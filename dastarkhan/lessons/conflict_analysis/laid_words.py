"""What two maps over each other say in words: what is seen at each pair, and which question it opens."""

from collections.abc import Collection, Iterator
from html import escape
from itertools import combinations, pairwise

from dastarkhan.content.conflict_analysis import SIDES, difference_kinds
from dastarkhan.languages import Words
from dastarkhan.lessons.conflict_analysis.drawn import Pair
from dastarkhan.lessons.conflict_analysis.map_pictures import kinds_told, laid_told, pair_name, side_told
from dastarkhan.lessons.conflict_analysis.overlaid import (
    NEEDS,
    ONLY_FIRST,
    ONLY_SECOND,
    OTHER_SIGN,
    SAME,
    Chain,
    Overlaid,
)
from dastarkhan.lessons.conflict_analysis.quarrel import listed, shapes
from dastarkhan.lessons.reflection import note

BOTH, ONE, DIFFERENT, PEOPLE, WAY = range(5)
LOOKS = ((SAME, NEEDS), (ONLY_FIRST, ONLY_SECOND), (OTHER_SIGN,), ())
"""What each question looks at; the one about people looks at no line."""


class LaidWords:
    """Words for the five questions to two maps; they open questions, and say nowhere who is right.

    Parameters
    ----------
    found : Overlaid
    _ : Words
    """

    def __init__(self, found: Overlaid, _: Words) -> None:
        self.found, self._ = found, _
        self.names = {party.key: party.first_name for party in found.quarrel.parties}

    def answer(self, number: int) -> str:
        """What is read beside the picture of a question, as HTML."""
        each = (self._both, self._one, self._different, self._people, self._way)
        return each[number]()

    def shown(self, number: int) -> Collection[Pair] | None:
        """The pairs at which a question looks; None for all of them."""
        if number == WAY:
            return self._steps() or None
        return self.found.of(*LOOKS[number])

    def marked(self, number: int) -> tuple[str, ...]:
        """Who has a ring around them at a question."""
        if number == PEOPLE:
            return (*(key for side in SIDES for key in self.found.people_only(side)), *self.found.on_none())
        if number == WAY:
            return tuple(dict.fromkeys(key for chain in self.found.chains for key in chain.people))
        return ()

    def _steps(self) -> Collection[Pair]:
        """Steps of the chains, and sides of the triangles under strain."""
        steps = {frozenset(step) for chain in self.found.chains for step in pairwise(chain.people)}
        sides = {
            frozenset(two) for side in SIDES for three in self.found.strained(side) for two in combinations(three, 2)
        }
        return tuple(pair for pair in self.found.pairs if frozenset(pair) in steps | sides)

    def legend(self) -> tuple[str, ...]:
        """What the grounds and signs of lines mean."""
        _ = self._
        told = {kind.key: kind for kind in difference_kinds(_)}
        where = {
            SAME: _("green ground, dark line"),
            OTHER_SIGN: _("yellow ground, two lines"),
            ONLY_FIRST: _("blue line with a circle"),
            ONLY_SECOND: _("orange line with a square"),
        }
        return tuple(
            f"<b>{escape(told[key].name)}</b> ({escape(sign)}). {escape(told[key].says)}" for key, sign in where.items()
        )

    def table(self) -> str:
        """All pairs in words, for those who cannot see the picture, or would rather read."""
        _ = self._
        names = {kind.key: kind.name for kind in difference_kinds(_)} | {NEEDS: _("A need only")}
        rows = [
            f"<b>{escape(pair_name(self.found.quarrel, pair))}</b>: {escape(names[seen])}. "
            f"{escape(laid_told(self.found, pair, _))}"
            for pair, seen in self.found.pairs.items()
        ]
        summary = escape(_("All pairs in words"))
        return f"<details><summary>{summary}</summary>{listed(rows)}</details>"

    # --- the five questions

    def _row(self, pair: Pair, told: str) -> str:
        return f"<b>{escape(pair_name(self.found.quarrel, pair))}</b>. {escape(told)}"

    def _both(self) -> str:
        _, pairs = self._, self.found.of(SAME)
        if not pairs:
            return note(_("No line stands on both maps. Begin with a person whom both know."))
        rows = [self._row(pair, laid_told(self.found, pair, _)) for pair in pairs]
        good = [pair for pair in pairs if self.found.is_good(pair)]
        told = note(_("A good line on both maps is solid ground. Who could walk along it first?")) if good else ""
        hard = len(good) < len(pairs)
        told += note(_("A hard line on both maps is a start too: nobody has to be told that it hurts.")) if hard else ""
        return listed(rows) + told

    def _one(self) -> str:
        _ = self._
        told = "".join(self._ones(*each) for each in ((ONLY_FIRST, SIDES[0]), (ONLY_SECOND, SIDES[1])))
        if not told:
            return note(_("No line stands on one map alone. What have both left out?"))
        return told + note(_("Ask the side that has it: how do you know? And listen to the end."))

    def _ones(self, seen: str, side: str) -> str:
        """The lines of one map alone, with what its briefing says of them."""
        _, pairs = self._, self.found.of(seen)
        if not pairs:
            return ""
        head = escape(_("Only on the map “{shape}”:", shape=shapes(_)[side]))
        told = {pair: f"{kinds_told(self.found.lines(side, pair), _)}." for pair in pairs}
        rows = [self._row(pair, " ".join((told[pair], *self.found.why(side, pair)))) for pair in pairs]
        return f"<h3>{head}</h3>{listed(rows)}"

    def _different(self) -> str:
        _, pairs = self._, self.found.of(OTHER_SIGN)
        if not pairs:
            return note(_("No pair has a good line on one map and a bad one on the other."))
        return "".join(self._asked(pair) for pair in pairs)

    def _asked(self, pair: Pair) -> str:
        """What each map shows of a pair, with its reason, and a question that argues with neither."""
        _, (one, other) = self._, (self.names[key] for key in pair)
        head = escape(pair_name(self.found.quarrel, pair))
        sides = [" ".join((side_told(self.found, side, pair, _), *self.found.why(side, pair))) for side in SIDES]
        ask = note(_("One could ask {one} and {other}: how is it between you two?", one=one, other=other))
        return f"<h3>{head}</h3>{listed(map(escape, sides))}{ask}"

    def _people(self) -> str:
        _ = self._
        rows = []
        for side in SIDES:
            named = [self.names[key] for key in self.found.people_only(side)]
            if named:
                told = _("Only on the map “{shape}”: {people}.", shape=shapes(_)[side], people=_.listed(named))
                rows.append(escape(told))
        none = [self.names[key] for key in self.found.on_none()]
        if none:
            rows.append(escape(_("On neither map: {people}.", people=_.listed(none))))
        if not rows:
            rows.append(escape(_("All of them stand on both maps.")))
        far = note(_("And some have no place on either sheet. They come later."))
        return listed(rows) + far

    def _way(self) -> str:
        _ = self._
        chains = [self._chain(one) for one in self.found.chains]
        if chains:
            told = listed(chains) + note(_("A step that only one side knows is news for the other."))
        else:
            told = note(_("No chain of good lines leads across yet. Which new line would be the easiest?"))
        strain = list(self._strain())
        return told + (listed(strain) if strain else "")

    def _chain(self, chain: Chain) -> str:
        _ = self._
        people = " – ".join(self.names[key] for key in chain.people)
        steps = []
        for number, known in enumerate(chain.known_to):
            pair = f"{self.names[chain.people[number]]} – {self.names[chain.people[number + 1]]}"
            who = _("on both maps") if len(known) > 1 else _("only on the map “{shape}”", shape=shapes(_)[known[0]])
            steps.append(_("{pair}: {where}", pair=pair, where=who))
        return f"<b>{escape(people)}</b>. {escape(_.listed(steps))}."

    def _strain(self) -> Iterator[str]:
        _ = self._
        for side in SIDES:
            for three in self.found.strained(side):
                people = _.listed([self.names[key] for key in three])
                told = _("Under strain on the map “{shape}”: {people}. Who of them is torn?",
                         shape=shapes(_)[side], people=people)  # fmt: skip
                yield escape(told)
