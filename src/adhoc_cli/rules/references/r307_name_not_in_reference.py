"""R307: a place in a region file that the reference does not know, or knows by another name."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import KABUPATEN_LENGTH, is_overseas
from adhoc_cli.models.spelling import header_key
from adhoc_cli.places.listed import place_key
from adhoc_cli.places.reference import index, names_in
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Finding, Found, Mask, Roster, Table, at_row, described, together

Rows = NDArray[np.intp]
Spelling = Callable[[str], str]
_UNKNOWN = ""  # what the reference calls a place that it does not have
# In the reference and in the file: what is equal in one of them is one name. The last is for "Desa
# Kampung Baru", which is Kampung Baru. Each sees only what differs in those before; nearly all
# names are equal in the first, which costs a quarter of the next (60 ms, not 240 for the country).
_SPELLINGS: tuple[tuple[Spelling, Spelling], ...] = (
    (str.upper, str.upper),
    (place_key, place_key),
    (header_key, place_key),
)


def check(roster: Roster) -> Found:
    """Every accepted row of kecamatan.csv and desa.csv against the reference."""
    return together([_compared(roster, roster.table(kind)) for kind in ("kecamatan", "desa")])


def _compared(roster: Roster, table: Table) -> Found:
    codes = table["kode"]
    abroad = codes.value_in([is_overseas(code) for code in codes.value_list])
    rows = np.flatnonzero(table.accepted & ~abroad)
    expected = [_name_of(code) for code in codes.value_list]
    known = np.array([name != _UNKNOWN for name in expected], bool)[codes.codes[rows]]
    differing = rows[known]
    for spellings in _SPELLINGS:
        differing = _differing(table, differing, expected, spellings)
    failed = np.sort(np.append(rows[~known], differing))
    return described(rows.size, failed, lambda row: _finding(roster, table, row))


def _name_of(code: str) -> str:
    return names_in(code[:KABUPATEN_LENGTH]).get(code, _UNKNOWN)


def _differing(
    table: Table, rows: Rows, expected: Sequence[str], spellings: tuple[Spelling, Spelling]
) -> Rows:
    """Those of `rows` whose name is spelt otherwise than what is expected of their code."""
    number: dict[str, int] = {}
    code, name = table["kode"], table["nama"]
    of_code = _numbered(code.codes[rows], expected, spellings[0], number)
    of_name = _numbered(name.codes[rows], name.value_list, spellings[1], number)
    differs: Mask = of_code != of_name
    return rows[differs]


def _numbered(
    at: NDArray[np.int32], texts: Sequence[str], spelling: Spelling, number: dict[str, int]
) -> NDArray[np.int64]:
    """Per row the number of its text's spelling, the same number for the same spelling."""
    used, where = np.unique(at, return_inverse=True)
    numbers = (number.setdefault(spelling(texts[i]), len(number)) for i in used.tolist())
    return np.fromiter(numbers, np.int64, used.size)[where]


def _finding(roster: Roster, table: Table, row: int) -> Finding:
    code, name = str(table.value("kode", row)), table.value("nama", row)
    expected = _name_of(code)
    known = expected != _UNKNOWN
    params = {
        "variant": "differs" if known else "unknown",
        "found": name if known else code,
        "reference": index().source.decree,
    }
    if known:
        params |= {"code": code, "expected": expected}
    column = "nama" if known else "kode"
    return at_row(roster, row, column=column, params=params, table=table)


TEXTS = """
title.id = Wilayah tidak sesuai data rujukan
title.en = Place not as in the reference
why.id = Daftar kecamatan dan desa dibandingkan dengan data wilayah Kemendagri bawaan adhoc.
  Kode yang tidak ada di sana biasanya salah ketik atau kode BPS; nama yang lain berarti kode dan
  nama tertukar, atau ejaannya berbeda. Wilayah yang baru dimekarkan atau berganti nama setelah
  keputusan itu memang belum ada di sana. Huruf besar, tanda baca dan spasi tidak diperhitungkan.
why.en = The lists of kecamatan and desa are compared with Kemendagri's places, which adhoc brings
  along. A code that is not among them is usually mistyped, or BPS's; another name means that code
  and name were mixed up, or are spelt differently. A place that was formed or renamed after that
  decree cannot be there. Case, punctuation and blanks do not count.
message.unknown.id = kode {found} tidak ada di {reference}
message.unknown.en = code {found} is not in {reference}
message.differs.id = tertulis {found}, padahal {code} di {reference} adalah {expected}
message.differs.en = given as {found}, but {code} is {expected} in {reference}
fix.unknown.id = Betulkan kodenya (kode Kemendagri, bukan BPS). Bila wilayah itu dibentuk setelah
  {reference}, biarkan.
fix.unknown.en = Correct the code (Kemendagri's, not BPS's). Leave it where the place was formed
  after {reference}.
fix.differs.id = Betulkan yang keliru, kode atau nama. Bila wilayah itu berganti nama setelah
  {reference}, biarkan.
fix.differs.en = Correct whichever is wrong, the code or the name. Leave it where the place was
  renamed after {reference}.
"""

FACTS = Facts(
    severity=Severity.INFO,
    needs=("kecamatan", "desa"),
    basis=Words(
        "Permendagri 58/2021; Kepmendagri 100.1.1-6117/2022",
        "Permendagri 58/2021; Kepmendagri 100.1.1-6117/2022",
    ),
    passes=(
        example(),
        example("desa:2 nama=DESA  WONO SARI", "kecamatan:2 nama=bulu"),
        example("+desa kode=3323012001, nama=Desa Bulu"),
        example("+desa kode=35.26.07.2007, nama=Ra’as"),  # there: Ra"as
        example("+desa kode=11.01.02.2010, nama=Desa Kampung Paya"),
        example("desa:3 kode=33.23.01"),  # unreadable: V210
        example("desa:3 nama="),  # V201
        example("+kecamatan kode=99.01.01, nama=Negara Contoh"),  # an office overseas
    ),
    fails=(
        example("desa:3 nama=Pakuredjo", at="desa:3"),
        example("kecamatan:2 nama=Kedu", at="kecamatan:2"),
        example("desa:3 kode=33.23.01.2099", at="desa:3"),
        # A code that stands again is another rule's matter; its name is this one's.
        example("+desa kode=33.23.01.2016, nama=Pakurejo", at="desa:4"),
        example(
            "+kecamatan kode=33.99.01, nama=Sumberagung",
            "+desa kode=33.99.01.2001, nama=Sumberagung",
            at="kecamatan:3 desa:4",
        ),
    ),
)
