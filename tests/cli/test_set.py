"""`adhoc set`: the row of one person changed from the terminal, and nothing else."""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.running import NIK, Ran, adhoc
from tests.cli.running import inside as quick
from tests.cli.test_exit_codes import meddled

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="signals, modes and file systems of POSIX"
)
# Of the base roster: line 3 of anggota.csv, in the PPK Bulu.
PERSON = "Sulastri Menoreh"


@pytest.fixture
def folder(clean: Path, tmp_path: Path) -> Path:
    """A complete roster, to be changed."""
    shutil.copytree(clean, tmp_path / "t")
    return tmp_path / "t"


def _set(folder: Path, person: str, *more: str) -> Ran:
    return quick("set", "33.23.01", person, "-C", str(folder), "--lang", "en", *more)


def _line(folder: Path, number: int = 3) -> str:
    return (folder / "anggota.csv").read_bytes().decode().split("\n")[number - 1]


def test_a_resignation_is_written_said_back_and_taken_back(folder: Path) -> None:
    before = (folder / "anggota.csv").read_bytes()
    ran = _set(
        folder, PERSON, "--status", "mundur", "--date", "1 Juli 2024", "--reason", "sakit, lama",
        "--sk", "45/2024",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    assert "status aktif → mengundurkan diri" in ran.out
    assert f"Take it back: adhoc undo {folder}" in ran.out
    assert NIK not in ran.out
    after = (folder / "anggota.csv").read_bytes()
    assert ',mengundurkan diri,,2024-05-16,2024-07-01,"sakit, lama",45/2024,' in _line(folder)
    changed = [a != b for a, b in zip(before.splitlines(), after.splitlines(), strict=True)]
    assert [at for at, one in enumerate(changed, 1) if one] == [3]
    assert quick("undo", str(folder)).code == 0
    assert (folder / "anggota.csv").read_bytes() == before


def test_undo_after_somebody_else_changed_the_file(folder: Path) -> None:
    assert _set(folder, PERSON, "--sk", "45/2024").code == 0
    with (folder / "anggota.csv").open("ab") as file:
        file.write(b"\n")
    ran = quick("undo", str(folder), "--lang", "en")
    assert ran.code == 2
    assert "'anggota.csv' changed since" in ran.err


@pytest.mark.parametrize(
    "person", [NIK, NIK[-4:], "sulastri", "anggota.csv:3", "SULASTRI menoreh, S.Pd."]
)
def test_ways_to_name_a_person(folder: Path, person: str) -> None:
    assert _set(folder, person, "--sk", "45/2024").code == 0
    assert ",45/2024," in _line(folder)


def test_a_nik_on_standard_input(folder: Path) -> None:
    ran = adhoc("set", "33.23.01", "-", "-C", str(folder), "--sk", "45/2024", stdin=f"{NIK}\n")
    assert (ran.code, ran.err) == (0, "")
    assert ",45/2024," in _line(folder)
    empty = adhoc("set", "33.23.01", "-", "-C", str(folder), "--sk", "1", stdin="")
    assert empty.code == 2


def test_a_name_that_several_have_is_refused_with_what_works(folder: Path) -> None:
    file = folder / "anggota.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Darmaji Kaliwatu", PERSON), "utf-8")
    ran = _set(folder, PERSON, "--sk", "45/2024")
    assert (ran.code, ran.out) == (2, "")
    offered = [line.split()[0] for line in ran.err.splitlines() if line.startswith("  ")]
    assert offered == ["anggota.csv:3", "anggota.csv:4"]
    assert _set(folder, offered[1], "--sk", "45/2024").code == 0
    assert ",45/2024," in _line(folder, 4)


def test_an_unknown_name_is_answered_with_near_ones(folder: Path) -> None:
    near = _set(folder, "Sulastry Menore", "--sk", "1")
    assert near.code == 2
    assert f"anggota.csv:3  {PERSON}" in near.err
    nobody = _set(folder, "Qqqq", "--sk", "1")
    assert "Nobody at Bulu" in nobody.err
    elsewhere = quick("set", "33.23.01.2016", PERSON, "--sk", "1", "-C", str(folder))
    assert f"anggota.csv:3  {PERSON}" in elsewhere.err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--status", "semangat"), "Known: aktif, cadangan"),
        (("--date", "kemarin"), "is no date"),
        (("--set", "tanggal_mulai=31/02/2024"), "Write day, month"),
        (("--set", "nik=12345"), "16 digits"),
        (("--set", "telepon=12"), "no Indonesian phone number"),
        (("--set", "nama="), "cannot be empty"),
        (("--set", "warna=biru"), "There is no column"),
        (("--set", "kode_wilayah=33.23.99"), "33.23.99"),
        (("--set", "kode_wilayah=33.23"), "no place that a PPK serves in"),
        (("--set", "kode_wilayah=33.23.01.2016"), "no place that a PPK serves in"),
        (("--reason", "x" * 40_000), "anggota.csv could no longer be read"),
        (("--date", "2024-07-01"), "--set tanggal_mulai=DATE"),
        (("--sk", "1", "--set", "nomor_sk=2"), "do not go together"),
        (("--set", "alasan"), "--set"),
        ((), "Say what is to be changed"),
    ],
)
def test_what_is_refused_changes_nothing(folder: Path, change: tuple[str, ...], said: str) -> None:
    before = (folder / "anggota.csv").read_bytes()
    ran = _set(folder, PERSON, *change)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "12345" not in ran.err
    assert (folder / "anggota.csv").read_bytes() == before
    assert not (folder / "cadangan").exists()


def test_personal_cells_are_not_said_back(folder: Path) -> None:
    ran = _set(folder, PERSON, "--set", "telp=081234567890", "--set", "alamat=Jl. Baru 7")
    assert ran.code == 0
    assert "telepon changed; alamat changed" in ran.out
    assert ",081234567890,Jl. Baru 7," in _line(folder)


def test_a_column_that_is_missing_is_added_and_told(folder: Path) -> None:
    file = folder / "anggota.csv"
    file.write_bytes(
        b"\xef\xbb\xbfNama;Jabatan;Kode Wilayah\r\n"
        b"Sri;Ketua PPK;33.23.01\r\nAni;Anggota PPK;3323.01"
    )
    ran = _set(folder, "Sri", "--status", "meninggal", "--date", "2024-07-01")
    assert ran.code == 0, ran.err
    assert "tanggal_selesai → 2024-07-01 (a new column of the file)" in ran.out
    assert file.read_bytes() == (
        b"\xef\xbb\xbfNama;Jabatan;Kode Wilayah;status;tanggal_selesai\r\n"
        b"Sri;Ketua PPK;33.23.01;meninggal;2024-07-01\r\nAni;Anggota PPK;3323.01;;"
    )


def test_what_would_make_the_row_unreadable_is_refused(folder: Path) -> None:
    file = folder / "anggota.csv"
    file.write_bytes(b"nama,jabatan,kode_wilayah\nSri,Ketua PPK,33.23.01\n")
    ran = _set(folder, "Sri", "--set", "jabatan=anggota")
    assert ran.code == 2
    assert "anggota.csv:2 could no longer be read" in ran.err


def test_a_dry_run_and_a_change_that_is_none_write_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert "Would change" in _set(folder, PERSON, "--sk", "45/2024", "--dry-run").out
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert "says so already" in _set(folder, PERSON, "--status", "active").out
    assert not (folder / "cadangan").exists()


@posix
def test_a_link_and_a_file_that_may_only_be_read_are_refused(folder: Path) -> None:
    file = folder / "anggota.csv"
    file.chmod(0o400)
    read_only = _set(folder, PERSON, "--sk", "45/2024")
    assert read_only.code == 2
    assert "may only be read" in read_only.err
    file.chmod(0o600)
    file.rename(folder.parent / "lain.csv")
    file.symlink_to(folder.parent / "lain.csv")
    link = _set(folder, PERSON, "--sk", "45/2024")
    assert link.code == 2
    assert "is a link" in link.err


@posix
@pytest.mark.parametrize(
    ("does", "code"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", -9),
        ("(_ for _ in ()).throw(OSError(errno.ENOSPC, 'full'))", 2),
    ],
)
def test_killed_or_on_a_full_disk_the_file_is_as_it_was(
    folder: Path, tmp_path: Path, does: str, code: int
) -> None:
    before = (folder / "anggota.csv").read_bytes()
    meddling = (
        "import errno, os, signal\nimport adhoc_cli.files.temporary as w\n"
        f"def fail(_): {does}\n"
        "w.os = type('o', (), {**vars(os), 'fsync': fail})\n"
    )
    told = ("set", "33.23.01", PERSON, "--sk", "45/2024", "-C", str(folder), "--lang", "en")
    ran = adhoc(*told, env=meddled(tmp_path, meddling))
    assert ran.code == code
    assert code != 2 or "No space left" in ran.err
    assert (folder / "anggota.csv").read_bytes() == before
    assert adhoc(*told).code == 0, "the lock went with the process"


def test_processes_at_once_all_get_their_change(folder: Path) -> None:
    names = ["Sulastri", "Darmaji", "Rukmini", "Paijo", "Warsini"]

    def change(at: int) -> Ran:
        return adhoc("set", "33.23.01", names[at], "--sk", f"{at}/2024", "-C", str(folder))

    with ThreadPoolExecutor(5) as pool:
        assert [ran.code for ran in pool.map(change, range(5))] == [0] * 5
    text = (folder / "anggota.csv").read_text(encoding="utf-8")
    assert all(f",{at}/2024," in text for at in range(5))


def test_a_roster_of_workbooks_is_refused_with_what_to_do(folder: Path) -> None:
    (folder / "anggota.csv").rename(folder / "anggota.xlsx")
    ran = _set(folder, PERSON, "--sk", "45/2024")
    assert (ran.code, ran.out) == (3, "")
    assert "anggota.xlsx" in ran.err
