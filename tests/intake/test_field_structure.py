"""Files of the field whose structure says more than their cells, in every format that has it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from adhoc_cli.intake import workbook
from adhoc_cli.intake.doctor import Intake, Options, plan
from adhoc_cli.intake.fault_texts import fault_text
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Marked, Mode
from adhoc_cli.intake.workbook_child import read
from adhoc_cli.output.formats import choose
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.imported import ImportView
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.text.translator import Translator
from tests.intake import messy
from tests.intake.drawn import FORMATS, Drawn

FIELD = Path(__file__).parents[3] / "shared" / "field"
PROFILE = load_profile("pilkada-2024")
MUDAL = ("Mudal", "Temanggung")


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads a workbook costs 80 ms; test_workbook_child.py is about it."""
    monkeypatch.setattr(workbook, "_asked_of_child", read)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    messy.region_folder(tmp_path / "t")
    return tmp_path / "t"


def imported(source: Path, folder: Path, kind: str = "anggota", **options: Any) -> Intake:
    """What importing a file comes to; rows in are always written or rejected."""
    intake = plan([source], kind, folder, PROFILE, Options(**options))
    assert intake.read == intake.written + intake.rejected
    return intake


def case(name: str, file: str) -> Path:
    """A shared file of the field."""
    path = FIELD / name / file
    if not path.is_file():
        pytest.skip("the shared field cases are not here")
    return path


def column(intake: Intake, name: str) -> list[str]:
    at = intake.columns.index(name)
    return [row[at] for row in intake.rows]


def reasons(intake: Intake) -> dict[int, str]:
    """Why each rejected row is, by its line."""
    return {reject.where.line: reject.fault.key for reject in intake.rejects}


def written_as(suffix: str, rows: Sequence[Sequence[str]], path: Path) -> Path:
    """The rows in a file of a format, also CSV."""
    source = path / f"a.{suffix}"
    if suffix != "csv":
        return Drawn(rows).write(source)
    width = max(map(len, rows))
    lines = (",".join([*row, *[""] * (width - len(row))]) for row in rows)
    source.write_text("".join(f"{line}\n" for line in lines))
    return source


# -- merged cells ----------------------------------------------------------------------------------


def test_field_merged_cells_of_an_ods_hold_for_their_rows(folder: Path) -> None:
    intake = imported(case("07-merged-tps-in-ods", "kpps.ods"), folder)
    assert Counter(column(intake, "tps")) == {"1": 7, "2": 7}


@pytest.mark.parametrize("suffix", FORMATS)
def test_merged_cells_hold_for_every_column_of_theirs(
    suffix: str, tmp_path: Path, folder: Path
) -> None:
    rows = [
        ["Nama", "Badan", "Jabatan", "Desa", "Kecamatan", "TPS", "Status", "TMT", "No SK"],
        ["Siti Aminah", "KPPS", "anggota", *MUDAL, "1", "aktif", "2024-11-07", "12/SK/2024"],
        ["Budi Santoso", *[""] * 8],
        ["Andi Wijaya", *[""] * 8],
    ]
    merged = [(1, at, 3, at) for at in range(1, 9)]
    source = Drawn(rows, merged).write(tmp_path / f"a.{suffix}")
    intake = imported(source, folder)
    assert intake.written == 3
    assert len({row[1:] for row in intake.rows}) == 1
    assert column(intake, "tps") == ["1"] * 3
    assert column(intake, "tanggal_mulai") == ["2024-11-07"] * 3
    assert column(intake, "nomor_sk") == ["12/SK/2024"] * 3
    counted = {(one.column, one.count) for one in intake.changes if one.key == "carried"}
    assert {("badan", 2), ("jabatan", 2), ("tps", 2), ("desa", 2)} <= counted


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_merged_cell_is_nobody_elses_name(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [
        ["Nama", "NIK", "Jabatan", "Kode"],
        ["Siti Aminah", "3323014605860001", "Ketua PPS", "33.23.01.2001"],
        ["Budi Santoso", "", "Anggota PPS", "33.23.01.2001"],
        ["", "3323010605860002", "Anggota PPS", "33.23.01.2001"],
    ]
    source = Drawn(rows, [(1, 1, 2, 1), (2, 0, 3, 0)]).write(tmp_path / f"a.{suffix}")
    intake = imported(source, folder)
    assert reasons(intake) == {3: "merged_person", 4: "merged_person"}
    assert column(intake, "nama") == ["Siti Aminah"]


# -- cells that failed -----------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["rekap.xls", "rekap.ods"])
def test_field_error_cells_are_no_empty_cells(file: str, folder: Path) -> None:
    intake = imported(case("05-errors-in-xls-and-ods", file), folder)
    assert reasons(intake) == {2: "formula_error"}
    assert column(intake, "nama") == ["Budi Santoso"]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("at", range(4))
def test_error_cells_of_every_column(at: int, suffix: str, tmp_path: Path, folder: Path) -> None:
    good = ["Siti Aminah", "Ketua PPS", *MUDAL]
    bad = [cell if place != at else "#N/A" for place, cell in enumerate(good)]
    rows = [["Nama", "Jabatan", "Desa", "Kecamatan"], bad, ["Budi Santoso", *good[1:]]]
    intake = imported(Drawn(rows).write(tmp_path / f"a.{suffix}"), folder)
    assert reasons(intake) == {2: "formula_error"}
    assert column(intake, "nama") == ["Budi Santoso"]


def test_a_code_that_became_hours_is_quoted_as_it_is_shown(tmp_path: Path, folder: Path) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("PPK")
    sheet.write_row(0, 0, ["Nama", "Jabatan", "Kode"])
    for row, shown in enumerate(("[h]:mm:ss", "hh:mm:ss"), 1):
        sheet.write_row(row, 0, [f"Siti {row}", "Ketua PPK"])
        hours = (33 * 3600 + 23 * 60 + 1) / 86400
        sheet.write_number(row, 2, hours, book.add_format({"num_format": shown}))
    book.close()
    rejects = imported(tmp_path / "a.xlsx", folder).rejects
    assert [one.fault.key for one in rejects] == ["code_malformed"] * 2
    assert [one.fault.params["found"] for one in rejects] == ["33:23:01"] * 2


# -- what nobody sees, or what is struck through ---------------------------------------------------


def test_field_struck_through_text(folder: Path) -> None:
    source = case("19-struck-through", "coret.xlsx")
    assert reasons(imported(source, folder)) == {3: "struck", 4: "struck"}
    skipped = imported(source, folder, struck=Marked.SKIP)
    assert column(skipped, "nama") == ["Siti Aminah", "Rudi Baru"]
    assert sum(sheet.left_out for sheet in skipped.sheets) == 1
    assert imported(source, folder, struck=Marked.TAKE).written == 3


def test_field_filtered_rows(folder: Path) -> None:
    source = case("20-filtered-rows", "saring.xlsx")
    assert reasons(imported(source, folder)) == {4: "hidden_row", 5: "hidden_row"}
    skipped = imported(source, folder, hidden=Marked.SKIP)
    assert (skipped.written, skipped.sheets[0].left_out) == (2, 2)
    assert imported(source, folder, hidden=Marked.TAKE).written == 4


PEOPLE = (
    ("Nama", "Jabatan", "Kode", "No HP"),
    ("Siti Aminah", "Ketua PPS", "33.23.01.2001", "081234567890"),
    ("Budi Santoso", "Anggota PPS", "33.23.01.2001", "081234567891"),
    ("Andi Wijaya", "Anggota PPS", "33.23.01.2001", "081234567892"),
)


@pytest.mark.parametrize("suffix", FORMATS)
def test_hidden_rows_in_every_format(suffix: str, tmp_path: Path, folder: Path) -> None:
    source = Drawn(PEOPLE, hidden_rows=frozenset({2})).write(tmp_path / f"a.{suffix}")
    assert reasons(imported(source, folder)) == {3: "hidden_row"}
    names = column(imported(source, folder, hidden=Marked.SKIP), "nama")
    assert names == ["Siti Aminah", "Andi Wijaya"]
    assert imported(source, folder, hidden=Marked.TAKE).written == 3


@pytest.mark.parametrize("suffix", FORMATS)
def test_hidden_columns_in_every_format(suffix: str, tmp_path: Path, folder: Path) -> None:
    source = Drawn(PEOPLE, hidden_columns=frozenset({3})).write(tmp_path / f"a.{suffix}")
    plain = imported(source, folder)
    assert "telepon" not in plain.columns
    assert not plain.complete
    [phone] = [one for one in plain.sheets[0].mapping if one.header == "No HP"]
    assert (phone.how, phone.filled) == ("hidden", 3)
    skipped = imported(source, folder, hidden=Marked.SKIP)
    assert skipped.complete
    assert "telepon" not in skipped.columns
    taken = imported(source, folder, hidden=Marked.TAKE)
    assert column(taken, "telepon")[0] == "081234567890"


def test_a_needed_column_that_is_hidden(tmp_path: Path, folder: Path) -> None:
    source = Drawn(PEOPLE, hidden_columns=frozenset({0})).write(tmp_path / "a.xlsx")
    with pytest.raises(ImportRefused) as refused:
        imported(source, folder)
    assert refused.value.key == "column_hidden"


@pytest.mark.parametrize("suffix", FORMATS)
def test_struck_cells_in_every_format(suffix: str, tmp_path: Path, folder: Path) -> None:
    struck = frozenset({(2, 0), (2, 1), (2, 2), (2, 3), (3, 3)})
    source = Drawn(PEOPLE, struck=struck).write(tmp_path / f"a.{suffix}")
    assert reasons(imported(source, folder)) == {3: "struck", 4: "struck"}
    skipped = imported(source, folder, struck=Marked.SKIP)
    assert column(skipped, "telepon") == ["081234567890", ""]
    assert skipped.sheets[0].left_out == 1


# -- the same person twice -------------------------------------------------------------------------


def test_field_recap_sheet_and_detail_sheets(folder: Path) -> None:
    intake = imported(case("17-recap-sheet-and-detail-sheets", "rekap.xlsx"), folder)
    [reject] = intake.rejects
    assert (reject.where.sheet, reject.fault.key) == ("MUDAL", "already_name")
    assert reject.fault.params["file"] == "rekap.xlsx [REKAP]"
    assert intake.written == 3


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_repeats_within_a_sheet(suffix: str, tmp_path: Path, folder: Path) -> None:
    intake = imported(written_as(suffix, [*PEOPLE, PEOPLE[1]], tmp_path), folder)
    assert reasons(intake) == {5: "already_name"}
    assert intake.written == 3


# -- several tables in a sheet ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "file", "count"), [("anggota", "ppk-pps.csv", 5), ("pemangku", "pemangku.csv", 3)]
)
def test_field_tables_one_below_another(kind: str, file: str, count: int, folder: Path) -> None:
    intake = imported(case("01-stacked-tables", file), folder, kind)
    assert (intake.read, intake.written) == (count, count)


def test_field_a_second_header_in_another_order(folder: Path) -> None:
    intake = imported(case("14-second-header-other-order", "gabungan.csv"), folder)
    people = [dict(zip(intake.columns, row, strict=True)) for row in intake.rows]
    [andi] = [one for one in people if one["nama"] == "Andi Wijaya"]
    assert (andi["telepon"], andi["alamat"], andi["pendidikan"]) == (
        "081234567892",
        "Dusun C",
        "S1",
    )
    second = imported(case("14-second-header-other-order", "tps-peringkat.csv"), folder)
    assert column(second, "tps") == ["1", "1"]


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_tables_side_by_side(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [
        ["No", "Nama", "Jabatan", "Kode", "", "No", "Jabatan", "Nama", "Kode"],
        ["1", "Siti", "Ketua PPS", "33.23.01.2001", "", "1", "Ketua PPS", "Budi", "33.23.01.2002"],
        ["2", "Andi", "Anggota PPS", "33.23.01.2001", "", "", "", "", ""],
    ]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert column(intake, "nama") == ["Siti", "Andi", "Budi"]
    assert column(intake, "kode_wilayah")[-1] == "33.23.01.2002"


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_table_of_something_else_is_refused(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [
        *PEOPLE,
        ["", "", "", ""],
        ["No", "Kecamatan", "Desa", "Jumlah"],
        ["1", "Bulu", "Wonosari", "3"],
        ["2", "Bulu", "Bansari", "3"],
    ]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert reasons(intake) == dict.fromkeys((6, 7, 8), "other_table")
    assert intake.written == 3


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_nobody_above_a_header_is_a_title(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [["DAFTAR PPS"], ["Tini", "Juru Ketik", "33.23.01.2001", "0812"], *PEOPLE]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert reasons(intake).keys() == {2}
    assert intake.written == 3


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_recap_of_tps_is_no_list_of_them(suffix: str, tmp_path: Path, folder: Path) -> None:
    places = [("Mudal", "12"), ("Joho", "9"), ("Jampirejo", "1"), ("Kertosari", "7")]
    rows = [["Kecamatan", "Desa", "TPS", "DPT"]]
    rows += [["Temanggung", desa, count, "3000"] for desa, count in places]
    with pytest.raises(ImportRefused) as refused:
        imported(written_as(suffix, rows, tmp_path), folder, "tps")
    assert refused.value.key == "recap"


_RECAPS = (
    [["KECAMATAN", "PPK", "PPS"], ["Bulu", "5", "57"], ["Kedu", "5", "42"], ["Jumo", "4", "39"]],
    [["No", "Kecamatan", "Desa", "Jumlah TPS", "DPT"],
     ["1", "Bulu", "Wonosari", "7", "1.904"], ["2", "Bulu", "Bansari", "4", "1.100"],
     ["3", "Kedu", "Bojonegoro", "9", "2.310"], ["", "JUMLAH", "", "20", "5.314"]],
    [["REKAPITULASI BADAN AD HOC"], ["Nama", "Jumlah PPK", "Laki-laki", "Perempuan"],
     ["Bulu", "5", "3", "2"], ["Kedu", "5", "4", "1"], ["Jumo", "5", "5", "-"]],
    [["KODE", "WILAYAH", "KEBUTUHAN", "ADA", "%"], ["33.23.01", "Bulu", "5", "5", "100%"],
     ["33.23.07", "Kedu", "5", "4", "80 %"], ["33.23.10", "Jumo", "5", "4", "80,0%"]],
)  # fmt: skip


@pytest.mark.parametrize("rows", _RECAPS)
@pytest.mark.parametrize("kind", ["anggota", "tps", "pemangku", "bimtek"])
@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_recap_is_refused_by_its_name(
    suffix: str, kind: str, rows: list[list[str]], tmp_path: Path, folder: Path
) -> None:
    with pytest.raises(ImportRefused) as refused:
        imported(written_as(suffix, rows, tmp_path), folder, kind)
    assert refused.value.key in ("recap_counts", "recap")


def test_what_is_no_recap(tmp_path: Path, folder: Path) -> None:
    people = [["Nama", "Umur", "Desa"], ["Siti", "35", "Bulu"], ["Budi", "40", "Bulu"]]
    for rows in (people, [*people, ["Rina", "29", "Bulu"]], [["Nama", "TPS"], *PEOPLE[1:]]):
        with pytest.raises(ImportRefused) as refused:
            imported(written_as("csv", rows, tmp_path), folder)
        assert refused.value.key in ("column_missing", "no_header")


def test_a_recap_beside_the_list_is_skipped_as_one(tmp_path: Path, folder: Path) -> None:
    recap = Drawn(_RECAPS[0], name="Rekap")
    source = Drawn(PEOPLE, more=[recap]).write(tmp_path / "a.xlsx")
    intake = imported(source, folder)
    assert (intake.written, [one.reason.key for one in intake.skipped]) == (3, ["recap_counts"])


# -- headings over several columns -----------------------------------------------------------------


@pytest.mark.parametrize("file", ["lp.xlsx", "lp.csv"])
def test_field_sex_in_two_columns(file: str, folder: Path) -> None:
    intake = imported(case("23-sex-in-two-columns", file), folder)
    sexes = dict(zip(column(intake, "nama"), column(intake, "jenis_kelamin"), strict=True))
    right = {"Budi Santoso": "L", "Siti Aminah": "P", "Andi Wijaya": "L", "Rina Sari": "P"}
    assert sexes == {name: right[name] for name in sexes}
    assert not intake.rejects


@pytest.mark.parametrize("file", ["a.xlsx", "b.xlsx", "c.xlsx"])
def test_field_place_and_day_of_birth_in_two_columns(file: str, folder: Path) -> None:
    intake = imported(case("24-ttl-over-two-columns", file), folder)
    assert column(intake, "tanggal_lahir") == ["1990-05-12", "1990-05-13"]
    assert not intake.rejects


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_headings_over_two_columns_in_every_format(
    suffix: str, tmp_path: Path, folder: Path
) -> None:
    rows = [
        ["Nama", "Jenis Kelamin", "", "TTL", "", "Jabatan", "", "Kode"],
        ["", "L", "P", "Tempat", "Tanggal", "Ketua PPS", "Anggota PPS", ""],
        ["1", "2", "3", "4", "5", "6", "7", "8"],
        ["Siti", "", "√", "Bulu", "12-05-1990", "v", "", "33.23.01.2001"],
        ["Budi", "√", "", "Bulu", "13-05-1990", "", "v", "33.23.01.2001"],
        ["Rina", "√", "√", "Bulu", "13-05-1990", "", "v", "33.23.01.2001"],
    ]
    source = tmp_path / f"a.{suffix}"
    if suffix == "csv":
        written_as(suffix, rows, tmp_path)
    else:
        Drawn(rows, [(0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6)]).write(source)
    intake = imported(source, folder)
    assert reasons(intake) == {6: "value_unknown"}
    assert column(intake, "jenis_kelamin") == ["P", "L"]
    assert column(intake, "jabatan") == ["ketua", "anggota"]
    assert column(intake, "tanggal_lahir") == ["1990-05-12", "1990-05-13"]


# -- cells that are filled from the row above ------------------------------------------------------


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_bodies_that_head_their_rows(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [
        ["Nama", "Jabatan", "Kecamatan"], ["A. PPK", "", ""], ["Siti", "Ketua", "Bulu"],
        ["II", "SEKRETARIAT PPK", ""], ["Budi", "Sekretaris", "Bulu"], ["Ani", "Staf", "Bulu"],
    ]  # fmt: skip
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert column(intake, "badan") == ["PPK", "SEKRETARIAT PPK", "SEKRETARIAT PPK"]
    assert (intake.rejected, intake.sheets[0].headings) == (0, 2)
    assert ("heading_body", "badan") in {(one.key, one.column) for one in intake.changes}


@pytest.mark.parametrize(
    ("name", "role", "body"),
    [
        ("Nama", "JABATAN DALAM PPS", "PPS"),
        ("Nama Lengkap", "Kedudukan di Panitia Pemungutan Suara", "PPS"),
        ("NAMA ANGGOTA PPK", "Jabatan", "PPK"),
        ("Nama", "Jabatan (Sekretariat PPS)", "SEKRETARIAT PPS"),
    ],
)
def test_a_body_that_a_header_says(
    name: str, role: str, body: str, tmp_path: Path, folder: Path
) -> None:
    roles = ["Sekretaris", "Staf"] if body.startswith("SEK") else ["Ketua", "Anggota"]
    rows = [[name, role, "Kecamatan", "Desa"], ["Siti", roles[0], "Temanggung", "Mudal"]]
    rows.append(["Budi", roles[1], "Temanggung", "Mudal"])
    if body == "PPK":
        rows = [row[:3] for row in rows]
    intake = imported(written_as("csv", rows, tmp_path), folder)
    assert column(intake, "badan") == [body, body]
    assert ("header_body", "badan") in {(one.key, one.column) for one in intake.changes}


def test_the_secretary_below_a_header_of_the_pps(tmp_path: Path, folder: Path) -> None:
    rows = [
        ["Nama", "Jabatan dalam PPS", "Kode"], ["Siti", "Ketua", "33.23.03.2020"],
        ["Budi", "Sekretaris", "33.23.03.2020"],
    ]  # fmt: skip
    intake = imported(written_as("csv", rows, tmp_path), folder)
    assert column(intake, "badan") == ["PPS", "SEKRETARIAT PPS"]


def test_a_header_of_two_bodies_says_none(tmp_path: Path, folder: Path) -> None:
    rows = [["Nama PPK/PPS", "Jabatan", "Kode"], ["Siti", "Ketua", "33.23.03.2020"]]
    intake = imported(written_as("csv", rows, tmp_path), folder)
    assert reasons(intake) == {2: "missing"}


def test_a_body_in_the_column_of_the_role_is_a_seat(tmp_path: Path, folder: Path) -> None:
    rows = [["No", "Nama", "Jabatan", "Desa", "TPS"], ["1", "Siti", "Pantarlih", "Tegalurung", "1"]]
    intake = imported(written_as("csv", [*rows, ["2", "", "Pantarlih", "", ""]], tmp_path), folder)
    assert (intake.written, reasons(intake)) == (1, {3: "stray"})


@pytest.mark.parametrize("header", [("Nama Ketua", "Nama Anggota"), ("Ketua", "Sekretaris")])
@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_row_of_several_people_is_refused_as_one(
    suffix: str, header: tuple[str, str], tmp_path: Path, folder: Path
) -> None:
    rows = [["Kecamatan", "Desa", *header], ["Bulu", "Bulu", "Siti", "Budi"],
            ["Bulu", "Tegalurung", "Ani", "Eko"]]  # fmt: skip
    with pytest.raises(ImportRefused) as refused:
        imported(written_as(suffix, rows, tmp_path), folder)
    assert refused.value.params["variant"] == "several"
    assert refused.value.params["several"] == ", ".join(header)


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_the_example_of_a_form_is_nobody(suffix: str, tmp_path: Path, folder: Path) -> None:
    names = ("Contoh: Budi", "CONTOH", "(contoh pengisian)", "Budi (Contoh)", "Misalnya Budi")
    rows = [["Nama", "Jabatan", "Kode", "NIK"]]
    rows += [[one, "Anggota PPS", "33.23.01.2001", "3323010101800001"] for one in names]
    rows += [["Contohadi", "Anggota PPS", "33.23.01.2001", "3323014605860001"]]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert column(intake, "nama") == ["Contohadi"]
    assert set(reasons(intake).values()) == {"example"}


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_total_with_its_count_is_no_row(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [["Desa", "TPS", "DPT"], ["Tegalurung", "1", "250"], ["", "Jumlah", "250"],
            ["JUMLAH TPS:", "1", ""]]  # fmt: skip
    intake = imported(written_as(suffix, rows, tmp_path), folder, "tps")
    assert (intake.written, intake.rejected, intake.sheets[0].headings) == (1, 0, 2)
    people = [*PEOPLE, ["Jumlah", "3", "", ""], ["Total Prakoso", "Anggota PPS", PEOPLE[1][2], ""]]
    made = imported(written_as(suffix, people, tmp_path), folder)
    assert (made.written, made.rejected) == (4, 0)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_title_over_tables_side_by_side_is_that_of_each(
    suffix: str, tmp_path: Path, folder: Path
) -> None:
    rows = [["DAFTAR PPK KECAMATAN BULU", "", "", ""], ["Nama", "Jabatan", "Nama", "Jabatan"],
            ["Siti", "Ketua PPK", "Budi", "Anggota PPK"]]  # fmt: skip
    source = Drawn(rows, merged=[(0, 0, 0, 3)]).write(tmp_path / f"a.{suffix}")
    assert column(imported(source, folder), "kode_wilayah") == ["33.23.01", "33.23.01"]
    (tmp_path / "b").mkdir()
    unmerged = written_as(suffix, rows, tmp_path / "b")
    assert reasons(imported(unmerged, folder)) == {3: "place_missing"}


_PARTS = (
    ("Tanggal Lahir", ("Tgl", "Bln", "Thn"), ("6", "05", "1986"), "tanggal_lahir", "1986-05-06"),
    ("TTL", ("Tahun", "Bulan", "Hari"), ("1986", "Mei", "6"), "tanggal_lahir", "1986-05-06"),
    ("Alamat", ("Dusun", "RT", "RW"), ("Krajan", "01", "02"), "alamat", "Dusun Krajan RT 01 RW 02"),
    ("Alamat", ("Dusun", "RT", "RW"), ("", "RT 1", ""), "alamat", "RT 1"),
    ("Kontak", ("HP", "WA", ""), ("0812345678", "0812345679", ""), "telepon",
     "0812345678/0812345679"),
    ("Pendidikan", ("SMA", "D3", "S1"), ("", "", "v"), "pendidikan", "S1"),
    ("Status", ("Aktif", "Cadangan", ""), ("", "v", ""), "status", "cadangan"),
)  # fmt: skip


@pytest.mark.parametrize("part", _PARTS)
@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_parts_of_a_value_under_one_heading(
    suffix: str, part: tuple[str, Sequence[str], Sequence[str], str, str], tmp_path: Path,
    folder: Path,
) -> None:  # fmt: skip
    heading, labels, cells, name, written = part
    labels = [label for label in labels if label]
    cells = cells[: len(labels)]
    over = [heading, *[""] * (len(labels) - 1)]
    rows = [["Nama", "Jabatan", *over, "Kode"], ["", "", *labels, ""],
            ["Siti", "Ketua PPS", *cells, "33.23.01.2002"]]  # fmt: skip
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert column(intake, name)[0].replace(" / ", "/") == written
    assert not [one for one in intake.sheets[0].mapping if one.is_lost]


def test_a_mark_below_no_label_is_not_thrown_away(tmp_path: Path, folder: Path) -> None:
    rows = [["Nama", "Jabatan", "Kode", "Jenis Kelamin", "", ""], ["", "", "", "L", "P", ""],
            ["Siti", "Ketua PPS", "33.23.01.2002", "", "v", "x"]]  # fmt: skip
    (sheet,) = imported(written_as("csv", rows, tmp_path), folder).sheets
    assert [one.filled for one in sheet.mapping if one.is_lost] == [1, 1]


def test_a_part_that_failed_is_no_part(tmp_path: Path, folder: Path) -> None:
    rows = [["Nama", "Jabatan", "Alamat", "", "Kode"], ["", "", "Dusun", "RT", ""],
            ["Siti", "Ketua PPS", "Krajan", "#REF!", "33.23.01.2002"]]  # fmt: skip
    assert "#REF!" not in str(imported(written_as("csv", rows, tmp_path), folder).rows)


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_title_that_says_the_desa_above_its_kecamatan(
    suffix: str, tmp_path: Path, folder: Path
) -> None:
    rows = [
        ["DESA", ":", "TEGALURUNG"],
        ["KECAMATAN", ":", "BULU"],
        ["Nama", "Jabatan", "NIK"],
        ["Siti", "Ketua PPS", ""],
        ["KECAMATAN KEDU", "", ""],
        ["Budi", "Anggota PPS", ""],
    ]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    assert column(intake, "kode_wilayah") == ["33.23.01.2002"]
    assert reasons(intake) == {6: "place_missing"}  # the desa was that of the other kecamatan


_SPANNED = [
    ["NO", "NAMA", "JENIS KELAMIN", "", "KELAHIRAN", "", "JABATAN", "WILAYAH KERJA", ""],
    ["", "", "L", "P", "TEMPAT", "TANGGAL", "", "KECAMATAN", "DESA"],
    ["1", "Siti", "", "√", "Temanggung", "06/05/1986", "Ketua PPS", "Bulu", "Bulu"],
    ["2", "Budi", "√", "", "Magelang", "07/05/1986", "Anggota PPS", "Bulu", "Bulu"],
]


@pytest.mark.parametrize("above", [[], [["DAFTAR PPS"]], [["", "IDENTITAS", *[""] * 4, "TUGAS"]]])
@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_headings_over_columns_some_of_which_are_known(
    suffix: str, above: list[list[str]], tmp_path: Path, folder: Path
) -> None:
    """KECAMATAN and DESA name columns, L, P, TEMPAT and TANGGAL only below their headings."""
    intake = imported(written_as(suffix, [*above, *_SPANNED], tmp_path), folder)
    assert column(intake, "jenis_kelamin") == ["P", "L"]
    assert column(intake, "tanggal_lahir") == ["1986-05-06", "1986-05-07"]
    assert column(intake, "desa") == ["Bulu", "Bulu"]


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_a_table_that_lies_on_its_side(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [list(one) for one in zip(*PEOPLE, strict=True)]
    with pytest.raises(ImportRefused) as refused:
        imported(written_as(suffix, rows, tmp_path), folder)
    assert refused.value.params["variant"] == "sideways"


def test_field_a_forgotten_cell_is_not_made_up(folder: Path) -> None:
    intake = imported(case("51-forgotten-cell-made-up", "three.csv"), folder)
    assert reasons(intake) == {4: "place_missing"}
    intake = imported(case("51-forgotten-cell-made-up", "five.csv"), folder)
    assert reasons(intake)[5] == "place_missing"
    assert len(column(intake, "nama")) == 4


def test_field_grouping_columns_of_a_csv(folder: Path) -> None:
    intake = imported(case("07-merged-tps-in-ods", "kpps.csv"), folder)
    assert Counter(column(intake, "tps")) == {"1": 7, "2": 7}
    counted = {(one.column, one.count) for one in intake.changes if one.key == "carried"}
    assert counted == {("tps", 12), ("desa", 13), ("kecamatan", 13)}


DESA = ("Mudal", "Joho", "Jampirejo", "Kertosari")


@pytest.mark.parametrize(
    ("heads", "refused"),
    [
        ((0, 3, 6, 9), ()),
        ((0, 3, 9), range(6, 11)),  # a head is missing: six in one group, three in the others
        ((0, 1, 2, 3), range(6, 14)),  # a full column, and cells forgotten at its end
        ((1, 4, 7, 10), [2, 4, 5, 7, 8, 10, 11, 13]),  # nothing stands above the first
    ],
)
@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_only_a_grouping_column_is_filled(
    suffix: str, heads: Sequence[int], refused: Sequence[int], tmp_path: Path, folder: Path
) -> None:
    rows = [["Nama", "Jabatan", "Kecamatan", "Desa"]]
    for row in range(12):
        desa = DESA[heads.index(row)] if row in heads else ""
        rows.append([f"Orang {chr(65 + row)}", "Anggota PPS", "Temanggung", desa])
    rows += [["", "Mengetahui"], ["", "Ketua KPU"], ["", "ttd"], ["", "(Drs. Fulan)"]]
    intake = imported(written_as(suffix, rows, tmp_path), folder)
    missing = [line for line, key in reasons(intake).items() if key.startswith("place_")]
    assert missing == list(refused)


# -- headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["docs.csv", "docs2.csv"])
def test_field_documents_that_were_handed_in(file: str, folder: Path) -> None:
    intake = imported(case("38-documents-that-were-handed-in", file), folder)
    assert not intake.rejects
    assert not {"pendidikan", "nomor_sk"} & set(intake.columns)
    told = [one.header for one in intake.sheets[0].mapping if one.how == "document"]
    assert told == ["KTP", "IJAZAH", "SK"]


def test_field_no_header(folder: Path) -> None:
    source = case("35-no-header", "kec.csv")
    with pytest.raises(ImportRefused) as refused:
        imported(source, folder, "kecamatan", mode=Mode.REPLACE, fewer=True)
    assert (refused.value.key, refused.value.params["columns"]) == ("no_header", "kode,-,nama")
    columns = refused.value.params["columns"].split(",")
    read_so = imported(source, folder, "kecamatan", mode=Mode.REPLACE, fewer=True, columns=columns)
    assert (read_so.written, read_so.rejected) == (3, 0)


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_sheets_without_a_header(suffix: str, tmp_path: Path, folder: Path) -> None:
    source = written_as(suffix, PEOPLE[1:], tmp_path)
    with pytest.raises(ImportRefused) as refused:
        imported(source, folder)
    assert refused.value.params["columns"] == "nama,jabatan,kode_wilayah,telepon"
    columns = refused.value.params["columns"].split(",")
    assert imported(source, folder, columns=columns).written == 3


def test_a_filled_column_that_is_not_read(tmp_path: Path, folder: Path) -> None:
    rows = [["Nama", "Jabatan", "Kode", "Identitas Diri"]]
    rows += [[*one[:3], f"332301460586000{at}"] for at, one in enumerate(PEOPLE[1:], 1)]
    source = written_as("csv", rows, tmp_path)
    [unread] = [one for one in imported(source, folder).sheets[0].mapping if not one.column]
    assert (unread.filled, unread.perhaps) == (3, "nik")
    with pytest.raises(ImportRefused) as refused:
        imported(source, folder, strict=True)
    assert (refused.value.key, refused.value.params["column"]) == ("unread", "nik")
    [option] = re.findall(r"--map '([^']*)'", said_of(imported(source, folder)))
    header, _, column_of_it = option.partition("=")
    mapped = imported(source, folder, mapping={header: column_of_it}, strict=True)
    assert column(mapped, "nik")[0] == "3323014605860001"
    assert "--map" not in said_of(mapped)


def said_of(intake: Intake) -> str:
    """The end of what is said of an import: its result and what follows."""
    stream = io.BytesIO()
    choose("plain", is_terminal=False).write(
        ImportView(intake, Speaker("id")), Sink(stream, width=200)
    )
    return stream.getvalue().decode().partition("Hasil:")[2]


def test_filled_columns_of_which_nothing_is_known(tmp_path: Path, folder: Path) -> None:
    rows = [["Nama", "Jabatan", "Kode", "Suku", "", "No"]]
    rows += [[*one[:3], "Jawa", "x", str(at)] for at, one in enumerate(PEOPLE[1:], 1)]
    source = written_as("csv", rows, tmp_path)
    said = said_of(imported(source, folder))
    assert "--map Suku=-" in said
    assert said.count("tidak dibaca") == 2  # a running number is nobody's loss
    for mapping, key in (({}, "unread"), ({"Suku": "-"}, "unread_unheaded")):
        with pytest.raises(ImportRefused) as refused:
            imported(source, folder, strict=True, mapping=mapping)
        assert refused.value.key == key


# -- cells of another column, and ends of lines ----------------------------------------------------


@pytest.mark.parametrize("suffix", [*FORMATS, "csv"])
def test_columns_that_are_swapped_over_a_stretch(suffix: str, tmp_path: Path, folder: Path) -> None:
    rows = [[*PEOPLE[0], "Alamat", "Pendidikan"]]
    rows += [[*one, "SMA", "Dusun Krajan RT 1"] for one in PEOPLE[1:3]]
    rows += [[*PEOPLE[3], "Dusun Krajan RT 1", "SMA"]]
    kept = imported(written_as(suffix, rows, tmp_path), folder).kept
    told = {(one.column, one.key, one.count, one.where.line) for one in kept}
    assert told == {("pendidikan", "misplaced", 2, 2), ("alamat", "misplaced", 2, 2)}


@pytest.mark.parametrize("sign", ["\x1a", ";", "\\"])
def test_signs_at_the_ends_of_lines(sign: str, tmp_path: Path, folder: Path) -> None:
    lines = [",".join(row) for row in PEOPLE]
    source = tmp_path / "a.csv"
    source.write_text(f"{lines[0]}\n{lines[1]}{sign}\n{lines[2]}\n{lines[3]}\n")
    assert reasons(imported(source, folder)) == {2: "line_end"}
    source.write_text("".join(f"{line}{sign}\n" for line in lines))
    intake = imported(source, folder)
    assert column(intake, "telepon") == ["081234567890", "081234567891", "081234567892"]
    assert ("line_end", "telepon", 3) in {(c.key, c.column, c.count) for c in intake.changes}


def test_files_that_were_joined_with_their_marks(tmp_path: Path, folder: Path) -> None:
    lines = [",".join(row) for row in PEOPLE]
    source = tmp_path / "a.csv"
    mark = "\ufeff"
    text = "".join(f"{mark}{lines[0]}\n{line}\n" for line in lines[1:])
    source.write_text(text, encoding="utf-8")
    intake = imported(source, folder)
    assert column(intake, "nama") == ["Siti Aminah", "Budi Santoso", "Andi Wijaya"]


def test_a_row_that_a_copy_of_a_pdf_cut(tmp_path: Path, folder: Path) -> None:
    """What wrapped stands in a line of its own: the row above it was written without it."""
    rows = [
        ["No", "Nama", "NIK", "Jabatan", "Desa", "Alamat"],
        ["1", "Budi", "3323031203870001", "Ketua PPS", "Mudal", "Dusun Krajan"],
        ["", "Santoso", "", "", "", "RT 1/RW 2"],
        ["2", "Siti", "3323035203900002", "Anggota PPS", "Mudal", "Dusun Krajan"],
        ["3", "Rina", "3323036501920005", "", "Mudal", "Dusun Sari"],
    ]
    made = imported(written_as("csv", rows, tmp_path), folder)
    told = {one.where.line: dict(one.fault.params) for one in made.rejects}
    assert told[3] == {"columns": "badan, jabatan", "variant": "cut", "line": 2}
    assert told[5] == {"columns": "badan, jabatan"}
    why = fault_text(made.rejects[0].fault, Translator("id")).why
    assert why == ("kosong: badan, jabatan; mungkin sambungan baris 2, yang terpotong saat disalin")


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("sheet", "title", "tps"),
    [
        ("TPS 1 (2)", "KPPS TPS 002 DESA MUDAL KEC. TEMANGGUNG", "2"),  # as Excel names a copy
        ("TPS 2", "KPPS TPS 002 DESA MUDAL KEC. TEMANGGUNG", "2"),
        ("Desa Mudal", "KPPS TPS 2 KEC. TEMANGGUNG", "2"),
        ("TPS 1", "KPPS TPS 002 DESA MUDAL KEC. TEMANGGUNG", None),
    ],
)
def test_the_name_of_a_sheet_beside_its_title(
    suffix: str, sheet: str, title: str, tps: str | None, tmp_path: Path, folder: Path
) -> None:
    """A sheet is copied, and its title or its name is forgotten: neither is taken."""
    drawn = Drawn([[title], ["Nama", "Jabatan"], ["Siti", "Ketua"]], name=sheet)
    made = imported(drawn.write(tmp_path / f"a.{suffix}"), folder)
    assert made.written == 1
    assert tps is None if "tps" not in made.columns else column(made, "tps") == [tps]


def test_a_sheet_of_another_desa_than_its_title(tmp_path: Path, folder: Path) -> None:
    drawn = Drawn([["PPS DESA MUDAL"], ["Nama", "Jabatan"], ["Siti", "Ketua"]], name="Desa Guntur")
    made = imported(drawn.write(tmp_path / "a.xlsx"), folder)
    assert reasons(made) == {3: "place_missing"}
