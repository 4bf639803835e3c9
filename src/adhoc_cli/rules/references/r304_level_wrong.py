"""R304: a body of the kecamatan with the code of a desa, or the other way round."""

from __future__ import annotations

from adhoc_cli.models.codes import is_desa_code, kecamatan_of
from adhoc_cli.rules.api import Rule, Severity, Words, example
from adhoc_cli.rules.found import Found, Params, Roster, in_rows


def check(roster: Roster) -> Found:
    """Every row's code against the level at which the profile puts its body."""
    members = roster.members

    def params(row: int) -> Params:
        code = str(members.value("kode_wilayah", row))
        if is_desa_code(code):
            above = roster.places.region(kecamatan_of(code))
            return {"variant": "kecamatan", "found": code, "nearest": above}
        return {"variant": "desa", "found": code}

    return in_rows(
        roster, members.misplaced, among=members.accepted, column="kode_wilayah", params=params
    )


TEXTS = """
title.id = Tingkat wilayah tidak sesuai
title.en = Place of the wrong level
why.id = PPK dan sekretariatnya berkedudukan di kecamatan, PPS dan sekretariatnya di desa/kelurahan;
  petugas di TPS dicatat dengan kode desa/kelurahan dan nomor TPS. Dengan kode tingkat lain,
  seseorang tidak terhitung dalam kuota mana pun.
why.en = A PPK and its secretariat sit in the kecamatan, a PPS and its secretariat in the desa;
  those who serve at a TPS are listed by the code of the desa and the number of the TPS. With a code
  of another level a person fills no seat.
message.kecamatan.id = {body} memerlukan kode kecamatan, padahal {found} adalah kode desa/kelurahan;
  kecamatannya {nearest}
message.kecamatan.en = {body} needs the code of a kecamatan, but {found} is a desa's; its kecamatan
  is {nearest}
message.desa.id = {body} memerlukan kode desa/kelurahan, padahal {found} adalah kode kecamatan
message.desa.en = {body} needs the code of a desa, but {found} is a kecamatan's
fix.kecamatan.id = Isi kode_wilayah dengan kode kecamatan (tiga bagian, seperti 33.23.01), atau
  betulkan badannya.
fix.kecamatan.en = Put the code of the kecamatan (three parts, like 33.23.01) in kode_wilayah, or
  correct the body.
fix.desa.id = Isi kode_wilayah dengan kode desa/kelurahan (empat bagian, seperti 33.23.01.2001),
  atau betulkan badannya.
fix.desa.en = Put the code of the desa (four parts, like 33.23.01.2001) in kode_wilayah, or correct
  the body.
"""

RULE = Rule(
    code="R304",
    name="level-wrong",
    severity=Severity.ERROR,
    needs=("anggota",),
    check=check,
    texts=TEXTS,
    uses=("kursi",),
    basis=Words(
        "PKPU 8/2022 pasal 5-6, 16-17, 28-30, 47",
        "PKPU 8/2022 articles 5-6, 16-17, 28-30, 47",
    ),
    passes=(example(), example("2 kode_wilayah=332301")),
    fails=(
        example("3 kode_wilayah=33.23.01.2016", at="3"),
        example("8 kode_wilayah=33.23.01", at="8"),
        example("3 kode_wilayah=33.23.77.2001", at="3"),
        example("8 badan=KPPS, kode_wilayah=33.23.01, tps=1", at="8"),
    ),
)
