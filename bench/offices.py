"""A report of 35 folders of a province, against one folder of the same size in all.

usage: python -m bench.offices [--runs N] [--offices N]

Each office has some 16,000 invented people; the rosters are made once and kept in `.bench/`. The
two reports take turns. Exits 1 where the many take more than three times the time of the one, or
more memory than it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import ADHOC, FINDINGS, Run, Runs, run
from bench.rosters import AS_OF, CACHE, country

MAX_RATIO = 3.0
MEMBERS = 16_000  # of an office


def report(folders: Sequence[Path]) -> Run:
    """One report of the folders, as a page."""
    target = CACHE / "offices.html"
    words = [ADHOC, "report", *map(str, folders), "--as-of", AS_OF, "--since", "none"]
    return run([*words, "-o", str(target)], allowed=(0, FINDINGS))


def main(words: Sequence[str] | None = None) -> Iterator[str]:
    """Measure, and tell; the last line is the verdict."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--offices", type=int, default=35)
    given = parser.parse_args(words)
    whole = country(MEMBERS * given.offices)
    folders = [country(MEMBERS, seed=number) for number in range(1, given.offices + 1)]
    turns = [(report([whole]), report(folders)) for _ in range(given.runs)]
    one, many = Runs("one", [a for a, _ in turns]), Runs("many", [b for _, b in turns])
    for side in (one, many):
        yield f"{side.name:<6} {side.seconds:>7.2f} s {side.peak_bytes / 1e6:>6.0f} MB"
    ratio = many.seconds / one.seconds
    small = many.peak_bytes <= one.peak_bytes
    verdict = "ok" if ratio <= MAX_RATIO else "TOO SLOW"
    yield f"ratio  {ratio:.2f} x, at most {MAX_RATIO} x: {verdict}"
    yield f"memory of the many at most that of the one: {'ok' if small else 'TOO MUCH'}"
    if ratio > MAX_RATIO or not small:
        sys.exit(1)


if __name__ == "__main__":
    for told in main():
        print(told, flush=True)
