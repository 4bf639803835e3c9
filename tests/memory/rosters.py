"""Rosters of the rules' own examples, checked, for the tests of the memory."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from adhoc_cli.engine.run import run_rule
from adhoc_cli.memory.compare import Ground
from adhoc_cli.models.report import Report, RuleResult
from adhoc_cli.reports.check import check_roster
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import AS_OF, Example
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.source import DEFAULT_LIMIT
from scripts.example_roster import write_example

Meddle = Callable[[Path], None]

# Somebody who left long ago, with all that has to be written about it: no finding of any rule.
_GONE = {
    "nama": "Waluyo Sidomukti", "badan": "PPS", "jabatan": "anggota",
    "kode_wilayah": "33.23.01.2016", "nik": "3323011203770990", "jenis_kelamin": "L",
    "tanggal_lahir": "1977-03-12", "status": "mengundurkan diri", "tanggal_mulai": "2024-05-26",
    "tanggal_selesai": "2024-06-01", "alasan": "pindah domisili",
    "nomor_sk": "102/PP.04-Kpt/3323/2024", "telepon": "081298760990",
    "alamat": "Dusun Contoh RT 99 RW 01", "pendidikan": "SMA",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A rule and an example on which it fails."""

    rule: Rule
    example: Example
    number: int

    def __str__(self) -> str:
        return f"{self.rule.code}-{self.number}"

    def result(self, *, later: int = 0, meddle: Meddle | None = None) -> RuleResult:
        """What the rule finds, `later` days on, in a folder that `meddle` changed."""
        if meddle is None and (known := _RESULTS.get((str(self), later))):
            return known
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_example(self.example, folder)
            if meddle:
                meddle(folder)
            result = run_rule(loaded(folder, self.example, later), self.rule, None)
        if meddle is None:
            _RESULTS[str(self), later] = result
        return result


_RESULTS: dict[tuple[str, int], RuleResult] = {}


CASES = [
    Case(rule, example, number)
    for rule in all_rules()
    for number, example in enumerate(rule.fails, 1)
]


def loaded(folder: Path, example: Example | None = None, later: int = 0) -> Roster:
    """The roster of a folder on the day of an example."""
    one = example or Example()
    day = one.as_of + timedelta(days=later)
    return load_roster(folder, day, one.profile, one.limit or DEFAULT_LIMIT)


def checked(folder: Path, day: date = AS_OF, keep: int | None = None) -> tuple[Report, Ground]:
    """Everything that is found in a folder, and what it was found in."""
    roster = load_roster(folder, day, None, DEFAULT_LIMIT)
    return check_roster(roster, all_rules(), keep).report, Ground(roster)


def base_ground(folder: Path) -> Ground:
    """The base roster: one kecamatan with two desa."""
    write_example(Example(), folder)
    return Ground(loaded(folder))


def with_a_row_above(folder: Path) -> None:
    """Put somebody nobody asks about above all others in anggota.csv."""
    file = folder / "anggota.csv"
    header, _, rows = file.read_bytes().partition(b"\n")
    columns = next(csv.reader([header.decode()]))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow([_GONE.get(name, "") for name in columns])
    file.write_bytes(header + b"\n" + out.getvalue().encode() + rows)
