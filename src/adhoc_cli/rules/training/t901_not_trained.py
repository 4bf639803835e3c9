"""T901: a member without the training that the body must have had."""

from adhoc_cli.rules.api import PRACTICE, Facts, Severity, example
from adhoc_cli.rules.found import (
    Found,
    Params,
    Reason,
    Roster,
    in_rows,
    listed,
    out_of_term,
    together,
)
from adhoc_cli.rules.trainings import Session, absence, attended, sessions


def check(roster: Roster) -> Found:
    """Active members of bodies in office with a training in the profile, whom bimtek.csv can name
    and whom an event was for.

    A body is judged once a training for all of it has been held or, where the profile sets a last
    day, after that day.
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
    def params(row: int) -> Params:
        at = int(session.missed_at[row])
        return {"variant": "never"} if at < 0 else absence(roster, attended(roster)[at], row)

    return in_rows(roster, session.missed, among=session.expected, params=params)


def _came(nik: str, there: str, event: str = "Bimtek PPK", day: str = "2024-05-17") -> str:
    return f"+bimtek kegiatan={event}, tanggal={day}, nik={nik}, hadir={there}"


_PPK = (
    "3323010101800001", "3323014202810002", "3323010303820003", "3323014404830004",
    "3323010505840005",
)  # fmt: skip
_ALL_PPK = tuple(_came(nik, "ya") for nik in _PPK)
_BY_NAME = tuple(
    f"+bimtek kegiatan=Bimtek PPK, tanggal=2024-05-17, nama={name}, badan=PPK,"
    " kode_wilayah=33.23.01"
    for name in ("H. Wagiman Pitutur", "SULASTRI MENOREH", "Darmaji Kaliwatu, S.Pd.",
                 "Rukmini Tlagasari", "Paijo Ngasinan")
)  # fmt: skip
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
  pembekalan. Untuk siapa sebuah kegiatan diadakan disebut kolom untuk_badan, untuk_divisi, dan
  untuk_wilayah, atau namanya ("Bimtek PPK"); bila tidak disebut, tidak ada yang dianggap absen.
  Hadir pada kegiatan lain tidak menggantikannya, hadir pada susulannya menggantikan.
why.en = Every member has the training of the body: PPK a full day by division, PPS on the day of
  the oath. Whoever is not recorded as present, later replacements too, works without it. The
  columns untuk_badan, untuk_divisi and untuk_wilayah say whom an event is for, or its name ("Bimtek
  PPK"); where nothing does, nobody counts as absent. Another event does not stand in for it, a
  further session of it ("susulan") does.
message.missing.id = {person} ({body} {place}) tidak tercatat hadir: {training}, {day}
message.missing.en = {person} ({body} {place}) is in no attendance list: {training}, {day}
message.absent.id = {person} ({body} {place}) tercatat tidak hadir: {training}, {day}
  ({first_file}:{first_line})
message.absent.en = {person} ({body} {place}) is recorded as absent: {training}, {day}
  ({first_file}:{first_line})
message.never.id = {person} ({body} {place}) belum tercatat mengikuti bimtek apa pun
message.never.en = {person} ({body} {place}) is in no attendance list of any training
fix.missing|never.id = Cocokkan dengan daftar hadir (NIK, atau nama, badan, dan kode wilayah); bila
  memang belum, ikutkan pada bimtek susulan.
fix.missing|never.en = Compare with the attendance list (NIK, or name, body and place code); if the
  training was truly missed, arrange for another.
fix.absent.id = Ikutkan pada bimtek susulan dan catat kehadirannya.
fix.absent.en = Arrange for another training and record the attendance.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "bimtek"),
    uses=("bimtek",),
    basis=PRACTICE,
    passes=(
        example(*_ALL_PPK),
        example(*_BY_NAME),
        # A second session made up for the first.
        example(
            _came(_PPK[0], "tidak"),
            *_ALL_PPK[1:],
            _came(_PPK[0], "ya", "BIMTEK PPK SUSULAN", "20/05/2024"),
        ),
        # Who is listed for one to come has not missed it.
        example(*_ALL_PPK[1:], _came(_PPK[0], "", "Bimtek PPK susulan", "2024-06-11")),
        # A cell that cannot be read is another rule's.
        example(*_ALL_PPK[1:], _came(_PPK[0], "ya", "Bimtek PPK", "17-13-2024")),
        example(*_ALL_PPK[1:], _came(_PPK[0], "x")),
        # One division's training is for nobody else, and a name that says no body for nobody.
        example(_came(_PPK[3], "ya", "Bimtek PPK Divisi Data")),
        example(_came(_PPK[0], "ya", "Bimtek")),
        # Another body's training, and none of the kind: nobody has to have been there.
        example(
            _came(_PPK[0], "ya", "Bimtek Sekretariat PPK", "2024-05-30"),
            _came(_PPK[0], "ya", "Rakor PPK", "2024-05-30"),
        ),
        example(*_ALL_PPK[1:], profile="pemilu-2024"),  # asks for no training
        # The last day has not passed.
        example(*_ALL_PPK[1:], settings=_LAST_DAY, as_of="2024-05-26"),
        example(*_ALL_PPK, as_of="2024-05-25"),  # before there is a PPS
    ),
    fails=(
        example(*_ALL_PPK[1:], at="2"),
        example(
            _ALL_PPK[0],
            _came(_PPK[1], "tidak"),
            _came(_PPK[2], ""),
            *_ALL_PPK[3:],
            at="3 4",
        ),
        example("2 nama=Wagiman", *_BY_NAME[:4], at="2 6"),
        example(*_ALL_PPK[1:], settings=_LAST_DAY, as_of="2024-05-27", at="2"),
        # The last day has passed, and nothing was held.
        example(_came(_PPK[0], "ya", "Rakor"), settings=_LAST_DAY, at="2-6"),
    ),
)
