"""A roster as a workbook, changed there, and its changes back: compared with a dictionary."""

from __future__ import annotations

import csv
import io
import os
import random
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from adhoc_cli.editing.merge import Merged, merge
from adhoc_cli.editing.returned import returned_from
from adhoc_cli.editing.rewrite import layout_of
from adhoc_cli.editing.sheet import PLACE, SHEET, Part, rows_of, sheets_of
from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.source import read_source
from adhoc_cli.intake.workbook import BASE
from adhoc_cli.output.sheets.roster import write
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.load import Office, load_office
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example, base_members
from adhoc_cli.tables.folder import open_folder
from scripts.example_roster import write_example

DAY = date(2024, 6, 10)
# EDIT_SCRIPTS=1000 tries ten times as many, in half a minute.
SCRIPTS = int(os.environ.get("EDIT_SCRIPTS", "100"))
FILES = {"PPK": "anggota-ppk.csv", "PPS": "anggota-pps.csv"}
OWN = "Catatan Kantor"
# Texts that both sides may write into these columns; they are as the model writes them.
VALUES = {
    "nama": ["Wagiyem", "Tukiran, S.Pd.", "Sri \"Kliwon\" Rejeki", "=Sum"],
    "status": ["aktif", "cadangan", "meninggal", "mengundurkan diri"],
    "tanggal_selesai": ["2024-07-01", "2025-01-27", ""],
    "alasan": ["sakit, lama", "pindah; jauh", ""],
    "alamat": ["Jl. 1/2", "1-2", ""],
    "telepon": ["081290000001", "0812990000002", ""],
    "keterangan": ["007", "1e5", "é"],
    OWN: ["x", "a,b", ""],
}  # fmt: skip
Record = dict[str, str]


def members() -> list[Record]:
    """The rows of both files, each with a number by which this test knows it."""
    return [{**row, OWN: f"baris {at}"} for at, row in enumerate(base_members())]


def lay(folder: Path, rows: Sequence[Record]) -> Roster:
    """The rows in two files, and the roster of them."""
    for number, (body, name) in enumerate(FILES.items()):
        text = io.StringIO(newline="")
        columns = [column for column in rows[0] if column != ("divisi" if number else "tps")]
        writer = csv.DictWriter(
            text, columns, extrasaction="ignore", delimiter=",;"[number], lineterminator="\r\n"
        )
        writer.writeheader()
        writer.writerows(row for row in rows if row["badan"] == body)
        (folder / name).write_bytes(b"\xef\xbb\xbf" * number + text.getvalue().encode())
    office = _office(folder)
    return Roster(open_folder(folder, office.profile.vocabulary()), office, DAY)


@cache
def _office(folder: Path) -> Office:
    """The settings of the folder, which no test changes."""
    return load_office(folder, None, DAY)


class Book(NamedTuple):
    """The two sheets of a workbook as lists of rows."""

    visible: list[list[str]]
    base: list[list[str]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the places of the base roster, and no members."""
    folder = tmp_path_factory.mktemp("lembar")
    write_example(Example(), folder)
    (folder / "anggota.csv").unlink()
    return folder


@pytest.fixture(scope="module")
def book(place: Path) -> Book:
    """The workbook of the base roster, read back."""
    roster = lay(place, members())
    return read(out(roster, place / "kerja.xlsx"))


def out(roster: Roster, path: Path) -> Path:
    """The roster written as one workbook."""
    rows = list(rows_of(roster, personal=True))
    (sheet,) = sheets_of(rows, [Part("", "")], personal=True)
    path.write_bytes(write(sheet, roster, {}, Speaker("id", personal=True)))
    return path


def read(path: Path) -> Book:
    grids, _ = read_source(path, lambda _: 0, Limits(), (SHEET, BASE))
    sheets = {grid.sheet: [list(line.cells) for line in grid.lines] for grid in grids}
    return Book(sheets[SHEET], sheets[BASE])


def grids_of(book: Book) -> dict[str, Grid]:
    named = ((SHEET, book.visible), (BASE, book.base))
    return {
        name: Grid("k.xlsx", name, [Line(at, tuple(row)) for at, row in enumerate(rows, 1)])
        for name, rows in named
    }


def content(roster: Roster, merged: Merged) -> dict[str, list[Record]]:
    """What the files hold once the edits are made."""
    edits, found = merged.edits(), {}
    for name in FILES.values():
        layout = layout_of(roster, name)
        data = layout.with_edit(edits[name]) if name in edits else layout.data
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        found[name] = list(csv.DictReader(text, delimiter=layout.dialect.delimiter))
    return found


# -- what both sides do ----------------------------------------------------------------------------


def changes(rng: random.Random, share: float) -> dict[int, Record | None]:
    """By number of the row the cells that are changed, None for a row that is removed."""
    found: dict[int, Record | None] = {}
    for at in range(len(members())):
        if rng.random() < share:
            columns = rng.sample(sorted(VALUES), rng.randint(1, 3))
            cells = {column: rng.choice(VALUES[column]) for column in columns}
            found[at] = None if rng.random() < 0.2 else cells
    return found


def real(at: int, cells: Record | None) -> Record | None:
    """The changed cells that are others than they were."""
    row = members()[at]
    return cells and {column: text for column, text in cells.items() if row[column] != text}


def new_rows(rng: random.Random, who: str) -> list[Record]:
    return [
        {"nama": f"{who} {at}", "badan": body, "jabatan": "anggota", "kode_wilayah": code}
        | {column: rng.choice(VALUES[column]) for column in ("status", "alamat", OWN)}
        for at in range(rng.randint(0, 2))
        for body, code in (rng.choice([("PPK", "33.23.01"), ("PPS", "33.23.01.2016")]),)
    ]


def merged_row(at: int, mine: Any, theirs: Any) -> tuple[Record | None, bool]:
    """What becomes of a row, and whether the workbook's change of it is refused."""
    row = members()[at]
    now = None if theirs is None else {**row, **theirs}
    if mine == {}:
        return now, False
    if mine is None:
        return (now, bool(theirs)) if theirs or now is None else (None, False)
    if now is None:
        return None, True
    pending = any(now[column] != text for column, text in mine.items())
    differs = any(mine.get(column) != text for column, text in theirs.items())
    return (now, True) if pending and differs else ({**now, **mine}, False)


def damaged(
    rng: random.Random, book: Book, mine: Mapping[int, Record | None], new: Sequence[Record]
) -> Book:
    """The workbook with the changes of one side; rows and columns come in any order."""
    header, *rows = book.visible
    kept = []
    for line in rows:
        row = dict(zip(header, line, strict=False))
        cells = mine.get(int(row[OWN].removeprefix("baris ")), {})
        if cells is not None:
            kept.append({**row, **cells})
    kept += [{PLACE: "apa saja", **row} for row in new]
    rng.shuffle(kept)
    columns = rng.sample(header, len(header))
    lines = [[row.get(column, "") for column in columns] for row in kept]
    return Book([["judul"] if rng.random() < 0.2 else columns, columns, *lines], book.base)


def test_any_changes_of_both_sides_agree_with_a_dictionary(place: Path, book: Book) -> None:
    for seed in range(SCRIPTS):
        rng = random.Random(seed)
        mine, theirs = changes(rng, 0.3), changes(rng, rng.choice([0, 0.2]))
        mine = {at: real(at, cells) for at, cells in mine.items()}
        theirs = {at: real(at, cells) for at, cells in theirs.items()}
        new, added = new_rows(rng, "Orang Baru"), new_rows(rng, "Orang Lain")
        theirs_now = [
            {**row, **cells}
            for at, row in enumerate(members())
            if (cells := theirs.get(at, {})) is not None
        ]
        empty = dict.fromkeys(members()[0], "")
        roster = lay(place, [*theirs_now, *({**empty, **row} for row in added)])
        merged = merge(roster, [returned_from(grids_of(damaged(rng, book, mine, new)), "k.xlsx")])

        told = [
            merged_row(at, mine.get(at, {}), theirs.get(at, {})) for at in range(len(members()))
        ]
        refused = sorted(one.person for one in merged.not_taken)
        assert len(refused) == sum(is_refused for _, is_refused in told), (seed, refused)
        rows = [row for row, _ in told if row] + [*added, *new]
        found = content(roster, merged)
        for body, name in FILES.items():
            expected = [row for row in rows if row["badan"] == body]
            assert _texts(found[name]) == _texts(expected), (seed, name)


def _texts(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The filled cells, rows in any order."""
    filled = [{column: text for column, text in row.items() if text} for row in rows]
    return sorted(filled, key=lambda row: sorted(row.items()))
