"""V206: a NIK of a woman beside L, or of a man beside P."""

from adhoc_cli.rules.api import NIK, Facts, Severity, example
from adhoc_cli.rules.found import Found, Params, Privacy, Roster, in_rows, personal
from adhoc_cli.rules.nik_parts import nik_parts


def check(roster: Roster) -> Found:
    """Members whose NIK and `jenis_kelamin`, both readable, say different things."""
    members = roster.members
    nik, gender = members["nik"], members["jenis_kelamin"]
    woman = nik.spread(nik_parts(roster).woman, False)
    both = nik.known & gender.known

    def params(row: int) -> Params:
        return {
            "variant": "woman" if woman[row] else "man",
            "nik": personal(nik.value(row), Privacy.NIK),
            "found": gender.value(row),
        }

    return in_rows(
        roster,
        both & (woman != gender.equals("P")),
        among=both,
        column="jenis_kelamin",
        params=params,
    )


TEXTS = """
title.id = NIK dan jenis kelamin berbeda
title.en = NIK and gender differ
why.id = Pada NIK perempuan tanggal lahirnya ditambah 40. Perbedaan biasanya berarti L dan P
  tertukar, dan keterwakilan perempuan ikut salah hitung.
why.en = In a woman's NIK the day of birth is raised by 40. A difference mostly means that L and P
  were mixed up, and the share of women is then miscounted.
message.woman.id = jenis_kelamin {found}, padahal NIK {nik} milik perempuan
message.woman.en = jenis_kelamin {found}, but NIK {nik} is a woman's
message.man.id = jenis_kelamin {found}, padahal NIK {nik} milik laki-laki
message.man.en = jenis_kelamin {found}, but NIK {nik} is a man's
fix.id = Cocokkan NIK dan jenis kelamin dengan KTP-el, lalu betulkan yang salah.
fix.en = Compare NIK and gender with the identity card and correct what is wrong.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota.nik", "anggota.jenis_kelamin"),
    basis=NIK,
    passes=(
        example(),
        example("2 jenis_kelamin=laki-laki"),
        example("2 jenis_kelamin="),
    ),
    fails=(
        example("2 jenis_kelamin=P", at="2"),
        example("3 jenis_kelamin=L", at="3"),
    ),
)
