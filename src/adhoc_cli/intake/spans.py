"""Headings over several columns: JENIS KELAMIN over L and P with a mark in one of them, TTL over
the place and the day of birth, ALAMAT over DUSUN, RT and RW, a date over day, month and year.

They become one column each, by what stands in the cells.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import is_sum
from adhoc_cli.intake.header import Header, numbering_rows
from adhoc_cli.intake.repair import plain
from adhoc_cli.models.contents import is_formula_error
from adhoc_cli.models.spelling import header_key
from adhoc_cli.text.lazy import lazy_pattern

_MARKS = frozenset(
    ["√", "✓", "✔", "☑", "✅", "■", "●", "•", "*", "v", "x", "ü", "1", "ya", "y", "ada", "true"]
)
_MEN_AND_WOMEN = (
    frozenset({"l", "lk", "laki", "lakilaki", "pria"}),
    frozenset({"p", "pr", "perempuan", "wanita", "w"}),
)
_MEN_FIRST = {"p": "Pria", "w": "Wanita"}  # P beside W
_NOTHING = frozenset({"0", "false"})  # beside a 1
_SEX = "jenis_kelamin"
_DATE = "tanggal_lahir"
# A label below a heading: no value of a row, but for schooling (D3, S-1).
_SUB = lazy_pattern(r"[^0-9]{1,30}|[DS][ -]?[1-4](?:\s*/\s*[DS][ -]?[1-4])*", re.IGNORECASE)
_DAY_MONTH_YEAR = (
    frozenset({"tgl", "tanggal", "hari", "hr"}), frozenset({"bln", "bulan"}),
    frozenset({"thn", "th", "tahun"}),
)  # fmt: skip


class _Group(NamedTuple):
    """Columns from `left` to `right` under one heading, with the headings of each below it."""

    column: str | None
    left: int
    right: int
    below: tuple[str, ...]


def joined(grid: Grid, header: Header) -> tuple[Grid, Header]:
    """`grid` and its header with one column for each heading over several."""
    groups = list(_groups(header))
    line = grid.lines[header.below] if header.below < len(grid.lines) else None
    if any(header.under):
        groups = [one._replace(below=header.under[one.left : one.right + 1]) for one in groups]
    elif line is not None and (under := _sub_heading(line, groups)):
        groups = [one._replace(below=under.get(one.left, ())) for one in groups]
        below = header.below + 1
        below += numbering_rows(grid.lines[below : below + 1])
        header = replace(header, below=below, extra=header.extra + below - header.below)
    for group in (*groups, *_of_both(header)):
        grid, header = _one_column(grid, header, group)
    return grid, header


def _groups(header: Header) -> Iterator[_Group]:
    """Headings that are followed by columns without one."""
    cells, at = header.cells, 0
    while at < len(cells):
        right = at
        while right + 1 < len(cells) and not cells[right + 1]:
            right += 1
        if cells[at] and right > at:
            yield _Group(header.columns[at], at, right, ())
        at = right + 1


def _of_both(header: Header) -> Iterator[_Group]:
    """L and P side by side, without a heading over them."""
    keys = [header_key(cell) for cell in header.cells]
    if _SEX in header.at:
        return
    for at, (left, right) in enumerate(pairwise(keys)):
        told = {left, right} == {*_MEN_FIRST} or any(
            left in first and right in second
            for first, second in (_MEN_AND_WOMEN, _MEN_AND_WOMEN[::-1])
        )
        if told and not any(header.columns[at : at + 2]):
            yield _Group(_SEX, at, at + 1, header.cells[at : at + 2])


def _sub_heading(line: Line, groups: Sequence[_Group]) -> dict[int, tuple[str, ...]]:
    """The headings below those of the groups, where a line holds nothing else."""
    texts = {at: text for at, cell in enumerate(line.cells) if (text := plain(cell))}
    under = {
        one.left: tuple(texts.get(at, "") for at in range(one.left, one.right + 1))
        for one in groups
    }
    held = sum(1 for cells in under.values() for cell in cells if cell)
    plain_words = all(_SUB.fullmatch(text) for text in texts.values())
    return under if held == len(texts) > 1 and plain_words and line.fault is None else {}


def _one_column(grid: Grid, header: Header, group: _Group) -> tuple[Grid, Header]:
    labels = {at: text for at, text in enumerate(group.below, group.left) if text}
    if len(labels) == group.right - group.left + 1 and (write := _writer(group.column, labels)):
        return _written_so(grid, header, group, write)
    if group.column == _DATE:
        return grid, _of_the_day(grid, header, group)
    rows = [line for line in grid.lines[header.below :] if _may_be_row(line)]
    places = range(group.left, group.right + 1)
    held = [{at: _said(line, at) for at in places} for line in rows]
    marks = [(at, text) for cells in held for at, text in cells.items() if text]
    if group.column is None or len(labels) < 2 or not marks:
        return grid, header
    if not all(at in labels and _is_mark(text, labels[at]) for at, text in marks):
        return grid, header
    if group.column == _SEX:
        labels = _sexes(labels)

    def marked(cells: Mapping[int, str]) -> str:  # of several marked ones all
        return " + ".join(
            labels[at] for at, text in cells.items() if text.casefold() not in _NOTHING
        )

    return _written_so(grid, header, group, marked)


def _is_mark(text: str, label: str) -> bool:
    """Whether a cell marks its column, or says the same as its label: "L" below "Laki-laki"."""
    keys = {header_key(text), header_key(label)}
    return text.casefold() in _MARKS or len(keys) == 1 or any(keys <= sex for sex in _MEN_AND_WOMEN)


def _sexes(labels: Mapping[int, str]) -> dict[int, str]:
    """The labels below the heading of the sexes; P beside W is pria."""
    is_so = {header_key(label) for label in labels.values()} == {*_MEN_FIRST}
    return {at: _MEN_FIRST[header_key(one)] if is_so else one for at, one in labels.items()}


_Writer = Callable[[Mapping[int, str]], str]


def _writer(column: str | None, labels: Mapping[int, str]) -> _Writer | None:
    """How the filled cells below a heading are one text: the parts of an address behind their
    labels, several numbers, a day by its day, month and year; None where they are none."""
    if column == "alamat":
        return lambda cells: " ".join(_labelled(labels[at], cells[at]) for at in cells)
    if column == "telepon":
        return lambda cells: " / ".join(dict.fromkeys(cells.values()))
    if column is None or not column.startswith("tanggal") or len(labels) != len(_DAY_MONTH_YEAR):
        return None
    order = [next((at for at, one in labels.items() if header_key(one) in words), None)
             for words in _DAY_MONTH_YEAR]  # fmt: skip
    return None if None in order else lambda cells: _day([cells.get(at or 0, "") for at in order])


def _labelled(label: str, text: str) -> str:
    return text if text.casefold().startswith(label.casefold()) else f"{label} {text}"


def _day(parts: Sequence[str]) -> str:
    """Day, month and year as one date; what is there, where a part is missing."""
    day, month, year = parts
    if not all(parts):
        return " ".join(filter(None, parts))
    return f"{year}-{month}-{day}" if month.isdecimal() else f"{day} {month} {year}"


def _written_so(grid: Grid, header: Header, group: _Group, write: _Writer) -> tuple[Grid, Header]:
    """`grid` with the cells of a group as one text in its first column, and the others empty."""
    lines = [
        _with_text(line, group, write) if number >= header.below and _may_be_row(line) else line
        for number, line in enumerate(grid.lines)
    ]
    text = header.cells[group.left] if header.columns[group.left] else group.column or ""
    others = {at: ("", None, header.hows[at]) for at in range(group.left + 1, group.right + 1)}
    changed = {group.left: (text, group.column, "synonym"), **others}
    return replace(grid, lines=lines), header.with_cells(changed)


def _may_be_row(line: Line) -> bool:
    """Whether a line may be somebody's: no total, whose counts are no marks."""
    return line.fault is None and not is_sum(line.cells)


def _said(line: Line, at: int) -> str:
    """What a cell beside another one says; a 0 beside a 1 says nothing."""
    text = plain(line.cell(at))
    return "" if text.casefold() in _NOTHING else text


def _with_text(line: Line, group: _Group, write: _Writer) -> Line:
    cells = list(line.cells)
    places = range(group.left, min(group.right + 1, len(cells)))
    filled = {at: text for at in places if (text := plain(cells[at]))}
    for at in places:
        cells[at] = ""
    if group.left < len(cells):
        failed = [text for text in filled.values() if is_formula_error(text)]
        cells[group.left] = failed[0] if failed else write(filled) if filled else ""
    return line._replace(cells=tuple(cells))


def _of_the_day(grid: Grid, header: Header, group: _Group) -> Header:
    """The header with the day of birth in that column of the group whose cells hold digits."""
    rows = [line.cells for line in grid.lines[header.below :] if line.fault is None]

    def share(at: int) -> int:
        return sum(1 for cells in rows if at < len(cells) and any(map(str.isdecimal, cells[at])))

    best = max(range(group.left, group.right + 1), key=lambda at: (share(at), -at))
    if best == group.left:
        return header
    text, how = header.cells[group.left], header.hows[group.left]
    first = (group.below or ("",))[0]
    return header.with_cells({group.left: (first, None, "unknown"), best: (text, _DATE, how)})
