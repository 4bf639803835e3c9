"""R305: a TPS that tps.csv does not list, or a member of a TPS body without one."""

from collections.abc import Sequence

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Params, Roster, in_rows


def check(roster: Roster) -> Found:
    """Rows of a listed desa that name a TPS, and the active ones that must name one.

    A row whose desa is not listed is R301's, one whose TPS cannot be read V208's.
    """
    members = roster.members
    tps = members["tps"]
    located = members.accepted & (members.desa >= 0)
    named = located & tps.known
    unlisted = named & (members.tps < 0)
    needing = located & members.active & members.of_bodies(lambda body: body.unit == "tps", False)
    missing = needing & tps.empty

    def params(row: int) -> Params:
        return _unlisted(roster, row) if unlisted[row] else {"variant": "missing"}

    return in_rows(roster, unlisted | missing, among=named | missing, column="tps", params=params)


def _unlisted(roster: Roster, row: int) -> Params:
    members = roster.members
    tps = roster.places.tps
    listed = tps.numbers_in(int(members.desa[row])) if tps else []
    params = {"tps": members.value("tps", row), "listed": _spans(listed)}
    return {**params, "variant": "unlisted" if listed else "none"}


def _spans(numbers: Sequence[int]) -> str:
    """Ascending numbers in short: "1-3, 5"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ", ".join("-".join(map(str, span)) for span in spans)


_TPS = "+tps kode_desa=33.23.01.2016, jumlah_pemilih=512, nomor="
_TPS_1 = f"{_TPS}1"

TEXTS = """
title.id = TPS tidak dikenal
title.en = Unknown TPS
why.id = Kuota KPPS, pantarlih, dan petugas ketertiban dihitung per TPS. Nomor TPS hanya berarti
  bersama desanya; "TPS 1", "1", dan "001" sama. Petugas dengan TPS yang tidak tercantum di tps.csv
  tidak terhitung dalam kuota mana pun.
why.en = The seats of KPPS, pantarlih and guards are counted by TPS. The number of a TPS means
  something only within its desa; "TPS 1", "1" and "001" are the same. Whoever is at a TPS that
  tps.csv does not list fills no seat.
message.unlisted.id = {place} tidak tercantum di tps.csv; yang tercantum: TPS {listed}
message.unlisted.en = {place} is not listed in tps.csv; listed there: TPS {listed}
message.none.id = {place} tidak tercantum di tps.csv; desa/kelurahan ini tidak punya satu pun TPS di
  sana
message.none.en = {place} is not listed in tps.csv, which lists no TPS of this desa at all
message.missing.id = {body}: nomor TPS kosong
message.missing.en = {body}: the number of the TPS is empty
fix.unlisted.id = Betulkan nomor TPS atau kode desanya; bila TPS itu memang ada, tambahkan ke
  tps.csv.
fix.unlisted.en = Correct the number of the TPS or the code of the desa; if there is such a TPS, add
  it to tps.csv.
fix.none.id = Lengkapi tps.csv dengan TPS desa/kelurahan ini, atau betulkan kode desanya.
fix.none.en = Add this desa's TPS to tps.csv, or correct the code of the desa.
fix.missing.id = Isi nomor TPS tempat ia bertugas.
fix.missing.en = Fill in the number of the TPS of this person.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota", "tps", "anggota.tps"),
    uses=("kursi",),
    of=lambda body: body.unit == "tps",
    basis=Words(
        "PKPU 8/2022 pasal 29, 47; Perppu 1/2014 pasal 89 ayat (5)",
        "PKPU 8/2022 articles 29, 47; Perppu 1/2014 article 89(5)",
    ),
    passes=(
        example(_TPS_1),
        example("7 badan=KPPS, tps=TPS 001", "8 badan=KPPS, tps=1", _TPS_1),
        example("7 badan=KPPS, tps=satu", _TPS_1),  # unreadable: V208
        # One who waits need not have a TPS yet.
        example("18 badan=KPPS, tps=", _TPS_1),
    ),
    fails=(
        example("7 badan=KPPS, tps=TPS 9", _TPS_1, at="7"),
        example("10 badan=KPPS, tps=TPS 001", _TPS_1, at="10"),
        # Whenever the roster is looked at: a TPS of the mapping that was merged is in no list.
        example("8 badan=PANTARLIH, jabatan=anggota, tps=9", _TPS_1, as_of="2024-07-26", at="8"),
        example("7 badan=KPPS, tps=", _TPS_1, at="7"),
        example("8 tps=2", _TPS_1, at="8"),
        example("8 tps=9", *(f"{_TPS}{number}" for number in (1, 3, 4, 5, 7, 8)), at="8"),
    ),
)
