"""`adhoc check` on the whole country, against the DuckDB script an expert would write by hand.

usage: python -m bench.national [--shared DIR] [--runs N] [--kecamatan N]
                                [--desa-per-kecamatan N] [--tps-per-desa N]

DIR holds `tools/make_roster.py` and `tools/duckdb_check.py`. The roster (invented people) is made
once and kept in `.bench/`. The two commands take turns, so that whatever else the machine does
meets both. Exits 1 when the ratio or the memory is over its limit.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.measure import ADHOC, FINDINGS, ROOT, Run, Runs, run

MAX_RATIO = 3.0  # times the DuckDB script, which does only the counting
MAX_BYTES = 4 * 1000**3
AS_OF = "2024-11-27"  # the day of the vote, which the DuckDB script counts ages at
CACHE = ROOT / ".bench"
BLOCK = 1 << 24


class Size(NamedTuple):
    """How large a roster is asked for; the defaults are the country's."""

    kecamatan: int = 7277
    desa_per_kecamatan: int = 11
    tps_per_desa: int = 6

    @property
    def words(self) -> list[str]:
        """The size as arguments of `make_roster.py`."""
        options = ((f"--{name.replace('_', '-')}", value) for name, value in self._asdict().items())
        return [word for name, value in options for word in (name, str(value))]


def roster(tools: Path, size: Size) -> Path:
    """Return the folder of a roster of this size, made beforehand unless it is there already."""
    folder = CACHE / "roster-{}-{}-{}".format(*size)
    if not folder.exists():
        print(f"Making {folder.relative_to(ROOT)} (once)", flush=True)
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        run([sys.executable, str(tools / "make_roster.py"), str(unfinished), *size.words])
        unfinished.rename(folder)
    return folder


def member_rows(folder: Path) -> int:
    """Read every file of the roster once, so that neither command waits for the disk.

    Returns the number of members; no cell of these rosters holds a line break.
    """
    lines = {}
    for file in sorted(folder.glob("*.csv")):
        with file.open("rb") as stream:
            blocks = iter(partial(stream.read, BLOCK), b"")
            lines[file.name] = sum(block.count(b"\n") for block in blocks)
    return lines["anggota.csv"] - 1


def require_whole(document: Path, members: int) -> None:
    """End the bench unless the report speaks of every member: a check of less is no check."""
    inputs = json.loads(document.read_text(encoding="utf-8"))["inputs"]
    rows = sum(item["rows"] for item in inputs if Path(item["file"]).name == "anggota.csv")
    if rows != members:
        sys.exit(f"bench: {members} members in the roster, {rows} in the report of adhoc check")


def measure(tools: Path, folder: Path, runs: int) -> tuple[Runs, Runs]:
    """Let the two commands take turns; return the runs of DuckDB and of adhoc."""
    members = member_rows(folder)
    document = CACHE / "check.json"
    duckdb_check = [sys.executable, str(tools / "duckdb_check.py"), str(folder)]
    adhoc_check = [ADHOC, "check", str(folder), "--as-of", AS_OF, "--format", "json"]
    theirs: list[Run] = []
    ours: list[Run] = []
    for turn in range(runs):
        theirs.append(run(duckdb_check))
        ours.append(run(adhoc_check, output=document, allowed=(0, FINDINGS)))
        require_whole(document, members)
        print(
            f"turn {turn + 1}: duckdb {theirs[-1].seconds:.1f} s, adhoc {ours[-1].seconds:.1f} s",
            flush=True,
        )
    print(f"\n{members:,} members")
    return Runs("duckdb_check.py", theirs), Runs("adhoc check", ours)


def report(theirs: Runs, ours: Runs) -> bool:
    """Print medians, ratio and peaks; return whether all is within its limit."""
    ratio = ours.seconds / theirs.seconds
    print(f"{'':<16} {'median':>9} {'peak':>9}")
    for side in (theirs, ours):
        print(f"{side.name:<16} {side.seconds:>7.2f} s {side.peak_bytes / 1e9:>6.2f} GB")
    slow, large = ratio > MAX_RATIO, ours.peak_bytes > MAX_BYTES
    print(f"ratio  {ratio:.2f} x, at most {MAX_RATIO} x: {'TOO SLOW' if slow else 'ok'}")
    print(
        f"memory {ours.peak_bytes / 1e9:.2f} GB, at most {MAX_BYTES / 1e9:.0f} GB: "
        f"{'TOO MUCH' if large else 'ok'}"
    )
    return not (slow or large)


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="has tools/")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command")
    for name, default in Size()._asdict().items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=default)
    return parser.parse_args(words)


def main() -> int:
    """Make the roster, measure, report; 1 when a limit is passed."""
    options = arguments()
    tools: Path = options.shared.resolve() / "tools"
    if not (tools / "duckdb_check.py").is_file():
        sys.exit(f"bench: {tools} holds no duckdb_check.py; name its folder with --shared")
    size = Size(options.kecamatan, options.desa_per_kecamatan, options.tps_per_desa)
    theirs, ours = measure(tools, roster(tools, size), max(1, options.runs))
    return 0 if report(theirs, ours) else 1


if __name__ == "__main__":
    sys.exit(main())
