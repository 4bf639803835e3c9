"""What a report costs beyond the check: of a regency with all its TPS, and of a province.

usage: python -m bench.report [--runs N]

Both rosters (invented people) are made once and kept in `.bench/`. Check and reports take turns, so
that whatever else the machine does meets all of them. Exits 1 where a report takes longer than it
may, or its page is too large.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.measure import ADHOC, FINDINGS, ROOT, Run, Runs, run
from bench.rosters import AS_OF, CACHE, country, kept
from scripts.sample.folders import with_all_tps
from scripts.sample.places import from_roster

FORMATS = ("html", "xlsx", "md", "json", "csv", "text")
PROVINCE = 392_000  # members
PAGE_BYTES = 5 * 1000**2


class Place(NamedTuple):
    """A roster, and how many seconds a report may take: beyond the check, or in all."""

    name: str
    folder: Path
    seconds: float
    beyond_check: bool


def regency() -> Path:
    """All bodies of Temanggung: 1,306 TPS and some 17,000 people."""
    return kept("temanggung", with_all_tps(from_roster(ROOT / "data" / "temanggung")).write)


def report(place: Place, form: str) -> tuple[Run, int]:
    """One report, and the size of its file in bytes."""
    target = CACHE / f"report.{form}"
    words = ["--format", form, "-o", str(target), "--since", "none"]
    return run([ADHOC, "report", *at(place), *words], allowed=(0, FINDINGS)), target.stat().st_size


def at(place: Place) -> list[str]:
    """The folder and the day, as arguments."""
    return [str(place.folder), "--as-of", AS_OF]


def measure(place: Place, runs: int) -> bool:
    """Print what check and reports take; return whether all are within their limits."""
    turns: dict[str, list[Run]] = {"check": [], **{form: [] for form in FORMATS}}
    sizes: dict[str, int] = {}
    for _ in range(runs):
        turns["check"].append(run([ADHOC, "check", *at(place)], allowed=(0, FINDINGS)))
        for form in FORMATS:
            taken, sizes[form] = report(place, form)
            turns[form].append(taken)
    check = Runs("check", turns["check"]).seconds
    print(f"{place.name}\n{check:7.2f} s  adhoc check", flush=True)
    within = [_told(place, form, turns[form], check, sizes[form]) for form in FORMATS]
    print(flush=True)
    return all(within)


def _told(place: Place, form: str, runs: Sequence[Run], check: float, size: int) -> bool:
    taken = Runs(form, runs)
    beyond = taken.seconds - check
    counted, what = (beyond, "beyond check") if place.beyond_check else (taken.seconds, "in all")
    good = counted <= place.seconds and (form != "html" or size <= PAGE_BYTES)
    ratio, verdict = taken.seconds / check, "ok" if good else "TOO MUCH"
    held = f"{size / 1000:,.0f} kB, {taken.peak_bytes / 1e6:,.0f} MB of memory"
    print(f"{taken.seconds:7.2f} s  adhoc report --format {form}: {ratio:.2f} x check, {held}")
    print(f"{counted:+11.2f} s {what}, at most {place.seconds:g} s: {verdict}", flush=True)
    return good


def main() -> int:
    """Measure both; 1 when one of them is over its limits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="runs of each command")
    asked = parser.parse_args()
    province = country(PROVINCE)
    within = [
        measure(Place("Temanggung, 1,306 TPS", regency(), 1.0, beyond_check=True), asked.runs),
        measure(
            Place("A province of 392,000 people", province, 10.0, beyond_check=False), asked.runs
        ),
    ]
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main())
