"""`adhoc import`: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adhoc_cli.cli import options
from adhoc_cli.intake.doctor import KINDS
from adhoc_cli.profiles.load import load_office
from tests.cli.running import NIK, Ran
from tests.cli.running import inside as adhoc
from tests.intake.workbooks import xlsx

_HEADER = "NAMA LENGKAP,Jabatan,Kode Wilayah"
_GOOD = ("Siti Aminah,Ketua PPK,33.23.01", "Budi Santoso,Anggota PPK,332301")
_BAD = "Joko,Ketua PPX,33.23.01"
_EN = ("--lang", "en")
_AS = ("--as", "anggota", "--kabupaten", "33.23")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A roster folder without an adhoc.toml."""
    made = tmp_path / "t"
    made.mkdir()
    return made


def source(tmp_path: Path, *rows: str, header: str = _HEADER) -> str:
    file = tmp_path / "rekap.csv"
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return str(file)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_kinds_are_those_of_the_reader() -> None:
    assert [kind.value for kind in options.Kind] == list(KINDS)


@pytest.mark.parametrize("form", ["table", "plain", "json", "ndjson", "csv", "md"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_form(tmp_path: Path, folder: Path, form: str, lang: str) -> None:
    at = ("-o", str(folder), "--format", form, "--lang", lang)
    ran = adhoc("import", source(tmp_path, *_GOOD), *_AS, *at)
    assert (ran.code, ran.err) == (0, "")
    assert "rekap.csv" in ran.out
    assert names(folder) == ["anggota.csv"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", ("Impor anggota", "2 baris = 2 ditulis + 0 ditolak", "Ditulis ke")),
        ("en", ("Import of anggota", "2 rows = 2 written + 0 rejected", "Written to")),
    ],
)
def test_for_people(tmp_path: Path, folder: Path, lang: str, said: tuple[str, ...]) -> None:
    at = ("-o", str(folder), "--name", "anggota-ppk", "--lang", lang)
    ran = adhoc("import", source(tmp_path, *_GOOD), *_AS, *at)
    assert (ran.code, ran.err) == (0, "")
    assert not [words for words in said if words not in ran.out]
    written = (folder / "anggota-ppk.csv").read_text(encoding="utf-8").splitlines()
    assert len(written) == 3
    assert "Budi Santoso" in written[2]
    assert "33.23.01" in written[2]


def test_into_the_current_folder_for_programs(tmp_path: Path, folder: Path) -> None:
    at = ("import", source(tmp_path, *_GOOD), *_AS, "--format", "json")
    ran = adhoc(*at, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    read = json.loads(ran.out)
    assert (read["schema"], read["mode"], read["dry_run"]) == ("adhoc.import/1", "new", False)
    assert read["summary"] == {"read": 2, "written": 2, "rejected": 0}
    assert names(folder) == ["anggota.csv"]
    assert adhoc(*at[:6], "--replace", "-q", cwd=folder) == Ran(0, "", "")


@pytest.mark.parametrize(("rows", "code"), [(_GOOD, 0), ((*_GOOD, _BAD), 1)])
def test_a_dry_run_writes_nothing(
    tmp_path: Path, folder: Path, rows: tuple[str, ...], code: int
) -> None:
    ran = adhoc("import", source(tmp_path, *rows), *_AS, "-o", str(folder), "--dry-run", *_EN)
    assert (ran.code, ran.err) == (code, "")
    assert "Nothing has been written yet" in ran.out
    assert not names(folder)


def test_rejected_rows_end_with_1_and_stand_in_a_file(tmp_path: Path, folder: Path) -> None:
    ran = adhoc("import", source(tmp_path, *_GOOD, _BAD), *_AS, "-o", str(folder), *_EN)
    assert (ran.code, ran.err) == (1, "")
    assert "3 rows = 2 written + 1 rejected" in ran.out
    assert names(folder) == ["anggota.csv", "anggota.ditolak.csv"]
    assert "Joko,Ketua PPX" in (folder / "anggota.ditolak.csv").read_text(encoding="utf-8")


def test_a_visible_sheet_that_is_not_read_ends_with_1(tmp_path: Path, folder: Path) -> None:
    table = [_HEADER.split(","), *(row.split(",") for row in _GOOD)]
    file = tmp_path / "rekap.xlsx"
    xlsx(file, {"PPK": table, "Catatan": [["rapat"], ["tunda"]]})
    at = ("import", str(file), *_AS, "-o", str(folder), *_EN)
    ran = adhoc(*at)
    assert (ran.code, ran.err) == (1, "")
    assert "Catatan" in ran.out
    assert adhoc(*at, "--sheet", "PPK", "--replace").code == 0


def test_a_mapping_is_told_once_and_saved_in_the_settings(tmp_path: Path, folder: Path) -> None:
    file = source(tmp_path, *_GOOD, header="Sebutan,Jabatan,Kode Wilayah")
    at = ("import", file, *_AS, "-o", str(folder), "--replace", *_EN)
    mapped = ("--map", "Sebutan=nama", "--set", "badan=PPK")
    assert adhoc(*at, *mapped, "--format", "json").err == ""
    ran = adhoc(*at, *mapped)
    assert ran.code == 0
    assert ran.err.startswith("To not need --map again, save this in ")
    lines = ran.err.splitlines()[1:]
    assert lines == ["  [import]", '  peta = { "Sebutan" = "nama" }']
    (folder / "adhoc.toml").write_text("\n".join(lines), encoding="utf-8")
    assert load_office(folder).settings.impor.peta == {"Sebutan": "nama"}
    for again in ((), mapped):
        ran = adhoc(*at, *again)
        assert (ran.code, ran.err) == (0, "")


def test_append(tmp_path: Path, folder: Path) -> None:
    at = (*_AS, "-o", str(folder), "-q")
    assert adhoc("import", source(tmp_path, _GOOD[0]), *at) == Ran(0, "", "")
    assert adhoc("import", source(tmp_path, _GOOD[1]), *at, "--append") == Ran(0, "", "")
    assert (folder / "anggota.csv").read_text(encoding="utf-8").count("\n") == 3


def test_a_target_that_is_there_is_kept(tmp_path: Path, folder: Path) -> None:
    (folder / "anggota.csv").write_text("mine")
    ran = adhoc("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), *_EN)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "Error: anggota.csv is there already. Use --append to add to it, or --replace.\n"
    )
    assert (folder / "anggota.csv").read_text() == "mine"


@pytest.mark.parametrize(("lang", "said"), [("id", "Kesalahan: Berkas"), ("en", "Error: There is")])
def test_a_source_that_cannot_be_read_ends_with_3(
    tmp_path: Path, folder: Path, lang: str, said: str
) -> None:
    (tmp_path / "kosong.csv").write_text("")
    ran = adhoc("import", str(tmp_path / "x.csv"), *_AS, "-o", str(folder), "--lang", lang)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1
    ran = adhoc("import", str(tmp_path / "kosong.csv"), *_AS, "-o", str(folder), *_EN)
    assert ran == Ran(3, "", "Error: kosong.csv is empty.\n")
    assert not names(folder)


def test_a_name_of_several_kabupaten_is_refused_with_the_list(tmp_path: Path, folder: Path) -> None:
    at = ("import", source(tmp_path, *_GOOD), "--as", "anggota", "-o", str(folder), *_EN)
    ran = adhoc(*at, "--kabupaten", "Semarang")
    assert (ran.code, ran.out) == (2, "")
    assert "  33.22  Kabupaten Semarang, Jawa Tengah\n  33.74  Kota Semarang, Jawa" in ran.err
    ran = adhoc(*at, "--kabupaten", "Temangung")
    assert (ran.code, ran.out) == (2, "")
    assert "Kabupaten Temanggung" in ran.err
    assert not names(folder)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--append", "--replace"), "--append and --replace do not go together."),
        (("--map", "nama"), "The value of --map is no pair with a = in it: 'nama'."),
        (("--set", "=PPK"), "The value of --set is no pair"),
        (("--map", "NAMA LENGKAP=x"), "--map: there is no column x."),
        (("--map", "Tiada=nama"), '--map: no source has a header "Tiada".'),
        (("--set", f"tanggal_lahir={NIK}"), "is no value of tanggal_lahir."),
        (("--max-unpacked", "x"), "--max-unpacked is no size: 'x'."),
        (("--max-rows", "0"), "--max-rows may not be less than 1."),
        (("--as", "orang"), "--as must be one of: kecamatan, desa, tps, anggota"),
        (("--format", "vcf"), "--format must be one of"),
        (("--name", "x.csv"), "A file named x.csv would not be read"),
        (("-o", "tiada"), "There is no folder tiada. Make it with adhoc init."),
    ],
    ids=ascii,
)
def test_what_is_asked_wrongly_ends_with_2(
    tmp_path: Path, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    at = ("import", source(tmp_path, *_GOOD), *_AS, *_EN)
    ran = adhoc(*at, *arguments, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert NIK not in ran.err
    assert not names(folder)


def test_limits_name_the_option_that_raises_them(tmp_path: Path, folder: Path) -> None:
    long = "Bambang Sulistyo,Anggota PPK,33.23.01"
    at = ("import", source(tmp_path, *_GOOD, long), *_AS, "-o", str(folder), *_EN)
    for given, code in (("--max-size=10", 3), ("--max-rows=1", 3), ("--max-columns=1", 3)):
        ran = adhoc(*at, given)
        assert (ran.code, ran.out) == (code, "")
        assert f"({given.partition('=')[0]})" in ran.err
    ran = adhoc(*at, "--max-cell=12")
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize(
    ("lang", "said"),
    [("id", "Sumber tidak pernah diubah."), ("en", "A source is never changed.")],
)
def test_help(lang: str, said: str) -> None:
    ran = adhoc("import", "--help", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert said in " ".join(ran.out.split())
    assert "SOURCE..." in ran.out
    for option in ("--as", "--sheet", "--map", "--set", "--max-unpacked", "--kabupaten"):
        assert option in ran.out
