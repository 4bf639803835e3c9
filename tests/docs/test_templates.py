"""The page on templates: its example is a template, and its commands write what they say."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example
from scripts.example_roster import write_example
from tests.cli.running import DAY, inside
from tests.docs.fences import fences

SHOWN = fences(Path("docs/templat.md"))
docx = pytest.importorskip("docx")


def test_the_example_is_filled_in_by_the_commands(tmp_path: Path) -> None:
    write_example(Example(drop=("anggota:4", "anggota:9")), tmp_path)
    for name in ("kop", "lampiran-paw"):
        _template(tmp_path / f"{name}.docx", SHOWN["template"])
    _template(tmp_path / "lampiran-kantor.docx", "{{ jumlah }} orang")
    for line in (SHOWN["letters"] + SHOWN["attachments"]).splitlines():
        program, *words = shlex.split(line)
        assert program == "adhoc"
        ran = inside(*words, *DAY, cwd=tmp_path)
        assert ran.code == 0, (line, ran.err)
        if "lampiran-kantor" in line:
            assert _said(tmp_path / "lampiran.docx") == ["5 orang"]
    filled = [
        path for folder in ("surat", "lampiran") for path in (tmp_path / folder).glob("*.docx")
    ]
    assert len(filled) == 4
    for path in filled:
        first, *law, last = _said(path)
        assert first.startswith("Pada hari ini Senin, tanggal sepuluh bulan Juni tahun dua ribu")
        assert law[0].startswith("1. ")
        assert last.startswith("Yang berhenti:")


def _template(path: Path, text: str) -> None:
    made = docx.Document()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(path)


def _said(path: Path) -> list[str]:
    return [one.text for one in docx.Document(path).paragraphs]
