"""T901: a member without the training that the body must have had."""

from __future__ import annotations

import numpy as np

from adhoc_cli.roster.repeats import Positions
from adhoc_cli.rules.api import Rule, Severity, Words, example
from adhoc_cli.rules.attendance import Session, links, sessions
from adhoc_cli.rules.found import (
    Findings,
    Found,
    Params,
    Reason,
    Roster,
    at_row,
    listed,
    out_of_term,
    together,
)


def check(roster: Roster) -> Found:
    """Active members of bodies in office with a training in the profile, whom bimtek.csv can name.

    A body is judged once its training has been held or, where the profile sets a last day, after
    that day.
    """
    held = sessions(roster)
    if not held:
        return Found(partly=Reason("no_training", {"profile": roster.profile.nama}))
    in_office = roster.bodies_in_office
    judged = {name: session for name, session in held.items() if name in in_office}
    found = [_untrained(roster, session) for session in judged.values() if session.due]
    waiting = [name for name, session in judged.items() if not session.due]
    partly = Reason("no_session", {"bodies": listed(waiting)}) if waiting else None
    not_serving = out_of_term(roster, lambda body: body.bimtek is not None)
    return together([Found(), *found], partly or not_serving)


def _untrained(roster: Roster, session: Session) -> Found:
    rows = np.flatnonzero(session.expected & ~session.excused)
    checked = int(np.count_nonzero(session.expected))
    return Found(checked, int(rows.size), _findings(roster, rows, session))


def _findings(roster: Roster, rows: Positions, session: Session) -> Findings:
    absent = _absences(roster, session)[rows]
    for row, at in zip(rows.tolist(), absent.tolist(), strict=True):
        yield at_row(roster, row, params=_params(roster, at))


def _absences(roster: Roster, session: Session) -> Positions:
    """Per row of members the row that says that he or she was not there, or -1."""
    rows = np.flatnonzero(session.sheets.absent)
    found = [link.first_of(rows) for link in links(roster)]
    return np.asarray(np.maximum.reduce([np.full(len(roster.members), -1), *found]), np.intp)


def _params(roster: Roster, at: int) -> Params:
    if at < 0:
        return {"variant": "missing"}
    bimtek = roster.table("bimtek")
    file, line = bimtek.where(at)
    return {
        "variant": "absent",
        "training": bimtek.value("kegiatan", at),
        "day": bimtek.value("tanggal", at),
        "first_file": file,
        "first_line": line,
    }


def _attendance(*rows: tuple[str, str, str, str]) -> dict[str, tuple[dict[str, str], ...]]:
    """Rows of bimtek.csv: training, day, NIK, hadir."""
    columns = ("kegiatan", "tanggal", "nik", "hadir")
    return {"bimtek": tuple(dict(zip(columns, row, strict=True)) for row in rows)}


def _of_ppk(*came: str) -> tuple[tuple[str, str, str, str], ...]:
    """The five of the PPK at their bimtek, with `came` ("ya", "tidak") for each."""
    return tuple(
        ("Bimtek PPK", "2024-05-17", nik, there) for nik, there in zip(_PPK, came, strict=False)
    )


_PPK = (
    "3323010101800001", "3323014202810002", "3323010303820003", "3323014404830004",
    "3323010505840005",
)  # fmt: skip
_ALL_PPK = _of_ppk("ya", "ya", "ya", "ya", "ya")
_BY_NAME = {
    "bimtek": tuple(
        {"kegiatan": "Bimtek", "tanggal": "2024-05-17", "nama": name, "badan": "PPK",
         "kode_wilayah": "33.23.01"}
        for name in ("H. Wagiman Pitutur", "SULASTRI MENOREH", "Darmaji Kaliwatu, S.Pd.",
                     "Rukmini Tlagasari", "Paijo Ngasinan")
    )
}  # fmt: skip
_LAST_DAY = """
[ubah.badan.PPK.bimtek]
kegiatan = "bimtek"
paling_lambat = 10
"""

TEXTS = """
title.id = Belum mengikuti bimtek
title.en = Not trained
why.id = Setiap anggota mengikuti bimtek badannya: PPK sehari penuh per divisi, PPS pada hari
  pelantikannya. Yang tidak tercatat hadir, juga anggota PAW yang datang kemudian, bekerja tanpa
  pembekalan. Kegiatan yang namanya menyebut satu badan adalah milik badan itu; yang menyebut
  beberapa atau tidak satu pun, milik badan yang anggotanya tercatat di situ.
why.en = Every member has the training of the body: PPK a full day by division, PPS on the day of
  the oath. Whoever is not recorded as present, later replacements too, works without it. A training
  whose name says one body is of that body; one that says several or none is of those whose members
  are listed in it.
message.missing.id = {person} ({body} {place}) tidak tercatat hadir dalam bimtek
message.missing.en = {person} ({body} {place}) is in no attendance list of the training
message.absent.id = {person} ({body} {place}) tercatat tidak hadir: {training}, {day}
  ({first_file}:{first_line})
message.absent.en = {person} ({body} {place}) is recorded as absent: {training}, {day}
  ({first_file}:{first_line})
fix.missing.id = Cocokkan dengan daftar hadir (NIK, atau nama, badan, dan kode wilayah); bila memang
  belum, ikutkan pada bimtek susulan.
fix.missing.en = Compare with the attendance list (NIK, or name, body and place code); if the
  training was truly missed, arrange for another.
fix.absent.id = Ikutkan pada bimtek susulan dan catat kehadirannya.
fix.absent.en = Arrange for another training and record the attendance.
"""

RULE = Rule(
    code="T901",
    name="not-trained",
    severity=Severity.WARNING,
    needs=("anggota", "bimtek"),
    check=check,
    texts=TEXTS,
    uses=("bimtek",),
    basis=Words(
        "Praktik, menurut profil; bukan pasal",
        "Practice, by the profile; no article",
    ),
    passes=(
        example(add=_attendance(*_ALL_PPK)),
        example(add=_BY_NAME),
        # A second session made up for the first.
        example(
            add=_attendance(
                *_of_ppk("tidak"), *_ALL_PPK[1:], ("BIMTEK", "20/05/2024", _PPK[0], "ya")
            )
        ),
        # Who is listed for one to come has not missed it.
        example(add=_attendance(*_ALL_PPK[1:], ("Bimtek PPK susulan", "2024-06-11", _PPK[0], ""))),
        # A cell that cannot be read is another rule's.
        example(add=_attendance(*_ALL_PPK[1:], ("Bimtek PPK", "17-13-2024", _PPK[0], "ya"))),
        example(add=_attendance(*_ALL_PPK[1:], ("Bimtek PPK", "2024-05-17", _PPK[0], "x"))),
        # Another body's training, and none of the kind: nobody has to have been there.
        example(
            add=_attendance(
                ("Bimtek Sekretariat PPK", "2024-05-30", _PPK[0], "ya"),
                ("Rakor PPK", "2024-05-30", _PPK[0], "ya"),
            )
        ),
        example(add=_attendance(*_ALL_PPK[1:]), profile="pemilu-2024"),  # asks for no training
        # The last day has not passed.
        example(add=_attendance(*_ALL_PPK[1:]), settings=_LAST_DAY, as_of="2024-05-26"),
    ),
    fails=(
        example(add=_attendance(*_ALL_PPK[1:]), at="2"),
        example(add=_attendance(*_of_ppk("ya", "tidak", "", "ya", "ya")), at="3 4"),
        example("2 nama=Wagiman", add={"bimtek": _BY_NAME["bimtek"][:4]}, at="2 6"),
        example(add=_attendance(*_ALL_PPK[1:]), settings=_LAST_DAY, as_of="2024-05-27", at="2"),
        # The last day has passed, and nothing was held.
        example(
            add=_attendance(("Rakor", "2024-05-17", _PPK[0], "ya")), settings=_LAST_DAY, at="2-6"
        ),
    ),
)
