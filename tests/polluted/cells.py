"""Pollution of one cell: every kind of it, with what the polluted cell still means.

A kind that makes another valid value says why that is one (`equal`); everything else has to be
repaired with a word, refused, or told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tests.polluted.clean import DATES, DIGITS, FREE, Row, Type

ANY = frozenset(Type)
_BLANKS = re.compile("[ \t\r\n\u00a0\u2009\u202f\u3000\ufeff]+")
_ENDS = " \t\r\n\u00a0\u2009\u202f\u3000\ufeff"


class Spot(NamedTuple):
    """The cell that is polluted: its file, column, row, and clean text."""

    file: str
    column: str
    type: Type
    row: Row
    text: str
    required: bool


class Cell(NamedTuple):
    """A polluted cell: its text, what it means (None: nothing that the column takes; several where
    people differ), its bytes where they are not those of the text as RFC 4180 writes it, and what
    it says of other columns."""

    text: str
    means: str | tuple[str, ...] | None
    raw: bytes | None = None
    also: Mapping[str, str | tuple[str, ...]] = {}


Make = Callable[[Spot], Cell | None]


@dataclass(frozen=True)
class Kind:
    """One kind of pollution of a cell.

    `equal`: why the polluted cell may be taken as another valid value, "" where it may not be.
    `unseen`: a name is not to be written so without a word. `repairs`: the doctor has to repair it.
    `kept`: why the strict reader may keep the text of a cell that the doctor refuses. `where`: the
    only columns ("anggota.nama") that it stands in, all of its `types` where there are none.
    """

    name: str
    make: Make
    types: frozenset[Type] = ANY
    equal: str = ""
    unseen: bool = False
    repairs: bool = False
    harmless: bool = False
    kept: str = ""
    where: frozenset[str] = frozenset()


# Why another value is valid.
_TEXT = "a column of any text keeps every letter that it is given"
_EMPTY = "an empty cell is valid where the column is not required"
_OTHER = "another valid value: nobody can know that it is not the right one"
_DAY_FIRST = "the day always stands before the month"
_KEPT = "the strict reader keeps any text; only the doctor asks what a spreadsheet left in it"
_MARK = "an apostrophe before a text is a spreadsheet's mark, or a letter of 'Aisyah"
_CP1252 = "bytes that are no UTF-8 are read as Windows-1252, and the encoding is named"
_BOTH = "both numbers are kept"


def squeezed(text: str) -> str:
    """A text with its blanks made one: they are no letters."""
    return _BLANKS.sub(" ", text).strip(_ENDS)


def _itself(spot: Spot, text: str) -> str | None:
    """What any text means: itself where the column takes any text."""
    return squeezed(text) if spot.type in FREE else None


# -- blanks and quotes: the same value -------------------------------------------------------------


def _around(before: str, after: str = "") -> Make:
    """The same value with something before and behind it that is no part of it."""
    return lambda s: Cell(f"{before}{s.text}{after}", s.text) if s.text else None


def _at_middle(inside: str, *, same: bool = False) -> Make:
    """Something inside the text: at its first blank, else in its middle."""

    def make(spot: Spot) -> Cell | None:
        if len(spot.text) < 2:
            return None
        at = spot.text.find(" ") if " " in spot.text else len(spot.text) // 2
        text = spot.text[:at] + inside + spot.text[at:]
        if same and spot.text[at] == " ":
            return Cell(text, spot.text)
        return Cell(text, _itself(spot, text))

    return make


def _raw(make: Callable[[str], str]) -> Make:
    """Bytes as they stand in the file, for quotes that RFC 4180 does not know."""

    def of(spot: Spot) -> Cell | None:
        text = make(spot.text)
        return Cell(text, None, text.encode("utf-8", "surrogateescape")) if spot.text else None

    return of


def _quoted(before: str, after: str = "") -> Make:
    """An apostrophe before a text: a spreadsheet's mark, or a letter of 'Aisyah."""

    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        text = f"{before}{spot.text}{after}"
        if spot.type in FREE:
            return Cell(text, (squeezed(text[1:]), text))
        return Cell(text, spot.text if before + after == "'" else None)

    return make


def _bytes(behind: bytes) -> Make:
    """Bytes behind a text that make the file no UTF-8."""

    def make(spot: Spot) -> Cell:
        text = spot.text + behind.decode("cp1252", "replace")
        return Cell(text, _itself(spot, text), spot.text.encode() + behind)

    return make


def _needless_quotes(spot: Spot) -> Cell:
    return Cell(spot.text, spot.text, b'"%b"' % spot.text.replace('"', '""').encode())


# -- other texts -----------------------------------------------------------------------------------


def _instead(text: str) -> Make:
    return lambda s: Cell(text, _itself(s, text)) if text != s.text else None


def _not_of_tps(make: Make) -> Make:
    """In a list of TPS such a line is a total, or a TPS that stands there already."""
    return lambda s: None if s.file == "tps" else make(s)


def _tick(spot: Spot) -> Cell | None:
    """In a list of who was there a tick says that they were."""
    return Cell("√", "ya") if spot.column == "hadir" else _instead("√")(spot)


def _word_for_none(text: str) -> Make:
    """A word instead of another text, which some write where somebody has no NIK."""
    none = {"nihil", "NULL", "null", "N/A", "NA", "tidak ada", "belum ada"}
    instead = _instead(text)
    return lambda s: Cell(text, "") if s.type is Type.NIK and text in none else instead(s)


def _nothing(text: str) -> Make:
    """What stands for nothing: valid where the column may be empty, or takes any text."""

    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        itself = (squeezed(text), text[1:]) if spot.type in FREE and spot.column != "nama" else ()
        if spot.required:
            return Cell(text, itself if text.startswith("'") and itself else None)
        return Cell(text, ("", *itself))

    return make


def _of_type(text: str, type_: Type, value: str = "") -> Make:
    """A text instead of another, which one type takes as a value."""
    return lambda s: Cell(text, value or text if s.type is type_ else _itself(s, text))


def _a_number(text: str) -> Make:
    """A number instead of another cell: valid in a column of numbers, too."""

    def make(spot: Spot) -> Cell | None:
        if spot.column == "hadir":  # 0, 1 and TRUE are words for who was there
            return Cell(text, "tidak" if text == "0" else "ya")
        if spot.type is Type.NIK and text == "0":  # of OpenSID: nobody knows it yet
            return Cell(text, "")
        valid = text.isdecimal() and (
            spot.type is Type.NUMBER or (spot.type is Type.TPS and text != "0")
        )
        return Cell(text, text if valid else _itself(spot, text)) if text != spot.text else None

    return make


def _changed(change: Callable[[str], str]) -> Make:
    """Another text, which only a column of any text takes."""

    def make(spot: Spot) -> Cell | None:
        text = change(spot.text)
        return None if text == spot.text else Cell(text, _itself(spot, text))

    return make


def _mojibake(spot: Spot) -> Cell:
    """A letter whose UTF-8 was read as Windows-1252: a text, or what the doctor puts right."""
    text = f"{spot.text}Ã©"
    return Cell(text, (squeezed(text), f"{spot.text}é") if spot.type in FREE else None)


def _cased(change: Callable[[str], str]) -> Make:
    """Letter case: the same word; another text."""

    def make(spot: Spot) -> Cell | None:
        text = change(spot.text)
        if text == spot.text:
            return None
        return Cell(text, spot.text if spot.type is Type.WORD else _itself(spot, text))

    return make


def _signs(numbers: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans("0123456789", numbers))


def _letters(pairs: Mapping[str, str]) -> Callable[[str], str]:
    table: dict[int, str] = {ord(old): new for old, new in pairs.items()}
    return lambda text: text.translate(table)


def _swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _accented(text: str) -> str:
    return text.replace("a", "a\u0301", 1) if "a" in text else text + "\u0301"


def _long(length: int) -> Callable[[str], str]:
    return lambda text: (text or "x").ljust(length, "x")


# -- digits ----------------------------------------------------------------------------------------


def _bare(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _scientific(point: str) -> Make:
    def make(spot: Spot) -> Cell | None:
        digits = _bare(spot.text).lstrip("0")
        if len(digits) < 8:
            return None
        text = f"{digits[0]}{point}{digits[1:6]}E+{len(digits) - 1:02d}"
        return Cell(text, None)

    return make


def _digits(change: Callable[[str], str], means: Callable[[str, Spot], str | None]) -> Make:
    """A change of the bare digits of a cell."""

    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        text = change(_bare(spot.text))
        return Cell(text, means(text, spot)) if text != spot.text else None

    return make


def _as_typed(text: str, spot: Spot) -> str | None:
    """What digits mean to somebody who reads them: a valid value of the column, or nothing."""
    if spot.type is Type.NIK:
        return text if len(text) == 16 else None
    if spot.type is Type.PHONE:
        return text if re.fullmatch("08[0-9]{8,11}", text) else None
    if spot.type is Type.NUMBER:
        return str(int(text)) if len(text) < 10 else None
    if spot.type is Type.TPS:
        return str(int(text)) if 0 < int(text) < 1000 else None
    return None


def _grouped(sign: str) -> Make:
    """Digits in groups of four, or of three from the right for a small number."""

    def make(spot: Spot) -> Cell | None:
        digits = _bare(spot.text)
        if len(digits) < 10:
            return None
        text = sign.join(digits[i : i + 4] for i in range(0, len(digits), 4))
        return Cell(text, spot.text)

    return make


def _without_zero(spot: Spot) -> Cell | None:
    return Cell(spot.text[1:], spot.text) if spot.text.startswith("0") else None


def _abroad(prefix: str) -> Make:
    return lambda s: Cell(prefix + s.text[1:], s.text) if s.text else None


def _two_phones(between: str) -> Make:
    def make(spot: Spot) -> Cell | None:
        other = "085700011122"
        both = f"{spot.text} / {other}"
        return Cell(f"{spot.text}{between}{other}", both) if spot.text else None

    return make


def _padded(width: int) -> Make:
    return lambda s: Cell(s.text.zfill(width), s.text) if 0 < len(s.text) < width else None


# -- codes -----------------------------------------------------------------------------------------


def _code(change: Callable[[str], str], *, same: bool = False) -> Make:
    def make(spot: Spot) -> Cell | None:
        text = change(spot.text)
        if not spot.text or text == spot.text:
            return None
        return Cell(text, spot.text if same else None)

    return make


def _without_last_zero(text: str) -> str:
    """33.23.10 as a number: 33.23.1."""
    parts = text.split(".")
    return ".".join([*parts[:2], parts[2].rstrip("0") or "0", *parts[3:]])


def _place_named(name: str) -> Make:
    """The name of Bulu, which is a kecamatan and a desa: a place where a code belongs."""
    codes = ("33.23.01", "33.23.01.2001")
    return lambda s: Cell(name, codes if s.type is Type.CODE else _itself(s, name))


def _of_bps(text: str) -> str:
    """A code as BPS numbers it: in tens and three digits, "3323010" and "3323010001"."""
    digits = _bare(text)
    return f"{digits[:6]}0{digits[7:]}" if len(digits) == 10 else f"{digits}0"


def _neighbour(text: str) -> str:
    """The code of another place of the roster."""
    others = {8: ("33.23.02", "33.23.01"), 13: ("33.23.02.2002", "33.23.01.2002")}[len(text)]
    return next(code for code in others if code != text)


def _other_place(spot: Spot) -> Cell:
    text = _neighbour(spot.text)
    return Cell(text, text)


# -- dates -----------------------------------------------------------------------------------------

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"


def _spelt(pattern: str, *, same: bool = True) -> Make:
    """The same day in another spelling; not `same`: no spelling that anybody may rely on."""

    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        day = date.fromisoformat(spot.text)
        month = _MONTHS.split()[day.month - 1]
        text = pattern.format(
            d=day.day, m=day.month, y=day.year, yy=day.year % 100, month=month, mmm=month[:3],
            weekday=_DAYS.split()[day.weekday()], MONTH=month.upper(),
        )  # fmt: skip
        return None if text == spot.text else Cell(text, spot.text if same else None)

    return make


def _short_year(pattern: str) -> Make:
    """Two digits of a year: those of an event are of this century, those of a birth of either."""

    def make(spot: Spot) -> Cell | None:
        found = _spelt(pattern)(spot)
        return found and (found._replace(means=None) if spot.type is Type.BIRTH else found)

    return make


def _american(spot: Spot) -> Cell | None:
    """Month before day: another day where that is one, and none where it is not."""
    if not spot.text:
        return None
    day = date.fromisoformat(spot.text)
    text = f"{day.month:02d}/{day.day:02d}/{day.year}"
    if day.day > 12:
        return Cell(text, None)
    return Cell(text, date(day.year, day.day, day.month).isoformat())


def _serial(spot: Spot) -> Cell | None:
    if not spot.text:
        return None
    return Cell(str((date.fromisoformat(spot.text) - date(1899, 12, 30)).days), None)


def _next_midnight(hour: str) -> Make:
    """The midnight of a day as the evening before, in UTC or some seconds too early."""

    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        day = date.fromisoformat(spot.text) - timedelta(1)
        return Cell(day.isoformat() + hour, spot.text)

    return make


def _moved(days: int) -> Make:
    def make(spot: Spot) -> Cell | None:
        if not spot.text:
            return None
        text = (date.fromisoformat(spot.text) + timedelta(days)).isoformat()
        return Cell(text, text)

    return make


# -- words -----------------------------------------------------------------------------------------

_SPELLINGS: Mapping[str, Sequence[str]] = {
    "PPK": ("Panitia Pemilihan Kecamatan", "P.P.K.", "PPD"),
    "PPS": ("Panitia Pemungutan Suara", "P P S", "PPG"),
    "KPPS": ("Kelompok Penyelenggara Pemungutan Suara", "K.P.P.S", "kpps"),
    "ketua": ("Ketua", "KETUA MERANGKAP ANGGOTA", "chair"),
    "anggota": ("Anggota", "member", "ANGGOTA."),
    "L": ("Laki-laki", "Pria", "LK"),
    "P": ("Perempuan", "Wanita", "PR"),
    "aktif": ("Aktif", "AKTIF ", "active"),
    "cadangan": ("Cadangan", "Calon PAW", "reserve"),
    "mengundurkan diri": ("Mundur", "Mengundurkan  Diri", "Pengunduran diri"),
    "desa": ("Desa", "DESA", "gampong"),
    "kelurahan": ("Kelurahan", "Kel.", "KELURAHAN"),
    "ya": ("Hadir", "Y", "1"),
    "tidak": ("Tidak hadir", "izin", "0"),
    "camat": ("Camat", "CAMAT", "Kepala Distrik"),
    "kades": ("Kepala Desa", "KADES", "keuchik"),
    "lurah": ("Lurah", "Kepala Kelurahan", "LURAH"),
    "kapolsek": ("Kapolsek", "KAPOLSEK", "polsek"),
}
_OTHERS: Mapping[str, str] = {
    "PPK": "PPS", "PPS": "PPK", "KPPS": "PPS", "ketua": "anggota", "anggota": "ketua", "L": "P",
    "P": "L", "aktif": "cadangan", "cadangan": "aktif", "mengundurkan diri": "aktif",
    "desa": "kelurahan", "kelurahan": "desa", "ya": "tidak", "tidak": "ya", "camat": "kapolsek",
    "kades": "lurah", "lurah": "kades", "kapolsek": "camat",
}  # fmt: skip


def _spelling(number: int) -> Make:
    def make(spot: Spot) -> Cell | None:
        text = _SPELLINGS[spot.text][number] if spot.text in _SPELLINGS else spot.text
        return Cell(text, spot.text) if text != spot.text else None

    return make


def _other_word(spot: Spot) -> Cell | None:
    return Cell(_OTHERS[spot.text], _OTHERS[spot.text]) if spot.text in _OTHERS else None


def _misspelt(text: str) -> str:
    return f"{text[:-2]}{text[-1]}{text[-2]}" if len(text) > 2 and text[-1] != text[-2] else text


def _with_body(spot: Spot) -> Cell | None:
    """ "Ketua PPK" where the body stands beside it."""
    if spot.column == "badan":
        return Cell(f"{spot.row['jabatan'].title()} {spot.text}", None)
    return Cell(f"{spot.text.title()} {spot.row['badan']}", spot.text)


def _with_other_body(spot: Spot) -> Cell | None:
    other = "KPPS" if spot.row.get("badan") != "KPPS" else "PPK"
    return Cell(f"{spot.text.title()} {other}", None) if spot.column == "jabatan" else None


# -- every kind ------------------------------------------------------------------------------------

_SCRIPTS = {"а": "a", "е": "e", "о": "o"}  # Cyrillic: Latin
_FREE = FREE
_NAMED = FREE | {Type.WORD}


def _character(name: str, character: str) -> tuple[Kind, ...]:
    """A character that is not seen: inside the text, and at its end."""
    return (
        Kind(f"{name}-inside", _at_middle(character), equal=_TEXT, unseen=True),
        Kind(f"{name}-behind", _changed(lambda t: f"{t}{character}"), equal=_TEXT, unseen=True),
    )


_BLANK_KINDS = (
    Kind("space-before", _around(" "), repairs=True),
    Kind("space-behind", _around("", " "), repairs=True),
    Kind("spaces-both", _around("   ", "  "), repairs=True),
    Kind("tabs-around", _around("\t", "\t"), repairs=True),
    Kind("nbsp-around", _around("\u00a0", "\u00a0"), repairs=True),
    Kind("thin-space-behind", _around("", "\u2009\u202f"), repairs=True),
    Kind("wide-space-before", _around("\u3000"), repairs=True),
    Kind("bom-before", _around("\ufeff"), repairs=True),
    Kind("line-feed-behind", _around("", "\n"), repairs=True),
    Kind("line-feed-before", _around("\n"), repairs=True),
    Kind("crlf-behind", _around("", "\r\n"), repairs=True),
    Kind("double-space", _at_middle(" ", same=True), equal=_TEXT),
    Kind("nbsp-inside", _at_middle("\u00a0", same=True), equal=_TEXT),
    Kind("tab-inside", _at_middle("\t", same=True), equal=_TEXT),
    Kind("line-feed-inside", _at_middle("\n", same=True), equal=_TEXT),
    Kind("two-line-feeds-inside", _at_middle("\n\n", same=True), equal=_TEXT),
    Kind("crlf-inside", _at_middle("\r\n", same=True), equal=_TEXT),
    Kind("cr-inside", _at_middle("\r", same=True), equal=_TEXT),
    Kind("cr-behind", _around("", "\r"), repairs=False),
)
_QUOTE_KINDS = (
    Kind("needless-quotes", _needless_quotes, harmless=True),
    Kind("doubled-quotes", _changed(lambda t: f'"{t}"'), equal=_TEXT),
    Kind("quoted-word", _changed(lambda t: f'{t} "x"'), equal=_TEXT),
    Kind("inch-sign", _changed(lambda t: f'{t}"'), equal=_TEXT),
    Kind("stray-quote", _raw(lambda t: f'{t[:1]}"{t[1:]}')),
    Kind("stray-quote-behind", _raw(lambda t: f'{t}"')),
    Kind("unclosed-quote", _raw(lambda t: f'"{t}')),
    Kind("text-behind-quote", _raw(lambda t: f'"{t}"x')),
    Kind("space-before-quote", _raw(lambda t: f' "{t}"')),
    Kind("space-behind-quote", _raw(lambda t: f'"{t}" ')),
    Kind("backslash-quotes", _raw(lambda t: f'"a \\"{t}\\" b"')),
    Kind("single-quotes", _quoted("'", "'"), equal=_MARK),
    Kind("curly-quotes", _changed(lambda t: f"“{t}”"), equal=_TEXT),
    Kind("apostrophe", _quoted("'"), equal=_MARK),
    Kind("two-apostrophes", _quoted("''"), equal=_MARK),
    Kind("backtick", _changed(lambda t: f"`{t}"), equal=_TEXT),
)
_EMPTY_KINDS = (
    *(
        Kind(name, _nothing(text), equal=_EMPTY)
        for name, text in {
            "empty": "", "spaces-only": "   ", "nbsp-only": "\u00a0", "dash": "-",
            "en-dash": "–", "two-dashes": "--", "line-feed-only": "\n", "lone-apostrophe": "'",
            "lone-apostrophes": "''",
        }.items()
    ),
    *(
        Kind(f"instead-{text}", _word_for_none(text), equal=_TEXT)
        for text in (
            "nihil", "NULL", "null", "None", "N/A", "NaN", "NA", "nan", "kosong", "tidak ada",
            "x", "?", "...", "*", "belum ada", "/", ",", "_",
        )
    ),
    *(
        Kind(f"instead-{text}", _instead(text), unseen=True, kept=_KEPT)
        for text in ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?")
    ),
    *(Kind(f"instead-{n}", _a_number(n), equal=_OTHER) for n in ("0", "1", "TRUE")),
    Kind("hashes", _instead("########"), unseen=True, kept=_KEPT),
    Kind("zero-width-only", _instead("\u200b"), equal=_TEXT, unseen=True),
)  # fmt: skip
_UNSEEN_KINDS = tuple(
    kind
    for name, character in {
        "zero-width-space": "\u200b", "zero-width-joiner": "\u200d", "word-joiner": "\u2060",
        "soft-hyphen": "\u00ad", "right-to-left": "\u202e", "isolate": "\u2066",
        "direction-mark": "\u200f", "variation": "\ufe0f", "hangul-filler": "\u3164",
        "escape": "\x1b[31m", "backspace": "\b", "bell": "\a", "delete": "\x7f",
        "vertical-tab": "\v", "form-feed": "\f", "file-separator": "\x1c",
        "record-separator": "\x1e", "unit-separator": "\x1f", "next-line": "\x85",
        "c1-control": "\x9b", "line-separator": "\u2028", "paragraph-separator": "\u2029",
        "private-use": "\ue000", "replacement": "\ufffd", "non-character": "\uffff",
        "tag": "\U000e0041", "substitute": "\x1a",
    }.items()
    for kind in _character(name, character)
)  # fmt: skip
_BYTE_KINDS = (
    Kind("nul", _raw(lambda t: f"{t}\0")),
    Kind("nul-inside", _raw(lambda t: f"{t[:1]}\0{t[1:]}")),
    Kind("surrogate", lambda s: Cell("", None, s.text.encode() + b"\xed\xa0\x80")),
    Kind("overlong", _bytes(b"\xc0\x80"), equal=_CP1252),
    Kind("cut-utf8", _bytes(b"\xc3"), equal=_CP1252),
    Kind("cp1252-e", _bytes(b"\xe9"), equal=_CP1252),
    Kind("cp1252-quote", _bytes(b"\x92"), equal=_CP1252),
    Kind("cp1252-hole", _bytes(b"\x81")),
)
_TEXT_KINDS = (
    Kind("upper", _cased(str.upper), _NAMED, equal=_TEXT),
    Kind("lower", _cased(str.lower), _NAMED, equal=_TEXT),
    Kind("title", _cased(str.title), _NAMED, equal=_TEXT),
    Kind("html", _changed(lambda t: f"<b>{t}</b>"), equal=_TEXT),
    Kind("script", _changed(lambda t: f"<script>alert(1)</script>{t}"), equal=_TEXT),
    Kind("entity", _changed(lambda t: f"{t}&nbsp;"), equal=_TEXT),
    Kind("markup", _changed(lambda t: f"[bold]{t}[/x]"), equal=_TEXT),
    Kind("braces", _changed(lambda t: f"{t}{{0}}%s${{1}}{{"), equal=_TEXT),
    Kind("backslash", _changed(lambda t: f"{t}\\n"), equal=_TEXT),
    Kind("formula-equals", _changed(lambda t: f"={t}"), equal=_TEXT),
    Kind("formula-plus", _changed(lambda t: f"+{t}"), equal=_TEXT),
    Kind("formula-minus", _changed(lambda t: f"-{t}"), equal=_TEXT),
    Kind("formula-at", _changed(lambda t: f"@{t}"), equal=_TEXT),
    Kind("formula-link", _instead('=HYPERLINK("x";"y")'), equal=_TEXT),
    Kind("formula-dde", _instead("=cmd|' /C calc'!A0"), equal=_TEXT),
    Kind("formula-marked", _quoted("'="), equal=_MARK),
    Kind("emoji", _changed(lambda t: f"{t} 😀"), equal=_TEXT),
    Kind("astral", _changed(_letters({"a": "𝐚", "1": "𝟏"})), equal=_TEXT, unseen=True),
    Kind("combining", _changed(_accented), equal=_TEXT),
    Kind("cyrillic", _changed(_letters({v: k for k, v in _SCRIPTS.items()})), equal=_TEXT,
         unseen=True),
    Kind("greek", _changed(_letters({"P": "Ρ", "A": "Α", "o": "ο"})), equal=_TEXT, unseen=True),
    Kind("wide-letters", _changed(_wide), equal=_TEXT),
    Kind("mojibake", _mojibake, equal=_TEXT),
    Kind("accent", _changed(lambda t: t.replace("a", "á")), equal=_TEXT),
    Kind("long", _changed(_long(3_000)), equal=_TEXT),
    Kind("longest", _changed(_long(32_767)), equal=_TEXT),
    Kind("too-long", lambda s: Cell(_long(32_768)(s.text), None)),
    Kind("far-too-long", lambda s: Cell(_long(150_000)(s.text), None)),
    Kind("delimiter-quoted", _changed(lambda t: f"{t}, {t}"), ANY - {Type.PHONE}, equal=_TEXT),
    Kind("semicolons", _changed(lambda t: f"{t};{t};"), equal=_TEXT),
    Kind("pipes", _changed(lambda t: f"{t}|{t}"), ANY - {Type.PHONE}, equal=_TEXT),
    Kind("bracketed", _changed(lambda t: f"({t})"), equal=_TEXT),
    Kind("full-stop", _changed(lambda t: f"{t}."), FREE | DIGITS | DATES, equal=_TEXT),
    Kind("colon-before", _changed(lambda t: f": {t}"), equal=_TEXT),
    Kind("question", _changed(lambda t: f"{t}?"), FREE | DIGITS | DATES, equal=_TEXT),
    Kind("numbered", _changed(lambda t: f"1. {t}"), equal=_TEXT),
    Kind("twice", _changed(lambda t: t * 2), ANY - {Type.NUMBER, Type.TPS}, equal=_TEXT),
    Kind("slash-other", _changed(lambda t: f"{t} / lain"), equal=_TEXT),
    Kind("a-heading", _not_of_tps(_place_named("KECAMATAN BULU")), equal=_OTHER),
    Kind("a-total", _not_of_tps(_instead("JUMLAH")), equal=_TEXT),
    Kind("a-nik", _of_type("3323010101800001", Type.NIK), equal=_OTHER),
    Kind("a-date", _of_type("17 Agustus 1945", Type.DATE, "1945-08-17"), equal=_OTHER),
    Kind("a-path", _instead("..\\..\\x.csv"), equal=_TEXT),
    Kind("a-number", _instead("12,5"), equal=_TEXT),
    Kind("scientific-text", _instead("3,32301E+15"), unseen=True, kept=_KEPT),
)  # fmt: skip
_SIGN_KINDS = tuple(
    Kind(f"digits-{name}", _changed(_signs(signs)), equal=_TEXT, unseen=True)
    for name, signs in {
        "full-width": "０１２３４５６７８９",
        "arabic": "٠١٢٣٤٥٦٧٨٩",
        "persian": "۰۱۲۳۴۵۶۷۸۹",
        "devanagari": "०१२३४५६७८९",
        "superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹",
        "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    }.items()
)
_LETTER_KINDS = tuple(
    Kind(f"letters-{a}-for-{b}", _changed(_swapped(b, a)), equal=_TEXT)
    for a, b in (("O", "0"), ("o", "0"), ("l", "1"), ("I", "1"), ("S", "5"), ("B", "8"))
)
_PHONE = frozenset({Type.PHONE})
_LONG_DIGITS = frozenset({Type.NIK, Type.PHONE})
_NIK = frozenset({Type.NIK})
_COUNT = frozenset({Type.NUMBER, Type.TPS})
_DIGIT_KINDS = (
    Kind("scientific-comma", _scientific(","), DIGITS),
    Kind("scientific-point", _scientific("."), DIGITS),
    Kind("one-digit-less", _digits(lambda d: d[:-1], _as_typed), _LONG_DIGITS, equal=_OTHER),
    Kind("one-digit-more", _digits(lambda d: d + d[-1], _as_typed), _LONG_DIGITS, equal=_OTHER),
    Kind("last-digit-0", _digits(lambda d: d[:-1] + "0", _as_typed), _LONG_DIGITS, equal=_OTHER),
    Kind("last-digits-000", _digits(lambda d: d[:-3] + "000", _as_typed), _LONG_DIGITS,
         equal=_OTHER),
    Kind("last-digits-0000", _digits(lambda d: d[:-4] + "0000", _as_typed), _NIK, equal=_OTHER),
    Kind("two-digits-swapped", _digits(lambda d: d[:-2] + d[-1] + d[-2], _as_typed), _LONG_DIGITS,
         equal=_OTHER),
    Kind("day-99", _digits(lambda d: d[:6] + "99" + d[8:], lambda t, s: None), _NIK),
    Kind("month-13", _digits(lambda d: d[:8] + "13" + d[10:], lambda t, s: None), _NIK),
    Kind("30-february", _digits(lambda d: d[:6] + "3002" + d[10:], lambda t, s: None), _NIK),
    Kind("all-zero", _digits(lambda d: "0" * len(d), lambda t, s: None), _LONG_DIGITS),
    Kind("all-nine", _digits(lambda d: "9" * len(d), lambda t, s: None), _LONG_DIGITS),
    Kind("decimal-point", _around("", ".0"), DIGITS),
    Kind("decimal-comma", _around("", ",00"), DIGITS),
    Kind("grouped-spaces", _grouped(" "), _LONG_DIGITS, repairs=True),
    Kind("grouped-dots", _grouped("."), _LONG_DIGITS, repairs=True),
    Kind("grouped-dashes", _grouped("-"), _LONG_DIGITS, repairs=True),
    Kind("grouped-commas", _grouped(","), _LONG_DIGITS),
    Kind("plus-sign", _around("+"), DIGITS),
    Kind("minus-sign", _changed(lambda t: f"-{t}"), DIGITS),
    Kind("hash-sign", _changed(lambda t: f"#{t}"), DIGITS),
    Kind("label", _changed(lambda t: f"No. {t}"), DIGITS),
    Kind("label-wa", _changed(lambda t: f"WA: {t}"), _PHONE),
    Kind("link-wa", _changed(lambda t: f"https://wa.me/62{t[1:]}"), _PHONE),
    Kind("unit", _changed(lambda t: f"{t} orang"), _COUNT),
    Kind("word-number", _instead("dua"), DIGITS),
    Kind("roman", _instead("II"), DIGITS),
    Kind("thousands-dot", _of_type("1.234", Type.NUMBER, "1234"), _COUNT, equal=_OTHER),
    Kind("thousands-comma", _of_type("1,234", Type.NUMBER, "1234"), _COUNT, equal=_OTHER),
    Kind("formula-quoted", lambda s: Cell(f'="{s.text}"', s.text) if s.text else None, DIGITS),
    Kind("phone-unseen", _around("\u202a", "\u202c"), _PHONE, repairs=True),
    Kind("phone-labelled", _around("", " (WA)"), _PHONE, repairs=True),
    Kind("phone-hyphens", _changed(lambda t: f"{t[:4]}\u2011{t[4:]}"), _PHONE),
    Kind("zeros-before", _padded(4), _COUNT, repairs=True),
    Kind("tps-label", _around("TPS "), frozenset({Type.TPS}), repairs=True),
    Kind("negative", _instead("-1"), _COUNT),
    Kind("too-large", _instead("1234567890123"), _COUNT),
    Kind("without-0", _without_zero, _PHONE, repairs=True),
    Kind("plus-62", _abroad("+62"), _PHONE, repairs=True),
    Kind("plus-62-spaced", _abroad("+62 "), _PHONE, repairs=True),
    Kind("62", _abroad("62"), _PHONE, repairs=True),
    Kind("0062", _abroad("0062"), _PHONE),
    Kind("plus-62-0", _changed(lambda t: f"+62{t}"), _PHONE),
    Kind("brackets", lambda s: Cell(f"({s.text[:4]}) {s.text[4:]}", s.text), _PHONE, repairs=True),
    *(
        Kind(f"two-phones-{name}", _two_phones(sign), _PHONE, equal=_BOTH)
        for name, sign in {
            "slash": "/", "spaced": " / ", "comma": ", ", "semicolon": ";", "dan": " dan ",
            "atau": " atau ", "line": "\n", "blank": " ", "plus": " + ",
        }.items()
    ),
    Kind("landline", _instead("0293491234"), _PHONE),
    Kind("phone-short", _instead("0812345"), _PHONE),
    Kind("phone-long", _instead("08123456789012345"), _PHONE),
)  # fmt: skip
_CODES = frozenset({Type.CODE})
_CODE_KINDS = (
    Kind("undotted", _code(_bare, same=True), _CODES, repairs=True),
    Kind("half-dotted", _code(lambda t: _bare(t)[:6] + t[8:], same=True), _CODES, repairs=True),
    Kind("code-commas", _code(lambda t: t.replace(".", ",")), _CODES),
    Kind("code-spaces", _code(lambda t: t.replace(".", " ")), _CODES),
    Kind("code-dashes", _code(lambda t: t.replace(".", "-")), _CODES),
    Kind("code-slashes", _code(lambda t: t.replace(".", "/")), _CODES),
    Kind("code-dot-leader", _code(lambda t: t.replace(".", "\u2024")), _CODES),
    Kind("code-two-dots", _code(lambda t: t.replace(".", "..", 1)), _CODES),
    Kind("code-dot-behind", _code(lambda t: f"{t}."), _CODES),
    Kind("code-spaced-dots", _code(lambda t: t.replace(".", " . ")), _CODES),
    Kind("code-lost-0", _code(_without_last_zero), _CODES),
    Kind("code-as-number", _code(lambda t: f"{_bare(t)}.0"), _CODES),
    Kind("code-as-float", _code(lambda t: f"{t[:5]}"), _CODES),
    Kind("code-bps", _code(_of_bps), _CODES),
    Kind("code-elsewhere", _code(lambda t: t.replace("33.23", "33.24")), _CODES),
    Kind("code-province", _code(lambda t: f"34{t[2:]}"), _CODES),
    Kind("code-unlisted", _code(lambda t: f"{t[:-1]}9"), _CODES),
    Kind("code-of-above", _code(lambda t: t[:8] if len(t) > 8 else t[:5]), _CODES),
    Kind("code-of-below", _code(lambda t: f"{t[:8]}.2001" if len(t) == 8 else f"{t}.01"), _CODES),
    Kind("code-other-place", _other_place, _CODES, equal=_OTHER),
    Kind("code-short", _code(lambda t: t[3:]), _CODES),
    Kind("code-with-name", _code(lambda t: f"{t} Bulu"), _CODES),
    Kind("code-name", _not_of_tps(_place_named("Bulu")), _CODES, equal=_OTHER),
    Kind("code-word", _changed(lambda t: f"KODE {t}"), _CODES),
)
_DATE_KINDS = (
    *(
        Kind(f"date-{name}", _spelt(pattern), DATES, repairs=True)
        for name, pattern in {
            "slashes": "{d:02d}/{m:02d}/{y}", "slashes-short": "{d}/{m}/{y}",
            "dashes": "{d:02d}-{m:02d}-{y}", "dots": "{d:02d}.{m:02d}.{y}",
            "words": "{d} {month} {y}", "upper": "{d:02d} {MONTH} {y}", "months": "{d}-{mmm}-{y}",
            "months-dot": "{d} {mmm}. {y}", "weekday": "{weekday}, {d} {month} {y}",
            "weekday-numbers": "{weekday}, {d:02d}-{m:02d}-{y}", "iso-short": "{y}-{m}-{d}",
            "midnight": "{y}-{m:02d}-{d:02d} 00:00:00", "t": "{y}-{m:02d}-{d:02d}T00:00:00",
        }.items()
    ),
    *(
        Kind(f"date-{name}", _spelt(pattern, same=same), DATES)
        for name, pattern, same in (
            ("hour", "{y}-{m:02d}-{d:02d} 08:30:00", True),
            ("zone", "{y}-{m:02d}-{d:02d}T00:00:00+07:00", True),
            ("label-age", "{d:02d}-{m:02d}-{y} / 34 tahun", True),
            ("two-lines", "Temanggung\n{d} {month} {y}", True),
            ("glued", "{d}{month}{y}", True),
            ("iso-slashes", "{y}/{m:02d}/{d:02d}", True),
            ("iso-dots", "{y}.{m:02d}.{d:02d}", True),
            ("compact", "{y}{m:02d}{d:02d}", True),
            ("month-first", "{month} {d}, {y}", True),
            ("no-day", "{month} {y}", False),
            ("no-year", "{d} {month}", False),
            ("place", "Temanggung, {d} {month} {y}", True),
            ("place-numbers", "Temanggung, {d:02d}-{m:02d}-{y}", True),
            ("weekday-behind", "{d} {month} {y} (Kamis)", True),
            ("wrong-weekday", "Ahad {d} {month} {y}", True),
            ("label", "Tgl {d} {month} {y}", True),
            ("spaced", "{d:02d} / {m:02d} / {y}", True),
            ("nb-hyphen", "{d:02d}\u2011{m:02d}\u2011{y}", True),
            ("en-dashes", "{d:02d}–{m:02d}–{y}", True),
            ("mixed-signs", "{d:02d}/{m:02d}-{y}", True),
            ("year-first-swapped", "{y}-{d:02d}-{m:02d}", False),
            ("three-digit-year", "{d:02d}/{m:02d}/0{yy:02d}", False),
            ("letter-o", "{d} {month} 2O{yy:02d}", False),
            ("range", "{d} s/d {d} {month} {y}", False),
            ("two-dates", "{d}/{m}/{y} {d}/{m}/{y}", False),
        )
        if name != "year-first-swapped"
    ),
    Kind("date-zulu", _next_midnight("T17:00:00Z"), DATES),
    Kind("date-before-midnight", _next_midnight(" 23:59:48"), DATES),
    Kind("date-short-year", _short_year("{d:02d}/{m:02d}/{yy:02d}"), DATES),
    Kind("date-short-year-words", _short_year("{d}-{mmm}-{yy:02d}"), DATES),
    Kind("date-american", _american, DATES, equal=_DAY_FIRST),
    Kind("date-serial", _serial, DATES),
    Kind("date-other", _moved(1), DATES, equal=_OTHER),
    Kind("date-century", _moved(-36525), DATES, equal=_OTHER),
    Kind("date-far-future", _moved(36525), DATES, equal=_OTHER),
    *(
        Kind(f"date-{text}", _instead(text), DATES)
        for text in (
            "31-02-2024", "2024-02-30", "32/01/2024", "00/00/0000", "0000-00-00", "1900-01-00",
            "31 Februari 2024", "16 Mai 2024", "13/13/2024", "29/02/2023", "hari ini", "45428.0",
            "45428,5", "1715817600", "16-05-20245", "5/2024", "2024",
        )
    ),
)  # fmt: skip
_WORDS = frozenset({Type.WORD})
_WORD_KINDS = (
    *(Kind(f"spelling-{n}", _spelling(n), _WORDS, repairs=True) for n in range(3)),
    Kind("word-full-stop", _around("", "."), _WORDS, repairs=True),
    Kind("word-comma", _around("", ","), _WORDS, repairs=True),
    Kind("word-misspelt", _changed(_misspelt), _WORDS),
    Kind("word-cut", _changed(lambda t: t[:-1] or "x"), _WORDS),
    Kind("word-two", _changed(lambda t: f"{t}/{_OTHERS.get(t, 'x')}"), _WORDS),
    Kind("word-other", _other_word, _WORDS, equal=_OTHER),
    Kind("word-digit", _instead("2"), _WORDS),
    Kind("word-cross", _instead("X"), _WORDS),
    Kind("word-tick", _tick, _WORDS, equal=_OTHER),
)
_ROLES = frozenset({"anggota.badan", "anggota.jabatan"})
_ROLE_KINDS = (
    Kind("role-with-body", _with_body, _WORDS, equal=_OTHER, where=_ROLES),
    Kind("role-with-other-body", _with_other_body, _WORDS, where=_ROLES),
)

KINDS: Sequence[Kind] = (
    *_BLANK_KINDS,
    *_QUOTE_KINDS,
    *_EMPTY_KINDS,
    *_UNSEEN_KINDS,
    *_BYTE_KINDS,
    *_TEXT_KINDS,
    *_SIGN_KINDS,
    *_LETTER_KINDS,
    *_DIGIT_KINDS,
    *_CODE_KINDS,
    *_DATE_KINDS,
    *_WORD_KINDS,
    *_ROLE_KINDS,
)
