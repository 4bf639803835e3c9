"""Headers as offices write them, by the column that they mean (None: none of ours)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HEADERS: Mapping[str | None, Sequence[str]] = {
    "nama": (
        "Nama Lengkap (dengan gelar)", "NAMA LENGKAP", "Nama Anggota PPS", "Nama & Gelar",
        "Nama (sesuai KTP)", "Nama Calon Anggota", "NAMA PPS", "Nama lengkap huruf kapital",
    ),
    "nik": (
        "NIK KTP", "No. Induk Kependudukan (NIK)", "NIK (16 digit)", "No. KTP/NIK", "NIK/No KTP",
        "Nomor KTP", "NIK sesuai KTP",
    ),
    "telepon": (
        "Nomor WhatsApp", "HP/WA", "No. HP (WA)", "Nomor HP / WA aktif",
        "No HP yang bisa dihubungi", "Telp/HP", "No. Telp / HP", "Nomor Handphone/WA",
        "No WA aktif",
        "Nomor HP pribadi",
    ),
    "jenis_kelamin": (
        "Jenis Kelamin (L/P)", "L/P", "JK", "JK (L/P)", "Jns. Kelamin", "Jenis kelamin / gender",
    ),
    "jabatan": (
        "Jabatan dalam PPS", "Jabatan di PPK", "JABATAN", "Jabatan/Kedudukan",
        "Jabatan (Ketua/Anggota)", "Kedudukan dalam KPPS",
    ),
    "tanggal_lahir": (
        "Tgl Lahir", "Tgl. Lahir (dd/mm/yyyy)", "Tempat, Tgl Lahir", "TTL", "Tempat/Tanggal Lahir",
        "Tempat dan Tanggal Lahir", "Tanggal lahir sesuai KTP",
    ),
    "alamat": (
        "Alamat KTP", "Alamat Rumah (sesuai KTP)", "Alamat tempat tinggal sekarang",
        "Alamat/Domisili", "Alamat lengkap", "Alamat domisili saat ini",
    ),
    "pendidikan": ("Pendidikan terakhir", "Pendidikan (Ijazah terakhir)", "Jenjang Pendidikan"),
    "keterangan": ("Ket.", "Keterangan", "Ket/Catatan"),
    "kecamatan": ("Kec.", "Nama Kecamatan", "Kecamatan Tugas"),
    "desa": ("Desa / Kel.", "Kelurahan/Desa", "Nama Desa", "Desa/Kelurahan tugas"),
    "kode_wilayah": ("Kode Desa/Kelurahan (Kemendagri)", "Kode Wilayah"),
    "nomor_sk": ("No. SK Pengangkatan", "Nomor SK", "SK Penetapan"),
    "status": ("Status (aktif/tidak)", "Status keanggotaan"),
    "tps": ("No. TPS", "Nomor TPS"),
    "divisi": ("Divisi yang dibidangi",),
    None: (
        "Nama Ayah", "Tempat Lahir", "Tanggal SK", "Umur", "Jumlah TPS", "TMT SK", "Email",
        "Status Perkawinan", "Status KTP", "Kode Peserta", "Nama/NIK", "No Rekening", "NPWP",
        "Pekerjaan", "Nama Bank", "Status tempat tinggal",
    ),
}  # fmt: skip
