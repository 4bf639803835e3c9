"""A roster folder before it is written, and the line on which each of its rows ends up."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SETTINGS_FILE = "adhoc.toml"
Damage = Callable[[bytes], bytes]


class Unit(NamedTuple):
    """Where a body sits: the code of a kecamatan or desa, and the number of a TPS in it."""

    code: str
    tps: int | None = None


@dataclass(eq=False)
class Row:
    """One record. `body` and `unit` are what the row was meant to say, also after damage.

    `damage` changes the encoded line, for faults that no CSV writer would make.
    """

    file: str
    cells: dict[str, str]
    body: str | None = None
    unit: Unit | None = None
    damage: Damage | None = None

    @property
    def place(self) -> str | None:
        """The code of the kecamatan or desa that the row was meant to name."""
        return self.unit.code if self.unit else None


@dataclass
class Table:
    """One CSV file. `headers` gives what is written for a canonical header, where that differs."""

    file: str
    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    delimiter: str = ","
    headers: dict[str, str] = field(default_factory=dict)

    def header(self) -> bytes:
        """The header line, without its line end."""
        return self._line([self.headers.get(column, column) for column in self.columns])

    def encode(self) -> tuple[bytes, dict[Row, int]]:
        """The bytes of the file, and for every row the physical line on which it begins."""
        parts, lines, line = [self.header()], {}, 2
        for row in self.rows:
            encoded = self._line([row.cells.get(column, "") for column in self.columns])
            encoded = row.damage(encoded) if row.damage else encoded
            lines[row] = line
            line += 1 + encoded.count(b"\n")
            parts.append(encoded)
        return b"\n".join(parts) + b"\n", lines

    def _line(self, cells: Iterable[str]) -> bytes:
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerow(cells)
        return text.getvalue()[:-1].encode()


@dataclass
class Folder:
    """A roster folder: its tables by file name, its settings, the totals these expect, the waivers.

    `whole` replaces the bytes of a file, None for a file that is not there.
    """

    tables: dict[str, Table]
    settings: str
    totals: dict[str, tuple[int, str]] = field(default_factory=dict)  # by body, with a remark
    waivers: list[Row] = field(default_factory=list)
    whole: dict[str, bytes | None] = field(default_factory=dict)

    def add(self, table: Table) -> None:
        """Put a table into the folder."""
        self.tables[table.file] = table

    def rows(self, file: str) -> list[Row]:
        """The rows of a file, to be read or changed."""
        return self.tables[file].rows

    def write(self, target: Path) -> dict[Row, int]:
        """Write every file; returns the line of every row."""
        target.mkdir(parents=True, exist_ok=True)
        lines: dict[Row, int] = {}
        for table in self.tables.values():
            data, its_lines = table.encode()
            self._write(target / table.file, data)
            lines.update(its_lines)
        for name in self.whole.keys() - {table.file for table in self.tables.values()}:
            self._write(target / name, b"")
        settings, its_lines = self.settings_text()
        self._write(target / SETTINGS_FILE, settings.encode())
        return lines | its_lines

    def _write(self, path: Path, data: bytes) -> None:
        kept = self.whole.get(path.name, data)
        if kept is not None:
            path.write_bytes(kept)

    def settings_text(self) -> tuple[str, dict[Row, int]]:
        """adhoc.toml, and the line on which each waiver begins."""
        text = self.settings
        for body, (number, remark) in self.totals.items():
            text += f"{_key(body)} = {number}  # {remark}\n"
        lines = {}
        for waiver in self.waivers:
            text += "\n"
            lines[waiver] = text.count("\n") + 1
            text += "[[pengecualian]]\n"
            text += "".join(f"{key} = {value}\n" for key, value in waiver.cells.items())
        return text, lines


def _key(body: str) -> str:
    return f'"{body}"' if " " in body else body
