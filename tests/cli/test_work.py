"""How much a command does, counted and not timed: its calls, and what it imports.

A count is the same on every machine and at every load. `make golden` writes anew what changed, of
the calls beyond the tolerance; the diff says what became dearer.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.running import DAY
from tests.conftest import Golden

SAMPLE = "data/temanggung"
_TOLERANCE = 0.05
_RECORDED_ON = (3, 11)  # other versions of Python make other calls for the same code

# Found by walking their folders: which of them there are is no news.
_WALKED = re.compile(r"(adhoc_cli\.(?:rules\.[a-z]+|output\.formats))\.\w+")

_COUNTING = """
import json, os, sys
import adhoc_cli.cli.start as start
calls = 0
def count(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
def leave(code, _):
    sys.setprofile(None)
    with open(os.environ["COUNTED"], "w") as file:
        json.dump([code, calls, sorted(sys.modules)], file)
    os._exit(0)
start.leave = leave
if "CALLS" in os.environ:
    sys.setprofile(count)
start.run()
"""


class Work(NamedTuple):
    """The exit code of a run, the calls it made where they were counted, and its modules."""

    code: int
    calls: int
    modules: list[str]


def work_of(tmp_path: Path, *arguments: str, calls: bool) -> Work:
    counted = tmp_path / "counted.json"
    given = {"COUNTED": str(counted), "PYTHONHASHSEED": "0"} | ({"CALLS": "1"} if calls else {})
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ADHOC")}
    command = [sys.executable, "-c", _COUNTING, *arguments]
    subprocess.run(command, capture_output=True, check=True, env=plain | given)
    return Work(*json.loads(counted.read_text("utf-8")))


# -- calls -----------------------------------------------------------------------------------------


def large(folder: Path) -> Path:
    """The sample and 20,000 people of KPPS, each of a name of its own, and no name of a place."""
    shutil.copytree(SAMPLE, folder)
    with (folder / "desa.csv").open(encoding="utf-8", newline="") as file:
        places = [row["kode"] for row in csv.DictReader(file)]
    with (folder / "anggota-kpps.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["nama", "badan", "jabatan", "kode_wilayah", "desa", "kecamatan", "tps", "status"]
        )
        for number in range(20_000):
            name = "Warga " + "".join(chr(97 + int(digit)) for digit in f"{number:05}")
            place, tps = places[number % len(places)], number // (7 * len(places)) + 1
            writer.writerow([name, "KPPS", "anggota", place, "", "", tps, "aktif"])
    return folder


@pytest.mark.skipif(
    sys.version_info[:2] != _RECORDED_ON, reason="NOT TESTED: the figures are those of Python 3.11"
)
def test_no_command_does_more_than_it_did(
    tmp_path: Path, golden_folder: Path, request: pytest.FixtureRequest
) -> None:
    commands = {
        "--help": ("--help",),
        "explain Q401": ("explain", "Q401"),
        "check of Temanggung": ("check", SAMPLE, *DAY),
        "check of 20,000 people more": ("check", str(large(tmp_path / "besar")), *DAY),
    }
    found = {name: work_of(tmp_path, *given, calls=True).calls for name, given in commands.items()}
    kept = golden_folder / "calls.json"
    far = far_from(json.loads(kept.read_text("utf-8")), found)
    if far and request.config.getoption("--update-golden"):
        kept.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
        return
    assert not far, "calls against those in golden/calls.json; if it is meant: make golden"


def far_from(recorded: Mapping[str, int], found: Mapping[str, int]) -> dict[str, str]:
    """By how much those that changed beyond the tolerance did; a new one is far from nothing."""
    change = {name: calls / recorded.get(name, 1) - 1 for name, calls in found.items()}
    return {name: f"{part:+.1%}" for name, part in change.items() if abs(part) > _TOLERANCE}


def test_only_a_change_beyond_the_tolerance_is_told_and_written() -> None:
    recorded = {"check": 1000, "quota": 1000, "--help": 1000}
    found = {"check": 1049, "quota": 1051, "--help": 949}
    assert far_from(recorded, found) == {"quota": "+5.1%", "--help": "-5.1%"}


# -- imports ---------------------------------------------------------------------------------------

_COMMANDS = (
    "--help", "--version", "explain Q401", "explain PPK-01", "rules", "profiles", "schema check",
    "check {folder} {day}", "quota {folder} {day}", "members {folder} {day}",
    "replace {folder} {day}", "calendar {folder} {day}", "bimtek status {folder} {day}",
    "checklist status {folder} {day}", "checklist show 33.23.01 {folder} {day}",
    "report {folder} --memory {memory} {day}", "diff {folder} {folder} {day}",
    "honor {folder} --month 2024-06", "message {folder} --about vacancy {day}",
)  # fmt: skip


_OF_A_SYSTEM = {"sitecustomize", "usercustomize"}  # Debian's Python brings one to every program


def brought(modules: list[str]) -> list[str]:
    """Our own modules, and of every library its name."""
    own, libraries = set(), set()
    for name in modules:
        top = name.partition(".")[0]
        if top == "adhoc_cli":
            own.add(_WALKED.sub(r"\1.*", name))
        elif top not in {*sys.stdlib_module_names, *_OF_A_SYSTEM} and not top.startswith("_"):
            libraries.add(top)
    return [*sorted(libraries), *sorted(own)]


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_command_imports_what_it_did(command: str, tmp_path: Path, golden: Golden) -> None:
    memory = str(tmp_path / "memory.json")
    given = command.format(folder=SAMPLE, memory=memory, day=" ".join(DAY)).split()
    work = work_of(tmp_path, *given, calls=False)
    assert work.code in {0, 1}
    name = command.partition(" {")[0].strip("-").replace(" ", "-")
    golden(f"imports/{name}.txt", "".join(f"{one}\n" for one in brought(work.modules)).encode())
