"""V205: a NIK whose date of birth is not the one beside it."""

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.rules.ages import YEAR, day_numbers
from adhoc_cli.rules.api import NIK, Facts, Severity, example
from adhoc_cli.rules.found import Column, Found, Params, Privacy, Roster, in_rows, personal
from adhoc_cli.rules.nik_parts import nik_parts


def check(roster: Roster) -> Found:
    """Members whose NIK and `tanggal_lahir`, both readable, name different days. The NIK has two
    digits of the year; the century is that of `tanggal_lahir`."""
    members = roster.members
    nik, birth = members["nik"], members["tanggal_lahir"]
    in_nik, written = nik.spread(nik_parts(roster).born, -1), birth.spread(_as_in_nik(birth), -1)
    both = nik.known & birth.known

    def params(row: int) -> Params:
        say, said = f"{written[row]:06d}", f"{in_nik[row]:06d}"
        return {
            "variant": _difference(say, said),
            "nik": personal(nik.value(row), Privacy.NIK),
            "found": personal(birth.value(row).isoformat(), Privacy.HIDDEN),
            "in_nik": personal(f"{said[:2]}-{said[2:4]}-{said[4:]}", Privacy.HIDDEN),
        }

    return in_rows(
        roster, both & (in_nik != written), among=both, column="tanggal_lahir", params=params
    )


def _as_in_nik(birth: Column) -> NDArray[np.int32]:
    """Per distinct date, its DDMMYY as a number."""
    number = day_numbers(np.asarray(birth.values, dtype="datetime64[D]"))
    day, month, year = number % 100, number // 100 % 100, number // YEAR % 100
    return day * 10_000 + month * 100 + year


def _difference(one: str, other: str) -> str:
    """Which part of two DDMMYY differs: "day", "month", "year", "swapped" or "several"."""
    if one[2:4] + one[:2] + one[4:] == other:
        return "swapped"
    parts = {"day": slice(0, 2), "month": slice(2, 4), "year": slice(4, 6)}
    differ = [name for name, part in parts.items() if one[part] != other[part]]
    return differ[0] if len(differ) == 1 else "several"


TEXTS = """
title.id = NIK dan tanggal lahir berbeda
title.en = NIK and date of birth differ
why.id = NIK memuat tanggal lahir dan tidak pernah berubah, juga bila tanggal lahirnya kemudian
  dibetulkan. Jadi perbedaan bisa saja sah, tetapi lebih sering salah ketik atau NIK orang lain.
why.en = A NIK holds the date of birth and never changes, not even when that date is corrected
  later. So a difference may be right, but more often it is a slip or somebody else's NIK.
message.day.id = tanggal lahir {found} berbeda dengan NIK {nik} ({in_nik}): tanggalnya lain
message.day.en = date of birth {found} differs from NIK {nik} ({in_nik}): another day
message.month.id = tanggal lahir {found} berbeda dengan NIK {nik} ({in_nik}): bulannya lain
message.month.en = date of birth {found} differs from NIK {nik} ({in_nik}): another month
message.year.id = tanggal lahir {found} berbeda dengan NIK {nik} ({in_nik}): tahunnya lain
message.year.en = date of birth {found} differs from NIK {nik} ({in_nik}): another year
message.swapped.id = tanggal lahir {found} berbeda dengan NIK {nik} ({in_nik}): tanggal dan bulan
  tertukar
message.swapped.en = date of birth {found} differs from NIK {nik} ({in_nik}): day and month swapped
message.several.id = tanggal lahir {found} berbeda dengan NIK {nik} ({in_nik})
message.several.en = date of birth {found} differs from NIK {nik} ({in_nik})
fix.id = Cocokkan keduanya dengan KTP-el dan betulkan yang salah; biarkan bila KTP-el memang begitu.
fix.en = Compare both with the identity card and correct what is wrong; leave it where the card says
  so.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota.nik", "anggota.tanggal_lahir"),
    basis=NIK,
    passes=(
        example(),
        example("8 nik=, tanggal_lahir=1990-01-01"),
        example("9 nik=3323015709020001, tanggal_lahir=17/09/2002"),
    ),
    fails=(
        example("8 nik=3323010705860001, tanggal_lahir=1986-05-08", at="8"),
        example("8 nik=3323014705860001, tanggal_lahir=1986-07-05", at="8"),
        example("8 nik=3323014705860001, tanggal_lahir=1986-06-07", at="8"),
        example("8 nik=3323014705860001, tanggal_lahir=1990-11-20", at="8"),
        example("8 nik=3323014705860001, tanggal_lahir=1987-05-07", at="8"),
        # One digit: of the day, of the month, of the year.
        example(
            "8 nik=3323014705860001, tanggal_lahir=1986-05-17",
            "9 nik=3323014702860002, tanggal_lahir=1986-12-07",
            "10 nik=3323014705860003, tanggal_lahir=1976-05-07",
            at="8 9 10",
        ),
    ),
)
