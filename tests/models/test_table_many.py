"""Many games at once: the same records whoever plays them."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from distributed import Client, LocalCluster

from simulations.ensembles import seeds_of
from simulations.errors import KitError
from simulations.games import read_case
from simulations.games.river_partners import PARTNERS
from simulations.table import play, play_many, replay
from simulations.table.many import BATCH

SEEDS = seeds_of(5, BATCH + 3)  # more than one batch
SEATS = {"springs_water": PARTNERS["problem_solver"], "gardens_farms": PARTNERS["stubborn"]}


@pytest.fixture(scope="module")
def one_by_one():
    case = read_case("ayna")
    return [play(case, seed=seed, partners=SEATS) for seed in SEEDS]


def test_many_games_are_the_games_one_by_one(one_by_one) -> None:
    assert list(play_many(read_case("ayna"), seeds=SEEDS, partners=SEATS)) == one_by_one
    assert len({record.to_text() for record in one_by_one}) == len(SEEDS)
    assert list(play_many(read_case("ayna"), seeds=())) == []


def test_other_processes_play_the_same_games(one_by_one) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        records = list(play_many(read_case("ayna"), seeds=SEEDS, partners=SEATS, mapper=pool.map))
    assert [record.to_text() for record in records] == [record.to_text() for record in one_by_one]
    assert replay(records[0]).year == 3


@pytest.mark.slow
@pytest.mark.turn("many games")
def test_a_dask_cluster_plays_the_same_games(one_by_one) -> None:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        assert len(client.scheduler_info()["workers"]) == 2
        mapper = client.get_executor().map
        records = list(play_many(read_case("ayna"), seeds=SEEDS, partners=SEATS, mapper=mapper))
    assert [record.to_text() for record in records] == [record.to_text() for record in one_by_one]


def test_a_fault_in_another_process_says_what_it_is() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(KitError) as caught:
        list(play_many(read_case("ayna"), seeds=(1,), partners={"nobody": PARTNERS["linear"]}, mapper=pool.map))
    assert caught.value.code == "table.unknown_seat"
    assert caught.value.params["seat"] == "nobody"
