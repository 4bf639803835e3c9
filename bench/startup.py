"""How long the tool takes to start, as ratios to importing the libraries it is made of.

usage: python -m bench.startup [--runs N]

The two commands of a pair take turns, so that whatever else the machine does meets both. Exits 1
when a ratio is over its limit.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import NamedTuple

from bench.measure import ADHOC, Runs, run

LEAST_RUNS = 15
WARM_UPS = 2  # the first runs fill the page cache


class Pair(NamedTuple):
    """A command, what it is measured against, and how many times as long it may take."""

    command: Sequence[str]
    imports: str
    limit: float


PAIRS = (
    Pair(("--help",), "import typer", 2.5),
    Pair(
        ("check", "data/temanggung", "--as-of", "2024-06-10"),
        "import typer, rich.table, pydantic, pandas",
        1.3,
    ),
)


def measure(pair: Pair, runs: int) -> tuple[Runs, Runs]:
    """Let the command and its imports take turns; return the runs of both."""
    ours = [ADHOC, *pair.command]
    theirs = [sys.executable, "-c", pair.imports]
    for _ in range(WARM_UPS):
        run(ours)
        run(theirs)
    turns = [(run(ours), run(theirs)) for _ in range(runs)]
    return (
        Runs(" ".join(("adhoc", *pair.command)), [ours for ours, _ in turns]),
        Runs(f'python -c "{pair.imports}"', [theirs for _, theirs in turns]),
    )


def report(pair: Pair, runs: int) -> bool:
    """Print both medians and their ratio; return whether it is within its limit."""
    ours, theirs = measure(pair, runs)
    ratio = ours.seconds / theirs.seconds
    for side in (ours, theirs):
        print(f"{side.seconds * 1000:7.0f} ms  {side.name}")
    verdict = "ok" if ratio <= pair.limit else "TOO SLOW"
    print(f"{ratio:7.2f} x   at most {pair.limit} x: {verdict}\n", flush=True)
    return ratio <= pair.limit


def main() -> int:
    """Measure every pair; 1 when one of them is over its limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help="runs of each command")
    runs = max(LEAST_RUNS, parser.parse_args().runs)
    print(f"Start: median of {runs} runs each, taking turns\n", flush=True)
    within = [report(pair, runs) for pair in PAIRS]
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main())
