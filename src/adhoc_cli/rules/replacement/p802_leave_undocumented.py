"""P802: somebody who left, without grounds, day or decree."""

from __future__ import annotations

import numpy as np

from adhoc_cli.rules.api import Example, Rule, Severity, Words
from adhoc_cli.rules.found import Found, Mask, Params, Reason, Roster, in_rows

_SUSPENDED = "diberhentikan sementara"
_LEFT = ("mengundurkan diri", "diberhentikan", "meninggal", "berhalangan tetap", _SUSPENDED)
_PAPERS = ("alasan", "tanggal_selesai", "nomor_sk")


def check(roster: Roster) -> Found:
    """Named rows with a status of leaving, against those of the three columns that their file has.
    A cell that cannot be read is filled, and another rule's."""
    members = roster.members
    status = members["status"]
    left = (
        members.accepted
        & members.named
        & status.value_in([at for at, value in enumerate(status.value_list) if value in _LEFT])
    )
    there = [column for column in _PAPERS if column in members]
    missing = {column: left & _missing(roster, column) for column in there}
    failed = np.logical_or.reduce([*missing.values(), np.zeros(len(members), bool)])

    def params(row: int) -> Params:
        columns = [column for column, rows in missing.items() if rows[row]]
        return {"status": status.value(row), "columns": ", ".join(columns)}

    found = in_rows(
        members,
        failed,
        checked=int(np.count_nonzero(left)) if there else 0,
        params=params,
        roster=roster,
    )
    absent = ", ".join(column for column in _PAPERS if column not in there)
    named = {"file": "anggota.csv", "column": absent}
    partly = Reason("column_absent", named) if absent else None
    return Found(found.checked, found.failed, found.hits, partly=partly)


def _missing(roster: Roster, column: str) -> Mask:
    """Rows whose file has the column, and whose cell of it is empty where it should not be."""
    members = roster.members
    has_column = np.array([column in file.columns for file in members.files], bool)
    empty = members[column].empty & has_column[members.file]
    # Whoever is suspended has not left yet: the decision is still to come (article 43(6)).
    if column == "tanggal_selesai":
        empty &= ~members["status"].equals(_SUSPENDED)
    return np.asarray(empty)


_DONE = {
    "status": "mengundurkan diri",
    "alasan": "diterima sebagai PPPK",
    "tanggal_selesai": "2024-06-01",
    "nomor_sk": "110/PP.04-Kpt/3323/2024",
}

TEXTS = """
title.id = Pemberhentian tanpa berkas
title.en = Leave not documented
why.id = Anggota berhenti karena meninggal, berhalangan tetap, mengundurkan diri, atau
  diberhentikan; masing-masing diverifikasi, diplenokan, dan diputuskan. Tanpa alasan, tanggal, dan
  nomor keputusan penggantiannya tidak punya dasar dan honornya tidak dapat dihentikan.
why.en = Members leave by death, permanent inability, resignation or dismissal; each is verified,
  put to the plenary and decided. Without reason, day and number of the decree the replacement has
  no ground, and the pay cannot be stopped.
message.id = {person} berstatus {status}, tetapi ini kosong: {columns}
message.en = {person} has the status {status}, but this is empty: {columns}
fix.id = Isi dari berita acara pleno dan surat keputusan pemberhentiannya.
fix.en = Fill it in from the minutes of the plenary and the decree.
"""

RULE = Rule(
    code="P802",
    name="leave-undocumented",
    severity=Severity.WARNING,
    needs=("anggota", "anggota.status"),
    check=check,
    texts=TEXTS,
    basis=Words("PKPU 8/2022 pasal 43", "PKPU 8/2022 article 43"),
    passes=(
        Example(),
        Example(change={"anggota:8": _DONE}),
        Example(change={"anggota:8": {**_DONE, "status": "meninggal dunia", "alasan": "sakit"}}),
        # The decision on a suspension is still to come.
        Example(
            change={
                "anggota:8": {
                    **_DONE,
                    "status": "diberhentikan sementara",
                    "tanggal_selesai": "",
                }
            }
        ),
        Example(
            change={"anggota:8": {**_DONE, "alasan": "", "nomor_sk": ""}},
            without={"anggota": ("alasan", "nomor_sk")},
        ),
        Example(change={"anggota:8": {**_DONE, "tanggal_selesai": "kemarin"}}),  # V207
    ),
    fails=(
        Example(change={"anggota:8": {**_DONE, "alasan": ""}}, at=(("anggota.csv", 8),)),
        Example(
            change={
                "anggota:8": {**_DONE, "status": "berhalangan tetap", "tanggal_selesai": "-"},
                "anggota:9": {**_DONE, "status": "diberhentikan", "nomor_sk": ""},
                "anggota:11": {"status": "meninggal"},
                "anggota:12": {"status": "diberhentikan sementara"},
            },
            at=tuple(("anggota.csv", line) for line in (8, 9, 11, 12)),
        ),
        Example(
            change={"anggota:8": {"status": "mengundurkan diri", "tanggal_selesai": ""}},
            without={"anggota": ("alasan",)},
            profile="pemilu-2024",
            at=(("anggota.csv", 8),),
        ),
    ),
)
