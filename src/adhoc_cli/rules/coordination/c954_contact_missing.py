"""C954: a place of whose stakeholders `pemangku.csv` has no contact."""

from collections.abc import Sequence

import numpy as np

from adhoc_cli.checklist.board import exempt_places
from adhoc_cli.checklist.items import roles_at
from adhoc_cli.checklist.of_roster import expected_plan
from adhoc_cli.models.codes import Level
from adhoc_cli.places.listed import Index
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Finding, Found, Mask, Roster, Table, described, together
from adhoc_cli.rules.journal import without_term


def check(roster: Roster) -> Found:
    """Every listed place, for the roles that its items name and that the file has somewhere on its
    level; where it has none at all on a level, each place of it is without a contact."""
    places, table = roster.places, roster.table("pemangku")
    desa = roster.places.kinds_of_desa
    column = table["kode_wilayah"]
    return together(
        [
            _of_level(
                roster,
                "kecamatan",
                ["kecamatan"] * len(places.kecamatan),
                places.in_kecamatan(column),
            ),
            _of_level(roster, "desa", desa, places.in_desa(column)),
        ],
        without_term(roster),
    )


def _of_level(roster: Roster, level: Level, kinds: Sequence[str], unit: Index) -> Found:
    plan = [planned for planned in expected_plan(roster) if planned.level == level]
    if not plan:
        return Found()
    items = [planned.item for planned in plan]
    exempt = np.all([exempt_places(roster.places, planned) for planned in plan], axis=0)
    table = roster.table("pemangku")
    roles = [str(role) for role in table["peran"].value_list]
    known = _contacts(table, unit, len(kinds))
    kept = known.any(axis=0)
    wanted = {
        kind: np.array(
            [role in {r for i in items for r in roles_at(i, kind)} for role in roles], bool
        )
        for kind in dict.fromkeys(kinds)
    }
    wants = np.array([wanted[kind] for kind in kinds], bool).reshape(len(kinds), len(roles))
    nobody = ~(known & wants).any(axis=1)
    missing = wants & kept & ~known
    failed = (nobody | missing.any(axis=1)) & ~exempt

    def finding(at: int) -> Finding:
        here = [role for role, lacks in zip(roles, missing[at].tolist(), strict=True) if lacks]
        named = ", ".join(sorted(here, key=str.casefold))
        params = {"variant": "nobody" if nobody[at] else "some", "roles": named}
        return Finding(region=roster.places.level(level).region(at), params=params)

    return described(~exempt, failed, finding)


def _contacts(table: Table, unit: Index, places: int) -> Mask:
    """Which roles have a named contact at which place (places x roles)."""
    role = table["peran"]
    found = np.zeros((places, len(role.value_list)), bool)
    rows = np.flatnonzero(table.accepted & table["nama"].known & role.known & (unit >= 0))
    found[unit[rows], role.codes[rows]] = True
    return found


def _contact(place: str, role: str, name: str = "Heni Wulandari") -> str:
    return f"+pemangku kode_wilayah={place}, peran={role}, nama={name}, telepon=081390001234"


_KADES = (
    _contact("33.23.01.2016", "kades", "Karno"),
    _contact("33.23.01.2013", "kades", "Budi"),
)
_CAMAT = _contact("33.23.01", "camat")

TEXTS = """
title.id = Kontak pemangku kepentingan belum ada
title.en = No contact of a stakeholder
why.id = Siapa yang harus dihubungi paling cepat ditemukan di pemangku.csv. Diperiksa peran yang
  disebut kegiatan koordinasi dan yang kantor catat untuk wilayah lain setingkat: kantor yang tidak
  menyimpan nomor PKD tidak ditegur untuk setiap desa.
why.en = Whom to call is found fastest in pemangku.csv. Looked at are the roles that the items name
  and that the office keeps for other places of the level: an office that keeps no numbers of the
  PKD is not told so for every desa.
message.nobody.id = {place}: tidak ada satu kontak pun di pemangku.csv
message.nobody.en = {place}: not one contact in pemangku.csv
message.some.id = {place}: tidak ada kontak {roles} di pemangku.csv
message.some.en = {place}: no contact in pemangku.csv of {roles}
fix.nobody.id = Tambahkan barisnya: kode_wilayah, peran (camat, kades, …), nama, telepon.
fix.nobody.en = Add a row: kode_wilayah, peran (camat, kades, …), nama, telepon.
fix.some.id = Tambahkan baris dengan peran itu untuk wilayah ini.
fix.some.en = Add a row of that role for this place.
"""

FACTS = Facts(
    severity=Severity.INFO,
    needs=("kecamatan", "desa", "pemangku"),
    basis=Words(
        "Ketentuan adhoc-cli; kontak diminta di lapangan (pelitakarawang.com 2024/09)",
        "Contract of adhoc-cli; contacts are asked for in the field (pelitakarawang.com 2024/09)",
    ),
    passes=(example(_CAMAT, *_KADES),),
    fails=(
        example(_CAMAT, _KADES[0], at="place"),
        example(
            "+kecamatan kode=33.23.02, nama=Tembarak",
            _CAMAT,
            *_KADES,
            _contact("33.23.01", "kapolsek", "Tegar"),
            _contact("33.23.02", "camat", "Rini"),
            at="place",
        ),
    ),
)
