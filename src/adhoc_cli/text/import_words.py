"""The help of `adhoc import`; what it says about rows stands in `intake.import_words`."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

HELP: Mapping[str, Words] = {
    "command import": Words(
        """Masukkan berkas yang ada (XLSX, XLS, ODS, CSV) ke folder daftar.

Judul kolom dikenali, sel dirapikan, nama wilayah dicarikan kodenya; semuanya dilaporkan. Baris \
yang tidak terbaca masuk ke berkas .ditolak.csv dengan alasannya. Kode keluar 1 bila ada baris \
yang ditolak atau lembar yang tidak dibaca. Sumber tidak pernah diubah. XLSX, XLS, dan ODS \
memerlukan tambahan: pipx install 'adhoc-cli[excel]'.

\b
Contoh:
  adhoc import "PPS final.xlsx" --as anggota --name anggota-pps -o temanggung --dry-run
  adhoc import rekap.csv --as anggota --map "NAMA SESUAI KTP=nama" --set badan=PPS
  adhoc import susulan.csv --as anggota --append""",
        """Bring the files you have (XLSX, XLS, ODS, CSV) into a roster folder.

Headers are recognised, cells are tidied, codes are found by the names of places; all of it is \
told. A row that cannot be read goes to a file .ditolak.csv with the reason. Exit code 1 when a \
row is rejected or a sheet is not read. A source is never changed. XLSX, XLS and ODS need an \
extra: pipx install 'adhoc-cli[excel]'.

\b
Examples:
  adhoc import "PPS final.xlsx" --as anggota --name anggota-pps -o temanggung --dry-run
  adhoc import rekap.csv --as anggota --map "NAMA SESUAI KTP=nama" --set badan=PPS
  adhoc import susulan.csv --as anggota --append""",
    ),
    "argument.sources": Words("Berkas yang dimasukkan.", "Files to bring in."),
    "option.as": Words("Isi berkas itu.", "What the files hold."),
    "option.import_into": Words(
        "Folder daftar yang ditulisi; tanpa ini folder saat ini.",
        "Roster folder to write to; else the current one.",
    ),
    "option.name": Words(
        "Nama berkas yang ditulis, misalnya anggota-pps; tanpa ini menurut --as.",
        "Name of the file to write, such as anggota-pps; else by --as.",
    ),
    "option.sheets": Words(
        "Hanya lembar ini; tanpa ini semua yang terlihat. Boleh diulang.",
        "Only this sheet; else all visible ones. May be repeated.",
    ),
    "option.append": Words(
        "Tambahkan ke berkas yang sudah ada.", "Add to the file that is there already."
    ),
    "option.replace": Words(
        "Ganti berkas yang sudah ada.", "Write in place of the file that is there already."
    ),
    "option.dry_run": Words(
        "Laporkan saja; tidak ada yang ditulis.", "Only tell; nothing is written."
    ),
    "option.map": Words(
        "Baca judul kolom ini sebagai kolom itu; JUDUL=- tidak membacanya. Boleh diulang.",
        "Read this header as that column; HEADER=- leaves it out. May be repeated.",
    ),
    "option.set": Words(
        "Nilai kolom ini bila selnya kosong. Boleh diulang.",
        "Value of this column where its cells are empty. May be repeated.",
    ),
    "option.import_size": Words(
        "Ukuran terbesar sebuah sumber; bawaan 128M.",
        "Greatest size of a source; 128M unless told.",
    ),
    "option.max_unpacked": Words(
        "Ukuran terbesar isi sebuah buku kerja; bawaan 256M.",
        "Greatest size of what a workbook holds; 256M unless told.",
    ),
    "option.max_cell": Words(
        "Huruf terbanyak dalam satu sel; bawaan 32767.",
        "Most characters in a cell; 32767 unless told.",
    ),
    "option.max_columns": Words(
        "Kolom terbanyak dalam satu lembar; bawaan 1000.",
        "Most columns in a sheet; 1000 unless told.",
    ),
    "option.max_rows": Words(
        "Baris terbanyak dalam satu lembar; bawaan 500000.",
        "Most rows in a sheet; 500000 unless told.",
    ),
    "usage.pair": Words(
        "Nilai {name} bukan pasangan dengan tanda =: {value}.",
        "The value of {name} is no pair with a = in it: {value}.",
    ),
    "import.written": Words(
        "{file} sudah ditulis; hanya laporannya yang hilang.",
        "{file} is written; only the report of it is lost.",
    ),
    "import.save": Words(
        "Agar --map tidak perlu diulang, simpan di {file}:\n{lines}",
        "To not need --map again, save this in {file}:\n{lines}",
    ),
}
