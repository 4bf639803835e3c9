"""`adhoc diff`: for people, for programs, and failing."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, NIK, Ran
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS

_CHANGED = Example(
    change={
        "anggota:2": {"nama": "Wagiman Pitutur, S.H."},
        "anggota:3": {"nik": "3323014202810009"},
        "anggota:8": {"status": "mengundurkan diri", "alasan": "pindah"},
        "anggota:18": {"status": "aktif"},
    },
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One replaced, a name and a NIK corrected."""
    return made(tmp_path_factory.mktemp("diff") / "baru", _CHANGED)


def test_the_same_folder_is_the_same(clean: Path) -> None:
    ran = adhoc("diff", str(clean), str(clean), *DAY, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing has changed." in ran.out
    assert adhoc("diff", str(clean), str(clean), *DAY, "-q") == Ran(0, "", "")


def test_for_people(clean: Path, changed: Path) -> None:
    ran = adhoc("diff", str(clean), str(changed), *DAY, "--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "Sukirno Watulumbung (anggota) → Samidi Gunungsari (anggota)" in ran.out
    assert "rank 4, the order of ranks was kept" in ran.out
    assert "nik: ************0002 → ************0009" in ran.out
    assert NIK not in ran.out
    assert NIK in adhoc("diff", str(clean), str(changed), *DAY, "--show-personal").out


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_every_form(clean: Path, changed: Path, form: str) -> None:
    for lang in ("id", "en"):
        at = ("diff", str(clean), str(changed), *DAY, "--format", form, "--lang", lang)
        ran = adhoc(*at)
        assert (ran.code, ran.err) == (1, "")
        assert NIK not in ran.out


def test_for_programs(clean: Path, changed: Path) -> None:
    read = json.loads(adhoc("diff", str(clean), str(changed), *DAY, "--format", "json").out)
    assert read["schema"] == "adhoc.diff/1"
    assert read["changed"] is True
    kinds = {kind: number for kind, number in read["summary"]["kinds"].items() if number}
    assert kinds == {"replaced": 1, "nik_corrected": 1, "corrected": 1}
    assert Counter(one["kind"] for one in read["changes"]) == Counter(kinds)
    flat = adhoc("diff", str(clean), str(changed), *DAY, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(flat)))
    assert (rows[0]["kind"], rows[0]["order"]) == ("replaced", "kept")


def test_two_files_of_members(clean: Path, changed: Path) -> None:
    old, new = clean / "anggota.csv", changed / "anggota.csv"
    ran = adhoc("diff", str(old), str(new), *DAY)
    assert (ran.code, ran.err) == (1, "")
    assert "PPS 33.23.01.2016: Sukirno Watulumbung" in ran.out
    assert adhoc("diff", str(old), str(old), *DAY).code == 0


def test_a_rejected_row_is_no_plain_leave(clean: Path, tmp_path: Path) -> None:
    folder = made(tmp_path / "x", Example(change={"anggota:8": {"kode_wilayah": "xx"}}))
    ran = adhoc("diff", str(clean), str(folder), *DAY, "--lang", "en")
    assert ran.code == 1
    assert f"1 row of {folder} rejected: who is told to have left may be among them" in ran.out
    back = adhoc("diff", str(folder), str(clean), *DAY, "--lang", "en")
    assert "who is told to have joined may be among them" in back.out


def test_places_and_columns(clean: Path, tmp_path: Path) -> None:
    other = Example(
        change={"desa:2": {"nama": "Wonosari Baru"}}, without={"anggota": ("pendidikan",)}
    )
    folder = made(tmp_path / "x", other)
    ran = adhoc("diff", str(clean), str(folder), *DAY, "--lang", "en")
    assert ran.code == 1
    assert "Wonosari Baru (33.23.01.2016): name Wonosari → Wonosari Baru" in ran.out
    assert "- anggota.pendidikan: only in" in ran.out


def test_what_cannot_be_read_is_told_with_its_side(clean: Path, unreadable: Path) -> None:
    ran = adhoc("diff", str(clean), str(unreadable), *DAY)
    assert ran.code == 3
    assert ran.err.startswith(f"{unreadable}/desa.csv:1: ")
    assert f"Tidak dapat dibandingkan: {unreadable}/desa.csv" in ran.out


def test_a_file_that_is_no_roster_is_told(clean: Path, tmp_path: Path) -> None:
    book = tmp_path / "anggota.csv"
    book.write_bytes(b"PK\x03\x04xlsx")
    ran = adhoc("diff", str(clean / "anggota.csv"), str(book), *DAY)
    assert ran.code == 3
    assert ran.err.startswith(f"{book}:1: ")
    assert "\n" not in ran.err.rstrip("\n")


@pytest.mark.parametrize("name", ["tidak-ada", "a\0b", "x" * 5_000])
def test_a_side_that_is_not_there(clean: Path, name: str) -> None:
    for at in ((str(clean), name), (name, str(clean))):
        ran = adhoc("diff", *at, *DAY)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("Kesalahan: ")


def test_faulty_settings_of_either_side(clean: Path, tmp_path: Path) -> None:
    folder = made(tmp_path / "x", Example(settings="profl = 1\n"))
    ran = adhoc("diff", str(clean), str(folder), *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Kesalahan: adhoc.toml:1: ")
