"""T905: an event of which its own columns do not say plainly whom it is for."""

from functools import partial

from adhoc_cli.rules.api import FORMAT, Facts, Severity, of_file
from adhoc_cli.rules.events import Event, at_event, events_of
from adhoc_cli.rules.found import Finding, Found, Roster, described


def check(roster: Roster) -> Found:
    """Every event of bimtek.csv that says for which bodies, divisions or places it is."""
    events = [event for event in events_of(roster) if event.said]
    failed = [(event, name) for event in events for name in event.audience.unknown]
    return described(len(events), failed, lambda one: _finding(roster, *one))


def _finding(roster: Roster, event: Event, name: str) -> Finding:
    params = {"found": event.said.get(name, ""), "variant": name.removeprefix("untuk_")}
    return at_event(roster, event, params, column=name)


TEXTS = """
title.id = Peserta kegiatan tidak dikenal
title.en = Event for nobody that is known
why.id = Siapa yang diundang ke sebuah kegiatan dibaca dari untuk_badan, untuk_divisi, dan
  untuk_wilayah. Bila salah satunya tidak dapat dibaca, kegiatan itu tidak dipakai untuk menentukan
  siapa yang tidak hadir.
why.en = Whom an event is for is read from untuk_badan, untuk_divisi and untuk_wilayah. Where one of
  them cannot be read, the event is not used to tell who was missing.
message.badan.id = {training}, {day}: badan "{found}" tidak dikenal
message.badan.en = {training}, {day}: unknown body "{found}"
message.divisi.id = {training}, {day}: divisi "{found}" tidak dikenal
message.divisi.en = {training}, {day}: unknown division "{found}"
message.wilayah.id = {training}, {day}: wilayah "{found}" tidak ada dalam daftar
message.wilayah.en = {training}, {day}: no listed place is "{found}"
fix.badan.id = Tulis nama badannya, misalnya PPK; beberapa dipisahkan koma.
fix.badan.en = Write the name of the body, PPK for one; several with a comma between them.
fix.divisi.id = Tulis nama divisinya seperti di kolom divisi anggota; beberapa dipisahkan titik
  koma.
fix.divisi.en = Write the division as the column divisi of the members has it; several with a
  semicolon between them.
fix.wilayah.id = Tulis kode kecamatan atau desanya, atau nama seperti "Kec. Bulu".
fix.wilayah.en = Write the code of the kecamatan or desa, or a name like "Kec. Bulu".
"""

_bimtek = partial(of_file, "bimtek", "kegiatan,tanggal,nik,untuk_badan,untuk_divisi,untuk_wilayah")

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "bimtek"),
    basis=FORMAT,
    tells_apart=("training", "day"),
    passes=(
        _bimtek("Bimtek,2024-05-17,,PPK dan PPS,,", "Bimtek,2024-05-18,,,,"),
        _bimtek("Bimtek,2024-05-17,,PPK,Teknis; Hukum,Kec. Bulu"),
    ),
    fails=(
        _bimtek("Bimtek,2024-05-17,,PPX,,", at="bimtek:2"),
        _bimtek("Bimtek,2024-05-17,,PPK,Dapur,33.23.99", at="bimtek:2 bimtek:2"),
    ),
)
