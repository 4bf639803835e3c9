"""`adhoc import` of a CSV: rows in = written + rejected; the strict reader takes what it writes.

The first byte says as what the others are imported, and into which folder.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from unittest.mock import patch

from adhoc_cli.intake import doctor
from adhoc_cli.intake.doctor import Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text, skipped_text
from adhoc_cli.intake.groups import CARRIED
from adhoc_cli.intake.header import likeness
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.places import known_places
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Intake, Mode
from adhoc_cli.intake.text_file import read_text, to_utf8
from adhoc_cli.places.country import Kabupaten
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.profiles.model import Profile
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES
from tests.fuzz.rosters import (
    KINDS,
    REGIONS,
    Scratch,
    faults_of,
    lines_of,
    model_of,
    read,
    texts_of,
    told,
)

# Rows that are in the target already, where it is appended to.
ALREADY: Mapping[str, bytes] = {
    **REGIONS,
    "anggota.csv": (
        b"nama,badan,jabatan,kode_wilayah,nik\n"
        b"Siti Aminah,PPK,ketua,33.23.01,3323014605860001\nBudi,PPS,anggota,33.23.01.2001,\n"
    ),
    "bimtek.csv": b"kegiatan,tanggal,nik\nBimtek PPK,2024-05-17,3323014605860001\n",
    "pemangku.csv": b"kode_wilayah,peran,nama\n33.23.01,camat,Heni\n",
    "tps.csv": b"kode_desa,nomor\n33.23.01.2001,1\n",
}
# Small: a refusal for a limit is a way through the program like any other.
LIMITS = Limits(cell=4_000, columns=60, rows=400)
KABUPATEN = Kabupaten("33.23", "Kabupaten Temanggung", "Jawa Tengah")
# The region files are the same each time, and reading them took half of it.
_known_places = cache(known_places)
# What the reader may still object to in a row that was written: a phone number is no reason to lose
# somebody.
_KEPT = frozenset({"telepon"})


@cache
def profile() -> Profile:
    """The profile that bodies and their words come from."""
    return load_profile("pilkada-2024")


@cache
def _folders() -> tuple[tuple[Scratch, Options], ...]:
    return (
        (Scratch(REGIONS), Options(limits=LIMITS)),
        (Scratch({}), Options(limits=LIMITS, kabupaten=KABUPATEN)),
        (Scratch(ALREADY), Options(Mode.APPEND, limits=LIMITS)),
        (Scratch(REGIONS), Options(limits=LIMITS, constants={"badan": "PPS"})),
    )


def check(data: bytes) -> None:
    """A target of atheris, and of `test_corpus`."""
    first = data[0] if data else 0
    kind = KINDS[first % len(KINDS)]
    scratch, options = _folders()[first // len(KINDS) % len(_folders())]
    if options.constants and kind != "anggota":
        return
    scratch.source.write_bytes(data[1:])
    imported(scratch, kind, options, _lines(data[1:]))
    assert scratch.source.read_bytes() == data[1:]


def _lines(content: bytes) -> int:
    """How many lines an editor shows of a source."""
    try:
        text, _ = to_utf8(content, "sumber.csv")
    except ImportRefused:
        return 0
    return lines_of(text if b"\n" in text else text.replace(b"\r", b"\n"))


def imported(scratch: Scratch, kind: str, options: Options, lines: int) -> None:
    """Import the folder's source, and hold what is true of every import.

    `lines` is how many lines, or rows of a sheet, a source has.
    """
    with patch.object(doctor, "known_places", _known_places):
        _imported(scratch, kind, options, lines)


def _imported(scratch: Scratch, kind: str, options: Options, lines: int) -> None:
    scratch.reset()
    there = len(read(scratch.path / f"{kind}.csv", kind)) if options.mode is Mode.APPEND else 0
    if options.mode is Mode.NEW and (scratch.path / f"{kind}.csv").exists():
        options = Options(Mode.REPLACE, limits=options.limits)
    try:
        made = plan([scratch.source], kind, scratch.path, profile(), options)
    except ImportRefused as refused:
        told(refused)
        return
    _accounted_for(made, lines)
    _explained(made)
    write(made, LANGUAGES[made.read % len(LANGUAGES)])
    _written(made, there)
    if made.rows and _says_all(made):
        _clean(scratch, made, there)


def _accounted_for(made: Intake, lines: int) -> None:
    assert made.read == made.written + made.rejected
    for sheet in made.sheets:
        assert sheet.rows == sheet.written + sheet.rejected
        assert min(sheet.titles, sheet.headers - 1, sheet.headings, sheet.blank) >= 0
    assert len(made.rejects) == made.rejected
    # A line holds a row of each table that stands beside another.
    tables = Counter((sheet.file, sheet.sheet) for sheet in made.sheets)
    for where, count in Counter(reject.where for reject in made.rejects).items():
        assert count <= tables[where.file, where.sheet]
    for reject in made.rejects:
        assert 1 <= reject.where.line <= lines, (reject.where, lines)
    for change in (*made.changes, *made.kept):
        assert change.count >= 1
        assert 1 <= change.where.line <= lines, (change, lines)
    if len(made.sheets) == 1 and made.sheets[0].sheet is None:
        _every_record(made)


def _every_record(made: Intake) -> None:
    """Each record of the source is a row, or is counted as what else it is."""
    (sheet,) = made.sheets
    source = made.folder.parent / sheet.file
    known = Known(model_of(made.kind))
    grid = read_text(source.read_bytes(), source.name, lambda ls: likeness(ls, known), LIMITS)
    counted = sheet.titles + sheet.headers + sheet.headings + sheet.blank + sheet.rows
    counted -= sheet.split
    assert counted == len(grid.lines) + grid.blank, (sheet, len(grid.lines), grid.blank)


def _explained(made: Intake) -> None:
    for lang in LANGUAGES:
        for reject in made.rejects:
            assert fault_text(reject.fault, Translator(lang)).why
        for skipped in made.skipped:
            assert skipped_text(skipped.reason, Translator(lang))


def _written(made: Intake, there: int) -> None:
    if made.rejects_name is None:
        assert not made.rejects
    else:
        records = _records(made.folder / made.rejects_name)
        assert len(records) == made.rejected + 1
        assert len(set(map(len, records))) == 1
    if not made.rows:
        return
    table = read(made.target, made.kind)
    (file,) = table.files
    assert not faults_of(file), faults_of(file)
    assert (file.rows, file.accepted) == (there + made.written,) * 2
    refused: Counter[str] = Counter()
    rows = texts_of(table)[there:]
    for row, (cells, said) in enumerate(zip(made.rows, rows, strict=True), start=there):
        for name, cell in zip(made.columns, cells, strict=True):
            assert said[name] == cell, (name, row)
            if cell and name not in _KEPT:
                value = table[name].value(row)
                refused[name] += value is None
                assert value is None or str(value) == cell, (name, cell, value)
    # What is left unreadable is refused by the reader, too, which names its line; nothing else is.
    told = {one.column: one.count for one in made.kept if one.key == "unreadable"}
    assert +refused == Counter(told)
    assert max(told.values(), default=0) <= made.unreadable <= sum(told.values())


def _records(path: Path) -> list[list[str]]:
    csv.field_size_limit(1 << 20)
    text = path.read_bytes().decode()
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def _says_all(made: Intake) -> bool:
    """Whether the target says as much as the source did: nothing stood above the rows, every column
    that was read is there, no place is empty that would be filled from the row above now that other
    rows are rejected, and no cell begins with an apostrophe, a mark before another one perhaps."""
    above = any(sheet.titles or sheet.headings for sheet in made.sheets)
    helpers = {one.column for sheet in made.sheets for one in sheet.mapping if one.column}
    marked = any(cell.startswith("'") for row in made.rows for cell in row)
    places = [at for at, name in enumerate(made.columns) if name in CARRIED]
    open_ = any(not row[at] for row in made.rows for at in places)
    return not (above or marked or open_) and helpers <= set(made.columns)


def _clean(scratch: Scratch, made: Intake, there: int) -> None:
    """What was written is imported again as it is."""
    content = made.target.read_bytes()
    source = scratch.source.with_name("lagi.csv")
    source.write_bytes(content)
    try:
        again = plan([source], made.kind, scratch.path, profile(), Options(Mode.REPLACE))
    except ImportRefused as refused:
        if refused.key != "no_rows":
            raise
        return  # the same as below, and it was the only row
    if again.sheets[0].headings:  # "DESA WONOSARI" as a bimtek, with no other text beside it now
        return
    assert again.written == there + made.written, [reject.fault for reject in again.rejects]
    write(again, "id")
    assert made.target.read_bytes() == content
