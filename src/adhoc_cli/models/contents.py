"""What a text surely is, whatever column it stands in: a NIK, an address, schooling, a decree."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from adhoc_cli.models.roles import plain_role
from adhoc_cli.models.types import STAKEHOLDERS, STATUSES
from adhoc_cli.models.vocabulary import Vocabulary, word_key
from adhoc_cli.text.lazy import lazy_pattern

# Signs and words that tick something off.
TICK = lazy_pattern(
    r"[√✓✔☑✅☐✗✘×vxü10yn–—-]|ya|tidak|tdk|(?:tidak |belum |sudah )?ada|belum|blm|sudah|oke?"
    r"|(?:belum )?lengkap|true|false|benar|salah|menyusul|terlampir|asli|fc|foto ?(?:k|c)op[iy]"
    r"|[1-9] ?(?:lembar|lbr|rangkap)|(?:sudah|belum) di(?:kumpulkan|serahkan|terima)",
    re.IGNORECASE,
)
# What says that a cell holds what the one above it does; with it, for whole columns as well (RE2).
_DITTO = (
    r"(?i:idem|ditto|s\.?d\.?a\.?"
    r"|sama(?: (?:dengan|dgn|dg|spt|seperti))?(?: (?:di ?)?atas(?:nya)?)?)"
    "|[-–—'\"″〃“”]*[\"″〃“”][-–—'\"″〃“”]*|'+"
)
# What a spreadsheet shows of a formula that failed, and (###) of a value wider than its column.
_FORMULA_ERROR = (
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|CALC!|SPILL!|ERROR!|FORMULA\?|##+)|Err:[0-9]{3}"
)
_SCIENTIFIC = r"[0-9][.,][0-9]+[eE]\+?[0-9]{2}"  # what it makes of a long number
LOST = f"{_FORMULA_ERROR}|{_SCIENTIFIC}"
_IS_FORMULA_ERROR = lazy_pattern(_FORMULA_ERROR)
_IS_SCIENTIFIC = lazy_pattern(_SCIENTIFIC)
_NOTHING = r"[(<]?(?:NULL|null|NaN|nan|None|undefined)[)>]?"  # as a program writes it
NO_VALUE = f"{_DITTO}|(?i:{TICK.pattern})|{_NOTHING}"
_IS_NOTHING = lazy_pattern(_NOTHING)
_IS_DITTO = lazy_pattern(_DITTO)
_TICKED = frozenset({"pendidikan", "nomor_sk"})
_PLACES = frozenset({"desa", "kecamatan"})
_NAMED_SO = frozenset({"Sama", "SAMA"})  # as three desa are called, and a sign never is written
_SCHOOL = (
    r"(?:SD|SR|MI|SDN|SMPN?|SLTP|MTS[N]?|SMAN?|SMUN?|SLTA|SMKN?|STM|SMEA|SPG|SGO|PGA|MAN?|MAK|MAS"
    r"|D[- .]?(?:[1-4]|I{1,3}|IV)|S[- .]?(?:[1-3]|I{1,3})|DIPLOMA|SARJANA|MAGISTER|DOKTOR"
    r"|PAKET [A-C]|STRATA [1-3I]+)"
)
_STREET = (
    r"(?:DUSUN|DSN|DUKUH|DK|JALAN|JLN|JL|GANG|GG|KAMPUNG|KP|PERUM(?:AHAN)?|LINGK(?:UNGAN)?|LINK"
    r"|RT|RW|KRAJAN)"
)
_DIVISION = (
    r"(?:(?:KETUA|ANGGOTA|DIVISI|KORDIV|KADIV)\s+)*(?:TEKNIS PENYELENGGARAAN|SOSIALISASI"
    r"|PERENCANAAN|HUKUM DAN|DATA DAN INFORMASI|KEUANGAN|PARTISIPASI|LOGISTIK|SDM\b).*"
)
_DECREE = r"(?:(?:NOMOR|NO|SK|KEPUTUSAN)\b[ .:]*)*[0-9]{1,5} ?/ ?\S.*\b(?:19|20)[0-9]{2}"
_SURE = {
    "nik": r"[1-9][0-9]{15}",
    "telepon": r"(?:\+?62|0)8[0-9 .-]{7,14}",
    "tanggal_lahir": r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}",
    "nomor_sk": _DECREE,
    "pendidikan": rf"{_SCHOOL}(?:\s*[/ ]\s*(?:{_SCHOOL}|SEDERAJAT|[0-9]{{1,2}}|NEGERI))*",
    "alamat": rf"{_STREET}\b[ .]*\S.*|.*,\s*{_STREET}\b.*|.*\bRT\b.{{0,6}}[0-9].*",
    "divisi": _DIVISION,
}
# In the place of a name: without the schools, streets and words that are somebody's name, too.
_NO_NAMES = {
    "divisi": _DIVISION,
    "pendidikan": (
        r"(?:SMAN?|SMUN?|SMKN?|SMPN?|SLTA|SLTP|MTSN?|STM|SMEA|SPG|PGA|PAKET [A-C]|[SD][- .]?[1-4])"
        r"(?:\s*[/ ]\s*(?:SEDERAJAT|NEGERI|[SD]MK|MAN?|[0-9]{1,2}))*"
    ),
    "alamat": r"(?:DUSUN|DSN|JALAN|JLN|JL|KAMPUNG|PERUMAHAN|LINGKUNGAN)\b[ .]*\S.*",
    "desa": r"(?:DESA|KELURAHAN)\b[ .]*\S.*",
    "kecamatan": r"(?:KECAMATAN|KEC)\b[ .]*\S.*",
}
# In the place of an address, schooling, division or decree; a note may say so.
_NO_TEXTS = {
    "kode_wilayah": r"[1-9][0-9]\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?",
    "jenis_kelamin": r"LAKI ?- ?LAKI|PEREMPUAN|PRIA|WANITA|[LP]",
    "badan": r"(?:SEKRETARIAT )?PP[KS]|KPPS|PANTARLIH",
    "jabatan": r"(?:KETUA|ANGGOTA|SEKRETARIS)(?: (?:PP[KS]|KPPS))?",
    "status": r"AKTIF|CADANGAN|MENGUNDURKAN DIRI|DIBERHENTIKAN|MENINGGAL(?: DUNIA)?",
    "tps": r"TPS ?[0-9]{1,3}",
}
_MAY_NAME = {"divisi": "jabatan"}  # the division of the chair is called "Ketua" in places


def _patterns(of: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one, lazy_pattern(f"(?i){pattern}")) for one, pattern in of.items())


_OWNERS, _OF_NO_NAMES = _patterns(_SURE), _patterns(_NO_NAMES)
_OF_NO_TEXTS = _patterns({**_SURE, **_NO_TEXTS})
_CODE = lazy_pattern(r"[1-9][0-9]\.?[0-9]{2}\.?[0-9]{2}(?:\.?[0-9]{4})?")
_SEX = lazy_pattern(r"[LP]|LK|PR|LAKI-?LAKI|PEREMPUAN|PRIA|WANITA", re.IGNORECASE)
_NAME = lazy_pattern(r"[^\W\d_][^\d_]*")
_CODES = ("kode_wilayah", "kode_desa", "kode")
# Columns of free text whose values are told by what they say, and those that may say anything.
OWNED = ("alamat", "pendidikan", "divisi", "nomor_sk")
NOTES = ("keterangan", "alasan")
_MOST = 200  # cells that are looked at


def foreign_to(column: str) -> str:
    """The pattern of texts that another column than this one surely owns."""
    sure = _NO_NAMES if column == "nama" else _SURE if column in NOTES else {**_SURE, **_NO_TEXTS}
    others = (f"(?:{pattern})" for one, pattern in sure.items() if one != column)
    return f"(?i)(?:{'|'.join(others)})"


def own_of(column: str) -> str:
    """The pattern of texts that a column surely owns."""
    return f"(?i){_SURE[column]}"


@lru_cache(1 << 14)
def owner(text: str) -> str | None:
    """The column of a member's row that surely owns a text, None where nothing is sure."""
    return next((column for column, pattern in _OWNERS if pattern.fullmatch(text)), None)


def owner_in(column: str, text: str) -> str | None:
    """The other column that surely owns a text of this one, None where nothing is sure."""
    if column in NOTES:
        found = owner(text)
    else:
        owners = _OF_NO_NAMES if column == "nama" else _OF_NO_TEXTS
        found = next((other for other, pattern in owners if pattern.fullmatch(text)), None)
    return None if found in (column, _MAY_NAME.get(column)) else found


def no_value(column: str, text: str) -> str | None:
    """Why a text of a column is no value of its own: "ditto" for a sign that says "as above",
    "tick" where a document was ticked off in place of what it says, "nothing" for what programs
    write into an empty cell; None for all others."""
    if _IS_NOTHING.fullmatch(text):
        return "nothing"
    if column in _TICKED and TICK.fullmatch(text):
        return "tick"
    if column in _PLACES and text in _NAMED_SO:
        return None
    return "ditto" if is_ditto(text) else None


def is_formula_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows of a formula that failed."""
    return _IS_FORMULA_ERROR.fullmatch(text) is not None


def is_scientific(text: str) -> bool:
    """Whether a text is what a spreadsheet makes of a long number: 3,32301E+15."""
    return _IS_SCIENTIFIC.fullmatch(text) is not None


def is_ditto(text: str) -> bool:
    """Whether a text says that the cell above holds here too."""
    return _IS_DITTO.fullmatch(text) is not None


def misplaced(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The columns of a member's row that hold what another one owns, each with that one."""
    foreign = {one: found for one, text in row.items() if (found := _foreign(one, text))}
    for column, other in foreign.items():
        if column in (*OWNED, "nama") or (other in row and _lacks_own(row, other)):
            yield column, other


def _lacks_own(row: Mapping[str, str], column: str) -> bool:
    """Whether a cell does not hold what its column surely owns."""
    return not row[column] or (column in OWNED and owner(row[column]) != column)


def _foreign(column: str, text: str) -> str | None:
    return owner_in(column, text) if text and column in {"nama", *OWNED, *NOTES} else None


def column_of(cells: Sequence[str], columns: Collection[str]) -> str | None:
    """The one of `columns` that all filled cells of a column are of, None where nothing says."""
    filled = [text for cell in cells[:_MOST] if (text := cell.strip().removeprefix("'"))]
    if not filled:
        return None
    owners = {owner(text) for text in filled}
    if len(owners) == 1 and (found := owners.pop()) is not None:
        found = found if found in columns else _OF_OTHERS.get(found, "")
        return found if found in columns else None
    for column, says in _SAYS.items():
        if column in columns and all(map(says, filled)):
            return column
    if all(map(_CODE.fullmatch, filled)):
        return next((code for code in _CODES if code in columns), None)
    if "nama" in columns and all(map(_NAME.fullmatch, filled)) and len(set(filled)) == len(filled):
        return "nama"
    return None


def _is_role(text: str) -> bool:
    return _WORDS.role(text) is not None or plain_role(text, _WORDS) is not None


_STATUS_KEYS = frozenset(map(word_key, STATUSES))
_STAKEHOLDER_KEYS = frozenset(map(word_key, STAKEHOLDERS))
_WORDS = Vocabulary()
_OF_OTHERS = {"tanggal_lahir": "tanggal"}  # the columns of other kinds that hold the same
# What a word says, by its column.
_SAYS: Mapping[str, Callable[[str], object]] = {
    "jenis_kelamin": _SEX.fullmatch,
    "badan": _WORDS.body,
    "jabatan": _is_role,
    "status": lambda text: word_key(text) in _STATUS_KEYS,
    "peran": lambda text: word_key(text) in _STAKEHOLDER_KEYS,
}
