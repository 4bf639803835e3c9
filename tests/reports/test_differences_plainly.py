"""What changed, against a comparison that a few dictionaries make of the same rows."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from adhoc_cli.reports.differences.changes import Kind
from adhoc_cli.reports.differences.compare import compare_rosters
from adhoc_cli.rules.examples import Example, base_members
from tests.reports.editing import small

_ROWS = base_members()
_POST = {"badan", "kode_wilayah"}
_TERM = {"tanggal_mulai", "tanggal_selesai", "nomor_sk", "alasan", "peringkat"}
_STATES = {"aktif": "serves", "cadangan": "waits"}

Row = Mapping[str, str]

edits = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["aktif", "cadangan", "meninggal"]),
        "kode_wilayah": st.sampled_from(["33.23.01.2013", "33.23.01.2016"]),
        "telepon": st.sampled_from(["081299999999", ""]),
        "alamat": st.just("Dusun Baru"),
        "tanggal_lahir": st.just("1990-01-01"),
        "alasan": st.just("pindah"),
        "peringkat": st.sampled_from(["1", "7"]),
    },
)
sides = st.tuples(
    st.lists(edits, min_size=len(_ROWS), max_size=len(_ROWS)),
    st.sets(st.integers(0, len(_ROWS) - 1), max_size=5),
)


@settings(max_examples=60, deadline=None)
@given(old=sides, new=sides, order=st.permutations(range(len(_ROWS))))
def test_the_same_people_come_go_move_and_are_corrected(
    old: tuple[list[Row], set[int]], new: tuple[list[Row], set[int]], order: list[int]
) -> None:
    before, after = _rows(*old, range(len(_ROWS))), _rows(*new, order)
    with tempfile.TemporaryDirectory() as name:
        rosters = [
            small(Path(name) / side, Example(files={"anggota.csv": _file(rows.values())}))
            for side, rows in (("old", before), ("new", after))
        ]
        found = compare_rosters(*rosters)
        told = Counter({str(kind): count for kind, count in found.counts.items()})
        # Who took whose seat is another test's matter: here they left, and came.
        replaced = found.by_kind[Kind.REPLACED]
        left = told["left"] + sum(one.went_to is None for one in replaced)
        came = told["joined"] + told["promoted"] + told["returned"]
        came += sum(one.came_from is None for one in replaced)
    plain = [_plainly(before.get(nik), after.get(nik)) for nik in {**before, **after}]
    counted = Counter(what for all_of_one in plain for what in all_of_one)
    assert (left, came) == (counted["left"], counted["came"])
    for kind in ("moved", "reserve_joined", "reserve_left", "record_added", "record_dropped"):
        assert told[kind] == counted[kind], kind
    assert found.fields == {name: counted[name] for name in _ROWS[0] if counted[name]}


def _rows(edited: Sequence[Row], without: set[int], order: Iterable[int]) -> dict[str, Row]:
    """The base roster with these edits, by NIK: everybody has one of their own."""
    rows = {at: {**_ROWS[at], **edited[at]} for at in order if at not in without}
    moved = {at: {**row, "kode_wilayah": _place(at, row)} for at, row in rows.items()}
    return {row["nik"]: row for row in moved.values()}


def _place(at: int, row: Row) -> str:
    return row["kode_wilayah"] if row["badan"] == "PPS" else _ROWS[at]["kode_wilayah"]


def _file(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(_ROWS[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _plainly(old: Row | None, new: Row | None) -> Iterator[str]:
    """What became of one person, and the columns of which a cell was corrected."""
    was, now = (_STATES.get(row["status"], "gone") if row else "" for row in (old, new))
    moved = old is not None and new is not None and _post(old) != _post(new)
    if was == "serves" != now:
        yield "left"
    if now == "serves" != was:
        yield "came"
    if was == "waits" and now in ("", "gone"):
        yield "reserve_left"
    if now == "waits" and was in ("", "gone"):
        yield "reserve_joined"
    if now == "gone" and not old:
        yield "record_added"
    if was == "gone" and not new:
        yield "record_dropped"
    mover = moved and was == now != "gone"
    if mover:
        yield "moved"
    if old and new:
        explained = _POST | _TERM if mover else set()
        explained |= _TERM if was != now else set()
        explained |= _POST if was != now and moved else set()
        explained |= {"status"} if {was, now} != {"gone"} else set()
        yield from (name for name in old if old[name] != new[name] and name not in explained)


def _post(row: Row) -> tuple[str, str]:
    return row["badan"], row["kode_wilayah"]
