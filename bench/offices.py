"""A report of 35 folders of a province, against one folder of the same size in all.

usage: python -m bench.offices [--shared DIR] [--runs N] [--offices N]

DIR holds `tools/make_roster.py`. Each office has 32 kecamatan and some 16,000 invented people; both
rosters are made once and kept in `.bench/`. The two reports take turns. Exits 1 where the many take
more than three times the time of the one, or more memory than it.
"""

import argparse
import csv
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import ADHOC, FINDINGS, ROOT, Run, Runs, run
from bench.national import AS_OF, CACHE, Size, roster

MAX_RATIO = 3.0
KECAMATAN = 32  # of an office
CODE_COLUMN = {"kecamatan.csv": "kode", "desa.csv": "kode", "tps.csv": "kode_desa"}


def offices(whole: Path, number: int) -> list[Path]:
    """The folders of the offices that a roster is split into, by the order of its kecamatan."""
    folder = CACHE / f"{whole.name}-{number}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        with (whole / "kecamatan.csv").open(encoding="utf-8", newline="") as stream:
            codes = [row["kode"] for row in csv.DictReader(stream)]
        whose = {code: at // KECAMATAN for at, code in enumerate(codes)}
        for file in sorted(whole.glob("*.csv")):
            _split(file, [unfinished / f"kab-{at:02}" for at in range(number)], whose)
        unfinished.rename(folder)
    return sorted(folder.iterdir())


def _split(file: Path, folders: Sequence[Path], whose: dict[str, int]) -> None:
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        header = next(rows)
        at = header.index(CODE_COLUMN.get(file.name, "kode_wilayah"))
        parts: list[list[list[str]]] = [[header] for _ in folders]
        for row in rows:
            parts[whose[row[at][: len("33.23.01")]]].append(row)
    for folder, part in zip(folders, parts, strict=True):
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / file.name).open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows(part)


def report(folders: Sequence[Path]) -> Run:
    """One report of the folders, as a page."""
    target = CACHE / "offices.html"
    words = [ADHOC, "report", *map(str, folders), "--as-of", AS_OF, "--since", "none"]
    return run([*words, "-o", str(target)], allowed=(0, FINDINGS))


def main(words: Sequence[str] | None = None) -> Iterator[str]:
    """Measure, and tell; the last line is the verdict."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="has tools/")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--offices", type=int, default=35)
    given = parser.parse_args(words)
    whole = roster(given.shared / "tools", Size(kecamatan=KECAMATAN * given.offices))
    folders = offices(whole, given.offices)
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
