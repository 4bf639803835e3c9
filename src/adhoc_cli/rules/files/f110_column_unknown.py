"""F110: a column that nothing reads."""

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
    if params["column"] == f"#{params['position']}":
        return "unnamed"
    return "near" if params["nearest"] else "unknown"


RULE = Rule(
    code="F110",
    name="column-unknown",
    severity=Severity.INFO,
    needs=(),
    check=file_faults(FileFaultKind.COLUMN_UNKNOWN, _variant, whole=True),
    title=Words("Kolom tidak dikenal", "Unknown column"),
    why=Words(
        "Kolom yang tidak dikenal dilewati. Bila itu salah ketik, aturan yang memerlukannya tidak "
        "berjalan.",
        "An unknown column is passed over. Where it is a misspelling, the rules that need it do "
        "not run.",
    ),
    message={
        "near": Words(
            'kolom "{column}" tidak dikenal dan tidak dibaca; barangkali yang dimaksud {nearest}',
            'the column "{column}" is unknown and not read; perhaps {nearest} is meant',
        ),
        "unnamed": Words(
            "kolom ke-{position} berisi sesuatu tetapi tidak berjudul; tidak dibaca",
            "column {position} holds something but has no header; it is not read",
        ),
        "unknown": Words(
            'kolom "{column}" tidak dikenal dan tidak dibaca',
            'the column "{column}" is unknown and not read',
        ),
    },
    fix={
        "near": Words(
            "Ubah judulnya menjadi {nearest} bila isinya memang itu; selain itu biarkan.",
            "Rename it to {nearest} if that is what it holds; else leave it.",
        ),
        "unnamed": Words(
            "Beri judul kolomnya, atau kosongkan bila tidak diperlukan.",
            "Give the column a header, or empty it where nobody needs it.",
        ),
        "unknown": Words(
            "Biarkan bila memang catatan sendiri; hapus bila tidak diperlukan.",
            "Leave it where it is a note of your own; delete it where nobody needs it.",
        ),
    },
    basis=FORMAT,
    passes=(Example(),),
    fails=(
        Example(
            files={"kecamatan.csv": b"kode,nama,\n33.23.01,Bulu,43\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,nama,luas_km2\n33.23.01,Bulu,43\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"desa.csv": b"kode,nama,jeniss\n33.23.01.2016,Wonosari,desa\n"},
            at=(("desa.csv", 1),),
        ),
    ),
)
