"""V201: a cell that has to be filled and is not."""

from typing import NamedTuple

import numpy as np

from adhoc_cli.models.columns import columns_of
from adhoc_cli.roster.repeats import in_order
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example, of_file
from adhoc_cli.rules.found import Findings, Found, Mask, Roster, Table, at_row, together, walked

_ATTENDANT = ("nama", "badan", "kode_wilayah")  # who attended, where there is no NIK

_OF_A_PERSON = ("nik", "nama", "badan", "kode_wilayah", "hadir")
_OF_AN_EVENT = (
    "tempat", "jam", "penyelenggara", "pemantau", "untuk_badan", "untuk_divisi", "untuk_wilayah",
)  # fmt: skip


class _Empty(NamedTuple):
    """Rows in which a column is empty and should not be, among so many `looked_at`."""

    column: str
    rows: Mask
    looked_at: int
    severity: Severity = Severity.ERROR
    variant: str = "required"


def check(roster: Roster) -> Found:
    """Empty required cells of every table, nameless attendants, members without NIK."""
    return together([_of_table(roster, table) for table in roster.folder.tables.values()])


def _of_table(roster: Roster, table: Table) -> Found:
    empty = [
        _Empty(name, table[name].empty, len(table))
        for name, spec in columns_of(table.model).items()
        if spec.required and name in table
    ]
    if table.name == "bimtek":
        empty.append(_nobody(table))
    if table.name == "anggota" and "nik" in table:
        empty.append(_without_nik(roster, table))
    if table.name == "anggota" and "badan" in table and "tps" not in roster.folder.tables:
        empty.append(_without_tps(roster, table))  # R305 tells of it where there is a list of TPS
    if table.model.kind.names_person and "nama" in table:
        empty.append(_Empty("nama", table.nobody, 0, Severity.WARNING, "vacant"))
    counts = {severity: _count(empty, severity) for severity in (Severity.ERROR, Severity.WARNING)}
    return Found(
        sum(column.looked_at for column in empty),
        sum(counts.values()),
        _findings(roster, table, empty),
        counts,
    )


def _nobody(table: Table) -> _Empty:
    """Attendance that names nobody: neither a NIK nor name, body and place. A row that says nothing
    of a person tells of the event."""
    named = np.ones(len(table), bool)
    for column in _ATTENDANT:
        named &= ~table[column].empty if column in table else False
    if "nik" in table:
        named |= ~table["nik"].empty
    of_event = np.logical_or.reduce([table.known(column) for column in _OF_AN_EVENT])
    silent = np.logical_and.reduce([table[c].empty for c in _OF_A_PERSON if c in table])
    named |= of_event & silent
    return _Empty("nik", ~named, len(table), variant="attendant")


def _without_nik(roster: Roster, table: Table) -> _Empty:
    """Active members and reserves whose file has the column `nik`, but no NIK of theirs."""
    members = roster.members
    has_column = np.array(["nik" in file.columns for file in table.files], bool)
    looked_at = (members.serving | members.reserve) & has_column[table.file]
    empty = looked_at & table["nik"].empty
    return _Empty("nik", empty, int(np.count_nonzero(looked_at)), Severity.WARNING, "nik")


def _without_tps(roster: Roster, table: Table) -> _Empty:
    """Active members of a body of a TPS of whom nothing says at which."""
    members = roster.members
    looked_at = members.active & members.of_bodies(lambda body: body.unit == "tps", False)
    empty = looked_at & table["tps"].empty if "tps" in table else looked_at
    return _Empty("tps", empty, int(np.count_nonzero(looked_at)), Severity.WARNING, "tps")


def _count(empty: list[_Empty], severity: Severity) -> int:
    return sum(int(np.count_nonzero(e.rows)) for e in empty if e.severity is severity)


@walked
def _findings(roster: Roster, table: Table, empty: list[_Empty]) -> Findings:
    """In the order of the rows, and of the columns within a row."""
    found = [np.flatnonzero(column.rows) for column in empty]
    rows = np.concatenate([np.empty(0, np.intp), *found])
    which = np.repeat(np.arange(len(found)), [len(at) for at in found])
    order = in_order(rows)
    for row, at in zip(rows[order].tolist(), which[order].tolist(), strict=True):
        cell = empty[at]
        said = {"found": table[cell.column].text(row)} if cell.variant == "vacant" else {}
        params = {"variant": cell.variant, **said}
        yield at_row(roster, row, column=cell.column, params=params, own=cell.severity, table=table)


TEXTS = """
title.id = Sel wajib kosong
title.en = Required cell empty
why.id = Tanpa badan, jabatan, atau kode wilayah sebuah baris tidak dapat ditempatkan, dan tanpa
  nama kuotanya tidak terisi. Anggota tanpa NIK tidak dapat diperiksa rangkap jabatannya.
why.en = Without body, role or place code a row cannot be placed, and without a name no seat is
  filled. A member without NIK cannot be checked for a second post.
message.required.id = {column} kosong
message.required.en = {column} is empty
message.vacant.id = {column} berbunyi "{found}": tidak ada orangnya, dihitung sebagai kekurangan
message.vacant.en = {column} says "{found}": there is nobody, and the seat counts as vacant
message.attendant.id = peserta tidak disebut: isi nik, atau nama, badan, dan kode_wilayah
message.attendant.en = nobody is named: fill in nik, or nama, badan and kode_wilayah
message.nik.id = NIK {person} kosong
message.nik.en = no NIK of {person}
message.tps.id = {body}: nomor TPS kosong
message.tps.en = {body}: the number of the TPS is empty
fix.required.id = Isi selnya; tanda "-" sama dengan kosong. Hapus barisnya bila memang tidak ada
  orangnya.
fix.required.en = Fill in the cell; "-" counts as empty. Delete the row where there is nobody.
fix.vacant.id = Hapus barisnya, atau isi nama dan NIK orangnya.
fix.vacant.en = Delete the row, or fill in the name and NIK of the person.
fix.attendant.id = Isi NIK peserta dari daftar hadir.
fix.attendant.en = Fill in the NIK from the attendance list.
fix.tps.id = Isi nomor TPS tempat ia bertugas.
fix.tps.en = Fill in the number of the TPS of this person.
fix.nik.id = Salin NIK dari KTP-el.
fix.nik.en = Copy the NIK from the identity card.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(
        example(),
        example(without="nik"),
        example("2 badan=, jabatan=Ketua PPK"),
        of_file("bimtek", "kegiatan,tanggal,nik", "Bimtek,2024-05-16,3323010101800001"),
        of_file(
            "bimtek",
            "kegiatan,tanggal,nama,badan,kode_wilayah",
            "Bimtek,2024-05-16,Wagiman Pitutur,PPK,33.23.01",
        ),
        # A row about the event, not about a participant.
        of_file("bimtek", "kegiatan,tanggal,nik,tempat", "Bimtek PPK,2024-05-16,,Pendopo"),
    ),
    fails=(
        example("8 nama=-", at="8"),
        example("8 badan=, jabatan=", "3 kode_wilayah= ", at="3 8 8"),
        example("5 nama=(KOSONG), nik=, telepon=", at="5"),
        example("5 nik=", at="5"),
        example("5 badan=KPPS, tps=", at="5"),
        example("desa:2 nama=–", at="desa:2"),
        of_file("bimtek", "kegiatan,tanggal,nik,nama", "Bimtek,2024-05-16,,Wagiman", at="bimtek:2"),
        of_file(
            "bimtek",
            "kegiatan,tanggal,nik,nama,tempat",
            "Bimtek,2024-05-16,,Wagiman,Pendopo",
            "Bimtek,2024-05-16,,,",
            at="bimtek:2 bimtek:3",
        ),
    ),
)
