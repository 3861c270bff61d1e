"""Lesson 06, Conflict analysis: two cases, each with two honest briefings, two maps, two memories."""

from dastarkhan.content.conflict_analysis.connectors import connectors
from dastarkhan.content.conflict_analysis.doors import doors
from dastarkhan.content.conflict_analysis.kinds import (
    SIGNS,
    connector_kinds,
    difference_kinds,
    door_kinds,
    layer_kinds,
    statement_kinds,
    tie_kinds,
    tree_kinds,
)
from dastarkhan.content.conflict_analysis.layers import ONIONS, layers
from dastarkhan.content.conflict_analysis.market import market
from dastarkhan.content.conflict_analysis.parts import SIDES, Conflict, Missing, Moment, Party, Tie, of_case
from dastarkhan.content.conflict_analysis.sluice import sluice
from dastarkhan.content.conflict_analysis.statements import statements
from dastarkhan.content.conflict_analysis.tree import tree, trunks
from dastarkhan.content.conflict_analysis.ways import ways
from dastarkhan.languages import Words


def conflicts(_: Words) -> tuple[Conflict, Conflict]:
    """Both cases: in one a deed of Mill is the occasion, in the other a deed of Willow."""
    return sluice(_), market(_)


__all__ = [
    "ONIONS",
    "SIDES",
    "SIGNS",
    "Conflict",
    "Missing",
    "Moment",
    "Party",
    "Tie",
    "conflicts",
    "connector_kinds",
    "connectors",
    "difference_kinds",
    "door_kinds",
    "doors",
    "layer_kinds",
    "layers",
    "market",
    "of_case",
    "sluice",
    "statement_kinds",
    "statements",
    "tie_kinds",
    "tree",
    "tree_kinds",
    "trunks",
    "ways",
]
