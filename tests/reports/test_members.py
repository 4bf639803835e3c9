from __future__ import annotations

from pathlib import Path

import pytest

import adhoc_cli.reports.members as module
from adhoc_cli.reports.members import list_members, statuses
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF, Example
from scripts.example_roster import write_example


def _roster(folder: Path, example: Example) -> Roster:
    write_example(example, folder)
    return load_roster(folder, AS_OF)


def test_all_of_them_with_file_line_and_place(tmp_path: Path) -> None:
    members = list_members(_roster(tmp_path, Example()))
    listed = list(members)
    assert len(members) == len(listed) == 22
    assert (listed[0].file, listed[0].line, listed[0].region.name) == ("anggota.csv", 2, "Bulu")
    assert listed[0].row.nama == "Wagiman Pitutur"
    assert listed[0].row.nik == "3323010101800001"


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        ({"region": "33.23.01"}, 22),
        ({"region": "33.23.01.2016"}, 6),
        ({"region": "33.23.02"}, 0),
        ({"bodies": ("PPK",)}, 10),
        ({"bodies": ("PPK", "PPS")}, 22),
        ({"bodies": ("KPPS",)}, 0),
        ({"statuses": ("aktif",)}, 11),
        ({"statuses": ("cadangan",)}, 11),
        ({"statuses": ("aktif", "cadangan"), "bodies": ("PPS",), "region": "33.23.01.2013"}, 6),
        ({"statuses": ("meninggal",)}, 0),
    ],
)
def test_filters(choice: dict[str, object], count: int, tmp_path: Path) -> None:
    members = list_members(_roster(tmp_path, Example()), **choice)  # type: ignore[arg-type]  # as above
    assert len(members) == count == len(list(members))


def test_without_the_column_everybody_is_aktif(tmp_path: Path) -> None:
    roster = _roster(tmp_path, Example(without={"anggota": ("status",)}))
    assert len(list_members(roster, statuses=("aktif",))) == 22
    assert len(list_members(roster, statuses=("cadangan",))) == 0
    assert "status" not in list_members(roster).columns


def test_rejected_rows_are_counted_not_listed(tmp_path: Path) -> None:
    members = list_members(_roster(tmp_path, Example(change={"anggota:5": {"badan": "PPX"}})))
    assert (len(members), members.rejected) == (21, 1)


def test_no_files_no_members(tmp_path: Path) -> None:
    members = list_members(_roster(tmp_path, Example(files={"anggota.csv": None})))
    assert (len(members), members.unreadable) == (0, ("anggota.csv",))
    assert list(members) == []


def test_a_long_list_is_walked_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CHUNK", 5)
    members = list_members(_roster(tmp_path, Example()))
    assert [one.line for one in members] == list(range(2, 24))


def test_the_words_of_a_status() -> None:
    assert statuses()[:2] == ("aktif", "cadangan")
