"""CSV of any common encoding and delimiter to a grid, record by record after RFC 4180.

Bytes that are no UTF-8 are read as Windows-1252 where nothing in the file is UTF-8, or as what
makes words of them where that does not. Where some of it is, the file was pasted together, and the
lines that do not fit are rejected one by one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from adhoc_cli.intake.encodings import as_asked, told_by_words, without_utf7
from adhoc_cli.intake.grid import Grid, Line, Score, with_long_cells_refused
from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault
from adhoc_cli.tables.cut import LOOKED_AT, is_cut
from adhoc_cli.tables.records import Record, Walker, not_utf8
from adhoc_cli.tables.texts import SPACES

DELIMITERS = (",", ";", "\t", "|")
_BOM = b"\xef\xbb\xbf"
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEAD = 4 << 10
_SAMPLE = 60  # records looked at to find what separates the cells
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_FORMULA = re.compile(rb'="[^"]*"')
_LINE_IN_QUOTES = re.compile(rb'\s*"(?:[^"]|"")*"\s*')
_HIGH = re.compile(rb"[\x80-\xff]")


def read_text(
    data: bytes, name: str, score: Score, limits: Limits, encoding: str | None = None
) -> Grid:
    """The grid of a CSV file, in the `encoding` that was asked for or seems to be its own.

    Raises `ImportRefused` for bytes that are no text, or too many.
    """
    if encoding is not None:
        text = as_asked(data, encoding, name)
    else:
        text, encoding = to_utf8(data, name)
    if b"\n" not in text:
        text = text.replace(b"\r", b"\n")  # old Mac line ends
    delimiter = _delimiter(text, score)
    if bare := _without_quotes_round_lines(text, delimiter, score):
        text, delimiter = bare
    lines: list[Line] = []
    blank = 0
    known: dict[str, str] = {}
    for line in _lines(text, delimiter):
        if line.fault is None and not "".join(line.cells).strip(SPACES):
            blank += 1
            continue
        # Equal cells are one object: half of the memory of a large file.
        cells = tuple([known.setdefault(cell, cell) for cell in line.cells])
        lines.append(_within(line._replace(cells=cells), name, limits))
        if len(lines) > limits.rows:
            params = {"count": len(lines), "limit": limits.rows, "cell": f"{line.number}"}
            raise ImportRefused("many_rows", file=name, option=OPTIONS["rows"], **params)
    if not lines:
        raise ImportRefused("empty", file=name)
    ended = _take_signs_off_ends(lines, delimiter)
    shown = "TAB" if delimiter == "\t" else delimiter
    shown = f'"{shown}"' if bare else shown
    grid = Grid(name, None, lines, blank, encoding, shown, typed=ended)
    return grid if text.endswith((b"\n", b"\r")) else _without_line_end(grid)


def _without_quotes_round_lines(
    text: bytes, delimiter: str, score: Score
) -> tuple[bytes, str] | None:
    """A file whose lines are each one quoted cell, as Excel writes a CSV that it has read as one
    column: its lines without these quotes, and what separates their cells. None for any other."""
    if not text.lstrip().startswith(b'"'):
        return None
    lines = text.splitlines()
    if not all(_LINE_IN_QUOTES.fullmatch(line) for line in lines if line.strip()):
        return None
    bare = b"\n".join(line.strip()[1:-1].replace(b'""', b'"') for line in lines)
    bare += b"\n" * text.endswith((b"\n", b"\r"))
    inside = _delimiter(bare, score)
    before, after = (
        score(list(islice(_lines(one, sign), _SAMPLE)))
        for one, sign in ((text, delimiter), (bare, inside))
    )
    return (bare, inside) if after > before else None


def _without_line_end(grid: Grid) -> Grid:
    """A grid whose last line has no line end: it is refused where its last cell has no end either,
    and else, below others, told as one that may be cut off. Whether cells are missing shows below
    the header."""
    *above, last = grid.lines
    lines = above[-LOOKED_AT:]
    cells = [line.cells[-1] for line in lines if len(line.cells) == len(last.cells)]
    if last.fault is not None:
        lacks = "quote" if last.fault.params.get("variant") == "unclosed" else ""
    else:
        lacks = "text" if is_cut(last.cells[-1], cells) else ""
    typed = dict(grid.typed)
    if lacks:
        last = last._replace(fault=Fault("cut_off", {"variant": lacks}))
    elif len(above) > 1:
        typed["cut_off", len(last.cells) - 1] = bytes(last.number) + b"\1"
    return replace(grid, lines=[*above, last], unended=last.number, typed=typed)


def _take_signs_off_ends(lines: list[Line], delimiter: str) -> dict[tuple[str, int], bytes]:
    """Take off what programs leave before the break, where it is usual; else the line is refused,
    as nobody knows whether it is of the cell. Gives where each sign stood, as `Grid.typed`."""
    signs = "\x1a\\" + (";" if delimiter != ";" else "")
    ended = [at for at, line in enumerate(lines) if line.cells[-1].endswith(tuple(signs))]
    usual = 2 * len(ended) > len(lines)
    taken: dict[tuple[str, int], bytearray] = {}
    for at in ended:
        cells, number = lines[at].cells, lines[at].number
        sign = cells[-1][-1]
        if usual:
            lines[at] = lines[at]._replace(cells=(*cells[:-1], cells[-1].rstrip(signs)))
            place = (sign, len(cells) - 1)
            taken.setdefault(place, bytearray(lines[-1].number + 1))[number] = 1
        elif lines[at].fault is None:
            lines[at] = lines[at]._replace(fault=Fault("line_end", {"found": f"U+{ord(sign):04X}"}))
    return {place: bytes(marks) for place, marks in taken.items()}


# -- encoding --------------------------------------------------------------------------------------


def to_utf8(data: bytes, name: str) -> tuple[bytes, str]:
    """The text of a file in UTF-8, and the encoding it was in.

    Bytes that cannot be told stay as they are; the records that hold them are rejected.
    """
    if (wide := _UTF16.get(data[:2])) is not None:
        return _from_utf16(data[2:], wide, name)
    if (wide := _looks_like_utf16(data[:_HEAD])) is not None:
        return _from_utf16(data, wide, name)
    if data.count(0, 0, _HEAD) * 3 > min(len(data), _HEAD):
        raise ImportRefused("other_format", file=name, found="binary")
    body = data.removeprefix(_BOM)
    if not _is_utf8(body):
        if body != data or _is_partly_utf8(body):
            return body, "utf-8"
        return _from_old(body, name)
    if (read := without_utf7(body)) is not None:
        return read, "utf-7"
    return body, "utf-8" if body is data else "utf-8-sig"


def _from_old(body: bytes, name: str) -> tuple[bytes, str]:
    """Bytes that are nowhere UTF-8."""
    if (told := told_by_words(body, name)) is not None:
        return told[0].encode(), told[1]
    text = body.decode("cp1252", "surrogateescape")
    return text.encode("utf-8", "surrogateescape"), "cp1252"


def _looks_like_utf16(head: bytes) -> str | None:
    """ASCII in UTF-16 is half NUL: behind each letter (LE) or before it (BE)."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 10 >= half * 7 and even * 10 <= half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 >= half * 7 and odd * 10 <= half else None


def _from_utf16(data: bytes, encoding: str, name: str) -> tuple[bytes, str]:
    try:
        return data.decode(encoding).encode(), encoding
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise ImportRefused("not_text", file=name, line=line) from None


def _is_partly_utf8(body: bytes) -> bool:
    """Whether a line holds a letter in UTF-8, or a surrogate, which no Windows-1252 text has."""
    if _SURROGATE.search(body):
        return True
    return any(_HIGH.search(line) and _is_utf8(line) for line in body.splitlines())


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


# -- records ---------------------------------------------------------------------------------------


def _delimiter(text: bytes, score: Score) -> str:
    """What separates cells: with it the head of the file looks most like one with a header."""
    samples = {d: list(islice(_lines(text, d), _SAMPLE)) for d in DELIMITERS}
    return max(
        DELIMITERS, key=lambda d: (score(samples[d]), sum(len(one.cells) for one in samples[d]))
    )


def _lines(text: bytes, delimiter: str) -> Iterator[Line]:
    walker = Walker(text, delimiter.encode())
    at, number = 0, 1
    while at < len(text):
        feed = text.find(b"\n", at)
        end, following = (feed, feed + 1) if feed >= 0 else (len(text), len(text))
        if text.find(b'"', at, end) < 0:
            yield _plain(text[at : end - (text[end - 1 : end] == b"\r")], delimiter, number)
            at, number = following, number + 1
            continue
        record = walker.record(at)
        yield _quoted(walker, record, text[at : record.end], (number, delimiter))
        number += text.count(b"\n", at, record.next)
        at = record.next


def _plain(raw: bytes, delimiter: str, number: int) -> Line:
    """A record without quotes."""
    try:
        cells = tuple(raw.decode("utf-8").split(delimiter))
    except UnicodeDecodeError:
        cells = tuple(_shown(raw).split(delimiter))
        return Line(number, cells, _not_utf8(raw))
    return Line(number, cells, _control(raw))


def _quoted(walker: Walker, record: Record, raw: bytes, at: tuple[int, str]) -> Line:
    """A record with quotes, at a line of a file with this delimiter; a faulty one is one cell."""
    number, delimiter = at
    if record.fault is not None and _is_of_formulas(raw, delimiter):
        return _plain(raw.removesuffix(b"\r"), delimiter, number)
    if record.fault is not None:
        params = {"variant": record.fault.fault}
        return Line(number, (_shown(raw),), Fault("quote", params))
    if not _is_utf8(raw):
        cells = (_shown(raw),)
        return Line(number, cells, _not_utf8(raw))
    return Line(number, tuple(walker.texts(record)), _control(raw.replace(b"\r\n", b"\n")))


def _is_of_formulas(raw: bytes, delimiter: str) -> bool:
    """Whether every quote of a record belongs to a cell ="…" that nobody quoted."""
    cells = raw.removesuffix(b"\r").split(delimiter.encode())
    return b"\n" not in raw and all(b'"' not in c or _FORMULA.fullmatch(c) for c in cells)


def _shown(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


def _not_utf8(raw: bytes) -> Fault:
    at = not_utf8(raw, 0, len(raw)) or 0
    return Fault("not_utf8", {"byte": f"0x{raw[at]:02X}"})


def _control(raw: bytes) -> Fault | None:
    if b"\0" in raw:
        return Fault("nul")
    return Fault("line_break") if b"\r" in raw else None


def _within(line: Line, name: str, limits: Limits) -> Line:
    """`line`, with a fault where a cell is too long; too many cells are too many columns."""
    if len(line.cells) > limits.columns:
        params = {"count": len(line.cells), "limit": limits.columns, "cell": f"{line.number}"}
        raise ImportRefused("many_columns", file=name, option=OPTIONS["columns"], **params)
    if line.fault is None:
        return with_long_cells_refused(line, limits)
    return line
