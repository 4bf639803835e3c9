"""F109: what a file was read as where it is not plain CSV with the canonical headers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Severity
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Found, Hit, Params, Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.table import FileRead, Table
from adhoc_cli.tables.texts import Mask
from adhoc_cli.text.words import Words

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
    hits = [hit for table in roster.folder.tables.values() for hit in _notes(table)]
    files = sum(len(table.files) for table in roster.folder.tables.values())
    return Found(files, len(hits), hits)


def _notes(table: Table) -> Iterator[Hit]:
    apostrophes = _stripped_apostrophes(table)
    for file, stripped in zip(table.files, apostrophes.tolist(), strict=True):
        line, params = _note(file)
        if stripped:
            params = {**params, "apostrophes": stripped}
        if params:
            variants = tuple(part for part in _PARTS if part in params)
            yield Hit(file.name, line, params={**params, "variants": variants})


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


RULE = Rule(
    code="F109",
    name="read-as",
    severity=Severity.INFO,
    needs=(),
    check=check,
    title=Words("Cara berkas dibaca", "How a file was read"),
    why=Words(
        "Berkas dari Excel sering memakai titik koma, judul kolom yang lain, baris judul laporan, "
        "atau tanda petik di depan angka. Semua itu dibaca, tetapi tidak diam-diam.",
        "Files from Excel often have semicolons, other headers, title rows or an apostrophe "
        "before a number. All of that is read, but not silently.",
    ),
    message={
        "title_rows": Words(
            "{title_rows} baris di atas judul kolom dilewati",
            "rows above the header passed over: {title_rows}",
        ),
        "delimiter": Words(
            'pemisah "{delimiter}", bukan koma', 'separator "{delimiter}", not a comma'
        ),
        "synonyms": Words("judul kolom dipahami: {synonyms}", "headers understood: {synonyms}"),
        "blank_rows": Words(
            "{blank_rows} baris kosong dilewati", "blank rows passed over: {blank_rows}"
        ),
        "mixed_breaks": Words(
            "akhir baris campuran (CRLF dan LF)", "mixed line ends (CRLF and LF)"
        ),
        "apostrophes": Words(
            "{apostrophes} sel diawali tanda petik ('), dibaca tanpa petiknya",
            "cells with an apostrophe (') in front, read without it: {apostrophes}",
        ),
        "still_empty": Words(
            "belum berisi satu baris pun; yang dihitung hanya berkas lain sejenisnya",
            "no row in it yet; only the other files of its kind are counted",
        ),
        "cut": Words(
            "baris {cut} tanpa akhir baris: berkasnya mungkin terpotong di sana",
            "line {cut} has no line end: the file may be cut off there",
        ),
    },
    fix=Words(
        "Tidak perlu diperbaiki; cukup pastikan pemahamannya benar.",
        "Nothing needs mending; just see that it was understood rightly.",
    ),
    basis=FORMAT,
    passes=(
        Example(),
        Example(files={"kecamatan.csv": b"\xef\xbb\xbfNAMA,Kode\r\nBulu,33.23.01\r\n"}),
        Example(change={"anggota:2": {"nama": "Ma'ruf Pitutur"}}),
    ),
    fails=(
        Example(files={"kecamatan.csv": b"kode;nama\n33.23.01;Bulu\n"}, at=(("kecamatan.csv", 1),)),
        Example(
            files={"kecamatan.csv": b"Kode Kecamatan,Nama\n33.23.01,Bulu\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"DAFTAR KECAMATAN,\n,\nkode,nama\n33.23.01,Bulu\n,\n"},
            at=(("kecamatan.csv", 3),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\n33.23.02,Tembarak\r\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,nama\n33.23.01,Bulu\n33.23.02,Temb"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            change={
                "anggota:2": {"nik": "'3323010101800001"},
                "anggota:3": {"telepon": "'081290001117"},
            },
            at=(("anggota.csv", 1),),
        ),
        Example(
            files={"anggota-kpps.csv": b"nama,badan,jabatan,kode_wilayah\n"},
            at=(("anggota-kpps.csv", 1),),
        ),
    ),
)
