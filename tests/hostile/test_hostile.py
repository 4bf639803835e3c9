"""Every file of the shared hostile rosters, read as `anggota.csv`, ends as its MANIFEST says."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.folder import open_folder
from adhoc_cli.tables.table import Table

HOSTILE = Path("../shared/hostile")
NOTES = {FileFaultKind.READ_AS, FileFaultKind.COLUMN_UNKNOWN}
# Files whose fault is not one of form: rules of other families find it, in rows that are all read.
BY_RULES = {"bad_nik_dup.csv"}


def _manifest() -> list[tuple[str, str]]:
    path = HOSTILE / "MANIFEST.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["file"], row["expected"]) for row in csv.DictReader(file)]


MANIFEST = _manifest()
if not MANIFEST:
    pytest.skip(
        f"THE HOSTILE ROSTERS ARE NOT TESTED: there is no {HOSTILE}/MANIFEST.csv",
        allow_module_level=True,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n32.10.01,Lemahsugih\n")
    desa = "".join(f"32.10.01.{2001 + i},Desa {i}\n" for i in range(10))
    (tmp_path / "desa.csv").write_text("kode,nama\n" + desa)
    return tmp_path


def read(folder: Path, name: str) -> Table:
    shutil.copyfile(HOSTILE / name, folder / "anggota.csv")
    return open_folder(folder, Vocabulary()).tables["anggota"]


def rows_as_written(name: str) -> list[dict[str, str]]:
    """The rows of a file as the csv module has them, cells trimmed."""
    data = (HOSTILE / name).read_bytes().decode("utf-8-sig")
    csv.field_size_limit(1 << 20)
    delimiter = ";" if ";" in data.split("\n", 1)[0] else ","
    rows = csv.DictReader(_lines(data), delimiter=delimiter)
    return [{key: (cell or "").strip(" \t") for key, cell in row.items()} for row in rows]


def _lines(data: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", data)


def located(table: Table) -> set[int]:
    """The lines of all that is wrong with a file: faults of form, and cells that were refused."""
    lines = {f.line for f in table.files[0].log.kept if f.kind not in NOTES and f.line}
    for column in table.columns.values():
        lines |= set(table.line[column.refused].tolist())
    return lines


@pytest.mark.parametrize(("name", "expected"), MANIFEST, ids=[name for name, _ in MANIFEST])
def test_a_hostile_file_ends_as_its_manifest_says(name: str, expected: str, folder: Path) -> None:
    table = read(folder, name)
    file = table.files[0]
    assert file.rows == file.accepted + file.rejected
    named = {int(line) for line in re.findall(r"file:([0-9]+)", expected)}
    if "load" in expected and file.readable and not file.rejected:
        count = re.match(r"load:([0-9]+)", expected)
        assert file.accepted == (int(count[1]) if count else len(rows_as_written(name)))
        loaded_exactly(table, name)
    elif name in BY_RULES:
        loaded_exactly(table, name)
    elif named or "with line" in expected:
        assert located(table)
        assert named <= located(table)
    else:
        assert not file.readable
        assert file.log.kept[-1].line == 1


def loaded_exactly(table: Table, name: str) -> None:
    """Every cell that is read is the cell that was written."""
    written = rows_as_written(name)
    headers = {"kode_desa": "kode_wilayah"}
    assert len(table) == len(written)
    for header in written[0]:
        column = headers.get(header, header)
        if column in table and column != "jabatan":  # "Anggota PPS" is read as role and body
            found = [table[column].text(row) for row in range(len(table))]
            assert found == [row[header] for row in written], column
    assert {table.value("badan", row) for row in range(len(table))} == {"PPS"}


def test_every_file_is_in_the_manifest() -> None:
    assert {path.name for path in HOSTILE.glob("*.csv")} - {"MANIFEST.csv"} == dict(MANIFEST).keys()


def test_the_fault_says_what_the_manifest_says(folder: Path) -> None:
    found = {name: read(folder, name) for name, _ in MANIFEST}
    kept = {
        name: table.files[0].log.kept[-1]
        for name, table in found.items()
        if table.files[0].log.kept
    }
    assert kept["bad_xlsx_named_csv.csv"].params["found"] == "xlsx"
    assert kept["bad_html_named_csv.csv"].params["found"] == "html"
    assert kept["hostile_surrogate.csv"].params["found"] == "surrogate"
    assert kept["bad_unclosed_quote.csv"].params["fault"] == "unclosed"
    assert kept["ok_semicolon.csv"].params["delimiter"] == ";"
    papua = found["ok_papua_nik.csv"]
    assert "9171010101900001" in [papua.value("nik", row) for row in range(len(papua))]
    assert papua["nik"].empty.tolist()[papua.line.tolist().index(5)]
    damaged = found["bad_nik_sci.csv"]["nik"]
    assert {error.kind for error in damaged.errors.values()} == {"number_damaged"}
