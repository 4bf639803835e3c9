"""C951: an item of coordination that is not done although its last day is over."""

import numpy as np

from adhoc_cli.checklist.board import Board, State, boards
from adhoc_cli.checklist.items import Planned, roles_at
from adhoc_cli.checklist.of_roster import expected_plan
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.codes import kind_of
from adhoc_cli.rules.api import Example, Facts, Severity, Words
from adhoc_cli.rules.found import Finding, Findings, Found, Params, Roster, together, walked
from adhoc_cli.rules.journal import done, marked, with_journal, without_term


@with_journal
def check(roster: Roster, journal: Journal) -> Found:
    """Every active item of an expected body in office at every listed place of its level."""
    both = boards(roster.places, expected_plan(roster), journal, roster.as_of)
    return together([_of_level(roster, board) for board in both.values()], without_term(roster))


def _of_level(roster: Roster, board: Board) -> Found:
    late = board.state == State.OVERDUE
    grave = np.array([_severity(planned) is Severity.ERROR for planned in board.plan], bool)
    errors = int(np.count_nonzero(late[:, grave]))
    failed = int(np.count_nonzero(late))
    counts = {Severity.ERROR: errors, Severity.WARNING: failed - errors}
    return Found(int(np.count_nonzero(board.asked)), failed, _findings(roster, board), counts)


def _severity(planned: Planned) -> Severity:
    """An error where the law sets the day; where that was not verified, a warning."""
    return Severity.ERROR if planned.due.legal and planned.item.is_sure else Severity.WARNING


@walked
def _findings(roster: Roster, board: Board) -> Findings:
    """The law's deadlines first, then the longest overdue; places in the order of their file."""
    order = sorted(
        range(len(board.plan)),
        key=lambda at: (not board.plan[at].due.legal, board.plan[at].due.day or roster.as_of),
    )
    kinds = roster.places.kinds_of_desa if board.level == "desa" else []
    places = roster.places.level(board.level)
    for at in order:
        planned = board.plan[at]
        for unit in np.flatnonzero(board.state[:, at] == State.OVERDUE).tolist():
            kind = kinds[unit] if kinds else kind_of(places.codes[unit])
            yield Finding(
                region=places.region(unit),
                body=planned.item.badan,
                params=_params(roster, board, unit, at, kind),
                own=_severity(planned),
            )


def _params(roster: Roster, board: Board, unit: int, at: int, kind: str) -> Params:
    planned, due = board.plan[at], board.due_at(unit, at)
    scheduled = bool(board.scheduled[unit, at])
    return {
        "variants": ("late", "law" if planned.due.legal else "practice")
        + (("scheduled",) if scheduled else ()),
        "item": planned.id,
        "roles": ", ".join(roles_at(planned.item, kind)),
        "purpose": planned.item.purpose,
        "deadline": due.day,
        "days": -(due.left(roster.as_of) or 0),
    }


# Items of its own, due before those of any profile are: none of theirs is looked at here.
_ITEMS = """
[ubah.butir.A-1]
badan = "PPK"
pemangku = ["camat"]
tujuan_id = "Nama calon sekretariat"
tujuan_en = "Names for the secretariat"
batas = { tanggal = 2024-05-18 }
hukum = true

[ubah.butir.A-2]
badan = "PPS"
pemangku = ["kades", "lurah"]
tujuan_id = "Perkenalan"
tujuan_en = "Introduction"
batas = { tanggal = 2024-05-19 }

[ubah.badan.PPS]
mulai = 2024-05-16
"""
_PPK = done("33.23.01", "A-1")
_PPS = (done("33.23.01.2016", "A-2"), done("33.23.01.2013", "A-2"))
_SCHEDULED = '2024-05-20T10:00:00+07:00,Sri,33.23.01.2016,A-2,dijadwalkan,2024-05-24,,""'
_FELL_THROUGH = '2024-05-20T10:00:00+07:00,Sri,33.23.01.2013,A-2,batal,,,"kades ke luar kota"'
# The office's own items are due before these.
_OFFICE = (done("33.23", "KPU-01"), done("33.23", "KPU-03"), done("33.23.01", "KPU-04"))
_UNDONE = '2024-05-20T10:00:00+07:00,Sri,33.23.01,A-1,dicabut,,,""'


def _on(day: str, *lines: str, at: str = "") -> Example:
    return marked(*_OFFICE, *lines, at=at, settings=_ITEMS, as_of=day)


TEXTS = """
title.id = Koordinasi terlambat
title.en = Coordination overdue
why.id = Sesudah pelantikan setiap PPK menemui camat, kapolsek, danramil, dan puskesmas, dan setiap
  PPS menemui kades atau lurah; sekretariat berasal dari sana, menurut aturan dalam
  {secretariat_days} hari. Batas waktu dari aturan yang terlewat adalah kesalahan; batas waktu
  menurut kebiasaan, atau yang belum terverifikasi, adalah peringatan. Kegiatan yang menunggu
  kegiatan lain belum terlambat. Yang dijadwalkan atau batal belum terlaksana. Diperiksa sejak ada
  koordinasi.csv; mulailah dengan adhoc checklist mark.
why.en = After the oath every PPK visits camat, kapolsek, danramil and puskesmas, every PPS its
  kades or lurah; the secretariats come out of it, by law within {secretariat_days} days. A deadline
  of the law that is over is an error, one of practice or not verified a warning. What waits for
  another item is not late. What is scheduled or fell through is not done. Checked once there is a
  koordinasi.csv; adhoc checklist mark begins it.
message.late.id = {place}: {item} dengan {roles} belum terlaksana; batas waktunya {deadline}, lewat
  {days} hari
message.late.en = {place}: {item} with {roles} is not done; it was due on {deadline}, {days} days
  ago
message.law.id = batas waktu ini dari aturan
message.law.en = the law sets this deadline
message.practice.id = batas waktu ini menurut kebiasaan
message.practice.en = this deadline is practice
message.scheduled.id = sudah dijadwalkan
message.scheduled.en = a day is set
fix.late.id = Mohon dikoordinasikan; keperluan dan kontaknya: adhoc checklist show. Sesudah
  terlaksana: adhoc checklist mark.
fix.late.en = Please see to it; what for, and whom to call: adhoc checklist show. Once it is done:
  adhoc checklist mark.
fix.law.id = Mohon didahulukan; bila batas waktu setempat lain, ubah di adhoc.toml ([ubah.butir]).
fix.law.en = Do this first; where the deadline is another one here, say so in adhoc.toml
  ([ubah.butir]).
fix.practice.id = Kegiatan yang tidak berlaku di sini dapat dinonaktifkan di adhoc.toml: aktif =
  false.
fix.practice.en = An item that does not apply here can be switched off in adhoc.toml: aktif = false.
fix.scheduled.id = Pastikan harinya masih berlaku.
fix.scheduled.en = Make sure that the day still holds.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa"),
    uses=("butir",),
    basis=Words(
        "Sekretariat: PKPU 8/2022, Kep KPU 534/2022; selebihnya kebiasaan, dengan sumber pada "
        "tiap kegiatan",
        "Secretariats: PKPU 8/2022, Kep KPU 534/2022; the rest is practice, with the source of "
        "each item",
    ),
    tells_apart=("item",),
    passes=(
        _on("2024-05-21", _PPK, *_PPS),
        _on("2024-05-18", *_PPS),  # the last day
    ),
    fails=(
        _on("2024-05-19", *_PPS, at="place"),
        _on("2024-05-20", _PPK, _PPS[0], at="place"),
        _on("2024-05-21", _PPK, *_PPS, _SCHEDULED, _FELL_THROUGH, _UNDONE, at="place place place"),
        # A kelurahan by its jenis, whatever its code: its lurah is to be met.
        _on("2024-05-20", _PPK, _PPS[1], at="place")._replace(
            change={"desa:2": {"jenis": "kelurahan"}},
        ),
    ),
)
