"""Pollution that offices report of whole files: tables below one another, groups, line ends."""

from __future__ import annotations

from collections.abc import Sequence

from tests.polluted.clean import COLUMNS, REQUIRED, ROWS
from tests.polluted.lines import LineKind, RowMake, nothing_meant
from tests.polluted.made import Meant, Part, Spoilt, Traits, clean_cells, clean_parts, record

_ROWS_READ = Traits(repairs=True)  # by the doctor; the strict reader may refuse them
_GROUPS = frozenset({"kode_wilayah", "kode_desa", "kegiatan", "tanggal"})
_TRADES = {"L": "P", "P": "W"}  # pria and wanita
_ALL = Traits(whole=True)


def _table_below(file: str, row: int, _: int) -> Spoilt | None:
    """From this row on another table, with its columns in another order."""
    if not row:
        return None
    parts = clean_parts(file)
    below = range(row, len(ROWS[file]))
    again = [Part(record(reversed(list(COLUMNS[file]))))]
    again += [Part(record(reversed(clean_cells(file, at))), (at,), True) for at in below]
    return Spoilt([*parts[: row + 1], *again], {at: nothing_meant(file) for at in below})


def _other_table(file: str, row: int, _: int) -> Spoilt | None:
    """Below the table a recap of something else, which is nobody's."""
    if row or file != "anggota":
        return None
    width = len(COLUMNS[file])
    lines = (["No", "Kecamatan", "Desa", "Jumlah"], ["1", "Bulu", "Tegalurung", "3"])
    parts = [Part(record([*one, *[""] * (width - len(one))]), (), True) for one in lines]
    return Spoilt([*clean_parts(file), *parts], {})


def _grouped(file: str, row: int, at: int) -> Spoilt | None:
    """A column that is filled at the head of its groups only."""
    column = list(COLUMNS[file])[at]
    if row or column not in _GROUPS & REQUIRED[file]:
        return None
    parts, touched = clean_parts(file), dict[int, Meant]()
    for number in range(1, len(ROWS[file])):
        text = ROWS[file][number][column]
        if text == ROWS[file][number - 1][column]:
            cells = clean_cells(file, number)
            cells[at] = ""
            parts[number + 1] = Part(record(cells), (number,), True)
            touched[number] = {column: text}
    return Spoilt(parts, touched) if touched else None


def _ends(sign: bytes, *, header: bool) -> RowMake:
    """A sign behind every line, or behind one row."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if header and row:
            return None
        last = list(COLUMNS[file])[-1]
        rows = range(len(ROWS[file])) if header else [row]
        parts = [
            part._replace(raw=part.raw + sign) if header or at == row + 1 else part
            for at, part in enumerate(clean_parts(file))
        ]
        return Spoilt(parts, {at: {last: ROWS[file][at][last]} for at in rows})

    return make


def _sexes_traded(*, spoilt: bool) -> RowMake:
    """P and W for men and women; `spoilt`: with an L among them, which leaves P open."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        if row or list(COLUMNS[file])[at] != "jenis_kelamin":
            return None
        parts, touched = clean_parts(file), dict[int, Meant]()
        for number, one in enumerate(ROWS[file]):
            cells, true = clean_cells(file, number), one["jenis_kelamin"]
            if not (spoilt and number == len(ROWS[file]) - 1):
                cells[at] = _TRADES[true]
                parts[number + 1] = Part(record(cells), (number,), True)
                touched[number] = {"jenis_kelamin": true}
        return Spoilt(parts, touched)

    return make


FIELD_KINDS: Sequence[LineKind] = (
    LineKind("table-below", _table_below, _ROWS_READ),
    LineKind("table-below-of-another-kind", _other_table),
    LineKind("grouped", _grouped, each=True),
    *(
        LineKind(f"{name}-end-{word}", _ends(sign, header=every), _ALL)
        for name, every in (("lines", True), ("row", False))
        for word, sign in (("substitute", b"\x1a"), ("semicolon", b";"), ("backslash", b"\\"))
    ),
    LineKind("sexes-traded", _sexes_traded(spoilt=False), each=True),
    LineKind("sexes-in-doubt", _sexes_traded(spoilt=True), each=True),
)
