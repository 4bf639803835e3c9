"""D605: two reserves of one place and body with one rank."""

import numpy as np

from adhoc_cli.roster.repeats import paired, repeats
from adhoc_cli.rules.api import BY_RANK, Facts, Severity, example
from adhoc_cli.rules.found import (
    Found,
    Params,
    Roster,
    earlier,
    in_pairs,
    unknown_units,
)


def check(roster: Roster) -> Found:
    """Reserves with a rank in a listed place; one of a TPS body may have none yet."""
    members = roster.members
    looked_at = members.reserve & members["peringkat"].known & members["badan"].known
    rows = np.flatnonzero(looked_at)
    rows = rows[members.unit[rows] >= 0] if rows.size else rows
    place = paired(members["badan"].codes[rows], members.unit[rows])
    later, first = repeats(paired(place, members["peringkat"].numbers()[rows]))

    def params(row: int, before: int) -> Params:
        rank, tps = (members.value(column, row) for column in ("peringkat", "tps"))
        return {"rank": rank, "tps": tps, **earlier(roster, before)}

    return in_pairs(
        roster,
        (rows[later], rows[first]),
        params,
        among=rows.size,
        column="peringkat",
        partly=unknown_units(roster),
    )


_TPS = "+tps kode_desa=33.23.01.2016, nomor="

TEXTS = """
title.id = Peringkat calon PAW ganda
title.en = Two reserves of one rank
why.id = Kekurangan anggota diisi peringkat berikutnya. Bila dua calon PAW memegang peringkat yang
  sama, tidak jelas siapa yang berikutnya.
why.en = A vacant seat goes to the next in rank. Where two reserves hold one rank nobody can say who
  is next.
message.id = {body} {place}: peringkat {rank} juga dipegang {first_person}
  ({first_file}:{first_line})
message.en = {body} {place}: {first_person} holds rank {rank} too ({first_file}:{first_line})
fix.id = Cocokkan dengan pengumuman hasil seleksi dan betulkan kolom peringkat.
fix.en = Compare with the announced results of the selection and correct the column peringkat.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.status", "anggota.peringkat"),
    uses=("penggantian",),
    basis=BY_RANK,
    passes=(
        example(),
        example("19,20 peringkat="),
        example("19 peringkat=4, status=aktif"),
        # Reserves of two TPS of one desa, and one who has no TPS yet.
        example(
            "18 badan=KPPS, peringkat=8, tps=1",
            "19 badan=KPPS, peringkat=8, tps=2",
            "20 badan=KPPS, peringkat=8",
            f"{_TPS}1",
            f"{_TPS}2",
        ),
    ),
    fails=(
        example("19 peringkat=4", at="19"),
        example("13,17 peringkat=8", at="15 17"),
        example(
            "18 badan=KPPS, peringkat=8, tps=1",
            "20 badan=KPPS, peringkat=8, tps=TPS 01",
            f"{_TPS}1",
            at="20",
        ),
    ),
)
