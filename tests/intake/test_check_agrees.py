"""What an import reads a check reads, or tells: roles with more in their cell, words for nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import Report
from adhoc_cli.roster.roster import load_roster
from tests.cli.running import inside
from tests.intake.field import AS_OF, checked, column, faults, read_in
from tests.intake.messy import region_folder
from tests.intake.test_spellings import ROLES

NOBODY = (
    "kosong", "KOSONG", "(kosong)", "-- kosong --", "Kosong 1", "vacant", "Belum ada", "nihil",
    "PAW", "N/A", "n.a.", "x", "xx", "-", "...", "?", "—", "null", "tidak ada", "blm ada",
    "menunggu PAW", "Dlm proses PAW", "belum terisi", "lowong", "idem", "s.d.a.",
    "sama dengan di atas",
)  # fmt: skip


def checked_rows(folder: Path, *rows: str) -> Report:
    """What a check finds in a roster of these rows: nama, badan, jabatan, kode_wilayah."""
    region_folder(folder)
    text = "\n".join(["nama,badan,jabatan,kode_wilayah", *rows])
    (folder / "anggota.csv").write_text(text + "\n", encoding="utf-8")
    return checked(folder)


def of(report: Report, *codes: str) -> list[Finding]:
    """The findings about the member file, of these rules."""
    return [one for one in report.findings if one.file == "anggota.csv" and one.code in codes]


@pytest.mark.parametrize(("text", "body", "role", "division"), ROLES)
def test_a_role_is_counted_or_told(
    tmp_path: Path, text: str, body: str, role: str, division: str
) -> None:
    report = checked_rows(tmp_path / "t", f'Orang A,,"{text}",33.23.01.2001')
    told = of(report, "V208")
    (read,) = (one for one in report.inputs if one.name == "anggota.csv")
    assert read.accepted == (0 if told else 1)
    if not told:
        members = load_roster(tmp_path / "t", AS_OF, None).members
        assert (members["badan"].value(0), members["jabatan"].value(0)) == (body, role)
        assert not division
        return
    parts = {"jabatan": role, "badan": body, "divisi": division}
    named = [f"{name} {part}" for name, part in parts.items() if part]
    understood = str(told[0].params["understood"]).split(", ")
    assert understood[: len(named)] == named
    assert all(part.startswith("wilayah ") for part in understood[len(named) :])


def test_what_is_told_of_a_role_can_be_done(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    checked_rows(folder, "Orang A,,Ketua PPS Ds. Bulu,33.23.01.2001", "Orang B,PPS,Plt. Ketua,x")
    said = inside("check", str(folder), "--select", "V208", "--lang", "en").out
    assert "it reads: jabatan ketua, badan PPS, wilayah Bulu" in said
    command = next(line for line in said.splitlines() if "adhoc import" in line)
    words = command[command.index("import") : command.index("FOLDER")].split()
    shutil.move(folder / "anggota.csv", tmp_path)
    assert inside(*words, str(folder), cwd=tmp_path).code == 1  # the place "x" is rejected
    assert of(checked(folder), "V208") == []
    written = (folder / "anggota.csv").read_text(encoding="utf-8")
    assert written.splitlines()[1] == "Orang A,PPS,ketua,33.23.01.2001"


def test_a_role_that_a_note_takes_back_is_not_understood(tmp_path: Path) -> None:
    report = checked_rows(tmp_path / "t", "Orang A,PPS,Ketua (mengundurkan diri),33.23.01.2001")
    (told,) = of(report, "V208")
    assert "understood" not in told.params


@pytest.mark.parametrize("word", NOBODY)
def test_a_word_for_nobody_is_told_and_fills_no_seat(tmp_path: Path, word: str) -> None:
    seat = "PPS,anggota,33.23.01.2001"
    made = read_in(f'nama,badan,jabatan,kode\nOrang A,{seat}\n"{word}",{seat}\n', tmp_path)
    assert (column(made, "nama"), faults(made)) in (
        (["Orang A"], [f]) for f in ("vacant", "missing")
    )
    report = checked_rows(tmp_path / "c", f'"{word}",{seat}')
    assert of(report, "V201")
    assert report.bodies["PPS"].filled == 0


@pytest.mark.parametrize("name", ["Contoh: Budi", "(contoh pengisian)", "Budi (Contoh)"])
def test_the_example_of_a_form_is_told(tmp_path: Path, name: str) -> None:
    seat = "PPS,anggota,33.23.01.2001"
    made = read_in(f'nama,badan,jabatan,kode\n"{name}",{seat}\n', tmp_path)
    assert faults(made) == ["example"]
    assert of(checked_rows(tmp_path / "c", f'"{name}",{seat}'), "V211")
