"""Games made of topics, and the cases they are played on."""

from simulations.games.listing import GAMES
from simulations.games.outcomes import outcome, outcome_table
from simulations.games.package import Package
from simulations.games.promise_changes import changes_that_hold
from simulations.games.promise_keeping import keeping, would_keep
from simulations.games.promises import Order
from simulations.games.reading import Inspection, case_names, inspect_case, read_case
from simulations.games.river import River
from simulations.games.terms import without_talks

__all__ = [
    "GAMES",
    "Inspection",
    "Order",
    "Package",
    "River",
    "case_names",
    "changes_that_hold",
    "inspect_case",
    "keeping",
    "outcome",
    "outcome_table",
    "read_case",
    "without_talks",
    "would_keep",
]
