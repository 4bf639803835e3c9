"""Files of one kind to a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from adhoc_cli.models.columns import RowModel, columns_of
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables import cut
from adhoc_cli.tables.column import Column, validate
from adhoc_cli.tables.combined import names_another_body, split_roles
from adhoc_cli.tables.dialect import Dialect, find_dialect
from adhoc_cli.tables.factorised import Factorised, Form
from adhoc_cli.tables.faults import (
    FaultLog,
    FileFault,
    FileFaultKind,
    UnreadableFile,
    unreadable,
)
from adhoc_cli.tables.parse import join, parse
from adhoc_cli.tables.scan import Scanner, Structure
from adhoc_cli.tables.source import DEFAULT_LIMIT, Source, open_source
from adhoc_cli.tables.table import FileRead, Table
from adhoc_cli.tables.texts import Codes, Mask, Texts

# From this many rows on columns are validated side by side.
_MANY_ROWS = 200_000


@dataclass(slots=True)
class _Part:
    """What was read of one file, not yet validated: nothing where it cannot be read at all."""

    name: str
    sha256: str = ""
    log: FaultLog = field(default_factory=FaultLog)
    structure: Structure = field(default_factory=Structure)
    cells: Factorised = field(default_factory=dict)
    columns: frozenset[str] = frozenset()
    readable: bool = False
    header_only: bool = False

    @property
    def rows(self) -> int:
        """The number of its regular rows."""
        return int(self.structure.line.size)


def read_table(
    model: type[RowModel],
    paths: Sequence[tuple[Path | bytes, str]],
    vocabulary: Vocabulary,
    limit: int = DEFAULT_LIMIT,
    may_be_empty: bool = False,
) -> Table:
    """The table of `model` from `paths`, or the bytes of files (each with the name that findings
    print).

    Never raises for what a file holds: faults stand in the files' logs. A file that cannot be read
    at all contributes no row and is marked unreadable; so is a header without rows, unless another
    file of the kind has some or all of them `may_be_empty`.
    """
    parts = [_Part(shown) for _, shown in paths]
    refused: list[tuple[_Part, FileFault]] = []
    for part, (path, _) in zip(parts, paths, strict=True):
        try:
            _read_file(path, part, model, limit, to_join=len(parts) > 1)
        except UnreadableFile as refusal:
            refused.append((part, refusal.fault))
    filled = len(refused) < len(parts)
    for part, fault in refused:
        if part.header_only and (filled or may_be_empty):
            part.readable = True
            if filled:  # still to be filled, beside others that are
                _note(part, still_empty=True)
        else:
            part.log.add(fault)
    return _assemble(model, parts, vocabulary)


# -- one file --------------------------------------------------------------------------------------


def _read_file(
    path: Path | bytes, part: _Part, model: type[RowModel], limit: int, *, to_join: bool
) -> None:
    source = open_source(path, part.name, limit)
    dialect = find_dialect(source, model, part.log)
    scanner = Scanner(source, dialect.delimiter, dialect.names, part.log)
    structure = scanner.scan(dialect.start, dialect.line)
    wanted = {
        i: name
        for i, (name, header, column) in enumerate(
            zip(dialect.names, dialect.header, dialect.columns, strict=True)
        )
        if column is not None or not header
    }
    cells = parse(
        source.data,
        structure.spans,
        wanted,
        Form(
            dialect.delimiter,
            len(dialect.header),
            structure.quoted_breaks,
            structure.longest,
            to_join,
        ),
    )
    part.structure = structure
    part.cells = {name: cells[name] for name in dialect.columns if name is not None}
    part.columns = frozenset(part.cells)
    _note_unheaded(dialect, cells, part)
    again = _header_again(dialect, part)
    _reject(part, again)
    _note_structure(part)
    part.sha256 = source.digest()
    if not part.rows and not structure.rejected:
        part.header_only = True
        raise unreadable(FileFaultKind.NO_ROWS, part.name, dialect.header_line, empty=False)
    _note_cut(source, dialect, part, ends_in_header=bool(again[-1:].any()))
    part.readable = True


def _note_unheaded(dialect: Dialect, cells: Factorised, part: _Part) -> None:
    """Note columns that hold something and have no header. (Empty ones are what Excel leaves.)"""
    for position, (name, header) in enumerate(zip(dialect.names, dialect.header, strict=True), 1):
        if not header and (cells[name][0] >= 0).any():
            params = {"position": position, "nearest": ""}
            kind = FileFaultKind.COLUMN_UNKNOWN
            part.log.add(FileFault(kind, part.name, dialect.header_line, name, params))


def _note_cut(source: Source, dialect: Dialect, part: _Part, *, ends_in_header: bool) -> None:
    """Note that the file ends in the middle of a line, or that it may, for want of a line end. A
    header that stands there once more is whole."""
    data = source.data
    if not len(data) or data[-1:] in (b"\n", b"\r"):
        return
    spans = part.structure.spans
    if not spans or spans[-1][1] < len(data):  # the last line is no regular row
        last_line = bytes(data[data.rfind(b"\n") + 1 :])
        lacks = cut.cut_of(last_line, dialect.delimiter, len(dialect.header))
    elif ends_in_header:
        return
    else:
        lacks = "text" if _ends_cut(dialect, part) else None
    if lacks:
        line = data[:].count(b"\n") + 1
        part.log.add(FileFault(FileFaultKind.CUT, part.name, line, params={"lacks": lacks}))
    elif part.rows > 1:
        _note(part, cut=int(part.structure.line[-1]))


def _ends_cut(dialect: Dialect, part: _Part) -> bool:
    """Whether the last cell of the last row is the beginning of one."""
    name = dialect.columns[-1]
    if name is None:
        return False
    codes, texts = part.cells[name]
    last = codes[-1 - cut.LOOKED_AT :]
    cells = ["" if code < 0 else texts[code] for code in last.tolist()]
    return cut.is_cut(cells[-1], cells[:-1])


def _header_again(dialect: Dialect, part: _Part) -> Mask:
    """Rows that repeat the header: two files were pasted together, or it was sorted among them."""
    again = np.ones(part.rows, bool)
    named = [(h, c) for h, c in zip(dialect.header, dialect.columns, strict=True) if c is not None]
    # The column with the fewest distinct texts first: it nearly always settles the matter.
    for header, column in sorted(named, key=lambda pair: len(part.cells[pair[1]][1])):
        rows = np.flatnonzero(again)
        if not rows.size:
            break
        codes, texts = part.cells[column]
        found = _positions(header, codes[rows], texts)
        again[rows] = np.isin(codes[rows], found)
    return again


def _positions(word: str, codes: Codes, texts: Texts) -> list[int]:
    """Where among `texts`, as far as `codes` name them, the `word` stands, letter case aside."""
    used = np.flatnonzero(np.bincount(codes[codes >= 0]))
    folded = word.casefold()
    return [
        position
        for position, text in zip(used.tolist(), texts.take(used), strict=True)
        if " ".join(text.split()).casefold() == folded
    ]


def _reject(part: _Part, rows: Mask) -> None:
    """Reject these rows after the fact, as headers."""
    if not rows.any():
        return
    structure = part.structure
    for line in structure.line[rows].tolist():
        part.log.add(FileFault(FileFaultKind.HEADER_REPEATED, part.name, line))
    structure.rejected += int(np.count_nonzero(rows))
    structure.line = structure.line[~rows]
    part.cells = {column: (codes[~rows], texts) for column, (codes, texts) in part.cells.items()}


def _note_structure(part: _Part) -> None:
    """Add what the scan passed over in silence to the file's one F109 note."""
    extra: dict[str, Any] = {}
    if part.structure.blank:
        extra["blank_rows"] = part.structure.blank
    if part.structure.mixed_breaks:
        extra["mixed_breaks"] = True
    if extra:
        _note(part, **extra)


def _note(part: _Part, **extra: Any) -> None:
    noted = next(iter(part.log.of(FileFaultKind.READ_AS)), None)
    line, params = (noted.line, noted.params) if noted else (1, {})
    part.log.amend(FileFault(FileFaultKind.READ_AS, part.name, line, params={**params, **extra}))


# -- all files of a kind ---------------------------------------------------------------------------


def _assemble(model: type[RowModel], parts: Sequence[_Part], vocabulary: Vocabulary) -> Table:
    lengths = [part.rows for part in parts]
    rows = sum(lengths)
    cells = split_roles(_join(parts), rows, vocabulary)
    columns = _validated(model, cells, rows, {"vocabulary": vocabulary})
    accepted = _accepted(model, columns, rows)
    reads, start = [], 0
    for part in parts:
        reads.append(_file_read(part, accepted[start : start + part.rows]))
        start += part.rows
    return Table(
        model,
        tuple(reads),
        columns,
        line=np.concatenate([np.empty(0, np.int32), *(part.structure.line for part in parts)]),
        file=np.repeat(np.arange(len(parts), dtype=np.int16), lengths),
        accepted=accepted,
    )


def _join(parts: Sequence[_Part]) -> Factorised:
    """The columns of all files one below the other; a column that a file lacks is empty there.
    They are taken out of the parts one by one: each needs its memory once only."""
    filled = [part for part in parts if part.cells]
    names = dict.fromkeys(column for part in filled for column in part.cells)
    return {
        column: join([part.cells.pop(column, _empty(part.rows)) for part in filled])
        for column in names
    }


def _empty(rows: int) -> tuple[Codes, Texts]:
    return np.full(rows, -1, np.int32), Texts.of(())


def _validated(
    model: type[RowModel], cells: Factorised, rows: int, context: Mapping[str, Any]
) -> dict[str, Column]:
    specs = {name: spec for name, spec in columns_of(model).items() if name in cells}

    def column(name: str) -> Column:
        return validate(specs[name], *cells[name], context)

    if rows < _MANY_ROWS:
        return {name: column(name) for name in specs}
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        return dict(zip(specs, pool.map(column, specs), strict=True))


def _accepted(model: type[RowModel], columns: Mapping[str, Column], rows: int) -> Mask:
    accepted = np.ones(rows, bool)
    for name, spec in columns_of(model).items():
        if spec.required and spec.header.places and name in columns:
            accepted &= columns[name].known
    if "jabatan" in columns:
        accepted &= ~names_another_body(columns["jabatan"])
    return accepted


def _file_read(part: _Part, accepted: Mask) -> FileRead:
    good = int(np.count_nonzero(accepted))
    rows = part.rows + part.structure.rejected
    return FileRead(
        part.name,
        part.sha256,
        rows,
        good,
        rows - good,
        readable=part.readable,
        log=part.log,
        columns=part.columns,
    )
