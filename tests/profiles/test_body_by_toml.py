"""A body that only `adhoc.toml` knows is one like all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from adhoc_cli.cli import completion
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.seats import seat_summary
from adhoc_cli.profiles.load import DEFAULT, ConfigError, load_office, load_profile
from adhoc_cli.profiles.replacement import Succession
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.explain import explain_rule
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.profiles import profile_values
from adhoc_cli.reports.quota import quota_of
from adhoc_cli.reports.successors import find_successors
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.registry import choose, find_rule
from tests.cli.running import adhoc

LAW = """
[ubah.badan.PANWASCAM.penggantian]
memutuskan = "bawaslu_decides"
peringkat = true
habis = ["appoint_local"]

[ubah.ketentuan.bawaslu_decides]
id = "Bawaslu Kabupaten/Kota memutuskan"
en = "The Bawaslu Kabupaten/Kota decides"
dasar = "UU 7/2017 ps. 105"
tingkat = "C"
"""
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


# -- the law of its replacement --------------------------------------------------------------------


def law_of(folder: Path, settings: str) -> Succession:
    (folder / "adhoc.toml").write_text(settings)
    return load_office(folder).profile.successions["PANWASCAM"]


def test_it_has_the_law_that_its_toml_says(roster: Roster, tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text(SETTINGS + LAW)
    found = find_successors(load_roster(tmp_path, roster.as_of), bodies=["PANWASCAM"])
    (vacancy,) = found.vacancies
    told = [(what, one.words.en) for what, one in vacancy.provisions]
    assert told == [
        ("decides", "The Bawaslu Kabupaten/Kota decides"),
        ("exhausted", "Direct appointment of an eligible local"),
    ]
    assert vacancy.law.by_rank


def test_without_a_law_nothing_is_made_up(tmp_path: Path) -> None:
    assert law_of(tmp_path, SETTINGS).decides.key == "unknown_body"


def test_of_a_known_body_only_what_is_said_is_otherwise(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text('[ubah.badan.PPS.penggantian]\nhabis = ["ask_kpu"]\n')
    law = load_office(tmp_path).profile.successions["PPS"]
    shipped = load_profile(DEFAULT).successions["PPS"]
    assert [one.key for one in law.exhausted] == ["ask_kpu"]
    assert law._replace(exhausted=shipped.exhausted) == shipped


def test_its_law_stands_among_the_numbers_in_force(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text(SETTINGS + LAW)
    found = profile_values(load_office(tmp_path), date(2024, 6, 10)).bodies
    (body,) = (one for one in found if one.name == "PANWASCAM")
    (value,) = (one for one in body.values if one.key == "penggantian")
    assert value.overridden
    assert value.value == {
        "memutuskan": "bawaslu_decides",
        "peringkat": True,
        "habis": ["appoint_local"],
    }


def test_a_provision_that_nobody_wrote_is_refused_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        law_of(tmp_path, SETTINGS + LAW.replace('"appoint_local"', '"appoint_locl"'))
    line = (SETTINGS + LAW).split("\n").index('habis = ["appoint_local"]') + 1
    assert (refused.value.file, refused.value.line) == ("adhoc.toml", line)
    assert refused.value.params["expected"] == "one_of"


# -- it is typed and imported like all others ------------------------------------------------------


def test_the_shell_offers_it(roster: Roster) -> None:
    context = Mock(params={"folder": roster.folder.path})
    assert "PANWASCAM" in list(completion.bodies(context, "PANW"))


def test_import_knows_it(roster: Roster, tmp_path: Path) -> None:
    source = tmp_path / "lain.csv"
    source.write_text("Nama,Jabatan,Wilayah\nDewi Lestari,Anggota Panwaslu Kecamatan,33.23.01\n")
    options = ("--as", "anggota", "--name", "anggota-lain.csv", "-o", ".")
    ran = adhoc("import", source.name, *options, cwd=tmp_path)
    assert ran.code == 0, ran.err
    row = "Dewi Lestari,PANWASCAM,anggota,33.23.01"
    assert row in (tmp_path / "anggota-lain.csv").read_text()


# -- what texts say of the law ---------------------------------------------------------------------


def test_a_text_says_the_numbers_of_the_profile_in_use(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text(SETTINGS + "[ubah.badan.PPS]\nkursi = 4\n")
    office = load_office(tmp_path)
    assert "PPK 5, PPS 4, KPPS 7, PANWASCAM 3." in explain_rule(find_rule("Q401"), office).why.en
    assert "2 of 5, 2 of 4, 3 of 7 seats" in explain_rule(find_rule("Q405"), office).why.en
    bare = replace(office, profile=office.profile.model_copy(update={"badan": {}}))
    assert "-" in explain_rule(find_rule("E502"), bare).why.en
