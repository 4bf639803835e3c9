"""`adhoc import`: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import get_args

import pytest

from adhoc_cli.checklist.lock import locked
from adhoc_cli.cli import options
from adhoc_cli.models.rows import MODELS
from adhoc_cli.profiles.load import load_office
from tests.cli.running import NIK, PROGRAM, Ran
from tests.cli.running import adhoc as adhoc_alone
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS
from tests.intake.workbooks import ods, ods_row, with_part, xlsx

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
    return sorted(file.name for file in folder.iterdir() if file.name != "cadangan")


def test_the_kinds_are_those_of_the_reader() -> None:
    assert get_args(options.Kind) == tuple(MODELS)


@pytest.mark.parametrize("form", TEXT_FORMS)
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


def test_options_are_told_once_and_saved_in_the_settings(tmp_path: Path, folder: Path) -> None:
    file = source(tmp_path, *_GOOD, header="Sebutan,Jabatan,Kode Wilayah")
    at = ("import", file, "-o", str(folder), "--replace", *_EN)
    told = (*_AS, "--map", "Sebutan=nama", "--set", "keterangan=ditetapkan", "--name", "anggota-a")
    assert adhoc(*at, *told, "--format", "json").err == ""
    ran = adhoc(*at, *told)
    assert ran.code == 0
    assert ran.err.startswith("To not type these options again, add --save: they are kept in ")
    assert adhoc(*at, *told, "--save").err == ""
    kept = load_office(folder).settings.impor.berkas[0]
    assert (kept.pola, kept.sebagai, kept.nama) == ("rekap.csv", "anggota", "anggota-a")
    assert (kept.peta, kept.isi) == ({"Sebutan": "nama"}, {"keterangan": "ditetapkan"})
    for again in (("--kabupaten", "33.23"), told):
        ran = adhoc(*at, *again)
        assert (ran.code, ran.err) == (0, "")


def test_what_is_saved_leaves_the_rest_of_the_settings(tmp_path: Path, folder: Path) -> None:
    settings = folder / "adhoc.toml"
    settings.write_text('# ours\nbahasa = "en"\n\n[total]\nPPK = 100\n', encoding="utf-8")
    before = settings.read_text()
    file = source(tmp_path, *_GOOD)
    at = ("import", file, *_AS, "-o", str(folder), "--replace", "--save", "--set")
    assert adhoc(*at, "keterangan=satu").code == 0
    assert adhoc(*at, "keterangan=dua").code == 0
    assert settings.read_text().startswith(before)
    assert adhoc("import", file, "-o", str(folder), "--replace", "--kabupaten", "33.23").code == 0
    assert "dua" in (folder / "anggota.csv").read_text()  # what was saved last


def test_settings_that_take_no_more_tables_stay(tmp_path: Path, folder: Path) -> None:
    (folder / "adhoc.toml").write_text('import = { peta = { "A" = "nama" } }\n')
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), "--save", "--set")
    ran = adhoc(*at, "keterangan=satu", *_EN)
    assert (ran.code, "cannot be kept in" in ran.err) == (2, True)
    assert (folder / "adhoc.toml").read_text() == 'import = { peta = { "A" = "nama" } }\n'


def test_a_mapping_saved_by_hand_is_not_offered_once_more(tmp_path: Path, folder: Path) -> None:
    rows = (row + ",0" for row in _GOOD)
    file = source(tmp_path, *rows, header=f"{_HEADER},Telepon")
    at = ("import", file, *_AS, "-o", str(folder), "--replace", *_EN)
    (folder / "adhoc.toml").write_text('[import]\npeta = { "TELEPON" = "-" }\n')
    for again in ((), ("--map", "Telepon=-")):
        ran = adhoc(*at, *again)
        assert (ran.code, ran.err) == (0, "")
        assert "telepon" not in (folder / "anggota.csv").read_text()
    assert "add --save" in adhoc(*at, "--map", "Telepon=keterangan").err


def test_the_profile_says_which_bodies_there_are(tmp_path: Path, folder: Path) -> None:
    (folder / "adhoc.toml").write_text('profil = "tiada"\n')
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), "-q")
    assert adhoc(*at).code == 2
    assert adhoc(*at, "--profile", "pemilu-2024") == Ran(0, "", "")
    assert adhoc(*at, "--profile", "x", "--replace").code == 2


@pytest.mark.parametrize("how", ["--append", "--replace"])
def test_imports_at_once_lose_no_row(tmp_path: Path, folder: Path, how: str) -> None:
    """Who came in between is told to do it again; whoever is told that it is written, is."""
    (folder / "anggota.csv").write_text(f"{_HEADER}\n{_GOOD[0]}\n")
    files = [tmp_path / f"{number}.csv" for number in range(8)]
    for file in files:
        file.write_text(f"{_HEADER}\nOrang {file.stem},Anggota PPK,33.23.01\n")
    at = ("--as", "anggota", "-o", str(folder), "-q", how, *_EN)
    with ThreadPoolExecutor(len(files)) as pool:
        ran = list(pool.map(lambda file: adhoc_alone("import", str(file), *at), files))
    done = [file.stem for file, one in zip(files, ran, strict=True) if one == Ran(0, "", "")]
    others = {one for one in ran if one != Ran(0, "", "")}
    wanted = "Error: anggota.csv changed meanwhile; nothing was written. Run it once more.\n"
    assert others <= {Ran(2, "", wanted)}
    names_there = (folder / "anggota.csv").read_text().splitlines()[1:]
    there = {line.split(",")[0] for line in names_there}
    assert done
    if how == "--append":
        assert there == {"Siti Aminah", *(f"Orang {number}" for number in done)}
    else:
        assert len(there) == 1
        assert there <= {f"Orang {number}" for number in done}


def test_a_folder_in_use_ends_with_4(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adhoc_cli.intake.target.locked", partial(locked, timeout=0.01))
    (folder / "anggota.csv").write_text(f"{_HEADER}\n")
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), *_EN)
    with locked(folder, datetime(2024, 6, 10, tzinfo=UTC)):
        for how in ("--append", "--replace"):
            ran = adhoc(*at, how)
            assert (ran.code, ran.out) == (4, "")
            assert ran.err.startswith("Error: the folder is in use by another adhoc command ")
            assert ran.err.count("\n") == 1
        assert (folder / "anggota.csv").read_text() == f"{_HEADER}\n"
        # A new file takes nothing from anybody.
        assert adhoc(*at, "--name", "anggota-ppk", "-q") == Ran(0, "", "")
    assert adhoc(*at, "--append", "-q") == Ran(0, "", "")


def test_a_lost_report_says_that_the_rows_are_written(tmp_path: Path, folder: Path) -> None:
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), *_EN)
    ran = adhoc_alone(*at, redirect="> /dev/full")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"{folder / 'anggota.csv'} is written; only the report of it is lost.",
        "The result could not be written: no space left on the device.",
    ]
    assert names(folder) == ["anggota.csv"]
    ran = adhoc_alone(*at, "--replace", "--dry-run", redirect="> /dev/full")
    assert ran.err == "The result could not be written: no space left on the device.\n"


def test_the_reader_of_the_report_may_go_away(tmp_path: Path, folder: Path) -> None:
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), *_EN)
    assert adhoc_alone(*at, redirect="| head -1").err == ""
    assert names(folder) == ["anggota.csv"]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, folder: Path) -> None:
    people = "".join(f"Orang {n},Anggota PPK,33.23.01\n" for n in range(100_000))
    (tmp_path / "besar.csv").write_text(f"{_HEADER}\n{people}")
    at = ("import", str(tmp_path / "besar.csv"), *_AS, "-o", str(folder), "-q", *_EN)
    for number in (signal.SIGINT, signal.SIGTERM):
        run = subprocess.Popen([*PROGRAM, *at], stderr=subprocess.PIPE)
        time.sleep(0.5)
        run.send_signal(number)
        _, said = run.communicate(timeout=30)
        assert b"Traceback" not in said
        assert run.returncode in {130, -number}
        assert not names(folder)


# -- files as they come ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty."),
        (b"\xef\xbb\xbf", "is empty."),
        (b"\n \n,,\n", "is empty."),
        (b"nama,jabatan,kode\n", ": there is no row below the header."),
        (b"DAFTAR\nKABUPATEN X\n", ": no header row was found. Put a header line on top"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "is damaged, or no workbook"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le").rjust(3_000, b"\0"),
            "is locked with a password. Save a copy without one.",
        ),
    ],
    ids=["empty", "bom", "blank", "header", "titles", "damaged", "password"],
)
def test_a_file_without_people_ends_with_3(
    tmp_path: Path, folder: Path, content: bytes, said: str
) -> None:
    (tmp_path / "berkas.xlsx").write_bytes(content)
    ran = adhoc("import", str(tmp_path / "berkas.xlsx"), *_AS, "-o", str(folder), *_EN)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Error: berkas.xlsx")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not names(folder)


@pytest.mark.parametrize("name", ["lama.xls", "baru.xls", "tabel.ods", "teks.xlsx"])
def test_a_workbook_is_told_by_its_bytes(tmp_path: Path, folder: Path, name: str) -> None:
    rows = [_HEADER.split(","), *(row.split(",") for row in _GOOD)]
    made = tmp_path / name
    if name.startswith("lama"):
        made.write_bytes((Path(__file__).parents[1] / "intake" / "data" / "kecil.xls").read_bytes())
    elif name.startswith("teks"):
        made.write_text("\n".join([_HEADER, *_GOOD]))
    elif name.endswith(".ods"):
        ods(made, "".join(ods_row(*row) for row in rows))
    else:
        xlsx(tmp_path / "a.xlsx", {"A": rows}).rename(made)
    renamed = made.rename(tmp_path / "rekap.xlsx")
    ran = adhoc("import", str(renamed), *_AS, "-o", str(folder), *_EN)
    assert (ran.code in (0, 1), ran.err) == (True, "")
    assert "anggota.csv" in names(folder)


def test_a_workbook_of_hidden_sheets_says_which(tmp_path: Path, folder: Path) -> None:
    rows = [_HEADER.split(","), *(row.split(",") for row in _GOOD)]
    made = xlsx(tmp_path / "rekap.xlsx", {"A": rows, "B": rows}, hidden="B")
    with zipfile.ZipFile(made) as archive:
        book = archive.read("xl/workbook.xml")
    hidden = b'<sheet name="A&#10;[red]&#x202e;" state="hidden"'
    with_part(made, "xl/workbook.xml", book.replace(b'<sheet name="A"', hidden))
    ran = adhoc("import", str(made), *_AS, "-o", str(folder), *_EN)
    assert ran == Ran(
        3,
        "",
        "Error: rekap.xlsx: all of its sheets are hidden (A↵[red]\\u202e, B). "
        "Choose one with --sheet.\n",
    )
    assert adhoc("import", str(made), *_AS, "-o", str(folder), "--sheet", "B", "-q").code == 0


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/x",
        "anggota-../x",
        "anggota-\\x",
        "anggota-\n",
        "anggota-\x1b[31m",
        "anggota-\0",
    ],
    ids=ascii,
)
def test_a_name_is_one_that_a_file_can_have(tmp_path: Path, folder: Path, name: str) -> None:
    at = ("import", source(tmp_path, *_GOOD), *_AS, "-o", str(folder), *_EN)
    ran = adhoc(*at, "--name", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: --name takes a plain name of a file without a folder, not ")
    assert ran.err.count("\n") == 1
    assert not names(folder)


def test_file_names_that_are_no_utf8(tmp_path: Path, folder: Path) -> None:
    named = os.fsdecode(b"daftar-\xe9.csv")
    Path(source(tmp_path, *_GOOD, _BAD)).rename(tmp_path / named)
    at = ("import", str(tmp_path / named), *_AS, "-o", str(folder), *_EN)
    ran = adhoc_alone(*at, env={"LC_ALL": "C"})
    assert (ran.code, ran.err) == (1, "")
    assert "daftar-\\udce9.csv" in ran.out
    assert "daftar-\\udce9.csv" in (folder / "anggota.ditolak.csv").read_text()


@pytest.mark.parametrize("how", ["", "--append", "--replace"])
@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_the_target_is_never_a_source(
    tmp_path: Path, folder: Path, how: str, link: Callable[[Path, Path], None]
) -> None:
    target = folder / "anggota.csv"
    Path(source(tmp_path, *_GOOD)).rename(target)
    link(target, folder / "salinan.csv")
    before = target.read_bytes()
    for one in ("anggota.csv", "salinan.csv"):
        ran = adhoc(
            "import", str(folder / one), *_AS, "-o", str(folder), *filter(None, [how]), *_EN
        )
        assert ran == Ran(
            2, "", "Error: anggota.csv is the source itself; a source is never changed.\n"
        )
    assert target.read_bytes() == before
    assert names(folder) == ["anggota.csv", "salinan.csv"]


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
