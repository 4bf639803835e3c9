"""Cells that are said elsewhere: by a sign for the row above, by the role, or by nothing at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Intake, Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text, options_of, refused_text
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault, Mode
from adhoc_cli.text.translator import Translator
from tests.intake.drawn import Drawn
from tests.intake.field import PROFILE, checked, column, faults, imported, told
from tests.intake.messy import region_folder
from tests.text.spellings import NIK

_SUFFIXES = pytest.mark.parametrize("suffix", ["csv", "xlsx"])


def read(rows: list[list[str]], path: Path, suffix: str, kind: str = "anggota") -> Intake:
    source = path / f"a.{suffix}"
    if suffix == "csv":
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        Drawn(rows).write(source)
    return imported(source, path / "t", kind)


def test_what_is_quoted_is_no_half_of_a_number_and_no_word_for_an_option() -> None:
    known = {"known": "aktif", "nearest": "aktif"}
    for word, offered in (("x" * 60, True), ("x" * 61, False), (f"{'x' * 90} {NIK}", False)):
        fault = Fault("value_unknown", {"found": word, **known}, "status")
        told = fault_text(fault, Translator("en"))
        assert ("--map-value" in told.fix, NIK[:9] in told.why) == (offered, False)


_HEAD = ["Nama", "Badan", "Jabatan", "Kecamatan", "Desa", "TPS", "Alamat"]


@_SUFFIXES
@pytest.mark.parametrize("sign", ["idem", "sda", "s.d.a.", "″", "〃", '-"-', "sama"])
def test_a_sign_for_the_row_above_is_its_text_in_a_column_of_groups(
    sign: str, suffix: str, tmp_path: Path
) -> None:
    rows = [_HEAD, ["Siti", "KPPS", "ketua", "Bulu", "Bulu", "1", "Jl. Melati"],
            ["Budi", sign, "anggota", sign, sign, sign, sign]]  # fmt: skip
    made = read(rows, tmp_path, suffix)
    assert column(made, "kode_wilayah") == ["33.23.01.2001"] * 2
    assert [column(made, name)[1] for name in ("badan", "desa", "tps")] == ["KPPS", "Bulu", "1"]
    assert {("repeated", name) for name in ("badan", "kecamatan", "desa", "tps")} <= told(made)
    assert (column(made, "alamat")[1], ("ditto", "alamat") in told(made)) == (sign, True)
    found = [one for rule in checked(tmp_path / "t").rules for one in rule.findings]
    assert ("V211", "alamat") in {(one.code, one.column) for one in found}


@_SUFFIXES
def test_a_sign_below_nothing_is_refused(suffix: str, tmp_path: Path) -> None:
    first = ["Siti", "KPPS", "ketua", "Bulu", "idem", "1", ""]
    other = ["Budi", "KPPS", "ketua", "Bulu", "Bulu", "1", ""]
    below_another_desa = ["Rudi", "KPPS", "ketua", "Bulu", "Wonosari", "idem", ""]
    made = read([_HEAD, first, other, below_another_desa], tmp_path, suffix)
    assert (faults(made), column(made, "nama")) == (["ditto", "ditto"], ["Budi"])
    assert ("Desa", "idem") in made.rejects[0].cells


@_SUFFIXES
def test_a_sign_beside_the_code_of_another_kecamatan_is_refused(
    suffix: str, tmp_path: Path
) -> None:
    rows = [["Nama", "Badan", "Jabatan", "Kode", "Kecamatan"],
            ["Siti", "PPS", "ketua", "33.23.01.2001", "Bulu"],
            ["Budi", "PPS", "ketua", "33.23.09.2008", "idem"]]  # fmt: skip
    made = read(rows, tmp_path, suffix)
    assert (column(made, "nama"), faults(made)) == (["Siti"], ["code_name_differs"])


def test_a_sign_below_a_hidden_row_is_refused(tmp_path: Path) -> None:
    rows = [_HEAD, ["Siti", "KPPS", "ketua", "Bulu", "Bulu", "1", ""],
            ["Yuni", "KPPS", "anggota", "Bulu", "Wonosari", "2", ""],
            ["Budi", "KPPS", "anggota", "Bulu", "Bulu", "idem", ""]]  # fmt: skip
    drawn = Drawn(rows, hidden_rows=frozenset({2}))
    made = imported(drawn.write(tmp_path / "a.xlsx"), tmp_path / "t")
    assert (column(made, "nama"), faults(made)) == (["Siti"], ["hidden_row", "ditto"])


@_SUFFIXES
@pytest.mark.parametrize(
    "cell", ["3323010505800001", "081234567890", "Jl. Melati RT 01", "idem", "Sari"]
)
def test_what_is_no_likely_word_is_in_no_command(cell: str, suffix: str, tmp_path: Path) -> None:
    rows = [["Nama", "Badan", "Jabatan", "Kode"], ["Siti", "PPS", cell, "33.23.01.2001"]]
    made = read(rows, tmp_path, suffix)
    assert (faults(made), options_of(made.rejects)) == (["value_unknown"], [])


@_SUFFIXES
def test_the_place_in_a_role_fills_what_nothing_else_says(suffix: str, tmp_path: Path) -> None:
    rows = [["Nama", "Jabatan", "Kecamatan", "Desa"],
            ["Siti", "Ketua PPS Desa Bulu", "", ""],
            ["Rudi", "Ketua PPK Kec. Bulu", "", ""],
            ["Yuni", "Anggota PPS Desa Campursari Kec. Ngadirejo", "", ""],
            ["Heni", "Anggota PPS Desa Campursari", "Bulu", ""],
            ["Tono", "Anggota PPS Desa Campursari", "", ""],
            ["Wati", "Anggota PPS Desa Bulu", "Bulu", "Wonosari"]]  # fmt: skip
    made = read(rows, tmp_path, suffix)
    codes = ["33.23.01.2001", "33.23.01", "33.23.09.2008", "33.23.01.2003"]
    assert column(made, "kode_wilayah") == codes
    assert column(made, "desa") == ["Bulu", "", "Campursari", "Campursari"]
    filled = {one.column: one.count for one in made.changes if one.key == "role_place"}
    assert filled == {"desa": 3, "kecamatan": 2}
    assert faults(made) == ["place_ambiguous", "role_place_differs"]


@_SUFFIXES
def test_who_holds_a_role_for_the_time_being_is_that_stakeholder(
    suffix: str, tmp_path: Path
) -> None:
    rows = [["Kode", "Peran", "Nama"], ["33.23.01.2001", "Pj. Kades", "Heri"],
            ["33.23.01", "Plt. Camat", "Tono"], ["33.23.03.1001", "Pjs Lurah", "Yuni"],
            ["33.23.01", "Plt. Raja", "Joko"]]  # fmt: skip
    made = read(rows, tmp_path, suffix, "pemangku")
    assert column(made, "peran") == ["kades", "camat", "lurah"]
    assert [one.count for one in made.changes if one.key == "acting"] == [3]
    assert faults(made) == ["value_unknown"]


@_SUFFIXES
@pytest.mark.parametrize("with_column", [True, False], ids=["empty", "absent"])
def test_somebody_at_no_tps_is_told_without_a_list_of_tps(
    suffix: str, with_column: bool, tmp_path: Path
) -> None:
    head, *people = (["Nama", "Badan", "Jabatan", "Kode", "TPS"],
                     ["Siti", "KPPS", "ketua", "33.23.01.2001", ""],
                     ["Budi", "PPS", "ketua", "33.23.01.2001", ""])  # fmt: skip
    rows = [row if with_column else row[:-1] for row in (head, *people)]
    made = read(rows, tmp_path, suffix)
    assert [(one.column, one.count) for one in made.kept if one.key == "no_tps"] == [("tps", 1)]
    found = [one for rule in checked(tmp_path / "t").rules for one in rule.findings]
    lines = [one.line for one in found if (one.code, one.column) == ("V201", "tps")]
    assert lines == [2]


@_SUFFIXES
def test_what_is_mended_in_part_keeps_where_it_first_stood(suffix: str, tmp_path: Path) -> None:
    rows = [["Nama", "Badan", "Jabatan", "Kode"], ["Siti", "PPS", "Ketuaa", "33.23.01.2001"],
            ["Budi", "PPS", "Anggotaa", "33.23.01.2001"]]  # fmt: skip
    read(rows, tmp_path, suffix)
    rejects = tmp_path / "t" / "anggota.ditolak.csv"
    rejects.write_text(rejects.read_text().replace("Ketuaa", "Ketua"), encoding="utf-8")
    made = imported(rejects, tmp_path / "t", name="anggota")
    assert (column(made, "nama"), made.rejects[0].where.file) == (["Siti"], rejects.name)
    with (tmp_path / "t" / str(made.rejects_name)).open(encoding="utf-8") as file:
        (left,) = csv.DictReader(file)
    sheet = "" if suffix == "csv" else "PPS"
    told_there = [left[f"ditolak_{key}"] for key in ("berkas", "lembar", "baris")]
    assert told_there == [f"a.{suffix}", sheet, "3"]


def test_a_file_in_place_of_the_folder_of_copies_is_said_to_be_one(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    (folder / "cadangan").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ImportRefused) as refused:
        read_over(tmp_path, folder)
    text = refused_text(refused.value.key, refused.value.params, Translator("en"))
    assert text.startswith(f"{folder / 'cadangan'} must be a folder")


def read_over(tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("nama,badan,jabatan,kode_wilayah\nSiti,PPS,ketua,33.23.01.2001\n")
    (folder / "anggota.csv").write_bytes(source.read_bytes())
    write(plan([source], "anggota", folder, PROFILE, Options(Mode.REPLACE)), "id")
