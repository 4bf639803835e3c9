"""P804: somebody who left, or has not begun, with the status of a member who serves or waits."""

import numpy as np

from adhoc_cli.roster.leaving import not_waiting
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Found, Mask, Params, Roster, in_rows, out_of_term, together

_COLUMNS = {
    "ended": "tanggal_selesai", "ahead": "tanggal_mulai", "reason": "alasan", "note": "keterangan",
    "late": "nama", "named": "nama",
}  # fmt: skip


def check(roster: Roster) -> Found:
    """Active members with a name, and reserves, of bodies in office, against what else their row
    says; the first of it is told."""
    members = roster.members
    in_office = [members.of_body(body) for body in roster.bodies_in_office]
    serve = np.logical_or.reduce([np.zeros(len(members), bool), *in_office])
    return together([_serving(roster, serve), _waiting(roster, serve)], out_of_term(roster))


def _serving(roster: Roster, serve: Mask) -> Found:
    members, left = roster.members, roster.members.left
    active = members.active & members.named & serve
    failed = np.logical_or.reduce([np.zeros(len(active), bool), *left.values()]) & serve

    def params(row: int) -> Params:
        why = next(why for why, rows in left.items() if rows[row])
        column = _COLUMNS[why]
        found = members.value(column, row)
        return {"variant": why, "column": column, "found": found}

    checked = int(np.count_nonzero(active))
    return in_rows(roster, failed, among=checked, params=params)


def _waiting(roster: Roster, serve: Mask) -> Found:
    members = roster.members
    reserve = members.reserve & serve
    gone = not_waiting(members, reserve, members.by_name)
    failed = np.logical_or.reduce([*gone.values()])

    def params(row: int) -> Params:
        column = next(column for column, rows in gone.items() if rows[row])
        return {"variant": "waiting", "column": column, "found": members.value(column, row)}

    return in_rows(roster, failed, among=reserve, params=params)


TEXTS = """
title.id = Sudah berhenti, tetapi berstatus aktif
title.en = Left, but active
why.id = Siapa yang sudah berhenti atau belum mulai bertugas tidak mengisi kuota, walaupun statusnya
  aktif atau kosong. Tanggal selesai pada akhir masa kerja tidak salah. Calon PAW
  yang meninggal atau mundur tidak lagi menunggu.
why.en = Whoever left, or has not begun, fills no seat, even where the status says aktif or nothing.
  An end of duty at the end of the term is not wrong. A reserve
  who died or withdrew waits no longer.
message.ended.id = berstatus aktif, tetapi selesai bertugas {found}; tidak dihitung mengisi kuota
message.ended.en = active, but duty ended on {found}; not counted as filling a seat
message.ahead.id = berstatus aktif, tetapi baru bertugas mulai {found}; belum dihitung mengisi kuota
message.ahead.en = active, but duty begins on {found}; not yet counted as filling a seat
message.reason.id = berstatus aktif, tetapi alasan berhentinya "{found}"; tidak dihitung mengisi
  kuota
message.reason.en = active, but the reason for leaving is "{found}"; not counted as filling a seat
message.note.id = berstatus aktif, tetapi keterangannya "{found}"; tidak dihitung mengisi kuota
message.note.en = active, but the note says "{found}"; not counted as filling a seat
message.late.id = berstatus aktif, tetapi namanya menyebut almarhum; tidak dihitung mengisi kuota
message.late.en = active, but the name says that the person died; not counted as filling a seat
message.named.id = berstatus aktif, tetapi di kolom nama tertulis "{found}"; tidak dihitung mengisi
  kuota
message.named.en = active, but the name is written "{found}"; not counted as filling a seat
message.waiting.id = berstatus cadangan, tetapi menurut kolom {column} ia tidak lagi menunggu:
  "{found}"
message.waiting.en = in reserve, but waits no longer as the column {column} says: "{found}"
fix.id = Isi status yang benar (mengundurkan_diri, meninggal, …), atau kosongkan {column}
  bila ia masih bertugas.
fix.en = Fill in the right status (mengundurkan diri, meninggal, cadangan, …), or empty {column}
  where the person still serves.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota",),
    basis=FORMAT,
    passes=(
        example(),
        example("8 tanggal_selesai=2025-01-27", as_of="2025-01-27"),
        example("8 status=meninggal, alasan=Meninggal dunia"),
        example("8 alasan=menggantikan anggota yang mengundurkan diri"),
        example("8 keterangan=diganti nomor HP-nya", "9 keterangan=siap diganti"),
        # A party was left, and has to be, to serve here.
        example("8 keterangan=mundur dari parpol tahun 2017", "9 alasan=penunjukan langsung"),
        example("18 keterangan=tidak terpilih, nilai 62", "19 alasan=peringkat di luar kuota"),
    ),
    fails=(
        example(
            "8 tanggal_selesai=2024-06-01",
            "9 status=, alasan=Meninggal dunia",
            "10 keterangan=mengundurkan diri per 1 Juni",
            "11 nama=Marsiyah Ngelo (alm)",
            "12 tanggal_mulai=2024-07-01",
            at="8-12",
        ),
        example(
            "8 keterangan=diganti oleh Tono",
            "9 keterangan=Sudah diganti",
            "10 alasan=digantikan Rina",
            "11 nama=Marsiyah Ngelo (mundur)",
            at="8-11",
        ),
        example(
            "18 nama=Alm. Mulyono Pandansari",
            "19 keterangan=mengundurkan diri dari cadangan",
            "20 alasan=meninggal dunia",
            at="18-20",
        ),
    ),
)
