"""Who gets how much when the claims are larger than the water.

Every rule is a function ``(supply, claims) -> array``. A new rule is one function in a file of its own and
one line in `RULES`; the tests then hold it to the promises that every rule keeps.
"""

from collections.abc import Mapping
from types import MappingProxyType

from simulations.sharing.adjusted import adjusted_proportional
from simulations.sharing.arrival import random_arrival
from simulations.sharing.claims import Rule
from simulations.sharing.contested_garment import talmud
from simulations.sharing.equal_awards import constrained_equal_awards
from simulations.sharing.equal_losses import constrained_equal_losses
from simulations.sharing.increments import downstream_incremental
from simulations.sharing.proportion import proportional
from simulations.sharing.river import along_river

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "proportional": proportional,
        "constrained_equal_awards": constrained_equal_awards,
        "constrained_equal_losses": constrained_equal_losses,
        "talmud": talmud,
        "adjusted_proportional": adjusted_proportional,
        "random_arrival": random_arrival,
    }
)

__all__ = [
    "RULES",
    "Rule",
    "adjusted_proportional",
    "along_river",
    "constrained_equal_awards",
    "constrained_equal_losses",
    "downstream_incremental",
    "proportional",
    "random_arrival",
    "talmud",
]
