"""`adhoc sheets`: the roster to Excel, changed there by another program, and back."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from adhoc_cli.editing.sheet import FINDINGS, KEY, PLACE, SHEET
from adhoc_cli.intake.workbook import BASE
from tests.cli.running import DAY, NIK, Ran
from tests.cli.running import adhoc as started
from tests.cli.running import inside as adhoc
from tests.cli.test_exit_codes import meddled

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
Rows = list[dict[str, str]]
PERSON = "Sulastri Menoreh"  # line 3 of the base roster, in the PPK Bulu


@pytest.fixture
def folder(clean: Path, tmp_path: Path) -> Path:
    """A complete roster, to be changed."""
    shutil.copytree(clean, tmp_path / "t")
    return tmp_path / "t"


def _out(folder: Path, *more: str, name: str = "kerja.xlsx") -> Path:
    path = folder.parent / name
    ran = adhoc("sheets", "out", str(folder), "-o", str(path), *DAY, *more, "--lang", "en")
    assert ran.code == 0, ran.err
    return path


def _in(folder: Path, *paths: Path, more: tuple[str, ...] = ()) -> Ran:
    return adhoc("sheets", "in", *map(str, paths), "-C", str(folder), *DAY, *more, "--lang", "en")


def _sheet(path: Path, name: str = SHEET) -> list[list[str]]:
    table = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()
    return [[str(cell) for cell in row] for row in table]


def saved_by_another(path: Path, change: Callable[[Rows], Rows], *, drop: str = "") -> None:
    """The workbook as another program saves it: other widths and looks, its columns in another
    order, and its rows as `change` leaves them."""
    sheets = {name: _sheet(path, name) for name in CalamineWorkbook.from_path(path).sheet_names}
    header, *lines = sheets[SHEET]
    rows = change([dict(zip(header, line, strict=True)) for line in lines])
    columns = [name for name in reversed(header) if name != drop]
    sheets[SHEET] = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    with Workbook(str(path), {"strings_to_formulas": False}) as written:
        for name, table in sheets.items():
            paper = written.add_worksheet(name)
            paper.set_column(0, 5, 3)
            for at, cells in enumerate(table):
                paper.write_row(at, 0, cells)


def _lines(folder: Path) -> list[str]:
    return (folder / "anggota.csv").read_bytes().decode().splitlines()


def test_what_another_program_saved_gives_exactly_the_edits(folder: Path) -> None:
    path = _out(folder, "--show-personal")
    before = (folder / "anggota.csv").read_bytes()

    def change(rows: Rows) -> Rows:
        person = next(row for row in rows if row["nama"] == PERSON)
        person |= {"status": "mengundurkan diri", "tanggal_selesai": "1/7/2024", "nomor_sk": "0045"}
        gone = next(row for row in rows if row["nama"] == "Rumiyati Tegalsari")
        rows.remove(gone)
        new = {"nama": "Baru Sekali", "badan": "PPS", "jabatan": "anggota", "status": "cadangan"}
        new |= {"kode_wilayah": "33.23.01.2016 Wonosari", "telepon": "081290000001"}
        return [new, *reversed(rows)]

    saved_by_another(path, change)
    planned = _in(folder, path, more=("--dry-run",))
    assert planned.code == 0
    assert "Would be written: 1 rows changed, 1 added, 1 removed" in planned.err
    assert (folder / "anggota.csv").read_bytes() == before
    ran = _in(folder, path)
    assert ran.code == 0, ran.err
    assert PERSON in ran.out
    assert "Baru Sekali" in ran.out
    assert NIK not in ran.out + ran.err
    assert f"1 rows changed, 1 added, 1 removed. Take it back: adhoc undo {folder}" in ran.err
    old, new = before.decode().splitlines(), _lines(folder)
    changed = old[2].replace(",aktif,", ",mengundurkan diri,").replace("2025-01-27", "2024-07-01")
    changed = changed.replace("101/PP.04-Kpt/3323/2024", "0045")
    kept = [line for line in old if "Rumiyati Tegalsari" not in line]
    assert new[:-1] == [changed if line == old[2] else line for line in kept]
    assert new[-1].startswith("Baru Sekali,PPS,anggota,33.23.01.2016,")
    again = _in(folder, path)
    assert "change nothing" in again.err
    assert adhoc("undo", str(folder)).code == 0
    assert (folder / "anggota.csv").read_bytes() == before


@pytest.mark.parametrize("code", ["33.23", "33.23.01.2016 Wonosari"])
def test_a_place_that_a_body_does_not_serve_in_is_refused(folder: Path, code: str) -> None:
    path = _out(folder)
    before = (folder / "anggota.csv").read_bytes()

    def change(rows: Rows) -> Rows:
        next(row for row in rows if row["nama"] == PERSON)["kode_wilayah"] = code
        new = {"nama": "Baru Sekali", "badan": "PPK", "jabatan": "anggota", "status": "cadangan"}
        return [*rows, {**new, "kode_wilayah": code}]

    saved_by_another(path, change)
    ran = _in(folder, path)
    assert ran.code != 0
    assert (ran.out + ran.err).count("is no place that a PPK serves in") == 2
    assert (folder / "anggota.csv").read_bytes() == before


def test_a_row_that_changed_on_both_sides_is_refused_by_name(folder: Path) -> None:
    path = _out(folder)
    change = ("set", "33.23.01", PERSON, "--sk", "99/2024", "-C", str(folder))
    assert adhoc(*change).code == 0
    after = (folder / "anggota.csv").read_bytes()

    def both(rows: Rows) -> Rows:
        for row in rows:
            row["keterangan"] = "dicek" if row["nama"] in (PERSON, "Darmaji Kaliwatu") else ""
        return rows

    saved_by_another(path, both)
    ran = _in(folder, path)
    assert ran.code == 1
    assert f"{PERSON} (33.23.01): anggota.csv:3 was changed" in ran.err
    assert _lines(folder)[2] == after.decode().splitlines()[2]
    assert _lines(folder)[3].endswith(",dicek")


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("status", "semangat", "Known: aktif"),
        ("tanggal_selesai", "31/02/2024", "unreadable date"),
        ("tanggal_selesai", "#REF!", "a formula failed"),
        ("nik", "3.3E+15", "number damaged by Excel"),
        ("nama", "", "nama cannot be empty"),
        ("kode_wilayah", "33.23.99", "no place of the roster"),
        ("telepon", "0812****0001", "masked"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_row(
    folder: Path, column: str, text: str, said: str
) -> None:
    path, before = _out(folder, "--show-personal"), _lines(folder)

    def wrong(rows: Rows) -> Rows:
        rows[1][column] = text
        return rows

    saved_by_another(path, wrong)
    ran = _in(folder, path)
    assert ran.code == 1
    assert "'kerja.xlsx' row 3" in ran.err
    assert said in ran.err
    assert _lines(folder) == before


def test_without_show_personal_nothing_personal_is_in_it(folder: Path) -> None:
    path = _out(folder)
    text = repr(_sheet(path)) + repr(_sheet(path, BASE))
    assert not {"nik", "telepon", "alamat", "tanggal_lahir"} & set(_sheet(path)[0])
    assert NIK not in text
    assert "Dusun Contoh" not in text
    whole = repr(_sheet(_out(folder, "--show-personal", name="lengkap.xlsx")))
    assert NIK in whole
    saved_by_another(path, lambda rows: [row | {"status": "cadangan"} for row in rows])
    assert _in(folder, path).code == 0
    assert all(NIK in line for line in _lines(folder)[2:3])


def test_the_workbook_is_its_owners_and_never_written_over(folder: Path) -> None:
    path = _out(folder)
    assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600
    again = adhoc("sheets", "out", str(folder), "-o", str(path), "--lang", "en")
    assert again.code == 2
    assert "is there already" in again.err
    assert adhoc("sheets", "out", str(folder), "-o", "kerja.csv").code == 2


def test_the_findings_stand_beside_their_rows(folder: Path) -> None:
    file = folder / "anggota.csv"
    file.write_text(file.read_text("utf-8").replace(NIK, NIK[:-1]), "utf-8")
    header, *rows = _sheet(_out(folder, "--show-personal"))
    assert header[-1] == KEY
    assert header[-2] == FINDINGS
    assert header[header.index("kode_wilayah") + 1] == PLACE
    assert "NIK" in rows[1][-2]
    assert rows[1][header.index(PLACE)] == "Bulu"
    assert rows[0][-2] == ""


def test_a_workbook_for_each_kecamatan_and_who_has_not_answered(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    assert adhoc("init", str(folder), "--kabupaten", "33.23").code == 0
    members = ["nama,badan,jabatan,kode_wilayah"]
    members += [f"Orang {name},PPK,ketua,33.23.{at:02d}" for at, name in enumerate("ABC", 1)]
    (folder / "anggota-ppk.csv").write_text("\n".join([*members, "Tak Jelas,PPK,ketua,99", ""]))
    ran = adhoc(
        "sheets", "out", str(folder), "-o", str(tmp_path / "k.xlsx"), "--per", "kecamatan",
        *DAY, "--lang", "en",
    )  # fmt: skip
    assert ran.code == 0
    assert "1 rows are in no workbook" in ran.err
    one, two, three = sorted(tmp_path.glob("k-*.xlsx"))
    assert one.name == "k-33.23.01-Bulu.xlsx"

    def change(rows: Rows) -> Rows:
        return [row | {"jabatan": "anggota"} for row in rows]

    saved_by_another(one, change)
    three.unlink()
    ran = _in(folder, one, two)
    assert ran.code == 0
    assert "No workbook came back of: Temanggung (33.23.03)" in ran.err
    assert "Without any change: Tembarak (33.23.02)" in ran.err
    lines = (folder / "anggota-ppk.csv").read_text().splitlines()
    assert lines[1] == "Orang A,PPK,anggota,33.23.01"
    assert lines[2:] == [*members[2:], "Tak Jelas,PPK,ketua,99"]


def test_copies_of_a_row_and_a_removed_column(folder: Path) -> None:
    path = _out(folder)
    saved_by_another(path, lambda rows: [*rows, rows[0] | {"nama": "Salinan Baru"}], drop="divisi")
    ran = _in(folder, path)
    assert ran.code == 0, ran.err
    assert "the columns 'divisi' were removed" in ran.err
    assert len(_lines(folder)) == 24
    assert _lines(folder)[-1].startswith("Salinan Baru,PPK,ketua,33.23.01,")
    assert "Keuangan" in _lines(folder)[1]


def test_numbers_and_dates_that_a_program_made_of_texts_are_no_edits(folder: Path) -> None:
    path, before = _out(folder, "--show-personal"), _lines(folder)
    header, *lines = _sheet(path)
    made = {"tanggal_mulai": date(2024, 5, 16), "peringkat": 6, "telepon": 81290016755}
    base = _sheet(path, BASE)
    with Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        paper = book.add_worksheet(SHEET)
        paper.write_row(0, 0, header)
        for at, line in enumerate(lines, 1):
            for column, (name, text) in enumerate(zip(header, line, strict=True)):
                value = made.get(name)
                said = text in (str(value), f"0{value}")
                paper.write(at, column, value if said else text)
        hidden = book.add_worksheet(BASE)
        for at, line in enumerate(base):
            hidden.write_row(at, 0, line)
    ran = _in(folder, path)
    assert (ran.code, _lines(folder)) == (0, before)
    assert "change nothing" in ran.err


def test_rows_sorted_without_their_keys_are_refused(folder: Path) -> None:
    path, before = _out(folder), _lines(folder)

    def sort(rows: Rows) -> Rows:
        keys = [row[KEY] for row in rows]
        rows.sort(key=lambda row: row["nama"])
        return [row | {KEY: key} for row, key in zip(rows, keys, strict=True)]

    saved_by_another(path, sort)
    ran = _in(folder, path)
    assert (ran.code, ran.out, _lines(folder)) == (2, "", before)
    assert "sorted without the hidden column adhoc_kunci" in ran.err


def test_most_rows_go_only_with_yes(folder: Path) -> None:
    path = _out(folder)
    saved_by_another(path, lambda rows: rows[:10])
    refused = _in(folder, path)
    assert refused.code == 2
    assert "add --yes" in refused.err
    assert _in(folder, path, more=("--yes",)).code == 0
    assert len(_lines(folder)) == 11


def test_an_import_and_a_check_know_the_workbook(folder: Path) -> None:
    path = _out(folder)
    ran = adhoc(
        "import",
        str(path),
        "--as",
        "anggota",
        "--name",
        "anggota-b",
        "-o",
        str(folder),
        "--lang",
        "en",
    )
    assert ran.code == 2
    assert "adhoc sheets in kerja.xlsx" in ran.err
    path.rename(folder / "anggota-kerja.xlsx")
    assert "F115" not in adhoc("check", str(folder), *DAY, "--format", "csv").out


@posix
def test_killed_between_two_files_it_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    lines = _lines(folder)
    for number, body in enumerate(("PPK", "PPS")):
        rows = [lines[0], *(line for line in lines if f",{body}," in line), ""]
        (folder / f"anggota-{number}.csv").write_text("\n".join(rows), encoding="utf-8")
    (folder / "anggota.csv").unlink()
    path = _out(folder)
    saved_by_another(path, lambda rows: [row | {"keterangan": "dicek"} for row in rows])
    code = (
        "import os, pathlib, signal\nreplace = pathlib.Path.replace\n"
        "def last(self, target):\n"
        f"    if pathlib.Path(target) == pathlib.Path({str(folder / 'anggota-1.csv')!r}):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return replace(self, target)\n"
        "pathlib.Path.replace = last\n"
    )
    told = ("sheets", "in", str(path), "-C", str(folder), *DAY)
    (tmp_path / "meddle").mkdir()
    assert started(*told, env=meddled(tmp_path / "meddle", code)).code == -9
    done = [(folder / f"anggota-{number}.csv").read_text().count("dicek") for number in (0, 1)]
    assert done == [10, 0], "each file is whole"
    assert _in(folder, path).code == 0
    assert (folder / "anggota-1.csv").read_text().count("dicek") == 12


def test_what_is_no_workbook_of_ours_is_refused(folder: Path) -> None:
    other = folder.parent / "lain.xlsx"
    with Workbook(str(other)) as book:
        book.add_worksheet("Lembar1").write(0, 0, "nama")
    (folder.parent / "rusak.xlsx").write_bytes(b"PK\x03\x04 ini bukan buku kerja")
    keyless = _out(folder)
    saved_by_another(keyless, lambda rows: rows, drop=KEY)
    assert _in(folder, other).code == 2
    assert _in(folder, folder.parent / "rusak.xlsx").code == 3
    assert _in(folder, folder.parent / "tidak-ada.xlsx").code == 3
    ran = _in(folder, keyless)
    assert ran.code == 2
    assert "adhoc_kunci is gone" in ran.err
    assert _in(folder, folder / "anggota.csv").code == 2


def test_a_star_stands_for_every_workbook_that_came_back(folder: Path) -> None:
    path = _out(folder)
    saved_by_another(path, lambda rows: [{**row, "keterangan": "dicek"} for row in rows])
    ran = _in(folder, folder.parent / "ker*.xlsx")
    assert ran.code == 0, ran.err
    assert all("dicek" in line for line in _lines(folder)[1:])
