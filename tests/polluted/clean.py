"""The clean roster that is polluted: seven files of invented people, every cell known.

What a column takes is written down here once more, by hand: the truth must not come from the code
that is on trial.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

AS_OF = date(2024, 11, 20)
Row = Mapping[str, str]


class Type(StrEnum):
    """What a column takes."""

    NAME = "name"
    PLACE = "place"  # the name of a place
    TEXT = "text"
    WORD = "word"
    CODE = "code"
    NIK = "nik"
    PHONE = "phone"
    DATE = "date"
    BIRTH = "birth"
    NUMBER = "number"
    TPS = "tps"


FREE = frozenset({Type.NAME, Type.PLACE, Type.TEXT})
DIGITS = frozenset({Type.CODE, Type.NIK, Type.PHONE, Type.NUMBER, Type.TPS})
DATES = frozenset({Type.DATE, Type.BIRTH})

COLUMNS: Mapping[str, Mapping[str, Type]] = {
    "kecamatan": {"kode": Type.CODE, "nama": Type.PLACE},
    "desa": {
        "kode": Type.CODE,
        "nama": Type.PLACE,
        "jenis": Type.WORD,
        "kode_kecamatan": Type.CODE,
    },
    "tps": {"kode_desa": Type.CODE, "nomor": Type.TPS, "jumlah_pemilih": Type.NUMBER},
    "anggota": {
        "nama": Type.NAME,
        "badan": Type.WORD,
        "jabatan": Type.WORD,
        "kode_wilayah": Type.CODE,
        "kecamatan": Type.PLACE,
        "desa": Type.PLACE,
        "nik": Type.NIK,
        "jenis_kelamin": Type.WORD,
        "tanggal_lahir": Type.BIRTH,
        "divisi": Type.TEXT,
        "tps": Type.TPS,
        "status": Type.WORD,
        "peringkat": Type.NUMBER,
        "tanggal_mulai": Type.DATE,
        "tanggal_selesai": Type.DATE,
        "alasan": Type.TEXT,
        "nomor_sk": Type.TEXT,
        "telepon": Type.PHONE,
        "alamat": Type.TEXT,
        "pendidikan": Type.TEXT,
        "keterangan": Type.TEXT,
    },
    "bimtek": {
        "kegiatan": Type.TEXT,
        "tanggal": Type.DATE,
        "nik": Type.NIK,
        "nama": Type.NAME,
        "badan": Type.WORD,
        "kode_wilayah": Type.CODE,
        "hadir": Type.WORD,
    },
    "pemangku": {
        "kode_wilayah": Type.CODE,
        "peran": Type.WORD,
        "nama": Type.NAME,
        "telepon": Type.PHONE,
    },
}
REQUIRED: Mapping[str, frozenset[str]] = {
    "kecamatan": frozenset({"kode", "nama"}),
    "desa": frozenset({"kode", "nama"}),
    "tps": frozenset({"kode_desa", "nomor"}),
    "anggota": frozenset({"nama", "badan", "jabatan", "kode_wilayah"}),
    "bimtek": frozenset({"kegiatan", "tanggal"}),
    "pemangku": frozenset({"kode_wilayah", "peran", "nama"}),
}
# Other headers that offices write, one or two for a column; `domain` words, not the model's list.
SYNONYMS: Mapping[str, Sequence[str]] = {
    "nama": ("NAMA",),
    "badan": ("Lembaga", "BADAN"),
    "jabatan": ("Kedudukan", "Jabatan "),
    "kode_wilayah": ("KODE WILAYAH", "Wilayah Kerja"),
    "nik": ("No. KTP", "NIK"),
    "jenis_kelamin": ("L/P", "JK"),
    "tanggal_lahir": ("Tgl. Lahir", "TANGGAL LAHIR"),
    "divisi": ("Divisi", "DIVISION"),
    "tps": ("No. TPS", "TPS"),
    "status": ("STATUS", "Status Keanggotaan"),
    "peringkat": ("Ranking", "PERINGKAT"),
    "tanggal_mulai": ("TMT", "Tanggal Mulai"),
    "tanggal_selesai": ("Tgl Selesai", "TANGGAL SELESAI"),
    "alasan": ("Alasan Berhenti", "ALASAN"),
    "nomor_sk": ("No. SK", "Nomor SK"),
    "telepon": ("No HP/WA", "Telp."),
    "alamat": ("Alamat KTP", "ALAMAT"),
    "pendidikan": ("Pendidikan Terakhir", "IJAZAH"),
    "keterangan": ("Ket.", "KETERANGAN"),
    "desa": ("Desa/Kel", "DESA"),
    "kecamatan": ("Kec.", "KECAMATAN"),
    "kode": ("KODE", "Kode "),
    "jenis": ("Tipe", "JENIS"),
    "kode_kecamatan": ("Kode Kecamatan", "KODE KEC"),
    "kode_desa": ("Kode Desa/Kelurahan", "KODE DESA"),
    "nomor": ("No. TPS", "NOMOR"),
    "jumlah_pemilih": ("DPT", "Jumlah Pemilih"),
    "kegiatan": ("Nama Kegiatan", "ACARA"),
    "tanggal": ("Hari/Tanggal", "TGL"),
    "hadir": ("Kehadiran", "HADIR"),
    "peran": ("PERAN", "Stakeholder"),
}

_FILES: Mapping[str, str] = {
    "kecamatan": """\
33.23.01,Bulu
33.23.02,Tembarak
33.23.03,Temanggung
33.23.10,Jumo
33.23.20,Gemawang
""",
    "desa": """\
33.23.10.2001,Jumo,desa,33.23.10
33.23.01.2001,Bulu,desa,33.23.01
33.23.01.2002,Tegalurung,desa,33.23.01
33.23.03.1003,Butuh,kelurahan,33.23.03
33.23.02.2002,Menggoro,desa,
33.23.10.2004,Giyono,desa,33.23.10
33.23.20.2004,Ngadisepi,desa,33.23.20
""",
    "tps": """\
33.23.10.2001,1,412
33.23.10.2001,2,390
33.23.01.2001,1,530
33.23.01.2001,2,
33.23.03.1003,1,401
33.23.03.1003,10,355
33.23.02.2002,3,500
""",
    "anggota": """\
Wagiman Pitutur,PPK,ketua,33.23.10,Jumo,,3323101205780007,L,1978-05-12,Teknis Penyelenggaraan,,\
aktif,1,2024-05-16,2025-01-27,,101/PP.04-Kpt/3323/2024,081234500010,Dusun Krajan RT 01/RW 02,SMA,
Sutinah Rahayu,PPK,anggota,33.23.10,Jumo,,3323104603820012,P,1982-03-06,Sosialisasi,,aktif,2,\
2024-05-16,2025-01-27,,101/PP.04-Kpt/3323/2024,081234500029,Dusun Ngadisari RT 03/RW 01,S-1,\
guru honorer
Prayitno,PPS,ketua,33.23.01.2001,Bulu,Bulu,3323010807850003,L,1985-07-08,,,aktif,1,2024-05-26,\
2025-01-27,,102/PP.04-Kpt/3323/2024,081234500037,Dusun Pager RT 02/RW 05,SMA,
Umi Lestari,PPS,anggota,33.23.01.2001,Bulu,Bulu,3323015411900005,P,1990-11-14,,,aktif,2,\
2024-05-26,2025-01-27,,102/PP.04-Kpt/3323/2024,081234500045,Dusun Pager RT 04/RW 05,D-3,
Bagus Santosa,KPPS,anggota,33.23.01.2001,Bulu,Bulu,3323011502911230,L,1991-02-15,\
Ketertiban bilik,2,mengundurkan diri,12,2024-11-07,2024-11-16,pindah domisili,\
201/PP.05-Kpt/3323/2024,081234500053,Dusun Sigit RT 01/RW 03,SMK,surat 15 November
Dewi Anggraini,KPPS,ketua,33.23.10.2001,Jumo,Jumo,3323106009950008,P,1995-09-20,,1,aktif,3,\
2024-11-07,2024-12-08,,201/PP.05-Kpt/3323/2024,081234500061,Dusun Jambon RT 05/RW 01,S-1,
Slamet Riyadi,SEKRETARIAT PPK,sekretaris,33.23.10,Jumo,,3323100104750002,L,1975-04-01,,,aktif,,\
2024-05-22,2025-01-27,,103/PP.04-Kpt/3323/2024,081234500079,Dusun Kauman RT 02/RW 02,S-1,ASN
Endah Wulandari,PPS,anggota,33.23.10.2004,Jumo,Giyono,3323106812920006,P,1992-12-28,,,aktif,4,\
2024-05-26,2025-01-27,,102/PP.04-Kpt/3323/2024,081234500087,Dusun Giyono Lor RT 01/RW 01,SMA,
Joko Purwanto,PPS,anggota,33.23.03.1003,Temanggung,Butuh,3323030510880004,L,1988-10-05,Keuangan,,\
cadangan,6,2024-05-26,2025-01-27,,102/PP.04-Kpt/3323/2024,081234500095,Gang Melati RT 03/RW 04,\
SMA,siap diganti
""",
    "bimtek": """\
Bimtek PPK,2024-05-17,3323101205780007,Wagiman Pitutur,PPK,33.23.10,ya
Bimtek PPK,2024-05-17,3323104603820012,Sutinah Rahayu,PPK,33.23.10,ya
Bimtek PPS,2024-05-26,3323010807850003,Prayitno,PPS,33.23.01.2001,ya
Bimtek PPS,2024-05-26,3323015411900005,Umi Lestari,PPS,33.23.01.2001,ya
Bimtek PPS,2024-05-26,3323106812920006,Endah Wulandari,PPS,33.23.10.2004,ya
Bimtek PPS,2024-05-26,3323030510880004,Joko Purwanto,PPS,33.23.03.1003,tidak
""",
    "pemangku": """\
33.23.10,camat,Hartono Wibowo,081234501011
33.23.10,kapolsek,Teguh Prasetyo,081234501029
33.23.01.2001,kades,Sumiyati,081234501037
33.23.03.1003,lurah,Darmanto,
33.23.10.2004,kades,Mulyono Hadi,081234501053
""",
}


def _rows(kind: str) -> tuple[Row, ...]:
    cells = csv.reader(io.StringIO(_FILES[kind], newline=""), strict=True)
    return tuple(dict(zip(COLUMNS[kind], row, strict=True)) for row in cells)


ROWS: Mapping[str, tuple[Row, ...]] = {kind: _rows(kind) for kind in COLUMNS}


def header_of(kind: str) -> list[str]:
    return list(COLUMNS[kind])


def polluted_rows(kind: str) -> tuple[int, int, int]:
    """The first, the middle and the last row."""
    last = len(ROWS[kind]) - 1
    return 0, (last + 1) // 2, last


def content_of(kind: str) -> bytes:
    """The clean file."""
    head = ",".join(COLUMNS[kind]) + "\n"
    return (head + _FILES[kind]).encode()
