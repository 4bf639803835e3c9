"""The row models: one a file of a roster folder. A field's name is the canonical header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from adhoc_cli.models.columns import FileKind, Privacy, RowModel, header
from adhoc_cli.models.place_rows import Desa, Kecamatan, Tps
from adhoc_cli.models.types import (
    Attendance,
    BirthDate,
    Body,
    EventDate,
    FreeText,
    Gender,
    Nik,
    PersonName,
    Phone,
    PlaceCode,
    Role,
    StakeholderRole,
    Status,
    TpsNumber,
    Whole,
)

_NAME = "name|nama lengkap|nama sesuai KTP|full name"
_NIK = "no nik|nomor nik|no ktp|nomor ktp|nomor induk kependudukan|id number|ktp"
_PHONE = (
    "no telepon|nomor telepon|telp|no telp|hp|no hp|nomor hp|no hp/wa|whatsapp|wa|no wa|nomor wa"
    "|phone|phone number|mobile|kontak"
)
_PLACE = (
    "kode|kode desa|kode kelurahan|kode kecamatan|kode desa/kelurahan|code|region|region code"
    "|wilayah|wilayah kerja|kode wilayah kerja"
)


class Anggota(RowModel):
    """A member, a reserve or one who left, of any body (`anggota.csv`, `anggota-*.csv`)."""

    kind = FileKind("anggota", "kode_wilayah", required=True, several=True, names_person=True)

    nama: Annotated[
        PersonName,
        header(
            "Nama sesuai KTP",
            "Name as on the identity card",
            f"{_NAME}|nama anggota",
            places=False,
        ),
    ]
    badan: Annotated[
        Body,
        header(
            "Badan Adhoc: PPK, PPS, KPPS, …",
            "The body: PPK, PPS, KPPS, …",
            "body|lembaga|badan adhoc|jenis badan",
        ),
    ]
    jabatan: Annotated[
        Role,
        header(
            "ketua, anggota, sekretaris atau staf",
            "ketua (chair), anggota (member), sekretaris or staf",
            "role|position|kedudukan|posisi",
        ),
    ]
    kode_wilayah: Annotated[
        PlaceCode,
        header(
            "Kode kabupaten/kota, kecamatan (PPK), desa (PPS, badan di TPS) atau perwakilan (PPLN)",
            "Code of the kabupaten, kecamatan (PPK), desa (PPS, TPS bodies) or perwakilan (PPLN)",
            _PLACE,
            references="desa.kode kecamatan.kode",
        ),
    ]
    nik: Annotated[
        Nik | None,
        header("NIK, 16 angka", "NIK (national identity number), 16 digits", _NIK, Privacy.NIK),
    ] = None
    jenis_kelamin: Annotated[
        Gender | None,
        header(
            "L atau P",
            "L (man) or P (woman)",
            "l/p|jk|kelamin|gender|sex|jns kelamin",
        ),
    ] = None
    tanggal_lahir: Annotated[
        BirthDate | None,
        header(
            "Tanggal lahir",
            "Date of birth",
            "tgl lahir|birth date|date of birth|dob|lahir",
            Privacy.HIDDEN,
        ),
    ] = None
    divisi: Annotated[
        FreeText | None,
        header(
            "Divisi yang dibidangi",
            "The division held",
            "division|kordiv|koordinator divisi|kadiv",
        ),
    ] = None
    tps: Annotated[
        TpsNumber | None,
        header(
            "Nomor TPS (KPPS, pantarlih, ketertiban)",
            "Number of the TPS",
            "nomor tps|no tps|polling station",
        ),
    ] = None
    status: Annotated[
        Status | None,
        header(
            "aktif, cadangan, mengundurkan diri, …; tanpa kolom ini semua aktif",
            "aktif (serving), cadangan (reserve), …; without the column everybody is aktif",
            "status keanggotaan|state|keaktifan",
        ),
    ] = None
    peringkat: Annotated[
        Whole | None,
        header(
            "Peringkat hasil seleksi",
            "Rank in the selection",
            "rank|ranking|rangking|urutan|no urut seleksi",
        ),
    ] = None
    tanggal_mulai: Annotated[
        EventDate | None,
        header(
            "Mulai bertugas",
            "First day of duty",
            "tgl mulai|start|start date|mulai|tmt|tanggal pelantikan",
        ),
    ] = None
    tanggal_selesai: Annotated[
        EventDate | None,
        header(
            "Selesai bertugas",
            "Last day of duty",
            "tgl selesai|end|end date|selesai|tanggal berhenti",
        ),
    ] = None
    alasan: Annotated[
        FreeText | None,
        header("Alasan berhenti", "Reason for leaving", "reason|alasan berhenti|sebab"),
    ] = None
    nomor_sk: Annotated[
        FreeText | None,
        header("Nomor keputusan", "Number of the decree", "no sk|sk|nomor keputusan|decree"),
    ] = None
    telepon: Annotated[
        Phone | None, header("Nomor ponsel 08…", "Mobile number 08…", _PHONE, Privacy.PHONE)
    ] = None
    alamat: Annotated[
        FreeText | None,
        header(
            "Alamat",
            "Address",
            "address|alamat ktp|alamat rumah|domisili|alamat lengkap",
            Privacy.HIDDEN,
        ),
    ] = None
    pendidikan: Annotated[
        FreeText | None,
        header(
            "Pendidikan terakhir",
            "Highest education",
            "education|pendidikan terakhir|ijazah|tingkat pendidikan",
        ),
    ] = None
    keterangan: Annotated[
        FreeText | None, header("Keterangan", "Notes", "notes|note|catatan|ket|remarks")
    ] = None
    desa: Annotated[
        FreeText | None,
        header(
            "Nama desa, untuk dicocokkan dengan kode",
            "Name of the desa, compared with the code",
            "nama desa|kelurahan|desa/kelurahan|desa/kel|kel/desa|village|nama desa/kelurahan",
        ),
    ] = None
    kecamatan: Annotated[
        FreeText | None,
        header(
            "Nama kecamatan, untuk dicocokkan dengan kode",
            "Name of the kecamatan, compared with the code",
            "nama kecamatan|kec|distrik|district",
        ),
    ] = None


class Bimtek(RowModel):
    """One person's attendance at a training, or without a person the training (`bimtek.csv`)."""

    kind = FileKind("bimtek", "kode_wilayah", names_person=True)

    kegiatan: Annotated[
        FreeText,
        header(
            "Nama kegiatan", "Name of the training", "event|nama kegiatan|bimtek|training|acara"
        ),
    ]
    tanggal: Annotated[
        EventDate,
        header("Tanggal kegiatan", "Day of the training", "date|tgl|tanggal kegiatan|hari/tanggal"),
    ]
    nik: Annotated[
        Nik | None, header("NIK peserta", "NIK of the participant", _NIK, Privacy.NIK)
    ] = None
    nama: Annotated[
        PersonName | None,
        header(
            "Nama peserta, bila tanpa NIK",
            "Name, where there is no NIK",
            f"{_NAME}|nama peserta|peserta",
        ),
    ] = None
    badan: Annotated[
        Body | None, header("Badan peserta", "Body of the participant", "body|lembaga")
    ] = None
    kode_wilayah: Annotated[
        PlaceCode | None,
        header("Kode wilayah peserta", "Code of the participant's place", _PLACE),
    ] = None
    hadir: Annotated[
        Attendance | None,
        header(
            "ya atau tidak; tanpa kolom ini semua hadir",
            "ya or tidak; without the column all attended",
            "kehadiran|attended|present|status kehadiran|absensi",
        ),
    ] = None
    tempat: Annotated[
        FreeText | None,
        header("Tempat kegiatan", "Where it is held", "lokasi|tempat kegiatan|venue|location"),
    ] = None
    jam: Annotated[
        FreeText | None,
        header(
            "Waktu atau lamanya: 08.00-16.00, 8 JP",
            "When on the day, or how long: 08.00-16.00",
            "waktu|pukul|jam kegiatan|durasi|lama|time|hours|duration",
        ),
    ] = None
    penyelenggara: Annotated[
        FreeText | None,
        header(
            "Yang mengadakan: KPU, PPK Bulu",
            "Who holds it: KPU, PPK Bulu",
            "pelaksana kegiatan|diadakan oleh|organiser|organizer|host",
        ),
    ] = None
    pemantau: Annotated[
        FreeText | None,
        header(
            "Yang memantau: KPU, Divisi SDM KPU",
            "Who monitors it: KPU",
            "dipantau oleh|monitoring|pemonitor|petugas monitoring|monitor|supervisor",
        ),
    ] = None
    untuk_badan: Annotated[
        FreeText | None,
        header(
            "Badan yang diundang: PPK, PPS; bila kosong, menurut nama kegiatan",
            "The bodies it is for: PPK, PPS; else as its name says",
            "badan yang diundang|untuk badan adhoc|sasaran|for body|audience",
        ),
    ] = None
    untuk_divisi: Annotated[
        FreeText | None,
        header(
            "Divisi yang diundang; beberapa dipisahkan titik koma; bila kosong, semua divisi",
            "The divisions it is for, with a semicolon between several; else all",
            "divisi yang diundang|for division",
        ),
    ] = None
    untuk_wilayah: Annotated[
        FreeText | None,
        header(
            "Kode atau nama kecamatan yang diundang; bila kosong, semua",
            "Codes or names of the kecamatan it is for; else all",
            "untuk kecamatan|wilayah yang diundang|kecamatan yang diundang|for region",
        ),
    ] = None


class Pemangku(RowModel):
    """A stakeholder's contact (`pemangku.csv`)."""

    kind = FileKind("pemangku", "kode_wilayah", names_person=True)

    kode_wilayah: Annotated[
        PlaceCode,
        header(
            "Kode kabupaten, kecamatan, atau desa",
            "Code of the kabupaten, kecamatan or desa",
            _PLACE,
            references="desa.kode kecamatan.kode",
        ),
    ]
    peran: Annotated[
        StakeholderRole,
        header(
            "camat, kapolsek, danramil, puskesmas, kades, lurah, …",
            "camat, kapolsek, danramil, puskesmas, kades, lurah, …",
            "role|jabatan|stakeholder|pemangku",
        ),
    ]
    nama: Annotated[PersonName, header("Nama", "Name", _NAME, places=False)]
    telepon: Annotated[
        Phone | None, header("Nomor ponsel", "Mobile number", _PHONE, Privacy.PHONE)
    ] = None


# By the name of their kind, in the order in which the files are read and named.
MODELS: Mapping[str, type[RowModel]] = {
    model.kind.name: model for model in (Kecamatan, Desa, Tps, Anggota, Bimtek, Pemangku)
}
REQUIRED = tuple(name for name, model in MODELS.items() if model.kind.required)
