"""V212: an end before its beginning, or a birth that is still to come."""

from __future__ import annotations

from typing import Any

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import NOTHING, Found, Rule, in_rows, personal, together
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Words

_COLUMNS = ("tanggal_mulai", "tanggal_selesai", "tanggal_lahir")


def check(roster: Roster) -> Found:
    """Members whose term ends before it begins, or who are born after the day of the check."""
    absent = [column for column in _COLUMNS if column not in roster.members]
    params = {"file": "anggota.csv", "column": ", ".join(absent)}
    partly = Reason("column_absent", params) if absent else None
    return together([_term(roster), _birth(roster)], partly)


def _term(roster: Roster) -> Found:
    members = roster.members
    if "tanggal_mulai" not in members or "tanggal_selesai" not in members:
        return NOTHING
    begin, end = members["tanggal_mulai"].dates(), members["tanggal_selesai"].dates()

    def params(row: int) -> dict[str, Any]:
        return {"variant": "term", "begin": str(begin[row]), "end": str(end[row])}

    return in_rows(
        members,
        end < begin,  # NaT is before nothing
        checked=int(np.count_nonzero(~np.isnat(begin) & ~np.isnat(end))),
        column="tanggal_selesai",
        params=params,
        roster=roster,
    )


def _birth(roster: Roster) -> Found:
    members = roster.members
    if "tanggal_lahir" not in members:
        return NOTHING
    birth = members["tanggal_lahir"]
    future = np.asarray(birth.values, dtype="datetime64[D]") > np.datetime64(roster.as_of)

    def params(row: int) -> dict[str, Any]:
        found = personal(birth.value(row).isoformat(), Privacy.HIDDEN)
        return {"variant": "birth", "found": found, "as_of": roster.as_of.isoformat()}

    return in_rows(
        members,
        birth.value_in(future),
        checked=int(np.count_nonzero(birth.known)),
        column="tanggal_lahir",
        params=params,
        roster=roster,
    )


RULE = Rule(
    code="V212",
    name="date-order",
    severity=Severity.ERROR,
    needs=("anggota",),
    check=check,
    title=Words("Urutan tanggal terbalik", "Dates in the wrong order"),
    why=Words(
        "Masa kerja yang selesai sebelum mulai dan tanggal lahir di masa depan hampir selalu "
        "salah ketik tahun; umur dan rangkap jabatan ikut salah.",
        "A term that ends before it begins and a birth in the future are nearly always a slip in "
        "the year; age and double posts then come out wrong.",
    ),
    message={
        "term": Words(
            "tanggal_selesai {end} mendahului tanggal_mulai {begin}",
            "tanggal_selesai {end} is before tanggal_mulai {begin}",
        ),
        "birth": Words(
            "tanggal_lahir {found} sesudah hari pemeriksaan {as_of}",
            "tanggal_lahir {found} is after the day of the check, {as_of}",
        ),
    },
    fix={
        "term": Words(
            "Cocokkan kedua tanggal dengan SK, terutama tahunnya.",
            "Compare both dates with the decree, above all the year.",
        ),
        "birth": Words(
            "Cocokkan dengan KTP-el, terutama tahunnya.",
            "Compare it with the identity card, above all the year.",
        ),
    },
    basis=FORMAT,
    passes=(
        Example(),
        Example(
            change={"anggota:8": {"tanggal_mulai": "2024-05-26", "tanggal_selesai": "2024-05-26"}}
        ),
        Example(change={"anggota:8": {"tanggal_mulai": "", "tanggal_selesai": "2024-01-27"}}),
    ),
    fails=(
        Example(change={"anggota:8": {"tanggal_selesai": "2024-01-27"}}, at=(("anggota.csv", 8),)),
        Example(change={"anggota:8": {"tanggal_lahir": "2086-08-07"}}, at=(("anggota.csv", 8),)),
    ),
)
