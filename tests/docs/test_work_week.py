"""The page on a week of work is what an operator sees who types it, line by line."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from adhoc_cli.text.words import Lang
from tests.cli.running import adhoc
from tests.cli.test_sheets import Rows, saved_by_another
from tests.docs.fences import fences, in_language, is_quoted_from, told_in, typed_in

PAGE = Path("docs/pekan-kerja.md")
SHOWN = fences(PAGE)
STEPS = typed_in(SHOWN)
# What was found is no failure of the week: a check with errors, a comparison with changes.
FOUND = {"w03", "w13"}
AFTER_EXCEL = "w10"  # the first step after the workbook was changed
REMEMBERED = "w14"  # the report that the last step compares with


def _in_excel(rows: Rows) -> Rows:
    """What the page asks to be changed by hand; the rows in another order."""
    person = {row["nama"]: row for row in rows}
    person["Wulan Pertiwi"] |= {
        "status": "aktif",
        "tanggal_mulai": "12/6/2024",
        "nomor_sk": "46/2024",
    }
    person["Sugeng Jatmiko"]["jabatan"] = "ketua"
    person["Sulastri"]["telepon"] = "081200001234"
    return sorted(rows, key=lambda row: row["nama"])


def typed_in_a_week(place: Path, lang: Lang, steps: Sequence[str]) -> dict[str, str]:
    """What each step says that is typed in this folder."""
    shutil.copytree("data/temanggung", place / "temanggung")
    said = {}
    for name in steps:
        if name == AFTER_EXCEL:
            saved_by_another(place / "kledung.xlsx", _in_excel)
        program, *words = shlex.split(SHOWN[name])
        assert program == "adhoc"
        ran = adhoc(*words, cwd=place, env={"HOME": str(place), "ADHOC_LANG": lang})
        assert ran.code == (1 if name in FOUND else 0), (name, ran.err)
        said[name] = ran.out + ran.err
    return said


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The folder after the week, and what each step said."""
    place = tmp_path_factory.mktemp("pekan")
    return place, typed_in_a_week(place, "id", STEPS)


def test_the_week_has_at_most_twenty_commands_of_one_line() -> None:
    assert 15 <= len(STEPS) <= 20
    assert all(len(SHOWN[name].splitlines()) == 1 for name in STEPS)
    days = re.findall(r"^## (\w+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert days == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat"]


def test_what_is_quoted_is_what_comes(week: tuple[Path, dict[str, str]]) -> None:
    for name in told_in(SHOWN):
        is_quoted_from(SHOWN[f"{name}-told"], week[1][name])


def test_what_the_english_page_quotes_is_what_comes(tmp_path: Path) -> None:
    """Its commands are those of the other page: typed are those that say or change something."""
    shown = fences(in_language(PAGE, "en"))
    steps = [name for name in STEPS if name in told_in(shown) or name == REMEMBERED]
    said = typed_in_a_week(tmp_path, "en", steps)
    for name in told_in(shown):
        is_quoted_from(shown[f"{name}-told"], said[name])


def test_the_files_of_the_week(week: tuple[Path, dict[str, str]]) -> None:
    place, _ = week
    assert "wa.me" in (place / "pesan.html").read_text(encoding="utf-8")
    assert "wa.me" in (place / "koordinasi.html").read_text(encoding="utf-8")
    assert (place / "berita-acara.docx").read_bytes().startswith(b"PK")
    assert "Kwadungan Gunung" in (place / "laporan.html").read_text(encoding="utf-8")
    assert CalamineWorkbook.from_path(place / "rekap.xlsx").sheet_names
    assert "BEGIN:VEVENT" in (place / "tenggat.ics").read_text(encoding="utf-8")


def test_who_left_and_who_came_are_paid_for_their_days(week: tuple[Path, dict[str, str]]) -> None:
    book = CalamineWorkbook.from_path(week[0] / "honor.xlsx")
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    days = {row[1]: row[7:10] for row in rows if row[1] in {"Hendra Mubarok", "Wulan Pertiwi"}}
    assert days == {
        "Hendra Mubarok": [date(2024, 6, 1), date(2024, 6, 9), 9],
        "Wulan Pertiwi": [date(2024, 6, 12), date(2024, 6, 30), 19],
    }


def test_the_public_page_names_nobody_of_the_week(week: tuple[Path, dict[str, str]]) -> None:
    page = (week[0] / "kursi.html").read_text(encoding="utf-8")
    assert "867" in page
    for name in ("Hendra Mubarok", "Wulan Pertiwi", "Sugeng Jatmiko"):
        assert name not in page


def test_the_roster_after_the_week(week: tuple[Path, dict[str, str]]) -> None:
    with (week[0] / "temanggung/anggota-pps.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kode_wilayah"] == "33.23.17.2005"]
    assert {row["nama"]: (row["jabatan"], row["status"]) for row in rows[:4]} == {
        "Hendra Mubarok": ("ketua", "mengundurkan diri"),
        "Sugeng Jatmiko": ("ketua", "aktif"),
        "Sulastri": ("anggota", "aktif"),
        "Wulan Pertiwi": ("anggota", "aktif"),
    }
