"""V212: an end before its beginning, or a birth that is still to come."""

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Found, Params, Roster, absent_columns, in_rows, personal, together

_COLUMNS = ("tanggal_mulai", "tanggal_selesai", "tanggal_lahir")


def check(roster: Roster) -> Found:
    """Members whose term ends before it begins, or who are born after the day of the check."""
    return together([_term(roster), _birth(roster)], absent_columns(roster, _COLUMNS))


def _term(roster: Roster) -> Found:
    members = roster.members
    begin, end = members.dates("tanggal_mulai"), members.dates("tanggal_selesai")

    def params(row: int) -> Params:
        return {"variant": "term", "begin": begin[row].item(), "end": end[row].item()}

    return in_rows(
        roster,
        end < begin,
        among=~np.isnat(begin) & ~np.isnat(end),
        column="tanggal_selesai",
        params=params,
    )


def _birth(roster: Roster) -> Found:
    members = roster.members
    if "tanggal_lahir" not in members:
        return Found()
    birth = members["tanggal_lahir"]
    future = np.asarray(birth.values, dtype="datetime64[D]") > np.datetime64(roster.as_of)

    def params(row: int) -> Params:
        found = personal(birth.value(row).isoformat(), Privacy.HIDDEN)
        return {"variant": "birth", "found": found, "as_of": roster.as_of}

    return in_rows(
        roster, birth.value_in(future), among=birth.known, column="tanggal_lahir", params=params
    )


TEXTS = """
title.id = Urutan tanggal terbalik
title.en = Dates in the wrong order
why.id = Masa kerja yang selesai sebelum mulai dan tanggal lahir di masa depan hampir selalu salah
  ketik tahun; umur dan rangkap jabatan ikut salah.
why.en = A term that ends before it begins and a birth in the future are nearly always a slip in the
  year; age and double posts then come out wrong.
message.term.id = tanggal_selesai {end} mendahului tanggal_mulai {begin}
message.term.en = tanggal_selesai {end} is before tanggal_mulai {begin}
message.birth.id = tanggal_lahir {found} sesudah hari pemeriksaan {as_of}
message.birth.en = tanggal_lahir {found} is after the day of the check, {as_of}
fix.term.id = Cocokkan kedua tanggal dengan SK, terutama tahunnya.
fix.term.en = Compare both dates with the decree, above all the year.
fix.birth.id = Cocokkan dengan KTP-el, terutama tahunnya.
fix.birth.en = Compare it with the identity card, above all the year.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota",),
    basis=FORMAT,
    passes=(
        example(),
        example("8 tanggal_mulai=2024-05-26, tanggal_selesai=2024-05-26"),
        example("8 tanggal_mulai=, tanggal_selesai=2024-01-27"),
        example("8 tanggal_selesai=2024-01-27", without="tanggal_mulai"),
        example("8 tanggal_lahir=2024-06-10"),
    ),
    fails=(
        example("8 tanggal_selesai=2024-01-27", at="8"),
        example("8 tanggal_lahir=2086-08-07", at="8"),
    ),
)
