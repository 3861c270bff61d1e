"""What every race against a peer shares: the peer's environment, talking to it, and the table of ratios.

A benchmark with a peer is one file. It runs in the kit's environment; the same file, started with the word ``peer``,
answers one question inside the peer's environment. So a peer never becomes a dependency of the kit.

    python benchmarks/basins.py                       makes a throw-away environment for the peer
    python benchmarks/basins.py --peers FOLDER        keeps the environment there, for the next time
    python benchmarks/basins.py --peer-python PATH    uses an interpreter that has the peer already
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

WINDOW_S = 1.0
"""Processor seconds that the runs of one piece of work fill at least."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One piece of work, done by both in the same run.

    Attributes
    ----------
    work : str
        What was done, with its size.
    ours_s, peer_s : float
        Processor seconds, the median of runs. `peer_s` is None where only ours can do it: how cost grows.
    aim : float or None
        How many times as fast as the peer we want to be; below 1 where the peer may stay faster.
    same : bool
        Whether both gave the same answer (or, without a peer's, whether the answer is proven in another way).
    """

    work: str
    ours_s: float
    peer_s: float | None = None
    aim: float | None = None
    same: bool = True

    @property
    def ratio(self) -> float | None:
        """How many times as long the peer takes."""
        return None if self.peer_s is None else self.peer_s / self.ours_s


class Peer:
    """A peer in its own environment, asked through JSON."""

    def __init__(self, python: str, script: str) -> None:
        self.python, self.script = python, script

    def answer(self, question: Any) -> Any:
        """Send a question to the script's `peer` side and return its answer; both are plain JSON."""
        command = [self.python, self.script, "peer"]
        said = subprocess.run(command, input=json.dumps(question), stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(said.stdout.splitlines()[-1])  # some peers greet first


def race(
    script: str, *, peer: Sequence[str], compare: Callable[[Peer], list[Row]], answer: Callable[[Any], Any]
) -> int:
    """Run one benchmark, or the peer's side of it, and return the exit code.

    Parameters
    ----------
    script : str
        The benchmark's own ``__file__``.
    peer : sequence of str
        What to install for the peer; its own name and bounds first.
    compare : function
        Runs both and returns the rows.
    answer : function
        Runs inside the peer's environment: question -> answer.
    """
    if sys.argv[1:2] == ["peer"]:
        print(json.dumps(answer(json.load(sys.stdin))))
        return 0
    parser = argparse.ArgumentParser(description=f"A race against {peer[0]}.")
    parser.add_argument("--peer-python", metavar="PATH", help="an interpreter that has the peer")
    parser.add_argument("--peers", metavar="FOLDER", help="where environments of peers are kept for the next time")
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead of the table")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as throw_away:
        python = options.peer_python or _environment(Path(options.peers or throw_away) / Path(script).stem, peer)
        rows = compare(Peer(python, script))
    if options.json:
        print(json.dumps({"peer": peer[0], "rows": [{**asdict(row), "ratio": row.ratio} for row in rows]}))
    else:
        print("\n".join(table(peer[0], rows)))
    return 0 if all(row.same for row in rows) else 1


def table(peer: str, rows: Sequence[Row]) -> list[str]:
    """Return the rows as lines of a Markdown table."""
    head = [f"| work | ours, s | {peer}, s | ratio | aim | same answer |", "|---|---|---|---|---|---|"]
    return head + [
        f"| {row.work} | {_short(row.ours_s)} | {_short(row.peer_s)} | {_times(row.ratio)} | {_times(row.aim)} |"
        f" {'yes' if row.same else 'NO'} |"
        for row in rows
    ]


def timed(do: Callable[[], Any], *, times: int = 5) -> tuple[Any, float]:
    """Return what `do` gives, and the median of its processor seconds.

    Runs are repeated until they fill a second: what else a machine does comes in bursts, and a burst must not catch all
    runs of the quicker side. Where only the answers count, as in ``ratios.py --check``, ``RACE_TIMES`` says how often.
    """
    only = os.environ.get("RACE_TIMES")
    least, window = (int(only), 0.0) if only else (times, WINDOW_S)
    seconds: list[float] = []
    while len(seconds) < least or sum(seconds) < window:
        begun = time.process_time()
        result = do()
        seconds.append(time.process_time() - begun)
    return result, statistics.median(seconds)


def _environment(folder: Path, requirements: Sequence[str]) -> str:
    """Return the interpreter of an environment that holds the peer; make it when it is not there."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "complete"
    if not done.exists():
        print(f"Making an environment for {requirements[0]} ...", file=sys.stderr)
        for command in _commands(folder, python, requirements):
            subprocess.run(command, check=True, stdout=sys.stderr)
        done.touch()
    return str(python)


def _commands(folder: Path, python: Path, requirements: Sequence[str]) -> list[list[str]]:
    """Return what makes an environment: uv, which the test tools bring and which is quick, or else pip."""
    if importlib.util.find_spec("uv"):
        uv = [sys.executable, "-m", "uv"]
        return [
            [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)],
            [*uv, "pip", "install", "--quiet", "--python", str(python), *requirements],
        ]
    return [
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", *requirements],
    ]


def _short(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.2g}" if seconds < 10 else f"{seconds:.0f}"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2g}x" if ratio < 10 else f"{ratio:,.0f}x"
