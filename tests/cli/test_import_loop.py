"""From a messy file to a right roster: each command is printed by the one before."""

from __future__ import annotations

import csv
import io
import re
import shlex
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.running import inside as adhoc
from tests.intake.workbooks import xlsx

_EN = ("--lang", "en")
_TITLE = "DAFTAR ANGGOTA PPS KABUPATEN TEMANGGUNG"
_HEADER = ("Nama Lengkap", "Jabatan", "Kode", "NIK", "No HP", "Tgl Lahir")
_GOOD = (
    "Budi Susilo",
    "Anggota",
    "33.23.01.2001",
    "3323010101860002",
    "081234567891",
    "01/01/1986",
)
_BAD = ("Siti Aminah", "Ketuua", "33.23.01.2001", "3323014605860001", "081234567890", "06/05/1986")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert adhoc("init", "t", "--kabupaten", "33.23").code == 0
    return tmp_path / "t"


def _csv(name: str = "PPS 2024.csv") -> str:
    rows = [";".join(row) for row in ((_TITLE,), _HEADER, _GOOD, _BAD)]
    Path(name).write_text("\n".join([*rows, ""]), encoding="utf-8")
    return name


def _book(name: str = "PPS 2024.xlsx") -> str:
    return xlsx(Path(name), {"Lembar1": [(_TITLE,), _HEADER, _GOOD, _BAD]}).name


def _run(command: str) -> tuple[int, str, str]:
    words = shlex.split(command)
    assert words[0] == "adhoc"
    ran = adhoc(*words[1:], *_EN)
    return ran.code, ran.out, ran.err


def _named(text: str, after: str) -> str:
    """The command that a text names."""
    match = re.search(rf"{after}: (adhoc .*)$", text, re.MULTILINE)
    assert match, text
    return match[1]


@pytest.mark.parametrize("make", [_csv, _book])
def test_each_command_is_printed_by_the_one_before(folder: Path, make: object) -> None:
    source = make()  # type: ignore[operator]
    code, out, err = _run(f"adhoc import {shlex.quote(source)} -o t")
    assert (code, out) == (2, "")
    whole = _named(err, "Perhaps")
    assert whole == (
        f"adhoc import {shlex.quote(source)} --as anggota --name anggota-pps --set badan=PPS -o t"
    )
    code, out, _ = _run(whole)
    assert code == 1
    home = _named(out, "then")
    for rejects in folder.glob("*.ditolak.csv"):
        rejects.write_text(rejects.read_text().replace("Ketuua", "Ketua"))
    if source.endswith(".xlsx"):
        home = home.replace(".xlsx", ".csv")
    code, out, _ = _run(home)
    assert (code, sorted(path.name for path in folder.glob("*.ditolak*"))) == (0, [])
    assert _named(out, "Next") == "adhoc check t"
    rows = list(
        csv.DictReader((folder / "anggota-pps.csv").read_text(encoding="utf-8").splitlines())
    )
    assert [(row["nama"], row["badan"], row["nik"]) for row in rows] == [
        ("Budi Susilo", "PPS", "3323010101860002"), ("Siti Aminah", "PPS", "3323014605860001"),
    ]  # fmt: skip


def test_a_kind_that_nothing_tells_is_asked_for(folder: Path) -> None:
    Path("x.csv").write_text("a,b\n1,2\n")
    code, out, err = _run("adhoc import x.csv -o t")
    assert (code, out) == (2, "")
    assert "--as" in err


def test_a_body_that_the_rows_say_is_not_said_again(folder: Path) -> None:
    Path("PPK.csv").write_text("Nama,Jabatan,Kode\nBudi,Ketua PPK,33.23.01\n")
    assert "--set" not in _run("adhoc import PPK.csv -o t")[2]


def test_the_secretariat_in_a_name_is_not_the_body_itself(folder: Path) -> None:
    Path("Sekretariat PPK.csv").write_text("Nama,Jabatan,Kode\nBudi,Sekretaris,33.23.01\n")
    said = _run("adhoc import 'Sekretariat PPK.csv' -o t")[2]
    assert "--name anggota-sekretariat-ppk --set 'badan=SEKRETARIAT PPK'" in said


def _saved_by_excel(data: str) -> str:
    """What Excel with Indonesian settings makes of a CSV file: numbers of fifteen digits, `;`."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in csv.reader(io.StringIO(data)):
        writer.writerow([_as_number(cell) if cell.isdigit() else cell for cell in row])
    return out.getvalue()


def _as_number(digits: str) -> str:
    return f"{float(digits):.5E}".replace(".", ",") if len(digits) > 11 else digits.lstrip("0")


def test_a_rejects_file_that_excel_saved_loses_no_digit(folder: Path) -> None:
    _run(f"adhoc import '{_csv()}' --as anggota --name anggota-pps --set badan=PPS -o t")
    rejects = folder / "anggota-pps.ditolak.csv"
    damaged = _saved_by_excel(rejects.read_text(encoding="utf-8").replace("Ketuua", "Ketua"))
    assert "E+" not in damaged
    Path("diperbaiki.csv").write_text(damaged, encoding="cp1252", newline="")
    code, *_ = _run("adhoc import diperbaiki.csv --as anggota --name anggota-pps --append"
                    " --set badan=PPS -o t")  # fmt: skip
    assert code == 0
    rows = list(
        csv.DictReader((folder / "anggota-pps.csv").read_text(encoding="utf-8").splitlines())
    )
    found = {row["nama"]: (row["nik"], row["telepon"], row["tanggal_lahir"]) for row in rows}
    assert found["Siti Aminah"] == ("3323014605860001", "081234567890", "1986-05-06")
    assert not rejects.exists()  # the copy brought all of its rows home


def test_a_mended_copy_with_fewer_rows_leaves_the_file(folder: Path) -> None:
    two = [_GOOD, _BAD, (_BAD[0].replace("Siti", "Sari"), *_BAD[1:3], "3323014605860003", "", "")]
    rows = [";".join(row) for row in (_HEADER, *two)]
    Path("PPS.csv").write_text("\n".join([*rows, ""]))
    _run("adhoc import PPS.csv --as anggota --name anggota-pps --set badan=PPS -o t")
    rejects = folder / "anggota-pps.ditolak.csv"
    lines = rejects.read_text().replace("Ketuua", "Ketua").splitlines()
    assert len(lines) == 3
    Path("satu.csv").write_text("\n".join([*lines[:2], ""]))
    code, *_ = _run("adhoc import satu.csv --as anggota --name anggota-pps --append -o t"
                    " --set badan=PPS")  # fmt: skip
    assert (code, rejects.exists()) == (0, True)


def test_the_workbook_of_rejects_tells_the_reason_first_and_the_cell(folder: Path) -> None:
    code, _, _ = _run(f"adhoc import '{_book()}' --as anggota --name anggota-pps"
                      " --set badan=PPS -o t")  # fmt: skip
    assert code == 1
    book = folder / "anggota-pps.ditolak.xlsx"
    header, row = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    assert header[:2] == ["ditolak_alasan", "ditolak_saran"]
    cells = dict(zip(map(str, header), row, strict=True))
    assert (cells["NIK"], cells["Jabatan"]) == ("3323014605860001", "Ketuua")
    assert (cells["ditolak_berkas"], cells["ditolak_baris"]) == ("PPS 2024.xlsx", "4")
    if sys.platform != "win32":
        assert book.stat().st_mode & 0o777 == 0o600


def test_rejected_rows_are_known_to_check_until_they_are_home(folder: Path) -> None:
    _run(f"adhoc import '{_csv()}' --as anggota --name anggota-pps --set badan=PPS -o t")
    (folder / "anggota-ppk.csv").unlink()
    (folder / "anggota-sekretariat.csv").unlink()
    at = ("check", "t", "--select", "F113", "--as-of", "2024-06-10", *_EN)
    ran = adhoc(*at)
    assert "anggota-pps.ditolak.csv" in ran.out
    assert "1 row were" not in ran.out
    assert "not brought in yet: 1" in ran.out
    rejects = folder / "anggota-pps.ditolak.csv"
    rejects.write_text(rejects.read_text().replace("Ketuua", "Ketua"))
    assert _run("adhoc import t/anggota-pps.ditolak.csv -o t")[0] == 0
    assert "anggota-pps.ditolak.csv" not in adhoc(*at).out


@pytest.mark.parametrize("make", [_csv, _book])
def test_the_two_commands_of_init_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object
) -> None:
    monkeypatch.chdir(tmp_path)
    said = adhoc("init", "t", "--kabupaten", "33.23", *_EN).out
    bring, check = re.findall(r"adhoc (?:import FILE|check) [^\n(]*", said)
    source = make()  # type: ignore[operator]
    code, _, err = _run(bring.replace("FILE", shlex.quote(source)))
    assert code == 2  # it proposes the whole command
    assert _run(_named(err, "Perhaps") + " --save")[0] == 1  # one row is rejected
    code, out, err = _run(f"{check} --as-of 2024-06-10")
    assert (code, err) == (1, "")
    assert "PPS" in out
    # Next month's file of that name needs no option.
    assert _run(f"{bring.replace('FILE', shlex.quote(source))} --replace")[0] == 1


_WORDS = ("Nama", "Badan", "Jabatan", "Kode", "JK", "Status")
_UNKNOWN = [
    ("Siti", "PPS", "Ketuaa", "33.23.01.2001", "P", "aktif"),
    ("Budi", "PPS", "anggota", "33.23.01.2001", "2", "aktif"),
    ("Rudi", "", "anggota", "33.23.01.2001", "1", "entah"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_words_that_nobody_knows_come_home_by_the_command_that_is_named(suffix: str) -> None:
    source = Path(f"a.{suffix}")
    if suffix == "csv":
        source.write_text("\n".join(map(",".join, (_WORDS, *_UNKNOWN))), encoding="utf-8")
    else:
        xlsx(source, {"Lembar1": [_WORDS, *_UNKNOWN]})
    code, out, _ = _run(f"adhoc import a.{suffix} --as anggota -o t")
    assert (code, Path("t/anggota.csv").exists()) == (1, False)
    for option in ("jabatan:Ketuaa=ketua", "jenis_kelamin:2=P", "jenis_kelamin:1=L"):
        assert f"--map-value {option}" in out
    assert _run(_named(out, "where that is what they mean"))[0] == 1  # one of two faults of Rudi
    assert Path("t/anggota.csv").read_text().count("\n") == 3
    code, out, _ = _run("adhoc import t/anggota.ditolak.csv -o t --map-value status:entah=aktif")
    assert (code, "--set badan=PPS" in out) == (1, True)
    assert _run(_named(out, "where that is what they mean"))[0] == 0
    rows = list(csv.reader(Path("t/anggota.csv").read_text().splitlines()))
    assert [row[4] for row in rows[1:]] == ["P", "P", "L"]


@pytest.mark.usefixtures("folder")
def test_a_mark_of_one_beside_one_of_nought_is_the_sex(tmp_path: Path) -> None:
    head = ("Nama", "Badan", "Jabatan", "Kode", "L", "P")
    rows = [("Siti", "PPS", "ketua", "33.23.01.2001", "0", "1"),
            ("Budi", "PPS", "anggota", "33.23.01.2001", "1", "0")]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", {"Lembar1": [head, *rows]})
    assert _run("adhoc import a.xlsx --as anggota -o t")[0] == 0
    told = list(csv.DictReader(Path("t/anggota.csv").read_text().splitlines()))
    assert [row["jenis_kelamin"] for row in told] == ["P", "L"]
