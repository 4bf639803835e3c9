"""F103: a file in which nothing stands."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(
    FileFaultKind.NO_ROWS, lambda params: "empty" if params["empty"] else "header", whole=True
)

TEXTS = """
title.id = Berkas tanpa baris
title.en = File without rows
why.id = Daftar yang kosong tidak dapat dibedakan dari daftar yang gagal disimpan; semua wilayah
  akan tampak tanpa anggota.
why.en = An empty list cannot be told from one that was not saved; every seat would look vacant.
message.empty.id = {file} kosong
message.empty.en = {file} is empty
message.header.id = {file} hanya berisi judul kolom, tanpa satu baris pun
message.header.en = {file} has a header and not a single row
fix.id = Isi berkasnya (adhoc import), atau hapus bila memang tidak dipakai (tps.csv, bimtek.csv,
  pemangku.csv).
fix.en = Fill the file (adhoc import), or delete it where it is not used (tps.csv, bimtek.csv,
  pemangku.csv).
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(example(),),
    fails=(
        example(files={"kecamatan.csv": b""}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"kode,nama\n"}, at="kecamatan:1"),
        example(files={"bimtek.csv": b"kegiatan,tanggal,nik\n,,\n"}, at="bimtek:1"),
    ),
)
