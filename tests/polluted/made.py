"""A polluted file: its bytes, where each clean row stands in it, and what is true of every row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.polluted.clean import COLUMNS, ROWS, Row

# By column what a polluted row still means there (None: nothing that the column takes; several
# where people differ).
Meant = Mapping[str, str | tuple[str, ...] | None]
CSV, XLSX, XLS, ODS = ".csv", ".xlsx", ".xls", ".ods"


class Part(NamedTuple):
    """A record of a file. `rows` are the clean rows that stand in it, none for one that is
    nobody's; `holds` whether it holds something that must not vanish without a word."""

    raw: bytes
    rows: tuple[int, ...] = ()
    holds: bool = False


@dataclass(frozen=True)
class Traits:
    """What a kind allows.

    `equal`: why another value may be written, "" where it may not. `unseen`: not in a name.
    `repairs`: nothing but a repair will do. `harmless`: nothing was changed. `whole`: the file may
    be refused as a whole. `unread`: columns that may stay unread, where that is told. `kept`: the
    strict reader may keep a text that the doctor refuses.
    """

    equal: str = ""
    unseen: bool = False
    repairs: bool = False
    harmless: bool = False
    whole: bool = False
    unread: frozenset[str] = frozenset()
    kept: bool = False


@dataclass(frozen=True)
class Polluted:
    """One polluted file.

    `lines` gives the first and last line of each clean row, None where it is not in the file;
    `nobody` the lines of nobody's records, and whether one may vanish only with a word; `touched`
    the rows that were polluted, with what they mean.
    """

    kind: str
    file: str
    column: str
    at: int
    suffix: str
    content: bytes
    traits: Traits
    lines: tuple[tuple[int, int] | None, ...]
    nobody: Mapping[int, bool]
    touched: Mapping[int, Meant]
    rows: tuple[Row, ...] = field(repr=False, default=())

    @property
    def name(self) -> str:
        """What tells it from the others."""
        return f"{self.kind} {self.file}.{self.column} row {self.at} {self.suffix}"


class Spoilt(NamedTuple):
    """What a kind of pollution of whole lines gives, to be composed: the records, header first."""

    parts: Sequence[Part]
    touched: Mapping[int, Meant]
    rows: tuple[Row, ...] | None = None
    head: bytes = b""
    tail: bytes = b""
    newline: bytes = b"\n"
    encoding: str = "utf-8"
    last_newline: bool = True


def cell(text: str, delimiter: str = ",") -> bytes:
    """A cell as RFC 4180 writes it."""
    if any(sign in text for sign in (delimiter, '"', "\n", "\r")):
        text = '"' + text.replace('"', '""') + '"'
    return text.encode("utf-8", "surrogatepass")


def record(cells: Iterable[str | bytes], delimiter: str = ",") -> bytes:
    """A record; a cell in bytes stands as it is."""
    written = (c if isinstance(c, bytes) else cell(c, delimiter) for c in cells)
    return delimiter.encode().join(written)


def clean_cells(file: str, row: int) -> list[str | bytes]:
    return list(ROWS[file][row].values())


def clean_parts(file: str, delimiter: str = ",") -> list[Part]:
    """The records of a clean file, header first."""
    rows = (Part(record(row.values(), delimiter), (at,), True) for at, row in enumerate(ROWS[file]))
    return [Part(record(COLUMNS[file], delimiter)), *rows]


def composed(kind: str, spot: tuple[str, str, int], traits: Traits, spoilt: Spoilt) -> Polluted:
    """The file of these records. The number of a line counts LF, as editors do."""
    file, column, at = spot
    rows = spoilt.rows or ROWS[file]
    line = 1 + spoilt.head.count(b"\n")
    lines: dict[int, tuple[int, int]] = {}
    nobody: dict[int, bool] = {}
    body = spoilt.head
    for number, part in enumerate(spoilt.parts):
        last = number == len(spoilt.parts) - 1
        end = b"" if last and not spoilt.last_newline else spoilt.newline
        for row in part.rows:
            lines[row] = (line, line + part.raw.count(b"\n"))
        if not part.rows:
            nobody[line] = part.holds
        body += part.raw + end
        line += 1 if end == b"\r" else (part.raw + end).count(b"\n")
    body += spoilt.tail
    if spoilt.encoding != "utf-8":
        body = body.decode("utf-8").encode(spoilt.encoding)
    return Polluted(
        kind,
        file,
        column,
        at,
        CSV,
        body,
        traits,
        tuple(lines.get(row) for row in range(len(rows))),
        nobody,
        spoilt.touched,
        rows,
    )
