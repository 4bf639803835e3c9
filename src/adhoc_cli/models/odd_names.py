"""Names that no person or place has: with signs that a program left, of several people, of none."""

import re
import unicodedata
from typing import NamedTuple

from adhoc_cli.models.names import names_several, without_mojibake
from adhoc_cli.models.nobody import NO_NAME
from adhoc_cli.text.lazy import by_initial, lazy_pattern
from adhoc_cli.text.unseen import is_unseen

# What a spreadsheet shows of a formula that failed.
_FORMULA = lazy_pattern(r"#(?:N/A|[A-Z]+[!?]|DIV/0!)")
_LOST = "\ufffd"  # what a program leaves of a letter that it could not read
_NO_NAME = lazy_pattern(NO_NAME)
# What an export leaves of a name that else is plain; for whole columns as well (RE2).
AROUND = (
    r"(?is:\s*[-–—/].*|.*(?:''|--|\.{3}|\s/\s).*|.*[-–—/,]\s*|b?'.*'|b\".*\"|[(].*[)]"
    r"|[^(]*[)].*|.*[(][^)]*"
    r"|.*\((?:sama|copy|salinan|dobel|double|ganda|duplikat|lanjutan|hapus|batal)\).*)"
    r"|[a-e][.] ?[A-Z].*"
)
_AROUND = lazy_pattern(AROUND)
_AROUND_SIGN = lazy_pattern(r"[()]|''|--|\.{3}|\s/\s|,\s*$|[-–—/'\".]")
# Words beside a name: of a post, of a change, of a list that goes on, of a program's "nothing".
_POSTS = by_initial(
    "ketua", "anggota", "sekretaris", "staf", "kordiv", "kadiv", "koordinator", "pps", "ppk",
    "kpps", "pantarlih", "linmas", "kades", "kepala desa", "pl[th]", "mantan", "pengganti",
    "digantikan", "menggantikan", "cadangan", "mundur", "mengundurkan diri", "ngundurkan diri",
    "diberhentikan", "ttd", "dll", "dkk", "dsb", "undefined",
)  # fmt: skip
_ANYWHERE = rf"\b(?:{_POSTS}|PAW)\b"
_BEFORE = r"\s*(?i:lihat|lht)\s"
_BEHIND = r"(?:\.(?i:pdf|jpe?g|png|docx?|xlsx?)|[\s,](?:null|NULL|Null|NaN|nan|N/A|n/a|cs)\W*)"
_BESIDE = rf"{_ANYWHERE}|^{_BEFORE}|{_BEHIND}$"
BESIDE = rf"(?s:.*{_ANYWHERE}.*|{_BEFORE}.*|.*{_BEHIND})"  # for whole columns
_IS_BESIDE = lazy_pattern(_BESIDE)
# What another column holds, or what stands below a list, in the place of a name.
_NO_NAMES = by_initial(
    "[lp]", "l/p", "laki-?laki", "perempuan", "pria", "wanita", "aktif", "hadir", "jumlah", "total",
    "mengetahui", "pns", "asn", "wni", "kawin", "petani", "pedagang", "swasta", "wiraswasta",
    "wirausaha", "karyawan(?: swasta)?", "buruh(?: tani)?", "honorer", "ibu rumah tangga", "irt",
    "mahasiswa", "pelajar", "perangkat desa",
    "(?:guru|tenaga) (?:honorer|swasta|sd|smp|sma|tk|paud)", "belum bekerja", "test(?:ing)?", "tes",
    "coba", "dummy",
)  # fmt: skip
ELSEWHERE = rf"(?:{_NO_NAMES})\W*"
_IS_ELSEWHERE = lazy_pattern(ELSEWHERE)
_SIGN = lazy_pattern(r"[<>=+|\\{}\[\]_#*^~@%$?!:]|\"\"")
# What programs leave before the line break: how they write one, separators, and controls.
_WRITTEN = ("<br/>", "<br>", "<EOF>", "_x000D_", "\\n", "\\r", "\\N", "^Z")
_LEFT = "\\;|^~`$¶↵\x00\x03\x04\x0b\x0c\x1a\x1c\x1d\x1e\x1f\x7f\x85\u2028\u2029"
_ENDS = (*_WRITTEN, *_LEFT)
ENDS = rf"(?s:.*(?:{'|'.join(map(re.escape, _WRITTEN))}|[{re.escape(_LEFT)}]))"  # for whole columns
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
# What stands for a letter that was read in another encoding: ¥and£ is Ñandú, J”rg is Jörg.
_SYMBOLS = frozenset({"Sc", "Sm", "So"})
_MISREAD = lazy_pattern(
    r"[§¶·¡¿†‡‰…„\u2039\u203a\u02dc]|(?<=\w)[“”«»](?=\w)|(?<=\w)[–—](?=[a-z\s]|\Z)"
)
# Letters of Windows-1252 that no name here has, and accented ones where a word begins or ends
# anew: of an old Mac, Ž is an É and Ô before a capital a quotation mark.
_MISREAD_LETTER = lazy_pattern(
    r"[\u201a\u02c6ƒŒœŠšŽžŸÿÆæØøÅåÐðÝýÞþßªº]|[À-Þ](?=[A-Z][a-z])|(?<=[a-z])[À-Þ]|(?<!\w)[à-þ](?=[A-Z])"
)


class Suspicion(NamedTuple):
    """What is odd about a name: the message, and the character that it names."""

    variant: str
    character: str


def suspicion_of(name: str, *, digits: bool) -> Suspicion | None:
    """What is odd about `name`, the gravest first; `digits` are allowed in names of places."""
    if unseen := next(filter(is_unseen, name), ""):
        return Suspicion("unseen", unseen)
    if _LOST in name:
        return Suspicion("lost", _LOST)
    found = _of_words(name, person=not digits) or _of_letters(name, digits=digits)
    if found is None and (end := end_of(name)):
        return Suspicion("line_end", end)
    return found


def end_of(text: str) -> str:
    """What a program left at the end of a text, "" where it left nothing."""
    return next(filter(text.endswith, _ENDS), "")


def _of_words(name: str, *, person: bool) -> Suspicion | None:
    """What says that a text is no name of one person, or no name at all."""
    if without_mojibake(name) != name:
        return Suspicion("mojibake", "")
    if _FORMULA.fullmatch(name):
        return Suspicion("formula", "")
    return _of_no_person(name) if person else None


def _of_no_person(name: str) -> Suspicion | None:
    if _NO_NAME.fullmatch(name) or _IS_ELSEWHERE.fullmatch(name):
        return Suspicion("word", "")
    if beside := _IS_BESIDE.search(name):
        return Suspicion("beside", beside[0].strip(" ,."))
    if names_several(name):
        return Suspicion("several", "")
    sign = _SIGN.search(name)
    if sign is None and _AROUND.fullmatch(name) and any(map(str.isalpha, name)):
        sign = _AROUND_SIGN.search(name)
    return Suspicion("sign", sign[0].strip()[:1]) if sign else None


def _of_letters(name: str, *, digits: bool) -> Suspicion | None:
    categories = [unicodedata.category(character) for character in name]
    letters = [c for c, category in zip(name, categories, strict=True) if category in _LETTERS]
    if not letters:
        return Suspicion("letterless", "")
    scripts = [_script(letter) for letter in letters]
    usual = max(dict.fromkeys(scripts), key=scripts.count)  # of 32,767 letters, too
    for letter, script in zip(letters, scripts, strict=True):
        if script != usual:
            return Suspicion("mixed", letter)
    if stray := _MISREAD_LETTER.search(name):
        return Suspicion("misread", stray[0])
    misread = _MISREAD.search(name)
    symbols = (c for c, category in zip(name, categories, strict=True) if category in _SYMBOLS)
    if symbol := misread[0] if misread else next(symbols, ""):
        return Suspicion("sign", symbol)
    number = next(
        (c for c, category in zip(name, categories, strict=True) if category[0] == "N"), ""
    )
    return Suspicion("digit", number) if number and not digits else None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
