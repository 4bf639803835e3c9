"""The operator's guide, and the pages of commands and of the roster folder, do what they say."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from adhoc_cli.cli.exit_codes import End
from adhoc_cli.profiles.load import load_office
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import LANGUAGES, Lang
from scripts.example_roster import write_example
from tests.cli.running import inside
from tests.docs.fences import fences, in_language, is_quoted_from, told_in
from tests.docs.office import crontab
from tests.docs.unpacked import contents, said_by, typed, typed_through, unpacked

GUIDE, COMMANDS, ROSTER = (Path(f"docs/{name}.md") for name in ("panduan", "perintah", "folder"))
SHOWN = {lang: fences(in_language(GUIDE, lang)) for lang in LANGUAGES}
SCENES = SHOWN["id"]["scenes"].splitlines()
MORNING, PAGE, _, PUBLIC = SCENES
SAMPLE = Path("data/temanggung-bermasalah")
DAY, NEXT = "2024-06-10", "2024-06-11"
languages = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return unpacked(tmp_path)


def test_every_line_of_the_guide_works(place: Path) -> None:
    before = contents(place)
    said = typed_through(SHOWN["id"], place, "id")
    assert [ran.code for ran in said["tour"]] == [0, 2, 1, 1]
    assert {ran.code for ran in said["editing"] + said["messages"]} == {0}
    assert {ran.code for ran in said["mark"] + said["coordination"] + said["scenes"]} <= {0, 1}
    for name in ("tour", "mark"):
        is_quoted_from(SHOWN["id"][f"{name}-told"], said_by(said[name]))
    assert contents(place) == before, "the samples are as they were"
    assert typed(PAGE, place)[1:] == ("", "")
    assert len(list(place.glob("laporan*.html"))) == 2, "the last ones are kept"
    _roster_is_as_imported(place)
    _files_are_there(place)
    _nobody_is_named(place, (place / "kursi.html").read_text(encoding="utf-8"))


def _roster_is_as_imported(place: Path) -> None:
    """What was changed is taken back."""
    text = (place / "kantor/anggota-pps.csv").read_text(encoding="utf-8")
    assert "Sugeng Jatmiko" in text
    assert "mengundurkan diri" not in text


def _files_are_there(place: Path) -> None:
    made = {path.name for path in place.iterdir()}
    assert made >= {"kledung.html", "kledung.csv", "daftar-hadir.html", "mingguan.json"}
    assert (place / "kirim-33.23.17-Kledung.xlsx").is_file()
    assert "wa.me" in (place / "pesan.html").read_text(encoding="utf-8")
    page = (place / "laporan.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert "Tembarak" in page
    book = CalamineWorkbook.from_path(place / "rekap.xlsx")
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert {"33.23.02", "Tembarak"} <= {cell for row in rows for cell in row}
    journal = (place / "kantor/koordinasi.csv").read_text(encoding="utf-8")
    assert len(journal.splitlines()) == 2


def _nobody_is_named(place: Path, page: str) -> None:
    assert "Tembarak" in page
    people = names(place)
    assert len(people) > 900
    assert not [name for name in people if name in page]


def test_what_the_english_guide_quotes_is_what_comes(place: Path) -> None:
    shown = SHOWN["en"]
    for name in ("tour", "mark"):
        said = typed_through({name: shown[name]}, place, "en")[name]
        is_quoted_from(shown[f"{name}-told"], said_by(said))


@languages
def test_what_the_guide_quotes_is_compared(lang: Lang) -> None:
    assert set(told_in(SHOWN[lang])) == {"tour", "mark", "news"}


def names(place: Path) -> set[str]:
    """The people of the sample."""
    found = set()
    for path in place.glob(f"{SAMPLE}/anggota-*.csv"):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            found |= {row["nama"].strip() for row in csv.DictReader(file) if row.get("nama")}
    return {name for name in found if " " in name}  # a single word is also a place's


# -- the report, from day to day -------------------------------------------------------------------


@languages
def test_the_morning_mail_and_the_news_of_the_next_day(place: Path, lang: Lang) -> None:
    first = typed(MORNING, place, lang)
    assert (first.code, first.err) == (1, "")
    assert "Tembarak" in first.out
    assert typed(MORNING, place, lang).out == first.out, "the news of this day"
    _goes(place, "Ibnu Pambudi")
    news = typed(MORNING.replace(DAY, NEXT), place, lang).out
    is_quoted_from(SHOWN[lang]["news-told"], news)
    assert "Tembarak" not in news, "it was told the day before"


def _goes(place: Path, name: str) -> None:
    """A member has died."""
    file = place / SAMPLE / "anggota-ppk.csv"
    text = file.read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(f"{name},"))
    gone = line.replace(",aktif,", ",meninggal,").replace(
        ",2025-01-27,,", ",2024-06-09,meninggal dunia,"
    )
    assert line != gone
    file.write_text(text.replace(line, gone), encoding="utf-8")


def test_the_morning_mail_is_the_line_for_cron() -> None:
    _, command, _ = crontab(fences(Path("docs/cron.md"))["crontab"]).jobs[0]
    options = MORNING.partition("--format")[2]
    assert command.endswith(f"--format{options}")


# -- the pages beside it ---------------------------------------------------------------------------


def test_the_commands_for_scripts(place: Path) -> None:
    shown = fences(COMMANDS)
    assert [typed(line, place).code for line in shown["scripts"].splitlines()] == [1, 1]
    _, code = shown["errors"].split(" -c ")
    python = [sys.executable, "-c", code.strip().strip('"')]
    said = subprocess.run(python, cwd=place, capture_output=True, text=True, check=True).stdout
    assert {fences(in_language(COMMANDS, lang))["errors-told"] for lang in LANGUAGES} == {said}
    assert (place / "kurang.csv").read_text(encoding="utf-8").count("\n") > 20


@languages
def test_every_command_and_exit_code_is_named(lang: Lang) -> None:
    page = in_language(COMMANDS, lang).read_text(encoding="utf-8")
    listed = inside("--help", env={"ADHOC_LANG": "en"}).out.partition("Commands:\n")[2]
    entries = listed.partition("\n\n")[0].splitlines()
    commands = {line.split()[0] for line in entries if line[2] != " "}
    assert len(commands) > 15
    assert {name for name in commands if not re.search(rf"`adhoc {name}\b", page)} == set()
    told = [code for code in End if code is not End.PIPE_CLOSED]
    assert [code for code in told if f"\n| {code.value} | " not in page] == []


@languages
def test_every_family_of_findings_asks_something(lang: Lang) -> None:
    page = in_language(GUIDE, lang).read_text(encoding="utf-8")
    families = {rule.code[0] for rule in all_rules()}
    assert len(families) > 8
    rows = {one: f"\n| {one} · {texts(lang)[f'family.{one}']} | " for one in families}
    assert [one for one, row in rows.items() if row not in page] == []


@languages
def test_the_settings_that_are_shown_are_those_of_an_office(tmp_path: Path, lang: Lang) -> None:
    text = fences(in_language(ROSTER, lang))["settings"]
    (tmp_path / "adhoc.toml").write_text(text, encoding="utf-8")
    settings = load_office(tmp_path).settings
    assert settings.total == {"PPK": 100, "PPS": 867}
    assert [waiver.kode for waiver in settings.pengecualian] == ["Q401"]


@languages
def test_what_is_asked_about_a_message_names_the_message(lang: Lang) -> None:
    page = in_language(Path("docs/tanya-jawab.md"), lang).read_text(encoding="utf-8")
    asked = [text.rstrip("… ") for text in re.findall(r'^## "(.*)"', page, re.MULTILINE)]
    said = (texts(lang)["journal.locked"], texts(lang)["system.EBUSY"])
    assert len(asked) == len(said)
    assert all(message.startswith(text) for message, text in zip(said, asked, strict=True))


@languages
def test_the_commands_of_the_pages_on_privacy_and_windows(tmp_path: Path, lang: Lang) -> None:
    public = fences(in_language(Path("docs/privasi.md"), lang))["public"]
    assert public.strip() == PUBLIC, "which is tried in the guide"
    windows = fences(in_language(Path("docs/windows.md"), lang))
    assert 'pipx install ".[docx,pdf]"' in windows["install"], "which the README is held to"
    named = re.findall(r"(?:-r |dist |copy )(\w+\\\S+)", windows["exe"])
    assert len(named) == 4
    assert all(Path(path.replace("\\", "/")).is_file() for path in named)
    task = shlex.split(windows["schedule"])
    before, _, command = task[task.index("/TR") + 1].partition(" /c adhoc ")
    assert before == "cmd"
    (tmp_path / "daftar").mkdir()
    write_example(Example(), tmp_path / "daftar")
    here = command.replace("C:\\kantor\\", f"{tmp_path}/").split()
    assert inside(*here, env={"ADHOC_LANG": lang}) == (0, "", "")
    assert (tmp_path / "laporan.html").is_file()
    new = tmp_path / "kantor"
    new.mkdir()
    shutil.copy("data/impor/PPS Kledung 2024.xlsx", new)
    lines = windows["first"].replace("\\", "/").replace("C:/kantor", str(new)).splitlines()
    made, proposed = (inside(*shlex.split(line)[1:], env={"ADHOC_LANG": lang}) for line in lines)
    assert made.code == 0
    assert (proposed.code, "--as anggota" in proposed.err) == (2, True), "it says how to import"
