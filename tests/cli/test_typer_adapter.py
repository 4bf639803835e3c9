"""What lies inside typer may be gone tomorrow: then completion says so, and all else works."""

from __future__ import annotations

import ast
import re
import subprocess
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


# What the adapter takes from inside typer when it runs, and what a run is like without it.
_CLASSES = ("TyperArgument", "TyperCommand", "TyperGroup", "TyperOption")  # found otherwise
_PARTS = [
    ("typer._completion_shared", "install"),
    ("typer._completion_shared", "get_completion_script"),
    ("typer._completion_classes", "completion_init"),
    ("typer.completion", "shell_complete"),
    ("typer._completion_shared", "Shells"),
    ("typer._completion_shared", "_get_shell_name"),
]


def _imported() -> list[tuple[str, str]]:
    """The names that the adapter imports from typer when it runs, each with its module."""
    tree = ast.parse(_ADAPTER.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            node.body = []  # for mypy only
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    inside = [node for node in found if (node.module or "").startswith("typer.")]
    return [(str(node.module), alias.name) for node in inside for alias in node.names]


def test_no_other_file_looks_inside_typer() -> None:
    files = [file for file in _ADAPTER.parents[1].rglob("*.py") if file != _ADAPTER]
    inside = re.compile(r"typer\.(core|exceptions|completion)|typer(\.\w+)*\._\w|ctx\._|param\._")
    assert [file.name for file in files if inside.search(file.read_text(encoding="utf-8"))] == []


def test_every_name_from_inside_stands_here() -> None:
    named = {*_PARTS, *(("typer.core", name) for name in _CLASSES)}
    assert set(_imported()) == named
    gone = [f"{at}.{name}" for at, name in named if not hasattr(import_module(at), name)]
    assert not gone, f"this typer has no {', '.join(gone)}: typer_adapter goes on without"


@pytest.mark.parametrize("gone", ["TyperOption", "all of them"])
def test_a_class_that_lies_elsewhere_is_found(gone: str, clean: Path) -> None:
    taken = _CLASSES if gone == "all of them" else (gone,)
    code = f"""
import sys, typer.core
here = dict(vars(typer.core))
for name in {taken!r}:
    delattr(typer.core, name)
import adhoc_cli.cli.typer_adapter
vars(typer.core).update(here)  # typer itself goes on finding them
from adhoc_cli.cli.start import main
for words in (["--help"], ["check", "--formt", "x"], ["quota", "--per", "kecamatan"]):
    print(main(words), file=sys.stderr)
"""
    whole = [_run(words, clean, clean) for words in (("--help",), ("quota", "--per", "kecamatan"))]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=clean, env={**_EN, "PATH": "/usr/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "".join(ran.out for ran in whole)
    assert [line for line in done.stderr.splitlines() if line.isdigit()] == ["0", "2", "0"]
    assert "--format" in done.stderr


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


def _run(words: tuple[str, ...], home: Path, cwd: Path | None = None) -> Ran:
    return adhoc(*words, env={**_EN, "HOME": str(home)}, cwd=cwd)


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
