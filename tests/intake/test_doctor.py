"""From the files that offices have to the roster that the clean data gives."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from adhoc_cli.checklist.lock import LOCK_FILE
from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.intake.init import plan_init, write_init
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Intake
from adhoc_cli.models.report import Report
from adhoc_cli.places.find import find_kabupaten
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.reports.check import check_roster
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.registry import choose
from tests.intake import messy
from tests.intake.messy import SAMPLE, Rows
from tests.intake.workbooks import xlsx

PROFILE = load_profile("pilkada-2024")
AS_OF = date(2024, 6, 3)
SECRETARIAT_HEADERS = {
    "Nama": "nama", "Jabatan": "jabatan", "Kode Wilayah": "kode_wilayah", "NIK": "nik",
    "Jenis Kelamin": "jenis_kelamin", "Tanggal Lahir": "tanggal_lahir", "Status": "status",
    "Mulai": "tanggal_mulai", "Selesai": "tanggal_selesai", "Nomor SK": "nomor_sk",
    "Telp": "telepon", "Alamat": "alamat", "Ijazah": "pendidikan", "Ket.": "keterangan",
}  # fmt: skip


def imported(source: Path, folder: Path, kind: str = "anggota", **options: object) -> Intake:
    made = plan([source], kind, folder, PROFILE, Options(**options))  # type: ignore[arg-type]
    assert made.read == made.written + made.rejected
    return write(made, "id")


def checked(folder: Path) -> Report:
    return check_roster(load_roster(folder, AS_OF, None), choose([]), None).report


def told(report: Report) -> dict[str, int]:
    """What a check comes to, but for what only says how a file was read."""
    left_out = ("F109", "F110", "F113")
    return {r.code: r.failed for r in report.rules if r.failed and r.code not in left_out}


def clean_folder(folder: Path, pps: Rows, secretariat: Rows) -> Path:
    messy.region_folder(folder)
    for name in ("bimtek.csv", "pemangku.csv", "anggota-ppk.csv"):
        shutil.copy(SAMPLE / name, folder)
    messy.write_csv(folder / "anggota-pps.csv", pps)
    messy.write_csv(folder / "anggota-sekretariat.csv", secretariat)
    return folder


@pytest.mark.parametrize("headings", [False, True])
def test_messy_files_give_the_result_of_the_clean_data(tmp_path: Path, headings: bool) -> None:
    pps = messy.with_names(messy.rows_of(SAMPLE / "anggota-pps.csv"))
    secretariat = messy.rows_of(SAMPLE / "anggota-sekretariat.csv")
    spoilt = messy.damaged(pps, 0.02)
    messy.messy_workbook(tmp_path / "PPS final (2).xlsx", pps, spoilt, headings=headings)
    messy.messy_csv(tmp_path / "set.csv", secretariat, SECRETARIAT_HEADERS)
    folder = messy.region_folder(tmp_path / "t")
    for name in ("bimtek.csv", "pemangku.csv", "anggota-ppk.csv"):
        shutil.copy(SAMPLE / name, folder)

    first = imported(tmp_path / "PPS final (2).xlsx", folder, name="anggota-pps", strict=True)
    second = imported(tmp_path / "set.csv", folder, name="anggota-sekretariat.csv")

    assert (first.read, first.rejected) == (len(pps), len(spoilt))
    assert {reject.fault.key for reject in first.rejects} == {"number_damaged"}
    assert (second.read, second.rejected) == (len(secretariat), 0)
    left = [row for at, row in enumerate(pps) if at not in spoilt]
    columns = [c for c in pps[0] if c != "divisi" and not (headings and c == "kecamatan")]
    clean = clean_folder(
        tmp_path / "clean", [{c: row[c] for c in columns} for row in left], secretariat
    )
    assert told(checked(folder)) == told(checked(clean))
    for name in ("anggota-pps.csv", "anggota-sekretariat.csv"):
        written, wanted = messy.rows_of(folder / name), messy.rows_of(clean / name)
        assert wanted == [{column: row[column] for column in wanted[0]} for row in written]
    rejected = messy.rows_of(folder / "anggota-pps.ditolak.csv")
    first_line = 6 + headings
    assert len(rejected) == len(spoilt)
    assert rejected[0]["ditolak_berkas"] == "PPS final (2).xlsx"
    assert rejected[0]["ditolak_lembar"] == "PPS"
    assert int(rejected[0]["ditolak_baris"]) >= first_line
    assert rejected[0]["NAMA LENGKAP"].strip()


@pytest.mark.parametrize("headings", [False, True])
def test_rejected_rows_come_back_to_their_own_place(tmp_path: Path, headings: bool) -> None:
    """What a merged cell or a heading said of a row goes with it into the file of rejected rows."""
    pps = messy.with_names(messy.rows_of(SAMPLE / "anggota-pps.csv"))
    spoilt = messy.damaged(pps, 0.1)
    messy.messy_workbook(tmp_path / "pps.xlsx", pps, spoilt, headings=headings)
    folder = messy.region_folder(tmp_path / "t")
    imported(tmp_path / "pps.xlsx", folder, name="anggota-pps", strict=True)
    path = folder / "anggota-pps.ditolak.csv"
    mended = [
        {**row, "No. KTP": pps[at]["nik"]}
        for row, at in zip(messy.rows_of(path), sorted(spoilt), strict=True)
    ]
    messy.write_csv(path, mended)

    again = imported(path, folder, name="anggota-pps", mode=Mode.APPEND)

    assert again.rejected == 0
    written = {row["nik"]: row["kode_wilayah"] for row in messy.rows_of(folder / "anggota-pps.csv")}
    assert written == {row["nik"]: row["kode_wilayah"] for row in pps}


def test_from_an_empty_folder(tmp_path: Path) -> None:
    """`adhoc init`, three imports into the files that it made, `adhoc check`."""
    folder = tmp_path / "t"
    write_init(plan_init(folder, find_kabupaten("Temanggung"), PROFILE))
    shutil.copy(SAMPLE / "adhoc.toml", folder)
    members = {name: messy.rows_of(SAMPLE / f"anggota-{name}.csv") for name in ("ppk", "pps")}
    secretariat = messy.rows_of(SAMPLE / "anggota-sekretariat.csv")
    for name, rows in members.items():
        spoilt = messy.damaged(rows, 0.02)
        messy.messy_workbook(tmp_path / f"{name}.xlsx", messy.with_names(rows), spoilt)
        source, target = tmp_path / f"{name}.xlsx", f"anggota-{name}"
        made = imported(source, folder, name=target, mode=Mode.APPEND, strict=True)
        assert made.rejected == len(spoilt) > 0
        members[name] = [row for at, row in enumerate(rows) if at not in spoilt]
    messy.messy_csv(tmp_path / "set.csv", secretariat, SECRETARIAT_HEADERS)
    imported(tmp_path / "set.csv", folder, name="anggota-sekretariat", mode=Mode.APPEND)
    for name in ("bimtek.csv", "pemangku.csv"):
        shutil.copy(SAMPLE / name, folder)
    clean = clean_folder(tmp_path / "clean", members["pps"], secretariat)
    without = [{**row, "divisi": ""} for row in members["ppk"]]  # no column of the messy sheet
    messy.write_csv(clean / "anggota-ppk.csv", without)
    assert told(checked(folder)) == told(checked(clean))


# -- small sheets ----------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return messy.region_folder(tmp_path / "t")


def text(tmp_path: Path, content: str, name: str = "sumber.csv") -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


def planned(
    source: Path | list[Path], folder: Path, kind: str = "anggota", **options: object
) -> Intake:
    sources = source if isinstance(source, list) else [source]
    made = plan(sources, kind, folder, PROFILE, Options(**options))  # type: ignore[arg-type]
    assert made.read == made.written + made.rejected
    for sheet in made.sheets:
        assert sheet.rows == sheet.written + sheet.rejected
    return made


def column(made: Intake, name: str) -> list[str]:
    at = made.columns.index(name)
    return [row[at] for row in made.rows]


def reasons(made: Intake) -> list[tuple[int, str]]:
    return [(reject.where.line, reject.fault.key) for reject in made.rejects]


def counts(made: Intake) -> dict[str, int]:
    return {f"{change.column}.{change.key}": change.count for change in made.changes}


def test_a_grouped_column_is_carried_down(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "nama,jabatan,kecamatan,desa\n"
        "A,Ketua PPS,Bulu,Tegalurung\n"
        "B,Anggota PPS,,\n"
        "C,Anggota PPS,,\n"
        "D,Ketua PPS,,Bulu\n"
        "E,Ketua PPS,Tembarak,\n"
        "F,Ketua PPK,,\n",
    )
    made = planned(source, folder)
    assert column(made, "kode_wilayah") == [
        "33.23.01.2002", "33.23.01.2002", "33.23.01.2002", "33.23.01.2001", "33.23.02",
    ]  # fmt: skip
    assert column(made, "kecamatan") == ["Bulu", "Bulu", "Bulu", "Bulu", "Tembarak"]
    assert column(made, "desa") == ["Tegalurung", "Tegalurung", "Tegalurung", "Bulu", ""]
    # A new kecamatan ends the desa above it.
    assert reasons(made) == [(6, "place_missing")]
    assert counts(made)["kecamatan.carried"] == 4


def test_a_forgotten_cell_in_a_full_column_is_not_made_up(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "nama,jabatan,kecamatan\nA,Ketua PPK,Bulu\nB,Ketua PPK,Tembarak\nC,Ketua PPK,\n"
        "D,Ketua PPK,Kedu\nE,Ketua PPK,Jumo\n",
    )
    assert reasons(planned(source, folder)) == [(4, "place_missing")]


def test_headings_of_groups(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "DAFTAR ANGGOTA PPK KECAMATAN KEDU,,\n"
        "nama,jabatan,hp\n"
        "A,ketua,\n"
        "PPS KECAMATAN BULU,,\n"
        "I. Desa : Tegalurung,,\n"
        "B,ketua,\n"
        ",DESA,Bulu\n"
        "C,ketua,\n"
        "Jumlah: 2,,\n"
        "D,anggota,\n"
        "Catatan,,\n"
        "E,anggota,\n"
        '"DESA DRONO, KEC. TEMBARAK, KABUPATEN TEMANGGUNG",,\n'
        "F,Ketua PPS,\n"
        "KECAMATAN BULUU,,\n"
        "G,Ketua PPS,\n",
    )
    made = planned(source, folder)
    assert [(row[0], row[1], row[3]) for row in made.rows] == [
        ("A", "PPK", "33.23.07"),
        ("B", "PPS", "33.23.01.2002"),
        ("C", "PPS", "33.23.01.2001"),
        ("D", "PPS", "33.23.01.2001"),
        ("F", "PPS", "33.23.02.2012"),
    ]  # fmt: skip
    assert reasons(made) == [(11, "stray"), (12, "missing"), (16, "place_missing")]
    assert made.sheets[0].headings == 6
    assert made.sheets[0].titles == 1


def test_a_line_that_is_no_heading_we_know_ends_the_group(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "nama,jabatan\nKECAMATAN BULU,\nA,Ketua PPK\nTEMBARAK,\nB,Ketua PPK\n",
    )
    made = planned(source, folder)
    assert reasons(made) == [(4, "stray"), (5, "place_lost")]
    assert made.rejects[1].fault.params["line"] == 4


def test_a_row_that_cannot_be_read_ends_the_group(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        'nama,jabatan,kecamatan\nA,Ketua PPK,Bulu\nB,Anggota PPK,\nC,"Ketua PPK,Tembarak\n'
        "D,Anggota PPK,\nE,Ketua PPK,Kedu\nF,Anggota PPK,\nG,Anggota PPK,\n",
    )
    made = planned(source, folder)
    assert column(made, "kode_wilayah") == ["33.23.01"] * 2 + ["33.23.07"] * 3
    assert reasons(made) == [(4, "quote"), (5, "place_lost")]


def test_roles_and_bodies(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "nama,jabatan,badan,kode\n"
        "A,Ketua PPK,,33.23.01\n"
        "B,Sekretaris PPK,PPK,33.23.01\n"
        "C,sekretaris ppk,Sekretariat PPK,33.23.01\n"
        "D,Pantarlih,,33.23.01.2001\n"
        "E,ketua,,33.23.01\n"
        "F,Ketua,ppk,33.23.01\n",
    )
    made = planned(source, folder)
    assert column(made, "jabatan") == ["ketua", "sekretaris", "anggota", "ketua"]
    assert column(made, "badan") == ["PPK", "SEKRETARIAT PPK", "PANTARLIH", "PPK"]
    assert reasons(made) == [(3, "body_differs"), (6, "missing")]
    assert counts(made)["jabatan.role_split"] == 3


def test_what_a_row_is_not(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "No,nama,jabatan,badan,kode,hobi\n"
        "1,A,ketua,PPK,33.23.01,catur\n"
        "\n"
        "2,,,,,\n"
        "NO,NAMA,JABATAN,BADAN,KODE,HOBI\n"
        "3,B,ketua,PPK,33.23.02,\n"
        "4,C,ketua,PPK,33.23.03,x,y\n"
        "5,D,ketua,PPK\n"
        '6,E,"ketua,PPK,33.23.04,\n'
        ",,Mengetahui,,,\n"
        "7,-,anggota,PPK,33.23.05,\n",
    )
    made = planned(source, folder)
    [sheet] = made.sheets
    assert column(made, "nama") == ["A", "B"]
    assert (sheet.rows, sheet.headers, sheet.blank, sheet.titles) == (7, 2, 2, 0)
    assert reasons(made) == [
        (7, "row_width"), (8, "row_width"), (9, "quote"), (10, "stray"), (11, "missing"),
    ]  # fmt: skip
    assert {one.header: one.filled for one in sheet.mapping if one.column is None} == {
        "No": 5,
        "hobi": 2,
        "": 1,
    }


def test_a_sheet_sorted_together_with_its_header(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "DAFTAR,,,\nA,ketua,PPK,33.23.01\nnama,jabatan,badan,kode\nB,anggota,PPK,33.23.01\n",
    )
    made = planned(source, folder)
    assert column(made, "nama") == ["A", "B"]
    assert made.sheets[0].titles == 1


def test_one_value_for_the_whole_sheet(tmp_path: Path, folder: Path) -> None:
    source = text(tmp_path, "nama,kode\nA,33.23.01.2001\nB,33.23.01.2002\n")
    made = planned(source, folder, constants={"badan": "pps", "jabatan": "Anggota"})
    assert set(column(made, "badan")) == {"PPS"}
    assert counts(made)["badan.constant"] == 2
    for constants, key in (({"x": "y"}, "set_column"), ({"badan": "PPX"}, "set_value")):
        with pytest.raises(ImportRefused) as refused:
            planned(source, folder, constants=constants)
        assert (refused.value.key, refused.value.unreadable) == (key, False)


def test_bps_codes_are_refused_with_the_reason(tmp_path: Path, folder: Path) -> None:
    source = text(
        tmp_path,
        "nama,jabatan,kode desa,desa,kecamatan\n"
        "A,Ketua PPS,3323012001,Tlogowero,Bansari\n"
        "B,Ketua PPS,3323012001,Bulu,Bulu\n"
        "C,Ketua PPS,3323012001,Buluh,Bulu\n",
    )
    made = planned(source, folder)
    assert reasons(made) == [(2, "bps_code")]
    assert [(change.key, change.before) for change in made.kept] == [("name_differs", "Buluh")]


def test_several_sources_and_sheets(tmp_path: Path, folder: Path) -> None:
    one = text(tmp_path, "nama,jabatan,kode\nA,Ketua PPK,33.23.01\n", "a.csv")
    two = xlsx(
        tmp_path / "b.xlsx",
        {
            "Kec. Kedu": [["Nama", "Jabatan", "NIK"], ["B", "Ketua PPK", 3323014605860001]],
            "Grafik": [["Jumlah", 5]],
            "Catatan": [],
        },
    )
    made = planned([one, two], folder)
    assert made.columns == ("nama", "badan", "jabatan", "kode_wilayah", "nik")
    assert made.rows == [("A", "PPK", "ketua", "33.23.01", ""),
                         ("B", "PPK", "ketua", "33.23.07", "3323014605860001")]  # fmt: skip
    assert {(one.sheet, one.reason.key) for one in made.skipped} == {
        ("Grafik", "no_header"),
        ("Catatan", "no_cells"),
    }
    assert not made.complete
    assert planned(two, folder, sheets=["kec. kedu"]).complete
    with pytest.raises(ImportRefused) as refused:
        planned(two, folder, sheets=["Grafik"])
    assert refused.value.key == "no_header"


def test_merged_cells_of_bodies_and_tps(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "kpps.xlsx"
    book = Workbook(str(path))
    sheet = book.add_worksheet("KPPS")
    sheet.write_row(0, 0, ["Badan", "Kecamatan", "Desa", "TPS", "Nama", "Jabatan"])
    sheet.merge_range(1, 0, 4, 0, "KPPS")
    sheet.merge_range(1, 1, 4, 1, "Bulu")
    sheet.merge_range(1, 2, 3, 2, "Tegalurung")
    sheet.merge_range(1, 3, 2, 3, "TPS 001")
    sheet.write(3, 3, 2)
    for at, name in enumerate("ABCDE", start=1):
        sheet.write_row(at, 4, [name, "anggota"])
    book.close()
    made = planned(path, folder)
    assert list(zip(column(made, "kode_wilayah"), column(made, "tps"), strict=True)) == [
        ("33.23.01.2002", "1"),
        ("33.23.01.2002", "1"),
        ("33.23.01.2002", "2"),
    ]
    assert set(column(made, "badan")) == {"KPPS"}
    # A cell outside of the merged ones of its column is empty, and nothing is made up for it.
    assert reasons(made) == [(5, "place_missing"), (6, "missing")]
    assert (counts(made)["badan.carried"], counts(made)["tps.carried"]) == (2, 1)


def test_other_kinds(tmp_path: Path, folder: Path) -> None:
    def rows(kind: str, content: str) -> list[tuple[str, ...]]:
        made = planned(text(tmp_path, content), folder, kind, mode=mode[kind], fewer=True)
        assert not made.rejects, made.rejects
        return list(made.rows)

    mode = dict.fromkeys(("kecamatan", "desa"), Mode.REPLACE) | dict.fromkeys(
        ("tps", "bimtek", "pemangku"), Mode.NEW
    )
    assert rows("kecamatan", "Kode,Kecamatan\n332301,Bulu\n,Kedu\n") == [
        ("33.23.01", "Bulu"),
        ("33.23.07", "Kedu"),
    ]
    assert rows("desa", "Kode,Desa,Jenis\n3323012001,Bulu,Desa\n") == [
        ("33.23.01.2001", "Bulu", "desa")
    ]
    assert rows("desa", "Desa,Kecamatan\nDesa Bulu,Bulu\nKECAMATAN TEMBARAK,\nDrono,\n") == [
        ("33.23.01.2001", "Desa Bulu"),
        ("33.23.02.2012", "Drono"),
    ]
    listed = "No,Kecamatan,Desa,TPS,DPT\n1,Bulu,Bulu,TPS 001,380\n2,Bulu,Bulu,2,401\n"
    assert rows("tps", listed) == [
        ("33.23.01.2001", "1", "380"),
        ("33.23.01.2001", "2", "401"),
    ]
    assert rows(
        "bimtek",
        "Kegiatan,Tanggal,NIK,Hadir\nBimtek PPK,16 Mei 2024,3323014605860001,Hadir\n",
    ) == [("Bimtek PPK", "2024-05-16", "3323014605860001", "ya")]
    assert rows("bimtek", "Acara,Tgl,Nama,Badan,Kecamatan\nBimtek,16/5/24,Siti,PPK,Bulu\n") == [
        ("Bimtek", "2024-05-16", "Siti", "PPK", "33.23.01")
    ]
    assert rows(
        "pemangku",
        "Peran,Nama,Kecamatan,Desa,HP\nCamat,Heni,Bulu,,8123456789\nKepala Desa,Tri,Bulu,Bulu,-\n",
    ) == [
        ("33.23.01", "camat", "Heni", "08123456789"),
        ("33.23.01.2001", "kades", "Tri", ""),
    ]


def test_attendance_of_a_sheet_without_that_column(tmp_path: Path, folder: Path) -> None:
    one = text(tmp_path, "kegiatan,tanggal,nama\nBimtek,2024-05-16,A\n", "a.csv")
    two = text(tmp_path, "kegiatan,tanggal,nama,hadir\nBimtek,2024-05-16,B,tidak\n", "b.csv")
    assert column(planned([one, two], folder, "bimtek"), "hadir") == ["ya", "tidak"]


# -- the target ------------------------------------------------------------------------------------

ONE = "nama,jabatan,kode,nik,hp\nA,Ketua PPK,33.23.01,3323014605860001,81234567890\n"
BAD = ONE + "=1+1,Ketua PPK,Bulu Kulon,,\n"


def refused_write(source: Path, folder: Path, **options: object) -> ImportRefused:
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    with pytest.raises(ImportRefused) as refused:
        imported(source, folder, **options)  # type: ignore[arg-type]
    after = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    assert after == before
    return refused.value


def test_what_is_written(tmp_path: Path, folder: Path) -> None:
    source = text(tmp_path, BAD)
    before = source.read_bytes(), source.stat().st_mtime_ns
    names = {path.name for path in folder.iterdir()}
    made = imported(source, folder)
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before
    assert {path.name for path in folder.iterdir()} - names - {"cadangan"} == {
        "anggota.csv",
        "anggota.ditolak.csv",
    }
    for name in (made.name, made.rejects_name or ""):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert (folder / "anggota.csv").read_text() == (
        "nama,badan,jabatan,kode_wilayah,nik,telepon\n"
        "A,PPK,ketua,33.23.01,3323014605860001,081234567890\n"
    )
    [rejected] = messy.rows_of(folder / "anggota.ditolak.csv")
    assert rejected["nama"] == "'=1+1"
    assert (rejected["ditolak_berkas"], rejected["ditolak_baris"]) == ("sumber.csv", "3")
    assert rejected["ditolak_alasan"] == "tidak ada tempat bernama Bulu Kulon"
    assert not made.dry_run


def test_a_target_without_rows_is_not_written(tmp_path: Path, folder: Path) -> None:
    rejected = ONE.replace("33.23.01", "33.23.99").replace("A,", "B,")
    made = imported(text(tmp_path, rejected), folder)
    assert (made.written, made.rejected) == (0, 1)
    assert not (folder / "anggota.csv").exists()
    assert (folder / "anggota.ditolak.csv").exists()
    imported(text(tmp_path, ONE), folder)
    before = (folder / "anggota.csv").read_bytes()
    made = imported(text(tmp_path, rejected), folder, mode=Mode.REPLACE)
    assert made.rejects_name == "anggota.ditolak-2.csv"
    assert (folder / "anggota.csv").read_bytes() == before
    refused = refused_write(text(tmp_path, "nama,jabatan,kode\n,,\n"), folder, name="anggota-x")
    assert (refused.key, refused.unreadable) == ("no_rows", True)


def test_a_row_without_a_name_is_kept_where_a_number_tells_who_it_is(
    tmp_path: Path, folder: Path
) -> None:
    source = text(
        tmp_path,
        "nama,jabatan,kode,nik,hp\n-,Ketua PPK,33.23.01,3323014605860001,\n"
        ",Anggota PPK,33.23.01,,081234567890\n-,Anggota PPK,33.23.01,,\n",
    )
    made = planned(source, folder)
    assert reasons(made) == [(4, "missing")]
    assert [(kept.key, kept.count) for kept in made.kept] == [("no_name", 2)]


def test_a_plan_writes_nothing(tmp_path: Path, folder: Path) -> None:
    names = sorted(folder.iterdir())
    assert planned(text(tmp_path, BAD), folder).dry_run
    assert sorted(folder.iterdir()) == names


def test_an_existing_target_needs_a_word(tmp_path: Path, folder: Path) -> None:
    source = text(tmp_path, ONE)
    assert refused_write(source, folder, mode=Mode.APPEND).key == "target_missing"
    imported(source, folder)
    refused = refused_write(source, folder)
    assert (refused.key, refused.unreadable) == ("target_exists", False)
    imported(source, folder, mode=Mode.REPLACE)
    assert len(messy.rows_of(folder / "anggota.csv")) == 1


def test_appending_refuses_people_who_are_there(tmp_path: Path, folder: Path) -> None:
    target = folder / "anggota-ppk.csv"
    target.write_text(
        "NIK,nama lengkap,jabatan,Kode,hobi\n"
        "3323014605860001,A,Ketua PPK,33.23.01,catur\n"
        ",Hj. Siti Aminah,anggota PPK,3323.01,\n".replace("3323.01", "332301")
    )
    source = text(
        tmp_path,
        "nama,jabatan,kode,nik,status\n"
        "Lain,Ketua PPK,33.23.02,3323014605860001,aktif\n"
        "SITI AMINAH,Anggota PPK,33.23.01,,aktif\n"
        "Siti Aminah,Anggota PPK,33.23.01,3323014605860002,aktif\n"
        "Siti Aminah,Anggota PPK,33.23.02,,aktif\n"
        "B,Ketua PPK,33.23.03,3323014605860003,cadangan\n",
    )
    made = imported(source, folder, name="anggota-ppk", mode=Mode.APPEND)
    assert reasons(made) == [(2, "already_member"), (3, "already_name"), (4, "already_name")]
    assert made.rejects[0].fault.params["line"] == 2
    assert target.read_text() == (
        "NIK,nama lengkap,jabatan,Kode,hobi,badan,status\n"
        "3323014605860001,A,Ketua PPK,33.23.01,catur,,\n"
        ",Hj. Siti Aminah,anggota PPK,332301,,,\n"
        ",Siti Aminah,anggota,33.23.02,,PPK,aktif\n"
        "3323014605860003,B,ketua,33.23.03,,PPK,cadangan\n"
    )
    again = imported(source, folder, name="anggota-ppk", mode=Mode.APPEND)
    assert again.written == 0
    assert again.rejects_name == "anggota-ppk.ditolak-2.csv"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("kecamatan", "kode,nama\n33.23.01,Bulu\n"),
        ("desa", "kode,nama\n33.23.01.2001,Bulu\n"),
        ("tps", "kode_desa,nomor\n33.23.01.2001,TPS 1\n"),
        ("bimtek", "kegiatan,tanggal,nama,badan,kecamatan\nX,16 Mei 2024,A,PPK,Bulu\n"),
        ("pemangku", "kode_wilayah,peran,nama\n33.23.01,Camat,H. Slamet\n"),
        ("anggota", ONE),
    ],
)
def test_nothing_is_appended_twice(tmp_path: Path, folder: Path, kind: str, content: str) -> None:
    source = text(tmp_path, content)
    (folder / f"{kind}.csv").unlink(missing_ok=True)
    first = imported(source, folder, kind, kabupaten=find_kabupaten("33.23"))
    assert (first.written, first.rejected) == (1, 0)
    written = (folder / f"{kind}.csv").read_bytes()
    second = imported(source, folder, kind, mode=Mode.APPEND, kabupaten=find_kabupaten("33.23"))
    assert (second.written, second.rejected) == (0, 1)
    assert (folder / f"{kind}.csv").read_bytes() == written


def test_appending_to_a_header(tmp_path: Path, folder: Path) -> None:
    (folder / "anggota.csv").write_text("nama,badan,jabatan,kode_wilayah,nik,divisi\n")
    imported(text(tmp_path, ONE), folder, mode=Mode.APPEND)
    assert (folder / "anggota.csv").read_text() == (
        "nama,badan,jabatan,kode_wilayah,nik,divisi,telepon\n"
        "A,PPK,ketua,33.23.01,3323014605860001,,081234567890\n"
    )


@pytest.mark.parametrize(
    "content", ["DAFTAR\nnama,jabatan\nA,B\n", "nama,jabatan\nA\n", 'nama,jabatan\n"A,B\n', "x,y\n"]
)
def test_only_a_plain_target_is_appended_to(tmp_path: Path, folder: Path, content: str) -> None:
    (folder / "anggota.csv").write_text(content)
    refused = refused_write(text(tmp_path, ONE), folder, mode=Mode.APPEND)
    assert (refused.key, refused.unreadable) == ("append_layout", False)


def test_mended_rejects_are_imported_again(tmp_path: Path, folder: Path) -> None:
    imported(text(tmp_path, BAD), folder)
    rejects = folder / "anggota.ditolak.csv"
    mended = rejects.read_text().replace("Bulu Kulon", "33.23.02").replace("'=1+1", "B")
    rejects.write_text(mended)
    made = imported(rejects, folder, mode=Mode.APPEND)
    assert (made.written, made.rejected) == (1, 0)
    assert not rejects.exists()  # its rows are home; it lies among the kept copies
    assert [copy.read_text() for copy in folder.rglob(f"cadangan/*/{rejects.name}")] == [mended]
    assert [row["nama"] for row in messy.rows_of(folder / "anggota.csv")] == ["A", "B"]
    assert load_roster(folder, AS_OF, None).folder.tables["anggota"].files[0].rows == 2


def test_rejects_of_an_earlier_import(tmp_path: Path, folder: Path) -> None:
    rejects = folder / "anggota.ditolak.csv"
    rejects.write_text("mine")
    made = imported(text(tmp_path, BAD), folder)
    assert (rejects.read_text(), made.rejects_name) == ("mine", "anggota.ditolak-2.csv")
    made = imported(text(tmp_path, BAD), folder, mode=Mode.REPLACE)
    assert made.rejects_name == rejects.name
    assert "Bulu Kulon" in rejects.read_text()
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    imported(text(tmp_path, ONE), folder, mode=Mode.REPLACE)
    assert not rejects.exists()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("../anggota.csv", "name"),
        ("a\0b", "name"),
        ("ppk.csv", "name_not_read"),
        ("anggota-x.ditolak", "name_not_read"),
        ("desa.csv", "name_not_read"),
    ],
)
def test_names_of_the_target(tmp_path: Path, folder: Path, name: str, key: str) -> None:
    refused = refused_write(text(tmp_path, ONE), folder, name=name)
    assert (refused.key, refused.unreadable) == (key, False)


def test_a_source_is_never_the_target(tmp_path: Path, folder: Path) -> None:
    source = text(folder, ONE, "anggota.csv")
    for mode in (Mode.REPLACE, Mode.APPEND):
        assert refused_write(source, folder, mode=mode).key == "target_is_source"
    os.link(source, folder / "anggota-b.csv")
    refused = refused_write(source, folder, mode=Mode.REPLACE, name="anggota-b")
    assert refused.key == "target_is_source"


def test_links_and_missing_folders(tmp_path: Path, folder: Path) -> None:
    source = text(tmp_path, ONE)
    elsewhere = text(tmp_path, "mine", "elsewhere.csv")
    (folder / "anggota.csv").symlink_to(elsewhere)
    for mode in Mode:
        assert refused_write(source, folder, mode=mode).key == "target_link"
    (folder / "anggota-x.csv").mkdir()
    refused = refused_write(source, folder, mode=Mode.REPLACE, name="anggota-x")
    assert refused.key == "target_not_a_file"
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert refused_write(source, link).key == "folder_link"
    assert refused_write(source, tmp_path / "none").key == "folder_missing"
    assert refused_write(source, source).key == "not_a_folder"
    assert refused_write(source, folder / ("x" * 300)).key == "write_failed"
    assert elsewhere.read_text() == "mine"


def test_a_target_that_changes_meanwhile(tmp_path: Path, folder: Path) -> None:
    source = text(tmp_path, ONE)
    imported(source, folder)
    made = planned(source, folder, mode=Mode.REPLACE)
    (folder / "anggota.csv").write_text("mine")
    with pytest.raises(ImportRefused) as refused:
        write(made, "id")
    assert refused.value.key == "target_changed"
    assert (folder / "anggota.csv").read_text() == "mine"


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that may be read but not written to; root, who may do all, becomes nobody for it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = messy.region_folder(Path(name) / "t")
        text(Path(name), ONE)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65_534)
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)


def test_a_folder_without_write_permission(closed: Path) -> None:
    refused = refused_write(closed.parent / "sumber.csv", closed)
    assert (refused.key, refused.unreadable) == ("no_permission", False)


@pytest.mark.parametrize("step", ["link", "replace", "fsync", "full"])
@pytest.mark.parametrize("mode", list(Mode))
def test_failing_half_way_leaves_nothing_behind(
    tmp_path: Path, folder: Path, mode: Mode, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if mode is not Mode.NEW:
        imported(text(tmp_path, ONE), folder)
    made = planned(text(tmp_path, BAD.replace("0001,8", "0002,8")), folder, mode=mode)
    before = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(os, "open" if step == "full" else step, fail)
    if (step, mode is Mode.NEW) == ("replace", True):  # a new file replaces nothing
        assert write(made, "id").written == 1
        return
    with pytest.raises(ImportRefused) as refused:
        write(made, "id")
    assert refused.value.key == "no_space"
    after = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert (
        after.pop(str(folder / LOCK_FILE), b"") == b""
    )  # it stays, for whoever changes the folder next
    assert after == before


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("command", ["init", "import"])
def test_the_sweep_of_what_a_killed_run_left(
    tmp_path: Path, folder: Path, command: str, mode: Mode
) -> None:
    if mode is not Mode.NEW:
        imported(text(tmp_path, ONE), folder)
    left = folder / f".adhoc-{command}-0123456789abcdef.tmp"
    left.write_text("personal")
    os.utime(left, (0, 0))
    imported(text(tmp_path, ONE), folder, mode=mode)
    assert not left.exists()
