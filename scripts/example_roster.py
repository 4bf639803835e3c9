"""The roster of a rule's example, as files in a folder: what the rule is tried on."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from adhoc_cli.rules.examples import Example, base_tables


def write_example(example: Example, folder: Path) -> None:
    """Write the roster of an example into `folder`."""
    tables = base_tables()
    for place, cells in example.change.items():
        kind, line = _place(place)
        tables[kind][line - 2] = {**tables[kind][line - 2], **cells}
    for kind, line in sorted((_place(place) for place in example.drop), reverse=True):
        del tables[kind][line - 2]
    for kind, rows in example.add.items():
        tables.setdefault(kind, []).extend(dict(row) for row in rows)
    for kind, rows_of_kind in tables.items():
        data = _csv_bytes(rows_of_kind, example.without.get(kind, ()))
        find, put = example.replace.get(kind, (b"", b""))
        (folder / f"{kind}.csv").write_bytes(data.replace(find, put, 1) if find else data)
    for name, data_or_none in example.files.items():
        if data_or_none is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(data_or_none)
    if example.settings:
        (folder / "adhoc.toml").write_text(example.settings, encoding="utf-8")


def _place(text: str) -> tuple[str, int]:
    kind, _, line = text.partition(":")
    return kind, int(line)


def _csv_bytes(rows: list[dict[str, str]], without: tuple[str, ...]) -> bytes:
    columns = [c for c in dict.fromkeys(c for row in rows for c in row) if c not in without]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
