"""Small rosters on which a rule passes or fails: its tests, and what `adhoc explain` shows.

An example is the base roster (one kecamatan, two desa, complete and faultless: `base/`) with a few
changes.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict, Unpack

Cells = Mapping[str, str]
AS_OF = date(2024, 6, 10)


class Example(NamedTuple):
    """Changes to the base roster, by file and physical line (header = 1).

    `change` replaces cells of a line ("anggota:2"), `drop` leaves lines out, `add` appends rows,
    `without` leaves columns out of a file, `replace` replaces bytes of a file, `files` gives a
    file's whole bytes (None: no such file), `settings` is an `adhoc.toml`, `limit` the greatest
    size of a file in bytes. `at` lists the findings that the rule must give, as (file, line), both
    None for a finding about a place.
    """

    change: Mapping[str, Cells] = {}
    drop: tuple[str, ...] = ()
    add: Mapping[str, tuple[Cells, ...]] = {}
    without: Mapping[str, tuple[str, ...]] = {}
    replace: Mapping[str, tuple[bytes, bytes]] = {}
    files: Mapping[str, bytes | None] = {}
    settings: str = ""
    profile: str | None = None
    as_of: date = AS_OF
    limit: int | None = None
    at: tuple[tuple[str | None, int | None], ...] = ()


class _Rest(TypedDict, total=False):
    replace: Mapping[str, tuple[bytes, bytes]]
    files: Mapping[str, bytes | None]
    settings: str
    profile: str
    limit: int


def example(
    *rows: str,
    at: str = "",
    drop: str = "",
    without: str = "",
    as_of: str = "",
    **rest: Unpack[_Rest],
) -> Example:
    """An example in few words.

    Of `rows`, "8 nik=, status=aktif" changes cells of line 8 of anggota.csv, "7-9 …" of several
    lines, "desa:2 …" of another file; "+pemangku nama=Sri, …" appends a row, "+ …" one to
    anggota.csv. `drop` and `at` are such lines, too: "8 desa:2"; of `at`, "place" is a finding
    about a place and a name with a dot a file. `without` names columns: "nik desa.jenis".
    """
    change: dict[str, Cells] = {}
    added: dict[str, tuple[Cells, ...]] = {}
    for where, cells in map(_row, rows):
        if where.startswith("+"):
            kind = where[1:] or "anggota"
            added[kind] = (*added.get(kind, ()), cells)
        else:
            for kind, line in _lines(where):
                place = f"{kind}:{line}"
                change[place] = {**change.get(place, {}), **cells}
    columns: dict[str, tuple[str, ...]] = {}
    for name in without.split():
        kind, _, column = name.rpartition(".")
        columns[kind or "anggota"] = (*columns.get(kind or "anggota", ()), column)
    return Example(
        **rest,
        change=change,
        add=added,
        drop=tuple(f"{kind}:{line}" for where in drop.split() for kind, line in _lines(where)),
        without=columns,
        as_of=date.fromisoformat(as_of) if as_of else AS_OF,
        at=tuple(place for where in at.split() for place in _found(where)),
    )


def of_file(
    kind: str, *lines: str, at: str = "", as_of: str = "", **rest: Unpack[_Rest]
) -> Example:
    """An example whose file of this kind holds these lines, the header first."""
    content = "\n".join((*lines, "")).encode()
    return example(at=at, as_of=as_of, **rest)._replace(files={f"{kind}.csv": content})


def _row(text: str) -> tuple[str, dict[str, str]]:
    where, _, cells = text.partition(" ")
    named = (cell.partition("=") for cell in re.split(r", (?=[a-z_]+=)", cells))
    return where, {column: value for column, _, value in named}


def _lines(where: str) -> Iterator[tuple[str, int]]:
    """The lines of "8", "7-9,11" (of anggota.csv) or "desa:2"."""
    kind, _, lines = where.rpartition(":")
    for part in lines.split(","):
        first, _, last = part.partition("-")
        for line in range(int(first), int(last or first) + 1):
            yield kind or "anggota", line


def _found(where: str) -> Iterator[tuple[str | None, int | None]]:
    if where == "place":
        yield None, None
    elif "." in where and ":" not in where:
        yield where, None
    else:
        for kind, line in _lines(where):
            yield kind if "." in kind else f"{kind}.csv", line


_BASE = Path(__file__).with_name("base")


def base_tables() -> dict[str, list[dict[str, str]]]:
    """The rows of the base roster by file."""
    return {kind: _rows_of(_BASE / f"{kind}.csv") for kind in ("kecamatan", "desa", "anggota")}


def base_members() -> list[dict[str, str]]:
    """The members of the base roster: lines 2-6 the PPK, 7-9 and 10-12 the PPS of two desa, then
    the reserves: 13-17 of the PPK, 18-20 and 21-23 of the PPS."""
    return base_tables()["anggota"]


def _rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def secretariat(body: str, place: str) -> tuple[str, ...]:
    """The rows of a complete secretariat, to be added: 1 sekretaris and 2 staf."""
    family = "Wirosari" if body.endswith("PPK") else "Kalisari"
    return tuple(
        f"+ nama={name} {family} {place[-1]}, badan={body}, jabatan={role}, kode_wilayah={place},"
        " status=aktif"
        for role, name in (("sekretaris", "Slamet"), ("staf", "Sulami"), ("staf", "Suroto"))
    )
