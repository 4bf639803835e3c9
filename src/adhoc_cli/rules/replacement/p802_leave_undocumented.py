"""P802: somebody who left, without grounds, day or decree."""

from __future__ import annotations

import numpy as np

from adhoc_cli.rules.api import Rule, Severity, Words, example
from adhoc_cli.rules.found import Found, Mask, Params, Roster, absent_columns, in_rows

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

    among = left if there else 0
    return in_rows(
        roster, failed, among=among, params=params, partly=absent_columns(roster, _PAPERS)
    )


def _missing(roster: Roster, column: str) -> Mask:
    """Rows whose file has the column, and whose cell of it is empty where it should not be."""
    members = roster.members
    has_column = np.array([column in file.columns for file in members.files], bool)
    empty = members[column].empty & has_column[members.file]
    # Whoever is suspended has not left yet: the decision is still to come (article 43(6)).
    if column == "tanggal_selesai":
        empty &= ~members["status"].equals(_SUSPENDED)
    return np.asarray(empty)


TEXTS = """
title.id = Pemberhentian tanpa berkas
title.en = Leave not documented
why.id = Anggota berhenti karena meninggal, berhalangan tetap, mengundurkan diri, atau
  diberhentikan; masing-masing diverifikasi, diplenokan, dan diputuskan. Tanpa alasan, tanggal, dan
  nomor keputusan PAW-nya tidak punya dasar dan honornya tidak dapat dihentikan.
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
    basis=Words(
        "PKPU 8/2022 pasal 43 ayat (1)-(4) (sebab berhenti)",
        "PKPU 8/2022 article 43(1)-(4) (grounds of leaving)",
    ),
    passes=(
        example(),
        example(
            "8 status=mengundurkan diri, alasan=diterima sebagai PPPK, tanggal_selesai=2024-06-01",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
        ),
        example(
            "8 status=meninggal dunia, alasan=sakit, tanggal_selesai=2024-06-01",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
        ),
        # The decision on a suspension is still to come.
        example(
            "8 status=diberhentikan sementara, alasan=diterima sebagai PPPK, tanggal_selesai=",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
        ),
        example(
            "8 status=mengundurkan diri, alasan=, tanggal_selesai=2024-06-01, nomor_sk=",
            without="alasan nomor_sk",
        ),
        example(
            "8 status=mengundurkan diri, alasan=diterima sebagai PPPK, tanggal_selesai=kemarin",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
        ),  # V207
    ),
    fails=(
        example(
            "8 status=mengundurkan diri, alasan=, tanggal_selesai=2024-06-01",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
            at="8",
        ),
        example(
            "8 status=berhalangan tetap, alasan=diterima sebagai PPPK, tanggal_selesai=-",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
            "9 status=diberhentikan, alasan=diterima sebagai PPPK, tanggal_selesai=2024-06-01",
            "9 nomor_sk=",
            "11 status=meninggal",
            "12 status=diberhentikan sementara",
            at="8 9 11 12",
        ),
        example(
            "8 status=mengundurkan diri, tanggal_selesai=",
            without="alasan",
            profile="pemilu-2024",
            at="8",
        ),
    ),
)
