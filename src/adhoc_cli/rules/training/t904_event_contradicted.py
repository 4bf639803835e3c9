"""T904: rows of one event that describe it differently."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from adhoc_cli.rules.api import FORMAT, Facts, Severity, of_file
from adhoc_cli.rules.events import DESCRIBED, Event, at_event, events_of, words_key
from adhoc_cli.rules.found import Finding, Found, Roster, described, first_at

_Spot = tuple[Event, str, int, int]


def check(roster: Roster) -> Found:
    """Every event of bimtek.csv, with what its rows say of place, hours, organiser and monitor."""
    events = events_of(roster)
    spots = [spot for event in events for spot in _contradictions(roster, event)]
    return described(len(events), spots, lambda spot: _finding(roster, *spot))


def _contradictions(roster: Roster, event: Event) -> Iterator[_Spot]:
    """Per column the first row that says something else than the first that says something."""
    bimtek = roster.table("bimtek")
    for name in (one for one in DESCRIBED if one in bimtek):
        rows = event.rows[bimtek[name].codes[event.rows] >= 0]
        if rows.size > 1:
            _, at = np.unique(bimtek[name].codes[rows], return_index=True)
            first, *others = sorted(rows[at].tolist())
            told = words_key(bimtek[name].text(first))
            differs = (row for row in others if words_key(bimtek[name].text(row)) != told)
            yield from ((event, name, first, row) for row in list(differs)[:1])


def _finding(roster: Roster, event: Event, name: str, first: int, row: int) -> Finding:
    bimtek = roster.table("bimtek")
    told = {"found": bimtek[name].text(row), "first": bimtek[name].text(first)}
    return at_event(roster, event, {**told, **first_at(bimtek, first)}, row=row, column=name)


TEXTS = """
title.id = Keterangan kegiatan bertentangan
title.en = One event, described in two ways
why.id = Satu kegiatan, yaitu nama dan tanggal yang sama untuk peserta yang sama, hanya punya satu
  tempat, jam, penyelenggara, dan pemantau. Bila barisnya menyebut dua, salah satunya salah, atau
  kegiatannya dua dan perlu dua nama; yang dipakai ialah yang pertama.
why.en = One event, that is one name and day for the same people, has one place, one time, one
  organiser and one monitor. Where its rows name two, one is wrong, or there are two events, which
  need two names; the first is used.
message.id = {training}, {day}: {column} "{found}", sebelumnya "{first}" ({first_file}:{first_line})
message.en = {training}, {day}: {column} "{found}", before that "{first}"
  ({first_file}:{first_line})
fix.id = Samakan selnya, atau bedakan nama atau untuk_wilayah kedua kegiatan itu.
fix.en = Make the cells agree, or give the two events different names or an untuk_wilayah each.
"""

_bimtek = partial(
    of_file, "bimtek", "kegiatan,tanggal,nik,tempat,jam,penyelenggara,pemantau,untuk_wilayah"
)

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "bimtek"),
    basis=FORMAT,
    tells_apart=("training", "day"),
    passes=(
        _bimtek(
            "Bimtek PPK,2024-05-17,,Pendopo,08.00,KPU,KPU,",
            "Bimtek PPK,2024-05-17,3323010101800001,PENDOPO,,,,",
            "Bimtek PPK,2024-05-18,3323010101800001,Gedung PIP,,,,",
        ),
        _bimtek(
            "Bimtek PPS,2024-05-26,,Aula Bulu,,PPK Bulu,,33.23.01",
            "Bimtek PPS,2024-05-26,,Aula Danupayan,,PPK Bulu,,33.23.01.2016",
        ),
    ),
    fails=(
        _bimtek(
            "Bimtek PPK,2024-05-17,,Pendopo,08.00,KPU,KPU,",
            "Bimtek PPK,2024-05-17,,Gedung PIP,,KPU,Bawaslu,",
            "Bimtek PPK,2024-05-17,,Aula Bulu,,,Panwascam,",  # the first that differs is told
            at="bimtek:3 bimtek:3",
        ),
    ),
)
