"""What the program tells of itself: versions for a report of a fault, and the JSON Schemas."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from adhoc_cli import __version__
from scripts.json_schemas import schemas
from tests.cli.running import DAY, adhoc


def test_version_tells_one_line() -> None:
    assert adhoc("--version").out == f"adhoc {__version__}\n"


@pytest.mark.parametrize("order", [("--version", "--verbose"), ("--verbose", "--version")])
def test_version_verbose_names_python_libraries_extras_and_profile(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "adhoc.toml").write_text('profil = "psu-2025"\n', encoding="utf-8")
    done = adhoc(*order, "--lang", "en", cwd=tmp_path)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == f"adhoc {__version__}"
    assert lines[1] == "profile of this folder: psu-2025"
    assert lines[2].startswith(f"Python {platform.python_version()} (")
    assert f"pandas {version('pandas')}" in lines
    assert f"fpdf2 [pdf] {version('fpdf2')}" in lines
    assert f"pyarrow [fast] {version('pyarrow')}" in lines


def test_an_extra_that_is_absent_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from adhoc_cli.cli import versions

    monkeypatch.setattr(versions, "requires", lambda _: ["nosuchwheel>=1; extra == 'pdf'"])
    assert list(versions.lines())[-1] in {
        "nosuchwheel [pdf] tidak terpasang",
        "nosuchwheel [pdf] not installed",
    }


def test_schema_lists_all_documents() -> None:
    made = [name.removeprefix("adhoc.").removesuffix("-1.json") for name, _ in schemas()]
    assert adhoc("schema").out.split() == sorted(made)


@pytest.mark.parametrize("name", ["check", "adhoc.check", "adhoc.check/1"])
def test_schema_prints_the_one_that_a_document_is_held_to(name: str, clean: Path) -> None:
    schema = json.loads(adhoc("schema", name).out)
    document = json.loads(adhoc("check", str(clean), *DAY, "--format", "json").out)
    jsonschema.validate(document, schema)
    assert "findings" in schema["properties"]


def test_schema_of_an_unknown_document_names_the_known() -> None:
    done = adhoc("schema", "chek", "--lang", "en")
    assert done.code == 2
    assert done.out == ""
    assert "check, checklist" in done.err
