"""The office's own items stand at its kabupaten: marked, shown, counted, printed, reported."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.board import unknown_marks
from adhoc_cli.checklist.items import plan
from adhoc_cli.checklist.of_roster import expected_plan
from adhoc_cli.checklist.place import place_list
from adhoc_cli.checklist.progress import progress
from adhoc_cli.checklist.sheets import sheets_of
from adhoc_cli.engine.run import run_rule
from adhoc_cli.places.find import PlaceError, find_place
from adhoc_cli.profiles.load import ConfigError, load_office, load_profile
from adhoc_cli.rules.registry import find_rule
from tests.checklist.test_progress import KECAMATAN, done, folder_of, loaded
from tests.cli.running import inside as adhoc

DAY, HERE = date(2024, 6, 10), "33.23"
OWN = [one for one in plan(load_profile("pilkada-2024")) if one.level == "kabupaten"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return folder_of(tmp_path)


def test_the_office_meets_sekda_kesbangpol_dinas_kesehatan_and_bpjs() -> None:
    """§15.4: KPU's own level (kabupaten): Sekda, Kesbangpol, Dinas Kesehatan, BPJS."""
    met = {role for one in OWN for role in one.item.pemangku}
    assert met >= {"sekda", "kesbangpol", "dinas kesehatan", "BPJS Ketenagakerjaan"}
    assert {one.item.badan for one in OWN} == {"KPU"}


def test_as_many_trainings_are_monitored_as_there_are_kecamatan(office: Path) -> None:
    """§15.4: monitoring the 20 bimtek of PPS; how many there are comes from the folder."""
    roster, journal = loaded(office, done("33.23.01", "KPU-04"), as_of=DAY)
    found = progress(roster, journal, items=["KPU-04"])
    (counts,) = [one.counts for one in found.items]
    assert (counts.total, counts.done) == (KECAMATAN.count("33.23"), 1)


@pytest.mark.parametrize(
    "word", ["33.23", "3323", "Kabupaten Temanggung", "kab. temanggung", "KPU Kab Temanggung"]
)
def test_the_kabupaten_is_a_place(office: Path, word: str) -> None:
    roster, _ = loaded(office, as_of=DAY)
    assert find_place(roster.places, word) == HERE
    assert roster.places.region(HERE).name == "Kabupaten Temanggung"


@pytest.mark.parametrize("word", ["33.24", "Kota Temanggung", "Kabupaten Kendal", "Kabupaten"])
def test_another_kabupaten_is_none_here(office: Path, word: str) -> None:
    roster, _ = loaded(office, as_of=DAY)
    with pytest.raises(PlaceError):
        find_place(roster.places, word)


def test_a_kecamatan_of_that_name_comes_first(office: Path) -> None:
    (office / "kecamatan.csv").write_text(KECAMATAN + "33.23.03,Temanggung\n")
    roster, _ = loaded(office, as_of=DAY)
    assert find_place(roster.places, "Temanggung") == "33.23.03"


def test_its_list_and_its_marks(office: Path) -> None:
    roster, journal = loaded(office, done(HERE, "KPU-01"), as_of=DAY)
    found = place_list(roster, journal, HERE)
    assert (found.region.code, found.kind) == (HERE, "kabupaten")
    assert found.kecamatan == found.region
    assert [one.planned.id for one in found.ticks if one.mark] == ["KPU-01"]
    assert (
        unknown_marks(roster.places, roster.profile.checklist, expected_plan(roster), journal) == []
    )


def test_an_item_of_the_office_is_none_of_a_kecamatan(office: Path) -> None:
    roster, journal = loaded(office, done("33.23.01", "KPU-01"), done(HERE, "PPK-01"), as_of=DAY)
    checklist = roster.profile.checklist
    found = unknown_marks(roster.places, checklist, expected_plan(roster), journal)
    assert [one.what for one in found] == ["level", "level"]


def test_it_is_counted_beside_the_kecamatan(office: Path) -> None:
    roster, journal = loaded(office, done(HERE, "KPU-01"), as_of=DAY)
    found = progress(roster, journal)
    (row,) = [row for row in found.kecamatan if row.region.code == HERE]
    assert {body: (counts.total, counts.done) for body, counts in row.bodies.items()} == {
        "KPU": (len(OWN), 1)
    }
    assert found.totals["KPU"].total == len(OWN) + 2  # and its trainings in two kecamatan
    assert {late.region.code for late in found.overdue() if late.planned.id == "KPU-03"} == {HERE}
    whole = progress(roster, journal, region=HERE)
    assert whole.totals == found.totals


def test_its_sheet(office: Path) -> None:
    roster, journal = loaded(office, as_of=DAY)
    sheets = sheets_of(roster, journal, bodies=["KPU"])
    (sheet,) = (one for one in sheets if one.region.code == HERE)
    assert sheet.title.id == "KPU Kabupaten/Kota"
    assert [line.planned.id for line in sheet.lines] == sorted(one.id for one in OWN)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_is_marked_shown_and_reported_by_the_commands(office: Path, lang: str) -> None:
    said = adhoc(
        *("--lang", lang, "checklist", "mark", HERE, "KPU-01"),
        *("--date", "2024-04-24", "--evidence", "notulen"),
        cwd=office,
    )
    assert (said.code, said.err) == (0, "")
    shown = adhoc("--lang", lang, "checklist", "show", "kab. temanggung", cwd=office)
    assert "Kabupaten Temanggung" in shown.out
    assert "✓ KPU-01" in shown.out
    of_kpu = adhoc("checklist", "status", "--body", "kpu", "--format", "json", cwd=office)
    assert json.loads(of_kpu.out)["summary"].keys() == {"KPU"}
    report = adhoc("report", "--as-of", "2024-06-10", "--format", "json", cwd=office)
    assert HERE in report.out
    wrong = adhoc("checklist", "mark", HERE, "PPK-01", "--status", "batal", cwd=office)
    assert wrong.code == 2


def test_a_message_to_the_bodies_is_not_about_the_office(office: Path) -> None:
    loaded(office, as_of=DAY)
    told = adhoc("checklist", "message", "33.23.01", "--as-of", "2024-06-10", cwd=office)
    assert "PPK-01" in told.out
    assert "KPU-04" not in told.out
    own = adhoc("checklist", "message", HERE, "--as-of", "2024-06-10", cwd=office)
    assert "KPU-02" in own.out


def test_its_marks_come_back_on_a_filled_sheet(office: Path) -> None:
    day = ("--as-of", "2024-06-10")
    adhoc("checklist", "print", "-o", "lembar.csv", "--region", HERE, *day, cwd=office)
    text = (office / "lembar.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert HERE in {row["kode_wilayah"] for row in rows}
    sheet = "kode_wilayah,butir,tanggal,bukti\n33.23,KPU-01,2024-04-24,notulen\n"
    (office / "isian.csv").write_text(sheet)
    adhoc("checklist", "import", "isian.csv", cwd=office)
    assert ",33.23,KPU-01,terlaksana," in (office / "koordinasi.csv").read_text()


def test_its_contacts_are_known_by_its_code(office: Path) -> None:
    text = "kode_wilayah,peran,nama,telepon\n3323,Sekretaris Daerah,Heni Wulandari,081390001234\n"
    text += "33.23,bakesbangpol,Tegar,\n33.24,dinkes,Budi,\n"
    (office / "pemangku.csv").write_text(text, encoding="utf-8")
    roster, journal = loaded(office, as_of=DAY)
    listed = place_list(roster, journal, HERE)
    visit = next(one for one in listed.ticks if one.planned.id == "KPU-01")
    assert [(one.name, one.role) for one in visit.contacts] == [
        ("Heni Wulandari", "sekda"), ("Tegar", "kesbangpol"),
    ]  # fmt: skip
    found = run_rule(roster, find_rule("R301"), None).findings
    assert [(one.file, one.line) for one in found if one.file == "pemangku.csv"] == [
        ("pemangku.csv", 4)  # another kabupaten
    ]


def test_an_office_has_stakeholders_of_its_own(office: Path) -> None:
    (office / "adhoc.toml").write_text('[ubah.pemangku]\nsatpol = ["satpol pp"]\n')
    text = "kode_wilayah,peran,nama,telepon\n33.23.01,Satpol PP,Tegar,\n33.23.01,Raja,Budi,\n"
    (office / "pemangku.csv").write_text(text, encoding="utf-8")
    roster, _ = loaded(office, as_of=DAY)
    table = roster.table("pemangku")
    assert [table.value("peran", row) for row in range(2)] == ["satpol", None]


def test_after_the_term_there_are_no_sheets(office: Path) -> None:
    roster, journal = loaded(office, as_of=date(2025, 3, 1))
    assert list(sheets_of(roster, journal, bodies=["PPK", "PPS", "KPU"])) == []
    for lang, said in (("id", "berakhir"), ("en", "ended on")):
        ran = adhoc(
            *("checklist", "print", "-o", "lembar.csv", "--as-of", "2025-03-01", "--lang", lang),
            cwd=office,
        )
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert not (office / "lembar.csv").exists()


def test_an_oath_that_the_office_does_not_take_is_refused(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text("[ubah.butir.KPU-02.batas]\nsebelum = 'KPPS'\nhari = 3\n")
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert caught.value.params["key"] == "ubah.butir.KPU-02.batas"
    assert "PPK" in caught.value.params["choices"]
