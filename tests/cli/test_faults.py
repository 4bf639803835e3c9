"""Every error of the packages below that ends a run is there, and keeps its exit code."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from adhoc_cli.cli.faults import KNOWN, end_of
from tests.cli.running import inside as adhoc


@pytest.mark.parametrize("name", KNOWN)
def test_an_error_is_known_by_its_place(name: str) -> None:
    module, _, kind = name.rpartition(".")
    error = getattr(import_module(module), kind)
    assert issubclass(error, Exception)
    assert f"{error.__module__}.{error.__name__}" == name


def test_what_is_not_listed_is_a_fault_of_ours() -> None:
    assert end_of(ValueError("x")) is None


@pytest.mark.parametrize("words", [("checklist",), ("checklist", "status"), ("quota",)])
def test_a_group_without_a_command_ends_as_its_commands_do(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "adhoc.toml").write_text("profil = 1\n")
    assert adhoc(*words, cwd=tmp_path, env={"ADHOC_LANG": "en"}).code == 2
