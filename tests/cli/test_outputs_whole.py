"""Every command that writes a file: it is there whole, or the one before still is.

A link is not followed, a device is not written to, a full disk and a signal in the middle leave
what was there and nothing else.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example, base_members
from tests.cli.conftest import made
from tests.cli.running import DAY, PROGRAM, Ran, adhoc, inside
from tests.cli.test_exit_codes import from_the_start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and signals of POSIX")

_JOURNAL = (
    "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    '2024-05-20T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,""\n'
)
_OLD = b"yang lama\n"


@dataclass(frozen=True)
class Writer:
    """A command, its arguments before the destination, and the file that it writes there.

    `into` is the option that names the destination: a file, or (`folder`) the folder of the file.
    """

    name: str
    arguments: tuple[str, ...]
    file: str
    folder: bool = False
    into: tuple[str, ...] = ("-o",)

    def command(self, roster: Path, place: Path) -> list[str]:
        arguments = [word.replace("ROSTER", str(roster)) for word in self.arguments]
        return [*arguments, *self.into, str(place if self.folder else place / self.file)]


def _report(form: str) -> Writer:
    arguments = ("report", "ROSTER", *DAY, "--format", form, "--since", "none")
    return Writer(f"report-{form}", arguments, f"laporan.{form}")


WRITERS = [
    Writer("check", ("check", "ROSTER", *DAY, "--format", "json"), "x"),
    Writer("check-csv", ("check", "ROSTER", *DAY, "--format", "csv"), "x"),
    Writer("quota", ("quota", "ROSTER", *DAY), "x"),
    Writer("members", ("members", "ROSTER", *DAY, "--format", "csv", "--show-personal"), "x"),
    Writer("members-vcf", ("members", "ROSTER", *DAY, "--format", "vcf", "--show-personal"), "x"),
    Writer("rules", ("rules",), "x"),
    Writer("explain", ("explain", "Q401"), "x"),
    Writer("profiles", ("profiles",), "x"),
    Writer("diff", ("diff", "ROSTER", "ROSTER", *DAY), "x"),
    Writer("replace", ("replace", "ROSTER", *DAY), "x"),
    Writer("status", ("checklist", "status", "ROSTER", *DAY), "x"),
    Writer("history", ("checklist", "history", "-C", "ROSTER"), "x"),
    Writer("show", ("checklist", "show", "33.23.01", "-C", "ROSTER", *DAY), "x"),
    Writer("print-html", ("checklist", "print", "-C", "ROSTER", *DAY), "x.html"),
    Writer("print-csv", ("checklist", "print", "-C", "ROSTER", *DAY), "x.csv"),
    Writer("message", ("checklist", "message", "33.23.01", "-C", "ROSTER", *DAY), "", folder=True),
    Writer(
        "import",
        ("import", "ROSTER/anggota.csv", "--as", "anggota", "--replace"),
        "anggota.csv",
        folder=True,
    ),
    *[_report(form) for form in ("html", "xlsx", "md", "json", "ndjson", "csv", "text")],
]
FILES = [writer for writer in WRITERS if not writer.folder]
each_file = pytest.mark.parametrize("writer", FILES, ids=lambda writer: writer.name)
each = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
# One of each way to a file, where a process of its own is the point: it takes half a second.
_WAYS = ("check", "members-vcf", "print-html", "message", "import", "report-html", "report-xlsx")


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A roster with a vacant seat and a journal, of which every result has some pages."""
    rows = tuple(
        row | {"nama": f"{row['nama']} {'I' * number}", "nik": ""}
        for number in range(1, 21)
        for row in base_members()[11:]
    )
    files = {"koordinasi.csv": _JOURNAL.encode()}
    example = Example(drop=("anggota:9",), add={"anggota": rows}, files=files)
    return made(tmp_path_factory.mktemp("whole") / "daftar", example)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the results go."""
    folder = tmp_path / "hasil"
    folder.mkdir()
    return folder


def started(writer: Writer, roster: Path, place: Path) -> Path:
    """The file that the command writes, there already, with something else in it."""
    if writer.folder:
        ran = inside(*writer.command(roster, place))
        assert ran.code in {0, 1}, ran.err
    name = writer.file or next(path.name for path in place.iterdir() if path.is_file())
    target = place / name
    target.write_bytes(_OLD)
    return target


def assert_as_before(target: Path) -> None:
    """The old file, and no temporary one; a lock may stay."""
    assert target.read_bytes() == _OLD
    others = {path.name for path in target.parent.iterdir()} - {target.name}
    assert {name for name in others if not name.endswith(".lock")} <= _BALLAST


# What fills the disk, and what an import keeps of the files before it.
_BALLAST = {"isi", "cadangan"}


def one_line(ran: Ran, code: int) -> None:
    assert (ran.code, ran.out) == (code, ""), ran
    assert ran.err.count("\n") == 1, ran.err


# -- what is no file -------------------------------------------------------------------------------


@each
def test_the_file_is_written(writer: Writer, roster: Path, place: Path) -> None:
    target = started(writer, roster, place)
    ran = inside(*writer.command(roster, place))
    assert (ran.code in {0, 1}, ran.err) == (True, "")
    assert target.read_bytes() != _OLD
    assert [path for path in place.iterdir() if path.name.startswith(".adhoc-")] == []


@each
def test_a_link_is_not_followed(writer: Writer, roster: Path, place: Path) -> None:
    target = started(writer, roster, place)
    elsewhere = place.parent / "lain"
    target.rename(elsewhere)
    target.symlink_to(elsewhere)
    one_line(inside(*writer.command(roster, place)), 2)
    assert target.is_symlink()
    assert elsewhere.read_bytes() == _OLD


@each_file
def test_a_device_is_not_written_to(writer: Writer, roster: Path, place: Path) -> None:
    for device in ("/dev/full", "/dev/null"):
        command = [*writer.command(roster, place)[:-1], device]
        ran = inside(*command)
        assert (ran.code, ran.out) == (2, "")
        # `print` goes by the ending of the name, and says how it is called.
        assert ran.err.count("\n") == (3 if "print" in writer.name else 1)


@pytest.mark.parametrize(
    "writer",
    # A sheet to print always goes into a file.
    [one for one in FILES if one.name in _WAYS and "print" not in one.name],
    ids=lambda writer: writer.name,
)
def test_standard_output_on_a_full_disk(writer: Writer, roster: Path, place: Path) -> None:
    command = writer.command(roster, place)[:-2]
    one_line(adhoc(*command, "-o", "-", redirect="> /dev/full"), 2)


# -- a full disk -----------------------------------------------------------------------------------


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """A small disk at `tmp_path`/hasil, and a call that fills what is left of it."""
    folder = tmp_path / "hasil"
    folder.mkdir()
    mounted = _mount(folder)
    if mounted != "":
        if os.environ.get("CI"):
            pytest.fail(f"no small disk can be mounted: {mounted}")
        pytest.skip(f"NO SMALL DISK CAN BE MOUNTED ({mounted}): full disks are not tested here")

    def fill(place: Path) -> None:
        with (place / "isi").open("wb", 0) as ballast:
            while _room_for(ballast):
                pass

    try:
        yield fill
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _room_for(ballast: io.FileIO) -> bool:
    try:
        return ballast.write(b"x" * 4_096) == 4_096
    except OSError:
        return False


def _mount(folder: Path) -> str:
    """Mount a disk of 256 KB; why that cannot be done, or ""."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return "not root"
    command = [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""


@each
def test_a_full_disk(
    writer: Writer, roster: Path, tmp_path: Path, full: Callable[[Path], None]
) -> None:
    place = tmp_path / "hasil"
    target = started(writer, roster, place)
    full(place)
    ran = inside(*writer.command(roster, place))
    one_line(ran, 2)
    assert_as_before(target)


def test_a_full_disk_under_the_memory(
    roster: Path, tmp_path: Path, full: Callable[[Path], None]
) -> None:
    place = tmp_path / "hasil"
    folder = Path(shutil.copytree(roster, place / "daftar"))
    full(place)
    ran = adhoc("report", str(folder), *DAY, "--format", "md")
    assert ran.code == 2
    assert "Q401" in ran.out
    assert ran.err.count("\n") == 1
    assert {path.name for path in folder.glob(".*")} <= {".adhoc-report.json.lock"}


def test_a_full_disk_keeps_the_kept_ones(
    roster: Path, tmp_path: Path, full: Callable[[Path], None]
) -> None:
    place = tmp_path / "hasil"
    command = [*_report("md").command(roster, place), "--keep", "2"]
    for day in range(3):
        assert inside(*command).code == 1
        os.utime(place / "laporan.md", (86_400 * day, 86_400 * day))
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    assert len(before) == 2
    full(place)
    one_line(inside(*command), 2)
    (place / "isi").unlink()
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


# -- a signal in the middle ------------------------------------------------------------------------

# All is written, and not yet on the disk, and nothing has its name.
_HALFWAY = """
import os, sys, time
def halfway(_):
    print("ready", file=sys.stderr, flush=True)
    for _ in range(600):  # a signal just before a sleep does not cut it short
        time.sleep(0.1)
os.fsync = halfway
"""


# SIGTERM for all; the others go the same way.
SIGNALS = [(writer, signal.SIGTERM) for writer in WRITERS if writer.name in _WAYS] + [
    (writer, number)
    for number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT))
    for writer in WRITERS
    if writer.name in {"check", "import", "message"}
]


@pytest.mark.parametrize(
    ("writer", "number"), SIGNALS, ids=[f"{one.name}-{number.name}" for one, number in SIGNALS]
)
def test_a_signal_in_the_middle(
    writer: Writer, roster: Path, place: Path, tmp_path: Path, number: signal.Signals
) -> None:
    target = started(writer, roster, place)
    ran = interrupted(writer.command(roster, place), tmp_path, _HALFWAY, [number])
    assert ran == Ran(130, "", "Dihentikan.\n")
    assert_as_before(target)


def interrupted(command: list[str], folder: Path, code: str, numbers: list[signal.Signals]) -> Ran:
    """Run adhoc with `code` in front until it says that it is ready, then send it the signals."""
    env = {"PATH": os.environ["PATH"], **from_the_start(folder, code)}
    with subprocess.Popen(
        [*PROGRAM, *command], env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "ready\n"
        for number in numbers:
            process.send_signal(number)
        out, err = process.communicate(timeout=60)
    return Ran(process.returncode, out, err)


def test_the_second_signal_does_not_disturb_the_end(
    roster: Path, place: Path, tmp_path: Path
) -> None:
    """systemd sends SIGTERM and SIGHUP at once, an impatient one SIGTERM again and again."""
    writer = _report("md")
    target = started(writer, roster, place)
    code = _HALFWAY + (
        "from pathlib import Path\ntrue = Path.unlink\n"
        "def slow(path, **more):\n    time.sleep(0.5)\n    true(path, **more)\n"
        "Path.unlink = slow\n"
    )
    numbers = [signal.SIGTERM, signal.SIGHUP, signal.SIGTERM]
    ran = interrupted(writer.command(roster, place), tmp_path, code, numbers)
    assert ran == Ran(130, "", "Dihentikan.\n")
    assert_as_before(target)


def test_what_is_ignored_stays_ignored(roster: Path, place: Path, tmp_path: Path) -> None:
    """nohup, and a shell that ends while its jobs go on."""
    code = (
        "import os, signal\ntrue = os.fsync\n"
        "def told(fd):\n    os.kill(os.getpid(), signal.SIGHUP)\n    true(fd)\n"
        "os.fsync = told\n"
    )
    writer = _report("md")
    target = started(writer, roster, place)
    env = from_the_start(tmp_path, code)
    ran = adhoc(*writer.command(roster, place), env=env, program=["nohup", *PROGRAM])
    assert (ran.code, ran.out) == (1, "")
    assert target.read_bytes() != _OLD


def test_init_and_a_signal(place: Path, tmp_path: Path) -> None:
    folder = place / "baru"
    ran = interrupted(["init", str(folder)], tmp_path, _HALFWAY, [signal.SIGTERM])
    assert ran == Ran(130, "", "Dihentikan.\n")
    assert not folder.exists() or list(folder.iterdir()) == []


def test_init_and_a_full_disk(tmp_path: Path, full: Callable[[Path], None]) -> None:
    place = tmp_path / "hasil"
    folder = place / "baru"
    folder.mkdir()
    full(place)
    one_line(adhoc("init", str(folder), "--kabupaten", "33.23"), 2)
    assert list(folder.iterdir()) == []


def test_a_child_ends_with_its_parent(place: Path, tmp_path: Path) -> None:
    """A workbook is read by a process of its own."""
    source = tmp_path / "anggota.xlsx"
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet().write_row(0, 0, ["nama", "badan", "jabatan", "kode_wilayah"])
    code = f"""
import os, sys, time
if "workbook_child" in " ".join(sys.orig_argv):
    with open({str(tmp_path / "child")!r}, "w") as file:
        file.write(str(os.getpid()))
    os.write(2, b"")
    time.sleep(60)
"""
    env = {"PATH": os.environ["PATH"], **from_the_start(tmp_path, code)}
    command = [*PROGRAM, "import", str(source), "--as", "anggota", "-o", str(place)]
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as process:
        child = int(_waited_for(tmp_path / "child"))
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "Dihentikan.\n")
    assert _has_ended(child)
    assert list(place.iterdir()) == []


def _has_ended(process: int) -> bool:
    """Whether a process ends within some seconds; one that nobody collects counts as well."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        done = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
        )
        if done.stdout.strip()[:1] in {"", "Z"}:
            return True
        time.sleep(0.05)
    return False


def _waited_for(path: Path) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if path.exists() and (text := path.read_text()):
            return text
        time.sleep(0.02)
    raise AssertionError(f"{path} did not come")


@pytest.mark.slow
def test_ctrl_c_at_any_moment_of_the_start_shows_no_traceback(roster: Path) -> None:
    """From the first module of ours on; before it Python is alone, for 15 ms."""
    code = (
        "import sys, os, signal\n"
        "class Told:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == {!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Told())\n"
    )
    for name in ("adhoc_cli.cli", "adhoc_cli.cli.start", "adhoc_cli.text.words", "typer"):
        env = from_the_start(roster.parent, code.format(name))
        ran = adhoc("check", str(roster), *DAY, env=env)
        assert (ran.code, ran.out) == (130, ""), name
        assert ran.err in {"", "Dihentikan.\n"}
