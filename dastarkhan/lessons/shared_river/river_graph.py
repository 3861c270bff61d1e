"""What the network of a river says by itself: who is reached first, which canal loses most, where nature lives."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from simulations.table import Case


@dataclass(frozen=True)
class RiverGraph:
    """The places of a case's river and the ways between them.

    Parameters
    ----------
    case : Case
    """

    case: Case

    @cached_property
    def ways(self) -> "nx.DiGraph[str]":
        """Places, with an edge the way the water goes."""
        ways = nx.DiGraph()
        ways.add_edges_from((arc["from"], arc["to"], dict(arc)) for arc in self.case.basin["arcs"])
        return ways

    def of_kind(self, *kinds: str) -> list[str]:
        """Places of some kinds, in the order of the case."""
        return [key for key, node in self.case.basin["nodes"].items() if node["kind"] in kinds]

    def side(self, key: str) -> str:
        """Whose a place is."""
        return str(self.case.basin["nodes"][key]["side"])

    def steps(self, start: str) -> dict[str, int]:
        """How many steps of the way lie between a place and each below it."""
        found = nx.single_source_shortest_path_length(self.ways, start)
        return {key: steps for key, steps in found.items() if steps}

    def reached(self, start: str) -> list[str]:
        """Who uses water below a place, in the order in which one gets there; of equals, who may take first."""
        steps = self.steps(start)
        return sorted(
            (key for key in self.of_kind("demand") if key in steps), key=lambda key: (steps[key], self._turn(key))
        )

    def _turn(self, key: str) -> float:
        return min(float(arc.get("priority", 0)) for _a, _b, arc in self.ways.in_edges(key, data=True))

    @property
    def dam(self) -> str | None:
        """The reservoir; None on a river without one."""
        return next(iter(self.of_kind("reservoir")), None)

    @property
    def beginning(self) -> str:
        """Where a walk down the river begins: at the dam, if one place is the first below it; else at its source."""
        if self.dam is not None:
            steps, (first, *others) = self.steps(self.dam), self.reached(self.dam)
            if all(steps[other] > steps[first] for other in (*others, *self.of_kind("ecosystem"))):
                return self.dam
        nodes = self.case.basin["nodes"]
        return max(self.of_kind("source"), key=lambda key: sum(nodes[key]["inflow_mcm"]))

    @property
    def canals(self) -> dict[str, float]:
        """Where canals go to, and which share of the water each loses on its way; those that lose most first."""
        lost: dict[str, Any] = {b: arc.get("loss_share", 0) for _a, b, arc in self.ways.edges(data=True)}
        return {key: float(share) for key, share in sorted(lost.items(), key=lambda one: -one[1]) if share > 0}
