"""A roster file with some of its cells changed: the other bytes stay, quotes and line ends too."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.rows import Anggota
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.records import Record
from adhoc_cli.tables.rows_at import RowsAt

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Edit:
    """What is to become of one file: cells to change by line, lines whose rows go, new rows.

    A column is named as `Dialect.names` has it; one that the file lacks is added.
    """

    changed: Mapping[int, Cells] = field(default_factory=dict)
    gone: Collection[int] = ()
    new: Sequence[Cells] = ()

    @property
    def columns(self) -> dict[str, None]:
        """The columns that it fills, in the order of their first use."""
        return dict.fromkeys(name for row in (*self.changed.values(), *self.new) for name in row)


class _Splice(NamedTuple):
    """Bytes from `start` up to `end` that are replaced by others."""

    start: int
    end: int
    by: bytes


class Layout(RowsAt):
    """Where in the bytes of one roster file its header, rows and cells lie."""

    def added(self, edit: Edit) -> list[str]:
        """The columns of an edit that the file lacks."""
        return [name for name in edit.columns if name not in self.dialect.names]

    def with_edit(self, edit: Edit) -> bytes:
        """The bytes of the file after an edit."""
        splices = [
            splice for line, row in edit.changed.items() for splice in self._cells(line, row)
        ]
        for line in edit.gone:
            start = self._start_of(line)
            splices.append(_Splice(start, self._walker.record(start).next, b""))
        columns = self.added(edit)
        if columns:
            splices += self._wider(columns, edit)
        kept = _spliced(self.data, splices)
        return kept + self._rows(kept, edit.new, (*self.dialect.names, *columns))

    # -- where things lie --------------------------------------------------------------------------

    def _records(self) -> Iterator[tuple[int, int, Record]]:
        """Line, offset and record, from the header or a row above it on."""
        header = self._start_of(self.dialect.header_line)
        line = min(self.dialect.line, self.dialect.header_line)
        start = min(self.dialect.start, header)
        while start < len(self.data):
            record = self._walker.record(start)
            yield line, start, record
            line += self.data.count(b"\n", start, record.next)
            start = record.next

    @property
    def _line_end(self) -> bytes:
        """How the header's line ends, and with it the new ones."""
        start = self._start_of(self.dialect.header_line)
        record = self._walker.record(start)
        return self.data[record.end : record.next] or b"\n"

    # -- what takes its place ----------------------------------------------------------------------

    def _cells(self, line: int, row: Cells) -> Iterator[_Splice]:
        """The changed cells of one row; those of added columns are put in by `_wider`."""
        record = self._walker.record(self._start_of(line))
        ends = [*(start - 1 for start in record.cells[1:]), record.end]
        for name, text in row.items():
            if name in self.dialect.names:
                at = self.dialect.names.index(name)
                start = record.cells[at]
                quoted = self.data[start : start + 1] == b'"'
                yield _Splice(start, ends[at], self._cell(text, quoted=quoted))

    def _wider(self, columns: Sequence[str], edit: Edit) -> Iterator[_Splice]:
        """The cells of added columns behind every record: header, rows, and what is no regular row
        (it stays as wrong as it was). A line without any cell stays as it is."""
        for line, start, record in self._records():
            if record.end == start or record.fault is not None or line in edit.gone:
                continue
            header = line == self.dialect.header_line
            row = dict.fromkeys(columns, "") | dict(edit.changed.get(line, {}))
            texts = columns if header else [row[name] for name in columns]
            quoted = header and self.data[record.end - 1 : record.end] == b'"'
            cells = [self._cell(text, quoted=quoted) for text in texts]
            delimiter = self.dialect.delimiter.encode()
            yield _Splice(record.end, record.end, b"".join(delimiter + cell for cell in cells))

    def _rows(self, kept: bytes, rows: Sequence[Cells], names: Sequence[str]) -> bytes:
        """New rows behind what is `kept`, whose last line may still have to be ended."""
        delimiter, line_end = self.dialect.delimiter.encode(), self._line_end
        lines = [
            delimiter.join(self._cell(row.get(name, ""), quoted=False) for name in names) + line_end
            for row in rows
        ]
        before = line_end if lines and not kept.endswith(b"\n") else b""
        return before + b"".join(lines)

    def _cell(self, text: str, *, quoted: bool) -> bytes:
        """A cell as RFC 4180 has it, in quotes where it needs them or its neighbour had some."""
        if quoted or any(sign in text for sign in (self.dialect.delimiter, '"', "\n", "\r")):
            text = '"' + text.replace('"', '""') + '"'
        return text.encode()


def layout_of(roster: Roster, name: str) -> Layout:
    """The file of members `name` of a roster, as it was read.

    Raises `OSError`, and `ImportRefused` where it changed since.
    """
    data = (roster.folder.path / name).read_bytes()
    read = next(file for file in roster.table("anggota").files if file.name == name)
    if hashlib.sha256(data).hexdigest() != read.sha256:
        raise ImportRefused("target_changed", file=name)
    return Layout(name, data, Anggota)


def _spliced(data: bytes, splices: Sequence[_Splice]) -> bytes:
    """`data` with every splice in its place; at one offset in the order in which they are given."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda one: one.start):
        parts += [data[at : splice.start], splice.by]
        at = splice.end
    return b"".join([*parts, data[at:]])
