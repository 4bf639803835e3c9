"""The strict reader: any bytes as a file of a roster give rows or located faults, nothing else."""

from __future__ import annotations

import csv
import io
from functools import cache

from adhoc_cli.tables.table import Table
from tests.fuzz.rosters import KINDS, Scratch, faults_of, lines_of, read


@cache
def _scratch() -> Scratch:
    return Scratch({})


def check(data: bytes) -> None:
    """The first byte says which file of a roster the others are."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    content = data[1:]
    path = _scratch().path / f"{kind}.csv"
    path.write_bytes(content)
    table = read(path, kind)
    _accounted_for(table, content)
    _located(table, content)
    if table.accepted.any():
        path.write_bytes(_written(table))
        _same(table, read(path, kind))


def _accounted_for(table: Table, content: bytes) -> None:
    (file,) = table.files
    assert file.rows == file.accepted + file.rejected
    assert file.accepted == int(table.accepted.sum())
    assert file.rows >= len(table)
    for column in table.columns.values():
        assert column.codes.size == column.text_codes.size == len(table)
    assert len(table.models(range(len(table)))) == len(table)
    if not file.readable:
        assert (file.rows, len(table)) == (0, 0)
        assert len(faults_of(file)) == 1
    # Each row that is not in the table has a fault of its own; but 10,000 are kept.
    assert sum(file.log.counts.values()) >= file.rows - len(table)


def _located(table: Table, content: bytes) -> None:
    lines = lines_of(content)
    assert (table.line >= 1).all()
    assert (table.line <= lines).all()
    assert (table.line[1:] > table.line[:-1]).all()
    for fault in table.files[0].log.kept:
        assert fault.line is not None, fault.kind
        assert 1 <= fault.line <= lines, (fault.kind, fault.line, lines)


def _written(table: Table) -> bytes:
    """The accepted rows as canonical CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.accepted_rows.tolist():
        writer.writerow([column.text(row) for column in table.columns.values()])
    return text.getvalue().encode()


def _same(table: Table, again: Table) -> None:
    rows = table.accepted_rows
    assert not faults_of(again.files[0]), faults_of(again.files[0])
    assert again.files[0].accepted == len(again) == rows.size
    assert set(again.columns) == set(table.columns)
    for name, column in table.columns.items():
        other = again[name]
        for at, row in enumerate(rows.tolist()):
            assert column.text(row) == other.text(at), (name, row)
            assert column.value(row) == other.value(at), (name, row)
