"""Waivers and severities of `adhoc.toml` in what the command says, and in how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, Ran, inside

VACANT = Example(drop=("anggota:9",))
WAIVER = """[[pengecualian]]
kode = "Q401"
wilayah = "33.23.01.2016"
alasan = "Pengganti dilantik pekan depan"
sampai = 2024-06-10
"""
BY_NIK = """[[pengecualian]]
kode = "V205"
orang = "3323014202810002"
alasan = "KTP-el dalam perbaikan"
sampai = 2024-12-31
"""


def check(folder: Path, settings: str, *options: str, day: tuple[str, ...] = DAY) -> Ran:
    here = folder if (folder / "anggota.csv").exists() else made(folder / "f", VACANT)
    (here / "adhoc.toml").write_text(settings, encoding="utf-8")
    return inside("check", str(here), *day, "--lang", "en", *options)


def test_a_waived_finding_does_not_fail_and_is_not_silent(tmp_path: Path) -> None:
    ran = check(tmp_path, WAIVER)
    assert ran.code == 0
    assert "Waivers in force" in ran.out
    assert "Wonosari (33.23.01.2016)" in ran.out
    assert "Pengganti dilantik pekan depan" in ran.out
    assert "nothing found · 1 waived" in ran.out
    assert ran.err == ""


def test_the_day_after_it_fails_again_and_says_so(tmp_path: Path) -> None:
    ran = check(tmp_path, WAIVER, day=("--as-of", "2024-06-11"))
    assert ran.code == 1
    assert "Waivers in force" not in ran.out
    assert "the waiver of Q401 for Wonosari (33.23.01.2016) ended on 10 June 2024" in ran.out
    assert "adhoc.toml:1" in ran.out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_a_stale_waiver_is_a_warning(tmp_path: Path, fail_on: str, code: int) -> None:
    ran = check(tmp_path, WAIVER + "\n" + BY_NIK, "--fail-on", fail_on)
    assert ran.code == code
    assert "NIK ************0002" in ran.out
    assert "3323014202810002" not in ran.out


def test_the_document_for_programs(tmp_path: Path) -> None:
    ran = check(
        tmp_path, WAIVER + "\n" + BY_NIK + '\n[aturan]\nQ406 = "error"\n', "--format", "json"
    )
    document = json.loads(ran.out)
    assert document["summary"]["waived"] == 1
    assert document["waivers"] == [
        {
            "code": "Q401",
            "region": {"code": "33.23.01.2016", "name": "Wonosari"},
            "person": None,
            "reason": "Pengganti dilantik pekan depan",
            "until": "2024-06-10",
            "matched": 1,
            "status": "used",
        },
        {
            "code": "V205",
            "region": None,
            "person": {"name": "", "nik": "************0002"},
            "reason": "KTP-el dalam perbaikan",
            "until": "2024-12-31",
            "matched": 0,
            "status": "unused",
        },
    ]
    rules = {rule["code"]: rule for rule in document["rules"]}
    assert (rules["Q401"]["failed"], rules["Q401"]["waived"]) == (0, 1)
    assert (rules["Q401"]["severity_from"], rules["Q406"]["severity_from"]) == (
        "rule",
        "adhoc.toml",
    )
    assert rules["Q406"]["severity"] == "error"


def test_the_nik_is_shown_only_when_asked(tmp_path: Path) -> None:
    ran = check(tmp_path, BY_NIK, "--show-personal", "--format", "ndjson")
    assert '"nik": "3323014202810002"' in ran.out


def test_ndjson_has_a_line_a_waiver(tmp_path: Path) -> None:
    lines = [
        json.loads(one) for one in check(tmp_path, WAIVER, "--format", "ndjson").out.splitlines()
    ]
    assert [one["matched"] for one in lines if one["type"] == "waiver"] == [1]
    assert not [one for one in lines if one["type"] == "finding"]


def test_csv_holds_findings_only_and_stderr_says_that_there_are_more(tmp_path: Path) -> None:
    ran = check(tmp_path, f"{WAIVER}\n[total]\nPPK = 99\n", "--format", "csv")
    assert [row["code"] for row in csv.DictReader(io.StringIO(ran.out))] == ["Q407"]
    assert "1 findings are waived in adhoc.toml" in ran.err


def test_a_clean_run_with_a_waiver_leaves_stderr_empty(tmp_path: Path) -> None:
    ran = check(tmp_path, WAIVER, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert [row["code"] for row in csv.DictReader(io.StringIO(ran.out))] == []


def test_a_rule_that_is_off_is_listed_as_not_checked(tmp_path: Path) -> None:
    ran = check(tmp_path, '[aturan]\nQ401 = "mati"\n')
    assert ran.code == 0
    assert "switched off in adhoc.toml: Q401" in ran.out


def test_another_severity_is_said(tmp_path: Path) -> None:
    ran = check(tmp_path, '[aturan]\nQ401 = "catatan"\n')
    assert ran.code == 0
    assert "Q401 seats-vacant: error, here note" in ran.out


def test_a_rule_of_files_that_is_off_does_not_hide_an_unreadable_file(tmp_path: Path) -> None:
    folder = made(tmp_path / "g", Example(files={"desa.csv": b"PK\x03\x04xlsx"}))
    ran = check(folder, '[aturan]\nF102 = "mati"\n')
    assert ran.code == 3
    assert "desa.csv is an Excel workbook" in ran.err


@pytest.mark.parametrize("command", [["check"], ["quota"], ["members"]])
def test_a_mistake_is_exit_2_whatever_the_command(tmp_path: Path, command: list[str]) -> None:
    folder = made(tmp_path / "h", Example(settings='[aturan]\nQ4011 = "mati"\n'))
    ran = inside(*command, str(folder), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert 'adhoc.toml:2: aturan: there is no rule "Q4011" (did you mean "Q401"?)' in ran.err


# -- adhoc rules -----------------------------------------------------------------------------------


def rules(folder: Path, settings: str, *options: str) -> dict[str, dict[str, Any]]:
    here = made(folder / "r", Example(settings=settings))
    ran = inside("rules", "-C", str(here), "--format", "json", *options)
    return {rule["code"]: rule for rule in json.loads(ran.out)["rules"]}


def test_rules_says_what_is_on_at_which_severity_and_who_says_so(tmp_path: Path) -> None:
    said = rules(
        tmp_path, '[aturan]\nQ401 = "mati"\nV205 = "info"\n\n' + WAIVER, "--ignore", "Q402"
    )
    keys = ("status", "severity", "from", "waivers")
    shown = {code: tuple(said[code][key] for key in keys) for code in said}
    assert shown["Q401"] == ("off", "error", "adhoc.toml", 1)
    assert shown["V205"] == ("on", "info", "adhoc.toml", 0)
    assert shown["Q402"] == ("off", "error", "option", 0)
    assert shown["Q403"] == ("on", "error", "rule", 0)


def test_rules_refuses_a_mistake(tmp_path: Path) -> None:
    folder = made(tmp_path / "r", Example(settings='[aturan]\nQ4011 = "mati"\n'))
    assert inside("rules", "-C", str(folder)).code == 2


def test_rules_for_people(tmp_path: Path) -> None:
    folder = made(tmp_path / "r", Example(settings='[aturan]\nV205 = "info"\n\n' + WAIVER))
    out = inside("rules", "-C", str(folder), "--lang", "en").out
    assert "the rule, 1 waiver " in out
    assert "adhoc.toml" in out
