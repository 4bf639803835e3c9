"""D604: one phone number for several people."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.phones import JOINED
from adhoc_cli.roster.repeats import Positions, paired, repeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import (
    Finding,
    Found,
    Privacy,
    Roster,
    at_row,
    described,
    earlier,
    personal,
)
from adhoc_cli.rules.people import name_numbers
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Texts, arrow_bytes

_ONE_NUMBER = 13  # digits at most; a text with more holds two of them


class _Uses(NamedTuple):
    """Who has which number: rows with a number each; a row with two stands twice."""

    rows: Positions
    numbers: NDArray[np.int64]


def check(roster: Roster) -> Found:
    """Active members and reserves with a phone number; one finding a number, at the second person
    who has it. One person in several rows is one: by NIK, without NIK by name."""
    members = roster.members
    looked_at = np.flatnonzero((members.serving | members.reserve) & members["telepon"].known)
    uses, texts = _uses(members["telepon"], looked_at)
    often = np.bincount(uses.numbers, minlength=len(texts)) > 1
    several = often[uses.numbers]
    if not several.any():
        return Found(int(looked_at.size), 0)
    uses = _one_a_person(roster, _Uses(uses.rows[several], uses.numbers[several]))
    again, first = repeats(uses.numbers)
    second = again[np.sort(np.unique(first, return_index=True)[1])]
    return _shared(roster, uses, texts, second)._replace(checked=int(looked_at.size))


def _uses(column: Column, rows: Positions) -> tuple[_Uses, _Numbers]:
    """The numbers of `rows`, in the order of the rows, and their texts."""
    texts = _Numbers(column)
    codes = column.codes[rows].astype(np.int64)
    joined = texts.joined[codes]
    if not joined.any():
        return _Uses(rows, codes), texts
    split = [texts.split(code) for code in codes[joined].tolist()]
    repeat = np.ones(rows.size, np.int64)
    repeat[joined] = [len(numbers) for numbers in split]
    spread = np.repeat(np.where(joined, -1, codes), repeat)
    spread[spread < 0] = [number for numbers in split for number in numbers]
    return _Uses(np.repeat(rows, repeat), spread), texts


class _Numbers:
    """The distinct phone numbers: the column's values, and those that stand only beside another."""

    def __init__(self, column: Column) -> None:
        self._values = column.values
        self._parts: dict[str, int] = {}
        self._more: list[str] = []
        self.joined = _longer(column.values)
        if self.joined.any():
            self._parts = {text: at for at, text in enumerate(column.value_list)}

    def __len__(self) -> int:
        return len(self._values) + len(self._more)

    def __getitem__(self, number: int) -> str:
        own = len(self._values)
        return str(self._values[number]) if number < own else self._more[number - own]

    def split(self, code: int) -> list[int]:
        """The numbers in a value that holds several, each once."""
        return list(dict.fromkeys(map(self._number, str(self._values[code]).split(JOINED))))

    def _number(self, text: str) -> int:
        at = self._parts.setdefault(text, len(self))
        if at == len(self):
            self._more.append(text)
        return at


def _longer(values: Texts | NDArray[Any]) -> NDArray[np.bool_]:
    """Which values hold more than one number."""
    if isinstance(values, Texts) and values.is_arrow:
        offsets, _ = arrow_bytes(values.to_arrow())
        return np.asarray(np.diff(offsets) > _ONE_NUMBER)
    texts = values.to_list() if isinstance(values, Texts) else values.tolist()
    return np.fromiter(map(len, texts), np.int64, len(texts)) > _ONE_NUMBER


def _one_a_person(roster: Roster, uses: _Uses) -> _Uses:
    """The first use of every number by every person."""
    members = roster.members
    name = name_numbers(members["nama"], uses.rows, str.casefold)
    names = int(name.max()) + 1
    nik = np.full(name.size, -1)
    if "nik" in members:
        nik = members["nik"].codes[uses.rows].astype(np.int64)
    # Whoever has no NIK is the one of that name who has one, or else a person of that name.
    named = paired(uses.numbers, name)
    counted = np.flatnonzero((nik >= 0) | ~np.isin(named, named[nik >= 0]))
    person = np.where(nik >= 0, names + nik, name)[counted]
    again, _ = repeats(paired(uses.numbers[counted], person))
    kept = np.delete(counted, again)
    return _Uses(uses.rows[kept], uses.numbers[kept])


def _shared(roster: Roster, uses: _Uses, texts: _Numbers, second: Positions) -> Found:
    numbers, first, people = np.unique(uses.numbers, return_index=True, return_counts=True)

    def finding(at: int) -> Finding:
        group = int(np.searchsorted(numbers, uses.numbers[at]))
        params = {
            "phone": personal(texts[int(numbers[group])], Privacy.PHONE),
            "people": int(people[group]),
            **earlier(roster, int(uses.rows[first[group]])),
        }
        return at_row(roster, int(uses.rows[at]), column="telepon", params=params)

    return described(0, second, finding)


TEXTS = """
title.id = Satu nomor telepon untuk beberapa orang
title.en = Phone number shared
why.id = Keluarga biasa memakai satu nomor, jadi ini hanya catatan. Tetapi nomor yang tersalin ke
  baris lain membuat undangan dan panggilan darurat sampai ke orang yang salah.
why.en = Families share a number, so this is only a note. But a number copied into another row sends
  invitations and urgent calls to the wrong person.
message.id = nomor {phone} dipakai {people} orang; pertama {first_person}, {first_body}
  {first_place} ({first_file}:{first_line})
message.en = {people} people have the number {phone}; the first is {first_person}, {first_body}
  {first_place} ({first_file}:{first_line})
fix.id = Tanyakan nomor masing-masing dan betulkan yang salah salin.
fix.en = Ask each of them for the number and correct what was miscopied.
"""

FACTS = Facts(
    severity=Severity.INFO,
    needs=("anggota", "anggota.telepon"),
    basis=Words(
        "Ketentuan adhoc-cli: satu orang satu nomor yang dapat dihubungi",
        "adhoc-cli's own: one number a person to call",
    ),
    passes=(
        example(),
        # One person in two rows: the same NIK, or the same name where there is none.
        example("8 nik=3323014606850006, telepon=081290005585"),
        example("8 nama=WARSINI KEMBANGAN, nik=, telepon=081290005585"),
        example("8 telepon=081290005585, status=diberhentikan"),
        example("8 telepon=0812-9000-5585 / 081290005585, nik=", "7 telepon="),
        # The first NIK of the file is one like any other.
        example(
            "2 telepon=081290005585",
            "3 nama=Wagiman Pitutur, nik=, telepon=081290005585",
            "7 telepon=",
        ),
        example(
            "2 telepon=081290005585", "3 nik=3323010101800001, telepon=081290005585", "7 telepon="
        ),
    ),
    fails=(
        example("8 telepon=+62 812-9000-5585", at="8"),
        # One finding a number, at the second person.
        example("2,8,9,18 telepon=081211112222", at="8"),
        example(
            "3 telepon=081233334444 / 081290005585",
            "9 telepon=081211112222 / 081233334444",
            at="7 9",
        ),
        example("8 telepon=081290005585", without="nik", at="8"),
    ),
)
