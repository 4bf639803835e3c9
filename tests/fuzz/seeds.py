"""The first inputs of every target, by hand: what offices write, and what is hostile about it.

usage: python -m tests.fuzz.seeds     writes those that are missing into tests/fuzz/corpus

All people are invented. The other files of the corpus were found by coverage (docs/fuzzing.md).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.fuzz.package import zipped
from tests.fuzz.rosters import KINDS
from tests.fuzz.targets import CORPUS

SAMPLE = Path("data/temanggung")
_HEAD = b"nama,badan,jabatan,kode_wilayah,nik,telepon,alamat\n"
_ROW = b"Siti Aminah,PPK,ketua,33.23.01,3323014605860001,081234567890,Dusun Krajan\n"

# Files of members.
MEMBERS: Mapping[str, bytes] = {
    "plain": _HEAD + _ROW,
    "semicolon": (_HEAD + _ROW).replace(b",", b";"),
    "tab-crlf": (_HEAD + _ROW).replace(b",", b"\t").replace(b"\n", b"\r\n"),
    "bom": b"\xef\xbb\xbf" + _HEAD + _ROW,
    "old-mac": (_HEAD + _ROW).replace(b"\n", b"\r"),
    "quoted-break": _HEAD + _ROW.replace(b"Dusun Krajan", b'"Dusun ""Krajan"",\nRT 01"') + _ROW,
    "unclosed": _HEAD + _ROW.replace(b"Siti", b'"Siti') + _ROW,
    "bare-quote": _HEAD + _ROW.replace(b"Siti", b'Si"ti') + _ROW,
    "text-behind-quote": _HEAD + _ROW.replace(b"Siti Aminah", b'"Siti" Aminah') + _ROW,
    "nul": _HEAD + _ROW.replace(b"Siti", b"Si\0ti") + _ROW,
    "lone-return": _HEAD + _ROW.replace(b"Siti", b"Si\rti") + _ROW,
    "cp1252": _HEAD + _ROW.replace(b"Siti", b"Ren\xe9"),
    "mixed-encoding": _HEAD + _ROW.replace(b"Siti", "René".encode()) + b"Ren\xe9,PPK\n",
    "surrogate": _HEAD + _ROW.replace(b"Siti", b"\xed\xa0\x80"),
    "utf-16": b"\xff\xfe" + (_HEAD + _ROW).decode().encode("utf-16-le"),
    "utf-16-be": (_HEAD + _ROW).decode().encode("utf-16-be"),
    "short-row": _HEAD + _ROW.replace(b",PPK", b"") + _ROW,
    "long-row": _HEAD + _ROW.replace(b"PPK", b"PPK,") + _ROW,
    "header-twice": _HEAD + _ROW + _HEAD + _ROW,
    "header-sorted": _ROW + _HEAD + _ROW,
    "header-only": _HEAD,
    "titles": b"DAFTAR NAMA ANGGOTA PPK,,,,,,\nKABUPATEN TEMANGGUNG,,,,,,\n,,,,,,\n" + _HEAD + _ROW,
    "two-in-one": b"nama,jabatan,kode\nSiti,Ketua PPK,332301\nBudi,Anggota PPS,3323012001\n",
    "by-name": (
        b"No,Nama Lengkap,Jabatan,Desa,Kecamatan,NIK\n"
        b"1,Siti,Ketua PPS,Wonosari,Bulu,'3323014605860001\n2,Budi,Anggota PPS,Tuksari,,-\n"
    ),
    "grouped": (
        b"NO;NAMA;JABATAN;NO HP;TTL\nKECAMATAN BULU;;;;\nDESA WONOSARI;;;;\n"
        b"1;Siti;Ketua PPS;81234567890;Temanggung, 16 Mei 1990\nJUMLAH;1;;;\n"
    ),
    "two-headers": b"NAMA,TTL,,JABATAN,KODE\n,TEMPAT,TANGGAL,,\n(1),(2),(3),(4),(5)\na,b,c,d,e\n",
    "damaged": _HEAD + _ROW.replace(b"3323014605860001", b'"3,32301E+15"'),
    "decimal": _HEAD + _ROW.replace(b"3323014605860001", b"3323014605860001.0"),
    "full-width": _HEAD + _ROW.replace(b"3323", "３３２３".encode()),
    "formula": _HEAD + _ROW.replace(b"Siti Aminah", b"=1+1") + _ROW.replace(b"Siti", b"'=1+1"),
    "markup": _HEAD + _ROW.replace(b"Siti Aminah", b"[bold]Siti[/x] :smile: <img src=x>"),
    "escape": _HEAD + _ROW.replace(b"Siti", b"\x1b[31mSiti\x07\x08\x0b"),
    "unicode": _HEAD + _ROW.replace(b"Siti", "e\u0301\u200d\u202e\u2028\U0001f600\ufeff".encode()),
    "null-words": _HEAD + _ROW.replace(b"Siti Aminah", b"NA") + _ROW.replace(b"PPK", b"None"),
    "dashes": _HEAD + _ROW.replace(b"081234567890", "–".encode()).replace(b"Dusun Krajan", b"-"),
    "two-phones": _HEAD + _ROW.replace(b"081234567890", b"0812-3456-7890 / +62 857 1234 5678"),
    "html": b"<!DOCTYPE html><title>SIAKBA</title>",
    "zip": b"PK\x03\x04\x14\0\0\0",
    "blank": b"\n\n" + _HEAD + b"\n,,,,,,\n" + _ROW + b'"","",,,,,\n',
}  # fmt: skip
OTHERS: Mapping[str, Mapping[str, bytes]] = {
    "kecamatan": {"two": b"kode,nama\n33.23.01,Bulu\n33.23.17,Kledung\n"},
    "desa": {"kinds": b"kode;nama;jenis\n3323012016;Wonosari;desa\n33.23.17.2013;Tuksari;kel\n"},
    "tps": {"forms": b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2001,TPS 001,400\n3323012001,2,\n"},
    "bimtek": {"days": b"kegiatan,tanggal,nik,hadir\nBimtek,16 Mei 2024,3323014605860001,v\n"},
    "pemangku": {"roles": b"kode_wilayah,peran,nama,telepon\n33.23.01,camat,Heni,0812345678901\n"},
}  # fmt: skip
_MARKS = (
    b"waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    b'2024-05-17T10:13:51+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-17,foto,""\n'
    b'2024-05-18T09:00:00+07:00,Sri,33.23.17,PPK-01,dijadwalkan,2024-05-20,,"rapat, di balai"\n'
    b'2024-05-19T09:00:00+07:00,Sri,33.23.01,ppk-01,dicabut,,,""\n'
)
JOURNALS: Mapping[str, bytes] = {
    "marks": _MARKS,
    "torn": _MARKS[:-20],
    "torn-header": _MARKS[:12],
    "no-break": _MARKS[:-1],
    "conflict": _MARKS + b"<<<<<<< ours\n" + _MARKS[63:160] + b"=======\n>>>>>>> theirs\n",
    "pasted": _MARKS + _MARKS,
    "semicolon-bom": b"\xef\xbb\xbf" + _MARKS.replace(b",", b";").replace(b"\n", b"\r\n"),
    "spreadsheet": _MARKS.replace(b"2024-05-17T10:13:51+07:00", b"17/05/2024 10.13"),
    "fewer-columns": b"kode_wilayah,butir,status\n33.23.01,PPK-01,done\n",
    "empty": b"",
}
CELLS: tuple[str, ...] = (
    "3323014605860001", "3,32301E+15", "33.23.01.2001", "332301", "16 Mei 2024", "Jum'at, 17-5-24",
    "2024-05-16", "081234567890 / +62 857-1234-5678", "TPS 001", "Ketua PPK",
    "Hj. Siti Aminah, S.Pd.", "'=1+1", "laki-laki", "2024-05-16T09:00:00+07:00",
    "20/05/2024 9.30 WIB", "31/02/2024",
)  # fmt: skip
SETTINGS: Mapping[str, bytes] = {
    "0-plain": b'profil = "pilkada-2024"\nbahasa = "en"\nbadan = ["KPPS"]\n[total]\nPPK = 100\n',
    "0-override": (
        b"[ubah.badan.PPS]\nkursi = 5\n"
        b"usia_min = [{nilai = 17}, {sejak = 2024-05-16, nilai = 18}]\n"
    ),
    "0-waiver": (
        b'[[pengecualian]]\nkode = "Q401"\nwilayah = "33.23.01"\nalasan = "x"\n'
        b"sampai = 2024-06-30\n"
    ),
    "0-rules": (
        b'[aturan]\nV205 = "mati"\n[import]\npeta = { "NAMA LENGKAP" = "nama" }\n'
        b'[kop]\nbaris = ["a"]\n'
    ),
    "0-misspelt": b"profl = 1\n",
    "0-broken": b'[total\nPPK = """\n\n',
    "0-cp1252": b'bahasa = "\xe9"\n',
    "0-deep": b"a = " + b"[" * 300 + b"]" * 300,
    "2-part": b'nama = "x"\n[badan.PPK]\nunit = "kecamatan"\nkursi = 5\njabatan = { ketua = 1 }\n',
    "3-behind": b"\n[badan.PPX]\nkursi = { min = 3, maks = 2 }\n",
}  # fmt: skip
_SHEET = b'<row><c r="A1" t="s"><v>0</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'
_BOOK = {
    "xl/workbook.xml": b'<workbook><sheet name="A" sheetId="1" r:id="rId1"/></workbook>',
    "xl/_rels/workbook.xml.rels": b'<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>',
    "xl/worksheets/sheet1.xml": _SHEET,
}  # fmt: skip
_ODS = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": (
        b'<a xmlns:table="t" xmlns:o="o"><table:table>'
        b'<table:table-row table:number-rows-repeated="2">'
        b'<table:table-cell o:value-type="string"/></table:table-row></table:table></a>'
    ),
}
PACKAGES: Mapping[str, bytes] = {
    "xlsx": zipped(_BOOK),
    "stored": zipped(_BOOK, zipfile.ZIP_STORED),
    "ods": zipped(_ODS),
    "bomb": zipped({**_BOOK, "xl/media/x": bytes(3 << 20)}),
    "far-cell": zipped({**_BOOK, "xl/worksheets/sheet1.xml": b'<c r="XFD1048576"><v>1</v></c>'}),
    "xlsb": zipped({"xl/workbook.bin": b""}),
    "cut-short": zipped(_BOOK)[:-30],
}


def main() -> None:
    """Write the seeds that are missing."""
    for target, inputs in {
        "reader": _files(),
        "journal": JOURNALS.items(),
        "cells": _cells(),
        "settings": ((name, bytes([int(name[0])]) + text) for name, text in SETTINGS.items()),
        "package": ((name, b"\1" + content) for name, content in PACKAGES.items()),
        "sheets": _choices(),
    }.items():
        folder = CORPUS / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in inputs:
            (folder / f"seed-{name}").write_bytes(content)


def _files() -> Iterator[tuple[str, bytes]]:
    """A file of a roster behind the byte that says which."""
    for name, content in MEMBERS.items():
        yield f"anggota-{name}", bytes([KINDS.index("anggota")]) + content
    for kind, contents in OTHERS.items():
        for name, content in contents.items():
            yield f"{kind}-{name}", bytes([KINDS.index(kind)]) + content
    for kind in ("anggota-ppk", "anggota-sekretariat", "bimtek", "desa", "pemangku"):
        lines = (SAMPLE / f"{kind}.csv").read_bytes().split(b"\n")[:4]
        at = KINDS.index(kind.partition("-")[0])
        yield f"sample-{kind}", bytes([at]) + b"\n".join([*lines, b""])


def _cells() -> Iterator[tuple[str, bytes]]:
    """Each text once; the target tries it as every type in turn while it runs."""
    for at, text in enumerate(CELLS):
        yield f"{at:02}", bytes([at]) + text.encode()


def _choices() -> Iterator[tuple[str, bytes]]:
    """Sheets of a few rows, one for each kind of file."""
    for at, kind in enumerate(KINDS):
        width, rows = 5, 3
        head = bytes([at, 0, 0, 0, 0, 0, 0, width - 1, rows, 1])
        yield kind, head + bytes(range(width)) + bytes(range(rows * width * 2)) + bytes(8)


if __name__ == "__main__":
    main()
