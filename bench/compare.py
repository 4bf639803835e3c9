"""Side by side in one run: the tool, what is written by hand instead, and what exists for tables.

usage: python -m bench.compare [--shared DIR] [--runs N] [--most N]

Writes `bench/RESULTS.md` and `bench/results.svg`. Rosters (invented people) are made once. DIR may
hold `tools/duckdb_check.py`, which is then measured on a small office and on the country as well.
Exits 1 where a ratio or the memory is over its limit.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.measure import ADHOC, FINDINGS, ROOT, Runs, Side, in_turns
from bench.results import document, picture
from bench.rosters import AS_OF, CACHE, country, kept, members_in, with_findings

PYTHON = sys.executable
SIZES = (10_000, 100_000, 1_000_000, 3_640_000, 8_000_000)
THE_COUNTRY = 3_640_000
PROVINCE = 392_000
FINDINGS_TOLD = (100_000, 300_000, 900_000)
MANY = f"many findings: {FINDINGS_TOLD[-1]:,}"
OFFICE = ROOT / "data" / "temanggung"
TOOL, BY_HAND, WITHOUT_FAST = "adhoc check", "DuckDB", "adhoc without [fast]"
COUNTED = "one finding of each rule"
SIMILAR = "adhoc check --select D603"
_BLOCKED = (
    "import sys; sys.modules['pyarrow'] = None; sys.argv[0] = 'adhoc';"
    "from adhoc_cli.__main__ import main; main()"
)
_READ = "import pathlib, sys; [f.read_bytes() for f in pathlib.Path(sys.argv[1]).glob('*.csv')]"
GIGABYTE = 1000**3


class Limit(NamedTuple):
    """What may not be passed: of which contest and side, times another side (of the contest
    `than`, where that is another one), or bytes, or seconds of processor time; 0 for none."""

    contest: str
    side: str
    times: float = 0
    other: str = BY_HAND
    than: str = ""
    most_bytes: float = 0
    most_seconds: float = 0
    memory_times: float = 0


LIMITS = (
    Limit("start", "adhoc --help", 2.5, "import typer"),
    Limit("office", TOOL, 1.0),
    Limit(f"{THE_COUNTRY:,}", TOOL, 1.0, most_bytes=1.5 * GIGABYTE),
    Limit(f"{THE_COUNTRY:,}", WITHOUT_FAST, 2.5),
    Limit(f"{THE_COUNTRY:,}", SIMILAR, most_seconds=20.0),
    Limit(f"{SIZES[-1]:,}", TOOL, 1.0, most_bytes=4 * GIGABYTE),
    Limit(f"{SIZES[-1]:,}", TOOL, 2.3, other=TOOL, than=f"{THE_COUNTRY:,}"),
    *(
        Limit(MANY, form, other=COUNTED, most_seconds=5.0, memory_times=1.1)
        for form in ("as CSV", "as NDJSON")
    ),
    Limit("report of a province", "as XLSX", 2.0, "as HTML"),
)


def start() -> list[Side]:
    """What an empty command line costs."""
    return [
        Side("adhoc --help", [ADHOC, "--help"]),
        Side("adhoc explain Q401", [ADHOC, "explain", "Q401"]),
        Side("import typer", [PYTHON, "-c", "import typer"]),
        Side("import typer, rich.table, pydantic, pandas", [
            PYTHON, "-c", "import typer, rich.table, pydantic, pandas",
        ]),
        Side("nothing", [PYTHON, "-c", "pass"]),
    ]  # fmt: skip


def office_commands() -> list[Side]:
    """What an office does all day, in a copy of Temanggung that the marks of the runs end up in."""
    folder = kept("office", lambda to: shutil.copytree(OFFICE, to, dirs_exist_ok=True))
    where = ["-C", str(folder)]
    day = ["--as-of", "2024-06-10"]
    person = ["33.23.01.2001", "Giyono", "--set", "pendidikan=S1", "--dry-run"]
    source = next((ROOT / "data" / "impor").glob("*.xlsx"))
    new = ["--as", "anggota", "--name", "anggota-baru", "-o", str(folder), "--dry-run"]
    typed = ["adhoc", "members", "--region", "kled"]
    asked = [
        f"{name}={value}"
        for name, value in {
            "_ADHOC_COMPLETE": "complete_bash",
            "COMP_WORDS": "\n".join(typed),
            "COMP_CWORD": len(typed) - 1,
        }.items()
    ]
    mark = ["33.23.17", "PPK-01", "--date", "2024-05-20", "--evidence", "foto"]
    return [
        Side("checklist mark", [ADHOC, "checklist", "mark", *mark, *where]),
        Side("checklist status", [ADHOC, "checklist", "status", *where, *day]),
        Side("checklist show", [ADHOC, "checklist", "show", "33.23.17", *where, *day]),
        Side("set --dry-run", [ADHOC, "set", *person, *where]),
        Side("import --dry-run", [ADHOC, "import", str(source), *new], (0, FINDINGS)),
        Side("TAB after --region kled", ["env", "-C", str(folder), *asked, ADHOC]),
        Side("explain Q401", [ADHOC, "explain", "Q401"]),
    ]


def roster(folder: Path, shared: Path, as_of: str) -> list[Side]:
    """All that can look at a roster of this size."""
    check = ["check", str(folder), "--as-of", as_of, "--format", "json"]
    sides = [
        Side(TOOL, [ADHOC, *check], (0, FINDINGS)),
        Side(BY_HAND, [PYTHON, "-m", "bench.peers.duckdb_counts", str(folder)]),
        Side("polars", [PYTHON, "-m", "bench.peers.polars_counts", str(folder)]),
        Side("reading the bytes", [PYTHON, "-c", _READ, str(folder)]),
    ]
    if (script := shared / "tools" / "duckdb_check.py").is_file():
        sides.append(Side("DuckDB, shared script", [PYTHON, str(script), str(folder)]))
    members = members_in(folder)
    if members <= THE_COUNTRY * 1.1:
        sides.append(Side(WITHOUT_FAST, [PYTHON, "-c", _BLOCKED, *check], (0, FINDINGS)))
    if members < SIZES[0] * 1.1:
        files = sorted(map(str, folder.glob("anggota*.csv")))
        sides.append(Side("frictionless validate", [
            str(Path(PYTHON).with_name("frictionless")), "validate", "--trusted", *files,
        ], (0, 1)))  # fmt: skip
        sides.append(Side("csvstat (csvkit)", [
            str(Path(PYTHON).with_name("csvstat")), files[0],
        ]))  # fmt: skip
    return sides


def findings(folder: Path) -> list[Side]:
    """All findings of a roster, and how many there are."""
    words = [ADHOC, "check", str(folder), "--as-of", AS_OF, "--format"]
    return [
        Side("as CSV", [*words, "csv", "--limit", "0"], (0, FINDINGS)),
        Side("as NDJSON", [*words, "ndjson", "--limit", "0"], (0, FINDINGS)),
        Side(COUNTED, [*words, "json", "--limit", "1"], (0, FINDINGS)),
    ]


def report(folder: Path) -> list[Side]:
    """A report as a page and as a workbook."""
    words = [ADHOC, "report", str(folder), "--as-of", AS_OF, "--since", "none", "--format"]
    return [
        Side(
            f"as {form.upper()}",
            [*words, form, "-o", str(CACHE / f"compared.{form}")],
            (0, FINDINGS),
        )
        for form in ("html", "xlsx")
    ]


def contests(shared: Path, most: int) -> Iterator[tuple[str, int, list[Side]]]:
    """Name, members and sides of each."""
    yield "start", 0, start()
    yield "office", members_in(OFFICE), roster(OFFICE, shared, "2024-06-10")
    yield "commands of an office", 0, office_commands()
    for size in SIZES:
        if size <= most:
            folder = country(size)
            sides = roster(folder, shared, AS_OF)
            if size == THE_COUNTRY:  # similar names, and the reading that any rule takes
                one = [ADHOC, "check", str(folder), "--as-of", AS_OF, "--select", "D603", "--quiet"]
                sides.append(Side(SIMILAR, one, (0, FINDINGS)))
            yield f"{size:,}", members_in(folder), sides
    for number in FINDINGS_TOLD:
        if number <= most:
            yield f"many findings: {number:,}", 0, findings(with_findings(number))
    if most >= PROVINCE:
        yield "report of a province", 0, report(country(PROVINCE))


def verdicts(measured: dict[str, Sequence[Runs]]) -> Iterator[tuple[str, bool]]:
    """A line a limit, and whether it is kept."""
    for limit in LIMITS:
        sides = {side.name: side for side in measured.get(limit.contest, ())}
        if limit.side not in sides:
            continue
        others = {side.name: side for side in measured[limit.than or limit.contest]}
        ours, theirs = sides[limit.side], others[limit.other]
        said = f"{limit.contest}: {limit.side}"
        if limit.times:
            wall, processor = ours.seconds / theirs.seconds, ours.processor / theirs.processor
            both = f"{wall:.2f} × {limit.other}, {processor:.2f} × its processor time"
            yield f"{said} {both}; at most {limit.times} ×", max(wall, processor) <= limit.times
        if limit.most_bytes:
            most = f"{ours.peak_bytes / GIGABYTE:.2f} GB; at most {limit.most_bytes / GIGABYTE} GB"
            yield f"{said} {most}", ours.peak_bytes <= limit.most_bytes
        if limit.most_seconds:
            most = f"{ours.processor:.1f} s of processor time; at most {limit.most_seconds} s"
            yield f"{said} {most}", ours.processor <= limit.most_seconds
        if limit.memory_times:
            times = ours.peak_bytes / theirs.peak_bytes
            most = f"{times:.2f} × the memory of {limit.other}; at most {limit.memory_times} ×"
            yield f"{said} {most}", times <= limit.memory_times


def main() -> int:
    """Measure, write, tell; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="has tools/")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="members of the largest roster")
    asked = parser.parse_args()
    shared = asked.shared.resolve()
    if not (shared / "tools" / "duckdb_check.py").is_file():
        print(f"bench: no tools/duckdb_check.py in {shared.name}/: it is left out", file=sys.stderr)
    measured: dict[str, Sequence[Runs]] = {}
    members: dict[str, int] = {}
    for name, size, sides in contests(shared, asked.most):
        measured[name], members[name] = in_turns(sides, asked.runs), size
        for side in measured[name]:
            print(f"{name:>10} {side.seconds:8.2f} s {side.peak_bytes / 1e6:7.0f} MB {side.name}",
                  flush=True)  # fmt: skip
    told = list(verdicts(measured))
    (ROOT / "bench" / "results.svg").write_text(picture(measured, members), encoding="utf-8")
    text = document(measured, members, told, asked.runs)
    (ROOT / "bench" / "RESULTS.md").write_text(text, encoding="utf-8")
    for said, is_kept in told:
        print(f"{'ok' if is_kept else 'TOO MUCH':<8} {said}")
    return 0 if all(is_kept for _, is_kept in told) else 1


if __name__ == "__main__":
    sys.exit(main())
