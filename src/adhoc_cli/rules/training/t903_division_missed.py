"""T903: a member who missed the training of the own division."""

from functools import partial

from adhoc_cli.rules.api import Facts, Severity, Words, example, of_file
from adhoc_cli.rules.found import Found, Params, Reason, Roster, in_rows, together
from adhoc_cli.rules.trainings import Attended, Came, absence, attended, is_training


def check(roster: Roster) -> Found:
    """Members of the divisions that an event of bimtek.csv is for, of bodies in office; without a
    list of an event nobody is missed there."""
    divided = [one for one in attended(roster) if any(one.event.audience.bodies.values())]
    found = [_missed(roster, one) for one in divided if _counts(roster, one)]
    return together([Found(), *found], None if found else Reason("no_division_event"))


def _counts(roster: Roster, one: Attended) -> bool:
    """Whether an event is a training: its columns say whom it is for, or its name what it is."""
    bodies = (roster.profile.badan[name] for name in one.event.audience.bodies)
    return one.event.audience.declared or any(is_training(b.bimtek, one.event) for b in bodies)


def _missed(roster: Roster, one: Attended) -> Found:
    of_all = [name for name in one.event.audience.bodies if one.event.is_for_all_of(name)]
    body = roster.members["badan"]
    whole = body.value_in([name in of_all for name in body.value_list])  # those are T901's
    known, absent = one.expected[one.came != Came.UNKNOWN], one.of(Came.ABSENT)

    def params(row: int) -> Params:
        return {**absence(roster, one, row), "division": roster.members.value("divisi", row)}

    return in_rows(roster, absent[~whole[absent]], among=int((~whole[known]).sum()), params=params)


TEXTS = """
title.id = Tidak mengikuti bimtek divisinya
title.en = Missed the training of the division
why.id = Bimtek per divisi hanya sampai kepada yang membidanginya: bila ia tidak hadir, tidak ada
  orang lain di PPK itu yang mendapat materinya. Kegiatannya untuk satu divisi bila kolom
  untuk_divisi atau namanya ("Bimtek PPK Divisi Data") menyebutnya.
why.en = The training of a division reaches only those who hold it: where they stay away, nobody
  else of that PPK has had it. An event is for a division where the column untuk_divisi says so, or
  its name ("Bimtek PPK Divisi Data").
message.missing.id = {person} ({body} {place}, {division}) tidak tercatat hadir: {training}, {day}
message.missing.en = {person} ({body} {place}, {division}) is in no attendance list: {training},
  {day}
message.absent.id = {person} ({body} {place}, {division}) tercatat tidak hadir: {training}, {day}
  ({first_file}:{first_line})
message.absent.en = {person} ({body} {place}, {division}) is recorded as absent: {training}, {day}
  ({first_file}:{first_line})
fix.missing.id = Cocokkan dengan daftar hadir; bila memang tidak hadir, sampaikan materinya atau
  ikutkan pada susulan.
fix.missing.en = Compare with the attendance list; if it was truly missed, hand on the material or
  arrange for another session.
fix.absent.id = Sampaikan materinya, atau ikutkan pada susulan dan catat kehadirannya.
fix.absent.en = Hand on the material, or arrange for another session and record the attendance.
"""

_bimtek = partial(of_file, "bimtek", "kegiatan,tanggal,nik,hadir,untuk_badan,untuk_divisi")
_DATA, _LEGAL, _CHAIR = "3323014404830004", "3323010505840005", "3323010101800001"


FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.divisi", "bimtek"),
    uses=("bimtek",),
    of=lambda body: bool(body.divisi),
    basis=Words(
        "Praktik: PPK dibimtek sehari penuh per divisi; bukan pasal",
        "Practice: a PPK has a full day of training by division; no article",
    ),
    tells_apart=("training", "day"),
    passes=(
        _bimtek(f"Bimtek PPK Divisi Data,2024-05-20,{_DATA},ya,,"),
        _bimtek(f"Rapat,2024-05-20,{_DATA},ya,PPK,Data"),
        # No list of it yet; still to come; and nothing says for which division.
        _bimtek("Bimtek,2024-05-20,,,PPK,Data"),
        _bimtek(f"Bimtek,2024-06-20,{_CHAIR},,PPK,Data"),
        _bimtek(f"Bimtek PPK Divisi Dapur,2024-05-20,{_CHAIR},ya,,"),
        # A further session; and a member who began after it.
        _bimtek(
            f"Bimtek,2024-05-20,{_LEGAL},ya,PPK,Data; Hukum",
            f"Bimtek susulan,2024-05-27,{_DATA},ya,PPK,Data; Hukum",
        ),
        example(
            "5 tanggal_mulai=2024-06-01",
            f"+bimtek kegiatan=Bimtek, tanggal=2024-05-20, nik={_LEGAL}, hadir=ya, "
            "untuk_badan=PPK, untuk_divisi=Data; Hukum",
        ),
    ),
    fails=(
        _bimtek(f"Bimtek,2024-05-20,{_LEGAL},ya,PPK,Data; Hukum", at="5"),
        _bimtek(f"Bimtek PPK Divisi Data,2024-05-20,{_DATA},tidak,,", at="5"),
        # To have been at another training does not count.
        _bimtek(
            f"Bimtek PPK,2024-05-17,{_DATA},ya,PPK,",
            f"Bimtek PPK Divisi Data,2024-05-20,{_LEGAL},ya,PPK,",
            at="5",
        ),
    ),
)
