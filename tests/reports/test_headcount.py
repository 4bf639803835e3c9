from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.reports.headcount import Heads, count_heads
from adhoc_cli.reports.members import list_members
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import Example
from tests.reports.editing import SAMPLE, small


@pytest.mark.parametrize(
    ("women", "total", "percent"),
    [(2_691, 8_563, 31), (461, 1_728, 27), (12, 60, 20), (1, 200, 1), (1, 201, 0), (7, 7, 100)],
)
def test_percentages_are_rounded_as_they_are_published(
    women: int, total: int, percent: int
) -> None:
    assert Heads(total - women, women).women_percent == percent


def test_nobody_has_no_percentage() -> None:
    assert Heads().women_percent is None


def test_the_sample_adds_up() -> None:
    roster = load_roster(SAMPLE, date(2024, 6, 10))
    heads = count_heads(roster)
    totals = {body.body: body.total.total for body in heads.bodies}
    assert (totals["PPK"], totals["PPS"]) == (100, 867)
    for body in heads.bodies:
        assert len(body.kecamatan) == 20
        assert sum((row.numbers for row in body.kecamatan), Heads()) == body.total
    inside = count_heads(roster, region="33.23.01", bodies=("PPS",))
    assert [row.code for row in inside.bodies[0].kecamatan] == ["33.23.01"]
    assert inside.total.total == 57


def test_seats_without_a_name_are_nobody(tmp_path: Path) -> None:
    roster = small(tmp_path / "x", Example(change={"anggota:3": {"nama": ""}}))
    heads = count_heads(roster)
    assert (heads.total.total, heads.nameless) == (10, 1)


def test_without_the_column_nobody_is_told_apart(tmp_path: Path) -> None:
    roster = small(tmp_path / "x", Example(without={"anggota": ("jenis_kelamin",)}))
    assert count_heads(roster).total == Heads(0, 0, 11)


def test_a_kecamatan_that_only_a_member_names_is_counted(tmp_path: Path) -> None:
    roster = small(tmp_path / "x", Example(change={"anggota:3": {"kode_wilayah": "33.23.02"}}))
    (ppk,) = count_heads(roster, bodies=("PPK",)).bodies
    assert [(row.code, row.numbers.total) for row in ppk.kecamatan] == [
        ("33.23.01", 4),
        ("33.23.02", 1),
    ]


def test_a_desa_counts_where_the_region_file_says_it_lies(tmp_path: Path) -> None:
    example = Example(
        files={
            "kecamatan.csv": b"kode,nama\n33.23.01,Bulu\n33.23.02,Tembarak\n",
            "desa.csv": b"kode,nama,kode_kecamatan\n33.23.01.2016,Wonosari,33.23.02\n"
            b"33.23.01.2013,Pakurejo,33.23.01\n",
        }
    )
    (pps,) = count_heads(small(tmp_path / "x", example), bodies=("PPS",)).bodies
    assert [row.numbers.total for row in pps.kecamatan] == [3, 3]


def test_groups_hold_every_row_once() -> None:
    members = list_members(load_roster(SAMPLE, date(2024, 6, 10)))
    for per, number in (("kecamatan", 20), ("desa", 309), ("badan", 4)):
        groups = members.by(per)  # type: ignore[arg-type]  # one of the three
        assert len(groups) == number
        assert sum(len(group.members) for group in groups) == len(members)
