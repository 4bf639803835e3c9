"""The types of cells.

A type takes the text of a cell (trimmed, not empty) and gives its value, or raises a located fault
that gets its words elsewhere (`adhoc_cli.models.faults`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from adhoc_cli.models.codes import (
    DESA_LENGTH,
    KABUPATEN_LENGTH,
    KECAMATAN_LENGTH,
    SURE_CODE,
    SURE_DESA_CODE,
    SURE_KECAMATAN_CODE,
    dotted_at_any_level,
)
from adhoc_cli.models.columns import Evidence, IsoDates, OfPerson, Refuses, Shape
from adhoc_cli.models.dates import Order, Orders, day_order, has_two_readings, read_date
from adhoc_cli.models.evidence import attendance_shown, gender_shown, status_shown
from adhoc_cli.models.faults import CellFault, refuse
from adhoc_cli.models.nik import NO_NIK, SURE_NIK, nik_fault
from adhoc_cli.models.numbers import whole_digits
from adhoc_cli.models.phones import NO_PHONE, SURE_PHONE, read_phones
from adhoc_cli.models.roles import parts_of
from adhoc_cli.models.stakeholders import ROLES
from adhoc_cli.models.vocabulary import Vocabulary, word_key
from adhoc_cli.text.cells import from_spreadsheet, unwrapped
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest

Context = Mapping[str, Any]  # of a validation: `vocabulary`, `column`, `says`

# 3,32301E+15 and 3.32301E15: what a spreadsheet shows of a long number; the last digits are lost.
_SCIENTIFIC = lazy_pattern(r"\+?[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")
# 3323014605860001.0: a number where text was. Of a shorter one, as 33.00, nobody can say.
_DECIMAL = lazy_pattern(r"\+?[0-9]{6,}[.,]0+")
_COUNTED = lazy_pattern(r"(?<=[0-9])\s*(?:orang|org|jiwa|pemilih)$", re.IGNORECASE)
_FEW = lazy_pattern(r"[0-9]{1,3}[.,]0{1,2}")  # a number of a TPS as a spreadsheet writes it


def _refuse_damage(text: str) -> None:
    """Raise when a spreadsheet has turned the digits of `text` into a number."""
    if _SCIENTIFIC.fullmatch(text):
        raise refuse(CellFault.NUMBER_DAMAGED, damage="scientific")
    if _DECIMAL.fullmatch(text):
        raise refuse(CellFault.NUMBER_DAMAGED, damage="decimal")


def _without_apostrophe(text: str) -> str:
    """A spreadsheet's mark for "this is text", an apostrophe or ="…", is no part of the value."""
    return unwrapped(text).removeprefix("'").strip()


def _nik(text: str) -> str:
    text = _without_apostrophe(text)
    _refuse_damage(text)
    if fault := nik_fault(text):
        raise refuse(CellFault.NIK_MALFORMED, fault=fault, length=len(text))
    return text


def _phone(text: str) -> str:
    text = _without_apostrophe(text)
    _refuse_damage(text)
    numbers = read_phones(text)
    if numbers is None:
        raise refuse(CellFault.PHONE_MALFORMED)
    return numbers


def _code(*lengths: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        text = _without_apostrophe(text)
        _refuse_damage(text)
        code = dotted_at_any_level(text)
        if code is None or len(code) not in lengths:
            raise refuse(CellFault.CODE_MALFORMED, levels=len(lengths), length=lengths[0])
        return code

    return read


def _date(*, short_years: bool) -> Callable[[str, Context], date]:
    """A type of dates. Where the column shows that its month stands first, only a reader that says
    so (`says`) reads it that way; nobody reads a date that the column gives two readings."""

    def read(text: str, context: Context) -> date:
        text = _without_apostrophe(text)
        shown = context.get("column", Orders()).of(text)
        doubted = shown is not Order.DAY and not (shown is Order.MONTH and context.get("says"))
        day = read_date(text, short_years=short_years, order=Order.UNCLEAR if doubted else shown)
        if day is None:
            serial = re.fullmatch("[0-9]{5}", text) is not None
            two = {"doubted": True} if doubted and has_two_readings(text) else {}
            raise refuse(CellFault.DATE_UNREADABLE, serial=serial, **two)
        return day

    return read


def _unknown(text: str, known: Mapping[str, Any]) -> Exception:
    return refuse(CellFault.VALUE_UNKNOWN, known=_known(known), nearest=nearest(text, known) or "")


def _known(known: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(str(value) for value in known.values()))


def _one_of(words: Mapping[str, str]) -> Callable[[str, Context], str]:
    """A type whose values are a few fixed words; `words` maps every known spelling to its value.

    A word that its column shows to mean another value is read so by a reader that says it
    (`says`), and refused by others."""
    by_key = {word_key(spelling): value for spelling, value in words.items()}

    def read(text: str, context: Context) -> str:
        key = word_key(text)
        shown = context.get("column", {}).get(key)
        if shown is not None and not (shown and context.get("says")):
            raise refuse(CellFault.VALUE_UNKNOWN, known=_known(words), nearest="", doubted=True)
        value = shown or by_key.get(key)
        if value is None:
            raise _unknown(text, words)
        return value

    return read


def _spellings(values: Mapping[str, str]) -> dict[str, str]:
    """Lists of spellings ("a b|c") turned round: every spelling to its value."""
    return {
        spelling: value
        for value, spellings in values.items()
        for spelling in (value, *spellings.split("|"))
    }


def _body(text: str, words: Vocabulary) -> str:
    body = words.body(text)
    if body is None:
        raise _unknown(text, words.bodies)
    return body


def _role(text: str, words: Vocabulary) -> str:
    """The value is "role" or "role body", as in "ketua PPK": read both where both are written."""
    role = words.role(text)
    if role is not None:
        return role
    if parts := parts_of(text, words):
        known = _known(words.roles)
        raise refuse(CellFault.VALUE_UNKNOWN, known=known, nearest="", understood=parts)
    raise _unknown(text, words.roles)


def _stakeholder(text: str, words: Vocabulary) -> str:
    """The role, also of who acts in it for a time: "Plt. Camat", "Pj. Kades"."""
    office = _ACTING.sub("", text)
    role = words.stakeholder(office) or _STAKEHOLDER_KEYS.get(word_key(office))
    if role is None:
        own = {role: role for role in words.words_of_stakeholders}
        raise _unknown(text, {**STAKEHOLDERS, **own})
    return role


def _whole(text: str) -> int:
    text = whole_digits(_COUNTED.sub("", _without_apostrophe(text)))
    _refuse_damage(text)
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise refuse(CellFault.VALUE_UNKNOWN, known="0, 1, 2, …", nearest="")
    return int(text)


def _tps(text: str) -> int:
    """The number of a TPS: "TPS 1", "1", "01", "001" and "1.0" are the same."""
    text = _without_apostrophe(text)
    text = whole_digits(text) if _FEW.fullmatch(text) else text
    _refuse_damage(text)
    match = re.fullmatch(r"(?:[Tt][Pp][Ss][\s.:-]*)?0*([0-9]{1,3})", text)
    if match is None or int(match[1]) == 0:
        raise refuse(CellFault.VALUE_UNKNOWN, known="1, 2, … (TPS 1, 001)", nearest="")
    return int(match[1])


def _text(read: Callable[[str], Any]) -> BeforeValidator:
    """The validator that `read` makes. A date of Python, no text, is for pydantic."""
    return BeforeValidator(lambda value: read(value) if isinstance(value, str) else value)


def _told(read: Callable[[str, Context], Any]) -> BeforeValidator:
    """The same for what depends on the whole column, which stands in the context as well."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        return read(value, info.context or {}) if isinstance(value, str) else value

    return BeforeValidator(validate)


def _text_of(read: Callable[[str, Vocabulary], str]) -> BeforeValidator:
    """The same for words of an election, which stand in the context of the validation."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        words = (info.context or {}).get("vocabulary") or Vocabulary()
        return read(value, words) if isinstance(value, str) else value

    return BeforeValidator(validate)


GENDERS = _spellings(
    {"L": "LK|laki-laki|laki|lelaki|pria|male|M", "P": "PR|perempuan|wanita|female|F|W|Wn|Wnt"}
)
STATUSES = _spellings(
    {
        "aktif": (
            "active|masih aktif|bertugas|terpilih|calon terpilih|anggota terpilih|ditetapkan"
            "|dilantik"
        ),
        "cadangan": (
            "reserve|calon pengganti|calon pengganti antar waktu|calon PAW|daftar tunggu|pengganti"
            "|calon pengganti antar waktu (PAW)"
        ),
        "diberhentikan sementara": "nonaktif sementara|suspended",
        "mengundurkan diri": "mundur|pengunduran diri|resigned",
        "diberhentikan": (
            "diberhentikan tidak dengan hormat|diberhentikan tidak hormat|diberhentikan tetap"
            "|dismissed"
        ),
        "meninggal": "meninggal dunia|wafat|alm|almarhum|almarhumah|died|deceased",
        "berhalangan tetap": "permanently unable",
    }
)
# What an announcement says of candidates who are no members.
NO_MEMBERS = frozenset({
    "tidakterpilih", "tdkterpilih", "belumdinilai", "tidaklulus", "tdklulus", "tidaklolos",
    "tdklolos", "tidakditerima", "tidakmemenuhisyarat", "gugur", "tms",
})  # fmt: skip
ANNOUNCED = NO_MEMBERS | {
    "terpilih", "calonterpilih", "anggotaterpilih", "pengganti", "calonpengganti",
    "calonpenggantiantarwaktu", "paw", "calonpaw", "cadangan", "daftartunggu",
}  # fmt: skip


def are_announced(texts: Iterable[str]) -> bool:
    """Whether most of the texts of a column are what an announcement says of candidates."""
    words = Counter(map(word_key, texts))
    announced = sum(words[word] for word in ANNOUNCED)
    return announced > 1 and announced * 2 > words.total() - words[""]


PLACE_KINDS = _spellings(
    {
        "desa": (
            "gampong|nagari|kampung|pekon|negeri|lembang|tiyuh|ohoi|kute|desa persiapan|village"
        ),
        "kelurahan": "kel|urban village",
        "desa adat": "kampung adat",
        "perwakilan": "perwakilan ri|kbri|kjri|kri|kdei|representation",
    }
)
STAKEHOLDERS = _spellings({role: one.spellings for role, one in ROLES.items()})
_STAKEHOLDER_KEYS = {word_key(spelling): role for spelling, role in STAKEHOLDERS.items()}
# A cross is no word: on one list it means "was there", on the next "was not".
ATTENDANCE = _spellings(
    {
        "ya": "hadir|hdr|h|ikut|y|yes|1|v|✓|√|✔|✅|☑|🗸|true|benar",
        "tidak": (
            "tidak hadir|tdk hadir|tdk|absen|t|th|no|n|0|false|salah|☐|alpa|alpha|izin|ijin|sakit"
        ),
    }
)

_ACTING = lazy_pattern(r"\A\s*(?:pl[th]|pjs?|penjabat|pelaksana tugas)\b[\s.]*", re.IGNORECASE)

_DAMAGE = CellFault.NUMBER_DAMAGED
_WORD = Refuses((CellFault.VALUE_UNKNOWN,))
_NUMBER = Refuses((CellFault.VALUE_UNKNOWN, _DAMAGE))
_CODE = Refuses((CellFault.CODE_MALFORMED, _DAMAGE))
_DATE = Refuses((CellFault.DATE_UNREADABLE,))

Nik = Annotated[
    str, _text(_nik), Shape(SURE_NIK, NO_NIK), Refuses((CellFault.NIK_MALFORMED, _DAMAGE))
]
Phone = Annotated[
    str, _text(_phone), Shape(SURE_PHONE, NO_PHONE), Refuses((CellFault.PHONE_MALFORMED, _DAMAGE))
]
PlaceCode = Annotated[
    str,
    _text(_code(KECAMATAN_LENGTH, DESA_LENGTH, KABUPATEN_LENGTH)),
    Shape(SURE_CODE),
    _CODE,
]
KecamatanCode = Annotated[str, _text(_code(KECAMATAN_LENGTH)), Shape(SURE_KECAMATAN_CODE), _CODE]
DesaCode = Annotated[str, _text(_code(DESA_LENGTH)), Shape(SURE_DESA_CODE), _CODE]
# Any text but the dashes that stand for "nothing"; an apostrophe at the beginning may be a
# spreadsheet's, and is looked at.
ANY = Shape(r"(?s:[^-–—'].*|[-–—]+[^-–—].*)")
PersonName = Annotated[str, BeforeValidator(from_spreadsheet), ANY, OfPerson()]
FreeText = Annotated[str, BeforeValidator(from_spreadsheet), ANY]
EventDate = Annotated[date, _told(_date(short_years=True)), IsoDates(), _DATE, Evidence(day_order)]
BirthDate = Annotated[date, _told(_date(short_years=False)), IsoDates(), _DATE, Evidence(day_order)]
Gender = Annotated[str, _told(_one_of(GENDERS)), _WORD, Evidence(gender_shown)]
Status = Annotated[
    str, _told(_one_of(STATUSES)), _WORD, Evidence(partial(status_shown, statuses=STATUSES))
]
PlaceKind = Annotated[str, _told(_one_of(PLACE_KINDS)), _WORD]
StakeholderRole = Annotated[str, _text_of(_stakeholder), _WORD]
Attendance = Annotated[str, _told(_one_of(ATTENDANCE)), _WORD, Evidence(attendance_shown)]
Body = Annotated[str, _text_of(_body), _WORD]
Role = Annotated[str, _text_of(_role), _WORD]
Whole = Annotated[int, _text(_whole), _NUMBER]
TpsNumber = Annotated[int, _text(_tps), _NUMBER]
