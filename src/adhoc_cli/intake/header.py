"""The header of a sheet, found below its title rows by the words of the model, never guessed.

A header may stand in two rows ("TTL" above "TEMPAT" and "TANGGAL"), and a row that numbers the
columns may stand below it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Mapped
from adhoc_cli.models.columns import RowModel, columns_of, header_key, headers_of
from adhoc_cli.models.rows import MODELS, Anggota, Bimtek, Desa, Pemangku, Tps
from adhoc_cli.tables.texts import SPACES
from adhoc_cli.text.nearest import nearest
from adhoc_cli.text.personal import shortened

# Helper columns that tell a place by name. They are written only where the model has them.
KECAMATAN, DESA = "kecamatan", "desa"
_HELPERS: Mapping[type[RowModel], tuple[str, ...]] = {
    Desa: (KECAMATAN,),
    Tps: (KECAMATAN, DESA),
    Bimtek: (KECAMATAN, DESA),
    Pemangku: (KECAMATAN, DESA),
}
# Headers of real files that say more than the column: a place and a day of birth.
_MORE: Mapping[type[RowModel], Mapping[str, str]] = {
    Anggota: dict.fromkeys(
        ("tempattgllahir", "tempattanggallahir", "tempatdantanggallahir", "tempatdantgllahir",
         "ttl", "kelahiran"),
        "tanggal_lahir",
    ),
}  # fmt: skip
# Columns without which a sheet is none of this kind; the others may come from elsewhere.
_NEEDED: Mapping[type[RowModel], tuple[str, ...]] = {
    Anggota: ("nama", "jabatan"),
    Bimtek: ("kegiatan", "tanggal"),
    Pemangku: ("peran", "nama"),
    Tps: ("nomor",),
}
_OWN_PREFIX = "ditolak"  # columns of the file of rejected rows: where a row came from, and why
_NUMBERING = "no"  # of the rows of a sheet; a real column where no other one claims its place
_DEEPEST = 40  # a header further down is no header
_MOST = 1_000
_LONGEST = 60
_NUMBER = re.compile(r"\(?([0-9]{1,3})\)?\.?")


class Known:
    """The headers that a kind of file knows, and those that the operator asked to be read so.

    `asked` and `saved` map a header to a column, or to "" or "-" for one that is not to be read.
    Raises `ImportRefused` for a column that the kind does not have.
    """

    def __init__(
        self,
        model: type[RowModel],
        asked: Mapping[str, str] | None = None,
        saved: Mapping[str, str] | None = None,
    ) -> None:
        self.model = model
        self.columns = (*columns_of(model), *_HELPERS.get(model, ()))
        self._asked = self._mapping(asked or {}, "--map")
        ours = {cell: text for cell, text in (saved or {}).items() if not self._is_of_others(text)}
        self._saved = self._mapping(ours, "adhoc.toml")
        anggota = headers_of(Anggota)
        helpers = {k: name for k, name in anggota.items() if name in _HELPERS.get(model, ())}
        self._words = {**helpers, **_MORE.get(model, {}), **headers_of(model)}
        self.used: set[str] = set()

    def _is_of_others(self, text: str) -> bool:
        """Whether only other kinds have this column: a saved mapping serves files of every kind."""
        key = header_key(text)
        if any(header_key(column) == key for column in self.columns):
            return False
        return any(
            header_key(name) == key for model in MODELS.values() for name in columns_of(model)
        )

    def _mapping(self, mapping: Mapping[str, str], origin: str) -> dict[str, str | None]:
        return {header_key(cell): self._column(text, origin) for cell, text in mapping.items()}

    def _column(self, text: str, origin: str) -> str | None:
        if text.strip() in ("", "-"):
            return None
        by_key = {header_key(column): column for column in self.columns}
        column = by_key.get(header_key(text))
        if column is None:
            near = nearest(text, self.columns) or ""
            columns = ", ".join(self.columns)
            params = {"column": text, "nearest": near, "columns": columns}
            raise ImportRefused("map_column", origin=origin, **params)
        return column

    def of(self, cell: str) -> tuple[str | None, str]:
        """The column of a header, and how it is known (`result.Mapped.how`)."""
        key = header_key(cell)
        if key in self._asked:
            self.used.add(key)
            return self._asked[key], "asked" if self._asked[key] else "ignored"
        if key in self._saved:
            return self._saved[key], "saved" if self._saved[key] else "ignored"
        if cell.casefold().startswith(_OWN_PREFIX + "_"):
            return None, "ignored"
        column = self._words.get(key)
        how = "unknown" if column is None else "same" if key == header_key(column) else "synonym"
        return column, how

    def is_header(self, cell: str) -> bool:
        """Whether a cell is a header that is known, or that of a running number."""
        if len(cell) > _LONGEST:
            return False
        key = header_key(cell)
        return key in self._words or key in self._asked or key in self._saved or key == _NUMBERING

    def is_told(self, cell: str) -> bool:
        """Whether the operator has said how this header is to be read."""
        key = header_key(cell)
        return key in self._asked or key in self._saved

    def refuse_unused(self, asked: Mapping[str, str], headers: Sequence[str]) -> None:
        """Raise `ImportRefused` for a header of `asked` that no sheet had."""
        for cell in asked:
            if header_key(cell) not in self.used:
                near = nearest(cell, headers) or ""
                raise ImportRefused("map_header", header=cell, nearest=near)


@dataclass(frozen=True)
class Header:
    """A header that was found.

    `columns` holds a column or None per cell; `titles` are the lines above it; `below` is the
    position of the first line under it; `extra` counts its lines beyond one.
    """

    line: int
    cells: tuple[str, ...]
    columns: tuple[str | None, ...]
    hows: tuple[str, ...]
    titles: tuple[Line, ...]
    below: int
    extra: int = 0
    folded: frozenset[tuple[int, str]] = field(default=frozenset())

    @cached_property
    def at(self) -> dict[str, int]:
        """The columns that are read, and where each stands."""
        return {name: position for position, name in enumerate(self.columns) if name}

    def is_repeated_in(self, line: Line) -> bool:
        """Whether a line says the same as the header, in all that is read."""
        cells = line.cells
        return len(self.folded) > 1 and all(
            at < len(cells) and _fold(cells[at]) == word for at, word in self.folded
        )

    def mapped(self, filled: Mapping[int, int]) -> tuple[Mapped, ...]:
        """The columns of the sheet that have a header or a filled cell, in order."""
        width = max([len(self.cells), *(at + 1 for at in filled)])
        cells = (*self.cells, *("",) * (width - len(self.cells)))
        columns = (*self.columns, *(None,) * (width - len(self.cells)))
        hows = (*self.hows, *("unknown",) * (width - len(self.cells)))
        return tuple(
            Mapped(cell, column, how, 0 if column else filled.get(at, 0))
            for at, (cell, column, how) in enumerate(zip(cells, columns, hows, strict=True))
            if cell or filled.get(at)
        )


@dataclass(frozen=True)
class _Candidate:
    start: int
    rows: int
    cells: tuple[str, ...]
    known: frozenset[str]

    @property
    def end(self) -> int:
        return self.start + self.rows


def find_header(grid: Grid, known: Known, constants: Mapping[str, str]) -> Header:
    """The header of `grid`. `constants` are columns that have one value in the whole sheet.

    Raises `ImportRefused`: `no_header`, `column_missing`, `header_twice`.
    """
    needed = [c for c in needed_of(known.model) if c not in constants]
    best = _best(_candidates(grid.lines, known), needed)
    if best is None:
        raise ImportRefused("no_header", file=grid.file, sheet=grid.sheet or "")
    missing = [column for column in needed if column not in best.known]
    if missing:
        _refuse_missing(grid, best, missing, known)
    found = [known.of(cell) if cell else (None, "unknown") for cell in best.cells]
    _hide(grid, found, needed)
    columns = _single(grid, best.cells, found)
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
    )


def _hide(grid: Grid, found: list[tuple[str | None, str]], needed: Sequence[str]) -> None:
    """Take hidden columns for columns that are not read."""
    for at in grid.hidden_columns:
        if at < len(found) and found[at][1] != "ignored":
            found[at] = (None, "hidden")
    columns = {column for column, _ in found}
    if lost := [column for column in needed if column not in columns]:
        sheet, columns_lost = grid.sheet or "", ", ".join(lost)
        raise ImportRefused("column_hidden", file=grid.file, sheet=sheet, columns=columns_lost)


def likeness(lines: Sequence[Line], known: Known) -> int:
    """How many columns the best header among `lines` names."""
    return max((len(c.known) for c in _candidates(lines, known)), default=0)


def mapping_to_save(saved: Mapping[str, str], used: Mapping[str, str]) -> dict[str, str]:
    """What is saved already, with what was `used` beyond it; one header is saved once."""
    every = dict(saved)
    known = {header_key(header): header for header in saved}
    for header, column in used.items():
        name = known.get(header_key(header), header)
        if name not in every or header_key(every[name]) != header_key(column):
            every[name] = column
    return every


def mapping_text(mapping: Mapping[str, str]) -> str:
    """The lines for `adhoc.toml` that save a mapping of headers to columns."""
    pairs = [f"{json.dumps(k, ensure_ascii=False)} = {json.dumps(v)}" for k, v in mapping.items()]
    return "[import]\npeta = { " + ", ".join(pairs) + " }\n"


def needed_of(model: type[RowModel]) -> tuple[str, ...]:
    """The columns without which a sheet is none of this kind."""
    return _NEEDED.get(model, ("nama",))


# -- candidates ------------------------------------------------------------------------------------


def _candidates(lines: Sequence[Line], known: Known) -> list[_Candidate]:
    head = [_cells(line) for line in lines[:_DEEPEST]]
    found = []
    for start, cells in enumerate(head):
        single = _candidate(start, 1, cells, known)
        found.append(single)
        if start + 1 < len(head):
            double = _candidate(start, 2, _merged(cells, head[start + 1], known), known)
            below = _candidate(start + 1, 1, head[start + 1], known)
            if len(double.known) > max(len(single.known), len(below.known)):
                found.append(double)
    return found


def _cells(line: Line) -> tuple[str, ...]:
    if line.fault is not None or len(line.cells) > _MOST:
        return ()
    return tuple(" ".join(cell.replace("\ufeff", "").split()) for cell in line.cells)


def _candidate(start: int, rows: int, cells: tuple[str, ...], known: Known) -> _Candidate:
    names = (known.of(cell)[0] for cell in cells if cell)
    return _Candidate(start, rows, cells, frozenset(name for name in names if name))


def _merged(above: Sequence[str], below: Sequence[str], known: Known) -> tuple[str, ...]:
    """Two rows of a header as one: a cell that spans columns above stands over each of them."""
    merged = []
    spanning = ""
    for at in range(max(len(above), len(below))):
        upper = above[at] if at < len(above) else ""
        lower = below[at] if at < len(below) else ""
        spanning = upper or (spanning if lower else "")
        options = [text for text in (f"{spanning} {lower}".strip(), lower, upper) if text]
        named = (text for text in options if known.of(text)[0])
        merged.append(next(named, options[0] if options else ""))
    return tuple(merged)


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
        for kept in (_asked, _exact, _not_numbering):
            if len(at) > 1:
                at = kept(at, cells, found) or at
        if len(at) > 1:
            first, second = cells[at[0]], cells[at[1]]
            same = header_key(first) == header_key(second)
            raise ImportRefused(
                "header_repeated" if same else "header_twice",
                file=grid.file,
                sheet=grid.sheet or "",
                first=first,
                second=second,
                column=column,
            )
        columns = [
            None if named == column and position not in at else named
            for position, named in enumerate(columns)
        ]
    return tuple(columns)


def _asked(at: list[int], _: Sequence[str], found: Sequence[tuple[str | None, str]]) -> list[int]:
    return [position for position in at if found[position][1] in ("asked", "saved")]


def _exact(at: list[int], _: Sequence[str], found: Sequence[tuple[str | None, str]]) -> list[int]:
    return [position for position in at if found[position][1] == "same"]


def _not_numbering(
    at: list[int], cells: Sequence[str], _: Sequence[tuple[str | None, str]]
) -> list[int]:
    return [position for position in at if header_key(cells[position]) != _NUMBERING]


def _refuse_missing(grid: Grid, best: _Candidate, missing: Sequence[str], known: Known) -> None:
    unused = [cell for cell in best.cells if cell and known.of(cell)[0] is None]
    raise ImportRefused(
        "column_missing",
        file=grid.file,
        sheet=grid.sheet or "",
        line=grid.lines[best.end - 1].number,
        columns=", ".join(missing),
        found=shortened(", ".join(cell for cell in best.cells if cell), 200),
        nearest=next((n for column in missing if (n := nearest(column, unused))), ""),
    )


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
    return " ".join(text.split()).casefold()
