"""Run every race against a peer and write the table of ratios to docs/benchmarks.md.

    python benchmarks/ratios.py                     all races; writes the page
    python benchmarks/ratios.py coalitions basins   only these; prints them
    python benchmarks/ratios.py --check             all races, once each; prints them and changes no file

It ends with 1 when any two answers differ.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

from peers import Row, table

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
RACES = tuple(
    path.stem
    for path in sorted(HERE.glob("*.py"))
    if path.stem != "ratios"
    and re.search(r"^from peers import .*\bRow\b", path.read_text(encoding="utf-8"), re.MULTILINE)
)
HEAD = """\
# How fast the models are

Made by `python benchmarks/ratios.py`; do not change it by hand. Each line is the same work, done by both in one run on
the same machine, with the same answer. Seconds are processor seconds, the median of as many runs as fill one second. A
ratio of 50x means that the peer takes fifty times as long. An empty ratio shows how our own cost grows where there is
nothing to compare.
[The benchmarks' own page](../benchmarks/README.md) says what is fair about each race, and where a gap comes from.

Python {python}, numpy {numpy}, scipy {scipy}, {processors} processors."""


def main() -> int:
    """Run the races, write or print the page; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("races", nargs="*", choices=[*RACES, []], metavar="RACE", help=", ".join(RACES))
    parser.add_argument("--check", action="store_true", help="print the page and leave the file alone")
    parser.add_argument("--peers", metavar="FOLDER", help="where environments of peers are kept for the next time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as throw_away:
        chosen = options.races or RACES
        if options.check:  # whether the answers are the same: once each, and side by side
            os.environ["RACE_TIMES"] = "1"
        with ThreadPoolExecutor(os.cpu_count() if options.check else 1) as side_by_side:
            rows = side_by_side.map(lambda name: run(name, options.peers or throw_away), chosen)
            found = dict(zip(chosen, rows, strict=True))
    page = "\n".join(written(found))
    if options.check or options.races:
        print(page)
    else:
        PAGE.write_text(page, encoding="utf-8")
    return 0 if all(row["same"] for race in found.values() for row in race["rows"]) else 1


def run(name: str, peers: str) -> dict[str, Any]:
    """Run one race in a process of its own, so that none warms another up."""
    command = [sys.executable, str(HERE / f"{name}.py"), "--json", "--peers", peers]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if not said.stdout:
        raise SystemExit(f"benchmarks/{name}.py gave no answer; it ended with {said.returncode}.")
    answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return answer


def written(found: dict[str, dict[str, Any]]) -> list[str]:
    """Return the page's lines."""
    versions = {"numpy": version("numpy"), "scipy": version("scipy"), "python": platform.python_version()}
    lines = [HEAD.format(**versions, processors=os.cpu_count())]
    for name, race in found.items():
        rows = [Row(**{key: value for key, value in row.items() if key != "ratio"}) for row in race["rows"]]
        lines += ["", f"## {name}", "", *table(race["peer"], rows)]
    return [*lines, ""]


if __name__ == "__main__":
    sys.exit(main())
