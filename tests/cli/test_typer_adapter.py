"""What lies inside typer may be gone tomorrow: then completion says so, and all else works."""

from __future__ import annotations

import ast
import re
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from adhoc_cli.cli import typer_adapter
from tests.cli.running import Ran
from tests.cli.running import inside as adhoc

_ADAPTER = Path(str(typer_adapter.__file__))
_EN = {"ADHOC_LANG": "en"}


def _private() -> list[tuple[str, str]]:
    """The names without a public face that the adapter imports, each with its module."""
    nodes = ast.walk(ast.parse(_ADAPTER.read_text(encoding="utf-8")))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    inside = [node for node in imports if "._" in (node.module or "")]
    return [(str(node.module), alias.name) for node in inside for alias in node.names]


_TYPES = [name for module, name in _private() if module == "typer._click"]
_PARTS = [(module, name) for module, name in _private() if module != "typer._click"]


def test_no_other_file_looks_inside_typer() -> None:
    files = [file for file in _ADAPTER.parents[1].rglob("*.py") if file != _ADAPTER]
    inside = re.compile(r"typer(\.\w+)*\._\w|ctx\._|param\._")
    assert [file.name for file in files if inside.search(file.read_text(encoding="utf-8"))] == []
    assert len(_PARTS) >= 5


@pytest.mark.parametrize("name", _TYPES)
def test_a_type_is_for_mypy_only(name: str) -> None:
    assert not hasattr(typer_adapter, name)


@pytest.mark.parametrize(("module", "name"), _PARTS, ids=[name for _, name in _PARTS])
def test_without_a_part_everything_else_works(
    module: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shared = import_module("typer._completion_shared")
    monkeypatch.setattr(shared, "_get_shell_name", lambda: "bash")
    monkeypatch.setenv("HOME", str(tmp_path))
    whole = [_run(words, tmp_path) for words in _WORDS]
    assert [ran.code for ran in whole] == [0, 0, 2, 0, 0]
    assert "seats-vacant" in _completed(tmp_path).out
    parts = vars(import_module(module)).items()
    other = SimpleNamespace(**{key: part for key, part in parts if key != name})
    monkeypatch.setitem(sys.modules, module, other)
    left = [_run(words, tmp_path) for words in _WORDS]
    assert left[:3] == whole[:3]
    told = [ran.err for ran in left[3:] if ran.code == 2]
    assert all("offers no completion" in text for text in told)
    assert len(told) + (_completed(tmp_path).code == 1) >= 1
    assert {ran.code for ran in left} <= {0, 2}


_WORDS = (
    ("--help",),
    ("check", "--help"),
    ("check", "--formt", "x"),
    ("--show-completion",),
    ("--install-completion",),
)


def _run(words: tuple[str, ...], home: Path) -> Ran:
    return adhoc(*words, env={**_EN, "HOME": str(home)})


def _completed(home: Path) -> Ran:
    """What a shell is offered behind `adhoc explain Q4`."""
    words = {"_TYPER_COMPLETE_ARGS": "adhoc explain Q4"}
    return adhoc(env={**words, "_ADHOC_COMPLETE": "complete_zsh", "HOME": str(home)})


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("check", "--help"), 0, "--fail-on"),
        (("check", "--fail-on", "x"), 2, "The value of --fail-on cannot be used."),
        (("check", "--limit", "x"), 2, "--limit"),
        (("explain",), 2, "CODE"),
        (("quota", "--per", "kecamatan"), 0, "PPK"),
    ],
)
def test_a_typer_that_reads_in_its_own_way(
    words: tuple[str, ...], code: int, said: str, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adhoc_cli.cli.reading._kind", lambda _: None)
    ran = adhoc(*words, cwd=clean, env=_EN)
    assert ran.code == code, ran.err
    assert said in ran.out + ran.err
