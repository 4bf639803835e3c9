"""T907: a training that nobody is said to have monitored."""

from functools import partial

from adhoc_cli.rules.api import PRACTICE, Facts, Severity, of_file
from adhoc_cli.rules.events import Event, at_event, events_of
from adhoc_cli.rules.found import Finding, Found, Roster, described, out_of_term
from adhoc_cli.rules.trainings import is_training


def check(roster: Roster) -> Found:
    """The trainings of bodies in office that the profile has monitored, once their day has come."""
    held = [
        (event, name)
        for event in events_of(roster)
        for name in event.audience.bodies
        if name in roster.bodies_in_office and _is_monitored(roster, name, event)
    ]
    failed = [(event, name) for event, name in held if "pemantau" not in event.said]
    partly = out_of_term(roster, lambda body: bool(body.bimtek and body.bimtek.pemantau))
    return described(len(held), failed, lambda one: _finding(roster, *one), partly=partly)


def _is_monitored(roster: Roster, name: str, event: Event) -> bool:
    training = roster.profile.badan[name].bimtek
    wanted = training is not None and training.pemantau is not None
    return wanted and is_training(training, event) and event.day <= roster.as_of


def _finding(roster: Roster, event: Event, name: str) -> Finding:
    training = roster.profile.badan[name].bimtek
    expected = training.pemantau if training else None
    return at_event(roster, event, {"expected": expected}, column="pemantau", body=name)


TEXTS = """
title.id = Bimtek tanpa pemantau
title.en = Training without a monitor
why.id = Bimtek PPS diadakan PPK dan dipantau KPU, satu di tiap kecamatan. Siapa yang memantau
  dicatat di kolom pemantau; bila kosong, tidak terlihat bahwa bimteknya dipantau.
why.en = The training of a PPS is held by the PPK and monitored by KPU, one in each kecamatan. The
  column pemantau says who did; where it is empty nothing shows that the training was monitored.
message.id = {training}, {day}: pemantau tidak disebut (biasanya {expected})
message.en = {training}, {day}: no monitor is named (usually {expected})
fix.id = Isi kolom pemantau, cukup di satu baris kegiatan itu.
fix.en = Fill in the column pemantau; one row of the event is enough.
"""


_bimtek = partial(of_file, "bimtek", "kegiatan,tanggal,nik,pemantau")
_PPS = "3323014606850006"
FACTS = Facts(
    severity=Severity.INFO,
    needs=("anggota", "bimtek", "bimtek.pemantau"),
    uses=("bimtek",),
    of=lambda body: bool(body.bimtek and body.bimtek.pemantau),
    basis=PRACTICE,
    tells_apart=("training", "day"),
    passes=(
        _bimtek(f"Bimtek PPS,2024-05-26,{_PPS},", "Bimtek PPS,2024-05-26,,Divisi SDM KPU"),
        # A PPK's is held by KPU itself; one that is still to come.
        _bimtek("Bimtek PPK,2024-05-17,3323010101800001,"),
        _bimtek(f"Bimtek PPS,2024-06-26,{_PPS},"),
    ),
    fails=(
        _bimtek(f"Bimtek PPS,2024-05-26,{_PPS},", at="bimtek:2"),
        _bimtek(f"Bimtek PPS,2024-06-10,{_PPS},", at="bimtek:2"),  # today
        # Told at the row of the event, where there is one.
        _bimtek(f"Bimtek PPS,2024-05-26,{_PPS},", "Bimtek PPS,2024-05-26,,", at="bimtek:3"),
    ),
)
