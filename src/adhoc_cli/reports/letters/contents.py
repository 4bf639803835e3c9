"""What a template can use, each with what it says: `docs/templates.md` is made from here.

Names are Indonesian, as templates are written by Indonesian offices. Of what the roster does not
say the value is empty, or a line of dots where it stands in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Annotated, get_args, get_type_hints

from adhoc_cli.text.words import Words

_Part = type  # of the letter: one of the classes below


@dataclass(frozen=True, slots=True)
class Calon:
    """A candidate."""

    nama: Annotated[str, Words("nama", "the name")]
    sapaan: Annotated[
        str,
        Words(
            "Bapak, Ibu, atau Bapak/Ibu bila jenis kelaminnya tidak tercatat",
            "Mr, Ms, or Mr/Ms where the sex is not recorded",
        ),
    ]
    peringkat: Annotated[int | None, Words("peringkat hasil seleksi", "the rank of the selection")]
    jabatan: Annotated[str, Words("jabatan dalam daftar", "the role in the roster")]
    nik: Annotated[
        str,
        Words("NIK, tersamar tanpa --show-personal", "the NIK, masked without --show-personal"),
    ]
    telepon: Annotated[
        str,
        Words(
            "nomor telepon, tersamar tanpa --show-personal",
            "the phone number, masked without --show-personal",
        ),
    ]
    catatan: Annotated[
        tuple[str, ...],
        Words("yang perlu diperiksa dahulu", "what to check first"),
    ] = ()


@dataclass(frozen=True, slots=True)
class Usulan:
    """Who is proposed."""

    kursi: Annotated[int, Words("untuk berapa orang", "for how many seats")]
    calon: Annotated[tuple[Calon, ...], Words("para calon", "the candidates")]
    seri: Annotated[
        bool,
        Words(
            "calon dengan peringkat sama lebih banyak daripada yang dibutuhkan",
            "more candidates of one rank than seats",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A candidate who is passed over."""

    nama: Annotated[str, Words("nama", "the name")]
    peringkat: Annotated[int | None, Words("peringkat hasil seleksi", "the rank of the selection")]
    alasan: Annotated[str, Words("mengapa dilewati", "why")]


@dataclass(frozen=True, slots=True)
class Digantikan:
    """Somebody who left."""

    nama: Annotated[str, Words("nama", "the name")]
    jabatan: Annotated[str, Words("jabatan", "the role")]
    status: Annotated[str, Words("status dalam daftar", "the status in the roster")]
    alasan: Annotated[str, Words("alasan berhenti", "the reason of the leave")]
    tanggal: Annotated[str, Words("tanggal berhenti", "the day of the leave")]
    nomor_sk: Annotated[
        str, Words("nomor keputusan pemberhentian", "the number of the decree on the leave")
    ]


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """A provision of the law."""

    bunyi: Annotated[str, Words("isinya", "what it says")]
    dasar: Annotated[
        str,
        Words(
            "peraturannya, kosong bila tidak ditemukan",
            "the law it stands in, empty where none was found",
        ),
    ]
    sumber: Annotated[str, Words("tempat membacanya", "where it was seen")]
    tingkat: Annotated[
        str,
        Words(
            "A naskah aslinya, B laman resmi atau dua sumber, C satu sumber, D dari ingatan, "
            "I disimpulkan",
            "A the law itself, B an official page or two sources, C one source, D remembered, "
            "I inferred",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Surat:
    """The letter about one vacancy."""

    pemilihan: Annotated[str, Words("nama pemilihan", "the election")]
    kantor: Annotated[str, Words("KPU Kabupaten Temanggung", "KPU Kabupaten Temanggung")]
    kantor_lengkap: Annotated[
        str,
        Words("Komisi Pemilihan Umum Kabupaten Temanggung", "the same, written out"),
    ]
    kabupaten: Annotated[str, Words("Kabupaten Temanggung", "Kabupaten Temanggung")]
    hari: Annotated[str, Words("Senin", "Monday")]
    tanggal: Annotated[str, Words("10 Juni 2024", "10 June 2024")]
    tanggal_terbilang: Annotated[str, Words("sepuluh", "ten")]
    bulan: Annotated[str, Words("Juni", "June")]
    tahun_terbilang: Annotated[
        str, Words("dua ribu dua puluh empat", "two thousand and twenty-four")
    ]
    badan: Annotated[str, Words("PPS", "PPS")]
    nama_badan: Annotated[str, Words("nama lengkap badan", "the body, written out")]
    wilayah: Annotated[str, Words("Wonosari", "Wonosari")]
    jenis_wilayah: Annotated[
        str,
        Words("Kecamatan, Desa, Kelurahan, atau Desa Adat", "the same words, in every language"),
    ]
    kode_wilayah: Annotated[str, Words("33.23.01.2016", "33.23.01.2016")]
    kecamatan: Annotated[str, Words("Bulu", "Bulu")]
    tempat: Annotated[
        str,
        Words(
            "TPS 3 Desa Wonosari, Kecamatan Bulu",
            "the place in full: TPS 3 Desa Wonosari, Kecamatan Bulu",
        ),
    ]
    tps: Annotated[int | None, Words("nomor TPS", "the number of the TPS")]
    kursi: Annotated[int, Words("kebutuhan anggota", "the seats")]
    terisi: Annotated[int, Words("yang terisi", "those filled")]
    kosong: Annotated[int, Words("kekurangan anggota", "those vacant")]
    diusulkan: Annotated[int, Words("yang ada calonnya", "those somebody is proposed for")]
    belum_terisi: Annotated[int, Words("yang tanpa calon", "those without a candidate")]
    ketua_kosong: Annotated[bool, Words("tidak ada ketua", "there is no ketua")]
    pleno: Annotated[
        str, Words("KPU atau PPS: rapat pleno siapa", "KPU or PPS: whose pleno decides")
    ]
    menurut_peringkat: Annotated[bool, Words("PAW menurut peringkat", "the next in rank comes in")]
    dasar_hukum: Annotated[
        tuple[str, ...], Words("UU, PKPU, lalu Keputusan KPU", "UU, PKPU, then decrees of the KPU")
    ]
    digantikan: Annotated[tuple[Digantikan, ...], Words("yang berhenti", "who left")]
    usulan: Annotated[tuple[Usulan, ...], Words("yang diusulkan", "who is proposed")]
    dilewati: Annotated[tuple[Dilewati, ...], Words("calon yang dilewati", "who is passed over")]
    ketentuan: Annotated[tuple[Ketentuan, ...], Words("ketentuan PAW", "what holds for it")]
    daftar_habis: Annotated[
        tuple[Ketentuan, ...],
        Words("ketentuan bila daftar habis", "what holds when the list is exhausted"),
    ]
    calon: Annotated[
        Calon | None,
        Words("kepada siapa pesan ditulis", "whom a message goes to"),
    ] = field(default=None)


# A message goes to one candidate, and has no word about anybody else's case.
OF_OTHERS = ("digantikan", "usulan", "dilewati")
_PARTS: tuple[_Part, ...] = (Surat, Calon, Usulan, Dilewati, Digantikan, Ketentuan)


def values(letter: Surat) -> dict[str, object]:
    """What a template is given, by name."""
    names = [one.name for one in fields(letter)]
    if letter.calon is not None:
        names = [name for name in names if name not in OF_OTHERS]
    return {name: getattr(letter, name) for name in names}


def described() -> Iterator[tuple[str, str, Words]]:
    """Every name that a template can use: what it is of ("" for the letter itself), the name, and
    what it says."""
    for part in _PARTS:
        hints = get_type_hints(part, include_extras=True)
        for one in fields(part):
            yield "" if part is Surat else part.__name__, one.name, get_args(hints[one.name])[1]


def field_names() -> tuple[str, ...]:
    """Every name that a template can use, of the letter itself and of what stands in it."""
    return tuple(dict.fromkeys(one.name for part in _PARTS for one in fields(part)))
