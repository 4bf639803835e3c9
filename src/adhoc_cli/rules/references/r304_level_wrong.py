"""R304: a body with the code of a place of another level: a PPK with that of a desa."""

from adhoc_cli.models.codes import KABUPATEN_LENGTH, KECAMATAN_LENGTH, level_of
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Params, Roster, in_rows


def check(roster: Roster) -> Found:
    """Every row's code against the level at which the profile puts its body."""
    members = roster.members

    def params(row: int) -> Params:
        code = str(members.value("kode_wilayah", row))
        body = roster.profile.badan[members.value("badan", row)]
        if body.unit == "perwakilan":
            return {"variant": "perwakilan", "found": code}
        if body.level != "desa" and level_of(code) != "kabupaten":
            length = KECAMATAN_LENGTH if body.level == "kecamatan" else KABUPATEN_LENGTH
            above = roster.places.region(code[:length])
            return {"variant": body.level, "found": code, "nearest": above}
        own = level_of(code) == "kabupaten"
        return {"variant": "large" if own else "desa", "level": body.level, "found": code}

    return in_rows(
        roster, members.misplaced, among=members.accepted, column="kode_wilayah", params=params
    )


_POKJA = """
[ubah.badan.POKJA]
judul_id = "Kelompok kerja"
judul_en = "Working group"
unit = "{unit}"
kursi = 3
jabatan = {{ ketua = 1, anggota = 2 }}
"""

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
message.kabupaten.id = {body} memerlukan kode kabupaten/kota, padahal {found} adalah kode
  kecamatan atau desa/kelurahan; kabupaten/kotanya {nearest}
message.kabupaten.en = {body} needs the code of a kabupaten, but {found} is a kecamatan's or a
  desa's; its kabupaten is {nearest}
message.perwakilan.id = {body} memerlukan kode perwakilan dari desa.csv, padahal {found} bukan kode
  perwakilan
message.perwakilan.en = {body} needs the code of a representation, as in desa.csv, but {found} is
  none
message.large.id = {body} memerlukan kode {level}, padahal {found} adalah kode kabupaten/kota
message.large.en = {body} needs the code of a {level}, but {found} is a kabupaten's
message.desa.id = {body} memerlukan kode desa/kelurahan, padahal {found} adalah kode kecamatan
message.desa.en = {body} needs the code of a desa, but {found} is a kecamatan's
fix.kecamatan.id = Isi kode_wilayah dengan kode kecamatan (tiga bagian, seperti 33.23.01), atau
  betulkan badannya.
fix.kecamatan.en = Put the code of the kecamatan (three parts, like 33.23.01) in kode_wilayah, or
  correct the body.
fix.kabupaten.id = Isi kode_wilayah dengan kode kabupaten/kota (dua bagian, seperti 33.23), atau
  betulkan badannya.
fix.kabupaten.en = Put the code of the kabupaten (two parts, like 33.23) in kode_wilayah, or correct
  the body.
fix.large.id = Isi kode_wilayah dengan kode {level}, atau betulkan badannya.
fix.large.en = Put the code of the {level} in kode_wilayah, or correct the body.
fix.perwakilan.id = Isi kode_wilayah dengan kode perwakilan (empat bagian, seperti 99.01.01.2001),
  atau betulkan badannya.
fix.perwakilan.en = Put the code of the representation (four parts, like 99.01.01.2001) in
  kode_wilayah, or correct the body.
fix.desa.id = Isi kode_wilayah dengan kode desa/kelurahan (empat bagian, seperti 33.23.01.2001),
  atau betulkan badannya.
fix.desa.en = Put the code of the desa (four parts, like 33.23.01.2001) in kode_wilayah, or correct
  the body.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota",),
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
        example("2,8 kode_wilayah=33.23", at="2 8"),
        example("8 badan=POKJA", settings=_POKJA.format(unit="kabupaten"), at="8"),
        example("2 badan=POKJA", settings=_POKJA.format(unit="perwakilan"), at="2"),
    ),
)
