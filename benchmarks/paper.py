"""How long a pack takes: `python benchmarks/paper.py [--case ayna] [--people 24]`; `--json` prints one line.

Twenty-four people in five languages: the worst that one room asks for. Each size runs in a process of its own, so that
nothing is warm; seconds are those that a trainer waits. There is no peer: no other tool prints this.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KIT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "kk,ru", "kk,ky,prs,ru,en")


def seconds(case: str, people: int, languages: str) -> tuple[float, int]:
    """Seconds from the command to the file, and the size of the file in kB."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "pack.pdf"
        command = [sys.executable, "-m", "dastarkhan", "paper", case, "--people", str(people), "--language", languages]
        begin = time.perf_counter()
        subprocess.run([*command, "--output", str(output), "--json"], cwd=KIT, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begin, output.stat().st_size // 1024


def main() -> int:
    """Measure in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", default="ayna")
    parser.add_argument("--people", type=int, default=24)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = {languages: seconds(args.case, args.people, languages) for languages in LANGUAGES}
    if args.json:
        print(json.dumps({languages: {"seconds": took, "kb": size} for languages, (took, size) in found.items()}))
        return 0
    for languages, (took, size) in found.items():
        print(f"{args.people} people, {languages:<20}{took:6.1f} s {size:6d} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
