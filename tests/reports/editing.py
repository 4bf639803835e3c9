"""Rosters for the tests: a copy of the sample folder to edit, and small ones made of examples."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import Cells, Example
from scripts.example_roster import write_example

SAMPLE = Path(__file__).parents[2] / "data" / "temanggung"
AS_OF = date(2024, 6, 10)
FILE_OF = {
    "PPK": "anggota-ppk.csv",
    "PPS": "anggota-pps.csv",
    "SEKRETARIAT PPS": "anggota-sekretariat.csv",
}

Row = dict[str, str]


class Folder:
    """A copy of the sample roster whose rows can be edited."""

    def __init__(self, path: Path, source: Path = SAMPLE) -> None:
        shutil.copytree(source, path)
        self.path = path
        self.files = {file.name: _rows(file) for file in sorted(path.glob("*.csv"))}

    def members(self, body: str) -> list[Row]:
        """The rows of a body, to be edited in place."""
        return self.files[FILE_OF[body]]

    def desa(self) -> list[str]:
        """The codes of all desa."""
        return [row["kode"] for row in self.files["desa.csv"]]

    def unit(self, body: str, code: str) -> list[Row]:
        """The rows of one unit by rank: those who serve, then the reserves."""
        rows = [row for row in self.members(body) if row["kode_wilayah"] == code]
        return sorted(rows, key=lambda row: int(row.get("peringkat") or 0))

    def serving(self, body: str, code: str, role: str = "anggota") -> list[Row]:
        """Those of a unit who serve in a role."""
        rows = self.unit(body, code)
        return [row for row in rows if row["status"] == "aktif" and row["jabatan"] == role]

    def reserves(self, body: str, code: str) -> list[Row]:
        """The reserves of a unit by rank."""
        return [row for row in self.unit(body, code) if row["status"] == "cadangan"]

    def load(self) -> Roster:
        """The roster as it stands now."""
        for name, rows in self.files.items():
            _write(self.path / name, rows)
        return load_roster(self.path, AS_OF)


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Row]) -> None:
    if not rows:
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def leave(row: Row, status: str = "mengundurkan diri") -> Row:
    """Somebody leaves."""
    row |= {
        "status": status,
        "tanggal_selesai": "2024-06-05",
        "alasan": "Diterima sebagai PPPK",
        "nomor_sk": "131/PP.04-Kpt/3323/2024",
    }
    return row


def promote(row: Row) -> Row:
    """A reserve comes in."""
    row |= {
        "status": "aktif",
        "tanggal_mulai": "2024-06-08",
        "tanggal_selesai": "2025-01-27",
        "nomor_sk": "132/PP.04-Kpt/3323/2024",
    }
    return row


def small(path: Path, example: Example) -> Roster:
    """The roster of an example in a new folder."""
    path.mkdir(parents=True)
    write_example(example, path)
    return load_roster(path, example.as_of, example.profile)


def change(**cells_of_line: Mapping[str, str]) -> dict[str, Cells]:
    """`change(l7={"nama": "X"})`: other cells on line 7 of the members."""
    return {f"anggota:{line[1:]}": cells for line, cells in cells_of_line.items()}
