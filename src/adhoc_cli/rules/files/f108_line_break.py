"""F108: a carriage return that ends no line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import CSV
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words


def _variant(params: Mapping[str, Any]) -> str:
    if params.get("all"):
        return "file"
    return "header" if params["unreadable"] else "row"


RULE = Rule(
    code="F108",
    name="line-break",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(FileFaultKind.LINE_BREAK, _variant),
    title=Words("Ganti baris keliru", "Faulty line break"),
    why=Words(
        "Ganti baris berupa CR saja dibaca sebagian program sebagai baris baru dan sebagian lain "
        "sebagai isi sel, sehingga dua orang bisa menjadi satu.",
        "Some programs read a lone CR as a new line and others as part of a cell, so that two "
        "people may become one.",
    ),
    message={
        "file": Words(
            "semua baris {file} diakhiri CR saja, format Mac lama",
            "all lines of {file} end in a lone CR, as on an old Mac",
        ),
        "header": Words(
            "ada CR tanpa LF di baris judul (offset {offset}); {file} tidak dibaca",
            "a CR without LF in the header row (offset {offset}); {file} is not read",
        ),
        "row": Words(
            "ada CR tanpa LF di tengah baris (offset {offset}); baris ini tidak dihitung",
            "a CR without LF inside the row (offset {offset}); the row was not counted",
        ),
    },
    fix={
        "file": Words(
            "Buka di Excel dan pilih Simpan Sebagai > CSV UTF-8 (bukan CSV Macintosh).",
            "Open it in Excel and choose Save As > CSV UTF-8 (not CSV Macintosh).",
        ),
        "header": Words(
            "Hapus ganti baris di dalam judul kolom (Alt+Enter di Excel), lalu simpan lagi.",
            "Delete the line break inside the header (Alt+Enter in Excel), then save again.",
        ),
        "row": Words(
            "Hapus ganti baris di dalam sel (Alt+Enter di Excel), atau pisahkan menjadi dua baris "
            "bila memang dua orang.",
            "Delete the line break inside the cell (Alt+Enter in Excel), or make it two rows "
            "where it is two people.",
        ),
    },
    basis=CSV,
    passes=(
        Example(),
        Example(files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\r\n"}),
        Example(files={"kecamatan.csv": b"kode,nama\r\n33.23.01,Bulu\n33.23.02,Tembarak\r\n"}),
    ),
    fails=(
        Example(
            files={"kecamatan.csv": b"kode,nama\rkecamatan\n33.23.01,Bulu\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            replace={"anggota": (b"Wagiman Pitutur", b"Wagiman\rPitutur")},
            at=(("anggota.csv", 2),),
        ),
        Example(files={"kecamatan.csv": b"kode,nama\r33.23.01,Bulu\r"}, at=(("kecamatan.csv", 1),)),
    ),
)
