"""A body that only `adhoc.toml` knows is one like all others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.seats import seat_summary
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.quota import quota_of
from adhoc_cli.reports.successors import find_successors
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.registry import choose

SETTINGS = """\
badan = ["PANWASCAM", "TU PANWASCAM"]

[ubah.badan.PANWASCAM]
judul_id = "Pengawas Kecamatan"
judul_en = "Kecamatan supervisors"
unit = "kecamatan"
sinonim = ["panwaslu kecamatan"]
kursi = 3
jabatan = { ketua = 1, anggota = 2 }

[ubah.badan."TU PANWASCAM"]
judul_id = "Tata Usaha Panwascam"
judul_en = "Office of the Panwascam"
unit = "kecamatan"
kursi = 2
jabatan = { sekretaris = 1, staf = 1 }
sekretariat_dari = "PANWASCAM"
"""
MEMBERS = """\
nama,badan,jabatan,kode_wilayah
Sari Utami,,Ketua Panwaslu Kecamatan,33.23.01
Budi Santosa,Panwascam,anggota,33.23.01
Tri Lestari,,Sekretaris Panwascam,33.23.01
"""


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    (tmp_path / "adhoc.toml").write_text(SETTINGS)
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n33.23.01,Bulu\n")
    (tmp_path / "desa.csv").write_text("kode,nama\n33.23.01.2016,Wonosari\n")
    (tmp_path / "anggota.csv").write_text(MEMBERS)
    return load_roster(tmp_path, date(2024, 6, 10))


def test_its_members_are_counted_and_those_of_its_secretariat_are_not(roster: Roster) -> None:
    seats = check_roster(roster, choose(["Q", "S"]), None).seats
    assert {name: seats.totals[name].filled for name in ("PANWASCAM", "TU PANWASCAM")} == {
        "PANWASCAM": 2,
        "TU PANWASCAM": 1,
    }
    assert "TU PANWASCAM" not in seats.members
    assert str(seat_summary(seats, Speaker("en"))[0]).startswith("2 members")


def test_rules_quota_members_and_successors_know_it(roster: Roster) -> None:
    found = check_roster(roster, choose(["Q401", "S701"]), None).report.findings
    assert [(one.code, one.body) for one in found if "PANWASCAM" in (one.body or "")] == [
        ("Q401", "PANWASCAM"),
        ("S701", "TU PANWASCAM"),
    ]
    assert len(list_members(roster, bodies=["PANWASCAM"])) == 2
    assert "PANWASCAM" in str(quota_of(roster, bodies=["PANWASCAM"]))
    (vacancy,) = find_successors(roster, bodies=["PANWASCAM"]).vacancies
    assert vacancy.post.body == "PANWASCAM"
