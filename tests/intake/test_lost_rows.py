"""What the polluted files found: rows that went missing, moved a column, or changed unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.intake.doctor import Intake, Options, plan
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.report import Status
from adhoc_cli.models.rows import Bimtek
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.registry import find_rule
from adhoc_cli.tables.read import read_table
from tests.intake.field import column, read_in
from tests.polluted.clean import AS_OF, COLUMNS, content_of

PEOPLE = "kode_wilayah,peran,nama,telepon\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in ("kecamatan", "desa"):
        (tmp_path / f"{kind}.csv").write_bytes(content_of(kind))
    return tmp_path


def planned(folder: Path, kind: str, text: str) -> Intake:
    source = folder / "sumber.csv"
    source.write_text(text, encoding="utf-8")
    made = plan([source], kind, folder, load_profile("pilkada-2024"), Options())
    assert made.read == made.written + made.rejected
    return made


def reasons(made: Intake) -> list[tuple[int, str]]:
    return [(reject.where.line, reject.fault.key) for reject in made.rejects]


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        ("pemangku", PEOPLE + "Kecamatan Jumo,camat,Hartono,081234501011\n", ["33.23.10"]),
        ("pemangku", PEOPLE + "Desa Giyono,kades,Mulyono,081234501053\n", ["33.23.10.2004"]),
        ("tps", "kode_desa,nomor,jumlah_pemilih\nDesa Jumo,1,412\n", ["33.23.10.2001"]),
        ("tps", "nomor,desa\n1,Desa Jumo\n", ["33.23.10.2001"]),
    ],
)
def test_a_row_that_names_its_place_is_no_heading(
    folder: Path, kind: str, text: str, codes: list[str]
) -> None:
    made = planned(folder, kind, text)
    at = made.columns.index("kode_desa" if kind == "tps" else "kode_wilayah")
    assert [row[at] for row in made.rows] == codes
    assert made.sheets[0].headings == 0


@pytest.mark.parametrize(
    "heading", ["KECAMATAN JUMO,,", "KECAMATAN,:,Jumo", "A.,KECAMATAN JUMO,", "2,KECAMATAN JUMO,"]
)
def test_a_heading_is_still_one(folder: Path, heading: str) -> None:
    above = "No,peran,nama\nKECAMATAN BULU,,\n1,camat,Sri Hartati\n"
    made = planned(folder, "pemangku", f"{above}{heading}\n1,camat,Hartono Wibowo\n")
    assert [row[0] for row in made.rows] == ["33.23.01", "33.23.10"]
    assert made.sheets[0].headings == 2


@pytest.mark.parametrize("at", range(5))
def test_an_empty_cell_too_many_in_one_row_is_refused(folder: Path, at: int) -> None:
    """The last cell of that row is empty, so that nothing stands beyond the header."""
    header = "nama,jabatan,kode_wilayah,pendidikan,keterangan\n"
    cells = ["Siti", "Ketua PPS", "33.23.01.2001", "SMA", ""]
    cells.insert(at, "")
    first, last = (f"{name},Anggota PPS,33.23.01.2001,SMA,\n" for name in ("Budi", "Rina"))
    made = planned(folder, "anggota", f"{header}{first}{','.join(cells)}\n{last}")
    assert (made.written, reasons(made)) == (2, [(3, "row_width")])


def test_commas_behind_every_row_are_nothing(folder: Path) -> None:
    made = planned(folder, "tps", "kode_desa,nomor\n33.23.10.2001,1,,\n33.23.10.2001,2,,\n")
    assert made.rejected == 0
    assert [row[1] for row in made.rows] == ["1", "2"]


def test_a_header_that_lacks_a_cell_moves_no_row(folder: Path) -> None:
    """The cells of one row reach beyond the header: all of them may stand a column too far."""
    text = "nama,jabatan,kode_wilayah,keterangan\n"
    rows = "Siti,Ketua PPS,33.23.01.2001,SMA,\nBudi,Anggota PPS,33.23.01.2001,SMA,guru\n"
    made = planned(folder, "anggota", text + rows)
    assert reasons(made) == [(2, "row_width"), (3, "row_width")]


def test_blanks_around_a_code_are_counted(folder: Path) -> None:
    made = planned(folder, "tps", "kode_desa,nomor\n 33.23.10.2001 ,1\n33.23.10.2001,2\n")
    assert [(c.column, c.key, c.count) for c in made.changes] == [("kode_desa", "trim", 1)]


def test_a_value_wider_than_its_column_is_refused(folder: Path) -> None:
    head = "nama,jabatan,kode_wilayah,alamat\n"
    made = planned(folder, "anggota", head + "Siti,Ketua PPS,33.23.01.2001,########\n")
    assert reasons(made) == [(2, "formula_error")]


@pytest.mark.parametrize("dash", ["-", "--", "–—"])
def test_dashes_are_nothing_to_the_strict_reader_too(tmp_path: Path, dash: str) -> None:
    path = tmp_path / "bimtek.csv"
    path.write_text(f"kegiatan,tanggal,nik\n{dash},2024-05-17,3323101205780007\n", "utf-8")
    table = read_table(Bimtek, [(path, path.name)], Vocabulary())
    assert table["kegiatan"].empty.tolist() == [True]
    assert table.files[0].rejected == 1


def test_contacts_are_counted_where_every_place_was_rejected(tmp_path: Path) -> None:
    """`check` ended in a fault of the tool where not one kecamatan could be read."""
    for kind in COLUMNS:
        content = content_of(kind)
        spoilt = b"kode,nama\n33.23.01;Bulu\n33.23.02;Tembarak\n"
        (tmp_path / f"{kind}.csv").write_bytes(spoilt if kind == "kecamatan" else content)
    roster = load_roster(tmp_path, AS_OF)
    assert roster.table("kecamatan").files[0].rejected == 2
    assert run_rule(roster, find_rule("C954"), None).status is not Status.CRASHED


def test_a_member_of_a_pps_gets_no_tps_from_above(tmp_path: Path) -> None:
    rows = "".join(
        f"Orang {letter},PPS,anggota,{code},{tps}\n"
        for letter, code, tps in zip(
            "ABCDEF",
            (f"33.23.01.200{n}" for n in (1, 1, 1, 2, 2, 2)),
            ("1", "", "", "2", "", ""),
            strict=True,
        )
    )
    made = read_in(f"nama,badan,jabatan,kode,tps\n{rows}", tmp_path)
    assert column(made, "tps") == ["1", "", "", "2", "", ""]


@pytest.mark.parametrize("header", ["kegiatna", "", "acara apa"])
@pytest.mark.parametrize("day", ["2024-05-17", "17 Mei 2024"])
def test_the_first_row_is_no_second_row_of_a_header(folder: Path, header: str, day: str) -> None:
    """Its "Bimtek PPK" names the column that the header lacks."""
    text = f"{header},tanggal,nama,badan,kode_wilayah\nBimtek PPK,{day},Wagiman,PPK,33.23.01\n"
    with pytest.raises(ImportRefused) as refused:
        planned(folder, "bimtek", text)
    assert refused.value.key == "column_missing"
