"""What a template can use, each with what it says: `docs/templat.md` is made from here.

Names are Indonesian, as templates are written by Indonesian offices. Of what the roster does not
say the value is empty, or a line of dots where it stands in a sentence. What a name says stands
beside its type, in Indonesian and in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Annotated, get_args, get_type_hints

from adhoc_cli.text.words import Lang, Words


@dataclass(frozen=True, slots=True)
class Calon:
    """A candidate."""

    nama: Annotated[str, "nama", "name"]
    sapaan: Annotated[
        str,
        "Bapak, Ibu, atau Bapak/Ibu bila jenis kelaminnya tidak tercatat",
        "Bapak, Ibu, or Bapak/Ibu where the sex is not recorded",
    ]
    peringkat: Annotated[int | None, "peringkat hasil seleksi", "rank in the selection"]
    jabatan: Annotated[str, "jabatan dalam daftar", "role in the roster"]
    nik: Annotated[
        str, "NIK, tersamar tanpa --show-personal", "NIK, masked without --show-personal"
    ]
    telepon: Annotated[
        str,
        "nomor telepon, tersamar tanpa --show-personal",
        "telephone number, masked without --show-personal",
    ]
    catatan: Annotated[tuple[str, ...], "yang perlu diperiksa dahulu", "what to look at first"] = ()


@dataclass(frozen=True, slots=True)
class Usulan:
    """Who is proposed."""

    kursi: Annotated[int, "untuk berapa orang", "for how many people"]
    calon: Annotated[tuple[Calon, ...], "para calon", "the candidates"]
    seri: Annotated[
        bool,
        "calon dengan peringkat sama lebih banyak daripada yang dibutuhkan",
        "more candidates of one rank than are needed",
    ]


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A candidate who is passed over."""

    nama: Annotated[str, "nama", "name"]
    peringkat: Annotated[int | None, "peringkat hasil seleksi", "rank in the selection"]
    alasan: Annotated[str, "mengapa dilewati", "why the candidate is passed over"]


@dataclass(frozen=True, slots=True)
class Digantikan:
    """Somebody who left."""

    nama: Annotated[str, "nama", "name"]
    jabatan: Annotated[str, "jabatan", "role"]
    status: Annotated[str, "status dalam daftar", "status in the roster"]
    alasan: Annotated[str, "alasan berhenti", "reason for leaving"]
    tanggal: Annotated[str, "tanggal berhenti", "day of leaving"]
    nomor_sk: Annotated[str, "nomor keputusan pemberhentian", "number of the decree of dismissal"]


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """A provision of the law."""

    bunyi: Annotated[str, "isinya", "what it says"]
    dasar: Annotated[
        str, "peraturannya, kosong bila tidak ditemukan", "the law, empty where none was found"
    ]
    sumber: Annotated[str, "tempat membacanya", "where it was read"]
    tingkat: Annotated[
        str,
        "A naskah aslinya, B laman resmi atau dua sumber, C satu sumber, D dari ingatan, "
        "I disimpulkan",
        "A the primary text, B an official page or two sources, C one source, D remembered, "
        "I inferred",
    ]


@dataclass(frozen=True, slots=True)
class Kepala:
    """What every paper of an office begins with."""

    pemilihan: Annotated[str, "nama pemilihan", "name of the election"]
    kantor: Annotated[
        str, "kantor: KPU Kabupaten Temanggung", "the office: KPU Kabupaten Temanggung"
    ]
    kantor_lengkap: Annotated[
        str,
        "nama lengkapnya: Komisi Pemilihan Umum Kabupaten Temanggung",
        "its full name: Komisi Pemilihan Umum Kabupaten Temanggung",
    ]
    kabupaten: Annotated[
        str, "Kabupaten Temanggung, Kota Semarang", "Kabupaten Temanggung, Kota Semarang"
    ]
    tanggal: Annotated[str, "tanggal: 10 Juni 2024", "the date: 10 Juni 2024"]


@dataclass(frozen=True, slots=True)
class Surat(Kepala):
    """The letter about one vacancy."""

    hari: Annotated[str, "hari ini: Senin", "today's weekday: Senin"]
    tanggal_terbilang: Annotated[str, "tanggal dengan huruf: sepuluh", "the day in words: sepuluh"]
    bulan: Annotated[str, "bulan: Juni", "the month: Juni"]
    tahun_terbilang: Annotated[
        str,
        "tahun dengan huruf: dua ribu dua puluh empat",
        "the year in words: dua ribu dua puluh empat",
    ]
    badan: Annotated[str, "badan: PPS", "the body: PPS"]
    nama_badan: Annotated[str, "nama lengkap badan", "full name of the body"]
    wilayah: Annotated[str, "wilayah: Wonosari", "the place: Wonosari"]
    jenis_wilayah: Annotated[
        str,
        "Kabupaten, Kota, Kecamatan, Desa, Kelurahan, Desa Adat, atau Perwakilan",
        "Kabupaten, Kota, Kecamatan, Desa, Kelurahan, Desa Adat, or Perwakilan",
    ]
    kode_wilayah: Annotated[
        str, "kode Kemendagri: 33.23.01.2016", "code of Kemendagri: 33.23.01.2016"
    ]
    kecamatan: Annotated[str, "kecamatan: Bulu", "the kecamatan: Bulu"]
    tempat: Annotated[
        str,
        "tempat lengkap: TPS 3 Desa Wonosari, Kecamatan Bulu",
        "the whole place: TPS 3 Desa Wonosari, Kecamatan Bulu",
    ]
    tps: Annotated[int | None, "nomor TPS", "number of the TPS"]
    kursi: Annotated[int, "kebutuhan anggota", "seats required"]
    terisi: Annotated[int, "yang terisi", "seats filled"]
    kosong: Annotated[int, "kekurangan anggota", "seats vacant"]
    diusulkan: Annotated[int, "yang ada calonnya", "those that have a candidate"]
    belum_terisi: Annotated[int, "yang tanpa calon", "those without a candidate"]
    ketua_kosong: Annotated[bool, "tidak ada ketua", "there is no ketua"]
    pleno: Annotated[str, "KPU atau PPS: rapat pleno siapa", "KPU or PPS: whose plenary"]
    menurut_peringkat: Annotated[bool, "PAW menurut peringkat", "whether the next in rank follows"]
    dasar_hukum: Annotated[
        tuple[str, ...], "UU, PKPU, lalu Keputusan KPU", "laws, PKPU, then decrees of KPU"
    ]
    digantikan: Annotated[tuple[Digantikan, ...], "yang berhenti", "who left"]
    usulan: Annotated[tuple[Usulan, ...], "yang diusulkan", "who is proposed"]
    dilewati: Annotated[
        tuple[Dilewati, ...], "calon yang dilewati", "candidates who are passed over"
    ]
    ketentuan: Annotated[tuple[Ketentuan, ...], "ketentuan PAW", "provisions on replacement"]
    daftar_habis: Annotated[
        tuple[Ketentuan, ...], "ketentuan bila daftar habis", "provisions for an exhausted list"
    ]
    calon: Annotated[Calon | None, "kepada siapa pesan ditulis", "to whom the message goes"] = (
        field(default=None)
    )


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody on the list of a decree."""

    nomor: Annotated[int, "nomor urut di tempatnya", "number within the place"]
    nama: Annotated[str, "nama", "name"]
    badan: Annotated[str, "badan", "body"]
    jabatan: Annotated[str, "jabatan", "role"]
    divisi: Annotated[str, "divisi", "division"]
    tps: Annotated[int | None, "nomor TPS", "number of the TPS"]
    status: Annotated[
        str, "status; aktif bila tidak tertulis", "status; aktif where none is written"
    ]
    jenis_kelamin: Annotated[str, "L atau P", "L or P"]
    nik: Annotated[
        str, "NIK, tersamar tanpa --show-personal", "NIK, masked without --show-personal"
    ]
    tanggal_lahir: Annotated[
        str,
        "tanggal lahir, tersamar tanpa --show-personal",
        "date of birth, masked without --show-personal",
    ]
    alamat: Annotated[
        str, "alamat, tersamar tanpa --show-personal", "address, masked without --show-personal"
    ]
    telepon: Annotated[
        str,
        "nomor telepon, tersamar tanpa --show-personal",
        "telephone number, masked without --show-personal",
    ]


@dataclass(frozen=True, slots=True)
class Tempat:
    """The people of one place."""

    nama: Annotated[str, "Desa Wonosari, Kecamatan Bulu", "Desa Wonosari, Kecamatan Bulu"]
    kode: Annotated[str, "kode Kemendagri", "code of Kemendagri"]
    anggota: Annotated[
        tuple[Orang, ...],
        "orang-orangnya, menurut urutan daftar",
        "its people, in the order of the roster",
    ]


@dataclass(frozen=True, slots=True)
class Lampiran(Kepala):
    """The attachment of a decree: who serves where."""

    jumlah: Annotated[int, "jumlah orang", "number of people"]
    tempat: Annotated[tuple[Tempat, ...], "setiap kecamatan atau desa", "each kecamatan or desa"]


@dataclass(frozen=True, slots=True)
class Bagian:
    """One thing that a message is about."""

    perihal: Annotated[
        str,
        "data, number, gap, gap_of_pps, gap_without_pleno, invited, missed, atau meet",
        "data, number, gap, gap_of_pps, gap_without_pleno, invited, missed, or meet",
    ]
    pembuka: Annotated[str, "kalimat di atas baris-barisnya", "the sentence above its lines"]
    baris: Annotated[tuple[str, ...], "baris demi baris", "line by line"]
    penutup: Annotated[str, "apa yang dimohon", "what is asked for"]


@dataclass(frozen=True, slots=True)
class Pesan(Kepala):
    """A message to somebody who is called."""

    sapaan: Annotated[
        str,
        "Bapak, Ibu, atau Bapak/Ibu bila jenis kelaminnya tidak tercatat",
        "Bapak, Ibu, or Bapak/Ibu where the sex is not recorded",
    ]
    nama: Annotated[
        str,
        "nama; badan dan tempatnya bila orangnya tidak diketahui",
        "name; body and place where the person is not known",
    ]
    sebagai: Annotated[
        str, "ketua PPS Desa Wonosari, Kecamatan Bulu", "ketua PPS Desa Wonosari, Kecamatan Bulu"
    ]
    bagian: Annotated[tuple[Bagian, ...], "tentang apa", "about what"]


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


def described(lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Every name that a template can use: the part of the letter that has it, the name, and what
    stands there."""
    for part in _PARTS:
        hints = get_type_hints(part, include_extras=True)
        for one in fields(part):
            _, *said = get_args(hints[one.name])
            yield part.__name__, one.name, Words(*said).in_(lang)


def names_of(part: str) -> tuple[str, ...]:
    """The names that a part of the letter has, by the name of its class."""
    return tuple(one.name for one in fields(next(p for p in _PARTS if p.__name__ == part)))


def of_parts() -> Iterator[str]:
    """The names of what stands in the letter: of a candidate, of a provision."""
    for part in _PARTS[1:]:
        yield from names_of(part.__name__)
