"""Invented people: every NIK fits its birth date and gender, no NIK or number is given twice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.sample.names import DUSUN, bare_name, with_titles

FIRST_OATH = date(2024, 5, 16)
_YEAR = 366  # days: whoever is 19 such years old is 19

# Four in a hundred were first registered elsewhere: real kecamatan of other regencies.
_ELSEWHERE = (
    *("330801", "330812", "330709", "332401", "332205"),
    *("337406", "347104", "340407", "917101"),
)
_ELSEWHERE_SHARE = 0.04
_MOVED_WITHIN_SHARE = 0.16

# To our knowledge given to no operator: nobody's telephone rings when somebody tries one.
_PREFIXES = ("0841", "0842", "0843", "0844", "0845", "0846", "0847", "0848")
_PHONE_LENGTHS = (10, 11, 12, 12, 12, 12, 13, 13)


@dataclass(frozen=True)
class Ages:
    """How many days old people are on a day, at least and at most."""

    on: date
    least: int
    most: int


ADULTS = Ages(FIRST_OATH, 19 * _YEAR, 57 * _YEAR)
OF_MIDDLE_AGE = Ages(FIRST_OATH, 25 * _YEAR, 45 * _YEAR)  # fits every office
OFFICERS = Ages(FIRST_OATH, 24 * _YEAR, 57 * _YEAR)


@dataclass(frozen=True)
class Person:
    """What a roster says of somebody, whatever the office."""

    nama: str
    nik: str
    jenis_kelamin: str
    tanggal_lahir: str
    telepon: str
    alamat: str
    pendidikan: str

    def cells(self) -> dict[str, str]:
        """The person as cells under canonical headers."""
        return dict(vars(self))


class Registry:
    """Invents people and remembers them, so that nobody is invented twice."""

    def __init__(self, rng: random.Random, kecamatan: tuple[str, ...]) -> None:
        self._rng = rng
        self._kecamatan = tuple(code.replace(".", "") for code in kecamatan)
        self._niks: set[str] = set()
        self._phones: set[str] = set()
        self._born: set[tuple[str, date]] = set()

    def person(self, sex: str, home: str, ages: Ages = ADULTS) -> Person:
        """Somebody of that gender who lives in the kecamatan `home` (dotted or not)."""
        rng = self._rng
        name, born = self._name_and_birth(sex, ages)
        age = (FIRST_OATH - born).days // _YEAR
        schooling = _schooling(rng, age)
        return Person(
            nama=with_titles(rng, name, sex, age, schooling),
            nik=self._nik(sex, born, home.replace(".", "")[:6]),
            jenis_kelamin=sex,
            tanggal_lahir=born.isoformat(),
            telepon=self.phone(),
            alamat=self._address(),
            pendidikan=schooling,
        )

    def phone(self) -> str:
        """A number of 10 to 13 digits that nobody else has."""
        while True:
            prefix, length = self._rng.choice(_PREFIXES), self._rng.choice(_PHONE_LENGTHS)
            digits = length - len(prefix)
            number = f"{prefix}{self._rng.randrange(10**digits):0{digits}}"
            if number not in self._phones:
                self._phones.add(number)
                return number

    def contact(self) -> str:
        """The name of somebody who holds no seat in a roster."""
        return bare_name(self._rng, "P" if self._rng.random() < 0.25 else "L")

    def _address(self) -> str:
        dusun, rt, rw = self._rng.choice(DUSUN), self._rng.randint(1, 9), self._rng.randint(1, 6)
        return f"Dusun {dusun} RT {rt:02}/RW {rw:02}"

    def _name_and_birth(self, sex: str, ages: Ages) -> tuple[str, date]:
        while True:
            name = bare_name(self._rng, sex)
            born = ages.on - timedelta(days=self._rng.randint(ages.least, ages.most))
            if (name, born) not in self._born:
                self._born.add((name, born))
                return name, born

    def _nik(self, sex: str, born: date, home: str) -> str:
        day = born.day + (40 if sex == "P" else 0)
        while True:
            first, last = (1, 9) if self._rng.random() < 0.85 else (10, 39)
            serial = self._rng.randint(first, last)
            nik = f"{self._registered(home)}{day:02}{born:%m%y}{serial:04}"
            if nik not in self._niks:
                self._niks.add(nik)
                return nik

    def _registered(self, home: str) -> str:
        chance = self._rng.random()
        if chance < _ELSEWHERE_SHARE:
            return self._rng.choice(_ELSEWHERE)
        if chance < _ELSEWHERE_SHARE + _MOVED_WITHIN_SHARE or home not in self._kecamatan:
            return self._rng.choice(self._kecamatan)
        return home


def _schooling(rng: random.Random, age: int) -> str:
    if age < 23:
        return "SMA/sederajat"
    names, weights = ("SMA/sederajat", "D-3", "S-1", "S-2"), (55, 10, 32, 3 if age >= 27 else 0)
    return rng.choices(names, weights)[0]
