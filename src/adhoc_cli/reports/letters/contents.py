"""What a template can use, each with what it says: `docs/templat.md` is made from here.

Names are Indonesian, as templates are written by Indonesian offices. Of what the roster does not
say the value is empty, or a line of dots where it stands in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Annotated, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class Calon:
    """A candidate."""

    nama: Annotated[str, "nama"]
    sapaan: Annotated[str, "Bapak, Ibu, atau Bapak/Ibu bila jenis kelaminnya tidak tercatat"]
    peringkat: Annotated[int | None, "peringkat hasil seleksi"]
    jabatan: Annotated[str, "jabatan dalam daftar"]
    nik: Annotated[str, "NIK, tersamar tanpa --show-personal"]
    telepon: Annotated[str, "nomor telepon, tersamar tanpa --show-personal"]
    catatan: Annotated[tuple[str, ...], "yang perlu diperiksa dahulu"] = ()


@dataclass(frozen=True, slots=True)
class Usulan:
    """Who is proposed."""

    kursi: Annotated[int, "untuk berapa orang"]
    calon: Annotated[tuple[Calon, ...], "para calon"]
    seri: Annotated[bool, "calon dengan peringkat sama lebih banyak daripada yang dibutuhkan"]


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A candidate who is passed over."""

    nama: Annotated[str, "nama"]
    peringkat: Annotated[int | None, "peringkat hasil seleksi"]
    alasan: Annotated[str, "mengapa dilewati"]


@dataclass(frozen=True, slots=True)
class Digantikan:
    """Somebody who left."""

    nama: Annotated[str, "nama"]
    jabatan: Annotated[str, "jabatan"]
    status: Annotated[str, "status dalam daftar"]
    alasan: Annotated[str, "alasan berhenti"]
    tanggal: Annotated[str, "tanggal berhenti"]
    nomor_sk: Annotated[str, "nomor keputusan pemberhentian"]


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """A provision of the law."""

    bunyi: Annotated[str, "isinya"]
    dasar: Annotated[str, "peraturannya, kosong bila tidak ditemukan"]
    sumber: Annotated[str, "tempat membacanya"]
    tingkat: Annotated[
        str,
        "A naskah aslinya, B laman resmi atau dua sumber, C satu sumber, D dari ingatan, "
        "I disimpulkan",
    ]


@dataclass(frozen=True, slots=True)
class Kepala:
    """What every paper of an office begins with."""

    pemilihan: Annotated[str, "nama pemilihan"]
    kantor: Annotated[str, "kantor: KPU Kabupaten Temanggung"]
    kantor_lengkap: Annotated[str, "nama lengkapnya: Komisi Pemilihan Umum Kabupaten Temanggung"]
    kabupaten: Annotated[str, "Kabupaten Temanggung, Kota Semarang"]
    tanggal: Annotated[str, "tanggal: 10 Juni 2024"]


@dataclass(frozen=True, slots=True)
class Surat(Kepala):
    """The letter about one vacancy."""

    hari: Annotated[str, "hari ini: Senin"]
    tanggal_terbilang: Annotated[str, "tanggal dengan huruf: sepuluh"]
    bulan: Annotated[str, "bulan: Juni"]
    tahun_terbilang: Annotated[str, "tahun dengan huruf: dua ribu dua puluh empat"]
    badan: Annotated[str, "badan: PPS"]
    nama_badan: Annotated[str, "nama lengkap badan"]
    wilayah: Annotated[str, "wilayah: Wonosari"]
    jenis_wilayah: Annotated[
        str, "Kabupaten, Kota, Kecamatan, Desa, Kelurahan, Desa Adat, atau Perwakilan"
    ]
    kode_wilayah: Annotated[str, "kode Kemendagri: 33.23.01.2016"]
    kecamatan: Annotated[str, "kecamatan: Bulu"]
    tempat: Annotated[str, "tempat lengkap: TPS 3 Desa Wonosari, Kecamatan Bulu"]
    tps: Annotated[int | None, "nomor TPS"]
    kursi: Annotated[int, "kebutuhan anggota"]
    terisi: Annotated[int, "yang terisi"]
    kosong: Annotated[int, "kekurangan anggota"]
    diusulkan: Annotated[int, "yang ada calonnya"]
    belum_terisi: Annotated[int, "yang tanpa calon"]
    ketua_kosong: Annotated[bool, "tidak ada ketua"]
    pleno: Annotated[str, "KPU atau PPS: rapat pleno siapa"]
    menurut_peringkat: Annotated[bool, "PAW menurut peringkat"]
    dasar_hukum: Annotated[tuple[str, ...], "UU, PKPU, lalu Keputusan KPU"]
    digantikan: Annotated[tuple[Digantikan, ...], "yang berhenti"]
    usulan: Annotated[tuple[Usulan, ...], "yang diusulkan"]
    dilewati: Annotated[tuple[Dilewati, ...], "calon yang dilewati"]
    ketentuan: Annotated[tuple[Ketentuan, ...], "ketentuan PAW"]
    daftar_habis: Annotated[tuple[Ketentuan, ...], "ketentuan bila daftar habis"]
    calon: Annotated[Calon | None, "kepada siapa pesan ditulis"] = field(default=None)


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody on the list of a decree."""

    nomor: Annotated[int, "nomor urut di tempatnya"]
    nama: Annotated[str, "nama"]
    badan: Annotated[str, "badan"]
    jabatan: Annotated[str, "jabatan"]
    divisi: Annotated[str, "divisi"]
    tps: Annotated[int | None, "nomor TPS"]
    status: Annotated[str, "status; aktif bila tidak tertulis"]
    jenis_kelamin: Annotated[str, "L atau P"]
    nik: Annotated[str, "NIK, tersamar tanpa --show-personal"]
    tanggal_lahir: Annotated[str, "tanggal lahir, tersamar tanpa --show-personal"]
    alamat: Annotated[str, "alamat, tersamar tanpa --show-personal"]
    telepon: Annotated[str, "nomor telepon, tersamar tanpa --show-personal"]


@dataclass(frozen=True, slots=True)
class Tempat:
    """The people of one place."""

    nama: Annotated[str, "Desa Wonosari, Kecamatan Bulu"]
    kode: Annotated[str, "kode Kemendagri"]
    anggota: Annotated[tuple[Orang, ...], "orang-orangnya, menurut urutan daftar"]


@dataclass(frozen=True, slots=True)
class Lampiran(Kepala):
    """The attachment of a decree: who serves where."""

    jumlah: Annotated[int, "jumlah orang"]
    tempat: Annotated[tuple[Tempat, ...], "setiap kecamatan atau desa"]


@dataclass(frozen=True, slots=True)
class Bagian:
    """One thing that a message is about."""

    perihal: Annotated[
        str, "data, number, gap, gap_of_pps, gap_without_pleno, invited, missed, atau meet"
    ]
    pembuka: Annotated[str, "kalimat di atas baris-barisnya"]
    baris: Annotated[tuple[str, ...], "baris demi baris"]
    penutup: Annotated[str, "apa yang dimohon"]


@dataclass(frozen=True, slots=True)
class Pesan(Kepala):
    """A message to somebody who is called."""

    sapaan: Annotated[str, "Bapak, Ibu, atau Bapak/Ibu bila jenis kelaminnya tidak tercatat"]
    nama: Annotated[str, "nama; badan dan tempatnya bila orangnya tidak diketahui"]
    sebagai: Annotated[str, "ketua PPS Desa Wonosari, Kecamatan Bulu"]
    bagian: Annotated[tuple[Bagian, ...], "tentang apa"]


# A message goes to one candidate, and has no word about anybody else's case.
OF_OTHERS = ("digantikan", "usulan", "dilewati")
_OF_A_LETTER: tuple[type, ...] = (Surat, Calon, Usulan, Dilewati, Digantikan, Ketentuan)
_PARTS = (*_OF_A_LETTER, Lampiran, Tempat, Orang, Pesan, Bagian)


def values(letter: Surat | Lampiran | Pesan) -> dict[str, object]:
    """What a template is given, by name."""
    names = [one.name for one in fields(letter)]
    if isinstance(letter, Surat) and letter.calon is not None:
        names = [name for name in names if name not in OF_OTHERS]
    return {name: getattr(letter, name) for name in names}


def described() -> Iterator[tuple[str, str, str]]:
    """Every name that a template can use: the part of the letter that has it, the name, and what
    stands there."""
    for part in _PARTS:
        hints = get_type_hints(part, include_extras=True)
        for one in fields(part):
            yield part.__name__, one.name, get_args(hints[one.name])[1]


def names_of(part: str) -> tuple[str, ...]:
    """The names that a part of the letter has, by the name of its class."""
    return tuple(one.name for one in fields(next(p for p in _PARTS if p.__name__ == part)))


def of_parts() -> Iterator[str]:
    """The names of what stands in the letter: of a candidate, of a provision."""
    for part in _PARTS[1:]:
        yield from names_of(part.__name__)
