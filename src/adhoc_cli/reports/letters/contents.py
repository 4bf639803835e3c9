"""What a template can use: `docs/templat.md` is made from here.

Names are Indonesian, as templates are written by Indonesian offices. Of what the roster does not
say the value is empty, or a line of dots where it stands in a sentence. What a name says is a text
of the catalogue, `keys.<part>.<name>`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from inspect import get_annotations

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import Lang


@dataclass(frozen=True, slots=True)
class Calon:
    """A candidate."""

    nama: str
    sapaan: str
    peringkat: int | None
    jabatan: str
    nik: str
    telepon: str
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usulan:
    """Who is proposed."""

    kursi: int
    calon: tuple[Calon, ...]
    seri: bool


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A candidate who is passed over."""

    nama: str
    peringkat: int | None
    alasan: str


@dataclass(frozen=True, slots=True)
class Digantikan:
    """Somebody who left."""

    nama: str
    jabatan: str
    status: str
    alasan: str
    tanggal: str
    nomor_sk: str


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """A provision of the law."""

    bunyi: str
    dasar: str
    sumber: str
    tingkat: str


@dataclass(frozen=True, slots=True)
class Kepala:
    """What every paper of an office begins with."""

    pemilihan: str
    kantor: str
    kantor_lengkap: str
    kabupaten: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Surat(Kepala):
    """The letter about one vacancy."""

    hari: str
    tanggal_terbilang: str
    bulan: str
    tahun_terbilang: str
    badan: str
    nama_badan: str
    wilayah: str
    jenis_wilayah: str
    kode_wilayah: str
    kecamatan: str
    tempat: str
    tps: int | None
    kursi: int
    terisi: int
    kosong: int
    diusulkan: int
    belum_terisi: int
    ketua_kosong: bool
    pleno: str
    menurut_peringkat: bool
    dasar_hukum: tuple[str, ...]
    digantikan: tuple[Digantikan, ...]
    usulan: tuple[Usulan, ...]
    dilewati: tuple[Dilewati, ...]
    ketentuan: tuple[Ketentuan, ...]
    daftar_habis: tuple[Ketentuan, ...]
    calon: Calon | None = None


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody on the list of a decree."""

    nomor: int
    nama: str
    badan: str
    jabatan: str
    divisi: str
    tps: int | None
    status: str
    jenis_kelamin: str
    nik: str
    tanggal_lahir: str
    alamat: str
    telepon: str


@dataclass(frozen=True, slots=True)
class Tempat:
    """The people of one place."""

    nama: str
    kode: str
    anggota: tuple[Orang, ...]


@dataclass(frozen=True, slots=True)
class Lampiran(Kepala):
    """The attachment of a decree: who serves where."""

    jumlah: int
    tempat: tuple[Tempat, ...]


@dataclass(frozen=True, slots=True)
class Bagian:
    """One thing that a message is about."""

    perihal: str
    pembuka: str
    baris: tuple[str, ...]
    penutup: str


@dataclass(frozen=True, slots=True)
class Pesan(Kepala):
    """A message to somebody who is called."""

    sapaan: str
    nama: str
    sebagai: str
    bagian: tuple[Bagian, ...]


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
        for owner in reversed(part.__mro__):  # what a part inherits is described once
            for name in get_annotations(owner):
                yield part.__name__, name, texts(lang)[f"keys.{owner.__name__}.{name}"]


def names_of(part: str) -> tuple[str, ...]:
    """The names that a part of the letter has, by the name of its class."""
    return tuple(one.name for one in fields(next(p for p in _PARTS if p.__name__ == part)))


def of_parts() -> Iterator[str]:
    """The names of what stands in the letter: of a candidate, of a provision."""
    for part in _PARTS[1:]:
        yield from names_of(part.__name__)
