"""A bare `adhoc`: what the folder is, how it stands, what comes next; elsewhere how to begin."""

from __future__ import annotations

from pathlib import Path

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import NIK
from tests.cli.running import inside as adhoc

_IN_OFFICE = "[ubah]\nhari_pemungutan_suara = 2124-11-27\n"
_TERM = "".join(
    f"[ubah.badan.{body}]\nmulai = 2024-05-16\nselesai = 2125-01-27\n" for body in ("PPK", "PPS")
)


_ENDLESS = {"anggota": ("tanggal_selesai",)}


def test_in_a_roster_it_says_how_it_stands_and_what_comes_next(tmp_path: Path) -> None:
    files = {"adhoc.toml": (_IN_OFFICE + _TERM).encode()}
    folder = made(tmp_path / "kosong", Example(drop=("anggota:9",), without=_ENDLESS, files=files))
    before = sorted(folder.iterdir())
    for lang in ("id", "en"):
        ran = adhoc("--lang", lang, cwd=folder)
        assert (ran.code, ran.err) == (0, "")
        assert "kosong" in ran.out
        assert "PPS 5/6" in ran.out
        for command in ("check:", "quota --short:", "replace:", "checklist:", "help:"):
            assert f"\nadhoc {command}" in ran.out
        assert NIK not in ran.out
        assert ran.out.count("\n") < 24
    assert sorted(folder.iterdir()) == before


def test_what_is_not_open_is_not_suggested(clean: Path) -> None:
    assert "quota --short" not in adhoc(cwd=clean).out


def test_an_unreadable_roster_is_told(unreadable: Path) -> None:
    ran = adhoc(cwd=unreadable)
    assert ran.code == 3
    assert "desa.csv" in ran.err


def test_elsewhere_it_says_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"PK")
    for lang in ("id", "en"):
        ran = adhoc("--lang", lang, cwd=tmp_path)
        assert (ran.code, ran.out) == (2, "")
        for command in ("adhoc init", "adhoc import", "adhoc check", "adhoc --help"):
            assert command in ran.err
