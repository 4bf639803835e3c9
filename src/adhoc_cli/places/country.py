"""The places of the reference: provinces, kabupaten and kota, kecamatan, desa and kelurahan.

Source: Kepmendagri 100.1.1-6117/2022, the decree in force for the elections of 2024, as the dataset
idn-area-data has it (LICENSE-idn-area-data.md).
"""

from functools import cache
from typing import NamedTuple

from adhoc_cli.models.codes import DESA_LENGTH, KABUPATEN_LENGTH, KECAMATAN_LENGTH, kind_of
from adhoc_cli.models.codes import kecamatan_of as kecamatan_code
from adhoc_cli.models.finding import Region
from adhoc_cli.places.reference import Source, index, names_in
from adhoc_cli.text.lazy import lazy_pattern

_CODE = lazy_pattern(r"([0-9]{2})(?:\.?([0-9]{2})(?:\.?([0-9]{2})(?:\.?([0-9]{4}))?)?)?")


class Kabupaten(NamedTuple):
    """A kabupaten or kota: "33.23", "Kabupaten Temanggung", "Jawa Tengah"."""

    code: str
    name: str
    province: str

    @property
    def base_name(self) -> str:
        """The name without what it is: "Temanggung"; two may share it ("Semarang")."""
        return self.name.partition(" ")[2].removeprefix("Administrasi ")

    @property
    def is_kota(self) -> bool:
        """Whether it is a kota."""
        return self.name.startswith("Kota ")

    @property
    def in_province(self) -> Region:
        """The province that it lies in."""
        return Region(self.code[: len("33")], self.province)


class Kecamatan(NamedTuple):
    """A kecamatan: "33.23.01", "Bulu"."""

    code: str
    name: str


class Desa(NamedTuple):
    """A desa, kelurahan or desa adat: "33.23.01.2001", "Bulu"."""

    code: str
    name: str

    @property
    def kind(self) -> str:
        """What it is, by its code: desa, kelurahan or desa adat."""
        return kind_of(self.code)

    @property
    def kecamatan(self) -> str:
        """The code of its kecamatan."""
        return kecamatan_code(self.code)


def source() -> Source:
    """The dataset and the decree that the reference comes from."""
    return index().source


@cache
def kabupaten() -> tuple[Kabupaten, ...]:
    """All 514 kabupaten and kota, by code."""
    provinces = index().provinces
    return tuple(
        Kabupaten(code, name, provinces[code[: len("33")]])
        for code, name in index().kabupaten.items()
    )


def kecamatan_of(place: Kabupaten) -> tuple[Kecamatan, ...]:
    """The kecamatan of a kabupaten, by code."""
    names = names_in(place.code).items()
    return tuple(Kecamatan(code, name) for code, name in names if len(code) == KECAMATAN_LENGTH)


def desa_of(place: Kabupaten) -> tuple[Desa, ...]:
    """The desa and kelurahan of a kabupaten, by code."""
    names = names_in(place.code).items()
    return tuple(Desa(code, name) for code, name in names if len(code) == DESA_LENGTH)


def lookup(code: str) -> str | None:
    """The name of the place with this code (any of the four levels, dotted or not), or None."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    dotted = ".".join(part for part in match.groups() if part is not None)
    if len(dotted) > KABUPATEN_LENGTH:
        return names_in(dotted[:KABUPATEN_LENGTH]).get(dotted)
    return index().kabupaten.get(dotted) or index().provinces.get(dotted)
