"""F105: one column named twice, or the header once more among the rows."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(
    FileFaultKind.HEADER_REPEATED, lambda params: "column" if "first" in params else "row"
)

TEXTS = """
title.id = Judul kolom berulang
title.en = Repeated header
why.id = Bila dua kolom menyebut hal yang sama, tidak jelas mana yang benar. Judul yang muncul lagi
  di bawah menandakan dua berkas disambung begitu saja; urutan kolomnya bisa saja berbeda.
why.en = Where two columns name the same thing, which of them is right? A header further down shows
  that two files were pasted together; the order of their columns may differ.
message.column.id = judul "{first}" dan "{second}" sama-sama berarti kolom {column}
message.column.en = the headers "{first}" and "{second}" both mean the column {column}
message.row.id = judul kolom muncul lagi di baris {line}; baris ini tidak dihitung
message.row.en = the header stands again in line {line}; the row was not counted
fix.column.id = Hapus salah satu kolomnya, atau ubah judulnya.
fix.column.en = Delete one of the columns, or rename its header.
fix.row.id = Hapus baris ini dan pastikan urutan kolom di bawahnya sama dengan di atasnya.
fix.row.en = Delete the row and see that the columns below it are in the same order as above.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(example(),),
    fails=(
        example(files={"kecamatan.csv": b"kode,nama,nama\n33.23.01,Bulu,Bulu\n"}, at="kecamatan:1"),
        example(
            files={"kecamatan.csv": b"kode,nama\n33.23.01,Bulu\nkode,nama\n33.23.02,Tembarak\n"},
            at="kecamatan:3",
        ),
    ),
)
