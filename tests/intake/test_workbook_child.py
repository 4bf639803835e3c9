"""Reading a workbook in a process that may end: nothing of it reaches the operator but one line."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.intake import workbook_child
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.workbook import read_workbook
from adhoc_cli.intake.workbook_child import Answer, Asked, packed, read, unpacked
from tests.intake.workbooks import HEADER, ROW, with_part, xlsx

_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def asked(path: Path, *chosen: str) -> Asked:
    return Asked(path.read_bytes(), path.name, chosen, Limits(), [{(3, 1): "#N/A"}, {}])


def changed(path: Path, part: str, pattern: bytes, by: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        content = archive.read(part)
    return with_part(path, part, re.sub(pattern, by, content))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return xlsx(tmp_path / "a.xlsx", {"A": [HEADER, ROW, [], [1, None, 2.5]], "B": []}, hidden="B")


def test_the_process_and_the_function_say_the_same(book: Path) -> None:
    here = read(asked(book))
    answer = workbook_child._answer(packed(asked(book)))
    assert unpacked(answer) == here
    assert here.hidden == ["B"]
    [sheet] = here.sheets
    assert [number for number, _ in sheet.lines] == [1, 2, 4]
    assert sheet.lines[2][1] == ("1", "#N/A", "2.5")
    assert sheet.typed == [("number", 0, b"\0\0\0\0\1")]


def test_a_refusal_comes_through(book: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        unpacked(workbook_child._answer(packed(asked(book, "C"))))
    assert refused.value.params["sheets"] == ("A", "B")


@pytest.mark.parametrize("answer", [b"", b"Traceback", marshal.dumps(7), marshal.dumps("read")])
def test_no_answer(answer: bytes) -> None:
    with pytest.raises(ValueError, match="no answer"):
        unpacked(answer)


@pytest.mark.parametrize(
    ("part", "pattern", "by"),
    [
        (_SHEET, rb"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:A9"/>' * 99),
        (_SHEET, rb'r="A4"', b'r="A99999999999"'),
        (_SHEET, rb"<sheetData>.*", b"<sheetData><row>"),
    ],
)
def test_claims_that_no_memory_holds(
    book: Path, part: str, pattern: bytes, by: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    changed(book, part, pattern, by)
    with pytest.raises(ImportRefused) as refused:
        read_workbook(book.read_bytes(), "a.xlsx", Limits(), ())
    assert refused.value.key in ("damaged", "empty", "many_rows")
    assert capfd.readouterr() == ("", "")


def test_a_claim_of_texts_without_end(book: Path) -> None:
    """Newer versions of the library make room for them, others do not believe it."""
    changed(book, _STRINGS, rb'ount="[0-9]+"', b'ount="4000000000"')
    try:
        grids, _ = read_workbook(book.read_bytes(), "a.xlsx", Limits(), ())
        said: object = grids[0].lines[1].cells
    except ImportRefused as refused:
        said = refused.key
    assert said in (ROW, "damaged")


def test_a_process_that_takes_too_long(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(ImportRefused) as refused:
        read_workbook(book.read_bytes(), "a.xlsx", Limits(), ())
    assert refused.value.key == "damaged"


def test_it_imports_nothing_heavy() -> None:
    code = f"import {workbook_child.__name__}, sys; print(*sys.modules)"
    environment = {"PYTHONPATH": ":".join(sys.path)}
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=True)
    assert not {"pandas", "numpy", "pydantic"} & set(done.stdout.split())


def test_an_answer_is_plain() -> None:
    assert unpacked(marshal.dumps(("read", ([], ["x"])))) == Answer([], ["x"])
