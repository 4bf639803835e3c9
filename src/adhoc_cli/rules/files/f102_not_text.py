"""F102: bytes that are no text: another kind of file, or another encoding."""

from __future__ import annotations

from adhoc_cli.rules.api import FORMAT, Rule, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Params
from adhoc_cli.tables.faults import FileFaultKind

_ARCHIVES = frozenset({"zip", "gzip", "bzip2", "xz", "zstd", "7z"})
_IN_A_ROW = frozenset({"nul", "surrogate", "byte"})


def _variant(params: Params) -> str:
    found = str(params["found"])
    if found in _IN_A_ROW and params["unreadable"]:
        return "header"
    return "archive" if found in _ARCHIVES else found


TEXTS = """
title.id = Bukan teks CSV UTF-8
title.en = Not CSV text in UTF-8
why.id = Buku kerja Excel, arsip, atau halaman web yang diberi nama .csv bukan daftar yang dapat
  dibaca. Karakter yang tersimpan dengan pengodean lain dapat mengubah nama orang tanpa terlihat,
  jadi barisnya tidak ditebak.
why.en = A workbook, an archive or a web page named .csv is no list that can be read. Bytes that are
  not UTF-8 may change a person's name unseen, so the row is not guessed at.
message.xlsx.id = {file} adalah buku kerja Excel (XLSX) yang diberi nama .csv
message.xlsx.en = {file} is an Excel workbook (XLSX) named .csv
message.xls.id = {file} adalah buku kerja Excel lama (XLS) yang diberi nama .csv
message.xls.en = {file} is an old Excel workbook (XLS) named .csv
message.html.id = {file} adalah halaman web (HTML), misalnya halaman masuk yang ikut tersimpan
message.html.en = {file} is a web page (HTML), such as a saved login page
message.archive.id = {file} adalah arsip ({found}); berkas terkompresi tidak dibaca
message.archive.en = {file} is an archive ({found}); compressed files are not read
message.pdf.id = {file} adalah dokumen PDF
message.pdf.en = {file} is a PDF document
message.utf-16.id = {file} memakai pengodean UTF-16, bukan UTF-8
message.utf-16.en = {file} is in UTF-16, not in UTF-8
message.binary.id = {file} bukan berkas teks
message.binary.en = {file} is not a text file
message.no-file.id = {file} bukan berkas biasa
message.no-file.en = {file} is not a regular file
message.unopened.id = {file} tidak dapat dibuka ({reason})
message.unopened.en = {file} cannot be opened ({reason})
message.header.id = ada karakter rusak di baris judul (posisi {offset}); {file} tidak dibaca
message.header.en = the header row holds a byte that is no text (offset {offset}); {file} is not
  read
message.nul.id = ada karakter kosong yang rusak (posisi {offset}); baris ini tidak dihitung
message.nul.en = a NUL byte (offset {offset}); the row was not counted
message.surrogate.id = ada setengah karakter yang rusak ({byte}, posisi {offset}); baris ini tidak
  dihitung
message.surrogate.en = a UTF-8 surrogate ({byte} at offset {offset}), which is no character; the row
  was not counted
message.byte.id = ada karakter yang bukan UTF-8 ({byte}, posisi {offset}); baris ini tidak dihitung
message.byte.en = the byte {byte} at offset {offset} is not UTF-8; the row was not counted
fix.xlsx|xls|utf-16.id = Buka di Excel, pilih Simpan Sebagai > CSV UTF-8, lalu ganti berkas ini
  dengan hasilnya.
fix.xlsx|xls|utf-16.en = Open it in Excel, choose Save As > CSV UTF-8 and put the result in its
  place.
fix.html|pdf|binary.id = Unduh atau ekspor ulang datanya sebagai CSV dari sumbernya.
fix.html|pdf|binary.en = Download or export the data again as CSV from where it comes.
fix.archive.id = Buka arsipnya dan letakkan berkas CSV di dalamnya pada folder ini.
fix.archive.en = Unpack the archive and put the CSV file inside it into this folder.
fix.no-file.id = Ganti dengan berkas CSV biasa.
fix.no-file.en = Put a regular CSV file in its place.
fix.unopened.id = Tutup berkasnya di program lain dan periksa izin membacanya.
fix.unopened.en = Close the file in other programs and check the permission to read it.
fix.header.id = Buka berkasnya di Excel, ketik ulang baris judulnya, lalu Simpan Sebagai > CSV
  UTF-8.
fix.header.en = Open the file in Excel, type its header row again, then Save As > CSV UTF-8.
fix.nul|surrogate|byte.id = Buka berkasnya di Excel, ketik ulang sel yang rusak di baris ini, lalu
  Simpan Sebagai > CSV UTF-8.
fix.nul|surrogate|byte.en = Open the file in Excel, type the damaged cell of this row again, then
  Save As > CSV UTF-8.
"""

RULE = Rule(
    code="F102",
    name="not-text",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(FileFaultKind.NOT_TEXT, _variant),
    texts=TEXTS,
    basis=FORMAT,
    tells_apart=("found",),
    passes=(
        example(),
        example(files={"kecamatan.csv": b"\xef\xbb\xbfkode,nama\n33.23.01,Bulu\n"}),
        example("2 nama=Nur ’Aini Šolihah"),
    ),
    fails=(
        example(files={"kecamatan.csv": b"PK\x03\x04\x14\0\x06\0"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"%PDF-1.7\n"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"\x01\0\0\0\x02\0\0\0"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"<html><body></body></html>"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"\x1f\x8b\x08\0\0\0\0\0"}, at="kecamatan:1"),
        example(
            files={"kecamatan.csv": "kode,nama\n33.23.01,Bulu\n".encode("utf-16")}, at="kecamatan:1"
        ),
        example(
            files={"kecamatan.csv": b"kode,nama,luas \xb2\n33.23.01,Bulu,43\n"}, at="kecamatan:1"
        ),
        example(replace={"anggota": (b"Wagiman", b"Wag\0iman")}, at="2"),
        example(replace={"anggota": (b"Wagiman", b"W\xe9giman")}, at="2"),
        example(replace={"anggota": (b"Wagiman", b"Wag\xed\xa0\x80n")}, at="2"),
    ),
)
