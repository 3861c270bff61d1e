"""Who asks for how much in a dry year, from the case's ``[sharing]`` table."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dastarkhan.languages import Words
from dastarkhan.pictures import PartyLook, party_looks
from simulations.table import Case

SEASON = "dry"
FAR = 2  # times the next largest claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claimants of one river, in the order of the case.

    Attributes
    ----------
    keys, names : tuple of str
        Nodes of the basin, and how people call them.
    looks : tuple of PartyLook
        The side that each belongs to.
    amounts : array, shape (n_claimants,)
        What each asks for from April to September, million m3.
    supplies : Mapping
        What the river brings in the same months, million m3, by inflow card; scarce cards only.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    looks: tuple[PartyLook, ...]
    amounts: NDArray[np.float64]
    supplies: Mapping[str, float]

    @property
    def largest(self) -> int:
        """Who asks for most."""
        return int(self.amounts.argmax())

    @property
    def far_ahead(self) -> bool:
        """Whether they ask for far more than anybody else."""
        rest = self.amounts[self.amounts < self.amounts.max()]
        return bool(rest.size == self.amounts.size - 1 and self.amounts.max() >= FAR * rest.max())


def read_claims(case: Case, _: Words) -> Claims:
    """The claims of a case in the reader's words."""
    table = case.data["sharing"]
    keys = tuple(table["claims_mcm"])
    amounts = np.array([float(table["claims_mcm"][key]) for key in keys])
    looks = party_looks(case, _)
    nodes = case.basin["nodes"]
    return Claims(
        keys=keys,
        names=tuple(_.case(case, f"nodes.{key}.name") for key in keys),
        looks=tuple(looks[nodes[key]["side"]] for key in keys),
        amounts=amounts,
        supplies={card: float(mcm) for card, mcm in table["supply_mcm"].items() if mcm < amounts.sum()},
    )
