"""T902: attendance of somebody who is in no roster."""

from functools import partial

import numpy as np

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example, of_file
from adhoc_cli.rules.attendance import links
from adhoc_cli.rules.found import Found, Reason, Roster, in_rows


def check(roster: Roster) -> Found:
    """Rows of bimtek.csv that name somebody, against all rows of members, of whatever status.

    A row that names nobody is V201's, one whose NIK cannot be read V202's.
    """
    bimtek, found = roster.table("bimtek"), links(roster)
    if not found:
        return Found(partly=Reason("column_absent", {"file": "bimtek.csv", "column": "nik"}))
    named, known = np.zeros(len(bimtek), bool), np.zeros(len(bimtek), bool)
    anybody = np.ones(len(roster.members), bool)
    for link in found:
        named |= link.attendance >= 0
        known |= link.attendance_of(anybody)
    return in_rows(
        roster,
        named & ~known,
        among=named,
        column="nik" if "nik" in bimtek else "nama",
        params=lambda row: {"variant": "nik" if bimtek.value("nik", row) else "name"},
        table=bimtek,
    )


_bimtek = partial(of_file, "bimtek", "kegiatan,tanggal,nama,badan,kode_wilayah,nik")
_PPK = "PPK,33.23.01"

TEXTS = """
title.id = Peserta tidak ada dalam daftar
title.en = Attendance of nobody listed
why.id = Peserta bimtek yang tidak ada dalam daftar anggota mana pun biasanya anggota yang NIK-nya
  salah salin di salah satu berkas, atau yang barisnya hilang; kehadiran orang yang benar lalu tidak
  terhitung.
why.en = A participant who is in no list of members is mostly a member whose NIK was miscopied in
  one of the files, or whose row is lost; the attendance of the right person is then not counted.
message.nik.id = NIK peserta tidak dimiliki siapa pun dalam daftar anggota
message.nik.en = nobody in the list of members has this participant's NIK
message.name.id = {person} ({body} {place}) tidak ada dalam daftar anggota
message.name.en = {person} ({body} {place}) is not in the list of members
fix.nik.id = Cocokkan NIK-nya dengan daftar hadir dan dengan anggota, termasuk baris yang ditolak;
  hapus barisnya bila ia tamu.
fix.nik.en = Compare the NIK with the attendance list and with the members, rejected rows too;
  delete the row of a guest.
fix.name.id = Cocokkan nama, badan, dan kode wilayahnya dengan anggota, termasuk baris yang ditolak;
  hapus barisnya bila ia tamu.
fix.name.en = Compare name, body and place code with the members, rejected rows too; delete the row
  of a guest.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota", "bimtek"),
    basis=FORMAT,
    passes=(
        _bimtek("Bimtek,2024-05-17,,,,3323010101800001"),
        _bimtek(f'Bimtek,2024-05-17,"WAGIMAN PITUTUR, S.Sos.",{_PPK},'),
        # A wrong NIK, but a name that is known; and one who has left since, or waits.
        _bimtek(f"Bimtek,2024-05-17,Wagiman Pitutur,{_PPK},3323011705860099"),
        example(
            "2 status=mengundurkan diri",
            "+bimtek kegiatan=Bimtek, tanggal=2024-05-17, nik=3323010101800001",
        ),
        _bimtek("Bimtek,2024-05-17,,,,3323011301920013"),
        # V201, V202
        _bimtek("Bimtek,2024-05-17,,,,", "Bimtek,2024-05-17,,,,123"),
    ),
    fails=(
        _bimtek(
            "Bimtek,2024-05-17,,,,3323010101800001",
            "Bimtek,2024-05-17,,,,3323011705860099",
            at="bimtek:3",
        ),
        _bimtek(
            f"Bimtek,2024-05-17,Wagiman,{_PPK},",
            "Bimtek,2024-05-17,Wagiman Pitutur,PPS,33.23.01.2016,",
            at="bimtek:2 bimtek:3",
        ),
    ),
)
