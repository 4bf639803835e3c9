"""Files in the folder that nothing reads are named in every report; copies are told as copies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, NIK
from tests.cli.running import inside as adhoc

_ROWS = b"nama;jabatan;desa\nBudi;Ketua;Wonosari\n"


def findings(folder: Path, *more: str) -> dict[str, dict[str, Any]]:
    ran = adhoc("check", str(folder), *DAY, "--select", "F115", "--format", "json", *more)
    return {found["file"]: found for found in json.loads(ran.out)["findings"]}


def given(folder: Path, files: Mapping[str, bytes]) -> Path:
    return made(folder, Example(files=dict(files)))


@pytest.mark.parametrize(
    ("name", "severity", "variant", "suggested"),
    [
        ("anggota-ppk.xlsx", "warning", "workbook", ""),
        ("anggota_pps.csv", "warning", "named", "anggota-pps.csv"),
        ("PPS 2024.csv", "warning", "named", "anggota-pps-2024.csv"),
        ("Daftar Linmas.tsv", "warning", "named", "anggota-linmas.csv"),
        ("tps baru.csv", "warning", "named", "tps.csv"),
        ("anggota.txt", "info", "text", ""),
        ("anggota.csv.txt", "warning", "text", ""),
        ("anggota-pps.ditolak.xlsx", "warning", "workbook", ""),
        ("~$anggota-pps.xlsx", "info", "open", ""),
        ("honor Mei.xlsx", "info", "workbook", ""),
        ("agenda.csv", "info", "text", ""),
    ],
)
def test_what_nothing_reads_is_named(
    tmp_path: Path, name: str, severity: str, variant: str, suggested: str
) -> None:
    folder = given(tmp_path / "k", {name: _ROWS})
    found = findings(folder)
    assert list(found) == [name]
    assert (found[name]["severity"], found[name]["params"]["variant"]) == (severity, variant)
    assert found[name]["params"]["suggested"] == suggested
    for command in ("check", "report"):
        assert name in adhoc(command, str(folder), *DAY, "--format", "md").out.replace("\\", "")


@pytest.mark.parametrize(
    "name",
    [
        "anggota-pps - Copy.csv", "anggota-pps - Copy (2).csv", "anggota-pps - Salinan.csv",
        "Salinan anggota-pps.csv", "Copy of anggota-pps.csv", "anggota-pps (1).csv",
        "anggota-pps copy 2.csv", "Anggota-PPS_copy.csv", "anggota-pps (Salinan konflik).csv",
    ],
)  # fmt: skip
def test_a_copy_is_a_copy_and_no_crowd_of_double_persons(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path / "k", Example())
    (folder / "anggota.csv").rename(folder / "anggota-pps.csv")
    before = adhoc("check", str(folder), *DAY, "--format", "csv").out
    whole = (folder / "anggota-pps.csv").read_bytes()
    (folder / name).write_bytes(whole)
    found = findings(folder)
    assert [(f, found[f]["params"]["variant"]) for f in found] == [(name, "same")]
    rest = adhoc("check", str(folder), *DAY, "--format", "csv", "--ignore", "F115").out
    assert rest == before
    (folder / name).write_bytes(whole[: whole.rstrip(b"\n").rindex(b"\n") + 1])
    changed = findings(folder)[name]
    assert (changed["severity"], changed["params"]["variant"]) == ("warning", "copy")
    assert changed["params"]["count"] == whole.count(b"\n") - 2
    assert adhoc("quota", str(folder), *DAY).code == 0


def test_the_same_bytes_under_another_name_are_a_copy_too(tmp_path: Path) -> None:
    folder = made(tmp_path / "k", Example())
    (folder / "anggota-lama.csv").write_bytes((folder / "anggota.csv").read_bytes())
    assert findings(folder)["anggota-lama.csv"]["params"]["original"] == "anggota.csv"
    assert adhoc("quota", str(folder), *DAY).code == 0


def test_a_number_in_brackets_without_the_first_file_is_read(tmp_path: Path) -> None:
    folder = made(tmp_path / "k", Example())
    (folder / "anggota.csv").rename(folder / "anggota-pps (2).csv")
    assert not findings(folder)
    assert adhoc("quota", str(folder), *DAY).code == 0


def test_two_lists_of_nobody_are_no_copies(tmp_path: Path) -> None:
    nobody = b"nama,badan,jabatan,kode_wilayah\n"
    folder = given(tmp_path / "k", {"anggota-ppk.csv": nobody, "anggota-pps.csv": nobody})
    assert not findings(folder)


def test_what_is_ours_or_harmless_is_not_named(tmp_path: Path) -> None:
    harmless = (
        "README.txt", "README.md", ".DS_Store", "Thumbs.db", "desktop.ini", "._anggota.xlsx",
        "psu-2025.toml", "SK PPS.pdf", "foto.jpg", "surat.docx", ".adhoc-report.json",
        ".koordinasi.csv.lock", "laporan.html", "anggota.vcf",
    )  # fmt: skip
    folder = given(tmp_path / "k", dict.fromkeys(harmless, b"Roster of the office\n"))
    for kind in ("cadangan", "PPS.xlsx"):
        (folder / kind).mkdir()
    written = ("check", "quota", "replace", "report", "checklist status", "members --summary")
    for number, command in enumerate(written):
        for ending in ("csv", "xlsx", "txt", "json", "html", "md"):
            form = {"txt": "plain", "html": "json"}.get(ending, ending)
            file = str(folder / f"laporan PPS {number}.{ending}")
            adhoc(*command.split(), *DAY, "--format", form, "-o", file, cwd=folder)
    adhoc("checklist", "print", *DAY, "-o", "lembar PPS.csv", cwd=folder)
    assert (folder / "lembar PPS.csv").exists()
    assert not findings(folder)


def test_the_two_files_of_rejected_rows_are_told_once(tmp_path: Path) -> None:
    rejected = {"anggota-pps.ditolak.csv": _ROWS, "anggota-pps.ditolak.xlsx": b"PK"}
    assert not findings(given(tmp_path / "k", rejected))


def test_a_file_that_is_missing_and_near_is_told_once(tmp_path: Path) -> None:
    folder = made(tmp_path / "k", Example())
    (folder / "desa.csv").rename(folder / "desa.xlsx")
    assert not findings(folder)


def test_a_name_with_a_nik_is_masked_everywhere(tmp_path: Path) -> None:
    folder = given(tmp_path / "k", {f"PPS {NIK}.csv": _ROWS})
    for command in ("check", "report"):
        for form in ("plain", "json", "ndjson", "csv", "md"):
            ran = adhoc(command, str(folder), *DAY, "--format", form)
            assert NIK not in ran.out + ran.err
    assert NIK[-4:] in adhoc("check", str(folder), *DAY, "--select", "F115").out
    memory = folder / ".adhoc-report.json"
    assert not memory.exists() or NIK not in memory.read_text()
