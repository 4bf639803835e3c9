"""F101: a file without which nothing can be counted."""

from adhoc_cli.models.rows import REQUIRED
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Found, Params, Roster
from adhoc_cli.tables.faults import FileFaultKind

_WORKBOOKS = (".xlsx", ".xls", ".ods")


def _variant(params: Params) -> str:
    nearest = params["nearest"].lower()
    if nearest.endswith(_WORKBOOKS):
        return "workbook"
    return "near" if nearest else "absent"


_faults = file_faults(FileFaultKind.FILE_MISSING, _variant)


def check(roster: Roster) -> Found:
    """The required files that the folder lacks."""
    return _faults(roster)._replace(checked=len(REQUIRED))


TEXTS = """
title.id = Berkas tidak ada
title.en = Missing file
why.id = Kuota dihitung dari daftar kecamatan dan desa, lalu dicocokkan dengan daftar anggota. Tanpa
  salah satunya, desa yang kosong sama sekali pun tidak akan tampak.
why.en = Seats are counted from the lists of kecamatan and desa and compared with the list of
  members. Without one of them even a desa with nobody would go unseen.
message.workbook.id = berkas {file} tidak ada; "{nearest}" masih berupa berkas Excel
message.workbook.en = there is no {file}; "{nearest}" is still a workbook
message.near.id = berkas {file} tidak ada; mungkin yang dimaksud "{nearest}"
message.near.en = there is no {file}; perhaps "{nearest}" is meant
message.absent.id = berkas {file} tidak ada
message.absent.en = there is no {file}
fix.workbook.id = Buka "{nearest}" di Excel, pilih Simpan Sebagai > CSV UTF-8, beri nama {file}.
fix.workbook.en = Open "{nearest}" in Excel, choose Save As > CSV UTF-8 and name it {file}.
fix.near.id = Ubah nama "{nearest}" menjadi {file} bila memang itu berkasnya.
fix.near.en = Rename "{nearest}" to {file} if that is the file.
fix.absent.id = Letakkan {file} di folder ini; daftar anggota boleh juga berupa beberapa
  anggota-*.csv.
fix.absent.en = Put {file} into this folder; the members may also stand in several anggota-*.csv.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(example(),),
    fails=(
        example(files={"kecamatan.csv": None}, at="kecamatan.csv"),
        example(
            files={"anggota.csv": None, "angota.csv": b"nama,badan,jabatan,kode_wilayah\n"},
            at="anggota.csv",
        ),
        example(files={"desa.csv": None, "desa.xlsx": b"PK\x03\x04"}, at="desa.csv"),
    ),
)
