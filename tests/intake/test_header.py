"""Finding the header below titles, in one row or two, and mapping its cells to columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import pytest

from adhoc_cli.intake.already import Already
from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.header import Header, find_header, likeness
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Mapped
from adhoc_cli.models.columns import FileKind, RowModel, columns_of, header
from adhoc_cli.models.place_rows import Desa, Kecamatan, Tps
from adhoc_cli.models.rows import Anggota, Bimtek, Pemangku
from adhoc_cli.models.types import FreeText, PlaceCode, Whole
from adhoc_cli.models.vocabulary import Vocabulary
from tests.intake.headers import HEADERS

ROW = ("Siti", "Ketua PPS", "33.23.01.2001")


class Inventaris(RowModel):
    """A kind of file of which nothing but its model is known."""

    kind = FileKind("inventaris", "kode_wilayah")

    kode_wilayah: Annotated[PlaceCode, header()]
    barang: Annotated[FreeText, header("nama barang")]
    jumlah: Annotated[Whole | None, header()] = None


def grid(*rows: Sequence[str]) -> Grid:
    return Grid("a.csv", None, [Line(at, tuple(row)) for at, row in enumerate(rows, start=1)])


def found(
    *rows: Sequence[str],
    model: type[RowModel] = Anggota,
    asked: Mapping[str, str] | None = None,
    saved: Mapping[str, str] | None = None,
    constants: Mapping[str, str] | None = None,
) -> Header:
    return find_header(grid(*rows), Known(model, asked, saved), constants or {})


def refusal(*rows: Sequence[str], **options: Mapping[str, str]) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        found(*rows, **options)  # type: ignore[arg-type]
    return refused.value


def test_below_title_rows() -> None:
    header = found(
        ("DAFTAR ANGGOTA PPS", "", ""),
        ("Kecamatan", "", ""),
        ("NAMA LENGKAP", "Jabatan", "KODE DESA"),
        ROW,
    )
    assert header.columns == ("nama", "jabatan", "kode_wilayah")
    assert (header.line, header.below, header.extra) == (3, 3, 0)
    assert [line.number for line in header.titles] == [1, 2]


@pytest.mark.parametrize("model", [Anggota, Bimtek, Desa, Kecamatan, Pemangku, Tps])
def test_canonical_headers_of_every_kind(model: type[RowModel]) -> None:
    names = tuple(columns_of(model))
    header = found(names, ("isi",) * len(names), model=model)
    assert header.columns == names
    assert set(header.hows) == {"same"}


def test_a_new_kind_of_file_needs_nothing_but_its_model() -> None:
    above, names = ("Milik PPS", "", ""), ("Kecamatan", "Desa", "NAMA BARANG")
    read = found(above, names, ("Bulu", "Tegalurung", "meja"), model=Inventaris)
    assert (read.line, read.columns) == (2, ("kecamatan", "desa", "barang"))
    already = Already(Inventaris, Vocabulary())
    row = {"kode_wilayah": "33.23.01.2001", "barang": "meja", "jumlah": "2"}
    already.take(row, ("inventaris.csv", 2))
    assert already.fault(row | {"jumlah": "3"}) is not None
    assert already.fault(row | {"barang": "kursi"}) is None


def test_two_rows() -> None:
    header = found(
        ("NO", "NAMA", "WILAYAH KERJA", "", "JABATAN", "TANGGAL", ""),
        ("", "", "KECAMATAN", "DESA", "", "MULAI", "SELESAI"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
        ("1", "Siti", "Bulu", "Tegalurung", "ketua", "", ""),
    )
    assert header.columns == (
        None, "nama", "kecamatan", "desa", "jabatan", "tanggal_mulai", "tanggal_selesai",
    )  # fmt: skip
    assert header.cells[5] == "TANGGAL MULAI"
    assert (header.line, header.below, header.extra) == (2, 3, 2)


def test_one_row_above_data_is_not_two() -> None:
    header = found(("nama", "jabatan", "desa"), ("Kecamatan", "ketua", "Bulu"), ROW)
    assert (header.line, header.below) == (1, 1)


def test_a_saved_mapping_of_another_kind_is_passed_over() -> None:
    header = found(("Kode", "Nama"), model=Desa, saved={"NOMOR KTP": "nik", "Kode": "kode"})
    assert header.hows == ("saved", "same")


def test_asked_and_saved_mappings_win() -> None:
    row = ("NAMA", "Pegawai", "Posisi", "Kode")
    header = found(row, asked={"pegawai": "Nama"}, saved={"NAMA": "keterangan"})
    assert header.columns == ("keterangan", "nama", "jabatan", "kode_wilayah")
    assert header.hows == ("saved", "asked", "synonym", "synonym")
    header = found(row, asked={"Pegawai": "nama"})
    assert header.columns == (None, "nama", "jabatan", "kode_wilayah")
    assert found(row, asked={"Kode": "-"}).columns == ("nama", None, "jabatan", None)
    assert found(row, saved={"Kode": ""}).hows[3] == "ignored"


def test_mapping_to_a_column_that_is_none() -> None:
    refused = refusal(("nama", "jabatan"), asked={"Kode": "kode_wilaya"})
    assert (refused.key, refused.unreadable) == ("map_column", False)
    assert refused.params["nearest"] == "kode_wilayah"


def test_a_mapping_that_no_sheet_has() -> None:
    known = Known(Anggota, {"PEGAWAI": "nama", "Kode": "kode_wilayah"})
    find_header(grid(("Kode", "nama", "jabatan")), known, {})
    with pytest.raises(ImportRefused) as refused:
        known.refuse_unused({"PEGAWAI": "nama", "Kode": "x"}, ["Pegawei"])
    assert refused.value.params == {"header": "PEGAWAI", "nearest": "Pegawei"}


def test_two_headers_for_one_column() -> None:
    refused = refusal(("nama", "jabatan", "No HP", "No WA"))
    assert refused.key == "header_twice"
    assert refused.params["column"] == "telepon"
    assert refusal(("nama", "jabatan", "NAMA")).key == "header_repeated"
    assert found(("nama", "jabatan", "telepon", "No WA")).columns[3] is None
    assert found(("nama", "jabatan", "No HP", "No WA"), asked={"No WA": "-"}).at["telepon"] == 2


def test_the_number_of_a_row_is_no_number_of_a_tps() -> None:
    header = found(("No", "Kode Desa", "No TPS"), ("1", "x", "3"), model=Tps)
    assert header.columns == (None, "kode_desa", "nomor")
    assert found(("No", "Kode_Desa"), ("1", "x"), model=Tps).columns == ("nomor", "kode_desa")


def test_what_is_missing() -> None:
    assert refusal(("a", "b"), ("c", "d")).key == "no_header"
    assert refusal(("nama", "x"), ROW).key == "no_header"
    refused = refusal(("nama", "kode", "Jabatn"), ROW)
    assert (refused.key, refused.params["columns"]) == ("column_missing", "jabatan")
    assert refused.params["nearest"] == "Jabatn"
    assert found(("nama", "kode"), ROW, constants={"jabatan": "anggota"}).at == {
        "nama": 0,
        "kode_wilayah": 1,
    }


def test_a_header_again_further_down() -> None:
    header = found(("Nama", "Jabatan", "x"), ROW)
    assert header.is_repeated_in(Line(9, ("NAMA ", "jabatan", "y")))
    assert not header.is_repeated_in(Line(9, ("NAMA", "ketua")))
    assert not header.is_repeated_in(Line(9, ("NAMA",)))


def test_what_is_told_of_columns() -> None:
    header = found(("Nama", "Jabatan", "Hobi", "", "ditolak_alasan"), ROW)
    assert header.mapped({2: 5, 3: 1, 6: 2}, [], Anggota) == (
        Mapped("Nama", "nama", "same"),
        Mapped("Jabatan", "jabatan", "same"),
        Mapped("Hobi", None, "unknown", 5),
        Mapped("", None, "unknown", 1),
        Mapped("ditolak_alasan", None, "ignored"),
        Mapped("", None, "unknown", 2),
    )


def test_the_headers_of_places_and_birth_of_real_files() -> None:
    header = found(("nama", "jabatan", "Tempat/Tgl Lahir", "Kec", "Kel/Desa"))
    assert header.columns == ("nama", "jabatan", "tanggal_lahir", "kecamatan", "desa")
    assert found(("peran", "nama", "Kecamatan", "Desa"), model=Pemangku).at["desa"] == 3
    assert found(("Desa", "Kecamatan"), model=Desa).columns == ("nama", "kecamatan")


def test_how_much_lines_look_like_a_header() -> None:
    known = Known(Anggota)
    assert likeness([], known) == 0
    assert likeness([Line(1, ("x",)), Line(2, ("nama", "nik", "hp"))], known) == 3


@pytest.mark.parametrize(
    ("header", "column"), [(one, column) for column, every in HEADERS.items() for one in every]
)
def test_headers_as_offices_write_them(header: str, column: str | None) -> None:
    assert Known(Anggota).of(header)[0] == column


@pytest.mark.parametrize(("times", "column"), [(20, "nik"), (100, None)])
def test_a_long_text_is_no_header(times: int, column: str | None) -> None:
    assert Known(Anggota).of("NIK " + "calon " * times)[0] == column
