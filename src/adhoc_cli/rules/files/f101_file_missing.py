"""F101: a file without which nothing can be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.rows import REQUIRED
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Found, Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

_WORKBOOKS = (".xlsx", ".xls", ".ods")


def _variant(params: Mapping[str, Any]) -> str:
    nearest = params["nearest"].lower()
    if nearest.endswith(_WORKBOOKS):
        return "workbook"
    return "near" if nearest else "absent"


_faults = file_faults(FileFaultKind.FILE_MISSING, _variant)


def check(roster: Roster) -> Found:
    """The required files that the folder lacks."""
    return replace(_faults(roster), checked=len(REQUIRED))


RULE = Rule(
    code="F101",
    name="file-missing",
    severity=Severity.ERROR,
    needs=(),
    check=check,
    title=Words("Berkas tidak ada", "Missing file"),
    why=Words(
        "Kursi dihitung dari daftar kecamatan dan desa, lalu dicocokkan dengan daftar anggota. "
        "Tanpa salah satunya, desa yang kosong sama sekali pun tidak akan tampak.",
        "Seats are counted from the lists of kecamatan and desa and compared with the list of "
        "members. Without one of them even a desa with nobody would go unseen.",
    ),
    message={
        "workbook": Words(
            'berkas {file} tidak ada; "{nearest}" masih berupa buku kerja',
            'there is no {file}; "{nearest}" is still a workbook',
        ),
        "near": Words(
            'berkas {file} tidak ada; barangkali yang dimaksud "{nearest}"',
            'there is no {file}; perhaps "{nearest}" is meant',
        ),
        "absent": Words("berkas {file} tidak ada", "there is no {file}"),
    },
    fix={
        "workbook": Words(
            'Buka "{nearest}" di Excel, pilih Simpan Sebagai > CSV UTF-8, beri nama {file}.',
            'Open "{nearest}" in Excel, choose Save As > CSV UTF-8 and name it {file}.',
        ),
        "near": Words(
            'Ubah nama "{nearest}" menjadi {file} bila memang itu berkasnya.',
            'Rename "{nearest}" to {file} if that is the file.',
        ),
        "absent": Words(
            "Letakkan {file} di folder ini; daftar anggota boleh juga berupa beberapa "
            "anggota-*.csv.",
            "Put {file} into this folder; the members may also stand in several anggota-*.csv.",
        ),
    },
    basis=FORMAT,
    passes=(Example(),),
    fails=(
        Example(files={"kecamatan.csv": None}, at=(("kecamatan.csv", None),)),
        Example(
            files={"anggota.csv": None, "angota.csv": b"nama,badan,jabatan,kode_wilayah\n"},
            at=(("anggota.csv", None),),
        ),
        Example(files={"desa.csv": None, "desa.xlsx": b"PK\x03\x04"}, at=(("desa.csv", None),)),
    ),
)
