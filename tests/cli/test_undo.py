"""A write to the roster taken back, and a roster compared with what it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import inside as adhoc

_HEADER = "nama,badan,jabatan,kode_wilayah"
_ROWS = (
    "Siti Aminah,PPK,ketua,33.23.01",
    "Budi Santoso,PPK,anggota,33.23.01",
    "Joko Susilo,PPK,anggota,33.23.01",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A roster folder with two members of a PPK, imported."""
    made = tmp_path / "t"
    assert adhoc("init", str(made), "--kabupaten", "33.23").code == 0
    _bring(tmp_path, made, *_ROWS)
    return made


def _bring(tmp_path: Path, folder: Path, *rows: str, also: tuple[str, ...] = ()) -> str:
    source = tmp_path / "ppk.csv"
    source.write_text("\n".join([_HEADER, *rows, ""]), encoding="utf-8")
    ran = adhoc(
        "import", str(source), "--as", "anggota", "-o", str(folder), "--name", "anggota-ppk",
        *also, "--lang", "en",
    )  # fmt: skip
    return ran.out if ran.code == 0 else f"{ran.code} {ran.err}"


def _names(folder: Path) -> list[str]:
    lines = (folder / "anggota-ppk.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(",")[0] for line in lines[1:]]


def test_a_replacement_says_how_many_rows_it_took(tmp_path: Path, folder: Path) -> None:
    said = _bring(tmp_path, folder, *_ROWS, _ROWS[0].replace("Siti", "Sari"), also=("--replace",))
    assert f"3 → 4 rows; the old ones are kept, and come back by: adhoc undo {folder}" in said


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_more_than_a_fifth_goes_only_with_yes(
    tmp_path: Path, folder: Path, dry: tuple[str, ...]
) -> None:
    refused = _bring(tmp_path, folder, _ROWS[0], also=("--replace", *dry))
    assert refused.startswith("2 ")
    assert "3 → 1 rows" in refused
    assert "--yes" in refused
    assert len(_names(folder)) == 3
    assert "3 → 1 rows" in _bring(tmp_path, folder, _ROWS[0], also=("--replace", "--yes"))


def test_undo_says_what_comes_back_and_does_it(tmp_path: Path, folder: Path) -> None:
    _bring(tmp_path, folder, _ROWS[0], also=("--replace", "--yes"))
    planned = adhoc("undo", str(folder), "--dry-run", "--lang", "en")
    assert "Would take back" in planned.out
    assert _names(folder) == ["Siti Aminah"]
    ran = adhoc("undo", str(folder), "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "'anggota-ppk.csv' (1 → 3 rows)" in ran.out
    assert len(_names(folder)) == 3


def test_undo_of_an_append_leaves_the_rows_before_it(tmp_path: Path, folder: Path) -> None:
    new = _ROWS[0].replace("Siti", "Sari")
    _bring(tmp_path, folder, new, also=("--append",))
    assert len(_names(folder)) == 4
    assert adhoc("undo", str(folder)).code == 0
    assert len(_names(folder)) == 3


def test_undo_takes_a_new_file_away(tmp_path: Path, folder: Path) -> None:
    (folder / "anggota-ppk.csv").unlink()
    _bring(tmp_path, folder, *_ROWS)
    ran = adhoc("undo", str(folder), "--lang", "en")
    assert "removed; its 3 rows are kept" in ran.out
    assert not (folder / "anggota-ppk.csv").exists()


def test_undo_leaves_what_somebody_changed(tmp_path: Path, folder: Path) -> None:
    file = folder / "anggota-ppk.csv"
    file.write_text(file.read_text().replace("Budi", "Bima"))
    ran = adhoc("undo", str(folder), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "'anggota-ppk.csv' changed since that write" in ran.err
    assert "cadangan" in ran.err
    assert "Bima Santoso" in _names(folder)


def test_undo_without_a_write_says_so(tmp_path: Path) -> None:
    ran = adhoc("undo", str(tmp_path), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no write" in ran.err


def test_a_file_of_a_header_alone_counts_as_none(tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "pps.csv"
    source.write_text(f"{_HEADER}\nRini,PPS,ketua,33.23.01.2001\n", encoding="utf-8")
    ran = adhoc(
        "import", str(source), "--as", "anggota", "-o", str(folder), "--name", "anggota-pps"
    )
    assert ran.code == 0


def test_diff_since_a_day_compares_with_the_copy(tmp_path: Path, folder: Path) -> None:
    (folder / "anggota-pps.csv").unlink()
    (folder / "anggota-sekretariat.csv").unlink()
    entry = next((folder / "cadangan").iterdir())
    entry.rename(entry.with_name(entry.name.replace(entry.name[:8], "20240601")))
    _bring(tmp_path, folder, *_ROWS[:2], "Rini,PPK,anggota,33.23.01", also=("--replace",))
    ran = adhoc("diff", str(folder), "--since", "2024-06-02", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    document = json.loads(ran.out)
    assert "Rini" in json.dumps(document)
    assert "Joko Susilo" in json.dumps(document)
    assert "Budi Santoso" not in json.dumps(document)
    assert f"{folder} (2024-06-02)" in json.dumps(document)


def test_diff_since_needs_a_folder_alone_and_a_copy(tmp_path: Path, folder: Path) -> None:
    both = adhoc("diff", str(folder), str(folder), "--since", "2024-06-02", "--lang", "en")
    neither = adhoc("diff", str(folder), "--lang", "en")
    late = adhoc("diff", str(folder), "--since", "2999-01-01", "--lang", "en")
    assert (both.code, neither.code, late.code) == (2, 2, 2)
    assert "one folder only" in both.err
    assert "--since DATE" in neither.err
    assert "no copy to compare with" in late.err
    assert "Traceback" not in both.err + neither.err + late.err
