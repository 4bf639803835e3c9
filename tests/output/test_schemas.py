from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Origin
from adhoc_cli.output.blocks import Rows
from adhoc_cli.output.formats import names
from adhoc_cli.output.models.check import FindingOut, finding_columns
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from scripts.json_schemas import schemas as made_schemas
from tests.examples import roster_of
from tests.output.faulty import FAULTY
from tests.output.rosters import VIEWS, check_view, waived, written
from tests.schemas import SCHEMAS, keeps_its_schema

_RULES = all_rules()


@pytest.mark.parametrize("name", VIEWS)
def test_every_document_keeps_its_schema(name: str, faulty: Roster) -> None:
    for personal in (False, True):
        keeps_its_schema(json.loads(written(VIEWS[name](faulty, Speaker("id", personal)), "json")))


def test_a_check_tells_what_became_of_each_waiver() -> None:
    document = json.loads(written(check_view(waived(), Speaker("id")), "json"))
    statuses = [one["status"] for one in document["waivers"]]
    assert statuses == ["used", "used", "expired", "unused", "unchecked"]


@pytest.mark.parametrize("rule", _RULES, ids=[rule.code for rule in _RULES])
def test_findings_of_every_rule_keep_the_schema(rule: Any, tmp_path: Path) -> None:
    for number, example in enumerate(rule.fails):
        roster = roster_of(tmp_path / str(number), example)
        keeps_its_schema(json.loads(written(check_view(roster, Speaker("id"), (rule,)), "json")))


@pytest.mark.parametrize("rule", _RULES, ids=[rule.code for rule in _RULES])
def test_findings_in_columns_say_what_their_model_says(rule: Any, tmp_path: Path) -> None:
    for number, example in enumerate(rule.fails):
        found = run_rule(roster_of(tmp_path / str(number), example), rule, None).findings
        imported = [one._replace(origin=Origin("PPS.xlsx", None, 14)) for one in found]
        for speaker in (Speaker("id"), Speaker("en", personal=True)):
            findings = [*found, *imported, *found]
            columns = Rows(lambda: finding_columns(findings, speaker))  # noqa: B023 - walked here
            assert [*map(list_of, columns)] == [
                list_of(FindingOut.of(one, speaker).model_dump(mode="json", exclude_unset=True))
                for one in findings
            ]


def list_of(record: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Keys and values, in their order."""
    return list(record.items())


def test_the_schemas_are_those_of_the_models() -> None:
    made = dict(made_schemas())
    there = {path.name: path.read_text() for path in SCHEMAS.iterdir()}
    assert there == made, "make docs"


# -- what a document says -------------------------------------------------------------------------


def test_a_check_says_where_who_and_what(faulty: Roster) -> None:
    document = json.loads(written(check_view(faulty, Speaker("en")), "json"))
    assert list(document) == [
        "schema", "tool", "profile", "as_of", "inputs", "summary", "rules", "waivers",
        "findings",
    ]  # fmt: skip
    found = next(one for one in document["findings"] if one["code"] == "V202")
    assert list(found) == [
        "code", "name", "severity", "file", "line", "column", "region", "body", "person", "params",
        "message", "fix", "basis", "level",
    ]  # fmt: skip
    assert (found["file"], found["line"], found["column"]) == ("anggota.csv", 4, "nik")
    assert found["region"] == {"code": "33.23.01", "name": "Bulu"}
    assert found["person"] == {"name": "Darmaji Kaliwatu", "nik": None}
    assert document["summary"]["errors"] == sum(
        one["severity"] == "error" for one in document["findings"]
    )
    for file in document["inputs"]:
        assert file["rows"] == file["accepted"] + file["rejected"]


def test_a_skipped_rule_says_why(faulty: Roster) -> None:
    document = json.loads(written(check_view(faulty, Speaker("en")), "json"))
    skipped = [rule for rule in document["rules"] if rule["status"] == "skipped"]
    assert skipped
    assert all(rule["reason"]["key"] for rule in skipped)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", names())
def test_nothing_personal_is_in_any_format(name: str, form: str, tmp_path: Path) -> None:
    secrets = ("3323014702810002", "081290001117", "081390001234", "1980-01-01", "Dusun Contoh")
    if name in {"explain", "rules", "profiles", "profile"}:
        return
    roster = roster_of(tmp_path, FAULTY)
    made = _unpacked(written(VIEWS[name](roster, Speaker("id")), form, width=400)).decode()
    assert not [secret for secret in secrets if secret in made]


def _unpacked(made: bytes) -> bytes:
    """A workbook's parts but its properties (made "1980-01-01"); any other format as it is."""
    if not made.startswith(b"PK"):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist() if "docProps" not in name)


def test_personal_values_are_there_when_asked(faulty: Roster) -> None:
    made = written(VIEWS["members"](faulty, Speaker("id", personal=True)), "json").decode()
    assert "081290001117" in made
    assert "Dusun Contoh RT 01 RW 01" in made


def test_members_come_back_exactly(faulty: Roster) -> None:
    document = json.loads(written(VIEWS["members"](faulty, Speaker("id")), "json"))
    names = {one["line"]: one["nama"] for one in document["members"]}
    assert names[3] == "=HYPERLINK(1)"
    assert names[5] == "Rukmini [bold]T*lagasari* | \x1b[31m\u202e"
    assert len(names) == document["summary"]["members"] == 17 - 1


def test_a_clean_roster_says_so(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, Example())
    assert "Hasil: tidak ada temuan" in written(check_view(roster, Speaker("id")), "plain").decode()
    short = VIEWS["quota-short"](roster, Speaker("id"))
    assert "✓ Tidak ada kekurangan anggota." in written(short, "plain").decode()


def test_without_a_region_file_nothing_looks_counted(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, Example(files={"desa.csv": None}))
    for name in ("check", "quota", "quota-short"):
        said = written(VIEWS[name](roster, Speaker("id")), "plain").decode()
        assert "kuota tidak dapat dihitung" in said
        document = json.loads(written(VIEWS[name](roster, Speaker("id")), "json"))
        assert document["summary"]["bodies"] == {}
