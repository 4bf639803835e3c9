"""Codes of places as Kemendagri writes them: PP.KK.CC for a kecamatan, PP.KK.CC.VVVV for a desa.

Source: Permendagri 58/2021; the fourth part begins with 1 (kelurahan), 2 (desa) or 3 (desa adat).
"""

from collections.abc import Container, Mapping
from typing import Literal, get_args

from adhoc_cli.text.lazy import lazy_pattern

# The levels of codes, the largest places first.
Level = Literal["kabupaten", "kecamatan", "desa"]
LEVELS: tuple[Level, ...] = get_args(Level)
# What a body may have one of, by the level of the code that its members are listed with. A
# representation overseas stands in desa.csv, below its country in kecamatan.csv; the TPS of either
# are numbered within it.
Unit = Literal["kabupaten", "kecamatan", "desa", "perwakilan", "tps"]
LEVEL_OF_UNIT: Mapping[str, Level] = {level: level for level in LEVELS} | {
    "perwakilan": "desa",
    "tps": "desa",
}

_CODE = lazy_pattern(r"([0-9]{2})\.?([0-9]{2})\.?([0-9]{2})(?:\.?([0-9]{4}))?")
_KABUPATEN = lazy_pattern(r"([0-9]{2})\.?([0-9]{2})")
_OF_TPS = lazy_pattern(r"([0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4})\.([0-9]{1,3})")
_NO_SLIPS = 3  # different codes that nobody knows, a quarter of all
UNDOTTED_DESA = "[0-9]{10}"  # BPS writes its codes of a desa so too
_TEN = lazy_pattern(UNDOTTED_DESA)
SURE_KECAMATAN_CODE = r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}"
SURE_DESA_CODE = SURE_KECAMATAN_CODE + r"\.[0-9]{4}"
SURE_CODE = r"[0-9]{2}\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?"

KABUPATEN_LENGTH = len("33.23")
KECAMATAN_LENGTH = len("33.23.01")
DESA_LENGTH = len("33.23.01.2001")
_FIRST_KOTA = 71
_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa adat"}
_ABROAD = {"kabupaten": "kawasan", "kecamatan": "negara", "desa": "perwakilan"}
_OVERSEAS = "99."  # the province that stands for all that lies abroad


def dotted(text: str) -> str | None:
    """The code in `text`, dotted; None when it is no code of a kecamatan or desa."""
    match = _CODE.fullmatch(text)
    if match is None:
        return None
    return ".".join(part for part in match.groups() if part is not None)


def dotted_at_any_level(text: str) -> str | None:
    """The code in `text`, dotted; also that of a kabupaten, "3323"."""
    match = _KABUPATEN.fullmatch(text)
    return ".".join(match.groups()) if match else dotted(text)


def listed_code(text: str) -> str | None:
    """The dotted code of a kabupaten, kecamatan, desa or TPS (33.23.01.2001.003) in `text`."""
    if code := dotted_at_any_level(text):
        return code
    found = _OF_TPS.fullmatch(text)
    return found and f"{dotted(found[1])}.{int(found[2]):03d}"


def are_of_bps(counts: Mapping[str, int], known: Container[str]) -> bool:
    """Whether a column of codes (with how often each occurs) is one of BPS codes: of those of ten
    digits, without dots, most or too many for slips are no `known` Kemendagri codes. The others are
    so by chance, up to all of a kecamatan."""
    ten = {text: count for text, count in counts.items() if _TEN.fullmatch(text)}
    unknown = [text for text in ten if dotted(text) not in known]
    rows = sum(ten[text] for text in unknown)
    most = rows > 1 and 2 * rows > sum(ten.values())
    return most or (len(unknown) >= _NO_SLIPS and 4 * len(unknown) >= len(ten))


def is_undotted(text: str) -> bool:
    """Whether a code is of ten digits without dots, as BPS writes those of a desa."""
    return _TEN.fullmatch(text) is not None


def kecamatan_of(code: str) -> str:
    """The code of the kecamatan that the place `code` (dotted) is or lies in."""
    return code[:KECAMATAN_LENGTH]


def is_kabupaten_code(code: str) -> bool:
    """Whether a dotted code is of the level of kabupaten and kota."""
    return len(code) == KABUPATEN_LENGTH


def level_of(code: str) -> Level:
    """The level of a dotted code."""
    if is_kabupaten_code(code):
        return "kabupaten"
    return "desa" if is_desa_code(code) else "kecamatan"


def is_desa_code(code: str) -> bool:
    """Whether a dotted code is of the level of desa and kelurahan."""
    return len(code) == DESA_LENGTH


def is_overseas(code: str) -> bool:
    """Whether a dotted code is one that an office abroad gives itself: no decree lists it."""
    return code.startswith(_OVERSEAS)


def depth_of(unit: Unit) -> int:
    """How small a unit is: 0 a kabupaten, 1 a kecamatan, 2 a desa or representation, 3 a TPS."""
    return len(LEVELS) if unit == "tps" else LEVELS.index(LEVEL_OF_UNIT[unit])


def unit_of(code: str) -> Unit:
    """What a unit of the place of a dotted code is called: overseas a desa is a representation."""
    level = level_of(code)
    return "perwakilan" if level == "desa" and is_overseas(code) else level


def kind_of(code: str) -> str:
    """What the place of a dotted code is: kabupaten, kota (71 and above), kecamatan, kelurahan
    (1…), desa (2…), desa adat (3…); abroad (99) a country and a representation in it."""
    if is_overseas(code):
        return _ABROAD[level_of(code)]
    if is_kabupaten_code(code):
        return "kota" if int(code[-2:]) >= _FIRST_KOTA else "kabupaten"
    if not is_desa_code(code):
        return "kecamatan"
    return _KINDS.get(code[KECAMATAN_LENGTH + 1], "desa")


def within(code: str, region: str | None) -> bool:
    """Whether the place of a dotted code is `region`, or lies in it; all do in None."""
    return region is None or code == region or code.startswith(f"{region}.")
