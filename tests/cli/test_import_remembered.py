"""What an import is told once and remembers, and the encoding of its files."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import inside as adhoc
from tests.intake.workbooks import xlsx

_EN = ("--lang", "en")
_HEADER = "Nama;Jabatan;Kode"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert adhoc("init", "t", "--kabupaten", "33.23").code == 0
    return tmp_path / "t"


def _text(name: str, encoding: str, *names: str) -> str:
    rows = [f"{one};Ketua PPS;33.23.01.{2001 + at}" for at, one in enumerate(names)]
    Path(name).write_bytes("\n".join([_HEADER, *rows, ""]).encode(encoding))
    return name


def _names(folder: Path, name: str = "anggota.csv") -> list[str]:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return [line.partition(",")[0] for line in lines[1:]]


def _kept(folder: Path) -> dict[str, object]:
    """What `adhoc.toml` remembers of the last files."""
    settings = tomllib.loads((folder / "adhoc.toml").read_text(encoding="utf-8"))
    last: dict[str, object] = settings["import"]["berkas"][-1]
    return last


def test_an_encoding_is_asked_for_and_remembered(folder: Path) -> None:
    source = _text("a.csv", "cp850", "FRANÇOIS ADI")
    ran = adhoc("import", source, "--as", "anggota", "-o", "t", *_EN)
    assert (ran.code, ran.out) == (3, "")
    assert 'mac_roman "FRANÄOIS", cp437 "FRANÇOIS"' in ran.err
    assert "--encoding mac_roman" in ran.err
    ran = adhoc("import", source, "--as", "anggota", "-o", "t", "--encoding", "cp850", "--save")
    assert (ran.code, _names(folder)) == (0, ["FRANÇOIS ADI"])
    assert "cp850" in ran.out
    assert _kept(folder)["pengodean"] == "cp850"
    ran = adhoc("import", source, "-o", "t", "--replace")
    assert (ran.code, _names(folder)) == (0, ["FRANÇOIS ADI"])


@pytest.mark.parametrize(
    ("name", "near"),
    [("mac-romann", "mac-roman"), ("utf8x", "utf8"), ("base64", "near it are: "), ("", "empty")],
)
def test_an_encoding_that_python_does_not_know(folder: Path, name: str, near: str) -> None:
    source = _text("a.csv", "utf-8", "Siti")
    ran = adhoc("import", source, "--as", "anggota", "-o", "t", f"--encoding={name}", *_EN)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err


def test_what_an_encoding_does_not_have(folder: Path) -> None:
    source = _text("a.csv", "cp1252", "Siti", "René Adi")
    ran = adhoc("import", source, "--as", "anggota", "-o", "t", "--encoding", "utf-8")
    assert (ran.code, _names(folder)) == (1, ["Siti"])
    ran = adhoc("import", source, "--as", "anggota", "-o", "t", "--encoding", "utf-16", "--replace")
    assert (ran.code, _names(folder)) == (3, ["Siti"])


def test_the_encoding_of_a_workbook_is_not_asked_for(folder: Path) -> None:
    source = xlsx(Path("a.xlsx"), {"PPS": [("Nama", "Jabatan", "Kode")]})
    ran = adhoc("import", str(source), "--as", "anggota", "-o", "t", "--encoding", "cp850")
    assert (ran.code, "--encoding" in ran.err) == (2, True)


def test_everything_of_an_import_is_remembered(folder: Path) -> None:
    """Sheet, constants, headers, words, and what becomes of hidden cells: typed once."""
    header = ("Nama", "Posisi Tugas", "Kode")
    rows = [header, ("Siti", "Bos", "33.23.01.2001"), ("Budi", "Anggota", "33.23.01.2001")]
    source = xlsx(Path("rekap 2024.xlsx"), {"Isi": [("x",)], "PPS": rows})
    told = (
        "--as anggota --name anggota-pps --hidden skip --struck skip --sheet PPS "
        "--map 'Posisi Tugas=jabatan' --set badan=PPS --map-value jabatan:Bos=ketua"
    )
    ran = adhoc("import", str(source), *shlex.split(told), "-o", "t", "--save")
    assert (ran.code, ran.err) == (0, "")
    assert _kept(folder) == {
        "pola": "rekap 2024.xlsx", "sebagai": "anggota", "nama": "anggota-pps",
        "tersembunyi": "skip", "dicoret": "skip", "lembar": ["PPS"],
        "peta": {"Posisi Tugas": "jabatan"}, "isi": {"badan": "PPS"},
        "nilai": {"jabatan:Bos": "ketua"},
    }  # fmt: skip
    before = (folder / "anggota-pps.csv").read_bytes()
    ran = adhoc("import", str(source), "-o", "t", "--replace")
    assert (ran.code, ran.err) == (0, "")
    assert (folder / "anggota-pps.csv").read_bytes() == before


def test_the_columns_of_a_file_without_a_header_are_remembered(folder: Path) -> None:
    Path("a.csv").write_text("Siti,ketua,PPS,x,33.23.01.2001\n", encoding="utf-8")
    columns = "nama,jabatan,badan,-,kode_wilayah"
    ran = adhoc("import", "a.csv", "--as", "anggota", "-o", "t", "--columns", columns, "--save")
    assert (ran.code, _kept(folder)["kolom"]) == (0, columns.split(","))
    assert adhoc("import", "a.csv", "-o", "t", "--replace").code == 0
    assert _names(folder) == ["Siti"]
