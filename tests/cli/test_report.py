"""`adhoc report`: its formats, whom it is for, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from adhoc_cli.output.formats import names
from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, Ran, adhoc, inside, quickest
from tests.cli.test_terminal import on_terminal
from tests.schemas import keeps_its_schema

NEVER = ("--since", "none")
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and terminals of POSIX")


def report(folder: Path, *more: str, lang: str = "id") -> Ran:
    return inside("report", str(folder), *DAY, *NEVER, *more, env={"ADHOC_LANG": lang})


# -- formats ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", "plain", "text", "md", "html", "json", "ndjson", "csv"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_format_on_stdout(form: str, lang: str, gap: Path) -> None:
    ran = report(gap, "--format", form, lang=lang)
    assert (ran.code, ran.err) == (1, "")
    assert "33.23.01" in ran.out


def test_without_a_format_it_is_text_to_read(gap: Path) -> None:
    assert report(gap).out.splitlines()[0].startswith("1 kesalahan")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", b"<!DOCTYPE html>"), ("a.htm", b"<!DOCTYPE html>"), ("a.xlsx", b"PK\x03\x04"),
        ("a.md", b"**1 "), ("a.json", b'{\n  "schema": "adhoc.report/1"'),
        ("a.ndjson", b'{"type": "report"'), ("a.csv", b"region_code,"), ("a.txt", b"1 kesalahan"),
        ("a.XLSX", b"PK\x03\x04"), ("a", b"1 kesalahan"),
    ],
)  # fmt: skip
def test_the_name_of_the_file_says_the_format(
    name: str, begins: bytes, gap: Path, tmp_path: Path
) -> None:
    target = tmp_path / name
    ran = report(gap, "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert target.read_bytes().startswith(begins)


def test_format_beats_the_name_of_the_file(gap: Path, tmp_path: Path) -> None:
    target = tmp_path / "laporan.html"
    report(gap, "--format", "csv", "-o", str(target))
    assert target.read_text().startswith("region_code,")


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_json_keeps_its_schema(audience: str, gap: Path, tmp_path: Path) -> None:
    for folder in (gap, Path("data/temanggung"), Path("data/temanggung-bermasalah")):
        target = tmp_path / "a.json"
        report(folder, "--audience", audience, "-o", str(target))
        document = json.loads(target.read_text())
        keeps_its_schema(document)
        assert document["audience"] == audience


def test_news_keep_the_schema(gap: Path, tmp_path: Path) -> None:
    memory = tmp_path / "ingatan.json"
    arguments = ("report", str(gap), "--memory", str(memory), "--format", "json")
    first = json.loads(inside(*arguments, "--as-of", "2024-06-10").out)
    second = json.loads(inside(*arguments, "--as-of", "2024-06-12").out)
    for document in (first, second):
        keeps_its_schema(document)
    assert first["news"]["since"] is None
    assert first["findings"][0]["new"] is True
    assert second["news"]["counts"]["still_open"] == 1
    assert (second["findings"][0]["new"], second["findings"][0]["since"]) == (False, "2024-06-10")


def test_the_command_in_it_makes_the_same_report_again(gap: Path) -> None:
    arguments = ("report", str(gap), *DAY, *NEVER, "--format", "json")
    ran = adhoc(*arguments)
    command = json.loads(ran.out)["command"]
    again = subprocess.run(
        ["bash", "-c", command.replace("adhoc", " ".join(quickest()), 1)],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=False,
    )
    assert again.stdout.decode() == ran.out


def test_the_table_of_a_province_is_that_of_its_kabupaten_below_each_other(gap: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(report(gap, "--format", "csv").out)))
    assert [(row["body"], row["vacant"]) for row in rows] == [("PPK", "0"), ("PPS", "1")]


@pytest.mark.parametrize("form", ["html", "text"])
def test_other_commands_do_not_have_the_formats_of_a_report(form: str, clean: Path) -> None:
    ran = inside("check", str(clean), "--format", form)
    assert ran.code == 2
    assert "--format" in ran.err


def test_a_format_that_there_is_not(clean: Path) -> None:
    ran = report(clean, "--format", "pdf")
    assert ran.code == 2
    assert all(name in ran.err for name in names("report"))


# -- the workbook ----------------------------------------------------------------------------------


def test_a_workbook_goes_through_a_pipe(gap: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    ran = adhoc("report", str(gap), *DAY, *NEVER, "--format", "xlsx", redirect=f"> {target}")
    assert (ran.code, ran.err) == (1, "")
    assert zipfile.is_zipfile(target)
    assert CalamineWorkbook.from_path(target).sheet_names[:2] == ["Ringkasan", "Kuota"]


@posix
def test_a_workbook_on_a_terminal_is_refused(gap: Path) -> None:
    seen = on_terminal("report", str(gap), *DAY, *NEVER, "--format", "xlsx")
    assert seen.code == 2
    assert "--output FILE.xlsx" in seen.text


# -- whom it is for --------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("name", ["a.html", "a.xlsx", "a.md", "a.json", "a.csv", "a.txt"])
def test_a_file_for_the_office_is_its_owners_only_and_a_public_one_is_not(
    name: str, gap: Path, tmp_path: Path
) -> None:
    for audience, mode in (("internal", 0o600), ("public", 0o666 & ~_umask())):
        target = tmp_path / audience / name
        target.parent.mkdir()
        report(gap, "--audience", audience, "-o", str(target))
        assert stat.S_IMODE(target.stat().st_mode) == mode


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def test_show_personal_shows_whole_numbers(gap: Path) -> None:
    assert "0812****7872" in report(gap).out
    whole = report(gap, "--show-personal").out
    assert "081290017872" in whole
    assert "--show-personal" not in whole


def test_public_is_never_asked_to_show_people(gap: Path) -> None:
    ran = report(gap, "--audience", "public", "--show-personal")
    assert ran.code == 2
    assert "--audience public" in ran.err


def test_public_names_no_folder_and_no_command(gap: Path) -> None:
    out = inside("report", str(gap), *DAY, "--audience", "public").out
    assert str(gap) not in out
    assert "adhoc report" not in out
    assert "--as-of" not in out
    assert "kurang 1 dari 3" in out


def test_the_page_of_a_folder_without_a_journal(tmp_path: Path) -> None:
    """Item 18: the headline before the contents, no section about nothing; the public page speaks
    of seats and coverage, not of faults or of places with a waiver."""
    folder = made(tmp_path / "d", Example(drop=("anggota:9", "anggota:20"), settings=_WAIVER))
    pages = {}
    for audience in ("internal", "public"):
        file = tmp_path / f"{audience}.html"
        ran = adhoc(
            "report", str(folder), *DAY, *(NEVER if audience == "internal" else ()),
            "--audience", audience, "-o", str(file), "--fail-on", "never",
        )  # fmt: skip
        assert ran.code == 0
        pages[audience] = file.read_text(encoding="utf-8")
        body = pages[audience].partition("<body>")[2]
        assert body.index('id="ringkasan"') < body.index('class="contents"') < body.index("chapter")
        assert '<div class="blocks">\n</div>' not in body
    assert "Pakurejo" in pages["internal"]
    assert re.search("kesalahan|pengecualian|Q406", pages["internal"])
    public = pages["public"].partition("<body>")[2]
    assert "33.23.01.2013" not in public, "the desa that has a waiver"
    assert not re.search("kesalahan|peringatan|pengecualian|Q406", public)


_WAIVER = """[[pengecualian]]
kode = "Q406"
wilayah = "33.23.01.2013"
alasan = "menunggu"
sampai = 2024-06-30
"""


# -- how much, and how it ends ---------------------------------------------------------------------


def test_limit_is_of_every_rule_and_says_what_is_left_out() -> None:
    folder = Path("data/temanggung-bermasalah")
    out = report(folder, "--limit", "1").out
    more = re.findall(r"… dan [0-9.]+ lagi: (adhoc check .*)", out)
    assert more
    assert more[0].startswith(f"adhoc check {folder} --as-of 2024-06-10 --select ")
    ran = inside(*more[0].split()[1:])
    assert ran.code == 1
    assert len(list(csv.reader(io.StringIO(ran.out)))) > 2


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--fail-on", "never"), 0), (("--ignore", "Q401"), 0), (("--select", "V"), 0)],
)
def test_exit_codes_are_those_of_a_check(options: tuple[str, ...], code: int, gap: Path) -> None:
    assert report(gap, *options).code == code


def test_a_faultless_roster(clean: Path) -> None:
    ran = report(clean)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("tidak ada temuan · kurang 0 anggota")


def test_an_unreadable_file_is_told_and_the_rest_reported(unreadable: Path) -> None:
    ran = report(unreadable)
    assert ran.code == 3
    assert "kuota tidak dapat dihitung" in ran.out.splitlines()[0]
    assert "tidak terbaca" in ran.out


def test_quiet_writes_the_file_and_says_nothing(gap: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    ran = report(gap, "-q", "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert target.stat().st_size > 500
    assert report(gap, "-q").out == ""


@posix
def test_a_terminal_gets_tables_that_fit(gap: Path) -> None:
    seen = on_terminal("report", str(gap), *DAY, *NEVER, "--lang", "en", columns=60)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", seen.text)
    # Commands are for copying: they stay in one piece.
    assert max(len(line) for line in plain.splitlines() if "adhoc " not in line) <= 60
    assert seen.text != plain


def test_a_journal_of_places_of_every_level_is_drawn() -> None:
    """Marks of 289 desa stand beside items of 20 kecamatan, some of them without one."""
    ran = inside("report", "data/temanggung", *DAY, *NEVER, "--since", "none", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["schema"] == "adhoc.report/1"
