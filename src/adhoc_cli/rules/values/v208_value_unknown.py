"""V208: a word that is not known, or a role that the body does not have."""

from adhoc_cli.models.faults import CellFault
from adhoc_cli.profiles.model import Profile
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example, of_file
from adhoc_cli.rules.derived import cell_faults
from adhoc_cli.rules.found import Found, Params, Roster, in_rows, together


def _variant(params: Params) -> str:
    if params.get("understood"):
        return "compound"
    return "doubted" if params.get("doubted") else "near" if params["nearest"] else "unknown"


_words = cell_faults(CellFault.VALUE_UNKNOWN, _variant)


def check(roster: Roster) -> Found:
    """Cells outside the known words, and roles that the profile does not give to their body."""
    return together([_words(roster), _foreign_roles(roster)])


def _foreign_roles(roster: Roster) -> Found:
    table = roster.folder.tables.get("anggota")
    if table is None or not len(table) or "badan" not in table:
        return Found()
    body, role = table["badan"], table["jabatan"]

    def params(row: int) -> Params:
        return _params(roster.profile, body.value(row), role.value(row))

    # The cells themselves have been counted with the unknown words.
    failed = body.known & role.known & ~roster.members.role_fits
    return in_rows(roster, failed, column="jabatan", params=params, table=table)


def _params(profile: Profile, body: str, role: str) -> Params:
    params = {"found": role, "known": ", ".join(profile.badan[body].jabatan)}
    plain, _, named = role.partition(" ")
    if named:
        return {**params, "variant": "other_body", "named": named, "written": body}
    for name, other in profile.badan.items():
        if other.sekretariat_dari == body and plain in other.jabatan:
            return {**params, "variant": "secretariat", "secretariat": name, "written": body}
    return {**params, "variant": "role", "written": body}


TEXTS = """
title.id = Isi sel tidak dikenal
title.en = Unknown value
why.id = Badan, jabatan, status, dan jenis kelamin menentukan siapa mengisi kuota yang mana. Kata
  yang tidak dikenal tidak ditebak artinya.
why.en = Body, role, status and gender decide who fills which seat. The meaning of an unknown word
  is not guessed.
message.near.id = {column} "{found}" tidak dikenal; mungkin "{nearest}"
message.near.en = {column} "{found}" is unknown; perhaps "{nearest}"
message.unknown.id = {column} "{found}" tidak dikenal; yang dikenal: {known}
message.unknown.en = {column} "{found}" is unknown; known are: {known}
message.doubted.id = {column} "{found}" meragukan: kata-kata lain di kolom ini tidak cocok dengan
  artinya yang biasa
message.doubted.en = {column} "{found}" may mean something else in this column: other words in it do
  not go with it
message.role.id = jabatan "{found}" tidak ada di {written}; yang ada: {known}
message.role.en = the {written} has no jabatan "{found}"; it has: {known}
message.secretariat.id = jabatan "{found}" tidak ada di {written}, tetapi di {secretariat}
message.secretariat.en = the {written} has no jabatan "{found}"; the {secretariat} has
message.other_body.id = jabatan menyebut {named} ("{found}"), padahal badannya {written}
message.other_body.en = jabatan names {named} ("{found}"), but badan says {written}
message.compound.id = {column} "{found}" memuat lebih dari jabatan, dan orangnya belum dihitung;
  terbaca: {understood}
message.compound.en = {column} "{found}" holds more than the role, and its seat is not counted; it
  reads: {understood}
fix.near.id = Tulis "{nearest}" bila itu maksudnya; yang dikenal: {known}.
fix.near.en = Write "{nearest}" if that is meant; known are: {known}.
fix.unknown.id = Betulkan ejaannya, atau tulis salah satu kata yang dikenal.
fix.unknown.en = Mend the spelling, or write one of the known words.
fix.doubted.id = Tulis {known} di seluruh kolom: P adalah perempuan di samping L, pria di samping W.
fix.doubted.en = Write {known} in the whole column: P is perempuan beside L, and pria beside W.
fix.role.id = Betulkan jabatan atau badannya.
fix.role.en = Correct the jabatan or the badan.
fix.secretariat.id = Tulis {secretariat} pada kolom badan.
fix.secretariat.en = Write {secretariat} in the column badan.
fix.other_body.id = Samakan badan dan jabatan dengan SK-nya.
fix.other_body.en = Make badan and jabatan agree with the decree.
fix.compound.id = Tulis tiap bagian di kolomnya; atau pindahkan {file} ke luar folder daftar, lalu
  adhoc import {file} --as anggota --name {file} -o FOLDER membaginya.
fix.compound.en = Write each part in its column; or move {file} out of the roster folder, and adhoc
  import {file} --as anggota --name {file} -o FOLDER splits it.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(
        example(),
        example("2 badan=Panitia Pemilihan Kecamatan, jabatan=Ketua PPK"),
        example("3 jenis_kelamin=Perempuan, status=AKTIF"),
        of_file("anggota", "nama,badan,jabatan,kode_wilayah"),
        of_file("anggota", "nama,jabatan,kode_wilayah", "Wagiman,ketua,33.23.01"),  # F104
    ),
    fails=(
        example("8 status=aktiv", at="8"),
        example("3 jenis_kelamin=W", at="5 7 9 11 13 15 17 19 21 23"),
        example("8 jenis_kelamin=X", at="8"),
        example("desa:2 jenis=dusun", at="desa:2"),
        example("8 jabatan=koordinator", "9 badan=PPX", at="9 8"),
        example("8 jabatan=sekretaris", at="8"),
        example("8 badan=KPPS, jabatan=staf", at="8"),
        example("8 jabatan=Anggota PPK", at="8"),
        example("8 jabatan=Anggota / Divisi Teknis", at="8"),
    ),
)
