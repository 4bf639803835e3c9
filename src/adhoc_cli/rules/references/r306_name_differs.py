"""R306: the name of a place in a roster that is not the name of its code."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.places.listed import Index, Level, place_key
from adhoc_cli.roster.repeats import joint
from adhoc_cli.rules.api import PLACE_CODES, Facts, Severity, example
from adhoc_cli.rules.found import Finding, Found, Mask, Params, Reason, Roster, at_row, described
from adhoc_cli.text.lazy import lazy_pattern

_COLUMNS = ("desa", "kecamatan")
_KINDS = lazy_pattern(
    r"\A(?:desa|ds|kel|kelurahan)\.?\s*/\s*(?:desa|ds|kel|kelurahan)\b[\s.:]*"
    r"|\s*\(\s*(?:desa|ds|kelurahan|kel)\.?\s*\)\s*\Z",
    re.IGNORECASE,
)
_PARENT = lazy_pattern(r"(?<=\w)[\s,(]+(?:kecamatan|kec)\b[\s.:]*(?=\w)", re.IGNORECASE)
_NUMBER = lazy_pattern(r"(?<=[A-Za-z]) ([1-9])\b")
_ROMAN = ("", " I", " II", " III", " IV", " V", " VI", " VII", " VIII", " IX")


class _Compared(NamedTuple):
    """One column of names: the rows that could be compared, and those whose name is another one."""

    column: str
    looked_at: Mask
    differs: Mask


def check(roster: Roster) -> Found:
    """The columns `desa` and `kecamatan` of every row whose code is listed; one finding a row."""
    members = roster.members
    columns = [column for column in _COLUMNS if column in members]
    if not columns:
        return Found(partly=Reason("column_absent", {"file": "anggota.csv", "column": "desa"}))
    placed = {"desa": members.desa, "kecamatan": members.above}
    compared = [_compare(roster, column, placed[column]) for column in columns]
    looked_at = np.logical_or.reduce([one.looked_at for one in compared])
    failed = np.logical_or.reduce([one.differs for one in compared])

    def finding(row: int) -> Finding:
        column = next(one.column for one in compared if one.differs[row])
        params = _params(roster, row, column, int(placed[column][row]))
        return at_row(roster, row, column=column, params=params)

    return described(looked_at, failed, finding)


def _compare(roster: Roster, name: str, placed: Index) -> _Compared:
    """Names and texts become numbers of their `place_key`: equal numbers, equal names. Of others
    each text and place is looked at once, for words beside the name."""
    members = roster.members
    column = members[name]
    level = roster.places.desa if name == "desa" else roster.places.kecamatan
    above = roster.places.kecamatan.names if name == "desa" else ()
    number: dict[str, int] = {}
    expected = np.append(_numbers(level.keys, number), -1)[placed]
    found = column.spread(_numbers(map(place_key, column.value_list), number), -1)
    looked_at = members.accepted & ~members.misplaced & (expected >= 0) & (found >= 0)
    differs = looked_at & (found != expected)
    rows = np.flatnonzero(differs)
    pairs, of_rows = np.unique(joint(column.codes[rows], placed[rows]), return_inverse=True)
    first = np.empty(pairs.size, np.intp)
    first[of_rows[::-1]] = rows[::-1]
    alike = [
        _is_named(str(column.value(at)), level, int(placed[at]), above) for at in first.tolist()
    ]
    differs[rows] = ~np.array(alike, bool)[of_rows]
    return _Compared(name, looked_at, differs)


def _is_named(text: str, level: Level, at: int, above: Sequence[str]) -> bool:
    """Whether a text names a place with its kind ("Mudal (desa)"), with where it is ("Mudal, Kec.
    Temanggung"), or with a number in other digits ("Temanggung 1")."""
    plain = _KINDS.sub("", _NUMBER.sub(lambda found: _ROMAN[int(found[1])], text.strip()))
    name, _, inside = _PARENT.sub("|", plain).partition("|")
    if inside and not (above and _is_inside(inside, int(level.parent[at]), above)):
        return False
    return place_key(name) == level.keys[at]


def _is_inside(text: str, parent: int, above: Sequence[str]) -> bool:
    return parent >= 0 and place_key(text) == place_key(above[parent])


def _numbers(keys: Iterable[str], number: dict[str, int]) -> NDArray[np.int32]:
    return np.fromiter((number.setdefault(key, len(number)) for key in keys), np.int32)


def _params(roster: Roster, row: int, column: str, placed: int) -> Params:
    members, places = roster.members, roster.places
    level = places.desa if column == "desa" else places.kecamatan
    params = {
        "found": members.value(column, row),
        "expected": level.names[placed],
        "code": members.value("kode_wilayah", row),
    }
    # A desa is looked for in the kecamatan that the row names; its name alone may fit several.
    of_desa = members.value("desa", row) if members.desa[row] >= 0 else None
    meant = places.named(of_desa, members.value("kecamatan", row))
    if meant is None or meant.code == params["code"]:
        return {**params, "variant": column}
    return {**params, "variant": f"{column}_other", "nearest": meant}


TEXTS = """
title.id = Nama wilayah tidak sesuai kodenya
title.en = Place name differs from its code
why.id = Kode Kemendagri dan kode BPS serupa bentuknya: 3323012001 adalah Bulu menurut Kemendagri,
  tetapi Tlogowero menurut BPS. Bila nama di suatu baris bukan nama dari kodenya, salah satunya
  keliru, dan orang itu mungkin terhitung di desa lain.
why.en = Kemendagri's and BPS's codes look alike: 3323012001 is Bulu to Kemendagri and Tlogowero to
  BPS. Where the name in a row is not that of its code, one of them is wrong, and the person may be
  counted in another desa.
message.desa.id = tertulis desa/kelurahan {found}, padahal {code} adalah {expected}
message.desa.en = the desa is given as {found}, but {code} is {expected}
message.desa_other.id = tertulis desa/kelurahan {found}, padahal {code} adalah {expected};
  mungkin {nearest}
message.desa_other.en = the desa is given as {found}, but {code} is {expected}; perhaps {nearest} is
  meant
message.kecamatan.id = tertulis kecamatan {found}, padahal {code} di kecamatan {expected}
message.kecamatan.en = the kecamatan is given as {found}, but {code} is in kecamatan {expected}
message.kecamatan_other.id = tertulis kecamatan {found}, padahal {code} di kecamatan {expected};
  mungkin {nearest}
message.kecamatan_other.en = the kecamatan is given as {found}, but {code} is in kecamatan
  {expected}; perhaps {nearest} is meant
fix.id = Cocokkan dengan SK: betulkan kode_wilayah (kode Kemendagri, bukan BPS) atau nama
  wilayahnya.
fix.en = Compare with the decree: correct kode_wilayah (Kemendagri's code, not BPS's) or the name.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota"),
    basis=PLACE_CODES,
    passes=(
        example("8 desa=Wonosari, kecamatan=Bulu"),
        example("8 desa=DESA  WONO SARI, kecamatan=Kec. Bulu"),
        example(
            "7 desa=Wonosari (desa)",
            "8 desa=Desa/Kelurahan Wonosari",
            "9 desa=Desa Wonosari, Kec. Bulu",
            "10 desa=Pakurejo 2",
            "desa:3 nama=Pakurejo II",
        ),
        example("2 desa=Pakurejo, kecamatan=bulu"),  # where she lives
        example("8 desa=Pakurejo, kode_wilayah=33.23.01.2099"),  # R301
    ),
    fails=(
        example("8 desa=Pakurejo", at="8"),
        example("8 desa=Tlogowero", at="8"),
        example("8 desa=Wonosari Kec. Kedu", "9 desa=Wonosari 2", at="8 9"),
        example("2 kecamatan=Kedu Kec. Bulu", "3 kecamatan=Bulu Kec. Kedu", at="2 3"),
        example("8 desa=Wonosari, kecamatan=Kedu", at="8"),
        example("2 kecamatan=Kedu", at="2"),
        # The same name in another kecamatan: only the kecamatan gives it away.
        example(
            "8 desa=Wonosari, kecamatan=Tembarak",
            "+kecamatan kode=33.23.02, nama=Tembarak",
            "+desa kode=33.23.02.2001, nama=Wonosari, kode_kecamatan=33.23.02",
            at="8",
        ),
        # Both differ: one cause, one finding.
        example("8 desa=Tlogo, kecamatan=Kedu", at="8"),
    ),
)
