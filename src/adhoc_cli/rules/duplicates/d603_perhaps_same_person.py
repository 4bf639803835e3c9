"""D603: one name and one date of birth with two NIK."""

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.names import name_key
from adhoc_cli.roster.repeats import Positions, paired, repeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Mask, Params, Privacy, Roster, earlier, in_pairs, personal
from adhoc_cli.rules.people import likeness_of_members, mixed, name_numbers, perhaps_repeated


def check(roster: Roster) -> Found:
    """Active members and reserves with name, date of birth and a valid NIK. Only names of people
    who share their birthday are taken apart."""
    members = roster.members
    nik, birth = members["nik"], members["tanggal_lahir"]
    looked_at = (members.serving | members.reserve) & nik.known & birth.known
    often = np.bincount(birth.codes[looked_at], minlength=len(birth.values)) > 1
    rows = _perhaps_alike(roster, np.flatnonzero(looked_at & birth.value_in(often)))
    persons = paired(name_numbers(members["nama"], rows, name_key), birth.codes[rows])
    again, before = repeats(persons)
    later, first = rows[again], rows[before]
    differ = (nik.codes[later] != nik.codes[first]) & ~_told(roster, later, persons[again])

    def params(row: int, before: int) -> Params:
        return {
            "nik": personal(str(members.value("nik", row)), Privacy.NIK),
            "first_nik": personal(str(members.value("nik", before)), Privacy.NIK),
            **earlier(roster, before),
        }

    among = int(np.count_nonzero(looked_at))
    return in_pairs(roster, (later[differ], first[differ]), params, among=among, column="nik")


def _perhaps_alike(roster: Roster, rows: Positions) -> Positions:
    """Of rows those whose birthday and likeness of name another one has, too."""
    likeness = likeness_of_members(roster)
    if likeness is None:
        return rows
    names, birth = roster.members["nama"], roster.members["tanggal_lahir"]
    return rows[perhaps_repeated(likeness[names.codes[rows]] ^ mixed(birth.codes[rows]))]


def _told(roster: Roster, later: Positions, persons: NDArray[np.int64]) -> Mask:
    """Rows of a person and NIK that was told already in an earlier one."""
    members = roster.members
    nik = members["nik"]
    told = np.zeros(later.size, bool)
    twice = np.flatnonzero(members.repeated_nik[later])
    again, _ = repeats(paired(persons[twice], nik.codes[later[twice]]))
    told[twice[again]] = True
    return told


TEXTS = """
title.id = Mungkin orang yang sama
title.en = Perhaps the same person
why.id = Nama dan tanggal lahir yang sama dengan NIK berbeda sering berarti satu orang yang NIK-nya
  salah salin; rangkap jabatannya lalu tidak ketahuan. Gelar, huruf besar, dan ejaan Moh./Muhammad
  diabaikan. Nama yang sama saja bukan temuan: itu biasa.
why.en = One name and one date of birth with two NIK often mean one person whose NIK was miscopied;
  a second post then goes unseen. Titles, capitals and the spelling of Moh./Muhammad do not count.
  The same name alone is no finding: that is usual.
message.id = nama dan tanggal lahir {person} sama dengan {first_person}, {first_body} {first_place}
  ({first_file}:{first_line}), tetapi NIK-nya lain: {nik} dan {first_nik}
message.en = {person} has the name and date of birth of {first_person}, {first_body} {first_place}
  ({first_file}:{first_line}), but another NIK: {nik} and {first_nik}
fix.id = Cocokkan kedua NIK dengan KTP-el dan betulkan yang salah; biarkan bila memang dua orang.
fix.en = Compare both NIK with the identity cards and correct the wrong one; leave them where they
  are two people.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.nik", "anggota.tanggal_lahir"),
    basis=Words(
        "PP 37/2007 pasal 37 (satu orang satu NIK)", "PP 37/2007 article 37 (one NIK a person)"
    ),
    passes=(
        example(),
        # The same name alone.
        example("3 nama=Warsini Kembangan"),
        example("3 tanggal_lahir=1985-06-06"),
        # The same NIK: D601 or D602.
        example("3 nama=Warsini Kembangan, tanggal_lahir=1985-06-06, nik=3323014606850006"),
        example("3 nama=Warsini Kembangan, tanggal_lahir=1985-06-06, nik="),
        example("3 nama=Warsini Kembangan, tanggal_lahir=1985-06-06, status=meninggal"),
    ),
    fails=(
        example("3 nama=Warsini Kembangan, tanggal_lahir=1985-06-06", at="7"),
        # A reserve; and of three NIKs of a name, the second again, told once.
        example("18 nama=Hj. WARSINI KEMBANGAN, S.Pd., tanggal_lahir=1985-06-06", at="18"),
        example(
            "2 nama=Moh. Wagiman, tanggal_lahir=1990-01-01",
            "8 nama=Muhammad Wagiman, tanggal_lahir=01/01/1990",
            "9 nama=M. Wagiman, tanggal_lahir=1 Januari 1990",
            "11 nama=Muhammad Wagiman, tanggal_lahir=1990-01-01, nik=3323010707860007",
            at="8 9",
        ),
        # Two people of one birthday, each with a NIK of their own and one that both have.
        example(
            "2,3 nama=Wagiman Pitutur, tanggal_lahir=1980-02-01",
            "4,9 nama=Darmaji Kaliwatu, tanggal_lahir=1980-02-01",
            "3,9 nik=3323014606850006",
            at="3 9",
        ),
    ),
)
