"""Sentences, layers, things and cards of one case, put into kinds; each sorting ends with its picture."""

from collections.abc import Sequence
from html import escape

import ipywidgets

from dastarkhan.content.conflict_analysis import (
    ONIONS,
    connector_kinds,
    connectors,
    layer_kinds,
    layers,
    of_case,
    statement_kinds,
    statements,
    tree,
    tree_kinds,
    trunks,
)
from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel
from dastarkhan.lessons.sorting import Sorting
from dastarkhan.pictures.tree_picture import tree_picture


class Statements(OfQuarrel, Sorting):
    """Six sentences of both towns: seen, felt or guessed?"""

    key = "statements"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Was it seen, felt, or guessed?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def kinds(self) -> Sequence[Kind]:
        """Three kinds of sentences."""
        return statement_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six sentences of the case."""
        return of_case(statements(self._), self.quarrel.key)

    def ask(self) -> str:
        """What is asked of each sentence."""
        return self._("What is this sentence? Both towns may have said it.")

    def end(self) -> str:
        """What is said after the last sentence."""
        return self._("What was seen can be checked. What was felt can be heard. What was guessed can be asked.")


class Layers(OfQuarrel, Sorting):
    """Three sentences of one person of each town; under them lies what is needed."""

    key = "layers"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What is it for?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def kinds(self) -> Sequence[Kind]:
        """Three layers."""
        return layer_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six sentences of the case."""
        return of_case(layers(self._), self.quarrel.key)

    def ask(self) -> str:
        """What is asked of each sentence."""
        return self._("Which layer is it?")

    def end(self) -> str:
        """What is said after the last sentence."""
        return self.quarrel.meet

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        first, *rest = super()._all()
        onions = "".join(self._onion(party) for case, party in ONIONS if case == self.quarrel.key)
        return (html(f"<div class='dk-panels'>{onions}</div>"), first, *rest)

    def _onion(self, party: str) -> str:
        """One layer inside the other, from what is said to what is needed."""
        told = {scene.key: scene.text for scene in self.scenes()}
        inside = ""
        keys = ONIONS[self.quarrel.key, party]
        for kind, key in reversed(list(zip(self.kinds(), keys, strict=True))):
            head = f"<p class='dk-small'>{escape(kind.name)}</p><p>{escape(told[key])}</p>"
            inside = f"<div class='dk-layer'>{head}{inside}</div>"
        return inside


class Connectors(OfQuarrel, Sorting):
    """Six things and habits; people are never sorted."""

    key = "connectors"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What divides, and what connects?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def kinds(self) -> Sequence[Kind]:
        """It divides, it connects, or both."""
        return connector_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six things and habits of the case."""
        return of_case(connectors(self._), self.quarrel.key)

    def ask(self) -> str:
        """What is asked of each thing."""
        return self._("As it is now, what does it do?")

    def end(self) -> str:
        """What is said after the last thing."""
        return self._("Do not assume that a thing divides: ask how. And look what a good thing does on a bad day.")


class Tree(OfQuarrel, Sorting):
    """Six cards around a trunk that both towns would sign."""

    key = "tree"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What was there before, and what came after?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def kinds(self) -> Sequence[Kind]:
        """A root, a branch, or an answer in disguise."""
        return tree_kinds(self._)

    def scenes(self) -> Sequence[Scene]:
        """Six cards of the case."""
        return of_case(tree(self._), self.quarrel.key)

    def ask(self) -> str:
        """What is asked of each card."""
        return self._("The trunk: “{trunk}” What is this card?", trunk=trunks(self._)[self.quarrel.key])

    def end(self) -> str:
        """What is said after the last card."""
        return self._("Whoever cuts a branch sees another one grow. At a root one can begin, often at several.")

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        _, (first, *rest) = self._, super()._all()
        by_kind = {kind.key: [s.text for s in self.scenes() if s.kind == kind.key] for kind in self.kinds()}
        drawn = tree_picture(
            trunks(_)[self.quarrel.key], by_kind, {kind.key: kind.name for kind in self.kinds()}, _,
            title=_("A tree of the quarrel"), key="tree",
        )  # fmt: skip
        return (html(drawn), first, *rest)
