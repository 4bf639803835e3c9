"""Places that were added, dropped or renamed between two rosters."""

from collections.abc import Iterator, Mapping, Sequence

from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.rows import REQUIRED
from adhoc_cli.places.listed import TPS_STRIDE
from adhoc_cli.reports.differences.changes import ColumnChange, RegionChange, RegionKind
from adhoc_cli.roster.roster import Roster

# Cells of a place beside its code and name.
_PARENT = "kode_kecamatan"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "kecamatan": (),
    "desa": ("jenis", _PARENT),
    "tps": ("jumlah_pemilih",),
}

_Key = tuple[str, int | None]  # code, and the number of a TPS
_Places = Mapping[_Key, Mapping[str, str | None]]


def unreadable_files(old: Roster, new: Roster) -> tuple[tuple[str, str], ...]:
    """The required files that could not be read, as ("old" or "new", file). Of a roster that is one
    file of members nothing else is required."""
    return tuple(
        (side, f"{kind}.csv")
        for side, roster in (("old", old), ("new", new))
        for kind in REQUIRED
        if not roster.has(kind) and (kind == "anggota" or roster.folder.path.is_dir())
    )


def region_changes(old: Roster, new: Roster) -> tuple[RegionChange, ...]:
    """The changes of places, level by level, in the order of their codes; of files that both
    rosters have. A folder without `tps.csv` lists no TPS."""
    shared = [kind for kind in _COLUMNS if _listed(kind, old) and _listed(kind, new)]
    return tuple(change for kind in shared for change in _of_kind(kind, old, new))


def region_columns(old: Roster, new: Roster) -> tuple[ColumnChange, ...]:
    """The columns of region files that only one of the two has; without `kode_kecamatan` the code
    says the same."""
    return tuple(
        ColumnChange(kind, column, new.has(kind, column))
        for kind, columns in _COLUMNS.items()
        if old.has(kind) and new.has(kind)
        for column in columns
        if old.has(kind, column) != new.has(kind, column) and column != _PARENT
    )


def _listed(kind: str, roster: Roster) -> bool:
    absent = kind == "tps" and kind not in roster.folder.tables and roster.folder.path.is_dir()
    return absent or roster.has(kind)


def _of_kind(kind: str, old: Roster, new: Roster) -> Iterator[RegionChange]:
    both = [c for c in _COLUMNS[kind] if old.has(kind, c) and new.has(kind, c) and c != _PARENT]
    before, after = (_tps(r, both) if kind == "tps" else _places(r, kind, both) for r in (old, new))
    if before == after:
        return
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    for code, tps in sorted(changed, key=lambda key: (key[0], key[1] or 0)):
        was, now = before.get((code, tps)), after.get((code, tps))
        if was is None:
            yield RegionChange(RegionKind.ADDED, new.places.region(code), tps)
        elif now is None:
            yield RegionChange(RegionKind.DROPPED, old.places.region(code), tps)
        else:
            region = new.places.region(code)
            for name in (name for name in was if was[name] != now[name]):
                kind_of = RegionKind.RENAMED if name == "nama" else RegionKind.CHANGED
                yield RegionChange(kind_of, region, tps, name, was[name], now[name])


def _places(roster: Roster, kind: str, columns: Sequence[str]) -> _Places:
    """The places of a level with their cells; the kecamatan of a desa is the one that counts,
    written or not."""
    level = roster.places.kecamatan if kind == "kecamatan" else roster.places.desa
    named = zip(level.codes, level.names, strict=True)
    cells: dict[_Key, dict[str, str | None]] = {
        (code, None): {"nama": name} for code, name in named
    }
    table = roster.table(kind)
    for column in columns:
        for row in table.accepted_rows.tolist():
            # Of a code that stands twice the first row counts, as everywhere.
            cells[table.value("kode", row), None].setdefault(column, table.value(column, row))
    if kind == "desa":
        above = roster.places.kecamatan.codes
        for code, parent in zip(level.codes, level.parent.tolist(), strict=True):
            cells[code, None][_PARENT] = above[parent] if parent >= 0 else kecamatan_of(code)
    return cells


def _tps(roster: Roster, columns: Sequence[str]) -> _Places:
    level, codes = roster.places.tps, roster.places.desa.codes
    if level is None:
        return {}
    keys = [(codes[key // TPS_STRIDE], key % TPS_STRIDE) for key in level.keys.tolist()]
    if not columns or level.voters is None:
        return {key: {} for key in keys}
    voters = (None if count < 0 else str(count) for count in level.voters.tolist())
    return {key: {columns[0]: count} for key, count in zip(keys, voters, strict=True)}
