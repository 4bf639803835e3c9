"""T906: a body that was trained later after its oath than is usual."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from adhoc_cli.rules.api import PRACTICE, Facts, Severity, of_file
from adhoc_cli.rules.events import Event, at_event, events_of
from adhoc_cli.rules.found import Body, Finding, Found, Roster, described, out_of_term
from adhoc_cli.rules.trainings import is_training


def check(roster: Roster) -> Found:
    """The first training for all of a body in office, in each place that has one of its own, where
    the profile says when it usually is."""
    firsts = [
        (event, name, _days_late(event, roster.profile.badan[name]))
        for name in roster.bodies_in_office
        if _usual(roster.profile.badan[name]) is not None
        for event in _firsts(roster, name)
    ]
    late = [one for one in firsts if one[2] > 0]
    partly = out_of_term(roster, lambda body: _usual(body) is not None)
    return described(len(firsts), late, lambda one: _finding(roster, *one), partly=partly)


def _usual(body: Body) -> int | None:
    return body.bimtek.biasanya if body.bimtek else None


def _firsts(roster: Roster, name: str) -> Iterator[Event]:
    """The first training of a body in each place: none where one for all was held before."""
    training = roster.profile.badan[name].bimtek
    events = [e for e in events_of(roster) if e.is_for_all_of(name) and is_training(training, e)]
    trained: set[str] = set()
    for event in sorted(events, key=lambda event: event.day):
        places = set(event.audience.places) or {""}
        if "" not in trained and not places <= trained:
            yield event
        trained |= places


def _days_late(event: Event, body: Body) -> int:
    place = next(iter(event.audience.places), "")
    oath = body.oath_in(place)
    usual = _usual(body)
    if oath is None or usual is None:
        return 0
    return (event.day - oath - timedelta(days=usual)).days


def _finding(roster: Roster, event: Event, name: str, days: int) -> Finding:
    oath = roster.profile.badan[name].oath_in(next(iter(event.audience.places), ""))
    return at_event(roster, event, {"days": days, "begin": oath}, body=name)


TEXTS = """
title.id = Bimtek sesudah hari pelantikan
title.en = Trained after the oath
why.id = Menurut kebiasaan, PPS dibimtek pada hari pelantikannya, selagi semuanya berkumpul. Bimtek
  yang lebih kemudian bukan pelanggaran; catatan ini menunjukkan sejak kapan PPS bekerja tanpa
  pembekalan, atau bahwa tanggalnya salah tulis.
why.en = By custom a PPS is trained on the day of its oath, while all are together. A later training
  breaks no rule; this note tells how long a PPS worked without it, or that a day was mistyped.
message.id = {training}: {body} dibimtek pada {day}, {days} hari lebih lambat dari kebiasaan
  (pelantikan {begin})
message.en = {training}: the {body} was trained on {day}, {days} days later than usual (oath
  {begin})
fix.id = Cocokkan tanggalnya dengan undangan atau daftar hadir.
fix.en = Compare the day with the invitation or the attendance list.
"""

_bimtek = partial(of_file, "bimtek", "kegiatan,tanggal,nik,untuk_badan,untuk_wilayah")

FACTS = Facts(
    severity=Severity.INFO,
    needs=("anggota", "bimtek"),
    uses=("bimtek",),
    of=lambda body: _usual(body) is not None,
    basis=PRACTICE,
    tells_apart=("training",),
    passes=(
        _bimtek("Bimtek PPS,2024-05-26,,PPS,"),
        # Of a PPK no custom of that kind is known; and a second training is none too late.
        _bimtek("Bimtek PPK,2024-05-30,,PPK,"),
        _bimtek("Bimtek PPS,2024-05-26,,PPS,", "Bimtek PPS lagi,2024-06-06,,PPS,"),
        _bimtek(
            "Bimtek PPS,2024-05-26,,PPS,33.23.01.2016",
            "Bimtek PPS lagi,2024-06-06,,PPS,33.23.01.2016",
        ),
        _bimtek("Bimtek PPS,2024-05-26,,PPS,", "Bimtek PPS lagi,2024-06-06,,PPS,33.23.01.2016"),
        _bimtek("Bimtek PPS,2024-05-30,,PPS,", profile="pemilu-2024"),
        # Where the profile says no oath, nothing is late.
        _bimtek(
            "Bimtek PPS,2024-05-30,,PPS,",
            profile="psu-2025",
            settings="[ubah]\nhari_pemungutan_suara = 2024-11-27\n"
            '[ubah.badan.PPS]\nbimtek = { kegiatan = "bimtek", biasanya = 0 }\n',
        ),
    ),
    fails=(
        _bimtek("Bimtek PPS,2024-05-30,,PPS,", at="bimtek:2"),
        _bimtek(
            "Bimtek PPS,2024-05-26,,PPS,33.23.01.2016",
            "Bimtek PPS,2024-05-27,,PPS,33.23.01.2013",
            at="bimtek:3",
        ),
        # Three days after the oath are usual here: the fourth is late.
        _bimtek(
            "Bimtek PPS,2024-05-29,,PPS,33.23.01.2016",
            "Bimtek PPS,2024-05-30,,PPS,33.23.01.2013",
            settings='[ubah.badan.PPS]\nbimtek = { kegiatan = "bimtek", biasanya = 3 }\n',
            at="bimtek:3",
        ),
    ),
)
