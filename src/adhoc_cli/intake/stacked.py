"""The tables of a sheet: one below another, or side by side, each read by its own header.

Lines below a header of which too few columns are known are no rows of the table above it: they are
refused one by one. Titles between two tables belong to the lower one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import heading_of
from adhoc_cli.intake.header import Header, find_header
from adhoc_cli.intake.known import Known, needed_of
from adhoc_cli.intake.repair import plain
from adhoc_cli.intake.result import Fault
from adhoc_cli.intake.spans import joined
from adhoc_cli.models.spelling import header_key
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.text.lazy import lazy_pattern

_TITLE = lazy_pattern(
    r"(?:DAFTAR|DATA|NAMA|SUSUNAN|LAMPIRAN|REKAP\w*|REKAPITULASI|TABEL|KECAMATAN|DESA|KELURAHAN|PPK"
    r"|PPS|KPPS|SEKRETARIAT|BADAN|PANTARLIH)\b.*",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern("[0-9]{3}")  # in no header
_FIRST = 6  # cells one of which is a plain header
_UNKNOWN = 4  # cells that are no header, before a line is none
_MANY = 3  # filled cells of somebody's row above the header

Tables = list[tuple[Grid, Header]]


def tables_of(
    grid: Grid, known: Known, constants: Mapping[str, str], vocabulary: Vocabulary
) -> Tables:
    """The tables of `grid`, each with its header. Raises `ImportRefused`, see `find_header`."""
    found: Tables = []
    for part in _side_by_side(grid, known, constants):
        found += _one_below_another(part, known, constants, vocabulary)
    return found


# -- one below another -----------------------------------------------------------------------------


def _one_below_another(
    grid: Grid, known: Known, constants: Mapping[str, str], vocabulary: Vocabulary
) -> Tables:
    first = find_header(grid, known, constants)
    heads = list(_headers_below(grid, first, known))
    needed = {one for one in needed_of(known.model) if one not in constants}
    starts = [at for at, columns in heads if needed <= columns]
    others = [at for at, columns in heads if not needed <= columns]
    cuts = [_with_titles(grid, at, first, vocabulary) for at in starts]
    tables: Tables = []
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(grid.lines)], strict=True)):
        lines = list(grid.lines[start:end])
        for at in others:
            if start <= at < end:
                lines[at - start :] = _refused(lines[at - start :], lines[at - start].number)
        part = (
            replace(grid, lines=lines, blank=0, left_out=0)
            if number
            else replace(grid, lines=lines)
        )
        header = first if not number else find_header(part, known, constants)
        titles = tuple(_above_refused(header, vocabulary))
        part = replace(part, lines=[*titles, *lines[len(titles) :]])
        tables.append(joined(part, replace(header, titles=titles)))
    return tables


def _headers_below(grid: Grid, first: Header, known: Known) -> Iterator[tuple[int, frozenset[str]]]:
    """The lines below the first header that are headers, too, with the columns that they name; the
    first one once more only below another."""
    among_others = False
    for at in range(first.below, len(grid.lines)):
        line = grid.lines[at]
        if line.fault is not None:
            continue
        if first.is_repeated_in(line):
            columns = frozenset(first.at) if among_others else frozenset[str]()
        else:
            columns = _named(line, known)
        if len(columns) > 1:
            among_others = True
            yield at, columns


def _named(line: Line, known: Known) -> frozenset[str]:
    """The columns that a line names where it is a header: at least half of its cells."""
    cells = [line.cells[0].lstrip("\ufeff"), *line.cells[1:]] if line.cells else []
    filled = [cell for cell in cells if cell and not cell.isspace()]
    # What a header may mean takes 30 µs to find out, and most lines are none.
    if len(filled) < 2 or not any(map(known.is_plain_header, filled[:_FIRST])):
        return frozenset()
    if any(map(_NUMBER.search, filled)):
        return frozenset()
    unknown = (cell for cell in filled if not known.is_header(cell))
    most = min(_UNKNOWN, len(filled) // 2 + 1)
    if sum(1 for _ in islice(unknown, most)) == most:
        return frozenset()
    names = (known.of(" ".join(cell.split()))[0] for cell in filled)
    return frozenset(name for name in names if name)


def _with_titles(grid: Grid, at: int, first: Header, vocabulary: Vocabulary) -> int:
    """Where the table with the header in this place begins: with the titles above it."""
    name = first.at.get("nama")
    while at > first.below and _is_title(grid.lines[at - 1], name, vocabulary):
        at -= 1
    return at


def _is_title(line: Line, name: int | None, vocabulary: Vocabulary) -> bool:
    """Whether a line above a header is its title, and surely nobody's row."""
    filled = [at for at, cell in enumerate(line.cells) if plain(cell)]
    if line.fault is not None or not filled:
        return False
    if heading_of(line.cells, vocabulary) is not None:
        return True
    text = plain(line.cells[filled[0]])
    return len(filled) == 1 and bool(
        _TITLE.fullmatch(text) or (filled[0] != name and not text.isdecimal())
    )


def _refused(lines: Sequence[Line], header: int) -> list[Line]:
    return [
        line._replace(fault=line.fault or Fault("other_table", {"header": header}))
        for line in lines
    ]


def _above_refused(header: Header, vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines above the header, with a fault on those that are somebody's, and no titles."""
    for line in header.titles:
        is_row = line.fault is None and _is_row(line, header, vocabulary)
        yield line._replace(fault=Fault("above_header")) if is_row else line


def _is_row(line: Line, header: Header, vocabulary: Vocabulary) -> bool:
    read = [plain(line.cells[at]) for at in header.at.values() if at < len(line.cells)]
    filled = [text for text in read if text]
    labelled = any(text.endswith(":") or text.startswith(":") for text in filled)
    return len(filled) >= _MANY and not labelled and heading_of(line.cells, vocabulary) is None


# -- side by side ----------------------------------------------------------------------------------


def _side_by_side(grid: Grid, known: Known, constants: Mapping[str, str]) -> list[Grid]:
    """`grid` in parts, where its first header names all needed columns several times."""
    needed = [one for one in needed_of(known.model) if one not in constants]
    for line in grid.lines[:40]:
        texts = [" ".join(cell.split()) for cell in line.cells]
        columns = [known.of(text)[0] if text else None for text in texts]
        keys = [
            header_key(text) if column else "" for text, column in zip(texts, columns, strict=True)
        ]
        again = {column for column, key in zip(columns, keys, strict=True) if keys.count(key) > 1}
        if len(again - {None}) > 1 and again.issuperset(needed):
            return [_part(grid, left, right) for left, right in _sides(line, columns)]
        if set(needed) <= set(columns):
            break
    return [grid]


def _sides(line: Line, columns: Sequence[str | None]) -> list[tuple[int, int]]:
    """From which column to which each table reaches; its running number stands before it."""
    starts, seen = [0], set[str]()
    for at, column in enumerate(columns):
        if column in seen:
            start = at
            while columns[start - 1] is None and line.cells[start - 1].strip():
                start -= 1
            starts.append(start)
            seen = set()
        if column:
            seen.add(column)
    return list(zip(starts, [*starts[1:], len(columns)], strict=True))


def _part(grid: Grid, left: int, right: int) -> Grid:
    lines = [_with_title_over(grid, line, _within(line, left, right), left) for line in grid.lines]
    kept = [line for line in lines if "".join(line.cells).strip() or line.fault]
    blank = grid.blank if not left else 0
    return replace(grid, lines=kept, blank=blank, left_out=grid.left_out if not left else 0)


def _within(line: Line, left: int, right: int) -> Line:
    """A line without the cells of other tables; a faulty one stands in the first table only."""
    if line.fault is not None:
        return line if not left else Line(line.number, ())
    cells = (cell if left <= at < right else "" for at, cell in enumerate(line.cells))
    return line._replace(cells=tuple(cells))


def _with_title_over(grid: Grid, line: Line, part: Line, left: int) -> Line:
    """The part of a line, with the title that is merged over several tables in each of them."""
    top = grid.merged.get((line.number, left))
    if top is None or top[0] != line.number or sum(map(bool, map(plain, line.cells))) != 1:
        return part
    cells = [*part.cells, *[""] * (left + 1 - len(part.cells))]
    cells[left] = line.cells[top[1]]
    return part._replace(cells=tuple(cells))
