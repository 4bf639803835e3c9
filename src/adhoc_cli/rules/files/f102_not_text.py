"""F102: bytes that are no text: another kind of file, or another encoding."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
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


check = file_faults(FileFaultKind.NOT_TEXT, _variant)

TEXTS = """
title.id = Bukan CSV UTF-8
title.en = Not CSV UTF-8
why.id = Buku kerja Excel, arsip, atau halaman web yang diberi nama .csv bukan daftar yang dapat
  dibaca. Huruf yang tersimpan dengan cara lain dapat mengubah nama orang tanpa terlihat, jadi
  barisnya tidak ditebak.
why.en = A workbook, an archive or a web page named .csv is no list that can be read. Letters
  that are stored in another way may change a person's name unseen, so the row is not guessed at.
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
message.utf-16.id = {file} tersimpan sebagai Teks Unicode, bukan CSV UTF-8⟦ (UTF-16)⟧
message.utf-16.en = {file} is saved as Unicode text, not as CSV UTF-8⟦ (UTF-16)⟧
message.binary.id = {file} bukan berkas teks
message.binary.en = {file} is not a text file
message.no-file.id = {file} bukan berkas biasa
message.no-file.en = {file} is not a regular file
message.unopened.id = {file} tidak dapat dibuka ({reason})
message.unopened.en = {file} cannot be opened ({reason})
message.header.id = ada karakter rusak di baris judul; {file} tidak dibaca⟦ (posisi {offset})⟧
message.header.en = the header row holds a damaged character; {file} is not read⟦ (offset {offset})⟧
message.nul.id = ada karakter kosong yang rusak; baris ini tidak dihitung⟦ (NUL, posisi
  {offset})⟧
message.nul.en = a damaged, empty character; the row was not counted⟦ (a NUL byte at offset
  {offset})⟧
message.surrogate.id = ada karakter yang rusak; baris ini tidak dihitung⟦ (surrogate {byte}, posisi
  {offset})⟧
message.surrogate.en = a damaged character; the row was not counted⟦ (a surrogate, {byte} at offset
  {offset})⟧
message.byte.id = ada huruf yang tidak terbaca; baris ini tidak dihitung⟦ ({byte}, posisi {offset},
  bukan UTF-8)⟧
message.byte.en = a letter that cannot be read; the row was not counted⟦ (the byte {byte} at offset
  {offset} is not UTF-8)⟧
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

FACTS = Facts(
    severity=Severity.ERROR,
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
