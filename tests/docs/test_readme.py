"""What the README shows of `adhoc report` is what happens to somebody who types it."""

from __future__ import annotations

import csv
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Ran, adhoc
from tests.docs.fences import fences
from tests.docs.office import crontab

TOLD = fences(Path("README.md"))
SCENES = [line for line in TOLD["scenes"].splitlines() if line and not line.startswith("#")]
MORNING, PAGE, WORKBOOK, PUBLIC = SCENES
SAMPLE = Path("data/temanggung-bermasalah")
DAY, NEXT = "2024-06-10", "2024-06-11"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What somebody has who just cloned the project."""
    shutil.copytree(SAMPLE, tmp_path / SAMPLE)
    return tmp_path


def test_the_line_for_cron_is_that_of_the_page_about_cron() -> None:
    when, command, _ = crontab(fences(Path("docs/cron.md"))["crontab"]).jobs[0]
    assert f"    {when} {command}\n" in Path("README.md").read_text(encoding="utf-8")


def typed(line: str, clone: Path, lang: str = "id") -> Ran:
    """A line of the README, typed in the clone."""
    name, *arguments = shlex.split(line, comments=True)
    assert name == "adhoc"
    return adhoc(*arguments, cwd=clone, env={"HOME": str(clone), "ADHOC_LANG": lang})


def names(clone: Path) -> set[str]:
    """The people of the sample."""
    found = set()
    for path in clone.glob(f"{SAMPLE}/anggota-*.csv"):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            found |= {row["nama"].strip() for row in csv.DictReader(file) if row.get("nama")}
    return {name for name in found if " " in name}  # a single word is also a place's


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_morning_mail(clone: Path, lang: str) -> None:
    first = typed(MORNING, clone, lang)
    assert (first.code, first.err) == (1, "")
    assert "Tembarak" in first.out
    assert typed(MORNING, clone, lang).out == first.out, "the news of this day"
    noted = typed(MORNING.replace(DAY, NEXT), clone, lang)
    assert "Tembarak" not in noted.out, "it was told the day before"


def test_the_weekly_page(clone: Path) -> None:
    for _ in range(2):  # the first report, and one that knows of another
        assert typed(PAGE, clone)[1:] == ("", "")
    assert len(list(clone.glob("laporan*.html"))) == 2
    page = (clone / "laporan.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert "Tembarak" in page


def test_the_workbook_for_the_province(clone: Path) -> None:
    from python_calamine import CalamineWorkbook

    assert typed(WORKBOOK, clone)[1:] == ("", "")
    book = CalamineWorkbook.from_path(clone / "rekap.xlsx")
    cells = {
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert {"33.23.02", "Tembarak"} <= cells


def test_the_public_table(clone: Path) -> None:
    assert typed(PUBLIC, clone)[1:] == ("", "")
    page = (clone / "kursi.html").read_text(encoding="utf-8")
    assert "Tembarak" in page
    people = names(clone)
    assert len(people) > 900
    assert not [name for name in people if name in page]


def test_the_quoted_news_are_what_comes(clone: Path) -> None:
    typed(MORNING, clone)
    file = clone / SAMPLE / "anggota-ppk.csv"
    text = file.read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("Ibnu Pambudi,")]
    gone = line.replace(",aktif,", ",meninggal,").replace(
        ",2025-01-27,,", ",2024-06-09,meninggal dunia,"
    )
    assert line != gone
    file.write_text(text.replace(line, gone), encoding="utf-8")
    assert typed(f"{MORNING.replace(DAY, NEXT)} --lang en", clone).out == TOLD["news"]


def test_nothing_but_results_and_memories_is_left_behind(clone: Path) -> None:
    before = set(clone.rglob("*"))
    for scene in SCENES:
        typed(scene, clone)
    new = {path.name for path in set(clone.rglob("*")) - before}
    assert {
        "laporan.html",
        "mingguan.json",
        "rekap.xlsx",
        "kursi.html",
        ".adhoc-report.json",
    } <= new
    locks = {name for name in new if name.endswith(".lock")}
    assert len(new - locks) == 5


def test_the_tour_leaves_the_samples_as_they_were(clone: Path) -> None:
    """What the tests are held against: but for the memories, which are hidden files."""
    for name in ("impor", "temanggung"):
        shutil.copytree(f"data/{name}", clone / "data" / name)
    before = contents(clone)
    for scene in SCENES:
        typed(scene, clone)
    for line in (TOLD["tour"] + TOLD["coordination"]).splitlines():
        assert typed(line, clone).code in {0, 1, 2}, line
    assert contents(clone) == before
    assert len((clone / "t" / "koordinasi.csv").read_text(encoding="utf-8").splitlines()) == 2


def contents(clone: Path) -> dict[Path, bytes]:
    """The files of the samples that are no memory."""
    files = (path for path in clone.glob("data/*/*") if not path.name.startswith(".adhoc-report."))
    return {path: path.read_bytes() for path in files}


def test_the_tour_of_an_import(clone: Path) -> None:
    shutil.copytree("data/impor", clone / "data/impor")
    made, proposed, brought, checked = (
        typed(line, clone, "en") for line in TOLD["tour"].splitlines()
    )
    assert (made.code, proposed.code, brought.code, checked.code) == (0, 2, 1, 1)
    assert TOLD["tour"].splitlines()[2] in proposed.err
    assert TOLD["tour-told"].strip() in brought.out
    assert "37/867" in checked.out.splitlines()[2]
    assert checked.err == ""


def test_the_passage_on_changing_a_roster(clone: Path) -> None:
    shutil.copytree("data/impor", clone / "data/impor")
    made, _, brought, _ = TOLD["tour"].splitlines()
    for line in (made, brought):
        typed(line, clone)
    before = (clone / "t/anggota-pps.csv").read_bytes()
    for line in TOLD["editing"].splitlines():
        words = shlex.split(line, comments=True)[1:]
        found = [sorted(map(str, clone.glob(word))) if "*" in word else [word] for word in words]
        ran = adhoc(*(word for words in found for word in words), cwd=clone)
        assert ran.code == 0, (line, ran.err)
    assert (clone / "t/anggota-pps.csv").read_bytes() == before
    assert (clone / "kirim-33.23.17-Kledung.xlsx").is_file()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_quoted_checks_are_what_is_said(lang: str) -> None:
    folder = "data/temanggung" if lang == "id" else str(SAMPLE)
    ran = adhoc("check", folder, "--as-of", DAY, "--lang", lang)
    begin = "461 peringatan" if lang == "id" else "86 errors"
    readme = Path("README.md").read_text(encoding="utf-8")
    quoted = next(block for block in readme.split("```")[1::2] if f"\n{begin}" in block)
    said = ran.out.splitlines()
    for line in quoted.strip().splitlines()[1 if lang == "en" else 0 :]:
        kept = line.rstrip(" …─")
        assert not kept or any(text.startswith(kept) for text in said), line
