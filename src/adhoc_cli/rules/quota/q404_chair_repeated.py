"""Q404: more than one ketua in one place."""

import numpy as np

from adhoc_cli.roster.repeats import ByKey
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.rules.api import SEATS, Facts, Severity, example
from adhoc_cli.rules.found import (
    Body,
    Finding,
    Found,
    Roster,
    at_row,
    described,
    each_body,
    first_at,
    person_of,
)


def check(roster: Roster) -> Found:
    """Units with more ketua than the profile allows, shown at the first ketua too many."""
    return each_body(roster, lambda seats: _repeated(roster, seats), of=_has_chair)


def _has_chair(body: Body) -> bool:
    return _most_chairs(body) > 0


def _most_chairs(body: Body) -> int:
    return body.jabatan.get("ketua", (0, 0))[1]


def _repeated(roster: Roster, seats: BodySeats) -> Found:
    failed = np.flatnonzero(seats.chairs > _most_chairs(seats.body))
    if not failed.size:
        return Found(int(seats.chairs.size))
    members, unit_of = roster.members, seats.unit
    is_chair = members.serving & members["jabatan"].equals("ketua")
    chairs = ByKey(unit_of, np.flatnonzero(is_chair & (unit_of >= 0)))

    def finding(unit: int) -> Finding:
        first, *others = chairs.of(unit).tolist()
        params = {
            "chairs": int(seats.chairs[unit]),
            "first_person": person_of(members, first),
            **first_at(members, first),
            **seats.named(unit),
        }
        too_many = others[_most_chairs(seats.body) - 1]
        return at_row(roster, too_many, column="jabatan", params=params)

    return described(int(seats.chairs.size), failed, finding)


TEXTS = """
title.id = Ketua lebih dari satu
title.en = More than one ketua
why.id = PPK, PPS, dan KPPS masing-masing mempunyai tepat satu ketua, yang merangkap anggota.
  Biasanya ketua lama belum diubah jabatan atau statusnya setelah diganti.
why.en = A PPK, a PPS and a KPPS have exactly one ketua, who is one of the members. Mostly the role
  or the status of the former ketua was not changed after a replacement.
message.id = {body} {place}: {chairs} ketua; {person} di sini, {first_person} di
  {first_file}:{first_line}
message.en = {body} {place}: {chairs} ketua; {person} here, {first_person} at
  {first_file}:{first_line}
fix.id = Cocokkan dengan SK: hanya seorang yang menjadi ketua; ubah jabatan yang lain menjadi
  anggota.
fix.en = Compare with the decree: only one of them is ketua; make the others anggota.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    uses=("jabatan",),
    of=_has_chair,
    basis=SEATS,
    passes=(
        example(),
        example("18 jabatan=ketua"),  # a reserve holds no seat
        example("7 status=meninggal", "8 jabatan=ketua"),
    ),
    fails=(
        example("9 jabatan=ketua", at="9"),
        example("3 jabatan=Ketua PPK", "5 jabatan=ketua", at="3"),
    ),
)
