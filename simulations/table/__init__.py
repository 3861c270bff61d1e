"""What every game shares: seats, moves, records and their replay.

A game is a pure fold over moves: ``open`` makes the first state, ``apply`` the next one, ``view`` shows what one
seat may know. Nothing in the fold draws, solves, reads a file or looks at a clock, so a record replays anywhere.
"""

from simulations.table.case import Case
from simulations.table.game import FACILITATOR, NATURE, Game, IllegalMove, Partner, State, TableGame
from simulations.table.many import play_many
from simulations.table.moves import Choice, Move
from simulations.table.playing import next_move, play, random_partner, replay, turn, waited_for
from simulations.table.records import Record
from simulations.table.seats import Holder, Seat, seats_of

__all__ = [
    "FACILITATOR",
    "NATURE",
    "Case",
    "Choice",
    "Game",
    "Holder",
    "IllegalMove",
    "Move",
    "Partner",
    "Record",
    "Seat",
    "State",
    "TableGame",
    "next_move",
    "play",
    "play_many",
    "random_partner",
    "replay",
    "seats_of",
    "turn",
    "waited_for",
]
