"""F104: a required column that the header does not name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words


def _variant(params: Mapping[str, Any]) -> str:
    if params["headerless"]:
        return "headerless"
    return "near" if params["nearest"] else "absent"


RULE = Rule(
    code="F104",
    name="column-missing",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(FileFaultKind.COLUMN_MISSING, _variant, whole=True),
    title=Words("Kolom wajib tidak ada", "Required column missing"),
    why=Words(
        "Kolom dikenali dari judulnya, bukan dari urutannya. Kolom wajib yang tidak bernama tidak "
        "ditebak, supaya nama tidak terbaca sebagai alamat.",
        "Columns are known by their header, not by their order. A required one without a name is "
        "not guessed at, lest a name be read as an address.",
    ),
    message={
        "headerless": Words(
            "{file} tidak mempunyai baris judul kolom; kolom wajib: {missing}",
            "{file} has no header row; required columns: {missing}",
        ),
        "near": Words(
            'kolom wajib tidak ada: {missing}; barangkali yang dimaksud "{nearest}"',
            'required columns missing: {missing}; perhaps "{nearest}" is meant',
        ),
        "absent": Words(
            "kolom wajib tidak ada: {missing} (yang ada: {found})",
            "required columns missing: {missing} (there is: {found})",
        ),
    },
    fix={
        "headerless": Words(
            "Sisipkan baris judul kolom di atas baris pertama.",
            "Insert a row with the headers above the first row.",
        ),
        "near": Words(
            'Ubah judul "{nearest}" menjadi nama kolom yang diminta bila isinya memang itu.',
            'Rename the header "{nearest}" to the required one if that is what it holds.',
        ),
        "absent": Words(
            "Tambahkan kolomnya, atau perbaiki judulnya bila kolomnya sudah ada dengan nama lain.",
            "Add the column, or mend its header where it stands under another name.",
        ),
    },
    basis=FORMAT,
    passes=(
        Example(),
        Example(files={"kecamatan.csv": b"Nama Kecamatan,KODE\nBulu,33.23.01\n"}),
    ),
    fails=(
        Example(
            files={"kecamatan.csv": b"33.23.01,Bulu\n33.23.02,Tembarak\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,namma\n33.23.01,Bulu\n"}, at=(("kecamatan.csv", 1),)
        ),
        Example(without={"anggota": ("kode_wilayah",)}, at=(("anggota.csv", 1),)),
    ),
)
