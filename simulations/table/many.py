"""Many whole games by partners, here or on a cluster."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from simulations.ensembles import Mapper
from simulations.table.case import Case
from simulations.table.game import Game, Partner
from simulations.table.moves import Move
from simulations.table.playing import play
from simulations.table.records import Record
from simulations.table.seats import Seat, seats_of

BATCH = 16
"""Games that travel together: the case goes along once for all of them."""


def play_many(
    case: Case,
    *,
    seeds: Sequence[int],
    partners: Mapping[str, Partner] | None = None,
    seats: tuple[Seat, ...] | None = None,
    game: Game | None = None,
    mapper: Mapper = map,
) -> Iterator[Record]:
    """Play a whole game for each seed, in their order.

    Parameters
    ----------
    case : Case
    seeds : sequence of int
        ``simulations.ensembles.seeds_of`` makes any number of them.
    partners, seats, game : optional
        As in `play`. They must be able to travel where the mapper leads to another process: functions of a module can.
    mapper : Mapper, optional
        `map` plays here, one game after the other. ``ProcessPoolExecutor().map`` uses every processor, and
        ``client.get_executor().map`` a Dask cluster. The records are the same.

    Yields
    ------
    Record

    Raises
    ------
    KitError
        As in `play`.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> [len(record.moves) for record in play_many(read_case("ayna"), seeds=(1, 2))]
    [60, 71]
    """
    taken = seats_of(case) if seats is None else seats
    batches = [tuple(seeds[start : start + BATCH]) for start in range(0, len(seeds), BATCH)]
    for played in mapper(partial(_play_batch, case, partners, taken, game), batches):
        for seed, moves in played:
            yield Record(case=case, seats=taken, seed=seed, moves=moves)


def _play_batch(
    case: Case,
    partners: Mapping[str, Partner] | None,
    seats: tuple[Seat, ...],
    game: Game | None,
    seeds: tuple[int, ...],
) -> list[tuple[int, tuple[Move, ...]]]:
    """Play some games; only the moves come back, since everything else is known there."""
    return [(seed, play(case, seed=seed, partners=partners, seats=seats, game=game).moves) for seed in seeds]
