"""The games that the kit knows: adding one is a definition, a line here, and a title per language."""

from collections.abc import Mapping

from simulations.games.package import Package
from simulations.games.river import River
from simulations.table import Game

GAMES: Mapping[str, Game] = {"river": River(), "package": Package()}
