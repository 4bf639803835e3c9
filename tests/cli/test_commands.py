"""Each command for people, for programs, and failing."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, NIK, Ran
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS
from tests.schemas import keeps_its_schema

COMMANDS: list[tuple[str, ...]] = [
    ("check",),
    ("quota",),
    ("quota", "--short"),
    ("members",),
    ("members", "--per", "desa"),
    ("replace",),
    ("replace", "--reserve"),
    ("rules",),
    ("explain", "Q401"),
    ("profiles",),
    ("profiles", "pilkada-2024"),
]


def document(*arguments: str, cwd: Path) -> dict[str, Any]:
    ran = adhoc(*arguments, "--format", "json", cwd=cwd)
    assert ran.err == ""
    read: dict[str, Any] = json.loads(ran.out)
    return read


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_in_every_form(clean: Path, command: Sequence[str], form: str) -> None:
    for lang in ("id", "en"):
        ran = adhoc(*command, "--format", form, "--lang", lang, cwd=clean)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("\n") or command == ("quota", "--short")
        assert NIK not in ran.out
        if form == "json":
            assert json.loads(ran.out)["schema"] == f"adhoc.{command[0]}/1"
        if form == "ndjson":
            assert [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_off_a_terminal_a_table_is_plain(clean: Path, command: Sequence[str]) -> None:
    table = adhoc(*command, cwd=clean, env={"COLUMNS": "20"})
    assert table == adhoc(*command, "--format", "plain", cwd=clean)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_holds_what_the_screen_shows(
    clean: Path, tmp_path: Path, command: Sequence[str]
) -> None:
    file = tmp_path / "out"
    for form in TEXT_FORMS:
        shown = adhoc(*command, "--format", form, cwd=clean)
        assert adhoc(*command, "--format", form, "-o", str(file), cwd=clean) == Ran(0, "", "")
        assert file.read_text(encoding="utf-8") == shown.out, "line ends of either kind"
        assert adhoc(*command, "--format", form, "-o", "-", cwd=clean) == shown


@pytest.mark.parametrize("command", ["check", "quota", "members"])
def test_the_folder_as_argument_as_option_and_as_the_current_one(gap: Path, command: str) -> None:
    here = adhoc(command, *DAY, "--format", "csv", cwd=gap)
    assert here.out
    assert adhoc(command, str(gap), *DAY, "--format", "csv") == here
    assert adhoc(command, "-C", str(gap), *DAY, "--format", "csv") == here
    assert adhoc(command, "--dir", str(gap), *DAY, "--format", "csv") == here
    assert gap.name in adhoc(command, *DAY, cwd=gap).out


# -- check -----------------------------------------------------------------------------------------


def test_check_for_people(gap: Path) -> None:
    ran = adhoc("check", str(gap), *DAY, "--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "Q401" in ran.out
    assert "Wonosari (33.23.01.2016)" in ran.out


def test_technical_words_are_for_those_who_ask(tmp_path: Path) -> None:
    clean = made(tmp_path / "bersih", Example())
    file = clean / "kecamatan.csv"
    data = file.read_bytes()
    file.write_bytes(data + b"33.23.99,B\xe9\n")
    check = ("check", *DAY, "--select", "F102", "--lang", "en")
    said = "a letter that cannot be read; the row was not counted"
    brief, verbose = (adhoc(*check, *more, cwd=clean).out for more in ((), ("--verbose",)))
    assert said in brief
    assert "0x" not in brief
    assert f"{said} (the byte 0xE9 at offset " in verbose
    assert "Save As > CSV UTF-8" in brief
    before = adhoc("--verbose", *check, cwd=clean)
    assert before.out == verbose


def test_check_for_programs(gap: Path) -> None:
    read = document("check", *DAY, cwd=gap)
    assert read["schema"] == "adhoc.check/1"
    assert read["as_of"] == "2024-06-10"
    assert read["summary"]["errors"] == 1
    errors = [found for found in read["findings"] if found["severity"] == "error"]
    assert [(e["code"], e["region"]["code"]) for e in errors] == [("Q401", "33.23.01.2016")]
    for file in read["inputs"]:
        assert file["rows"] == file["accepted"] + file["rejected"]


def test_check_takes_some_rules(gap: Path) -> None:
    def ran(*arguments: str) -> set[str]:
        rules = document("check", *DAY, *arguments, cwd=gap)["rules"]
        return {rule["code"] for rule in rules if rule["status"] != "skipped"}

    assert ran("--select", "Q401,V2", "--select", "r303", "--ignore", "V201,v202") >= {
        "Q401",
        "R303",
    }
    chosen = ran("--select", "Q401,V2", "--select", "r303", "--ignore", "V201,v202")
    assert not chosen & {"V201", "V202", "F103", "Q402"}
    assert ran("--select", "seats-vacant") == {"Q401"}
    assert adhoc("check", *DAY, "--ignore", "Q401", cwd=gap).code == 0


def test_check_shows_as_many_findings_as_asked_for(tmp_path: Path) -> None:
    rows = {f"anggota:{line}": {"telepon": "123"} for line in range(2, 24)}
    folder = made(tmp_path / "x", Example(change=rows))

    def shown(*arguments: str) -> tuple[int, int]:
        read = document("check", *DAY, "--select", "V209", *arguments, cwd=folder)
        assert len(read["rules"]) >= 1
        return read["summary"]["warnings"], len(read["findings"])

    assert shown() == (22, 22)
    assert shown("--limit", "5") == (22, 5)
    assert shown("--limit", "0") == (22, 22)
    flat = adhoc("check", *DAY, "--select=V209", "--format=csv", "--limit=5", cwd=folder)
    assert flat.code == 0
    assert len(flat.out.splitlines()) == 6
    assert flat.err == "V209: 5 dari 22 temuan ditulis; --limit 0 menulis semuanya.\n"
    quiet = adhoc("check", *DAY, "--select=V209", "--format=csv", "--limit=5", "-q", cwd=folder)
    assert quiet == Ran(0, "", "")
    assert "22" in adhoc("check", *DAY, "--select=V209", cwd=folder).out


def test_check_quietly(clean: Path, gap: Path) -> None:
    assert adhoc("check", str(clean), *DAY, "-q") == Ran(0, "", "")
    assert adhoc("check", str(gap), *DAY, "--quiet") == Ran(1, "", "")
    assert adhoc("check", str(gap), *DAY, "-q", "-o", "-") == Ran(1, "", "")


def test_check_shows_personal_data_when_asked_for(tmp_path: Path) -> None:
    folder = made(tmp_path / "x", Example(change={"anggota:3": {"nik": "3323010202810000"}}))
    for form in TEXT_FORMS:
        hidden = adhoc("check", *DAY, "--format", form, cwd=folder)
        assert "3323010202810000" not in hidden.out + hidden.err
    shown = adhoc("check", *DAY, "--format", "json", "--show-personal", cwd=folder)
    assert "3323010202810000" in shown.out


def test_check_raises_the_limit_of_a_file(gap: Path) -> None:
    small = adhoc("check", *DAY, "--max-size", "100", cwd=gap)
    assert small.code == 3
    assert "\nanggota.csv:1: " in small.err
    assert adhoc("check", *DAY, "--max-size", "8G", cwd=gap).code == 1


def test_check_by_another_profile(gap: Path) -> None:
    read = document("check", *DAY, "--profile", "pemilu-2024", cwd=gap)
    assert read["profile"] == "pemilu-2024"


# -- quota -----------------------------------------------------------------------------------------


def test_quota_ends_in_action(gap: Path) -> None:
    ran = adhoc("quota", "--short", *DAY, cwd=gap)
    assert (ran.code, ran.err) == (1, "")
    assert "Wonosari" in ran.out
    assert "Pakurejo" not in ran.out
    assert "33.23.01.2016" in ran.out


def test_quota_of_one_body(gap: Path, clean: Path) -> None:
    assert adhoc("quota", "--body", "PPK", *DAY, cwd=gap).code == 0
    assert adhoc("quota", "--body", "PPS", *DAY, cwd=gap).code == 1
    assert adhoc("quota", "--body", "PPK,pps", *DAY, cwd=gap).code == 1
    assert adhoc("quota", "--region", "Pakurejo", *DAY, cwd=gap).code == 0
    assert adhoc("quota", *DAY, cwd=clean).code == 0


def test_quota_by_desa(gap: Path) -> None:
    ran = adhoc("quota", "--per", "desa", "--body", "PPS", *DAY, "--format", "csv", cwd=gap)
    assert ran.code == 1
    assert "33.23.01.2016" in ran.out
    assert "33.23.01.2013" in ran.out


# -- members ---------------------------------------------------------------------------------------


def test_members_are_masked(clean: Path) -> None:
    ran = adhoc("members", "--format", "csv", cwd=clean)
    assert NIK not in ran.out
    assert "************0002" in ran.out
    assert NIK in adhoc("members", "--format", "csv", "--show-personal", cwd=clean).out


@pytest.mark.parametrize("command", [("check",), ("members",), ("quota", "--short")], ids=" ".join)
def test_a_nik_in_a_name_is_masked_too(tmp_path: Path, command: Sequence[str]) -> None:
    name = f"Siti {NIK}"
    folder = made(
        tmp_path / "daftar", Example(change={"anggota:8": {"nama": name}}, drop=("anggota:9",))
    )
    for form in ("plain", "json", "csv", "md"):
        ran = adhoc(*command, "--format", form, *DAY, cwd=folder)
        assert "Siti" in ran.out
        assert NIK not in ran.out + ran.err
    assert name in adhoc("members", "--format", "csv", "--show-personal", cwd=folder).out


def test_members_of_a_place(clean: Path) -> None:
    def rows(*arguments: str) -> int:
        ran = adhoc("members", *arguments, "--format", "csv", cwd=clean)
        assert (ran.code, ran.err) == (0, "")
        return len(ran.out.splitlines()) - 1

    assert rows() == 22
    assert rows("--region", "Wonosari") == 6
    assert rows("--region", "33.23.01") == 22
    assert rows("--region", "3323012016", "--status", "aktif") == 3
    assert rows("--body", "PPK", "--status", "aktif") == 5


# -- rules, explain, profiles ----------------------------------------------------------------------


def test_rules_lists_them_all(clean: Path) -> None:
    from adhoc_cli.rules.registry import all_rules

    ran = adhoc("rules", cwd=clean)
    assert all(rule.code in ran.out and rule.name in ran.out for rule in all_rules())


@pytest.mark.parametrize(
    "word", ["Q401", "q401", "seats-vacant", "vacant seats", "Kekurangan anggota"]
)
def test_explain_by_code_and_by_name(clean: Path, word: str) -> None:
    ran = adhoc("explain", word, "--lang", "en", cwd=clean)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == adhoc("explain", "Q401", "--lang", "en", cwd=clean).out


@pytest.mark.parametrize(("lang", "title"), [("id", "Q401 Kekurangan"), ("en", "Q401 Vacant")])
def test_explain_names_the_rules_that_a_word_may_mean(clean: Path, lang: str, title: str) -> None:
    ran = adhoc("explain", "anggota" if lang == "id" else "seats", "--lang", lang, cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert title in ran.err


def test_explain_tells_an_item_of_coordination_by_its_id(clean: Path) -> None:
    """What the item is, who, due, and by what source."""
    ran = adhoc("explain", "PPK-02", "--lang", "en", cwd=clean)
    assert (ran.code, ran.err) == (0, "")
    for said in ("PPK-02 kapolsek", "Last day: 30 May 2024 · practice · 7 days of grace", "[B]"):
        assert said in ran.out
    assert "adhoc checklist mark REGION PPK-02" in ran.out
    assert adhoc("explain", "ppk-02", "--lang", "en", cwd=clean).out == ran.out
    found = json.loads(adhoc("explain", "PPS-02C", "--format", "json", cwd=clean).out)
    keeps_its_schema(found)
    assert (found["item"]["id"], found["item"]["level"]) == ("PPS-02C", "desa")


@pytest.mark.parametrize("item", ["PPK-99", "ppk 2", "PPS-1A"])
def test_explain_names_the_item_that_was_meant(clean: Path, item: str) -> None:
    ran = adhoc("explain", item, "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert re.search(r"Did you mean 'PP[KS]-\d+'\?", ran.err)


def test_explain_shows_its_examples_as_rows(clean: Path) -> None:
    """File:line and column, what is wrong there, and what is right."""
    out = adhoc("explain", "V202", "--lang", "en", cwd=clean).out
    rows = [re.split(r"  +", line.strip()) for line in out.splitlines()]
    head = ["No.", "Where", "Name", "Column", "It says", "Right", "Found at"]
    first = rows[rows.index(head) + 2]
    assert first[1::2] == ["anggota.csv:8", "nik", "3323010707860007"]
    assert (first[4], first[6]) == ("33230147088600", "anggota.csv:8")
    gone = adhoc("explain", "Q401", "--lang", "en", cwd=clean).out
    assert re.search(r"anggota.csv:8 .*this row is not there +PPS, anggota, 33.23.01.2016", gone)
    assert "fixture" not in gone


def test_profiles_shows_what_the_folder_overrides(tmp_path: Path, clean: Path) -> None:
    (tmp_path / "adhoc.toml").write_text("[ubah.badan.PPK]\nkursi = 7\n")
    ours = adhoc("profiles", "pilkada-2024", "-C", str(tmp_path))
    assert (ours.code, ours.err) == (0, "")
    assert ours.out != adhoc("profiles", "pilkada-2024", "-C", str(clean)).out


def test_profiles_refuses_an_unknown_name(clean: Path) -> None:
    ran = adhoc("profiles", "pilkada", "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('Error: there is no profile "pilkada" (')


def test_a_profile_is_made_and_checked(clean: Path) -> None:
    made = adhoc("profiles", "--new", "psu-barat", cwd=clean)
    assert (made.code, made.err) == (0, "")
    assert "psu-barat.toml" in made.out
    text = (clean / "psu-barat.toml").read_text(encoding="utf-8")
    again = adhoc("profiles", "--new", "psu-barat.toml", cwd=clean)
    assert again.code == 2
    assert (clean / "psu-barat.toml").read_text(encoding="utf-8") == text
    (clean / "psu-barat.toml").write_text(text + "[badan.PPS]\nkursy = 3\nmulai = 5\n")
    ran = adhoc("profiles", "--check", "psu-barat.toml", "--format", "json", cwd=clean)
    assert (ran.code, ran.err) == (1, "")
    last = len(text.splitlines())
    assert [one["line"] for one in json.loads(ran.out)["faults"]] == [last + 2, last + 3]


@pytest.mark.parametrize(
    "arguments",
    [("--new", "pilkada-2024"), ("--new", "../lain"), ("--new", ""), ("--check", "tidak-ada.toml"),
     ("--check", "."), ("pilkada-2024", "--check", "a.toml"), ("--check", "a", "--new", "b")],
    ids=" ".join,
)  # fmt: skip
def test_what_a_profile_file_cannot_be(clean: Path, arguments: Sequence[str]) -> None:
    before = sorted(clean.iterdir())
    ran = adhoc("profiles", *arguments, cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert sorted(clean.iterdir()) == before
