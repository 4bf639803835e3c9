"""P803: a reserve promoted past a better rank that still stands."""

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.places.listed import Index
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.rules.api import BY_RANK, Facts, Severity, example
from adhoc_cli.rules.found import (
    BodySeats,
    Found,
    Mask,
    Params,
    Roster,
    each_body,
    earlier,
    in_pairs,
)


def check(roster: Roster) -> Found:
    """Active members whose rank is beyond the seats of their unit: they were reserves once. Against
    the best of the reserves that the unit still has, without those who serve in another body."""
    return each_body(roster, lambda seats: _promoted(roster, seats))


def _promoted(roster: Roster, seats: BodySeats) -> Found:
    members = roster.members
    rank, unit = members["peringkat"].numbers(), seats.unit
    here = (unit >= 0) & (rank > 0)
    rows = np.flatnonzero(here & members.serving)
    rows = rows[rank[rows] > seats.most[unit[rows]]]
    reserves = np.flatnonzero(here & members.reserve)
    if rows.size and seats.body.tidak_rangkap:
        reserves = reserves[~_serves_elsewhere(roster)[reserves]]
    best = _best(unit[reserves], rank[reserves], reserves, seats.filled.size)[unit[rows]]
    skipped = best >= 0
    skipped[skipped] = rank[best[skipped]] < rank[rows[skipped]]

    def params(row: int, better: int) -> Params:
        ranks = {
            "rank": members.value("peringkat", row),
            "better": members.value("peringkat", better),
        }
        return {**ranks, **earlier(roster, better)}

    pairs = rows[skipped], best[skipped]
    return in_pairs(roster, pairs, params, among=rows.size, column="peringkat")


def _serves_elsewhere(roster: Roster) -> Mask:
    """Rows whose NIK serves in a body that allows no other post beside it."""
    members = roster.members
    if "nik" not in members:
        return np.zeros(len(members), bool)
    nik = members["nik"]
    excludes = members.of_bodies(lambda body: bool(body.tidak_rangkap), False)
    serves = np.zeros(len(nik.values) + 1, bool)
    serves[nik.codes[members.serving & excludes]] = True
    serves[-1] = False  # of no NIK
    return np.asarray(serves[nik.codes])


def _best(unit: Index, rank: NDArray[np.int64], reserves: Positions, units: int) -> Positions:
    """Per unit the row of its best reserve, of whom unit and rank are given; -1 for none."""
    best = np.full(units, -1, np.intp)
    # The last one written stays: the best rank, and of equal ones the earlier row.
    order = np.lexsort((-reserves, -rank))
    best[unit[order]] = reserves[order]
    return best


TEXTS = """
title.id = Peringkat dilewati
title.en = A rank was skipped
why.id = Calon PAW adalah peringkat berikutnya. Bila yang lebih rendah diangkat sementara yang lebih
  tinggi masih tercatat calon PAW, harus ada alasannya: menolak, tidak memenuhi syarat lagi, atau
  sudah bertugas di badan lain.
why.en = The next in rank succeeds. Where a lower one was appointed while a higher one still stands
  in reserve there has to be a reason: declined, no longer eligible, or serving in another body.
message.id = {person} (peringkat {rank}) menjabat, padahal {first_person} (peringkat {better}) masih
  calon PAW ({first_file}:{first_line})
message.en = {person} (rank {rank}) holds a seat while {first_person} (rank {better}) still waits in
  reserve ({first_file}:{first_line})
fix.id = Catat mengapa peringkat {better} dilewati: ubah status dan isi alasannya; atau betulkan
  kolom peringkat.
fix.en = Record why rank {better} was skipped: change the status and fill in alasan; or correct the
  column peringkat.
"""

_GONE = "8 status=mengundurkan diri"
_FIFTH = "19 status=aktif, tanggal_mulai=2024-06-05"

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.status", "anggota.peringkat"),
    uses=("penggantian",),
    basis=BY_RANK,
    passes=(
        example(_GONE, "18 status=aktif, tanggal_mulai=2024-06-05"),  # rank 4, the next
        # Rank 4 declined; rank 5 was next then.
        example("8,18 status=mengundurkan diri", _FIFTH),
        example("8 peringkat=3", "18 peringkat=2"),
        example(_GONE, f"{_FIFTH}, peringkat="),
        example(_GONE, f"{_FIFTH}, peringkat=4"),  # as line 18 has: D605
        example(_GONE, "18 peringkat=0", _FIFTH),  # 0 is no rank
        # There is no reserve any more.
        example(_GONE, "20 status=aktif", drop="18-19"),
        # Rank 4 serves in the PPK by now.
        example(_GONE, _FIFTH, "18 nik=3323010505840005"),
        # Another desa's reserve is nobody's here.
        example(_GONE, _FIFTH, drop="18"),
    ),
    fails=(
        example(_GONE, _FIFTH, at="19"),
        example(
            "3,4 status=mengundurkan diri",
            "15,17 status=aktif, tanggal_mulai=2024-02-05",
            profile="pemilu-2024",
            as_of="2024-03-01",
            at="15 17",
        ),
        example(_GONE, "18 peringkat=1", _FIFTH, at="19"),
        # Nobody without a NIK is known to serve elsewhere; the first row is one like any other.
        example(
            "2 nik=, status=cadangan, peringkat=6", "4 peringkat=7", "7 nik=", drop="13", at="4"
        ),
    ),
)
