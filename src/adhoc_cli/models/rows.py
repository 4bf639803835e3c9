"""The row models: one a file of a roster folder. A field's name is the canonical header."""

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
    "|wilayah|wilayah kerja|kode wilayah kerja|wilayah tugas|tempat tugas|wilayah penugasan"
)


class Anggota(RowModel):
    """A member, a reserve or one who left, of any body (`anggota.csv`, `anggota-*.csv`)."""

    kind = FileKind("anggota", "kode_wilayah", required=True, several=True, names_person=True)

    nama: Annotated[PersonName, header(f"{_NAME}|nama anggota", places=False)]
    """Name as on the identity card"""
    badan: Annotated[Body, header("body|lembaga|badan adhoc|jenis badan")]
    """The body: PPK, PPS, KPPS, …"""
    jabatan: Annotated[
        Role,
        header(
            "role|position|kedudukan|posisi|jabatan dalam badan adhoc|kedudukan dalam badan adhoc"
        ),
    ]
    """ketua (chair), anggota (member), sekretaris or staf"""
    kode_wilayah: Annotated[PlaceCode, header(_PLACE, references="desa.kode kecamatan.kode")]
    """Code of the kabupaten, kecamatan (PPK), desa (PPS, TPS bodies) or perwakilan (PPLN)"""
    nik: Annotated[Nik | None, header(_NIK, Privacy.NIK)] = None
    """NIK (national identity number), 16 digits"""
    jenis_kelamin: Annotated[
        Gender | None, header("l/p|p/w|lk/pr|jk|kelamin|gender|sex|jns kelamin|jenis kel|jns kel")
    ] = None
    """L (man) or P (woman)"""
    tanggal_lahir: Annotated[
        BirthDate | None, header("tgl lahir|birth date|date of birth|dob|lahir", Privacy.HIDDEN)
    ] = None
    """Date of birth"""
    divisi: Annotated[FreeText | None, header("division|kordiv|koordinator divisi|kadiv")] = None
    """The division held"""
    tps: Annotated[TpsNumber | None, header("nomor tps|no tps|polling station")] = None
    """Number of the TPS"""
    status: Annotated[Status | None, header("status keanggotaan|state|keaktifan")] = None
    """aktif (serving), cadangan (reserve), …; without the column everybody is aktif"""
    peringkat: Annotated[Whole | None, header("rank|ranking|rangking|urutan|no urut seleksi")] = (
        None
    )
    """Rank in the selection"""
    tanggal_mulai: Annotated[
        EventDate | None, header("tgl mulai|start|start date|mulai|tmt|tanggal pelantikan")
    ] = None
    """First day of duty"""
    tanggal_selesai: Annotated[
        EventDate | None,
        header("tgl selesai|end|end date|selesai|tanggal berhenti|tanggal pemberhentian"),
    ] = None
    """Last day of duty"""
    alasan: Annotated[FreeText | None, header("reason|alasan berhenti|sebab")] = None
    """Reason for leaving"""
    nomor_sk: Annotated[FreeText | None, header("no sk|sk|nomor keputusan|decree")] = None
    """Number of the decree"""
    telepon: Annotated[Phone | None, header(_PHONE, Privacy.PHONE)] = None
    """Mobile number 08…"""
    alamat: Annotated[
        FreeText | None,
        header("address|alamat ktp|alamat rumah|domisili|alamat lengkap", Privacy.HIDDEN),
    ] = None
    """Address"""
    pendidikan: Annotated[
        FreeText | None, header("education|pendidikan terakhir|ijazah|tingkat pendidikan")
    ] = None
    """Highest education"""
    keterangan: Annotated[FreeText | None, header("notes|note|catatan|ket|remarks")] = None
    """Notes"""
    desa: Annotated[
        FreeText | None,
        header("nama desa|kelurahan|desa/kelurahan|desa/kel|kel/desa|village|nama desa/kelurahan"),
    ] = None
    """Name of the desa, compared with the code"""
    kecamatan: Annotated[FreeText | None, header("nama kecamatan|kec|distrik|district")] = None
    """Name of the kecamatan, compared with the code"""


class Bimtek(RowModel):
    """One person's attendance at a training, or without a person the training (`bimtek.csv`)."""

    kind = FileKind("bimtek", "kode_wilayah", names_person=True)

    kegiatan: Annotated[FreeText, header("event|nama kegiatan|bimtek|training|acara")]
    """Name of the training"""
    tanggal: Annotated[EventDate, header("date|tgl|tanggal kegiatan|hari/tanggal")]
    """Day of the training"""
    nik: Annotated[Nik | None, header(_NIK, Privacy.NIK)] = None
    """NIK of the participant"""
    nama: Annotated[PersonName | None, header(f"{_NAME}|nama peserta|peserta")] = None
    """Name, where there is no NIK"""
    badan: Annotated[Body | None, header("body|lembaga")] = None
    """Body of the participant"""
    kode_wilayah: Annotated[PlaceCode | None, header(_PLACE)] = None
    """Code of the participant's place"""
    hadir: Annotated[
        Attendance | None, header("kehadiran|attended|present|status kehadiran|absensi")
    ] = None
    """ya or tidak; without the column all attended"""
    tempat: Annotated[FreeText | None, header("lokasi|tempat kegiatan|venue|location")] = None
    """Where it is held"""
    jam: Annotated[
        FreeText | None, header("waktu|pukul|jam kegiatan|durasi|lama|time|hours|duration")
    ] = None
    """When on the day, or how long: 08.00-16.00"""
    penyelenggara: Annotated[
        FreeText | None, header("pelaksana kegiatan|diadakan oleh|organiser|organizer|host")
    ] = None
    """Who holds it: KPU, PPK Bulu"""
    pemantau: Annotated[
        FreeText | None,
        header("dipantau oleh|monitoring|pemonitor|petugas monitoring|monitor|supervisor"),
    ] = None
    """Who monitors it: KPU"""
    untuk_badan: Annotated[
        FreeText | None, header("badan yang diundang|untuk badan adhoc|sasaran|for body|audience")
    ] = None
    """The bodies it is for: PPK, PPS; else as its name says"""
    untuk_divisi: Annotated[FreeText | None, header("divisi yang diundang|for division")] = None
    """The divisions it is for, with a semicolon between several; else all"""
    untuk_wilayah: Annotated[
        FreeText | None,
        header("untuk kecamatan|wilayah yang diundang|kecamatan yang diundang|for region"),
    ] = None
    """Codes or names of the kecamatan it is for; else all"""


class Pemangku(RowModel):
    """A stakeholder's contact (`pemangku.csv`)."""

    kind = FileKind("pemangku", "kode_wilayah", names_person=True)

    kode_wilayah: Annotated[PlaceCode, header(_PLACE, references="desa.kode kecamatan.kode")]
    """Code of the kabupaten, kecamatan or desa"""
    peran: Annotated[StakeholderRole, header("role|jabatan|stakeholder|pemangku")]
    """camat, kapolsek, danramil, puskesmas, kades, lurah, …"""
    nama: Annotated[PersonName, header(_NAME, places=False)]
    """Name"""
    telepon: Annotated[Phone | None, header(_PHONE, Privacy.PHONE)] = None
    """Mobile number"""


# By the name of their kind, in the order in which the files are read and named.
MODELS: Mapping[str, type[RowModel]] = {
    model.kind.name: model for model in (Kecamatan, Desa, Tps, Anggota, Bimtek, Pemangku)
}
REQUIRED = tuple(name for name, model in MODELS.items() if model.kind.required)
