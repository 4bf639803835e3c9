"""What an import leaves on the disk: one writer at a time, and whole files at whatever kill."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from adhoc_cli.checklist.lock import LOCK_FILE
from adhoc_cli.files import folder as files
from adhoc_cli.files.folder import NewFile
from adhoc_cli.intake import doctor
from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.profiles.load import load_profile
from tests.intake import messy

PROFILE = load_profile("pilkada-2024")
_HEADER = "nama,badan,jabatan,kode_wilayah\n"
_THERE = f"{_HEADER}Siti,PPK,ketua,33.23.01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = messy.region_folder(tmp_path / "t")
    (made / "anggota.csv").write_text(_THERE)
    return made


@pytest.mark.parametrize("mode", [Mode.APPEND, Mode.REPLACE])
def test_who_comes_while_another_writes_waits_and_is_refused(
    tmp_path: Path, folder: Path, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        plan([_source(tmp_path, name)], "anggota", folder, PROFILE, Options(mode=mode))
        for name in ("Budi", "Joko")
    )
    said: list[str] = []
    real = files.put

    def come() -> None:
        try:
            write(second, "id")
        except ImportRefused as refused:
            said.append(refused.key)

    other = threading.Thread(target=come)

    def put(folder: Path, new: list[NewFile], over: list[NewFile]) -> None:
        if not other.is_alive():
            other.start()
            other.join(0.2)  # without a lock it would be through long before
        real(folder, new, over)

    monkeypatch.setattr(doctor, "put", put)
    write(first, "id")
    other.join()
    assert said == ["target_changed"]
    names = [row["nama"] for row in messy.rows_of(folder / "anggota.csv")]
    assert names == (["Siti", "Budi"] if mode is Mode.APPEND else ["Budi"])


def _source(tmp_path: Path, name: str) -> Path:
    path = tmp_path / f"{name}.csv"
    path.write_text(f"{_HEADER}{name},PPK,anggota,33.23.01\n")
    return path


_KILLED = """
import os, shutil, sys
from pathlib import Path
import filelock  # it opens files of its own
from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.profiles.load import load_profile

CALLS = ("open", "fsync", "link", "rename", "replace", "unlink")

def killed_at(nth, made):
    count = 0
    def counted(call):
        def wrapper(*args, **options):
            nonlocal count
            count += 1
            if count == nth:
                os._exit(9)
            return call(*args, **options)
        return wrapper
    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    write(made, "id")
    os._exit(0)

folder, source, mode = Path(sys.argv[1]), Path(sys.argv[2]), Mode(sys.argv[3])
profile = load_profile("pilkada-2024")
nth = 0
while True:
    nth += 1
    copy = shutil.copytree(folder, folder.parent / str(nth))
    made = plan([source], "anggota", copy, profile, Options(mode=mode))
    child = os.fork()
    if child == 0:
        killed_at(nth, made)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(nth)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="NOT TESTED: killing a run takes fork")
@pytest.mark.parametrize("mode", list(Mode))
def test_a_kill_at_any_call_leaves_whole_files_and_loses_no_row(
    tmp_path: Path, folder: Path, mode: Mode
) -> None:
    """The target is the old or the new one; with the new one the rejected rows are in their file.

    What has no name yet is for its owner only, and begins with a dot.
    """
    source = tmp_path / "sumber.csv"
    source.write_text(f"{_HEADER}Budi,PPK,anggota,33.23.01\nJoko,PPX,anggota,33.23.01\n")
    if mode is Mode.NEW:
        (folder / "anggota.csv").unlink()
    before = "" if mode is Mode.NEW else _THERE
    after = (_THERE if mode is Mode.APPEND else _HEADER) + "Budi,PPK,anggota,33.23.01\n"
    run = [sys.executable, "-c", _KILLED, str(folder), str(source), mode.value]
    last = int(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    seen = []
    for nth in range(1, last + 1):
        copy = tmp_path / str(nth)
        target = copy / "anggota.csv"
        found = target.read_text() if target.exists() else ""
        assert found in {before, after}, nth
        assert found == before or "Joko" in (copy / "anggota.ditolak.csv").read_text(), nth
        assert all(path.stat().st_mode & 0o077 == 0 for path in copy.glob(".*")), nth
        seen.append(found)
    assert seen == sorted(seen, key=[before, after].index)  # and it never turns back
    assert set(seen) == {before, after}
    whole = {path.name: path for path in (tmp_path / str(last)).iterdir()}
    assert {"anggota.csv", "anggota.ditolak.csv"} < whole.keys()
    assert not [name for name in whole if name.startswith(".") and name != LOCK_FILE]
    assert whole["anggota.csv"].stat().st_mode & 0o777 == 0o600
