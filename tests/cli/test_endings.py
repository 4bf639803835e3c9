"""The ending of the file of `-o` chooses the format, in every command."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from adhoc_cli.output.formats import names
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc
from tests.cli.test_terminal import on_terminal

COMMANDS = (
    "check", "quota", "members", "replace", "report", "rules", "explain Q401", "profiles",
    "checklist status", "checklist show 33.23.01", "checklist history", "diff . .", "calendar",
)  # fmt: skip
_ENDINGS = {"json": "json", "ndjson": "ndjson", "csv": "csv", "md": "md", "xlsx": "xlsx"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_ending_chooses_the_format(clean: Path, tmp_path: Path, command: str) -> None:
    for ending, form in {**_ENDINGS, "txt": "plain", "HTM": "html", "vcf": "vcf"}.items():
        file = tmp_path / f"hasil.{ending}"
        ran = adhoc(*_words(command), "-o", str(file), cwd=clean)
        if form not in names(command.split()[-1 if "checklist" in command else 0]):
            assert (ran.code, ran.out) == (2, "")
            assert re.search(r"Akhiran '\.\w+' .*: \.txt, \.json", ran.err)
            assert not file.exists()
        elif form == "vcf":
            assert "--show-personal" in ran.err
        else:
            assert (ran.code, ran.err) == (0, "")
            _holds(file.read_bytes(), form)


def _words(command: str) -> list[str]:
    dated = not command.startswith(("rules", "explain", "profiles", "checklist history"))
    return [*command.split(), *(DAY if dated else ())]


def _holds(data: bytes, form: str) -> None:
    if form == "json":
        assert json.loads(data)["schema"]
    elif form == "ndjson":
        assert all(json.loads(line) for line in data.splitlines())
    elif form in ("xlsx", "html"):
        assert data.startswith({"xlsx": b"PK", "html": b"<!"}[form])
    else:
        assert data.decode()


@pytest.mark.parametrize("ending", ["pdf", "docx", "ods", "doc", "zip"])
def test_an_ending_that_nobody_can_write_is_refused_before_anything_is_read(
    tmp_path: Path, ending: str
) -> None:
    for command in ("check", "quota", "report"):
        ran = adhoc(command, str(tmp_path / "nowhere"), "-o", f"x.{ending}", "--lang", "en")
        assert ran.code == 2
        assert f"cannot write the ending '.{ending}'; it can write: .txt, .json" in ran.err


def test_the_format_wins_over_the_ending(clean: Path, tmp_path: Path) -> None:
    for name in ("hasil.csv", "hasil.pdf"):
        file = tmp_path / name
        assert adhoc("quota", *DAY, "--format", "json", "-o", str(file), cwd=clean).code == 0
        assert json.loads(file.read_text())["schema"] == "adhoc.quota/1"


def test_a_name_without_an_ending_is_the_usual_form(clean: Path, tmp_path: Path) -> None:
    shown = adhoc("quota", *DAY, cwd=clean).out
    for name in ("hasil", "kuota.2024-06-10", ".kuota"):
        assert adhoc("quota", *DAY, "-o", str(tmp_path / name), cwd=clean).code == 0
        assert (tmp_path / name).read_text() == shown


def test_sheets_and_messages_keep_to_it(clean: Path, tmp_path: Path) -> None:
    assert ".html, .pdf, .csv" in adhoc("checklist", "print", "-o", "x.xlsx", cwd=clean).err
    words = ("checklist", "message", "33.23.01", *DAY)
    assert adhoc(*words, "-o", "pesan.pdf", cwd=clean).code == 2
    file = tmp_path / "pesan.txt"
    shown = adhoc(*words, cwd=clean)
    assert adhoc(*words, "-o", str(file), cwd=clean).code == shown.code == 0
    assert file.read_text() == shown.out


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_on_a_terminal_one_line_says_what_was_written(clean: Path, tmp_path: Path) -> None:
    file = tmp_path / "kuota.csv"
    words = ("quota", str(clean), *DAY, "-o", str(file))
    assert on_terminal(*words).text.strip().endswith(f"Ditulis: {file}")
    assert "Ditulis" not in on_terminal(*words, "--quiet").text
    assert adhoc(*words).err == ""
