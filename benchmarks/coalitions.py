"""Race `simulations.coalitions` against coopgame (compiled from Rust): the same games, the same answers, one run.

The Shapley value of 20 parties; the nucleolus of 5, 8, 10 and 12 parties in games of four kinds:

* chance: what a group is worth grows with its size, with much luck in it;
* gains: only groups are worth something, and any number from a wide range;
* costs: a works grows cheaper with its size, give or take a tenth; minus the costs;
* votes: 1 for more than half of all votes.

Both get the worth of every coalition as numbers that are ready in memory, for ours an array and for coopgame its own
`Game`, and both give the nucleolus among allocations that leave nobody less than alone. Allocations must agree to
1e-9 of the largest worth, and `is_nucleolus` must prove ours.

A nucleolus takes some thousandths of a second, and how many depends on the game: each time is that of ten games.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
PEER = "coopgame-py>=0.3,<0.4"
N_GAMES = 10
SAME = 1e-9
Count = Callable[[np.ndarray], np.ndarray]


def compare(peer: Peer) -> list[Row]:
    """Run both on the same games."""
    sys.path.insert(0, str(ROOT))
    from simulations.coalitions import nucleolus, shapley_value

    rows = [_race(peer, shapley_value, "Shapley value, 20 parties", [_chance(20, 1)], 1 / 1.5)]
    for n_parties, aim in ((5, None), (8, 1 / 3), (10, 1 / 3), (12, 1 / 3)):
        for kind, draw in KINDS.items():
            games = [draw(n_parties, seed) for seed in range(N_GAMES)]
            work = f"nucleolus, {n_parties} parties, {N_GAMES} games of {kind}"
            rows.append(_race(peer, nucleolus, work, games, aim))
    return rows + [_alone(n_parties) for n_parties in (4, 6, 8, 10, 12, 14, 16, 18, 20)]


def _race(peer: Peer, count: Count, work: str, games: list[np.ndarray], aim: float | None) -> Row:
    """Let both count the same games."""
    from simulations.coalitions import is_nucleolus

    ours, our_seconds = timed(lambda: [count(worth) for worth in games])
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "games.npy", np.stack(games))
        theirs, peer_seconds = peer.answer([count.__name__, folder])
    pairs = zip(games, ours, theirs, strict=True)
    same = all(np.abs(shares - other).max() <= SAME * np.abs(worth).max() for worth, shares, other in pairs)
    if count.__name__ == "nucleolus":
        same = same and all(is_nucleolus(worth, shares) for worth, shares in zip(games, ours, strict=True))
    return Row(work=work, ours_s=our_seconds, peer_s=peer_seconds, aim=aim, same=same)


def _alone(n_parties: int) -> Row:
    """Show how the cost of ours grows."""
    from simulations.coalitions import is_nucleolus, nucleolus

    worth = _costs(n_parties, 0)
    shares, seconds = timed(lambda: nucleolus(worth), times=3)
    proven = bool(is_nucleolus(worth, shares))
    return Row(work=f"nucleolus, {n_parties} parties, one game of costs", ours_s=seconds, same=proven)


def _sums(parts: np.ndarray) -> np.ndarray:
    sums = np.zeros(1)
    for part in parts:
        sums = np.concatenate((sums, sums + part))
    return sums


def _chance(n_parties: int, seed: int) -> np.ndarray:
    worth = np.random.default_rng(seed).random(1 << n_parties) * _sums(np.ones(n_parties))
    worth[-1] += n_parties
    return worth


def _gains(n_parties: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    worth = rng.integers(1, 100 * n_parties, 1 << n_parties).astype(float)
    worth[[0, *1 << np.arange(n_parties)]] = 0
    worth[-1] = rng.integers(100 * (n_parties - 2), 100 * n_parties)
    return worth


def _costs(n_parties: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    sizes = _sums(rng.uniform(1, 10, n_parties))
    return -np.sqrt(sizes) * rng.uniform(0.9, 1.1, 1 << n_parties)


def _votes(n_parties: int, seed: int) -> np.ndarray:
    votes = np.random.default_rng(seed).integers(1, 30, n_parties).astype(float)
    return (_sums(votes) > votes.sum() / 2).astype(float)


KINDS = {"chance": _chance, "gains": _gains, "costs": _costs, "votes": _votes}


def run_peer(question: list[str]) -> list[Any]:
    """Count the games of a folder with coopgame, in its own environment; it leaves out the empty coalition."""
    import coopgame

    what, folder = question
    games = [coopgame.Game(worth[1:].tolist()) for worth in np.load(Path(folder) / "games.npy")]
    count = coopgame.shapley if what == "shapley_value" else lambda game: coopgame.nucleolus(game)["allocation"]
    return list(timed(lambda: [count(game) for game in games]))


if __name__ == "__main__":
    sys.exit(race(__file__, peer=[PEER, "numpy>=2"], compare=compare, answer=run_peer))
