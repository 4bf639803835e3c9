"""P802: somebody who left, without grounds, day or decree; or who waits for the decree."""

from collections.abc import Mapping

import numpy as np

from adhoc_cli.roster.leaving import LEAVES, SUSPENDED
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import (
    Finding,
    Found,
    Mask,
    Params,
    Roster,
    absent_columns,
    at_row,
    described,
)

_LEFT = LEAVES | {SUSPENDED}  # whom a decree has dismissed by now
_PAPERS = ("alasan", "tanggal_selesai", "nomor_sk")
_Rows = Mapping[str, Mask]


def check(roster: Roster) -> Found:
    """Named rows with a status of leaving, against those of the three columns that their file has.
    Of a reserve who never was appointed, and declined, only the reason: there is no decree of it.
    A cell that cannot be read is filled, and another rule's. One that is filled with what the
    appointment put there gets a note, and so does who is suspended: the decree is still to come."""
    members = roster.members
    left, waiting = _left(roster), members.suspended
    there = [column for column in _PAPERS if column in members]
    nobody = np.zeros(len(members), bool)
    asked = there if left.any() else []
    missing = {column: left & _missing(roster, column) for column in asked}
    for column in asked[1:] if asked else ():
        missing[column] &= ~_never_appointed(roster)
    kept = {column: left & _of_the_appointment(roster, column) for column in asked[1:]}
    undocumented = np.logical_or.reduce([*missing.values(), nobody])
    noted = (np.logical_or.reduce([*kept.values(), nobody]) | waiting) & ~undocumented
    asked_of = (left if there else nobody) | waiting

    def finding(row: int) -> Finding:
        params = _params(roster, row, missing, kept)
        return at_row(roster, row, params=params, own=Severity.INFO if noted[row] else None)

    counts = {
        Severity.WARNING: int(np.count_nonzero(undocumented)),
        Severity.INFO: int(np.count_nonzero(noted)),
    }
    failed, partly = undocumented | noted, absent_columns(roster, _PAPERS)
    return described(asked_of, failed, finding, counts=counts, partly=partly)


def _left(roster: Roster) -> Mask:
    members = roster.members
    status = members["status"]
    positions = [at for at, value in enumerate(status.value_list) if value in _LEFT]
    return members.accepted & members.named & status.value_in(positions) & ~members.suspended


def _never_appointed(roster: Roster) -> Mask:
    """Rows of a rank beyond the seats of the body, without a first day and a decree."""
    members = roster.members
    if not {"peringkat", "tanggal_mulai", "nomor_sk"} <= set(members.columns):
        return np.zeros(len(members), bool)
    beyond = members["peringkat"].numbers() > members.of_bodies(lambda body: body.kursi.maks, 0)
    return np.asarray(beyond & _missing(roster, "tanggal_mulai") & ~members.known("nomor_sk"))


def _missing(roster: Roster, column: str) -> Mask:
    """Rows whose file has the column, and whose cell of it is empty."""
    members = roster.members
    has_column = np.array([column in file.columns for file in members.files], bool)
    return np.asarray(members[column].empty & has_column[members.file])


def _of_the_appointment(roster: Roster, column: str) -> Mask:
    """Rows whose last day is that of the term, or whose decree is that of the appointment."""
    members = roster.members
    own = members.leaving.decree if column == "nomor_sk" else members.leaving.day
    return np.asarray(members.known(column) & ~own)


def _params(roster: Roster, row: int, missing: _Rows, kept: _Rows) -> Params:
    members = roster.members
    if members.suspended[row]:
        return {"variant": "waiting"}
    empty = [column for column, rows in missing.items() if rows[row]]
    same = [column for column, rows in kept.items() if rows[row]]
    return {
        "variant": "both" if empty and same else "kept" if same else "empty",
        "status": members["status"].value(row),
        "columns": ", ".join(empty),
        "kept": ", ".join(same),
    }


TEXTS = """
title.id = Data pemberhentian belum lengkap
title.en = Leave not documented
why.id = Anggota berhenti karena meninggal, berhalangan tetap, mengundurkan diri, atau
  diberhentikan; masing-masing diverifikasi, diplenokan, dan diputuskan. Tanpa alasan, tanggal, dan
  nomor keputusan tidak terlihat dasar PAW-nya; berita acara membiarkannya berupa titik-titik. Siapa
  yang diberhentikan sementara tetap dihitung sebagai anggota sampai keputusannya terbit.
why.en = Members leave by death, permanent inability, resignation or dismissal; each is verified,
  put to the plenary and decided. Without reason, day and number of the decree the ground of the
  replacement is not seen, and the berita acara leaves a line of dots. Who is suspended keeps the
  seat until the decree.
message.empty.id = {person} berstatus {status}, tetapi ini kosong: {columns}
message.empty.en = {person} has the status {status}, but this is empty: {columns}
message.kept.id = {person} berstatus {status}, tetapi ini masih dari pengangkatannya, bukan dari
  pemberhentiannya: {kept}
message.kept.en = {person} has the status {status}, but this is still of the appointment, not of the
  leave: {kept}
message.both.id = {person} berstatus {status}, tetapi ini kosong: {columns}; dan ini masih dari
  pengangkatannya: {kept}
message.both.en = {person} has the status {status}, but this is empty: {columns}; and this is still
  of the appointment: {kept}
message.waiting.id = {person} diberhentikan sementara: menunggu keputusan pemberhentian
  (ps. 43 (6)); tetap dihitung sebagai anggota
message.waiting.en = {person} is suspended: waiting for the decree on the dismissal (art. 43 (6));
  the seat is not vacant
fix.id = Isi dari berita acara pleno dan surat keputusan pemberhentiannya: tanggal_selesai dan
  nomor_sk keputusan itu. Bagi yang diberhentikan sementara, isi setelah keputusannya terbit.
fix.en = Fill it in from the minutes of the plenary and the decree: tanggal_selesai and nomor_sk are
  its. For who is suspended, fill it in once the decree is there.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.status"),
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
        example(
            "8 status=mengundurkan diri, alasan=, tanggal_selesai=2024-06-01, nomor_sk=",
            without="alasan nomor_sk",
        ),
        example(
            "8 status=mengundurkan diri, alasan=diterima sebagai PPPK, tanggal_selesai=kemarin",
            "8 nomor_sk=110/PP.04-Kpt/3323/2024",
        ),  # V207
        # A reserve who declined: nobody dismissed him.
        example("18 status=mengundurkan diri, alasan=tidak bersedia, tanggal_mulai=, nomor_sk="),
        # Of no known body, and of no name.
        example("8 badan=PPX, status=meninggal", "9 nama=, nik=, status=meninggal"),
    ),
    fails=(
        # A reserve who declined for no reason that was written, and one who was appointed once.
        example(
            "18 status=mengundurkan diri, alasan=, tanggal_mulai=, nomor_sk=",
            "19 status=mengundurkan diri, alasan=sakit, tanggal_mulai=2024-06-01, nomor_sk=",
            at="18 19",
        ),
        # The last day and the decree are still those of the appointment.
        example("8 status=meninggal, alasan=sakit", at="8"),
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
        # The last rank of those who were elected.
        example(
            "6 status=mengundurkan diri, alasan=sakit, peringkat=5, tanggal_mulai=, nomor_sk=",
            at="6",
        ),
    ),
)
