"""The real places of Kabupaten Temanggung: 20 kecamatan, 289 desa and kelurahan."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REGENCY = "33.23"


@dataclass(frozen=True)
class Place:
    """A kecamatan or a desa: its dotted Kemendagri code and its name."""

    code: str
    name: str

    @property
    def kecamatan(self) -> str:
        """The code of the kecamatan that the place is or lies in."""
        return self.code[: len("33.23.01")]

    @property
    def kind(self) -> str:
        """desa or kelurahan: the fourth part of the code begins with 2 or 1."""
        return "kelurahan" if self.code.split(".")[3].startswith("1") else "desa"


@dataclass(frozen=True)
class Places:
    """All places of the regency, in the order of their codes."""

    kecamatan: tuple[Place, ...]
    desa: tuple[Place, ...]


def from_package(folder: Path) -> Places:
    """The places in districts.csv and villages.csv of the npm package idn-area-data."""
    return _checked(
        _read(folder / "districts.csv", "code", "name"),
        _read(folder / "villages.csv", "code", "name"),
    )


def from_roster(folder: Path) -> Places:
    """The places in kecamatan.csv and desa.csv of a roster folder written earlier."""
    return _checked(
        _read(folder / "kecamatan.csv", "kode", "nama"),
        _read(folder / "desa.csv", "kode", "nama"),
    )


def _read(path: Path, code: str, name: str) -> Iterator[Place]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row[code].startswith(REGENCY + "."):
                yield Place(row[code], row[name])


def _checked(kecamatan: Iterator[Place], desa: Iterator[Place]) -> Places:
    places = Places(_by_code(kecamatan), _by_code(desa))
    kinds = [place.kind for place in places.desa]
    found = (len(places.kecamatan), kinds.count("desa"), kinds.count("kelurahan"))
    if found != (20, 266, 23):
        raise SystemExit(f"expected 20 kecamatan, 266 desa and 23 kelurahan, found {found}")
    return places


def _by_code(places: Iterator[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: place.code))
