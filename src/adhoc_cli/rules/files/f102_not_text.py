"""F102: bytes that are no text: another kind of file, or another encoding."""

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

_ARCHIVES = frozenset({"zip", "gzip", "bzip2", "xz", "zstd", "7z"})
_IN_A_ROW = frozenset({"nul", "surrogate", "byte"})


def _variant(params: Mapping[str, Any]) -> str:
    found = str(params["found"])
    if found in _IN_A_ROW and params["unreadable"]:
        return "header"
    return "archive" if found in _ARCHIVES else found


_SAVE_AS = Words(
    "Buka di Excel, pilih Simpan Sebagai > CSV UTF-8, lalu ganti berkas ini dengan hasilnya.",
    "Open it in Excel, choose Save As > CSV UTF-8 and put the result in its place.",
)
_UNPACK = Words(
    "Buka arsipnya dan letakkan berkas CSV di dalamnya pada folder ini.",
    "Unpack the archive and put the CSV file inside it into this folder.",
)
_EXPORT_AGAIN = Words(
    "Unduh atau ekspor ulang datanya sebagai CSV dari sumbernya.",
    "Download or export the data again as CSV from where it comes.",
)
_RETYPE = Words(
    "Buka berkasnya di Excel, ketik ulang sel yang rusak di baris ini, lalu Simpan Sebagai > CSV "
    "UTF-8.",
    "Open the file in Excel, type the damaged cell of this row again, then Save As > CSV UTF-8.",
)
_OPEN = Words(
    "Tutup berkasnya di program lain dan periksa izin membacanya.",
    "Close the file in other programs and check the permission to read it.",
)

RULE = Rule(
    code="F102",
    name="not-text",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(FileFaultKind.NOT_TEXT, _variant),
    title=Words("Bukan teks CSV UTF-8", "Not CSV text in UTF-8"),
    why=Words(
        "Buku kerja Excel, arsip, atau halaman web yang diberi nama .csv bukan daftar yang dapat "
        "dibaca. Bita yang bukan UTF-8 dapat mengubah nama orang tanpa terlihat, jadi barisnya "
        "tidak ditebak.",
        "A workbook, an archive or a web page named .csv is no list that can be read. Bytes that "
        "are not UTF-8 may change a person's name unseen, so the row is not guessed at.",
    ),
    message={
        "xlsx": Words(
            "{file} adalah buku kerja Excel (XLSX) yang diberi nama .csv",
            "{file} is an Excel workbook (XLSX) named .csv",
        ),
        "xls": Words(
            "{file} adalah buku kerja Excel lama (XLS) yang diberi nama .csv",
            "{file} is an old Excel workbook (XLS) named .csv",
        ),
        "html": Words(
            "{file} adalah halaman web (HTML), misalnya halaman masuk yang ikut tersimpan",
            "{file} is a web page (HTML), such as a saved login page",
        ),
        "archive": Words(
            "{file} adalah arsip ({found}); berkas terkompresi tidak dibaca",
            "{file} is an archive ({found}); compressed files are not read",
        ),
        "pdf": Words("{file} adalah dokumen PDF", "{file} is a PDF document"),
        "utf-16": Words(
            "{file} memakai pengodean UTF-16, bukan UTF-8", "{file} is in UTF-16, not in UTF-8"
        ),
        "binary": Words("{file} bukan berkas teks", "{file} is not a text file"),
        "no-file": Words("{file} bukan berkas biasa", "{file} is not a regular file"),
        "unopened": Words(
            "{file} tidak dapat dibuka ({reason})", "{file} cannot be opened ({reason})"
        ),
        "header": Words(
            "baris judul berisi bita yang bukan teks (offset {offset}); {file} tidak dibaca",
            "the header row holds a byte that is no text (offset {offset}); {file} is not read",
        ),
        "nul": Words(
            "ada bita NUL (offset {offset}); baris ini tidak dihitung",
            "a NUL byte (offset {offset}); the row was not counted",
        ),
        "surrogate": Words(
            "ada surrogate UTF-8 ({byte} pada offset {offset}), bukan karakter; baris ini tidak "
            "dihitung",
            "a UTF-8 surrogate ({byte} at offset {offset}), which is no character; the row was "
            "not counted",
        ),
        "byte": Words(
            "bita {byte} pada offset {offset} bukan UTF-8; baris ini tidak dihitung",
            "the byte {byte} at offset {offset} is not UTF-8; the row was not counted",
        ),
    },
    fix={
        "xlsx": _SAVE_AS,
        "xls": _SAVE_AS,
        "html": _EXPORT_AGAIN,
        "archive": _UNPACK,
        "pdf": _EXPORT_AGAIN,
        "utf-16": _SAVE_AS,
        "binary": _EXPORT_AGAIN,
        "no-file": Words("Ganti dengan berkas CSV biasa.", "Put a regular CSV file in its place."),
        "unopened": _OPEN,
        "header": Words(
            "Buka berkasnya di Excel, ketik ulang baris judulnya, lalu Simpan Sebagai > CSV UTF-8.",
            "Open the file in Excel, type its header row again, then Save As > CSV UTF-8.",
        ),
        "nul": _RETYPE,
        "surrogate": _RETYPE,
        "byte": _RETYPE,
    },
    basis=FORMAT,
    tells_apart=("found",),
    passes=(
        Example(),
        Example(files={"kecamatan.csv": b"\xef\xbb\xbfkode,nama\n33.23.01,Bulu\n"}),
        Example(change={"anggota:2": {"nama": "Nur ’Aini Šolihah"}}),
    ),
    fails=(
        Example(files={"kecamatan.csv": b"PK\x03\x04\x14\0\x06\0"}, at=(("kecamatan.csv", 1),)),
        Example(
            files={"kecamatan.csv": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(files={"kecamatan.csv": b"%PDF-1.7\n"}, at=(("kecamatan.csv", 1),)),
        Example(files={"kecamatan.csv": b"\x01\0\0\0\x02\0\0\0"}, at=(("kecamatan.csv", 1),)),
        Example(files={"kecamatan.csv": b"<html><body></body></html>"}, at=(("kecamatan.csv", 1),)),
        Example(files={"kecamatan.csv": b"\x1f\x8b\x08\0\0\0\0\0"}, at=(("kecamatan.csv", 1),)),
        Example(
            files={"kecamatan.csv": "kode,nama\n33.23.01,Bulu\n".encode("utf-16")},
            at=(("kecamatan.csv", 1),),
        ),
        Example(
            files={"kecamatan.csv": b"kode,nama,luas \xb2\n33.23.01,Bulu,43\n"},
            at=(("kecamatan.csv", 1),),
        ),
        Example(replace={"anggota": (b"Wagiman", b"Wag\0iman")}, at=(("anggota.csv", 2),)),
        Example(replace={"anggota": (b"Wagiman", b"W\xe9giman")}, at=(("anggota.csv", 2),)),
        Example(replace={"anggota": (b"Wagiman", b"Wag\xed\xa0\x80n")}, at=(("anggota.csv", 2),)),
    ),
)
