"""The header of a sheet, found below its title rows by the words of the model, never guessed.

A header may stand in two rows ("TTL" above "TEMPAT" and "TANGGAL"), and a row that numbers the
columns may stand below it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.known import NUMBERING, PLACES, Known, needed_of, says_duty
from adhoc_cli.intake.recap import refuse_recap
from adhoc_cli.intake.repair import plain
from adhoc_cli.intake.result import Mapped
from adhoc_cli.intake.without_header import refuse_missing, without_header
from adhoc_cli.models.columns import RowModel, columns_of
from adhoc_cli.models.contents import TICK, column_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.spelling import header_key
from adhoc_cli.models.types import are_announced
from adhoc_cli.models.vocabulary import word_key
from adhoc_cli.tables.texts import SPACES
from adhoc_cli.text.lazy import lazy_pattern

_DOCUMENTS = frozenset({"nik", "pendidikan", "nomor_sk", "alamat", "telepon"})
_DEEPEST = 40  # a header further down is no header
_MOST = 1_000
_LABEL_DIGITS = 4  # a label may name a year
_NUMBER = lazy_pattern(r"\(?([0-9]{1,3})\)?\.?")


@dataclass(frozen=True)
class Header:
    """A header that was found.

    `columns` holds a column or None per cell; `titles` are the lines above it; `below` is the
    position of the first line under it; `extra` counts its lines beyond one; `under` are the
    labels below headings that mean one column and span several.
    """

    line: int
    cells: tuple[str, ...]
    columns: tuple[str | None, ...]
    hows: tuple[str, ...]
    titles: tuple[Line, ...]
    below: int
    extra: int = 0
    folded: frozenset[tuple[int, str]] = field(default=frozenset())
    under: tuple[str, ...] = ()

    @cached_property
    def at(self) -> dict[str, int]:
        """The columns that are read, and where each stands."""
        return {name: position for position, name in enumerate(self.columns) if name}

    def with_cells(self, changed: Mapping[int, tuple[str, str | None, str]]) -> Header:
        """The same header, with other texts, columns and `hows` in some places."""
        every = enumerate(zip(self.cells, self.columns, self.hows, strict=True))
        cells, columns, hows = zip(*(changed.get(at, one) for at, one in every), strict=True)
        return replace(self, cells=cells, columns=columns, hows=hows)

    def is_repeated_in(self, line: Line) -> bool:
        """Whether a line says the same as the header, in all that is read."""
        cells = line.cells
        return len(self.folded) > 1 and all(
            at < len(cells) and _fold(cells[at]) == word for at, word in self.folded
        )

    def mapped(
        self, filled: Mapping[int, int], lines: Sequence[Line], model: type[RowModel]
    ) -> tuple[Mapped, ...]:
        """The columns of the sheet that have a header or a filled cell, in order; of one that is
        not read, the column that its cells would fit."""
        free = columns_of(model).keys() - self.at.keys()

        def perhaps(at: int) -> str | None:
            cells = [line.cells[at] for line in lines if at < len(line.cells)]
            return column_of(cells, free) if filled.get(at) else None

        width = max([len(self.cells), *(at + 1 for at in filled)])
        cells = (*self.cells, *("",) * (width - len(self.cells)))
        columns = (*self.columns, *(None,) * (width - len(self.cells)))
        hows = (*self.hows, *("unknown",) * (width - len(self.cells)))
        return tuple(
            Mapped(
                cell,
                column,
                how,
                0 if column else filled.get(at, 0),
                perhaps(at) if how == "unknown" and column is None else None,
            )
            for at, (cell, column, how) in enumerate(zip(cells, columns, hows, strict=True))
            if cell or filled.get(at)
        )


_Cells = tuple[str, ...]


class _Candidate(NamedTuple):
    start: int
    rows: int
    cells: _Cells
    known: frozenset[str]
    under: _Cells = ()

    @property
    def end(self) -> int:
        return self.start + self.rows


def find_header(grid: Grid, known: Known, constants: Mapping[str, str]) -> Header:
    """The header of `grid`. `constants` are columns that have one value in the whole sheet.

    Raises `ImportRefused`: `recap_counts`, `no_header`, `column_missing`, `header_twice`.
    """
    if known.given:
        return _given(grid, known)
    needed = [c for c in needed_of(known.model) if c not in constants]
    best = _best(_candidates(grid.lines, known), needed)
    if best is None or not best.known.issuperset(needed):
        refuse_recap(grid, known.model.kind.name)
    if best is None:
        raise without_header(grid, known, needed)
    missing = [column for column in needed if column not in best.known]
    if missing:
        refuse_missing(grid, best.cells, best.end, missing, known)
    found = [known.of(cell) if cell else (None, "unknown") for cell in best.cells]
    _hide(grid, found, needed)
    _tick_off(grid.lines[best.end :], found)
    _announce(grid.lines[best.end :], found, known)
    columns = _single(grid, best.cells, found)
    _refuse_contradicting(grid, best, columns, found)
    below = best.end + numbering_rows(grid.lines[best.end : best.end + 1])
    folded = {
        (at, _fold(grid.lines[best.end - 1].cells[at])) for at in _filled(grid, best, columns)
    }
    return Header(
        line=grid.lines[best.end - 1].number,
        cells=best.cells,
        columns=columns,
        hows=tuple(how for _, how in found),
        titles=tuple(grid.lines[: best.start]),
        below=below,
        extra=below - best.start - 1,
        folded=frozenset(folded),
        under=best.under,
    )


def _hide(grid: Grid, found: list[tuple[str | None, str]], needed: Sequence[str]) -> None:
    """Take hidden columns for columns that are not read."""
    for at in grid.hidden_columns:
        if at < len(found) and found[at][1] != "ignored":
            found[at] = (None, "hidden")
    columns = {column for column, _ in found}
    if lost := [column for column in needed if column not in columns]:
        raise grid.refused("column_hidden", columns=", ".join(lost))


def _given(grid: Grid, known: Known) -> Header:
    """The header that the operator gives (--columns), of a sheet without one."""
    columns = tuple(known.given)
    hows = tuple("asked" if column else "ignored" for column in columns)
    cells = tuple(column or f"#{at + 1}" for at, column in enumerate(columns))
    return Header(grid.lines[0].number, cells, columns, hows, (), 0, -1)


def _tick_off(lines: Sequence[Line], found: list[tuple[str | None, str]]) -> None:
    """Take a column that only ticks off documents (KTP, IJAZAH, SK) for none that is read; the row
    that numbers the columns says nothing about it."""
    lines = [line for line in lines[:_BELOW] if not numbering_rows([line])] + [*lines[_BELOW:]]
    for at, (column, how) in enumerate(found):
        if column not in _DOCUMENTS or how in ("asked", "saved"):
            continue
        cells = (line.cells[at] for line in lines if at < len(line.cells) and not line.fault)
        filled = {text for cell in cells if (text := plain(cell))}
        if filled and all(map(TICK.fullmatch, filled)):
            found[at] = (None, "document")


def _announce(lines: Sequence[Line], found: list[tuple[str | None, str]], known: Known) -> None:
    """Take a column that nobody knows for that of the status, where most of its cells are those of
    an announcement (TERPILIH, PENGGANTI, TIDAK TERPILIH) and no column is that of the status."""
    if known.model is not Anggota or any(column == "status" for column, _ in found):
        return
    for at, (column, how) in enumerate(found):
        if column is not None or how != "unknown":
            continue
        cells = (line.cells[at] for line in lines if at < len(line.cells) and not line.fault)
        if are_announced(cells):
            found[at] = ("status", "synonym")
            return


_BELOW = 2  # lines among which the numbers of the columns stand


def likeness(lines: Sequence[Line], known: Known) -> int:
    """How many columns the best header among `lines` names."""
    return max((len(c.known) for c in _candidates(lines, known)), default=0)


# -- candidates ------------------------------------------------------------------------------------


def _candidates(lines: Sequence[Line], known: Known) -> list[_Candidate]:
    head = [_cells(line) for line in lines[:_DEEPEST]]
    found = []
    for start, cells in enumerate(head):
        single = _candidate(start, 1, cells, known)
        found.append(single)
        if start + 1 < len(head) and not any(map(_holds_value, head[start + 1])):
            merged, under = _merged(cells, head[start + 1], known)
            double = _candidate(start, 2, merged, known)._replace(under=under)
            below = _candidate(start + 1, 1, head[start + 1], known)
            more = len(double.known) > max(len(single.known), len(below.known))
            is_title = _is_title_above(cells, head[start + 1])
            if more and not (is_title or _is_row_below(cells, head[start + 1], known)):
                found.append(double)
    return found


def _holds_value(cell: str) -> bool:
    """Whether a cell is that of a row, whatever its words name: a date, a number of somebody."""
    return sum(map(str.isdigit, cell)) > _LABEL_DIGITS


def _is_title_above(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the line above a header is a title in several cells, "TPS", ":", "3", of which none
    belongs to the header below it: it holds a number, or stands above the running numbers alone."""
    if any(cell.startswith(":") or cell.endswith(":") or _NUMBER.fullmatch(cell) for cell in above):
        return True
    return any(
        upper
        and header_key(lower) == NUMBERING != header_key(upper)
        and "".join(above[at + 1 : at + 2])
        for at, (upper, lower) in enumerate(zip(above, below, strict=False))
    )


def _is_row_below(above: Sequence[str], below: Sequence[str], known: Known) -> bool:
    """Whether the line below a header is somebody's: under headings that mean a column as they are
    stand several texts that are no headings, alone or with the one above. What stands below a
    heading over several columns is a label."""
    values = 0
    for at, (upper, lower) in enumerate(zip(above, below, strict=False)):
        spans = at + 1 < len(below) and below[at + 1] and not "".join(above[at + 1 : at + 2])
        if upper and lower and not spans and known.of(upper)[0]:
            values += not (known.of(lower)[0] or known.of(f"{upper} {lower}")[0])
    return values > 1


def _cells(line: Line) -> tuple[str, ...]:
    if line.fault is not None or len(line.cells) > _MOST:
        return ()
    return tuple(" ".join(cell.replace("\ufeff", "").split()) for cell in line.cells)


def _candidate(start: int, rows: int, cells: tuple[str, ...], known: Known) -> _Candidate:
    names = (known.of(cell)[0] for cell in cells if cell)
    return _Candidate(start, rows, cells, frozenset(name for name in names if name))


def _merged(above: Sequence[str], below: Sequence[str], known: Known) -> tuple[_Cells, _Cells]:
    """Two rows of a header as one, and what stands below a heading that means one column but spans
    several: each of the others it spans says more than its heading."""
    width = max(len(above), len(below))
    upper = [*above, *[""] * (width - len(above))]
    lower = [*below, *[""] * (width - len(below))]
    cells: list[str] = []
    under: list[str] = []
    while (at := len(cells)) < width:
        right = at + 1
        while right < width and not upper[right] and lower[right]:
            right += 1
        named = _below(upper[at], lower[at:right], known)
        cells += named or [upper[at], *[""] * (right - at - 1)]
        under += [""] * (right - at) if named else lower[at:right]
    return tuple(cells), tuple(under)


def _below(heading: str, labels: Sequence[str], known: Known) -> list[str]:
    """The headers of the columns below a heading; none where it alone means one."""
    pairs = [[f"{heading} {label}".strip(), label] for label in labels]
    if len(labels) == 1:
        pairs[0].append(heading)
    options = [[text for text in pair if text] for pair in pairs]
    named = [next((text for text in pair if known.of(text)[0]), "") for pair in options]
    if len(labels) > 1 and not any(named) and heading and known.of(heading)[0]:
        return []
    return [text or next(iter(pair), "") for text, pair in zip(named, options, strict=True)]


def _best(candidates: Sequence[_Candidate], needed: Sequence[str]) -> _Candidate | None:
    """The first candidate that names all that is needed, in one row or two; else the one that names
    most columns; at least two."""
    named = [one for one in candidates if len(one.known) > 1]
    whole = [one for one in named if one.known.issuperset(needed)]
    near = [one for one in whole if one.start <= whole[0].start + 1]
    return max(near or named, key=lambda c: (len(c.known), -c.start), default=None)


# -- its columns -----------------------------------------------------------------------------------


def _single(
    grid: Grid, cells: Sequence[str], found: Sequence[tuple[str | None, str]]
) -> tuple[str | None, ...]:
    """The columns, each read from one place only."""
    columns = [column for column, _ in found]
    for column in {c for c in columns if c}:
        at = [position for position, named in enumerate(columns) if named == column]
        of_duty = (_is_of_duty,) if column in PLACES else ()
        for is_kept in (_is_asked, *of_duty, _is_exact, _is_no_numbering):
            at = [one for one in at if is_kept(cells[one], found[one][1])] or at
        if len(at) > 1:
            first, second = cells[at[0]], cells[at[1]]
            same = header_key(first) == header_key(second)
            key = "header_repeated" if same else "header_twice"
            raise grid.refused(key, first=first, second=second, column=column)
        columns = [
            None if named == column and position not in at else named
            for position, named in enumerate(columns)
        ]
    return tuple(columns)


# What decides whether somebody fills a seat, and which: two columns of it may not disagree.
_DECISIVE = frozenset({"status", "jabatan", "badan"})


def _refuse_contradicting(
    grid: Grid,
    best: _Candidate,
    columns: Sequence[str | None],
    found: Sequence[tuple[str | None, str]],
) -> None:
    """Raise `ImportRefused` where a column that is not read says otherwise than the one that is
    read in its place: "Aktif" under "Status", "Mundur" under "Status Keanggotaan"."""
    for at, (column, how) in enumerate(found):
        if column not in _DECISIVE or columns[at] == column or how in ("asked", "saved"):
            continue
        read = columns.index(column)
        rows = (one.cells for one in grid.lines[best.end :] if len(one.cells) > max(at, read))
        pairs = ((word_key(cells[read]), word_key(cells[at])) for cells in rows)
        if any(one and other and one != other for one, other in pairs):
            first, second = best.cells[read], best.cells[at]
            raise grid.refused("header_twice", first=first, second=second, column=column)


def _is_asked(_: str, how: str) -> bool:
    return how in ("asked", "saved")


def _is_of_duty(cell: str, _: str) -> bool:
    return says_duty(cell)


def _is_exact(_: str, how: str) -> bool:
    return how == "same"


def _is_no_numbering(cell: str, _: str) -> bool:
    return header_key(cell) != NUMBERING


def _filled(grid: Grid, best: _Candidate, columns: Sequence[str | None]) -> list[int]:
    cells = grid.lines[best.end - 1].cells
    return [at for at, name in enumerate(columns) if name and at < len(cells) and cells[at].strip()]


def numbering_rows(lines: Sequence[Line]) -> int:
    """1 where the next line only numbers the columns: (1) (2) (3)."""
    for line in lines:
        matches = [_NUMBER.fullmatch(cell.strip(SPACES)) for cell in line.cells if cell.strip()]
        numbers = [int(match[1]) for match in matches if match]
        if len(numbers) > 2 and len(numbers) == len(matches):
            return int(numbers == list(range(numbers[0], numbers[0] + len(numbers))))
    return 0


def _fold(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").split()).casefold()  # files are joined with marks
