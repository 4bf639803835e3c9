"""What `adhoc import` and `adhoc init` refuse outright: one line, its exit code, nothing left.

What could be large is a run of the installed command, measured: no refusal takes 200 MB or 10 s.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from adhoc_cli.checklist.lock import LOCK_FILE
from tests.cli.running import PROGRAM, adhoc
from tests.cost import cost_of
from tests.intake.workbooks import HEADER, ROW, bomb, ods, ods_row, with_part, xlsx

_MEMORY, _SECONDS = 200 << 20, 10
# Root is then bound by the permissions of files, as everybody else is.
_AS_OTHERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
_CSV = "nama,jabatan,kode\nSiti Aminah,Ketua PPS,33.23.01.2001\n"
_REJECTED = f"{_CSV}Joko,Ketua PPX,33.23.01.2001\n"
_MIB = 1 << 20


class Refused(NamedTuple):
    """How a run ended, and what it said on stderr."""

    code: int
    err: str


class Office:
    """A folder of files, and runs of adhoc in it."""

    def __init__(self, root: Path) -> None:
        self.root = root / "kantor"
        self._beside = root
        self._temp = root / "temp"
        for folder in (self.root, self._temp, self.root / "t", self.root / "lain"):
            folder.mkdir()
        (self.root / "rekap.csv").write_text(_CSV)
        self.prefix: Sequence[str] = ()
        self.measured = False

    def protect(self, mode: int) -> None:
        """Give the folders of the office this mode."""
        for folder in (self.root / "t", self.root):
            folder.chmod(mode)

    def run(self, *arguments: str) -> Refused:
        """Run adhoc in the folder; what it says on stdout must be nothing."""
        env = {"TMPDIR": str(self._temp)}
        if not (self.measured or self.prefix):
            quick = adhoc(*arguments, "--lang", "en", cwd=self.root, env=env)
            assert quick.out == ""
            return Refused(quick.code, quick.err)
        ran = cost_of(
            [*self.prefix, *PROGRAM, *arguments, "--lang", "en"],
            cwd=self.root,
            env={"PATH": os.environ["PATH"], **env},
        )
        assert ran.peak < _MEMORY, f"{ran.peak >> 20} MiB"
        assert ran.seconds < _SECONDS
        assert ran.out == ""
        return Refused(ran.code, ran.err)

    def refused(self, *arguments: str) -> Refused:
        """The same for a run that changes nothing anywhere, and says one line."""
        before = self.state()
        ran = self.run(*arguments)
        assert self.state() == before
        assert ran.err.startswith("Error: ")
        assert ran.err.count("\n") == 1, ran.err
        return Refused(ran.code, ran.err.removeprefix("Error: ").removesuffix("\n"))

    def imported(self, *arguments: str, into: str = "t") -> Refused:
        """The same for an import of rekap.csv, or of the source that is named first."""
        source = () if arguments and not arguments[0].startswith("-") else ("rekap.csv",)
        return self.refused("import", *source, *arguments, "--as", "anggota", "-o", into)

    def state(self) -> dict[str, tuple[int, str | bytes]]:
        """Every file and folder, also of its temporary folder: its mode and content."""
        found = {}
        for path in [*self.root.rglob("*"), *self._temp.rglob("*")]:
            content: str | bytes = ""
            if path.is_symlink():
                content = str(path.readlink())
            elif path.is_file():
                content = path.read_bytes()
            found[str(path.relative_to(self._beside))] = (path.lstat().st_mode, content)
        return found


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def measured(office: Office) -> Office:
    """An office whose runs of adhoc are measured."""
    office.measured = True
    return office


def not_tested(what: str) -> None:
    """Skip, and say so; where the tests are meant to be whole this fails."""
    assert not os.environ.get("CI"), f"{what} cannot be tested here"
    pytest.skip(f"NOT TESTED: {what}")


# -- sources ---------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("lying", [False, True], ids=["plain", "lying about its size"])
def test_a_zip_bomb(measured: Office, lying: bool) -> None:
    bomb(measured.root / "bom.xlsx", 260 * _MIB, lying=lying)
    assert measured.imported("bom.xlsx") == (
        3, "bom.xlsx unpacks to more than 256 MiB (--max-unpacked raises this limit).",
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_zip_bomb_in_a_part_that_is_read(measured: Office, part: str) -> None:
    made = xlsx(measured.root / "bom.xlsx", {"A": [HEADER, ROW]})
    with_part(made, part, b"<row>" + b" " * (20 * _MIB))
    ran = measured.imported("bom.xlsx", "--max-unpacked", "16M")
    assert ran == (3, "bom.xlsx unpacks to more than 16 MiB (--max-unpacked raises this limit).")


@pytest.mark.slow
def test_a_zip_bomb_of_cells_that_repeat(measured: Office) -> None:
    """300 bytes that say a million rows: as many as a sheet can have, and a number of no person."""
    ods(measured.root / "bom.ods", ods_row(*HEADER) + ods_row(*ROW, repeated=1_000_000))
    ran = measured.imported("bom.ods")
    assert ran.code == 3
    assert ran.err.startswith("bom.ods is filled up to C1000001: 1,000,001 rows; the limit is ")


@pytest.mark.slow
def test_a_compressed_csv(measured: Office) -> None:
    (measured.root / "rekap.csv").write_bytes(gzip.compress(b" " * (260 * _MIB), 1))
    ran = measured.imported()
    assert ran.code == 3
    assert ran.err.startswith("rekap.csv is no CSV, XLSX, XLS or ODS, but GZIP. ")


@pytest.mark.parametrize(
    "address",
    ["https://example.org/rekap.csv", "http://127.0.0.1:9/x.xlsx", "ftp://example.org/a.csv"],
)
def test_an_address(office: Office, address: str) -> None:
    assert office.imported(address) == (
        2,
        f"{address} is an address on the internet; download the file first. adhoc uses no network.",
    )


def test_a_source_that_is_named_twice(office: Office) -> None:
    (office.root / "tautan.csv").symlink_to("rekap.csv")
    for again in ("rekap.csv", "./rekap.csv", "tautan.csv", str(office.root / "rekap.csv")):
        ran = office.imported("rekap.csv", again)
        name = again.removeprefix("./")
        assert ran == (2, f"{name} is named twice; each of its rows would be written twice.")


def test_sources_that_are_no_files(office: Office) -> None:
    os.mkfifo(office.root / "pipa")
    assert office.imported("lain") == (3, "lain is a folder.")
    assert office.imported("pipa") == (3, "pipa is no regular file.")
    assert office.imported("/dev/zero") == (3, "zero is no regular file.")
    assert office.imported("/dev/stdin") == (3, "stdin is no regular file.")


# -- links to elsewhere ----------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["lain", "tiada"])
@pytest.mark.parametrize("typed", ["tautan", "tautan/", "./tautan"])
def test_a_folder_that_is_a_link(office: Office, to: str, typed: str) -> None:
    (office.root / "tautan").symlink_to(to)
    wanted = (2, "tautan is a link; name the folder itself.")
    assert office.imported(into=typed) == wanted
    assert office.refused("init", typed, "--kabupaten", "33.23") == (2, wanted[1].replace(
        "tautan", "'tautan'"
    ))  # fmt: skip


@pytest.mark.parametrize("to", ["../lain/anggota.csv", "../tiada.csv", "/etc/passwd"])
@pytest.mark.parametrize(
    "how", [(), ("--append",), ("--replace",)], ids=["new", "append", "replace"]
)
def test_a_target_that_is_a_link(office: Office, to: str, how: tuple[str, ...]) -> None:
    (office.root / "lain" / "anggota.csv").write_text(_CSV)
    (office.root / "t" / "anggota.csv").symlink_to(to)
    assert office.imported(*how) == (2, "anggota.csv is a link, and is not written to.")


@pytest.mark.parametrize("to", ["../lain/ditolak.csv", "../tiada.csv"])
@pytest.mark.parametrize(
    "how", [(), ("--append",), ("--replace",)], ids=["new", "append", "replace"]
)
def test_a_file_of_rejected_rows_that_is_a_link(
    office: Office, to: str, how: tuple[str, ...]
) -> None:
    """It keeps its name, and what it leads to stays; the rows go to the next name."""
    (office.root / "lain" / "ditolak.csv").write_text("mine")
    (office.root / "rekap.csv").write_text(_REJECTED)
    link = office.root / "t" / "anggota.ditolak.csv"
    link.symlink_to(to)
    if how:
        (office.root / "t" / "anggota.csv").write_text("nama,badan,jabatan,kode_wilayah\n")
    before = office.state()
    ran = office.run("import", "rekap.csv", "--as", "anggota", "-o", "t", "-q", *how)
    assert ran == (1, "")
    after = office.state()
    written = {name for name in after if name not in before or after[name] != before[name]}
    written = {name for name in written if "/cadangan" not in name}
    lock = {f"kantor/t/{LOCK_FILE}"} if how else set()
    assert written - lock == {"kantor/t/anggota.csv", "kantor/t/anggota.ditolak-2.csv"}
    assert link.is_symlink()
    assert (office.root / "lain" / "ditolak.csv").read_text() == "mine"


# -- folders that cannot be written to -------------------------------------------------------------


@pytest.fixture
def barred(office: Office) -> Iterator[Office]:
    """An office in which nothing may be written; root, who may all the same, runs without that."""
    (office.root / "t" / "anggota.csv").write_text("nama,badan,jabatan,kode_wilayah\n")
    if os.geteuid() == 0:
        office.prefix = _AS_OTHERS
        if shutil.which(_AS_OTHERS[0]) is None:
            not_tested("a folder without write permission (for root it takes setpriv)")
    office.protect(0o555)
    yield office
    office.protect(0o755)


@pytest.mark.parametrize("how", [("--name", "anggota-pps"), ("--append",), ("--replace",)])
def test_importing_into_a_folder_without_write_permission(
    barred: Office, how: tuple[str, ...]
) -> None:
    assert barred.imported(*how) == (2, "There is no permission to write to the folder t.")


@pytest.mark.parametrize("folder", ["t", "baru"])
def test_making_a_folder_without_write_permission(barred: Office, folder: str) -> None:
    (barred.root / "t").chmod(0o755)
    (barred.root / "t" / "anggota.csv").unlink()
    (barred.root / "t").chmod(0o555)
    ran = barred.refused("init", folder, "--kabupaten", "33.23")
    assert ran == (2, f"There is no permission to write to the folder '{folder}'.")


def test_a_source_without_read_permission(barred: Office) -> None:
    (barred.root / "rekap.csv").chmod(0o000)
    ran = barred.imported("--name", "anggota-pps")
    (barred.root / "rekap.csv").chmod(0o644)
    assert ran == (3, "rekap.csv cannot be opened: there is no permission.")


@pytest.fixture
def disk(request: pytest.FixtureRequest, office: Office) -> Iterator[Office]:
    """An office whose folder t is a file system of its own, with the options of the test."""
    folder = office.root / "t"
    mount = ["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT TESTED: a full or read-only disk (mounting one takes root)")
    yield office
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("disk", ["ro"], indirect=True)
def test_a_disk_that_may_only_be_read(disk: Office) -> None:
    assert disk.imported() == (2, "There is no permission to write to the folder t.")
    ran = disk.refused("init", "t", "--kabupaten", "33.23")
    assert ran == (2, "There is no permission to write to the folder 't'.")


@pytest.mark.parametrize("disk", ["size=64k"], indirect=True)
@pytest.mark.parametrize(
    "how", [(), ("--append",), ("--replace",)], ids=["new", "append", "replace"]
)
def test_a_disk_that_is_full(disk: Office, how: tuple[str, ...]) -> None:
    """Also where the rejected rows still found room."""
    if how:
        (disk.root / "t" / "anggota.csv").write_text("nama,badan,jabatan,kode_wilayah\n")
        (disk.root / "t" / LOCK_FILE).touch(0o600)
    rows = "".join(f"Orang {n},Anggota PPS,33.23.01.2001\n" for n in range(3_000))
    (disk.root / "rekap.csv").write_text(_REJECTED + rows)
    assert disk.imported(*how) == (2, "No space left on the device; nothing was written to t.")
