"""What `make exe` freezes, as far as it can be seen without freezing, and what an office clicks on.

The frozen program itself is tried by `make smoke-exe`.
"""

from __future__ import annotations

import os
import re
import runpy
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from unittest.mock import patch

import pytest

from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.workbook import read_workbook
from scripts.licences import licence_of
from tests.intake.workbooks import HEADER, ROW, xlsx

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "exe" / "program.py"
CLICKED = (ROOT / "exe" / "Periksa.cmd").read_bytes()


def test_a_frozen_program_reads_a_workbook_by_starting_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADER, ROW]})
    asked = (book.read_bytes(), book.name, Limits(), ())
    whole = read_workbook(*asked)
    frozen = tmp_path / "adhoc"
    frozen.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PROGRAM}" "$@"\n')
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(frozen))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read_workbook(*asked) == whole


@pytest.mark.parametrize("theirs", ["/opt/lib", None])
def test_what_it_starts_finds_the_libraries_of_its_system(
    theirs: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    before = {"LD_LIBRARY_PATH": "/program/_internal"}
    if theirs:
        before["LD_LIBRARY_PATH_ORIG"] = theirs
    module = runpy.run_path(str(PROGRAM))
    with patch.dict("os.environ", before):
        module["_give_back_libraries"]()
        assert os.environ.get("LD_LIBRARY_PATH") == theirs


def test_the_spec_takes_every_library_along() -> None:
    """`adhoc --version --verbose` names them, and each comes with its licence."""
    spec = (ROOT / "exe" / "adhoc.spec").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["pdf"], *extras["docx"]]
    names = [re.split(r"[<>=]", one)[0] for one in wanted]
    assert [name for name in names if f'"{name}"' not in spec] == []


def test_what_is_under_the_lgpl_stays_a_file_that_can_be_replaced() -> None:
    spec = (ROOT / "exe" / "adhoc.spec").read_text(encoding="utf-8")
    found = [one for one in distributions() if "LGPL" in licence_of(one)]
    packages = {file.parts[0] for one in found for file in one.files or () if file.suffix == ".py"}
    assert len(packages) >= 2
    assert [name for name in packages if f'"{name}": "py"' not in spec] == []


def test_what_is_clicked_is_a_file_that_cmd_reads() -> None:
    assert CLICKED.isascii()  # whatever the code page of the console
    assert CLICKED.count(b"\n") == CLICKED.count(b"\r\n") > 20
    lines = CLICKED.decode().split("\r\n")
    assert lines[0] == "@echo off"
    assert "setlocal" in lines
    assert "chcp 65001 >nul" in lines  # the program's own words are UTF-8
    assert lines[-3:] == ["pause", "exit /b %CODE%", ""]  # the window stays until it was read


def test_what_is_clicked_takes_any_path() -> None:
    """A blank, `&` or `(` in the name of a folder is in the quotes of every use."""
    lines = [one for one in CLICKED.decode().split("\r\n") if not one.startswith(("rem", "for"))]
    for line in lines:
        unquoted = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%(PROGRAM|ROSTER|~|LOCALAPPDATA|CD)", unquoted), line
        assert not unquoted.endswith("("), line  # a block is taken apart at a `)` of a path
        assert not re.search(r'\\"$|\\" ', line.replace('"%~1\\"', "")), line  # would eat the quote
    assert "ENABLEDELAYEDEXPANSION" not in CLICKED.decode().upper()  # eats `!`


def test_what_is_clicked_goes_where_it_says() -> None:
    lines = CLICKED.decode().split("\r\n")
    labels = {one for one in lines if one.startswith(":")}
    assert {f":{to}" for one in lines for to in re.findall(r"goto (\w+)", one)} == labels
    runs = [one for one in lines if one.startswith('"%PROGRAM%"')]
    assert [one.split()[1] for one in runs] == ["check", "report"]
    assert 'start "" "%ROSTER%\\laporan.html"' in lines
