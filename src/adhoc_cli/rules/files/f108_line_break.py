"""F108: a carriage return that ends no line."""

from adhoc_cli.rules.api import CSV, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Params
from adhoc_cli.tables.faults import FileFaultKind


def _variant(params: Params) -> str:
    if params.get("all"):
        return "file"
    return "header" if params["unreadable"] else "row"


check = file_faults(FileFaultKind.LINE_BREAK, _variant)

TEXTS = """
title.id = Ganti baris tidak lazim
title.en = Faulty line break
why.id = Ganti baris yang tidak lazim dibaca sebagian program sebagai baris baru dan sebagian lain
  sebagai isi sel, sehingga dua orang bisa menjadi satu.
why.en = Some programs read an unusual line break as a new line and others as part of a cell, so
  that two people may become one.
message.file.id = semua baris {file} berakhir seperti dalam format Mac lama⟦ (CR saja)⟧
message.file.en = all lines of {file} end as on an old Mac⟦ (CR alone)⟧
message.header.id = ada ganti baris tidak lazim di baris judul; {file} tidak dibaca⟦ (CR tanpa LF,
  posisi {offset})⟧
message.header.en = an unusual line break in the header row; {file} is not read⟦ (CR without LF,
  offset {offset})⟧
message.row.id = ada ganti baris di tengah baris; baris ini tidak dihitung⟦ (CR tanpa LF, posisi
  {offset})⟧
message.row.en = a line break inside the row; the row was not counted⟦ (CR without LF, offset
  {offset})⟧
fix.file.id = Buka di Excel dan pilih Simpan Sebagai > CSV UTF-8 (bukan CSV Macintosh).
fix.file.en = Open it in Excel and choose Save As > CSV UTF-8 (not CSV Macintosh).
fix.header.id = Hapus ganti baris di dalam judul kolom (Alt+Enter di Excel), lalu simpan lagi.
fix.header.en = Delete the line break inside the header (Alt+Enter in Excel), then save again.
fix.row.id = Hapus ganti baris di dalam sel (Alt+Enter di Excel), atau pisahkan menjadi dua baris
  bila memang dua orang.
fix.row.en = Delete the line break inside the cell (Alt+Enter in Excel), or make it two rows where
  it is two people.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=CSV,
    passes=(
        example(),
        example(files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\r\n"}),
        example(files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\n33.23.02,Tembarak\r\n"}),
    ),
    fails=(
        example(
            files={"kecamatan.csv": b"kode,nama\rkecamatan\n33.23.01,Bulu\n"}, at="kecamatan:1"
        ),
        example(replace={"anggota": (b"Wagiman Pitutur", b"Wagiman\rPitutur")}, at="2"),
        example(files={"kecamatan.csv": b"kode,nama\r33.23.01,Bulu\r"}, at="kecamatan:1"),
    ),
)
