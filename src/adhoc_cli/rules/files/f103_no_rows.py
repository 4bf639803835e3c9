"""F103: a file in which nothing stands."""

from __future__ import annotations

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

RULE = Rule(
    code="F103",
    name="no-rows",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(
        FileFaultKind.NO_ROWS, lambda params: "empty" if params["empty"] else "header", whole=True
    ),
    title=Words("Berkas tanpa baris", "File without rows"),
    why=Words(
        "Daftar yang kosong tidak dapat dibedakan dari daftar yang gagal disimpan; semua kursi "
        "akan tampak kosong.",
        "An empty list cannot be told from one that was not saved; every seat would look vacant.",
    ),
    message={
        "empty": Words("{file} kosong", "{file} is empty"),
        "header": Words(
            "{file} hanya berisi judul kolom, tanpa satu baris pun",
            "{file} has a header and not a single row",
        ),
    },
    fix=Words(
        "Isi berkasnya (adhoc import), atau hapus bila memang tidak dipakai (tps.csv, bimtek.csv, "
        "pemangku.csv).",
        "Fill the file (adhoc import), or delete it where it is not used (tps.csv, bimtek.csv, "
        "pemangku.csv).",
    ),
    basis=FORMAT,
    passes=(Example(),),
    fails=(
        Example(files={"kecamatan.csv": b""}, at=(("kecamatan.csv", 1),)),
        Example(files={"kecamatan.csv": b"kode,nama\n"}, at=(("kecamatan.csv", 1),)),
        Example(files={"bimtek.csv": b"kegiatan,tanggal,nik\n,,\n"}, at=(("bimtek.csv", 1),)),
    ),
)
