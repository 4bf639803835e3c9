"""Whatever stands in a file: rows or located faults, never an exception; all accounted for."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.place_rows import Desa, Kecamatan, Tps
from adhoc_cli.models.rows import Anggota, Bimtek, Pemangku
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import SPACES

HEADER = ["nama", "badan", "jabatan", "kode_wilayah", "alamat", "nik"]
NOTES = {FileFaultKind.READ_AS, FileFaultKind.COLUMN_UNKNOWN}
MODELS: tuple[type[RowModel], ...] = (Kecamatan, Desa, Tps, Anggota, Bimtek, Pemangku)


def read(data: bytes, model: type[RowModel] = Anggota) -> Table:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_bytes(data)
        return read_table(model, [(path, "x.csv")], Vocabulary())


def holds(table: Table, data: bytes) -> None:
    """What is true of any file."""
    (file,) = table.files
    lines = data.count(b"\n") + 1
    assert file.rows == file.accepted + file.rejected
    assert file.accepted == int(table.accepted.sum())
    assert (table.line >= 1).all()
    assert (table.line <= lines).all()
    assert (table.line[1:] > table.line[:-1]).all()
    for column in table.columns.values():
        assert column.codes.size == column.text_codes.size == len(table)
    faulty = [fault for fault in file.log.kept if fault.kind not in NOTES]
    assert all(fault.line is not None and 1 <= fault.line <= lines for fault in faulty)
    if not file.readable:
        assert (file.rows, len(table), len(faulty)) == (0, 0, 1)
    # Every regular row that is not accepted has a cell that says why; the others have a fault each.
    assert len(faulty) >= file.rows - len(table)
    table.models(range(len(table)))


def encoded(rows: list[list[str]], **how: object) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, **how).writerows(rows)  # type: ignore[arg-type]  # options drawn below
    return buffer.getvalue().encode("utf-8", "surrogatepass")


BITS = st.sampled_from(
    [
        *(
            b",",
            b";",
            b"\t",
            b"\n",
            b"\r\n",
            b"\r",
            b'"',
            b'""',
            b" ",
            b"-",
            b"\0",
            b"\xff",
            b"\xc3",
        ),
        *(
            b"\xef\xbb\xbf",
            b"\xed\xa0\x80",
            "é".encode(),
            b"PPK",
            b"ketua",
            b"Ketua PPS",
            b"33.23.01",
        ),
        *(b"3323014605860001", b"2024-05-16", b"nama", b"badan", b"jabatan", b"kode_wilayah"),
        *(b"nama,badan,jabatan,kode_wilayah\n", b"Budi,PPK,ketua,33.23.01\n", b"kode,nama\n"),
        *(b"nama;jabatan;kode\n", b"Budi;Ketua PPK;332301\r\n", b"kegiatan,tanggal,nik\n"),
    ]
)


@given(st.one_of(st.binary(max_size=300), st.lists(BITS, max_size=40).map(b"".join)))
@settings(max_examples=500, deadline=None)
@example(b"nama,badan,jabatan,kode_wilayah\n\xef\xbb\xbf")
@example(b"\xff\xfe\0\0")
@example(b"nama,jabatan,kode\n\x80,Ketua PPK,")
def test_any_bytes_are_rows_or_a_located_fault(data: bytes) -> None:
    holds(read(data), data)


@given(st.lists(BITS, max_size=40).map(b"".join), st.sampled_from(MODELS))
@settings(max_examples=200, deadline=None)
def test_behind_a_good_header_too(data: bytes, model: type[RowModel]) -> None:
    header = ",".join(model.model_fields).encode() + b"\n"
    holds(read(header + data, model), header + data)


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)
ROWS = st.lists(
    st.tuples(CELL, CELL, CELL).map(
        lambda free: [f"N{free[0]}.", "PPS", "anggota", "33.23.01.2001", *free[1:]]
    ),
    min_size=1,
    max_size=12,
)


@given(
    ROWS,
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_what_a_csv_writer_writes_is_read_again(
    rows: list[list[str]], delimiter: str, end: str, quoting: int, bom: bool, final: bool
) -> None:
    how = {"delimiter": delimiter, "lineterminator": end, "quoting": quoting}
    data = encoded([HEADER, *rows], **how)
    data = (b"\xef\xbb\xbf" if bom else b"") + (data if final else data.removesuffix(end.encode()))
    table = read(data)
    holds(table, data)
    for i, name in enumerate(HEADER):
        found = [table[name].text(row) for row in range(len(table))]
        assert found == [row[i].strip(SPACES) for row in rows], name
    assert table.accepted.all()
    assert (table.files[0].rows, table.files[0].rejected) == (len(rows), 0)


GOOD = [
    [f"Budi {i}", "PPS", "anggota", "33.23.01.2001", f"Dusun {i}, RT 0{i}\nRW 02", ""]
    for i in range(8)
]
# What may happen to the bytes of a row, and the fault that it is.
POLLUTED: dict[str, tuple[bytes, bytes, str]] = {
    "bare quote": (b"Budi", b'Bu"di', "quote"),
    "open quote": (b"Budi", b'"Budi', "quote"),
    "text behind a quote": (b"Budi", b'"Budi"x', "quote"),
    "one cell more": (b"PPS", b"PPS,", "row_width"),
    "one cell less": (b"PPS,", b"", "row_width"),
    "a comma": (b"PPS", b"P,S", "row_width"),
    "lone return": (b"anggota", b"ang\rgota", "line_break"),
    "return in quotes": (b"\nRW", b"\rRW", "line_break"),
    "nul": (b"anggota", b"ang\0gota", "not_text"),
    "cp1252": (b"anggota", b"angg\xf3ta", "not_text"),
    "cut short": (b"anggota", b"anggot\xe2\x82", "not_text"),
    "overlong": (b"anggota", b"\xc0\xaf", "not_text"),
    "surrogate": (b"anggota", b"\xed\xb0\x80", "not_text"),
    "long": (b"Dusun", b"D" * 40_000, "cell_too_long"),
}


@pytest.mark.parametrize("how", POLLUTED)
@given(at=st.integers(0, 7))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_one_polluted_row_is_named_and_leaves_the_others(how: str, at: int) -> None:
    before, after, kind = POLLUTED[how]
    good = [list(row) for row in GOOD]
    if kind == "quote":  # such a row is given up at the end of its line
        good[at][4] = "Dusun"
    rows = [encoded([row], lineterminator="\n") for row in [HEADER, *good]]
    assert before in rows[at + 1]
    rows[at + 1] = rows[at + 1].replace(before, after, 1)
    data = b"".join(rows)
    table = read(data)
    holds(table, data)
    starts = b"".join(rows[: at + 1]).count(b"\n") + 1
    (fault,) = [fault for fault in table.files[0].log.kept if fault.kind not in NOTES]
    assert (fault.kind, fault.line) == (kind, starts)
    assert [table["nama"].text(row) for row in range(len(table))] == [
        row[0] for i, row in enumerate(good) if i != at
    ]
    assert table.accepted.all()
    assert (table.files[0].rows, table.files[0].rejected) == (8, 1)
