"""Files on Windows and macOS: open elsewhere, named by Windows, in other capitals, too long."""

from __future__ import annotations

import errno
import os
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from adhoc_cli.cli.commands.sheets.out import _named
from adhoc_cli.editing.sheet import Part
from adhoc_cli.files.folder import name_key
from adhoc_cli.intake.init import _file_name
from adhoc_cli.intake.target import as_it_stands
from adhoc_cli.output.write import _RESERVED
from adhoc_cli.reports.letters.drafts import slug
from adhoc_cli.tables.source import MAP_FROM, open_source
from tests.cli.running import DAY, inside
from tests.systems.pretended import WindowsOs

PLACE = ("33.23.01", "PPK-04", "--status", "dijadwalkan", "--date", "2024-06-12")


# -- open in another program -----------------------------------------------------------------------


@pytest.fixture
def excel(windows: WindowsOs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel has every file open: nothing of that name can be replaced or written."""

    def replace(self: Path, target: Path) -> NoReturn:
        error = PermissionError(errno.EACCES, "Access is denied", str(self), None, str(target))
        error.winerror = 5  # type: ignore[attr-defined,unused-ignore]  # Windows has it
        raise error

    def refuse(path: Path, flags: int, *_: Any) -> int:
        if Path(path).name == "koordinasi.csv":  # the C library tells no number of Windows
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return os.open(path, flags, *_)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(windows, "open", refuse, raising=False)
    monkeypatch.setattr(time, "sleep", lambda _: None)


@pytest.mark.usefixtures("excel")
@pytest.mark.parametrize(
    "command",
    [
        ("report", "{}", *DAY, "-o", "{}/laporan.html"),
        ("members", "{}", *DAY, "-o", "{}/anggota.md"),
        ("set", "33.23.01", "Dimas Yulianto", "--sk", "1/2024", "-C", "{}"),
        ("checklist", "mark", *PLACE, "-C", "{}"),
    ],
    ids=lambda command: command[0],
)
def test_a_file_that_is_open_elsewhere(command: Sequence[str], roster: Path) -> None:
    for name in ("laporan.html", "anggota.md"):
        (roster / name).touch()
    before = {path: path.read_bytes() for path in roster.iterdir() if path.is_file()}
    ran = inside(*(word.format(roster) for word in command))
    assert ran.code == 2
    assert "Excel" in ran.err
    after = {path: path.read_bytes() for path in before}
    assert after == before
    assert not list(roster.glob(".adhoc-*.tmp"))


def test_a_roster_that_cannot_be_opened(
    roster: Path, windows: WindowsOs, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Path.open

    def refuse(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "anggota-ppk.csv":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return theirs(self, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    ran = inside("check", str(roster), *DAY)
    assert ran.code == 3
    assert "Excel" in ran.out


def test_what_is_read_is_not_mapped_where_that_locks_it(tmp_path: Path, windows: WindowsOs) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n" * MAP_FROM)
    assert type(open_source(tmp_path / "a.csv", "a.csv").data) is bytes


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nul.txt", "CON.csv", "aux.md", "com1.json", "LPT9.xlsx"])
def test_a_name_of_windows_itself(name: str, roster: Path, windows: WindowsOs) -> None:
    ran = inside("check", str(roster), *DAY, "-o", str(roster / name))
    assert ran.code == 2
    assert f"{name}: " in ran.err
    assert not (roster / name).exists()


@pytest.mark.parametrize("name", ["con", "CON.tar.gz", "aux .csv", "nul:x", "COM¹", "conin$"])
def test_other_forms_of_them(name: str) -> None:
    assert _RESERVED.fullmatch(name)


@pytest.mark.parametrize("name", ["konsol.html", "auxiliary.csv", "com.csv", "com10.csv", "a.con"])
def test_names_that_only_look_like_them(name: str, roster: Path, windows: WindowsOs) -> None:
    assert not _RESERVED.fullmatch(name)


@pytest.mark.parametrize("name", ["CON", "Aux.", "Kedu . ", 'a:b?*<>|"', "Désa\\Ngadirejo/Timur"])
def test_the_names_that_we_make_are_of_every_system(name: str) -> None:
    """Places and bodies are named by people; what a file is called after them is ours."""
    made = [
        _named(Path("kerja.xlsx"), Part("33.23.17", name)).name,
        f"berita-acara-{slug(name)}-33.23.17.txt",
        _file_name(name, SimpleNamespace(is_secretariat=False)),  # type: ignore[arg-type]  # all it asks
    ]
    for one in made:
        assert not _RESERVED.fullmatch(one)
        assert not set('<>:"/\\|?*') & set(one)
        assert one == one.strip(" .")
        assert not Path(one).stem.endswith((" ", "."))


def test_a_path_longer_than_windows_takes(tmp_path: Path, windows: WindowsOs) -> None:
    deep = tmp_path / ("Rekapitulasi Badan Adhoc " * 8).strip() / ("Data KPU " * 8).strip()
    assert "260" in inside("check", str(deep)).err
    ran = inside("check", "data/temanggung", *DAY, "-o", str(deep / "laporan.txt"))
    assert ran.code == 2
    assert "260" in ran.err


# -- capitals and accents --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "asked", "meant"),
    [
        (["Anggota-PPK.CSV"], "anggota-ppk.csv", "Anggota-PPK.CSV"),
        (["Anggota-PPK.CSV", "anggota-ppk.csv"], "anggota-ppk.csv", "anggota-ppk.csv"),
        ([unicodedata.normalize("NFD", "anggota-désa.csv")], "anggota-désa.csv", "nfd"),
        ([], "anggota-ppk.csv", "anggota-ppk.csv"),
    ],
    ids=["capitals", "both", "accents", "neither"],
)
def test_the_file_that_is_meant(
    there: Sequence[str], asked: str, meant: str, tmp_path: Path
) -> None:
    for name in there:
        (tmp_path / name).touch()
    assert as_it_stands(tmp_path, asked) == (there[0] if meant == "nfd" else meant)


def test_an_import_writes_no_second_file_that_differs_in_capitals(roster: Path) -> None:
    (roster / "anggota-ppk.csv").rename(roster / "Anggota-PPK.CSV")
    new = roster.parent / "baru.csv"
    new.write_bytes((roster / "Anggota-PPK.CSV").read_bytes())
    asked = ("import", str(new), "--as", "anggota", "--name", "anggota-ppk", "-o", str(roster))
    ran = inside(*asked)
    assert ran.code == 2
    assert "Anggota-PPK.CSV" in ran.err
    names = [name_key(path.name) for path in roster.iterdir()]
    assert len(set(names)) == len(names)
    assert inside(*asked, "--replace").code == 0
    assert [path.name for path in roster.glob("[Aa]nggota-[Pp][Pp][Kk].*")] == ["Anggota-PPK.CSV"]


# -- line ends -------------------------------------------------------------------------------------


def test_every_file_may_have_the_line_ends_of_windows(roster: Path) -> None:
    def said() -> str:
        ran = inside("check", str(roster), *DAY, "--format", "json")
        board = inside("checklist", "status", str(roster), *DAY, "--format", "csv")
        assert (ran.code, board.code) == (0, 0), ran.err + board.err
        return ran.out.partition('"checks"')[2] + board.out

    before = said()
    for path in roster.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert said() == before
    assert inside("checklist", "mark", *PLACE, "-C", str(roster)).code == 0
    lines = (roster / "koordinasi.csv").read_bytes().splitlines(keepends=True)
    assert all(line.endswith(b"\r\n") for line in lines)


# -- the disk --------------------------------------------------------------------------------------


class Fcntl(SimpleNamespace):
    """`fcntl` of macOS; `refuses`: the disk does not know F_FULLFSYNC, as network ones do not."""

    F_FULLFSYNC = 51

    def __init__(self, *, refuses: bool = False) -> None:
        super().__init__(F_FULLFSYNC=51, fcntl=self._asked)
        self.seen: list[int] = []
        self._refuses = refuses

    def _asked(self, descriptor: int, what: int) -> None:
        assert what == self.F_FULLFSYNC
        self.seen.append(descriptor)
        if self._refuses:
            raise OSError(errno.ENOTSUP, "not supported")


@pytest.mark.parametrize("refuses", [False, True], ids=["apple-disk", "network-disk"])
def test_on_macos_a_mark_is_on_the_disk_itself(
    refuses: bool, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl, synced = Fcntl(refuses=refuses), list[int]()
    monkeypatch.setitem(sys.modules, "fcntl", fcntl)
    monkeypatch.setattr(os, "fsync", synced.append)
    assert inside("checklist", "mark", *PLACE, "-C", str(roster)).code == 0
    assert fcntl.seen
    assert synced == (fcntl.seen if refuses else [])


def test_a_disk_without_modes(roster: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT and some network shares take no mode: the file stays its owner's, and is written."""

    def refuse(self: Path, mode: int, **_: Any) -> NoReturn:
        raise PermissionError(errno.EPERM, "not permitted", str(self))

    monkeypatch.setattr(Path, "chmod", refuse)
    out = roster / "aturan.csv"
    assert inside("rules", "--format", "csv", "-o", str(out)).code == 0
    assert out.is_file()
