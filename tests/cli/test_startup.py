"""What is imported when: speed at the start is a matter of imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import DAY, PROGRAM, Ran, adhoc

HEAVY = ("pandas", "numpy", "pydantic", "pydantic_core", "rich", "pyarrow", "importlib.metadata")


def imported(*arguments: str) -> tuple[int, set[str]]:
    """The exit code of a run in this Python, and the modules it had imported at its end."""
    code = """
import json, sys
import adhoc_cli.cli.start as start
def leave(code, _):
    print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
    sys.exit(0)
start.leave = leave
start.run()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    import json

    exit_code, modules = json.loads(done.stderr.splitlines()[-1])
    return exit_code, set(modules)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("check", "--help"), 0),
        (("members", "--help", "--lang", "en"), 0),
        (("--version",), 0),
        (("chek",), 2),
        (("check", "--format", "pdf"), 2),
        (("check", "--as-of", "x"), 2),
        (("check", "/no/such/folder"), 3),
    ],
)
def test_what_needs_no_data_imports_nothing_heavy(arguments: tuple[str, ...], code: int) -> None:
    ended, modules = imported(*arguments)
    assert ended == code
    assert not modules.intersection(HEAVY)


def test_places_are_offered_without_what_only_a_check_needs(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_ADHOC_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"adhoc\nquota\n{clean}\n--region\nwon")
    monkeypatch.setenv("COMP_CWORD", "4")
    ended, modules = imported()
    assert ended == 0
    assert not modules.intersection({*HEAVY, "adhoc_cli.rules.registry"})


def test_a_result_off_a_terminal_needs_no_rich() -> None:
    ended, modules = imported("check", "data/temanggung", *DAY)
    assert ended == 0
    # Nor what looks for plugins of pydantic (30 modules on mail and archives), nor masked arrays,
    # nor the types of NumPy: of these there are stand-ins.
    heavy = {"rich", "importlib.metadata", "email", "numpy.ma", "numpy._typing._array_like"}
    assert not modules.intersection(heavy)


def test_who_asks_a_stand_in_for_more_gets_it_from_the_module() -> None:
    code = """
from adhoc_cli.cli.startup_cost import begin
begin()
from numpy.typing import NDArray
import numpy as np
import numpy.typing as npt
print(NDArray[np.bool_].__name__, npt.NDArray is NDArray is np.typing.NDArray)
from numpy.typing import ArrayLike
from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as plugins
import numpy.typing as npt
print(NDArray is npt.NDArray, NDArray is np.typing.NDArray, plugins)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "_AnyArray True\nFalse False pydantic\n"


@pytest.mark.parametrize(
    "command",
    ["check", "quota", "members", "replace", "report --format text", "checklist status", "diff"],
)
def test_no_command_on_an_office_waits_for_pandas(
    command: str, clean: Path, tmp_path: Path
) -> None:
    folders = [str(clean)] * (2 if command == "diff" else 1)
    memory = ["--memory", str(tmp_path / "memory.json")] if command.startswith("report") else []
    ended, modules = imported(*command.split(), *folders, *memory, *DAY)
    assert ended in {0, 1}
    assert not modules.intersection({"pandas", "pyarrow"})


def test_a_module_runs_as_the_script_does() -> None:
    module = [sys.executable, "-m", "adhoc_cli"]
    for arguments in (("--version",), ("--help",), ("chek",)):
        warm = adhoc(*arguments)
        assert adhoc(*arguments, program=PROGRAM) == adhoc(*arguments, program=module) == warm


def test_the_version() -> None:
    from adhoc_cli import __version__

    assert adhoc("--version", program=PROGRAM) == Ran(0, f"adhoc {__version__}\n", "")
