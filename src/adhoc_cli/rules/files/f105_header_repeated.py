"""F105: one column named twice, or the header once more among the rows."""

from __future__ import annotations

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

RULE = Rule(
    code="F105",
    name="header-repeated",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(
        FileFaultKind.HEADER_REPEATED, lambda params: "column" if "first" in params else "row"
    ),
    title=Words("Judul kolom berulang", "Repeated header"),
    why=Words(
        "Bila dua kolom menyebut hal yang sama, tidak jelas mana yang benar. Judul yang muncul "
        "lagi di bawah menandakan dua berkas disambung begitu saja; urutan kolomnya bisa saja "
        "berbeda.",
        "Where two columns name the same thing, which of them is right? A header further down "
        "shows that two files were pasted together; the order of their columns may differ.",
    ),
    message={
        "column": Words(
            'judul "{first}" dan "{second}" sama-sama berarti kolom {column}',
            'the headers "{first}" and "{second}" both mean the column {column}',
        ),
        "row": Words(
            "judul kolom muncul lagi di baris {line}; baris ini tidak dihitung",
            "the header stands again in line {line}; the row was not counted",
        ),
    },
    fix={
        "column": Words(
            "Hapus salah satu kolomnya, atau ubah judulnya.",
            "Delete one of the columns, or rename its header.",
        ),
        "row": Words(
            "Hapus baris ini dan pastikan urutan kolom di bawahnya sama dengan di atasnya.",
            "Delete the row and see that the columns below it are in the same order as above.",
        ),
    },
    basis=FORMAT,
    passes=(Example(),),
    fails=(
        Example(
            files={"kecamatan.csv": b"kode,nama,nama\n33.23.01,Bulu,Bulu\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,nama\n33.23.01,Bulu\nkode,nama\n33.23.02,Tembarak\n"},
            at=(("kecamatan.csv", 3),),
        ),
    ),
)
