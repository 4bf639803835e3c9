"""The page on other elections: the settings that it shows are those of an office that works."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles.load import load_office, profile_names
from adhoc_cli.text.words import LANGUAGES, Lang
from tests.cli.running import adhoc
from tests.docs.fences import fences, in_language
from tests.profiles.test_elections import OTHER_TPS, Rows, as_people, kpps, office, supervisors

PAGE = Path("docs/pemilihan-lain.md")
SHOWN = fences(PAGE)
CASES = [("psu", kpps(), "2025-03-20", "KPPS"), ("bawaslu", supervisors(), "2024-11-20", "PTPS")]


@pytest.mark.parametrize(("name", "rows", "day", "body"), CASES, ids=lambda one: str(one)[:8])
def test_an_office_is_set_up_in_ten_lines(
    tmp_path: Path, name: str, rows: Rows, day: str, body: str
) -> None:
    assert len(SHOWN[name].splitlines()) <= 10
    people = list(as_people(rows))
    more = OTHER_TPS if name == "psu" else ()
    office(tmp_path, SHOWN[name], people, more)
    whole = adhoc("check", str(tmp_path), "--as-of", day, "--fail-on", "warning", cwd=tmp_path)
    assert (whole.code, whole.err) == (0, "")
    assert body in whole.out
    office(tmp_path, SHOWN[name], people[:-1], more)
    short = adhoc("check", str(tmp_path), "--as-of", day, cwd=tmp_path)
    assert short.code == 1
    assert "Q401" in short.out


def test_a_day_that_the_office_gives_with_its_source_is_cited(tmp_path: Path) -> None:
    people = list(as_people(kpps()))
    people[0] = people[0] | {"tanggal_selesai": "2025-09-30"}
    office(tmp_path, SHOWN["psu"], people)
    told = adhoc(
        "check",
        str(tmp_path),
        "--as-of",
        "2025-03-20",
        "--select",
        "E504",
        "--limit",
        "0",
        cwd=tmp_path,
    )
    assert "SK KPU Kabupaten Contoh 12/2025 [A]" in told.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_every_profile_but_those_of_2024(lang: Lang) -> None:
    told = in_language(PAGE, lang).read_text(encoding="utf-8")
    others = {*profile_names()} - {"pemilu-2024", "pilkada-2024"}
    assert [name for name in others if f"| `{name}` |" not in told] == []


def test_the_readme_names_the_page() -> None:
    assert "(docs/pemilihan-lain.md)" in Path("README.md").read_text(encoding="utf-8")


def test_what_is_otherwise_in_one_place(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text(SHOWN["setempat"], encoding="utf-8")
    body = load_office(tmp_path).profile.badan["PPS"]
    days = [body.oath_in("33.23.01.2001"), body.oath_in("33.23.02.2001"), body.usia_pada]
    assert days == [date(2024, 5, 25), date(2024, 5, 26), date(2024, 11, 27)]
    assert body.honorarium["ketua"] == 1_500_000


@pytest.mark.parametrize(("lang", "word"), [("id", "peringkat berikutnya"), ("en", "next in rank")])
def test_a_bawaslu_office_is_not_told_the_law_of_kpu(tmp_path: Path, lang: str, word: str) -> None:
    office(tmp_path, SHOWN["bawaslu"], list(as_people(supervisors()))[1:])
    day = ("--as-of", "2024-11-20", "--lang", lang)
    ran = adhoc("check", str(tmp_path), *day, cwd=tmp_path)
    assert "Q401" in ran.out
    assert word not in ran.out
    kantor = load_office(tmp_path).profile.kantor
    assert kantor is not None
    assert kantor.nama == "BAWASLU"
