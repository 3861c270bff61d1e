"""Games made of topics, and the cases they are played on."""

from simulations.games.listing import GAMES
from simulations.games.outcomes import outcome, outcome_table
from simulations.games.package import Package
from simulations.games.reading import Inspection, case_names, inspect_case, read_case
from simulations.games.river import River
from simulations.games.terms import without_talks

__all__ = [
    "GAMES",
    "Inspection",
    "Package",
    "River",
    "case_names",
    "inspect_case",
    "outcome",
    "outcome_table",
    "read_case",
    "without_talks",
]
