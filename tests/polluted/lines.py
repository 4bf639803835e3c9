"""Pollution of rows, of the header, and of whole files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.polluted.clean import (
    COLUMNS,
    FREE,
    REQUIRED,
    ROWS,
    SYNONYMS,
    Type,
    polluted_rows,
)
from tests.polluted.made import (
    Meant,
    Part,
    Polluted,
    Spoilt,
    Traits,
    clean_cells,
    clean_parts,
    composed,
    record,
)

_SHAPES: Mapping[Type, str] = {
    Type.CODE: r"33\.23\.[0-9]{2}(?:\.[0-9]{4})?",
    Type.NIK: "[0-9]{16}",
    Type.PHONE: "08[0-9]{8,11}",
    Type.DATE: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    Type.BIRTH: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    Type.NUMBER: "[0-9]{1,9}",
    Type.TPS: "[1-9][0-9]{0,2}",
}
_SHIFTED = "what slipped into it is a value of the column too"
_TWICE = "the same row twice is the same"


def meaning(file: str, column: str, text: str) -> str | None:
    """What a text that slipped into a column means there."""
    kind = COLUMNS[file][column]
    if not text:
        return None if column in REQUIRED[file] else ""
    if kind in FREE:
        return text
    if kind is Type.WORD:
        known = {row[column] for row in ROWS[file]}
        return text if text in known else None
    return text if re.fullmatch(_SHAPES[kind], text) else None


def _meant(file: str, cells: Sequence[str | bytes]) -> Meant:
    """What a row of other cells means; "" where it has none."""
    texts = [c.decode() if isinstance(c, bytes) else c for c in cells]
    texts += [""] * (len(COLUMNS[file]) - len(texts))
    return {
        column: meaning(file, column, text)
        for column, text in zip(COLUMNS[file], texts, strict=False)
    }


def nothing_meant(file: str) -> Meant:
    return dict.fromkeys(COLUMNS[file], None)


# -- rows, one column after the other --------------------------------------------------------------

RowMake = Callable[[str, int, int], Spoilt | None]  # file, row, position of the column


def _with_cells(file: str, row: int, cells: Sequence[str | bytes], meant: Meant) -> Spoilt:
    parts = clean_parts(file)
    parts[row + 1] = Part(record(cells), (row,), True)
    return Spoilt(parts, {row: meant})


def _short(file: str, row: int, at: int) -> Spoilt:
    cells = clean_cells(file, row)
    del cells[at]
    return _with_cells(file, row, cells, nothing_meant(file))


def _long(inside: str) -> RowMake:
    def make(file: str, row: int, at: int) -> Spoilt:
        cells = clean_cells(file, row)
        cells.insert(at, inside)
        return _with_cells(file, row, cells, nothing_meant(file))

    return make


def _shifted_left(file: str, row: int, at: int) -> Spoilt:
    """A cell deleted in a spreadsheet: those behind it moved up."""
    cells = [*clean_cells(file, row), ""]
    del cells[at]
    return _with_cells(file, row, cells, _meant(file, cells))


def _shifted_right(file: str, row: int, at: int) -> Spoilt | None:
    """A cell inserted in a spreadsheet where the last one was empty."""
    cells = clean_cells(file, row)
    if cells[-1]:
        return None
    cells.insert(at, "")
    return _with_cells(file, row, cells[:-1], _meant(file, cells[:-1]))


def _swapped(file: str, row: int, at: int) -> Spoilt | None:
    """Two neighbouring cells in each other's place."""
    cells = clean_cells(file, row)
    if at + 1 >= len(cells) or cells[at] == cells[at + 1]:
        return None
    cells[at], cells[at + 1] = cells[at + 1], cells[at]
    return _with_cells(file, row, cells, _meant(file, cells))


# Columns that were pasted in each other's place.
_PASTED = {"alamat": "pendidikan", "pendidikan": "nomor_sk", "nomor_sk": "alamat"}


def _stretch_swapped(file: str, row: int, at: int) -> Spoilt | None:
    """Two columns in each other's place from this row to the last one."""
    names = list(COLUMNS[file])
    other = _PASTED.get(names[at])
    if file != "anggota" or other is None:
        return None
    parts, touched = clean_parts(file), dict[int, Meant]()
    for number in range(row, len(ROWS[file])):
        cells, there = clean_cells(file, number), names.index(other)
        if not (cells[at] and cells[there]):
            continue
        cells[at], cells[there] = cells[there], cells[at]
        parts[number + 1] = Part(record(cells), (number,), True)
        touched[number] = {names[at]: None, other: None}
    return Spoilt(parts, touched) if touched else None


def _bare_comma(file: str, row: int, at: int) -> Spoilt:
    """A comma in a cell without quotes."""
    cells = clean_cells(file, row)
    text = cells[at]
    assert isinstance(text, str)
    cells[at] = f"{text[:1]},{text[1:]}x".encode()
    return _with_cells(file, row, cells, nothing_meant(file))


def _broken(newline: bytes) -> RowMake:
    """A line break between two cells, without quotes: a row in two lines."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        cells = clean_cells(file, row)
        if not at:
            return None
        parts = clean_parts(file)
        head, tail = record(cells[:at]), record(cells[at:])
        if newline != b"\n":
            parts[row + 1] = Part(head + newline + tail, (row,), True)
        else:
            holds = any(cells[at:])
            parts[row + 1 : row + 2] = [Part(head, (row,), True), Part(tail, (), holds)]
        return Spoilt(parts, {row: nothing_meant(file)})

    return make


def _cut(file: str, row: int, at: int) -> Spoilt | None:
    """The file ends inside its last row."""
    if row != len(ROWS[file]) - 1 or not at:
        return None
    cells = clean_cells(file, row)[:at]
    return _with_cells(file, row, cells, nothing_meant(file))._replace(last_newline=False)


# -- rows, once for each ---------------------------------------------------------------------------


def _other_delimiter(delimiter: str) -> RowMake:
    def make(file: str, row: int, _: int) -> Spoilt:
        parts = clean_parts(file)
        parts[row + 1] = Part(record(ROWS[file][row].values(), delimiter), (row,), True)
        return Spoilt(parts, {row: nothing_meant(file)})

    return make


def _delimiter_from_here(delimiter: str) -> RowMake:
    def make(file: str, row: int, _: int) -> Spoilt:
        parts = [*clean_parts(file)[: row + 1], *clean_parts(file, delimiter)[row + 1 :]]
        rows = range(row, len(ROWS[file]))
        return Spoilt(parts, {one: nothing_meant(file) for one in rows})

    return make


def _joined(between: bytes) -> RowMake:
    """Two rows in one line: the break between them is lost."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if row + 1 >= len(ROWS[file]):
            return None
        parts = clean_parts(file)
        raw = parts[row + 1].raw + between + parts[row + 2].raw
        parts[row + 1 : row + 3] = [Part(raw, (row, row + 1), True)]
        return Spoilt(parts, {row: nothing_meant(file), row + 1: nothing_meant(file)})

    return make


def _above(raw: Callable[[str], bytes], *, holds: bool = False) -> RowMake:
    """A line of nobody above a row."""

    def make(file: str, row: int, _: int) -> Spoilt:
        parts = clean_parts(file)
        parts.insert(row + 1, Part(raw(file), (), holds))
        return Spoilt(parts, {})

    return make


def _at_the_end(raw: Callable[[str], bytes], *, holds: bool = False) -> RowMake:
    def make(file: str, row: int, _: int) -> Spoilt | None:
        if row:
            return None
        return Spoilt([*clean_parts(file), Part(raw(file), (), holds)], {})

    return make


def _padded(*cells: str) -> Callable[[str], bytes]:
    """A line of these cells and empty ones."""

    def raw(file: str) -> bytes:
        width = len(COLUMNS[file])
        return record([*cells, *[""] * width][: max(width, len(cells))])

    return raw


def _plain(raw: bytes) -> Callable[[str], bytes]:
    return lambda _: raw


def _total(file: str) -> bytes:
    """JUMLAH, and a number in the last column."""
    return record(["JUMLAH", *[""] * (len(COLUMNS[file]) - 2), str(len(ROWS[file]))])


def _empty_delimiters(file: str) -> bytes:
    return b"," * (len(COLUMNS[file]) - 1)


def _numbering(file: str) -> bytes:
    return record(f"({n})" for n in range(1, len(COLUMNS[file]) + 1))


def _trailing_comma(file: str, row: int, _: int) -> Spoilt:
    parts = clean_parts(file)
    parts[row + 1] = parts[row + 1]._replace(raw=parts[row + 1].raw + b",")
    return Spoilt(parts, {row: dict(ROWS[file][row])})


def _accented(encoding: str) -> RowMake:
    """One row in another encoding than the others."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        column = next((c for c, kind in COLUMNS[file].items() if kind in FREE), None)
        if column is None:
            return None
        rows = [dict(one) for one in ROWS[file]]
        for one in rows:
            one[column] += " é"
        parts = [clean_parts(file)[0]]
        for at, one in enumerate(rows):
            raw = record(one.values())
            if at == row:
                raw = raw.decode().encode(encoding)
            parts.append(Part(raw, (at,), True))
        return Spoilt(parts, {row: nothing_meant(file)}, tuple(rows))

    return make


def _emptied(file: str, row: int, _: int) -> Spoilt:
    """The row is gone: an empty line stands in its place."""
    parts = clean_parts(file)
    parts[row + 1] = Part(b"", (), False)
    return Spoilt(parts, {})


def _again(file: str, row: int, _: int) -> Spoilt:
    parts = clean_parts(file)
    parts.insert(row + 2, Part(parts[row + 1].raw, (), True))
    return Spoilt(parts, {})


# -- the header ------------------------------------------------------------------------------------


def headed(change: Callable[[str], str | bytes]) -> RowMake:
    """Another header for a column."""

    def make(file: str, _: int, at: int) -> Spoilt | None:
        header: list[str | bytes] = list(COLUMNS[file])
        was = header[at]
        assert isinstance(was, str)
        header[at] = change(was)
        if header[at] == was:
            return None
        parts = clean_parts(file)
        parts[0] = Part(record(header))
        return Spoilt(parts, {})

    return make


def _synonym(number: int) -> RowMake:
    return headed(lambda c: next(iter(SYNONYMS[c][number : number + 1]), c))


def _headers_swapped(file: str, _: int, at: int) -> Spoilt | None:
    """Two neighbouring headers in each other's place: every row means another thing."""
    header = list(COLUMNS[file])
    if at + 1 >= len(header):
        return None
    header[at], header[at + 1] = header[at + 1], header[at]
    touched = {}
    for row in range(len(ROWS[file])):
        cells = dict(zip(header, ROWS[file][row].values(), strict=True))
        touched[row] = {c: meaning(file, c, text) for c, text in cells.items()}
    return Spoilt([Part(record(header)), *clean_parts(file)[1:]], touched)


def _headers_twice(file: str, _: int, at: int) -> Spoilt | None:
    """One header over two columns: the neighbour's own is gone."""
    header = list(COLUMNS[file])
    if at + 1 >= len(header):
        return None
    header[at + 1] = header[at]
    return Spoilt([Part(record(header)), *clean_parts(file)[1:]], {})


def _column(change: Callable[[list[str], int], list[str]]) -> RowMake:
    """The cells of a column in every row, the header's too, put elsewhere."""

    def make(file: str, _: int, at: int) -> Spoilt:
        every = [list(COLUMNS[file]), *(list(row.values()) for row in ROWS[file])]
        raws = [record(change(cells, at)) for cells in every]
        parts = [Part(raws[0]), *(Part(raw, (n,), True) for n, raw in enumerate(raws[1:]))]
        return Spoilt(parts, {})

    return make


def _doubled(cells: list[str], at: int) -> list[str]:
    return [*cells[: at + 1], *cells[at:]]


def _taken_out(cells: list[str], at: int) -> list[str]:
    return [*cells[:at], *cells[at + 1 :]]


def _to_front(cells: list[str], at: int) -> list[str]:
    return [cells[at], *_taken_out(cells, at)]


def _to_end(cells: list[str], at: int) -> list[str]:
    return [*_taken_out(cells, at), cells[at]]


def _empty_before(cells: list[str], at: int) -> list[str]:
    return [*cells[:at], "", *cells[at:]]


def _header_short(file: str, _: int, at: int) -> Spoilt:
    """The header lacks a cell that the rows have."""
    header = list(COLUMNS[file])
    del header[at]
    touched = {}
    for row in range(len(ROWS[file])):
        touched[row] = nothing_meant(file)
    return Spoilt([Part(record(header)), *clean_parts(file)[1:]], touched)


# -- whole files -----------------------------------------------------------------------------------


def _whole(**changes: object) -> RowMake:
    def make(file: str, row: int, _: int) -> Spoilt | None:
        return Spoilt(clean_parts(file), {})._replace(**changes) if not row else None  # type: ignore[arg-type]

    return make


def _tail(raw: bytes) -> RowMake:
    """A record of nobody at the end, without a line break."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        parts = [*clean_parts(file), Part(raw, (), True)]
        return None if row else Spoilt(parts, {}, last_newline=False)

    return make


def _every_row(newline: bytes) -> RowMake:
    """A line end that spoils all rows."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        touched = {at: nothing_meant(file) for at in range(len(ROWS[file]))}
        return None if row else Spoilt(clean_parts(file), touched, newline=newline)

    return make


def _delimited(delimiter: str) -> RowMake:
    return lambda f, row, _: Spoilt(clean_parts(f, delimiter), {}) if not row else None


def _in_encoding(encoding: str, letter: str = "é") -> RowMake:
    """The file in another encoding, with a letter that is not ASCII in every row."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        column = next((c for c, kind in COLUMNS[file].items() if kind in FREE), None)
        if row or column is None:
            return None
        rows = tuple({**one, column: f"{one[column]} {letter}"} for one in ROWS[file])
        parts = [clean_parts(file)[0]]
        parts += [Part(record(one.values()), (at,), True) for at, one in enumerate(rows)]
        # The strict reader reads UTF-8 only, and may refuse each of the rows.
        touched = {at: nothing_meant(file) for at in range(len(rows))}
        return Spoilt(parts, touched, rows, encoding=encoding)

    return make


def _all_quoted(file: str, row: int, _: int) -> Spoilt | None:
    if row:
        return None
    every = [list(COLUMNS[file]), *(list(one.values()) for one in ROWS[file])]
    raws = [b",".join(b'"%b"' % text.encode() for text in cells) for cells in every]
    parts = [Part(raws[0]), *(Part(raw, (n,), True) for n, raw in enumerate(raws[1:]))]
    return Spoilt(parts, {})


def _every(prefix: str = "", suffix: str = "", head: str = "") -> RowMake:
    """Something before or behind every line; `head` in the header instead of the prefix."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if row:
            return None
        parts = [
            part._replace(
                raw=(head if head and not n else prefix.format(n=n)).encode()
                + part.raw
                + suffix.encode()
            )
            for n, part in enumerate(clean_parts(file))
        ]
        return Spoilt(parts, {})

    return make


def _titles(*titles: str, padded: bool = False) -> RowMake:
    def make(file: str, row: int, _: int) -> Spoilt | None:
        if row:
            return None
        lines = [_padded(title)(file) if padded else title.encode() for title in titles]
        return Spoilt([*(Part(raw) for raw in lines), *clean_parts(file)], {})

    return make


def _mixed_breaks(file: str, row: int, _: int) -> Spoilt:
    parts = clean_parts(file)
    parts[row + 1] = parts[row + 1]._replace(raw=parts[row + 1].raw + b"\r")
    return Spoilt(parts, {})


def _header_below(file: str, row: int, _: int) -> Spoilt | None:
    """The sheet was sorted together with its header."""
    parts = clean_parts(file)
    if not row:
        return None
    return Spoilt([*parts[1 : row + 1], parts[0], *parts[row + 1 :]], {})


def _headerless(file: str, row: int, _: int) -> Spoilt | None:
    every = {at: nothing_meant(file) for at in range(len(ROWS[file]))}
    return None if row else Spoilt(clean_parts(file)[1:], every)


# -- every kind ------------------------------------------------------------------------------------


_USUAL = Traits()


@dataclass(frozen=True)
class LineKind:
    """A kind of pollution of lines. `each`: for every column; `rows`: for first, middle, last."""

    name: str
    make: RowMake
    traits: Traits = _USUAL
    each: bool = False
    rows: bool = True
    unread: bool = False
    twice: bool = False


HARMLESS = Traits(harmless=True)
_WHOLE = Traits(whole=True)
_READ = Traits(whole=True, repairs=True)  # by the doctor; the strict reader may refuse the file
_REFUSED = Traits()
_SLIPPED = Traits(equal=_SHIFTED)

ROW_KINDS: Sequence[LineKind] = (
    LineKind("row-short", _short, _REFUSED, each=True),
    LineKind("row-long", _long("x"), _REFUSED, each=True),
    LineKind("row-long-empty", _long(""), _REFUSED, each=True),
    LineKind("row-long-blank", _long(" "), _REFUSED, each=True),
    LineKind("row-shifted-left", _shifted_left, _SLIPPED, each=True),
    LineKind("row-shifted-right", _shifted_right, _SLIPPED, each=True),
    LineKind("row-cells-swapped", _swapped, _SLIPPED, each=True),
    LineKind("stretch-swapped", _stretch_swapped, _REFUSED, each=True),
    LineKind("row-bare-comma", _bare_comma, _REFUSED, each=True),
    LineKind("row-broken-lf", _broken(b"\n"), _REFUSED, each=True),
    LineKind("row-broken-cr", _broken(b"\r"), _REFUSED, each=True),
    LineKind("row-broken-crcr", _broken(b",\r"), _REFUSED, each=True),
    LineKind("file-cut", _cut, _REFUSED, each=True),
    LineKind("row-semicolons", _other_delimiter(";")),
    LineKind("row-tabs", _other_delimiter("\t")),
    LineKind("row-pipes", _other_delimiter("|")),
    LineKind("semicolons-from-here", _delimiter_from_here(";"), _WHOLE),
    LineKind("tabs-from-here", _delimiter_from_here("\t"), _WHOLE),
    LineKind("rows-joined", _joined(b"")),
    LineKind("rows-joined-comma", _joined(b",")),
    LineKind("rows-joined-cr", _joined(b"\r")),
    LineKind("rows-joined-blank", _joined(b" ")),
    LineKind("blank-line", _above(_plain(b"")), HARMLESS),
    LineKind("blank-line-cr", _above(_plain(b"\r")), HARMLESS),
    LineKind("blank-line-spaces", _above(_plain(b"   ")), HARMLESS),
    LineKind("blank-commas", _above(_empty_delimiters), HARMLESS),
    LineKind("blank-quotes", _above(_plain(b'""')), HARMLESS),
    LineKind("blank-one-comma", _above(_plain(b",")), HARMLESS),
    LineKind("blank-many-commas", _above(_plain(b"," * 60)), HARMLESS),
    LineKind("header-again", _above(lambda f: record(COLUMNS[f])), HARMLESS),
    LineKind("header-again-upper", _above(lambda f: record(c.upper() for c in COLUMNS[f])),
             HARMLESS),
    LineKind("numbering", _above(_numbering), HARMLESS),
    LineKind("total-line", _above(_total), HARMLESS),
    LineKind("total-word", _above(_padded("TOTAL")), HARMLESS),
    LineKind("comment", _above(_plain(b"# catatan"), holds=True), HARMLESS),
    LineKind("comment-padded", _above(_padded("# catatan"), holds=True), HARMLESS),
    LineKind("rule-of-dashes", _above(_plain(b"-----------------"), holds=False), HARMLESS),
    LineKind("page", _above(_plain(b"Halaman 2 dari 3"), holds=True), HARMLESS),
    LineKind("end-of-file-sign", _at_the_end(_plain(b"\x1a"), holds=True), HARMLESS),
    LineKind("signature", _at_the_end(_padded("", "Temanggung, 16 Mei 2024"), holds=True),
             HARMLESS),
    LineKind("signature-bare", _at_the_end(_plain(b"Mengetahui: Ketua"), holds=True), HARMLESS),
    LineKind("total-at-end", _at_the_end(_total), HARMLESS),
    LineKind("row-trailing-comma", _trailing_comma, _REFUSED),
    LineKind("row-cp1252", _accented("cp1252"), _REFUSED),
    LineKind("row-utf-16", _accented("utf-16-le"), _REFUSED),
    LineKind("row-latin-9", _accented("iso-8859-15"), _REFUSED),
    LineKind("row-gone", _emptied, HARMLESS),
    LineKind("row-twice", _again, Traits(equal=_TWICE), twice=True),
    LineKind("mixed-breaks", _mixed_breaks, HARMLESS),
    LineKind("header-below", _header_below, _WHOLE),
    LineKind("headerless", _headerless, _WHOLE),
)  # fmt: skip
HEADER_KINDS: Sequence[LineKind] = (
    *(
        LineKind(f"header-{name}", headed(change), Traits(harmless=True), each=True, rows=False)
        for name, change in {
            "upper": str.upper,
            "title": str.title,
            "spaces": lambda c: f"  {c} ",
            "nbsp": lambda c: f"\u00a0{c}\u00a0",
            "blanks": lambda c: c.replace("_", " "),
            "line-break": lambda c: c.replace("_", "\n") if "_" in c else f"{c}\n",
            "crlf": lambda c: c.replace("_", "\r\n") if "_" in c else f"{c}\r\n",
            "quoted": lambda c: b'"%b"' % c.encode(),
            "zero-width": lambda c: f"\u200b{c}",
            "full-stop": lambda c: f"{c}.",
            "star": lambda c: f"{c}*",
            "colon": lambda c: f"{c}:",
            "apostrophe": lambda c: f"'{c}",
            "bom": lambda c: f"\ufeff{c}",
            "wide": lambda c: "".join(chr(ord(x) + 0xFEE0) if x.isalpha() else x for x in c),
        }.items()
    ),
    LineKind("header-synonym", _synonym(0), HARMLESS, each=True, rows=False),
    LineKind("header-synonym-2", _synonym(1), HARMLESS, each=True, rows=False),
    *(
        LineKind(f"header-{name}", headed(change), _WHOLE, each=True, rows=False, unread=True)
        for name, change in {
            "misspelt": lambda c: f"{c[:-2]}{c[-1]}{c[-2]}",
            "cut": lambda c: c[:3],
            "empty": lambda c: "",
            "unknown": lambda c: "kolom lain",
            "number": lambda c: "7",
            "explained": lambda c: f"{c} (isi di sini)",
            "cyrillic": lambda c: c.replace("a", "а"),
            "stray-quote": lambda c: f'{c[:1]}"{c[1:]}'.encode(),
            "unclosed": lambda c: f'"{c}'.encode(),
            "nul": lambda c: f"{c}\0".encode(),
            "cr": lambda c: f"{c}\r".encode(),
            "byte": lambda c: c.encode() + b"\xe9",
            "formula": lambda c: f"={c}",
        }.items()
    ),
    LineKind("headers-swapped", _headers_swapped, Traits(equal=_SHIFTED, whole=True), each=True,
             rows=False),
    LineKind("headers-twice", _headers_twice, _WHOLE, each=True, rows=False, unread=True),
    LineKind("column-doubled", _column(_doubled), _WHOLE, each=True, rows=False),
    LineKind("column-first", _column(_to_front), HARMLESS, each=True, rows=False),
    LineKind("column-last", _column(_to_end), HARMLESS, each=True, rows=False),
    LineKind("column-empty-before", _column(_empty_before), HARMLESS, each=True, rows=False),
    LineKind("column-gone", _column(_taken_out), _WHOLE, each=True, rows=False, unread=True),
    LineKind("header-short", _header_short, _WHOLE, each=True, rows=False),
)  # fmt: skip
FILE_KINDS: Sequence[LineKind] = (
    LineKind("bom", _whole(head=b"\xef\xbb\xbf"), HARMLESS),
    LineKind("bom-twice", _whole(head=b"\xef\xbb\xbf" * 2), HARMLESS),
    LineKind("crlf", _whole(newline=b"\r\n"), HARMLESS),
    LineKind("cr-only", _whole(newline=b"\r"), _READ),
    LineKind("lf-cr", _every_row(newline=b"\n\r"), _WHOLE),
    LineKind("cr-cr-lf", _whole(newline=b"\r\r\n"), _WHOLE),
    LineKind("double-spaced", _whole(newline=b"\n\n"), HARMLESS),
    LineKind("no-last-break", _whole(last_newline=False), HARMLESS),
    LineKind("blank-end", _whole(tail=b"\n\n\n"), HARMLESS),
    LineKind("nul-end", _tail(b"\0" * 20), _WHOLE),
    LineKind("substitute-end", _tail(b"\x1a"), _WHOLE),
    LineKind("file-semicolons", _delimited(";"), HARMLESS),
    LineKind("file-tabs", _delimited("\t"), HARMLESS),
    LineKind("file-pipes", _delimited("|"), _READ),
    LineKind("file-colons", _delimited(":"), _WHOLE),
    LineKind("sep-line", _whole(head=b"sep=,\n"), HARMLESS),
    LineKind("cp1252", _in_encoding("cp1252"), _READ),
    LineKind("cp1252-quotes", _in_encoding("cp1252", "’"), _READ),
    LineKind("mac-roman-quotes", _in_encoding("mac_roman", "Ma’ruf"), _READ),
    LineKind("gb18030-quotes", _in_encoding("gb18030", "Ma’ruf"), _READ),
    LineKind("cp850", _in_encoding("cp850", "Renéa"), _READ),
    LineKind("cp437", _in_encoding("cp437", "Renéa"), _READ),
    LineKind("utf-8-sig", _in_encoding("utf-8-sig"), HARMLESS),
    LineKind("utf-16", _in_encoding("utf-16"), _READ),
    LineKind("utf-16-le", _in_encoding("utf-16-le"), _READ),
    LineKind("utf-16-be", _in_encoding("utf-16-be"), _READ),
    LineKind("utf-32", _in_encoding("utf-32"), _WHOLE),
    LineKind("all-quoted", _all_quoted, HARMLESS),
    LineKind("trailing-commas", _every(suffix=","), HARMLESS),
    LineKind("trailing-many-commas", _every(suffix=",,,,,"), HARMLESS),
    LineKind("leading-commas", _every(prefix=","), HARMLESS),
    LineKind("numbered-rows", _every(prefix="{n},", head="Urut,"), HARMLESS),
    LineKind("indented", _every(prefix="  "), HARMLESS),
    LineKind("titles", _titles("DAFTAR NAMA", "KABUPATEN TEMANGGUNG"), HARMLESS),
    LineKind("titles-padded", _titles("DAFTAR NAMA", "", "PILKADA 2024", padded=True), HARMLESS),
    LineKind("titles-blank", _titles("", "", ""), HARMLESS),
    LineKind("titles-quoted", _titles('"DAFTAR\nNAMA"'), HARMLESS),
)  # fmt: skip


def files_of(kind: LineKind) -> Iterator[Polluted]:
    """Every file of a kind of pollution of lines."""
    for file, columns in COLUMNS.items():
        for row in polluted_rows(file) if kind.rows else (0,):
            for at in range(len(columns)) if kind.each else (0,):
                spoilt = kind.make(file, row, at)
                if spoilt is not None:
                    column = list(columns)[at] if kind.each else "*"
                    yield composed(kind.name, (file, column, row), _traits(kind, file, at), spoilt)


def _traits(kind: LineKind, file: str, at: int) -> Traits:
    """A column may stay unread where its header is none; both where it stands over two."""
    if not kind.unread:
        return kind.traits
    names = list(COLUMNS[file])
    unread = frozenset(names[at : at + (2 if kind.name == "headers-twice" else 1)])
    return Traits(
        kind.traits.equal, whole=kind.traits.whole, harmless=kind.traits.harmless, unread=unread
    )
