"""F109: what a file was read as where it is not plain CSV with the canonical headers."""

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example, of_file
from adhoc_cli.rules.found import Column, Finding, Findings, Found, Mask, Params, Roster, Table
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.table import FileRead

_PARTS = (
    "title_rows",
    "delimiter",
    "synonyms",
    "blank_rows",
    "mixed_breaks",
    "apostrophes",
    "still_empty",
    "cut",
)


def check(roster: Roster) -> Found:
    """One note a file, with all that was passed over or put right in reading it."""
    findings = [finding for table in roster.folder.tables.values() for finding in _notes(table)]
    files = sum(len(table.files) for table in roster.folder.tables.values())
    return Found(files, len(findings), findings)


def _notes(table: Table) -> Findings:
    apostrophes = _stripped_apostrophes(table)
    for file, stripped in zip(table.files, apostrophes.tolist(), strict=True):
        line, params = _note(file)
        if stripped:
            params = {**params, "apostrophes": stripped}
        if params:
            variants = tuple(part for part in _PARTS if part in params)
            yield Finding(file=file.name, line=line, params={**params, "variants": variants})


def _note(file: FileRead) -> tuple[int | None, Params]:
    for fault in file.log.of(FileFaultKind.READ_AS):
        return fault.line, fault.params
    return 1, {}


def _stripped_apostrophes(table: Table) -> NDArray[np.int64]:
    """Per file, the cells whose leading apostrophe (a spreadsheet's "this is text") is no part of
    the value."""
    count = np.zeros(len(table.files), np.int64)
    for column in table.columns.values():
        # Where every text is a value unchanged there is nothing to look for.
        if column.values is not column.texts and len(column.texts):
            count += np.bincount(table.file[_stripped(column)], minlength=count.size)
    return count


def _stripped(column: Column) -> Mask:
    return column.text_in(np.flatnonzero(column.texts.full_match("(?s)'.+"))) & column.known


TEXTS = """
title.id = Cara berkas dibaca
title.en = How a file was read
why.id = Berkas dari Excel sering memakai titik koma, judul kolom yang lain, baris judul laporan,
  atau tanda petik di depan angka. Semua itu tetap dibaca, dan disebut di sini.
why.en = Files from Excel often have semicolons, other headers, title rows or an apostrophe before a
  number. All of that is read, but not silently.
message.title_rows.id = {title_rows} baris di atas judul kolom dilewati
message.title_rows.en = rows above the header passed over: {title_rows}
message.delimiter.id = pemisah "{delimiter}", bukan koma
message.delimiter.en = separator "{delimiter}", not a comma
message.synonyms.id = judul kolom dibaca sebagai: {synonyms}
message.synonyms.en = headers understood: {synonyms}
message.blank_rows.id = {blank_rows} baris kosong dilewati
message.blank_rows.en = blank rows passed over: {blank_rows}
message.mixed_breaks.id = akhir barisnya tidak seragam⟦ (CRLF dan LF)⟧
message.mixed_breaks.en = its lines do not all end alike⟦ (CRLF and LF)⟧
message.apostrophes.id = {apostrophes} sel diawali tanda petik ('), dibaca tanpa petiknya
message.apostrophes.en = cells with an apostrophe (') in front, read without it: {apostrophes}
message.still_empty.id = belum berisi satu baris pun; yang dihitung hanya berkas lain sejenisnya
message.still_empty.en = no row in it yet; only the other files of its kind are counted
message.cut.id = baris {cut} tanpa akhir baris: berkasnya mungkin terpotong di sana
message.cut.en = line {cut} has no line end: the file may be cut off there
fix.id = Tidak perlu diperbaiki; cukup pastikan bacaannya benar.
fix.en = Nothing needs mending; just see that it was understood rightly.
"""

FACTS = Facts(
    severity=Severity.INFO,
    basis=FORMAT,
    passes=(
        example(),
        example(files={"kecamatan.csv": b"\xef\xbb\xbfNAMA,Kode\r\nBulu,33.23.01\r\n"}),
        example("2 nama=Ma'ruf Pitutur"),
    ),
    fails=(
        example(files={"kecamatan.csv": b"kode;nama\n33.23.01;Bulu\n"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"Kode Kecamatan,Nama\n33.23.01,Bulu\n"}, at="kecamatan:1"),
        of_file("kecamatan", "DAFTAR KECAMATAN,\n,\nkode,nama\n33.23.01,Bulu\n,", at="kecamatan:3"),
        example(
            files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\n33.23.02,Tembarak\r\n"},
            at="kecamatan:1",
        ),
        example(
            files={"kecamatan.csv": b"kode,nama\n33.23.01,Bulu\n33.23.02,Temb"}, at="kecamatan:1"
        ),
        example("2 nik='3323010101800001", "3 telepon='081290001117", at="1"),
        of_file("anggota-kpps", "nama,badan,jabatan,kode_wilayah", at="anggota-kpps:1"),
    ),
)
