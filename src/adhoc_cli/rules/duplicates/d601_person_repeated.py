"""D601: one NIK twice among the active of one body."""

from functools import partial

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.roster.repeats import paired, repeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Params, Roster, first_at, in_pairs, person_of, personal


def check(roster: Roster) -> Found:
    """Active rows with a valid NIK, body by body, in whatever places they stand."""
    members = roster.members
    nik = members["nik"]
    looked_at = members.active & nik.known
    often = np.bincount(nik.codes[looked_at], minlength=len(nik.values)) > 1
    # Few NIK stand twice at all: only their rows are told apart by body.
    rows = np.flatnonzero(looked_at & nik.value_in(often)) if often.any() else np.empty(0, np.intp)
    later, first = repeats(paired(members["badan"].codes[rows], nik.codes[rows]))
    among = int(np.count_nonzero(looked_at))
    params = partial(_params, roster)
    return in_pairs(roster, (rows[later], rows[first]), params, among=among, column="nik")


def _params(roster: Roster, row: int, before: int) -> Params:
    members = roster.members
    person, other = (str(members.value("nama", at) or "") for at in (row, before))
    return {
        "variant": "person" if person.casefold() == other.casefold() else "names",
        "nik": personal(str(members.value("nik", row)), Privacy.NIK),
        "first_person": person_of(members, before),
        "first_place": roster.places.region(str(members.value("kode_wilayah", before))),
        **first_at(members, before),
    }


TEXTS = """
title.id = Satu orang dua kali
title.en = One person twice
why.id = Satu NIK milik satu orang, dan satu orang hanya dapat bertugas satu kali dalam satu badan,
  di wilayah tempat ia berdomisili. Terhitung dua kali, ia menutupi kekurangan anggota yang
  sebenarnya.
why.en = A NIK is one person's, and a person can hold but one seat of a body, in the place where he
  or she lives. Counted twice, a person hides a seat that is really vacant.
message.person.id = NIK {nik} sudah tercatat aktif di {body} {first_place}
  ({first_file}:{first_line})
message.person.en = NIK {nik} is active already in the {body} of {first_place}
  ({first_file}:{first_line})
message.names.id = NIK {nik} sudah tercatat aktif atas nama {first_person} di {body} {first_place}
  ({first_file}:{first_line})
message.names.en = NIK {nik} is active already as {first_person} in the {body} of {first_place}
  ({first_file}:{first_line})
fix.person.id = Cocokkan dengan SK: hapus baris yang keliru, atau ubah statusnya bila ia sudah
  berhenti di sana.
fix.person.en = Compare with the decree: delete the wrong row, or change its status if the person
  has left there.
fix.names.id = Cocokkan kedua NIK dengan KTP-el: salah satunya salah salin, atau keduanya orang yang
  sama.
fix.names.en = Compare both with the identity cards: one NIK was miscopied, or both are one person.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota", "anggota.nik"),
    basis=Words(
        "PKPU 8/2022 pasal 35 ayat (1) huruf f; PP 37/2007 pasal 37",
        "PKPU 8/2022 article 35(1)(f); PP 37/2007 article 37",
    ),
    passes=(
        example(),
        example("18 nik=3323014606850006"),  # line 7's, but a reserve
        example("3 nik=3323014606850006"),  # line 7's: another body, D602
        example("8 nik=3323014606850006, status=mengundurkan diri"),
        example("8,9 nik=3323014606850006, status=mengundurkan diri"),
    ),
    fails=(
        example("11 nik=3323014606850006", at="11"),
        example(
            "8 nik=3323014606850006", "11 nik=3323014606850006, nama=WARSINI KEMBANGAN", at="8 11"
        ),
        # Who has left is not counted, before or behind.
        example("7-10 nik=3323014606850006", "7,10 status=mengundurkan diri", at="9"),
    ),
)
