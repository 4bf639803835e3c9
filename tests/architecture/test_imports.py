"""The house: imports run one way, and what is slow to import stays off the way to `--help`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path("src/adhoc_cli")


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_imports_run_one_way() -> None:
    """The contracts stand in pyproject.toml."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("package", ["text", "models", "profiles", "cli"])
def test_the_quick_packages_load_without_the_slow_libraries(package: str) -> None:
    modules = [
        ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")
        for path in sorted((SRC / package).rglob("*.py"))
    ]
    slow = {"pandas", "numpy", "pyarrow", "duckdb", "openpyxl"}
    code = (
        f"import importlib, sys\nfor m in {modules}: importlib.import_module(m)\n"
        f"print(sorted(set(sys.modules) & {slow}))"
    )
    assert run(code) == "[]\n"
